/* parsers/letter/leaf.h — one page, read: what stands on it and how well it could be read.
 *
 * Units:   boxes in pixels (OCR) or points (text layer) of the upright page; layout.width and height in the same unit.
 * Owner:   texts hang on the arena; leaf_free() gives back the crops that are kept for second readings.
 * Returns: PARSE_OK; PARSE_NOMEM. A page that cannot be read is a leaf with state LEAF_UNREAD and why.
 */
#ifndef KLACHTD_PARSERS_LETTER_LEAF_H
#define KLACHTD_PARSERS_LETTER_LEAF_H

#include <stdbool.h>

#include "parsers/letter/barcode.h"
#include "parsers/letter/layout.h"
#include "parsers/letter/ocr.h"
#include "parsers/letter/sheet.h"

enum leaf_state {
	LEAF_READ,
	LEAF_BLANK,		/* nothing on it: kept with its letter, counted, not read */
	LEAF_SEPARATOR,		/* a sheet between two letters */
	LEAF_SKIPPED,		/* an earlier reader died on it */
	LEAF_UNREAD,		/* cannot be decoded, rendered or recognised: why */
};

struct leaf {
	int page;
	enum leaf_state state;
	const char *why;		/* static or arena; NULL when read */
	bool text_layer;		/* else OCR */
	struct layout layout;
	struct barcode code[BARCODE_MAX];	/* boxes: fractions of the upright page */
	size_t codes;
	int rotation;
	double skew, dpi;
	/* how well: over the words with a letter or digit in them */
	double mean_confidence;		/* 0..100 */
	double low_share;		/* of words below 60 */
	double missed;			/* share of character-size ink outside all words */
	double common;			/* share of common words */
	size_t words;
	bool poor;			/* not to be trusted as a whole: handwriting, fax mud, ghost of the other side */
	double contrast;
};

/* Consumes *s. */
int leaf_read_sheet(struct ocr *o, struct barcode_reader *b, struct sheet *s, struct arena *a, struct leaf *ret);
int leaf_read_text(struct page *p, struct arena *a, struct leaf *ret);
void leaf_free(struct leaf *l);

/* Reads the words that bytes at..end of a segment touch once more, alone; allowed: as ocr_line(). NULL: there is no crop, or no memory. */
const char *leaf_again(const struct leaf *l, const struct segment *s, size_t at, size_t end, struct ocr *o, const char *allowed, struct arena *a,
		       double *ret_confidence);

#endif
