/* parsers/message/mimex.h — the transfer encodings and encoded words, decoded as leniently as people's software writes them.
 *
 * Source:  RFC 2045 section 6.7 and 6.8 (quoted-printable, base64), RFC 2047 with RFC 2231 section 5 (language tail).
 * Limits:  the result is never longer than the input (qp, base64); words go into the caller's sink.
 * Errors:  none: what is no encoding stays as it stands.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_MIMEX_H
#define KLACHTD_PARSERS_MESSAGE_MIMEX_H

#include <stddef.h>
#include <stdint.h>

#include "parsers/sink.h"

/* ret has room for n bytes; returns how many were written. A bad "=xy" stays as it is. */
size_t mimex_qp(const uint8_t *s, size_t n, uint8_t *ret);
/* Bytes that are not of the alphabet are skipped; padding in the middle starts anew. */
size_t mimex_base64(const uint8_t *s, size_t n, uint8_t *ret);

/* A header's value, folded or not, to UTF-8: encoded words decoded (in quoted strings too, with blanks inside, unterminated, split within
 * a character), other bytes above 127 as UTF-8 or windows-1252. Not yet cleaned. */
void mimex_words(const char *s, size_t n, struct sink *ret);

#endif
