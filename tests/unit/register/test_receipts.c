/* The outbox's rows: who may move them, what one commit holds, what a restart finds. */
#include "fixture.h"

static int64_t now;

static struct told one(int64_t uid)
{
	struct told t = file((struct item){ .uid = uid, .email = "j@example.com" });
	now = clock_now_us();
	return t;
}

static struct reg_receipt_row next(void)
{
	struct reg_receipt_row row = { 0 };
	int64_t when;
	assert_int_equal(reg_receipt_next(fx.reg, now, &row, &when, NULL), 1);
	return row;
}

static void free_row(struct reg_receipt_row row)
{
	reg_receipt_free(&row);
}

static int change(int64_t id, const char *state, int64_t start_id)
{
	struct reg_receipt_change o = { .id = id, .state = state, .next_try_us = now + US_PER_SECOND, .smtp_code = 250, .smtp_text = "ok", .note = "250" };
	struct reg_receipt_change s = { .id = start_id, .state = "sending", .lease_until_us = now + 60 * US_PER_SECOND, .message = "Subject: x\r\n", .message_n = 12 };
	struct error err;
	return reg_receipt_change(fx.reg, id ? &o : NULL, start_id ? &s : NULL, now, &err);
}

static const char *state_of(const char *number)
{
	static char ret[20];
	json_t *row = show(number);
	(void)snprintf(ret, sizeof ret, "%s", TEXT_AT(row, "receipt", "state"));
	json_decref(row);
	return ret;
}

static void the_next_row_says_all_that_a_template_needs(void **state)
{
	(void)state;
	struct told a = one(1);
	struct reg_receipt_row row = next();
	assert_string_equal(row.number, a.entries[0].number);
	assert_string_equal(row.state, "queued");
	assert_string_equal(row.to, "j@example.com");
	assert_string_equal(row.message_id, a.entries[0].receipt_id);
	assert_string_equal(row.text, "complaint");
	assert_string_equal(row.language, "nl");
	assert_null(row.message);
	assert_int_equal(row.attempts, 0);
	assert_int_equal(row.acknowledge_due_us, a.entries[0].acknowledge_due_us);
	assert_string_equal(TEXT_AT(row.complaint, "sender", "name"), "J. de Vries");
	assert_string_equal(TEXT_AT(row.complaint, "dossier_numbers", "0"), "2604817");
	assert_non_null(AT(row.complaint, "record", "message"));
	assert_true(json_is_false(AT(row.complaint, "is_follow_up")));
	free_row(row);
	/* a row that is not due yet says when */
	int64_t when = 0;
	struct reg_receipt_row none;
	assert_int_equal(reg_receipt_next(fx.reg, 1, &none, &when, NULL), 0);
	assert_true(when > 1);
}

static void a_follow_ups_receipt_speaks_of_the_follow_up(void **state)
{
	(void)state;
	struct told a = one(1);
	struct reg_receipt_row row = next();
	assert_int_equal(change(0, NULL, row.id), 0);
	assert_int_equal(change(row.id, "sent", 0), 0);
	free_row(row);
	file((struct item){ .uid = 2, .email = "vrouw@example.com", .parent = a.entries[0].number });
	now = clock_now_us();
	row = next();
	assert_string_equal(row.text, "follow-up");
	assert_string_equal(row.number, a.entries[0].number);
	assert_string_equal(TEXT_AT(row.complaint, "sender", "email"), "vrouw@example.com");
	assert_true(json_is_true(AT(row.complaint, "is_follow_up")));
	free_row(row);
}

static void sent_and_the_next_sending_are_one_commit(void **state)
{
	(void)state;
	struct told a = one(1), b = one(2);
	struct reg_receipt_row first = next();
	assert_int_equal(change(0, NULL, first.id), 0);
	assert_string_equal(state_of(a.entries[0].number), "sending");
	struct reg_receipt_row second = next();
	assert_string_equal(second.number, b.entries[0].number);
	assert_int_equal(change(first.id, "sent", second.id), 0);
	json_t *row = show(a.entries[0].number);
	assert_string_equal(TEXT_AT(row, "receipt", "state"), "sent");
	assert_non_null(TEXT_AT(row, "receipt", "sent_at"));
	assert_int_equal(json_integer_value(AT(row, "receipt", "attempts")), 1);
	assert_string_equal(TEXT_AT(row, "history", "1", "what"), "receipt-sending");
	assert_string_equal(TEXT_AT(row, "history", "2", "what"), "receipt-sent");
	json_decref(row);
	assert_string_equal(state_of(b.entries[0].number), "sending");
	/* one of the two does not hold: neither is written */
	assert_int_equal(change(second.id, "sent", first.id), FAIL_ITEM);
	assert_string_equal(state_of(b.entries[0].number), "sending");
	free_row(first);
	free_row(second);
}

static void several_go_in_one_commit_or_none(void **state)
{
	(void)state;
	struct told a = one(1), b = one(2), c = one(3);
	struct reg_receipt_row first = next(), second, none;
	int64_t when;
	assert_int_equal(reg_receipt_next_after(fx.reg, now, first.next_try_us, first.id, &second, &when, NULL), 1);
	assert_string_equal(second.number, b.entries[0].number);
	struct reg_receipt_change s[] = {
		{ .id = first.id, .state = "sending", .lease_until_us = now + US_PER_SECOND, .message = "x", .message_n = 1 },
		{ .id = second.id, .state = "sending", .lease_until_us = now + US_PER_SECOND, .message = "x", .message_n = 1 },
		{ .id = c.entries[0].outbox_id, .state = "sending", .lease_until_us = now + US_PER_SECOND, .message = "x", .message_n = 1 },
		{ .id = first.id, .state = "sent" }, { .id = first.id, .state = "sending", .message = "x", .message_n = 1 },
	};
	assert_int_equal(reg_receipts_change(fx.reg, s, 3, now, NULL), 0);
	assert_int_equal(reg_receipt_next_after(fx.reg, now, first.next_try_us, first.id, &none, &when, NULL), 0);
	assert_string_equal(state_of(c.entries[0].number), "sending");
	assert_int_equal(reg_receipts_change(fx.reg, s + 3, 2, now, NULL), FAIL_ITEM);	/* what is sent does not start again */
	assert_string_equal(state_of(a.entries[0].number), "sending");
	assert_int_equal(reg_receipts_change(fx.reg, s + 3, 1, now, NULL), 0);
	assert_string_equal(state_of(a.entries[0].number), "sent");
	free_row(first);
	free_row(second);
}

static void a_retry_keeps_message_id_and_bytes(void **state)
{
	(void)state;
	one(1);
	struct reg_receipt_row row = next(), again;
	assert_int_equal(change(0, NULL, row.id), 0);
	assert_int_equal(change(row.id, "queued", 0), 0);
	int64_t when;
	assert_int_equal(reg_receipt_next(fx.reg, now, &again, &when, NULL), 0);
	assert_int_equal(when, now + US_PER_SECOND);
	now = when;
	again = next();
	assert_string_equal(again.message_id, row.message_id);
	assert_int_equal(again.message_n, 12);
	assert_memory_equal(again.message, "Subject: x\r\n", 12);
	assert_int_equal(again.attempts, 1);
	free_row(row);
	free_row(again);
}

static void a_lost_lease_moves_nothing(void **state)
{
	(void)state;
	struct told a = one(1);
	struct reg_receipt_row row = next();
	assert_int_equal(change(0, NULL, row.id), 0);
	assert_int_equal(change(0, NULL, row.id), FAIL_ITEM);	/* it is being sent */
	assert_int_equal(sqlite3_exec(fx.reg->db, "UPDATE outbox SET instance = 'another'", NULL, NULL, NULL), 0);
	assert_int_equal(change(row.id, "sent", 0), FAIL_ITEM);
	assert_int_equal(change(row.id, "uncertain", 0), FAIL_ITEM);
	assert_string_equal(state_of(a.entries[0].number), "sending");
	/* another's lease that still runs is left alone, an expired one is taken over */
	assert_int_equal(reg_receipts_recover(fx.reg, now, NULL), 0);
	assert_int_equal(reg_receipts_recover(fx.reg, now + 61 * US_PER_SECOND, NULL), 1);
	assert_string_equal(state_of(a.entries[0].number), "uncertain");
	free_row(row);
}

static void after_a_crash_our_own_rows_are_uncertain_and_due(void **state)
{
	(void)state;
	struct told a = one(1);
	struct reg_receipt_row row = next();
	assert_int_equal(change(0, NULL, row.id), 0);
	fx_close();
	fx_open();
	assert_int_equal(reg_receipts_recover(fx.reg, now, NULL), 1);
	assert_int_equal(reg_receipts_recover(fx.reg, now, NULL), 0);
	now = clock_now_us();
	struct reg_receipt_row again = next();
	assert_string_equal(again.state, "uncertain");
	assert_string_equal(again.message_id, row.message_id);
	json_t *shown = show(a.entries[0].number);
	assert_string_equal(TEXT_AT(shown, "history", "2", "what"), "receipt-uncertain");
	json_decref(shown);
	free_row(row);
	free_row(again);
}

static void a_receipt_that_cannot_be_composed_is_set_aside(void **state)
{
	(void)state;
	struct told a = one(1);
	struct reg_receipt_row row = next();
	assert_int_equal(change(row.id, "sent", 0), FAIL_ITEM);	/* it was never handed out */
	assert_int_equal(change(row.id, "failed", 0), 0);
	assert_string_equal(state_of(a.entries[0].number), "failed");
	free_row(row);
}

static void late_ones_are_held_when_sending_is_switched_on(void **state)
{
	(void)state;
	struct told old = file((struct item){ .uid = 1, .email = "j@example.com", .received_us = clock_now_us() - 30 * US_PER_DAY });
	struct told fresh = one(2);
	assert_int_equal(reg_receipts_switch(fx.reg, false, now, NULL), 0);
	assert_int_equal(reg_receipts_switch(fx.reg, true, now, NULL), 1);
	assert_string_equal(state_of(old.entries[0].number), "held");
	assert_string_equal(state_of(fresh.entries[0].number), "queued");
	json_t *row = show(old.entries[0].number);
	assert_string_equal(TEXT_AT(row, "receipt", "why"), "late");
	json_decref(row);
	/* a restart is no switch */
	assert_int_equal(sqlite3_exec(fx.reg->db, "UPDATE outbox SET state = 'queued'", NULL, NULL, NULL), 0);
	assert_int_equal(reg_receipts_switch(fx.reg, true, now, NULL), 0);
	assert_int_equal(reg_receipts_switch(fx.reg, false, now, NULL), 0);
	assert_int_equal(reg_receipts_switch(fx.reg, true, now, NULL), 1);
}

/* Every state and every verb: what is allowed is written here once more. */
static void verbs_work_where_they_may(void **state)
{
	(void)state;
	static const char *const states[] = { "queued", "held", "sending", "sent", "uncertain", "delivered", "bounced", "failed", "suppressed", "to-print",
					      "printed" };
	static const struct { const char *verb, *to, *from; } allowed[] = {
		{ "release", "queued", " queued held bounced failed suppressed " },
		{ "hold", "held", " queued uncertain " },
		{ "suppress", "suppressed", " queued held uncertain bounced failed to-print " },
		{ "print", "to-print", " queued held uncertain bounced failed suppressed to-print printed " },
		{ "printed", "printed", " to-print " },
	};
	struct told a = file((struct item){ .uid = 1, .email = "j@example.com", .address = true });
	now = clock_now_us();
	for (size_t v = 0; v < sizeof allowed / sizeof allowed[0]; v++)
		for (size_t s = 0; s < sizeof states / sizeof states[0]; s++) {
			char sql[200], word[24];
			(void)snprintf(sql, sizeof sql, "UPDATE outbox SET state = '%s', instance = 'one', lease_until_us = 1", states[s]);
			(void)snprintf(word, sizeof word, " %s ", states[s]);
			assert_int_equal(sqlite3_exec(fx.reg->db, sql, NULL, NULL, NULL), 0);
			if (!strcmp(allowed[v].verb, "release") && !strcmp(states[s], "uncertain"))
				continue;	/* stays what it is: a test of its own */
			const char *hit = strstr(allowed[v].from, word);
			int got = reg_receipt_set(fx.reg, a.entries[0].number, allowed[v].verb, "piet", now, NULL);
			assert_int_equal(got, hit != NULL);
			assert_string_equal(state_of(a.entries[0].number), hit ? allowed[v].to : states[s]);
		}
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "burn", "piet", now, NULL), FAIL_ITEM);
	assert_int_equal(reg_receipt_set(fx.reg, "K-2020-000001", "release", "piet", now, NULL), 0);
	json_t *row = show(a.entries[0].number);
	json_t *last = json_array_get(AT(row, "history"), json_array_size(AT(row, "history")) - 1);
	assert_string_equal(TEXT_AT(last, "who"), "piet");
	json_decref(row);
}

static void what_waits_for_its_next_try_is_released_to_now(void **state)
{
	(void)state;
	struct told a = one(1);
	struct reg_receipt_row row = next();
	assert_int_equal(change(0, NULL, row.id), 0);
	assert_int_equal(change(row.id, "uncertain", 0), 0);
	int64_t created = ask("SELECT created_us FROM outbox");
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "release", "piet", now, NULL), 1);
	assert_string_equal(state_of(a.entries[0].number), "uncertain");
	assert_int_equal(ask("SELECT attempts FROM outbox"), 1);
	assert_int_equal(ask("SELECT created_us FROM outbox"), created);
	assert_true(ask("SELECT next_try_us FROM outbox") <= clock_now_us());
	free_row(row);
}

/* A report, and then perhaps a person, was quicker than the sender's reply: the next start must not fail for it. */
static void an_overtaken_outcome_is_no_error(void **state)
{
	(void)state;
	static const char *const by[] = { "delivered", "bounced", "to-print", "printed", "suppressed" };
	struct told a = one(1);
	struct reg_receipt_row row = next();
	assert_int_equal(change(0, NULL, row.id), 0);
	one(2);
	for (size_t i = 0; i < sizeof by / sizeof by[0]; i++) {
		char sql[200];
		(void)snprintf(sql, sizeof sql, "UPDATE outbox SET state = '%s', instance = NULL, lease_until_us = NULL WHERE id = %lld", by[i],
			       (long long)row.id);
		assert_int_equal(sqlite3_exec(fx.reg->db, sql, NULL, NULL, NULL), 0);
		struct reg_receipt_row second = next();
		assert_int_equal(change(row.id, "sent", second.id), 0);
		assert_string_equal(state_of(a.entries[0].number), by[i]);
		assert_int_equal(sqlite3_exec(fx.reg->db, "UPDATE outbox SET state = 'queued' WHERE state = 'sending'", NULL, NULL, NULL), 0);
		free_row(second);
	}
	free_row(row);
}

static void without_an_email_address_a_receipt_goes_by_post(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .receipt = REG_RECEIPT_HELD }), b = file((struct item){ .uid = 2, .receipt = REG_RECEIPT_HELD, .address = true });
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "release", "piet", now, NULL), 0);	/* neither way */
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "print", "piet", now, NULL), 0);
	assert_int_equal(reg_receipt_set(fx.reg, b.entries[0].number, "release", "piet", now, NULL), 1);
	assert_string_equal(state_of(b.entries[0].number), "to-print");
	json_t *row = show(b.entries[0].number);
	assert_string_equal(TEXT_AT(row, "history", "1", "what"), "receipt-to-print");
	json_decref(row);
}

static void a_letter_that_was_lost_is_drawn_again(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .receipt = REG_RECEIPT_TO_PRINT, .address = true });
	const int64_t id = a.entries[0].outbox_id;
	struct reg_receipt_row row = { 0 };
	assert_int_equal(reg_receipt_rendered(fx.reg, id, now, NULL), 0);
	assert_int_equal(reg_letters_bundled(fx.reg, &id, 1, now, NULL), 0);
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "printed", "piet", now, NULL), 1);
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "print", "piet", now, NULL), 1);
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "printed-bundled", "piet", now, NULL), 0);
	assert_int_equal(reg_letter_next(fx.reg, false, 0, &row, NULL), 1);
	reg_receipt_free(&row);
}

static void a_letter_that_was_dropped_is_not_the_one_that_is_posted(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .email = "jan@voorbeeld.example", .receipt = REG_RECEIPT_TO_PRINT, .address = true });
	const int64_t id = a.entries[0].outbox_id;
	struct reg_receipt_row row = { 0 };
	assert_int_equal(reg_receipt_rendered(fx.reg, id, now, NULL), 0);
	assert_int_equal(reg_letters_bundled(fx.reg, &id, 1, now, NULL), 0);
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "suppress", "piet", now, NULL), 1);
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "release", "piet", now, NULL), 1);	/* by mail, and that comes back */
	file((struct item){ .uid = 2, .kind = "machine", .no_entry = true, .about = a.entries[0].receipt_id, .about_state = "bounced" });
	assert_string_equal(state_of(a.entries[0].number), "to-print");
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "printed-bundled", "piet", now, NULL), 0);
	assert_int_equal(reg_letter_next(fx.reg, false, 0, &row, NULL), 1);
	reg_receipt_free(&row);
}

static void letters_are_rendered_once_and_printed_by_a_person(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .receipt = REG_RECEIPT_TO_PRINT }), b = file((struct item){ .uid = 2, .receipt = REG_RECEIPT_TO_PRINT });
	json_t *list = reg_receipts_list(fx.reg, "to-print", NULL);
	assert_int_equal(json_array_size(list), 2);
	assert_true(json_is_null(AT(list, "0", "rendered_at")));
	assert_string_equal(TEXT_AT(list, "0", "number"), a.entries[0].number);
	assert_int_equal(reg_receipt_rendered(fx.reg, json_integer_value(AT(list, "0", "id")), now, NULL), 0);
	json_decref(list);
	struct reg_receipt_row row = { 0 };
	assert_int_equal(reg_letter_next(fx.reg, true, 0, &row, NULL), 1);
	assert_string_equal(row.number, a.entries[0].number);
	assert_int_equal(row.rendered_us, now);
	assert_int_equal(row.ordinal, 1);
	assert_int_equal(reg_letter_next(fx.reg, true, row.id, &row, NULL), 0);
	reg_receipt_free(&row);
	assert_int_equal(reg_letter_next(fx.reg, false, 0, &row, NULL), 1);
	assert_string_equal(row.number, b.entries[0].number);
	assert_int_equal(row.rendered_us, 0);
	assert_string_equal(TEXT_AT(row.complaint, "sender", "name"), "J. de Vries");
	reg_receipt_free(&row);
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "printed", "piet", now, NULL), 1);
	assert_string_equal(state_of(a.entries[0].number), "printed");
	assert_string_equal(state_of(b.entries[0].number), "to-print");
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "printed", "piet", now, NULL), 0);
	assert_int_equal(reg_receipt_set(fx.reg, b.entries[0].number, "printed", "piet", now, NULL), 1);
	assert_int_equal(reg_receipt_rendered(fx.reg, 999, now, NULL), FAIL_ITEM);
	assert_int_equal(reg_letter_next(fx.reg, false, 0, &row, NULL), 0);
}

static void a_bundle_holds_what_was_drawn_before_it(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .receipt = REG_RECEIPT_TO_PRINT }), b = file((struct item){ .uid = 2, .receipt = REG_RECEIPT_TO_PRINT });
	const int64_t ids[] = { a.entries[0].outbox_id, b.entries[0].outbox_id };
	assert_int_equal(reg_receipt_rendered(fx.reg, ids[0], now, NULL), 0);
	assert_int_equal(reg_letters_bundled(fx.reg, ids, 2, now, NULL), 0);	/* the second has no letter that could be in it */
	assert_int_equal(reg_receipt_set(fx.reg, b.entries[0].number, "printed-bundled", "piet", now, NULL), 0);
	assert_int_equal(reg_receipt_rendered(fx.reg, ids[0], now, NULL), 0);	/* drawn anew: not the letter of that bundle */
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "printed-bundled", "piet", now, NULL), 0);
	assert_int_equal(reg_letters_bundled(fx.reg, ids, 1, now, NULL), 0);
	json_t *row = show(a.entries[0].number);
	assert_non_null(TEXT_AT(row, "receipt", "bundled_at"));
	json_decref(row);
	assert_int_equal(reg_receipt_set(fx.reg, a.entries[0].number, "printed-bundled", "piet", now, NULL), 1);
	assert_string_equal(state_of(a.entries[0].number), "printed");
	assert_string_equal(state_of(b.entries[0].number), "to-print");
}

static void the_list_of_receipts_leaves_final_ones_out(void **state)
{
	(void)state;
	one(1);
	one(2);
	assert_int_equal(sqlite3_exec(fx.reg->db, "UPDATE outbox SET state = 'sent' WHERE id = 1", NULL, NULL, NULL), 0);
	json_t *all = reg_receipts_list(fx.reg, NULL, NULL), *sent = reg_receipts_list(fx.reg, "sent", NULL);
	assert_int_equal(json_array_size(all), 1);
	assert_int_equal(json_array_size(sent), 1);
	json_decref(all);
	json_decref(sent);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_next_row_says_all_that_a_template_needs), TEST(a_follow_ups_receipt_speaks_of_the_follow_up),
		TEST(sent_and_the_next_sending_are_one_commit), TEST(several_go_in_one_commit_or_none), TEST(a_retry_keeps_message_id_and_bytes), TEST(a_lost_lease_moves_nothing),
		TEST(after_a_crash_our_own_rows_are_uncertain_and_due), TEST(a_receipt_that_cannot_be_composed_is_set_aside),
		TEST(late_ones_are_held_when_sending_is_switched_on), TEST(verbs_work_where_they_may),
		TEST(what_waits_for_its_next_try_is_released_to_now), TEST(an_overtaken_outcome_is_no_error),
		TEST(without_an_email_address_a_receipt_goes_by_post), TEST(a_letter_that_was_lost_is_drawn_again),
		TEST(a_letter_that_was_dropped_is_not_the_one_that_is_posted), TEST(letters_are_rendered_once_and_printed_by_a_person),
		TEST(a_bundle_holds_what_was_drawn_before_it), TEST(the_list_of_receipts_leaves_final_ones_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
