/* outbox/qr.h — what our own papers carry as a QR code, so that the scanner's side knows them again.
 *
 * Source:  ISO/IEC 18004 (libqrencode draws it), ISO 7064 mod 97-10 (check digits). PATCHT separates the letters of a batch;
 *          PAI:<dossier><2 check digits> on a reply slip is the most certain dossier number there is.
 * Returns: 0; FAIL_ITEM the text does not fit or the number is none.
 */
#ifndef KLACHTD_OUTBOX_QR_H
#define KLACHTD_OUTBOX_QR_H

#include <cairo.h>
#include <stddef.h>

#include "base/error.h"

#define QR_SEPARATOR "PATCHT"
#define QR_DOSSIER_BYTES 48

/* "2604817" to "PAI:260481738". Digits only, at most 32. */
int qr_dossier(const char *dossier, char ret[QR_DOSSIER_BYTES], struct error *err);

/* Draws the code, quiet zone included, into the square at x, y (points). Level Q: a quarter of it may be stained. */
int qr_draw(cairo_t *cr, const char *text, double x, double y, double side, struct error *err);

#endif
