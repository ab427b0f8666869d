/* parsers/letter/letter_label.h — labels on paper ("Naam:", "Postcode en woonplaats", "Uw kenmerk") and the values that belong to them.
 *
 * On a page a value stands behind its label, in the next cell of its row, or, where a row holds labels only, in the row below at the same place.
 * entries: one for every line of the letter that is not itself a bare label with a value elsewhere, in reading order.
 * Owner:   everything hangs on the arena; lines are borrowed.
 * Returns: PARSE_OK; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_LABEL_H
#define KLACHTD_PARSERS_LETTER_LETTER_LABEL_H

#include "parsers/letter/letter_text.h"

enum label {
	PAPER_NONE, PAPER_NAME, PAPER_ADDRESS, PAPER_POSTCODE, PAPER_CITY, PAPER_PHONE, PAPER_FAX, PAPER_EMAIL, PAPER_DOSSIER, PAPER_REFERENCE,
	PAPER_OWN_REFERENCE, PAPER_DATE, PAPER_SUBJECT, PAPER_DESCRIPTION, PAPER_RESOLUTION, PAPER_SIGNATURE, PAPER_TO, PAPER_CUSTOMER, PAPER_CLIENT,
	PAPER_OTHER,	/* a label, of nothing that is looked for */
};

struct entry {
	enum label label;
	const struct letter_line *label_line;	/* NULL: no label */
	const struct letter_line *line;		/* holds the value; NULL: the label has none */
	size_t at;				/* where the value begins in line->text */
	size_t index;				/* of line in the letter */
	bool cell;				/* the value stands in a cell of its own */
};

struct entries {
	struct entry *entry;
	size_t n;
	bool form;		/* the agency's complaint form */
};

/* What label a text begins with; *ret_value: where its value begins, or the text's length when there is none behind it. */
enum label paper_label(const char *text, size_t n, size_t *ret_value);

int entries_make(const struct letter_text *t, struct arena *a, struct entries *ret);
/* All the text of an entry's cell: its line and those below it up to the next label, as one paragraph. NULL: no memory. */
const char *entry_text(const struct letter_text *t, const struct entries *e, size_t i, struct arena *a);

#endif
