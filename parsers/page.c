#include "parsers/page.h"

#include <string.h>

const struct page_limits page_limits_default = { .bytes = 8u << 20, .words = 20000, .depth = 40 };

/* Drops control characters and white space (also U+00A0); the parser before us guarantees UTF-8. Returns the new length. */
static size_t clean(char *s, size_t n)
{
	size_t to = 0;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (c == 0xC2 && i + 1 < n && ((unsigned char)s[i + 1] == 0xA0 || (unsigned char)s[i + 1] < 0xA0)) {
			i++;
			continue;
		}
		if (c > ' ' && c != 0x7F)
			s[to++] = s[i];
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
