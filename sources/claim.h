/* sources/claim.h — names in a letterbox: what is a scan, how a claim is called, where it goes.
 *
 * A claim's name in work/ holds all that must outlive klachtd: RECEIVED-SEQUENCE.ATTEMPTS.NAME, the first two in hex, NAME the dropped one's bytes. One
 * rename is then the whole truth: there is no second file that could be missing.
 */
#ifndef KLACHTD_SOURCES_CLAIM_H
#define KLACHTD_SOURCES_CLAIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

#define CLAIM_NAME_SIZE 256	/* NAME_MAX + 1 */
#define CLAIM_KEPT_BYTES 200	/* of a dropped name; the rest of a longer one is cut, its extension stays */

/* Unfinished or no scans by their name: dotfiles, ~*, *.tmp, *.part, *.partial, *.filepart, *.crdownload, Thumbs.db, desktop.ini. */
bool claim_ignores(const char *name);

struct claim_name {
	int64_t received_us;
	unsigned sequence, attempts;
	char name[CLAIM_NAME_SIZE];	/* as dropped, at most CLAIM_KEPT_BYTES */
};
void claim_format(const struct claim_name *c, char ret[CLAIM_NAME_SIZE]);
bool claim_parse(const char *work_name, struct claim_name *ret);
/* Keeps the end, where the extension is, when a name is too long. */
void claim_keep(const char *name, char ret[CLAIM_NAME_SIZE]);

/* For people and JSON: UTF-8, no control characters, no slash; never empty, never "." or "..". ret holds CLAIM_NAME_SIZE. */
void claim_clean(const char *name, char ret[CLAIM_NAME_SIZE]);

/* Moves work/from to a free name in dir: label_name.ext, label_name~2.ext, ... (label may be NULL). reason NULL, or the text for a .reason.txt beside it,
 * which is there first. Returns 0; FAIL_RETRY. */
int claim_move(int work, const char *from, int dir, const char *label, const char *name, const char *reason, struct error *err);

#endif
