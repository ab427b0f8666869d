#include <string.h>
#include <strings.h>

#include "parsers/fields/recognise.h"
#include "parsers/glyph.h"

#define SEPARATORS_MAX 3	/* " - " */
#define LABEL_BYTES 32		/* from the label to the number: "klacht met nummer: " */

/* Behind the dash, the blanks or the stroke that people put between the parts of a number, or nothing. */
static size_t skip_separator(const char *s, size_t n, size_t at)
{
	for (int i = 0; i < SEPARATORS_MAX && at < n; i++) {
		size_t len = glyph_dash(s, n, at);
		if (!len)
			len = glyph_blank(s, n, at);
		if (!len)
			len = s[at] == '/' || s[at] == '.' || s[at] == '_';
		if (!len)
			break;
		at += len;
	}
	return at;
}

/* "2026-000123" at "at", into digits; where it ends, or 0. */
static size_t year_and_number(const char *s, size_t n, size_t at, char digits[10])
{
	for (size_t k = 0; k < 10; k++, at++) {
		if (k == 4)
			at = skip_separator(s, n, at);
		if (at >= n || !glyph_digit(s[at]))
			return 0;
		digits[k] = s[at];
	}
	return digits[0] == '2' && digits[1] == '0' && !(at < n && glyph_wordish(s[at])) ? at : 0;
}

/* Do the words between a label and the number only say that a number follows? */
static bool says_number(const char *s, const char *end)
{
	while (s < end) {
		char word[12];
		size_t n = 0;
		while (s + n < end && (s[n] | 0x20) >= 'a' && (s[n] | 0x20) <= 'z')
			n++;
		if (n >= sizeof word || (n == 0 && !strchr(" :.#-\t", *s)))
			return false;
		for (size_t i = 0; i < n; i++)
			word[i] = (char)(s[i] | 0x20);
		word[n] = 0;
		if (n && !glyph_listed(" nummer nr no num number id kenmerk registratienummer met onder het is with ", word))
			return false;
		s += n ? n : 1;
	}
	return true;
}

/* Is the number called a complaint's: "klachtnummer", "klacht nr.", "complaint number:"? */
static bool labelled(const char *s, size_t at)
{
	static const char *const LABELS[] = { "klacht", "complaint", "beschwerde" };
	const char *end = s + at;
	for (size_t back = 0; back < LABEL_BYTES && back < at && end[-(ptrdiff_t)back - 1] != '\n'; back++)
		for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
			size_t len = strlen(LABELS[i]);
			const char *p = end - back - 1;
			if (len <= back + 1 && strncasecmp(p, LABELS[i], len) == 0)
				return says_number(p + len, end);
		}
	return false;
}

static bool starts_with_k(const char *s, size_t i)
{
	return (s[i] | 0x20) == 'k' && !(i > 0 && (glyph_wordish(s[i - 1]) || s[i - 1] == '-'));
}

int recognise_complaint_number(const char *s, size_t n, size_t from, struct span *where, char ret[16])
{
	for (size_t i = from; i + 10 <= n; i++) {
		char digits[10];
		size_t end = 0;
		if (starts_with_k(s, i))
			end = year_and_number(s, n, skip_separator(s, n, i + 1), digits);
		else if (s[i] == '2' && i > 0 && !glyph_wordish(s[i - 1]))
			end = year_and_number(s, n, i, digits);
		if (!end || (s[i] == '2' && !labelled(s, i)))
			continue;
		memcpy(ret, "K-", 2);
		memcpy(ret + 2, digits, 4);
		ret[6] = '-';
		memcpy(ret + 7, digits + 4, 6);
		ret[13] = '\0';
		*where = (struct span){ i, end };
		return 1;
	}
	return 0;
}
