/* parsers/letter/patch.h — Kodak patch code T, the separator sheet of document scanners.
 *
 * Source:  Kodak publication A-61599, "Patch code information": four bars, narrow 0.08 inch, wide 0.20 inch, spaces 0.08 inch; T is narrow wide
 *          narrow wide. Read from the other end it is wide narrow wide narrow, which is patch 3: both count, for sheets lie either way.
 * Units:   bits is one byte a pixel, 1 is ink, row after row; dpi may be off by a factor of 0.6 to 1.8, as files lie: the bars' proportions count, and the code has no checksum
 *          but them and their size.
 * Departs: bars may run across or down the page; 35 % tolerance; at least 1 inch of bar must agree.
 */
#ifndef KLACHTD_PARSERS_LETTER_PATCH_H
#define KLACHTD_PARSERS_LETTER_PATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool patch_t(const uint8_t *bits, size_t width, size_t height, double dpi);

#endif
