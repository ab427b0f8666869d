#include "parsers/letter/sheet.h"

#include <leptonica/allheaders.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MARKS_OF_A_LETTER 20	/* fewer components of character size: blank */
#define UNEVEN_SD 15		/* of the background map: shadow 38, coffee 13, all else below 9 */
#define EVEN_SD 6		/* below this one threshold is right for all of the page */
#define TILE_W 10		/* of the background map, as leptonica's own defaults have it */
#define TILE_H 15
#define HISTOGRAM_STEP 2
#define SPECKLED 0.006

static int put(PIX **where, PIX *p)
{
	if (!p)
		return PARSE_NOMEM;
	pixDestroy(where);
	*where = p;
	return PARSE_OK;
}

/* ---- ink: a threshold that follows light and contrast ---- */

struct tone {
	int paper;	/* commonest grey */
	int noise;	/* spread of paper, one sigma */
	int dark;	/* grey below which 0.3 % of the page lies */
};

static struct tone tone_of(PIX *p)
{
	struct tone t = { 255, 1, 0 };
	NUMA *h = pixGetGrayHistogram(p, HISTOGRAM_STEP);
	if (!h)
		return t;
	double n[256], total = 0, best = -1;
	for (int i = 0; i < 256; i++) {
		float v = 0;
		(void)numaGetFValue(h, i, &v);
		n[i] = v;
		total += v;
		if (i > 40 && v >= best) {
			best = v;
			t.paper = i;
		}
	}
	numaDestroy(&h);
	double seen = 0;
	for (t.dark = 0; t.dark < 255 && (seen += n[t.dark]) < 0.003 * total;)
		t.dark++;
	/* the lower half of the paper's peak: where it has fallen to 60 % of its height is one sigma */
	while (t.noise < 40 && t.paper - t.noise > 0 && n[t.paper - t.noise] > 0.6 * best)
		t.noise++;
	return t;
}

static PIX *even_light(PIX *p)
{
	PIX *q = pixBackgroundNormSimple(p, NULL, NULL);
	return q ? q : pixClone(p);
}

/* How far the paper's grey differs over the page, and the map of it; NULL where there is too little paper to tell. */
static PIX *background(PIX *work, double *ret_sd)
{
	PIX *map = NULL;
	double sum = 0, squares = 0;
	long n = 0;
	*ret_sd = 0;
	if (pixGetBackgroundGrayMap(work, NULL, TILE_W, TILE_H, 60, 40, &map) != 0 || !map)
		return NULL;
	for (int y = 0; y < pixGetHeight(map); y++)
		for (int x = 0; x < pixGetWidth(map); x++, n++) {
			l_uint32 v = 0;
			(void)pixGetPixel(map, x, y, &v);
			sum += v;
			squares += (double)v * v;
		}
	*ret_sd = n ? sqrt(fmax(0, squares / (double)n - sum / (double)n * (sum / (double)n))) : 0;
	return map;
}

/* work with its paper made even where it is not. Sets uneven: the page itself is to be evened before it is read. */
static PIX *evened(struct sheet *s)
{
	double sd;
	PIX *map = background(s->work, &sd), *inverse = NULL, *even = NULL;
	s->uneven = sd > UNEVEN_SD;
	if (map && sd > EVEN_SD && (inverse = pixGetInvBackgroundMap(map, 200, 2, 1)))
		even = pixApplyInvBackgroundGrayMap(s->work, inverse, TILE_W, TILE_H);
	pixDestroy(&map);
	pixDestroy(&inverse);
	return even ? even : pixClone(s->work);
}

/* Characters are counted, and what codes are made of: the corners of a QR code are squares larger than letters, bars are tall and thin. */
static void count_marks(struct sheet *s)
{
	BOXA *boxes = pixConnCompBB(s->ink, 8);
	int n = boxes ? boxaGetCount(boxes) : 0, squares = 0, bars = 0;
	s->marks = 0;
	for (int i = 0; i < n; i++) {
		int x, y, w, h;
		if (boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h) != 0)
			continue;
		s->marks += h >= 7 && h <= 60 && w >= 2 && w <= 120;
		squares += h >= 22 && w >= 22 && abs(h - w) <= 2 + h / 8;
		bars += (h >= 40 && 4 * w < h) || (w >= 40 && 4 * h < w);
	}
	s->coded = squares >= 3 || bars >= 12;
	boxaDestroy(&boxes);
}

/* Share of pixels far from both neighbours on their row, in a sample of rows: text has hardly any, 2 % noise 2 %. */
static double specks(PIX *p)
{
	int w = pixGetWidth(p), h = pixGetHeight(p), wpl = pixGetWpl(p);
	long found = 0, seen = 0;
	for (int y = h / 20; y < h; y += 1 + h / 120) {
		const l_uint32 *row = pixGetData(p) + (size_t)y * (size_t)wpl;
		for (int x = 1; x < w - 1; x++, seen++) {
			int l = GET_DATA_BYTE(row, x - 1), c = GET_DATA_BYTE(row, x), r = GET_DATA_BYTE(row, x + 1);
			found += (c - l > 90 && c - r > 90) || (l - c > 90 && r - c > 90);
		}
	}
	return seen ? (double)found / (double)seen : 0;
}

int sheet_look(struct sheet *s)
{
	float f = (float)(SHEET_WORK_DPI / s->dpi);
	PIX *work = fabsf(f - 0.5f) < 0.01f ? pixScaleAreaMap2(s->grey) : f < 0.95f ? pixScaleAreaMap(s->grey, f, f) :
		    f > 1.05f ? pixScaleGrayLI(s->grey, f, f) : pixClone(s->grey);
	if (put(&s->work, work) != PARSE_OK)
		return PARSE_NOMEM;
	PIX *even = evened(s);
	if (!even)
		return PARSE_NOMEM;
	struct tone t = tone_of(even);
	double span = t.paper - t.dark, step = fmax(5 * t.noise, 0.4 * span);
	int threshold = (int)(t.paper - fmax(step, 8));
	s->contrast = span / (t.paper > 0 ? t.paper : 1);
	PIX *ink = pixThresholdToBinary(even, threshold < 1 ? 1 : threshold);
	pixDestroy(&even);
	if (put(&s->ink, ink) != PARSE_OK)
		return PARSE_NOMEM;
	count_marks(s);
	s->speckled = specks(s->grey) > SPECKLED;
	s->coded = s->coded || s->speckled;	/* noise breaks the shapes */
	return PARSE_OK;
}

bool sheet_blank(const struct sheet *s)
{
	return s->marks < MARKS_OF_A_LETTER;
}

/* ---- upright and straight ---- */

static int turn(PIX **p, int degrees)
{
	return *p && degrees ? put(p, pixRotateOrth(*p, degrees / 90)) : PARSE_OK;
}

int sheet_turn(struct sheet *s, int degrees)
{
	if (turn(&s->grey, degrees) || turn(&s->work, degrees) || turn(&s->ink, degrees))
		return PARSE_NOMEM;
	s->rotation = (s->rotation + degrees) % 360;
	return PARSE_OK;
}

/* Which way is up? half: by the half of the page that holds more ink, which is enough for most; true when that decides. */
static bool look_up(PIX *ink, bool half, float *ret_up, float *ret_left, int *ret_orient)
{
	int w = pixGetWidth(ink), h = pixGetHeight(ink);
	l_int32 top = 0, all = 0;
	PIX *part = NULL;
	if (half) {
		BOX *upper = boxCreate(0, 0, w, h / 2), *lower = boxCreate(0, h / 2, w, h - h / 2);
		(void)pixCountPixelsInRect(ink, upper, &top, NULL);	/* 0 on failure: then the lower half it is */
		(void)pixCountPixels(ink, &all, NULL);
		part = upper && lower ? pixClipRectangle(ink, 2 * top >= all ? upper : lower, NULL) : NULL;
		boxDestroy(&upper);
		boxDestroy(&lower);
	} else {
		part = pixClone(ink);
	}
	bool told = part && pixOrientDetect(part, ret_up, ret_left, 0, 0) == 0 && makeOrientDecision(*ret_up, *ret_left, 0, 0, ret_orient, 0) == 0;
	pixDestroy(&part);
	return told && (!half || *ret_orient != L_TEXT_ORIENT_UNKNOWN);
}

static int upright(struct sheet *s)
{
	static const int degrees[] = { [L_TEXT_ORIENT_UNKNOWN] = 0, [L_TEXT_ORIENT_UP] = 0, [L_TEXT_ORIENT_LEFT] = 90,
				       [L_TEXT_ORIENT_DOWN] = 180, [L_TEXT_ORIENT_RIGHT] = 270 };
	float up = 0, left = 0;
	int orient = L_TEXT_ORIENT_UNKNOWN;
	if (!look_up(s->ink, true, &up, &left, &orient) && !look_up(s->ink, false, &up, &left, &orient))
		return PARSE_OK;	/* too little text to tell: reading will */
	s->rotation_sure = orient != L_TEXT_ORIENT_UNKNOWN;
	if (!s->rotation_sure && fmaxf(fabsf(up), fabsf(left)) > 3)	/* a guess to begin with; reading confirms it or tries on */
		orient = fabsf(left) > fabsf(up) ? (left > 0 ? L_TEXT_ORIENT_LEFT : L_TEXT_ORIENT_RIGHT) : up > 0 ? L_TEXT_ORIENT_UP : L_TEXT_ORIENT_DOWN;
	return sheet_turn(s, degrees[orient]);
}

static int straighten(struct sheet *s)
{
	float angle = 0, conf = 0, score = 0;
	if (pixFindSkewSweepAndSearchScore(s->ink, &angle, &conf, &score, 2, 1, 0.0f, 8.0f, 1.0f, 0.02f) != 0)
		return PARSE_OK;	/* too little text to tell */
	if (fabsf(angle) < 0.15f || conf < 2.0f)
		return PARSE_OK;
	s->skew = angle;
	float rad = angle * (float)M_PI / 180;
	if (put(&s->grey, pixRotateAMGray(s->grey, rad, 255)) || put(&s->ink, pixRotate(s->ink, rad, L_ROTATE_SHEAR, L_BRING_IN_WHITE, 0, 0)))
		return PARSE_NOMEM;
	return PARSE_OK;
}

/* ---- salt and pepper ---- */

static inline uint8_t min8(uint8_t a, uint8_t b)
{
	return a < b ? a : b;
}

static inline uint8_t max8(uint8_t a, uint8_t b)
{
	return a > b ? a : b;
}

static inline uint8_t mid8(uint8_t a, uint8_t b, uint8_t c)
{
	return max8(min8(a, b), min8(max8(a, b), c));
}

/* Median of 3 x 3 by sorted columns: max of minima, median of medians, min of maxima. Rows are bytes in order (swapped words). */
static void median_row(const uint8_t *a, const uint8_t *b, const uint8_t *c, uint8_t *lo, uint8_t *mi, uint8_t *hi, uint8_t *to, int w)
{
	for (int x = 0; x < w; x++) {
		lo[x] = min8(min8(a[x], b[x]), c[x]);
		mi[x] = mid8(a[x], b[x], c[x]);
		hi[x] = max8(max8(a[x], b[x]), c[x]);
	}
	to[0] = b[0];
	to[w - 1] = b[w - 1];
	for (int x = 1; x < w - 1; x++)
		to[x] = mid8(max8(max8(lo[x - 1], lo[x]), lo[x + 1]), mid8(mi[x - 1], mi[x], mi[x + 1]),
			     min8(min8(hi[x - 1], hi[x]), hi[x + 1]));
}

static int median(PIX **p)
{
	int w = pixGetWidth(*p), h = pixGetHeight(*p), wpl = pixGetWpl(*p);
	PIX *to = pixCreateTemplate(*p);
	uint8_t *tmp = malloc(3 * (size_t)w);
	if (!to || !tmp || w < 3 || pixEndianByteSwap(*p) != 0) {
		pixDestroy(&to);
		free(tmp);
		return w < 3 ? PARSE_OK : PARSE_NOMEM;
	}
	for (int y = 0; y < h; y++) {
		const l_uint32 *row = pixGetData(*p) + (size_t)y * (size_t)wpl;
		const l_uint32 *above = y ? row - wpl : row, *below = y < h - 1 ? row + wpl : row;
		median_row((const uint8_t *)above, (const uint8_t *)row, (const uint8_t *)below, tmp, tmp + w, tmp + 2 * w,
			   (uint8_t *)(pixGetData(to) + (size_t)y * (size_t)wpl), w);
	}
	free(tmp);
	(void)pixEndianByteSwap(to);	/* cannot fail: not NULL, in place */
	return put(p, to);
}

static int to_reading_size(struct sheet *s)
{
	if (s->dpi > 220 && s->dpi < 360)
		return PARSE_OK;
	float f = (float)(SHEET_DPI / s->dpi);
	if (f > 4)
		f = 4;
	s->dpi *= f;
	return put(&s->grey, f > 1 ? pixScaleGrayLI(s->grey, f, f) : pixScaleAreaMap(s->grey, f, f));
}

int sheet_prepare(struct sheet *s)
{
	if ((s->speckled && median(&s->grey)) || upright(s) || to_reading_size(s) || straighten(s))
		return PARSE_NOMEM;
	pixDestroy(&s->work);
	if (s->uneven && put(&s->grey, even_light(s->grey)))
		return PARSE_NOMEM;
	sheet_take_dots(s);
	pixSetResolution(s->grey, (int)lround(s->dpi), (int)lround(s->dpi));
	s->prepared = true;
	return PARSE_OK;
}
