/* reader/text_check.h — what single values of a record may look like: one definition for the side that writes and the side that refuses.
 *
 * All are pure; s is UTF-8 and NUL-terminated.
 */
#ifndef KLACHTD_READER_TEXT_CHECK_H
#define KLACHTD_READER_TEXT_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/* No control characters: C0, DEL, C1 (U+0080-009F), line and paragraph separators, direction overrides; with lines: LF and TAB may stand. */
bool text_plain(const char *s, size_t n, bool lines);
/* Bytes of the forbidden character that s begins with; 0: none. */
size_t text_forbidden(const char *s, size_t n, bool lines);

bool text_address(const char *s);		/* local@domain that may stand in an SMTP command as it is (RFC 5321 section 4.1.2, RFC 6531) */
bool text_phone(const char *s);			/* E.164: + and 7 to 15 digits */
bool text_digits(const char *s, size_t max);	/* 1 to max digits */
bool text_complaint_number(const char *s);	/* K-YYYY-NNNNNN */
bool text_code(const char *s);			/* kebab-case, at most 60 */
bool text_field(const char *s);			/* the name of a record's field: "sender.name", "dossier_numbers[0]" */
bool text_language(const char *s);		/* two or three lower-case letters */
bool text_date(const char *s);			/* RFC 3339, seconds and offset */
bool text_sha256(const char *s);		/* 64 lower-case hex digits */

#endif
