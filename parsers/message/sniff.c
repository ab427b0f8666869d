#include "parsers/message/sniff.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "parsers/message/charset.h"

static const struct magic { size_t at; const char *bytes; size_t n; const char *type; } magics[] = {
	{ 0, "II*\0", 4, "image/tiff" }, { 0, "MM\0*", 4, "image/tiff" }, { 0, "II+\0", 4, "image/tiff" }, { 0, "MM\0+", 4, "image/tiff" },
	{ 0, "\xff\xd8\xff", 3, "image/jpeg" },
	{ 0, "\x89PNG\r\n\x1a\n", 8, "image/png" },
	{ 0, "GIF87a", 6, "image/gif" }, { 0, "GIF89a", 6, "image/gif" },
	{ 8, "WEBPVP8", 7, "image/webp" },
	{ 4, "ftypheic", 8, "image/heic" }, { 4, "ftypheix", 8, "image/heic" }, { 4, "ftyphevc", 8, "image/heic" },
	{ 4, "ftypmif1", 8, "image/heif" }, { 4, "ftypmsf1", 8, "image/heif" }, { 4, "ftypavif", 8, "image/avif" },
	{ 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "application/x-ole-storage" },
	{ 0, "\x78\x9f\x3e\x22", 4, "application/ms-tnef" },
	{ 0, "{\\rtf", 5, "application/rtf" },
	{ 0, "\x1f\x8b\x08", 3, "application/gzip" },
	{ 0, "7z\xbc\xaf\x27\x1c", 6, "application/x-7z-compressed" },
	{ 0, "Rar!\x1a\x07", 6, "application/vnd.rar" },
	{ 0, "\x7f" "ELF", 4, "application/x-executable" }, { 0, "MZ\x90", 3, "application/x-msdownload" },
	{ 0, "-----BEGIN PGP SIGNATURE-----", 29, "application/pgp-signature" },
	{ 0, "-----BEGIN PGP MESSAGE-----", 27, "application/pgp-encrypted" },
	{ 0, "BEGIN:VCARD", 11, "text/vcard" }, { 0, "BEGIN:VCALENDAR", 15, "text/calendar" },
};

static uint32_t be16(const uint8_t *s) { return (uint32_t)s[0] << 8 | s[1]; }
static uint32_t be32(const uint8_t *s) { return be16(s) << 16 | be16(s + 2); }
static uint32_t le16(const uint8_t *s) { return (uint32_t)s[1] << 8 | s[0]; }
static uint32_t le32(const uint8_t *s) { return le16(s + 2) << 16 | le16(s); }

/* The first file of an ODF names the type; OOXML is known by the folder its first files lie in. */
static const char *zip_type(const uint8_t *s, size_t n)
{
	static const struct { const char *word, *type; } inside[] = {
		{ "mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text" },
		{ "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet" },
		{ "mimetypeapplication/vnd.oasis.opendocument", "application/vnd.oasis.opendocument" },
		{ "word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
		{ "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
		{ "ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
	};
	size_t span = n < SNIFF_BYTES ? n : SNIFF_BYTES;
	for (size_t i = 0; i < sizeof inside / sizeof inside[0]; i++)
		if (memmem(s, span, inside[i].word, strlen(inside[i].word)))
			return inside[i].type;
	if (memmem(s, span, "[Content_Types].xml", 19))
		return "application/vnd.openxmlformats-officedocument";
	return "application/zip";
}

static bool bmp(const uint8_t *s, size_t n)
{
	return n >= 26 && s[0] == 'B' && s[1] == 'M' && le32(s + 6) == 0 && le32(s + 14) <= 124 && le32(s + 14) >= 12;
}

static bool starts(const char *s, size_t n, const char *with)
{
	size_t k = strlen(with);
	return n >= k && strncasecmp(s, with, k) == 0;
}

static bool html(const char *s, size_t n)
{
	return starts(s, n, "<!doctype html") || starts(s, n, "<html") || starts(s, n, "<head") || starts(s, n, "<body") ||
	       (starts(s, n, "<!--") && memmem(s, n, "<html", 5));
}

/* A mail saved to a file: two of the fields that every mail has among its first lines. */
static bool mail(const char *s, size_t n)
{
	static const char *const names[] = { "received:", "from:", "to:", "subject:", "date:", "message-id:", "return-path:", "mime-version:",
		"delivered-to:", "x-", "dkim-signature:", "content-type:" };
	unsigned hits = 0;
	if (starts(s, n, "From "))
		hits++;
	for (size_t i = 0, lines = 0; i < n && lines < 40; lines++) {
		const char *lf = memchr(s + i, '\n', n - i);
		size_t end = lf ? (size_t)(lf - s) : n;
		if (end == i || (end == i + 1 && s[i] == '\r'))
			break;
		bool folded = s[i] == ' ' || s[i] == '\t', field = false;
		for (size_t k = 0; k < sizeof names / sizeof names[0] && !field; k++)
			field = starts(s + i, end - i, names[k]);
		hits += field;
		if (!folded && !memchr(s + i, ':', end - i) && lines > 0)
			return false;
		i = end + 1;
	}
	return hits >= 3;
}

static bool text(const uint8_t *s, size_t n)
{
	size_t odd = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == 0)
			return false;
		odd += (s[i] < ' ' && s[i] != '\n' && s[i] != '\r' && s[i] != '\t' && s[i] != '\f') || s[i] == 0x7f;
	}
	return n > 0 && odd * 50 <= n;
}

const char *sniff_type(const uint8_t *s, size_t n)
{
	size_t span = n < SNIFF_BYTES ? n : SNIFF_BYTES;
	if (n == 0)
		return NULL;
	for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++)
		if (n >= magics[i].at + magics[i].n && memcmp(s + magics[i].at, magics[i].bytes, magics[i].n) == 0)
			return magics[i].type;
	if (n >= 4 && memcmp(s, "PK\3\4", 4) == 0)
		return zip_type(s, n);
	if (bmp(s, n))
		return "image/bmp";
	/* the PDF header may stand anywhere in the first kilobyte (ISO 32000-1 annex H, implementation note 13) */
	if (memmem(s, span < 1024 ? span : 1024, "%PDF-", 5))
		return "application/pdf";
	if (!text(s, span))
		return NULL;
	const char *t = (const char *)s;
	size_t at = span >= 3 && memcmp(t, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	while (at < span && (t[at] == ' ' || t[at] == '\t' || t[at] == '\r' || t[at] == '\n'))
		at++;
	if (html(t + at, span - at))
		return "text/html";
	if (mail(t + at, span - at))
		return "message/rfc822";
	return "text/plain";
}

static int jpeg_size(const uint8_t *s, size_t n, int *w, int *h)
{
	for (size_t i = 2; i + 9 < n;) {
		if (s[i] != 0xff) {
			i++;	/* rubbish between segments is allowed by every decoder */
			continue;
		}
		uint8_t m = s[i + 1];
		if (m == 0xff || m == 0 || m == 1 || (m >= 0xd0 && m <= 0xd8)) {
			i += m == 0xff ? 1 : 2;
			continue;
		}
		if (m == 0xda || m == 0xd9)
			return 0;
		if (m >= 0xc0 && m <= 0xcf && m != 0xc4 && m != 0xc8 && m != 0xcc) {
			*h = (int)be16(s + i + 5), *w = (int)be16(s + i + 7);
			return 1;
		}
		i += 2 + be16(s + i + 2);
	}
	return 0;
}

static int tiff_size(const uint8_t *s, size_t n, int *w, int *h)
{
	bool little = s[0] == 'I';
	size_t at = n >= 8 ? (little ? le32(s + 4) : be32(s + 4)) : n;
	if (n < 10 || at > n - 2 || s[little ? 2 : 3] != '*')
		return 0;
	size_t entries = little ? le16(s + at) : be16(s + at);
	*w = *h = 0;
	for (size_t i = 0, e = at + 2; i < entries && e + 12 <= n; i++, e += 12) {
		uint32_t tag = little ? le16(s + e) : be16(s + e), type = little ? le16(s + e + 2) : be16(s + e + 2);
		uint32_t v = type == 3 ? (little ? le16(s + e + 8) : be16(s + e + 8)) : (little ? le32(s + e + 8) : be32(s + e + 8));
		if ((tag == 256 || tag == 257) && v <= INT32_MAX)
			*(tag == 256 ? w : h) = (int)v;
	}
	return *w && *h;
}

static int webp_size(const uint8_t *s, size_t n, int *w, int *h)
{
	if (n < 30)
		return 0;
	if (memcmp(s + 12, "VP8X", 4) == 0) {
		*w = 1 + (int)(le16(s + 24) | (uint32_t)s[26] << 16), *h = 1 + (int)(le16(s + 27) | (uint32_t)s[29] << 16);
	} else if (memcmp(s + 12, "VP8L", 4) == 0) {
		uint32_t v = le32(s + 21);
		*w = 1 + (int)(v & 0x3fff), *h = 1 + (int)(v >> 14 & 0x3fff);
	} else {
		*w = (int)(le16(s + 26) & 0x3fff), *h = (int)(le16(s + 28) & 0x3fff);
	}
	return 1;
}

int sniff_size(const uint8_t *s, size_t n, int *ret_width_px, int *ret_height_px)
{
	const char *type = sniff_type(s, n);
	int w = 0, h = 0, found = 0;
	if (!type || strncmp(type, "image/", 6) != 0)
		return 0;
	if (strcmp(type, "image/png") == 0 && n >= 24 && be32(s + 16) <= INT32_MAX && be32(s + 20) <= INT32_MAX) {
		w = (int)be32(s + 16), h = (int)be32(s + 20), found = 1;
	} else if (strcmp(type, "image/gif") == 0 && n >= 10) {
		w = (int)le16(s + 6), h = (int)le16(s + 8), found = 1;
	} else if (strcmp(type, "image/bmp") == 0 && le32(s + 14) >= 40) {
		int32_t sw = (int32_t)le32(s + 18), sh = (int32_t)le32(s + 22);
		w = sw > 0 ? sw : 0, h = sh > 0 ? sh : sh > -INT32_MAX ? -sh : 0, found = 1;
	} else if (strcmp(type, "image/jpeg") == 0) {
		found = jpeg_size(s, n, &w, &h);
	} else if (strcmp(type, "image/tiff") == 0) {
		found = tiff_size(s, n, &w, &h);
	} else if (strcmp(type, "image/webp") == 0) {
		found = webp_size(s, n, &w, &h);
	}
	if (!found || w <= 0 || h <= 0)
		return 0;
	*ret_width_px = w, *ret_height_px = h;
	return 1;
}
