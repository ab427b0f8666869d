#include "parsers/sink.h"

#include <stdlib.h>
#include <string.h>

void sink_free(struct sink *k)
{
	free(k->s);
	*k = (struct sink){ 0 };
}

char *sink_room(struct sink *k, size_t n)
{
	if (k->nomem || k->full || n > k->limit_bytes - k->n)
		return NULL;
	if (k->size - k->n <= n) {
		size_t size = k->size ? k->size : 256;
		while (size - k->n <= n)
			size *= 2;
		char *s = realloc(k->s, size);
		if (!s) {
			k->nomem = true;
			return NULL;
		}
		k->s = s;
		k->size = size;
	}
	return k->s + k->n;
}

void sink_put(struct sink *k, const void *bytes, size_t n)
{
	const char *s = bytes;
	if (k->full || n == 0)
		return;
	bool cut = n > k->limit_bytes - k->n;
	if (cut) {
		n = k->limit_bytes - k->n;
		for (int i = 0; i < 3 && n && ((unsigned char)s[n] & 0xc0) == 0x80; i++)
			n--;
	}
	char *to = sink_room(k, n);
	if (to) {
		memcpy(to, s, n);
		k->n += n;
		k->s[k->n] = 0;
	}
	k->full |= cut;
}

void sink_puts(struct sink *k, const char *s)
{
	sink_put(k, s, strlen(s));
}

void sink_putc(struct sink *k, char c)
{
	if (k->n + 1 < k->size && k->n < k->limit_bytes && !k->full) {
		k->s[k->n++] = c;
		k->s[k->n] = 0;
	} else {
		sink_put(k, &c, 1);
	}
}

void sink_rune(struct sink *k, uint32_t r)
{
	char b[4];
	if (r > 0x10ffff || (r >= 0xd800 && r < 0xe000))
		r = 0xfffd;
	if (r < 0x80) {
		sink_putc(k, (char)r);
	} else if (r < 0x800) {
		b[0] = (char)(0xc0 | r >> 6), b[1] = (char)(0x80 | (r & 63));
		sink_put(k, b, 2);
	} else if (r < 0x10000) {
		b[0] = (char)(0xe0 | r >> 12), b[1] = (char)(0x80 | (r >> 6 & 63)), b[2] = (char)(0x80 | (r & 63));
		sink_put(k, b, 3);
	} else {
		b[0] = (char)(0xf0 | r >> 18), b[1] = (char)(0x80 | (r >> 12 & 63));
		b[2] = (char)(0x80 | (r >> 6 & 63)), b[3] = (char)(0x80 | (r & 63));
		sink_put(k, b, 4);
	}
}

const char *sink_text(const struct sink *k)
{
	return k->n ? k->s : "";
}

char *sink_take(const struct sink *k, struct arena *a)
{
	if (k->nomem)
		return NULL;
	char *p = arena_alloc(a, k->n + 1);
	if (p && k->n)
		memcpy(p, k->s, k->n);
	return p;
}
