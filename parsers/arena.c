#include "parsers/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined __SANITIZE_ADDRESS__
#define BLOCK_BYTES 0
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define BLOCK_BYTES 0
#endif
#endif
#ifndef BLOCK_BYTES
#define BLOCK_BYTES (256 * 1024)	/* mapped, so zero and untouched until used: a child pays for the pages it writes alone */
#endif
#define FIRST_BYTES (24 * 1024)	/* enough for most mails; from the heap */

struct block {
	struct block *next;	/* owned */
	size_t used, size;
	max_align_t bytes[];
};

struct arena {
	struct block *blocks;	/* owned; newest first */
	size_t left;
	void *folds;		/* borrowed: lies in a block */
};

struct arena *arena_new(size_t limit_bytes)
{
	struct arena *a = calloc(1, sizeof *a);
	if (a)
		a->left = limit_bytes;
	return a;
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	for (struct block *b = a->blocks, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

void *arena_alloc(struct arena *a, size_t n)
{
	size_t exact = n ? n : 1, aligned = (exact + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
	if (aligned < exact || aligned > a->left)
		return NULL;
	struct block *b = a->blocks;
	if (!b || b->size - b->used < aligned) {
		size_t usual = a->blocks || aligned > FIRST_BYTES / 4 ? BLOCK_BYTES : FIRST_BYTES;
		size_t size = BLOCK_BYTES == 0 ? exact : aligned > BLOCK_BYTES / 4 ? aligned : usual;
		b = calloc(1, sizeof *b + size);
		if (!b)
			return NULL;
		b->size = size;
		if (size == aligned && a->blocks && BLOCK_BYTES > 0) {	/* a big one: keep filling the block in front */
			b->next = a->blocks->next;
			a->blocks->next = b;
		} else {
			b->next = a->blocks;
			a->blocks = b;
		}
	}
	void *p = (char *)b->bytes + b->used;
	b->used += BLOCK_BYTES == 0 ? exact : aligned;
	a->left -= aligned;
	return p;
}

void **arena_folds(struct arena *a)
{
	return &a->folds;
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
	n = strnlen(s, n);
	char *p = arena_alloc(a, n + 1);
	if (p)
		memcpy(p, s, n);
	return p;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = vsnprintf(NULL, 0, format, ap);
	va_end(ap);
	char *p = n < 0 ? NULL : arena_alloc(a, (size_t)n + 1);
	if (p) {
		va_start(ap, format);
		(void)vsnprintf(p, (size_t)n + 1, format, ap);
		va_end(ap);
	}
	return p;
}

void *arena_grow(struct arena *a, const void *old, size_t old_n, size_t new_n)
{
	void *p = arena_alloc(a, new_n);
	if (p && old_n)
		memcpy(p, old, old_n < new_n ? old_n : new_n);
	return p;
}
