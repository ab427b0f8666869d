#include "daemon/outcome.h"

#include <stdio.h>

#include "base/backoff.h"
#include "base/clock.h"
#include "daemon/decide.h"
#include "daemon/journal.h"

#define GIVE_UP_US (5 * US_PER_DAY)		/* RFC 5321 section 4.5.4.1 */

static void say(const struct reg_receipt_row *row, enum outbox_state state, enum outbox_event event, int code, int64_t next_us)
{
	struct journal_fields f = { .complaint = row->number };
	long long wait = (long long)((next_us - clock_now_us()) / US_PER_SECOND);
	switch (state) {
	case OUTBOX_SENT:
		journal(EVENT_RECEIPT_SENT, &f, "%s: receipt accepted by the mail server (%d)%s", row->number, code,
			row->attempts > 1 ? ", not at the first try" : "");
		break;
	case OUTBOX_QUEUED:
		journal(EVENT_RECEIPT_RETRY, &f, "%s: receipt not accepted yet (%d), trying again in %lld s", row->number, code, wait);
		break;
	case OUTBOX_UNCERTAIN:
		journal(EVENT_RECEIPT_UNCERTAIN, &f, "%s: the connection was lost before the reply to the receipt: it may have gone out; sent again with the same "
			"Message-ID in %lld s", row->number, wait);
		break;
	case OUTBOX_TO_PRINT:
		journal(EVENT_RECEIPT_BOUNCED, &f, "%s: receipt %s (%d): the postal address is known, it goes by post", row->number,
			event == OUTBOX_EV_REFUSED ? "refused for good" : "given up after five days", code);
		break;
	default:
		journal(EVENT_RECEIPT_FAILED, &f, "%s: receipt %s (%d): confirm by hand; klachtctl receipts lists it, release tries once more", row->number,
			event == OUTBOX_EV_REFUSED ? "refused for good" : "given up after five days", code);
	}
}

void outcome_of(const struct reg_receipt_row *row, enum outbox_event event, int64_t not_before_us, int code, const char *text, struct outcome *ret)
{
	int64_t now = clock_now_us(), next_us = 0;
	int next = outbox_next(OUTBOX_SENDING, event);
	if (event == OUTBOX_EV_RETRY || event == OUTBOX_EV_LOST || event == OUTBOX_EV_CRASHED) {
		int64_t due = row->acknowledge_due_us ? row->acknowledge_due_us : now;
		next_us = outbox_retry_at(row->attempts, (double)backoff_random() / UINT32_MAX, now, due + GIVE_UP_US);
		if (!next_us)
			next = outbox_next(OUTBOX_SENDING, OUTBOX_EV_REFUSED);
		else if (not_before_us)
			next_us = not_before_us;
	}
	bool print = next == OUTBOX_FAILED && decide_postal(json_object_get(row->complaint, "sender"));
	if (print)	/* as one that comes back later: the register writes that, here it is known at once */
		next = outbox_next(OUTBOX_FAILED, OUTBOX_EV_PRINT);
	*ret = (struct outcome){ .id = row->id, .state = outbox_state_name((enum outbox_state)next), .next_try_us = next_us, .code = code,
				 .note = print ? "refused" : NULL };
	(void)snprintf(ret->text, sizeof ret->text, "%s", text ? text : "");
	say(row, (enum outbox_state)next, event, code, next_us);
}

void outcome_unbegun(const struct reg_receipt_row *row, int64_t at_us, struct outcome *ret)
{
	*ret = (struct outcome){ .id = row->id, .state = outbox_state_name((enum outbox_state)outbox_next(OUTBOX_SENDING, OUTBOX_EV_RETRY)), .next_try_us = at_us,
				 .note = "not begun" };
}

struct reg_receipt_change outcome_change(const struct outcome *o)
{
	return (struct reg_receipt_change){ .id = o->id, .state = o->state, .next_try_us = o->next_try_us, .smtp_code = o->code,
					    .smtp_text = o->text[0] ? o->text : NULL, .who = "klachtd", .note = o->note };
}
