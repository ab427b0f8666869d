#include "parsers/message/html_page.h"

#include "parsers/message/charset.h"

struct html_row *html_row_now(struct html_page *p)
{
	return p->n_rows && p->n_rows <= HTML_ROWS_MAX ? &p->rows[p->n_rows - 1] : NULL;
}

static void put_level(struct html_page *p, unsigned level)
{
	for (unsigned i = 0; i < level && i < 20; i++)
		sink_put(p->out, "> ", 2);
}

void html_flush(struct html_page *p)
{
	struct html_row *row = html_row_now(p);
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

void html_block(struct html_page *p, unsigned n)
{
	if (p->cell_start)
		return;
	if (p->nbsp && p->lines)
		n = 2;		/* a paragraph of one no-break blank is how Outlook writes an empty line */
	p->nbsp = p->space = false;
	p->lines = p->lines > n ? p->lines : n;
}

static void put_rune(struct html_page *p, uint32_t r)
{
	if (p->lines || p->space || p->separator || p->cell_start || p->marker[0] || p->out->n == 0)
		html_flush(p);
	struct html_row *row = html_row_now(p);
	if (row && !p->bold)
		row->bold = false;
	sink_rune(p->out, r);
}

static void put_blank(struct html_page *p, bool no_break)
{
	if (no_break && p->lines)
		p->nbsp = true;
	else if (!p->lines)
		p->space = p->out->n != 0;
}

static void put_pre(struct html_page *p, uint32_t r)
{
	if (r == '\n') {
		p->lines = p->lines < 2 ? p->lines + 1 : 2;
	} else if (r == ' ' && p->lines) {
		html_flush(p);
		sink_putc(p->out, ' ');
	} else {
		put_rune(p, r);
	}
}

/* The common case, plain letters within a line, in one piece: how many. */
static size_t put_run(struct html_page *p, const char *s, size_t n)
{
	size_t run = 0;
	if (p->out->n == 0 || p->lines || p->space || p->separator || p->cell_start || p->marker[0] || p->pre)
		return 0;
	while (run < n && s[run] > ' ' && s[run] < 0x7f)
		run++;
	struct html_row *row = html_row_now(p);
	if (row && run && !p->bold)
		row->bold = false;
	sink_put(p->out, s, run);
	return run;
}

void html_put(struct html_page *p, const char *s, size_t n)
{
	for (size_t i = 0; i < n && !p->out->full && !p->out->nomem;) {
		i += put_run(p, s + i, n - i);
		if (i == n)
			break;
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
}
