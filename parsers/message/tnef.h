/* parsers/message/tnef.h — winmail.dat: Outlook's own envelope around a message.
 *
 * Source:  MS-OXTNEF (attributes), MS-OXCMSG (properties), MS-OXRTFCP (compressed RTF).
 * Owner:   files' bytes point into the bytes given or the arena; all else hangs on the arena.
 * Limits:  max_files, max_text_bytes. Checksums are not verified: a person would want the text of a damaged one, too.
 * Returns: PARSE_OK; PARSE_BAD (no TNEF); PARSE_NOMEM. What is broken off is read as far as it goes.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_TNEF_H
#define KLACHTD_PARSERS_MESSAGE_TNEF_H

#include <stddef.h>
#include <stdint.h>

#include "parsers/arena.h"
#include "parsers/parse.h"

struct tnef_file {
	const char *name;	/* as written, UTF-8; NULL */
	const char *type;	/* "type/subtype" or NULL */
	const uint8_t *bytes;
	size_t n;
};

struct tnef {
	const char *text;	/* body: plain, else from HTML, else from RTF; clean, LF lines; NULL: none */
	struct tnef_file *files;
	size_t n_files;
};

int tnef_read(const uint8_t *s, size_t n, size_t max_files, size_t max_text_bytes, struct arena *a, struct tnef *ret);

#endif
