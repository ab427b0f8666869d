#include "parsers/words/phrase_index.h"

#include <string.h>

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
	const uint8_t *p;
	const struct then *next;
};

static size_t get16(const uint8_t *p)
{
	return (size_t)(p[0] | p[1] << 8);
}

/* As the mask of a choice (phrase_index.h): how can what stands here begin? */
static uint32_t first_bytes(const uint8_t *p)
{
	uint32_t mask = UINT32_MAX;
	if (*p == '(')
		memcpy(&mask, p + 3, sizeof mask);
	return phrase_special(*p) ? mask : UINT32_C(1) << (*p & 31);
}

static const char *match(const uint8_t *p, const char *s, const struct then *then);

static const char *match_choice(const uint8_t *p, const char *s, const struct then *then)
{
	const struct then after = { p + get16(p + 1), then };
	if (after.p == p || !(first_bytes(p) >> (*s & 31) & 1))	/* most choices fail at their first byte: look before going in */
		return NULL;
	const uint8_t *first = p + PHRASE_CHOICE, *at = first + get16(p + 7);
	for (const uint8_t *f = first; f < at; f++) {
		const char *end = *f == (uint8_t)*s || !*f ? match(p + get16(at + 2 * (f - first)), s, &after) : NULL;
		if (end)
			return end;
	}
	return NULL;
}

/* "~" with the space after it: none to four words. */
static const char *match_gap(const uint8_t *p, const char *s, const struct then *then)
{
	uint32_t mask = first_bytes(p);
	for (int words = 0; words <= 4; words++) {
		const char *end = mask >> (*s & 31) & 1 ? match(p, s, then) : NULL;
		if (end)
			return end;
		const char *next = skip_word(s);
		if (next == s || *next != ' ')
			return NULL;
		s = next + 1;
	}
	return NULL;
}

static const char *match(const uint8_t *p, const char *s, const struct then *then)
{
	for (;; p++) {
		if (!phrase_special(*p)) {
			if ((uint8_t)*s++ != *p)
				return NULL;
			continue;
		}
		if ((*p == '|' || *p == ')') && then)
			return match(then->p, s, then->next);
		if (!*p)
			return is_word(*s) ? NULL : s;
		if (*p == '(')
			return match_choice(p, s, then);
		if (*p == '%')
			return s + strlen(s);
		if (*p == '~')
			return match_gap(p[1] == ' ' ? p + 2 : p + 1, s, then);
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
	uint8_t code[PHRASE_CODE_BYTES(PHRASE_BYTES)];
	if (strlen(pattern) >= PHRASE_BYTES)
		return NULL;
	(void)phrase_compile(pattern, code);
	return match(code, s, NULL);
}

/* One pattern at one place; of a group the longest match stays. Returns the number of hits. */
static size_t try_phrase(const struct phrase_set *set, uint16_t phrase, const struct folded *f, size_t at, struct phrase_hit *ret, size_t n, size_t max)
{
	const struct phrase *p = &set->table[phrase];
	const char *end = match(set->index->code + set->index->at[phrase], f->s + at, NULL);
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

/* All matches at one place: patterns with a short beginning first, of others the last in the table first. node: behind the first two bytes there. */
static size_t find_at(const struct phrase_set *set, uint32_t node, const struct folded *f, size_t at, struct phrase_hit *ret, size_t max)
{
	const struct phrase_index *x = set->index;
	size_t n = 0;
	for (const char *s = f->s + at + 2; node; node = phrase_step(x, node, phrase_class(*s++)))
		for (uint32_t i = x->node[node].entry; i < x->node[node + 1].entry; i++)
			if (x->entry[i].next >> (*s & 31) & 1)
				n = try_phrase(set, x->entry[i].phrase, f, at, ret, n, max);
	return n;
}

/* The linker's names for the ends of the section; weak: a program may have no set. */
extern struct phrase_set __start_phrase_sets[] __attribute__((weak)), __stop_phrase_sets[] __attribute__((weak));

bool phrases_prepare(void)
{
	bool ok = true;
	for (struct phrase_set *set = __start_phrase_sets; ok && set < __stop_phrase_sets; set++)
		ok = set->index || phrase_index_build(set);
	return ok;
}

size_t phrases_find(struct phrase_set *set, const struct folded *f, size_t from, size_t to, struct phrase_hit *ret, size_t max)
{
	size_t n = 0, end = to < f->n ? to : f->n;
	if (!set->index && !phrase_index_build(set))
		return 0;
	for (size_t i = from; i < end && n < max;) {
		uint32_t node = is_word(f->s[i]) && (i == 0 || f->s[i - 1] == ' ') ? phrase_enter(set->index, f->s + i) : 0;
		if (node)
			n += find_at(set, node, f, i, ret + n, max - n);
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
	size_t n = at < f->n ? find_at(set, phrase_enter(set->index, f->s + at), f, at, hits, 16) : 0;
	for (size_t i = 0; i < n; i++)
		if (i == 0 || hits[i].end > ret->end)
			*ret = hits[i];
	return n > 0;
}

bool phrases_may_start(struct phrase_set *set, const char *s, size_t n)
{
	uint32_t node = 0;
	if (!set->index && !phrase_index_build(set))
		return true;
	for (size_t i = 0; i < n && i < PHRASE_PREFIX; i++) {
		char c = s[i] | 32;
		if (c < 'a' || c > 'z' || set->index->node[node].entry < set->index->node[node + 1].entry)
			return true;	/* how this folds is not known here, or a pattern goes on with a wildcard */
		node = phrase_step(set->index, node, phrase_class(c));
		if (!node)
			return false;
	}
	return true;
}
