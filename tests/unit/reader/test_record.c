/* struct record -> JSON -> record_check(), and everything that must not pass. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "reader/record_check.h"
#include "reader/record_json.h"
#include "reader/record_limits.h"
#include "reader/text_check.h"
#include "reader/unreadable.h"

static struct record *full_record(void)
{
	struct record *r = record_new(64 << 20);
	r->file = "a.eml";
	r->name = "J. de Vries";
	r->email = "j@example.org";
	r->phone = "+31612345678";
	r->address = (struct address){ "Dorpsstraat", "12a", "1234 AB", "Ons Dorp" };
	r->subject = "Klacht";
	r->language = "nl";
	r->description = "Regel 1\nRegel 2\t;";
	r->complaint_number = "K-2026-000123";
	r->receipt.to = "j@example.org";
	record_add_dossier(r, "2604817", &(struct evidence){ .from = "label", .quote = "dossier 2604817", .confidence = 0.97, .page = 1,
							     .box = { 0.1, 0.2, 0.3, 0.4 } });
	record_add_review(r, "no-address", "sender.address", "no %s", "address");
	record_add_document(r, &(struct document){ .name = "scan.pdf", .media_type = "application/pdf", .bytes = 12, .text_from = "none" });
	r->message.there = true;
	r->message.message_id = "1@example.org";
	r->message.date = "2026-11-02T09:15:00+01:00";
	r->message.return_path = "";
	return r;
}

static json_t *full_json(void)
{
	struct record *r = full_record();
	json_t *j = record_json(r);
	record_free(r);
	assert_non_null(j);
	return j;
}

static void test_whole(void **state)
{
	struct error err = { .text = "" };
	json_t *j = full_json();
	(void)state;
	if (record_check(j, &err) != 0)
		fail_msg("%s", err.text);
	assert_int_equal(json_object_size(j), 18);
	assert_string_equal(json_string_value(json_object_get(json_object_get(j, "sender"), "email")), "j@example.org");
	assert_true(json_is_true(json_object_get(json_object_get(j, "receipt"), "allowed")));
	assert_true(json_is_null(json_object_get(j, "scan")));
	const json_t *e = json_object_get(json_object_get(j, "evidence"), "dossier_numbers[0]");
	assert_int_equal(json_integer_value(json_object_get(e, "page")), 1);
	assert_int_equal(json_array_size(json_object_get(e, "box")), 4);
	json_decref(j);
}

static void test_empty(void **state)
{
	struct record *r = record_new(1 << 20);
	struct error err = { .text = "" };
	(void)state;
	r->channel = CHANNEL_LETTER;
	r->scan.there = true;
	json_t *j = record_json(r);
	record_free(r);
	if (record_check(j, &err) != 0)
		fail_msg("%s", err.text);
	assert_true(json_is_null(json_object_get(json_object_get(j, "sender"), "address")));
	json_decref(j);
}

/* What parsers let slip does not cost the mail. */
static void test_mended(void **state)
{
	struct record *r = full_record();
	struct error err = { .text = "" };
	char *longer = calloc(1, 3000);
	(void)state;
	memset(longer, 'x', 2999);
	r->subject = longer;
	r->name = "J\x01 de \xe2\x80\xaeVries\r\n";
	r->description = "kapot \xff\xc3 en \xed\xa0\x80 nul\x7f";
	r->email = "not an address";
	r->phone = "0612345678";
	r->complaint_number = "K-1";
	r->language = "NL-be";
	r->message.date = "gisteren";
	r->receipt.to = "x@y.nl>\r\nRCPT TO:<z@y.nl";
	json_t *j = record_json(r);
	if (record_check(j, &err) != 0)
		fail_msg("%s", err.text);
	assert_string_equal(json_string_value(json_object_get(json_object_get(j, "sender"), "name")), "J  de Vries  ");
	assert_true(json_is_null(json_object_get(json_object_get(j, "sender"), "email")));
	assert_true(json_string_length(json_object_get(j, "subject")) <= LIMIT_LINE);
	const json_t *receipt = json_object_get(j, "receipt");
	assert_string_equal(json_string_value(json_object_get(receipt, "verdict")), "hold");
	assert_true(json_is_null(json_object_get(receipt, "to")));
	json_decref(j);
	record_free(r);
	free(longer);
}

/* Sets one value by a path of keys ("receipt.to", "review.0.code") and asks whether the record still passes. */
static int with(const char *path, json_t *value)
{
	json_t *j = full_json(), *at = j;
	char *copy = strdup(path), *save = NULL, *key = strtok_r(copy, ".", &save);
	for (char *next; (next = strtok_r(NULL, ".", &save)); key = next)
		at = json_is_array(at) ? json_array_get(at, (size_t)(key[0] - '0')) : json_object_get(at, key);
	assert_non_null(at);
	if (!value)
		json_object_del(at, key);
	else if (json_is_array(at))
		json_array_set_new(at, (size_t)(key[0] - '0'), value);
	else
		json_object_set_new(at, key, value);
	int r = record_check(j, NULL);
	json_decref(j);
	free(copy);
	return r;
}

static void test_refused(void **state)
{
	(void)state;
	assert_int_equal(with("kind", json_string("compliment")), 0);
	assert_int_equal(with("kind", json_string("praise")), FAIL_ITEM);
	assert_int_equal(with("kind", json_null()), FAIL_ITEM);
	assert_int_equal(with("version", json_integer(2)), FAIL_ITEM);
	assert_int_equal(with("subject", NULL), FAIL_ITEM);
	assert_int_equal(with("extra", json_true()), FAIL_ITEM);
	assert_int_equal(with("subject", json_string("a\nb")), FAIL_ITEM);
	assert_int_equal(with("subject", json_string("a\xc2\x85" "b")), FAIL_ITEM);
	assert_int_equal(with("subject", json_string("a\xe2\x80\xae" "b")), FAIL_ITEM);
	assert_int_equal(with("subject", json_stringn("a\0b", 3)), FAIL_ITEM);
	assert_int_equal(with("description", json_string("a\nb\tc")), 0);
	assert_int_equal(with("description", json_string("a\rb")), FAIL_ITEM);
	assert_int_equal(with("receipt.to", json_string("a@b.nl\r\nX: y")), FAIL_ITEM);
	assert_int_equal(with("receipt.to", json_string("a@b.nl, c@d.nl")), FAIL_ITEM);
	assert_int_equal(with("receipt.to", json_string("<a@b.nl>")), FAIL_ITEM);
	assert_int_equal(with("receipt.to", json_null()), FAIL_ITEM);
	assert_int_equal(with("receipt.allowed", json_false()), FAIL_ITEM);
	assert_int_equal(with("receipt.verdict", json_string("hold")), FAIL_ITEM);
	assert_int_equal(with("sender.phone", json_string("+0612345678")), FAIL_ITEM);
	assert_int_equal(with("dossier_numbers.0", json_string("26048x7")), FAIL_ITEM);
	assert_int_equal(with("dossier_numbers.0", json_integer(2604817)), FAIL_ITEM);
	assert_int_equal(with("review.0.code", json_string("No Address")), FAIL_ITEM);
	assert_int_equal(with("evidence", json_pack("{s:{s:s, s:n, s:f}}", "x y", "from", "body", "quote", "confidence", 0.5)), FAIL_ITEM);
	assert_int_equal(with("evidence", json_pack("{s:{s:s, s:n, s:f}}", "kind", "from", "body", "quote", "confidence", 1.5)), FAIL_ITEM);
	assert_int_equal(with("documents.0.sha256", json_string("abc")), FAIL_ITEM);
	assert_int_equal(with("documents.0.bytes", json_integer(-1)), FAIL_ITEM);
	assert_int_equal(with("documents.0.text_from", json_string("guess")), FAIL_ITEM);
	assert_int_equal(with("message.date", json_string("2026-11-02")), FAIL_ITEM);
}

static void test_load(void **state)
{
	json_t *list = NULL;
	(void)state;
	json_t *two = json_pack("[o, o]", full_json(), full_json());
	char *text = json_dumps(two, 0);
	assert_int_equal(record_load(text, strlen(text), &list, NULL), 0);
	assert_int_equal(json_array_size(list), 2);
	json_decref(list);
	json_decref(two);
	assert_int_equal(record_load(text, strlen(text) - 1, &list, NULL), FAIL_ITEM);
	free(text);
	assert_int_equal(record_load("[]", 2, &list, NULL), FAIL_ITEM);
	assert_int_equal(record_load("{}", 2, &list, NULL), FAIL_ITEM);
	assert_int_equal(record_load("[1]", 3, &list, NULL), FAIL_ITEM);
	size_t n = 3u << 20;
	char *bomb = malloc(n);
	for (size_t i = 0; i + 2 < n; i += 3)
		memcpy(bomb + i, "[],", 3);
	bomb[0] = '[';
	assert_int_equal(record_load(bomb, n, &list, NULL), FAIL_ITEM);
	free(bomb);
}

static void test_addresses(void **state)
{
	(void)state;
	assert_true(text_address("jan.van-der+klacht@mail.example.nl"));
	assert_true(text_address("jan@xn--bcher-kva.example"));
	assert_true(text_address("jörg@bücher.example"));
	assert_false(text_address("jan"));
	assert_false(text_address("@x.nl"));
	assert_false(text_address("jan@"));
	assert_false(text_address("jan@.nl"));
	assert_false(text_address("jan@a..nl"));
	assert_false(text_address("ja n@a.nl"));
	assert_false(text_address("jan@a.nl@b.nl"));
	assert_false(text_address("\"jan\"@a.nl"));
	assert_false(text_address("-oQ/tmp@a.nl"));
}

static void test_unreadable(void **state)
{
	static const char *const channels[] = { "email", "letter", "form" };
	struct error err = { .text = "" };
	(void)state;
	int fd = memfd_from("x", "%PDF-1.4", 8, NULL);
	for (size_t i = 0; i < 3; i++) {
		json_t *j = unreadable_record(&(struct unreadable){ .channel = channels[i], .file = "a\nb\xff.pdf", .text = "why", .fd = fd });
		if (record_check(j, &err) != 0)
			fail_msg("%s", err.text);
		const json_t *d = json_array_get(json_object_get(j, "documents"), 0);
		assert_string_equal(json_string_value(json_object_get(d, "media_type")), "application/pdf");
		assert_int_equal(json_integer_value(json_object_get(d, "bytes")), 8);
		json_decref(j);
	}
	fd_close(&fd);
}

static void test_sniff(void **state)
{
	(void)state;
#define SNIFF(s) unreadable_sniff((const uint8_t *)(s), sizeof(s) - 1)
	assert_string_equal(SNIFF("Received: from x\r\n"), "message/rfc822");
	assert_string_equal(SNIFF("From jan@x Mon Jan  1\r\n"), "message/rfc822");
	assert_string_equal(SNIFF("\xff\xd8\xff\xe0"), "image/jpeg");
	assert_string_equal(SNIFF("II*\0\0"), "image/tiff");
	assert_string_equal(SNIFF("junk\n%PDF-1.7"), "application/pdf");
	assert_string_equal(SNIFF("hello world"), "application/octet-stream");
	assert_string_equal(SNIFF(""), "application/octet-stream");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole), cmocka_unit_test(test_empty), cmocka_unit_test(test_mended), cmocka_unit_test(test_refused),
		cmocka_unit_test(test_load), cmocka_unit_test(test_addresses), cmocka_unit_test(test_unreadable), cmocka_unit_test(test_sniff),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
