#include "parsers/fields/recognise.h"

#include <string.h>

#include "parsers/glyph.h"

/* RFC 5322 §3.2.3 atext and the dot; quoted local parts are nobody's address in running text. */
static bool local_char(char c)
{
	return glyph_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c && strchr("!#$%&'*+-/=?^_`{|}~.", c));
}

static bool domain_char(char c)
{
	return glyph_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' || c == '.';
}

/* End of the domain that begins at "at", or at when there is none: labels, a dot, an alphabetic last label (RFC 1123 §2.1). */
static size_t domain_end(const char *s, size_t n, size_t at)
{
	size_t end = at;
	while (end < n && domain_char(s[end]) && end - at < 255)
		end++;
	while (end > at && (s[end - 1] == '.' || s[end - 1] == '-'))
		end--;
	size_t last = end;
	while (last > at && s[last - 1] != '.')
		last--;
	if (last == at || end - last < 2 || glyph_digit(s[last]) || s[at] == '.' || s[at] == '-')
		return at;
	for (size_t i = at; i + 1 < end; i++)
		if (s[i] == '.' && s[i + 1] == '.')
			return at;
	return end;
}

int recognise_email(const char *s, size_t n, size_t from, struct span *where, char ret[255])
{
	for (size_t at = from; at < n; at++) {
		const char *sign = memchr(s + at, '@', n - at);
		if (!sign)
			return 0;
		at = (size_t)(sign - s);
		size_t start = at;
		while (start > from && at - start < 64 && local_char(s[start - 1]))
			start--;
		while (start < at && (s[start] == '.' || strchr("'*=/|`{", s[start])))	/* punctuation that leans against it */
			start++;
		size_t end = domain_end(s, n, at + 1);
		if (start == at || end == at + 1 || end - start > 254 || s[at - 1] == '.')
			continue;
		memcpy(ret, s + start, end - start);
		ret[end - start] = '\0';
		*where = (struct span){ start, end };
		return 1;
	}
	return 0;
}
