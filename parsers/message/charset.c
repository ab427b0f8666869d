#include "parsers/message/charset.h"

#include <string.h>
#include <strings.h>

#include "parsers/glyph.h"
#include "parsers/message/charset_p.h"

/* One byte a character: ASCII, and what the upper 128 bytes mean. High bytes that form valid UTF-8 are UTF-8 all the same. */
static const struct table {
	const char *name;
	uint16_t rune[128];
} tables[] = {
#include "parsers/message/charset_tables.inc"
};

const struct charset_rare charset_rare[CHARSET_RARE] = {
	{ "UTF-7", true, false }, { "CP1255", false, true }, { "CP1258", false, true }, { "GB18030", true, true }, { "BIG5-HKSCS", true, true },
	{ "EUC-JP", true, true }, { "CP932", true, true }, { "ISO-2022-JP-2", true, false }, { "ISO-2022-KR", true, false }, { "CP949", true, true },
};

static const struct alias { const char *alias, *name; } aliases[] = {
	{ "gb2312", "GB18030" }, { "gbk", "GB18030" }, { "cp936", "GB18030" }, { "hz-gb-2312", "GB18030" }, { "x-gbk", "GB18030" },
	{ "big5", "BIG5-HKSCS" }, { "cp950", "BIG5-HKSCS" },
	{ "ks_c_5601-1987", "CP949" }, { "ks_c_5601", "CP949" }, { "euc-kr", "CP949" }, { "ksc5601", "CP949" },
	{ "shift_jis", "CP932" }, { "shift-jis", "CP932" }, { "sjis", "CP932" }, { "x-sjis", "CP932" }, { "windows-31j", "CP932" },
	{ "iso-2022-jp", "ISO-2022-JP-2" }, { "iso-2022-jp-1", "ISO-2022-JP-2" }, { "x-euc-jp", "EUC-JP" },
	{ "mac", "MACINTOSH" }, { "x-mac-roman", "MACINTOSH" }, { "macroman", "MACINTOSH" }, { "ibm850", "CP850" }, { "ibm437", "CP437" },
	{ "ibm852", "CP852" }, { "ibm866", "CP866" }, { "tis-620", "CP874" }, { "iso-8859-11", "CP874" }, { "koi8-ru", "KOI8-U" }, { "koi8", "KOI8-R" },
	{ "latin2", "ISO-8859-2" }, { "l2", "ISO-8859-2" }, { "latin5", "CP1254" }, { "iso-8859-9", "CP1254" }, { "latin9", "ISO-8859-15" },
	{ "latin-9", "ISO-8859-15" }, { "latin0", "ISO-8859-15" }, { "cyrillic", "ISO-8859-5" }, { "greek", "ISO-8859-7" },
	{ "iso-8859-8-i", "ISO-8859-8" }, { "unicode-1-1-utf-7", "UTF-7" }, { "utf7", "UTF-7" }, { "utf-16-le", "UTF-16LE" },
	{ "unicode", "UTF-16LE" }, { "ucs-2", "UTF-16BE" }, { "iso-10646-ucs-2", "UTF-16BE" },
};

/* 0x80..0x9f of windows-1252; the five holes are U+FFFD */
static const uint16_t cp1252[32] = {
	0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
	0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

/* Length of the valid UTF-8 sequence at s (RFC 3629), 0 when there is none. */
static size_t utf8_length(const unsigned char *s, size_t n)
{
	if (s[0] < 0x80)
		return 1;
	if (s[0] < 0xc2 || s[0] > 0xf4)
		return 0;
	size_t want = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	if (n < want)
		return 0;
	for (size_t i = 1; i < want; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) || (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
		return 0;
	return want;
}

static size_t ascii_run(const unsigned char *s, size_t n)
{
	size_t i = 0;
	for (uint64_t w; i + 8 <= n; i += 8) {
		memcpy(&w, s + i, 8);
		if (w & UINT64_C(0x8080808080808080))
			break;
	}
	while (i < n && s[i] < 0x80)
		i++;
	return i;
}

struct utf8_count { size_t good, bad; };	/* sequences of more than one byte; bytes that are in none */

static struct utf8_count utf8_count(const unsigned char *s, size_t n)
{
	struct utf8_count c = { 0, 0 };
	for (size_t i = 0; i < n;) {
		i += ascii_run(s + i, n - i);
		if (i == n)
			break;
		size_t k = utf8_length(s + i, n - i);
		if (k)
			c.good++;
		else
			c.bad++;
		i += k ? k : 1;
	}
	return c;
}

bool utf8_valid(const void *bytes, size_t n)
{
	return utf8_count(bytes, n).bad == 0;
}

uint32_t utf8_next(const char *str, size_t n, size_t *i)
{
	const unsigned char *s = (const unsigned char *)str + *i;
	size_t k = utf8_length(s, n - *i);
	*i += k ? k : 1;
	switch (k) {
	case 1: return s[0];
	case 2: return (s[0] & 0x1fu) << 6 | (s[1] & 63u);
	case 3: return (s[0] & 0x0fu) << 12 | (s[1] & 63u) << 6 | (s[2] & 63u);
	case 4: return (s[0] & 0x07u) << 18 | (s[1] & 63u) << 12 | (s[2] & 63u) << 6 | (s[3] & 63u);
	default: return 0xfffd;
	}
}

static void put_cp1252(const unsigned char *s, size_t n, struct sink *ret)
{
	for (size_t i = 0; i < n && !ret->full;) {
		size_t run = ascii_run(s + i, n - i);
		sink_put(ret, s + i, run);
		i += run;
		if (i < n) {
			sink_rune(ret, s[i] < 0xa0 ? cp1252[s[i] - 0x80] : s[i]);
			i++;
		}
	}
}

static void put_utf8(const unsigned char *s, size_t n, struct sink *ret)
{
	for (size_t i = 0; i < n && !ret->full;) {
		size_t run = ascii_run(s + i, n - i);
		sink_put(ret, s + i, run);
		i += run;
		if (i == n)
			break;
		size_t k = utf8_length(s + i, n - i);
		if (k)
			sink_put(ret, s + i, k);
		else
			sink_rune(ret, 0xfffd);
		i += k ? k : 1;
	}
}

static void put_table(const uint16_t *rune, const unsigned char *s, size_t n, struct sink *ret)
{
	for (size_t i = 0; i < n && !ret->full; i++)
		sink_rune(ret, s[i] < 0x80 ? s[i] : rune[s[i] - 0x80]);
}

/* ---- UTF-16 and UTF-32 (RFC 2781, Unicode section 3.10) ---- */

static uint32_t unit(const unsigned char *s, size_t bytes, bool le)
{
	uint32_t u = 0;
	for (size_t i = 0; i < bytes; i++)
		u = u << 8 | s[le ? bytes - 1 - i : i];
	return u;
}

static void put_utf16(const unsigned char *s, size_t n, bool le, struct sink *ret)
{
	for (size_t i = 0; i < n && !ret->full; i += 2) {
		uint32_t u = n - i < 2 ? 0xfffd : unit(s + i, 2, le), low = n - i < 4 ? 0 : unit(s + i + 2, 2, le);
		if (u >= 0xd800 && u < 0xdc00 && low >= 0xdc00 && low < 0xe000) {
			u = 0x10000 + ((u - 0xd800) << 10 | (low - 0xdc00));
			i += 2;
		}
		sink_rune(ret, u);	/* half a pair is none: U+FFFD */
	}
}

static void put_utf32(const unsigned char *s, size_t n, bool le, struct sink *ret)
{
	for (size_t i = 0; i < n && !ret->full; i += 4)
		sink_rune(ret, n - i < 4 ? 0xfffd : unit(s + i, 4, le));
}

static bool put_utf_wide(const char *name, const unsigned char *s, size_t n, struct sink *ret)
{
	bool le = strcasecmp(name, "utf-16le") == 0 || strcasecmp(name, "utf-32le") == 0;
	if (le ? name[4] == '1' : strcasecmp(name, "utf-16be") == 0)
		put_utf16(s, n, le, ret);
	else if (le || strcasecmp(name, "utf-32be") == 0)
		put_utf32(s, n, le, ret);
	else
		return false;
	return true;
}

/* The declared name without quotes, blanks and RFC 2231's "*language" tail, lower case. */
static void plain_name(const char *charset, char *name, size_t size)
{
	size_t w = 0;
	for (const char *p = charset ? charset : ""; *p && *p != '*' && *p != ';' && w + 1 < size; p++)
		if (*p > ' ' && *p != '"' && *p != '\'')
			name[w++] = (char)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
	name[w] = 0;
}

static bool name_in(const char *name, const char *const *list)
{
	for (; *list; list++)
		if (strcmp(name, *list) == 0)
			return true;
	return false;
}

/* The name as tables and charset_rare have it; other: room for it. */
static const char *usual_name(const char *name, char other[48])
{
	for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++)
		if (strcmp(name, aliases[i].alias) == 0)
			name = aliases[i].name;
	/* "windows-1250", "cp-1250", "x-cp1250", "iso8859-2", "iso_8859-2:1987" */
	const char *digits = strpbrk(name, "0123456789");
	if (digits && (strncmp(name, "windows", 7) == 0 || strncmp(name, "win", 3) == 0 || strncmp(name, "cp-", 3) == 0 || strncmp(name, "x-cp", 4) == 0)) {
		other[0] = 'c', other[1] = 'p', other[2] = 0;
		strncat(other, digits, 8);
		name = other;
	} else if (strncmp(name, "iso8859", 7) == 0 || strncmp(name, "iso_8859", 8) == 0 || strncmp(name, "iso-8859_", 9) == 0) {
		const char *tail = strstr(name, "8859") + 4;
		tail += *tail == '-' || *tail == '_';
		size_t n = strcspn(tail, ":");
		memcpy(other, "iso-8859-", 10);
		strncat(other, tail, n < 3 ? n : 3);
		name = other;
	}
	return name;
}

static const uint16_t *table_find(const char *name)
{
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (strcasecmp(tables[i].name, name) == 0)
			return tables[i].rune;
	return NULL;
}

/* CHARSET_RARE: it is none. */
static size_t rare_find(const char *name)
{
	size_t i = 0;
	while (i < CHARSET_RARE && strcasecmp(charset_rare[i].name, name) != 0)
		i++;
	return i;
}

/* UTF-16 and UTF-32 without a byte order: the mark, else where the zero bytes of western text stand. */
static const char *wide_name(const char *name, const unsigned char *s, size_t n)
{
	bool mark_le = n >= 2 && s[0] == 0xff && s[1] == 0xfe, mark_be = n >= 2 && s[0] == 0xfe && s[1] == 0xff;
	bool wide = strcmp(name, "utf-16") == 0 || strcmp(name, "utf16") == 0;
	size_t zero[2] = { 0, 0 };
	if (strcmp(name, "utf-32") == 0 || strcmp(name, "utf32") == 0)
		return n && s[0] ? "utf-32le" : "utf-32be";
	for (size_t i = 0; (wide || mark_le || mark_be) && i < n && i < 512; i++)
		zero[i & 1] += s[i] == 0;
	bool le = mark_le || (!mark_be && zero[1] > zero[0]);
	if (wide)
		return le ? "utf-16le" : "utf-16be";
	if ((mark_le || mark_be) && n >= 4 && n % 2 == 0 && zero[le] * 4 > (n < 512 ? n : 512) / 2)
		return le ? "utf-16le" : "utf-16be";	/* whatever it is called */
	return name;
}

/* ---- the rare ones ---- */

static charset_convert *convert_rare;
static _Thread_local bool missing;

void charset_use(charset_convert *convert)
{
	convert_rare = convert;
}

bool charset_missing(void)
{
	return missing;
}

/* False: it has to be read as something else. */
static bool put_rare(size_t rare, const unsigned char *s, size_t n, struct sink *ret)
{
	if (rare == CHARSET_RARE || (charset_rare[rare].ascii && ascii_run(s, n) == n))
		return false;
	missing |= !convert_rare;
	return convert_rare && convert_rare(rare, s, n, ret);
}

void charset_to_utf8(const char *charset, const void *bytes, size_t n, struct sink *ret)
{
	static const char *const ascii[] = { "us-ascii", "ascii", "ansi_x3.4-1968", "646", "iso646-us", NULL };
	static const char *const utf8[] = { "utf-8", "utf8", "unicode-1-1-utf-8", "x-utf-8", "utf-8n", "cp65001", "utf_8", NULL };
	char declared[48], other[48];
	const unsigned char *s = bytes;
	plain_name(charset, declared, sizeof declared);
	const char *name = wide_name(declared, s, n);
	bool plain = !*name || name_in(name, utf8) || name_in(name, ascii);	/* most are: then there is nothing to look up */
	name = plain ? name : usual_name(name, other);
	const uint16_t *table = plain ? NULL : table_find(name);
	size_t rare = plain ? CHARSET_RARE : rare_find(name);
	bool believed = rare < CHARSET_RARE && charset_rare[rare].believed;
	if (!plain && (put_utf_wide(name, s, n, ret) || (believed && put_rare(rare, s, n, ret))))
		return;
	struct utf8_count count = utf8_count(s, n);
	bool western = !table && !plain;
	if (count.bad == 0)
		sink_put(ret, s, n);
	else if (table)
		put_table(table, s, n, ret);
	else if (!believed && put_rare(rare, s, n, ret))
		return;
	else if (western || count.good < count.bad)	/* called UTF-8 or nothing, and is not */
		put_cp1252(s, n, ret);
	else
		put_utf8(s, n, ret);
}

uint32_t charset_clean_rune(uint32_t r)
{
	if (r == '\n' || r == '\t' || (r >= 0x20 && r < 0x7f))
		return r;
	if (r == 0x0b || r == 0x0c || r == 0x85 || r == 0x2028 || r == 0x2029)
		return '\n';
	if (r < 0xa0)
		return r == 0 ? ' ' : 0;
	if (r == 0xa0 || r == 0x1680 || (r >= 0x2000 && r <= 0x200a) || r == 0x202f || r == 0x205f || r == 0x3000)
		return ' ';
	if (r == 0xad || r == 0x34f || r == 0x61c || r == 0x180e || r == 0x200b || r == 0x200e || r == 0x200f || (r >= 0x202a && r <= 0x202e) ||
	    (r >= 0x2060 && r <= 0x206f) || r == 0xfeff || (r >= 0xfff9 && r <= 0xfffb) || (r >= 0xe0000 && r <= 0xe007f))
		return 0;
	return r;
}

static void clean(const char *s, size_t n, bool line, struct sink *ret)
{
	for (size_t i = 0; i < n && !ret->full;) {
		size_t run = glyph_plain_run(s + i, n - i);
		sink_put(ret, s + i, run);
		i += run;
		if (i == n)
			break;
		uint32_t r = utf8_next(s, n, &i);
		if (r == '\r') {
			r = '\n';
			i += i < n && s[i] == '\n';
		}
		r = charset_clean_rune(r);
		if (line && (r == '\n' || r == '\t'))
			r = ' ';
		if (r)
			sink_rune(ret, r);
	}
}

void charset_clean_text(const char *s, size_t n, struct sink *ret)
{
	clean(s, n, false, ret);
}

void charset_clean_line(const char *s, size_t n, struct sink *ret)
{
	SINK_CLEANUP struct sink all = { .limit_bytes = ret->limit_bytes };
	clean(s, n, true, &all);
	const char *t = sink_text(&all);
	size_t from = 0, end = all.n;
	while (from < end && t[from] == ' ')
		from++;
	while (end > from && t[end - 1] == ' ')
		end--;
	sink_put(ret, t + from, end - from);
	ret->nomem |= all.nomem;
	ret->full |= all.full;
}
