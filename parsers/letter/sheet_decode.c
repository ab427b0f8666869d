#include "parsers/letter/sheet.h"

#include <errno.h>
#include <leptonica/allheaders.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int say(struct parse_note *note, int result, const char *what)
{
	if (note)
		(void)snprintf(note->text, sizeof note->text, "%s", what);
	return result;
}

void sheet_free(struct sheet *s)
{
	pixDestroy(&s->grey);
	pixDestroy(&s->work);
	pixDestroy(&s->ink);
	*s = (struct sheet){ 0 };
}

/* A page is between A6 and A2 on its short side; a dpi that makes it otherwise is a lie (phones say 72, screens 96). */
static bool sane(double px, double dpi)
{
	return dpi >= 60 && dpi <= 1300 && px / dpi >= 3.9 && px / dpi <= 17;
}

static double guess_dpi(int w, int h)
{
	double s = w < h ? w : h, l = w < h ? h : w;
	return fmax(s / 8.27, l / 11.69);
}

/* Takes pix of any depth; gives 8 bpp grey. Consumes pix. */
static PIX *to_grey(PIX *pix)
{
	PIX *p = pixRemoveColormap(pix, REMOVE_CMAP_BASED_ON_SRC);
	pixDestroy(&pix);
	if (p && pixGetDepth(p) == 32 && pixGetSpp(p) == 4) {	/* transparent means paper */
		PIX *q = pixAlphaBlendUniform(p, 0xFFFFFF00);
		pixDestroy(&p);
		p = q;
	}
	if (!p)
		return NULL;
	PIX *grey = pixGetDepth(p) == 32 ? pixConvertRGBToGrayMinMax(p, L_CHOOSE_MAX) : pixConvertTo8(p, 0);
	if (grey)
		pixCopyResolution(grey, p);
	pixDestroy(&p);
	return grey;
}

/* Fax pixels are not square (204 x 98): stretch the coarser side. */
static int square(struct sheet *s, double xres, double yres)
{
	int w = pixGetWidth(s->grey), h = pixGetHeight(s->grey);
	if (!sane(w < h ? w : h, w < h ? xres : yres) || xres / yres > 4 || yres / xres > 4) {
		s->dpi = guess_dpi(w, h);
		return PARSE_OK;
	}
	s->dpi = fmax(xres, yres);
	if (fabs(xres - yres) < 0.05 * s->dpi)
		return PARSE_OK;
	PIX *p = pixScaleGeneral(s->grey, (float)(s->dpi / xres), (float)(s->dpi / yres), 0.0f, 0);
	if (!p)
		return PARSE_NOMEM;
	pixDestroy(&s->grey);
	s->grey = p;
	return PARSE_OK;
}

int sheet_decode(const uint8_t *bytes, size_t n, enum image_type type, int page, struct sheet *ret, struct parse_note *note)
{
	PIX *pix = type == IMAGE_TIFF ? pixReadMemTiff(bytes, n, page - 1) : pixReadMem(bytes, n);
	if (!pix)
		return say(note, PARSE_BAD, "the picture cannot be decoded");
	double xres = pixGetXRes(pix), yres = pixGetYRes(pix);
	struct sheet s = { .grey = to_grey(pix) };
	if (!s.grey)
		return PARSE_NOMEM;
	int result = square(&s, xres, yres);
	if (result == PARSE_OK)
		*ret = s;
	else
		sheet_free(&s);
	return result;
}

/* ---- PGM and PPM from a pipe ---- */

struct pipe {
	int fd;
	uint8_t buf[65536];
	size_t at, n;
};

static int fill(struct pipe *p)
{
	ssize_t n;
	do
		n = read(p->fd, p->buf, sizeof p->buf);
	while (n < 0 && errno == EINTR);
	p->at = 0;
	p->n = n > 0 ? (size_t)n : 0;
	return n > 0 ? 1 : 0;
}

static int byte(struct pipe *p)
{
	if (p->at == p->n && !fill(p))
		return -1;
	return p->buf[p->at++];
}

/* An unsigned decimal after white space and comments; consumes the one byte after it. -1: none, or beyond max. */
static long number(struct pipe *p, long max)
{
	int c = byte(p);
	while (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '#') {
		if (c == '#')
			while (c >= 0 && c != '\n')
				c = byte(p);
		c = byte(p);
	}
	long v = -1;
	for (; c >= '0' && c <= '9'; c = byte(p)) {
		v = (v < 0 ? 0 : v) * 10 + (c - '0');
		if (v > max)
			return -1;
	}
	return v;
}

static bool read_row(struct pipe *p, l_uint32 *row, int w, bool colour)
{
	for (int x = 0; x < w; x++) {
		int v = byte(p);
		if (colour) {
			int g = byte(p), b = byte(p);
			if (g < 0 || b < 0)
				return false;
			v = v > g ? v : g;
			v = v > b ? v : b;
		}
		if (v < 0)
			return false;
		SET_DATA_BYTE(row, x, v);
	}
	return true;
}

static int read_pixels(struct pipe *p, int w, int h, bool colour, struct sheet *ret, struct parse_note *note)
{
	PIX *pix = pixCreateNoInit(w, h, 8);
	if (!pix)
		return PARSE_NOMEM;
	bool whole = true;
	for (int y = 0; y < h && whole; y++)
		whole = read_row(p, pixGetData(pix) + (size_t)y * (size_t)pixGetWpl(pix), w, colour);
	if (!whole || byte(p) >= 0) {
		pixDestroy(&pix);
		return say(note, PARSE_BAD, "the rendered page is not as large as it says");
	}
	ret->grey = pix;
	return PARSE_OK;
}

int sheet_read_pnm(int fd, int dpi, const struct image_limits *lim, struct sheet *ret, struct parse_note *note)
{
	struct pipe *p = malloc(sizeof *p);
	if (!p)
		return PARSE_NOMEM;
	p->fd = fd;
	p->at = p->n = 0;
	int magic = byte(p), kind = byte(p), result;
	long w = number(p, lim->side_px), h = number(p, lim->side_px), max = number(p, 255);
	if (magic != 'P' || (kind != '5' && kind != '6') || w <= 0 || h <= 0 || max != 255)
		result = say(note, PARSE_BAD, "the page was not rendered");
	else if ((uint64_t)w * (uint64_t)h > lim->pixels)
		result = say(note, PARSE_LIMIT, "page larger than a page can be");
	else
		result = read_pixels(p, (int)w, (int)h, kind == '6', ret, note);
	if (result == PARSE_OK)
		ret->dpi = dpi;
	free(p);
	return result;
}
