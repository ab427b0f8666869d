#include "daemon/mailroom.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/step.h"
#include "daemon/journal.h"
#include "daemon/sandbox.h"
#include "daemon/start.h"
#include "daemon/worker.h"

#define UNFETCHED_MAX 100	/* mails of which it is said that they cannot be fetched */

struct out {			/* a mail between "item" and "done", and then "acknowledged" */
	struct out *next;
	struct mailroom *m;
	int64_t uidvalidity, uid;
	int64_t arrival_id;	/* 0: not filed yet */
	unsigned generation;	/* of the worker that handed it out */
};

struct mailroom {
	struct service *s;
	const struct config_mailbox *c;
	char *server;		/* owned: whose UIDs they are, for the register; the section's name may come to stand for another */
	struct worker *worker;
	struct out *out;
	unsigned generation;
	bool fault, worked, empty, failed_once;
	bool limited;		/* it works, but not with its processed folder */
	json_t *unfetched;	/* owned: what was said of mails that cannot be fetched; keys, so that it is said once */
	char fault_reason[20];
};

static void answer(struct mailroom *m, int64_t uidvalidity, int64_t uid, const char *fate)
{
	worker_send(m->worker, json_pack("{s:s, s:I, s:I, s:s}", "op", "done", "uidvalidity", (json_int_t)uidvalidity, "uid", (json_int_t)uid,
					 "fate", fate), NULL, 0);
}

static void out_free(struct out *o)
{
	for (struct out **p = &o->m->out; *p; p = &(*p)->next)
		if (*p == o) {
			*p = o->next;
			break;
		}
	free(o);
}

static void on_done(const struct intake_result *r, void *arg)
{
	struct out *o = arg;
	struct mailroom *m = o->m;
	/* a later worker has not handed it out: it asks "known?" at its next search and then only acknowledges */
	bool same = o->generation == m->generation, later = r->fate == INTAKE_LATER;
	step("before done");
	if (same)
		answer(m, o->uidvalidity, o->uid, later ? "later" : "filed");
	step("after done");
	if (later)
		m->s->undone = m->s->once;
	o->arrival_id = r->arrival_id;
	if (later || !same || !o->arrival_id)
		out_free(o);
	service_maybe_done(m->s);
}

static int on_acknowledged(struct mailroom *m, const json_t *msg, struct error *err)
{
	int64_t uidvalidity, uid;
	const char *how = "";
	struct error why;
	if (wire_int(msg, "uidvalidity", 1, 0, UINT32_MAX, &uidvalidity, err) < 0 || wire_int(msg, "uid", 1, 1, UINT32_MAX, &uid, err) < 0 ||
	    wire_text(msg, "how", 1, 0, 20, &how, err) < 0)
		return FAIL_FATAL;
	for (struct out *o = m->out; o; o = o->next) {
		if (o->uid != uid || o->uidvalidity != uidvalidity || !o->arrival_id)
			continue;
		step("acknowledged");
		(void)reg_acknowledged(m->s->reg, o->arrival_id, how, &why);	/* a note only: without it nothing goes wrong */
		out_free(o);
		break;
	}
	service_maybe_done(m->s);
	return 0;
}

/* What was filed for a worker that is gone: its next search finds out what still stands in the folder. */
static void forget_filed(struct mailroom *m)
{
	for (struct out *o = m->out, *next; o; o = next) {
		next = o->next;
		if (o->arrival_id)
			out_free(o);
	}
}

static void started(struct worker *w, void *arg)
{
	struct mailroom *m = arg;
	m->generation++;
	m->empty = false;
	json_t *start = start_mailbox(m->s->config, m->c);
	(void)json_object_set_new(start, "once", json_boolean(m->s->once));
	worker_send(w, start, NULL, 0);
}

/* Something came of the connection: only that ends a fault. A server that lets us in and hangs up at every search would else be said to work. */
static void worked(struct mailroom *m)
{
	struct journal_fields f = { .source = m->c->name, .mailbox = m->c->name };
	if (m->fault)
		journal(EVENT_MAILBOX_UP, &f, "mailbox %s: works again", m->c->name);
	m->fault = false;
	m->worked = true;
}

/* One line when a fault starts, one when it ends. A connection that worked and is merely lost is first tried again in silence. */
static void fault(struct mailroom *m, const char *reason, const char *text, int64_t retry_us)
{
	struct journal_fields f = { .source = m->c->name, .mailbox = m->c->name };
	bool first_loss = !m->s->once && strcmp(reason, "gone") == 0 && m->worked;	/* who runs once tries no more, and says why */
	m->worked = false;
	if (m->s->once) {
		m->s->undone = true;
		m->failed_once = true;
	}
	if (first_loss || (m->fault && strcmp(m->fault_reason, reason) == 0))
		return;
	m->fault = true;
	(void)snprintf(m->fault_reason, sizeof m->fault_reason, "%s", reason);
	enum event e = strcmp(reason, "login") == 0 ? EVENT_LOGIN_REFUSED : strcmp(reason, "tls") == 0 ? EVENT_CERTIFICATE : EVENT_MAILBOX_DOWN;
	journal(e, &f, "mailbox %s: %s (%s); nothing is lost, trying again in %lld s", m->c->name, text, reason, (long long)(retry_us / US_PER_SECOND));
}

/* It works, but: said once. The text names no more than host, folder and UID (docs/wire.md). */
static void limited(struct mailroom *m, const char *reason, const char *text)
{
	struct journal_fields f = { .source = m->c->name, .mailbox = m->c->name };
	if (strcmp(reason, "folder") == 0) {
		if (!m->limited)
			journal(EVENT_MAILBOX_LIMITED, &f, "mailbox %s: %s; everything is registered all the same", m->c->name, text);
		m->limited = true;
		return;
	}
	m->s->undone |= m->s->once;
	if (json_object_get(m->unfetched, text) || json_object_size(m->unfetched) >= UNFETCHED_MAX)
		return;
	(void)json_object_set_new(m->unfetched, text, json_true());	/* no memory: said again */
	journal(EVENT_MAILBOX_LIMITED, &f, "mailbox %s: %s", m->c->name, text);
}

static void connected(struct mailroom *m, const char *reason, const char *text)
{
	struct journal_fields f = { .source = m->c->name, .mailbox = m->c->name };
	if (*reason) {
		limited(m, reason, text);
	} else if (m->limited) {
		m->limited = false;
		journal(EVENT_MAILBOX_UP, &f, "mailbox %s: the processed folder can be used again", m->c->name);
	}
}

static int on_state(struct mailroom *m, const json_t *msg, struct error *err)
{
	const char *state = "", *reason = "", *text = "";
	int64_t retry_us = 0;
	if (wire_text(msg, "state", 1, 0, 20, &state, err) < 0 || wire_text(msg, "reason", 0, 0, 19, &reason, err) < 0 ||
	    wire_text(msg, "text", 0, 0, 300, &text, err) < 0 || wire_int(msg, "retry_us", 0, 0, US_PER_DAY, &retry_us, err) < 0)
		return FAIL_FATAL;
	if (strcmp(state, "down") == 0) {
		fault(m, *reason ? reason : "gone", text, retry_us);
		service_maybe_done(m->s);
	} else if (strcmp(state, "connected") == 0) {
		connected(m, reason, text);
	} else if (strcmp(state, "idle") == 0) {
		worked(m);
	}
	return 0;
}

static int on_known(struct mailroom *m, const json_t *msg, struct error *err)
{
	int64_t uidvalidity;
	json_t *known = NULL;
	const json_t *uids = json_object_get(msg, "uids");
	if (wire_int(msg, "uidvalidity", 1, 0, UINT32_MAX, &uidvalidity, err) < 0 || !json_is_array(uids) || json_array_size(uids) > 500)
		return error_set(err, FAIL_FATAL, "protocol: known?");
	for (size_t i = 0; i < json_array_size(uids); i++)
		if (!json_is_integer(json_array_get(uids, i)))
			return error_set(err, FAIL_FATAL, "protocol: known?");
	struct reg_origin place = { .account = m->c->name, .server = m->server, .folder = m->c->folder, .uidvalidity = uidvalidity };
	if (reg_known_uids(m->s->reg, &place, uids, &known, err) < 0)
		known = json_array();	/* the register cannot say now: the mail is fetched again and found out then */
	worker_send(m->worker, json_pack("{s:s, s:I, s:o}", "op", "known", "uidvalidity", (json_int_t)uidvalidity, "uids", known), NULL, 0);
	return 0;
}

static int on_item(struct mailroom *m, const json_t *msg, struct wire_fds *fds, bool too_large, struct error *err)
{
	int64_t uidvalidity, uid, date_us;
	if (wire_int(msg, "uidvalidity", 1, 0, UINT32_MAX, &uidvalidity, err) < 0 || wire_int(msg, "uid", 1, 1, UINT32_MAX, &uid, err) < 0 ||
	    wire_int(msg, "internaldate_us", 1, 0, INT64_MAX, &date_us, err) < 0)
		return FAIL_FATAL;
	if (fds->n != 1 || !memfd_sealed(fds->fd[0]))
		return error_set(err, FAIL_FATAL, "protocol: an item without a sealed memfd");
	struct out *o = calloc(1, sizeof *o);
	struct intake_item item = { .channel = "email", .source = m->c->name, .server = m->server, .folder = m->c->folder, .uidvalidity = uidvalidity, .uid = uid,
				    .fd = fds->fd[0], .received_us = date_us ? date_us : clock_now_us(), .too_large = too_large, .done = on_done, .arg = o, .owner = m };
	struct error why;
	if (!o || intake_offer(m->s->intake, &item, &why) < 0) {
		free(o);
		m->s->undone = m->s->once;
		answer(m, uidvalidity, uid, "later");
		return 0;
	}
	*o = (struct out){ .next = m->out, .m = m, .uidvalidity = uidvalidity, .uid = uid, .generation = m->generation };
	m->out = o;
	m->empty = false;
	return 0;
}

static int frame(struct worker *w, const char *op, const json_t *msg, struct wire_fds *fds, void *arg, struct error *err)
{
	struct mailroom *m = arg;
	(void)w;
	if (strcmp(op, "item") == 0 || strcmp(op, "too-large") == 0 || strcmp(op, "empty") == 0)
		worked(m);
	if (strcmp(op, "item") == 0 || strcmp(op, "too-large") == 0)
		return on_item(m, msg, fds, strcmp(op, "too-large") == 0, err);
	if (strcmp(op, "acknowledged") == 0)
		return on_acknowledged(m, msg, err);
	if (strcmp(op, "known?") == 0)
		return on_known(m, msg, err);
	if (strcmp(op, "state") == 0)
		return on_state(m, msg, err);
	if (strcmp(op, "secret?") == 0) {
		(void)start_mailbox_secret(m->worker, m->c, err);
	} else if (strcmp(op, "ready") == 0) {
		sandbox_say("klachtd-mailbox", msg);
	} else if (strcmp(op, "empty") == 0) {
		m->empty = true;
		service_maybe_done(m->s);
	} else if (strcmp(op, "uidvalidity") == 0) {
		struct journal_fields f = { .source = m->c->name, .mailbox = m->c->name };
		journal(EVENT_UIDVALIDITY, &f, "mailbox %s: the folder was made anew (UIDVALIDITY changed): its mails are offered again, the register knows which it has",
			m->c->name);
	} else {
		return error_set(err, FAIL_FATAL, "protocol: unknown op");
	}
	return 0;
}

static void ended(struct worker *w, const struct error *why, void *arg)
{
	(void)w;
	(void)why;
	struct mailroom *m = arg;
	m->generation++;
	forget_filed(m);
	m->worked = m->empty = false;
	if (m->s->once) {
		m->s->undone = m->failed_once = true;
		service_maybe_done(m->s);
	}
}

int mailroom_open(struct service *s, const struct config_mailbox *c, struct mailroom **ret, struct error *err)
{
	static const struct worker_ops ops = { .started = started, .frame = frame, .ended = ended };
	struct mailroom *m = calloc(1, sizeof *m);
	if (!m)
		return error_set(err, FAIL_RETRY, "out of memory");
	m->s = s;
	m->c = c;
	m->unfetched = json_object();
	char name[120];
	(void)snprintf(name, sizeof name, "klachtd-mailbox for %s", c->name);
	struct worker_options o = { .event = s->event, .program = "klachtd-mailbox", .name = name, .source = c->name, .alive = true, .keep_fd = -1, .ops = &ops,
				    .arg = m };
	if (asprintf(&m->server, "%s@%s:%d", c->user, c->host, c->port) < 0)
		m->server = NULL;
	int r = m->server ? worker_new(&o, &m->worker, err) : error_set(err, FAIL_RETRY, "out of memory");
	if (r < 0) {
		mailroom_close(m);
		return r;
	}
	*ret = m;
	return 0;
}

void mailroom_close(struct mailroom *m)
{
	if (!m)
		return;
	intake_forget(m->s->intake, m);
	worker_free(m->worker);
	while (m->out)
		out_free(m->out);
	json_decref(m->unfetched);
	free(m->server);
	free(m);
}

const char *mailroom_name(const struct mailroom *m)
{
	return m->c->name;
}

const struct config_mailbox *mailroom_config(const struct mailroom *m)
{
	return m->c;
}

bool mailroom_idle(const struct mailroom *m)
{
	return !m->out && (m->empty || m->failed_once);
}
