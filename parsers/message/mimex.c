#include "parsers/message/mimex.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "parsers/message/charset.h"

#define WORD_BYTES 16384	/* longer than any software writes; bounds the search for an end */

static int hex_value(uint8_t c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

size_t mimex_qp(const uint8_t *s, size_t n, uint8_t *ret)
{
	size_t w = 0;
	for (size_t i = 0; i < n;) {
		const uint8_t *mark = memchr(s + i, '=', n - i);
		size_t run = mark ? (size_t)(mark - s) - i : n - i;
		memmove(ret + w, s + i, run);
		w += run;
		i += run;
		if (!mark)
			break;
		size_t j = i + 1;
		while (j < n && j < i + 80 && (s[j] == ' ' || s[j] == '\t'))
			j++;
		if (j == n)
			break;
		if (s[j] == '\n' || s[j] == '\r') {	/* a soft line break, with or without blanks behind the "=" */
			i = j + 1 + (s[j] == '\r' && j + 1 < n && s[j + 1] == '\n');
			continue;
		}
		int high = i + 1 < n ? hex_value(s[i + 1]) : -1, low = i + 2 < n ? hex_value(s[i + 2]) : -1;
		if (high >= 0 && low >= 0) {
			ret[w++] = (uint8_t)(high << 4 | low);
			i += 3;
		} else {
			ret[w++] = s[i++];
		}
	}
	return w;
}

/* RFC 4648, both alphabets: the value plus one; 0 is what belongs to neither */
static const uint8_t base64_values[256] = {
	['+'] = 63, ['-'] = 63, ['/'] = 64, ['_'] = 64,
	['0'] = 53, 54, 55, 56, 57, 58, 59, 60, 61, 62,
	['A'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
	['a'] = 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52,
};

size_t mimex_base64(const uint8_t *s, size_t n, uint8_t *ret)
{
	uint32_t bits = 0;
	int have = 0;
	size_t w = 0;
	for (size_t i = 0; i < n;) {
		/* four at once while nothing is pending: nearly always */
		for (; have == 0 && i + 4 <= n; i += 4, w += 3) {
			uint32_t a = base64_values[s[i]], b = base64_values[s[i + 1]], c = base64_values[s[i + 2]], d = base64_values[s[i + 3]];
			if (!a || !b || !c || !d)
				break;
			uint32_t v = (a - 1) << 18 | (b - 1) << 12 | (c - 1) << 6 | (d - 1);
			ret[w] = (uint8_t)(v >> 16), ret[w + 1] = (uint8_t)(v >> 8), ret[w + 2] = (uint8_t)v;
		}
		if (i == n)
			break;
		uint8_t c = s[i++];
		if (c == '=')	/* what is left of the quantum is padding; another may follow (concatenated base64) */
			bits = 0, have = 0;
		if (!base64_values[c])
			continue;
		bits = bits << 6 | (base64_values[c] - 1u);
		have += 6;
		if (have >= 8) {
			have -= 8;
			ret[w++] = (uint8_t)(bits >> have);
		}
	}
	return w;
}

struct word {
	const char *charset;
	size_t charset_n;
	char encoding;		/* 'q' or 'b' */
	const char *text;
	size_t text_n;
	size_t end;		/* offset behind the word */
};

/* RFC 2047 section 2 at s[i]; blanks inside and a missing "?=" are borne with. no_end: a search for "?=" has failed before. */
static bool word_at(const char *s, size_t n, size_t i, bool *no_end, struct word *ret)
{
	if (i + 6 > n || s[i] != '=' || s[i + 1] != '?')
		return false;
	size_t name = i + 2, q = name;
	while (q < n && q < name + 64 && s[q] > ' ' && s[q] < 0x7f && s[q] != '?')
		q++;
	if (q + 2 >= n || q == name || s[q] != '?' || s[q + 2] != '?')
		return false;
	char encoding = (char)(s[q + 1] | 0x20);
	if (encoding != 'q' && encoding != 'b')
		return false;
	size_t text = q + 3, span = n - text > WORD_BYTES ? WORD_BYTES : n - text;
	const char *end = *no_end ? NULL : memmem(s + text, span, "?=", 2);
	/* "=?utf-8?Q?=C3=BC?=": the first "?=" is the end; Q text may itself begin with "=" but never with "?=" */
	if (!end) {
		*no_end |= span == n - text;
		end = s + text;
		while (end < s + n && *end != ' ' && *end != '\t' && *end != '\r' && *end != '\n' && *end != '"' && *end != '<')
			end++;
		ret->end = (size_t)(end - s);
		if (end > s + text && end[-1] == '?')
			end--;
	} else {
		ret->end = (size_t)(end - s) + 2;
	}
	ret->charset = s + name, ret->charset_n = q - name;
	ret->encoding = encoding;
	ret->text = s + text, ret->text_n = (size_t)(end - s) - text;
	return true;
}

/* Appends the word's bytes, still in its charset. */
static void word_bytes(const struct word *w, struct sink *bytes)
{
	char *to = sink_room(bytes, w->text_n);
	if (!to || w->text_n == 0)
		return;
	if (w->encoding == 'b') {
		bytes->n += mimex_base64((const uint8_t *)w->text, w->text_n, (uint8_t *)to);
		return;
	}
	for (size_t i = 0; i < w->text_n; i++)
		to[i] = w->text[i] == '_' ? ' ' : w->text[i];
	bytes->n += mimex_qp((const uint8_t *)to, w->text_n, (uint8_t *)to);	/* in place: the result never overtakes */
}

static bool same_charset(const struct word *a, const struct word *b)
{
	return a->charset_n == b->charset_n && strncasecmp(a->charset, b->charset, a->charset_n) == 0;
}

static void put_words(const struct word *w, struct sink *bytes, struct sink *ret)
{
	char name[65];
	memcpy(name, w->charset, w->charset_n);
	name[w->charset_n] = 0;
	charset_to_utf8(name, sink_text(bytes), bytes->n, ret);
	ret->nomem |= bytes->nomem;
	bytes->n = 0;
}

void mimex_words(const char *s, size_t n, struct sink *ret)
{
	SINK_CLEANUP struct sink bytes = { .limit_bytes = n + 1 };
	struct word w;
	bool no_end = false;
	for (size_t i = 0, plain = 0; ; ) {
		const char *next = i < n ? memmem(s + i, n - i, "=?", 2) : NULL;
		size_t at = next ? (size_t)(next - s) : n;
		if (next && !word_at(s, n, at, &no_end, &w)) {
			i = at + 2;
			continue;
		}
		charset_to_utf8("", s + plain, at - plain, ret);
		if (!next)
			return;
		/* neighbours of one charset are joined before conversion: software splits them within a character */
		for (;;) {
			word_bytes(&w, &bytes);
			size_t gap = w.end;
			struct word more;
			while (gap < n && (s[gap] == ' ' || s[gap] == '\t' || s[gap] == '\r' || s[gap] == '\n'))
				gap++;
			if (gap >= n || !word_at(s, n, gap, &no_end, &more)) {
				put_words(&w, &bytes, ret);
				break;
			}
			if (!same_charset(&w, &more))
				put_words(&w, &bytes, ret);
			w = more;
		}
		i = plain = w.end;
	}
}
