/* parsers/message/addrspec.h — address fields as written by everybody's software: From, To, Reply-To.
 *
 * Source:  RFC 5322 section 3.4 and its obsolete forms, RFC 6532; and what is none of it: unquoted commas, ";" between addresses, names in
 *          comments, missing brackets, text behind them, blanks around "@".
 * Owner:   everything hangs on the arena.
 * Limits:  ADDRSPEC_MAX mailboxes; further ones are ignored.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_ADDRSPEC_H
#define KLACHTD_PARSERS_MESSAGE_ADDRSPEC_H

#include <stdbool.h>
#include <stddef.h>

#include "parsers/arena.h"
#include "parsers/message/message.h"

#define ADDRSPEC_MAX 1000

/* The raw value of an address field. Returns 0, or -1 out of memory. A name without an address is a mailbox too. */
int addrspec_list(const char *s, size_t n, struct arena *a, struct mailbox_list *ret);

/* Is it one addr-spec that SMTP could carry (RFC 5321 sections 4.1.2 and 4.5.3.1; UTF-8 allowed as in RFC 6531)? */
bool addrspec_valid(const char *s);

#endif
