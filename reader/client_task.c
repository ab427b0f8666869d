#include "reader/client_task.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/wire.h"
#include "reader/client_render.h"
#include "reader/record_check.h"
#include "reader/text_check.h"

#define RENDER_LIMIT_US (20 * US_PER_SECOND)
#define RENDERS_MAX 1000
#define KILL_PATIENCE_US (3 * US_PER_SECOND)

struct task {
	sd_event *event;
	struct host *host;
	task_done *done;
	void *arg;
	int64_t id, started_us, page_us, page_limit_us, whole_limit_us, killed_us;	/* killed_us 0: not killed */
	size_t max_document_bytes;
	bool letter, picture;		/* picture: mode page-image */
	int document;			/* borrowed */
	int channel;			/* owned; -1: closed */
	sd_event_source *source;	/* owned */
	int page;
	struct render *render;		/* owned; NULL: none runs */
	unsigned renders;
	bool finished;			/* records or refused has come: nothing may follow */
	struct task_result result;
	char digest[65], killed_for[60];
	struct task_scan scans[LIMIT_SCANS];
};

static void close_channel(struct task *t)
{
	t->source = sd_event_source_disable_unref(t->source);
	fd_close(&t->channel);
	render_free(t->render);
	t->render = NULL;
}

static void kill_child(struct task *t, const char *why)
{
	if (t->killed_us)
		return;
	t->killed_us = clock_mono_us();
	(void)snprintf(t->killed_for, sizeof t->killed_for, "%s", why);
	host_kill_child(t->host, t->id);
	close_channel(t);
}

static void release(struct task *t)
{
	close_channel(t);
	for (size_t i = 0; i < t->result.n_scans; i++)
		fd_close(&t->scans[i].fd);
	fd_close(&t->result.image);
	json_decref(t->result.records);
	free(t);
}

void task_free(struct task *t)
{
	if (!t)
		return;
	kill_child(t, "no longer wanted");
	release(t);
}

/* ---- what the child says ---- */

static int on_page(struct task *t, const json_t *frame, struct error *err)
{
	int64_t page = 0;
	int r = wire_int(frame, "page", 1, 1, LIMIT_PAGES, &page, err);
	if (r == 0 && page > t->page) {		/* only going forward gains time */
		t->page = (int)page;
		t->page_us = clock_mono_us();
	}
	return r;
}

static void on_render_end(struct render *r, enum render_end end, void *arg)
{
	struct task *t = arg;
	(void)r;
	t->render = NULL;	/* frees itself */
	json_t *frame = json_pack("{s:s, s:s}", "op", "pdf-ended", "status", render_end_name(end));
	if (t->channel >= 0 && (!frame || wire_send(t->channel, frame, NULL, 0, NULL) < 0))
		kill_child(t, "does not listen");
	json_decref(frame);
}

static bool known_what(const char *s)
{
	static const char *const whats[] = { "info", "images", "text", "image" };
	for (size_t i = 0; i < sizeof whats / sizeof *whats; i++)
		if (strcmp(s, whats[i]) == 0)
			return true;
	return false;
}

static int on_pdf(struct task *t, const json_t *frame, struct error *err)
{
	struct render_order o = { .what = "" };
	int64_t page = 0, dpi = 0;
	int colour = 0, r = wire_text(frame, "what", 1, 0, 20, &o.what, err);
	if (r == 0)
		r = wire_int(frame, "page", 0, 0, LIMIT_PAGES, &page, err);
	if (r == 0)
		r = wire_int(frame, "dpi", 0, 0, 600, &dpi, err);
	if (r == 0)
		r = wire_bool(frame, "colour", 0, &colour, err);
	if (r < 0)
		return r;
	if (!t->letter || t->render || !known_what(o.what) || ++t->renders > RENDERS_MAX)
		return error_set(err, FAIL_FATAL, "protocol: pdf?");
	o.page = (int)page;
	o.dpi = (int)dpi;
	o.colour = colour;
	FD_CLEANUP int pipe = -1;
	/* a program that cannot be started is told by the missing descriptor */
	(void)render_start(t->event, t->document, &o, on_render_end, t, &t->render, &pipe, NULL);
	json_t *answer = json_pack("{s:s}", "op", "pdf");
	r = answer ? wire_send(t->channel, answer, &pipe, pipe >= 0, err) : FAIL_RETRY;
	json_decref(answer);
	return r;
}

static int on_document(struct task *t, const json_t *frame, struct wire_fds *fds, struct error *err)
{
	int64_t index = 0;
	struct stat st;
	int r = wire_int(frame, "index", 1, 0, LIMIT_DOCUMENTS - 1, &index, err);
	if (r < 0)
		return r;
	size_t n = t->result.n_scans;
	if (t->letter || fds->n != 1 || n >= LIMIT_SCANS || !memfd_sealed(fds->fd[0]) || fstat(fds->fd[0], &st) != 0 ||
	    (uint64_t)st.st_size > t->max_document_bytes)
		return error_set(err, FAIL_FATAL, "protocol: document");
	t->scans[n] = (struct task_scan){ .index = (size_t)index, .fd = fd_take(&fds->fd[0]) };
	t->result.n_scans = n + 1;
	return 0;
}

/* What only the client knows: which reader may say what of itself. */
static int fits(const struct task *t, const json_t *records, bool incomplete, struct error *err)
{
	size_t n = json_array_size(records);
	if ((!t->letter || incomplete) && n != 1)
		return error_set(err, FAIL_FATAL, "protocol: %zu records", n);
	for (size_t i = 0; i < n; i++) {
		const char *channel = json_string_value(json_object_get(json_array_get(records, i), "channel"));
		if (t->letter ? strcmp(channel, "letter") != 0 : strcmp(channel, "email") != 0 && strcmp(channel, "form") != 0)
			return error_set(err, FAIL_FATAL, "protocol: a record of another channel");
	}
	return 0;
}

/* From the frame itself or, where one is too small, from a memfd; never both. */
static int take_records(struct task *t, const json_t *frame, const struct wire_fds *fds, struct error *err)
{
	struct map m MAP_CLEANUP = { 0 };
	json_t *list = json_object_get(frame, "records");
	if (list ? fds->n != 0 : fds->n != 1 || !memfd_sealed(fds->fd[0]))
		return error_set(err, FAIL_FATAL, "protocol: records");
	if (list) {
		int r = record_list_check(list, err);
		t->result.records = r == 0 ? json_incref(list) : NULL;
		return r;
	}
	int r = map_fd(fds->fd[0], LIMIT_RECORDS_BYTES, &m, err);
	return r < 0 ? r : record_load((const char *)m.bytes, m.n, &t->result.records, err);
}

static int on_records(struct task *t, const json_t *frame, const struct wire_fds *fds, struct error *err)
{
	const char *outcome = "", *digest = NULL;
	int r = wire_text(frame, "outcome", 1, 0, 20, &outcome, err);
	if (r == 0)
		r = wire_text(frame, "content_digest", 0, 0, 64, &digest, err);
	if (r < 0)
		return r;
	bool incomplete = strcmp(outcome, "incomplete") == 0;
	if ((!incomplete && strcmp(outcome, "done") != 0) || (digest && !text_sha256(digest)))
		return error_set(err, FAIL_FATAL, "protocol: records");
	r = take_records(t, frame, fds, err);
	if (r == 0)
		r = fits(t, t->result.records, incomplete, err);
	if (r < 0)
		return r;
	t->result.outcome = incomplete ? TASK_INCOMPLETE : TASK_DONE;
	if (digest)
		memcpy(t->digest, digest, sizeof t->digest);
	t->finished = true;
	return 0;
}

static int on_image(struct task *t, const json_t *frame, struct wire_fds *fds, struct error *err)
{
	int ok = 0;
	int r = wire_bool(frame, "ok", 1, &ok, err);
	if (r == 0 && (!ok || fds->n != 1 || !memfd_sealed(fds->fd[0])))
		r = error_set(err, FAIL_FATAL, "protocol: page-image");
	if (r < 0)
		return r;
	t->result.image = fd_take(&fds->fd[0]);
	t->result.outcome = TASK_DONE;
	t->finished = true;
	return 0;
}

static int on_refused(struct task *t, const json_t *frame, struct error *err)
{
	const char *reason = "";
	int r = wire_text(frame, "reason", 1, 0, 20, &reason, err);
	if (r < 0)
		return r;
	t->result.outcome = strcmp(reason, "limit") == 0 ? TASK_TOO_LARGE : strcmp(reason, "charset") == 0 && !t->letter ? TASK_CHARSET : TASK_BAD;
	t->finished = true;
	return 0;
}

static int on_frame(struct task *t, const json_t *frame, struct wire_fds *fds, struct error *err)
{
	const char *op = "";
	int r = wire_text(frame, "op", 1, 0, 20, &op, err);
	if (r < 0)
		return r;
	if (t->finished)
		return error_set(err, FAIL_FATAL, "protocol: a frame after the last");
	if (strcmp(op, "page") == 0)
		return on_page(t, frame, err);
	if (strcmp(op, "pdf?") == 0)
		return on_pdf(t, frame, err);
	if (strcmp(op, "document") == 0)
		return on_document(t, frame, fds, err);
	if (strcmp(op, "page-image") == 0 && t->picture)
		return on_image(t, frame, fds, err);
	if (strcmp(op, "records") == 0 && !t->picture)
		return on_records(t, frame, fds, err);
	if (strcmp(op, "refused") == 0)
		return on_refused(t, frame, err);
	return error_set(err, FAIL_FATAL, "protocol: unknown op");
}

/* One frame. False: nothing more is there, or nothing more will come. */
static bool receive(struct task *t)
{
	json_t *frame = NULL;
	struct wire_fds fds = { .n = 0 };
	struct error err = { .text = "" };
	if (t->channel < 0)
		return false;
	int r = wire_recv(t->channel, &frame, &fds, &err);
	if (r == FAIL_RETRY)
		return false;
	if (r == 1) {
		r = on_frame(t, frame, &fds, &err);
		wire_fds_close(&fds);
		json_decref(frame);
		if (r == 0)
			return true;
	}
	if (r < 0) {
		t->finished = false;
		kill_child(t, "breaks the rules");
	} else {
		close_channel(t);
	}
	return false;
}

static int on_channel(sd_event_source *source, int fd, uint32_t events, void *arg)
{
	(void)source, (void)fd, (void)events;
	(void)receive(arg);	/* one a turn: others want theirs */
	return 0;
}

/* ---- its life ---- */

static json_t *read_frame(const struct task_order *o)
{
	json_t *skip = json_array();
	for (size_t i = 0; skip && i < o->n_skip_pages; i++)
		json_array_append_new(skip, json_integer(o->skip_pages[i]));
	return json_pack("{s:s, s:I, s:s, s:s, s:s, s:o, s:b, s:I, s:i, s:i, s:O*}", "op", "read", "id", (json_int_t)o->id, "channel", o->channel,
			 "file", o->file, "mode", o->mode ? o->mode : "full", "skip_pages", skip, "attachment", o->attachment,
			 "received_us", (json_int_t)o->received_us, "page", o->page, "rotation", o->rotation, "boxes", o->boxes);
}

static int connect_child(struct task *t, const struct task_order *o, struct error *err)
{
	int sv[2];
	int r = wire_pair(sv, err);
	if (r < 0)
		return r;
	t->channel = sv[0];
	FD_CLEANUP int theirs = sv[1];
	json_t *frame = read_frame(o);
	if (!frame)
		return error_set(err, FAIL_RETRY, "out of memory");
	/* A mail's child says what it has to say in one go, and then ends: that is heard of anyhow. A letter's tells its pages, and asks for them. */
	if (o->letter && sd_event_add_io(t->event, &t->source, t->channel, EPOLLIN, on_channel, t) < 0)
		r = error_set(err, FAIL_RETRY, "event loop: out of memory");
	if (r == 0)
		r = host_read(t->host, frame, o->document, theirs, err);
	json_decref(frame);
	return r;
}

int task_start(sd_event *event, struct host *h, const struct task_order *o, task_done *done, void *arg, struct task **ret, struct error *err)
{
	struct task *t = calloc(1, sizeof *t);
	if (!t)
		return error_set(err, FAIL_RETRY, "out of memory");
	int64_t now = clock_mono_us();
	*t = (struct task){ .event = event, .host = h, .done = done, .arg = arg, .id = o->id, .started_us = now, .page_us = now,
			    .page_limit_us = o->page_limit_us, .whole_limit_us = o->whole_limit_us, .letter = o->letter,
			    .picture = o->mode && strcmp(o->mode, "page-image") == 0, .max_document_bytes = o->max_document_bytes, .document = o->document, .channel = -1 };
	t->result.scans = t->scans;
	t->result.image = -1;
	int r = connect_child(t, o, err);
	if (r < 0) {
		release(t);
		return r;
	}
	*ret = t;
	return 0;
}

int64_t task_id(const struct task *t)
{
	return t->id;
}

struct host *task_host(const struct task *t)
{
	return t->host;
}

int64_t task_since_us(const struct task *t)
{
	return t->page_us;
}

static void conclude(struct task *t)
{
	if (!t->finished) {	/* records that a breach of the rules followed are not believed */
		json_decref(t->result.records);
		t->result.records = NULL;
		fd_close(&t->result.image);
	}
	t->result.page = t->page;
	t->result.digest = t->digest[0] ? t->digest : NULL;
	t->done(t, &t->result, t->arg);
	release(t);
}

static void describe(struct task *t, const struct child_end *end)
{
	char page[32] = "", *what = t->result.what;
	size_t n = sizeof t->result.what;
	if (t->page)
		(void)snprintf(page, sizeof page, " on page %d", t->page);
	if (t->killed_us)
		(void)snprintf(what, n, "reader %s%s", t->killed_for, page);
	else if (end->status == CHILD_LIMIT)
		(void)snprintf(what, n, "reader ran over its limit of %s%s", end->number == SIGXCPU ? "processor time" : "memory", page);
	else if (end->status == CHILD_SIGNAL)
		(void)snprintf(what, n, "reader died of signal %d%s", end->number, page);
	else
		(void)snprintf(what, n, "reader gave up with code %d%s", end->number, page);
}

void task_child_ended(struct task *t, const struct child_end *end)
{
	while (receive(t))	/* all it said lies in the socket by now */
		;
	if (!t->finished) {
		t->result.outcome = TASK_DIED;
		describe(t, end);
	}
	conclude(t);
}

void task_host_gone(struct task *t)
{
	while (receive(t))
		;
	if (!t->finished)
		t->result.outcome = t->killed_us ? TASK_DIED : TASK_LOST;
	if (t->killed_us)
		describe(t, &(struct child_end){ .status = CHILD_CODE });
	conclude(t);
}

bool task_tick(struct task *t, int64_t now_us)
{
	char why[60];
	if (t->killed_us)
		return now_us - t->killed_us < KILL_PATIENCE_US;
	if (t->render && now_us - render_since_us(t->render) > RENDER_LIMIT_US)
		render_kill(t->render);
	int64_t limit_us = now_us - t->page_us > t->page_limit_us ? t->page_limit_us :
			   now_us - t->started_us > t->whole_limit_us ? t->whole_limit_us : 0;
	if (limit_us) {
		(void)snprintf(why, sizeof why, "killed after %lld s", (long long)(limit_us / US_PER_SECOND));
		kill_child(t, why);
	}
	return true;
}
