/* daemon/worker.h — a long-lived worker (mailbox, sender, printer) under klachtd's eye.
 *
 * Started with its channel on fd 3, watched by pidfd, started again with backoff (1 s doubling to 5 min; reset after a minute of health). A frame that cannot
 * be sent yet is queued with duplicates of its descriptors; a worker that lets ten thousand of them wait is killed. So is one of which nothing is heard:
 * within a minute of its start, and then, where it says so itself while it waits ("alive"), for three minutes.
 * Journal: one line when a worker ends, the next when it has lived for a minute again, however often it ended in between.
 * Loop:    on the sd_event given. Callbacks come from the loop only.
 */
#ifndef KLACHTD_DAEMON_WORKER_H
#define KLACHTD_DAEMON_WORKER_H

#include <stdbool.h>
#include <systemd/sd-event.h>

#include "base/error.h"
#include "base/wire.h"

struct worker;

struct worker_ops {
	void (*started)(struct worker *w, void *arg);	/* a fresh process: send "start" */
	/* Returns 0, or a FAIL_* with *err: a protocol error, the worker is killed and started again. fds left in *fds are closed after. */
	int (*frame)(struct worker *w, const char *op, const json_t *msg, struct wire_fds *fds, void *arg, struct error *err);
	void (*ended)(struct worker *w, const struct error *why, void *arg);	/* whatever it held is free again; said in the journal already */
};

struct worker_options {
	sd_event *event;
	const char *program;		/* "klachtd-mailbox" */
	const char *name;		/* for the journal, "klachtd-mailbox for klachten": copied; NULL: no line */
	const char *source;		/* SOURCE= of those lines, copied; NULL */
	bool alive;			/* it sends "alive" while it waits */
	int keep_fd;			/* the state directory's lock, inherited by the sender; -1 */
	bool first;			/* what it says is heard before what others say: few words, and the next thing waits for them */
	const struct worker_ops *ops;
	void *arg;
};

int worker_new(const struct worker_options *o, struct worker **ret, struct error *err);
/* Closes the channel (the order to stop); the process is killed if it is still there after five seconds. Accepts NULL. */
void worker_free(struct worker *w);

/* msg is a new reference that is taken; fds borrowed. Lost without a word when no process is there: "started" comes again. */
void worker_send(struct worker *w, json_t *msg, const int *fds, size_t n_fds);
bool worker_up(const struct worker *w);
int64_t worker_alive_us(void);		/* how often such a worker should say "alive": alive_us of its start frame */
/* Takes its frames without the loop while waiting(arg) says so, it lives, and limit_us have not passed: what is under way at a stop may still end. */
void worker_settle(struct worker *w, int64_t limit_us, bool (*waiting)(const void *arg), const void *arg);
/* It broke its promise (over its limit): kill; "ended" follows. */
void worker_kill(struct worker *w, const char *why);

#endif
