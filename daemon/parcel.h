/* daemon/parcel.h — a receipt ready for the sender: its row, its mail, and the descriptor that carries it. All that can fail is done before the commit
 * that starts it.
 */
#ifndef KLACHTD_DAEMON_PARCEL_H
#define KLACHTD_DAEMON_PARCEL_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "outbox/receipt.h"
#include "register/register.h"

struct parcel {
	struct reg_receipt_row row;	/* owned */
	char *message;			/* owned */
	size_t n;
	int fd;				/* owned: a sealed memfd with the message */
};

/* A row that was handed over before gives the very same bytes again; else they are composed. 0: row is ret's now, and *row empty; FAIL_RETRY no memory or
 * descriptor now; else no mail can be made of it. */
int parcel_make(const struct templates *t, const struct receipt *r, struct reg_receipt_row *row, struct parcel *ret, struct error *err);
void parcel_free(struct parcel *p);

/* Its start, for reg_receipts_change(); borrows from p. */
struct reg_receipt_change parcel_start(const struct parcel *p, int64_t lease_until_us);

#endif
