/* The fields of whole mails: tests/mails/f*.eml with what a person reads in them (truth-f.jsonl), and what must hold for any mail. */
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/file.h"
#include "parsers/fields/fields.h"
#include "parsers/glyph.h"

#define MAILS "tests/mails/"
#define RECORD_BYTES (16u << 20)

static int wrong;

static struct record *read_bytes(const char *bytes, size_t n, size_t limit, int *ret_result)
{
	struct message *m = NULL;
	struct parse_note note;
	struct words w = { 0 };
	assert_int_equal(message_parse((const uint8_t *)bytes, n, &rules_default, &m, &note), PARSE_OK);
	struct arena *a = arena_new(RECORD_BYTES);
	struct record *r = record_new(limit);
	assert_non_null(a);
	assert_non_null(r);
	assert_int_equal(words_split(m->text, &m->from, &rules_default, a, &w), PARSE_OK);
	*ret_result = fields_read(m, &w, &rules_default, r);
	arena_free(a);
	message_free(m);
	return r;
}

static bool same(const char *want, const char *got)
{
	char a[300], b[300];
	if (!want || !got)
		return want == got;
	glyph_fold_text(want, strlen(want), a, sizeof a);
	glyph_fold_text(got, strlen(got), b, sizeof b);
	return strcmp(a, b) == 0;
}

static void check(const char *file, const char *field, const json_t *want, const json_t *also, const char *got)
{
	if (same(json_string_value(want), got))
		return;
	for (size_t i = 0; i < json_array_size(also); i++)
		if (same(json_string_value(json_array_get(also, i)), got))
			return;
	fprintf(stderr, "%s %s: want %s, got %s\n", file, field, json_is_string(want) ? json_string_value(want) : "nothing", got ? got : "nothing");
	wrong++;
}

static bool address_is(const json_t *want, const struct address *a)
{
	return same(json_string_value(json_object_get(want, "street")), a->street) && same(json_string_value(json_object_get(want, "house_number")), a->house_number) &&
	       same(json_string_value(json_object_get(want, "postcode")), a->postcode) && same(json_string_value(json_object_get(want, "city")), a->city);
}

static void check_address(const char *file, const json_t *want, const json_t *also, const struct address *a)
{
	bool ok = address_is(want, a);
	for (size_t i = 0; i < json_array_size(also); i++)
		ok = ok || address_is(json_array_get(also, i), a);
	if (ok)
		return;
	fprintf(stderr, "%s address: got %s %s, %s %s\n", file, a->street ? a->street : "-", a->house_number ? a->house_number : "-", a->postcode ? a->postcode : "-", a->city ? a->city : "-");
	wrong++;
}

static void check_dossiers(const char *file, const json_t *want, const struct record *r)
{
	size_t hits = 0;
	for (size_t i = 0; i < json_array_size(want); i++)
		for (size_t k = 0; k < r->n_dossier_numbers; k++)
			hits += strcmp(json_string_value(json_array_get(want, i)), r->dossier_numbers[k]) == 0;
	if (hits == json_array_size(want) && hits == r->n_dossier_numbers)
		return;
	fprintf(stderr, "%s dossiers: want %zu, got %zu (%s)\n", file, json_array_size(want), r->n_dossier_numbers, r->n_dossier_numbers ? r->dossier_numbers[0] : "none");
	wrong++;
}

/* Nothing without evidence, nothing doubtful without review. */
static void check_honest(const char *file, const struct record *r)
{
	const struct { const char *field, *value; } said[] = {
		{ "sender.name", r->name }, { "sender.email", r->email }, { "sender.phone", r->phone }, { "sender.address", r->address.street ? r->address.street : r->address.city },
		{ "on_behalf_of", r->on_behalf_of }, { "dossier_numbers[0]", r->n_dossier_numbers ? r->dossier_numbers[0] : NULL },
	};
	for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
		const struct evidence *e = NULL;
		for (size_t k = 0; k < r->n_evidence; k++)
			if (strcmp(r->evidence[k].field, said[i].field) == 0)
				e = &r->evidence[k];
		if (!!e != !!said[i].value)
			fprintf(stderr, "%s: %s %s\n", file, said[i].field, e ? "has evidence and no value" : "has no evidence");
		assert_int_equal(!!e, !!said[i].value);
		bool reviewed = !e || e->confidence >= 0.6;
		for (size_t k = 0; k < r->n_review; k++)
			reviewed = reviewed || (r->review[k].field && strncmp(r->review[k].field, said[i].field, strlen(r->review[k].field)) == 0);
		assert_true(reviewed);
	}
}

static void mails(void **state)
{
	(void)state;
	FILE *f = fopen(MAILS "truth-f.jsonl", "r");
	if (!f) {
		print_message("skipped: %s is not below the working directory\n", MAILS);
		skip();
	}
	size_t n = 0;
	wrong = 0;
	json_t *t;
	while ((t = json_loadf(f, JSON_DISABLE_EOF_CHECK, NULL))) {
		char path[200], *bytes;
		size_t size;
		int result;
		const char *file = json_string_value(json_object_get(t, "file"));
		const json_t *s = json_object_get(t, "sender"), *also = json_object_get(t, "also_accepted");
		snprintf(path, sizeof path, MAILS "%s", file);
		assert_int_equal(file_read(path, 1u << 20, &bytes, &size, NULL), 0);
		struct record *r = read_bytes(bytes, size, RECORD_BYTES, &result);
		assert_int_equal(result, PARSE_OK);
		check(file, "name", json_object_get(s, "name"), json_object_get(also, "name"), r->name);
		check(file, "email", json_object_get(s, "email"), NULL, r->email);
		check(file, "phone", json_object_get(s, "phone"), json_object_get(also, "phone"), r->phone);
		check(file, "on_behalf_of", json_object_get(t, "on_behalf_of"), json_object_get(also, "on_behalf_of"), r->on_behalf_of);
		check_address(file, json_object_get(s, "address"), json_object_get(also, "address"), &r->address);
		check_dossiers(file, json_object_get(t, "dossier_numbers"), r);
		check_honest(file, r);
		record_free(r);
		free(bytes);
		json_decref(t);
		n++;
	}
	fclose(f);
	print_message("%zu mails, %d of %zu fields wrong\n", n, wrong, n * 6);
	assert_true(n >= 100);
	assert_int_equal(wrong, 0);
}

/* The record's arena may end anywhere. */
static void little_memory(void **state)
{
	(void)state;
	static const char mail[] = "From: Jan de Boer <jan@boer.example>\nSubject: dossier 2604817\n\nDossier 2604818.\n\nGroet,\nJan de Boer\nKerkstraat 1\n1234 AB Oss\n0412-123456\n";
	int result = PARSE_NOMEM;
	size_t limit = 2000;
	for (; result == PARSE_NOMEM && limit < 100000; limit += 64)
		record_free(read_bytes(mail, sizeof mail - 1, limit, &result));
	assert_int_equal(result, PARSE_OK);
}

static double seconds(const char *unit, size_t times)
{
	static const char head[] = "From: a@b.example\n\n";
	size_t k = strlen(unit), n = sizeof head - 1 + k * times;
	char *mail = malloc(n);
	assert_non_null(mail);
	memcpy(mail, head, sizeof head - 1);
	for (size_t i = 0; i < times; i++)
		memcpy(mail + sizeof head - 1 + i * k, unit, k);
	struct message *m = NULL;
	struct parse_note note;
	struct words w = { 0 };
	assert_int_equal(message_parse((const uint8_t *)mail, n, &rules_default, &m, &note), PARSE_OK);
	struct arena *a = arena_new(256u << 20);
	struct record *r = record_new(64u << 20);
	assert_int_equal(words_split(m->text, &m->from, &rules_default, a, &w), PARSE_OK);
	clock_t t = clock();
	assert_int_equal(fields_read(m, &w, &rules_default, r), PARSE_OK);
	double s = (double)(clock() - t) / CLOCKS_PER_SEC;
	record_free(r);
	arena_free(a);
	message_free(m);
	free(mail);
	return s;
}

/* Text that invites a reader to look back and forth: no more than linear, and bounded by the part that is looked at. */
static void hostile_shapes(void **state)
{
	(void)state;
	static const char *const units[] = {
		"1 ", "2604817 ", "26 04 817-", "dossier nr ", "@", "a@b.nl ", "1234 AB ", "namens mijn moeder ", "mijn ", "Kerkstraat 1, ", "Jan ", "J.", "06-", "+31 (0)", "0", "NL91 ABNA ",
		"groet,\n", "Naam:\n", "Naam: J\n", "|", "\n", "de heer ", "'", "\xc2\xa0", "van der ", "ik ben Jan ", "1234 AB X\nKerkstraat 2\n", "mijn client ", "Jan Jansen, ", "dossier 2604817\n", "06 12345678 ",
		"help ik ", "mijn vader ", "Jan Jansen help ik. ", "1|", "2604817|\n", "26/04817/", "van Jan Jansen zijn post ", "onder bewind ", "Groet Jan Jansen\n", "voor mijn zoon Jan Jansen. ", "postcode 1, ", "a b\t",
	};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		double s = seconds(units[i], (1u << 20) / strlen(units[i]));
		if (getenv("TIMES") || s > 2)
			fprintf(stderr, "\"%s\": %.2f s\n", units[i], s);
		assert_true(s < 2);
	}
}

int main(void)
{
	assert_int_equal(message_init(), 0);
	const struct CMUnitTest tests[] = { cmocka_unit_test(mails), cmocka_unit_test(little_memory), cmocka_unit_test(hostile_shapes) };
	return cmocka_run_group_tests_name("fields", tests, NULL, NULL);
}
