/* reader/unreadable.h — the record of an item that no reader could read: valid, of kind "unreadable", a person asked.
 *
 * code and text go into review ("unreadable" when code is NULL); verdict is hold: there is nobody known to answer.
 * Returns: a new reference; NULL when memory ran out.
 */
#ifndef KLACHTD_READER_UNREADABLE_H
#define KLACHTD_READER_UNREADABLE_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

struct unreadable {
	const char *channel;	/* "email", "letter", "form" */
	const char *file;	/* cleaned here */
	const char *text;	/* why, for a person; no foreign text */
	int fd;			/* the original, for its size and digest; -1: none */
	const char *media_type;	/* NULL: by its first bytes */
};

json_t *unreadable_record(const struct unreadable *u);

/* "application/pdf", "image/tiff", "image/jpeg", "image/png", "message/rfc822" (looks like a header), else "application/octet-stream". By magic bytes. */
const char *unreadable_sniff(const uint8_t *bytes, size_t n);

#endif
