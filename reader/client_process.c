#include "reader/client_process.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

struct process {
	struct spawned child;
	sd_event_source *source;	/* ours until it is let go, then the loop's (floating) */
	process_ended *ended;		/* NULL: let go */
	void *arg;
	bool reaped;
};

/* Runs when the source goes: after its end, or with the loop itself. Nobody is left running unwatched, or unreaped. */
static void destroy(void *arg)
{
	struct process *p = arg;
	if (!p->reaped) {
		process_kill(p);
		(void)waitid(P_PIDFD, (id_t)p->child.pidfd, &(siginfo_t){ 0 }, WEXITED);
	}
	fd_close(&p->child.pidfd);
	free(p);
}

static int on_end(sd_event_source *source, int fd, uint32_t events, void *arg)
{
	struct process *p = arg;
	siginfo_t how = { 0 };
	(void)events;
	if (waitid(P_PIDFD, (id_t)fd, &how, WEXITED | WNOHANG) != 0 || how.si_pid == 0)
		return 0;
	p->reaped = true;
	if (p->ended)
		p->ended(p, &how, p->arg);
	(void)sd_event_source_set_enabled(source, SD_EVENT_OFF);
	if (p->source)
		sd_event_source_unref(p->source);
	else
		(void)sd_event_source_set_floating(source, 0);	/* the last reference */
	return 0;
}

int process_start(sd_event *event, const struct spawn *s, process_ended *ended, void *arg, struct process **ret, struct error *err)
{
	struct process *p = calloc(1, sizeof *p);
	if (!p)
		return error_set(err, FAIL_RETRY, "out of memory");
	*p = (struct process){ .ended = ended, .arg = arg };
	int r = spawn_program(s, &p->child, err);
	if (r < 0) {
		free(p);
		return r;
	}
	r = sd_event_add_io(event, &p->source, p->child.pidfd, EPOLLIN, on_end, p);
	if (r < 0) {
		destroy(p);
		return error_set(err, FAIL_RETRY, "event loop: %s", strerror(-r));
	}
	(void)sd_event_source_set_destroy_callback(p->source, destroy);
	*ret = p;
	return 0;
}

void process_kill(struct process *p)
{
	(void)syscall(SYS_pidfd_send_signal, p->child.pidfd, SIGKILL, NULL, 0);	/* fails only when it has ended */
}

void process_let_go(struct process *p)
{
	if (!p)
		return;
	sd_event_source *source = p->source;
	p->ended = NULL;
	p->source = NULL;
	if (!p->reaped)
		(void)sd_event_source_set_floating(source, 1);
	sd_event_source_unref(source);
}
