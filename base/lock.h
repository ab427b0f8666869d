/* base/lock.h — how a worker locks itself in: PR_SET_DUMPABLE=0, no_new_privs, Landlock and seccomp, in that order.
 *
 * Source:  landlock(7), seccomp(2), libseccomp; design section 2 "The lock".
 * A layer that the kernel or the unit refuses is not an error of lock_enter(): it is absent from *ret, the worker reports it ("ready" frame), klachtd says so at err
 * and --check in a line, tests fail on it. FAIL_FATAL is for a call that is wrong in itself.
 * Behind the lock: open* outside the allowed paths, and any open for writing, answers EACCES; exec (but for LOCK_RENDER), socket (but for
 * LOCK_NETWORK) and ptrace kill the process (SIGSYS); what else is on no list answers EPERM (base/lock_filter.h). Signals go to nobody, but by a pidfd in LOCK_ZYGOTE (and SIGSTOP by kill(2), for LOCK_STILL below it).
 * The calling thread is locked: enter before the first thread. A child of a locked process may enter once more, with less.
 * Sanitizer builds allow the few calls more that their runtime makes, and look for no leaks behind the lock.
 */
#ifndef KLACHTD_BASE_LOCK_H
#define KLACHTD_BASE_LOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#if defined(__SANITIZE_ADDRESS__)
#define LOCK_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LOCK_SANITIZED 1
#endif
#endif
#ifndef LOCK_SANITIZED
#define LOCK_SANITIZED 0
#endif

enum lock_profile {
	LOCK_READER,	/* no file, no network, no exec, no fork: a reader's child */
	LOCK_ZYGOTE,	/* as LOCK_READER, and fork, wait, prlimit on itself: the child then enters LOCK_READER */
	LOCK_NETWORK,	/* read_paths only (CA file, resolver files, libraries), sockets of AF_INET, AF_INET6 and AF_UNIX (nscd), no exec */
	LOCK_RENDER,	/* read_paths and exec of exec_paths: what poppler's programs need, inherited by them */
	LOCK_DRAW,	/* read_paths only (fonts), threads (pango's), no network, no exec, no executable memory: the printer */
	LOCK_STILL,	/* a child behind LOCK_ZYGOTE that works in the memory it has (reader/rewind.h): it says "done", stops itself, ends, and may do nothing else */
};

struct lock {
	enum lock_profile profile;
	const char *const *read_paths;	/* files or folders; those that do not exist are skipped; NULL-terminated or NULL */
	const char *const *exec_paths;	/* likewise */
};

struct lock_layers {
	bool landlock, seccomp, no_new_privs, not_dumpable;
};

int lock_enter(const struct lock *l, struct lock_layers *ret, struct error *err);

/* Enter the lock first: building it writes a memfd. Hard limits for the process: CPU seconds, address space (not in sanitizer builds: their shadow is larger than any limit), core 0, open files;
 * 0 leaves a limit as it is. File size counts for memfds too (setrlimit(2), RLIMIT_FSIZE): memfd_bytes is how large one may grow, 0: none at all. */
struct lock_limits {
	unsigned cpu_s;
	size_t memory_bytes;
	unsigned open_files;
	size_t memfd_bytes;
};
int lock_limits(const struct lock_limits *l, struct error *err);

#endif
