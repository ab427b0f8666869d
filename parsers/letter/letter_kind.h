/* parsers/letter/letter_kind.h — is a letter a complaint or only a question? Mends what judge_text() found, for letters alone.
 *
 * Who takes the trouble of a letter complains, in doubt. A question is one that asks for an arrangement, time, proof, a copy or a change of address and tells
 * of nothing that we did wrong; an arrangement asked for because the first was refused unread is a complaint.
 * Returns: PARSE_OK, PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_KIND_H
#define KLACHTD_PARSERS_LETTER_LETTER_KIND_H

#include "parsers/record.h"

int letter_kind(const char *own, bool form, struct record *r);

#endif
