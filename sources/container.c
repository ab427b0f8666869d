#include "sources/container.h"

#include <string.h>
#include <unistd.h>

#define TAIL_BYTES 65536
#define PDF_TAIL_BYTES 2048
#define MAX_READS 20000

/* All n bytes at that place, or false. */
static bool read_at(int fd, void *to, size_t n, int64_t at)
{
	return at >= 0 && pread(fd, to, n, at) == (ssize_t)n;
}

static bool tail_has(int fd, int64_t bytes, size_t window, const void *what, size_t n)
{
	static uint8_t buf[TAIL_BYTES];	/* one thread, and too large for a stack */
	if (bytes < (int64_t)window)
		window = (size_t)bytes;
	return read_at(fd, buf, window, bytes - (int64_t)window) && memmem(buf, window, what, n);
}

struct tiff {
	int fd;
	int64_t bytes;
	bool big_endian;
	int reads;	/* made so far: a chain that bites its tail must not hold the loop up */
};

static bool tiff_read(struct tiff *t, void *to, size_t n, int64_t at)
{
	t->reads++;
	return read_at(t->fd, to, n, at);
}

static uint32_t number(const struct tiff *t, const uint8_t *p, int n)
{
	uint32_t v = 0;
	for (int i = 0; i < n; i++)
		v = v << 8 | p[t->big_endian ? i : n - 1 - i];
	return v;
}

struct field {
	uint32_t type, count, value_at;	/* value_at: where the values lie in the file */
};

/* The i-th value of a SHORT or LONG field; false past the end of the file. */
static bool value(struct tiff *t, const struct field *f, uint32_t i, uint32_t *ret)
{
	uint8_t b[4];
	int n = f->type == 3 ? 2 : 4;
	if (!tiff_read(t, b, (size_t)n, (int64_t)f->value_at + (int64_t)i * n))
		return false;
	*ret = number(t, b, n);
	return true;
}

static bool strips_in_range(struct tiff *t, const struct field *at, const struct field *n)
{
	for (uint32_t i = 0; i < at->count && i < n->count && t->reads < MAX_READS; i++) {
		uint32_t offset, length;
		if (!value(t, at, i, &offset) || !value(t, n, i, &length) || (int64_t)offset + length > t->bytes)
			return false;
	}
	return true;
}

/* One IFD: its strips (273, 279) or tiles (324, 325) within the file; *at becomes the next one's place, 0 for none. */
static bool ifd_in_range(struct tiff *t, uint32_t *at)
{
	uint8_t b[12];
	struct field offsets = { 0 }, lengths = { 0 };
	if (!tiff_read(t, b, 2, *at))
		return false;
	uint32_t n = number(t, b, 2);
	for (uint32_t i = 0; i < n && t->reads < MAX_READS; i++) {
		int64_t place = (int64_t)*at + 2 + 12 * (int64_t)i;
		if (!tiff_read(t, b, 12, place))
			return false;
		struct field f = { number(t, b + 2, 2), number(t, b + 4, 4), number(t, b + 8, 4) };
		uint32_t tag = number(t, b, 2);
		if ((uint64_t)f.count * (f.type == 3 ? 2 : 4) <= 4)
			f.value_at = (uint32_t)(place + 8);	/* small values stand in the field itself */
		if (tag == 273 || tag == 324)
			offsets = f;
		if (tag == 279 || tag == 325)
			lengths = f;
	}
	if (!tiff_read(t, b, 4, (int64_t)*at + 2 + 12 * (int64_t)n) || !strips_in_range(t, &offsets, &lengths))
		return false;
	*at = number(t, b, 4);
	return true;
}

static bool tiff_whole(int fd, int64_t bytes, const uint8_t *head)
{
	struct tiff t = { .fd = fd, .bytes = bytes, .big_endian = head[0] == 'M' };
	uint32_t at = number(&t, head + 4, 4);
	if (!at)
		return false;
	while (at && t.reads < MAX_READS)
		if (!ifd_in_range(&t, &at) && t.reads < MAX_READS)
			return false;
	return true;	/* what needs more reads than that is the reader's to judge */
}

bool container_whole(int fd, int64_t bytes)
{
	uint8_t head[8] = { 0 };
	if (bytes < (int64_t)sizeof head || !read_at(fd, head, sizeof head, 0))
		return true;
	if (!memcmp(head, "%PDF-", 5))
		return tail_has(fd, bytes, PDF_TAIL_BYTES, "%%EOF", 5);
	if (!memcmp(head, "\xff\xd8\xff", 3))
		return tail_has(fd, bytes, TAIL_BYTES, "\xff\xd9", 2);
	if (!memcmp(head, "\x89PNG\r\n\x1a\n", 8))
		return tail_has(fd, bytes, TAIL_BYTES, "IEND\xae\x42\x60\x82", 8);
	if (!memcmp(head, "II*\0", 4) || !memcmp(head, "MM\0*", 4))
		return tiff_whole(fd, bytes, head);
	return true;
}
