/* hOCR 1.2 to words: what tesseract writes, what departs from it, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/letter/hocr.h"
#include "parsers/letter/layout.h"

#define PAGE(inside) "<div class='ocr_page' id='page_1' title='image \"\"; bbox 0 0 2480 3508; ppageno 0'>" inside "</div>"
#define LINE(inside) "<span class='ocr_line' title=\"bbox 300 200 900 250; baseline 0 -9; x_size 44; x_descenders 9\">" inside "</span>"
#define WORD(x0, x1, conf, text) "<span class='ocrx_word' title='bbox " #x0 " 200 " #x1 " 250; x_wconf " #conf "'>" text "</span>"

static int setup(void **state)
{
	*state = arena_new(8u << 20);
	return *state ? 0 : -1;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static int parse(struct arena *a, const char *xml, struct page *p)
{
	struct parse_note note;
	return hocr_parse(xml, strlen(xml), &page_limits_default, a, p, &note);
}

static void words_with_boxes_and_confidence(void **state)
{
	struct page p;
	assert_int_equal(parse(*state, PAGE(LINE(WORD(300, 420, 96, "Geachte") " " WORD(435, 560, 91, "directie,"))), &p), PARSE_OK);
	assert_int_equal(p.n, 2);
	assert_true(p.width == 2480 && p.height == 3508);
	assert_string_equal(p.words[0].text, "Geachte");
	assert_true(p.words[0].box.x0 == 300 && p.words[0].box.y1 == 250 && p.words[0].confidence == 96 && p.words[0].size == 44);
	assert_int_equal(p.words[0].line, p.words[1].line);
}

static void marks_take_one_form(void **state)
{
	struct page p;
	assert_int_equal(parse(*state, PAGE(LINE(WORD(1, 20, 90, "&#8216;t") WORD(30, 60, 90, "\u201Cja\u201D") WORD(70, 90, 90, "A\u2014B") WORD(95, 99, 90, "\uFB01jn"))), &p), PARSE_OK);
	assert_string_equal(p.words[0].text, "'t");
	assert_string_equal(p.words[1].text, "\"ja\"");
	assert_string_equal(p.words[2].text, "A-B");
	assert_string_equal(p.words[3].text, "fijn");
}

static void markup_inside_a_word_and_empty_words(void **state)
{
	struct page p;
	assert_int_equal(parse(*state, PAGE(LINE(WORD(1, 20, 90, "<strong>Be<em>treft</em></strong>") WORD(30, 60, 0, " ") WORD(70, 90, 10, ""))), &p), PARSE_OK);
	assert_int_equal(p.n, 1);
	assert_string_equal(p.words[0].text, "Betreft");
}

static void a_word_without_confidence_counts_as_zero(void **state)
{
	struct page p;
	assert_int_equal(parse(*state, PAGE(LINE("<span class='ocrx_word' title='bbox 1 2 3 4'>x</span>")), &p), PARSE_OK);
	assert_true(p.words[0].confidence == 0);
}

static void refused(void **state)
{
	static const char *const bad[] = { "", "<html/>", "no xml", PAGE(LINE(WORD(300, 420, 96, "x"))) "<", PAGE("<span class='ocrx_word' title='bbox 5 5 1 1'>x</span>"),
					   PAGE("<span class='ocrx_word' title='bbox 1 1 nan 9'>x</span>"), "<div class='ocr_page' title='bbox 0 0 1e9 5'/>" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct page p;
		assert_int_equal(parse(*state, bad[i], &p), PARSE_BAD);
	}
}

static void limits(void **state)
{
	struct page p;
	struct parse_note note;
	const char *xml = PAGE(LINE(WORD(1, 2, 9, "a") WORD(3, 4, 9, "b")));
	struct page_limits lim = page_limits_default;
	lim.words = 1;
	assert_int_equal(hocr_parse(xml, strlen(xml), &lim, *state, &p, &note), PARSE_LIMIT);
	lim = page_limits_default;
	lim.bytes = 10;
	assert_int_equal(hocr_parse(xml, strlen(xml), &lim, *state, &p, &note), PARSE_LIMIT);
	lim = page_limits_default;
	lim.depth = 1;
	assert_int_equal(hocr_parse(xml, strlen(xml), &lim, *state, &p, &note), PARSE_LIMIT);
}

static void entities_are_not_expanded(void **state)
{
	struct page p;
	const char *xml = "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" PAGE(LINE("<span class='ocrx_word' title='bbox 1 2 3 4; x_wconf 5'>&e;x</span>"));
	if (parse(*state, xml, &p) == PARSE_OK)
		assert_null(strstr(p.words[0].text, "root"));
}

/* ---- layout ---- */

static void columns_are_parted_and_share_a_row(void **state)
{
	struct page p;
	struct layout l;
	assert_int_equal(parse(*state, PAGE(LINE(WORD(300, 420, 96, "Naam") WORD(950, 1100, 95, "D.") WORD(1110, 1300, 95, "Bilgin"))), &p), PARSE_OK);
	assert_int_equal(layout_make(&p, *state, &l), PARSE_OK);
	assert_int_equal(l.n, 2);
	assert_string_equal(l.segment[0].text, "Naam");
	assert_string_equal(l.segment[1].text, "D. Bilgin");
	assert_int_equal(l.segment[0].row, l.segment[1].row);
	struct box b = segment_box(&l.segment[1], 3, 9);
	assert_true(b.x0 == 1110 && b.x1 == 1300);
	assert_true(segment_confidence(&l.segment[1], 0, 9) == 95);
}

static void an_empty_page_has_no_segments(void **state)
{
	struct page p;
	struct layout l;
	assert_int_equal(parse(*state, PAGE(""), &p), PARSE_OK);
	assert_int_equal(layout_make(&p, *state, &l), PARSE_OK);
	assert_int_equal(l.n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(words_with_boxes_and_confidence, setup, teardown),
		cmocka_unit_test_setup_teardown(marks_take_one_form, setup, teardown),
		cmocka_unit_test_setup_teardown(markup_inside_a_word_and_empty_words, setup, teardown),
		cmocka_unit_test_setup_teardown(a_word_without_confidence_counts_as_zero, setup, teardown),
		cmocka_unit_test_setup_teardown(refused, setup, teardown),
		cmocka_unit_test_setup_teardown(limits, setup, teardown),
		cmocka_unit_test_setup_teardown(entities_are_not_expanded, setup, teardown),
		cmocka_unit_test_setup_teardown(columns_are_parted_and_share_a_row, setup, teardown),
		cmocka_unit_test_setup_teardown(an_empty_page_has_no_segments, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
