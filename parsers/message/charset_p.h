/* parsers/message/charset_p.h — between charset.c and charset_iconv.c. */
#ifndef KLACHTD_PARSERS_MESSAGE_CHARSET_P_H
#define KLACHTD_PARSERS_MESSAGE_CHARSET_P_H

#include <stdbool.h>
#include <stddef.h>

#include "parsers/sink.h"

struct charset_rare {
	const char *name;	/* as iconv knows it */
	bool believed;		/* pairs may look like UTF-8 by chance: the name is believed. Else high bytes that form valid UTF-8 are UTF-8 */
	bool ascii;		/* a text of ASCII alone means the same */
};

#define CHARSET_RARE 10
extern const struct charset_rare charset_rare[CHARSET_RARE];

/* False: the C library lacks it. */
typedef bool charset_convert(size_t rare, const unsigned char *s, size_t n, struct sink *ret);
/* Whom to ask from now on. */
void charset_use(charset_convert *convert);

#endif
