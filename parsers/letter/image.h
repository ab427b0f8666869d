/* parsers/letter/image.h — what a scan is and how large, from its bytes, before anything decodes it.
 *
 * Source:  PNG (ISO/IEC 15948, chunks), JPEG (ITU-T T.81 annex B, markers), TIFF 6.0 (IFD chain), PDF (ISO 32000-1 7.5.2, 7.5.5).
 * Limits:  lim; past one nothing is decoded: a bomb costs its header only.
 * Returns: PARSE_OK; PARSE_BAD: not an image of a kind we read, or damaged; PARSE_LIMIT: larger than lim allows. *ret is filled as far as it
 *          was understood in every case; ret->complete false with PARSE_BAD means cut off: the rest may still come.
 * Departs: a JPEG is complete when an EOI follows its scan data, whatever comes after; a PDF when %%EOF stands in its last 4 KiB.
 */
#ifndef KLACHTD_PARSERS_LETTER_IMAGE_H
#define KLACHTD_PARSERS_LETTER_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parsers/parse.h"

enum image_type { IMAGE_NONE, IMAGE_PNG, IMAGE_JPEG, IMAGE_TIFF, IMAGE_PDF };

struct image_limits {
	uint64_t pixels;	/* a page */
	uint32_t side_px;	/* either side */
	int pages;
};
extern const struct image_limits image_limits_default;	/* 60 Mpx, 30,000 px, 200 pages */

struct image_header {
	enum image_type type;
	int pages;		/* TIFF: directories; PDF: 0, only poppler can tell; else 1 */
	uint32_t width, height;	/* of the largest page; 0: unknown (PDF) */
	bool complete;
};

enum image_type image_sniff(const uint8_t *bytes, size_t n);
const char *image_media_type(enum image_type t);	/* "image/png", ...; "application/octet-stream" for IMAGE_NONE */
int image_header(const uint8_t *bytes, size_t n, const struct image_limits *lim, struct image_header *ret, struct parse_note *note);

#endif
