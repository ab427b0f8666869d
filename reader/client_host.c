#include "reader/client_host.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/spawn.h"
#include "base/wire.h"
#include "reader/client_process.h"

struct host {
	const struct host_kind *kind;
	struct host_events on;
	int channel;			/* owned; -1: down */
	sd_event_source *source;	/* owned */
	struct process *process;	/* NULL once it has ended */
	bool ready;
	unsigned active;
	int64_t since_us;
	char missing[120], why[320];
};

static json_t *hello(const struct host_kind *k, const json_t *rules)
{
	return json_pack("{s:s, s:O?, s:{s:i, s:I}}", "op", "hello", "rules", rules, "limits", "cpu_s", k->cpu_s, "memory_bytes",
			 (json_int_t)k->memory_bytes);
}

static int send_new(struct host *h, json_t *frame, const int *fds, size_t n, struct error *err)
{
	if (!frame)
		return error_set(err, FAIL_RETRY, "out of memory");
	int r = h->channel < 0 ? error_set(err, FAIL_FATAL, "%s is gone", h->kind->program) : wire_send(h->channel, frame, fds, n, err);
	json_decref(frame);
	return r;
}

static void down(struct host *h, const char *why)
{
	if (h->channel < 0)
		return;
	h->source = sd_event_source_disable_unref(h->source);
	fd_close(&h->channel);
	if (h->process) {
		process_kill(h->process);
		process_let_go(h->process);
		h->process = NULL;
	}
	h->ready = false;
	if (!h->why[0])
		(void)snprintf(h->why, sizeof h->why, "%s %s", h->kind->program, why);
	if (h->on.gone)
		h->on.gone(h, h->why, h->on.arg);
}

static void on_process_end(struct process *p, const siginfo_t *how, void *arg)
{
	struct host *h = arg;
	char why[80];
	(void)p;
	h->process = NULL;	/* frees itself */
	(void)snprintf(why, sizeof why, how->si_code == CLD_EXITED ? "ended with code %d" : "was killed by signal %d", how->si_status);
	down(h, why);
}

/* ---- what it says ---- */

static int on_ready(struct host *h, const json_t *frame, struct error *err)
{
	const json_t *missing = json_object_get(frame, "missing");
	size_t at = 0;
	if (!json_is_array(missing) || !json_is_array(json_object_get(frame, "sandbox")) || json_array_size(missing) > 8)
		return error_set(err, FAIL_FATAL, "protocol: ready");
	for (size_t i = 0; i < json_array_size(missing); i++) {
		const char *s = json_string_value(json_array_get(missing, i));
		if (!s || strlen(s) > 20)
			return error_set(err, FAIL_FATAL, "protocol: ready");
		int n = snprintf(h->missing + at, sizeof h->missing - at, "%s%s", at ? ", " : "", s);
		at += (size_t)n < sizeof h->missing - at ? (size_t)n : 0;
	}
	h->ready = true;
	h->since_us = clock_mono_us();
	if (h->on.ready)
		h->on.ready(h, h->on.arg);
	return 0;
}

static int on_ended(struct host *h, const json_t *frame, struct error *err)
{
	static const char *const words[] = { "ok", "code", "signal", "limit" };
	const char *status = "";
	int64_t id = 0, signal = 0, code = 0;
	int r = wire_int(frame, "id", 1, 0, INT64_MAX, &id, err);
	if (r == 0)
		r = wire_text(frame, "status", 1, 0, 20, &status, err);
	if (r == 0)
		r = wire_int(frame, "signal", 0, 0, 128, &signal, err);
	if (r == 0)
		r = wire_int(frame, "code", 0, 0, 255, &code, err);
	if (r < 0)
		return r;
	struct child_end end = { .status = CHILD_CODE, .number = (int)(signal ? signal : code) };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(status, words[i]) == 0)
			end.status = (enum child_status)i;
	if (h->active == 0)
		return error_set(err, FAIL_FATAL, "protocol: ended");
	h->active--;
	h->since_us = clock_mono_us();
	h->on.ended(h, id, &end, h->on.arg);
	return 0;
}

static int on_frame(struct host *h, const json_t *frame, struct error *err)
{
	const char *op = "", *text = "";
	int r = wire_text(frame, "op", 1, 0, 20, &op, err);
	if (r < 0)
		return r;
	if (strcmp(op, "ready") == 0 && !h->ready)
		return on_ready(h, frame, err);
	if (strcmp(op, "ended") == 0)
		return on_ended(h, frame, err);
	if (strcmp(op, "failed") == 0 && !h->ready) {	/* before its first document: these words are ours */
		r = wire_text(frame, "text", 1, 0, 500, &text, err);
		if (r == 0)
			(void)snprintf(h->why, sizeof h->why, "%.300s", text);
		return r < 0 ? r : FAIL_CONFIG;
	}
	return error_set(err, FAIL_FATAL, "protocol: unknown op");
}

/* One frame; false when the host is down afterwards. */
static bool receive(struct host *h)
{
	json_t *frame = NULL;
	struct wire_fds fds = { .n = 0 };
	struct error err = { .text = "" };
	int r = wire_recv(h->channel, &frame, &fds, &err);
	if (r == FAIL_RETRY)
		return true;
	if (r == 1) {
		wire_fds_close(&fds);	/* a zygote sends none */
		r = on_frame(h, frame, &err);
		json_decref(frame);
		if (r == 0)
			return h->channel >= 0;
	} else if (r == 0) {
		(void)snprintf(err.text, sizeof err.text, "closed its channel");
	}
	down(h, err.text);
	return false;
}

static int on_channel(sd_event_source *source, int fd, uint32_t events, void *arg)
{
	(void)source, (void)fd, (void)events;
	(void)receive(arg);
	return 0;
}

/* ---- what is asked of it ---- */

int host_new(sd_event *event, const struct host_kind *kind, const json_t *rules, const struct host_events *on, struct host **ret, struct error *err)
{
	int sv[2] = { -1, -1 };
	struct host *h = calloc(1, sizeof *h);
	if (!h)
		return error_set(err, FAIL_RETRY, "out of memory");
	*h = (struct host){ .kind = kind, .on = *on, .channel = -1, .since_us = clock_mono_us() };
	int r = wire_pair(sv, err);
	if (r == 0)
		r = process_start(event, &(struct spawn){ .program = kind->program, .channel = sv[1], .in = -1, .out = -1, .keep_fd = -1 },
				  on_process_end, h, &h->process, err);
	fd_close(&sv[1]);
	h->channel = sv[0];
	if (r == 0)
		r = host_rules(h, rules, err);
	if (r == 0 && sd_event_add_io(event, &h->source, h->channel, EPOLLIN, on_channel, h) < 0)
		r = error_set(err, FAIL_RETRY, "event loop: out of memory");
	if (r < 0) {
		host_free(h);
		return r;
	}
	*ret = h;
	return 0;
}

void host_free(struct host *h)
{
	if (!h)
		return;
	h->on = (struct host_events){ 0 };
	down(h, "stopped");
	process_let_go(h->process);	/* spawned, but its channel never came to be */
	free(h);
}

void host_end(struct host *h, const char *why)
{
	down(h, why);
}

bool host_ready(const struct host *h)
{
	return h->ready;
}

bool host_waiting(const struct host *h)
{
	return h->channel >= 0 && !h->ready;
}

const char *host_missing(const struct host *h)
{
	return h->missing;
}

unsigned host_active(const struct host *h)
{
	return h->active;
}

int64_t host_since_us(const struct host *h)
{
	return h->since_us;
}

int host_rules(struct host *h, const json_t *rules, struct error *err)
{
	return send_new(h, hello(h->kind, rules), NULL, 0, err);
}

int host_read(struct host *h, const json_t *frame, int document, int channel, struct error *err)
{
	const int fds[] = { document, channel };
	int r = send_new(h, json_incref((json_t *)frame), fds, 2, err);
	if (r == 0) {
		h->active++;
		h->since_us = clock_mono_us();
	}
	return r;
}

void host_kill_child(struct host *h, int64_t id)
{
	/* a full queue: the caller asks again, and ends the host when that does not help */
	(void)send_new(h, json_pack("{s:s, s:I}", "op", "kill", "id", (json_int_t)id), NULL, 0, NULL);
}

int host_wait_ready(struct host *h, int timeout_ms, struct error *err)
{
	int64_t end_us = clock_mono_us() + (int64_t)timeout_ms * 1000;
	while (h->channel >= 0 && !h->ready) {
		int64_t left_ms = (end_us - clock_mono_us()) / 1000;
		struct pollfd p = { .fd = h->channel, .events = POLLIN };
		if (left_ms <= 0 || (poll(&p, 1, (int)left_ms) == 0))
			return error_set(err, FAIL_RETRY, "%s does not answer within %d ms", h->kind->program, timeout_ms);
		(void)receive(h);
	}
	return h->ready ? 0 : error_set(err, FAIL_CONFIG, "%s", h->why);
}
