#include "parsers/letter/letter_find.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define BETTER 88	/* of a second reading that replaces a first one that was ten worse */
#define GUESSED 30	/* a first reading below this was a guess: the same guess made twice proves nothing */

size_t bare_text(const char *s, size_t n, char *ret, size_t room)
{
	size_t to = 0;
	for (size_t i = 0; i < n && s[i] && to + 1 < room; i++)
		if (isalnum((unsigned char)s[i]) || (unsigned char)s[i] >= 0x80)
			ret[to++] = s[i];
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

/* In a value with digits in it the strokes I, l and | are one sign with 1, and O with 0: which of them it is the place decides, not the reading. */
static void join_alike(char *s)
{
	for (; *s; s++)
		*s = strchr("Il|", *s) ? '1' : strchr("Oo", *s) ? '0' : *s;
}

const char *find_confirm(const struct finder *x, struct find *f)
{
	char first[FIND_BYTES], again[1024];
	double conf = 0;
	if (!f->value[0] || f->sure || f->doubt || !f->line || !x->c->engine)
		return NULL;
	const char *second = leaf_again(f->line->leaf, f->line->s, f->at, f->end, x->c->engine->ocr, NULL, x->c->arena, &conf);
	if (!second)
		return NULL;
	size_t n = bare_text(f->line->text + f->at, f->end - f->at, first, sizeof first);
	size_t m = bare_text(second, strlen(second), again, sizeof again);
	if (strpbrk(first, "0123456789")) {
		join_alike(first);
		join_alike(again);
	}
	f->sure = n > 0 && strstr(again, first) != NULL && (f->confidence >= GUESSED || conf >= BETTER);
	return !f->sure && conf >= BETTER && conf >= f->confidence + 10 && edit_distance(first, n, again, m, 2) <= 2 ? second : NULL;
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

static char digit_for(char c)
{
	static const char from[] = "OolI|irSsBZzg", to[] = "0011111558229";	/* the small ones are old-style figures */
	const char *p = c ? strchr(from, c) : NULL;
	return p ? to[p - from] : c;
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
