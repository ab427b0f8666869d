#include "parsers/fields/recognise.h"

#include <string.h>

#include "parsers/fields/numbers.h"
#include "parsers/glyph.h"

#define DIGITS_MAX 16
#define DUTCH_DIGITS 9	/* behind the trunk 0 or +31; ITU-T E.164 and the Dutch numbering plan */

/* Between two digits of one number stand at most three separators: ") ", " - ". No line feed: numbers do not wrap. */
static size_t gap(const char *s, size_t n, size_t at)
{
	size_t p = at, blanks = 0;
	for (int k = 0; k < 3 && p < n; k++) {
		size_t b = glyph_blank(s, n, p), d = b ? 0 : glyph_dash(s, n, p);
		blanks += b > 0;
		if (!b && !d && !strchr("./()", s[p]))
			break;
		p += b ? b : d ? d : 1;
	}
	return blanks < 3 && p < n && glyph_digit(s[p]) ? p : at;
}

/* Digits from *at on, separators skipped, up to max; *at ends behind the last. */
static size_t collect(const char *s, size_t n, size_t *at, size_t max, char *ret)
{
	size_t k = 0;
	while (k < max && *at < n) {
		size_t p = glyph_digit(s[*at]) ? *at : gap(s, n, *at);
		if (p >= n || !glyph_digit(s[p]))
			break;
		ret[k++] = s[p];
		*at = p + 1;
	}
	return k;
}

/* "(0)" behind a country code is to be left out. */
static size_t skip_trunk(const char *s, size_t n, size_t at)
{
	size_t p = at + glyph_blank(s, n, at);
	return n - p >= 3 && memcmp(s + p, "(0)", 3) == 0 ? p + 3 : at;
}

/* The longest number a country can have, country code included. */
static size_t foreign_digits(const char *cc)
{
	static const struct { char cc[4]; unsigned char n; } known[] = {
		{ "32", 11 }, { "33", 11 }, { "34", 11 }, { "39", 12 }, { "44", 12 }, { "48", 11 }, { "49", 13 }, { "90", 12 }, { "40", 11 },
		{ "43", 13 }, { "41", 11 }, { "45", 10 }, { "46", 11 }, { "36", 11 }, { "212", 12 }, { "351", 12 }, { "352", 12 }, { "353", 12 },
		{ "359", 12 }, { "380", 12 }, { "597", 10 }, { "599", 11 }, { "297", 10 }, { "1", 11 },
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strncmp(cc, known[i].cc, strlen(known[i].cc)) == 0)
			return known[i].n;
	return 15;
}

static size_t emit(const char *digits, size_t k, char ret[20])
{
	ret[0] = '+';
	memcpy(ret + 1, digits, k);
	ret[k + 1] = '\0';
	return k;
}

/* A number that begins at "at" (a digit, "+" or "("): writes it, returns its end, or at. */
static size_t parse(const char *s, size_t n, size_t at, char ret[20])
{
	char d[DIGITS_MAX + 1] = "";
	size_t p = at, k;
	bool international = false;
	if (s[p] == '(' && p + 1 < n && s[p + 1] == '+')
		p++;
	if (s[p] == '+') {
		p++;
		international = true;
	} else if (n - p >= 4 && s[p] == '0' && s[p + 1] == '0' && s[p + 2] != '0') {
		p += 2;
		p += glyph_blank(s, n, p);
		international = true;
	} else if (s[p] == '(') {
		p++;
	}
	if (p >= n || !glyph_digit(s[p]))
		return at;
	if (!international) {
		k = collect(s, n, &p, s[p] == '0' ? DUTCH_DIGITS + 1 : 0, d);
		if (k != DUTCH_DIGITS + 1 || d[1] == '0')
			return at;
		memmove(d + 2, d + 1, DUTCH_DIGITS);
		memcpy(d, "31", 2);
		emit(d, DUTCH_DIGITS + 2, ret);
		return p;
	}
	k = collect(s, n, &p, 2, d);
	bool dutch = k == 2 && memcmp(d, "31", 2) == 0;
	if (!dutch && k == 2 && p < n && glyph_digit(s[p]))	/* a third digit of the country code, still in its group */
		d[k++] = s[p++];
	p = p + (p < n && s[p] == ')');
	p = skip_trunk(s, n, p);
	size_t max = dutch ? DUTCH_DIGITS + 2 : foreign_digits(d);
	if (dutch) {	/* "+31 06 ..." */
		size_t q = gap(s, n, p);
		if (q < n && s[q] == '0')
			p = q + 1;
	}
	k += collect(s, n, &p, max > k ? max - k : 0, d + k);
	if (dutch ? k != max || d[2] == '0' : k < 8)
		return at;
	emit(d, k, ret);
	return p;
}

/* No number starts in the middle of a word, a longer number, a decimal or a web address. */
static bool starts_here(const char *s, size_t at)
{
	if (at == 0)
		return true;
	char c = s[at - 1];
	if (glyph_digit(c) || c == '+' || c == '_' || c == '#' || c == '=' || c == '&' || c == '%')
		return false;
	size_t len;
	uint32_t g = glyph_before(s, at, &len);
	if (glyph_letter(g) && g > 0x20)
		return false;
	bool joint = g == '-' || g == '.' || g == ',' || g == '/' || (g >= 0x2010 && g <= 0x2015);
	return !(joint && at > len && glyph_digit(s[at - len - 1]) && !(g == '/' && s[at] != '(' && (s[at] == '0' || s[at] == '+')));
}

/* Behind the last digit: not a digit, not ".digit" or "-digit" (a longer number), not a letter. */
static bool ends_here(const char *s, size_t n, size_t end)
{
	if (end >= n)
		return true;
	size_t len = glyph_dash(s, n, end), d = len ? len : s[end] == '.' ? 1 : 0;
	return !glyph_wordish(s[end]) && !(d && end + d < n && glyph_digit(s[end + d])) && s[end] != '@' && s[end] != '%';
}

/* "31612345678" without its plus */
static size_t bare_mobile(const char *s, size_t n, size_t at, char ret[20])
{
	if (n - at < 11 || memcmp(s + at, "316", 3) != 0)
		return at;
	for (size_t i = 3; i < 11; i++)
		if (!glyph_digit(s[at + i]))
			return at;
	emit(s + at, 11, ret);
	return at + 11;
}

int recognise_phone(const char *s, size_t n, size_t from, struct span *where, char ret[20])
{
	for (size_t i = from; i < n; i++) {
		bool open = s[i] == '(' && i + 1 < n && (s[i + 1] == '0' || s[i + 1] == '+') && !(n - i >= 3 && s[i + 2] == ')');
		if (!open && s[i] != '+' && s[i] != '0' && s[i] != '3')
			continue;
		if (!starts_here(s, i))
			continue;
		size_t date = number_date_at(s, n, i);
		if (date) {
			i += date - 1;
			continue;
		}
		char found[20];
		size_t end = s[i] == '3' ? bare_mobile(s, n, i, found) : parse(s, n, i, found);
		struct span iban;
		if (end == i || !ends_here(s, n, end) || number_in_iban(s, n, i, &iban))
			continue;
		memcpy(ret, found, strlen(found) + 1);
		*where = (struct span){ i, end };
		return 1;
	}
	return 0;
}
