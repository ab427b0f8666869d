#include "parsers/message/uuencode.h"

#include <string.h>

#include "parsers/message/mimex.h"

static size_t line_end(const char *s, size_t n, size_t at)
{
	const char *lf = at < n ? memchr(s + at, '\n', n - at) : NULL;
	return lf ? (size_t)(lf - s) : n;
}

/* "begin 644 name" or "begin-base64 644 name". */
static bool begin_line(const char *s, size_t at, size_t end, struct uuencode *u)
{
	size_t i = at;
	u->base64 = end - at > 13 && memcmp(s + at, "begin-base64 ", 13) == 0;
	if (u->base64)
		i += 13;
	else if (end - at > 6 && memcmp(s + at, "begin ", 6) == 0)
		i += 6;
	else
		return false;
	size_t mode = i;
	while (i < end && s[i] >= '0' && s[i] <= '7')
		i++;
	if (i - mode < 3 || i - mode > 4 || i >= end || s[i] != ' ')
		return false;
	u->name = i + 1;
	while (end > u->name && (s[end - 1] == '\r' || s[end - 1] == ' '))
		end--;
	u->name_n = end - u->name;
	return u->name_n > 0;
}

static size_t line_length(char c)
{
	return ((unsigned char)c - 32u) & 63u;
}

/* A line's first character tells its length: 4/3 of it must follow (software cuts blanks at the end, and some adds a check character). */
static bool data_line(const char *s, size_t at, size_t end)
{
	while (end > at && s[end - 1] == '\r')
		end--;
	if (end == at || s[at] < 32 || s[at] > 96)
		return false;
	size_t want = (line_length(s[at]) + 2) / 3 * 4, have = end - at - 1;
	return have <= want + 2;
}

int uuencode_find(const char *s, size_t n, size_t from, struct uuencode *ret)
{
	struct uuencode u = { 0 };
	for (size_t i = from; i < n;) {
		const char *b = memmem(s + i, n - i, "begin", 5);
		if (!b)
			return 0;
		size_t at = (size_t)(b - s), end = line_end(s, n, at);
		i = at + 5;
		if ((at && s[at - 1] != '\n') || !begin_line(s, at, end, &u) || end >= n)
			continue;
		u.at = at;
		u.data = end + 1;
		const char *stop = u.base64 ? "====" : "end";
		size_t k = strlen(stop), line = u.data;
		for (size_t next; line < n; line = next) {
			size_t e = line_end(s, n, line);
			next = e + 1;
			if (e - line >= k && memcmp(s + line, stop, k) == 0 && (e - line == k || s[line + k] == '\r' || s[line + k] == ' ')) {
				u.data_end = line;
				u.end = next < n ? next : n;
				*ret = u;
				return 1;
			}
			if (!u.base64 && !data_line(s, line, e))
				break;
		}
		i = line > i ? line : i;	/* what was seen to be no block is not seen again */
	}
	return 0;
}

size_t uuencode_decode(const char *s, const struct uuencode *u, uint8_t *ret)
{
	size_t w = 0;
	if (u->base64)
		return mimex_base64((const uint8_t *)s + u->data, u->data_end - u->data, ret);
	for (size_t i = u->data; i < u->data_end;) {
		size_t end = line_end(s, u->data_end, i), left = line_length(s[i]);
		for (size_t j = i + 1; j < end && left; j += 4) {
			uint32_t v = 0;
			for (size_t k = 0; k < 4; k++)
				v = v << 6 | (j + k < end && s[j + k] != '\r' ? (uint32_t)line_length(s[j + k]) : 0);
			for (int shift = 16; shift >= 0 && left; shift -= 8, left--)
				ret[w++] = (uint8_t)(v >> shift);
		}
		i = end + 1;
	}
	return w;
}
