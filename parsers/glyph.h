/* parsers/glyph.h — code points of hostile UTF-8, and spans of text.
 *
 * Locale-free on purpose: a reader behind its lock cannot open locale files, and a parse must not depend on the environment.
 * Letters: Latin (to U+024F and U+1E00..1EFF), Greek, Cyrillic and any other letter script taken whole; case only for the first three.
 * A byte that is no UTF-8 counts as one U+FFFD of length 1, so that every walk ends.
 */
#ifndef KLACHTD_PARSERS_GLYPH_H
#define KLACHTD_PARSERS_GLYPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

uint32_t glyph_at(const char *s, size_t n, size_t at, size_t *ret_bytes);	/* 0 and 0 bytes at the end */
uint32_t glyph_before(const char *s, size_t at, size_t *ret_bytes);		/* the one that ends at "at" */

bool glyph_letter(uint32_t c);
bool glyph_upper(uint32_t c);
uint32_t glyph_fold(uint32_t c);	/* lower case, and Latin letters without their marks: 'É' to 'e', 'ı' to 'i', 'ß' to 's' */
uint32_t glyph_lower(uint32_t c);
uint32_t glyph_raise(uint32_t c);	/* upper case of one letter, where it is one */

/* Length in bytes of the blank (space, tab, no-break and thin spaces; no line feed) or dash (hyphen to minus) at "at"; 0: none there. */
size_t glyph_blank(const char *s, size_t n, size_t at);
size_t glyph_dash(const char *s, size_t n, size_t at);
size_t glyph_blank_before(const char *s, size_t at);

static inline bool glyph_digit(char c) { return c >= '0' && c <= '9'; }
/* An ASCII letter or digit, or a byte of a larger code point. */
static inline bool glyph_wordish(char c)
{
	return glyph_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xc3;
}

/* Folds s into ret (NUL-terminated): lower case, marks gone, other bytes above ASCII as '?'. Returns the length, at most size - 1. */
size_t glyph_fold_text(const char *s, size_t n, char *ret, size_t size);

/* How many bytes of printable ASCII s begins with: most of every text. */
size_t glyph_plain_run(const char *s, size_t n);

/* Is the folded word in the list (space-separated words, a space at both ends)? */
bool glyph_listed(const char *list, const char *word);
/* Length of the shortest word in such a list that the folded word ends in; 0: it ends in none. */
size_t glyph_listed_end(const char *list, const char *word);

#endif
