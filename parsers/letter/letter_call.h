/* parsers/letter/letter_call.h — may two names at one address be the same person's, as Dutch people call themselves?
 *
 * Beyond person_fits(): initials of two or three letters ("Ch. Baas" is Christiaan Baas), and call names that begin otherwise than the name in the register
 * ("Kees" signs C., "Ton" signs A.). The surname must be the same.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_CALL_H
#define KLACHTD_PARSERS_LETTER_LETTER_CALL_H

#include <stdbool.h>

bool call_fits(const char *a, const char *b);

#endif
