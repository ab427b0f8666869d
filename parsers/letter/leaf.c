#include "parsers/letter/leaf.h"

#include <ctype.h>
#include <leptonica/allheaders.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "parsers/letter/patch.h"
#include "parsers/letter/pdftext.h"

#define CROPS 100		/* segments of a page whose pixels are kept: some 100 kB each */
#define CROP_LETTERS 4		/* shorter ones hold no value */

/* ---- codes ---- */

/* Boxes as fractions, turned with the page. */
static struct box turned(struct box b, int degrees)
{
	for (; degrees > 0; degrees -= 90)
		b = (struct box){ 1 - b.y1, b.x0, 1 - b.y0, b.x1 };
	return b;
}

static bool has_patch(PIX *ink)
{
	size_t w = (size_t)pixGetWidth(ink), h = (size_t)pixGetHeight(ink);
	uint8_t *bits = malloc(w * h);
	if (!bits)
		return false;
	for (size_t y = 0; y < h; y++) {
		const l_uint32 *row = pixGetData(ink) + y * (size_t)pixGetWpl(ink);
		for (size_t x = 0; x < w; x++)
			bits[y * w + x] = GET_DATA_BIT(row, x);
	}
	bool found = patch_t(bits, w, h, SHEET_WORK_DPI);
	free(bits);
	return found;
}

static bool separates(const struct leaf *l)
{
	for (size_t i = 0; i < l->codes; i++)
		if (barcode_separator(l->code[i].text))
			return true;
	return false;
}

/* ---- how well was it read? ---- */

static bool wordlike(const char *s)
{
	for (; *s; s++)
		if (isalnum((unsigned char)*s) || (unsigned char)*s >= 0x80)
			return true;
	return false;
}

static double missed_ink(const struct sheet *s, const struct page *p)
{
	double f = SHEET_WORK_DPI / s->dpi;
	BOXA *boxes = pixConnCompBB(s->ink, 8);
	int n = boxes ? boxaGetCount(boxes) : 0, marks = 0, missed = 0;
	for (int i = 0; i < n; i++) {
		int x, y, w, h;
		if (boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h) != 0 || h < 7 || h > 40 || w < 2 || w > 60)
			continue;
		double cx = (x + w / 2.0) / f, cy = (y + h / 2.0) / f;
		bool in = false;
		for (size_t k = 0; k < p->n && !in; k++) {
			const struct box *b = &p->words[k].box;
			in = cx >= b->x0 - 4 && cx <= b->x1 + 4 && cy >= b->y0 - 4 && cy <= b->y1 + 4;
		}
		marks++;
		missed += !in;
	}
	boxaDestroy(&boxes);
	return marks >= 20 ? (double)missed / marks : 0;
}

static void measure(struct leaf *l, const struct page *p)
{
	double sum = 0;
	size_t low = 0, common_of = 0;
	l->words = 0;
	for (size_t i = 0; i < p->n; i++) {
		if (!wordlike(p->words[i].text))
			continue;
		l->words++;
		sum += p->words[i].confidence;
		low += p->words[i].confidence < 60;
	}
	l->mean_confidence = l->words ? sum / (double)l->words : 0;
	l->low_share = l->words ? (double)low / (double)l->words : 0;
	l->common = common_words(p, &common_of);
}

static bool is_poor(const struct leaf *l)
{
	return l->mean_confidence < 80 || l->low_share > 0.10 || l->missed > 0.15;
}

/* ---- crops ---- */

static void keep_crops(struct leaf *l, PIX *grey)
{
	int kept = 0;
	for (size_t i = 0; i < l->layout.n && kept < CROPS; i++) {
		struct segment *s = &l->layout.segment[i];
		if (strlen(s->text) >= CROP_LETTERS) {
			s->crop = ocr_crop(grey, &s->box, &s->crop_x, &s->crop_y);
			kept += s->crop != NULL;
		}
	}
}

const char *leaf_again(const struct leaf *l, const struct segment *s, size_t at, size_t end, struct ocr *o, const char *allowed, struct arena *a,
		       double *ret_confidence)
{
	const char *text = NULL;
	if (!s->crop || !o)
		return NULL;
	struct box b = segment_box(s, at, end);
	b = (struct box){ b.x0 - s->crop_x, b.y0 - s->crop_y, b.x1 - s->crop_x, b.y1 - s->crop_y };
	return ocr_line(o, s->crop, (int)lround(l->dpi), &b, allowed, a, &text, ret_confidence) == PARSE_OK ? text : NULL;
}

void leaf_free(struct leaf *l)
{
	for (size_t i = 0; i < l->layout.n; i++)
		pixDestroy(&l->layout.segment[i].crop);
}

/* ---- reading ---- */

/* Tesseract reads a page that lies on its side as well; its words are then higher than wide. */
static bool sideways(const struct page *p)
{
	size_t high = 0, wide = 0;
	for (size_t i = 0; i < p->n; i++) {
		const struct box *b = &p->words[i].box;
		if (strlen(p->words[i].text) < 4)
			continue;
		if (b->y1 - b->y0 > b->x1 - b->x0)
			high++;
		else
			wide++;
	}
	return high > wide;
}

static double score(struct leaf *l, const struct page *p)
{
	measure(l, p);
	return sideways(p) ? 0 : l->mean_confidence;
}

/* Recognises, and where neither orientation nor words are convincing tries the other ways up: at most three more. */
static int recognise(struct ocr *o, struct sheet *s, struct arena *a, struct leaf *l, struct page *p)
{
	static const int turns[] = { 180, 270, 180 };	/* to 180, 90, 270 from where it lay */
	struct parse_note note;
	int result = ocr_page(o, s->grey, (int)lround(s->dpi), a, p, &note);
	if (result != PARSE_OK)
		return result;
	int best = 0, turned_by = 0;
	struct page best_page = *p;
	double best_score = score(l, p);
	for (size_t i = 0; i < 3 && !s->rotation_sure && best_score < 75 && s->marks < 3000; i++) {
		if (sheet_turn(s, turns[i]) != PARSE_OK)
			return PARSE_NOMEM;
		turned_by = (turned_by + turns[i]) % 360;
		if (ocr_page(o, s->grey, (int)lround(s->dpi), a, p, &note) != PARSE_OK)
			continue;
		double now = score(l, p);
		if (now > best_score + 5 && l->words >= best_page.n / 2) {
			best_score = now;
			best_page = *p;
			best = turned_by;
		}
	}
	*p = best_page;
	return sheet_turn(s, (best - turned_by + 360) % 360);
}

static int read_prepared(struct ocr *o, struct sheet *s, struct arena *a, struct leaf *l)
{
	struct page p = { 0 };
	int result = recognise(o, s, a, l, &p);
	if (result == PARSE_NOMEM)
		return result;
	if (result != PARSE_OK) {
		l->state = LEAF_UNREAD;
		l->why = "the page could not be recognised";
		return PARSE_OK;
	}
	measure(l, &p);
	l->missed = missed_ink(s, &p);
	l->poor = is_poor(l);
	l->rotation = s->rotation;
	l->skew = s->skew;
	l->dpi = s->dpi;
	for (size_t i = 0; i < l->codes; i++)
		l->code[i].box = turned(l->code[i].box, s->rotation);
	result = layout_make(&p, a, &l->layout);
	if (result == PARSE_OK)
		keep_crops(l, s->grey);
	return result;
}

int leaf_read_sheet(struct ocr *o, struct barcode_reader *b, struct sheet *s, struct arena *a, struct leaf *ret)
{
	struct leaf l = { .page = ret->page, .state = LEAF_READ };
	int result = sheet_look(s);
	if (result == PARSE_OK)
		result = barcode_read(b, s->work, s->coded, a, l.code, &l.codes);
	if (result == PARSE_OK) {
		l.contrast = s->contrast;
		if (separates(&l) || has_patch(s->ink))
			l.state = LEAF_SEPARATOR;
		else if (l.codes == 0 && sheet_blank(s))
			l.state = LEAF_BLANK;
		else if ((result = sheet_prepare(s)) == PARSE_OK)
			result = read_prepared(o, s, a, &l);
	}
	sheet_free(s);
	if (result == PARSE_OK)
		*ret = l;
	else
		leaf_free(&l);
	return result;
}

int leaf_read_text(struct page *p, struct arena *a, struct leaf *ret)
{
	struct leaf l = { .page = ret->page, .state = LEAF_READ, .text_layer = true, .dpi = 72, .contrast = 1 };
	measure(&l, p);
	int result = layout_make(p, a, &l.layout);
	if (result == PARSE_OK)
		*ret = l;
	return result;
}
