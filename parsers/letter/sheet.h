/* parsers/letter/sheet.h — one page of a scan as grey pixels, and the way from how it was scanned to how it is best read.
 *
 * Decoding: sheet_decode() for PNG, JPEG and TIFF bytes whose header has passed image_header(); sheet_read_pnm() for the PGM or PPM that
 *           pdftoppm writes (netpbm pgm(5), ppm(5)); the payload must be exactly what the header says, since poppler's exit status proves nothing.
 * Grey:     colour becomes the largest of red, green and blue, so that a red stamp or a coloured form fades and black ink stays.
 * Units:    pixels; dpi as the file says where that makes a page of sane size, else guessed from a page being A4.
 * Limits:   lim of image.h for every page.
 * Owner:    a sheet's pix belong to it (sheet_free).
 * Returns:  PARSE_OK; PARSE_BAD: damaged; PARSE_LIMIT; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_SHEET_H
#define KLACHTD_PARSERS_LETTER_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parsers/letter/image.h"
#include "parsers/parse.h"

struct Pix;

#define SHEET_DPI 300		/* what is read at */
#define SHEET_WORK_DPI 150	/* what is looked at: codes, blankness, orientation, skew */

struct sheet {
	struct Pix *grey;	/* owned; 8 bpp, square pixels */
	double dpi;
	struct Pix *work;	/* owned; grey at SHEET_WORK_DPI */
	struct Pix *ink;	/* owned; 1 bpp of work, adaptive threshold */
	int marks;		/* components of character size in ink */
	bool coded;		/* there is ink of the shapes that bar codes are made of */
	double contrast;	/* of ink against paper, 0..1 */
	int rotation;		/* degrees clockwise that made it upright */
	bool rotation_sure;
	double skew;		/* degrees that were taken out, clockwise */
	bool uneven, speckled;	/* what was found and mended */
	bool prepared;
};

int sheet_decode(const uint8_t *bytes, size_t n, enum image_type type, int page, struct sheet *ret, struct parse_note *note);
int sheet_read_pnm(int fd, int dpi, const struct image_limits *lim, struct sheet *ret, struct parse_note *note);
void sheet_free(struct sheet *s);

/* Makes work, ink, marks and contrast. */
int sheet_look(struct sheet *s);
/* Nothing on it that could be text: the back of a page. */
bool sheet_blank(const struct sheet *s);
/* After sheet_look: upright, straight, at SHEET_DPI, light evened and specks taken out where needed. ink is turned along. */
int sheet_prepare(struct sheet *s);
/* Takes out the dotted lines that a form is filled in on: recognition makes words of them, and of what stands on them. A part of sheet_prepare(). */
void sheet_take_dots(struct sheet *s);
/* Turns everything by 90, 180 or 270 degrees clockwise, when reading has shown that the orientation was wrong. */
int sheet_turn(struct sheet *s, int degrees);

#endif
