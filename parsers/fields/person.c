#include "parsers/fields/person.h"

#include <stdint.h>
#include <string.h>

#include "parsers/fields/names.h"
#include "parsers/fields/person_inner.h"
#include "parsers/fields/recognise.h"
#include "parsers/glyph.h"

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

static void roll(struct token *t, size_t k, size_t n)
{
	struct token first[TOKENS_MAX];
	memcpy(first, t, n * sizeof *t);
	memmove(t, t + n, (k - n) * sizeof *t);
	memcpy(t + k - n, first, n * sizeof *t);
}

/* Display names turned without a comma: "VAN DEN HEUVEL JOKE", "Heuvel J. van den". */
static void turn_bare(struct token *t, size_t k)
{
	size_t tail = k;
	while (tail > 0 && t[tail - 1].part == PART_PARTICLE)
		tail--;
	if (k > 2 && t[0].part == PART_PARTICLE && t[k - 1].part == PART_WORD && t[k - 2].part == PART_WORD && names_first(t[k - 1].fold) && !t[k - 1].partner)
		roll(t, k, k - 1);
	else if (tail < k && tail == 2 && t[0].part == PART_WORD && t[1].part == PART_INITIAL)
		roll(t, k, 1);
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
	size_t tucked;	/* in small letters behind a particle: "Jan de boer" */
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
		c.tucked += t[i].part == PART_SMALL && !smallish;
		c.initials += t[i].part == PART_INITIAL;
		c.organisation = c.organisation || (t[i].part == PART_INITIAL && t[i].n > 1 && !memchr(t[i].s, '.', t[i].n) && names_organisation(t[i].fold));	/* "VV De Treffers" */
		c.organisation = c.organisation || (i > 0 && i + 1 == k && c.words && glyph_listed(" b.v. b.v bv n.v. n.v nv v.o.f. v.o.f vof ", t[i].fold));	/* "Haverkamp Bouw B.V." */
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

/* No name looks so, whatever its words are. */
static bool misshapen(const struct token *t, size_t k)
{
	for (size_t i = 0; i < k; i++)
		if (t[i].part == PART_BAD)
			return true;
	return t[k - 1].part == PART_PARTICLE || t[k - 1].part == PART_AND || t[0].part == PART_AND || t[0].part == PART_SUFFIX;
}

static double rate(const struct counts *c, const struct token *t)
{
	size_t words = c->words + c->small;
	if (words == 0 || words > 5 || c->never || c->organisation || c->ands > 1 || (c->small && c->words && !(c->first_known && c->particles == 0 && c->words == 1)))
		return 0;
	if (c->tucked > 1)	/* "Hierbij de foto van de envelop" */
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
	k = person_tokens(s + p, n - p, from == PERSON_HEADER, t, &end);
	/* on a line a comma usually ends the name; "Jansen, P." turns only where a lone surname meets a first name or initials */
	if (from == PERSON_LINE && k > 0 && k <= 3 && p + end < n && s[p + end] == ',' && !names_first(t[0].fold) && t[0].part != PART_INITIAL) {
		struct token u[TOKENS_MAX];
		size_t end2, k2 = person_tokens(s + p, n - p, true, u, &end2);
		size_t rest = p + end2;
		while (rest < n && glyph_blank(s, n, rest))
			rest += glyph_blank(s, n, rest);
		bool shout = u[0].capitals && k2 == k + 1 && u[k].capitals && !names_place(u[0].fold);	/* "VERMEULEN, HENRICUS" */
		bool initials = u[k].part == PART_INITIAL && (k2 == k + 1 || u[k + 1].part == PART_PARTICLE);	/* "Professor, TU Delft" is none */
		if (k2 > k && k2 <= k + 2 && (shout || initials || (u[k].part == PART_WORD && names_first(u[k].fold))) && (rest == n || s[rest] == '\n')) {
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
	if (from == PERSON_HEADER)
		turn_bare(t, k);
	ret->score = 0;
	if (misshapen(t, k))
		return 0;
	struct counts c = count(t, k);
	c.titles = before > k;
	ret->score = rate(&c, t);
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

int person_answer(const char *s, size_t n, struct person *ret)
{
	char raised[PERSON_BYTES];
	size_t end, len;
	bool shout = false, whisper = false;
	if (n >= sizeof raised)
		return 0;
	for (size_t p = 0; p < n;) {
		char w[FOLD_BYTES];
		size_t start = p;
		while (p < n && s[p] != ' ') {
			uint32_t c = glyph_at(s, n, p, &len);
			shout = shout || glyph_upper(c);
			whisper = whisper || (glyph_letter(c) && !glyph_upper(c));
			p += len;
		}
		glyph_fold_text(s + start, p - start, w, sizeof w);
		if (glyph_listed(" zie onder hieronder boven bekend bijlage staat liever privacy test ", w))
			return 0;
		memcpy(raised + start, s + start, p - start);
		if (s[start] >= 'a' && s[start] <= 'z' && !names_particle(w))
			raised[start] = (char)(s[start] - 32);
		while (p < n && s[p] == ' ')
			raised[p++] = ' ';
	}
	return shout != whisper && person_read(raised, n, PERSON_HEADER, ret, &end) && ret->score >= (shout ? 0.25 : 0.4);
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
