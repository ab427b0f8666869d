#include "outbox/qr.h"

#include <qrencode.h>
#include <stdio.h>
#include <string.h>

#define QUIET 4		/* modules of white around: ISO/IEC 18004 section 9.1 */
#define DIGITS_MAX 32

int qr_dossier(const char *dossier, char ret[QR_DOSSIER_BYTES], struct error *err)
{
	size_t n = strlen(dossier);
	if (n == 0 || n > DIGITS_MAX || strspn(dossier, "0123456789") != n)
		return error_set(err, FAIL_ITEM, "qr: the dossier number is not 1 to %d digits", DIGITS_MAX);
	unsigned rest = 0;
	for (size_t i = 0; i < n; i++)
		rest = (rest * 10 + (unsigned)(dossier[i] - '0')) % 97;
	/* ISO 7064 mod 97-10: the number with its two check digits leaves 1 */
	(void)snprintf(ret, QR_DOSSIER_BYTES, "PAI:%s%02u", dossier, 98 - rest * 100 % 97);
	return 0;
}

int qr_draw(cairo_t *cr, const char *text, double x, double y, double side, struct error *err)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_Q);
	if (!code)
		return error_set(err, FAIL_ITEM, "qr: the text cannot be drawn: %m");
	double module = side / (code->width + 2 * QUIET);
	cairo_save(cr);
	cairo_set_source_rgb(cr, 0, 0, 0);
	for (int row = 0; row < code->width; row++)
		for (int column = 0; column < code->width; column++)
			if (code->data[row * code->width + column] & 1)
				cairo_rectangle(cr, x + (column + QUIET) * module, y + (row + QUIET) * module, module, module);
	cairo_fill(cr);		/* one path: no hairlines between modules */
	cairo_restore(cr);
	QRcode_free(code);
	return 0;
}
