/* parsers/message/charset.h: our tables say what iconv says, and a text that wants iconv where it is not loaded is noticed. */
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/message/charset.h"
#include "parsers/message/charset_iconv.h"
#include "parsers/message/charset_p.h"

#define TABLES 27

static const char *const one_byte[TABLES] = {
	"ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14",
	"ISO-8859-15", "ISO-8859-16", "CP1250", "CP1251", "CP1253", "CP1254", "CP1256", "CP1257", "CP437", "CP850", "CP852", "CP866", "CP874", "KOI8-R", "KOI8-U", "MACINTOSH",
};

/* What the C library makes of it; what means nothing is U+FFFD. */
static const char *by_iconv(const char *charset, const char *bytes, size_t n)
{
	static char out[400];
	iconv_t cd = iconv_open("UTF-8", charset);
	char *in = (char *)bytes, *o = out;
	size_t room = sizeof out - 1;
	assert_true(cd != (iconv_t)-1);
	if (iconv(cd, &in, &n, &o, &room) == (size_t)-1 || iconv(cd, NULL, NULL, &o, &room) == (size_t)-1)
		o = stpcpy(out, "\xef\xbf\xbd");
	*o = '\0';
	iconv_close(cd);
	return out;
}

static const char *by_us(const char *charset, const char *bytes, size_t n)
{
	static char out[400];
	SINK_CLEANUP struct sink k = { .limit_bytes = sizeof out - 1 };
	charset_to_utf8(charset, bytes, n, &k);
	(void)snprintf(out, sizeof out, "%s", sink_text(&k));
	return out;
}

/* ISO-8859-9 is read as its superset by Microsoft, as browsers do. */
static const char *called(const char *charset)
{
	return strcmp(charset, "ISO-8859-9") == 0 ? "CP1254" : charset;
}

static void test_every_byte_of_every_table(void **state)
{
	(void)state;
	for (size_t t = 0; t < TABLES; t++)
		for (int byte = 0x80; byte < 0x100; byte++) {
			const char bytes[] = { 'a', (char)byte, 'b' }, alone[] = { (char)byte };
			char want[40];
			(void)snprintf(want, sizeof want, "a%sb", by_iconv(called(one_byte[t]), alone, 1));
			assert_string_equal(by_us(one_byte[t], bytes, 3), want);
		}
}

static void test_utf_16_and_32(void **state)
{
	static const char text[] = "Ik ben \xc3\xa9\xc3\xa9n \xf0\x9f\x98\xa0 klant \xe2\x82\xac";
	static const char *const names[] = { "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" };
	(void)state;
	for (size_t i = 0; i < 4; i++) {
		char wide[400], *in = (char *)text, *o = wide;
		size_t n = strlen(text), room = sizeof wide;
		iconv_t cd = iconv_open(names[i], "UTF-8");
		assert_int_equal(iconv(cd, &in, &n, &o, &room), 0);
		iconv_close(cd);
		assert_string_equal(by_us(names[i], wide, (size_t)(o - wide)), text);
	}
	assert_string_equal(by_us("utf-16le", "a\0\x00\xd8" "b\0\x00\xdc" "c", 9), "a\xef\xbf\xbd" "b\xef\xbf\xbd\xef\xbf\xbd");	/* halves of pairs, half a unit */
	assert_string_equal(by_us("utf-32be", "\0\0\0a\0\x11\0\0\0\0", 10), "a\xef\xbf\xbd\xef\xbf\xbd");
	assert_string_equal(by_us("unicode", "a\0", 2), "a");
	assert_string_equal(by_us("UTF-16", "\0a\0b", 4), "ab");
}

/* Runs before anybody loads iconv. */
static void test_what_is_missing_is_noticed(void **state)
{
	(void)state;
	(void)by_us("koi8-r", "\xc1", 1);
	(void)by_us("x-nonsense", "\xc1", 1);
	(void)by_us("gb2312", "Ik heb een klacht.", 18);	/* as some mailers call plain text */
	(void)by_us("windows-1255", "\xd7\x90", 2);		/* which is UTF-8 */
	assert_false(charset_missing());
	(void)by_us("gb2312", "\xd5\xe2", 2);
	assert_true(charset_missing());
}

static void test_the_rare_ones_through_iconv(void **state)
{
	(void)state;
	assert_int_equal(charset_iconv_load(), 0);
	assert_string_equal(by_us("gb2312", "\xd5\xe2", 2), "\xe8\xbf\x99");
	assert_string_equal(by_us("gb2312", "\xd5", 1), "\xef\xbf\xbd");
	assert_string_equal(by_us("iso-2022-jp", "\x1b$B$3\x1b(B", 8), "\xe3\x81\x93");
	assert_string_equal(by_us("utf-7", "+AOk-", 5), "\xc3\xa9");
	assert_string_equal(by_us("windows-1255", "\xf9\xec", 2), "\xd7\xa9\xd7\x9c");
}

/* A text of ASCII alone needs no iconv where the table says so. */
static void test_ascii_means_itself(void **state)
{
	(void)state;
	for (size_t i = 0; i < CHARSET_RARE; i++)
		for (int byte = 1; byte < 0x80 && charset_rare[i].ascii; byte++) {
			const char s[] = { (char)byte, '\0' };
			assert_string_equal(by_iconv(charset_rare[i].name, s, 1), s);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_missing_is_noticed), cmocka_unit_test(test_every_byte_of_every_table), cmocka_unit_test(test_utf_16_and_32),
		cmocka_unit_test(test_the_rare_ones_through_iconv), cmocka_unit_test(test_ascii_means_itself),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
