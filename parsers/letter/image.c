#include "parsers/letter/image.h"

#include <stdio.h>
#include <string.h>

const struct image_limits image_limits_default = { .pixels = 60000000, .side_px = 30000, .pages = 200 };

static const uint8_t png_magic[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };

static int say(struct parse_note *note, int result, const char *what)
{
	if (note)
		(void)snprintf(note->text, sizeof note->text, "%s", what);
	return result;
}

enum image_type image_sniff(const uint8_t *bytes, size_t n)
{
	if (n >= sizeof png_magic && memcmp(bytes, png_magic, sizeof png_magic) == 0)
		return IMAGE_PNG;
	if (n >= 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF)
		return IMAGE_JPEG;
	if (n >= 4 && (memcmp(bytes, "II*\0", 4) == 0 || memcmp(bytes, "MM\0*", 4) == 0))
		return IMAGE_TIFF;
	if (n >= 5 && memmem(bytes, n < 1024 ? n : 1024, "%PDF-", 5))
		return IMAGE_PDF;
	return IMAGE_NONE;
}

const char *image_media_type(enum image_type t)
{
	static const char *const types[] = { "application/octet-stream", "image/png", "image/jpeg", "image/tiff", "application/pdf" };
	return types[t];
}

static uint32_t be32(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool fits(const struct image_limits *lim, uint32_t w, uint32_t h)
{
	return w <= lim->side_px && h <= lim->side_px && (uint64_t)w * h <= lim->pixels;
}

static int png(const uint8_t *b, size_t n, const struct image_limits *lim, struct image_header *ret, struct parse_note *note)
{
	size_t at = sizeof png_magic;
	while (n - at >= 12) {
		uint32_t len = be32(b + at);
		const uint8_t *type = b + at + 4;
		if (len > 0x7FFFFFFF)
			return say(note, PARSE_BAD, "PNG with a chunk of an impossible length");
		if (ret->width == 0) {
			if (memcmp(type, "IHDR", 4) != 0 || len != 13 || n - at < 12 + 13)
				return say(note, PARSE_BAD, "PNG that does not begin with its header");
			ret->width = be32(b + at + 8);
			ret->height = be32(b + at + 12);
			if (ret->width == 0 || ret->height == 0)
				return say(note, PARSE_BAD, "PNG without an area");
			if (!fits(lim, ret->width, ret->height))
				return say(note, PARSE_LIMIT, "image larger than a page can be");
		}
		if (memcmp(type, "IEND", 4) == 0) {
			ret->complete = true;
			return PARSE_OK;
		}
		if (len > n - at - 12)
			break;
		at += 12 + (size_t)len;
	}
	return say(note, PARSE_BAD, "PNG is cut off");
}

/* Is there an EOI (FF D9) at or after at? Scan data holds FF only as FF 00 and FF D0..D7, so that the first other marker is real. */
static bool has_eoi(const uint8_t *b, size_t n, size_t at)
{
	while (at + 1 < n) {
		const uint8_t *p = memrchr(b + at, 0xD9, n - at);
		if (!p || p == b + at)
			return false;
		if (p[-1] == 0xFF)
			return true;
		n = (size_t)(p - b);
	}
	return false;
}

static int jpeg(const uint8_t *b, size_t n, const struct image_limits *lim, struct image_header *ret, struct parse_note *note)
{
	size_t at = 2;
	while (n - at >= 4) {
		if (b[at] != 0xFF)
			return say(note, PARSE_BAD, "JPEG with a broken marker");
		uint8_t marker = b[at + 1];
		if (marker == 0xFF) {		/* fill byte, T.81 B.1.1.2 */
			at++;
			continue;
		}
		if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
			at += 2;
			continue;
		}
		if (marker == 0xD9)
			return say(note, PARSE_BAD, "JPEG without a picture");
		size_t len = (size_t)b[at + 2] << 8 | b[at + 3];
		bool sof = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
		if (len < 2)
			return say(note, PARSE_BAD, "JPEG with a segment of an impossible length");
		if (len > n - at - 2)
			break;
		if (sof && len >= 8) {
			ret->height = (uint32_t)b[at + 5] << 8 | b[at + 6];
			ret->width = (uint32_t)b[at + 7] << 8 | b[at + 8];
			if (ret->width == 0 || ret->height == 0)
				return say(note, PARSE_BAD, "JPEG without an area");
			if (!fits(lim, ret->width, ret->height))
				return say(note, PARSE_LIMIT, "image larger than a page can be");
		}
		if (marker == 0xDA) {
			if (ret->width == 0)
				return say(note, PARSE_BAD, "JPEG without a frame header");
			ret->complete = has_eoi(b, n, at + 2 + len);
			return ret->complete ? PARSE_OK : say(note, PARSE_BAD, "JPEG is cut off");
		}
		at += 2 + len;
	}
	return say(note, PARSE_BAD, "JPEG is cut off");
}

/* ---- TIFF ---- */

struct tiff {
	const uint8_t *b;
	size_t n;
	bool big;	/* MM: big-endian */
};

static uint32_t u16(const struct tiff *t, size_t at)
{
	return t->big ? (uint32_t)t->b[at] << 8 | t->b[at + 1] : (uint32_t)t->b[at + 1] << 8 | t->b[at];
}

static uint32_t u32(const struct tiff *t, size_t at)
{
	return t->big ? be32(t->b + at) : (uint32_t)t->b[at + 3] << 24 | (uint32_t)t->b[at + 2] << 16 | (uint32_t)t->b[at + 1] << 8 | t->b[at];
}

/* One entry's values: where they lie and how wide each is. False when out of the file. */
struct values {
	size_t at;
	uint32_t count, width;
};

static bool entry_values(const struct tiff *t, size_t at, struct values *ret)
{
	uint32_t type = u16(t, at + 2), count = u32(t, at + 4);
	uint32_t width = type == 3 ? 2 : type == 4 ? 4 : type == 1 ? 1 : 0;
	*ret = (struct values){ at + 8, count, width };
	if (width == 0 || (uint64_t)count * width <= 4)
		return true;
	ret->at = u32(t, at + 8);
	return ret->at <= t->n && (uint64_t)count * width <= t->n - ret->at;
}

static uint32_t value(const struct tiff *t, const struct values *v, uint32_t i)
{
	size_t at = v->at + (size_t)i * v->width;
	return v->width == 2 ? u16(t, at) : v->width == 4 ? u32(t, at) : v->width == 1 ? t->b[at] : 0;
}

/* Do all strips (or tiles) lie within the file? */
static bool strips_inside(const struct tiff *t, const struct values *offsets, const struct values *counts)
{
	for (uint32_t i = 0; i < offsets->count && i < counts->count; i++) {
		uint32_t at = value(t, offsets, i), len = value(t, counts, i);
		if (at > t->n || len > t->n - at)
			return false;
	}
	return true;
}

/* One directory: PARSE_OK with *next. PARSE_BAD with ret->complete true: damaged; false: cut off. */
static int directory(const struct tiff *t, size_t at, const struct image_limits *lim, struct image_header *ret, size_t *next, struct parse_note *note)
{
	ret->complete = false;
	if (at < 8 || at > t->n || t->n - at < 6)
		return say(note, PARSE_BAD, "TIFF is cut off");
	uint32_t entries = u16(t, at);
	if (entries == 0 || (uint64_t)entries * 12 + 6 > t->n - at)
		return say(note, PARSE_BAD, "TIFF is cut off");
	uint32_t w = 0, h = 0;
	struct values offsets = { 0 }, counts = { 0 };
	for (uint32_t i = 0; i < entries; i++) {
		size_t e = at + 2 + (size_t)i * 12;
		uint32_t tag = u16(t, e);
		struct values v;
		if (tag != 256 && tag != 257 && tag != 273 && tag != 279 && tag != 324 && tag != 325)
			continue;
		if (!entry_values(t, e, &v))
			return say(note, PARSE_BAD, "TIFF is cut off");
		if (v.count == 0 || v.width == 0)
			continue;
		if (tag == 256)
			w = value(t, &v, 0);
		else if (tag == 257)
			h = value(t, &v, 0);
		else if (tag == 273 || tag == 324)
			offsets = v;
		else
			counts = v;
	}
	ret->complete = true;
	if (w == 0 || h == 0 || offsets.count == 0)
		return say(note, PARSE_BAD, "TIFF with a page without an area");
	if ((uint64_t)w * h > (uint64_t)ret->width * ret->height) {
		ret->width = w;
		ret->height = h;
	}
	if (!fits(lim, w, h))
		return say(note, PARSE_LIMIT, "image larger than a page can be");
	ret->complete = strips_inside(t, &offsets, &counts);
	*next = u32(t, at + 2 + (size_t)entries * 12);
	return ret->complete ? PARSE_OK : say(note, PARSE_BAD, "TIFF is cut off");
}

static int tiff(const uint8_t *b, size_t n, const struct image_limits *lim, struct image_header *ret, struct parse_note *note)
{
	struct tiff t = { b, n, b[0] == 'M' };
	if (n < 8)
		return say(note, PARSE_BAD, "TIFF is cut off");
	ret->pages = 0;
	/* the chain is followed for at most lim->pages steps: a loop ends there as well, as a limit */
	for (size_t at = u32(&t, 4), next = 0; at; at = next, ret->pages++) {
		if (ret->pages >= lim->pages)
			return say(note, PARSE_LIMIT, "TIFF with too many pages, or a loop of pages");
		int result = directory(&t, at, lim, ret, &next, note);
		if (result != PARSE_OK)
			return result;
	}
	return ret->pages ? PARSE_OK : say(note, PARSE_BAD, "TIFF without pages");
}

static int pdf(const uint8_t *b, size_t n, struct image_header *ret, struct parse_note *note)
{
	size_t tail = n < 4096 ? n : 4096;
	ret->pages = 0;
	ret->complete = memmem(b + n - tail, tail, "%%EOF", 5) != NULL;
	return ret->complete ? PARSE_OK : say(note, PARSE_BAD, "PDF is cut off");
}

int image_header(const uint8_t *bytes, size_t n, const struct image_limits *lim, struct image_header *ret, struct parse_note *note)
{
	*ret = (struct image_header){ .type = image_sniff(bytes, n), .pages = 1 };
	switch (ret->type) {
	case IMAGE_PNG:
		return png(bytes, n, lim, ret, note);
	case IMAGE_JPEG:
		return jpeg(bytes, n, lim, ret, note);
	case IMAGE_TIFF:
		return tiff(bytes, n, lim, ret, note);
	case IMAGE_PDF:
		return pdf(bytes, n, ret, note);
	case IMAGE_NONE:
		break;
	}
	ret->pages = 0;
	ret->complete = true;
	return say(note, PARSE_BAD, n ? "not a PDF, TIFF, JPEG or PNG" : "the file is empty");
}
