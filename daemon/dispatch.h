/* daemon/dispatch.h — the conductor of the outbox: takes due rows from the register, composes, hands them to the sender, and writes down what became of
 * them. What a result means is outbox/policy.h's; the transaction is the register's.
 *
 * "Marking k sent and k+1 sending is one commit": outcomes wait a moment for each other and for the start of the next. A quick server has up to two
 * receipts waiting, so that half of them are composed and committed while the others are on the wire; any other has one.
 */
#ifndef KLACHTD_DAEMON_DISPATCH_H
#define KLACHTD_DAEMON_DISPATCH_H

#include "daemon/service.h"
#include "outbox/receipt.h"

struct dispatch;

/* Loads the templates, recovers rows of an earlier life, starts the sender where receipts are to be sent.
 * Returns 0; FAIL_CONFIG bad template, sender not installed; FAIL_RETRY the register cannot say now. */
int dispatch_open(struct service *s, struct dispatch **ret, struct error *err);
void dispatch_close(struct dispatch *d);	/* accepts NULL. Waits up to 20 s for what becomes of the rows on their way; then they
						 * stay "sending" until their lease ends or we start again */

void dispatch_kick(void *dispatch);		/* rows may be due */
/* What a receipt says, by mail or by post: the facts of the row, the agency as configured, and our language for those who wrote neither Dutch nor English.
 * *ret borrows from row, agency and the configuration. */
void dispatch_receipt(const struct dispatch *d, const struct reg_receipt_row *row, int64_t now_us, struct receipt_agency *agency, struct receipt *ret);
const struct templates *dispatch_templates(const struct dispatch *d);	/* borrowed until dispatch_close */
bool dispatch_idle(const struct dispatch *d);	/* --once: nothing on its way, nothing due now */
bool dispatch_deferred(const struct dispatch *d);	/* rows that wait for another try, or whose outcome is uncertain */
bool dispatch_stalled(const struct dispatch *d, struct error *ret_why);	/* the register did not do as asked when last asked */
int64_t dispatch_busy_us(const struct dispatch *d);	/* how long the row on its way has been there; 0 none */

#endif
