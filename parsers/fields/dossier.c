#include "parsers/fields/recognise.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "parsers/fields/dossier_label.h"
#include "parsers/fields/numbers.h"
#include "parsers/glyph.h"

#define GROUPS_MAX 8
#define GROUPS_LOOK 24	/* a run is looked at no further, so that rows of digits cost no more than their length */
#define PATTERNS_MAX 16

struct dossier_rules {
	char *text[PATTERNS_MAX];	/* owned */
	pcre2_code *code[PATTERNS_MAX];	/* owned */
	size_t n;
	pcre2_match_data *data;		/* owned */
};

static void rules_free(struct dossier_rules *d)
{
	if (!d)
		return;
	for (size_t i = 0; i < d->n; i++) {
		free(d->text[i]);
		pcre2_code_free(d->code[i]);
	}
	pcre2_match_data_free(d->data);
	free(d);
}

static struct dossier_rules *rules_new(const struct rule_list *patterns)
{
	struct dossier_rules *d = calloc(1, sizeof *d);
	if (!d)
		return NULL;
	d->data = pcre2_match_data_create(1, NULL);
	bool ok = d->data && patterns->n <= PATTERNS_MAX;
	for (size_t i = 0; ok && i < patterns->n; i++) {
		int code;
		PCRE2_SIZE at;
		d->text[i] = strdup(patterns->text[i]);
		d->code[i] = pcre2_compile((PCRE2_SPTR)patterns->text[i], PCRE2_ZERO_TERMINATED, PCRE2_ANCHORED | PCRE2_ENDANCHORED, &code, &at, NULL);
		ok = d->text[i] && d->code[i];
		d->n++;
	}
	if (ok)
		return d;
	rules_free(d);
	return NULL;
}

static bool compiled_from(const struct dossier_rules *d, const struct rule_list *patterns)
{
	bool same = d->n == patterns->n;
	for (size_t i = 0; same && i < d->n; i++)
		same = strcmp(d->text[i], patterns->text[i]) == 0;
	return same;
}

/* Compiling takes five pages of the stack and more time than a mail's numbers do; a reader's children inherit what was compiled. */
const struct dossier_rules *dossier_rules_of(const struct rules *rules)
{
	static struct dossier_rules *kept;
	if (!kept || !compiled_from(kept, &rules->dossier_patterns)) {
		rules_free(kept);
		kept = rules_new(&rules->dossier_patterns);
	}
	return kept;
}

static bool matches(const struct dossier_rules *d, const char *digits, size_t n, bool *ret_house)
{
	for (size_t i = 0; i < d->n; i++) {
		if (pcre2_match(d->code[i], (PCRE2_SPTR)digits, n, 0, 0, d->data, NULL) < 0)
			continue;
		*ret_house = i == 0;
		return true;
	}
	return false;
}

/* Groups of digits with one separator each between them: "260 4817", "2604.117", "26 15 771". */
struct run {
	struct span group[GROUPS_MAX];
	size_t n;
	size_t end;		/* behind the last group, also of those that did not fit */
	bool torn;		/* more groups than any number of ours has, or a group stuck to letters */
};

/* "26/04817", "2604/817": a slash joins what makes seven digits; "2604817/2604818" are two. */
static size_t slash(const char *s, size_t n, size_t p)
{
	size_t before = 0, behind = 0;
	while (before < p && before < 5 && glyph_digit(s[p - 1 - before]))
		before++;
	while (p + 1 + behind < n && behind < 6 && glyph_digit(s[p + 1 + behind]))
		behind++;
	bool open = p > before && s[p - 1 - before] == '/';
	return !open && ((before == 2 && behind == 5) || (before == 4 && behind == 3)) ? 1 : 0;
}

static size_t separator(const char *s, size_t n, size_t p)
{
	size_t blank = glyph_blank(s, n, p), dash = blank ? 0 : glyph_dash(s, n, p);
	size_t len = blank ? blank : dash ? dash : p < n && s[p] == '.' ? 1 : p < n && s[p] == '/' ? slash(s, n, p) : 0;
	return len && p + len < n && glyph_digit(s[p + len]) ? len : 0;
}

static void run_at(const char *s, size_t n, size_t at, struct run *ret)
{
	size_t p = at;
	*ret = (struct run){ 0 };
	for (int groups = 0; groups < GROUPS_LOOK; groups++) {
		size_t start = p;
		while (p < n && glyph_digit(s[p]))
			p++;
		if (ret->n < GROUPS_MAX)
			ret->group[ret->n++] = (struct span){ start, p };
		else
			ret->torn = true;
		ret->end = p;
		size_t sep = separator(s, n, p);
		if (!sep)
			return;
		p += sep;
	}
}

/* "K-2026-000123", "k 2026 000123": its end, or 0. */
static size_t complaint_number(const char *s, size_t n, size_t at)
{
	struct span where;
	char text[16];
	size_t from = at;
	while (from > 0 && at - from < 3 && strchr(" -.#", s[from - 1]))
		from--;
	if (from == 0 || (s[from - 1] | 0x20) != 'k')
		return 0;
	size_t near = n - at > 24 ? at + 24 : n;
	return recognise_complaint_number(s, near, from - 1, &where, text) && where.at <= at && where.end > at ? where.end : 0;
}

/* Something else that begins at this run or covers it: its end; 0: nothing. */
static size_t other_number(const char *s, size_t n, size_t at, const struct run *r)
{
	struct span where;
	char text[20];
	if (number_in_iban(s, n, at, &where))
		return where.end;
	size_t date = number_date_at(s, n, at);
	if (date)
		return at + date;
	if (s[at] == '0' || (at > 0 && strchr("+(", s[at - 1])) || s[at] == '3') {
		size_t near = n - at > 48 ? at + 48 : n;	/* only here: the recogniser would look on to the end */
		if (recognise_phone(s, near, at > 0 && strchr("+(", s[at - 1]) ? (at > 1 && s[at - 2] == '(' ? at - 2 : at - 1) : at, &where, text) &&
		    where.at <= at && where.end > at)
			return where.end;
		if ((s[at] == '0' && r->n > 1) || (at > 0 && s[at - 1] == '+'))	/* a telephone number with a digit too many or too few */
			return r->end;
	}
	return complaint_number(s, n, at);
}

/* In a web address: the word it stands in begins with a scheme or www. */
static bool in_address(const char *s, size_t at)
{
	size_t p = at;
	while (p > 0 && at - p < 200 && (unsigned char)s[p - 1] > ' ' && !strchr("<>\"|", s[p - 1]))
		p--;
	return at - p >= 8 && (memcmp(s + p, "http", 4) == 0 || memcmp(s + p, "www.", 4) == 0 || memchr(s + p, '@', at - p));
}

/* Signs that lean against the number: decimals, percentages, web addresses. */
static bool leans(const char *s, size_t n, const struct span *g, bool first_group, bool last_group)
{
	if (first_group && g->at > 0) {
		char c = s[g->at - 1];
		bool decimal = (c == ',' || c == '.') && g->at > 1 && glyph_digit(s[g->at - 2]);
		if (decimal || c == '@' || c == '%' || c == '&' || in_address(s, g->at))
			return true;
	}
	if (last_group && g->end < n) {
		char c = s[g->end];
		if ((c == ',' && g->end + 1 < n && (glyph_digit(s[g->end + 1]) || s[g->end + 1] == '-')) || c == '@' || c == '%')
			return true;
	}
	return false;
}

static bool letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Letters stuck to the front: how many; "PA2604817", "nr2604817", "dossier2604817". */
static size_t front_letters(const char *s, size_t at)
{
	size_t k = 0;
	while (k < at && letter(s[at - 1 - k]) && k < 24)
		k++;
	return k;
}

/* "2604817JB", "2604817/JB", "2604817-AB": a suffix is left out. Anything else stuck behind makes it another kind of number. */
static bool tail_ok(const char *s, size_t n, size_t end, bool labelled)
{
	size_t k = 0;
	while (end + k < n && letter(s[end + k]))
		k++;
	if (k == 0)
		return !(end < n && (unsigned char)s[end] >= 0xc3 && !glyph_dash(s, n, end) && (unsigned char)s[end] < 0xe2);
	return k <= 3 && labelled && !(end + k < n && glyph_digit(s[end + k]));
}

/* A group of letters and digits mixed beside the run ("40AA", "0x8F21C04D"): a fingerprint, a serial number. */
static bool mixed_neighbour(const char *s, size_t n, const struct run *r)
{
	size_t p = r->end;
	if (r->n > 1 && p < n && s[p] == ' ') {
		size_t digits = 0, letters = 0;
		for (p++; p < n && glyph_wordish(s[p]) && digits + letters < 40; p++)
			*(glyph_digit(s[p]) ? &digits : &letters) += 1;
		if (digits >= 2 && letters >= 2 && digits + letters >= 4)
			return true;
	}
	p = r->group[0].at;
	if (r->n > 1 && p > 1 && s[p - 1] == ' ') {
		size_t digits = 0, letters = 0;
		for (p--; p > 0 && glyph_wordish(s[p - 1]) && digits + letters < 40; p--)
			*(glyph_digit(s[p - 1]) ? &digits : &letters) += 1;
		return digits >= 2 && letters >= 2 && digits + letters >= 4;
	}
	return false;
}

static bool money(const char *s, size_t at)
{
	size_t p = at;
	while (p > 0 && glyph_blank_before(s, p))
		p -= glyph_blank_before(s, p);
	if (p >= 3 && memcmp(s + p - 3, "\xe2\x82\xac", 3) == 0)
		return true;
	return (p >= 3 && strncasecmp(s + p - 3, "eur", 3) == 0 && (p == 3 || !letter(s[p - 4]))) || (p > 0 && s[p - 1] == '$') ||
	       (p >= 4 && strncasecmp(s + p - 4, "euro", 4) == 0);
}

/* Does it begin as ours do? */
static bool ours_like(const char *digits)
{
	return strlen(digits) == 8 ? strncmp(digits, "20", 2) == 0 : digits[0] == '2';
}

/* "zaaknummer 11203987 CV EXPL 26-114", "(zaaknummer 11203987 EX)": a court's case, whose number is followed by its sort. */
static bool court(const char *s, size_t n, size_t end)
{
	static const char *const SORTS[] = { "CV", "EX", "HA", "VZ", "VV", "EJ", "BM", "OV", "RK", "KG" };
	size_t p = end + glyph_blank(s, n, end);
	if (p == end || p + 2 > n || (p + 2 < n && glyph_wordish(s[p + 2])))
		return false;
	for (size_t i = 0; i < sizeof SORTS / sizeof *SORTS; i++)
		if (memcmp(s + p, SORTS[i], 2) == 0)
			return true;
	return false;
}

/* The digits of groups [a, b); 0 when they are more than a number of ours can have. */
static size_t join(const char *s, const struct run *r, size_t a, size_t b, char ret[16])
{
	size_t k = 0;
	for (size_t i = a; i < b; i++)
		for (size_t p = r->group[i].at; p < r->group[i].end; p++) {
			if (k == 15)
				return 0;
			ret[k++] = s[p];
		}
	ret[k] = '\0';
	return k;
}

/* "2 6 0 4 8 1 7": digit by digit, seven or eight of them. */
static bool spelled(const struct run *r)
{
	bool single = (r->n == 7 || r->n == 8) && !r->torn;
	for (size_t i = 0; single && i < r->n; i++)
		single = r->group[i].end - r->group[i].at == 1;
	return single;
}

/* "2618 562" may stand without a label; "in 2025 300 euro" and "2 keer" are no such thing. */
static bool tidy(const char *s, size_t n, const struct run *r, size_t a, size_t b)
{
	size_t len[3] = { 0 }, p = r->group[b - 1].end;
	if (spelled(r) && a == 0 && b == r->n)
		return true;
	if (b - a < 2 || b - a > 3 || a != 0 || b != r->n)
		return false;
	for (size_t i = a; i < b; i++)
		len[i - a] = r->group[i].end - r->group[i].at;
	bool shape = b - a == 2 ? (len[0] == 4 && len[1] == 3) || (len[0] == 3 && len[1] == 4) : len[0] == 2 && len[1] + len[2] == 5 && len[1] > 1 && len[2] > 1;
	bool year = memcmp(s + r->group[a].at, "20", 2) == 0 || memcmp(s + r->group[a].at, "19", 2) == 0;
	char next[16];
	p += glyph_blank(s, n, p);
	size_t end = p;
	while (end < n && end - p < sizeof next - 1 && letter(s[end]))
		end++;
	glyph_fold_text(s + p, end - p, next, sizeof next);
	return shape && !year && !glyph_listed(" euro eur keer x maal jaar dagen dag weken uur min minuten km m kwh stuks st procent mensen ", next);
}

static bool consider(const struct dossier_rules *d, const char *s, size_t n, const struct run *r, size_t a, size_t b, struct dossier_candidate *ret)
{
	struct dossier_candidate c = { .where = { r->group[a].at, r->group[b - 1].end }, .joined = b - a > 1, .tidy = tidy(s, n, r, a, b) };
	size_t k = join(s, r, a, b, c.digits);
	if (k == 0 || !matches(d, c.digits, k, &c.house_style))
		return false;
	struct dossier_label_found l;
	size_t front = front_letters(s, c.where.at);
	if (front && c.where.at > front && glyph_digit(s[c.where.at - front - 1]))	/* "3SKABA2604817" */
		return false;
	if (front > 4 && front < 24) {	/* "dossier2604817" */
		struct span w = { c.where.at, c.where.end };
		dossier_label_find(s, n, w, &l);
		if (l.label < LABEL_REFERENCE)
			return false;
	} else {
		dossier_label_find(s, n, c.where, &l);
		if (front && l.label < LABEL_REFERENCE && !(front == 2 && strncasecmp(s + c.where.at - 2, "nr", 2) == 0))
			return false;
	}
	c.label = l.label;
	c.writers_own = l.writers_own;
	c.mine = l.mine;
	c.yours = l.yours;
	c.doubtful = l.doubtful;
	c.label_at = l.at;
	c.date_like = number_is_date(c.digits, k);
	if (!tail_ok(s, n, c.where.end, c.label >= LABEL_REFERENCE))
		return false;
	if (money(s, c.where.at) || (c.digits[0] == '0' && c.label < LABEL_REFERENCE) || (!ours_like(c.digits) && court(s, n, c.where.end)))
		return false;
	*ret = c;
	return true;
}

/* "2 607 733", "2.607.733": written as amounts are; a number of ours only where a label says so. */
static bool in_thousands(const struct run *r)
{
	return r->n == 3 && !r->torn && r->group[0].end - r->group[0].at == 1 && r->group[1].end - r->group[1].at == 3 && r->group[2].end - r->group[2].at == 3;
}

/* What a longer run begins with must at least look like a number of ours: "4021 7733 2" does not. */
/* Groups that make a number together: whole runs only, no stray single digits; behind a strong label the longest beginning that fits. */
static bool consider_joined(const struct dossier_rules *d, const char *s, size_t n, const struct run *r, size_t from, struct dossier_candidate *ret)
{
	if (r->n < 2 || r->group[0].at < from || mixed_neighbour(s, n, r))
		return false;
	size_t last = r->group[r->n - 1].end - r->group[r->n - 1].at, first = r->group[0].end - r->group[0].at;
	if (spelled(r))
		return consider(d, s, n, r, 0, r->n, ret);
	if (first < 2)	/* "2 604 817" needs its label */
		return !r->torn && in_thousands(r) && consider(d, s, n, r, 0, r->n, ret) && ret->label >= LABEL_REFERENCE;
	if (!r->torn && last >= 2 && consider(d, s, n, r, 0, r->n, ret))
		return true;
	for (size_t b = r->n - 1; b >= 2; b--)
		if (r->group[b - 1].end - r->group[b - 1].at >= 2 && consider(d, s, n, r, 0, b, ret) && ret->label >= LABEL_REFERENCE && ours_like(ret->digits))
			return true;
	return false;
}

/* "2604817-2604818": two numbers of one length and beginning. */
static bool twins(const char *s, const struct span *a, const struct span *b)
{
	return a->end - a->at == b->end - b->at && b->end - b->at >= 4 && s[a->at] == s[b->at] && s[a->end] != '.';
}

/* The first candidate of the run at or behind from: a group that matches by itself, else groups that do so together. */
static bool candidate_in(const struct dossier_rules *d, const char *s, size_t n, const struct run *r, size_t from, struct dossier_candidate *ret)
{
	for (size_t i = 0; i < r->n; i++) {
		size_t at = r->group[i].at, len = r->group[i].end - at;
		if (at < from || len < 4 || len > 15 || leans(s, n, &r->group[i], i == 0, i + 1 == r->n))
			continue;
		/* tied to its neighbours by a dot or a dash it is part of something longer, a suffix of two digits left aside */
		bool tied_before = i > 0 && !glyph_blank_before(s, at) && !twins(s, &r->group[i - 1], &r->group[i]);
		bool tied_behind = i + 1 < r->n && !glyph_blank(s, n, r->group[i].end) && !twins(s, &r->group[i], &r->group[i + 1]) &&
				   r->group[i + 1].end - r->group[i + 1].at > 3;
		if (!tied_before && !tied_behind && consider(d, s, n, r, i, i + 1, ret))
			return true;
	}
	if (leans(s, n, &r->group[0], true, false) || leans(s, n, &r->group[r->n - 1], false, true))
		return false;
	return consider_joined(d, s, n, r, from, ret);
}

int recognise_dossier(const struct dossier_rules *d, const char *s, size_t n, size_t from, struct dossier_candidate *ret)
{
	size_t p = from;
	/* start at the beginning of the run we may be in */
	for (size_t back = 0; p > 0 && back < 80 && p < n; back++) {
		bool in = glyph_digit(s[p - 1]) || (glyph_digit(s[p]) && p > 1 && strchr(" .-", s[p - 1]) && glyph_digit(s[p - 2]));
		if (!in)
			break;
		p--;
	}
	while (p < n) {
		if (!glyph_digit(s[p])) {
			p++;
			continue;
		}
		struct run r;
		run_at(s, n, p, &r);
		size_t other = other_number(s, n, p, &r);
		if (other > p) {
			p = other;
			continue;
		}
		if (candidate_in(d, s, n, &r, from, ret))
			return 1;
		p = r.end;
	}
	return 0;
}
