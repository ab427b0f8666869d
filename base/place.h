/* base/place.h — where the parts of klachtd lie, seen from the running program: so that a build tree and an installation under any prefix work alike.
 *
 * In a build tree programs lie beside each other and data in the tree above; installed, they lie in libexec/klachtd and share/klachtd of
 * the prefix whose sbin or bin holds the program. Where neither is there, the directories given to make are the last word.
 * Returns: 0 and a path that exists; FAIL_CONFIG when it is nowhere, naming the last place.
 */
#ifndef KLACHTD_BASE_PLACE_H
#define KLACHTD_BASE_PLACE_H

#include <stddef.h>

#include "base/error.h"

int place_program(const char *name, char *ret, size_t n, struct error *err);	/* "klachtd-reader" */
int place_data(const char *name, char *ret, size_t n, struct error *err);	/* "templates" */

#endif
