#include "parsers/letter/page.h"

#include <string.h>

const struct page_limits page_limits_default = { .bytes = 8u << 20, .words = 20000, .depth = 40 };

/* Typographic quotes, dashes and ligatures: recognition chooses among them at random, and every later comparison wants one form. */
static const struct {
	const char *from, *to;
} plain[] = {
	{ "\u2018", "'" }, { "\u2019", "'" }, { "\u201B", "'" }, { "`", "'" }, { "\u00B4", "'" }, { "\u201A", "," }, { "\u201C", "\"" }, { "\u201D", "\"" },
	{ "\u201E", "\"" }, { "\u2010", "-" }, { "\u2011", "-" }, { "\u2012", "-" }, { "\u2013", "-" }, { "\u2014", "-" }, { "\u2212", "-" }, { "\uFB00", "ff" },
	{ "\uFB01", "fi" }, { "\uFB02", "fl" }, { "\uFB03", "ffi" }, { "\uFB04", "ffl" },
};

/* Length of the mark at s, and what it becomes; 0: none. */
static size_t mark(const char *s, const char **ret)
{
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (strncmp(s, plain[i].from, strlen(plain[i].from)) == 0) {
			*ret = plain[i].to;
			return strlen(plain[i].from);
		}
	return 0;
}

/* Drops control characters and white space (also U+00A0), makes marks plain, never longer; the parser before us guarantees UTF-8. Returns the new length. */
static size_t clean(char *s, size_t n)
{
	size_t to = 0, len;
	const char *by = NULL;
	for (size_t i = 0; i < n; i += len) {
		unsigned char c = (unsigned char)s[i];
		bool c1 = c == 0xC2 && i + 1 < n && (unsigned char)s[i + 1] <= 0xA0;
		len = c1 ? 2 : 1;
		if (c1 || c <= ' ' || c == 0x7F)
			continue;
		size_t m = c == '`' || c >= 0x80 ? mark(s + i, &by) : 0;
		if (m) {
			len = m;
			if (*by == '\'' && to && s[to - 1] == '\'')
				continue;
			memmove(s + to, by, strlen(by));
			to += strlen(by);
		} else if (c == '\'' && to && s[to - 1] == '\'') {	/* "''t Hof" */
			continue;
		} else {
			s[to++] = s[i];
		}
	}
	s[to] = '\0';
	return to;
}

int page_add(struct arena *a, struct page *p, const struct page_limits *lim, const struct word *w, const char *text, size_t n)
{
	char *s = arena_strndup(a, text, n);
	if (!s)
		return PARSE_NOMEM;
	if (clean(s, strlen(s)) == 0)
		return PARSE_OK;
	if (p->n >= lim->words)
		return PARSE_LIMIT;
	if ((p->n & (p->n - 1)) == 0 && (p->n == 0 || p->n >= 64)) {
		size_t room = p->n ? 2 * p->n : 64;
		struct word *more = arena_grow(a, p->words, p->n * sizeof *more, room * sizeof *more);
		if (!more)
			return PARSE_NOMEM;
		p->words = more;
	}
	p->words[p->n] = *w;
	p->words[p->n].text = s;
	p->n++;
	return PARSE_OK;
}
