/* outbox/address.h — mail addresses and Message-IDs, strictly: they will stand in headers and envelopes.
 *
 * Source:  RFC 5322 section 3.4.1 (addr-spec) and 3.6.4 (msg-id), RFC 5321 section 4.5.3.1 (lengths). receipt_address_ok() of outbox/receipt.h is here.
 */
#ifndef KLACHTD_OUTBOX_ADDRESS_H
#define KLACHTD_OUTBOX_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

/* RFC 5322 section 3.2.3 atext. */
bool atom_char(char c);

/* "Name <local@domain>" or "local@domain", as an operator writes it. 0, or -1. */
struct mailbox {
	char *name;		/* owned; NULL: none */
	char *address;		/* owned */
};
int mailbox_parse(const char *s, struct mailbox *ret);
void mailbox_free(struct mailbox *m);

/* id with or without <>: 1 when it is an msg-id that may be repeated in a header (printable ASCII, one @ inside, at most 250 bytes);
 * *ret points into id at its first byte inside the brackets, *ret_n bytes. */
int message_id_ok(const char *id, const char **ret, size_t *ret_n);

#endif
