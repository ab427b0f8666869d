#include "parsers/words/fold.h"

#include <stdbool.h>
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
	size_t longest = 0;
	for (size_t start = 0, end; start <= n && longest <= WRAPPED_MAX; start = end + 1) {
		const char *lf = start < n ? memchr(s + start, '\n', n - start) : NULL;
		end = lf ? (size_t)(lf - s) : n;
		longest = end - start > longest ? end - start : longest;
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
		if (word_n && SHORT[k][0] == *word && strlen(SHORT[k]) == word_n && memcmp(SHORT[k], word, word_n) == 0)
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

/* Folds those from i on. Returns how many there are. */
static size_t plain_run(struct folder *f, const char *s, size_t n, size_t i)
{
	char *to = f->s + f->n, c;
	size_t run = 0;
	for (; i + run < n && (c = PLAIN[(unsigned char)s[i + run]]); run++)
		to[run] = c;
	for (size_t k = 0; f->at && k < run; k++)
		f->at[f->n + k] = (uint32_t)(i + k);
	f->n += run;
	return run;
}

size_t fold_into(const char *s, size_t n, char *ret, uint32_t *ret_at)
{
	struct folder f = { ret, ret_at, 0 };
	size_t line = 0, longest = longest_line(s, n);
	for (size_t i = 0, len; i < n; i += len) {
		char c = s[i];
		len = plain_run(&f, s, n, i);
		if (len)
			continue;
		len = 1;
		if (c == ' ') {
			put_space(&f, i);
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

/* ---- the same text again ---- */

#define KEPT_BYTES 256	/* a shorter text is folded sooner than looked up */
#define KEPT_MAX 4

struct fold {
	struct fold *next;
	const char *source;	/* a copy: whoever folds may reuse his room */
	size_t n;
	struct folded folded;
};

static bool look_up(const char *s, size_t n, struct arena *a, struct folded *ret)
{
	for (const struct fold *f = *arena_folds(a); f; f = f->next)
		if (f->n == n && memcmp(f->source, s, n) == 0) {
			*ret = f->folded;
			return true;
		}
	return false;
}

static void remember(const char *s, size_t n, struct arena *a, const struct folded *folded)
{
	size_t known = 0;
	for (const struct fold *f = *arena_folds(a); f; f = f->next)
		known++;
	struct fold *f = known < KEPT_MAX ? arena_alloc(a, sizeof *f) : NULL;
	char *source = f ? arena_alloc(a, n) : NULL;
	if (!source)	/* no room: it is folded again */
		return;
	memcpy(source, s, n);
	*f = (struct fold){ *arena_folds(a), source, n, *folded };
	*arena_folds(a) = f;
}

int fold_text(const char *s, size_t n, struct arena *a, struct folded *ret)
{
	if (n >= KEPT_BYTES && look_up(s, n, a, ret))
		return PARSE_OK;
	/* put_end() may write a mark and a space for one byte of source: twice the room is always enough */
	char *out = arena_alloc(a, 2 * n + 2);
	uint32_t *at = arena_alloc(a, (2 * n + 2) * sizeof *at);
	if (!out || !at)
		return PARSE_NOMEM;
	ret->n = fold_into(s, n, out, at);
	ret->s = out;
	ret->at = at;
	if (n >= KEPT_BYTES)
		remember(s, n, a, ret);
	return PARSE_OK;
}
