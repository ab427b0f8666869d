/* What each element of HTML does to the text. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "parsers/message/charset.h"
#include "parsers/message/html_page.h"

#define LABEL_BYTES 48		/* a bold first cell up to this long is a label */

static const struct tag_name { const char *name; enum html_tag tag; } tag_names[] = {
	{ "a", TAG_A }, { "address", TAG_BLOCK }, { "article", TAG_BLOCK }, { "aside", TAG_BLOCK }, { "b", TAG_BOLD }, { "blockquote", TAG_QUOTE },
	{ "br", TAG_BR }, { "caption", TAG_BLOCK }, { "center", TAG_BLOCK }, { "dd", TAG_DEFINITION }, { "dir", TAG_LIST }, { "div", TAG_BLOCK },
	{ "dl", TAG_BLOCK }, { "dt", TAG_BLOCK }, { "fieldset", TAG_BLOCK }, { "footer", TAG_BLOCK }, { "form", TAG_BLOCK }, { "h1", TAG_HEADING },
	{ "h2", TAG_HEADING }, { "h3", TAG_HEADING }, { "h4", TAG_HEADING }, { "h5", TAG_HEADING }, { "h6", TAG_HEADING }, { "header", TAG_BLOCK },
	{ "hr", TAG_HR }, { "iframe", TAG_HIDDEN }, { "legend", TAG_BLOCK }, { "li", TAG_ITEM }, { "main", TAG_BLOCK }, { "map", TAG_HIDDEN },
	{ "math", TAG_HIDDEN }, { "menu", TAG_LIST }, { "object", TAG_HIDDEN }, { "ol", TAG_NUMBERED }, { "option", TAG_HIDDEN }, { "p", TAG_PARAGRAPH },
	{ "pre", TAG_PRE }, { "script", TAG_HIDDEN }, { "section", TAG_BLOCK }, { "strong", TAG_BOLD }, { "style", TAG_HIDDEN }, { "svg", TAG_HIDDEN },
	{ "table", TAG_BLOCK }, { "tbody", TAG_BLOCK }, { "td", TAG_CELL }, { "template", TAG_HIDDEN }, { "textarea", TAG_BLOCK }, { "th", TAG_HEAD_CELL },
	{ "thead", TAG_BLOCK }, { "title", TAG_HIDDEN }, { "tr", TAG_ROW }, { "ul", TAG_LIST }, { "xml", TAG_HIDDEN },
};

static enum html_tag tag_find(const char *name)
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

static struct html_frame *top(struct html_page *p)
{
	return &p->frames[p->depth - 1];
}

static const char *attribute(const xmlChar **atts, const char *name)
{
	for (; atts && atts[0]; atts += 2)
		if (strcasecmp((const char *)atts[0], name) == 0)
			return atts[1] ? (const char *)atts[1] : "";
	return NULL;
}

/* ---- tables ---- */

static void start_cell(struct html_page *p)
{
	struct html_row *row = html_row_now(p);
	if (!row)
		return;
	if (row->cells++ && p->out->n > row->cell_from && !row->broken) {
		p->lines = 0;
		p->space = p->nbsp = false;
		p->separator = row->label ? ": " : "\t";
	} else if (!p->separator) {
		html_block(p, 1);
	}
	row->cell_from = p->out->n;
	row->label = top(p)->tag == TAG_HEAD_CELL;
	row->bold = true;
	p->cell_start = true;
}

static void end_cell(struct html_page *p)
{
	struct html_row *row = html_row_now(p);
	p->cell_start = false;
	if (!row)
		return;
	size_t n = p->out->n - row->cell_from;
	/* only a first cell is a label: bold amounts in a list of costs are not */
	row->label = !row->broken && n && row->cells == 1 && (row->label || (row->bold && n <= LABEL_BYTES));
	if (n && p->separator == NULL && row->cells == 1 && row->broken)
		html_block(p, 1);
}

static void start_row(struct html_page *p)
{
	html_block(p, 1);
	p->separator = NULL;
	if (p->n_rows < HTML_ROWS_MAX)
		p->rows[p->n_rows] = (struct html_row){ .cell_from = p->out->n };
	p->n_rows++;
}

static void end_row(struct html_page *p)
{
	p->cell_start = false;
	p->separator = NULL;
	p->n_rows -= p->n_rows > 0;
	html_block(p, 1);
	struct html_row *outer = html_row_now(p);
	if (outer && outer->cells && p->out->n > outer->cell_from)
		outer->broken = true;	/* a table within a cell: its rows are lines */
}

/* ---- lists ---- */

static void start_item(struct html_page *p)
{
	html_block(p, 1);
	p->cell_start = false;
	size_t d = p->depth - 1;
	while (d && p->frames[d - 1].tag != TAG_NUMBERED && p->frames[d - 1].tag != TAG_LIST)
		d--;
	if (d && p->frames[d - 1].tag == TAG_NUMBERED)
		(void)snprintf(p->marker, sizeof p->marker, "%u. ", ++p->frames[d - 1].counter);
	else
		memcpy(p->marker, "- ", 3);
}

static void end_item(struct html_page *p)
{
	p->marker[0] = 0;
	html_block(p, 1);
}

static void start_definition(struct html_page *p)
{
	if (p->out->n && p->lines == 1) {
		p->lines = 0;
		p->separator = ": ";
	} else {
		html_block(p, 1);
	}
}

/* ---- within a line ---- */

/* The address behind mailto: and tel:, without its query. */
static void start_link(struct html_page *p)
{
	struct html_frame *f = top(p);
	const char *href = attribute(p->atts, "href");
	if (!href)
		return;
	href += strspn(href, " ");
	const char *address = strncasecmp(href, "mailto:", 7) == 0 ? href + 7 : strncasecmp(href, "tel:", 4) == 0 ? href + 4 : NULL;
	size_t n = address ? strcspn(address, "?") : 0;
	if (n == 0 || n > HTML_LINK_BYTES || memchr(address, '<', n) || memchr(address, '>', n))
		return;
	memcpy(f->link, address, n);
	f->link[n] = 0;
	f->link_from = p->out->n;
}

static void end_link(struct html_page *p)
{
	const struct html_frame *f = top(p);
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

static void start_bold(struct html_page *p)
{
	p->bold++;
}

static void end_bold(struct html_page *p)
{
	p->bold -= p->bold > 0;
}

static void line_break(struct html_page *p)
{
	if (p->cell_start && p->out->n)
		return;
	if (p->nbsp)
		p->lines = 2, p->nbsp = false;
	p->space = false;
	p->lines = p->lines < 2 ? p->lines + 1 : 2;
}

/* ---- blocks ---- */

static void new_line(struct html_page *p)
{
	html_block(p, 1);
}

static void blank_line(struct html_page *p)
{
	html_block(p, 2);
}

static void rule(struct html_page *p)
{
	html_block(p, 1);
	html_flush(p);
	sink_puts(p->out, "-----");
	html_block(p, 1);
}

static void start_paragraph(struct html_page *p)
{
	const char *class = attribute(p->atts, "class");
	top(p)->tight = p->style.no_margin || (class && strncasecmp(class, "Mso", 3) == 0);
	html_block(p, top(p)->tight ? 1 : 2);
}

static void end_paragraph(struct html_page *p)
{
	html_block(p, top(p)->tight ? 1 : 2);
}

static void start_quote(struct html_page *p)
{
	const char *class = attribute(p->atts, "class");
	html_block(p, 1);
	top(p)->quoted = !p->style.no_border || (class && strcasestr(class, "quote"));	/* without a border it is only an indent */
	p->level += top(p)->quoted;
}

static void end_quote(struct html_page *p)
{
	html_block(p, 1);
	p->level -= top(p)->quoted && p->level;
}

static void start_pre(struct html_page *p)
{
	html_block(p, 1);
	p->pre++;
}

static void end_pre(struct html_page *p)
{
	p->pre -= p->pre > 0;
	html_block(p, 1);
}

/* ---- all of them ---- */

static const struct act { void (*start)(struct html_page *), (*end)(struct html_page *); } acts[] = {
	[TAG_A] = { start_link, end_link }, [TAG_BOLD] = { start_bold, end_bold }, [TAG_BR] = { line_break, NULL }, [TAG_HR] = { rule, NULL },
	[TAG_BLOCK] = { new_line, new_line }, [TAG_LIST] = { new_line, new_line }, [TAG_NUMBERED] = { new_line, new_line },
	[TAG_PARAGRAPH] = { start_paragraph, end_paragraph }, [TAG_HEADING] = { blank_line, blank_line }, [TAG_QUOTE] = { start_quote, end_quote },
	[TAG_PRE] = { start_pre, end_pre }, [TAG_ITEM] = { start_item, end_item }, [TAG_DEFINITION] = { start_definition, new_line },
	[TAG_ROW] = { start_row, end_row }, [TAG_CELL] = { start_cell, end_cell }, [TAG_HEAD_CELL] = { start_cell, end_cell }, [TAG_HIDDEN] = { NULL, NULL },
};

static bool hides(const struct html_page *p, const char *name)
{
	const char *aria = attribute(p->atts, "aria-hidden");
	return p->style.hidden || attribute(p->atts, "hidden") || (aria && strcasecmp(aria, "true") == 0) ||
	       (!p->style.shown && html_sheet_hides(&p->sheet, name, attribute(p->atts, "class")));
}

/* Rows are counted within hidden tables too. */
static bool acts_on(const struct html_frame *f)
{
	return !f->hidden || f->tag == TAG_ROW;
}

void html_element_start(struct html_page *p, const char *name, const xmlChar **atts)
{
	struct html_frame *f = top(p);
	*f = (struct html_frame){ .tag = tag_find(name) };
	(void)strncat(f->name, name, sizeof f->name - 1);
	p->atts = atts;
	p->style = html_style_read(attribute(atts, "style"));
	f->hidden = (p->depth > 1 && f[-1].hidden) || f->tag == TAG_HIDDEN || hides(p, name);
	if (acts_on(f) && acts[f->tag].start)
		acts[f->tag].start(p);
}

void html_element_end(struct html_page *p)
{
	if (acts_on(top(p)) && acts[top(p)->tag].end)
		acts[top(p)->tag].end(p);
}
