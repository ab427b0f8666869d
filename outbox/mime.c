#include "outbox/mime.h"

#include <nettle/base64.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "outbox/address.h"

#define LINE_BYTES 76
#define WORD_BYTES 42

uint32_t utf8_next(const char **p)
{
	const unsigned char *s = (const unsigned char *)*p;
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	int n = s[0] < 0x80 ? 1 : s[0] >> 5 == 6 ? 2 : s[0] >> 4 == 14 ? 3 : s[0] >> 3 == 30 ? 4 : 0;
	uint32_t c = n == 1 ? s[0] : n ? s[0] & (0x7fU >> n) : 0xfffd;
	for (int i = 1; i < n; i++) {
		if (s[i] >> 6 != 2) {
			n = 0;
			break;
		}
		c = c << 6 | (s[i] & 0x3fU);
	}
	if (n == 0 || c < least[n] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) {
		*p += 1;
		return 0xfffd;
	}
	*p += n;
	return c;
}

/* Ranges of Unicode that are taken out of every value: each could hide or turn what the reader sees. */
static bool unwanted(uint32_t c)
{
	static const uint32_t ranges[][2] = {
		{ 0x00, 0x1f }, { 0x7f, 0x9f }, { 0xad, 0xad }, { 0x61c, 0x61c }, { 0x115f, 0x1160 }, { 0x180b, 0x180f },
		{ 0x200b, 0x200f }, { 0x202a, 0x202e }, { 0x2060, 0x206f },
		{ 0x2190, 0x2bff },	/* arrows, boxes, pictures */
		{ 0x3164, 0x3164 }, { 0xe000, 0xf8ff }, { 0xfdd0, 0xfdef }, { 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xfff0, 0xffff },
		{ 0x1f000, 0x1ffff },	/* pictures */
		{ 0xe0000, 0x10ffff },	/* tags, variants, private use */
	};
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (c >= ranges[i][0] && c <= ranges[i][1])
			return true;
	return (c & 0xfffe) == 0xfffe;
}

static bool blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
	       c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

static bool accent(uint32_t c)
{
	return (c >= 0x300 && c <= 0x36f) || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x20d0 && c <= 0x20ff);
}

char *text_clean(const char *s)
{
	char *ret = malloc(strlen(s) + 1), *w = ret;
	if (!ret)
		return NULL;
	bool gap = false;
	int accents = 0;
	while (*s) {
		const char *from = s;
		uint32_t c = utf8_next(&s);
		if (c == 0xfffd && s - from == 1) {	/* the register holds UTF-8 only: this is not from there */
			free(ret);
			return NULL;
		}
		accents = accent(c) ? accents + 1 : 0;
		if (blank(c)) {
			gap = w > ret;
			continue;
		}
		if (unwanted(c) || accents > 3)
			continue;
		if (gap)
			*w++ = ' ';
		gap = false;
		memcpy(w, from, (size_t)(s - from));
		w += s - from;
	}
	*w = 0;
	return ret;
}

/* ---- headers ---- */

static bool plain_ascii(const char *s)
{
	for (; *s; s++)
		if (*s < ' ' || *s > '~')
			return false;
	return true;
}

/* RFC 2047 section 2: an encoded word has at most 75 characters and whole characters only; each stands on a line of its own. */
static void encoded_words(FILE *f, const char *s)
{
	bool first = true;
	while (*s) {
		const char *end = s;
		while (*end) {
			const char *next = end;
			(void)utf8_next(&next);
			if (next - s > WORD_BYTES)	/* 56 digits and "=?UTF-8?B??=": 68, beside "Subject: " 77 */
				break;
			end = next;
		}
		char coded[BASE64_ENCODE_RAW_LENGTH(WORD_BYTES) + 1] = "";
		base64_encode_raw(coded, (size_t)(end - s), (const uint8_t *)s);
		fprintf(f, "%s=?UTF-8?B?%s?=", first ? "" : "\r\n ", coded);
		first = false;
		s = end;
	}
}

/* Words of ASCII, folded before the word that would pass the line. */
static void folded(FILE *f, size_t column, const char *s)
{
	while (*s) {
		size_t n = strcspn(s, " ");
		if (column + n > LINE_BYTES && column > 1) {
			fputs("\r\n ", f);
			column = 1;
		}
		(void)fwrite(s, 1, n, f);
		column += n;
		s += n;
		if (*s == ' ') {
			/* the blank of a fold is the blank of the text: RFC 5322 section 2.2.3 */
			size_t next = strcspn(s + 1, " ");
			if (column + 1 + next > LINE_BYTES && s[1]) {
				fputs("\r\n ", f);
				column = 1;
			} else {
				fputc(' ', f);
				column++;
			}
			s++;
		}
	}
}

void mime_unstructured(FILE *f, const char *header, const char *text)
{
	fprintf(f, "%s: ", header);
	if (plain_ascii(text) && !strstr(text, "=?") && strlen(text) < 900)
		folded(f, strlen(header) + 2, text);
	else
		encoded_words(f, text);
	fputs("\r\n", f);
}

void mime_address(FILE *f, const char *header, const char *name, const char *address)
{
	fprintf(f, "%s: ", header);
	if (!name || !*name) {
		fprintf(f, "%s\r\n", address);
		return;
	}
	if (!plain_ascii(name) || strstr(name, "=?") || strlen(name) > 60) {
		encoded_words(f, name);
	} else {
		bool quote = false;
		for (const char *p = name; *p; p++)
			quote = quote || !(atom_char(*p) || *p == ' ');
		if (quote)
			fputc('"', f);
		for (const char *p = name; *p; p++) {
			if (*p == '"' || *p == '\\')
				fputc('\\', f);
			fputc(*p, f);
		}
		if (quote)
			fputc('"', f);
	}
	/* on a line of its own when the name has filled this one; an encoded name takes 4 characters for 3 bytes */
	size_t n = strlen(name), wide = plain_ascii(name) ? n : 12 + (n + 2) / 3 * 4;
	fprintf(f, "%s<%s>\r\n", strlen(header) + wide + strlen(address) + 6 > LINE_BYTES ? "\r\n " : " ", address);
}

/* ---- bodies ---- */

/* RFC 2045 section 6.7, with "." encoded at the start of a line and "From " too: no relay and no stuffing changes such a text. */
void mime_quoted_printable(FILE *f, const char *text)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t column = 0;
	for (const char *p = text; *p; p++) {
		unsigned char c = (unsigned char)*p;
		if (c == '\n') {
			fputs("\r\n", f);
			column = 0;
			continue;
		}
		if (column + 3 > LINE_BYTES - 1) {	/* room for any character, and the "=" behind it */
			fputs("=\r\n", f);
			column = 0;
		}
		bool ends = p[1] == '\n' || !p[1];
		bool literal = c != '=' && c < 127 && (c > ' ' || (c == ' ' && !ends));
		literal = literal && !(column == 0 && (c == '.' || strncmp(p, "From ", 5) == 0));
		if (literal)
			(void)putc_unlocked(c, f);	/* a lock for each character costs more than the text */
		else
			fprintf(f, "=%c%c", hex[c >> 4], hex[c & 15]);
		column += literal ? 1 : 3;
	}
	if (column)
		fputs("\r\n", f);
}
