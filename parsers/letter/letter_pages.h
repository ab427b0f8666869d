/* parsers/letter/letter_pages.h — a document of any kind to its leaves: the part of letter_read() that knows containers.
 *
 * Owner:   leaves and texts hang on the arena; leaf_free() each.
 * Returns: PARSE_OK with at least one leaf; PARSE_BAD or PARSE_LIMIT with why in note: nothing can be read; incomplete is then set when the file is
 *          cut off; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_PAGES_H
#define KLACHTD_PARSERS_LETTER_LETTER_PAGES_H

#include "parsers/letter/leaf.h"
#include "parsers/letter/letter.h"

struct letter_pages {
	enum image_type type;
	struct leaf *leaf;
	size_t n;
	bool incomplete;
};

struct letter_engine {
	struct ocr *ocr;		/* owned */
	struct barcode_reader *codes;	/* owned */
};

int letter_pages_read(struct letter_engine *e, const struct letter_job *job, const struct rules *rules, const struct letter_source *source,
		      struct arena *a, struct letter_pages *ret, struct parse_note *note);

#endif
