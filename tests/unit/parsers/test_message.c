/* parsers/message/message.h: one small mail per rule in data/, each with what a person sees of it in NAME.want.
 *
 * test_message --update writes the .want files anew: read the difference before you commit it. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/unit/parsers/message_dump.h"

#include "parsers/message/charset_iconv.h"
#include "parsers/rules.h"

#define DATA "tests/unit/parsers/data"

static bool update;

/* The bytes in a block of exactly their size, so that a sanitizer sees a read behind the end. */
static uint8_t *slurp(const char *path, size_t *n)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return NULL;
	assert_int_equal(fseek(f, 0, SEEK_END), 0);
	*n = (size_t)ftell(f);
	rewind(f);
	uint8_t *s = malloc(*n ? *n : 1);
	assert_non_null(s);
	assert_int_equal(fread(s, 1, *n, f), *n);
	(void)fclose(f);
	return s;
}

static char *dump(const char *path)
{
	size_t n, size;
	char *text = NULL;
	uint8_t *bytes = slurp(path, &n);
	struct message *m = NULL;
	struct parse_note note = { "" };
	FILE *f = open_memstream(&text, &size);
	assert_non_null(bytes);
	assert_non_null(f);
	int r = message_parse(bytes, n, &rules_default, &m, &note);
	if (r == PARSE_OK)
		dump_message(f, m, "");
	else
		fprintf(f, "%d %s\n", r, note.text);
	(void)fclose(f);
	message_free(m);
	free(bytes);
	return text;
}

static int is_mail(const struct dirent *e)
{
	size_t n = strlen(e->d_name);
	return n > 4 && strcmp(e->d_name + n - 4, ".eml") == 0;
}

static void test_golden(void **state)
{
	(void)state;
	struct dirent **list = NULL;
	int n = scandir(DATA, &list, is_mail, alphasort), bad = 0;
	assert_true(n > 0);
	for (int i = 0; i < n; i++) {
		char path[600], want[600];
		size_t size;
		(void)snprintf(path, sizeof path, DATA "/%s", list[i]->d_name);
		(void)snprintf(want, sizeof want, DATA "/%.*s.want", (int)strlen(list[i]->d_name) - 4, list[i]->d_name);
		char *got = dump(path);
		if (update) {
			FILE *f = fopen(want, "w");
			assert_non_null(f);
			(void)fputs(got, f);
			(void)fclose(f);
		}
		uint8_t *expected = slurp(want, &size);
		if (!expected || size != strlen(got) || memcmp(expected, got, size) != 0) {
			print_error("%s is seen differently:\n%s", path, got);
			bad++;
		}
		free(expected);
		free(got);
		free(list[i]);
	}
	free(list);
	assert_int_equal(bad, 0);
}

static int parse(const char *s, struct message **m)
{
	struct parse_note note;
	size_t n = strlen(s);
	uint8_t *exact = malloc(n ? n : 1);	/* parts point into it: freed by the caller of parse_ok, through keep */
	assert_non_null(exact);
	memcpy(exact, s, n);
	int r = message_parse(exact, n, &rules_default, m, &note);
	static uint8_t *keep;
	free(keep);
	keep = exact;
	return r;
}

static void test_no_header(void **state)
{
	(void)state;
	struct message *m = NULL;
	assert_int_equal(parse("", &m), PARSE_BAD);
	assert_int_equal(parse("zomaar wat tekst\nzonder kop\n", &m), PARSE_BAD);
	assert_null(m);
}

static void test_limits(void **state)
{
	(void)state;
	struct rules r = rules_default;
	struct message *m = NULL;
	struct parse_note note;
	static const char mail[] = "From: a@x.org\nSubject: s\n\nhallo daar\nen meer\n";
	r.max_document_bytes = 10;
	assert_int_equal(message_parse((const uint8_t *)mail, sizeof mail - 1, &r, &m, &note), PARSE_LIMIT);
	r = rules_default;
	r.max_text_bytes = 5;
	assert_int_equal(message_parse((const uint8_t *)mail, sizeof mail - 1, &r, &m, &note), PARSE_OK);
	assert_true(m->hostile);
	assert_string_equal(m->from.address, "a@x.org");
	message_free(m);
}

static void test_header_access(void **state)
{
	(void)state;
	struct message *m = NULL;
	assert_int_equal(parse("From: a@x\nX-One: 1\nx-one: 2\n\n", &m), PARSE_OK);
	assert_string_equal(message_header(m, "x-ONE"), "1");
	assert_string_equal(message_header_at(m, "X-One", 1), "2");
	assert_null(message_header_at(m, "X-One", 2));
	assert_null(message_header(m, "X-Two"));
	message_free(m);
	message_free(NULL);
}

int main(int argc, char **argv)
{
	update = argc > 1 && strcmp(argv[1], "--update") == 0;
	if (message_init() != 0 || charset_iconv_load() != 0) {
		(void)fprintf(stderr, "message_init failed\n");
		return 1;
	}
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_golden),
		cmocka_unit_test(test_no_header),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_header_access),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
