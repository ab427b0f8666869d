#include "parsers/letter/hocr.h"

#include <libxml/xmlreader.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PX 1e6	/* no image is larger: a coordinate beyond is not one */

struct state {
	const struct page_limits *lim;
	struct arena *arena;
	struct page page;
	struct box line;	/* of the line we are in */
	double size;		/* its x_size, or 0 */
	int lines;
	int word_depth;		/* depth of the open ocrx_word element; -1: none */
	struct word word;
	char text[512];
	size_t text_n;
	bool seen_page;
};

static void say(struct parse_note *note, const char *what)
{
	if (note)
		(void)snprintf(note->text, sizeof note->text, "hOCR: %s", what);
}

/* The property's text after its name within a title ("bbox 1 2 3 4; x_wconf 90"), or NULL. */
static const char *property(const char *title, const char *name)
{
	size_t n = strlen(name);
	for (const char *p = title; p && *p;) {
		while (*p == ' ' || *p == ';')
			p++;
		if (strncmp(p, name, n) == 0 && p[n] == ' ')
			return p + n + 1;
		p = strchr(p, ';');
	}
	return NULL;
}

static bool numbers(const char *s, double *ret, int n)
{
	for (int i = 0; i < n; i++) {
		char *end;
		double d = strtod(s, &end);
		if (end == s || !isfinite(d) || fabs(d) > MAX_PX)
			return false;
		ret[i] = d;
		s = end;
	}
	return true;
}

static bool box_of(const char *title, struct box *ret)
{
	double v[4];
	const char *s = property(title, "bbox");
	if (!s || !numbers(s, v, 4) || v[0] < 0 || v[1] < 0 || v[2] < v[0] || v[3] < v[1])
		return false;
	*ret = (struct box){ v[0], v[1], v[2], v[3] };
	return true;
}

static bool is_line(const char *class)
{
	static const char *const names[] = { "ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption", "ocrx_line" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(class, names[i]) == 0)
			return true;
	return false;
}

static void open_line(struct state *s, const char *title)
{
	s->lines++;
	s->size = 0;
	s->line = (struct box){ 0 };
	(void)box_of(title, &s->line);
	const char *size = property(title, "x_size");
	if (!size || !numbers(size, &s->size, 1) || s->size <= 0)
		s->size = s->line.y1 - s->line.y0;
}

static int open_word(struct state *s, const char *title, int depth)
{
	struct box b;
	if (!box_of(title, &b))
		return PARSE_BAD;
	double conf = 0;
	const char *c = property(title, "x_wconf");
	if (c && !numbers(c, &conf, 1))
		conf = 0;
	double size = s->size > 0 ? s->size : b.y1 - b.y0;
	s->word = (struct word){ .box = b, .size = size > 0 ? size : 1, .confidence = conf < 0 ? 0 : conf > 100 ? 100 : conf, .line = s->lines };
	s->word_depth = depth;
	s->text_n = 0;
	return PARSE_OK;
}

static int element(struct state *s, xmlTextReader *r, int depth)
{
	xmlChar *class = xmlTextReaderGetAttribute(r, (const xmlChar *)"class");
	xmlChar *title = xmlTextReaderGetAttribute(r, (const xmlChar *)"title");
	int result = PARSE_OK;
	if (class && title) {
		struct box b;
		const char *c = (const char *)class, *t = (const char *)title;
		if (strcmp(c, "ocr_page") == 0 && !s->seen_page && box_of(t, &b) && b.x1 > 0 && b.y1 > 0) {
			s->seen_page = true;
			s->page.width = b.x1;
			s->page.height = b.y1;
		} else if (is_line(c)) {
			open_line(s, t);
		} else if (strcmp(c, "ocrx_word") == 0 && s->word_depth < 0) {
			result = open_word(s, t, depth);
		}
	}
	xmlFree(class);
	xmlFree(title);
	return result;
}

static int close_word(struct state *s)
{
	s->word_depth = -1;
	return page_add(s->arena, &s->page, s->lim, &s->word, s->text, s->text_n);
}

static void text(struct state *s, xmlTextReader *r)
{
	const char *t = (const char *)xmlTextReaderConstValue(r);
	size_t n = t ? strlen(t) : 0;
	if (s->word_depth < 0 || n >= sizeof s->text - s->text_n)	/* no word is that long: what does not fit is noise */
		return;
	memcpy(s->text + s->text_n, t, n);
	s->text_n += n;
}

static int node(struct state *s, xmlTextReader *r)
{
	int depth = xmlTextReaderDepth(r);
	if (depth > s->lim->depth)
		return PARSE_LIMIT;
	switch (xmlTextReaderNodeType(r)) {
	case XML_READER_TYPE_ELEMENT: {
		int result = element(s, r, depth);
		if (result == PARSE_OK && s->word_depth == depth && xmlTextReaderIsEmptyElement(r))
			return close_word(s);
		return result;
	}
	case XML_READER_TYPE_END_ELEMENT:
		return s->word_depth == depth ? close_word(s) : PARSE_OK;
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
		text(s, r);
		return PARSE_OK;
	default:
		return PARSE_OK;
	}
}

int hocr_parse(const char *xml, size_t n, const struct page_limits *lim, struct arena *a, struct page *ret, struct parse_note *note)
{
	if (n > lim->bytes) {
		say(note, "too large");
		return PARSE_LIMIT;
	}
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
		say(note, result == PARSE_LIMIT ? "past a limit" : result == PARSE_NOMEM ? "no memory" : "not well-formed, or no ocr_page");
	return result;
}
