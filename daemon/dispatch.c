#include "daemon/dispatch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/backoff.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/step.h"
#include "daemon/journal.h"
#include "daemon/outcome.h"
#include "daemon/parcel.h"
#include "daemon/printing.h"
#include "daemon/sandbox.h"
#include "daemon/start.h"
#include "daemon/wake.h"
#include "daemon/worker.h"
#include "outbox/policy.h"
#include "outbox/receipt.h"

#define LEASE_US (15 * 60 * US_PER_SECOND)
/* Above the sender's own limits: two minutes a command and ten for the reply to the final dot (RFC 5321 section 4.5.3.2.6), so that it is the sender
 * who says what became of a receipt; below the lease. */
#define SEND_LIMIT_US (14 * 60 * US_PER_SECOND)
#define SETTLE_US (20 * US_PER_SECOND)		/* a stop waits so long for the reply to the receipt on its way; the unit's TimeoutStopSec is 60 s */
#define PAUSE_MIN_US (10 * US_PER_SECOND)
#define PAUSE_MAX_US (5 * 60 * US_PER_SECOND)

/* With the sender at once: one commit, and one write to the disk, serves half of them. As many may be sent twice if klachtd dies, so it is not more. */
#define DEPTH 2
#define QUICK_US US_PER_SECOND			/* a receipt that takes longer goes alone */
#define SETTLE_WRITE_US 20000			/* an outcome waits so long for others */

struct flight {
	struct reg_receipt_row row;		/* owned */
	int64_t handed_us;			/* clock_mono_us() */
};

struct dispatch {
	struct service *s;
	struct templates *templates;
	struct worker *sender;
	bool ready, fault, stopped;
	struct flight flights[DEPTH];		/* with the sender, in the order of their hand-over */
	size_t n_flights;
	size_t depth;				/* so many at most: one until the server has shown that it is quick, and again once it is not */
	int64_t paused_until_us;
	unsigned pauses;			/* in a row: the way to the server is closed */
	struct outcome outcomes[DEPTH];		/* not yet written */
	size_t n_outcomes;
	struct wake wake, settle, limit;
	bool drained, failed_once;		/* --once: the sender ended */
	struct error trouble;			/* why the register did not do as asked; kind 0: it did */
};

static void pump(struct dispatch *d);

static void on_wake(void *arg)
{
	pump(arg);
}

/* Look again at that time (UTC µs). */
static void wake_at(struct dispatch *d, int64_t at_us)
{
	(void)wake_in(&d->wake, at_us - clock_now_us());
}

/* ---- composing ---- */

void dispatch_receipt(const struct dispatch *d, const struct reg_receipt_row *row, int64_t now_us, struct receipt_agency *agency, struct receipt *ret)
{
	const struct config *c = d->s->config;
	bool known = row->language && (strcmp(row->language, "nl") == 0 || strcmp(row->language, "en") == 0);
	*agency = (struct receipt_agency){ .organisation = c->organisation, .from = c->smtp.from, .postal_address = c->agency.postal_address,
					   .phone = c->agency.phone, .office_hours = c->agency.office_hours, .dispute_body = c->agency.dispute_body };
	*ret = (struct receipt){ .text = row->text, .language = known ? row->language : c->language, .to = row->to, .message_id = row->message_id,
				 .facts = row->complaint, .agency = agency, .now_us = now_us };
}

/* Every write goes through here, so that a register in trouble is not kept quiet (dispatch_stalled). A row that is in another's hands is no trouble. */
static int change(struct dispatch *d, const struct reg_receipt_change *changes, size_t n, struct error *err)
{
	int r = reg_receipts_change(d->s->reg, changes, n, clock_now_us(), err);
	bool print = false;
	d->trouble.kind = 0;
	if (r < 0 && r != FAIL_ITEM)
		d->trouble = *err;
	for (size_t i = 0; i < n; i++)
		print |= strcmp(changes[i].state, "to-print") == 0;
	if (r == 0 && print)
		printing_kick(d->s->printing);
	return r;
}

/* A row that no mail can be made of is an operator's. */
static void refuse_row(struct dispatch *d, const struct reg_receipt_row *row, const struct error *why)
{
	struct reg_receipt_change failed = { .id = row->id, .state = "failed", .who = "klachtd", .note = why->text };
	struct journal_fields f = { .complaint = row->number };
	struct error err;
	journal(EVENT_RECEIPT_FAILED, &f, "%s: no receipt can be made (%s): confirm by hand", row->number, why->text);
	if (change(d, &failed, 1, &err) < 0)
		d->paused_until_us = clock_now_us() + PAUSE_MAX_US;
}

/* ---- outcomes ---- */

/* One by one, as one of them, or a start that was to go with them, was refused. What is in another's hands now is dropped, or it would be offered for ever. */
static void write_outcomes_alone(struct dispatch *d)
{
	struct error err;
	size_t kept = 0;
	for (size_t i = 0; i < d->n_outcomes; i++) {
		struct reg_receipt_change c = outcome_change(&d->outcomes[i]);
		int r = change(d, &c, 1, &err);
		if (r < 0 && r != FAIL_ITEM)
			d->outcomes[kept++] = d->outcomes[i];
	}
	d->n_outcomes = kept;
}

static void write_outcomes(struct dispatch *d)
{
	struct reg_receipt_change changes[DEPTH];
	struct error err;
	wake_stop(&d->settle);
	if (!d->n_outcomes)
		return;
	step("before the outcome");
	for (size_t i = 0; i < d->n_outcomes; i++)
		changes[i] = outcome_change(&d->outcomes[i]);
	int r = change(d, changes, d->n_outcomes, &err);
	if (r == 0)
		d->n_outcomes = 0;
	else if (r == FAIL_ITEM)
		write_outcomes_alone(d);
	if (d->n_outcomes)
		wake_at(d, clock_now_us() + PAUSE_MIN_US);	/* kept; a disk that is full now */
}

static void on_settle(void *arg)
{
	write_outcomes(arg);
}

/* While others are with the sender an outcome waits a moment for theirs, or for a start that takes it along. */
static void settle(struct dispatch *d)
{
	if (!d->n_flights || d->n_outcomes == DEPTH)
		write_outcomes(d);
	else if (d->n_outcomes && !d->settle.source)
		(void)wake_in(&d->settle, SETTLE_WRITE_US);
}

/* ---- the pump ---- */

/* The oldest is over its time. */
static void on_limit(void *arg)
{
	struct dispatch *d = arg;
	int64_t left_us = SEND_LIMIT_US - dispatch_busy_us(d);
	wake_stop(&d->limit);
	if (d->n_flights && left_us <= 0)
		worker_kill(d->sender, "over its time for one receipt");
	else if (d->n_flights)
		(void)wake_in(&d->limit, left_us);
}

static void hand_over(struct dispatch *d, struct parcel *y)
{
	const struct config *c = d->s->config;
	struct flight *f = &d->flights[d->n_flights++];
	*f = (struct flight){ .row = y->row, .handed_us = clock_mono_us() };
	y->row = (struct reg_receipt_row){ 0 };
	f->row.attempts++;
	step("before the hand-over");
	worker_send(d->sender, json_pack("{s:s, s:I, s:s, s:s, s:s, s:b, s:I}", "op", "send", "id", (json_int_t)f->row.id, "from",
					 c->smtp.bounce_address ? c->smtp.bounce_address : c->smtp.from_address, "to", f->row.to, "envid", f->row.number,
					 "notify", 1, "handed_us", (json_int_t)f->handed_us), &y->fd, 1);
	step("handed over");
	if (!d->limit.source)
		(void)wake_in(&d->limit, SEND_LIMIT_US);
}

/* 1 ready; 0 no mail can be made of it, which is written down; -1 wait. Takes row. */
static int make_ready(struct dispatch *d, struct reg_receipt_row *row, struct parcel *ret, struct error *err)
{
	struct receipt_agency agency;
	struct receipt r;
	dispatch_receipt(d, row, clock_now_us(), &agency, &r);
	int k = parcel_make(d->templates, &r, row, ret, err);
	if (k == 0)
		return 1;
	if (k != FAIL_RETRY)	/* no memory now says nothing about the row */
		refuse_row(d, row, err);
	reg_receipt_free(row);
	return k == FAIL_RETRY ? -1 : 0;
}

/* What is due, as far as there is room: how many, into batch; -1 wait. */
static int gather(struct dispatch *d, int64_t now_us, struct parcel *batch, size_t room, int64_t *ret_next_us)
{
	struct reg_receipt_row row;
	struct error err;
	int64_t after_try_us = INT64_MIN, after_id = 0;
	size_t n = 0;
	int got = 0, made = 0;
	while (n < room && made >= 0 && (got = reg_receipt_next_after(d->s->reg, now_us, after_try_us, after_id, &row, ret_next_us, &err)) == 1) {
		after_try_us = row.next_try_us;
		after_id = row.id;
		made = make_ready(d, &row, &batch[n], &err);
		n += made == 1;
	}
	if (got < 0)
		d->trouble = err;
	else if (got == 0 && !n && !d->n_outcomes)
		d->trouble.kind = 0;	/* nothing waits to be written */
	return (got < 0 || made < 0) && !n ? -1 : (int)n;
}

/* One of the commit was refused: each by itself. */
static void start_alone(struct dispatch *d, struct parcel *batch, size_t n, int64_t now_us)
{
	struct error err;
	write_outcomes_alone(d);
	for (size_t i = 0; i < n && !d->n_outcomes; i++) {
		struct reg_receipt_change c = parcel_start(&batch[i], now_us + LEASE_US);
		int r = change(d, &c, 1, &err);
		if (r == 0)
			hand_over(d, &batch[i]);
		else	/* somebody has it, or the register is in trouble: in either case it is met again */
			d->paused_until_us = now_us + PAUSE_MIN_US;
	}
}

/* One commit: the outcomes of those before, the starts of these. */
static void start(struct dispatch *d, struct parcel *batch, size_t n, int64_t now_us)
{
	struct reg_receipt_change changes[2 * DEPTH];
	struct error err;
	for (size_t i = 0; i < d->n_outcomes; i++)
		changes[i] = outcome_change(&d->outcomes[i]);
	for (size_t i = 0; i < n; i++)
		changes[d->n_outcomes + i] = parcel_start(&batch[i], now_us + LEASE_US);
	step("before the receipt's start");
	int r = change(d, changes, d->n_outcomes + n, &err);
	if (r == 0) {
		d->n_outcomes = 0;
		wake_stop(&d->settle);
		for (size_t i = 0; i < n; i++)
			hand_over(d, &batch[i]);
	} else if (r == FAIL_ITEM) {
		start_alone(d, batch, n, now_us);
	} else {
		d->paused_until_us = now_us + PAUSE_MIN_US;
	}
}

/* Half of what may be with the sender at once is enough for it to go on while the other half is prepared. */
static bool may_send(const struct dispatch *d)
{
	return d->sender && d->ready && d->n_flights <= d->depth / 2 && !d->stopped && d->s->config->receipt.send;
}

static void pump(struct dispatch *d)
{
	struct parcel batch[DEPTH];
	int64_t now = clock_now_us(), next_us = 0;
	d->drained = false;
	if (may_send(d) && now >= d->paused_until_us) {
		int n = gather(d, now, batch, d->depth - d->n_flights, &next_us);
		if (n < 0)
			d->paused_until_us = now + PAUSE_MIN_US;
		if (n > 0)
			start(d, batch, (size_t)n, now);
		for (int i = 0; i < n; i++)
			parcel_free(&batch[i]);
	}
	settle(d);
	if (d->n_flights)
		return;
	if (d->paused_until_us > now)
		next_us = d->paused_until_us;
	if (next_us)
		wake_at(d, next_us);
	d->drained = !d->n_outcomes;
	service_maybe_done(d->s);
}

void dispatch_kick(void *dispatch)
{
	struct dispatch *d = dispatch;
	if (d && d->n_flights <= d->depth / 2)
		pump(d);
}

/* ---- the sender ---- */

static void sender_started(struct worker *w, void *arg)
{
	struct dispatch *d = arg;
	d->ready = false;
	worker_send(w, start_sender(&d->s->config->smtp), NULL, 0);
}

/* Not this receipt's fault but the way to the server's: all wait, one line. */
static void pause_all(struct dispatch *d, const char *reason, const char *text)
{
	bool login = strcmp(reason, "login") == 0;
	int64_t pause_us = login ? backoff_login_us(backoff_random()) : backoff_us(++d->pauses, PAUSE_MIN_US, PAUSE_MAX_US, backoff_random());
	d->paused_until_us = clock_now_us() + pause_us;
	if (!d->fault)
		journal(login ? EVENT_LOGIN_REFUSED : strcmp(reason, "tls") == 0 ? EVENT_CERTIFICATE : EVENT_SMTP_DOWN, NULL,
			"mail server for receipts: %s (%s); receipts wait, trying again in %lld s", text, reason, (long long)(pause_us / US_PER_SECOND));
	d->fault = true;
}

static void works_again(struct dispatch *d)
{
	if (d->fault)
		journal(EVENT_SMTP_UP, NULL, "mail server for receipts: works again");
	d->fault = false;
	d->pauses = 0;
}

/* The first of those with the sender is done with. */
static void land(struct dispatch *d)
{
	reg_receipt_free(&d->flights[0].row);
	d->n_flights--;
	memmove(d->flights, d->flights + 1, d->n_flights * sizeof *d->flights);
}

static void finish_first(struct dispatch *d, enum outbox_event event, int64_t not_before_us, int code, const char *text)
{
	bool quick = event == OUTBOX_EV_ACCEPTED && clock_mono_us() - d->flights[0].handed_us < QUICK_US;
	d->depth = quick ? DEPTH : 1;
	outcome_of(&d->flights[0].row, event, not_before_us, code, text, &d->outcomes[d->n_outcomes++]);
	land(d);
}

/* It was to wait for one that took too long, or found no way to the server. */
static void put_back_first(struct dispatch *d)
{
	int64_t now = clock_now_us();
	d->depth = 1;
	outcome_unbegun(&d->flights[0].row, d->paused_until_us > now ? d->paused_until_us : now, &d->outcomes[d->n_outcomes++]);
	land(d);
}

static void take_result(struct dispatch *d, const char *result, const char *reason, int code, const char *text)
{
	if (strcmp(result, "unbegun") == 0) {
		put_back_first(d);
		return;
	}
	enum outbox_event e = strcmp(result, "sent") == 0 ? OUTBOX_EV_ACCEPTED : strcmp(result, "permanent") == 0 ? OUTBOX_EV_REFUSED
			      : strcmp(result, "lost") == 0 ? OUTBOX_EV_LOST : OUTBOX_EV_RETRY;
	bool way = e == OUTBOX_EV_RETRY && *reason && (code == 0 || strcmp(reason, "login") == 0);
	if (way)	/* with a code, text is the server's own: for the register only */
		pause_all(d, reason, code == 0 && *text ? text : "refused");
	else
		works_again(d);
	finish_first(d, e, way ? d->paused_until_us : 0, code, text);
}

static int on_result(struct dispatch *d, const json_t *msg, struct error *err)
{
	int64_t id, code = 0;
	const char *result = "", *reason = "", *text = "";
	if (wire_int(msg, "id", 1, 1, INT64_MAX, &id, err) < 0 || wire_text(msg, "result", 1, 0, 20, &result, err) < 0 ||
	    wire_int(msg, "code", 0, 0, 999, &code, err) < 0 || wire_text(msg, "reason", 0, 0, 20, &reason, err) < 0 ||
	    wire_text(msg, "text", 0, 1, 500, &text, err) < 0)
		return FAIL_FATAL;
	if (!d->n_flights || id != d->flights[0].row.id)
		return error_set(err, FAIL_FATAL, "protocol: a result for another receipt");
	step("result");
	take_result(d, result, reason, (int)code, text);
	pump(d);
	return 0;
}

static int frame(struct worker *w, const char *op, const json_t *msg, struct wire_fds *fds, void *arg, struct error *err)
{
	struct dispatch *d = arg;
	(void)w;
	(void)fds;
	if (strcmp(op, "result") == 0)
		return on_result(d, msg, err);
	if (strcmp(op, "secret?") == 0) {
		(void)start_sender_secret(d->sender, &d->s->config->smtp, err);
	} else if (strcmp(op, "ready") == 0) {
		sandbox_say("klachtd-sender", msg);
		d->ready = true;
		pump(d);
	} else if (strcmp(op, "state") != 0 && strcmp(op, "checked") != 0) {
		return error_set(err, FAIL_FATAL, "protocol: unknown op");
	}
	return 0;
}

static void ended(struct worker *w, const struct error *why, void *arg)
{
	struct dispatch *d = arg;
	(void)w;
	(void)why;
	d->ready = false;
	while (d->n_flights)	/* nobody knows how far it came; what it had not begun is not told apart */
		finish_first(d, OUTBOX_EV_CRASHED, 0, 0, "the sender process ended");
	write_outcomes(d);
	d->failed_once = d->s->once;	/* who runs once does not wait for a better day */
	service_maybe_done(d->s);
}

/* ---- open and close ---- */

static int recover(struct dispatch *d, struct error *err)
{
	int64_t now = clock_now_us();
	int n = reg_receipts_recover(d->s->reg, now, err);
	if (n > 0)
		journal(EVENT_RECEIPT_UNCERTAIN, NULL, "%d receipt%s on the way when klachtd last ended: sent again with the same Message-ID", n, n == 1 ? " was" : "s were");
	if (n < 0)
		return n;
	n = reg_receipts_switch(d->s->reg, d->s->config->receipt.send, now, err);
	if (n > 0)
		journal(EVENT_RECEIPT_HELD, NULL, "%d queued receipt%s past the two working days: held; klachtctl receipts lists them, release sends them", n,
			n == 1 ? " is" : "s are");
	return n < 0 ? n : 0;
}

int dispatch_open(struct service *s, struct dispatch **ret, struct error *err)
{
	static const struct worker_ops ops = { .started = sender_started, .frame = frame, .ended = ended };
	struct dispatch *d = calloc(1, sizeof *d);
	if (!d)
		return error_set(err, FAIL_RETRY, "out of memory");
	d->s = s;
	d->depth = 1;
	d->wake = (struct wake){ .event = s->event, .call = on_wake, .arg = d };
	d->settle = (struct wake){ .event = s->event, .call = on_settle, .arg = d };
	d->limit = (struct wake){ .event = s->event, .call = on_limit, .arg = d };
	int r = templates_load(s->config->receipt.template_directory, &d->templates, err);
	if (r == 0)
		r = recover(d, err);
	struct worker_options o = { .event = s->event, .program = "klachtd-sender", .name = "klachtd-sender", .alive = true, .keep_fd = s->lock_fd,
				    .first = true, .ops = &ops, .arg = d };
	if (r == 0 && s->config->smtp.there && s->config->receipt.send)
		r = worker_new(&o, &d->sender, err);
	if (r < 0) {
		dispatch_close(d);
		return r;
	}
	*ret = d;
	return 0;
}

static bool on_its_way(const void *arg)
{
	const struct dispatch *d = arg;
	return d->n_flights > 0;
}

void dispatch_close(struct dispatch *d)
{
	if (!d)
		return;
	d->stopped = true;	/* no further row; EOF would make a receipt between its final dot and the reply a lost one */
	if (d->sender)
		worker_settle(d->sender, SETTLE_US, on_its_way, d);
	worker_free(d->sender);
	write_outcomes(d);
	wake_stop(&d->wake);
	wake_stop(&d->settle);
	wake_stop(&d->limit);
	while (d->n_flights)
		land(d);
	templates_free(d->templates);
	free(d);
}

const struct templates *dispatch_templates(const struct dispatch *d)
{
	return d->templates;
}

bool dispatch_idle(const struct dispatch *d)
{
	return !d || !d->sender || (!d->n_flights && (d->drained || d->failed_once));
}

bool dispatch_deferred(const struct dispatch *d)
{
	struct error err;
	bool any = false;
	static const char *const waiting[] = { "queued", "uncertain" };
	for (size_t i = 0; d && d->s->config->receipt.send && i < 2; i++) {
		json_t *rows = reg_receipts_list(d->s->reg, waiting[i], &err);
		any |= json_array_size(rows) > 0;
		json_decref(rows);
	}
	return any;
}

bool dispatch_stalled(const struct dispatch *d, struct error *ret_why)
{
	if (!d || !d->trouble.kind)
		return false;
	*ret_why = d->trouble;
	return true;
}

int64_t dispatch_busy_us(const struct dispatch *d)
{
	return d && d->n_flights ? clock_mono_us() - d->flights[0].handed_us : 0;
}
