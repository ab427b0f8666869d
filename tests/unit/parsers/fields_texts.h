/* fields_texts.h — reads short mails and tells which of their facts are wrong. For the test_fields_*.c tables.
 *
 * A text is a mail's body; from and subject have defaults. NULL: not asked; "": nothing may be found.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/fields/fields.h"
#include "parsers/glyph.h"

struct text {
	const char *body, *from, *subject;
	const char *name, *address, *phone, *client, *dossiers, *email;	/* address: "street|number|postcode|town"; dossiers: "2604817 2604818" */
};

/* The same but for case and blanks. */
static bool texts_same(const char *want, const char *got)
{
	char a[300], b[300];
	glyph_fold_text(want, strlen(want), a, sizeof a);
	glyph_fold_text(got, strlen(got), b, sizeof b);
	const char *p = a, *q = b;
	for (;; p++, q++) {
		p += strspn(p, " ");
		q += strspn(q, " ");
		if (*p != *q || !*p)
			return *p == *q;
	}
}

static int texts_check(const struct text *t, const char *what, const char *want, const char *got)
{
	if (!want || texts_same(want, got ? got : ""))
		return 0;
	fprintf(stderr, "%s: want \"%s\", got \"%s\" in: %s\n", what, want, got ? got : "", t->body);
	return 1;
}

static int texts_one(const struct text *t, const struct record *r)
{
	char address[300] = "", numbers[200] = "";
	const struct address *a = &r->address;
	if (a->street || a->postcode || a->city)
		snprintf(address, sizeof address, "%s|%s|%s|%s", a->street ? a->street : "", a->house_number ? a->house_number : "", a->postcode ? a->postcode : "", a->city ? a->city : "");
	for (size_t i = 0; i < r->n_dossier_numbers; i++)
		snprintf(numbers + strlen(numbers), sizeof numbers - strlen(numbers), "%s%s", i ? " " : "", r->dossier_numbers[i]);
	return texts_check(t, "name", t->name, r->name) + texts_check(t, "address", t->address, address) + texts_check(t, "phone", t->phone, r->phone) +
	       texts_check(t, "client", t->client, r->on_behalf_of) + texts_check(t, "dossiers", t->dossiers, numbers) + texts_check(t, "email", t->email, r->email);
}

/* Prints what is wrong; returns how many facts are. */
static int texts_wrong(const struct text *t, size_t n)
{
	int wrong = 0;
	for (size_t i = 0; i < n; i++) {
		static char mail[4096];
		int k = snprintf(mail, sizeof mail, "From: %s\nSubject: %s\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n%s\n", t[i].from ? t[i].from : t[i].name ? "x99@mail.example" : "\"P. Zandstra\" <pz@mail.example>",
				 t[i].subject ? t[i].subject : "Klacht", t[i].body);
		assert_in_range(k, 1, (int)sizeof mail - 1);
		struct message *m = NULL;
		struct parse_note note;
		struct words w = { 0 };
		struct arena *a = arena_new(1u << 20);
		struct record *r = record_new(4u << 20);
		assert_non_null(a);
		assert_non_null(r);
		assert_int_equal(message_parse((const uint8_t *)mail, (size_t)k, &rules_default, &m, &note), PARSE_OK);
		assert_int_equal(words_split(m->text, &m->from, &rules_default, a, &w), PARSE_OK);
		assert_int_equal(fields_read(m, &w, &rules_default, r), PARSE_OK);
		wrong += texts_one(&t[i], r);
		record_free(r);
		arena_free(a);
		message_free(m);
	}
	return wrong;
}

/* The program of a file that holds such a table. */
#define TEXTS_MAIN(NAME, TABLE) \
	static void texts(void **state) \
	{ \
		(void)state; \
		assert_int_equal(texts_wrong(TABLE, sizeof(TABLE) / sizeof *(TABLE)), 0); \
	} \
	int main(void) \
	{ \
		const struct CMUnitTest tests[] = { cmocka_unit_test(texts) }; \
		assert_int_equal(message_init(), 0); \
		return cmocka_run_group_tests_name(NAME, tests, NULL, NULL); \
	}
