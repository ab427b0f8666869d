/* base/lock_filter.h — the seccomp half of base/lock.h: which system calls a profile may make.
 *
 * Source:  seccomp(2), libseccomp. One allow-list per profile; what is on no list answers EPERM, so that a library that probes for something
 *          new goes on without it. Killed (SIGSYS) is what only an intruder does: exec, socket, ptrace and their kin.
 * Limits:  signals to others are on no list (an unprivileged klachtd shares its uid with its workers): abort() ends in SIGSEGV.
 * Owner:   the compiled filters are kept by this file until the process ends: a zygote compiles once, its children load.
 */
#ifndef KLACHTD_BASE_LOCK_FILTER_H
#define KLACHTD_BASE_LOCK_FILTER_H

#include <stdbool.h>

#include "base/error.h"
#include "base/lock.h"

/* Compiles the profile's filter unless that was done before. Needs memfd_create: call it before any lock. */
int lock_filter_prepare(enum lock_profile profile, struct error *err);

/* Puts the filter on the calling thread, for good. False: the kernel or an outer filter refuses. */
bool lock_filter_load(enum lock_profile profile);

/* For a child behind LOCK_ZYGOTE's filter, which goes on standing below any other: what of it LOCK_READER lacks answers EPERM. Both together are LOCK_READER's filter;
 * the kernel has a tenth of the work to load it, for every document. */
int lock_filter_prepare_rest(struct error *err);
bool lock_filter_load_rest(void);

/* For LOCK_STILL, below LOCK_ZYGOTE's filter: write() to WIRE_CHANNEL, kill() with SIGSTOP of the process itself, its end, and setting the thread pointer to what it is.
 * No call that changes a mapping, a descriptor, a limit or what signals do: whoever breaks in leaves nothing behind in the kernel. brk() answers "no more".
 * load: false also where the filter cannot be made this process's own. */
int lock_filter_prepare_still(struct error *err);
bool lock_filter_load_still(void);

#endif
