/* daemon/dossiers.h — klachtctl dossiers import: the rows, whole, into the table of known dossiers; all or none.
 *
 * rows_fd: a sealed memfd of at most 1 GiB, a JSON array ["number","name","postcode","email"] a line ("" or null: none). One transaction in one turn of the
 * loop: 100,000 rows take about half a second, in which mail waits.
 * Returns: 0 and how many; FAIL_ITEM a row is none, or refused (its place is named); FAIL_RETRY, FAIL_FATAL the register's.
 */
#ifndef KLACHTD_DAEMON_DOSSIERS_H
#define KLACHTD_DAEMON_DOSSIERS_H

#include <stdint.h>

#include "base/error.h"
#include "register/register.h"

int dossiers_import(struct reg *reg, int rows_fd, const char *who, int64_t *ret_rows, struct error *err);

#endif
