/* klachtd-mailbox: the program. Reads start, locks itself in, connects; after a failure waits,
 * longer each time, and connects again. */
#include "sources/mailbox.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/backoff.h"
#include "base/clock.h"
#include "base/spawn.h"
#include "net/worker.h"

#define RETRY_FIRST_US US_PER_SECOND
#define RETRY_MOST_US (300 * US_PER_SECOND)

static int read_start(struct mailbox *m, struct error *err)
{
	json_t *start = NULL;
	struct wire_fds fds;
	int r = worker_recv(-1, &start, &fds, err);
	if (r < 0)
		return r;
	wire_fds_close(&fds);
	return mailbox_start(m, start, err);
}

static int log_in(struct mailbox *m, struct error *err)
{
	SECRET_CLEANUP char *secret = NULL;
	int r = worker_secret(&secret, err);	/* only now: nobody but the verified server gets to see it */
	if (r < 0) {
		m->reason = REASON_LOGIN;
		return r;
	}
	r = imap_login(m->imap, m->user, secret, m->xoauth2, err);
	m->refused = r < 0 && imap_reason(m->imap) == REASON_LOGIN;
	return r;
}

/* Another UIDVALIDITY: the UIDs that we know mean nothing any more (RFC 3501 2.3.1.1). */
static int check_uidvalidity(struct mailbox *m, struct error *err)
{
	uint32_t now = imap_uidvalidity(m->imap), was = m->uidvalidity;
	m->uidvalidity = now;
	if (was == now)
		return 0;
	uids_clear(&m->uids);
	if (was == 0)
		return 0;
	return worker_send(json_pack("{s:s, s:I, s:I}", "op", "uidvalidity", "was", (json_int_t)was, "now", (json_int_t)now), -1, err);
}

static int connect_and_open(struct mailbox *m, struct error *err)
{
	m->reason = REASON_NONE;
	int r = imap_connect(&m->imap_options, &m->imap, &m->reason, err);
	if (r == 0)
		r = log_in(m, err);
	if (r == 0)
		r = imap_open_folder(m->imap, err);
	if (r < 0 && m->imap && m->reason == REASON_NONE)
		m->reason = imap_reason(m->imap);
	return r;
}

/* Filed mails whose acknowledgement was refused before: a new connection tries again. */
static void forget_acknowledgements(struct mailbox *m)
{
	for (size_t k = 0; k < m->uids.n; k++)
		if (m->uids.list[k].state == UID_DONE)
			uids_set(&m->uids, &m->uids.list[k], UID_FILED);
}

static int session(struct mailbox *m, struct error *err)
{
	int r = connect_and_open(m, err);
	if (r < 0)
		return r;
	r = check_uidvalidity(m, err);
	forget_acknowledgements(m);
	m->idle_told = m->empty_told = false;
	m->search_due = true;
	if (r == 0)
		r = mailbox_tell_connected(m, err);
	if (r == 0)
		r = mailbox_rounds(m, err);
	if (m->reason == REASON_NONE)
		m->reason = imap_reason(m->imap);
	return r;
}

static int64_t next_try_us(struct mailbox *m)
{
	m->failures++;
	return m->refused ? backoff_login_us(backoff_random()) : backoff_us(m->failures, RETRY_FIRST_US, RETRY_MOST_US, backoff_random());
}

/* Frames go on while we wait: what klachtd files now is acknowledged at the next connection. */
static int wait_to_retry(struct mailbox *m, int64_t wait_us, struct error *err)
{
	int64_t end_us = clock_mono_us() + wait_us;
	for (;;) {
		json_t *msg = NULL;
		struct wire_fds fds;
		int64_t left_us = end_us - clock_mono_us();
		if (left_us <= 0)
			return 0;
		int r = worker_recv(left_us, &msg, &fds, err);
		if (r == 1)
			r = mailbox_frame(m, msg, &fds, err);
		if (r < 0)
			return r;
	}
}

static int run(struct mailbox *m, struct error *err)
{
	for (;;) {
		m->refused = false;
		int r = session(m, err);
		if (r == FAIL_FATAL)
			return r;
		imap_free(m->imap);
		m->imap = NULL;
		bool stale = (m->reason == REASON_UNREACHABLE || m->reason == REASON_TLS) && worker_lock_stale();
		int64_t wait_us = next_try_us(m);
		if (worker_state("down", m->reason == REASON_NONE ? REASON_GONE : m->reason, err->text, wait_us, err) < 0)
			return FAIL_FATAL;
		if (stale)	/* only a new process may read what was put in the place of the old */
			return error_set(err, FAIL_FATAL, "a file behind the lock was replaced");
		if ((r = wait_to_retry(m, wait_us, err)) < 0)
			return r;
	}
}

/* --check: look, change nothing, say what was found. */
static int check(struct mailbox *m, struct error *err)
{
	int r = connect_and_open(m, err);
	if (r == FAIL_FATAL)
		return r;
	json_t *msg = json_pack("{s:s, s:b}", "op", "checked", "ok", r == 0);
	if (msg && r < 0) {
		(void)json_object_set_new(msg, "reason", json_string(reason_name(m->reason)));
		(void)json_object_set_new(msg, "text", json_string(err->text));
	}
	return worker_send(msg, -1, err);
}

int main(int argc, char **argv)
{
	struct mailbox m = { .imap = NULL };
	struct error err;
	spawned_or_explain(argc, argv, "reads one mailbox (IMAP)");
	(void)signal(SIGPIPE, SIG_IGN);
	int r = read_start(&m, &err);
	if (r == 0)
		r = worker_lock(m.imap_options.ca_file, &err);
	if (r == 0)
		(void)(m.check ? check(&m, &err) : run(&m, &err));
	if (m.imap)
		imap_logout(m.imap);
	imap_free(m.imap);
	uids_clear(&m.uids);
	json_decref(m.start);
	return r == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
