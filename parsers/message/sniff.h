/* parsers/message/sniff.h — what bytes are, whatever their name says.
 *
 * Source:  the magic bytes of PDF, TIFF, JPEG, PNG, GIF, BMP, WebP, HEIF, ZIP with OOXML and ODF, OLE compound files, TNEF, RFC 5322, HTML, text.
 * Purity:  reads only the first SNIFF_BYTES, and of JPEG and TIFF the headers its offsets lead to, inside the bytes given.
 * Returns: sniff_type: a static media type, or NULL when the bytes do not tell.
 *          sniff_size: 1 and the pixel size from an image's header (never decoded), 0.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_SNIFF_H
#define KLACHTD_PARSERS_MESSAGE_SNIFF_H

#include <stddef.h>
#include <stdint.h>

#define SNIFF_BYTES 4096

const char *sniff_type(const uint8_t *s, size_t n);
int sniff_size(const uint8_t *s, size_t n, int *ret_width_px, int *ret_height_px);

#endif
