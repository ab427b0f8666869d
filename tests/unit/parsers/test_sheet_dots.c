/* Dotted lines of forms go, and what is written on them stays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <leptonica/allheaders.h>

#include "parsers/letter/sheet.h"

#define PAPER 250

static void block(PIX *p, int x, int y, int w, int h)
{
	for (int i = 0; i < w; i++)
		for (int k = 0; k < h; k++)
			(void)pixSetPixel(p, x + i, y + k, 20);
}

static int ink(PIX *p, int y0, int y1)
{
	int n = 0;
	for (int y = y0; y < y1; y++)
		for (int x = 0; x < pixGetWidth(p); x++) {
			l_uint32 v = 255;
			(void)pixGetPixel(p, x, y, &v);
			n += v < 128;
		}
	return n;
}

static void dotted_lines(void **state)
{
	(void)state;
	struct sheet s = { .grey = pixCreate(800, 400, 8) };
	(void)pixSetAllArbitrary(s.grey, PAPER);
	for (int i = 0; i < 50; i++)
		block(s.grey, 100 + 12 * i, 100 + i / 20, 4, 4);	/* a little askew */
	block(s.grey, 202, 60, 4, 60);					/* a letter that reaches through it */
	for (int i = 0; i < 10; i++)
		block(s.grey, 100 + 12 * i, 200, 4, 4);			/* a sentence that trails off */
	for (int i = 0; i < 50; i++)
		block(s.grey, 100 + 12 * i, 300, 4, 20);		/* strokes */
	sheet_take_dots(&s);
	assert_int_equal(ink(s.grey, 90, 115), 25 * 4);
	assert_int_equal(ink(s.grey, 60, 90), 30 * 4);
	assert_int_equal(ink(s.grey, 195, 210), 10 * 16);
	assert_int_equal(ink(s.grey, 295, 325), 50 * 80);
	pixDestroy(&s.grey);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(dotted_lines) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
