/* parsers/fields/numbers.h — numbers that are something else: IBAN (ISO 13616), BSN (the eleven test), written dates.
 *
 * Used to tell dossier numbers and telephone numbers from them. Bounded look-back: every call costs a constant.
 */
#ifndef KLACHTD_PARSERS_FIELDS_NUMBERS_H
#define KLACHTD_PARSERS_FIELDS_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "parsers/fields/recognise.h"

/* Does the byte at "at" lie in something shaped as an IBAN, blanks between groups allowed? The check digits are not asked for: a mistyped
 * account number is still no dossier. */
bool number_in_iban(const char *s, size_t n, size_t at, struct span *ret);
/* ISO 7064 mod 97-10 over an IBAN without blanks. */
bool number_iban_valid(const char *iban, size_t n);
/* Nine digits that pass the eleven test. */
bool number_bsn(const char *digits, size_t n);
/* Eight digits that can be a date: 20260312 or 12032026. */
bool number_is_date(const char *digits, size_t n);
/* A date with separators at "at" ("12-03-2026", "2026-03-12", "1.4.26", "12/3/2026"): its length in bytes, or 0. */
size_t number_date_at(const char *s, size_t n, size_t at);

#endif
