/* Cuts a name into titles, initials, particles and words; knows where it must end, and where a double name goes on behind a dash. */
#include "parsers/fields/person_inner.h"

#include <stdint.h>
#include <string.h>

#include "parsers/fields/names.h"
#include "parsers/glyph.h"

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
	if (s[p] == '/' && p > 0 && p + 1 < n && strchr("vaeoVAEO", s[p - 1]) && strchr("dvDV", s[p + 1]) && (p == 1 || s[p - 2] == ' ') && (p + 2 == n || strchr(" .", s[p + 2])))
		return false;
	if (strchr("\n|()[]<>\"/;:!?*_=\\~,{}", s[p]))
		return true;
	if (glyph_wordish(s[p]) && (unsigned char)s[p] < 0x80)
		return false;
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

/* May the word behind the dash be a surname? Not a calling, an organisation or (without particles) a town. */
static bool surname_like(const struct token *w, bool particles)
{
	return w->part == PART_WORD && !names_never(w->fold) && !names_organisation(w->fold) && !names_calling(w->fold) && (particles || !names_place(w->fold));
}

/* "Quist - van den Berg", "Faber - Smit": behind the dash stand particles and one surname, and nothing more of the line. A lone word may be a calling or a
 * town: then there must be initials or a title before. Where the partner's name begins, or p. */
static size_t partner_at(const char *s, size_t n, size_t p, const struct token *t, size_t k)
{
	size_t dash = glyph_dash(s, n, p), from = p + dash, particles = 0;
	bool formal = t[0].part == PART_INITIAL || t[0].part == PART_TITLE || t[0].part == PART_FAMILY;
	struct token w = { .part = PART_PARTICLE };
	if (!dash || k + 3 > TOKENS_MAX || (t[k - 1].part != PART_WORD && t[k - 1].part != PART_PARTICLE))
		return p;
	while (from < n && glyph_blank(s, n, from))
		from += glyph_blank(s, n, from);
	size_t end = from;
	for (int i = 0; i < 4 && w.part == PART_PARTICLE; i++) {
		w = word_of(s, n, &end, 1);
		particles += w.part == PART_PARTICLE;
		while (end < n && glyph_blank(s, n, end))
			end += glyph_blank(s, n, end);
	}
	bool alone = end == n || strchr("\n,(|\"", s[end]);
	return alone && (particles || formal) && w.capitals == t[k - 1].capitals && surname_like(&w, particles) ? from : p;
}

size_t person_tokens(const char *s, size_t n, bool last_first, struct token t[TOKENS_MAX], size_t *ret_end)
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
	for (size_t i = 1; i + 1 < k; i++)	/* "P. V.D. LAAN": in a word of its own behind initials */
		if (t[i].part == PART_INITIAL && t[i - 1].part == PART_INITIAL && t[i + 1].part == PART_WORD && glyph_listed(" v.d. v.d ", t[i].fold))
			t[i].part = PART_PARTICLE;
	*ret_end = p;
	return k;
}
