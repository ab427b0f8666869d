/* parsers/letter/letter_record.h — the leaves of one letter to its record.
 *
 * Owner:   *ret belongs to the caller (record_free).
 * Returns: PARSE_OK; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_RECORD_H
#define KLACHTD_PARSERS_LETTER_LETTER_RECORD_H

#include "parsers/letter/letter_pages.h"
#include "parsers/letter/letter_text.h"

struct letter_context {
	struct letter_engine *engine;	/* borrowed; NULL: no second readings (tests) */
	const struct letter_job *job;
	const struct rules *rules;
	struct arena *arena;		/* for what lives as long as the document is being read */
	enum image_type type;
	int file_pages;
};

int letter_record(const struct letter_context *c, const struct leaf *leaf, size_t n, struct record **ret);

/* NULL: no memory. text must name no field: the entry is about the whole letter. */
struct record *letter_record_unreadable(const struct letter_context *c, const char *code, const char *text, int pages);

#endif
