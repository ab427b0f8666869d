/* parsers/message/hdrfix.h — a header's fields as a careful person would see them in a damaged one.
 *
 * Source:  RFC 5322 section 2.2, and what reality does to it: a byte order mark, blank lines or "From " lines in front, lines without a colon,
 *          blank lines with blanks in the middle of a folded field, blanks before the colon, CR-only line ends.
 * Owner:   fields point into the bytes given; the array hangs on the arena.
 * Limits:  max_bytes of header: a field that would go past it is left out and cut is set.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_HDRFIX_H
#define KLACHTD_PARSERS_MESSAGE_HDRFIX_H

#include <stdbool.h>
#include <stddef.h>

#include "parsers/arena.h"

struct field {
	const char *name;	/* not NUL-terminated; no blanks at its end */
	size_t name_n;
	const char *value;	/* still folded; without the last line end */
	size_t value_n;
};

struct fields {
	struct field *f;
	size_t n;
	size_t body;		/* offset of the first byte of the body */
	bool cut;
};

enum hdrfix { HDRFIX_MESSAGE, HDRFIX_PART };	/* a part's header is believed less: text may begin where its header should */

/* Returns 0 (n may be 0), or -1 out of memory. */
int hdrfix_split(const char *s, size_t n, enum hdrfix how, size_t max_bytes, struct arena *a, struct fields *ret);

/* The k-th field of that name, case ignored; NULL. */
const struct field *fields_get(const struct fields *f, const char *name, size_t k);

/* True for bytes whose lines end in CR alone. */
bool hdrfix_cr_only(const char *s, size_t n);

#endif
