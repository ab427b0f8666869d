/* daemon/print_file.h — PDFs into print/ below the letterbox folder, so that a person who looks there sees whole files only.
 *
 * Written under a hidden name, synced, renamed, and the folder synced: a name that is there is the whole letter, also after a crash, and writing
 * it again replaces it. Readable for the group (the mailroom's), not for others.
 * dir: print/, an O_PATH descriptor will do. Returns 0; FAIL_RETRY the folder or the disk does not let us; FAIL_ITEM not a sealed PDF of at most 64 MiB.
 */
#ifndef KLACHTD_DAEMON_PRINT_FILE_H
#define KLACHTD_DAEMON_PRINT_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "register/term.h"

#define PRINT_NAME_SIZE 48

/* "K-2026-000123.pdf"; the second receipt of a complaint "K-2026-000123-2.pdf". */
void print_file_letter(const char *number, int ordinal, char ret[PRINT_NAME_SIZE]);
/* "brieven-2026-11-23.pdf" */
void print_file_bundle(struct day day, char ret[PRINT_NAME_SIZE]);

int print_file_write(int dir, const char *name, int pdf_fd, struct error *err);
/* Not there any more: also well. */
int print_file_remove(int dir, const char *name, struct error *err);
/* Calls each for the day of every bundle that lies there. */
int print_file_bundles(int dir, void (*each)(struct day day, void *arg), void *arg, struct error *err);

#endif
