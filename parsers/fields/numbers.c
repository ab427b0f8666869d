#include "parsers/fields/numbers.h"

#include <string.h>

#include "parsers/glyph.h"

#define IBAN_BACK 44	/* 34 characters in blocks of four: 8 blanks, and a little */

static bool ascii_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Lengths from the SWIFT registry for the countries that are likely here; 0: any. */
static size_t iban_length(const char *country)
{
	static const struct { char c[3]; unsigned char n; } known[] = {
		{ "NL", 18 }, { "BE", 16 }, { "DE", 22 }, { "FR", 27 }, { "GB", 22 }, { "PL", 28 }, { "TR", 26 }, { "LU", 20 }, { "ES", 24 },
		{ "IT", 27 }, { "AT", 20 }, { "IE", 22 }, { "CH", 21 }, { "LT", 20 }, { "RO", 24 }, { "PT", 25 }, { "BG", 22 }, { "HU", 28 },
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if ((country[0] & ~0x20) == known[i].c[0] && (country[1] & ~0x20) == known[i].c[1])
			return known[i].n;
	return 0;
}

/* May a letter be character k of that country's account numbers? "de 25e het gaat om ..." is no German one. */
static bool iban_letter(const char *country, size_t k)
{
	static const char digits_only[] = " be de pl es at hu pt lt tr ";
	char c[3] = { country[0] | 0x20, country[1] | 0x20, '\0' };
	return strcmp(c, "nl") == 0 ? k < 8 : !glyph_listed(digits_only, c);
}

/* The end of the IBAN that starts at "at", or at. */
static size_t iban_end(const char *s, size_t n, size_t at)
{
	if (n - at < 15 || !ascii_letter(s[at]) || !ascii_letter(s[at + 1]))
		return at;
	if (iban_length(s + at) == 0 && (s[at] & 0x20 || s[at + 1] & 0x20))	/* "is 0031641220198" */
		return at;
	size_t want = iban_length(s + at), p = at + 2, count = 2, end = at, gap = 0;
	for (; p < n && count < (want ? want : 34); p++) {
		if (glyph_blank(s, n, p) || (s[p] == '.' && gap == 0)) {
			if (gap++)
				break;
			continue;
		}
		bool digit = glyph_digit(s[p]);
		if (!(digit || (ascii_letter(s[p]) && (want || !(s[p] & 0x20)) && iban_letter(s + at, count))) || (count < 4 && !digit))
			break;
		gap = 0;
		count++;
		end = p + 1;
	}
	if (count >= 4 && want == 18)
		return count >= 16 ? end : at;
	return count >= (want ? want - 1 : 15) ? end : at;
}

bool number_in_iban(const char *s, size_t n, size_t at, struct span *ret)
{
	for (size_t p = at, back = 0; back < IBAN_BACK; p--, back++) {
		bool blank = s[p] == ' ' || (unsigned char)s[p] == 0xc2 || (unsigned char)s[p] == 0xa0 || s[p] == '.';
		if (!blank && !glyph_digit(s[p]) && !ascii_letter(s[p]))
			return false;
		if (ascii_letter(s[p]) && (p == 0 || !glyph_wordish(s[p - 1]))) {
			size_t end = iban_end(s, n, p);
			if (end > at) {
				*ret = (struct span){ p, end };
				return true;
			}
		}
		if (p == 0)
			break;
	}
	return false;
}

bool number_iban_valid(const char *iban, size_t n)
{
	if (n < 15 || n > 34)
		return false;
	unsigned rest = 0;
	for (size_t i = 0; i < n; i++) {
		char c = iban[(i + 4) % n];
		unsigned v = glyph_digit(c) ? (unsigned)(c - '0') : ascii_letter(c) ? (unsigned)((c | 0x20) - 'a') + 10 : 99;
		if (v == 99)
			return false;
		rest = (rest * (v > 9 ? 100 : 10) + v) % 97;
	}
	return rest == 1;
}

bool number_bsn(const char *digits, size_t n)
{
	if (n != 9)
		return false;
	int sum = -(digits[8] - '0');
	for (int i = 0; i < 8; i++)
		sum += (digits[i] - '0') * (9 - i);
	return sum % 11 == 0 && memcmp(digits, "000000000", 9) != 0;
}

static bool month_day(int m, int d)
{
	return m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

static int two(const char *p)
{
	return (p[0] - '0') * 10 + p[1] - '0';
}

static bool century(int y)
{
	return y == 19 || y == 20;
}

bool number_is_date(const char *d, size_t n)
{
	return n == 8 && ((century(two(d)) && month_day(two(d + 4), two(d + 6))) || (century(two(d + 4)) && month_day(two(d + 2), two(d))));
}

/* Up to max digits at *at; their count. */
static size_t take(const char *s, size_t n, size_t *at, size_t max, int *ret)
{
	size_t k = 0;
	for (*ret = 0; *at < n && glyph_digit(s[*at]) && k < max; (*at)++, k++)
		*ret = *ret * 10 + (s[*at] - '0');
	return k;
}

static size_t date_separator(const char *s, size_t n, size_t at)
{
	return at < n && (s[at] == '.' || s[at] == '/' || s[at] == '-') ? 1 : glyph_dash(s, n, at);
}

size_t number_date_at(const char *s, size_t n, size_t at)
{
	int a, b, c;
	size_t p = at, first = take(s, n, &p, 4, &a), sep = first ? date_separator(s, n, p) : 0;
	if (!sep)
		return 0;
	p += sep;
	p += glyph_blank(s, n, p);
	size_t second = take(s, n, &p, 2, &b);
	sep = second ? date_separator(s, n, p) : 0;
	if (!sep)
		return 0;
	p += sep;
	p += glyph_blank(s, n, p);
	size_t third = take(s, n, &p, 4, &c);
	bool day_first = first <= 2 && month_day(b, a) && ((third == 4 && century(c / 100)) || (third == 2 && first + second < 5 && c >= 20 && c <= 35));
	bool year_first = first == 4 && century(a / 100) && second == 2 && third == 2 && month_day(b, c);
	return (day_first || year_first) && !(p < n && glyph_digit(s[p])) ? p - at : 0;
}
