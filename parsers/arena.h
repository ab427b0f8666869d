/* parsers/arena.h — one owner for everything that a parse yields.
 *
 * A parse result hangs on an arena; arena_free() frees the whole. In sanitizer and fuzz builds every string is a malloc of its own,
 * so that AddressSanitizer sees each one's edges.
 * Returns: memory, zeroed, or NULL past the arena's limit or when the system has none; a parser then answers PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_ARENA_H
#define KLACHTD_PARSERS_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(size_t limit_bytes);	/* NULL: out of memory */
void arena_free(struct arena *a);		/* accepts NULL */

void *arena_alloc(struct arena *a, size_t n);
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);	/* at most n bytes, always NUL-terminated */
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Where fold.c keeps what it folded on this arena, for as long as the arena lives; NULL at first. */
void **arena_folds(struct arena *a);
/* A larger copy of an array that came from this arena; the old one stays until the arena goes. */
void *arena_grow(struct arena *a, const void *old, size_t old_n, size_t new_n);

#endif
