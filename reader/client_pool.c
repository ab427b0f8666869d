#include "reader/client_pool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/backoff.h"
#include "base/clock.h"

#define TICK_US (US_PER_SECOND / 4)
#define IDLE_US (60 * US_PER_SECOND)
#define START_US (30 * US_PER_SECOND)
#define FAILURES_MAX 4		/* in a row: what waits is given back */
#define BACKOFF_MAX_US (32 * US_PER_SECOND)

struct pool {
	sd_event *event;
	struct pool_kind kind;
	struct pool_events on;
	const json_t *rules;		/* borrowed */
	struct host *hosts[POOL_HOSTS];	/* owned */
	size_t n_hosts;
	struct unit *first, **last;	/* the queue */
	struct unit *running[POOL_RUNNING];
	size_t n_running;
	int64_t next_id, not_before_us, progress_us;
	unsigned failures;		/* hosts gone since the last document that was read */
	bool hopeless;			/* not installed, or says itself that it cannot work */
	char why[320];
};

int pool_new(sd_event *event, const struct pool_kind *kind, const struct pool_events *on, struct pool **ret, struct error *err)
{
	struct pool *p = calloc(1, sizeof *p);
	if (!p)
		return error_set(err, FAIL_RETRY, "out of memory");
	*p = (struct pool){ .event = event, .kind = *kind, .on = *on, .progress_us = clock_mono_us() };
	if (p->kind.hosts > POOL_HOSTS)
		p->kind.hosts = POOL_HOSTS;
	p->last = &p->first;
	*ret = p;
	return 0;
}

void pool_free(struct pool *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->n_running; i++)
		task_free(p->running[i]->task);
	for (size_t i = 0; i < p->n_hosts; i++)
		host_free(p->hosts[i]);
	free(p);
}

/* ---- the queue ---- */

void pool_push(struct pool *p, struct unit *u, bool front)
{
	u->pool = p;
	u->queued_us = clock_mono_us();
	u->queued = true;
	if (front) {
		u->next = p->first;
		if (!p->first)
			p->last = &u->next;
		p->first = u;
	} else {
		u->next = NULL;
		*p->last = u;
		p->last = &u->next;
	}
	p->on.work(p->on.arg);
}

static void unqueue(struct pool *p, struct unit *u)
{
	struct unit **at = &p->first;
	while (*at && *at != u)
		at = &(*at)->next;
	if (!*at)
		return;
	*at = u->next;
	if (p->last == &u->next)
		p->last = at;
	u->queued = false;
}

static void forget_running(struct pool *p, const struct unit *u)
{
	for (size_t i = 0; i < p->n_running; i++)
		if (p->running[i] == u) {
			p->running[i] = p->running[--p->n_running];
			return;
		}
}

void pool_remove(struct pool *p, struct unit *u)
{
	if (u->queued)
		unqueue(p, u);
	if (u->task) {
		forget_running(p, u);
		task_free(u->task);
		u->task = NULL;
	}
}

/* ---- what hosts and tasks say ---- */

static void on_task_done(struct task *t, const struct task_result *result, void *arg)
{
	struct unit *u = arg;
	struct pool *p = u->pool;
	(void)t;
	u->task = NULL;		/* frees itself */
	forget_running(p, u);
	p->progress_us = clock_mono_us();
	if (result->outcome != TASK_LOST)
		p->failures = 0;
	p->on.done(u, result, p->on.arg);
}

static void on_ready(struct host *h, void *arg)
{
	struct pool *p = arg;
	(void)h;
	p->hopeless = false;
	p->progress_us = clock_mono_us();
	p->on.work(p->on.arg);
}

/* False: it stays where it is, for later. */
static bool start_unit(struct pool *p, struct host *h)
{
	struct unit *u = p->first;
	u->order.id = ++p->next_id;
	if (p->n_running >= POOL_RUNNING || task_start(p->event, h, &u->order, on_task_done, u, &u->task, NULL) < 0)
		return false;
	unqueue(p, u);
	p->running[p->n_running++] = u;
	return true;
}

static void fill(struct pool *p, struct host *h)
{
	while (p->first && host_ready(h) && host_active(h) < p->kind.jobs_a_host)
		if (!start_unit(p, h))
			return;
}

/* The room is filled first: the next child is not to wait until what this one said is read and decided on. */
static void on_ended(struct host *h, int64_t id, const struct child_end *end, void *arg)
{
	struct pool *p = arg;
	fill(p, h);
	for (size_t i = 0; i < p->n_running; i++) {
		struct task *t = p->running[i]->task;
		if (task_host(t) == h && task_id(t) == id) {
			task_child_ended(t, end);
			return;
		}
	}
}

static void back_off(struct pool *p, const char *why)
{
	/* the first time at once: what stopped it may be as passing as an operator's kill */
	p->not_before_us = clock_mono_us() + (p->failures ? backoff_us(p->failures, US_PER_SECOND, BACKOFF_MAX_US, backoff_random()) : 0);
	p->failures++;
	(void)snprintf(p->why, sizeof p->why, "%s", why);
}

static struct task *first_task(const struct pool *p, const struct host *h)
{
	for (size_t i = 0; i < p->n_running; i++)
		if (task_host(p->running[i]->task) == h)
			return p->running[i]->task;
	return NULL;
}

static void on_gone(struct host *h, const char *why, void *arg)
{
	struct pool *p = arg;
	back_off(p, why);
	for (struct task *t; (t = first_task(p, h));)
		task_host_gone(t);
	p->on.work(p->on.arg);	/* pool_run() frees the host */
}

/* ---- work ---- */

static void drop_host(struct pool *p, size_t i)
{
	host_free(p->hosts[i]);
	p->hosts[i] = p->hosts[--p->n_hosts];
}

static void sweep(struct pool *p)
{
	for (size_t i = p->n_hosts; i-- > 0;)
		if (!host_ready(p->hosts[i]) && !host_waiting(p->hosts[i]))
			drop_host(p, i);
}

static int start_host(struct pool *p, struct error *err)
{
	struct host_events on = { .ready = on_ready, .ended = on_ended, .gone = on_gone, .arg = p };
	int r = host_new(p->event, &p->kind.host, p->rules, &on, &p->hosts[p->n_hosts], err);
	if (r < 0) {
		back_off(p, err->text);
		p->hopeless = r == FAIL_CONFIG;
		return r;
	}
	p->n_hosts++;
	return 0;
}

static void give_back(struct pool *p)
{
	char why[sizeof p->why];
	(void)snprintf(why, sizeof why, "%s", p->why);
	while (p->first) {
		struct unit *u = p->first;
		unqueue(p, u);
		p->on.unavailable(u, why, p->on.arg);
	}
}

static size_t waiting_hosts(const struct pool *p)
{
	size_t n = 0;
	for (size_t i = 0; i < p->n_hosts; i++)
		n += host_waiting(p->hosts[i]);
	return n;
}

static size_t queue_length(const struct pool *p, size_t enough)
{
	size_t n = 0;
	for (const struct unit *u = p->first; u && n < enough; u = u->next)
		n++;
	return n;
}

void pool_run(struct pool *p)
{
	sweep(p);
	for (size_t i = 0; i < p->n_hosts; i++)
		fill(p, p->hosts[i]);
	/* a host that is starting will take one of those that wait */
	while (p->n_hosts < p->kind.hosts && queue_length(p, POOL_HOSTS + 1) > waiting_hosts(p) && clock_mono_us() >= p->not_before_us)
		if (start_host(p, &(struct error){ 0 }) < 0)
			break;
	if (p->n_hosts == 0 && (p->hopeless || p->failures >= FAILURES_MAX))
		give_back(p);
}

void pool_rules(struct pool *p, const json_t *rules)
{
	p->rules = rules;
	for (size_t i = 0; i < p->n_hosts; i++)
		if (host_rules(p->hosts[i], rules, NULL) < 0)
			host_end(p->hosts[i], "does not take new rules");	/* the next one starts with them */
}

/* ---- time ---- */

static void tick_host(struct pool *p, size_t i, int64_t now_us)
{
	struct host *h = p->hosts[i];
	if (host_waiting(h) && now_us - host_since_us(h) > START_US)
		host_end(h, "did not start within 30 s");
	else if (!p->kind.kept && host_ready(h) && host_active(h) == 0 && now_us - host_since_us(h) >= IDLE_US)
		drop_host(p, i);
}

void pool_tick(struct pool *p, int64_t now_us)
{
	for (size_t i = p->n_running; i-- > 0;) {
		/* ending a host ends its tasks: the list may shrink below i */
		struct task *t = i < p->n_running ? p->running[i]->task : NULL;
		if (t && !task_tick(t, now_us))
			host_end(task_host(t), "cannot end a child");
	}
	for (size_t i = p->n_hosts; i-- > 0;)
		tick_host(p, i, now_us);
	pool_run(p);
}

int64_t pool_next_us(const struct pool *p, int64_t now_us)
{
	int64_t next = INT64_MAX;
	if (p->n_running || p->first || waiting_hosts(p))
		return now_us + TICK_US;
	for (size_t i = 0; !p->kind.kept && i < p->n_hosts; i++)
		if (host_since_us(p->hosts[i]) + IDLE_US < next)
			next = host_since_us(p->hosts[i]) + IDLE_US;
	return next;
}

int64_t pool_oldest_us(const struct pool *p, int64_t now_us)
{
	int64_t since = now_us;
	for (size_t i = 0; i < p->n_running; i++)
		if (task_since_us(p->running[i]->task) < since)
			since = task_since_us(p->running[i]->task);
	if (p->first) {
		int64_t waiting = p->first->queued_us > p->progress_us ? p->first->queued_us : p->progress_us;
		if (waiting < since)
			since = waiting;
	}
	return now_us - since;
}

int pool_check(struct pool *p, int timeout_ms, struct error *err)
{
	sweep(p);
	int r = p->n_hosts ? 0 : start_host(p, err);
	if (r == 0)
		r = host_wait_ready(p->hosts[0], timeout_ms, err);
	if (r < 0)
		return r;
	const char *missing = host_missing(p->hosts[0]);
	return missing[0] ? error_set(err, FAIL_CONFIG, "%s: its sandbox lacks %s", p->kind.host.program, missing) : 0;
}
