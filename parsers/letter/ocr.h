/* parsers/letter/ocr.h — tesseract in this process: pixels to words.
 *
 * Before the lock: ocr_new() opens the Dutch model and reads once, so that nothing is opened later. OMP_THREAD_LIMIT=1 must stand in the
 * environment of exec: more threads make a page slower, not faster.
 * Units:   grey is 8 bpp at dpi; boxes in its pixels.
 * Returns: PARSE_OK; PARSE_BAD: recognition failed; PARSE_LIMIT, PARSE_NOMEM as hocr_parse.
 */
#ifndef KLACHTD_PARSERS_LETTER_OCR_H
#define KLACHTD_PARSERS_LETTER_OCR_H

#include <stdbool.h>

#include "parsers/letter/page.h"

struct Pix;
struct ocr;

int ocr_new(struct ocr **ret, struct parse_note *note);	/* PARSE_BAD: no model */
void ocr_free(struct ocr *o);				/* accepts NULL */

/* A whole page (segmentation as tesseract sees fit). */
int ocr_page(struct ocr *o, struct Pix *grey, int dpi, struct arena *a, struct page *ret, struct parse_note *note);
/* A copy of part of a page with some paper around it, for a later ocr_line(); *ret_x and *ret_y: its corner on the page. NULL: no memory, or outside. */
struct Pix *ocr_crop(struct Pix *grey, const struct box *where, double *ret_x, double *ret_y);
/* One line by itself: its words joined by single spaces, "" when there are none, and the lowest confidence of a word.
 * allowed: the only characters that may be read; NULL: all. */
int ocr_line(struct ocr *o, struct Pix *grey, int dpi, const struct box *where, const char *allowed, struct arena *a, const char **ret,
	     double *ret_confidence);

#endif
