/* parsers/letter/layout.h — words to segments: runs of words that stand together on a row, in reading order.
 *
 * Tesseract's own blocks are not used: it joins columns and parts tables. A line is split where the white is wider than a column gap; segments
 * beside each other share a row, so that a label finds its value across a table's rule.
 * Units:   boxes as in the page; gaps in sizes (heights of the font).
 * Owner:   everything hangs on the arena; words are those of the page, which are reordered.
 * Returns: PARSE_OK; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_LAYOUT_H
#define KLACHTD_PARSERS_LETTER_LAYOUT_H

#include "parsers/letter/page.h"

struct Pix;

struct segment {
	const char *text;	/* words joined by one space */
	size_t *start;		/* of word i in text, words of them */
	const struct word *word;
	size_t words;
	struct box box;
	double size;		/* median of its words */
	double confidence;	/* mean, weighted by length */
	int row;		/* rising down the page; segments beside each other share it */
	double gap;		/* white above it up to the nearest segment that lies over it, in sizes; large for the first */
	struct Pix *crop;	/* owned by the leaf; its pixels with some paper around, for a second reading; NULL: none kept */
	double crop_x, crop_y;	/* where the crop's corner lies on the page */
};

struct layout {
	double width, height;
	struct segment *segment;
	size_t n;
};

int layout_make(struct page *p, struct arena *a, struct layout *ret);

/* Box of the bytes at..end of a segment's text: the union of the words they touch; and the lowest confidence among them. */
struct box segment_box(const struct segment *s, size_t at, size_t end);
double segment_confidence(const struct segment *s, size_t at, size_t end);

#endif
