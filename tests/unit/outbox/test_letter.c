/* Letters without their process: check digits, limits, and that nothing leaks (the printer's lock hides leaks). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "outbox/letter.h"
#include "outbox/qr.h"

/* fontconfig keeps its tables for the life of the process; whatever is ours would be reported still. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}

static const struct letter_head HEAD = { "Pro Actief Incasso", "Postbus 8070, 5004 GB Tilburg", "013 88 93 930" };
static const char *const ADDRESS[] = { "J. de Vries", "Dorpsstraat 1", "5004 GB  TILBURG" };

static void check_digits(void **state)
{
	(void)state;
	char code[QR_DOSSIER_BYTES];
	/* ISO 7064: 794 gets 44 (the standard's own example for mod 97-10) */
	assert_int_equal(qr_dossier("794", code, NULL), 0);
	assert_string_equal(code, "PAI:79444");
	assert_int_equal(qr_dossier("00000000000000000000000000000001", code, NULL), 0);
	assert_string_equal(code, "PAI:0000000000000000000000000000000195");
	/* any one wrong digit, and any two that changed places, are noticed */
	assert_int_equal(qr_dossier("2604817", code, NULL), 0);
	uint64_t right = strtoull(code + 4, NULL, 10);
	assert_int_equal(right % 97, 1);
	uint64_t unit = 1;
	for (int i = 0; i < 9; i++, unit *= 10) {
		uint64_t digit = right / unit % 10, above = right / unit / 10 % 10;
		for (uint64_t other = 0; other < 10; other++)
			assert_true(other == digit || (right - digit * unit + other * unit) % 97 != 1);
		uint64_t swapped = right - digit * unit - above * unit * 10 + above * unit + digit * unit * 10;
		assert_true(swapped == right || swapped % 97 != 1);
	}
	assert_int_equal(qr_dossier("", code, NULL), FAIL_ITEM);
	assert_int_equal(qr_dossier("26048x7", code, NULL), FAIL_ITEM);
	assert_int_equal(qr_dossier("000000000000000000000000000000001", code, NULL), FAIL_ITEM);
}

static struct letter plain(const struct letter_text *texts, size_t n)
{
	return (struct letter){ .head = &HEAD, .dutch = true, .number = "K-2026-000123", .address_lines = ADDRESS, .n_address_lines = 3,
				.texts = texts, .n_texts = n };
}

static void a_letter_is_a_pdf(void **state)
{
	(void)state;
	static const struct letter_text texts[] = { { LETTER_PARAGRAPH, "Geachte heer, mevrouw," }, { LETTER_HEADING, "Kop" }, { LETTER_ITEM, "een" } };
	struct letter l = plain(texts, 3);
	char *pdf = NULL;
	size_t n = 0;
	unsigned pages = 0;
	l.dossier = "2604817";
	assert_int_equal(letter_draw(&l, &pdf, &n, &pages, NULL), 0);
	assert_int_equal(pages, 1);
	assert_true(n > 1000 && memcmp(pdf, "%PDF-", 5) == 0);
	free(pdf);
	assert_int_equal(letter_separator_sheet(&HEAD, &pdf, &n, NULL), 0);
	assert_true(n > 1000 && memcmp(pdf, "%PDF-", 5) == 0);
	free(pdf);
}

static void limits(void **state)
{
	(void)state;
	static struct letter_text texts[LETTER_TEXTS + 1];
	static char words[16000];
	char *pdf = NULL;
	size_t n = 0;
	unsigned pages = 0;
	for (size_t i = 0; i < sizeof words - 1; i++)
		words[i] = i % 6 == 5 ? ' ' : 'w';
	for (size_t i = 0; i <= LETTER_TEXTS; i++)
		texts[i] = (struct letter_text){ LETTER_PARAGRAPH, words };
	struct letter l = plain(texts, 0);
	assert_int_equal(letter_draw(&l, &pdf, &n, &pages, NULL), FAIL_ITEM);	/* nothing to say */
	l = plain(texts, LETTER_TEXTS + 1);
	assert_int_equal(letter_draw(&l, &pdf, &n, &pages, NULL), FAIL_ITEM);
	l = plain(texts, 30);
	assert_int_equal(letter_draw(&l, &pdf, &n, &pages, NULL), FAIL_ITEM);	/* more than LETTER_PAGES pages */
	l = plain(texts, 1);
	l.n_address_lines = 0;
	assert_int_equal(letter_draw(&l, &pdf, &n, &pages, NULL), FAIL_ITEM);
	assert_null(pdf);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(check_digits), cmocka_unit_test(a_letter_is_a_pdf), cmocka_unit_test(limits) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
