/* The outbox table, cell by cell; the retry times; the limits. Written apart from the table, from what an operator would expect. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "outbox/policy.h"

#define REFUSED "-"
#define MINUTE INT64_C(60000000)

struct cell {
	enum outbox_event event;
	const char *after;
};

static void row(const char *state, const struct cell cells[OUTBOX_EVENTS])
{
	enum outbox_state from;
	assert_int_equal(outbox_state_from(state, &from), 1);
	for (unsigned i = 0; i < OUTBOX_EVENTS; i++) {
		assert_int_equal(cells[i].event, i);	/* every event is listed, none twice */
		int next = outbox_next(from, (enum outbox_event)i);
		const char *got = next < 0 ? REFUSED : outbox_state_name((enum outbox_state)next);
		if (strcmp(got, cells[i].after) != 0)
			fail_msg("%s, event %u: %s instead of %s", state, i, got, cells[i].after);
	}
}

static void queued(void **state)
{
	(void)state;
	row("queued", (struct cell[OUTBOX_EVENTS]){
		{ OUTBOX_EV_START, "sending" },
		{ OUTBOX_EV_ACCEPTED, REFUSED },	/* nobody was handed it: a sender that says so is wrong */
		{ OUTBOX_EV_RETRY, REFUSED },
		{ OUTBOX_EV_REFUSED, "failed" },	/* no mail can be made of it */
		{ OUTBOX_EV_LOST, REFUSED },
		{ OUTBOX_EV_CRASHED, REFUSED },		/* only what was being sent can have been interrupted */
		{ OUTBOX_EV_RELEASE, "queued" },	/* now, not at the next try */
		{ OUTBOX_EV_SUPPRESS, "suppressed" },
		{ OUTBOX_EV_HOLD, "held" },
		{ OUTBOX_EV_DELIVERED, "delivered" },	/* restored from a backup: the report knows better, no second receipt */
		{ OUTBOX_EV_BOUNCED, "bounced" },
		{ OUTBOX_EV_PRINT, "to-print" },
		{ OUTBOX_EV_PRINTED, REFUSED },		/* no letter was made */
	});
}

static void held(void **state)
{
	(void)state;
	row("held", (struct cell[OUTBOX_EVENTS]){
		{ OUTBOX_EV_START, REFUSED },		/* the whole point of holding */
		{ OUTBOX_EV_ACCEPTED, REFUSED },
		{ OUTBOX_EV_RETRY, REFUSED },
		{ OUTBOX_EV_REFUSED, REFUSED },
		{ OUTBOX_EV_LOST, REFUSED },
		{ OUTBOX_EV_CRASHED, REFUSED },
		{ OUTBOX_EV_RELEASE, "queued" },
		{ OUTBOX_EV_SUPPRESS, "suppressed" },
		{ OUTBOX_EV_HOLD, "held" },
		{ OUTBOX_EV_DELIVERED, "delivered" },	/* held as late after a restore, yet it had gone out */
		{ OUTBOX_EV_BOUNCED, "bounced" },
		{ OUTBOX_EV_PRINT, "to-print" },
		{ OUTBOX_EV_PRINTED, REFUSED },
	});
}

static void sending(void **state)
{
	(void)state;
	row("sending", (struct cell[OUTBOX_EVENTS]){
		{ OUTBOX_EV_START, REFUSED },		/* twice on the wire */
		{ OUTBOX_EV_ACCEPTED, "sent" },
		{ OUTBOX_EV_RETRY, "queued" },		/* before the final dot nothing was taken over */
		{ OUTBOX_EV_REFUSED, "failed" },
		{ OUTBOX_EV_LOST, "uncertain" },
		{ OUTBOX_EV_CRASHED, "uncertain" },
		{ OUTBOX_EV_RELEASE, REFUSED },		/* it is going already */
		{ OUTBOX_EV_SUPPRESS, REFUSED },	/* too late to call it back: saying yes would be a lie */
		{ OUTBOX_EV_HOLD, REFUSED },
		{ OUTBOX_EV_DELIVERED, "delivered" },	/* about the earlier, uncertain copy */
		{ OUTBOX_EV_BOUNCED, "bounced" },
		{ OUTBOX_EV_PRINT, REFUSED },
		{ OUTBOX_EV_PRINTED, REFUSED },
	});
}

static void sent(void **state)
{
	(void)state;
	row("sent", (struct cell[OUTBOX_EVENTS]){
		{ OUTBOX_EV_START, REFUSED },		/* never twice */
		{ OUTBOX_EV_ACCEPTED, REFUSED },	/* what happens on QUIT after the 250 is not asked */
		{ OUTBOX_EV_RETRY, REFUSED },
		{ OUTBOX_EV_REFUSED, REFUSED },
		{ OUTBOX_EV_LOST, REFUSED },
		{ OUTBOX_EV_CRASHED, REFUSED },
		{ OUTBOX_EV_RELEASE, REFUSED },
		{ OUTBOX_EV_SUPPRESS, REFUSED },
		{ OUTBOX_EV_HOLD, REFUSED },
		{ OUTBOX_EV_DELIVERED, "delivered" },
		{ OUTBOX_EV_BOUNCED, "bounced" },
		{ OUTBOX_EV_PRINT, REFUSED },		/* confirmed once is enough */
		{ OUTBOX_EV_PRINTED, REFUSED },
	});
}

static void uncertain(void **state)
{
	(void)state;
	row("uncertain", (struct cell[OUTBOX_EVENTS]){
		{ OUTBOX_EV_START, "sending" },		/* the one case of a second copy, with the same Message-ID */
		{ OUTBOX_EV_ACCEPTED, REFUSED },
		{ OUTBOX_EV_RETRY, REFUSED },
		{ OUTBOX_EV_REFUSED, "failed" },	/* no mail can be made of it */
		{ OUTBOX_EV_LOST, REFUSED },
		{ OUTBOX_EV_CRASHED, REFUSED },
		{ OUTBOX_EV_RELEASE, "uncertain" },	/* now; the doubt stays on the register */
		{ OUTBOX_EV_SUPPRESS, "suppressed" },	/* the operator saw it in the mail server's log */
		{ OUTBOX_EV_HOLD, "held" },
		{ OUTBOX_EV_DELIVERED, "delivered" },	/* the doubt is over */
		{ OUTBOX_EV_BOUNCED, "bounced" },
		{ OUTBOX_EV_PRINT, "to-print" },
		{ OUTBOX_EV_PRINTED, REFUSED },
	});
}

static void delivered(void **state)
{
	(void)state;
	row("delivered", (struct cell[OUTBOX_EVENTS]){
		{ OUTBOX_EV_START, REFUSED },
		{ OUTBOX_EV_ACCEPTED, "delivered" },	/* the report overtook the second copy's reply */
		{ OUTBOX_EV_RETRY, "delivered" },	/* and then no third one is needed */
		{ OUTBOX_EV_REFUSED, "delivered" },
		{ OUTBOX_EV_LOST, "delivered" },
		{ OUTBOX_EV_CRASHED, REFUSED },
		{ OUTBOX_EV_RELEASE, REFUSED },
		{ OUTBOX_EV_SUPPRESS, REFUSED },
		{ OUTBOX_EV_HOLD, REFUSED },
		{ OUTBOX_EV_DELIVERED, "delivered" },	/* reports are repeated */
		{ OUTBOX_EV_BOUNCED, "delivered" },	/* of a forwarded copy: the person has it */
		{ OUTBOX_EV_PRINT, REFUSED },
		{ OUTBOX_EV_PRINTED, REFUSED },
	});
}

static void bounced(void **state)
{
	(void)state;
	row("bounced", (struct cell[OUTBOX_EVENTS]){
		{ OUTBOX_EV_START, REFUSED },		/* not by itself */
		{ OUTBOX_EV_ACCEPTED, "bounced" },	/* the copy under way will come back as well */
		{ OUTBOX_EV_RETRY, "bounced" },
		{ OUTBOX_EV_REFUSED, "bounced" },
		{ OUTBOX_EV_LOST, "bounced" },
		{ OUTBOX_EV_CRASHED, REFUSED },
		{ OUTBOX_EV_RELEASE, "queued" },	/* the mailbox is no longer full */
		{ OUTBOX_EV_SUPPRESS, "suppressed" },
		{ OUTBOX_EV_HOLD, REFUSED },		/* it goes nowhere as it is */
		{ OUTBOX_EV_DELIVERED, "delivered" },	/* one copy arrived after all */
		{ OUTBOX_EV_BOUNCED, "bounced" },
		{ OUTBOX_EV_PRINT, "to-print" },	/* by post instead */
		{ OUTBOX_EV_PRINTED, REFUSED },
	});
}

static void failed(void **state)
{
	(void)state;
	row("failed", (struct cell[OUTBOX_EVENTS]){
		{ OUTBOX_EV_START, REFUSED },
		{ OUTBOX_EV_ACCEPTED, REFUSED },
		{ OUTBOX_EV_RETRY, REFUSED },
		{ OUTBOX_EV_REFUSED, REFUSED },
		{ OUTBOX_EV_LOST, REFUSED },
		{ OUTBOX_EV_CRASHED, REFUSED },
		{ OUTBOX_EV_RELEASE, "queued" },	/* the cause was mended: try again */
		{ OUTBOX_EV_SUPPRESS, "suppressed" },
		{ OUTBOX_EV_HOLD, REFUSED },
		{ OUTBOX_EV_DELIVERED, "delivered" },	/* the uncertain first copy had arrived */
		{ OUTBOX_EV_BOUNCED, "bounced" },
		{ OUTBOX_EV_PRINT, "to-print" },
		{ OUTBOX_EV_PRINTED, REFUSED },
	});
}

static void suppressed(void **state)
{
	(void)state;
	row("suppressed", (struct cell[OUTBOX_EVENTS]){
		{ OUTBOX_EV_START, REFUSED },
		{ OUTBOX_EV_ACCEPTED, "suppressed" },	/* bounced, then dropped, while a copy was on the wire */
		{ OUTBOX_EV_RETRY, "suppressed" },
		{ OUTBOX_EV_REFUSED, "suppressed" },
		{ OUTBOX_EV_LOST, "suppressed" },
		{ OUTBOX_EV_CRASHED, REFUSED },
		{ OUTBOX_EV_RELEASE, "queued" },	/* the operator thinks better of it */
		{ OUTBOX_EV_SUPPRESS, "suppressed" },
		{ OUTBOX_EV_HOLD, REFUSED },
		{ OUTBOX_EV_DELIVERED, "delivered" },	/* suppressed while uncertain, and it had arrived */
		{ OUTBOX_EV_BOUNCED, "suppressed" },	/* no letter starts from what a person ended */
		{ OUTBOX_EV_PRINT, "to-print" },
		{ OUTBOX_EV_PRINTED, REFUSED },
	});
}

static void to_print(void **state)
{
	(void)state;
	row("to-print", (struct cell[OUTBOX_EVENTS]){
		{ OUTBOX_EV_START, REFUSED },		/* no address to send it to */
		{ OUTBOX_EV_ACCEPTED, "to-print" },	/* bounced while a copy was on the wire */
		{ OUTBOX_EV_RETRY, "to-print" },
		{ OUTBOX_EV_REFUSED, "to-print" },
		{ OUTBOX_EV_LOST, "to-print" },
		{ OUTBOX_EV_CRASHED, REFUSED },
		{ OUTBOX_EV_RELEASE, REFUSED },		/* a letter is released by printing it */
		{ OUTBOX_EV_SUPPRESS, "suppressed" },
		{ OUTBOX_EV_HOLD, REFUSED },		/* held returns to the mail queue: not for a letter */
		{ OUTBOX_EV_DELIVERED, "delivered" },	/* read after all: saves the stamp */
		{ OUTBOX_EV_BOUNCED, "to-print" },	/* a second report of the same */
		{ OUTBOX_EV_PRINT, "to-print" },	/* the file is made anew */
		{ OUTBOX_EV_PRINTED, "printed" },
	});
}

static void printed(void **state)
{
	(void)state;
	row("printed", (struct cell[OUTBOX_EVENTS]){
		{ OUTBOX_EV_START, REFUSED },
		{ OUTBOX_EV_ACCEPTED, "printed" },	/* the same, and the letter posted */
		{ OUTBOX_EV_RETRY, "printed" },
		{ OUTBOX_EV_REFUSED, "printed" },
		{ OUTBOX_EV_LOST, "printed" },
		{ OUTBOX_EV_CRASHED, REFUSED },
		{ OUTBOX_EV_RELEASE, REFUSED },
		{ OUTBOX_EV_SUPPRESS, REFUSED },	/* it is in the post */
		{ OUTBOX_EV_HOLD, REFUSED },
		{ OUTBOX_EV_DELIVERED, "printed" },	/* the letter stands, whatever a report says */
		{ OUTBOX_EV_BOUNCED, "printed" },
		{ OUTBOX_EV_PRINT, "to-print" },	/* lost in the post: once more */
		{ OUTBOX_EV_PRINTED, "printed" },
	});
}

static void names_go_both_ways_and_strangers_are_refused(void **state)
{
	(void)state;
	for (unsigned s = 0; s < OUTBOX_STATES; s++) {
		enum outbox_state back;
		assert_int_equal(outbox_state_from(outbox_state_name((enum outbox_state)s), &back), 1);
		assert_int_equal(back, s);
	}
	enum outbox_state untouched = OUTBOX_SENT;
	assert_int_equal(outbox_state_from("Queued", &untouched), 0);
	assert_int_equal(outbox_state_from("", &untouched), 0);
	assert_int_equal(outbox_state_from(NULL, &untouched), 0);
	assert_int_equal(untouched, OUTBOX_SENT);
	assert_int_equal(outbox_next(OUTBOX_STATES, OUTBOX_EV_START), -1);
	assert_int_equal(outbox_next(OUTBOX_QUEUED, OUTBOX_EVENTS), -1);
}

static void tries_double_to_four_hours(void **state)
{
	(void)state;
	static const int minutes[] = { 1, 2, 4, 8, 16, 32, 64, 128, 240, 240 };
	for (int i = 0; i < 10; i++) {
		assert_int_equal(outbox_retry_at(i + 1, 0.5, 1000, 0), 1000 + minutes[i] * MINUTE);
		assert_int_equal(outbox_retry_at(i + 1, 0, 0, 0), minutes[i] * MINUTE * 8 / 10);
		assert_int_equal(outbox_retry_at(i + 1, 1, 0, 0), minutes[i] * MINUTE * 12 / 10);
	}
	assert_int_equal(outbox_retry_at(1000000000, 0.5, 0, 0), 240 * MINUTE);	/* no overflow */
	assert_int_equal(outbox_retry_at(0, 0.5, 0, 0), MINUTE);
	assert_int_equal(outbox_retry_at(1, NAN, 0, 0), MINUTE);
	assert_int_equal(outbox_retry_at(1, 77, 0, 0), MINUTE);
}

static void the_last_try_is_at_the_end(void **state)
{
	(void)state;
	assert_int_equal(outbox_retry_at(9, 0.5, 0, 60 * MINUTE), 60 * MINUTE);
	assert_int_equal(outbox_retry_at(10, 0.5, 60 * MINUTE, 60 * MINUTE), 0);
	assert_int_equal(outbox_retry_at(1, 0.5, 61 * MINUTE, 60 * MINUTE), 0);
}

static void limits(void **state)
{
	(void)state;
	assert_int_equal(outbox_limit(0, 0, 3, 60), OUTBOX_FREE);
	assert_int_equal(outbox_limit(2, 59, 3, 60), OUTBOX_FREE);
	assert_int_equal(outbox_limit(3, 0, 3, 60), OUTBOX_SENDER_LIMIT);
	assert_int_equal(outbox_limit(0, 60, 3, 60), OUTBOX_HOUR_LIMIT);
	assert_int_equal(outbox_limit(3, 60, 3, 60), OUTBOX_SENDER_LIMIT);	/* the reason that an operator can mend alone */
	assert_int_equal(outbox_limit(0, 0, 0, 60), OUTBOX_SENDER_LIMIT);	/* 0 allows none */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(queued), cmocka_unit_test(held), cmocka_unit_test(sending), cmocka_unit_test(sent),
		cmocka_unit_test(uncertain), cmocka_unit_test(delivered), cmocka_unit_test(bounced), cmocka_unit_test(failed),
		cmocka_unit_test(suppressed), cmocka_unit_test(to_print), cmocka_unit_test(printed),
		cmocka_unit_test(names_go_both_ways_and_strangers_are_refused),
		cmocka_unit_test(tries_double_to_four_hours),
		cmocka_unit_test(the_last_try_is_at_the_end),
		cmocka_unit_test(limits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
