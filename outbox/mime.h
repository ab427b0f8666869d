/* outbox/mime.h — text into the shapes that mail allows.
 *
 * Source:  RFC 5322 (header folding), RFC 2045 section 6.7 (quoted-printable), RFC 2047 (encoded words).
 * Writes to a FILE (open_memstream); the caller checks it at fclose. Everything written is 7-bit with CRLF.
 */
#ifndef KLACHTD_OUTBOX_MIME_H
#define KLACHTD_OUTBOX_MIME_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* The next character of UTF-8, *p moves past it; U+FFFD for a byte that is none (*p moves one byte). *p must not be at the end. */
uint32_t utf8_next(const char **p);

/* One line without what no line of a letter should carry: control characters (C0, C1), characters that are invisible or turn the direction of
 * writing, private use, pictures, more than three accents on a letter. Runs of blanks become one, ends are trimmed. free(); NULL: no memory, or not UTF-8. */
char *text_clean(const char *s);

/* "From: Name <address>\r\n": the name quoted or as encoded words where needed, folded. */
void mime_address(FILE *f, const char *header, const char *name, const char *address);
/* "Subject: ...\r\n": unstructured, encoded words where needed, folded. */
void mime_unstructured(FILE *f, const char *header, const char *text);
/* The body of a text part, quoted-printable; lines of the input end in LF. */
void mime_quoted_printable(FILE *f, const char *text);

#endif
