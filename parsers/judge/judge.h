/* parsers/judge/judge.h — what is it, and may it be answered? Two judgements.
 *
 * judge_text() is shared by mail and letters: kind (complaint | compliment | other), its confidence and the desired resolution from the writer's
 * own words. When in doubt between complaint and other: complaint. judge_mail() adds follow-up and machine and the receipt verdict (design sections 1 and 4; RFC 3834,
 * RFC 5230 section 4) with every rule that fired in r->receipt.why.
 * Returns: PARSE_OK, PARSE_LIMIT, PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_JUDGE_JUDGE_H
#define KLACHTD_PARSERS_JUDGE_JUDGE_H

#include "parsers/message/message.h"
#include "parsers/record.h"
#include "parsers/rules.h"
#include "parsers/words/words.h"

int judge_text(const char *subject, const char *own, const struct rules *rules, struct record *r);
/* Do the words that name a complaint of ours make another one, of the writer's own? own may be NULL. */
bool judge_complains_anew(const char *own, struct arena *a);
int judge_mail(const struct message *m, const struct words *w, const struct rules *rules, struct record *r);

#endif
