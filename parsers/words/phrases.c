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

/* What folds byte by byte: most of every text. */
#define SAME(c) [c] = (c)
#define SMALL(c) [c] = (c) + 32
static const char PLAIN[256] = {
	SAME('0'), SAME('1'), SAME('2'), SAME('3'), SAME('4'), SAME('5'), SAME('6'), SAME('7'), SAME('8'), SAME('9'), SAME('@'),
	SAME('a'), SAME('b'), SAME('c'), SAME('d'), SAME('e'), SAME('f'), SAME('g'), SAME('h'), SAME('i'), SAME('j'), SAME('k'), SAME('l'), SAME('m'),
	SAME('n'), SAME('o'), SAME('p'), SAME('q'), SAME('r'), SAME('s'), SAME('t'), SAME('u'), SAME('v'), SAME('w'), SAME('x'), SAME('y'), SAME('z'),
	SMALL('A'), SMALL('B'), SMALL('C'), SMALL('D'), SMALL('E'), SMALL('F'), SMALL('G'), SMALL('H'), SMALL('I'), SMALL('J'), SMALL('K'), SMALL('L'), SMALL('M'),
	SMALL('N'), SMALL('O'), SMALL('P'), SMALL('Q'), SMALL('R'), SMALL('S'), SMALL('T'), SMALL('U'), SMALL('V'), SMALL('W'), SMALL('X'), SMALL('Y'), SMALL('Z'),
};

size_t fold_into(const char *s, size_t n, char *ret, uint32_t *ret_at)
{
	struct folder f = { ret, ret_at, 0 };
	size_t line = 0, longest = longest_line(s, n);
	for (size_t i = 0, len; i < n; i += len) {
		char c = s[i];
		len = 1;
		if (PLAIN[(unsigned char)c]) {
			put(&f, PLAIN[(unsigned char)c], i);
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

/* A literal beginning of a pattern, or its first PHRASE_KEY bytes where it is longer: only behind such a stem longer ones are looked for. */
struct phrase_entry {
	uint64_t key;		/* bytes up to PHRASE_KEY, and in the byte that they never fill the length of all */
	uint64_t tail;		/* the bytes behind them */
	uint32_t next;		/* 0 is the end of a chain */
	uint16_t phrase;
};
#define STEM UINT16_MAX
#define SEEN_BITS 8	/* per bucket */

struct beginning {
	char s[PHRASE_PREFIX];
	size_t n;
};

/* The first eight of n bytes, zeros behind the last. */
static uint64_t load(const char *s, size_t n)
{
	uint64_t v = 0;
	if (n >= sizeof v)	/* a fixed size is one instruction */
		memcpy(&v, s, sizeof v);
	else
		memcpy(&v, s, n);
	return v;
}

/* Of the first n bytes. */
static uint64_t first(uint64_t bytes, size_t n)
{
	return n ? bytes & (UINT64_MAX >> (64 - 8 * n)) : 0;
}

static uint64_t key_of(uint64_t bytes, size_t n)
{
	return (uint64_t)n << 56 | first(bytes, n < PHRASE_KEY ? n : PHRASE_KEY);
}

static uint32_t hash(uint64_t key, uint64_t tail)
{
	uint64_t h = (key ^ tail * UINT64_C(0xff51afd7ed558ccd)) * UINT64_C(0x9e3779b97f4a7c15);	/* multiplicative hashing (Knuth) */
	return (uint32_t)(h >> 32) ^ (uint32_t)h;
}

static bool add_entry(struct phrase_set *set, const char *s, size_t n, uint16_t phrase)
{
	if (set->n_entries + 1 >= set->room) {
		size_t room = set->room ? 2 * set->room : 256;
		struct phrase_entry *more = room > PHRASE_ENTRIES ? NULL : realloc(set->entry, room * sizeof *more);
		if (!more)
			return false;
		set->entry = more;
		set->room = room;
	}
	set->entry[++set->n_entries] = (struct phrase_entry){ .key = key_of(load(s, n), n), .tail = n > PHRASE_KEY ? load(s + PHRASE_KEY, n - PHRASE_KEY) : 0,
							      .phrase = phrase };
	set->lengths |= (uint16_t)(1u << n);
	return true;
}

static bool chained(const struct phrase_set *set, uint32_t h, const struct phrase_entry *e)
{
	for (uint32_t i = set->head[h & set->bucket_mask]; i; i = set->entry[i].next)
		if (set->entry[i].key == e->key && set->entry[i].tail == e->tail && set->entry[i].phrase == e->phrase)
			return true;
	return false;
}

/* Tables as large as the entries need, each entry once: what is small stays in the cache. */
static bool chain_all(struct phrase_set *set)
{
	size_t buckets = 64, n = 0;
	while (buckets < 2 * set->n_entries)
		buckets *= 2;
	set->head = calloc(buckets, sizeof *set->head + SEEN_BITS / 8);
	if (!set->head)
		return false;
	set->seen = (uint8_t *)(set->head + buckets);
	set->bucket_mask = (uint32_t)buckets - 1;
	set->seen_mask = (uint32_t)(buckets * SEEN_BITS) - 1;
	for (size_t i = 1; i <= set->n_entries; i++) {
		struct phrase_entry e = set->entry[i];
		uint32_t h = hash(e.key, e.tail), bit = h & set->seen_mask;
		if (chained(set, h, &e))
			continue;
		e.next = set->head[h & set->bucket_mask];
		set->entry[++n] = e;
		set->head[h & set->bucket_mask] = (uint32_t)n;
		set->seen[bit / 8] |= (uint8_t)(1u << bit % 8);
	}
	set->n_entries = n;
	return true;
}

static bool index_entry(struct phrase_set *set, const struct beginning *s, uint16_t phrase)
{
	if (s->n < 2)
		return true;
	return (s->n <= PHRASE_KEY || add_entry(set, s->s, PHRASE_KEY, STEM)) && add_entry(set, s->s, s->n, phrase);
}

/* Every literal way a pattern can begin, up to PHRASE_PREFIX bytes or its first wildcard, through all choices. */
static bool index_start(struct phrase_set *set, const char *p, const struct then *then, struct beginning s, uint16_t phrase)
{
	for (; s.n < PHRASE_PREFIX; p++) {
		if ((*p == '|' || *p == ')') && then)
			return index_start(set, then->p, then->next, s, phrase);
		if (*p == '(') {
			const char *close = closing(p + 1);
			struct then after = { close + 1, then };
			bool ok = true;
			while (ok && *p && p < close) {
				ok = index_start(set, p + 1, &after, s, phrase);
				p = alternative_end(p + 1);
			}
			return ok;
		}
		if (!*p || strchr("*_#~%", *p))
			break;
		s.s[s.n++] = *p;
	}
	return index_entry(set, &s, phrase);
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
	if (!set->code && !link_all(set))
		return false;
	set->n_entries = 0;
	for (size_t i = 0; i < set->n && i < STEM; i++)
		if (!index_start(set, set->table[i].pattern, NULL, (struct beginning){ .n = 0 }, (uint16_t)i))
			return false;
	return set->built = chain_all(set);
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
	struct candidates c;	/* large: only what is used of it is written */
	size_t n = 0, left = f->n - at, longest = PHRASE_KEY;
	uint64_t bytes = load(f->s + at, left), more = left > PHRASE_KEY ? load(f->s + at + PHRASE_KEY, left - PHRASE_KEY) : 0;
	c.n = 0;
	for (size_t len = 2; len <= longest && len <= left; len++) {
		if (!(set->lengths & 1u << len))
			continue;
		uint64_t key = key_of(bytes, len), tail = len > PHRASE_KEY ? first(more, len - PHRASE_KEY) : 0;
		uint32_t h = hash(key, tail), bit = h & set->seen_mask;
		if (!(set->seen[bit / 8] & 1u << bit % 8))
			continue;
		for (uint32_t i = set->head[h & set->bucket_mask]; i; i = set->entry[i].next) {
			const struct phrase_entry *e = &set->entry[i];
			if (e->key != key || e->tail != tail)
				continue;
			if (e->phrase == STEM)
				longest = PHRASE_PREFIX;
			else
				add_candidate(&c, (uint32_t)(len < PHRASE_KEY ? len : PHRASE_KEY) << 16 | (uint32_t)(UINT16_MAX - e->phrase));
			if (c.n == sizeof c.rank / sizeof *c.rank)
				n = try_candidates(set, &c, f, at, ret, n, max);
		}
	}
	return try_candidates(set, &c, f, at, ret, n, max);
}

size_t phrases_find(struct phrase_set *set, const struct folded *f, size_t from, size_t to, struct phrase_hit *ret, size_t max)
{
	size_t n = 0, end = to < f->n ? to : f->n;
	if (!set->built && !build(set))
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
	if (!set->built && !build(set))
		return false;
	size_t n = at < f->n ? find_at(set, f, at, hits, 16) : 0;
	for (size_t i = 0; i < n; i++)
		if (i == 0 || hits[i].end > ret->end)
			*ret = hits[i];
	return n > 0;
}
