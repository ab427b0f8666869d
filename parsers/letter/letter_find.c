#include "parsers/letter/letter_find.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define BETTER 88	/* of a second reading that replaces a first one that was ten worse */
#define GUESSED 30	/* a first reading below this was a guess: the same guess made twice proves nothing */
#define AGREED 80	/* of a second reading that agrees with a guess, where something else vouches for the value */
#define FAIR 90		/* a first reading that stands when the second one failed: right in all that was measured */
#define FAILED 30	/* a second reading below this that holds nothing of the first is none: a crease, a stamp or a stroke runs through the crop */

size_t bare_text(const char *s, size_t n, char *ret, size_t room)
{
	size_t to = 0;
	for (size_t i = 0; i < n && s[i] && to + 1 < room; i++) {
		bool mark = i + 2 < n && memcmp(s + i, "\xe2\x80", 2) == 0;	/* U+2000..U+203F: dashes and quotation marks of print, no letters either */
		if (mark)
			i += 2;
		else if (isalnum((unsigned char)s[i]) || (unsigned char)s[i] >= 0x80)
			ret[to++] = s[i];
	}
	ret[to] = '\0';
	return to;
}

void find_set(struct find *f, const struct letter_line *l, size_t at, size_t end, const char *value, size_t n, const char *from)
{
	if (n >= FIND_BYTES)
		n = FIND_BYTES - 1;
	*f = (struct find){ .line = l, .at = at, .end = end, .from = from };
	memcpy(f->value, value, n);
	f->value[n] = '\0';
	f->confidence = l->leaf->text_layer ? 100 : segment_confidence(l->s, at, end);
	f->sure = f->confidence >= SURE;
}

static char digit_for(char c)
{
	static const char from[] = "OolI|irSsBZzg", to[] = "0011111558229";	/* the small ones are old-style figures */
	const char *p = c ? strchr(from, c) : NULL;
	return p ? to[p - from] : c;
}

/* In a value with digits in it the strokes I, l and | are one sign with 1, and O with 0: which of them it is the place decides, not the reading. A speck
 * over the stroke makes an accent of it. */
static size_t join_alike(char *s)
{
	size_t to = 0;
	for (size_t i = 0; s[i]; i++) {
		bool accent = (unsigned char)s[i] == 0xc3 && s[i + 1];
		unsigned char low = accent ? (unsigned char)s[i + 1] | 0x20 : 0;	/* U+00CC..U+00CF and their small ones: I with its accents */
		if (accent && low >= 0xac && low <= 0xaf) {
			s[to++] = '1';
			i++;
		} else {
			s[to++] = strchr("Il|", s[i]) ? '1' : strchr("Oo", s[i]) ? '0' : s[i];
		}
	}
	s[to] = '\0';
	return to;
}

/* An address has no capitals: a tall stroke in it is an l. */
static void join_strokes(char *s)
{
	for (; *s; s++)
		*s = *s == 'I' || *s == '|' ? 'l' : *s;
}

/* The two readings of a value to what is compared of them; returns the first one's length. */
static size_t comparable(const struct find *f, char *first, char *again, size_t *ret_m)
{
	if (strchr(f->value, '@')) {
		join_strokes(first);
		join_strokes(again);
	} else if (strpbrk(first, "0123456789")) {
		(void)join_alike(first);
		(void)join_alike(again);
	}
	*ret_m = strlen(again);
	return strlen(first);
}

/* A second reading may lose in one word what it confirms in the others: all words but one stand in both, in the same order, and that one is sure by itself. */
static bool words_confirmed(const struct find *f, const char *again)
{
	const char *text = f->line->text;
	size_t lost = 0, kept = 0;
	for (size_t at = f->at; at < f->end;) {
		size_t end = at;
		char word[FIND_BYTES];
		while (end < f->end && text[end] != ' ')
			end++;
		size_t n = bare_text(text + at, end - at, word, sizeof word);
		n = n && strpbrk(again, "0123456789") ? join_alike(word) : n;
		const char *found = n ? strstr(again, word) : again;
		if (!found && segment_confidence(f->line->s, at, end) < SURE)
			return false;
		lost += !found;
		kept += found ? n : 0;
		again = found ? found + n : again;
		at = end + strspn(text + end, " ");
	}
	return lost <= 1 && kept > 0;
}

static const char *read_again(const struct finder *x, const struct find *f, double *ret_conf)
{
	if (!f->value[0] || f->sure || f->doubt || !f->line || !x->c->engine)
		return NULL;
	return leaf_again(f->line->leaf, f->line->s, f->at, f->end, x->c->engine->ocr, NULL, x->c->arena, ret_conf);
}

bool find_agrees(const struct find *f, const char *second, double conf, bool *ret_better)
{
	char first[FIND_BYTES], again[1024];
	(void)bare_text(f->line->text + f->at, f->end - f->at, first, sizeof first);
	(void)bare_text(second, strlen(second), again, sizeof again);
	size_t m, n = comparable(f, first, again, &m);
	bool worth = f->confidence >= GUESSED || conf >= BETTER, same = strstr(again, first) != NULL || (strpbrk(first, "0123456789") && words_confirmed(f, again));
	bool failed = m > 0 && conf < FAILED && f->confidence >= FAIR && !f->line->leaf->poor && edit_distance(first, n, again, m, (int)n) * 2 > (int)n;
	bool agrees = n > 0 && ((same && worth) || failed);
	*ret_better = !agrees && conf >= BETTER && conf >= f->confidence + 10 && edit_distance(first, n, again, m, 2) <= 2;
	return agrees;
}

const char *find_confirm(const struct finder *x, struct find *f)
{
	double conf = 0;
	bool better;
	const char *second = read_again(x, f, &conf);
	if (!second)
		return NULL;
	f->sure = find_agrees(f, second, conf, &better);
	return better ? second : NULL;
}

/* Does this sign of a reading stand for that one of a postcode? Its letters are capitals in whatever size they are read, and its J is read as a bracket. */
static bool code_sign(char read, char meant)
{
	if (isdigit((unsigned char)meant))
		return digit_for(read) == meant;
	return toupper((unsigned char)read) == meant || digit_for(meant) == read || (meant == 'J' && strchr("})]", read));
}

bool find_postcode_agrees(const struct find *f, const char *second, double conf, bool vouched)
{
	char again[256];
	size_t n = 0;
	for (const char *p = second; *p && n + 1 < sizeof again; p++)
		if (isalnum((unsigned char)*p) || strchr("})]|", *p))
			again[n++] = *p;
	bool same = false;
	for (size_t i = 0; i + 6 <= n && strlen(f->value) == 7; i++) {
		size_t k = 0;
		while (k < 6 && code_sign(again[i + k], f->value[k + (k >= 4)]))
			k++;
		same = same || k == 6;
	}
	return same && (f->confidence >= GUESSED || conf >= (vouched ? AGREED : BETTER));
}

bool find_digits_differ(struct find *f, const char *third, double conf)
{
	char again[256];
	if (bare_text(third, strlen(third), again, sizeof again) != 4 || strspn(again, "0123456789") != 4 || conf < BETTER || strncmp(again, f->value, 4) == 0)
		return false;
	memcpy(f->value, again, 4);
	f->sure = false;
	return true;
}

/* Both readings of a postcode are middling and no town vouches for it: a third one, with nothing but digits allowed, tells 3 from 8. */
static void third_reading(const struct finder *x, struct find *f)
{
	double conf = 0;
	bool apart = f->end - f->at == 7 && f->line->text[f->at + 4] == ' ';
	const char *third = apart ? leaf_again(f->line->leaf, f->line->s, f->at, f->at + 4, x->c->engine->ocr, "0123456789", x->c->arena, &conf) : NULL;
	if (third)
		(void)find_digits_differ(f, third, conf);
}

void find_confirm_postcode(const struct finder *x, struct find *f, bool vouched)
{
	double conf = 0;
	const char *second = read_again(x, f, &conf);
	if (second)
		f->sure = find_postcode_agrees(f, second, conf, vouched);
	if (second && !vouched && f->confidence < BETTER && conf < BETTER)
		third_reading(x, f);
}

bool find_digits_again(const struct finder *x, const struct find *f, const char *digits)
{
	char again[256];
	double conf;
	const char *second = x->c->engine ? leaf_again(f->line->leaf, f->line->s, f->at, f->end, x->c->engine->ocr, "0123456789", x->c->arena, &conf) : NULL;
	return second && bare_text(second, strlen(second), again, sizeof again) && strstr(again, digits);
}

struct evidence find_as_evidence(const struct finder *x, const struct find *f)
{
	struct box b = segment_box(f->line->s, f->at, f->end);
	double w = f->line->leaf->layout.width, h = f->line->leaf->layout.height;
	char *quote = arena_strndup(x->c->arena, f->line->text + f->at, f->end - f->at);
	return (struct evidence){ .from = f->from, .quote = quote ? quote : "", .confidence = (f->sure && f->confidence < SURE ? SURE : f->confidence) / 100,
				  .page = f->line->leaf->page, .box = { b.x0 / w, b.y0 / h, b.x1 / w, b.y1 / h } };
}

int find_evidence(const struct finder *x, const char *field, const struct find *f)
{
	struct evidence e = find_as_evidence(x, f);
	e.field = field;
	return record_add_evidence(x->r, &e);
}

/* Digits, letters that look like them, and what stands between digits; at least two real digits and more digits than look-alikes. */
static bool is_number(const char *s, size_t n)
{
	size_t digits = 0, alike = 0;
	for (size_t i = 0; i < n; i++) {
		if (isdigit((unsigned char)s[i]))
			digits++;
		else if (digit_for(s[i]) != s[i])
			alike++;
		else if (!strchr("-./()+,:", s[i]))
			return false;
	}
	return digits >= 2 && (digits > alike || (digits + alike == 7 && digits >= 3));	/* seven: a dossier number in old-style figures */
}

static void mend_four(char *s)
{
	char r[4];
	size_t digits = 0;
	for (size_t i = 0; i < 4; i++) {
		digits += isdigit((unsigned char)s[i]) != 0;
		r[i] = s[i] == '/' ? '7' : digit_for(s[i]);
		if (!isdigit((unsigned char)r[i]))
			return;
	}
	if (digits >= 1)
		memcpy(s, r, 4);
}

/* "88 O1 31": a short group after a number is one too when one of its signs is a digit. */
static bool short_group(const char *s, size_t n)
{
	bool digit = strspn(s, "O") >= n;	/* "26 OO 606" */
	for (size_t i = 0; i < n; i++) {
		if (isdigit((unsigned char)s[i]))
			digit = true;
		else if (digit_for(s[i]) == s[i] || islower((unsigned char)s[i]))
			return false;
	}
	return digit && n >= 2 && n <= 3;
}

char *mend_digits(const char *s, size_t n, struct arena *a)
{
	char *r = arena_strndup(a, s, n);
	if (!r)
		return NULL;
	bool after_number = false;
	for (size_t i = 0; i < n;) {
		size_t from = i;
		while (i < n && r[i] != ' ')
			i++;
		size_t len = i - from;
		/* "soo4 GB", "6/51 LX": four characters before two capitals are a postcode's digits when one of them is one */
		bool four = len == 4 && i + 2 < n && isupper((unsigned char)r[i + 1]) && isupper((unsigned char)r[i + 2]) && (i + 3 >= n || !isalpha((unsigned char)r[i + 3]));
		if (four)
			mend_four(r + from);
		bool code = len == 6 && isupper((unsigned char)r[from + 4]) && isupper((unsigned char)r[from + 5]);
		if (code)
			mend_four(r + from);
		code = code && is_number(r + from, 4);
		if (code)
			len = 4;
		bool mobile = len == 2 && (r[from] == 'O' || r[from] == 'o') && r[from + 1] == '6';
		bool number = is_number(r + from, len);
		if (code || mobile || number || (after_number && short_group(r + from, len)))
			for (size_t k = from; k < from + len; k++)
				r[k] = digit_for(r[k]);
		after_number = number || mobile || (after_number && len <= 3 && is_number(r + from, len));
		i++;
	}
	return r;
}
