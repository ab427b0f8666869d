/* reader/rewound.h — the child's side of rewind.h: it moves into the memory that is shared, and begins again at a signal. */
#ifndef KLACHTD_READER_REWOUND_H
#define KLACHTD_READER_REWOUND_H

#include "base/lock.h"
#include "reader/rewind.h"

#if defined(__x86_64__)
#define REWOUND_HERE (!LOCK_SANITIZED)
#else
#define REWOUND_HERE 0		/* how a signal puts registers and stack right is written for x86-64 only */
#endif

#define REWOUND_SIGNAL SIGUSR1
#define REWOUND_RANGES 64

struct range {
	uintptr_t from, to;
};

/* The process as it is forked, and where in the memory its parts come to lie. In this order: exchange, the signal's stack, a page that nobody may touch, the stack, what the program writes to. */
struct rewound_memory {
	struct range written[REWOUND_RANGES], constant[REWOUND_RANGES];	/* constant: so large that nothing of it is written to after init */
	size_t n_written, n_constant;
	struct range first_stack;
	size_t signal_stack, guard, stack, program, bytes;	/* where each begins, and the end of all; multiples of a page */
};

struct rewound {
	const struct rewound_memory *memory;
	int fd;			/* the memfd */
	int done;		/* the counter: eventfd(2) */
	struct rewind_life life;
};

/* In a child just forked. Never returns: ends the process where something is refused. */
__attribute__((noreturn)) void rewound_main(const struct rewound *r);

#endif
