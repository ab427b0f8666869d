/* parsers/letter/hocr.h — hOCR to page.
 *
 * Source:  hOCR 1.2 (kba.github.io/hocr-spec/1.2): ocr_page, ocr_line and its kin, ocrx_word; title properties bbox, x_wconf, x_size.
 * Units:   boxes in pixels of the image, origin top left; confidence 0..100 (x_wconf as is).
 * Limits:  input over lim->bytes, words over lim->words or nesting over lim->depth is refused, never truncated.
 * Owner:   words hang on a; *ret keeps no pointer into xml.
 * Returns: PARSE_OK; PARSE_BAD when the bytes are not hOCR; PARSE_LIMIT past a limit; PARSE_NOMEM. On failure *ret is untouched and note says what.
 * Departs: a word without x_wconf counts as 0; the XHTML namespace is neither required nor refused; the fragment that tesseract's C API gives
 *          (the ocr_page element alone) is a document. No entity is expanded, no DTD loaded, no network touched.
 */
#ifndef KLACHTD_PARSERS_LETTER_HOCR_H
#define KLACHTD_PARSERS_LETTER_HOCR_H

#include "parsers/letter/page.h"

int hocr_parse(const char *xml, size_t n, const struct page_limits *lim, struct arena *a, struct page *ret, struct parse_note *note);

#endif
