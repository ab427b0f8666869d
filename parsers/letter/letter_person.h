/* parsers/letter/letter_person.h — persons on paper: under the closing, above the address, at a label. Private to the letter's sender; see letter_sender.h. */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_PERSON_H
#define KLACHTD_PARSERS_LETTER_LETTER_PERSON_H

#include "parsers/fields/person.h"
#include "parsers/letter/letter_find.h"

struct name_found {
	struct find find;
	struct person person;
	bool organisation;
};

/* The name at bytes at..end of a line: a person, or else (when allowed) an organisation. False: none. */
bool name_read(const struct finder *x, const struct letter_line *l, size_t at, size_t end, bool organisation, const char *from, struct name_found *ret);
bool name_in_signature(const struct finder *x, struct name_found *ret);
bool name_at_label(const struct finder *x, struct name_found *ret);
/* Where there is no address: a lone name in the first lines, or a letterhead. */
bool name_at_top(const struct finder *x, struct name_found *ret);
/* The client for whom a representative writes. */
bool name_of_client(const struct finder *x, const char *sender, struct find *ret);

#endif
