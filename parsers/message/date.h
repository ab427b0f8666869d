/* parsers/message/date.h — the Date field in all its odd shapes to RFC 3339.
 *
 * Source:  RFC 5322 section 3.3 and 4.3 (two-digit years, named zones), asctime, ISO 8601; English, Dutch and German month names.
 * Limits:  1990..2100, a real day, hour below 24, offset below 15 h; anything else is no date.
 * Returns: 1 and "2026-03-02T09:15:00+01:00" in ret (at least 26 bytes; offset as written, "-00:00" when none is), 0.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_DATE_H
#define KLACHTD_PARSERS_MESSAGE_DATE_H

#include <stddef.h>

#define DATE_BYTES 32

int date_parse(const char *s, size_t n, char ret[DATE_BYTES]);

#endif
