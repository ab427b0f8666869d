/* reader/fresh_memory.h — a child finds its memory empty: where a zygote's init left something on a page, the child would copy that page.
 *
 * Source:  fork(2), mallopt(3), madvise(2); glibc's malloc. With another malloc, and with sanitizers, nothing is done, and children only cost more.
 */
#ifndef KLACHTD_READER_FRESH_MEMORY_H
#define KLACHTD_READER_FRESH_MEMORY_H

#include <stddef.h>

/* Before init: how malloc is to work. free_bytes: how much of the heap is to be mapped and unused at its end; 0: what an ordinary mail takes. */
void fresh_memory_use(size_t free_bytes);

/* In the zygote, when all that lives on has been allocated. */
void fresh_memory_make(void);

/* In the child: the pages that it will need as a rule, at once instead of by a fault each. */
void fresh_memory_take(void);

#endif
