/* parsers/letter/pdftext.h — what poppler's programs say of a PDF: pages and sizes, pictures on a page, words with boxes.
 *
 * Source:  pdfinfo(1) -f -l, pdfimages(1) -list, pdftotext(1) -bbox-layout (poppler 22.12).
 * Units:   points (1/72 inch), origin top left, confidence 100.
 * Owner:   words hang on the arena.
 * Returns: PARSE_OK; PARSE_BAD: not that program's output; PARSE_LIMIT; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_PDFTEXT_H
#define KLACHTD_PARSERS_LETTER_PDFTEXT_H

#include "parsers/letter/page.h"

struct pdf_size {
	double width, height;	/* points, as the page is shown */
};

struct pdf_info {
	int pages;
	struct pdf_size *size;	/* pages of them; 0 x 0 where pdfinfo said none */
};

int pdf_info_parse(const char *text, size_t n, int max_pages, struct arena *a, struct pdf_info *ret, struct parse_note *note);

struct pdf_images {
	double covered;		/* share of the page that the largest picture covers, 0..1 */
	bool colour;		/* any in colour */
	int n;
};

int pdf_images_parse(const char *text, size_t n, const struct pdf_size *size, struct pdf_images *ret);

int pdf_text_parse(const char *xml, size_t n, const struct page_limits *lim, struct arena *a, struct page *ret, struct parse_note *note);

/* May the text layer be believed? Enough words, and as many common Dutch or English ones among them as a letter has: a wrong ToUnicode map or bad
 * hidden OCR gives hardly any. */
bool pdf_text_trusted(const struct page *p);
/* Share of the words of letters alone that are common Dutch or English ones; also for the judgement of recognised text. */
double common_words(const struct page *p, size_t *ret_words);

#endif
