/* parsers/letter/letter_ours.h — what on paper is the agency's: its address on the envelope side of a letter, and what it printed itself.
 *
 * Citizens send back our receipts and reply slips, alone or with a letter. Our words are not theirs: they give numbers, never a name, an address or a
 * complaint.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_OURS_H
#define KLACHTD_PARSERS_LETTER_LETTER_OURS_H

#include "parsers/letter/letter_text.h"

/* Sets noise on the lines of a receipt or a reply slip of ours, and returns a flag per line for ours_take(). NULL: no memory. */
bool *ours_printed(struct letter_text *t, const struct rules *rules, struct arena *a);
/* When the zones are known: those lines become ours instead, below every body. */
void ours_take(struct letter_text *t, const bool *printed);
/* Marks the agency's address block. */
void ours_address(struct letter_text *t, const struct rules *rules);

#endif
