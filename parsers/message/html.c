#include "parsers/message/html.h"

#include <libxml/HTMLparser.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "parsers/message/charset.h"
#include "parsers/message/html_markup.h"
#include "parsers/message/html_style.h"

#define ROWS_MAX 32		/* nested tables whose cells are told apart */
#define LABEL_BYTES 48		/* a bold first cell up to this long is a label */
#define LINK_BYTES 254

enum tag {
	TAG_OTHER, TAG_A, TAG_BLOCK, TAG_PARAGRAPH, TAG_HEADING, TAG_BR, TAG_HR, TAG_LIST, TAG_NUMBERED, TAG_ITEM, TAG_QUOTE, TAG_PRE,
	TAG_ROW, TAG_CELL, TAG_HEAD_CELL, TAG_TERM, TAG_DEFINITION, TAG_BOLD, TAG_HIDDEN,
};

static const struct tag_name { const char *name; enum tag tag; } tag_names[] = {
	{ "a", TAG_A }, { "address", TAG_BLOCK }, { "article", TAG_BLOCK }, { "aside", TAG_BLOCK }, { "b", TAG_BOLD }, { "blockquote", TAG_QUOTE },
	{ "br", TAG_BR }, { "caption", TAG_BLOCK }, { "center", TAG_BLOCK }, { "dd", TAG_DEFINITION }, { "dir", TAG_LIST }, { "div", TAG_BLOCK },
	{ "dl", TAG_BLOCK }, { "dt", TAG_TERM }, { "fieldset", TAG_BLOCK }, { "footer", TAG_BLOCK }, { "form", TAG_BLOCK }, { "h1", TAG_HEADING },
	{ "h2", TAG_HEADING }, { "h3", TAG_HEADING }, { "h4", TAG_HEADING }, { "h5", TAG_HEADING }, { "h6", TAG_HEADING }, { "header", TAG_BLOCK },
	{ "hr", TAG_HR }, { "iframe", TAG_HIDDEN }, { "legend", TAG_BLOCK }, { "li", TAG_ITEM }, { "main", TAG_BLOCK }, { "map", TAG_HIDDEN },
	{ "math", TAG_HIDDEN }, { "menu", TAG_LIST }, { "object", TAG_HIDDEN }, { "ol", TAG_NUMBERED }, { "option", TAG_HIDDEN }, { "p", TAG_PARAGRAPH },
	{ "pre", TAG_PRE }, { "script", TAG_HIDDEN }, { "section", TAG_BLOCK }, { "strong", TAG_BOLD }, { "style", TAG_HIDDEN }, { "svg", TAG_HIDDEN },
	{ "table", TAG_BLOCK }, { "tbody", TAG_BLOCK }, { "td", TAG_CELL }, { "template", TAG_HIDDEN }, { "textarea", TAG_BLOCK }, { "th", TAG_HEAD_CELL },
	{ "thead", TAG_BLOCK }, { "title", TAG_HIDDEN }, { "tr", TAG_ROW }, { "ul", TAG_LIST }, { "xml", TAG_HIDDEN },
};

/* An open element: what must be undone at its end. */
struct frame {
	enum tag tag;
	char name[12];
	bool hidden, quoted, tight;
	unsigned counter;	/* of a numbered list */
	size_t link_from;
	char link[LINK_BYTES + 1];
};

struct row {
	unsigned cells;
	size_t cell_from;	/* where the cell's text begins */
	bool broken;		/* a cell had more than one line: the next begins a new one */
	bool label;		/* the cell before was a <th>, or short and bold */
	bool bold;		/* all of this cell so far was bold */
};

struct page {
	htmlParserCtxtPtr parser;
	struct sink *out;
	struct frame *frames;	/* HTML_MAX_DEPTH + 1 of them */
	size_t depth;
	unsigned level, text_level, pre, bold;
	unsigned lines;		/* line ends to write before the next text: 0..2 */
	bool space, nbsp;	/* a blank waits; the line so far has only no-break blanks */
	bool cell_start;	/* nothing in this cell yet: blocks make no new line */
	const char *separator;	/* between cells */
	char marker[16];	/* of a list item, until its text comes */
	struct row rows[ROWS_MAX];
	size_t n_rows;
	bool limit;
};

static enum tag tag_find(const char *name)
{
	size_t from = 0, end = sizeof tag_names / sizeof tag_names[0];
	while (from < end) {
		size_t mid = (from + end) / 2;
		int c = strcasecmp(name, tag_names[mid].name);
		if (c == 0)
			return tag_names[mid].tag;
		if (c < 0)
			end = mid;
		else
			from = mid + 1;
	}
	return TAG_OTHER;
}

static struct row *row_now(struct page *p)
{
	return p->n_rows && p->n_rows <= ROWS_MAX ? &p->rows[p->n_rows - 1] : NULL;
}

static void put_level(struct page *p, unsigned level)
{
	for (unsigned i = 0; i < level && i < 20; i++)
		sink_put(p->out, "> ", 2);
}

/* What waits in front of the next visible character. */
static void flush(struct page *p)
{
	struct row *row = row_now(p);
	if (p->separator) {
		size_t n = p->out->n;
		bool colon = n && p->out->s[n - 1] == ':';
		sink_puts(p->out, colon ? " " : p->separator);
		p->separator = NULL;
	} else if (p->out->n == 0) {
		put_level(p, p->level);
	} else if (p->lines) {
		if (row && row->cells && !p->cell_start)
			row->broken = true;
		if (row && !row->cells && !p->cell_start && p->out->n > row->cell_from)
			row->broken = true;
		sink_putc(p->out, '\n');
		if (p->lines > 1) {
			put_level(p, p->level < p->text_level ? p->level : p->text_level);
			sink_putc(p->out, '\n');
		}
		put_level(p, p->level);
	} else if (p->space) {
		sink_putc(p->out, ' ');
	}
	if (p->cell_start && row)
		row->cell_from = p->out->n;
	sink_puts(p->out, p->marker);
	p->marker[0] = 0;
	p->lines = 0;
	p->space = p->nbsp = p->cell_start = false;
	p->text_level = p->level;
}

/* The end or start of a block: at least n line ends before what follows. */
static void block(struct page *p, unsigned n)
{
	if (p->cell_start)
		return;
	if (p->nbsp && p->lines)
		n = 2;		/* a paragraph of one no-break blank is how Outlook writes an empty line */
	p->nbsp = p->space = false;
	p->lines = p->lines > n ? p->lines : n;
}

static void put_rune(struct page *p, uint32_t r)
{
	if (p->lines || p->space || p->separator || p->cell_start || p->marker[0] || p->out->n == 0)
		flush(p);
	struct row *row = row_now(p);
	if (row && !p->bold)
		row->bold = false;
	sink_rune(p->out, r);
}

static void put_blank(struct page *p, bool no_break)
{
	if (no_break && p->lines)
		p->nbsp = true;
	else if (!p->lines)
		p->space = p->out->n != 0;
}

static void put_pre(struct page *p, uint32_t r)
{
	if (r == '\n') {
		p->lines = p->lines < 2 ? p->lines + 1 : 2;
	} else if (r == ' ' && p->lines) {
		flush(p);
		sink_putc(p->out, ' ');
	} else {
		put_rune(p, r);
	}
}

static void on_text(void *arg, const xmlChar *text, int length)
{
	struct page *p = arg;
	const char *s = (const char *)text;
	size_t n = length > 0 ? (size_t)length : 0;
	if (p->depth && p->frames[p->depth - 1].hidden)
		return;
	for (size_t i = 0; i < n && !p->out->full && !p->out->nomem;) {
		if (p->out->n && !p->lines && !p->space && !p->separator && !p->cell_start && !p->marker[0] && !p->pre) {
			size_t run = i;		/* the common case: plain letters within a line */
			while (run < n && s[run] > ' ' && s[run] < 0x7f)
				run++;
			struct row *row = row_now(p);
			if (row && run > i && !p->bold)
				row->bold = false;
			sink_put(p->out, s + i, run - i);
			i = run;
			if (i == n)
				break;
		}
		uint32_t raw = utf8_next(s, n, &i), r = charset_clean_rune(raw == '\r' ? '\n' : raw);
		if (r == 0 || r == 0x200c)	/* preheaders are padded with zero-width characters */
			continue;
		if (p->pre)
			put_pre(p, r);
		else if (r == ' ' || r == '\n' || r == '\t')
			put_blank(p, raw > 0x7f);
		else
			put_rune(p, r);
	}
	p->limit |= p->out->full;
	if (p->out->full || p->out->nomem)
		xmlStopParser(p->parser);
}

/* ---- elements ---- */

static const char *attribute(const xmlChar **atts, const char *name)
{
	for (; atts && atts[0]; atts += 2)
		if (strcasecmp((const char *)atts[0], name) == 0)
			return atts[1] ? (const char *)atts[1] : "";
	return NULL;
}

static bool hides(const xmlChar **atts, const struct html_style *st)
{
	const char *aria = attribute(atts, "aria-hidden");
	return st->hidden || attribute(atts, "hidden") || (aria && strcasecmp(aria, "true") == 0);
}

static void start_cell(struct page *p, bool head)
{
	struct row *row = row_now(p);
	if (!row)
		return;
	if (row->cells++ && p->out->n > row->cell_from && !row->broken) {
		p->lines = 0;
		p->space = p->nbsp = false;
		p->separator = row->label ? ": " : "\t";
	} else if (!p->separator) {
		block(p, 1);
	}
	row->cell_from = p->out->n;
	row->label = head;
	row->bold = true;
	p->cell_start = true;
}

static void end_cell(struct page *p)
{
	struct row *row = row_now(p);
	p->cell_start = false;
	if (!row)
		return;
	size_t n = p->out->n - row->cell_from;
	/* only a first cell is a label: bold amounts in a list of costs are not */
	row->label = !row->broken && n && row->cells == 1 && (row->label || (row->bold && n <= LABEL_BYTES));
	if (n && p->separator == NULL && row->cells == 1 && row->broken)
		block(p, 1);
}

static void start_row(struct page *p)
{
	block(p, 1);
	p->separator = NULL;
	if (p->n_rows < ROWS_MAX)
		p->rows[p->n_rows] = (struct row){ .cell_from = p->out->n };
	p->n_rows++;
}

static void end_row(struct page *p)
{
	p->cell_start = false;
	p->separator = NULL;
	p->n_rows -= p->n_rows > 0;
	block(p, 1);
	struct row *outer = row_now(p);
	if (outer && outer->cells && p->out->n > outer->cell_from)
		outer->broken = true;	/* a table within a cell: its rows are lines */
}

static void start_item(struct page *p)
{
	block(p, 1);
	p->cell_start = false;
	size_t d = p->depth - 1;
	while (d && p->frames[d - 1].tag != TAG_NUMBERED && p->frames[d - 1].tag != TAG_LIST)
		d--;
	if (d && p->frames[d - 1].tag == TAG_NUMBERED)
		(void)snprintf(p->marker, sizeof p->marker, "%u. ", ++p->frames[d - 1].counter);
	else
		memcpy(p->marker, "- ", 3);
}

/* The address behind mailto: and tel:, without its query. */
static void start_link(struct page *p, struct frame *f, const xmlChar **atts)
{
	const char *href = attribute(atts, "href");
	if (!href)
		return;
	href += strspn(href, " ");
	const char *address = strncasecmp(href, "mailto:", 7) == 0 ? href + 7 : strncasecmp(href, "tel:", 4) == 0 ? href + 4 : NULL;
	size_t n = address ? strcspn(address, "?") : 0;
	if (n == 0 || n > LINK_BYTES || memchr(address, '<', n) || memchr(address, '>', n))
		return;
	memcpy(f->link, address, n);
	f->link[n] = 0;
	f->link_from = p->out->n;
}

static void end_link(struct page *p, const struct frame *f)
{
	if (!f->link[0] || f->hidden || p->out->n == f->link_from)
		return;
	const char *shown = sink_text(p->out) + f->link_from;
	bool mail = strchr(f->link, '@');
	if (mail ? strcasestr(shown, f->link) != NULL : strpbrk(shown, "0123456789") != NULL)
		return;
	sink_puts(p->out, mail ? " <" : " ");
	charset_clean_line(f->link, strlen(f->link), p->out);
	sink_puts(p->out, mail ? ">" : "");
}

static void start_tag(struct page *p, struct frame *f, const xmlChar **atts, const struct html_style *st)
{
	const char *class = attribute(atts, "class");
	switch (f->tag) {
	case TAG_A:
		start_link(p, f, atts);
		break;
	case TAG_BOLD:
		p->bold++;
		break;
	case TAG_BR:
		if (p->cell_start && p->out->n)
			break;
		if (p->nbsp)
			p->lines = 2, p->nbsp = false;
		p->space = false;
		p->lines = p->lines < 2 ? p->lines + 1 : 2;
		break;
	case TAG_HR:
		block(p, 1);
		flush(p);
		sink_puts(p->out, "-----");
		block(p, 1);
		break;
	case TAG_PARAGRAPH:
		f->tight = st->no_margin || (class && strncasecmp(class, "Mso", 3) == 0);
		block(p, f->tight ? 1 : 2);
		break;
	case TAG_HEADING:
		block(p, 2);
		break;
	case TAG_QUOTE:
		block(p, 1);
		f->quoted = !st->no_border || (class && strcasestr(class, "quote"));	/* without a border it is only an indent */
		p->level += f->quoted;
		break;
	case TAG_ITEM:
		start_item(p);
		break;
	case TAG_PRE:
		block(p, 1);
		p->pre++;
		break;
	case TAG_ROW:
		start_row(p);
		break;
	case TAG_CELL:
	case TAG_HEAD_CELL:
		start_cell(p, f->tag == TAG_HEAD_CELL);
		break;
	case TAG_DEFINITION:
		if (p->out->n && p->lines == 1) {
			p->lines = 0;
			p->separator = ": ";
			break;
		}
		/* fall through */
	case TAG_BLOCK:
	case TAG_TERM:
	case TAG_LIST:
	case TAG_NUMBERED:
		block(p, 1);
		break;
	case TAG_OTHER:
	case TAG_HIDDEN:
		break;
	}
}

static void end_tag(struct page *p, struct frame *f)
{
	switch (f->tag) {
	case TAG_A:
		end_link(p, f);
		break;
	case TAG_BOLD:
		p->bold -= p->bold > 0;
		break;
	case TAG_PARAGRAPH:
		block(p, f->tight ? 1 : 2);
		break;
	case TAG_HEADING:
		block(p, 2);
		break;
	case TAG_QUOTE:
		block(p, 1);
		p->level -= f->quoted && p->level;
		break;
	case TAG_PRE:
		p->pre -= p->pre > 0;
		block(p, 1);
		break;
	case TAG_ROW:
		end_row(p);
		break;
	case TAG_CELL:
	case TAG_HEAD_CELL:
		end_cell(p);
		break;
	case TAG_ITEM:
		p->marker[0] = 0;
		block(p, 1);
		break;
	case TAG_BLOCK:
	case TAG_TERM:
	case TAG_DEFINITION:
	case TAG_LIST:
	case TAG_NUMBERED:
		block(p, 1);
		break;
	case TAG_OTHER:
	case TAG_BR:
	case TAG_HR:
	case TAG_HIDDEN:
		break;
	}
}

static void on_start(void *arg, const xmlChar *name, const xmlChar **atts)
{
	struct page *p = arg;
	if (p->depth >= HTML_MAX_DEPTH) {
		p->limit = true;
		xmlStopParser(p->parser);
		return;
	}
	struct frame *f = &p->frames[p->depth++];
	struct html_style st = html_style_read(attribute(atts, "style"));
	*f = (struct frame){ .tag = tag_find((const char *)name) };
	(void)strncat(f->name, (const char *)name, sizeof f->name - 1);
	f->hidden = (p->depth > 1 && f[-1].hidden) || f->tag == TAG_HIDDEN || hides(atts, &st);
	if (!f->hidden || f->tag == TAG_ROW)
		start_tag(p, f, atts, &st);
}

/* libxml2 closes what was left open, so ends match starts; should they ever not, the nearest open one of that name is meant. */
static void on_end(void *arg, const xmlChar *name)
{
	struct page *p = arg;
	size_t d = p->depth;
	while (d && strncasecmp(p->frames[d - 1].name, (const char *)name, sizeof p->frames[0].name - 1) != 0)
		d--;
	while (d && p->depth >= d) {
		struct frame *f = &p->frames[--p->depth];
		if (!f->hidden || f->tag == TAG_ROW)
			end_tag(p, f);
	}
}

int html_text(const char *s, size_t n, struct sink *ret)
{
	/* characters only: no comments, no processing instructions, no entities declared by the document, no style and script text */
	htmlSAXHandler sax = { .startElement = on_start, .endElement = on_end, .characters = on_text, .ignorableWhitespace = on_text };
	struct page p = { .out = ret };
	if (n > INT32_MAX / 6)
		return PARSE_LIMIT;
	SINK_CLEANUP struct sink markup = { .limit_bytes = 5 * n + 64 };	/* a "&" may become "&amp;" */
	html_markup(s, n, &markup);
	p.limit = markup.full;
	s = sink_text(&markup), n = markup.n;
	p.frames = calloc(HTML_MAX_DEPTH + 1, sizeof *p.frames);
	p.parser = htmlNewParserCtxt();
	if (p.frames && p.parser && n) {
		htmlSAXHandler *own = p.parser->sax;
		p.parser->sax = &sax;
		p.parser->userData = &p;
		xmlDocPtr doc = htmlCtxtReadMemory(p.parser, s, (int)n, NULL, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
						   HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
		xmlFreeDoc(doc);
		p.parser->sax = own;
	}
	bool nomem = !p.frames || !p.parser || ret->nomem || markup.nomem;
	if (ret->n && !nomem)
		sink_putc(ret, '\n');
	htmlFreeParserCtxt(p.parser);
	free(p.frames);
	return nomem ? PARSE_NOMEM : p.limit ? PARSE_LIMIT : PARSE_OK;
}

int html_charset(const void *bytes, size_t n, char ret[48])
{
	const char *s = bytes;
	size_t span = n < 4096 ? n : 4096;
	for (size_t i = 0; i + 13 < span; i++) {
		if (strncasecmp(s + i, "charset", 7) != 0)
			continue;
		size_t j = i + 7, w = 0;
		while (j < span && (s[j] == ' ' || s[j] == '=' || s[j] == '"' || s[j] == '\''))
			j++;
		while (j < span && w < 47 && (s[j] == '-' || s[j] == '_' || (s[j] >= '0' && s[j] <= '9') || ((s[j] | 32) >= 'a' && (s[j] | 32) <= 'z')))
			ret[w++] = s[j++];
		ret[w] = 0;
		/* the bytes are read as one-byte text here: what claims to be UTF-16 cannot be */
		if (w && strncasecmp(ret, "utf-16", 6) != 0)
			return 1;
	}
	return 0;
}
