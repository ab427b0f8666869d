#include "parsers/words/phrases.h"

#include <stdlib.h>
#include <string.h>

#include "parsers/parse.h"

/* U+00C0..U+017F without their accents; '*' is spelled out in fold_wide(), ' ' is no letter. */
static const char LATIN[] =
	"aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y"
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrsssssssstttttt"
	"uuuuuuuuuuuuwwyyyzzzzzzs";

static bool is_end(char c)
{
	return c == '.' || c == '!' || c == '?' || c == '\n';
}

static bool is_word(char c)
{
	return c && c != ' ' && !is_end(c);
}

static size_t utf8_next(const char *s, size_t n, uint32_t *ret)
{
	const unsigned char *u = (const unsigned char *)s;
	size_t len = u[0] < 0x80 ? 1 : u[0] < 0xc2 ? 0 : u[0] < 0xe0 ? 2 : u[0] < 0xf0 ? 3 : u[0] < 0xf5 ? 4 : 0;
	if (len == 0 || len > n) {
		*ret = 0xfffd;
		return 1;
	}
	uint32_t c = len == 1 ? u[0] : u[0] & (0xffu >> (len + 1));
	for (size_t i = 1; i < len; i++) {
		if ((u[i] & 0xc0) != 0x80) {
			*ret = 0xfffd;
			return i;
		}
		c = c << 6 | (u[i] & 0x3f);
	}
	*ret = c;
	return len;
}

struct folder {
	char *s;
	uint32_t *at;
	size_t n;
};

static void put(struct folder *f, char c, size_t at)
{
	if (f->at)
		f->at[f->n] = (uint32_t)at;
	f->s[f->n++] = c;
}

/* One space between words, none at the start. */
static void put_space(struct folder *f, size_t at)
{
	if (f->n && f->s[f->n - 1] != ' ')
		put(f, ' ', at);
}

/* A sentence ends: the mark takes the place of the space before it; of several marks in a row the first stays, but '?' wins. */
static void put_end(struct folder *f, char c, size_t at)
{
	while (f->n && f->s[f->n - 1] == ' ')
		f->n--;
	if (!f->n)
		return;
	if (is_end(f->s[f->n - 1])) {
		if (c == '?')
			f->s[f->n - 1] = c;
	} else {
		put(f, c, at);
	}
	put(f, ' ', at);
}

static void fold_wide(struct folder *f, uint32_t c, const char *src, size_t len, size_t at)
{
	if (c >= 0xc0 && c <= 0x17f) {
		char l = LATIN[c - 0xc0];
		if (l != '*' && l != ' ') {
			put(f, l, at);
			return;
		}
		const char *two = c == 0xdf ? "ss" : c == 0xc6 || c == 0xe6 ? "ae" : c == 0xde || c == 0xfe ? "th" :
				  c == 0x132 || c == 0x133 ? "ij" : c == 0x152 || c == 0x153 ? "oe" : NULL;
		if (two) {
			put(f, two[0], at);
			put(f, two[1], at);
			return;
		}
	}
	if (c == 0x2018 || c == 0x2019 || c == 0x201b || c == 0xb4 || c == 0x2bc || c == 0x200b || c == 0x200c || c == 0x200d || c == 0xad || c == 0xfeff)
		return;
	if (c == 0x2026) {
		put_end(f, '.', at);
		return;
	}
	if (c < 0xc0 || (c >= 0x2000 && c <= 0x2bff) || c == 0x3000 || c >= 0xfffd || c == 0xd7 || c == 0xf7) {
		put_space(f, at);
		return;
	}
	for (size_t i = 0; i < len; i++)	/* a letter of another script: as it is */
		put(f, src[i], at);
}

#define WRAPPED_MAX 85	/* no program wraps at more; a longer line is a paragraph */
#define WRAPPED_MIN 45	/* nor at less */

static size_t longest_line(const char *s, size_t n)
{
	size_t longest = 0, start = 0;
	for (size_t i = 0; i <= n && longest <= WRAPPED_MAX; i++)
		if (i == n || s[i] == '\n') {
			longest = i - start > longest ? i - start : longest;
			start = i + 1;
		}
	return longest;
}

/* Does the line that ends at i end a sentence of its own? Blank line next, a list mark next, or the writer broke it although the next word would have fitted. */
static bool line_ends(const char *s, size_t n, size_t start, size_t i, size_t longest)
{
	size_t j = i + 1, word = 0;
	while (j < n && (s[j] == ' ' || s[j] == '\t'))
		j++;
	if (j >= n || s[j] == '\n' || s[j] == '-' || s[j] == '*')
		return true;
	while (j + word < n && s[j + word] != ' ' && s[j + word] != '\n' && word < WRAPPED_MAX)
		word++;
	return longest > WRAPPED_MAX || i - start < WRAPPED_MIN || i - start + 1 + word <= longest;
}

/* Does the dot at i belong to an abbreviation that a sentence goes on behind ("s.v.p. een", "nr. 12", "dhr. Jansen")? */
static bool abbreviation(const char *s, size_t n, size_t i, const char *word, size_t word_n)
{
	static const char *const SHORT[] = { "nr", "nrs", "dhr", "mw", "mevr", "mr", "mrs", "ms", "dr", "drs", "ing", "bijv", "bv", "evt", "incl", "excl", "ca", "tel",
					     "art", "jl", "resp", "ref", "zgn", "mbt", "ivm", "no", "st", "str", "herr", "frau" };
	size_t next = i + 1;
	while (next < n && s[next] == ' ')
		next++;
	if (next >= n || next == i + 1)
		return false;
	bool lower = (s[next] >= 'a' && s[next] <= 'z') || (unsigned char)s[next] >= 0xc3;
	if (i >= 2 && s[i - 2] == '.' && lower)
		return true;
	for (size_t k = 0; k < sizeof SHORT / sizeof *SHORT; k++)
		if (strlen(SHORT[k]) == word_n && memcmp(SHORT[k], word, word_n) == 0)
			return true;
	return false;
}

static bool abbreviated(const char *s, size_t n, size_t i, const struct folder *f)
{
	size_t from = f->n;
	while (from > 0 && f->s[from - 1] != ' ' && f->n - from < 8)
		from--;
	return abbreviation(s, n, i, f->s + from, f->n - from);
}

static bool alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

size_t fold_into(const char *s, size_t n, char *ret, uint32_t *ret_at)
{
	struct folder f = { ret, ret_at, 0 };
	size_t line = 0, longest = longest_line(s, n);
	for (size_t i = 0, len; i < n; i += len) {
		char c = s[i];
		len = 1;
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '@') {
			put(&f, c, i);
		} else if (c >= 'A' && c <= 'Z') {
			put(&f, (char)(c + 32), i);
		} else if ((unsigned char)c >= 0x80) {
			uint32_t wide;
			len = utf8_next(s + i, n - i, &wide);
			fold_wide(&f, wide, s + i, len, i);
		} else if (c == '\'' || c == '`') {
			;
		} else if (c == '.' && i + 1 < n && alnum(s[i + 1]) && i > 0 && alnum(s[i - 1]) && !(s[i + 1] >= 'A' && s[i + 1] <= 'Z' && s[i - 1] >= 'a')) {
			;	/* "m.v.g.", "2604.817" */
		} else if (c == '.' && abbreviated(s, n, i, &f)) {
			put_space(&f, i);
		} else if (c == '.' || c == '!' || c == '?' || c == ';') {
			put_end(&f, c == ';' ? '.' : c, i);
		} else if (c == '\n') {
			if (line_ends(s, n, line, i, longest))
				put_end(&f, '\n', i);
			else
				put_space(&f, i);
			line = i + 1;
		} else {
			put_space(&f, i);
		}
	}
	while (f.n && f.s[f.n - 1] == ' ')
		f.n--;
	f.s[f.n] = 0;
	if (f.at)
		f.at[f.n] = (uint32_t)n;
	return f.n;
}

int fold_text(const char *s, size_t n, struct arena *a, struct folded *ret)
{
	/* put_end() may write a mark and a space for one byte of source: twice the room is always enough */
	char *out = arena_alloc(a, 2 * n + 2);
	uint32_t *at = arena_alloc(a, (2 * n + 2) * sizeof *at);
	if (!out || !at)
		return PARSE_NOMEM;
	ret->n = fold_into(s, n, out, at);
	ret->s = out;
	ret->at = at;
	return PARSE_OK;
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

/* The ')' that closes the choice whose first byte is p; the pattern's end when there is none. */
static const char *closing(const char *p)
{
	for (int depth = 1; *p; p++) {
		depth += (*p == '(') - (*p == ')');
		if (!depth)
			break;
	}
	return p;
}

/* The next '|' or the closing ')' of this choice. */
static const char *alternative_end(const char *p)
{
	for (; *p && *p != '|' && *p != ')'; p++)
		if (*p == '(' && !*(p = closing(p + 1)))
			break;
	return p;
}

/* A pattern with its jumps: next[i] leads from a '(' or '|' at i to the end of the alternative behind it, close[i] from a '(' to its ')'. */
struct phrase_code {
	const char *pattern;	/* borrowed */
	uint16_t *next, *close;	/* owned: one block with the struct's set */
};

static void link_choices(struct phrase_code *c)
{
	for (const char *p = c->pattern; *p; p++) {
		size_t i = (size_t)(p - c->pattern);
		if (*p == '(' || *p == '|')
			c->next[i] = (uint16_t)(alternative_end(p + 1) - c->pattern);
		if (*p == '(')
			c->close[i] = (uint16_t)(closing(p + 1) - c->pattern);
	}
}

static const char *match(const struct phrase_code *c, const char *p, const char *s, const struct then *then);

static bool is_literal(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' || c == '@' || (unsigned char)c >= 0x80;
}

static const char *match_choice(const struct phrase_code *c, const char *p, const char *s, const struct then *then)
{
	const char *close = c->pattern + c->close[p - c->pattern];
	const struct then after = { close + 1, then };
	if (!*close)
		return NULL;
	for (; p < close; p = c->pattern + c->next[p - c->pattern]) {
		/* most alternatives fail at their first byte: look before going in */
		if (p[1] != *s && is_literal(p[1]))
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
		} else if (*s++ != *p) {
			return NULL;
		}
	}
}

const char *phrase_match(const char *pattern, const char *s)
{
	uint16_t next[PHRASE_BYTES], close[PHRASE_BYTES];
	struct phrase_code c = { pattern, next, close };
	if (strlen(pattern) >= PHRASE_BYTES)
		return NULL;
	link_choices(&c);
	return match(&c, pattern, s, NULL);
}

static size_t bucket(const char *s, size_t n)
{
	uint32_t h = 2166136261u ^ (uint32_t)n;		/* FNV-1a */
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * 16777619u;
	return (h ^ h >> 15) % PHRASE_BUCKETS;
}

static void index_prefix(struct phrase_set *set, const char *s, size_t n, uint16_t phrase)
{
	size_t b = bucket(s, n);
	if (n < 2 || set->n_entries >= PHRASE_ENTRIES - 1)
		return;
	for (uint16_t e = set->head[b]; e; e = set->next[e])
		if (set->phrase[e] == phrase)
			return;
	uint16_t e = ++set->n_entries;	/* 0 is the end of a chain */
	set->phrase[e] = phrase;
	set->next[e] = set->head[b];
	set->head[b] = e;
	set->lengths |= (uint8_t)(1u << n);
}

/* Every literal way a pattern can begin, up to PHRASE_PREFIX bytes or its first wildcard, through all choices. */
static void index_start(struct phrase_set *set, const char *p, const struct then *then, char *s, size_t n, uint16_t phrase)
{
	for (; n < PHRASE_PREFIX; p++) {
		if ((*p == '|' || *p == ')') && then) {
			index_start(set, then->p, then->next, s, n, phrase);
			return;
		}
		if (*p == '(') {
			const char *close = closing(p + 1);
			struct then after = { close + 1, then };
			while (*p && p < close) {
				index_start(set, p + 1, &after, s, n, phrase);
				p = alternative_end(p + 1);
			}
			return;
		}
		if (!*p || strchr("*_#~%", *p))
			break;
		s[n++] = *p;
	}
	index_prefix(set, s, n, phrase);
}

/* The jumps of all patterns in one block. */
static bool link_all(struct phrase_set *set)
{
	size_t bytes = 0;
	for (size_t i = 0; i < set->n; i++)
		bytes += strlen(set->table[i].pattern) + 1;
	struct phrase_code *code = calloc(1, set->n * sizeof *code + 2 * bytes * sizeof(uint16_t));
	if (!code)
		return false;
	uint16_t *room = (uint16_t *)(code + set->n);
	for (size_t i = 0; i < set->n; i++) {
		size_t n = strlen(set->table[i].pattern) + 1;
		code[i] = (struct phrase_code){ set->table[i].pattern, room, room + n };
		room += 2 * n;
		link_choices(&code[i]);
	}
	set->code = code;
	return true;
}

/* Without memory nothing is found this time, and the next call tries again. */
static bool build(struct phrase_set *set)
{
	char prefix[PHRASE_PREFIX];
	if (!set->code && !link_all(set))
		return false;
	for (size_t i = 0; i < set->n && i < UINT16_MAX; i++)
		index_start(set, set->table[i].pattern, NULL, prefix, 0, (uint16_t)i);
	return set->built = true;
}

/* One pattern at one place; of a group the longest match stays. Returns the number of hits. */
static size_t try_phrase(const struct phrase_set *set, uint16_t phrase, const struct folded *f, size_t at, struct phrase_hit *ret, size_t n, size_t max)
{
	const struct phrase *p = &set->table[phrase];
	const char *end = match(&set->code[phrase], p->pattern, f->s + at, NULL);
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

/* All matches at one place. */
static size_t find_at(const struct phrase_set *set, const struct folded *f, size_t at, struct phrase_hit *ret, size_t max)
{
	size_t n = 0;
	for (size_t len = 2; len <= PHRASE_PREFIX && len <= f->n - at; len++) {
		if (!(set->lengths & 1u << len))
			continue;
		for (uint16_t e = set->head[bucket(f->s + at, len)]; e; e = set->next[e])
			n = try_phrase(set, set->phrase[e], f, at, ret, n, max);
	}
	return n;
}

size_t phrases_find(struct phrase_set *set, const struct folded *f, size_t from, size_t to, struct phrase_hit *ret, size_t max)
{
	size_t n = 0;
	if (!set->built && !build(set))
		return 0;
	for (size_t i = from; i < to && i < f->n && n < max; i++) {
		if (is_word(f->s[i]) && (i == 0 || f->s[i - 1] == ' '))
			n += find_at(set, f, i, ret + n, max - n);
	}
	return n;
}

bool phrases_at(struct phrase_set *set, const struct folded *f, size_t at, struct phrase_hit *ret)
{
	struct phrase_hit hits[16];
	if (!set->built && !build(set))
		return false;
	size_t n = at < f->n ? find_at(set, f, at, hits, 16) : 0;
	for (size_t i = 0; i < n; i++)
		if (i == 0 || hits[i].end > ret->end)
			*ret = hits[i];
	return n > 0;
}
