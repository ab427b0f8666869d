/* Container headers: what is complete, cut off, a bomb or no scan at all; Kodak patch T; ISO/IEC 7064 check digits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/letter/barcode.h"
#include "parsers/letter/image.h"
#include "parsers/letter/patch.h"
#include "parsers/letter/pdftext.h"

static int look(const void *b, size_t n, struct image_header *h)
{
	struct parse_note note;
	return image_header(b, n, &image_limits_default, h, &note);
}

#define PNG_START "\x89PNG\r\n\x1a\n" "\0\0\0\x0dIHDR"
#define PNG_END "\0\0\0\0IEND\xae\x42\x60\x82"

static void png(void **state)
{
	(void)state;
	static const char ok[] = PNG_START "\0\0\x09\xb0\0\0\x0d\xb4\x08\0\0\0\0" "crc!" "\0\0\0\x02IDATxx" "crc!" PNG_END;
	static const char bomb[] = PNG_START "\0\0\xea\x60\0\0\xea\x60\x08\0\0\0\0" "crc!" PNG_END;
	struct image_header h;
	assert_int_equal(look(ok, sizeof ok - 1, &h), PARSE_OK);
	assert_true(h.type == IMAGE_PNG && h.width == 2480 && h.height == 3508 && h.complete && h.pages == 1);
	for (size_t n = 8; n < sizeof ok - 1 - 4; n++) {	/* the last chunk's check sum may be missing */
		assert_int_equal(look(ok, n, &h), PARSE_BAD);
		assert_false(h.complete);
	}
	assert_int_equal(look(bomb, sizeof bomb - 1, &h), PARSE_LIMIT);
}

static void jpeg(void **state)
{
	(void)state;
	static const char ok[] = "\xff\xd8\xff\xe0\0\x04zz\xff\xc0\0\x0b\x08\x0d\xb4\x09\xb0\x01\x01\x11\0\xff\xda\0\x04zz" "data\xff\0data\xff\xd9";
	static const char bomb[] = "\xff\xd8\xff\xc0\0\x0b\x08\xff\xdc\xff\xdc\x03\x01\x11\0\xff\xda\0\x04zz\xff\xd9";
	struct image_header h;
	assert_int_equal(look(ok, sizeof ok - 1, &h), PARSE_OK);
	assert_true(h.width == 2480 && h.height == 3508 && h.complete);
	for (size_t n = 3; n < sizeof ok - 1; n++) {
		assert_int_equal(look(ok, n, &h), PARSE_BAD);
		assert_false(h.complete);
	}
	assert_int_equal(look(bomb, sizeof bomb - 1, &h), PARSE_LIMIT);
}

/* Little-endian TIFF: one directory of width, height, one strip. */
static size_t tiff(uint8_t *b, uint32_t side, uint32_t next)
{
	static const uint8_t head[8] = { 'I', 'I', 42, 0, 8, 0, 0, 0 };
	const uint32_t entry[4][2] = { { 256, side }, { 257, side }, { 273, 66 }, { 279, 4 } };
	memcpy(b, head, 8);
	b[8] = 4;
	b[9] = 0;
	for (int i = 0; i < 4; i++) {
		uint8_t *e = b + 10 + 12 * i;
		memset(e, 0, 12);
		e[0] = (uint8_t)entry[i][0];
		e[1] = (uint8_t)(entry[i][0] >> 8);
		e[2] = 4;
		e[4] = 1;
		memcpy(e + 8, &entry[i][1], 4);
	}
	memcpy(b + 58, &next, 4);
	memset(b + 62, 0, 8);
	return 70;
}

static void tiffs(void **state)
{
	(void)state;
	uint8_t b[80];
	struct image_header h;
	size_t n = tiff(b, 1000, 0);
	assert_int_equal(look(b, n, &h), PARSE_OK);
	assert_true(h.pages == 1 && h.width == 1000 && h.complete);
	for (size_t k = 8; k < n; k++) {
		assert_int_equal(look(b, k, &h), PARSE_BAD);
		assert_false(h.complete);
	}
	n = tiff(b, 60000, 0);
	assert_int_equal(look(b, n, &h), PARSE_LIMIT);
	n = tiff(b, 1000, 8);		/* a directory that is its own next */
	assert_int_equal(look(b, n, &h), PARSE_LIMIT);
}

static void others(void **state)
{
	(void)state;
	struct image_header h;
	assert_int_equal(look("%PDF-1.4\n...\n%%EOF\n", 19, &h), PARSE_OK);
	assert_int_equal(h.type, IMAGE_PDF);
	assert_int_equal(look("%PDF-1.4\n1 0 obj", 16, &h), PARSE_BAD);
	assert_false(h.complete);
	assert_int_equal(look("Geachte heer", 12, &h), PARSE_BAD);
	assert_true(h.complete);	/* not a scan, and never will be */
	assert_int_equal(look("", 0, &h), PARSE_BAD);
}

/* ---- patch T ---- */

#define W 1240
#define H 1754

static void bars(uint8_t *bits, bool across, const int *widths)
{
	memset(bits, 0, (size_t)W * H);
	int at = 300;
	for (int i = 0; i < 7; at += widths[i], i++)
		for (int k = at; i % 2 == 0 && k < at + widths[i]; k++)
			for (int m = 200; m < 900; m++)
				bits[across ? (size_t)m * W + (size_t)k : (size_t)k * W + (size_t)m] = 1;
}

static void patch(void **state)
{
	(void)state;
	static const int t[7] = { 12, 12, 30, 12, 12, 12, 30 }, back[7] = { 30, 12, 12, 12, 30, 12, 12 }, patch2[7] = { 30, 12, 12, 12, 12, 12, 30 };
	uint8_t *bits = malloc((size_t)W * H);
	assert_non_null(bits);
	for (int across = 0; across < 2; across++) {
		bars(bits, across, t);
		assert_true(patch_t(bits, W, H, 150));
		bars(bits, across, back);
		assert_true(patch_t(bits, W, H, 150));
		bars(bits, across, patch2);
		assert_false(patch_t(bits, W, H, 150));
		bars(bits, across, t);
		assert_true(patch_t(bits, W, H, 200));	/* the file says 200, the scan was 150 */
		assert_false(patch_t(bits, W, H, 300));	/* half the size is another thing */
	}
	memset(bits, 1, (size_t)W * H);
	assert_false(patch_t(bits, W, H, 150));
	free(bits);
}

/* ISO/IEC 7064 MOD 97-10: the number with its check digits leaves 1. */
static void check_digits_97(void **state)
{
	(void)state;
	static const char *const numbers[] = { "2604817", "0000000", "20261350", "9999999" };
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		char text[40], digits[16];
		long whole = strtol(numbers[i], NULL, 10) * 100 + check_digits(numbers[i]);
		assert_int_equal(whole % 97, 1);
		int c = check_digits(numbers[i]);
		(void)snprintf(text, sizeof text, "PAI:%s%02d", numbers[i], c);
		assert_true(barcode_dossier(text, digits));
		assert_string_equal(digits, numbers[i]);
		text[4] = text[4] == '1' ? '2' : '1';
		assert_false(barcode_dossier(text, digits));
	}
	char digits[16];
	assert_false(barcode_dossier("PAI:", digits));
	assert_false(barcode_dossier("PAI:12", digits));
	assert_false(barcode_dossier("PAI:26048179x", digits));
	assert_false(barcode_dossier("PAI:11111111111111111111111", digits));
	assert_true(barcode_separator("PATCHT"));
	assert_false(barcode_separator("PATCHTX"));
}

/* ---- poppler's words ---- */

static void poppler(void **state)
{
	(void)state;
	static const char info[] = "Title:  Pages: 9\nPages:          2\nEncrypted:       no\nPage    1 size:  595.44 x 842.04 pts (A4)\nPage    1 rot:   0\nPage    2 size:  842 x 595 pts\nPage    2 rot:   90\n";
	static const char list[] = "page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio\n----\n"
				   "   1     0 image    1654  2339  gray    1   8  jpeg   no         7  0   200   200  135K 3.6%\n"
				   "   1     1 image      50    50  icc     3   8  jpeg   no         8  0   200   200  1K 3.6%\n";
	struct arena *a = arena_new(1 << 20);
	struct pdf_info i;
	struct parse_note note;
	assert_int_equal(pdf_info_parse(info, sizeof info - 1, 200, a, &i, &note), PARSE_OK);
	assert_int_equal(i.pages, 2);
	assert_true(i.size[0].width > 595 && i.size[0].width < 596 && i.size[1].width == 595);
	assert_int_equal(pdf_info_parse(info, sizeof info - 1, 1, a, &i, &note), PARSE_LIMIT);
	assert_int_equal(pdf_info_parse("x", 1, 200, a, &i, &note), PARSE_BAD);
	struct pdf_images m;
	assert_int_equal(pdf_images_parse(list, sizeof list - 1, &(struct pdf_size){ 595, 842 }, &m), PARSE_OK);
	assert_true(m.n == 2 && m.colour && m.covered > 0.99);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(png), cmocka_unit_test(jpeg), cmocka_unit_test(tiffs), cmocka_unit_test(others),
		cmocka_unit_test(patch), cmocka_unit_test(check_digits_97), cmocka_unit_test(poppler),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
