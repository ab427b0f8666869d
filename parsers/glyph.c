#include "parsers/glyph.h"

#include <string.h>

/* RFC 3629: shortest form only, no surrogates, at most U+10FFFF */
uint32_t glyph_at(const char *s, size_t n, size_t at, size_t *ret_bytes)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	*ret_bytes = at < n ? 1 : 0;
	if (at >= n)
		return 0;
	unsigned char b = (unsigned char)s[at];
	if (b < 0x80)
		return b;
	size_t len = b >= 0xf0 && b < 0xf5 ? 4 : b >= 0xe0 ? 3 : b >= 0xc2 ? 2 : 0;
	if (b >= 0xf5 || len == 0 || n - at < len)
		return 0xfffd;
	uint32_t c = b & (0x7fu >> len);
	for (size_t i = 1; i < len; i++) {
		unsigned char t = (unsigned char)s[at + i];
		if ((t & 0xc0) != 0x80)
			return 0xfffd;
		c = c << 6 | (t & 0x3f);
	}
	if (c < least[len] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0xfffd;
	*ret_bytes = len;
	return c;
}

uint32_t glyph_before(const char *s, size_t at, size_t *ret_bytes)
{
	*ret_bytes = 0;
	if (at == 0)
		return 0;
	for (size_t back = 1; back <= 4 && back <= at; back++) {
		size_t len;
		if (((unsigned char)s[at - back] & 0xc0) == 0x80)
			continue;
		uint32_t c = glyph_at(s, at, at - back, &len);
		if (len == back) {
			*ret_bytes = len;
			return c;
		}
		break;
	}
	*ret_bytes = 1;
	return 0xfffd;
}

bool glyph_letter(uint32_t c)
{
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	if (c < 0x250)
		return c >= 0xc0 ? c != 0xd7 && c != 0xf7 : c == 0xaa || c == 0xba;
	return c != 0xfffd && (c < 0x2000 || c >= 0x2c00) && !(c >= 0x3000 && c < 0x3041) && !(c >= 0xfe00 && c < 0x10000);
}

/* Pairs of neighbours (Latin Extended-A and Additional): which of the two is the capital differs by range. */
static bool paired(uint32_t c, bool *upper_is_even)
{
	*upper_is_even = !((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e));
	return (c >= 0x100 && c <= 0x177 && c != 0x130 && c != 0x131 && c != 0x138 && c != 0x149) || (c >= 0x179 && c <= 0x17e) ||
	       (c >= 0x1e00 && c <= 0x1eff) || (c >= 0x218 && c <= 0x21b);
}

uint32_t glyph_lower(uint32_t c)
{
	bool even;
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0xc0 && c <= 0xde && c != 0xd7)
		return c + 32;
	if (c == 0x130)
		return 'i';
	if (c == 0x178)
		return 0xff;
	if (paired(c, &even))
		return ((c & 1) == 0) == even ? c + 1 : c;
	if ((c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f))
		return c + 32;
	return c >= 0x400 && c <= 0x40f ? c + 80 : c;
}

bool glyph_upper(uint32_t c)
{
	return glyph_lower(c) != c;
}

uint32_t glyph_raise(uint32_t c)
{
	bool even;
	if ((c >= 'a' && c <= 'z') || (c >= 0xe0 && c <= 0xfe && c != 0xf7) || (c >= 0x3b1 && c <= 0x3c9 && c != 0x3c2) ||
	    (c >= 0x430 && c <= 0x44f))
		return c - 32;
	if (c == 0x131)
		return 'I';
	if (paired(c, &even))
		return ((c & 1) == 0) == even ? c : c - 1;
	return c;
}

/* The bare letter of U+00C0..U+017F; a space where the letter stays as it is. */
static const char bare[] =
	"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
	"nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

uint32_t glyph_fold(uint32_t c)
{
	if (c >= 0xc0 && c <= 0x17f) {
		if (bare[c - 0xc0] != ' ')
			return (uint32_t)bare[c - 0xc0];
	}
	if (c == 0x218 || c == 0x219)
		return 's';
	if (c == 0x21a || c == 0x21b)
		return 't';
	if (c == 0x2018 || c == 0x2019 || c == 0xb4 || c == '`')
		return '\'';
	return glyph_lower(c);
}

size_t glyph_blank(const char *s, size_t n, size_t at)
{
	if (at >= n)
		return 0;
	if (s[at] == ' ' || s[at] == '\t')
		return 1;
	if ((unsigned char)s[at] < 0xc2)
		return 0;
	size_t len;
	uint32_t c = glyph_at(s, n, at, &len);
	return c == 0xa0 || (c >= 0x2000 && c <= 0x200b) || c == 0x202f || c == 0x3000 ? len : 0;
}

size_t glyph_blank_before(const char *s, size_t at)
{
	if (at == 0)
		return 0;
	if (s[at - 1] == ' ' || s[at - 1] == '\t')
		return 1;
	if ((unsigned char)s[at - 1] < 0x80)
		return 0;
	size_t len;
	(void)glyph_before(s, at, &len);
	return glyph_blank(s, at, at - len);
}

size_t glyph_dash(const char *s, size_t n, size_t at)
{
	if (at >= n)
		return 0;
	if (s[at] == '-')
		return 1;
	if ((unsigned char)s[at] != 0xe2)
		return 0;
	size_t len;
	uint32_t c = glyph_at(s, n, at, &len);
	return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? len : 0;
}

size_t glyph_fold_text(const char *s, size_t n, char *ret, size_t size)
{
	size_t out = 0, len;
	for (size_t i = 0; i < n && out + 1 < size; i += len) {
		uint32_t c = glyph_fold(glyph_at(s, n, i, &len));
		ret[out++] = c < 0x80 ? (char)c : '?';
	}
	ret[out] = '\0';
	return out;
}

bool glyph_listed(const char *list, const char *word)
{
	size_t n = strlen(word);
	if (n == 0 || strchr(word, ' '))
		return false;
	for (const char *p = strstr(list, word); p; p = strstr(p + 1, word))
		if (p > list && p[-1] == ' ' && p[n] == ' ')
			return true;
	return false;
}

size_t glyph_plain_run(const char *s, size_t n)
{
	size_t run = 0;
	while (run < n && s[run] >= ' ' && s[run] < 0x7f)
		run++;
	return run;
}

size_t glyph_listed_end(const char *list, const char *word)
{
	size_t n = strlen(word), shortest = 0;
	const char last[] = { n ? word[n - 1] : ' ', ' ', '\0' };
	for (const char *p = strstr(list, last); p; p = strstr(p + 1, last)) {
		size_t k = 0;
		while (k < n && p[-(ptrdiff_t)k] != ' ' && p[-(ptrdiff_t)k] == word[n - 1 - k])
			k++;
		if (k && p[-(ptrdiff_t)k] == ' ' && (!shortest || k < shortest))
			shortest = k;
	}
	return shortest;
}
