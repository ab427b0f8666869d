#include "reader/frame_memory.h"

#include <jansson.h>
#include <malloc.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_BYTES 4096
#define FRAME_BYTES (PAGE_BYTES - 2 * sizeof(size_t))	/* more than an ordinary frame takes */

static struct {
	alignas(PAGE_BYTES) char bytes[FRAME_BYTES];
	size_t used, live;		/* live: allocations that were not freed */
} frames;

static void *take(size_t n)
{
	size_t aligned = (n + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
	if (aligned < n || aligned > FRAME_BYTES - frames.used)
		return malloc(n);
	void *p = frames.bytes + frames.used;
	frames.used += aligned;
	frames.live++;
	return p;
}

static void give(void *p)
{
	if (!p)
		return;
	if ((char *)p < frames.bytes || (char *)p >= frames.bytes + FRAME_BYTES) {
		explicit_bzero(p, malloc_usable_size(p));
		free(p);
	} else if (--frames.live == 0) {
		explicit_bzero(frames.bytes, frames.used);
		frames.used = 0;
	}
}

void frame_memory_use(void)
{
	json_set_alloc_funcs(take, give);
}
