#include "base/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/place.h"
#include "base/wire.h"

/* fd 3 while building: the low descriptors are targets of dup2, so sources are lifted above them first. */
static int lift(int fd)
{
	return fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 10);
}

static int add_actions(posix_spawn_file_actions_t *fa, int channel, int in, int out, int keep)
{
	int r = in >= 0 ? posix_spawn_file_actions_adddup2(fa, in, 0)
			: posix_spawn_file_actions_addopen(fa, 0, "/dev/null", O_RDONLY, 0);
	if (r == 0 && out >= 0)
		r = posix_spawn_file_actions_adddup2(fa, out, 1);
	if (r == 0 && channel >= 0)
		r = posix_spawn_file_actions_adddup2(fa, channel, WIRE_CHANNEL);
	if (r == 0 && keep >= 0)	/* a dup2 onto itself clears close-on-exec (POSIX.1-2017 adddup2) */
		r = posix_spawn_file_actions_adddup2(fa, keep, keep);
	return r;
}

int spawn_program(const struct spawn *s, struct spawned *ret, struct error *err)
{
	char path[PATH_MAX], zone[128];
	int r = place_program(s->program, path, sizeof path, err);
	if (r < 0)
		return r;
	const char *tz = getenv("TZ");
	(void)snprintf(zone, sizeof zone, "TZ=%s", tz ? tz : "Europe/Amsterdam");
	char *env[] = { (char *)"PATH=/usr/bin:/bin", (char *)"LANG=C.UTF-8", (char *)"OMP_THREAD_LIMIT=1", zone, NULL };
	const char *plain[] = { s->program, NULL };
	FD_CLEANUP int channel = lift(s->channel);
	FD_CLEANUP int in = lift(s->in);
	FD_CLEANUP int out = lift(s->out);

	posix_spawn_file_actions_t fa;
	posix_spawnattr_t at;
	sigset_t none, all;
	sigemptyset(&none);
	sigfillset(&all);
	posix_spawn_file_actions_init(&fa);
	posix_spawnattr_init(&at);
	posix_spawnattr_setflags(&at, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	posix_spawnattr_setsigmask(&at, &none);
	posix_spawnattr_setsigdefault(&at, &all);
	pid_t pid = -1;
	r = add_actions(&fa, channel, in, out, s->keep_fd);
	if (r == 0)
		r = posix_spawn(&pid, path, &fa, &at, (char *const *)(s->argv ? s->argv : plain), env);
	posix_spawn_file_actions_destroy(&fa);
	posix_spawnattr_destroy(&at);
	if (r != 0)
		return error_set(err, r == EAGAIN || r == ENOMEM ? FAIL_RETRY : FAIL_CONFIG, "%s: %s", path, strerror(r));
	int pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
	if (pidfd < 0) {	/* out of descriptors: the child must not run unwatched */
		r = error_set(err, FAIL_RETRY, "pidfd_open: %s", strerror(errno));
		(void)kill(pid, SIGKILL);
		(void)waitpid(pid, NULL, 0);
		return r;
	}
	*ret = (struct spawned){ .pid = pid, .pidfd = pidfd };
	return 0;
}

void spawned_or_explain(int argc, char **argv, const char *what)
{
	bool help = argc > 1 && strcmp(argv[1], "--help") == 0;
	int type;
	socklen_t n = sizeof type;
	if (!help && getsockopt(WIRE_CHANNEL, SOL_SOCKET, SO_TYPE, &type, &n) == 0 && type == SOCK_SEQPACKET)
		return;
	(void)fprintf(help ? stdout : stderr, "%s %s. klachtd(8) starts it and speaks to it on descriptor 3; it does nothing by itself.\n",
		      program_invocation_short_name, what);
	exit(help ? EXIT_SUCCESS : 2);
}
