/* What becomes of a record, with a real register: the table of the scheme, claims against facts, limits, dates, known dossiers. Intake only lowers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/file.h"
#include "daemon/decide.h"

static char dir[64];
static struct reg *reg;
static sd_event *event;
static struct config *config;
static int64_t now_us;

static int open_all(void **state)
{
	struct error err = { 0 };
	(void)state;
	strcpy(dir, "/tmp/klachtd-decide-XXXXXX");
	if (!mkdtemp(dir) || clock_set_zone("Europe/Amsterdam", &err) < 0 || sd_event_new(&event) < 0 || config_default(&config, &err) < 0)
		return -1;
	struct reg_options o = { .state_directory = dir, .mode = REG_WRITE, .instance = "one", .term = term_rules_default, .receipt_domain = "example.nl" };
	now_us = clock_now_us();
	return reg_open(&o, &reg, &err) < 0 ? -1 : reg_attach(reg, event, &err);
}

static int close_all(void **state)
{
	char cmd[160];
	(void)state;
	reg_close(reg);
	config_free(config);
	event = sd_event_unref(event);
	snprintf(cmd, sizeof cmd, "rm -rf '%s'", dir);
	return system(cmd);
}

/* ---- records ---- */

#define ADDRESS "{'street': 'Dorpsstraat', 'house_number': '1', 'postcode': '1234 AB', 'city': 'Ons Dorp'}"

static json_t *record(const char *kind, const char *verdict, const char *to)
{
	json_t *r = json_pack("{s:i, s:s, s:s, s:s, s:{s:s, s:s, s:n, s:n}, s:[s], s:n, s:s, s:{s:s, s:b, s:s?, s:[]}, s:[], s:{}, s:[],"
			      " s:{s:s, s:n, s:[]}, s:n}", "version", 1, "file", "mail.eml", "channel", "email", "kind", kind, "sender", "name", "J. de Vries",
			      "email", "jan@voorbeeld.example", "phone", "address", "dossier_numbers", "2604817", "complaint_number", "language", "nl", "receipt",
			      "verdict", verdict, "allowed", strcmp(verdict, "send") == 0, "to", to, "why", "review", "evidence", "documents", "message",
			      "message_id", "m1@voorbeeld.example", "in_reply_to", "references", "scan");
	assert_non_null(r);
	return r;
}

/* Puts JSON (with ' for ") at a key of a key of the record; at NULL: at the record's own. */
static void put(json_t *r, const char *at, const char *key, const char *json)
{
	char text[600];
	snprintf(text, sizeof text, "%s", json);
	for (char *p = text; *p; p++)
		*p = *p == '\'' ? '"' : *p;
	json_t *v = json_loads(text, JSON_DECODE_ANY, NULL);
	assert_non_null(v);
	assert_int_equal(json_object_set_new(at ? json_object_get(r, at) : r, key, v), 0);
}

static struct decide_context context(void)
{
	return (struct decide_context){ .reg = reg, .config = config, .received_us = now_us, .now_us = now_us };
}

static struct decision decided_in(const struct decide_context *ctx, const json_t *r)
{
	struct decision d;
	struct error err = { 0 };
	if (decide(ctx, r, &d, &err) != 0)
		fail_msg("%s", err.text);
	return d;
}

static struct decision decided(const json_t *r)
{
	struct decide_context ctx = context();
	return decided_in(&ctx, r);
}

static bool has_review(const struct decision *d, const char *code)
{
	size_t i;
	json_t *v;
	json_array_foreach(d->entry.review, i, v)
		if (strcmp(json_string_value(json_object_get(v, "code")), code) == 0)
			return true;
	return false;
}

static void why_is(const struct decision *d, const char *why)
{
	if (why)
		assert_string_equal(d->entry.receipt_why, why);
	else
		assert_null(d->entry.receipt_why);
}

/* ---- filing, for what the register must know ---- */

static struct reg_filed_entry filed_entry;
static int filed;

static void on_filed(const struct reg_filed *f, void *arg)
{
	(void)arg;
	assert_int_equal(f->r, 0);
	if (f->n_entries)
		filed_entry = f->entries[0];
	filed = 1;
}

/* The number that the record got. */
static struct reg_filed_entry file_it(const struct decision *d, const json_t *r)
{
	static int n;
	struct error err = { 0 };
	int fd = memfd_from("item", &n, sizeof n, &err);
	uint8_t digest[SHA256_BYTES];
	struct reg_original original = { .fd = fd, .role = "item", .media_type = "message/rfc822", .sha256 = digest };
	struct reg_filing f = { .origin = { .channel = "email", .account = "klachten", .folder = "INBOX", .uidvalidity = 1, .uid = ++n }, .received_us = now_us,
				.originals = &original, .n_originals = 1, .entries = &d->entry, .n_entries = !d->arrival_only,
				.arrival_record = d->arrival_only ? r : NULL };
	sha256_bytes(&n, sizeof n, digest);
	memcpy(f.origin.sha256, digest, sizeof digest);
	filed = 0;
	assert_int_equal(reg_submit(reg, &f, on_filed, NULL, &err), 0);
	while (!filed)
		assert_true(sd_event_run(event, 1000000) >= 0);
	close(fd);
	return filed_entry;
}

static struct reg_filed_entry known_complaint(void)
{
	json_t *r = record("complaint", "send", "jan@voorbeeld.example");
	struct decision d = decided(r);
	struct reg_filed_entry e = file_it(&d, r);
	decision_free(&d);
	json_decref(r);
	return e;
}

/* ---- the table of what a kind means ---- */

static void every_row_of_the_table(void **state)
{
	static const struct {
		const char *kind, *verdict, *text;
		bool numbered, terms, arrival, doubtful;
		enum reg_receipt receipt;
	} rows[] = {
		{ "complaint", "send", "complaint", true, true, false, false, REG_RECEIPT_QUEUED },
		{ "complaint", "hold", "complaint", true, true, false, false, REG_RECEIPT_HELD },
		{ "complaint", "never", "complaint", true, true, false, false, REG_RECEIPT_NONE },
		{ "unreadable", "send", "complaint", true, true, false, false, REG_RECEIPT_HELD },
		{ "unreadable", "hold", "complaint", true, true, false, false, REG_RECEIPT_HELD },
		{ "compliment", "send", "compliment", true, false, false, false, REG_RECEIPT_QUEUED },
		{ "other", "send", "other", true, false, false, false, REG_RECEIPT_QUEUED },
		{ "other", "hold", "other", true, false, false, false, REG_RECEIPT_HELD },	/* spam by the server's own verdict */
		{ "machine", "never", NULL, false, false, true, false, REG_RECEIPT_NONE },
		{ "machine", "hold", NULL, false, false, true, true, REG_RECEIPT_NONE },
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		json_t *r = record(rows[i].kind, rows[i].verdict, "jan@voorbeeld.example");
		struct decision d = decided(r);
		assert_int_equal(d.entry.numbered, rows[i].numbered);
		assert_int_equal(d.entry.terms, rows[i].terms);
		assert_int_equal(d.arrival_only, rows[i].arrival);
		assert_int_equal(d.doubtful, rows[i].doubtful);
		assert_int_equal(d.entry.receipt, rows[i].receipt);
		assert_null(d.entry.parent);
		if (rows[i].text)
			assert_string_equal(d.entry.receipt_text, rows[i].text);
		decision_free(&d);
		json_decref(r);
	}
}

static void too_large_is_unreadable_whatever_its_header_says(void **state)
{
	struct decide_context ctx = context();
	(void)state;
	ctx.too_large = true;
	static const char *const kinds[] = { "complaint", "compliment", "other", "follow-up" };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		json_t *r = record(kinds[i], "send", "jan@voorbeeld.example");
		struct decision d = decided_in(&ctx, r);
		assert_true(d.entry.numbered && d.entry.terms && has_review(&d, "too-large"));
		assert_int_equal(d.entry.receipt, REG_RECEIPT_HELD);
		decision_free(&d);
		json_decref(r);
	}
}

/* ---- follow-ups ---- */

static void is_added_to(const json_t *r, const char *number)
{
	struct decision d = decided(r);
	assert_non_null(d.entry.parent);
	assert_string_equal(d.entry.parent, number);
	assert_false(d.entry.numbered || d.entry.terms);
	assert_string_equal(d.entry.receipt_text, "follow-up");
	assert_int_equal(d.entry.receipt, REG_RECEIPT_QUEUED);
	decision_free(&d);
}

static void is_of_its_own(const json_t *r)
{
	struct decision d = decided(r);
	assert_null(d.entry.parent);
	assert_true(d.entry.numbered && d.entry.terms && has_review(&d, "follow-up-unverified"));
	assert_string_equal(d.entry.receipt_text, "complaint");
	decision_free(&d);
}

static json_t *follow_up(const char *email, const char *dossier)
{
	json_t *r = record("follow-up", "send", email);
	char quoted[100];
	snprintf(quoted, sizeof quoted, "'%s'", email);
	put(r, "sender", "email", quoted);
	snprintf(quoted, sizeof quoted, "['%s']", dossier);
	put(r, NULL, "dossier_numbers", quoted);
	return r;
}

static void a_follow_up_by_our_own_tag(void **state)
{
	struct reg_filed_entry e = known_complaint();
	char id[200];
	(void)state;
	snprintf(id, sizeof id, "'%s'", e.receipt_id);
	json_t *r = follow_up("anders@elders.example", "2699999");
	put(r, "message", "in_reply_to", id);
	is_added_to(r, e.number);
	json_decref(r);
	r = follow_up("anders@elders.example", "2699999");
	snprintf(id, sizeof id, "['vroeger@elders.example', '<%s>']", e.receipt_id);
	put(r, "message", "references", id);
	is_added_to(r, e.number);
	json_decref(r);
}

static void a_forged_tag_is_no_tag(void **state)
{
	struct reg_filed_entry e = known_complaint();
	char id[200];
	(void)state;
	snprintf(id, sizeof id, "'%s'", e.receipt_id);
	id[strcspn(id, "@") - 1] ^= 1;		/* the tag's last digit */
	json_t *r = follow_up("anders@elders.example", "2699999");
	put(r, "message", "in_reply_to", id);
	is_of_its_own(r);
	json_decref(r);
}

static void a_follow_up_by_number_needs_the_sender_or_a_dossier(void **state)
{
	struct reg_filed_entry e = known_complaint();
	char number[40];
	(void)state;
	snprintf(number, sizeof number, "'%s'", e.number);
	json_t *r = follow_up("jan@voorbeeld.example", "2699999");
	put(r, NULL, "complaint_number", number);
	is_added_to(r, e.number);
	json_decref(r);
	r = follow_up("anders@elders.example", "2604817");
	put(r, NULL, "complaint_number", number);
	is_added_to(r, e.number);
	json_decref(r);
	r = follow_up("anders@elders.example", "2699999");
	put(r, NULL, "complaint_number", number);
	is_of_its_own(r);
	put(r, NULL, "complaint_number", "'K-2026-999999'");	/* no such complaint */
	is_of_its_own(r);
	put(r, NULL, "complaint_number", "'K-2026-99999999999999999'");
	is_of_its_own(r);
	json_decref(r);
}

static void a_doubted_sender_is_followed_up_by_the_tag_only(void **state)
{
	static const char *const codes[] = { "dmarc-fail", "spam", "no-sender", "passed-on" };
	struct reg_filed_entry e = known_complaint();
	char number[40], why[160], id[200];
	(void)state;
	snprintf(number, sizeof number, "'%s'", e.number);
	snprintf(id, sizeof id, "'%s'", e.receipt_id);
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		json_t *r = follow_up("jan@voorbeeld.example", "2604817");
		snprintf(why, sizeof why, "[{'code': 'own-domain', 'text': 'x'}, {'code': '%s', 'text': 'x'}]", codes[i]);
		put(r, "receipt", "why", why);
		put(r, NULL, "complaint_number", number);
		is_of_its_own(r);
		put(r, "message", "in_reply_to", id);
		is_added_to(r, e.number);
		json_decref(r);
	}
}

/* ---- only lowering ---- */

static void no_fact_raises_a_verdict(void **state)
{
	static const char *const verdicts[] = { "send", "hold", "never" };
	static const int rank[] = { [REG_RECEIPT_NONE] = 2, [REG_RECEIPT_HELD] = 1, [REG_RECEIPT_QUEUED] = 0, [REG_RECEIPT_TO_PRINT] = 0 };
	static const char *const kinds[] = { "complaint", "compliment", "other", "unreadable", "follow-up" };
	(void)state;
	for (int v = 0; v < 3; v++)
		for (size_t k = 0; k < 5; k++)
			for (int variant = 0; variant < 8; variant++) {
				json_t *r = record(kinds[k], verdicts[v], variant & 1 ? "jan@voorbeeld.example" : NULL);
				struct decide_context ctx = context();
				ctx.too_large = variant & 2;
				if (variant & 4) {
					put(r, "sender", "address", ADDRESS);
					put(r, NULL, "channel", "'letter'");
				}
				struct decision d = decided_in(&ctx, r);
				bool print = d.entry.receipt == REG_RECEIPT_TO_PRINT;
				assert_true(rank[d.entry.receipt] >= v || (print && v == 0));
				decision_free(&d);
				json_decref(r);
			}
}

static void without_an_address_a_person_must_act(void **state)
{
	(void)state;
	json_t *r = record("complaint", "send", NULL);
	struct decision d = decided(r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_NONE);
	why_is(&d, "no-address");
	assert_true(has_review(&d, "no-address"));
	assert_null(d.entry.receipt_to);
	decision_free(&d);
	json_decref(r);
	r = record("complaint", "send", "jan@voorbeeld.example\r\nBcc: x@y.example");	/* what no envelope may hold */
	d = decided(r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_NONE);
	decision_free(&d);
	json_decref(r);
}

static void a_mail_that_cannot_be_answered_is_confirmed_by_post(void **state)
{
	static const struct { const char *verdict, *to; enum reg_receipt receipt; } rows[] = {
		{ "send", "josé@voorbeeld.example", REG_RECEIPT_TO_PRINT },	/* no SMTPUTF8 */
		{ "send", NULL, REG_RECEIPT_TO_PRINT }, { "hold", NULL, REG_RECEIPT_HELD }, { "never", NULL, REG_RECEIPT_NONE },
		{ "send", "jan@voorbeeld.example", REG_RECEIPT_QUEUED },
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		json_t *r = record("complaint", rows[i].verdict, rows[i].to);
		put(r, "sender", "address", ADDRESS);
		struct decision d = decided(r);
		assert_int_equal(d.entry.receipt, rows[i].receipt);
		assert_false(has_review(&d, "no-address"));
		decision_free(&d);
		json_decref(r);
	}
}

/* A letter is a receipt too: what holds a mail holds it. */
static void letters_are_held_as_mails_are(void **state)
{
	(void)state;
	struct decide_context ctx = context();
	json_t *r = record("unreadable", "send", NULL);
	put(r, NULL, "channel", "'letter'");
	put(r, "sender", "address", ADDRESS);
	struct decision d = decided(r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_HELD);
	decision_free(&d);
	put(r, NULL, "kind", "'complaint'");
	config->receipt.not_before = term_day(now_us);
	ctx.received_us -= US_PER_DAY;
	d = decided_in(&ctx, r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_HELD);
	why_is(&d, "not-before");
	decision_free(&d);
	json_decref(r);
}

static void a_held_receipt_says_why(void **state)
{
	(void)state;
	json_t *r = record("complaint", "hold", "jan@voorbeeld.example");
	struct decision d = decided(r);
	why_is(&d, "verdict");		/* the reader gave no reason */
	decision_free(&d);
	put(r, "receipt", "why", "[{'code': 'dmarc-fail', 'text': 'x'}, {'code': 'no-address', 'text': 'x'}]");
	d = decided(r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_HELD);
	why_is(&d, "dmarc-fail");
	decision_free(&d);
	json_decref(r);
}

static void a_letter_is_confirmed_by_post(void **state)
{
	(void)state;
	json_t *r = record("complaint", "send", NULL);
	put(r, NULL, "channel", "'letter'");
	put(r, "sender", "address", ADDRESS);
	struct decision d = decided(r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_TO_PRINT);
	decision_free(&d);
	put(r, "receipt", "to", "'jan@voorbeeld.example'");	/* it gave an e-mail address: cheaper and sooner */
	d = decided(r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_QUEUED);
	decision_free(&d);
	json_decref(r);
}

/* ---- limits and days ---- */

static void the_limits_hold(void **state)
{
	(void)state;
	config->receipt.max_per_sender_per_day = 1;
	known_complaint();
	json_t *r = record("complaint", "send", "jan@voorbeeld.example");
	struct decision d = decided(r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_HELD);
	why_is(&d, "sender-limit");
	assert_true(has_review(&d, "sender-limit") && !d.breaker);
	decision_free(&d);
	put(r, "receipt", "to", "'een.ander@voorbeeld.example'");
	d = decided(r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_QUEUED);
	decision_free(&d);
	config->receipt.max_per_hour = 1;
	d = decided(r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_HELD);
	why_is(&d, "hour-limit");
	assert_true(d.breaker);
	decision_free(&d);
	struct decide_context later = context();
	later.now_us += 2 * 3600 * US_PER_SECOND;
	d = decided_in(&later, r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_QUEUED);
	decision_free(&d);
	json_decref(r);
}

static void before_the_first_day_nobody_is_confirmed_by_itself(void **state)
{
	(void)state;
	struct decide_context ctx = context();
	json_t *r = record("complaint", "send", "jan@voorbeeld.example");
	config->receipt.not_before = term_day(now_us);
	struct decision d = decided_in(&ctx, r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_QUEUED);
	decision_free(&d);
	ctx.received_us -= US_PER_DAY;
	d = decided_in(&ctx, r);
	assert_int_equal(d.entry.receipt, REG_RECEIPT_HELD);
	why_is(&d, "not-before");
	decision_free(&d);
	json_decref(r);
}

static void absurd_dates_of_receipt_are_looked_at(void **state)
{
	static const struct { int64_t off_us; const char *code; } rows[] = {
		{ 0, NULL }, { -29 * US_PER_DAY, NULL }, { -31 * US_PER_DAY, "received-long-ago" }, { 5 * 60 * US_PER_SECOND, NULL },
		{ US_PER_DAY, "received-in-future" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct decide_context ctx = context();
		json_t *r = record("complaint", "send", "jan@voorbeeld.example");
		ctx.received_us += rows[i].off_us;
		struct decision d = decided_in(&ctx, r);
		if (rows[i].code)
			assert_true(has_review(&d, rows[i].code));
		else
			assert_false(has_review(&d, "received-long-ago") || has_review(&d, "received-in-future"));
		decision_free(&d);
		json_decref(r);
	}
}

/* ---- known dossiers ---- */

static void dossiers_are_checked_once_there_are_any(void **state)
{
	struct error err = { 0 };
	(void)state;
	json_t *r = record("complaint", "send", "jan@voorbeeld.example");
	struct decision d = decided(r);
	assert_false(has_review(&d, "unknown-dossier"));
	decision_free(&d);
	struct reg_dossier one = { .number = "2604818", .name = "J. de Vries", .postcode = "1234 AB" };
	assert_int_equal(reg_dossiers_begin(reg, &err), 0);
	assert_int_equal(reg_dossiers_put(reg, &one, &err), 1);
	assert_int_equal(reg_dossiers_end(reg, true, "root", &err), 0);
	d = decided(r);			/* one digit off, and the name fits */
	assert_true(has_review(&d, "near-dossier"));
	assert_int_equal(d.entry.receipt, REG_RECEIPT_QUEUED);	/* never corrected, never held for it: a person looks */
	decision_free(&d);
	put(r, NULL, "dossier_numbers", "['2604818']");
	d = decided(r);
	assert_null(d.entry.review);
	decision_free(&d);
	put(r, NULL, "dossier_numbers", "['9999999', '2604818']");
	d = decided(r);
	assert_true(has_review(&d, "unknown-dossier"));
	decision_free(&d);
	json_decref(r);
}

/* ---- reports about receipts ---- */

static void reports_move_the_receipt_they_are_about(void **state)
{
	static const struct { const char *report, *moved; } rows[] = {
		{ "{'type': 'delivery-status', 'action': 'failed', 'original_message_id': '%s'}", "bounced" },
		{ "{'type': 'delivery-status', 'action': 'delivered', 'original_message_id': '%s'}", "delivered" },
		{ "{'type': 'delivery-status', 'action': 'delayed', 'original_message_id': '%s'}", NULL },
		{ "{'type': 'disposition-notification', 'action': 'displayed', 'original_message_id': '%s'}", "delivered" },
		{ "{'type': 'delivery-status', 'action': 'failed', 'original_message_id': 'elders@voorbeeld.example'}", NULL },
	};
	struct reg_filed_entry e = known_complaint();
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char report[400];
		const char *at = strstr(rows[i].report, "%s");
		snprintf(report, sizeof report, "%.*s%s%s", at ? (int)(at - rows[i].report) : 399, rows[i].report, at ? e.receipt_id : "", at ? at + 2 : "");
		json_t *r = record("machine", "never", NULL);
		put(r, "message", "report", report);
		struct decision d = decided(r);
		assert_true(d.arrival_only);
		if (rows[i].moved)
			assert_string_equal(d.about_state, rows[i].moved);
		else
			assert_string_equal(d.about_receipt, "");
		decision_free(&d);
		json_decref(r);
	}
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_all, close_all)
	const struct CMUnitTest tests[] = {
		TEST(every_row_of_the_table), TEST(too_large_is_unreadable_whatever_its_header_says), TEST(a_follow_up_by_our_own_tag),
		TEST(a_forged_tag_is_no_tag), TEST(a_follow_up_by_number_needs_the_sender_or_a_dossier),
		TEST(a_doubted_sender_is_followed_up_by_the_tag_only), TEST(no_fact_raises_a_verdict),
		TEST(without_an_address_a_person_must_act), TEST(a_held_receipt_says_why), TEST(a_mail_that_cannot_be_answered_is_confirmed_by_post),
		TEST(letters_are_held_as_mails_are), TEST(a_letter_is_confirmed_by_post), TEST(the_limits_hold),
		TEST(before_the_first_day_nobody_is_confirmed_by_itself), TEST(absurd_dates_of_receipt_are_looked_at),
		TEST(dossiers_are_checked_once_there_are_any), TEST(reports_move_the_receipt_they_are_about),
	};
	return cmocka_run_group_tests_name("decide", tests, NULL, NULL);
}
