/* parsers/sink.h — text that grows: where decoders write while they do not know yet how long the result will be.
 *
 * Owner:   the caller's stack; sink_free() (SINK_CLEANUP), or sink_take() copies the text into an arena.
 * Limits:  limit_bytes of text; what would go past it is left out (never half a UTF-8 sequence when the input is UTF-8) and full is set.
 * Errors:  none from the put functions: nomem is set and the rest ignored, so that a writer checks once, at the end.
 */
#ifndef KLACHTD_PARSERS_SINK_H
#define KLACHTD_PARSERS_SINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parsers/arena.h"

struct sink {
	char *s;		/* owned; NUL-terminated once something was put */
	size_t n, size, limit_bytes;
	bool full, nomem;
};

void sink_free(struct sink *k);
#define SINK_CLEANUP __attribute__((cleanup(sink_free)))

void sink_put(struct sink *k, const void *bytes, size_t n);
void sink_puts(struct sink *k, const char *s);
void sink_putc(struct sink *k, char c);
/* One code point as UTF-8; what is none becomes U+FFFD. */
void sink_rune(struct sink *k, uint32_t rune);
/* Makes room for n more bytes and returns where to write them, or NULL; the caller then adds what it wrote to k->n (at most n). */
char *sink_room(struct sink *k, size_t n);

/* The text ("" when nothing was put), valid until the next put. */
const char *sink_text(const struct sink *k);
/* A copy on the arena; NULL: out of memory, now or at an earlier put. */
char *sink_take(const struct sink *k, struct arena *a);

#endif
