/* tests/unit/parsers/letter_paper.h — a letter as lines of text to a record, without a picture: words set as on a page with a text layer.
 *
 * A line feed is a line, an empty line the white between paragraphs; a tab goes to the next of the columns, a form feed to the next page. At a vertical tab
 * the line is torn: what follows it adjoins, on a line of its own.
 */
#ifndef KLACHTD_TESTS_LETTER_PAPER_H
#define KLACHTD_TESTS_LETTER_PAPER_H

#include <stdlib.h>
#include <string.h>

#include "parsers/letter/letter_record.h"
#include "parsers/letter/pdftext.h"

#define PAPER_WIDTH 595.0
#define PAPER_LEFT 60.0
#define PAPER_TAB 150.0
#define PAPER_CHAR 5.1
#define PAPER_SIZE 11.0
#define PAPER_PITCH 14.0
#define PAPER_PAGES 4

struct paper {
	struct arena *arena;
	struct leaf leaf[PAPER_PAGES];
	size_t n;
	double confidence;	/* of every word; below 100 it is a scan */
};

static inline void paper_page(struct paper *p, const char *text, size_t n)
{
	struct page page = { .width = PAPER_WIDTH, .height = 842 };
	double y = 60, x = PAPER_LEFT;
	int line = 0;
	for (size_t i = 0; i < n;) {
		size_t len = 0;
		while (i + len < n && !strchr(" \t\n\v", text[i + len]))
			len++;
		struct word w = { .box = { x, y, x + PAPER_CHAR * (double)len, y + PAPER_SIZE }, .size = PAPER_SIZE, .confidence = p->confidence, .line = line };
		if (len)
			(void)page_add(p->arena, &page, &page_limits_default, &w, text + i, len);
		x += PAPER_CHAR * (double)(len + 1);
		i += len;
		char c = i < n ? text[i++] : '\n';
		if (c == '\t')
			x = PAPER_LEFT + PAPER_TAB * (1 + (int)((x - PAPER_LEFT) / PAPER_TAB));
		if (c == '\v') {
			x -= PAPER_CHAR;
			line++;
		}
		if (c == '\n') {
			y += PAPER_PITCH;
			x = PAPER_LEFT;
			line++;
		}
	}
	struct leaf *l = &p->leaf[p->n++];
	l->page = (int)p->n;
	(void)leaf_read_text(&page, p->arena, l);
	if (p->confidence < 100) {
		l->text_layer = false;
		l->dpi = 300;
	}
}

/* The record; the caller frees it (record_free). The leaves die here. */
static inline struct record *paper_read(const char *text, double confidence, bool attachment)
{
	struct paper p = { .arena = arena_new(64u << 20), .confidence = confidence };
	struct letter_job job = { .file = "paper.pdf", .attachment = attachment };
	struct letter_context c = { .job = &job, .rules = &rules_default, .arena = p.arena, .type = IMAGE_PDF };
	struct record *r = NULL;
	for (const char *s = text; *s && p.n < PAPER_PAGES;) {
		size_t n = strcspn(s, "\f");
		paper_page(&p, s, n);
		s += n + (s[n] == '\f');
	}
	(void)letter_record(&c, p.leaf, p.n, &r);
	for (size_t i = 0; i < p.n; i++)
		leaf_free(&p.leaf[i]);
	arena_free(p.arena);
	return r;
}

#endif
