/* parsers/letter/letter_page.h — a page as a picture for people: upright, with boxes around what was taken for the record's fields.
 *
 * The page is turned and straightened as for reading, so that the boxes of the evidence (fractions of the upright page) fit. Which way is up is
 * sometimes found only by reading: the record's rotation settles it, where it is known.
 * Limits:  as letter_read(); pictures are PNG at 150 dpi.
 * Owner:   *ret is malloc()ed: free().
 * Returns: PARSE_OK; PARSE_BAD: no such page, or it cannot be read; PARSE_LIMIT; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_PAGE_H
#define KLACHTD_PARSERS_LETTER_LETTER_PAGE_H

#include "parsers/letter/letter.h"
#include "parsers/letter/page.h"

struct letter_picture {
	int page;			/* from 1, of the file */
	int rotation;			/* degrees clockwise that made it upright; -1: not known */
	const struct box *boxes;	/* borrowed */
	size_t n_boxes;
};

int letter_page_png(const struct letter_job *job, const struct rules *rules, const struct letter_source *source, const struct letter_picture *picture,
		    uint8_t **ret, size_t *ret_n, struct parse_note *note);

#endif
