/* parsers/message/param.h — Content-Type and Content-Disposition: the value and its parameters.
 *
 * Source:  RFC 2045 section 5.1, RFC 2183, RFC 2231 sections 3 and 4 (continuations, charsets). libetpan knows neither of the latter.
 * Lenient: double and missing semicolons, blanks around "=", unquoted values with blanks, unclosed quotes, comments.
 * Owner:   everything hangs on the arena given.
 * Limits:  PARAM_MAX parameters; further ones are ignored.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_PARAM_H
#define KLACHTD_PARSERS_MESSAGE_PARAM_H

#include <stddef.h>

#include "parsers/arena.h"

#define PARAM_MAX 64

struct param { const char *name, *value; };	/* name lower case, with its "*0*" tail; value as written, unquoted */

struct params {
	const char *value;	/* before the first ";", lower case, without blanks and comments; "" when there is none */
	struct param list[PARAM_MAX];
	size_t n;
};

/* Returns 0, or -1 out of memory. */
int param_parse(const char *s, size_t n, struct arena *a, struct params *ret);

/* The parameter decoded to clean UTF-8: name*, else name*0.., else name with its encoded words. NULL: not there, or out of memory. */
const char *param_get(const struct params *p, const char *name, struct arena *a);

#endif
