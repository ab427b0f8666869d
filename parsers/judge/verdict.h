/* parsers/judge/verdict.h — may it be answered, and at which one address? Private to judge_mail.c.
 *
 * Reply-To only when it names one address that passes the same tests as From; never two addresses; a form's mail is answered at the customer's address (Reply-To, else
 * what stands behind a label). r->receipt.to stays NULL when nobody may be answered.
 * PARSE_OK or PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_JUDGE_VERDICT_H
#define KLACHTD_PARSERS_JUDGE_VERDICT_H

#include "parsers/judge/machine.h"

/* The first address behind a label of a form that may be answered; on a, NULL: none. */
const char *verdict_labelled(const struct words *w, const struct rules *rules, struct arena *a);

int verdict_read(const struct message *m, const struct words *w, const struct rules *rules, bool form, const struct signs *s, struct record *r);

#endif
