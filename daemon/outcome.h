/* daemon/outcome.h — what became of a receipt that was handed to the sender: the change for the register, and the line for the journal.
 *
 * What an event means is outbox/policy.h's table; here it gets a time and words. Nothing is written: that is dispatch.c's.
 */
#ifndef KLACHTD_DAEMON_OUTCOME_H
#define KLACHTD_DAEMON_OUTCOME_H

#include "outbox/policy.h"
#include "register/register.h"

struct outcome {
	int64_t id;
	const char *state;		/* a constant */
	int64_t next_try_us;
	int code;
	char text[520];			/* the server's words; "": none */
	const char *note;		/* a constant; NULL */
};

/* not_before_us: when all sending goes on, for a receipt that is put off only because the way to the server is closed; 0: it has a time of its own. */
void outcome_of(const struct reg_receipt_row *row, enum outbox_event event, int64_t not_before_us, int code, const char *text, struct outcome *ret);

/* The sender never began it: as it was, due at that time. Not in the journal: another receipt's line says why. */
void outcome_unbegun(const struct reg_receipt_row *row, int64_t at_us, struct outcome *ret);

/* For reg_receipts_change(); borrows from o. */
struct reg_receipt_change outcome_change(const struct outcome *o);

#endif
