/* base/spawn.h — starting the programs under $(libexecdir)/klachtd.
 *
 * Signal mask and dispositions are reset, the channel is fd 3, standard input is /dev/null, standard output and standard error are inherited
 * from the caller as given, every other descriptor is closed on exec except keep_fd. The environment holds PATH, LANG=C.UTF-8, TZ and
 * OMP_THREAD_LIMIT=1 (tesseract's OpenMP reads it only at start), nothing else.
 */
#ifndef KLACHTD_BASE_SPAWN_H
#define KLACHTD_BASE_SPAWN_H

#include <sys/types.h>

#include "base/error.h"

struct spawned {
	pid_t pid;
	int pidfd;		/* owned; readable when the process has ended: waitid(P_PIDFD) */
};

struct spawn {
	const char *program;	/* a name such as "klachtd-reader"; found by base/place.h */
	const char *const *argv;/* NULL: just the name */
	int channel;		/* becomes fd 3; -1: none */
	int in, out;		/* become fd 0 and 1; -1: /dev/null and inherited */
	int keep_fd;		/* stays open under its own number (the state directory's lock); -1: none */
};

/* Returns 0; FAIL_CONFIG when the program cannot be run; FAIL_RETRY when the system is out of processes or memory. */
int spawn_program(const struct spawn *s, struct spawned *ret, struct error *err);

/* First in a worker's main: returns when fd 3 is a channel. Started by hand, without one, the worker says in a line what it is and ends: status 2, or 0 for --help. */
void spawned_or_explain(int argc, char **argv, const char *what);

#endif
