#include "parsers/letter/pdftext.h"

#include <libxml/xmlreader.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_POINTS 1e6

static int say(struct parse_note *note, int result, const char *what)
{
	if (note)
		(void)snprintf(note->text, sizeof note->text, "%s", what);
	return result;
}

/* ---- pdfinfo ---- */

/* The line that at points into, copied; false when it is longer than any of pdfinfo's. Moves at to the next. */
static bool next_line(const char *text, size_t n, size_t *at, char *line, size_t room)
{
	const char *nl = memchr(text + *at, '\n', n - *at);
	size_t len = nl ? (size_t)(nl - text) - *at : n - *at;
	bool fits = len < room;
	if (fits) {
		memcpy(line, text + *at, len);
		line[len] = '\0';
	}
	*at += len + (nl ? 1 : 0);
	return fits;
}

static bool page_size(const char *line, int *page, struct pdf_size *size)
{
	int end = 0;
	if (sscanf(line, "Page %5d size: %15lf x %15lf pts%n", page, &size->width, &size->height, &end) != 3 || !end)
		return false;
	return isfinite(size->width) && isfinite(size->height) && size->width > 0 && size->height > 0 && size->width < MAX_POINTS &&
	       size->height < MAX_POINTS;
}

int pdf_info_parse(const char *text, size_t n, int max_pages, struct arena *a, struct pdf_info *ret, struct parse_note *note)
{
	struct pdf_info info = { 0 };
	char line[256];
	for (size_t at = 0; at < n;) {
		int page, rot;
		struct pdf_size size;
		if (!next_line(text, n, &at, line, sizeof line))
			continue;
		if (sscanf(line, "Pages: %9d", &page) == 1) {	/* after all text of the document's own: the last counts */
			if (page < 1)
				return say(note, PARSE_BAD, "PDF without pages");
			if (page > max_pages)
				return say(note, PARSE_LIMIT, "PDF with too many pages");
			info.pages = page;
			info.size = arena_alloc(a, (size_t)page * sizeof *info.size);
			if (!info.size)
				return PARSE_NOMEM;
		} else if (page_size(line, &page, &size) && page >= 1 && page <= info.pages) {
			info.size[page - 1] = size;
		} else if (sscanf(line, "Page %5d rot: %9d", &page, &rot) == 2 && page >= 1 && page <= info.pages && (rot == 90 || rot == 270)) {
			struct pdf_size *s = &info.size[page - 1];
			*s = (struct pdf_size){ s->height, s->width };
		}
	}
	if (!info.pages)
		return say(note, PARSE_BAD, "PDF cannot be opened");
	*ret = info;
	return PARSE_OK;
}

/* ---- pdfimages -list ---- */

int pdf_images_parse(const char *text, size_t n, const struct pdf_size *size, struct pdf_images *ret)
{
	struct pdf_images r = { 0 };
	char line[256];
	for (size_t at = 0; at < n;) {
		int page, num, comp;
		char type[16], color[16];
		double w, h, xppi, yppi;
		if (!next_line(text, n, &at, line, sizeof line))
			continue;
		if (sscanf(line, "%d %d %15s %lf %lf %15s %d %*d %*s %*s %*s %*s %lf %lf", &page, &num, type, &w, &h, color, &comp, &xppi, &yppi) != 9)
			continue;
		r.n++;
		r.colour |= comp > 1;
		if (xppi <= 0 || yppi <= 0 || size->width <= 0 || size->height <= 0) {
			r.covered = 1;	/* size unknown: do not trust what lies under it */
			continue;
		}
		double part = w / xppi * 72 * (h / yppi * 72) / (size->width * size->height);
		r.covered = fmax(r.covered, fmin(1, part));
	}
	*ret = r;
	return PARSE_OK;
}

/* ---- pdftotext -bbox-layout ---- */

struct state {
	const struct page_limits *lim;
	struct arena *arena;
	struct page page;
	bool seen_page;
	int lines;
	int word_depth;		/* -1: none */
	struct word word;
	char text[512];
	size_t text_n;
};

static bool number_attribute(xmlTextReader *r, const char *name, double *ret)
{
	xmlChar *v = xmlTextReaderGetAttribute(r, (const xmlChar *)name);
	char *end = NULL;
	double d = v ? strtod((const char *)v, &end) : 0;
	bool ok = v && end != (const char *)v && isfinite(d) && fabs(d) < MAX_POINTS;
	xmlFree(v);
	if (ok)
		*ret = d;
	return ok;
}

static int open_word(struct state *s, xmlTextReader *r, int depth)
{
	struct box b;
	if (!number_attribute(r, "xMin", &b.x0) || !number_attribute(r, "yMin", &b.y0) || !number_attribute(r, "xMax", &b.x1) ||
	    !number_attribute(r, "yMax", &b.y1))
		return PARSE_BAD;
	double size = b.y1 - b.y0;
	s->word = (struct word){ .box = b, .size = size > 0.5 ? size : 0.5, .confidence = 100, .line = s->lines };
	s->word_depth = depth;
	s->text_n = 0;
	return PARSE_OK;
}

static int element(struct state *s, xmlTextReader *r, int depth)
{
	const char *name = (const char *)xmlTextReaderConstLocalName(r);
	if (strcmp(name, "page") == 0 && !s->seen_page) {
		s->seen_page = true;
		if (!number_attribute(r, "width", &s->page.width) || !number_attribute(r, "height", &s->page.height) || s->page.width <= 0 ||
		    s->page.height <= 0)
			return PARSE_BAD;
	} else if (strcmp(name, "line") == 0) {
		s->lines++;
	} else if (strcmp(name, "word") == 0 && s->word_depth < 0) {
		return open_word(s, r, depth);
	}
	return PARSE_OK;
}

static int close_word(struct state *s)
{
	s->word_depth = -1;
	if (s->word.box.x1 < s->word.box.x0 || s->word.box.y1 < s->word.box.y0)
		return PARSE_OK;
	return page_add(s->arena, &s->page, s->lim, &s->word, s->text, s->text_n);
}

static int node(struct state *s, xmlTextReader *r)
{
	int depth = xmlTextReaderDepth(r);
	const char *t;
	if (depth > s->lim->depth)
		return PARSE_LIMIT;
	switch (xmlTextReaderNodeType(r)) {
	case XML_READER_TYPE_ELEMENT:
		return element(s, r, depth);
	case XML_READER_TYPE_END_ELEMENT:
		return s->word_depth == depth ? close_word(s) : PARSE_OK;
	case XML_READER_TYPE_TEXT:
		t = (const char *)xmlTextReaderConstValue(r);
		if (t && s->word_depth >= 0 && strlen(t) < sizeof s->text - s->text_n) {
			memcpy(s->text + s->text_n, t, strlen(t));
			s->text_n += strlen(t);
		}
		return PARSE_OK;
	default:
		return PARSE_OK;
	}
}

int pdf_text_parse(const char *xml, size_t n, const struct page_limits *lim, struct arena *a, struct page *ret, struct parse_note *note)
{
	if (n > lim->bytes)
		return say(note, PARSE_LIMIT, "text layer too large");
	struct state s = { .lim = lim, .arena = a, .word_depth = -1 };
	xmlTextReader *r = xmlReaderForMemory(xml, (int)n, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (!r)
		return PARSE_NOMEM;
	int more, result = PARSE_OK;
	while ((more = xmlTextReaderRead(r)) == 1 && result == PARSE_OK)
		result = node(&s, r);
	xmlFreeTextReader(r);
	if (result == PARSE_OK && (more != 0 || !s.seen_page))
		result = PARSE_BAD;
	if (result == PARSE_OK)
		*ret = s.page;
	else
		(void)say(note, result, "text layer cannot be read");
	return result;
}
