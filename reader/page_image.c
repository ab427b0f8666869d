#include "reader/page_image.h"

#include <stdbool.h>
#include <systemd/sd-event.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "reader/client_host.h"
#include "reader/client_task.h"

#define READY_MS 20000
#define PAGE_US (120 * US_PER_SECOND)	/* by the clock, for what sleeps; what works is stopped by CHILD_PAGE_CPU_S */
#define TICK_US (100 * 1000)
#define MAX_DOCUMENT_BYTES ((size_t)1 << 30)

struct picture {
	sd_event *event;
	struct host *host;
	struct task *task;
	int png;		/* owned; -1: none (yet) */
	enum task_outcome outcome;
};

static void on_done(struct task *t, const struct task_result *result, void *arg)
{
	struct picture *p = arg;
	(void)t;
	p->task = NULL;		/* freed after this */
	p->outcome = result->outcome;
	if (result->image >= 0)
		p->png = fd_take(&((struct task_result *)result)->image);
	(void)sd_event_exit(p->event, 0);
}

static void on_ended(struct host *h, int64_t id, const struct child_end *end, void *arg)
{
	struct picture *p = arg;
	(void)h;
	(void)id;
	if (p->task)
		task_child_ended(p->task, end);
}

static void on_gone(struct host *h, const char *why, void *arg)
{
	struct picture *p = arg;
	(void)h;
	(void)why;
	if (p->task)
		task_host_gone(p->task);
}

static int on_tick(sd_event_source *src, uint64_t now, void *arg)
{
	struct picture *p = arg;
	if (p->task && !task_tick(p->task, clock_mono_us()))
		host_end(p->host, "does not end");
	(void)sd_event_source_set_time(src, now + TICK_US);
	return sd_event_source_set_enabled(src, SD_EVENT_ON);
}

static int draw(struct picture *p, const struct task_order *o, const json_t *rules, struct error *err)
{
	static const struct host_kind kind = { .program = "klachtd-letter-reader", .cpu_s = LOCK_SANITIZED ? 200 : 20, .memory_bytes = 1LL << 30 };
	const struct host_events on = { .ended = on_ended, .gone = on_gone, .arg = p };
	int r = host_new(p->event, &kind, rules, &on, &p->host, err);
	if (r == 0)
		r = host_wait_ready(p->host, READY_MS, err);
	if (r == 0)
		r = task_start(p->event, p->host, o, on_done, p, &p->task, err);
	if (r == 0 && sd_event_add_time_relative(p->event, NULL, CLOCK_MONOTONIC, TICK_US, 0, on_tick, p) < 0)
		r = error_set(err, FAIL_RETRY, "event loop: out of memory");
	if (r == 0 && sd_event_loop(p->event) < 0)
		r = error_set(err, FAIL_FATAL, "event loop");
	if (r == 0 && p->png < 0 && p->outcome == TASK_LOST)
		r = error_set(err, FAIL_RETRY, "klachtd-letter-reader ended");
	else if (r == 0 && p->png < 0)
		r = error_set(err, FAIL_ITEM, "page %d: there is no such page, or it cannot be read", o->page);
	return r;
}

int page_image(int document, const json_t *rules, int page, int rotation, const json_t *boxes, int *ret_png, struct error *err)
{
	struct picture p = { .png = -1 };
	struct task_order o = { .id = 1, .channel = "letter", .file = "scan", .mode = "page-image", .page = page, .rotation = rotation, .boxes = boxes,
				.letter = true, .document = document, .page_limit_us = PAGE_US, .whole_limit_us = PAGE_US, .max_document_bytes = MAX_DOCUMENT_BYTES };
	if (sd_event_new(&p.event) < 0)
		return error_set(err, FAIL_RETRY, "event loop: out of memory");
	int r = draw(&p, &o, rules, err);
	task_free(p.task);
	host_free(p.host);
	sd_event_unref(p.event);
	if (r == 0)
		*ret_png = p.png;
	else
		fd_close(&p.png);
	return r;
}
