/* parsers/letter/page.h — the words of one page, as hOCR or a PDF's text layer gives them.
 *
 * Units:   boxes in pixels (hOCR) or points (text layer) of the upright page, origin top left; page.width and height in the same unit.
 * Owner:   words and texts hang on the arena that the parser was given.
 */
#ifndef KLACHTD_PARSERS_LETTER_PAGE_H
#define KLACHTD_PARSERS_LETTER_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "parsers/arena.h"
#include "parsers/parse.h"

struct box {
	double x0, y0, x1, y1;
};

struct word {
	const char *text;	/* UTF-8, no white space, no control characters */
	struct box box;
	double size;		/* height of the line's font (hOCR x_size), same unit as the boxes; never 0 */
	double confidence;	/* 0..100; 100 for a text layer */
	int line;		/* words of one line have the same number, rising down the page */
	const char *second;	/* what a second reading of this word alone said; NULL: not read twice */
	double second_confidence;
};

struct page {
	double width, height;
	struct word *words;
	size_t n;
};

struct page_limits {
	size_t bytes;		/* of the document parsed */
	size_t words;
	int depth;		/* nesting of elements */
};

/* 8 MB, 20,000 words, 40 levels: twice what the densest A4 of real life gives. */
extern const struct page_limits page_limits_default;

/* Adds a word to a page under construction: PARSE_OK, PARSE_LIMIT, PARSE_NOMEM. Text is cleaned; an empty one is not added. */
int page_add(struct arena *a, struct page *p, const struct page_limits *lim, const struct word *w, const char *text, size_t n);

#endif
