/* Files of known dossiers as spreadsheets and old programs write them. */
#include "ctl/dossier_csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct told {
	char text[4000];		/* "number|name|postcode|email;" a row, "!line why;" a refusal */
	int rows, refused;
	struct error err;
};

static int on_row(const char *const text[DOSSIER_COLUMNS], void *arg, struct error *err)
{
	struct told *t = arg;
	size_t n = strlen(t->text);
	(void)err;
	t->rows++;
	(void)snprintf(t->text + n, sizeof t->text - n, "%s|%s|%s|%s;", text[0], text[1], text[2], text[3]);
	return 0;
}

static int on_refused(int64_t line, const char *why, void *arg, struct error *err)
{
	struct told *t = arg;
	size_t n = strlen(t->text);
	(void)err;
	t->refused++;
	(void)snprintf(t->text + n, sizeof t->text - n, "!%lld %s;", (long long)line, why);
	return 0;
}

static int read_bytes(const char *s, size_t n, struct told *t)
{
	static const struct dossier_csv_ops ops = { .row = on_row, .refused = on_refused };
	*t = (struct told){ .rows = 0 };
	FILE *f = fmemopen((void *)s, n, "r");
	assert_non_null(f);
	int r = dossier_csv_read(f, &ops, t, &t->err);
	(void)fclose(f);
	return r;
}

static void gives(const char *csv, const char *want)
{
	struct told t;
	if (read_bytes(csv, strlen(csv), &t) < 0)
		fail_msg("%s", t.err.text);
	assert_string_equal(t.text, want);
}

static void refuses(const char *csv, const char *why)
{
	struct told t;
	assert_int_equal(read_bytes(csv, strlen(csv), &t), FAIL_ITEM);
	if (!strstr(t.err.text, why))
		fail_msg("%s", t.err.text);
}

static void columns_stand_in_any_order_and_either_language(void **state)
{
	(void)state;
	gives("number,name,postcode,email\n2604817,Jan,1234 AB,j@x.nl\n", "2604817|Jan|1234 AB|j@x.nl;");
	gives("E-mailadres;Postcode;Naam debiteur;Status;Dossiernummer\r\nj@x.nl;1234AB;de Boer, J.;open;2604817\r\n", "2604817|de Boer, J.|1234AB|j@x.nl;");
	gives("\xef\xbb\xbf" "Dossier-nr\tZip code\n2604817\t1234\n", "2604817||1234|;");
	gives("Dossiernummer\n2604817\n\n  \n2604818", "2604817|||;2604818|||;");
	gives("number,name,naam\n2604817,Jan,Piet\n", "2604817|Jan||;");
}

static void quotes_hold_separators_quotes_and_lines(void **state)
{
	(void)state;
	gives("number,name\n2604817,\"Boer, \"\"Jan\"\" de\"\n", "2604817|Boer, \"Jan\" de||;");
	gives("number,name\n2604817,\"two\nlines\"\n26048,Jan\nx,Piet\n", "!2 a control character;26048|Jan||;!5 the number is not 4 to 15 digits;");
}

static void numbers_lose_their_separators_and_nothing_else(void **state)
{
	(void)state;
	gives("number\n26.04.817\n2604 817\n26/04-817\n", "2604817|||;2604817|||;2604817|||;");
	gives("number,name\n123,a\n1234567890123456,b\n,c\nA2604817,d\n2.6E+06,e\n2604817.0,f\n",
	      "!2 the number is not 4 to 15 digits;!3 the number is not 4 to 15 digits;!4 no number;!5 the number is not 4 to 15 digits;"
	      "!6 the number is not 4 to 15 digits;!7 the number looks like a decimal fraction (a spreadsheet made it one);");
	gives("name,number\nJan\n", "!2 no number;");
}

static void both_character_sets_are_read(void **state)
{
	(void)state;
	gives("number;name\n2604817;Zo\xc3\xab\n2604818;Zo\xeb \x80\n2604819;\x81\n",
	      "2604817|Zo\xc3\xab||;2604818|Zo\xc3\xab \xe2\x82\xac||;!4 a text that is neither UTF-8 nor windows-1252;");
}

static void what_is_no_such_file_is_refused_whole(void **state)
{
	(void)state;
	refuses("2604817,Jan\n2604818,Piet\n", "line 1 names no column");
	refuses("name,postcode\nJan,1234AB\n", "line 1 names no column");
	refuses("Nummer;Naam;Dossiernummer\n1;Jan;2604817\n", "columns 1 and 3 could both");
	refuses("\n\n", "it is empty");
}

static void long_and_hostile_values_are_refused_one_by_one(void **state)
{
	(void)state;
	char *csv = malloc(200000);
	size_t n = (size_t)sprintf(csv, "number,name\n2604817,");
	memset(csv + n, 'x', 600);
	n += 600;
	n += (size_t)sprintf(csv + n, "\n2604818,Jan\n2604819,\"open");
	for (int i = 0; i < 500; i++)
		n += (size_t)sprintf(csv + n, "\n26%05d,Piet", i);
	struct told t;
	assert_int_equal(read_bytes(csv, n, &t), 0);
	assert_string_equal(t.text, "!2 a text over 500 bytes (a quotation mark that is not closed?);2604818|Jan||;"
				    "!4 a text over 500 bytes (a quotation mark that is not closed?);");
	static const char zero[] = "number,name\n2604817,a\0b\n2604818,c\n";
	assert_int_equal(read_bytes(zero, sizeof zero - 1, &t), 0);
	assert_string_equal(t.text, "!2 a control character;2604818|c||;");
	free(csv);
}

#define TEST(f) cmocka_unit_test(f)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(columns_stand_in_any_order_and_either_language), TEST(quotes_hold_separators_quotes_and_lines),
		TEST(numbers_lose_their_separators_and_nothing_else), TEST(both_character_sets_are_read),
		TEST(what_is_no_such_file_is_refused_whole), TEST(long_and_hostile_values_are_refused_one_by_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
