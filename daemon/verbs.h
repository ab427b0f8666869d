/* daemon/verbs.h — the verbs of klachtctl that change the register: carried out by klachtd for a client of its control socket, or by klachtctl itself
 * while no klachtd runs. docs/wire.md: "verb" and "answer".
 */
#ifndef KLACHTD_DAEMON_VERBS_H
#define KLACHTD_DAEMON_VERBS_H

#include <jansson.h>

#include "base/error.h"
#include "register/register.h"

/* release, suppress, print, printed (receipts); accept, reviewed (the review list); dossiers-import. fd: what came with the request, borrowed; -1: nothing.
 * who: for the history. *ret_answer: new reference, an "answer" frame.
 * Returns 0 done, 1 not found or refused in part (the answer says which), or a FAIL_* and no answer. */
int verbs_run(struct reg *reg, const json_t *request, int fd, const char *who, json_t **ret_answer, struct error *err);

/* An answer of one line. NULL: out of memory. */
json_t *verbs_answer(const char *line);

#endif
