#include "parsers/words/phrase_index.h"

#include <string.h>

/* Bytes that do not stand for themselves in a pattern. */
static const bool SPECIAL[256] = { [0] = true, ['|'] = true, [')'] = true, ['('] = true, ['%'] = true, ['~'] = true, ['*'] = true, ['_'] = true, ['#'] = true };
/* Bytes of a folded text that are in no word. */
static const bool BETWEEN[256] = { [0] = true, [' '] = true, ['.'] = true, ['!'] = true, ['?'] = true, ['\n'] = true };

static bool is_word(char c)
{
	return !BETWEEN[(unsigned char)c];
}

static const char *skip_word(const char *s)
{
	while (is_word(*s))
		s++;
	return s;
}

/* Where a pattern goes on when the choice it is in has matched. */
struct then {
	const char *p;
	const struct then *next;
};

static const char *match(const struct phrase_code *c, const char *p, const char *s, const struct then *then);

static const char *match_choice(const struct phrase_code *c, const char *p, const char *s, const struct then *then)
{
	const char *close = c->pattern + c->close[p - c->pattern];
	const struct then after = { close + 1, then };
	if (!*close)
		return NULL;
	for (; p < close; p = c->pattern + c->next[p - c->pattern]) {
		/* most alternatives fail at their first byte: look before going in */
		if (p[1] != *s && !SPECIAL[(unsigned char)p[1]])
			continue;
		const char *end = match(c, p + 1, s, &after);
		if (end)
			return end;
	}
	return NULL;
}

/* "~" with the space after it: none to four words. */
static const char *match_gap(const struct phrase_code *c, const char *p, const char *s, const struct then *then)
{
	for (int words = 0; words <= 4; words++) {
		const char *end = match(c, p, s, then);
		if (end)
			return end;
		const char *next = skip_word(s);
		if (next == s || *next != ' ')
			return NULL;
		s = next + 1;
	}
	return NULL;
}

static const char *match(const struct phrase_code *c, const char *p, const char *s, const struct then *then)
{
	for (;; p++) {
		if (!SPECIAL[(unsigned char)*p]) {
			if (*s++ != *p)
				return NULL;
			continue;
		}
		if ((*p == '|' || *p == ')') && then)
			return match(c, then->p, s, then->next);
		if (!*p)
			return is_word(*s) ? NULL : s;
		if (*p == '(')
			return match_choice(c, p, s, then);
		if (*p == '%')
			return s + strlen(s);
		if (*p == '~')
			return match_gap(c, p[1] == ' ' ? p + 2 : p + 1, s, then);
		if (*p == '*') {
			s = skip_word(s);
		} else if (*p == '_' || *p == '#') {
			if (!is_word(*s) || (*p == '#' && !(*s >= '0' && *s <= '9')))
				return NULL;
			s = skip_word(s);
		}
	}
}

const char *phrase_match(const char *pattern, const char *s)
{
	uint16_t next[PHRASE_BYTES], close[PHRASE_BYTES];
	struct phrase_code c = { pattern, next, close };
	if (strlen(pattern) >= PHRASE_BYTES)
		return NULL;
	phrase_link(&c);
	return match(&c, pattern, s, NULL);
}

/* One pattern at one place; of a group the longest match stays. Returns the number of hits. */
static size_t try_phrase(const struct phrase_set *set, uint16_t phrase, const struct folded *f, size_t at, struct phrase_hit *ret, size_t n, size_t max)
{
	const struct phrase *p = &set->table[phrase];
	const char *end = match(&set->index->code[phrase], p->pattern, f->s + at, NULL);
	if (!end)
		return n;
	size_t i = 0, stop = (size_t)(end - f->s);
	while (i < n && set->table[ret[i].phrase].group != p->group)
		i++;
	if (i == n && n == max)
		return n;
	if (i == n || ret[i].end < stop)
		ret[i] = (struct phrase_hit){ phrase, at, stop };
	return n + (i == n);
}

#define SHORT_BYTES 7	/* beginnings of so many bytes or more rank alike */

/* Patterns to try at one place, those with a short beginning first, of the others the last in the table first. */
struct candidates {
	uint32_t rank[64];
	size_t n;
};

static void add_candidate(struct candidates *c, uint32_t rank)
{
	size_t i = c->n;
	while (i > 0 && c->rank[i - 1] > rank)
		i--;
	if (i > 0 && c->rank[i - 1] == rank)
		return;
	memmove(&c->rank[i + 1], &c->rank[i], (c->n - i) * sizeof *c->rank);
	c->rank[i] = rank;
	c->n++;
}

static size_t try_candidates(const struct phrase_set *set, struct candidates *c, const struct folded *f, size_t at, struct phrase_hit *ret, size_t n, size_t max)
{
	for (size_t i = 0; i < c->n; i++)
		n = try_phrase(set, (uint16_t)(UINT16_MAX - (c->rank[i] & UINT16_MAX)), f, at, ret, n, max);
	c->n = 0;
	return n;
}

/* All matches at one place. */
static size_t find_at(const struct phrase_set *set, const struct folded *f, size_t at, struct phrase_hit *ret, size_t max)
{
	const struct phrase_index *x = set->index;
	struct candidates c;	/* large: only what is used of it is written */
	size_t n = 0;
	uint32_t node = PHRASE_ROOT;
	c.n = 0;
	for (size_t len = 1; len <= PHRASE_PREFIX && (node = phrase_step(x, node, f->s[at + len - 1])); len++)
		for (uint32_t i = x->first[node]; i; i = x->entry[i].next) {
			add_candidate(&c, (uint32_t)(len < SHORT_BYTES ? len : SHORT_BYTES) << 16 | (uint32_t)(UINT16_MAX - x->entry[i].phrase));
			if (c.n == sizeof c.rank / sizeof *c.rank)
				n = try_candidates(set, &c, f, at, ret, n, max);
		}
	return try_candidates(set, &c, f, at, ret, n, max);
}

size_t phrases_find(struct phrase_set *set, const struct folded *f, size_t from, size_t to, struct phrase_hit *ret, size_t max)
{
	size_t n = 0, end = to < f->n ? to : f->n;
	if (!set->index && !phrase_index_build(set))
		return 0;
	for (size_t i = from; i < end && n < max;) {
		if (is_word(f->s[i]) && (i == 0 || f->s[i - 1] == ' '))
			n += find_at(set, f, i, ret + n, max - n);
		const char *space = memchr(f->s + i, ' ', end - i);	/* words begin behind one */
		i = space ? (size_t)(space - f->s) + 1 : end;
	}
	return n;
}

bool phrases_at(struct phrase_set *set, const struct folded *f, size_t at, struct phrase_hit *ret)
{
	struct phrase_hit hits[16];
	if (!set->index && !phrase_index_build(set))
		return false;
	size_t n = at < f->n ? find_at(set, f, at, hits, 16) : 0;
	for (size_t i = 0; i < n; i++)
		if (i == 0 || hits[i].end > ret->end)
			*ret = hits[i];
	return n > 0;
}

bool phrases_may_start(struct phrase_set *set, const char *s, size_t n)
{
	uint32_t node = PHRASE_ROOT;
	if (!set->index && !phrase_index_build(set))
		return true;
	for (size_t i = 0; i < n && i < PHRASE_PREFIX; i++) {
		char c = s[i] | 32;
		if (c < 'a' || c > 'z' || set->index->first[node])
			return true;	/* how this folds is not known here, or a pattern goes on with a wildcard */
		node = phrase_step(set->index, node, c);
		if (!node)
			return false;
	}
	return true;
}
