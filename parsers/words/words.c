#include "parsers/words/words.h"

#include <string.h>

#include "parsers/message/message.h"
#include "parsers/words/words_sheet.h"

static size_t count_lines(const char *s)
{
	size_t n = 1;
	for (; (s = strchr(s, '\n')); s++)
		n++;
	return n;
}

/* Takes "> > " and blanks off the start of a line. mbox's ">From " is no quote. */
static unsigned take_marks(const char **s, const char *end)
{
	unsigned marks = 0;
	const char *p = *s;
	if (end - p >= 6 && memcmp(p, ">From ", 6) == 0)
		return 0;
	for (;;) {
		const char *q = p;
		while (q < end && (*q == ' ' || *q == '\t'))
			q++;
		if (q == end || *q != '>' || (marks == 0 && q - p > 1))
			break;
		marks++;
		p = q + 1;
	}
	*s = p + strspn(p, " \t");
	return marks > SHEET_MAX_MARKS ? SHEET_MAX_MARKS : marks;
}

static bool trailing_blank(const char *end)
{
	return end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r';
}

static const char *trim_end(const char *s, const char *end)
{
	for (;;) {
		if (end > s && trailing_blank(end))
			end--;
		else if (end - s >= 2 && end[-2] == '\xc2' && end[-1] == '\xa0')
			end -= 2;
		else
			return end;
	}
}

/* Lines, quote marks, folded forms. Of several blank lines in a row one is kept. */
static void sheet_fill(struct sheet *s, const char *text, char *folded)
{
	bool blank = true;
	for (const char *p = text, *next; p; p = next) {
		const char *end = strchrnul(p, '\n'), *from = p;
		next = *end ? end + 1 : NULL;
		unsigned marks = take_marks(&p, end);
		size_t indent = marks ? 0 : (size_t)(p - from);
		end = trim_end(p, end);
		size_t n = fold_into(p, (size_t)(end - p), folded, NULL);
		bool empty = end == p;
		if (empty && blank && s->n && s->fold[s->n - 1].marks == marks)
			continue;
		blank = empty;
		s->line[s->n] = (struct line){ p, (size_t)(end - p), empty ? ROLE_BLANK : marks ? ROLE_QUOTED : ROLE_OWN, (int)marks };
		s->fold[s->n] = (struct folded_line){ .s = folded, .n = (uint32_t)n, .marks = (uint8_t)marks, .indent = (uint8_t)(indent < SHEET_MAX_INDENT ? indent : SHEET_MAX_INDENT) };
		s->n++;
		folded += n + 1;
	}
}

/* The own lines, one below the other, with one blank line where some were left out. */
static const char *own_text(const struct sheet *s, size_t bytes)
{
	char *own = arena_alloc(s->arena, bytes + 2 * s->n + 1);
	size_t n = 0, gap = 0;
	if (!own)
		return NULL;
	for (size_t i = 0; i < s->n; i++) {
		const struct line *l = &s->line[i];
		if (l->role != ROLE_OWN || l->level) {
			gap = n ? 2 : 0;
			continue;
		}
		if (n && !gap)
			gap = 1;
		for (; gap; gap--)
			own[n++] = '\n';
		memcpy(own + n, l->s, l->n);
		n += l->n;
	}
	own[n] = 0;
	return own;
}

size_t fold_words(const char *folded)
{
	size_t n = 0;
	for (const char *p = folded; *p;) {
		size_t len = strcspn(p, " .!?\n");
		n += len > 0;
		p += len;
		p += strspn(p, " .!?\n");
	}
	return n;
}

int words_split(const char *text, const struct mailbox *sender, const struct rules *rules, struct arena *a, struct words *ret)
{
	size_t bytes = strlen(text), lines = count_lines(text);
	if (bytes > rules->max_text_bytes || lines > WORDS_MAX_LINES)
		return PARSE_LIMIT;
	struct sheet s = { .arena = a, .sender = sender, .rules = rules };
	s.line = arena_alloc(a, lines * sizeof *s.line);
	s.fold = arena_alloc(a, lines * sizeof *s.fold);
	char *folded = arena_alloc(a, 2 * bytes + 2 * lines);
	if (!s.line || !s.fold || !folded)
		return PARSE_NOMEM;
	sheet_fill(&s, text, folded);
	int r = quote_pass(&s);
	if (r == PARSE_OK)
		r = form_pass(&s);
	if (r != PARSE_OK)
		return r;
	own_pass(&s);
	const char *own = own_text(&s, bytes);
	if (!own)
		return PARSE_NOMEM;
	*ret = (struct words){ .lines = s.line, .n = s.n, .older = s.older, .n_older = s.n_older, .own = own, .wanted = s.wanted, .form = s.form };
	return PARSE_OK;
}
