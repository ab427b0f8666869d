#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "reader/merge.h"
#include "reader/record_check.h"
#include "reader/record_json.h"

static json_t *mail(const char *description, const char *dossier)
{
	struct record *r = record_new(1 << 20);
	r->kind = description[0] ? KIND_COMPLAINT : KIND_OTHER;
	r->name = "Jan";
	r->description = description;
	r->receipt.to = "jan@example.org";
	r->message.there = true;
	if (dossier)
		record_add_dossier(r, dossier, &(struct evidence){ .from = "label", .confidence = 0.9 });
	else
		record_add_review(r, "no-dossier-number", "dossier_numbers", "none");
	for (int i = 0; i < 2; i++)
		record_add_document(r, &(struct document){ .name = i ? "b.pdf" : "a.pdf", .media_type = "application/pdf", .text_from = "none" });
	json_t *j = record_json(r);
	record_free(r);
	return j;
}

static json_t *letter(const char *dossier)
{
	struct record *r = record_new(1 << 20);
	r->channel = CHANNEL_LETTER;
	r->name = "Piet";
	r->phone = "+31612345678";
	r->address = (struct address){ "Dorpsstraat", "1", "1234 AB", "Dorp" };
	r->description = "De brief";
	r->scan.there = true;
	record_add_evidence(r, &(struct evidence){ .field = "sender.phone", .from = "ocr", .quote = "06-12345678", .confidence = 0.8, .page = 1 });
	record_add_dossier(r, dossier, &(struct evidence){ .from = "ocr", .quote = "dossier", .confidence = 0.7, .page = 1 });
	record_add_review(r, "low-confidence", "dossier_numbers[0]", "read with little certainty");
	record_add_review(r, "low-confidence", "sender.name", "a name the mail has");
	record_add_review(r, "faint", NULL, "a faint page");
	record_add_document(r, &(struct document){ .name = "x", .media_type = "application/pdf", .pages = 3, .text_from = "ocr", .confidence = 0.7 });
	json_t *j = record_json(r);
	record_free(r);
	return json_pack("[o]", j);
}

static const char *at(const json_t *j, const char *a, const char *b)
{
	return json_string_value(json_object_get(json_object_get(j, a), b));
}

static void valid(const json_t *j)
{
	struct error err = { .text = "" };
	if (record_check(j, &err) != 0)
		fail_msg("%s", err.text);
}

static void test_body_goes_first(void **state)
{
	json_t *m = mail("Mijn klacht", "1111111"), *l = letter("2604817");
	(void)state;
	merge_scan(m, 0, l);
	valid(m);
	assert_string_equal(at(m, "sender", "name"), "Jan");
	assert_string_equal(at(m, "sender", "phone"), "+31612345678");
	assert_string_equal(json_string_value(json_object_get(m, "description")), "Mijn klacht");
	assert_int_equal(json_array_size(json_object_get(m, "dossier_numbers")), 1);
	const json_t *e = json_object_get(json_object_get(m, "evidence"), "sender.phone");
	assert_string_equal(json_string_value(json_object_get(e, "from")), "attachment a.pdf");
	assert_string_equal(json_string_value(json_object_get(e, "quote")), "06-12345678");
	const json_t *d = json_array_get(json_object_get(m, "documents"), 0);
	assert_int_equal(json_integer_value(json_object_get(d, "pages")), 3);
	assert_string_equal(json_string_value(json_object_get(d, "text_from")), "ocr");
	assert_int_equal(json_array_size(json_object_get(m, "review")), 1);	/* the faint page only */
	json_decref(m);
	json_decref(l);
}

static void test_see_attachment(void **state)
{
	json_t *m = mail("", NULL), *l = letter("2604817"), *other = letter("3604817");
	(void)state;
	merge_scan(m, 0, l);
	merge_scan(m, 1, other);
	valid(m);
	assert_string_equal(json_string_value(json_object_get(m, "kind")), "complaint");
	assert_string_equal(json_string_value(json_object_get(m, "description")), "De brief");
	assert_int_equal(json_array_size(json_object_get(m, "dossier_numbers")), 2);
	const json_t *e = json_object_get(json_object_get(m, "evidence"), "dossier_numbers[1]");
	assert_string_equal(json_string_value(json_object_get(e, "from")), "attachment b.pdf");
	size_t i;
	json_t *r;
	json_array_foreach(json_object_get(m, "review"), i, r)
		assert_string_not_equal(json_string_value(json_object_get(r, "code")), "no-dossier-number");
	json_decref(m);
	json_decref(l);
	json_decref(other);
}

static bool reviewed(const json_t *record, const char *code)
{
	size_t i;
	json_t *r;
	json_array_foreach(json_object_get(record, "review"), i, r)
		if (strcmp(json_string_value(json_object_get(r, "code")), code) == 0)
			return true;
	return false;
}

/* "Zie bijlage" is a complaint in doubt; the letter settles it, unless it leaves the same doubt. */
static void test_the_letter_settles_the_kind(void **state)
{
	static const struct { const char *letter, *merged; bool doubt; } rows[] = {
		{ "complaint", "complaint", false }, { "compliment", "compliment", false }, { "other", "complaint", true }, { "unreadable", "complaint", true },
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		json_t *m = mail("Zie bijlage", NULL), *l = letter("2604817");
		merge_review(m, "kind-uncertain", "No word tells");
		json_object_set_new(json_array_get(json_object_get(m, "review"), 1), "field", json_string("kind"));
		json_object_set_new(json_array_get(l, 0), "kind", json_string(rows[i].letter));
		merge_scan(m, 0, l);
		valid(m);
		assert_string_equal(json_string_value(json_object_get(m, "kind")), rows[i].merged);
		assert_int_equal(reviewed(m, "kind-uncertain"), rows[i].doubt);
		json_decref(m);
		json_decref(l);
	}
}

/* "Bijgaand het bewijs van betaling" with a bank's statement: only a letter that says that it complains outweighs a mail that says it does not. */
static void test_proof_of_payment_stays_other(void **state)
{
	(void)state;
	for (int says = 0; says < 2; says++) {
		json_t *m = mail("Bijgaand het bewijs van betaling", NULL), *l = letter("2604817");
		json_t *evidence = json_object_get(json_array_get(l, 0), "evidence");
		json_object_set_new(m, "kind", json_string("other"));
		json_object_set_new(json_object_get(m, "evidence"), "kind", json_pack("{s:s, s:s, s:f}", "from", "body", "quote", "bewijs", "confidence", 0.85));
		json_object_set_new(json_array_get(l, 0), "kind", json_string("complaint"));
		if (says)
			json_object_set_new(evidence, "kind", json_pack("{s:s, s:s, s:f}", "from", "body", "quote", "schandalig", "confidence", 0.9));
		else
			json_object_del(evidence, "kind");
		merge_scan(m, 0, l);
		assert_string_equal(json_string_value(json_object_get(m, "kind")), says ? "complaint" : "other");
		json_decref(m);
		json_decref(l);
	}
}

/* Someone else's letter, attached: what it says may count, where its writer lives does not. */
static void test_another_persons_letter(void **state)
{
	static const struct { const char *mail, *letter; bool taken; } rows[] = {
		{ "Jan de Vries", "Petra Jansen", false }, { "Jan de Vries", "J. de Vries", true }, { "Anneke Smit-Bakker", "A. Bakker", true }, { "Jan", "Petra Jansen", true },
		{ "M. van den Berg", "Fam. van den Heuvel", false }, { "Karin Postma", "K. POSTMA", true },
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		json_t *m = mail("Mijn klacht", "1111111"), *l = letter("2604817");
		json_object_set_new(json_object_get(m, "sender"), "name", json_string(rows[i].mail));
		json_object_set_new(json_object_get(json_array_get(l, 0), "sender"), "name", json_string(rows[i].letter));
		merge_scan(m, 0, l);
		valid(m);
		if (rows[i].taken != (at(m, "sender", "phone") != NULL))
			fail_msg("%s and %s", rows[i].mail, rows[i].letter);
		assert_int_equal(json_array_size(json_object_get(m, "review")), rows[i].taken ? 1 : 2);
		json_decref(m);
		json_decref(l);
	}
}

static void test_bounds(void **state)
{
	json_t *m = mail("Klacht", NULL), *l = letter("2604817");
	(void)state;
	merge_scan(m, 7, l);
	merge_unread(m, 7, "x");
	for (int i = 0; i < 300; i++)
		merge_unread(m, 1, "it could not be read");
	merge_scan(m, 1, l);
	valid(m);
	json_decref(m);
	json_decref(l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_body_goes_first), cmocka_unit_test(test_see_attachment), cmocka_unit_test(test_the_letter_settles_the_kind), cmocka_unit_test(test_proof_of_payment_stays_other), cmocka_unit_test(test_bounds), cmocka_unit_test(test_another_persons_letter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
