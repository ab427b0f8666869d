/* parsers/letter/letter_address.h — the sender's postal address on paper. Private to the letter's sender; see letter_sender.h. */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_ADDRESS_H
#define KLACHTD_PARSERS_LETTER_LETTER_ADDRESS_H

#include "parsers/letter/letter_find.h"

struct address_found {
	struct find street, house_number, postcode, city;
	const struct letter_line *name_line;	/* the line above, or the one before it, where a name may stand; NULL: none */
	size_t name_at, name_end;
	size_t index;				/* entry of the postcode */
	int score;
	bool labelled;
	bool repaired;				/* letters of the postcode's digits were read as digits */
};

/* The best candidate; *ret_doubt when another has the same claim. PARSE_OK with score 0 when there is none; PARSE_NOMEM. */
int address_find(const struct finder *x, struct address_found *ret, bool *ret_doubt);

#endif
