/* parsers/letter/letter_mend.h — recognition's usual slips in names, mended where only one reading can be meant.
 *
 * Dots of initials lost or read as commas, J read as a bracket, capital I and small l taken for each other, O read as 0, the T of "Th." in two pieces,
 * and the cedilla that the Dutch model leaves out.
 * Owner: what is returned hangs on the arena. NULL: no memory.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_MEND_H
#define KLACHTD_PARSERS_LETTER_LETTER_MEND_H

#include "parsers/letter/letter_text.h"

char *mend_name(const char *s, size_t n, struct arena *a);
/* The same of bytes at..end of a line, whose pixels may tell more. */
char *mend_name_at(const struct letter_line *l, size_t at, size_t end, struct arena *a);

/* Is the token a group of initials: capitals with dots or what dots are read as between them? "SS." and "E,K." are; "JAN" and "IJ" are not. */
bool mend_initials(const char *s, size_t n, bool first);
/* "dhr", "mevr", "drs", ... */
bool mend_title(const char *s, size_t n);

#endif
