/* parsers/message/sniff.h: magic bytes and pixel sizes, each cut off at every length without reading past it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/message/sniff.h"

#define BYTES(s) (const uint8_t *)(s), sizeof(s) - 1

static const struct sample { const uint8_t *s; size_t n; const char *type; int w, h; } samples[] = {
	{ BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\4\xb0\0\0\3\x20\x08\2\0\0\0"), "image/png", 1200, 800 },
	{ BYTES("\xff\xd8\xff\xe0\0\4ab\xff\xfe\0\3x\xff\xc2\0\x11\x08\1\0\2\0\3rest"), "image/jpeg", 512, 256 },
	{ BYTES("\xff\xd8\xff\xda\0\2"), "image/jpeg", 0, 0 },
	{ BYTES("GIF89a\x0a\0\x14\0\0\0\0"), "image/gif", 10, 20 },
	{ BYTES("II*\0\x08\0\0\0\2\0\0\1\3\0\1\0\0\0\x10\0\0\0\1\1\4\0\1\0\0\0\x20\0\0\0"), "image/tiff", 16, 32 },
	{ BYTES("MM\0*\0\0\0\x08\0\2\1\0\0\3\0\0\0\1\0\x10\0\0\1\1\0\4\0\0\0\1\0\0\0\x20"), "image/tiff", 16, 32 },
	{ BYTES("II*\0\xff\xff\xff\xff\0\0\0\0"), "image/tiff", 0, 0 },
	{ BYTES("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x0f\0\0\x1f\0\0"), "image/webp", 16, 32 },
	{ BYTES("BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x10\0\0\0\xe0\xff\xff\xff"), "image/bmp", 16, 32 },
	{ BYTES("\0\0\0\x18" "ftypheic\0\0\0\0"), "image/heic", 0, 0 },
	{ BYTES("%PDF-1.7\n"), "application/pdf", 0, 0 },
	{ BYTES("\r\n\r\nrommel\n%PDF-1.4\n"), "application/pdf", 0, 0 },
	{ BYTES("PK\3\4\0\0\0\0[Content_Types].xml word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 0, 0 },
	{ BYTES("PK\3\4\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.text"), "application/vnd.oasis.opendocument.text", 0, 0 },
	{ BYTES("PK\3\4\0\0\0\0a.txt"), "application/zip", 0, 0 },
	{ BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "application/x-ole-storage", 0, 0 },
	{ BYTES("\x78\x9f\x3e\x22\1\0"), "application/ms-tnef", 0, 0 },
	{ BYTES("  <!DOCTYPE html><p>x"), "text/html", 0, 0 },
	{ BYTES("Received: by x\n folded\nFrom: a@x\nSubject: s\n\nx"), "message/rfc822", 0, 0 },
	{ BYTES("From: dit is gewone tekst\nzonder meer"), "text/plain", 0, 0 },
	{ BYTES("Zo\xc3\xab \xe9\n"), "text/plain", 0, 0 },
	{ BYTES("\0\1\2\3"), NULL, 0, 0 },
	{ BYTES(""), NULL, 0, 0 },
};

static void test_samples(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
		const struct sample *p = &samples[i];
		int w = 0, h = 0;
		const char *type = sniff_type(p->s, p->n);
		if (!p->type)
			assert_null(type);
		else
			assert_string_equal(type ? type : "nothing", p->type);
		assert_int_equal(sniff_size(p->s, p->n, &w, &h), p->w != 0);
		assert_int_equal(w, p->w);
		assert_int_equal(h, p->h);
	}
}

static void test_cut_off(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
		for (size_t n = 0; n < samples[i].n; n++) {
			int w, h;
			uint8_t *exact = malloc(n ? n : 1);
			assert_non_null(exact);
			memcpy(exact, samples[i].s, n);
			(void)sniff_type(exact, n);
			(void)sniff_size(exact, n, &w, &h);
			free(exact);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_samples), cmocka_unit_test(test_cut_off) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
