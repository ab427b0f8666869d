#include "parsers/letter/barcode.h"

#include <leptonica/allheaders.h>
#include <stdlib.h>
#include <string.h>
#include <zbar.h>

#define COARSE 2	/* every second row and column: the middle of a QR code's corner is some ten pixels wide, which is enough on a clean page */

struct barcode_reader {
	zbar_image_scanner_t *scanner;
};

struct barcode_reader *barcode_reader_new(void)
{
	static const zbar_symbol_type_t kinds[] = { ZBAR_QRCODE, ZBAR_CODE128 };
	struct barcode_reader *b = calloc(1, sizeof *b);
	if (!b || !(b->scanner = zbar_image_scanner_create())) {
		free(b);
		return NULL;
	}
	(void)zbar_image_scanner_set_config(b->scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		(void)zbar_image_scanner_set_config(b->scanner, kinds[i], ZBAR_CFG_ENABLE, 1);
	return b;
}

void barcode_reader_free(struct barcode_reader *b)
{
	if (b)
		zbar_image_scanner_destroy(b->scanner);
	free(b);
}

static bool printable(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] < ' ' || (unsigned char)s[i] > '~')	/* foreign bytes; ours are ASCII */
			return false;
	return n > 0 && n < BARCODE_TEXT_BYTES;
}

static struct box box_of(const zbar_symbol_t *s, double w, double h)
{
	struct box b = { w, h, 0, 0 };
	for (unsigned i = 0; i < zbar_symbol_get_loc_size(s); i++) {
		double x = zbar_symbol_get_loc_x(s, i), y = zbar_symbol_get_loc_y(s, i);
		b.x0 = x < b.x0 ? x : b.x0;
		b.y0 = y < b.y0 ? y : b.y0;
		b.x1 = x > b.x1 ? x : b.x1;
		b.y1 = y > b.y1 ? y : b.y1;
	}
	return (struct box){ b.x0 / w, b.y0 / h, b.x1 / w, b.y1 / h };
}

static int take(zbar_image_t *image, double w, double h, struct arena *a, struct barcode ret[BARCODE_MAX], size_t *ret_n)
{
	*ret_n = 0;
	for (const zbar_symbol_t *s = zbar_image_first_symbol(image); s && *ret_n < BARCODE_MAX; s = zbar_symbol_next(s)) {
		const char *text = zbar_symbol_get_data(s);
		size_t n = zbar_symbol_get_data_length(s);
		if (!printable(text, n))
			continue;
		char *copy = arena_strndup(a, text, n);
		if (!copy)
			return PARSE_NOMEM;
		ret[(*ret_n)++] = (struct barcode){ copy, box_of(s, w, h) };
	}
	return PARSE_OK;
}

int barcode_read(struct barcode_reader *b, struct Pix *grey, bool closely, struct arena *a, struct barcode ret[BARCODE_MAX], size_t *ret_n)
{
	(void)zbar_image_scanner_set_config(b->scanner, ZBAR_NONE, ZBAR_CFG_X_DENSITY, closely ? 1 : COARSE);
	(void)zbar_image_scanner_set_config(b->scanner, ZBAR_NONE, ZBAR_CFG_Y_DENSITY, closely ? 1 : COARSE);
	unsigned w = (unsigned)pixGetWidth(grey), h = (unsigned)pixGetHeight(grey);
	zbar_image_t *image = zbar_image_create();
	uint8_t *bytes = malloc((size_t)w * h);
	int result = PARSE_NOMEM;
	if (image && bytes) {
		for (unsigned y = 0; y < h; y++) {
			const l_uint32 *row = pixGetData(grey) + (size_t)y * (size_t)pixGetWpl(grey);
			for (unsigned x = 0; x < w; x++)
				bytes[(size_t)y * w + x] = (uint8_t)GET_DATA_BYTE(row, x);
		}
		zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
		zbar_image_set_size(image, w, h);
		zbar_image_set_data(image, bytes, (size_t)w * h, NULL);
		(void)zbar_scan_image(b->scanner, image);	/* -1 finds nothing, like 0 */
		result = take(image, w, h, a, ret, ret_n);
		zbar_image_scanner_recycle_image(b->scanner, image);
	}
	if (image)
		zbar_image_destroy(image);
	free(bytes);
	return result;
}

bool barcode_separator(const char *text)
{
	return strcmp(text, "PATCHT") == 0;
}

int check_digits(const char *digits)
{
	int r = 0;
	for (; *digits; digits++)
		r = (r * 10 + (*digits - '0')) % 97;
	return 98 - r * 100 % 97;
}

bool barcode_dossier(const char *text, char ret[16])
{
	if (strncmp(text, "PAI:", 4) != 0)
		return false;
	text += 4;
	size_t n = strspn(text, "0123456789");
	if (n < 4 || n - 2 >= 16 || text[n])
		return false;
	memcpy(ret, text, n - 2);
	ret[n - 2] = '\0';
	return (text[n - 2] - '0') * 10 + (text[n - 1] - '0') == check_digits(ret);
}
