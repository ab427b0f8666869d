#include "parsers/letter/sheet.h"

#include <leptonica/allheaders.h>
#include <math.h>
#include <stdlib.h>

/* Pixels at SHEET_DPI. Dots of print are 2 to 6 wide, a line of them has one every 8 to 20; a full stop is larger than most. */
#define DOT 7
#define STEP_LEAST 6
#define STEP_MOST 24
#define SLACK 2.0	/* of a dot's place on its line */
#define LOST 3		/* so many steps ahead: where a descender crosses the line its dots are the letter's */
#define LINE 25		/* dots that make a line; no sentence ends in so many */
#define MOST 40000	/* components of a page; with more of them it is noise */

struct dot {
	double x, y;
	int left, top, width, height;
	bool used;
};

static int from_left(const void *a, const void *b)
{
	const struct dot *p = a, *q = b;
	return p->x < q->x ? -1 : p->x > q->x;
}

/* The marks of a dot's size, from left to right; 0 where there are too few or too many. */
static size_t dots_of(PIX *grey, int paper, struct dot **ret)
{
	PIX *ink = pixThresholdToBinary(grey, paper * 7 / 10);
	BOXA *boxes = ink ? pixConnCompBB(ink, 8) : NULL;
	int n = boxes ? boxaGetCount(boxes) : 0;
	struct dot *d = n >= LINE && n <= MOST ? calloc((size_t)n, sizeof *d) : NULL;
	size_t to = 0;
	for (int i = 0; d && i < n; i++) {
		int x, y, w, h;
		if (boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h) == 0 && w <= DOT && h <= DOT)
			d[to++] = (struct dot){ .x = x + w / 2.0, .y = y + h / 2.0, .left = x, .top = y, .width = w, .height = h };
	}
	if (d)
		qsort(d, to, sizeof *d, from_left);
	boxaDestroy(&boxes);
	pixDestroy(&ink);
	*ret = d;
	return to;
}

/* The dot that goes on from dot i with this step; without one (0) any that is near. n: there is none. */
static size_t next_dot(const struct dot *d, size_t n, size_t i, double step)
{
	double reach = step > 0 ? LOST * step + SLACK : STEP_MOST;
	for (size_t k = i + 1; k < n && d[k].x - d[i].x <= reach; k++) {
		double way = d[k].x - d[i].x, steps = step > 0 ? fmax(1, round(way / step)) : 1;
		bool fits = step > 0 ? fabs(way - steps * step) <= SLACK : way >= STEP_LEAST;
		if (!d[k].used && fits && fabs(d[k].y - d[i].y) <= SLACK)
			return k;
	}
	return n;
}

static void wipe(PIX *grey, const struct dot *d, int paper)
{
	int w = pixGetWidth(grey), h = pixGetHeight(grey);
	for (int y = d->top - 2; y < d->top + d->height + 2; y++)
		for (int x = d->left - 2; x < d->left + d->width + 2; x++)
			if (x >= 0 && y >= 0 && x < w && y < h)
				(void)pixSetPixel(grey, x, y, (l_uint32)paper);
}

/* Takes the line out that begins with dot i, where one does. */
static void take_line(PIX *grey, struct dot *d, size_t n, size_t i, int paper)
{
	size_t second = next_dot(d, n, i, 0), length = 1;
	double step = second < n ? d[second].x - d[i].x : 0;
	for (size_t k = i; step > 0 && (k = next_dot(d, n, k, step)) < n;)
		length++;
	if (length < LINE)
		return;
	for (size_t k = i; k < n; k = next_dot(d, n, k, step)) {
		d[k].used = true;
		wipe(grey, &d[k], paper);
	}
}

void sheet_take_dots(struct sheet *s)
{
	l_uint32 paper = 0;
	struct dot *d = NULL;
	if (s->speckled || pixGetRankValue(s->grey, 8, 0.5f, &paper) != 0)
		return;
	size_t n = dots_of(s->grey, (int)paper, &d);
	for (size_t i = 0; i + LINE < n; i++)
		if (!d[i].used)
			take_line(s->grey, d, n, i, (int)paper);
	free(d);
}
