/* parsers/message/uuencode.h — uuencoded files, as a transfer encoding or in the middle of a text.
 *
 * Source:  POSIX uuencode (historical algorithm and "begin-base64").
 * Purity:  offsets into the bytes given, nothing allocated.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_UUENCODE_H
#define KLACHTD_PARSERS_MESSAGE_UUENCODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct uuencode {
	size_t at, end;			/* the whole block, from "begin" to behind "end" */
	size_t data, data_end;		/* its lines */
	size_t name, name_n;
	bool base64;
};

/* The first block at or behind from whose "end" is there and whose first line is of the encoding. 1 found, 0 not. */
int uuencode_find(const char *s, size_t n, size_t from, struct uuencode *ret);

/* ret has room for data_end - data bytes. Returns how many were written. */
size_t uuencode_decode(const char *s, const struct uuencode *u, uint8_t *ret);

#endif
