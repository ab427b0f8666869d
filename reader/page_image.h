/* reader/page_image.h — a page of a scan as a picture for people: upright, with boxes around what was taken for which field. By a letter reader of its own,
 * in the same sandbox as every reading. Waits: for klachtctl, not for klachtd.
 *
 * rules: the "hello" object of docs/wire.md, or NULL. boxes: [[x0, y0, x1, y1], ..], fractions of the upright page, at most 100; or NULL.
 * rotation: degrees clockwise that made the page upright, by the record; -1: not known.
 * Returns: 0 and *ret_png, a sealed memfd that is the caller's; FAIL_ITEM no such page, or it cannot be read; FAIL_CONFIG no reader can be started; FAIL_RETRY.
 */
#ifndef KLACHTD_READER_PAGE_IMAGE_H
#define KLACHTD_READER_PAGE_IMAGE_H

#include <jansson.h>

#include "base/error.h"

int page_image(int document, const json_t *rules, int page, int rotation, const json_t *boxes, int *ret_png, struct error *err);

#endif
