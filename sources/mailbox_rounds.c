/* One connection's work, in rounds: search, ask what is known, hand out, acknowledge, wait. Each
 * round does the first thing that is due. */
#include "sources/mailbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "net/worker.h"

#define ASK 250				/* UIDs in one known?, one FETCH of sizes, one acknowledgement */
#define ACK_WAIT_US 500000		/* while others are out, filed mails are gathered this long: a MOVE costs the server a look at both folders */
#define REFILL_US 50000			/* a window more than half full is topped up only after this long */
#define KNOWN_WAIT_US (120 * US_PER_SECOND)
#define TRIES 3
#define BAD_US (10 * 60 * US_PER_SECOND)

/* ---- searching ---- */

static int search(struct mailbox *m, struct error *err)
{
	uint32_t *found = NULL;
	size_t n = 0;
	int64_t now_us = clock_mono_us();
	bool full = now_us >= m->next_scan_us;
	uint32_t highest = uids_highest(&m->uids);
	int r = full || highest < UINT32_MAX ? imap_search(m->imap, full ? 1 : highest + 1, &found, &n, err) : 0;
	if (r != 0)
		return r;
	if (full) {
		uids_sweep(&m->uids, found, n, now_us);
		m->next_scan_us = clock_mono_us() + m->poll_us;
		m->empty_told = m->empty_told && !m->once;
	}
	r = uids_add(&m->uids, found, n);
	free(found);
	m->search_due = false;
	return r < 0 ? error_set(err, FAIL_RETRY, "out of memory") : 0;
}

/* ---- what is known already, and how large the rest is ---- */

static int ask_known(struct mailbox *m, const uint32_t *list, size_t n, struct error *err)
{
	json_t *array = json_array(), *msg = NULL;
	struct wire_fds fds;
	for (size_t k = 0; k < n; k++)
		(void)json_array_append_new(array, json_integer(list[k]));
	m->asking = true;
	int r = worker_send(json_pack("{s:s, s:I, s:o}", "op", "known?", "uidvalidity", (json_int_t)m->uidvalidity,
				      "uids", array), -1, err);
	int64_t end_us = clock_mono_us() + KNOWN_WAIT_US;
	while (r == 0 && m->asking) {
		int64_t left_us = end_us - clock_mono_us();
		r = worker_recv(left_us > 0 ? left_us : 0, &msg, &fds, err);
		if (r == 0)	/* the server would hang up while we wait; klachtd watches its own worker */
			return error_set(err, FAIL_FATAL, "klachtd does not say what is known");
		if (r == 1)
			r = mailbox_frame(m, msg, &fds, err);
	}
	return r;
}

/* Fetching this one failed, or brought nothing: after some tries it is passed over for a while. One bad mail must not block the rest. */
static int set_back(struct mailbox *m, uint32_t uid, enum uid_state state, struct error *err)
{
	char text[120];
	struct uid_entry *e = uids_find(&m->uids, uid);
	if (!e || e->state != state || ++e->tries < TRIES)
		return 0;
	e->tries = 0;
	e->retry_at_us = clock_mono_us() + BAD_US;
	uids_set(&m->uids, e, UID_BAD);
	(void)snprintf(text, sizeof text, "the mail with UID %u cannot be fetched: passed over for 10 minutes; look at it in the folder", uid);
	return worker_state("connected", REASON_PROTOCOL, text, 0, err);
}

/* The sizes of these could not be had. A server that hangs up over one mail it cannot open (Dovecot) does so at every such FETCH that names it: half as many next
 * time, until it stands alone. */
static int sizes_failed(struct mailbox *m, const uint32_t *list, size_t n, int failed, struct error *err)
{
	struct error here;
	m->ask = n / 2 ? n / 2 : 1;
	return n == 1 && set_back(m, list[0], UID_NEW, &here) < 0 ? error_set(err, FAIL_FATAL, "%s", here.text) : failed;
}

static int look_at_new(struct mailbox *m, struct error *err)
{
	uint32_t list[ASK];
	struct imap_mail mails[ASK];
	size_t n = uids_take(&m->uids, UID_NEW, list, m->ask ? m->ask : ASK), left = 0;
	int r = ask_known(m, list, n, err);
	if (r != 0)
		return r;
	for (size_t k = 0; k < n; k++) {
		const struct uid_entry *e = uids_find(&m->uids, list[k]);
		if (e && e->state == UID_NEW)
			list[left++] = list[k];
	}
	int got = left ? imap_sizes(m->imap, list, left, mails, err) : 0;
	m->search_due = true;
	if (got < 0)
		return sizes_failed(m, list, left, got, err);
	m->ask = m->ask && m->ask < ASK / 2 ? m->ask * 2 : 0;
	for (int k = 0; k < got; k++) {
		struct uid_entry *e = uids_find(&m->uids, mails[k].uid);
		e->bytes = mails[k].bytes;
		e->internaldate_us = mails[k].internaldate_us;
		e->too_large = e->bytes > m->max_document_bytes;
		uids_set(&m->uids, e, UID_READY);
	}
	for (size_t k = 0; k < left; k++) {	/* gone meanwhile; if not, the next full scan finds them again */
		const struct uid_entry *e = uids_find(&m->uids, list[k]);
		if (e && e->state == UID_NEW)
			uids_drop(&m->uids, list[k]);
	}
	return 0;
}

/* ---- handing out ---- */

static int send_item(struct mailbox *m, const char *op, struct uid_entry *e, int fd, struct error *err)
{
	json_t *msg = json_pack("{s:s, s:I, s:I, s:I, s:I}", "op", op, "uidvalidity", (json_int_t)m->uidvalidity, "uid", (json_int_t)e->uid,
				"internaldate_us", (json_int_t)e->internaldate_us, "bytes", (json_int_t)e->bytes);
	uids_set(&m->uids, e, UID_OUT);
	m->empty_told = false;
	return worker_send(msg, fd, err);
}

static int got_mail(void *arg, const struct imap_mail *mail, int fd, struct error *err)
{
	FD_CLEANUP int owned = fd;
	struct mailbox *m = arg;
	struct uid_entry *e = uids_find(&m->uids, mail->uid);
	return e && e->state == UID_READY ? send_item(m, "item", e, owned, err) : 0;
}

/* What goes in one FETCH: a single mail that is large or failed before; else small ones as long as
 * window and batch have room. */
static size_t choose(struct mailbox *m, struct imap_mail *ret)
{
	uint32_t list[IMAP_BATCH];
	size_t room = m->window - m->uids.count[UID_OUT], n = 0;
	uint64_t sum = 0, out = m->uids.out_bytes;
	size_t max = uids_take(&m->uids, UID_READY, list, room < IMAP_BATCH ? room : IMAP_BATCH);
	for (size_t k = 0; k < max; k++) {
		const struct uid_entry *e = uids_find(&m->uids, list[k]);
		bool alone = e->too_large || e->tries > 0 || e->bytes > IMAP_SMALL_BYTES;
		uint64_t bytes = e->too_large ? IMAP_HEADER_BYTES : e->bytes;
		bool first = n == 0 && m->uids.count[UID_OUT] == 0;	/* whatever its size, one goes through */
		if (n > 0 && (alone || sum + bytes > IMAP_BATCH_BYTES))
			break;
		if (!first && out + sum + bytes > m->window_bytes)
			break;
		ret[n++] = (struct imap_mail){ .uid = e->uid, .bytes = e->bytes, .internaldate_us = e->internaldate_us };
		sum += bytes;
		if (alone)
			break;
	}
	return n;
}

static int fetch_alone(struct mailbox *m, struct uid_entry *e, const struct imap_mail *mail, struct error *err)
{
	FD_CLEANUP int fd = -1;
	int r = e->too_large ? imap_fetch_header(m->imap, mail, &fd, err)
			     : imap_fetch_large(m->imap, mail, m->max_document_bytes, &fd, err);
	if (r == FAIL_RETRY && imap_reason(m->imap) == REASON_LIMIT)	/* longer than the server had said */
		e->too_large = true;
	if (r <= 0)
		return r;
	r = send_item(m, e->too_large ? "too-large" : "item", e, fd, err);
	return r < 0 ? r : 1;
}

static int hand_out(struct mailbox *m, struct error *err)
{
	struct imap_mail mails[IMAP_BATCH];
	size_t n = choose(m, mails);
	if (n == 0)
		return 0;
	struct uid_entry *e = uids_find(&m->uids, mails[0].uid);
	m->search_due = true;
	int r = n == 1 && (e->too_large || e->bytes > IMAP_SMALL_BYTES) ? fetch_alone(m, e, &mails[0], err)
									 : imap_fetch(m->imap, mails, n, got_mail, m, err);
	m->fetched_us = clock_mono_us();
	if (r == FAIL_FATAL)
		return r;
	if (n == 1 && r == 0) {		/* the server has no such mail any more */
		uids_drop(&m->uids, mails[0].uid);
		return 1;
	}
	if (r > 0)
		m->failures = 0;	/* it works */
	struct error ignored;
	for (size_t k = 0; k < n; k++)	/* what is still here was not brought: alone next time */
		if (set_back(m, mails[k].uid, UID_READY, &ignored) < 0)
			return error_set(err, FAIL_FATAL, "%s", ignored.text);
	return r == FAIL_ITEM || r >= 0 ? 1 : r;
}

/* ---- acknowledging ---- */

int mailbox_tell_connected(struct mailbox *m, struct error *err)
{
	char text[300];
	m->missing_told = imap_processed_missing(m->imap);
	if (!m->missing_told)
		return worker_state("connected", REASON_NONE, NULL, 0, err);
	(void)snprintf(text, sizeof text,
		       "%s: the folder %.100s is missing or refuses mail: mails stay where they are and get the keyword %s",
		       stream_peer(imap_stream(m->imap)), m->imap_options.processed_folder, IMAP_KEYWORD);
	return worker_state("connected", REASON_FOLDER, text, 0, err);
}

static int acknowledge(struct mailbox *m, struct error *err)
{
	uint32_t list[ASK];
	enum imap_ack how = IMAP_MOVED;
	size_t n = uids_take(&m->uids, UID_FILED, list, ASK);
	int r = imap_acknowledge(m->imap, list, n, &how, err);
	m->search_due = true;
	if (r < 0 && r != FAIL_ITEM)
		return r;
	for (size_t k = 0; k < n; k++) {
		struct uid_entry *e = uids_find(&m->uids, list[k]);
		if (e)
			uids_set(&m->uids, e, UID_DONE);
		if (r == 0 && worker_send(json_pack("{s:s, s:I, s:I, s:s}", "op", "acknowledged", "uidvalidity", (json_int_t)m->uidvalidity, "uid",
						    (json_int_t)list[k], "how", imap_ack_name(how)), -1, err) < 0)
			return FAIL_FATAL;
	}
	/* refused: they are filed, and the next connection tries again */
	if (r == FAIL_ITEM)
		return worker_state("connected", REASON_FOLDER, err->text, 0, err);
	return imap_processed_missing(m->imap) && !m->missing_told ? mailbox_tell_connected(m, err) : 0;
}

static bool window_open(const struct mailbox *m, int64_t now_us)
{
	size_t out = m->uids.count[UID_OUT];
	if (m->uids.count[UID_READY] == 0 || out >= m->window || (out > 0 && m->uids.out_bytes >= m->window_bytes))
		return false;
	return out <= m->window / 2 || now_us >= m->fetched_us + REFILL_US;
}

static bool acknowledgement_due(const struct mailbox *m, int64_t now_us)
{
	size_t filed = m->uids.count[UID_FILED];
	return filed >= ASK || (filed > 0 && (m->uids.count[UID_OUT] == 0 || now_us >= m->filed_since_us + ACK_WAIT_US));
}

/* ---- waiting ---- */

/* How long until something is due without anybody saying a word. */
static int64_t patience_us(const struct mailbox *m, int64_t now_us)
{
	int64_t until_us = m->next_scan_us, acknowledge_us = m->filed_since_us + ACK_WAIT_US, refill_us = m->fetched_us + REFILL_US;
	if (m->uids.count[UID_FILED] > 0 && acknowledge_us < until_us)
		until_us = acknowledge_us;
	bool waiting = m->uids.count[UID_READY] > 0 && m->uids.count[UID_OUT] < m->window;
	if (waiting && refill_us > now_us && refill_us < until_us)
		until_us = refill_us;
	return until_us > now_us ? until_us - now_us : 0;
}

static int tell(struct mailbox *m, struct error *err)
{
	bool quiet = m->uids.count[UID_OUT] == 0 && m->uids.count[UID_FILED] == 0 && m->uids.count[UID_READY] == 0;
	if (quiet && !m->empty_told && worker_send(json_pack("{s:s}", "op", "empty"), -1, err) < 0)
		return FAIL_FATAL;
	m->empty_told = m->empty_told || quiet;
	if (quiet)
		m->failures = 0;
	const char *how = imap_can_idle(m->imap) ? "" : "no IDLE: the folder is polled";
	if (quiet && !m->idle_told && worker_state("idle", REASON_NONE, how, 0, err) < 0)
		return FAIL_FATAL;
	m->idle_told = m->idle_told || quiet;
	return 0;
}

/* Waits for klachtd only. */
static int wait_frame(struct mailbox *m, int64_t timeout_us, struct error *err)
{
	json_t *msg = NULL;
	struct wire_fds fds;
	int r = worker_recv(timeout_us, &msg, &fds, err);
	return r == 1 ? mailbox_frame(m, msg, &fds, err) : r;
}

/* In IDLE until the folder changed, klachtd said something that is to be done, or a scan is due.
 * Frames that need no IMAP command do not end it. */
static int idle_until_due(struct mailbox *m, struct error *err)
{
	json_t *msg = NULL;
	struct wire_fds fds;
	for (;;) {
		int64_t now_us = clock_mono_us();
		if (acknowledgement_due(m, now_us) || window_open(m, now_us) || now_us >= m->next_scan_us)
			return 0;
		int r = 2;
		if (!imap_idle_changed(m->imap))
			r = worker_recv_or_stream(imap_stream(m->imap), patience_us(m, now_us), &msg, &fds, err);
		if (r == 1)
			r = mailbox_frame(m, msg, &fds, err);
		else if (r == 2)
			r = imap_idle_event(m->imap, err);
		if (r == 1)
			m->search_due = true;
		if (r != 0)
			return r < 0 ? r : 0;
	}
}

static int wait_idle(struct mailbox *m, struct error *err)
{
	int r = imap_idle_start(m->imap, err);
	if (r == 0)	/* refused: polled from now on */
		return 0;
	if (r == 1)
		r = idle_until_due(m, err);
	if (r < 0)
		return r;
	return imap_idle_done(m->imap, err);
}

static int wait_for_work(struct mailbox *m, struct error *err)
{
	int64_t wait_us = patience_us(m, clock_mono_us());
	int r = tell(m, err);
	if (r != 0)
		return r;
	/* in the middle of the work the next word comes from klachtd, and soon */
	if (!imap_can_idle(m->imap) || m->uids.count[UID_READY] > 0 || m->uids.count[UID_FILED] > 0)
		return wait_frame(m, wait_us, err);
	return wait_idle(m, err);
}

/* ---- the rounds ---- */

static int one_round(struct mailbox *m, struct error *err)
{
	int64_t now_us = clock_mono_us();
	int r = mailbox_frames(m, err);
	if (r != 0)
		return r;
	if (window_open(m, now_us) && (r = hand_out(m, err)) != 0)
		return r;
	if (acknowledgement_due(m, now_us))
		return acknowledge(m, err);
	if (m->uids.count[UID_NEW] > 0 && m->uids.count[UID_READY] < m->window)
		return look_at_new(m, err);
	bool caught_up = m->uids.count[UID_READY] == 0 && m->uids.count[UID_FILED] == 0;
	if (now_us >= m->next_scan_us || (m->search_due && caught_up))
		return search(m, err);
	return wait_for_work(m, err);
}

int mailbox_rounds(struct mailbox *m, struct error *err)
{
	int r;
	m->next_scan_us = 0;
	do
		r = one_round(m, err);
	while (r >= 0);
	return r;
}
