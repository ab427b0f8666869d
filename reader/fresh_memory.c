#include "reader/fresh_memory.h"

#include <limits.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/lock.h"

#define MAPPED_BYTES (128 << 10)	/* malloc maps what is larger, for good (mallopt(3): set by hand, it no longer grows) */
#define STACK_BYTES (32 << 10)	/* what reading a mail takes as a rule */
#define SPARE_BYTES (8 << 10)	/* below the caller's own frames */
#define HEAP_BYTES (192 << 10)	/* as STACK_BYTES */
#define CACHED_BYTES 1032	/* malloc keeps what is smaller for the next who asks (glibc's tcache): a page that init wrote to */

static char *heap_end;		/* of what init allocated: the pages from here on are untouched; NULL: not known */

void fresh_memory_use(size_t free_bytes)
{
	(void)mallopt(M_MMAP_THRESHOLD, MAPPED_BYTES);
	(void)mallopt(M_TOP_PAD, free_bytes ? (int)free_bytes : HEAP_BYTES);
	(void)mallopt(M_TRIM_THRESHOLD, INT_MAX);	/* a child that gave memory back would only pay for it twice */
}

/* What init freed is given out for good, the largest pieces first: a child that took its memory from between what others use would copy a page for every piece. */
static void fill_holes(void)
{
	(void)malloc_trim(0);
	for (size_t size = MAPPED_BYTES / 2; size >= 16; size -= 16)
		for (;;) {
			size_t room = mallinfo2().keepcost;
			void *volatile p = malloc(size);	/* or a compiler does without, since nobody uses it */
			if (p && room && mallinfo2().keepcost == room)
				continue;	/* from a hole */
			if (size > CACHED_BYTES)
				free(p);	/* from the end: joins it again. Or this is not glibc's malloc, whose end is known */
			break;
		}
}

static char *page_of(const void *p)
{
	return (char *)((uintptr_t)p & ~(uintptr_t)(sysconf(_SC_PAGESIZE) - 1));
}

/* A child finds its memory empty, where init left something it would copy it: what init had on the stack goes, and where the heap ends is noted. */
void fresh_memory_make(void)
{
	char *here = page_of(__builtin_frame_address(0));
	if (LOCK_SANITIZED)
		return;
	fill_holes();
	heap_end = page_of((char *)sbrk(0) - mallinfo2().keepcost - 1) + sysconf(_SC_PAGESIZE);
	(void)madvise(here - STACK_BYTES - SPARE_BYTES, STACK_BYTES, MADV_DONTNEED);
}

/* Refused (before Linux 5.14): each of them is a fault. */
void fresh_memory_take(void)
{
#ifdef MADV_POPULATE_WRITE
	char *here = page_of(__builtin_frame_address(0));
	if (!heap_end)
		return;
	(void)madvise(here - STACK_BYTES, STACK_BYTES, MADV_POPULATE_WRITE);
	(void)madvise(heap_end, HEAP_BYTES, MADV_POPULATE_WRITE);
#endif
}
