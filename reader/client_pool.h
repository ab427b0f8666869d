/* reader/client_pool.h — the zygotes of one kind and the queue before them: starts them when there is work, again with backoff when they die, and lets
 * those that are not kept go after a minute's rest.
 *
 * Unit:    one document in one form that waits for a child or has one. The owner embeds struct unit in what it must know of it.
 * Callbacks come from the event loop, never from pool_push(). pool_tick() wants to be called at pool_next_us() at the latest.
 */
#ifndef KLACHTD_READER_CLIENT_POOL_H
#define KLACHTD_READER_CLIENT_POOL_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <systemd/sd-event.h>

#include "base/error.h"
#include "reader/client_host.h"
#include "reader/client_task.h"

#define POOL_HOSTS 16
#define POOL_RUNNING 64

struct unit {
	struct task_order order;	/* .id is the pool's */
	struct pool *pool;		/* set by pool_push */
	struct task *task;		/* running */
	int64_t queued_us;
	struct unit *next;
	bool queued;
};

struct pool_kind {
	struct host_kind host;
	size_t hosts;			/* at most, POOL_HOSTS */
	unsigned jobs_a_host;
	bool kept;			/* never let go for being idle */
};

struct pool_events {
	void (*done)(struct unit *u, const struct task_result *result, void *arg);
	void (*unavailable)(struct unit *u, const char *why, void *arg);	/* no reader can be started */
	void (*work)(void *arg);		/* please call pool_run() from the loop, soon */
	void *arg;
};

struct pool;
int pool_new(sd_event *event, const struct pool_kind *kind, const struct pool_events *on, struct pool **ret, struct error *err);
void pool_free(struct pool *p);		/* ends all; no callbacks. Accepts NULL */
void pool_rules(struct pool *p, const json_t *rules);	/* borrowed; for what starts from now on */

void pool_push(struct pool *p, struct unit *u, bool front);
/* Takes it out of the queue or kills its child; no callback. */
void pool_remove(struct pool *p, struct unit *u);

void pool_run(struct pool *p);
void pool_tick(struct pool *p, int64_t now_us);
int64_t pool_next_us(const struct pool *p, int64_t now_us);	/* CLOCK_MONOTONIC; INT64_MAX: never */

/* Longest time anything has been running without a new page, or queued without anything getting done. */
int64_t pool_oldest_us(const struct pool *p, int64_t now_us);

/* Starts one and waits for it without the loop. */
int pool_check(struct pool *p, int timeout_ms, struct error *err);

#endif
