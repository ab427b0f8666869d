/* parsers/letter/letter_town.h — which postcodes the larger Dutch towns have: a misread digit or letter seldom fits both.
 *
 * Some 350 towns of all provinces by the four digits of their postcodes. It only raises doubt: nothing is corrected by it, and of a town that is not in it
 * nothing is said.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_TOWN_H
#define KLACHTD_PARSERS_LETTER_LETTER_TOWN_H

#include <stdbool.h>

enum town_fit {
	TOWN_UNKNOWN,
	TOWN_FITS,
	TOWN_ELSEWHERE,		/* the town is known, and has other postcodes */
	TOWN_MISREAD,		/* one letter off the name of a town that has this postcode */
};

enum town_fit town_fits(const char *postcode, const char *city);
bool town_known(const char *city);

#endif
