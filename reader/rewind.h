/* reader/rewind.h — a child that reads one mail after another, and is set back from outside in between: what one mail does to it, the next never sees.
 *
 * Why: a new process costs more than reading an ordinary mail: its memory is mapped, copied and taken down again, page by page.
 * How: all that such a child can write to, its stack too, is memory that it shares with the zygote. It has no channel but a counter that says "done", and
 * no call that changes a mapping, a descriptor or a signal (LOCK_STILL). After each mail it stops, or is stopped (SIGSTOP); the zygote takes the answer out of the memory, puts
 * back every byte as it was before the first mail, and sends the signal by which the kernel lets it begin again at a fixed place, with fresh registers.
 * Whatever it was made to do in between, nothing of that is left: not in its memory, not in its registers, and nothing in the kernel.
 * When: mails of at most REWIND_DOCUMENT_BYTES, read whole. What such a child does not finish, for whatever reason (its memory does not grow, it crashes, the mail
 * holds a scan), a child of its own reads from the beginning: this file makes reading cheaper, and decides nothing.
 * Where: x86-64, without sanitizers. Elsewhere, and where the kernel refuses a part of it, rewind_new() or rewind_start() fails, and every document gets its own child.
 * Source: signal(7), sigaltstack(2), waitid(2), memfd_create(2), seccomp(2); Linux 5.9.
 */
#ifndef KLACHTD_READER_REWIND_H
#define KLACHTD_READER_REWIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/wire.h"
#include "reader/zygote.h"

#define REWIND_DOCUMENT_BYTES (64 << 10)
#define REWIND_HEAP_BYTES (1 << 20)	/* what the zygote's heap has free at its end: more is none (mallopt(3), M_TOP_PAD) */

/* An order's words, where they last longer than its frame. */
struct order_text {
	char channel[21], file[1001], mode[21];
	int64_t received_us;
};

/* What lies in the memory for both to see. Once the child has begun, all of it is the child's word. */
struct exchange {
	struct order_text order;
	size_t n;			/* of document */
	int code;			/* enum child_exit */
	size_t n_answer;		/* 0: none */
	uint8_t document[REWIND_DOCUMENT_BYTES];
	char answer[WIRE_BYTES];	/* one frame of docs/wire.md, as text */
};

/* What every such child does. lock: in the child, before its first document: its limits, then LOCK_STILL; 0, or the process ends. */
struct rewind_life {
	int (*lock)(void *arg);
	void *arg;
	int (*read)(const struct zygote_order *o);
	const struct rules *rules;
	int null;			/* /dev/null: where what libraries print goes */
};

enum rewind_state {
	REWIND_NONE,		/* no process */
	REWIND_STARTING,
	REWIND_IDLE,		/* stopped, as if new */
	REWIND_READING,
};

struct rewind;

/* Before the zygote's lock. NULL: not on this machine. Lives as long as the process. */
struct rewind *rewind_new(void);

enum rewind_state rewind_state(const struct rewind *w);

/* Forks the process: REWIND_STARTING. Negative: it cannot be; everything is as before. FAIL_FATAL: it was forked and cannot be ended: the zygote has to. */
int rewind_start(struct rewind *w, const struct rewind_life *life, struct error *err);

/* Readable: rewind_done() has something to say; the process has ended (rewind_end()). -1 where there is no process. */
int rewind_done_fd(const struct rewind *w);
int rewind_pidfd(const struct rewind *w);

/* To one that is idle. FAIL_ITEM: not a document for it; another negative: it has ended, or is of no more use. The order's descriptors stay the caller's. */
int rewind_give(struct rewind *w, const struct zygote_order *o, struct error *err);

/* It said "done": it is stopped now. *ret: what it says of the document, NULL when it has only become ready. FAIL_RETRY: it said nothing; FAIL_ITEM: it has ended. */
int rewind_done(struct rewind *w, const struct exchange **ret, struct error *err);

/* After rewind_done(): sets it back. It is idle, or gone because it has read its share. */
void rewind_back(struct rewind *w);

/* The words of the order that it was given last, as they were given. */
void rewind_order(const struct rewind *w, struct order_text *ret);

/* Ends and reaps the process, in whatever state; none: nothing happens. */
void rewind_end(struct rewind *w);

/* Rules have changed: one that is idle ends, one that reads does so when it is done. */
void rewind_outdated(struct rewind *w);

#endif
