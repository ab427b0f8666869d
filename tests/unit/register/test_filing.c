/* Filing: numbers, terms, receipts, follow-ups, what was seen before, and what a report does. */
#include "fixture.h"

#include <time.h>

static int64_t local(int year, int month, int day, int hour)
{
	struct tm tm = { .tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day, .tm_hour = hour, .tm_isdst = -1 };
	return (int64_t)mktime(&tm) * US_PER_SECOND;
}

static void a_complaint_is_filed_whole(void **state)
{
	(void)state;
	struct told t = file((struct item){ .uid = 7, .email = "j@example.com", .message_id = "a@b", .received_us = local(2026, 4, 4, 10) });
	assert_int_equal(t.filed.r, 0);
	assert_int_equal(t.filed.n_entries, 1);
	json_t *row = show(t.entries[0].number);
	assert_string_equal(TEXT_AT(row, "number"), t.entries[0].number);
	assert_string_equal(TEXT_AT(row, "kind"), "complaint");
	assert_string_equal(TEXT_AT(row, "channel"), "email");
	assert_string_equal(TEXT_AT(row, "status"), "open");
	assert_string_equal(TEXT_AT(row, "received_at"), "2026-04-04T10:00:00+02:00");
	assert_string_equal(TEXT_AT(row, "acknowledge_due"), "2026-04-08T23:59:59+02:00");
	assert_string_equal(TEXT_AT(row, "answer_due"), "2026-04-15T23:59:59+02:00");
	assert_non_null(strstr(TEXT_AT(row, "term_explanation"), "Easter Monday 6 Apr skipped"));
	assert_true(json_is_true(AT(row, "overdue")));
	assert_string_equal(TEXT_AT(row, "sender", "name"), "J. de Vries");
	assert_true(json_is_null(AT(row, "sender", "address")));
	assert_true(json_is_null(AT(row, "on_behalf_of")));
	assert_string_equal(TEXT_AT(row, "dossier_numbers", "0"), "2604817");
	assert_string_equal(TEXT_AT(row, "desired_resolution"), "Excuses");
	assert_string_equal(TEXT_AT(row, "receipt", "state"), "queued");
	assert_string_equal(TEXT_AT(row, "receipt", "to"), "j@example.com");
	assert_true(json_is_null(AT(row, "receipt", "sent_at")));
	assert_string_equal(TEXT_AT(row, "receipt", "message_id"), t.entries[0].receipt_id);
	assert_string_equal(TEXT_AT(row, "review", "0", "code"), "low-confidence");
	assert_string_equal(TEXT_AT(row, "documents", "0", "media_type"), "message/rfc822");
	assert_int_equal(json_array_size(AT(row, "follow_ups")), 0);
	assert_string_equal(TEXT_AT(row, "record", "message", "message_id"), "a@b");
	/* stored once, shown at both places; a register of before has them in the record too */
	assert_string_equal(TEXT_AT(row, "record", "description"), "Ik ben het er niet mee eens.");
	assert_string_equal(TEXT_AT(row, "record", "desired_resolution"), "Excuses");
	assert_int_equal(ask("SELECT count(*) FROM entries WHERE record LIKE '%niet mee eens%' OR record LIKE '%Excuses%'"), 0);
	assert_string_equal(TEXT_AT(row, "history", "0", "what"), "registered");
	assert_int_equal(json_integer_value(AT(row, "evidence", "dossier_numbers[0]", "page")), 1);
	assert_int_equal(json_array_size(AT(row, "evidence", "dossier_numbers[0]", "box")), 4);
	assert_string_equal(TEXT_AT(row, "originals", "0", "role"), "item");
	char *dumped = json_dumps(row, 0);
	assert_non_null(dumped);
	free(dumped);
	json_decref(row);
	json_t *none = NULL;
	assert_int_equal(reg_show(fx.reg, "K-2026-999999", &none, NULL), 0);
}

static void the_original_comes_back_byte_for_byte(void **state)
{
	(void)state;
	static const char bytes[] = "From: x\r\n\r\n\0binary\xff";
	struct told t = file((struct item){ .uid = 1, .bytes = bytes, .n_bytes = sizeof bytes });
	assert_int_equal(t.filed.r, 0);
	uint8_t sha[32];
	sha256_bytes(bytes, sizeof bytes, sha);
	FD_CLEANUP int fd = reg_original_open(fx.reg, sha, NULL);
	assert_true(fd >= 0 && memfd_sealed(fd));
	MAP_CLEANUP struct map m = { 0 };
	assert_int_equal(map_fd(fd, 1000, &m, NULL), 0);
	assert_int_equal(m.n, sizeof bytes);
	assert_memory_equal(m.bytes, bytes, sizeof bytes);
	sha[0] ^= 1;
	assert_int_equal(reg_original_open(fx.reg, sha, NULL), FAIL_ITEM);
}

static void an_empty_original_is_an_original(void **state)
{
	(void)state;
	uint8_t sha[32];
	int fd = memfd_from("item", "", 0, NULL);
	struct reg_original o = { fd, "item", NULL, sha };
	struct told t = { 0 };
	struct reg_filing f = { .origin = { .channel = "letter", .account = "p", .folder = "leeg.pdf" }, .received_us = 1, .originals = &o,
				.n_originals = 1 };
	sha256_bytes("", 0, sha);
	memcpy(f.origin.sha256, sha, 32);
	assert_int_equal(reg_submit(fx.reg, &f, tell, &t, NULL), 0);
	run_until(&t.calls, 1);
	close(fd);
	assert_int_equal(t.filed.r, 0);
	FD_CLEANUP int back = reg_original_open(fx.reg, sha, NULL);
	assert_true(back >= 0);
}

/* A large scan goes in by pieces; a mail that comes after it does not wait for it. */
static void a_large_original_holds_nobody_up(void **state)
{
	(void)state;
	size_t n = 9 * 1024 * 1024 + 5;
	char *bytes = malloc(n);
	for (size_t i = 0; i < n; i++)
		bytes[i] = (char)(i * 2654435761u >> 13);
	int fd = memfd_from("item", bytes, n, NULL), small = memfd_from("item", "x", 1, NULL);
	uint8_t sha[32], small_sha[32];
	struct reg_original large_o = { fd, "item", "image/tiff", sha }, small_o = { small, "item", "message/rfc822", small_sha };
	struct told large = { 0 }, little = { 0 };
	struct reg_filing f = { .origin = { .channel = "letter", .account = "p", .folder = "scan.tif", .uid = 1 }, .received_us = 1,
				.originals = &large_o, .n_originals = 1 };
	sha256_bytes(bytes, n, sha);
	memcpy(f.origin.sha256, sha, 32);
	assert_int_equal(reg_submit(fx.reg, &f, tell, &large, NULL), 0);
	f.originals = &small_o;
	f.origin.folder = "klein.tif";
	sha256_bytes("x", 1, small_sha);
	memcpy(f.origin.sha256, small_sha, 32);
	assert_int_equal(reg_submit(fx.reg, &f, tell, &little, NULL), 0);
	assert_int_equal(reg_pending(fx.reg), 2);
	run_until(&little.calls, 1);
	assert_int_equal(large.calls, 0);
	run_until(&large.calls, 1);
	assert_int_equal(large.filed.r, 0);
	assert_int_equal(ask("SELECT count(*) FROM pieces p JOIN originals o ON o.id = p.original WHERE o.bytes > 1000"), 10);
	FD_CLEANUP int back = reg_original_open(fx.reg, sha, NULL);
	MAP_CLEANUP struct map m = { 0 };
	assert_int_equal(map_fd(back, n, &m, NULL), 0);
	assert_int_equal(m.n, n);
	assert_memory_equal(m.bytes, bytes, n);
	close(fd);
	close(small);
	free(bytes);
}

static void a_compliment_has_a_number_and_no_terms(void **state)
{
	(void)state;
	struct told t = file((struct item){ .uid = 2, .kind = "compliment", .email = "k@example.com" });
	assert_int_equal(t.entries[0].answer_due_us, 0);
	json_t *row = show(t.entries[0].number);
	assert_true(json_is_null(AT(row, "answer_due")));
	assert_true(json_is_null(AT(row, "term_explanation")));
	assert_true(json_is_false(AT(row, "overdue")));
	json_decref(row);
}

static void a_machine_is_an_arrival_only(void **state)
{
	(void)state;
	struct told t = file((struct item){ .uid = 3, .kind = "machine", .no_entry = true });
	assert_int_equal(t.filed.r, 0);
	assert_int_equal(t.filed.n_entries, 0);
	assert_int_equal(listed((struct reg_filter){ .now_us = 0 }), 0);
	assert_int_equal(listed((struct reg_filter){ .arrivals = true }), 1);
	/* its record has a line for review: a person sees it there, without a number */
	assert_int_equal(listed((struct reg_filter){ .review = true }), 1);
}

static void review_lines_are_ticked_off_by_a_person(void **state)
{
	(void)state;
	struct told machine = file((struct item){ .uid = 3, .kind = "machine", .no_entry = true }), t = file((struct item){ .uid = 4 });
	int n = listed((struct reg_filter){ .review = true }), count = 0;
	assert_int_equal(reg_review_done(fx.reg, NULL, machine.filed.arrival_id, "piet", &count, NULL), 1);
	assert_true(count > 0);
	assert_int_equal(listed((struct reg_filter){ .review = true }), n - 1);
	assert_int_equal(reg_review_done(fx.reg, NULL, machine.filed.arrival_id, "piet", &count, NULL), 0);
	assert_int_equal(reg_review_done(fx.reg, "K-2026-999999", 0, "piet", &count, NULL), 0);
	assert_int_equal(reg_review_done(fx.reg, NULL, t.filed.arrival_id, "piet", &count, NULL), 0);	/* it has a number: that is its name */
	assert_int_equal(n, 2);
	assert_int_equal(reg_review_done(fx.reg, t.entries[0].number, 0, "piet", &count, NULL), 1);
	json_t *row = show(t.entries[0].number);
	assert_int_equal(json_array_size(AT(row, "review")), 0);
	assert_string_equal(TEXT_AT(row, "history", "1", "what"), "reviewed");
	json_decref(row);
}

static void a_doubtful_machine_can_be_made_a_complaint(void **state)
{
	(void)state;
	struct told t = file((struct item){ .uid = 3, .kind = "machine", .no_entry = true, .email = "j@example.com", .received_us = local(2026, 11, 23, 9) });
	struct reg_filed_entry e;
	char number[16];
	assert_int_equal(reg_arrival_number(fx.reg, t.filed.arrival_id, number, NULL), 0);
	assert_int_equal(reg_promote(fx.reg, t.filed.arrival_id, "piet", &e, NULL), 1);
	assert_int_equal(reg_arrival_number(fx.reg, t.filed.arrival_id, number, NULL), 1);
	assert_string_equal(number, e.number);
	json_t *row = show(e.number);
	assert_string_equal(TEXT_AT(row, "kind"), "complaint");
	assert_string_equal(TEXT_AT(row, "answer_due"), "2026-12-02T23:59:59+01:00");
	assert_string_equal(TEXT_AT(row, "receipt", "state"), "held");
	assert_string_equal(TEXT_AT(row, "receipt", "message_id"), e.receipt_id);
	assert_string_equal(TEXT_AT(row, "history", "0", "who"), "piet");
	assert_int_equal(json_array_size(AT(row, "review")), 1);
	assert_string_equal(TEXT_AT(row, "review", "0", "code"), "receipt-held");
	json_decref(row);
	assert_int_equal(listed((struct reg_filter){ .review = true }), 1);
	assert_int_equal(reg_promote(fx.reg, t.filed.arrival_id, "piet", &e, NULL), 0);
	assert_int_equal(reg_promote(fx.reg, 999, "piet", &e, NULL), 0);
	assert_int_equal(reg_receipt_set(fx.reg, e.number, "release", "piet", clock_now_us(), NULL), 1);
	assert_int_equal(listed((struct reg_filter){ .review = true }), 0);
	t = file((struct item){ .uid = 4, .kind = "machine", .no_entry = true, .address = true });	/* to be confirmed by post */
	assert_int_equal(reg_promote(fx.reg, t.filed.arrival_id, "piet", &e, NULL), 1);
	row = show(e.number);
	assert_string_equal(TEXT_AT(row, "receipt", "state"), "held");
	json_decref(row);
}

static void a_certain_machine_is_an_arrival_only(void **state)
{
	(void)state;
	file((struct item){ .uid = 1, .kind = "machine", .no_entry = true, .certain = true });
	assert_int_equal(listed((struct reg_filter){ .review = true }), 0);
	assert_int_equal(listed((struct reg_filter){ .arrivals = true }), 1);
	file((struct item){ .uid = 2, .kind = "machine", .no_entry = true });
	assert_int_equal(listed((struct reg_filter){ .review = true }), 1);
}

static void a_receipt_that_needs_a_person_is_on_the_review_list(void **state)
{
	static const struct { const char *state, *code; } rows[] = {
		{ "held", "receipt-held" }, { "bounced", "receipt-bounced" }, { "failed", "receipt-failed" }, { "queued", NULL }, { "sent", NULL },
		{ "to-print", NULL }, { "suppressed", NULL },
	};
	(void)state;
	struct told a = file((struct item){ .uid = 1, .email = "j@example.com" });
	file((struct item){ .uid = 2, .email = "j@example.com" });
	struct told b = file((struct item){ .uid = 3, .email = "j@example.com", .parent = a.entries[0].number });
	assert_int_equal(sqlite3_exec(fx.reg->db, "UPDATE review SET done_us = 1", NULL, NULL, NULL), 0);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char sql[120];
		json_t *status = NULL;
		(void)snprintf(sql, sizeof sql, "UPDATE outbox SET state = '%s' WHERE id = %lld", rows[i].state, (long long)b.entries[0].outbox_id);
		assert_int_equal(sqlite3_exec(fx.reg->db, sql, NULL, NULL, NULL), 0);
		assert_int_equal(listed((struct reg_filter){ .review = true }), rows[i].code != NULL);
		json_t *row = show(a.entries[0].number);
		assert_int_equal(json_array_size(AT(row, "review")), 0);
		if (rows[i].code)
			assert_string_equal(TEXT_AT(row, "follow_ups", "0", "review", "0", "code"), rows[i].code);
		json_decref(row);
		assert_int_equal(reg_status(fx.reg, clock_now_us(), &status, NULL), 0);
		assert_int_equal(json_integer_value(json_object_get(status, "review")), rows[i].code != NULL);
		json_decref(status);
	}
}

/* ---- seen before ---- */

static void the_same_place_is_the_same_mail(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1 }), b = file((struct item){ .uid = 1, .bytes = "rendered anew" });
	assert_int_equal(b.filed.r, 1);
	assert_true(b.filed.same_origin);
	assert_int_equal(b.filed.arrival_id, a.filed.arrival_id);
	assert_string_equal(b.filed.seen_number, a.entries[0].number);
	assert_int_equal(listed((struct reg_filter){ .arrivals = true }), 1);
	/* another UIDVALIDITY, another folder: other places */
	assert_int_equal(file((struct item){ .uid = 1, .uidvalidity = 2, .bytes = "b" }).filed.r, 0);
	assert_int_equal(file((struct item){ .uid = 1, .folder = "Spam" }).filed.r, 0);
}

static void the_same_bytes_elsewhere_are_seen_again(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .bytes = "same", .email = "j@example.com" }), b = file((struct item){ .uid = 2, .bytes = "same", .email = "j@example.com" });
	assert_int_equal(b.filed.r, 1);
	assert_false(b.filed.same_origin);
	assert_true(b.filed.arrival_id > a.filed.arrival_id);
	assert_string_equal(b.filed.seen_number, a.entries[0].number);
	assert_int_equal(listed((struct reg_filter){ .now_us = 0 }), 1);
	assert_int_equal(listed((struct reg_filter){ .arrivals = true }), 2);
	assert_int_equal(ask("SELECT count(*) FROM outbox"), 1);
	/* handed out once more after a crash: now its own place is known */
	struct told c = file((struct item){ .uid = 2, .bytes = "same" });
	assert_true(c.filed.same_origin);
	assert_int_equal(c.filed.arrival_id, b.filed.arrival_id);
	assert_string_equal(c.filed.seen_number, a.entries[0].number);
}

static void an_arrival_that_was_seen_again_is_shown_as_its_first(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .kind = "machine", .no_entry = true, .bytes = "the same" });
	struct told b = file((struct item){ .uid = 2, .kind = "machine", .no_entry = true, .bytes = "the same" });
	json_t *row = NULL;
	assert_int_equal(b.filed.r, 1);
	assert_int_not_equal(a.filed.arrival_id, b.filed.arrival_id);
	assert_int_equal(reg_show_arrival(fx.reg, b.filed.arrival_id, &row, NULL), 1);
	assert_int_equal(json_integer_value(AT(row, "arrival")), a.filed.arrival_id);	/* by which it can be accepted */
	assert_int_equal(json_array_size(AT(row, "originals")), 1);
	json_decref(row);
}

static void message_id_and_content_together_are_seen_again(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .message_id = "m@x", .digest = "d1" });
	struct told b = file((struct item){ .uid = 2, .message_id = "m@x", .digest = "d1", .folder = "Other" });
	assert_int_equal(b.filed.r, 1);
	assert_string_equal(b.filed.seen_number, a.entries[0].number);
	/* the same content from another message is new: people do write the same thing twice */
	assert_int_equal(file((struct item){ .uid = 3, .message_id = "n@x", .digest = "d1" }).filed.r, 0);
	/* without a digest nothing is said to be the same */
	struct told d = file((struct item){ .uid = 4, .message_id = "m@x" });
	assert_int_equal(d.filed.r, 0);
}

static void the_same_message_id_with_other_content_is_new_and_reviewed(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .message_id = "m@x", .digest = "d1" });
	struct told b = file((struct item){ .uid = 2, .message_id = "m@x", .digest = "d2" });
	assert_int_equal(b.filed.r, 0);
	assert_string_not_equal(b.entries[0].number, a.entries[0].number);
	json_t *row = show(b.entries[0].number);
	assert_string_equal(TEXT_AT(row, "review", "1", "code"), "message-id-reused");
	json_decref(row);
	row = show(a.entries[0].number);
	assert_int_equal(json_array_size(AT(row, "review")), 1);
	json_decref(row);
}

static void a_scan_is_its_bytes_and_first_page(void **state)
{
	(void)state;
	struct told a = file((struct item){ .letter = true, .folder = "scan0001.pdf", .uid = 1, .bytes = "maandag" });
	/* after a crash: same name, same bytes */
	struct told b = file((struct item){ .letter = true, .folder = "scan0001.pdf", .uid = 1, .bytes = "maandag" });
	assert_int_equal(b.filed.r, 1);
	assert_true(b.filed.same_origin);
	/* the scanner counts from 1 again: same name, other letter */
	struct told c = file((struct item){ .letter = true, .folder = "scan0001.pdf", .uid = 1, .bytes = "dinsdag" });
	assert_int_equal(c.filed.r, 0);
	assert_string_not_equal(c.entries[0].number, a.entries[0].number);
	/* scanned once, dropped twice */
	struct told d = file((struct item){ .letter = true, .folder = "kopie.pdf", .uid = 1, .bytes = "maandag" });
	assert_int_equal(d.filed.r, 1);
	assert_false(d.filed.same_origin);
	/* the second letter of a batch file */
	assert_int_equal(file((struct item){ .letter = true, .folder = "scan0001.pdf", .uid = 3, .bytes = "maandag" }).filed.r, 0);
}

static void a_batch_gives_several_complaints(void **state)
{
	(void)state;
	struct item i = { .letter = true };
	json_t *record = a_record(&i);
	struct reg_entry entries[3];
	for (int k = 0; k < 3; k++)
		entries[k] = (struct reg_entry){ .record = record, .first_page = 1 + 2 * k, .numbered = true, .terms = true, .receipt = REG_RECEIPT_TO_PRINT };
	struct told t = { 0 };
	struct reg_filing f = { .origin = { .channel = "letter", .account = "p", .folder = "batch.pdf", .uid = 1, .sha256 = "b" }, .received_us = 1,
				.entries = entries, .n_entries = 3 };
	assert_int_equal(reg_submit(fx.reg, &f, tell, &t, NULL), 0);
	run_until(&t.calls, 1);
	json_decref(record);
	assert_int_equal(t.filed.r, 0);
	assert_int_equal(t.filed.n_entries, 3);
	assert_string_not_equal(t.entries[0].number, t.entries[1].number);
	assert_string_not_equal(t.entries[1].number, t.entries[2].number);
	json_t *list = reg_receipts_list(fx.reg, "to-print", NULL);
	assert_int_equal(json_array_size(list), 3);
	json_decref(list);
}

/* ---- follow-ups and receipts' ids ---- */

static void a_follow_up_leaves_the_terms_alone(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .email = "j@example.com", .received_us = local(2026, 11, 2, 9) });
	json_t *before = show(a.entries[0].number);
	struct told b = file((struct item){ .uid = 2, .email = "j@example.com", .parent = a.entries[0].number, .received_us = local(2026, 11, 9, 9) });
	assert_int_equal(b.filed.r, 0);
	assert_string_equal(b.entries[0].number, a.entries[0].number);
	assert_int_equal(b.entries[0].answer_due_us, 0);
	assert_string_not_equal(b.entries[0].receipt_id, a.entries[0].receipt_id);
	json_t *after = show(a.entries[0].number);
	assert_string_equal(TEXT_AT(after, "answer_due"), TEXT_AT(before, "answer_due"));
	assert_string_equal(TEXT_AT(after, "receipt", "message_id"), a.entries[0].receipt_id);
	assert_int_equal(json_array_size(AT(after, "follow_ups")), 1);
	assert_string_equal(TEXT_AT(after, "follow_ups", "0", "receipt", "message_id"), b.entries[0].receipt_id);
	assert_string_equal(TEXT_AT(after, "history", "1", "what"), "follow-up");
	assert_int_equal(listed((struct reg_filter){ .now_us = 0 }), 1);
	json_decref(before);
	json_decref(after);
	/* to nobody: refused alone */
	assert_int_equal(file((struct item){ .uid = 3, .parent = "K-2020-000001" }).filed.r, FAIL_ITEM);
	assert_int_equal(ask("SELECT count(*) FROM arrivals"), 2);
}

static void only_our_own_receipt_id_is_believed(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .email = "j@example.com" }), b = file((struct item){ .uid = 2, .email = "k@example.com" });
	char id[200], number[16];
	(void)snprintf(id, sizeof id, "<%s>", a.entries[0].receipt_id);
	assert_int_equal(reg_receipt_id_check(fx.reg, id, number), 1);
	assert_string_equal(number, a.entries[0].number);
	assert_int_equal(reg_receipt_id_check(fx.reg, a.entries[0].receipt_id, number), 1);
	/* one digit of the tag, another's tag, no tag, no such shape */
	for (size_t i = strlen("<receipt.K-2026-000001."); id[i] != '@'; i++) {
		char was = id[i];
		id[i] = was == '0' ? '1' : '0';
		assert_int_equal(reg_receipt_id_check(fx.reg, id, number), 0);
		id[i] = was;
	}
	memcpy(strstr(id, "K-"), b.entries[0].number, strlen(b.entries[0].number));
	assert_int_equal(reg_receipt_id_check(fx.reg, id, number), 0);
	static const char *const never[] = { "", "<>", "receipt.", "receipt.K-2026-000001@x", "receipt.K-2026-000001.@x", "<receipt.K-2026-1.0@x>",
					     "receipt.K-2026-000001.0001", "receipt.K-99999999999999999999-1.00@x" };
	for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
		assert_int_equal(reg_receipt_id_check(fx.reg, never[i], number), 0);
	assert_int_equal(reg_receipt_id_check(fx.reg, NULL, number), 0);
}

static void the_key_survives_a_restart(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .email = "j@example.com" });
	char number[16];
	fx_close();
	fx_open();
	assert_int_equal(reg_receipt_id_check(fx.reg, a.entries[0].receipt_id, number), 1);
}

static void a_follow_up_needs_the_sender_or_a_dossier(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .email = "j@example.com", .dossier = "1234567" });
	json_t *same = json_pack("[s, s]", "7654321", "1234567"), *other = json_pack("[s]", "7654321");
	const char *number = a.entries[0].number;
	assert_int_equal(reg_follow_up_check(fx.reg, number, "J@Example.com", NULL), 1);
	assert_int_equal(reg_follow_up_check(fx.reg, number, "x@example.com", same), 1);
	assert_int_equal(reg_follow_up_check(fx.reg, number, "x@example.com", other), 0);
	assert_int_equal(reg_follow_up_check(fx.reg, number, NULL, NULL), 0);
	assert_int_equal(reg_follow_up_check(fx.reg, "K-2026-000099", "j@example.com", same), 0);
	json_decref(same);
	json_decref(other);
}

static void receipts_are_counted_also_while_they_wait(void **state)
{
	(void)state;
	int64_t n;
	int64_t since = clock_now_us() - US_PER_SECOND;
	file((struct item){ .uid = 1, .email = "j@example.com" });
	file((struct item){ .uid = 2, .email = "J@EXAMPLE.com" });
	file((struct item){ .uid = 3, .email = "j@example.com", .receipt = REG_RECEIPT_HELD });
	file((struct item){ .uid = 4, .email = "k@example.com" });
	assert_int_equal(reg_receipts_since(fx.reg, "j@example.com", since, &n, NULL), 0);
	assert_int_equal(n, 2);
	json_t *record = json_pack("{s:s}", "kind", "complaint");
	struct told t = { 0 };
	struct reg_entry e = { .record = record, .numbered = true, .receipt = REG_RECEIPT_QUEUED, .receipt_to = "j@example.com" };
	struct reg_filing f = { .origin = { .channel = "email", .account = "a", .folder = "f", .uidvalidity = 1, .uid = 99, .sha256 = "q" }, .received_us = 1,
				.entries = &e, .n_entries = 1 };
	assert_int_equal(reg_submit(fx.reg, &f, tell, &t, NULL), 0);
	json_decref(record);
	assert_int_equal(reg_receipts_since(fx.reg, "j@example.com", since, &n, NULL), 0);
	assert_int_equal(n, 3);
	assert_int_equal(reg_receipts_total_since(fx.reg, since, &n, NULL), 0);
	assert_int_equal(n, 4);
	run_until(&t.calls, 1);
	assert_int_equal(reg_receipts_since(fx.reg, "j@example.com", clock_now_us() + US_PER_DAY, &n, NULL), 0);
	assert_int_equal(n, 0);
}

/* ---- numbers ---- */

static int64_t pretend_us;
static int64_t pretend(void)
{
	return pretend_us;
}

static void numbers_start_again_with_the_year_of_registration(void **state)
{
	(void)state;
	fx.reg->now_us = pretend;
	pretend_us = local(2026, 12, 31, 23) + 3599 * US_PER_SECOND;
	assert_string_equal(file((struct item){ .uid = 1 }).entries[0].number, "K-2026-000001");
	assert_string_equal(file((struct item){ .uid = 2 }).entries[0].number, "K-2026-000002");
	pretend_us += US_PER_SECOND;	/* in UTC it is still 2026 */
	assert_string_equal(file((struct item){ .uid = 3, .received_us = local(2026, 12, 31, 12) }).entries[0].number, "K-2027-000001");
	pretend_us -= US_PER_SECOND;	/* a clock put back takes up the old year */
	assert_string_equal(file((struct item){ .uid = 4 }).entries[0].number, "K-2026-000003");
}

static void a_number_is_never_used_again(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1 });
	assert_int_equal(sqlite3_exec(fx.reg->db, "DELETE FROM entries; PRAGMA foreign_keys = OFF; DELETE FROM complaints; PRAGMA foreign_keys = ON", NULL,
				      NULL, NULL), 0);
	fx_close();
	fx_open();
	struct told b = file((struct item){ .uid = 2 });
	assert_true(strcmp(b.entries[0].number, a.entries[0].number) > 0);
}

static void after_a_million_numbers_there_is_room(void **state)
{
	(void)state;
	fx.reg->now_us = pretend;
	pretend_us = local(2026, 6, 1, 12);
	assert_int_equal(sqlite3_exec(fx.reg->db, "INSERT INTO counters VALUES (2026, 999999)", NULL, NULL, NULL), 0);
	struct told a = file((struct item){ .uid = 1, .email = "j@example.com" });
	char number[16];
	assert_string_equal(a.entries[0].number, "K-2026-1000000");
	assert_int_equal(reg_receipt_id_check(fx.reg, a.entries[0].receipt_id, number), 1);
}

static void a_refused_item_leaves_no_gap(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1 }), bad = file((struct item){ .uid = 2, .channel = "pigeon" }), c = file((struct item){ .uid = 3 });
	assert_int_equal(bad.filed.r, FAIL_ITEM);
	assert_non_null(strstr(bad.filed.err.text, "constraint"));
	assert_null(strstr(bad.filed.err.text, "pigeon"));
	assert_int_equal(atol(c.entries[0].number + 7), atol(a.entries[0].number + 7) + 1);
}

/* A bad one among many: the others are filed all the same, once each, and nobody waits. */
static void one_bad_item_does_not_hold_up_its_group(void **state)
{
	(void)state;
	enum { N = 40 };
	struct told t[N] = { 0 };
	json_t *record = json_pack("{s:s}", "kind", "complaint");
	struct reg_entry e = { .record = record, .numbered = true };
	for (int i = 0; i < N; i++) {
		struct reg_filing f = { .origin = { .channel = i % 13 == 5 ? "pigeon" : "email", .account = "a", .folder = "f", .uidvalidity = 1, .uid = 1 + i },
					.received_us = 1, .entries = &e, .n_entries = 1 };
		f.origin.sha256[0] = (uint8_t)i;
		assert_int_equal(reg_submit(fx.reg, &f, tell, &t[i], NULL), 0);
	}
	json_decref(record);
	run_until(&t[N - 1].calls, 1);
	for (int i = 0; i < N; i++) {
		assert_int_equal(t[i].calls, 1);
		assert_int_equal(t[i].filed.r, i % 13 == 5 ? FAIL_ITEM : 0);
	}
	assert_int_equal(ask("SELECT count(*) FROM complaints"), N - 3);
	assert_int_equal(ask("SELECT last FROM counters"), N - 3);
}

static void foreign_bytes_in_a_name_become_text(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .letter = true, .folder = "scan\xff\xc3(\xe2\x82.pdf\xc3\xa9" });
	json_t *row = show(a.entries[0].number);
	assert_string_equal(TEXT_AT(row, "originals", "0", "folder"), "scan?" "?(?" "?.pdf\xc3\xa9");
	json_decref(row);
}

/* ---- reports about receipts ---- */

static const char *receipt_state(const char *number, char ret[20])
{
	json_t *row = show(number);
	(void)snprintf(ret, 20, "%s", TEXT_AT(row, "receipt", "state"));
	json_decref(row);
	return ret;
}

static void set_state(const char *state)
{
	char sql[100];
	(void)snprintf(sql, sizeof sql, "UPDATE outbox SET state = '%s'", state);
	assert_int_equal(sqlite3_exec(fx.reg->db, sql, NULL, NULL, NULL), 0);
}

static void a_report_moves_its_receipt(void **state)
{
	(void)state;
	static const struct { const char *from, *report, *to; } cases[] = {
		{ "sent", "delivered", "delivered" }, { "uncertain", "delivered", "delivered" }, { "sent", "bounced", "bounced" },
		{ "uncertain", "bounced", "bounced" }, { "delivered", "bounced", "delivered" }, { "bounced", "delivered", "delivered" },
		{ "queued", "bounced", "bounced" }, { "held", "delivered", "delivered" }, { "suppressed", "bounced", "suppressed" },
	};
	struct told a = file((struct item){ .uid = 1, .email = "j@example.com" });
	char got[20];
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		set_state(cases[i].from);
		struct told t = file((struct item){ .uid = 10 + (int64_t)i, .kind = "machine", .no_entry = true, .about = a.entries[0].receipt_id,
						    .about_state = cases[i].report });
		assert_int_equal(t.filed.r, 0);
		assert_string_equal(receipt_state(a.entries[0].number, got), cases[i].to);
		assert_int_equal(t.filed.receipt_moved, strcmp(cases[i].from, cases[i].to) != 0);
	}
	/* about a receipt that is not ours: filed all the same */
	struct told t = file((struct item){ .uid = 90, .no_entry = true, .about = "x@y", .about_state = "bounced" });
	assert_int_equal(t.filed.r, 0);
	assert_false(t.filed.receipt_moved);
	assert_int_equal(ask("SELECT count(*) FROM arrivals WHERE about_outbox IS NOT NULL"), 9);
}

static void a_bounce_is_printed_where_the_address_is_known(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .email = "j@example.com", .address = true });
	char got[20];
	set_state("sent");
	file((struct item){ .uid = 2, .no_entry = true, .about = a.entries[0].receipt_id, .about_state = "bounced" });
	assert_string_equal(receipt_state(a.entries[0].number, got), "to-print");
	json_t *row = show(a.entries[0].number);
	assert_string_equal(TEXT_AT(row, "history", "1", "what"), "receipt-bounced");
	assert_string_equal(TEXT_AT(row, "history", "2", "what"), "receipt-to-print");
	assert_string_equal(TEXT_AT(row, "sender", "address", "postcode"), "1234 AB");
	json_decref(row);
}

/* ---- the rest ---- */

static void one_kind_whoever_is_asked(void **state)
{
	static const struct { const char *claimed, *filed; } kinds[] = {
		{ "complaint", "complaint" }, { "follow-up", "complaint" }, { "compliment", "compliment" }, { "other", "other" }, { "unreadable", "unreadable" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		struct told t = file((struct item){ .uid = 1 + (int64_t)i, .kind = kinds[i].claimed });
		char sql[120];
		assert_string_equal(t.entries[0].kind, kinds[i].filed);
		json_t *row = show(t.entries[0].number);
		assert_string_equal(TEXT_AT(row, "kind"), kinds[i].filed);
		json_decref(row);
		(void)snprintf(sql, sizeof sql, "SELECT count(*) FROM arrivals WHERE id = %zu AND kind = '%s'", i + 1, kinds[i].filed);
		assert_int_equal(ask(sql), 1);
	}
}

static void filters_do_what_they_say(void **state)
{
	(void)state;
	int64_t now = local(2026, 11, 20, 12);
	file((struct item){ .uid = 1, .received_us = local(2026, 11, 2, 9) });
	file((struct item){ .uid = 2, .received_us = local(2026, 11, 19, 9) });
	file((struct item){ .uid = 3, .kind = "compliment", .received_us = local(2026, 11, 19, 9) });
	file((struct item){ .uid = 1, .letter = true, .folder = "scan.pdf", .received_us = local(2026, 11, 19, 9) });
	assert_int_equal(sqlite3_exec(fx.reg->db, "UPDATE complaints SET status = 'settled' WHERE id = 4; UPDATE review SET done_us = 1 WHERE entry = 2",
				      NULL, NULL, NULL), 0);
	assert_int_equal(listed((struct reg_filter){ .now_us = now }), 4);
	assert_int_equal(listed((struct reg_filter){ .now_us = now, .open = true }), 3);
	assert_int_equal(listed((struct reg_filter){ .now_us = now, .overdue = true }), 1);
	assert_int_equal(listed((struct reg_filter){ .now_us = now, .review = true }), 3);
	assert_int_equal(listed((struct reg_filter){ .now_us = now, .channel = "letter" }), 1);
	assert_int_equal(listed((struct reg_filter){ .now_us = now, .kind = "compliment" }), 1);
	assert_int_equal(listed((struct reg_filter){ .now_us = now, .since_us = local(2026, 11, 10, 0) }), 3);
	assert_int_equal(listed((struct reg_filter){ .now_us = now, .limit = 2 }), 2);
	assert_int_equal(listed((struct reg_filter){ .arrivals = true, .channel = "email" }), 3);
	json_t *status = NULL;
	assert_int_equal(reg_status(fx.reg, now, &status, NULL), 0);
	assert_int_equal(json_integer_value(AT(status, "complaints")), 4);
	assert_int_equal(json_integer_value(AT(status, "overdue")), 1);
	assert_int_equal(json_integer_value(AT(status, "kinds", "compliment")), 1);
	json_decref(status);
}

static void known_uids_are_those_filed(void **state)
{
	(void)state;
	file((struct item){ .uid = 5 });
	file((struct item){ .uid = 7, .no_entry = true });
	json_t *uids = json_pack("[i, i, i]", 5, 6, 7), *known = NULL;
	struct reg_origin place = { .account = "klachten", .folder = "INBOX", .uidvalidity = 1 };
	assert_int_equal(reg_known_uids(fx.reg, &place, uids, &known, NULL), 0);
	assert_int_equal(json_array_size(known), 2);
	json_decref(known);
	place.uidvalidity = 2;
	assert_int_equal(reg_known_uids(fx.reg, &place, uids, &known, NULL), 0);
	assert_int_equal(json_array_size(known), 0);
	json_decref(known);
	place.uidvalidity = 1;
	place.server = "klachten@elders.example:993";
	assert_int_equal(reg_known_uids(fx.reg, &place, uids, &known, NULL), 0);
	assert_int_equal(json_array_size(known), 0);
	json_decref(known);
	json_decref(uids);
}

static void an_acknowledgement_is_noted_with_the_next_group_or_soon(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1 }), b = file((struct item){ .uid = 2 });
	assert_int_equal(reg_acknowledged(fx.reg, a.filed.arrival_id, "Verwerkt", NULL), 0);
	for (int i = 0; i < 600; i++)	/* more than are kept; repeats are harmless */
		assert_int_equal(reg_acknowledged(fx.reg, b.filed.arrival_id, "Verwerkt", NULL), 0);
	int64_t until = clock_mono_us() + 30 * US_PER_SECOND;
	while (ask("SELECT count(*) FROM arrivals WHERE acknowledged_us IS NULL") && clock_mono_us() < until)
		sd_event_run(fx.event, 50000);
	assert_int_equal(ask("SELECT count(*) FROM arrivals WHERE acknowledged_where = 'Verwerkt'"), 2);
	struct told c = file((struct item){ .uid = 3 });
	assert_int_equal(reg_acknowledged(fx.reg, c.filed.arrival_id, "Verwerkt", NULL), 0);
	fx_close();
	fx_open();
	assert_int_equal(ask("SELECT count(*) FROM arrivals WHERE acknowledged_us IS NULL"), 0);
}

static void history_is_append_only_and_its_values_can_be_erased(void **state)
{
	(void)state;
	file((struct item){ .uid = 1 });
	assert_int_equal(sqlite3_exec(fx.reg->db, "UPDATE history SET who = 'nobody'", NULL, NULL, NULL) & 0xff, SQLITE_CONSTRAINT);
	assert_int_equal(sqlite3_exec(fx.reg->db, "DELETE FROM history", NULL, NULL, NULL) & 0xff, SQLITE_CONSTRAINT);
	assert_int_equal(sqlite3_exec(fx.reg->db, "DELETE FROM history_values", NULL, NULL, NULL), SQLITE_OK);
}


static void submit_plain(const json_t *record, int uid, struct told *t)
{
	struct reg_entry e = { .record = record, .numbered = true };
	struct reg_filing f = { .origin = { .channel = "email", .account = "a", .folder = "f", .uidvalidity = 1, .uid = uid }, .received_us = 1,
				.entries = &e, .n_entries = 1 };
	f.origin.sha256[0] = (uint8_t)uid;
	assert_int_equal(reg_submit(fx.reg, &f, tell, t, NULL), 0);
}

/* One that comes alone is written at once; in a rush a group waits until it is worth its commit. */
static void in_a_rush_items_wait_for_company(void **state)
{
	(void)state;
	enum { N = 66 };	/* two, and a whole group */
	struct told t[N] = { 0 };
	json_t *record = json_pack("{s:s}", "kind", "complaint");
	int64_t began_us = clock_mono_us();
	submit_plain(record, 1, &t[0]);
	assert_true(sd_event_run(fx.event, 0) >= 0);
	assert_int_equal(t[0].calls, 1);
	submit_plain(record, 2, &t[1]);
	(void)sd_event_run(fx.event, 0);
	if (clock_mono_us() - began_us < 180000)	/* a machine that is busy elsewhere may have waited already */
		assert_int_equal(t[1].calls, 0);
	run_until(&t[1].calls, 1);
	for (int i = 2; i < N; i++)
		submit_plain(record, 1 + i, &t[i]);
	assert_true(sd_event_run(fx.event, 0) >= 0);
	assert_int_equal(t[2].calls, 1);
	for (int i = 3; i < N; i++)	/* a slow machine leaves some of them for the next group */
		run_until(&t[i].calls, 1);
	json_decref(record);
}

static int64_t total_since(int64_t since_us)
{
	int64_t n = -1;
	assert_int_equal(reg_receipts_total_since(fx.reg, since_us, &n, NULL), 0);
	return n;
}

/* The tally behind the hour's limit serves for a while, and never says too few. */
static void a_tally_misses_no_receipt(void **state)
{
	(void)state;
	int64_t since = clock_now_us() - 3600 * US_PER_SECOND;
	assert_int_equal(total_since(since), 0);
	struct told held = file((struct item){ .uid = 1, .email = "j@example.com", .receipt = REG_RECEIPT_HELD });
	file((struct item){ .uid = 2, .email = "k@example.com" });
	assert_int_equal(total_since(since + 1000), 1);
	assert_int_equal(reg_receipt_set(fx.reg, held.entries[0].number, "release", "tester", clock_now_us(), NULL), 1);
	assert_int_equal(total_since(since + 2000), 2);
	assert_int_equal(total_since(since - 1), 2);
	assert_int_equal(total_since(since + 2 * 3600 * US_PER_SECOND), 0);
}

static void a_dossier_is_known_near_or_neither(void **state)
{
	(void)state;
	char near[16];
	assert_int_equal(reg_dossier_check(fx.reg, "2604817", "J. de Vries", NULL, near), -1);
	struct reg_dossier d[] = { { "2604817", "Vries", "1234AB", "x@y" }, { "2604818", NULL, NULL, NULL }, { "26x", NULL, NULL, NULL }, { NULL, NULL, NULL, NULL } };
	assert_int_equal(reg_dossiers_begin(fx.reg, NULL), 0);
	assert_int_equal(reg_dossiers_put(fx.reg, &d[0], NULL), 1);
	assert_int_equal(reg_dossiers_put(fx.reg, &d[1], NULL), 1);
	assert_int_equal(reg_dossiers_put(fx.reg, &d[2], NULL), 0);
	assert_int_equal(reg_dossiers_put(fx.reg, &d[3], NULL), 0);
	assert_int_equal(reg_dossiers_end(fx.reg, true, "tester", NULL), 0);
	assert_int_equal(reg_dossier_check(fx.reg, "2604817", NULL, NULL, near), 1);
	assert_int_equal(reg_dossier_check(fx.reg, "2604877", "Jan de vries", NULL, near), 0);
	assert_string_equal(near, "2604817");
	assert_int_equal(reg_dossier_check(fx.reg, "2604877", "Jansen", "1234 ab", near), 0);
	assert_string_equal(near, "2604817");
	assert_int_equal(reg_dossier_check(fx.reg, "2604187", "J. de Vries", NULL, near), 0);	/* two digits exchanged */
	assert_string_equal(near, "2604817");
	assert_int_equal(reg_dossier_check(fx.reg, "2604871", "J. de Vries", NULL, near), 0);
	assert_string_equal(near, "2604817");
	assert_int_equal(reg_dossier_check(fx.reg, "2608417", "J. de Vries", NULL, near), 0);
	assert_string_equal(near, "2604817");
	assert_int_equal(reg_dossier_check(fx.reg, "2604178", "J. de Vries", NULL, near), 0);
	assert_string_equal(near, "");
	assert_int_equal(reg_dossier_check(fx.reg, "2604877", "Jansen", "9999 ZZ", near), 0);
	assert_string_equal(near, "");
	assert_int_equal(reg_dossier_check(fx.reg, "2604877", NULL, NULL, near), 0);
	assert_string_equal(near, "");
	assert_int_equal(reg_dossier_check(fx.reg, "2608417", "J. Vries", NULL, near), 0);	/* two neighbours swapped */
	assert_string_equal(near, "2604817");
	assert_int_equal(reg_dossier_check(fx.reg, "2600417", "J. Vries", NULL, near), 0);
	assert_string_equal(near, "");
	/* an import that is broken off leaves the table as it was */
	assert_int_equal(reg_dossiers_begin(fx.reg, NULL), 0);
	struct reg_dossier more = { "9999999", NULL, NULL, NULL };
	assert_int_equal(reg_dossiers_put(fx.reg, &more, NULL), 1);
	assert_int_equal(reg_dossiers_end(fx.reg, false, "tester", NULL), 0);
	int64_t n;
	assert_int_equal(reg_dossiers_count(fx.reg, &n, NULL), 0);
	assert_int_equal(n, 2);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_complaint_is_filed_whole), TEST(the_original_comes_back_byte_for_byte), TEST(an_empty_original_is_an_original),
		TEST(a_large_original_holds_nobody_up), TEST(a_compliment_has_a_number_and_no_terms), TEST(a_machine_is_an_arrival_only),
		TEST(a_doubtful_machine_can_be_made_a_complaint), TEST(a_certain_machine_is_an_arrival_only),
		TEST(a_receipt_that_needs_a_person_is_on_the_review_list), TEST(review_lines_are_ticked_off_by_a_person),
		TEST(the_same_place_is_the_same_mail), TEST(the_same_bytes_elsewhere_are_seen_again), TEST(an_arrival_that_was_seen_again_is_shown_as_its_first),
		TEST(message_id_and_content_together_are_seen_again), TEST(the_same_message_id_with_other_content_is_new_and_reviewed),
		TEST(a_scan_is_its_bytes_and_first_page), TEST(a_batch_gives_several_complaints), TEST(a_follow_up_leaves_the_terms_alone),
		TEST(only_our_own_receipt_id_is_believed), TEST(the_key_survives_a_restart), TEST(a_follow_up_needs_the_sender_or_a_dossier),
		TEST(receipts_are_counted_also_while_they_wait), TEST(numbers_start_again_with_the_year_of_registration),
		TEST(a_number_is_never_used_again), TEST(after_a_million_numbers_there_is_room), TEST(a_refused_item_leaves_no_gap),
		TEST(one_bad_item_does_not_hold_up_its_group), TEST(in_a_rush_items_wait_for_company), TEST(a_tally_misses_no_receipt),
		TEST(foreign_bytes_in_a_name_become_text), TEST(a_report_moves_its_receipt), TEST(a_bounce_is_printed_where_the_address_is_known),
		TEST(one_kind_whoever_is_asked), TEST(filters_do_what_they_say), TEST(known_uids_are_those_filed),
		TEST(an_acknowledgement_is_noted_with_the_next_group_or_soon),
		TEST(history_is_append_only_and_its_values_can_be_erased), TEST(a_dossier_is_known_near_or_neither),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
