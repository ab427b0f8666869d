#include "parsers/fields/recognise.h"

#include <string.h>

#include "parsers/glyph.h"

static bool letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* "in 2026 is het": two small letters after a blank are a postcode only when they are no word of the languages we read, and
 * "5037 Mb Tilburg", a telephone's correction, only before a name. */
static bool small_letters_doubt(const char *s, size_t n, size_t at)
{
	size_t next = at + 2 + glyph_blank(s, n, at + 2), len;
	if (!(s[at] & 0x20) && (next == at + 2 || !glyph_upper(glyph_at(s, n, next, &len))))
		return true;
	char w[3] = { s[at] | 0x20, s[at + 1], '\0' };
	if (glyph_listed(" mb gb kb kg km kw ml mm cm ha hm pk ", w))	/* units, unless a town follows */
		return next == at + 2 || !glyph_upper(glyph_at(s, n, next, &len));
	return glyph_listed(" aa al an as at be bn by co da de do eh el em en er et eu ex ga go he id ie if ik in is it ja je jp la le ma "
			    "mb me mn na ne nu of og oh ok om on op or pm re se so te tm to um un up us uw va we wo za ze zo zu ", w);
}

/* What stands before: nothing, a blank or punctuation; "NL-1234 AB" as well. */
static bool starts_here(const char *s, size_t at)
{
	size_t len;
	if (at == 0)
		return true;
	uint32_t c = glyph_before(s, at, &len);
	if (c == '-')
		return at >= 3 && (s[at - 2] | 0x20) == 'l' && (s[at - 3] | 0x20) == 'n' && (at == 3 || !glyph_wordish(s[at - 4]));
	return !glyph_letter(c) && !glyph_digit((char)c) && c != '+' && c != '_' && c != '/' &&
	       !((c == '.' || c == ',') && at >= 2 && glyph_digit(s[at - 2]));
}

int recognise_postcode(const char *s, size_t n, size_t from, struct span *where, char ret[8])
{
	for (size_t i = from; i + 6 <= n; i++) {
		if (s[i] < '1' || s[i] > '9' || !glyph_digit(s[i + 1]) || !glyph_digit(s[i + 2]) || !glyph_digit(s[i + 3]))
			continue;
		if (!starts_here(s, i))
			continue;
		size_t p = i + 4;
		for (int blanks = 0; blanks < 3 && glyph_blank(s, n, p); blanks++)
			p += glyph_blank(s, n, p);
		if (p + 2 > n || !letter(s[p]) || !letter(s[p + 1]) || (p + 2 < n && (glyph_wordish(s[p + 2]) || s[p + 2] == '\'')))
			continue;
		char a = s[p] & ~0x20, b = s[p + 1] & ~0x20;
		if (a == 'S' && (b == 'A' || b == 'D' || b == 'S'))
			continue;
		if (s[p + 1] & 0x20 && p > i + 4 && small_letters_doubt(s, n, p))
			continue;
		if (s[p] & 0x20 && !(s[p + 1] & 0x20))
			continue;
		memcpy(ret, s + i, 4);
		ret[4] = ' ';
		ret[5] = a;
		ret[6] = b;
		ret[7] = '\0';
		*where = (struct span){ i, p + 2 };
		return 1;
	}
	return 0;
}
