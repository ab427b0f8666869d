#include "daemon/printing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "daemon/bundle.h"
#include "daemon/dispatch.h"
#include "daemon/journal.h"
#include "daemon/postroom.h"
#include "daemon/print_file.h"
#include "daemon/sandbox.h"
#include "daemon/wake.h"
#include "daemon/worker.h"

#define IDLE_US (60 * US_PER_SECOND)		/* then the printer goes */
#define QUIET_US (2 * US_PER_SECOND)		/* a bundle waits for the batch to be whole */
#define PAUSE_US (60 * US_PER_SECOND)
#define LETTER_US (60 * US_PER_SECOND)		/* at most for one letter */
#define BUNDLE_US (300 * US_PER_SECOND)
#define DEATHS 3				/* a job that cost the printer so many lives is a person's */

enum job { JOB_NONE, JOB_LETTER, JOB_BUNDLE };

struct printing {
	struct service *s;
	struct worker *printer;			/* NULL: none is needed now */
	bool ready, fault, drained;
	enum job busy;
	int64_t id;				/* of the job's frame */
	struct reg_receipt_row row;		/* JOB_LETTER */
	int64_t composed_us;			/* the date on it */
	int deaths;				/* of the printer over this job */
	struct given_up {
		int64_t id, since_us;		/* a row, and its next_try_us: a person who says "print" once more sets another */
	} *given_up;				/* owned: what no letter can be made of, in this life */
	size_t n_given_up;
	struct bundle bundle;			/* JOB_BUNDLE, without its letters */
	struct days stale;			/* bundles to be made anew */
	int64_t quiet_until_us, paused_until_us, idle_since_us;	/* monotonic; 0: not */
	struct wake wake;
	sd_event_source *limit;
};

static void pump(struct printing *p);

static void on_wake(void *arg)
{
	pump(arg);
}

static void wake_at(struct printing *p, int64_t mono_us)
{
	(void)wake_in(&p->wake, mono_us - clock_mono_us());
}

/* ---- what stands in the way ---- */

static void trouble(struct printing *p, const char *why)
{
	p->paused_until_us = clock_mono_us() + PAUSE_US;
	if (!p->fault)
		journal(EVENT_LETTERS_WAIT, NULL, "receipts by post cannot be made (%s): they wait, trying again every %lld s", why,
			(long long)(PAUSE_US / US_PER_SECOND));
	p->fault = true;
}

static void works_again(struct printing *p)
{
	if (p->fault)
		journal(EVENT_LETTERS_GO, NULL, "receipts by post can be made again");
	p->fault = false;
}

static void give_up(struct printing *p, const struct reg_receipt_row *row, const char *why)
{
	struct journal_fields f = { .complaint = row->number };
	journal(EVENT_RECEIPT_FAILED, &f, "%s: no letter can be made (%s): confirm by hand, then klachtctl printed %s", row->number, why, row->number);
	struct given_up *more = reallocarray(p->given_up, p->n_given_up + 1, sizeof *more);
	if (!more) {
		p->paused_until_us = clock_mono_us() + PAUSE_US;
		return;
	}
	more[p->n_given_up++] = (struct given_up){ row->id, row->next_try_us };
	p->given_up = more;
}

static bool given_up(const struct printing *p, const struct reg_receipt_row *row)
{
	for (size_t i = 0; i < p->n_given_up; i++)
		if (p->given_up[i].id == row->id && p->given_up[i].since_us == row->next_try_us)
			return true;
	return false;
}

/* ---- jobs ---- */

static int on_limit(sd_event_source *src, uint64_t now, void *arg)
{
	(void)src;
	(void)now;
	struct printing *p = arg;
	worker_kill(p->printer, "over its time for one letter");
	return 0;
}

/* job: taken. The words go in a sealed memfd: they may be more than a frame holds. */
static int hand_over(struct printing *p, enum job what, json_t *job, struct error *err)
{
	char *text = job ? json_dumps(job, JSON_COMPACT) : NULL;
	json_decref(job);
	FD_CLEANUP int fd = text ? memfd_from("letter", text, strlen(text), err) : error_set(err, FAIL_RETRY, "out of memory");
	free(text);
	if (fd < 0)
		return FAIL_RETRY;
	worker_send(p->printer, json_pack("{s:s, s:I, s:s}", "op", "print", "id", (json_int_t)++p->id, "kind", what == JOB_BUNDLE ? "bundle" : "letter"), &fd, 1);
	p->busy = what;
	(void)sd_event_add_time_relative(p->s->event, &p->limit, CLOCK_MONOTONIC, what == JOB_BUNDLE ? BUNDLE_US : LETTER_US, 0, on_limit, p);
	return 0;
}

static void job_over(struct printing *p)
{
	p->limit = sd_event_source_disable_unref(p->limit);
	if (p->busy == JOB_LETTER)
		reg_receipt_free(&p->row);
	bundle_free(&p->bundle);
	p->busy = JOB_NONE;
	p->deaths = 0;
}

/* 1 the printer is at it, 0 there was nothing to draw, or a FAIL_*. */
static int start_bundle(struct printing *p, int dir, struct error *err)
{
	char name[PRINT_NAME_SIZE];
	struct bundle b = { 0 };
	struct day day = days_take(&p->stale);		/* it may become stale again while it is drawn */
	int r = bundle_gather(p->s->reg, p->s->dispatch, day, &b, err);
	if (r == 0 && b.n == 0) {
		print_file_bundle(day, name);
		r = print_file_remove(dir, name, err);
	} else if (r == 0) {
		r = hand_over(p, JOB_BUNDLE, json_pack("{s:s, s:o}", "kind", "bundle", "letters", b.letters), err);
		b.letters = NULL;
		if (r == 0) {
			p->bundle = b;
			b = (struct bundle){ 0 };
			r = 1;
		}
	}
	bundle_free(&b);
	if (r < 0)
		days_add(day, &p->stale);
	return r;
}

/* 1 the printer is at it, 0 no letter waits, or a FAIL_*. */
static int next_letter(struct printing *p, struct reg_receipt_row *ret, struct error *err)
{
	int r;
	for (int64_t after = 0; (r = reg_letter_next(p->s->reg, false, after, ret, err)) == 1 && given_up(p, ret);) {
		after = ret->id;
		reg_receipt_free(ret);
	}
	return r;
}

/* Takes the row over when it returns 0. */
static int start_letter(struct printing *p, struct reg_receipt_row *row, struct error *err)
{
	json_t *job = NULL;
	p->composed_us = clock_now_us();
	int r = letter_compose(p->s->dispatch, row, p->composed_us, &job, err);
	if (r == FAIL_ITEM || r == FAIL_CONFIG) {
		give_up(p, row, err->text);
		reg_receipt_free(row);
		return 0;
	}
	if (r == 0)
		r = hand_over(p, JOB_LETTER, job, err);
	if (r == 0)
		p->row = *row;
	return r;
}

/* ---- the printer ---- */

static void printer_started(struct worker *w, void *arg)
{
	struct printing *p = arg;
	const struct config *c = p->s->config;
	p->ready = false;
	worker_send(w, json_pack("{s:s, s:s, s:s*, s:s*, s:s*}", "op", "start", "organisation", c->organisation, "postal_address", c->agency.postal_address,
				 "phone", c->agency.phone, "language", c->language), NULL, 0);
}

static void drawn_letter(struct printing *p, int dir, int pdf)
{
	struct error err = { 0 };
	struct journal_fields f = { .complaint = p->row.number, .source = postroom_name(p->s->postrooms[0]) };
	char name[PRINT_NAME_SIZE];
	print_file_letter(p->row.number, p->row.ordinal, name);
	int r = print_file_write(dir, name, pdf, &err);
	if (r == FAIL_ITEM) {
		give_up(p, &p->row, err.text);
		return;
	}
	if (r == 0)
		r = reg_receipt_rendered(p->s->reg, p->row.id, p->composed_us, &err);
	if (r < 0 && r != FAIL_ITEM) {
		trouble(p, err.text);
		return;
	}
	works_again(p);
	if (r == 0)
		journal(EVENT_RECEIPT_PRINT, &f, "%s: letter ready to be posted: print/%s of letterbox %s", p->row.number, name, f.source);
	days_add(term_day(p->composed_us), &p->stale);
	p->quiet_until_us = clock_mono_us() + QUIET_US;
}

static void no_bundle(struct printing *p, const char *why)
{
	char name[PRINT_NAME_SIZE];
	print_file_bundle(p->bundle.day, name);
	journal(EVENT_LETTERS_WAIT, NULL, "print/%s is not made (%s): its letters lie beside it one by one", name, why);
}

static void drawn_bundle(struct printing *p, int dir, int pdf)
{
	struct error err = { 0 };
	char name[PRINT_NAME_SIZE];
	print_file_bundle(p->bundle.day, name);
	int r = print_file_write(dir, name, pdf, &err);
	if (r == FAIL_ITEM) {
		no_bundle(p, err.text);
		return;
	}
	if (r == 0)	/* after the file: what was noted lies there, whenever we die */
		r = reg_letters_bundled(p->s->reg, p->bundle.ids, p->bundle.n, clock_now_us(), &err);
	if (r == 0) {
		works_again(p);
		return;
	}
	trouble(p, err.text);
	days_add(p->bundle.day, &p->stale);
}

static int folder(const struct printing *p)
{
	return p->s->n_postrooms ? postroom_print_dir(p->s->postrooms[0]) : -1;
}

static int on_printed(struct printing *p, const struct wire_fds *fds, struct error *err)
{
	if (fds->n != 1)
		return error_set(err, FAIL_FATAL, "protocol: printed without its PDF");
	if (p->busy == JOB_LETTER)
		drawn_letter(p, folder(p), fds->fd[0]);
	else
		drawn_bundle(p, folder(p), fds->fd[0]);
	return 0;
}

static void on_failed(struct printing *p, const char *why)
{
	if (p->busy == JOB_LETTER)
		give_up(p, &p->row, why);
	else
		no_bundle(p, why);
}

static int on_result(struct printing *p, bool printed, const json_t *msg, const struct wire_fds *fds, struct error *err)
{
	int64_t id = 0;
	const char *why = "";
	if (wire_int(msg, "id", 1, 1, INT64_MAX, &id, err) < 0 || wire_text(msg, "text", !printed, 0, 500, &why, err) < 0)
		return FAIL_FATAL;
	if (!p->busy || id != p->id)
		return error_set(err, FAIL_FATAL, "protocol: an answer about another letter");
	if (!printed)
		on_failed(p, why);
	else if (on_printed(p, fds, err) < 0)
		return FAIL_FATAL;
	job_over(p);
	pump(p);
	return 0;
}

static int frame(struct worker *w, const char *op, const json_t *msg, struct wire_fds *fds, void *arg, struct error *err)
{
	struct printing *p = arg;
	(void)w;
	if (strcmp(op, "printed") == 0 || strcmp(op, "failed") == 0)
		return on_result(p, op[0] == 'p', msg, fds, err);
	if (strcmp(op, "ready") != 0)
		return error_set(err, FAIL_FATAL, "protocol: unknown op");
	sandbox_say("klachtd-printer", msg);
	p->ready = true;
	pump(p);
	return 0;
}

static void ended(struct worker *w, const struct error *why, void *arg)
{
	struct printing *p = arg;
	(void)w;
	(void)why;
	p->ready = false;
	if (p->busy == JOB_NONE)
		return;
	int deaths = p->deaths + 1;
	if (deaths >= DEATHS)
		on_failed(p, "it ended the printer each time");
	else if (p->busy == JOB_BUNDLE)
		days_add(p->bundle.day, &p->stale);
	job_over(p);
	p->deaths = deaths < DEATHS ? deaths : 0;	/* the same job comes again, it is still the first */
}

static int want_printer(struct printing *p, struct error *err)
{
	static const struct worker_ops ops = { .started = printer_started, .frame = frame, .ended = ended };
	struct worker_options o = { .event = p->s->event, .program = "klachtd-printer", .name = "klachtd-printer", .keep_fd = -1, .ops = &ops, .arg = p };
	p->idle_since_us = 0;
	return p->printer ? 0 : worker_new(&o, &p->printer, err);
}

/* ---- the pump ---- */

/* Until the next kick. A printer that has had nothing to do for a while goes: never from within its own frame, which ends its rest. */
static void rest(struct printing *p)
{
	int64_t now = clock_mono_us();
	p->drained = true;
	if (p->printer && !p->idle_since_us)
		p->idle_since_us = now;
	if (p->printer && now - p->idle_since_us >= IDLE_US) {
		worker_free(p->printer);
		p->printer = NULL;
		p->ready = false;
	}
	if (p->printer)
		wake_at(p, p->idle_since_us + IDLE_US);
	service_maybe_done(p->s);
}

/* 1 something is under way, 0 nothing to do (now), or a FAIL_*. */
static int start_next(struct printing *p, struct error *err)
{
	struct reg_receipt_row row = { 0 };
	int r;
	while ((r = next_letter(p, &row, err)) == 1) {
		if (folder(p) < 0)
			r = error_set(err, FAIL_CONFIG, "no [letterbox] is configured, whose folder would hold them");
		else
			r = want_printer(p, err);
		if (r == 0 && p->ready)
			r = start_letter(p, &row, err);
		else if (r == 0)
			reg_receipt_free(&row);		/* "ready" comes */
		if (r < 0)
			reg_receipt_free(&row);
		if (r < 0 || p->busy || !p->ready)
			return r < 0 ? r : 1;
	}
	while (r == 0 && p->stale.n && folder(p) >= 0 && (p->s->once || clock_mono_us() >= p->quiet_until_us)) {
		r = want_printer(p, err);
		if (r == 0 && !p->ready)
			return 1;
		if (r == 0)
			r = start_bundle(p, folder(p), err);
	}
	return r;
}

static void pump(struct printing *p)
{
	struct error err = { 0 };
	if (p->busy || !p->s->config->receipt.send)
		return;
	p->drained = false;
	if (p->paused_until_us > clock_mono_us()) {
		wake_at(p, p->paused_until_us);
		p->drained = true;
		service_maybe_done(p->s);
		return;
	}
	int r = start_next(p, &err);
	if (r < 0) {
		trouble(p, err.text);
		pump(p);	/* paused now: it only sets the timer */
	} else if (r == 0 && p->stale.n && folder(p) >= 0) {
		wake_at(p, p->quiet_until_us);
	} else if (r == 0) {
		rest(p);
	}
}

void printing_kick(struct printing *p)
{
	if (p)
		pump(p);
}

static void find_stale(struct printing *p)
{
	struct reg_receipt_row row = { 0 };
	struct error err;
	if (folder(p) >= 0)
		(void)print_file_bundles(folder(p), days_add, &p->stale, &err);	/* a folder that is gone is the letterbox's to say */
	for (int64_t after = 0; reg_letter_next(p->s->reg, true, after, &row, &err) == 1;) {
		after = row.id;
		days_add(term_day(row.rendered_us), &p->stale);
		reg_receipt_free(&row);
	}
}

void printing_changed(struct printing *p)
{
	if (!p)
		return;
	find_stale(p);
	pump(p);
}

int printing_open(struct service *s, struct printing **ret, struct error *err)
{
	struct printing *p = calloc(1, sizeof *p);
	if (!p)
		return error_set(err, FAIL_RETRY, "out of memory");
	p->s = s;
	p->wake = (struct wake){ .event = s->event, .call = on_wake, .arg = p };
	*ret = p;
	find_stale(p);
	wake_at(p, 0);		/* from the loop: the service is not whole yet */
	return 0;
}

void printing_close(struct printing *p)
{
	if (!p)
		return;
	worker_free(p->printer);
	job_over(p);
	wake_stop(&p->wake);
	free(p->given_up);
	free(p);
}

bool printing_deferred(const struct printing *p)
{
	return p && p->fault;
}

bool printing_idle(const struct printing *p)
{
	return !p || !p->s->config->receipt.send || (!p->busy && p->drained);
}
