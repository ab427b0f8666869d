#include "daemon/dispatch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/backoff.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/step.h"
#include "daemon/decide.h"
#include "daemon/journal.h"
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
#define GIVE_UP_US (5 * US_PER_DAY)		/* RFC 5321 section 4.5.4.1 */
#define PAUSE_MIN_US (10 * US_PER_SECOND)
#define PAUSE_MAX_US (5 * 60 * US_PER_SECOND)

struct dispatch {
	struct service *s;
	struct templates *templates;
	struct worker *sender;
	bool ready, fault, busy, stopped;
	struct reg_receipt_row row;		/* on its way when busy */
	int64_t busy_since_us, paused_until_us;
	unsigned pauses;			/* in a row: the way to the server is closed */
	struct reg_receipt_change outcome;	/* of the row before, not yet written; id 0: none */
	char outcome_text[520];
	struct wake wake;
	sd_event_source *limit;
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

static int compose(struct dispatch *d, struct reg_receipt_row *row, char **ret, size_t *ret_n, struct error *err)
{
	struct receipt_agency agency;
	struct receipt r;
	if (row->message) {	/* handed over before: the very same bytes again */
		*ret = strndup(row->message, row->message_n);
		*ret_n = row->message_n;
		return *ret ? 0 : error_set(err, FAIL_RETRY, "out of memory");
	}
	dispatch_receipt(d, row, clock_now_us(), &agency, &r);
	return receipt_compose(d->templates, &r, ret, ret_n, err);
}

/* ---- what became of a row ---- */

static void say(struct dispatch *d, enum outbox_state state, enum outbox_event event, int code, int64_t next_us)
{
	const struct reg_receipt_row *row = &d->row;
	struct journal_fields f = { .complaint = row->number };
	long long wait = (long long)((next_us - clock_now_us()) / US_PER_SECOND);
	switch (state) {
	case OUTBOX_SENT:
		journal(EVENT_RECEIPT_SENT, &f, "%s: receipt accepted by the mail server (%d)%s", row->number, code,
			row->attempts > 1 ? ", not at the first try" : "");
		break;
	case OUTBOX_QUEUED:
		journal(EVENT_RECEIPT_RETRY, &f, "%s: receipt not accepted yet (%d), trying again in %lld s", row->number, code, wait);
		break;
	case OUTBOX_UNCERTAIN:
		journal(EVENT_RECEIPT_UNCERTAIN, &f, "%s: the connection was lost before the reply to the receipt: it may have gone out; sent again with the same "
			"Message-ID in %lld s", row->number, wait);
		break;
	case OUTBOX_TO_PRINT:
		journal(EVENT_RECEIPT_BOUNCED, &f, "%s: receipt %s (%d): the postal address is known, it goes by post", row->number,
			event == OUTBOX_EV_REFUSED ? "refused for good" : "given up after five days", code);
		break;
	default:
		journal(EVENT_RECEIPT_FAILED, &f, "%s: receipt %s (%d): confirm by hand; klachtctl receipts lists it, release tries once more", row->number,
			event == OUTBOX_EV_REFUSED ? "refused for good" : "given up after five days", code);
	}
}

/* not_before_us: when all sending goes on, for a receipt that is put off only because the way to the server is closed; 0: it has a time of its own. */
static void finish_row(struct dispatch *d, enum outbox_event event, int64_t not_before_us, int code, const char *text)
{
	int64_t now = clock_now_us(), next_us = 0;
	int next = outbox_next(OUTBOX_SENDING, event);
	if (event == OUTBOX_EV_RETRY || event == OUTBOX_EV_LOST || event == OUTBOX_EV_CRASHED) {
		int64_t due = d->row.acknowledge_due_us ? d->row.acknowledge_due_us : now;
		next_us = outbox_retry_at(d->row.attempts, (double)backoff_random() / UINT32_MAX, now, due + GIVE_UP_US);
		if (!next_us)
			next = outbox_next(OUTBOX_SENDING, OUTBOX_EV_REFUSED);
		else if (not_before_us)
			next_us = not_before_us;
	}
	bool print = next == OUTBOX_FAILED && decide_postal(json_object_get(d->row.complaint, "sender"));
	if (print)	/* as one that comes back later: the register writes that, here it is known at once */
		next = outbox_next(OUTBOX_FAILED, OUTBOX_EV_PRINT);
	(void)snprintf(d->outcome_text, sizeof d->outcome_text, "%s", text ? text : "");
	d->outcome = (struct reg_receipt_change){ .id = d->row.id, .state = outbox_state_name((enum outbox_state)next), .next_try_us = next_us, .smtp_code = code,
						  .smtp_text = d->outcome_text[0] ? d->outcome_text : NULL, .who = "klachtd", .note = print ? "refused" : NULL };
	say(d, (enum outbox_state)next, event, code, next_us);
	reg_receipt_free(&d->row);
	d->busy = false;
	d->limit = sd_event_source_disable_unref(d->limit);
}

/* ---- the pump ---- */

static int on_limit(sd_event_source *src, uint64_t now, void *arg)
{
	(void)src;
	(void)now;
	struct dispatch *d = arg;
	worker_kill(d->sender, "over its time for one receipt");
	return 0;
}

static void hand_over(struct dispatch *d, int message)
{
	const struct config *c = d->s->config;
	worker_send(d->sender, json_pack("{s:s, s:I, s:s, s:s, s:s, s:b}", "op", "send", "id", (json_int_t)d->row.id, "from",
					 c->smtp.bounce_address ? c->smtp.bounce_address : c->smtp.from_address, "to", d->row.to, "envid", d->row.number,
					 "notify", 1), &message, 1);
	d->busy = true;
	d->busy_since_us = clock_mono_us();
	d->limit = sd_event_source_disable_unref(d->limit);
	(void)sd_event_add_time_relative(d->s->event, &d->limit, CLOCK_MONOTONIC, SEND_LIMIT_US, 0, on_limit, d);
}

/* Every write goes through here, so that a register in trouble is not kept quiet (dispatch_stalled). A row that is in another's hands is no trouble. */
static int change(struct dispatch *d, const struct reg_receipt_change *outcome, const struct reg_receipt_change *start, struct error *err)
{
	int r = reg_receipt_change(d->s->reg, outcome, start, clock_now_us(), err);
	d->trouble.kind = 0;
	if (r < 0 && r != FAIL_ITEM)
		d->trouble = *err;
	if (r == 0 && outcome && strcmp(outcome->state, "to-print") == 0)
		printing_kick(d->s->printing);
	return r;
}

static void write_outcome(struct dispatch *d);

/* A row that no mail can be made of is an operator's. */
static void refuse_row(struct dispatch *d, struct error *why)
{
	struct reg_receipt_change failed = { .id = d->row.id, .state = "failed", .who = "klachtd", .note = why->text };
	struct journal_fields f = { .complaint = d->row.number };
	struct error err;
	journal(EVENT_RECEIPT_FAILED, &f, "%s: no receipt can be made (%s): confirm by hand", d->row.number, why->text);
	if (change(d, &failed, NULL, &err) < 0)
		d->paused_until_us = clock_now_us() + PAUSE_MAX_US;
}

/* One commit was refused. The outcome of the last is then settled by itself, or it would be offered with each start for ever. 0 try again, -1 wait. */
static int start_refused(struct dispatch *d, int r)
{
	if (r != FAIL_ITEM || !d->outcome.id)
		return -1;
	write_outcome(d);
	return d->outcome.id ? -1 : 0;
}

/* One commit: the outcome of the last, the start of this one. 1 on its way, 0 try another, -1 wait. */
static int start_row(struct dispatch *d, struct error *err)
{
	char *message = NULL;
	size_t n = 0;
	int64_t now = clock_now_us();
	int r = compose(d, &d->row, &message, &n, err);
	if (r == FAIL_RETRY)	/* no memory now: that says nothing about the row */
		return -1;
	if (r < 0) {
		refuse_row(d, err);
		return 0;
	}
	FD_CLEANUP int fd = memfd_from("receipt", message, n, err);	/* before the commit: afterwards nothing may stand in the way */
	struct reg_receipt_change start = { .id = d->row.id, .state = "sending", .lease_until_us = now + LEASE_US, .message = message, .message_n = n,
					    .who = "klachtd" };
	step("before the receipt's start");
	r = fd < 0 ? fd : change(d, d->outcome.id ? &d->outcome : NULL, &start, err);
	if (r == 0) {
		d->outcome.id = 0;
		d->row.attempts++;
		step("before the hand-over");
		hand_over(d, fd);
		step("handed over");
	}
	free(message);
	return r == 0 ? 1 : start_refused(d, r);
}

static bool may_send(const struct dispatch *d)
{
	return d->sender && d->ready && !d->busy && !d->stopped && d->s->config->receipt.send;
}

static void write_outcome(struct dispatch *d)
{
	struct error err;
	if (!d->outcome.id)
		return;
	step("before the outcome");
	if (change(d, &d->outcome, NULL, &err) == 0 || err.kind == FAIL_ITEM)
		d->outcome.id = 0;
	else
		wake_at(d, clock_now_us() + PAUSE_MIN_US);	/* kept; a disk that is full now */
}

static void pump(struct dispatch *d)
{
	struct error err;
	int64_t now = clock_now_us(), next_us = 0;
	d->drained = false;
	while (may_send(d) && now >= d->paused_until_us) {
		int r = reg_receipt_next(d->s->reg, now, &d->row, &next_us, &err);
		if (r < 0) {
			next_us = now + PAUSE_MIN_US;
			d->trouble = err;
		}
		if (r == 0 && !d->outcome.id)
			d->trouble.kind = 0;	/* nothing waits to be written */
		if (r < 1)
			break;
		r = start_row(d, &err);
		if (r == 1)
			return;
		reg_receipt_free(&d->row);
		if (r < 0) {
			d->paused_until_us = now + PAUSE_MIN_US;
			break;
		}
	}
	write_outcome(d);
	if (d->busy)
		return;
	if (d->paused_until_us > now)
		next_us = d->paused_until_us;
	if (next_us)
		wake_at(d, next_us);
	d->drained = !d->outcome.id;
	service_maybe_done(d->s);
}

void dispatch_kick(void *dispatch)
{
	struct dispatch *d = dispatch;
	if (d && !d->busy)
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

static int on_result(struct dispatch *d, const json_t *msg, struct error *err)
{
	int64_t id, code = 0;
	const char *result = "", *reason = "", *text = "";
	if (wire_int(msg, "id", 1, 1, INT64_MAX, &id, err) < 0 || wire_text(msg, "result", 1, 0, 20, &result, err) < 0 ||
	    wire_int(msg, "code", 0, 0, 999, &code, err) < 0 || wire_text(msg, "reason", 0, 0, 20, &reason, err) < 0 ||
	    wire_text(msg, "text", 0, 1, 500, &text, err) < 0)
		return FAIL_FATAL;
	if (!d->busy || id != d->row.id)
		return error_set(err, FAIL_FATAL, "protocol: a result for another receipt");
	step("result");
	enum outbox_event e = strcmp(result, "sent") == 0 ? OUTBOX_EV_ACCEPTED : strcmp(result, "permanent") == 0 ? OUTBOX_EV_REFUSED
			      : strcmp(result, "lost") == 0 ? OUTBOX_EV_LOST : OUTBOX_EV_RETRY;
	bool way = e == OUTBOX_EV_RETRY && *reason && (code == 0 || strcmp(reason, "login") == 0);
	if (way)	/* with a code, text is the server's own: for the register only */
		pause_all(d, reason, code == 0 && *text ? text : "refused");
	else
		works_again(d);
	finish_row(d, e, way ? d->paused_until_us : 0, (int)code, text);
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
	if (d->busy) {		/* nobody knows how far it came */
		finish_row(d, OUTBOX_EV_CRASHED, 0, 0, "the sender process ended");
		write_outcome(d);
	}
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
	d->wake = (struct wake){ .event = s->event, .call = on_wake, .arg = d };
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
	return d->busy;
}

void dispatch_close(struct dispatch *d)
{
	if (!d)
		return;
	d->stopped = true;	/* no further row; EOF would make a receipt between its final dot and the reply a lost one */
	if (d->sender)
		worker_settle(d->sender, SETTLE_US, on_its_way, d);
	worker_free(d->sender);
	write_outcome(d);
	wake_stop(&d->wake);
	d->limit = sd_event_source_disable_unref(d->limit);
	reg_receipt_free(&d->row);
	templates_free(d->templates);
	free(d);
}

const struct templates *dispatch_templates(const struct dispatch *d)
{
	return d->templates;
}

bool dispatch_idle(const struct dispatch *d)
{
	return !d || !d->sender || (!d->busy && (d->drained || d->failed_once));
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
	return d && d->busy ? clock_mono_us() - d->busy_since_us : 0;
}
