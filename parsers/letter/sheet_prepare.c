#include "parsers/letter/sheet.h"

#include <leptonica/allheaders.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MARKS_OF_A_LETTER 20	/* fewer components of character size: blank */
#define UNEVEN_SD 15		/* of the background map: shadow 38, coffee 13, all else below 9 */

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
	NUMA *h = pixGetGrayHistogram(p, 1);
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

static void count_marks(struct sheet *s)
{
	BOXA *boxes = pixConnCompBB(s->ink, 8);
	int n = boxes ? boxaGetCount(boxes) : 0;
	s->marks = 0;
	for (int i = 0; i < n; i++) {
		int x, y, w, h;
		if (boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h) == 0 && h >= 7 && h <= 60 && w >= 2 && w <= 120)
			s->marks++;
	}
	boxaDestroy(&boxes);
}

int sheet_look(struct sheet *s)
{
	float f = (float)(SHEET_WORK_DPI / s->dpi);
	PIX *work = fabsf(f - 0.5f) < 0.01f ? pixScaleAreaMap2(s->grey) : f < 0.95f ? pixScaleAreaMap(s->grey, f, f) :
		    f > 1.05f ? pixScaleGrayLI(s->grey, f, f) : pixClone(s->grey);
	if (put(&s->work, work) != PARSE_OK)
		return PARSE_NOMEM;
	PIX *even = even_light(s->work);
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

static int upright(struct sheet *s)
{
	static const int degrees[] = { [L_TEXT_ORIENT_UNKNOWN] = 0, [L_TEXT_ORIENT_UP] = 0, [L_TEXT_ORIENT_LEFT] = 90,
				       [L_TEXT_ORIENT_DOWN] = 180, [L_TEXT_ORIENT_RIGHT] = 270 };
	float up = 0, left = 0;
	int orient = L_TEXT_ORIENT_UNKNOWN;
	if (pixOrientDetect(s->ink, &up, &left, 0, 0) != 0 || makeOrientDecision(up, left, 0, 0, &orient, 0) != 0)
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

/* ---- light ---- */

static bool uneven(PIX *work)
{
	PIX *map = NULL;
	double sum = 0, squares = 0;
	long n = 0;
	if (pixGetBackgroundGrayMap(work, NULL, 10, 15, 60, 40, &map) != 0 || !map)
		return false;
	for (int y = 0; y < pixGetHeight(map); y++)
		for (int x = 0; x < pixGetWidth(map); x++, n++) {
			l_uint32 v = 0;
			(void)pixGetPixel(map, x, y, &v);
			sum += v;
			squares += (double)v * v;
		}
	pixDestroy(&map);
	return n && sqrt(fmax(0, squares / (double)n - sum / (double)n * (sum / (double)n))) > UNEVEN_SD;
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
	s->uneven = uneven(s->work);
	s->speckled = specks(s->grey) > 0.006;
	if ((s->speckled && median(&s->grey)) || upright(s) || to_reading_size(s) || straighten(s))
		return PARSE_NOMEM;
	pixDestroy(&s->work);
	if (s->uneven && put(&s->grey, even_light(s->grey)))
		return PARSE_NOMEM;
	pixSetResolution(s->grey, (int)lround(s->dpi), (int)lround(s->dpi));
	s->prepared = true;
	return PARSE_OK;
}
