#include "parsers/letter/layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define COLUMN_GAP 1.7		/* white wider than this many sizes parts a line; a justified line's widest blank is about 1 */

static int by_line(const void *a, const void *b)
{
	const struct word *x = a, *y = b;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->box.x0 < y->box.x0 ? -1 : x->box.x0 > y->box.x0;
}

static int by_number(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

static double median_size(const struct word *w, size_t n)
{
	double v[64];
	size_t k = n < 64 ? n : 64;
	for (size_t i = 0; i < k; i++)
		v[i] = w[i].size;
	qsort(v, k, sizeof *v, by_number);
	return v[k / 2];
}

static struct box join(struct box a, struct box b)
{
	return (struct box){ fmin(a.x0, b.x0), fmin(a.y0, b.y0), fmax(a.x1, b.x1), fmax(a.y1, b.y1) };
}

static int fill(struct segment *s, const struct word *w, size_t n, struct arena *a)
{
	size_t bytes = 0, at = 0;
	double weight = 0, sum = 0;
	*s = (struct segment){ .word = w, .words = n, .box = w->box, .size = median_size(w, n) };
	for (size_t i = 0; i < n; i++)
		bytes += strlen(w[i].text) + 1;
	char *text = arena_alloc(a, bytes);
	s->start = arena_alloc(a, n * sizeof *s->start);
	if (!text || !s->start)
		return PARSE_NOMEM;
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(w[i].text);
		s->start[i] = at;
		memcpy(text + at, w[i].text, len);
		at += len;
		text[at++] = i + 1 < n ? ' ' : '\0';
		s->box = join(s->box, w[i].box);
		sum += w[i].confidence * (double)len;
		weight += (double)len;
	}
	s->text = text;
	s->confidence = sum / weight;
	return PARSE_OK;
}

/* Does word b go on where a ends? */
static bool goes_on(const struct word *a, const struct word *b)
{
	return a->line == b->line && b->box.x0 - a->box.x1 <= COLUMN_GAP * fmax(a->size, b->size);
}

static int down_the_page(const void *a, const void *b)
{
	const struct segment *x = a, *y = b;
	double cx = x->box.y0 + x->box.y1, cy = y->box.y0 + y->box.y1;
	return cx < cy ? -1 : cx > cy;
}

static int reading_order(const void *a, const void *b)
{
	const struct segment *x = a, *y = b;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return x->box.x0 < y->box.x0 ? -1 : x->box.x0 > y->box.x0;
}

static void number_rows(struct layout *l)
{
	struct box row = { 0 };
	qsort(l->segment, l->n, sizeof *l->segment, down_the_page);
	for (size_t i = 0; i < l->n; i++) {
		struct segment *s = &l->segment[i];
		double overlap = fmin(s->box.y1, row.y1) - fmax(s->box.y0, row.y0);
		double least = fmin(s->box.y1 - s->box.y0, row.y1 - row.y0);
		bool same = i && overlap > 0.5 * least;
		s->row = i ? l->segment[i - 1].row + !same : 0;
		/* a row follows its newest segment: on a page that is still a little askew it drifts */
		row = s->box;
	}
	qsort(l->segment, l->n, sizeof *l->segment, reading_order);
}

static void measure_gaps(struct layout *l)
{
	for (size_t i = 0; i < l->n; i++) {
		struct segment *s = &l->segment[i];
		double best = l->height;
		for (size_t k = i; k-- > 0;) {
			const struct segment *o = &l->segment[k];
			if (o->row < s->row - 60)
				break;
			if (o->row == s->row || o->box.x1 < s->box.x0 || o->box.x0 > s->box.x1)
				continue;
			best = fmin(best, fmax(0, s->box.y0 - o->box.y1));
		}
		s->gap = best / s->size;
	}
}

int layout_make(struct page *p, struct arena *a, struct layout *ret)
{
	struct layout l = { .width = p->width, .height = p->height };
	if (p->n) {
		l.segment = arena_alloc(a, p->n * sizeof *l.segment);
		if (!l.segment)
			return PARSE_NOMEM;
		qsort(p->words, p->n, sizeof *p->words, by_line);
	}
	for (size_t i = 0, n; i < p->n; i += n) {
		for (n = 1; i + n < p->n && goes_on(&p->words[i + n - 1], &p->words[i + n]);)
			n++;
		if (fill(&l.segment[l.n++], &p->words[i], n, a) != PARSE_OK)
			return PARSE_NOMEM;
	}
	if (l.n) {	/* qsort(3) takes no null pointer */
		number_rows(&l);
		measure_gaps(&l);
	}
	*ret = l;
	return PARSE_OK;
}

struct box segment_box(const struct segment *s, size_t at, size_t end)
{
	struct box b = s->box;
	bool any = false;
	for (size_t i = 0; i < s->words; i++) {
		size_t from = s->start[i], to = from + strlen(s->word[i].text);
		if (from >= end || to <= at)
			continue;
		b = any ? join(b, s->word[i].box) : s->word[i].box;
		any = true;
	}
	return b;
}

double segment_confidence(const struct segment *s, size_t at, size_t end)
{
	double low = 100;
	for (size_t i = 0; i < s->words; i++) {
		size_t from = s->start[i], to = from + strlen(s->word[i].text);
		if (from < end && to > at)
			low = fmin(low, s->word[i].confidence);
	}
	return low;
}
