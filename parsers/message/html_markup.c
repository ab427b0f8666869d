#include "parsers/message/html_markup.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#define NAME_BYTES 32
#define VALUE_BYTES 2048	/* longer ones are pictures in data: addresses */
#define DECLARATION_BYTES 2048

struct scan {
	const char *s;
	size_t n, i;
	bool no_comment_end, no_quote_end[2];	/* searched for once in vain: keeps it linear */
	struct sink *out;
	struct html_sheet *sheet;
};

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool name_char(char c)
{
	return letter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_' || c == '.';
}

static size_t name_end(const struct scan *c, size_t i)
{
	while (i < c->n && name_char(c->s[i]))
		i++;
	return i;
}

static bool is(const char *s, size_t n, const char *name)
{
	return n == strlen(name) && strncasecmp(s, name, n) == 0;
}

/* True when a comment or declaration was skipped. */
static bool skip_declaration(struct scan *c)
{
	const char *s = c->s + c->i;
	size_t left = c->n - c->i;
	if (left >= 4 && memcmp(s, "<!--", 4) == 0) {
		/* "<!-->" and "<!--->" are whole comments */
		const char *end = c->no_comment_end ? NULL : memmem(s + 2, left - 2, "-->", 3);
		c->no_comment_end = !end;
		c->i += end ? (size_t)(end - s) + 3 : 4;
		return true;
	}
	if (left < 2 || (s[1] != '!' && s[1] != '?'))
		return false;
	const char *end = memchr(s, '>', left < DECLARATION_BYTES ? left : DECLARATION_BYTES);
	if (!end)
		return false;
	c->i += (size_t)(end - s) + 1;
	return true;
}

/* The value behind "=", at c->i; quotes that never close are characters of a bare one. */
static void read_value(struct scan *c, size_t *from, size_t *end)
{
	char q = c->i < c->n ? c->s[c->i] : 0;
	bool *hopeless = &c->no_quote_end[q == '"'];
	if ((q == '"' || q == '\'') && !*hopeless) {
		const char *close = memchr(c->s + c->i + 1, q, c->n - c->i - 1);
		*hopeless = !close;
		if (close) {
			*from = c->i + 1;
			*end = (size_t)(close - c->s);
			c->i = *end + 1;
			return;
		}
	}
	*from = c->i;
	while (c->i < c->n && !blank(c->s[c->i]) && c->s[c->i] != '>')
		c->i++;
	*end = c->i;
}

static bool wanted(const char *name, size_t n)
{
	return is(name, n, "style") || is(name, n, "class") || is(name, n, "href") || is(name, n, "hidden") || is(name, n, "aria-hidden");
}

static void put_attribute(struct scan *c, const char *name, size_t n, size_t from, size_t end)
{
	sink_putc(c->out, ' ');
	sink_put(c->out, name, n);
	sink_puts(c->out, "=\"");
	for (size_t i = from; i < end && i < from + VALUE_BYTES; i++) {
		if (c->s[i] == '"')
			sink_puts(c->out, "&quot;");
		else
			sink_putc(c->out, c->s[i]);
	}
	sink_putc(c->out, '"');
}

/* From behind the element's name to behind its ">". */
static void read_attributes(struct scan *c, bool put)
{
	unsigned kept = 0;
	while (c->i < c->n && c->s[c->i] != '>') {
		if (!name_char(c->s[c->i])) {
			c->i++;
			continue;
		}
		size_t name = c->i, stop = name_end(c, c->i), from = 0, end = 0;
		c->i = stop;
		while (c->i < c->n && blank(c->s[c->i]))
			c->i++;
		if (c->i < c->n && c->s[c->i] == '=') {
			c->i++;
			while (c->i < c->n && blank(c->s[c->i]))
				c->i++;
			read_value(c, &from, &end);
		}
		if (put && kept < 8 && wanted(c->s + name, stop - name)) {
			put_attribute(c, c->s + name, stop - name, from, end);
			kept++;
		}
	}
	c->i += c->i < c->n;
}

/* Scripts and styles are no markup up to their own end tag. */
static void skip_raw(struct scan *c, const char *name, size_t n)
{
	for (size_t i = c->i; i < c->n;) {
		const char *p = memmem(c->s + i, c->n - i, "</", 2);
		if (!p)
			return;		/* no end: its text is shown, better than lost */
		i = (size_t)(p - c->s) + 2;
		if (c->n - i >= n && strncasecmp(c->s + i, name, n) == 0) {
			if (is(name, n, "style"))
				html_sheet_read(c->sheet, c->s + c->i, i - 2 - c->i);
			c->i = i + n;
			read_attributes(c, false);
			return;
		}
	}
}

static bool read_tag(struct scan *c)
{
	size_t i = c->i + 1;
	bool end_tag = i < c->n && c->s[i] == '/';
	i += end_tag;
	if (i >= c->n || !letter(c->s[i]))
		return false;
	const char *name = c->s + i;
	size_t stop = name_end(c, i), n = stop - i;
	c->i = stop;
	if (n > NAME_BYTES) {
		read_attributes(c, false);
		return true;
	}
	if (!end_tag && (is(name, n, "script") || is(name, n, "style"))) {
		read_attributes(c, false);
		skip_raw(c, name, n);
		return true;
	}
	sink_puts(c->out, end_tag ? "</" : "<");
	sink_put(c->out, name, n);
	read_attributes(c, !end_tag);
	sink_putc(c->out, '>');
	return true;
}

/* Text up to the next "<". libxml2 makes much ado about every "&" that begins no entity. */
static void put_text(struct scan *c, size_t end)
{
	while (c->i < end) {
		const char *amp = memchr(c->s + c->i, '&', end - c->i);
		size_t at = amp ? (size_t)(amp - c->s) : end;
		sink_put(c->out, c->s + c->i, at - c->i);
		c->i = at;
		if (amp) {
			bool entity = at + 1 < end && (c->s[at + 1] == '#' || letter(c->s[at + 1]));
			sink_puts(c->out, entity ? "&" : "&amp;");
			c->i++;
		}
	}
}

void html_markup(const char *s, size_t n, struct sink *ret, struct html_sheet *sheet)
{
	struct scan c = { .s = s, .n = n, .out = ret, .sheet = sheet };
	while (c.i < n && !ret->full && !ret->nomem) {
		const char *lt = memchr(s + c.i, '<', n - c.i);
		size_t at = lt ? (size_t)(lt - s) : n;
		put_text(&c, at);
		if (lt && !skip_declaration(&c) && !read_tag(&c)) {
			sink_puts(ret, "&lt;");
			c.i++;
		}
	}
}
