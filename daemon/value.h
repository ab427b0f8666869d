/* daemon/value.h — one value of the configuration: text to its meaning. Pure.
 *
 * Returns: 0, or -1 when the text is not such a value; the caller says what would be valid.
 */
#ifndef KLACHTD_DAEMON_VALUE_H
#define KLACHTD_DAEMON_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "register/term.h"

int value_int(const char *s, int64_t min, int64_t max, int64_t *ret);
int value_duration(const char *s, int64_t *ret_us);	/* "60s", "5min", "2h", "1d"; a bare number is seconds */
int value_bytes(const char *s, int64_t *ret);		/* "64M", "512K", "1G"; a bare number is bytes */
int value_bool(const char *s, bool *ret);		/* yes no true false on off */
int value_day(const char *s, struct day *ret);		/* "2026-11-01", a day that exists */
int value_phone(const char *s, char ret[20]);		/* Dutch notation or +..., to E.164 */
int value_address(const char *s);			/* a plain addr-spec (RFC 5321 Mailbox without quoting) */
int value_domain(const char *s);			/* also a host name or IPv4 address */
int value_pattern(const char *s, char *ret_why, size_t why_n);	/* a PCRE2 pattern that compiles */
int value_absolute(const char *s);			/* an absolute path without ".." */

#endif
