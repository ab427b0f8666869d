/* parsers/letter/letter_page.h — a page as a picture for people: upright, with boxes around what was taken for the record's fields.
 *
 * The page is turned and straightened as for reading, so that the boxes of the evidence (fractions of the upright page) fit.
 * Limits:  as letter_read(); pictures are PNG at 150 dpi.
 * Owner:   *ret is malloc()ed: free().
 * Returns: PARSE_OK; PARSE_BAD: no such page, or it cannot be read; PARSE_LIMIT; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_PAGE_H
#define KLACHTD_PARSERS_LETTER_LETTER_PAGE_H

#include "parsers/letter/letter.h"
#include "parsers/letter/page.h"

int letter_page_png(const struct letter_job *job, const struct rules *rules, const struct letter_source *source, int page,
		    const struct box *boxes, size_t n_boxes, uint8_t **ret, size_t *ret_n, struct parse_note *note);

#endif
