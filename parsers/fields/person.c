#include "parsers/fields/person.h"

#include <stdint.h>
#include <string.h>

#include "parsers/fields/names.h"
#include "parsers/fields/recognise.h"
#include "parsers/glyph.h"

#define TOKENS_MAX 10
#define FOLD_BYTES 40

enum part { PART_BAD, PART_TITLE, PART_INITIAL, PART_PARTICLE, PART_WORD, PART_SMALL, PART_AND, PART_SUFFIX, PART_FAMILY };

struct token {
	const char *s;
	size_t n;
	char fold[FOLD_BYTES];
	enum part part;
	bool capitals;		/* every letter is one */
	bool comma;		/* a comma follows */
	bool partner;		/* stands behind " - ": the second half of a double name */
};

/* "J.", "J.W.", "Th.", "IJ.", "J", "JW" and "J.-P." */
static bool is_initials(const char *s, size_t n)
{
	size_t letters = 0, run = 0, dots = 0, len, upper = 0;
	for (size_t i = 0; i < n; i += len) {
		uint32_t c = glyph_at(s, n, i, &len);
		if (c == '.') {
			if (run == 0 || run > 3)
				return false;
			dots++;
			run = 0;
		} else if (c == '-' && dots) {
			run = 0;
		} else if (glyph_letter(c)) {
			upper += glyph_upper(c);
			if (run == 0 && !glyph_upper(c) && dots == 0)
				return false;
			letters++;
			run++;
		} else {
			return false;
		}
	}
	if (letters == 0 || letters > 8)
		return false;
	if (dots)
		return run <= 1;	/* "Th.", "J.W.", "J.W" */
	bool vowel = letters == 3 && strchr("AEIOU", s[1]);	/* JAN and WIT are words, JWH is not */
	return upper == letters && letters <= 3 && !vowel;
}

/* A word as names have them: letters, with hyphens and apostrophes inside. */
static bool is_word(const char *s, size_t n, bool *capital, bool *capitals)
{
	size_t len, letters = 0, upper = 0;
	bool start = true, any_start = false;
	for (size_t i = 0; i < n; i += len) {
		uint32_t c = glyph_at(s, n, i, &len);
		bool mark = c == '-' || c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || c == 0xb4 || c == 0x2010 || c == 0x2011;
		bool joins = c >= 0x300 && c < 0x370;	/* combining marks */
		if (!glyph_letter(c) && !mark && !joins)
			return false;
		if (mark) {
			start = true;
			continue;
		}
		if (joins)
			continue;
		letters++;
		upper += glyph_upper(c);
		if (start && glyph_upper(c))
			any_start = true;
		/* scripts without case count as capital */
		if (start && c > 0x500 && glyph_letter(c))
			any_start = true;
		start = false;
	}
	*capital = any_start;
	*capitals = letters > 1 && upper == letters;
	return letters > 0;
}

static enum part classify(struct token *t, size_t at)
{
	bool capital = false;
	glyph_fold_text(t->s, t->n, t->fold, sizeof t->fold);
	if (t->n >= FOLD_BYTES)
		return PART_BAD;
	if (glyph_listed(" & en + und and e/v e.v. e.v et ve i y/o ", t->fold) && !(t->fold[0] == 'i' && t->s[0] == 'I'))
		return PART_AND;
	if (glyph_listed(" fam fam. familie erven ", t->fold))
		return PART_FAMILY;
	if (names_title(t->fold) && !(t->n <= 3 && is_initials(t->s, t->n) && t->s[t->n - 1] == '.' && t->n == 2))
		return PART_TITLE;
	if (at > 0 && names_suffix(t->fold))
		return PART_SUFFIX;
	bool raised = glyph_upper((unsigned char)t->s[0]);
	if (is_initials(t->s, t->n) && !(t->n > 1 && names_particle(t->fold) && !(raised && glyph_listed(" v. d. vd v.d v.d. ", t->fold))))
		return PART_INITIAL;
	bool word = is_word(t->s, t->n, &capital, &t->capitals);
	if (names_particle(t->fold))
		return PART_PARTICLE;
	if (!word)
		return PART_BAD;
	return capital ? PART_WORD : PART_SMALL;
}

/* Where the name must end: line feed, "|", bracket, quote, a dash or comma with blanks, a sentence's end. */
static bool stops(const char *s, size_t n, size_t p)
{
	/* "v/d", "e/v", "a/d" are words */
	if (s[p] == '/' && p > 0 && p + 1 < n && strchr("vaeo", s[p - 1]) && strchr("dv", s[p + 1]) && (p == 1 || s[p - 2] == ' ') && (p + 2 == n || strchr(" .", s[p + 2])))
		return false;
	if (strchr("\n|()[]<>\"/;:!?*_=\\~,{}", s[p]))
		return true;
	size_t dash = glyph_dash(s, n, p), len;
	if (dash)
		return p + dash >= n || glyph_blank(s, n, p + dash) || (p > 0 && glyph_blank_before(s, p));
	uint32_t c = glyph_at(s, n, p, &len);
	return c == 0x2022 || c == 0xb7 || c == 0x25cf || c == 0x201c || c == 0x201d;
}

/* "J.W.van der Heijden": the initials end where a longer word begins. */
static size_t initials_end(const char *s, size_t n, size_t start, size_t end)
{
	size_t len;
	for (size_t i = start; i + 1 < end; i++) {
		if (s[i] != '.')
			continue;
		size_t p = i + 1, letters = 0;
		while (p < end && glyph_letter(glyph_at(s, n, p, &len))) {
			p += len;
			letters++;
		}
		if (letters >= 2 && (p == end || s[p] != '.') && is_initials(s + start, i + 1 - start))
			return i + 1;
	}
	return end;
}

/* "mevr.A.Kuipers": a title that sticks to the name. */
static size_t title_end(const char *s, size_t start, size_t end)
{
	const char *dot = memchr(s + start, '.', end - start);
	char f[12];
	size_t k = dot ? (size_t)(dot - s) + 1 - start : 0;
	if (k < 3 || k >= sizeof f || start + k >= end || dot[1] == '.')
		return end;
	glyph_fold_text(s + start, k, f, sizeof f);
	return names_title(f) ? start + k : end;
}

/* "P.A.J. (Peter) van Schaik", "dhr./mevr. Kuipers": what stands between goes. Where the name goes on, or p. */
static size_t behind_remark(const char *s, size_t n, size_t p, const struct token *last)
{
	if (s[p] == '/' && last->part == PART_TITLE)
		return p + 1;
	const char *close = s[p] == '(' && last->part == PART_INITIAL ? memchr(s + p, ')', n - p < 20 ? n - p : 20) : NULL;
	size_t end = close ? (size_t)(close - s) + 1 : p;
	return close && end + 2 < n && s[end] == ' ' && glyph_wordish(s[end + 1]) ? end + 1 : p;
}

/* The word at *p, up to a blank or a stop. */
static struct token word_of(const char *s, size_t n, size_t *p, size_t k)
{
	size_t start = *p, len;
	while (*p < n && !stops(s, n, *p) && !glyph_blank(s, n, *p)) {
		(void)glyph_at(s, n, *p, &len);
		*p += len;
	}
	struct token t = { .s = s + start, .n = *p - start };
	t.part = t.n ? classify(&t, k) : PART_BAD;
	return t;
}

/* "Quist - van den Berg", "Faber - Smit": behind the dash stand particles and one surname, and nothing more of the line. A lone word may be a calling or a
 * town: then there must be initials or a title before. Where the partner's name begins, or p. */
static size_t partner_at(const char *s, size_t n, size_t p, const struct token *t, size_t k)
{
	size_t dash = glyph_dash(s, n, p), from = p + dash, particles = 0;
	if (!dash || k == 0 || k + 3 > TOKENS_MAX || (t[k - 1].part != PART_WORD && t[k - 1].part != PART_PARTICLE))
		return p;
	while (from < n && glyph_blank(s, n, from))
		from += glyph_blank(s, n, from);
	size_t q = from;
	struct token w = { .part = PART_BAD };
	for (int i = 0; i < 4; i++) {
		w = word_of(s, n, &q, 1);
		if (w.part != PART_PARTICLE)
			break;
		particles++;
		while (q < n && glyph_blank(s, n, q))
			q += glyph_blank(s, n, q);
	}
	size_t end = q;
	while (end < n && glyph_blank(s, n, end))
		end += glyph_blank(s, n, end);
	bool alone = end == n || strchr("\n,(|\"", s[end]);
	bool formal = t[0].part == PART_INITIAL || t[0].part == PART_TITLE || t[0].part == PART_FAMILY;
	if (w.part != PART_WORD || w.capitals != t[k - 1].capitals || !alone || (particles == 0 && !formal))
		return p;
	return names_never(w.fold) || names_organisation(w.fold) || names_calling(w.fold) || (particles == 0 && names_place(w.fold)) ? p : from;
}

static size_t tokens_of(const char *s, size_t n, bool last_first, struct token t[TOKENS_MAX], size_t *ret_end)
{
	size_t k = 0, p = 0;
	bool comma_seen = false;
	for (;;) {
		while (p < n && glyph_blank(s, n, p))
			p += glyph_blank(s, n, p);
		if (p < n && s[p] == ',' && last_first && !comma_seen && k > 0) {
			t[k - 1].comma = comma_seen = true;
			p++;
			continue;
		}
		size_t on = p < n && k > 0 ? behind_remark(s, n, p, &t[k - 1]) : p;
		if (on > p && k < TOKENS_MAX) {
			p = on;
			continue;
		}
		size_t partner = p < n && k > 0 && stops(s, n, p) ? partner_at(s, n, p, t, k) : p;
		bool joined = partner > p;
		if (p >= n || (stops(s, n, p) && !joined) || k == TOKENS_MAX)
			break;
		p = partner;
		size_t start = p, len;
		while (p < n && !stops(s, n, p) && !glyph_blank(s, n, p)) {
			(void)glyph_at(s, n, p, &len);
			p += len;
		}
		p = initials_end(s, n, start, title_end(s, start, p));
		while (p > start + 1 && s[p - 1] == '\'' && (p == n || !glyph_wordish(s[p])))
			n = --p;
		t[k] = (struct token){ .s = s + start, .n = p - start };
		t[k].part = classify(&t[k], k);
		t[k].partner = joined;
		/* "Jan de Boer." ends a sentence; "J." does not */
		if (t[k].part == PART_BAD && t[k].n > 2 && t[k].s[t[k].n - 1] == '.' && !memchr(t[k].s, '.', t[k].n - 1)) {
			t[k].n--;
			t[k].part = classify(&t[k], k);
			k++;
			break;
		}
		k++;
	}
	*ret_end = p;
	return k;
}

/* "de heer", "de familie": the article belongs to the title. */
static void join_titles(struct token *t, size_t k)
{
	for (size_t i = 0; i + 1 < k; i++)
		if (t[i].part == PART_PARTICLE && strcmp(t[i].fold, "de") == 0 && (t[i + 1].part == PART_TITLE || t[i + 1].part == PART_FAMILY))
			t[i].part = PART_TITLE;
	for (size_t i = 0; i + 1 < k; i++)	/* "de heer en mevrouw Jansen" */
		if (t[i].part == PART_AND && t[i + 1].part == PART_TITLE && (i == 0 || t[i - 1].part == PART_TITLE))
			t[i].part = PART_TITLE;
}

/* "Erik Pastoor", "Hans de Heer": behind a first name or initials such a word is the surname. */
static void keep_surname(struct token *t, size_t k)
{
	if (k < 2 || t[k - 1].part != PART_TITLE || !glyph_listed(" dokter professor dominee pastoor zuster heer pan bay ", t[k - 1].fold) || t[k - 1].s[0] & 0x20)
		return;
	bool article = t[k - 2].part == PART_TITLE && strcmp(t[k - 2].fold, "de") == 0;
	size_t first = k - 1 - article;
	for (size_t i = 0; i < first; i++)
		if (t[i].part == PART_WORD || t[i].part == PART_INITIAL) {
			t[k - 1].part = PART_WORD;
			t[k - 2].part = article ? PART_PARTICLE : t[k - 2].part;
			return;
		}
}

static size_t drop(struct token *t, size_t k, enum part part)
{
	size_t out = 0;
	for (size_t i = 0; i < k; i++) {
		if (t[i].part != part)
			t[out++] = t[i];
		else if (t[i].comma && out)
			t[out - 1].comma = true;
	}
	return out;
}

/* "Bakker-de Wit, Annemieke" and "Boer, Jan de" in order. Returns false when what stands around the comma is no such thing. */
static bool turn(struct token *t, size_t *k)
{
	size_t c = 0;
	while (c < *k && !t[c].comma)
		c++;
	if (c + 1 >= *k) {
		if (c < *k)
			t[c].comma = false;
		return true;
	}
	size_t last = c + 1, words = 0;
	for (size_t i = 0; i < last; i++)
		words += t[i].part == PART_WORD || t[i].part == PART_SMALL;
	if (words == 0 || words > 3 || t[last].part == PART_PARTICLE || t[last].part == PART_AND)
		return false;
	struct token turned[TOKENS_MAX];
	size_t out = 0;
	for (size_t i = last; i < *k; i++)
		turned[out++] = t[i];
	for (size_t i = 0; i < last; i++)
		turned[out++] = t[i];
	memcpy(t, turned, out * sizeof *t);
	for (size_t i = 0; i < out; i++)
		t[i].comma = false;
	return true;
}

static void put(struct person *r, size_t *at, const char *s, size_t n)
{
	if (*at + n >= PERSON_BYTES)
		n = 0;
	memcpy(r->name + *at, s, n);
	*at += n;
	r->name[*at] = '\0';
}

static size_t encode(uint32_t c, char ret[4])
{
	if (c < 0x80) {
		ret[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		ret[0] = (char)(0xc0 | c >> 6);
		ret[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	ret[0] = (char)(0xe0 | c >> 12);
	ret[1] = (char)(0x80 | (c >> 6 & 0x3f));
	ret[2] = (char)(0x80 | (c & 0x3f));
	return 3;
}

/* A word all in capitals or all in small letters is written as names are. */
static void put_mended(struct person *r, size_t *at, const struct token *t)
{
	size_t len;
	bool start = true;
	char out[4];
	for (size_t i = 0; i < t->n; i += len) {
		uint32_t c = glyph_at(t->s, t->n, i, &len);
		if (c >= 0x10000) {
			put(r, at, t->s + i, len);
			continue;
		}
		char rest[FOLD_BYTES];
		if (start && i > 0)	/* "BAKKER-DE WIT" */
			glyph_fold_text(t->s + i, t->n - i, rest, sizeof rest);
		bool small = start && i > 0 && t->capitals && names_particle(rest);
		uint32_t m = start && !small ? glyph_raise(c) : t->capitals ? glyph_lower(c) : c;
		put(r, at, out, encode(m, out));
		start = !glyph_letter(c);
	}
}

struct counts {
	size_t words, small, initials, particles, ands, capitals, never, family;
	bool organisation, first_known, titles;
};

static struct counts count(const struct token *t, size_t k)
{
	struct counts c = { 0 };
	for (size_t i = 0; i < k; i++) {
		bool after_particle = i > 0 && t[i - 1].part == PART_PARTICLE;
		bool smallish = t[i].part == PART_SMALL && !(after_particle && c.words + c.initials > 0);
		c.words += t[i].part == PART_WORD || (t[i].part == PART_SMALL && !smallish);
		c.small += smallish;
		c.initials += t[i].part == PART_INITIAL;
		c.organisation = c.organisation || (t[i].part == PART_INITIAL && t[i].n > 1 && !memchr(t[i].s, '.', t[i].n) && names_organisation(t[i].fold));	/* "VV De Treffers" */
		c.particles += t[i].part == PART_PARTICLE;
		c.ands += t[i].part == PART_AND;
		c.family += t[i].part == PART_FAMILY;
		c.capitals += t[i].part == PART_WORD && t[i].capitals;
		bool named = names_first(t[i].fold);
		if (t[i].part == PART_WORD || t[i].part == PART_SMALL) {
			c.never += names_never(t[i].fold) && !(named && i == 0 && t[i].part == PART_WORD) && !(after_particle && i > 1);
			c.organisation = c.organisation || (names_organisation(t[i].fold) && !(after_particle && i > 1));
		}
		c.first_known = c.first_known || (named && (i == 0 || t[i - 1].part == PART_AND || t[i - 1].part == PART_TITLE));
	}
	return c;
}

static double rate(const struct counts *c, const struct token *t, size_t k)
{
	size_t words = c->words + c->small;
	if (words == 0 || words > 5 || c->never || c->organisation || c->ands > 1 || (c->small && c->words && !(c->first_known && c->particles == 0 && c->words == 1)))
		return 0;
	for (size_t i = 0; i < k; i++)
		if (t[i].part == PART_BAD)
			return 0;
	if (t[k - 1].part == PART_PARTICLE || t[k - 1].part == PART_AND || t[0].part == PART_AND || t[0].part == PART_SUFFIX)
		return 0;
	double score;
	if (c->initials && t[0].part == PART_INITIAL)
		score = 0.95;
	else if (c->family)
		score = 0.8;
	else if (words >= 2)
		score = c->first_known ? 0.95 : words > 3 ? 0.6 : 0.8;
	else if (c->initials)
		score = c->first_known ? 0.8 : 0.7;	/* "Rachid B." */
	else if (c->particles)
		score = 0.65;
	else
		score = c->first_known ? 0.6 : 0.4;
	if (c->capitals && c->capitals == c->words && !c->initials && !c->first_known)
		score *= 0.7;	/* "NIET NORMAAL" */
	if (c->small && words == c->small)
		score = c->first_known || (c->initials && c->particles) ? score * 0.8 : 0.25;
	if (c->titles && score < 0.9)
		score += 0.05;
	return score;
}

static void spell(const struct token *t, size_t k, const struct counts *c, struct person *r)
{
	size_t at = 0;
	bool shout = c->capitals && c->capitals == c->words, whisper = c->words == 0;
	for (size_t i = 0; i < k; i++) {
		bool glue = i > 0 && t[i - 1].part == PART_INITIAL && t[i].part == PART_INITIAL && t[i - 1].s[t[i - 1].n - 1] == '.';
		if (at && !glue)
			put(r, &at, t[i].partner ? "-" : " ", 1);
		if ((t[i].part == PART_WORD && shout) || (t[i].part == PART_SMALL && (whisper || c->small)))
			put_mended(r, &at, &t[i]);
		else if (t[i].part == PART_PARTICLE && shout)
			put(r, &at, t[i].fold, strlen(t[i].fold));
		else
			put(r, &at, t[i].s, t[i].n);
	}
}

int person_read(const char *s, size_t n, enum person_from from, struct person *ret, size_t *ret_end)
{
	struct token t[TOKENS_MAX];
	size_t p = 0, end, k;
	while (p < n && (glyph_blank(s, n, p) || strchr("\"'*_~", s[p])) && !(s[p] == '\'' && p + 1 < n && (s[p + 1] | 0x20) == 't'))
		p += glyph_blank(s, n, p) ? glyph_blank(s, n, p) : 1;
	if (n - p > 400)
		n = p + 400;
	k = tokens_of(s + p, n - p, from == PERSON_HEADER, t, &end);
	/* on a line a comma usually ends the name; "Jansen, P." turns only where a lone surname meets a first name or initials */
	if (from == PERSON_LINE && k > 0 && k <= 3 && p + end < n && s[p + end] == ',' && !names_first(t[0].fold) && t[0].part != PART_INITIAL) {
		struct token u[TOKENS_MAX];
		size_t end2, k2 = tokens_of(s + p, n - p, true, u, &end2);
		size_t rest = p + end2;
		while (rest < n && glyph_blank(s, n, rest))
			rest += glyph_blank(s, n, rest);
		bool shout = u[0].capitals && k2 == k + 1 && u[k].capitals && !names_place(u[0].fold);	/* "VERMEULEN, HENRICUS" */
		if (k2 > k && k2 <= k + 2 && (shout || u[k].part == PART_INITIAL || (u[k].part == PART_WORD && names_first(u[k].fold))) && (rest == n || s[rest] == '\n')) {
			memcpy(t, u, sizeof u);
			k = k2;
			end = end2;
		}
	}
	join_titles(t, k);
	keep_surname(t, k);
	size_t before = k;
	k = drop(t, k, PART_TITLE);
	if (k == 0 || k > 8 || !turn(t, &k))
		return 0;
	while (k > 1 && t[k - 1].part == PART_SUFFIX)
		k--;
	if (k == 0)
		return 0;
	struct counts c = count(t, k);
	c.titles = before > k;
	ret->score = rate(&c, t, k);
	if (ret->score <= 0)
		return 0;
	ret->name[0] = '\0';
	ret->known = c.first_known;
	ret->couple = c.ands > 0;
	ret->first = t[0].part == PART_WORD || t[0].part == PART_SMALL;
	ret->surname = c.family || c.particles || c.words + c.small >= 2 || (c.initials && t[0].part == PART_INITIAL) || (!c.first_known && !ret->first);
	spell(t, k, &c, ret);
	if (ret->name[0] == '\0')
		return 0;
	*ret_end = p + end;
	return 1;
}

double recognise_name(const char *s, size_t n)
{
	struct person p;
	size_t end;
	return person_read(s, n, PERSON_LINE, &p, &end) ? p.score : 0;
}

bool person_is_organisation(const char *s, size_t n)
{
	size_t p = 0, len, words = 0;
	while (p < n && words < 12) {
		while (p < n && (glyph_blank(s, n, p) || s[p] == ',' || s[p] == '|' || s[p] == '(' || s[p] == '"'))
			p += glyph_blank(s, n, p) ? glyph_blank(s, n, p) : 1;
		size_t start = p;
		while (p < n && !glyph_blank(s, n, p) && !strchr(",|()\"", s[p])) {
			(void)glyph_at(s, n, p, &len);
			p += len;
		}
		char f[FOLD_BYTES];
		if (p - start < FOLD_BYTES) {
			glyph_fold_text(s + start, p - start, f, sizeof f);
			if (names_organisation(f))
				return true;
		}
		words++;
	}
	return false;
}
