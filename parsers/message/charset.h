/* parsers/message/charset.h — bytes in any of the world's charsets to UTF-8, and UTF-8 to what a person can see of it.
 *
 * Source:  the IANA names mail uses; the WHATWG habit of reading latin1 as windows-1252. Charsets of one byte a character are tables, UTF-16 and UTF-32 are decoded here;
 *          the rare rest is iconv's (charset_iconv.h), in the programs that load it.
 * Rules:   valid UTF-8 wins over a missing, unknown or western one-byte name; the latin1 family and unknown names are windows-1252;
 *          a byte that means nothing becomes U+FFFD. Nothing is ever refused.
 * Owner:   text goes into the caller's sink.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_CHARSET_H
#define KLACHTD_PARSERS_MESSAGE_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parsers/sink.h"

/* charset: name as declared (any case, quotes and a "*language" tail are ignored), NULL or "" when none was. */
void charset_to_utf8(const char *charset, const void *bytes, size_t n, struct sink *ret);

/* Since the process (thread) began, a text wanted a charset of charset_iconv.h that is not loaded, and was read as something else. */
bool charset_missing(void);

bool utf8_valid(const void *bytes, size_t n);
/* Next code point of valid or invalid UTF-8 at *i (< n); moves *i on. Invalid: U+FFFD and one byte. */
uint32_t utf8_next(const char *s, size_t n, size_t *i);

/* What a person sees of UTF-8 text: CR LF, CR, NEL and the like become LF; no-break blanks become blanks; other control characters, zero-width
 * and direction marks go. _line: LF and TAB become a blank as well, the ends are trimmed. */
uint32_t charset_clean_rune(uint32_t rune);	/* 0: nothing to see */
void charset_clean_text(const char *s, size_t n, struct sink *ret);
void charset_clean_line(const char *s, size_t n, struct sink *ret);

#endif
