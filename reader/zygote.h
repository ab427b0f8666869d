/* reader/zygote.h — the loop that all readers share: initialise, lock in, fork a child per document (docs/wire.md).
 *
 * A process starts with its channel on fd 3 and waits for "hello"; init() runs then, before the lock and before the first foreign byte. Each "read"
 * is a fresh child behind LOCK_READER, its limits set, all descriptors but its own closed, its output and errors going nowhere (libraries quote what they
 * read); it talks on its own channel and never returns into this loop. What one document does to its child, the next never sees. With rewinds set, the same holds
 * of children that stay and are set back after each document (reader/rewind.h): who they are of use to, and what they leave to a fresh one, is decided here.
 * EOF on fd 3 ends the process; its children get SIGKILL from the kernel then (PR_SET_PDEATHSIG), also when it is itself killed.
 */
#ifndef KLACHTD_READER_ZYGOTE_H
#define KLACHTD_READER_ZYGOTE_H

#include <jansson.h>
#include <stdbool.h>

#include "base/error.h"
#include "parsers/rules.h"

#define ZYGOTE_CHILDREN 16	/* at once; the next "read" waits in the socket */

struct exchange;

struct zygote_order {
	const json_t *frame;		/* borrowed: the whole "read" frame */
	const char *channel, *file, *mode;
	bool attachment;
	int document;			/* sealed memfd */
	int out;			/* the child's own channel */
	struct exchange *exchange;	/* NULL; else instead of frame, document and out (reader/rewind.h) */
	struct rules rules;		/* received_us filled in */
};

struct zygote {
	int (*init)(const struct rules *rules, struct error *err);	/* the first hello's; 0, or negative with the reason: said to klachtd, and the process ends */
	int (*read)(const struct zygote_order *order);		/* in the child: its exit code */
	bool rewinds;			/* ordinary documents by children that are set back after each (reader/rewind.h), where the machine lets us */
};

/* The whole of main(). */
__attribute__((noreturn)) void zygote_main(const struct zygote *z);

#endif
