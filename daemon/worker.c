#include "daemon/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/backoff.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/spawn.h"
#include "base/step.h"
#include "daemon/journal.h"
#include "daemon/wake.h"

#define BACKOFF_FIRST US_PER_SECOND
#define BACKOFF_MAX (300 * US_PER_SECOND)
#define HEALTHY (60 * US_PER_SECOND)	/* a process that lived this long starts its successor's backoff anew */
#define STOP_MS 5000			/* a polite LOGOUT fits in this */
#define START_US (60 * US_PER_SECOND)
#define SILENT_US (180 * US_PER_SECOND)	/* above what a resolver without an answer takes */
#define QUEUE_MAX 10000			/* frames; more means that the worker does not read */

struct queued {
	struct queued *next;	/* owned */
	json_t *msg;		/* owned */
	struct wire_fds fds;	/* owned duplicates */
};

struct worker {
	struct worker_options o;	/* program is a literal of the caller; name and source are ours */
	struct spawned process;		/* pidfd -1: none */
	int channel;			/* ours; -1: none */
	sd_event_source *io, *exit;	/* owned */
	struct wake retry, watch;
	struct queued *first, **last;
	size_t n_queued;
	int64_t started_us, heard_us;
	unsigned deaths;		/* in a row; 0: it has lived for a while */
	bool heard;			/* since its start */
	bool hung_up;			/* it closed its end: how it exits says more */
	struct error why;		/* why it was killed, when we did it */
};

static int start(struct worker *w, struct error *err);
static void lost(struct worker *w);

static void drop_queue(struct worker *w)
{
	for (struct queued *q = w->first, *next; q; q = next) {
		next = q->next;
		json_decref(q->msg);
		wire_fds_close(&q->fds);
		free(q);
	}
	w->first = NULL;
	w->last = &w->first;
	w->n_queued = 0;
}

static void kill_now(struct worker *w)
{
	if (w->process.pidfd >= 0)
		(void)syscall(SYS_pidfd_send_signal, w->process.pidfd, SIGKILL, NULL, 0);	/* gone already: the same */
}

void worker_kill(struct worker *w, const char *why)
{
	(void)error_set(&w->why, FAIL_RETRY, "%s", why);
	kill_now(w);
}

/* It could not be told something. */
static void cannot_send(struct worker *w, const struct error *err)
{
	w->hung_up = true;
	worker_kill(w, err->text);
}

static void on_retry(void *arg)
{
	struct worker *w = arg;
	struct error err;
	if (start(w, &err) < 0) {
		w->why = err;
		lost(w);
	}
}

/* ---- the journal ---- */

static void say_end(struct worker *w, int64_t retry_us)
{
	struct journal_fields f = { .source = w->o.source, .mailbox = w->o.source };
	if (w->o.name && w->deaths == 1)
		journal(EVENT_WORKER_DIED, &f, "%s ended (%s): started again in %lld s, nothing is lost", w->o.name, w->why.text,
			(long long)(retry_us / US_PER_SECOND));
}

static void say_well(struct worker *w)
{
	struct journal_fields f = { .source = w->o.source, .mailbox = w->o.source };
	if (w->o.name)
		journal(EVENT_WORKER_UP, &f, "%s works again", w->o.name);
}

static void note_health(struct worker *w)
{
	if (!w->deaths || !w->heard || clock_mono_us() - w->started_us <= step_limit("KLACHTD_HEALTHY_US", HEALTHY))
		return;		/* or it never got ready */
	w->deaths = 0;
	say_well(w);
}

/* The process is gone, or could not be started: tell, and try again later. */
static void lost(struct worker *w)
{
	note_health(w);		/* it may have lived long enough since the last look */
	int64_t retry_us = backoff_us(++w->deaths, BACKOFF_FIRST, BACKOFF_MAX, backoff_random());
	wake_stop(&w->watch);
	w->io = sd_event_source_disable_unref(w->io);
	w->exit = sd_event_source_disable_unref(w->exit);
	fd_close(&w->channel);
	fd_close(&w->process.pidfd);
	drop_queue(w);
	(void)wake_in(&w->retry, retry_us);	/* fails only without memory; the watchdog then ends us */
	say_end(w, retry_us);
	struct error why = w->why;
	w->why.text[0] = '\0';
	w->o.ops->ended(w, &why, w->o.arg);
}

static int on_exit_event(sd_event_source *s, int fd, uint32_t revents, void *arg)
{
	(void)s;
	(void)revents;
	struct worker *w = arg;
	siginfo_t si = { 0 };
	if (waitid(P_PIDFD, (id_t)fd, &si, WEXITED | WNOHANG) != 0 || si.si_pid == 0)
		return 0;
	if (w->hung_up && (si.si_code == CLD_EXITED || si.si_status != SIGKILL))	/* the kill came too late for it */
		w->why.text[0] = '\0';
	if (!w->why.text[0] && si.si_code == CLD_EXITED)
		(void)error_set(&w->why, FAIL_RETRY, "exit status %d", si.si_status);
	else if (!w->why.text[0])
		(void)error_set(&w->why, FAIL_RETRY, "signal %d (%s)", si.si_status, sigabbrev_np(si.si_status) ? sigabbrev_np(si.si_status) : "?");
	lost(w);
	return 0;
}

static void flush(struct worker *w)
{
	struct error err;
	while (w->first) {
		struct queued *q = w->first;
		int r = wire_send(w->channel, q->msg, q->fds.fd, q->fds.n, &err);
		if (r == FAIL_RETRY)
			break;
		if (r < 0)
			cannot_send(w, &err);
		w->first = q->next;
		if (!w->first)
			w->last = &w->first;
		w->n_queued--;
		json_decref(q->msg);
		wire_fds_close(&q->fds);
		free(q);
	}
	(void)sd_event_source_set_io_events(w->io, w->first ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

/* Frames are taken a few at a time, so that one talkative worker does not keep the loop from the others. */
static void receive(struct worker *w)
{
	for (int i = 0; i < 32 && w->channel >= 0; i++) {
		json_t *msg = NULL;
		struct wire_fds fds = { .n = 0 };
		struct error err;
		int r = wire_recv(w->channel, &msg, &fds, &err);
		if (r == FAIL_RETRY)
			return;
		const char *op = NULL;
		w->heard |= r == 1;
		w->heard_us = clock_mono_us();
		if (r == 1 && (r = wire_text(msg, "op", 1, 0, 40, &op, &err)) == 0)
			r = strcmp(op, "alive") == 0 ? 0 : w->o.ops->frame(w, op, msg, &fds, w->o.arg, &err);
		else if (r == 0)	/* its end of the channel is closed: it is about to exit */
			w->io = sd_event_source_disable_unref(w->io);
		json_decref(msg);
		wire_fds_close(&fds);
		if (r < 0)
			worker_kill(w, err.text);
		if (r < 0 || !w->io)
			return;
	}
}

void worker_settle(struct worker *w, int64_t limit_us, bool (*waiting)(const void *arg), const void *arg)
{
	int64_t until_us = clock_mono_us() + limit_us, left_us;
	while (w->channel >= 0 && w->io && waiting(arg) && (left_us = until_us - clock_mono_us()) > 0) {
		struct pollfd p = { w->channel, w->first ? POLLIN | POLLOUT : POLLIN, 0 };
		(void)poll(&p, 1, (int)(left_us / 1000) + 1);	/* interrupted: looked at again */
		if (p.revents & POLLOUT)
			flush(w);
		if (p.revents & (POLLIN | POLLHUP | POLLERR))
			receive(w);
	}
}

static int on_io(sd_event_source *s, int fd, uint32_t revents, void *arg)
{
	(void)s;
	(void)fd;
	struct worker *w = arg;
	if (revents & EPOLLOUT)
		flush(w);
	if (revents & (EPOLLIN | EPOLLHUP | EPOLLERR))
		receive(w);
	return 0;
}

/* ---- its life ---- */

static int64_t silent_us(void)
{
	return step_limit("KLACHTD_SILENT_US", SILENT_US);
}

int64_t worker_alive_us(void)
{
	return silent_us() / 6;
}

static bool hung(const struct worker *w)
{
	int64_t limit_us = w->heard ? silent_us() : step_limit("KLACHTD_SILENT_US", START_US);
	return (w->o.alive || !w->heard) && clock_mono_us() - w->heard_us > limit_us;
}

static void on_watch(void *arg)
{
	struct worker *w = arg;
	if (hung(w) && w->io)	/* it may be we who were long away: what it said meanwhile is still to be taken */
		receive(w);
	if (hung(w))
		worker_kill(w, w->heard ? "nothing heard of it for too long" : "it does not get ready");
	else
		note_health(w);
	(void)wake_in(&w->watch, worker_alive_us());
}

static int start(struct worker *w, struct error *err)
{
	int pair[2];
	w->started_us = w->heard_us = clock_mono_us();
	w->heard = w->hung_up = false;
	int r = wire_pair(pair, err);
	if (r < 0)
		return r;
	struct spawn s = { .program = w->o.program, .channel = pair[1], .in = -1, .out = -1, .keep_fd = w->o.keep_fd };
	r = spawn_program(&s, &w->process, err);
	(void)close(pair[1]);
	w->channel = pair[0];
	if (r < 0)
		return r;
	if (sd_event_add_io(w->o.event, &w->io, w->channel, EPOLLIN, on_io, w) < 0 ||
	    sd_event_add_io(w->o.event, &w->exit, w->process.pidfd, EPOLLIN, on_exit_event, w) < 0) {
		kill_now(w);
		return error_set(err, FAIL_RETRY, "out of memory");
	}
	if (w->o.first)
		(void)sd_event_source_set_priority(w->io, SD_EVENT_PRIORITY_NORMAL - 10);	/* cannot fail for a source of ours */
	(void)wake_in(&w->watch, worker_alive_us());
	w->o.ops->started(w, w->o.arg);
	return 0;
}

int worker_new(const struct worker_options *o, struct worker **ret, struct error *err)
{
	struct worker *w = calloc(1, sizeof *w);
	if (!w)
		return error_set(err, FAIL_RETRY, "out of memory");
	w->o = *o;
	w->o.name = o->name ? strdup(o->name) : NULL;
	w->o.source = o->source ? strdup(o->source) : NULL;
	w->retry = (struct wake){ .event = o->event, .call = on_retry, .arg = w };
	w->watch = (struct wake){ .event = o->event, .call = on_watch, .arg = w };
	w->channel = w->process.pidfd = -1;
	w->last = &w->first;
	*ret = w;
	int r = start(w, err);
	if (r == FAIL_CONFIG) {
		worker_free(w);
		*ret = NULL;
		return r;
	}
	if (r < 0) {
		w->why = *err;
		lost(w);
	}
	return 0;
}

static void reap(struct worker *w)
{
	struct pollfd p = { w->process.pidfd, POLLIN, 0 };
	siginfo_t si;
	if (poll(&p, 1, STOP_MS) <= 0)
		kill_now(w);
	(void)waitid(P_PIDFD, (id_t)w->process.pidfd, &si, WEXITED);
}

void worker_free(struct worker *w)
{
	if (!w)
		return;
	w->io = sd_event_source_disable_unref(w->io);
	w->exit = sd_event_source_disable_unref(w->exit);
	wake_stop(&w->retry);
	wake_stop(&w->watch);
	fd_close(&w->channel);
	if (w->process.pidfd >= 0)
		reap(w);
	fd_close(&w->process.pidfd);
	drop_queue(w);
	free((char *)w->o.name);
	free((char *)w->o.source);
	free(w);
}

static bool enqueue(struct worker *w, json_t *msg, const int *fds, size_t n_fds)
{
	struct queued *q = w->n_queued < QUEUE_MAX && n_fds <= WIRE_FDS ? calloc(1, sizeof *q) : NULL;
	if (!q)
		return false;
	for (size_t i = 0; i < n_fds; i++) {
		int fd = fcntl(fds[i], F_DUPFD_CLOEXEC, 3);
		if (fd < 0) {
			wire_fds_close(&q->fds);
			free(q);
			return false;
		}
		q->fds.fd[q->fds.n++] = fd;
	}
	q->msg = json_incref(msg);
	*w->last = q;
	w->last = &q->next;
	w->n_queued++;
	return true;
}

void worker_send(struct worker *w, json_t *msg, const int *fds, size_t n_fds)
{
	struct error err = { 0 };
	if (msg && w->channel >= 0 && w->io) {
		int r = w->first ? FAIL_RETRY : wire_send(w->channel, msg, fds, n_fds, &err);
		if (r == FAIL_RETRY && !enqueue(w, msg, fds, n_fds))
			worker_kill(w, "it does not read its channel");
		else if (r == FAIL_RETRY)
			(void)sd_event_source_set_io_events(w->io, EPOLLIN | EPOLLOUT);
		else if (r < 0)
			cannot_send(w, &err);
	}
	json_decref(msg);
}

bool worker_up(const struct worker *w)
{
	return w && w->channel >= 0;
}
