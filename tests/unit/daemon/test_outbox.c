/* The register's statements say by themselves from which state to which: held here against outbox/policy.h, cell by cell. Where the table has no cell for it,
 * or leaves the state alone, so must the register. */
#include "tests/unit/register/fixture.h"

#include "outbox/policy.h"

static struct told filed;
static int64_t id;

static int a_receipt_with(void **state, bool address)
{
	if (setup(state) != 0)
		return -1;
	filed = file((struct item){ .uid = 1, .email = "jan@voorbeeld.example", .address = address });
	id = filed.entries[0].outbox_id;
	return id > 0 ? 0 : -1;
}

static int one_receipt(void **state)
{
	return a_receipt_with(state, false);
}

static int one_that_can_be_printed(void **state)
{
	return a_receipt_with(state, true);
}

static void set_state(enum outbox_state s)
{
	char sql[200];
	(void)snprintf(sql, sizeof sql, "UPDATE outbox SET state = '%s', instance = 'one', lease_until_us = 1, rendered_us = NULL", outbox_state_name(s));
	assert_int_equal(sqlite3_exec(fx.reg->db, sql, NULL, NULL, NULL), 0);
}

static void same_as_the_table(enum outbox_state from, enum outbox_event e, const char *what)
{
	json_t *row = show(filed.entries[0].number);
	const char *got = TEXT_AT(row, "receipt", "state");
	int next = outbox_next(from, e);
	const char *want = outbox_state_name(next < 0 ? from : (enum outbox_state)next);
	if (!got || strcmp(got, want) != 0)
		fail_msg("%s, %s: the register says %s, the table %s", outbox_state_name(from), what, got ? got : "nothing", want);
	json_decref(row);
}

static void a_persons_verbs(void **state)
{
	(void)state;
	static const struct { const char *verb; enum outbox_event event; } verbs[] = {
		{ "release", OUTBOX_EV_RELEASE }, { "suppress", OUTBOX_EV_SUPPRESS }, { "hold", OUTBOX_EV_HOLD }, { "print", OUTBOX_EV_PRINT },
		{ "printed", OUTBOX_EV_PRINTED },
	};
	struct error err;
	for (int s = 0; s < OUTBOX_STATES; s++)
		for (size_t v = 0; v < sizeof verbs / sizeof verbs[0]; v++) {
			set_state((enum outbox_state)s);
			assert_true(reg_receipt_set(fx.reg, filed.entries[0].number, verbs[v].verb, "piet", clock_now_us(), &err) >= 0);
			same_as_the_table((enum outbox_state)s, verbs[v].event, verbs[v].verb);
		}
}

static void reports(void **state)
{
	(void)state;
	static const struct { const char *name; enum outbox_event event; } kinds[] = {
		{ "delivered", OUTBOX_EV_DELIVERED }, { "bounced", OUTBOX_EV_BOUNCED },
	};
	int64_t uid = 10;
	for (int s = 0; s < OUTBOX_STATES; s++)
		for (size_t k = 0; k < 2; k++) {
			set_state((enum outbox_state)s);
			file((struct item){ .uid = uid++, .kind = "machine", .no_entry = true, .about = filed.entries[0].receipt_id, .about_state = kinds[k].name });
			same_as_the_table((enum outbox_state)s, kinds[k].event, kinds[k].name);
		}
}

static void what_the_sender_says(void **state)
{
	(void)state;
	static const enum outbox_event events[] = { OUTBOX_EV_ACCEPTED, OUTBOX_EV_RETRY, OUTBOX_EV_REFUSED, OUTBOX_EV_LOST };
	struct error err;
	for (int s = 0; s < OUTBOX_STATES; s++)
		for (size_t e = 0; e < sizeof events / sizeof events[0]; e++) {
			struct reg_receipt_change c = { .id = id, .state = outbox_state_name((enum outbox_state)outbox_next(OUTBOX_SENDING, events[e])) };
			set_state((enum outbox_state)s);
			int r = reg_receipt_change(fx.reg, &c, NULL, clock_now_us(), &err);
			same_as_the_table((enum outbox_state)s, events[e], c.state);
			assert_int_equal(r, outbox_next((enum outbox_state)s, events[e]) < 0 ? FAIL_ITEM : 0);
		}
}

static void starts_and_crashes(void **state)
{
	(void)state;
	struct error err;
	for (int s = 0; s < OUTBOX_STATES; s++) {
		struct reg_receipt_change c = { .id = id, .state = "sending", .lease_until_us = 1, .message = "x", .message_n = 1 };
		set_state((enum outbox_state)s);
		(void)reg_receipt_change(fx.reg, NULL, &c, clock_now_us(), &err);
		same_as_the_table((enum outbox_state)s, OUTBOX_EV_START, "start");
		set_state((enum outbox_state)s);
		assert_true(reg_receipts_recover(fx.reg, clock_now_us(), &err) >= 0);
		same_as_the_table((enum outbox_state)s, OUTBOX_EV_CRASHED, "crash");
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, one_receipt, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_persons_verbs, one_that_can_be_printed, teardown),
		TEST(reports), TEST(what_the_sender_says), TEST(starts_and_crashes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
