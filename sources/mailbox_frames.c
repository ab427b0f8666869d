/* What klachtd says: start, known, done. */
#include "sources/mailbox.h"

#include <string.h>

#include "base/clock.h"
#include "net/alive.h"
#include "net/worker.h"

#define IDLE_MAX_US (28 * 60 * US_PER_SECOND)	/* servers may hang up after 30 minutes (RFC 2177) */
#define WINDOW_MAX 1000
#define NAME_BYTES 1000

static int read_numbers(struct mailbox *m, struct error *err)
{
	int64_t port = 0, poll_us = 60 * US_PER_SECOND, window = 16, bytes = 16 << 20, document = 64 << 20, alive_us = ALIVE_US;
	int once = 0, check = 0;
	int r = wire_int(m->start, "port", 1, 1, 65535, &port, err);
	if (r == 0)
		r = wire_int(m->start, "poll_interval_us", 0, 1, INT64_MAX, &poll_us, err);
	if (r == 0)
		r = wire_int(m->start, "window", 0, 1, WINDOW_MAX, &window, err);
	if (r == 0)
		r = wire_int(m->start, "window_bytes", 0, 1, INT64_MAX, &bytes, err);
	if (r == 0)
		r = wire_int(m->start, "max_document_bytes", 0, 1, UINT32_MAX, &document, err);
	if (r == 0)
		r = wire_int(m->start, "alive_us", 0, 1, ALIVE_US, &alive_us, err);
	if (r == 0)
		r = wire_bool(m->start, "once", 0, &once, err);
	if (r == 0)
		r = wire_bool(m->start, "check", 0, &check, err);
	alive_set(alive_us);
	m->imap_options.port = (unsigned)port;
	m->poll_us = poll_us < IDLE_MAX_US ? poll_us : IDLE_MAX_US;
	m->window = (size_t)window;
	m->window_bytes = (uint64_t)bytes;
	m->max_document_bytes = (uint64_t)document;
	m->once = once;
	m->check = check;
	return r;
}

int mailbox_start(struct mailbox *m, json_t *start, struct error *err)
{
	struct imap_options *o = &m->imap_options;
	const char *op = "", *security = "tls", *auth = "password";
	m->start = start;
	o->ca_file = "";
	int r = wire_text(start, "op", 1, 0, 32, &op, err);
	if (r == 0 && strcmp(op, "start") != 0)
		r = error_set(err, FAIL_FATAL, "protocol: the first frame is not start");
	if (r == 0)
		r = wire_text(start, "host", 1, 0, NAME_BYTES, &o->host, err);
	if (r == 0)
		r = wire_text(start, "security", 0, 0, NAME_BYTES, &security, err);
	if (r == 0)
		r = wire_text(start, "ca_file", 0, 0, 4096, &o->ca_file, err);
	if (r == 0)
		r = wire_text(start, "user", 1, 0, NAME_BYTES, &m->user, err);
	if (r == 0)
		r = wire_text(start, "auth", 0, 0, NAME_BYTES, &auth, err);
	if (r == 0)
		r = wire_text(start, "folder", 1, 0, NAME_BYTES, &o->folder, err);
	if (r == 0)
		r = wire_text(start, "processed_folder", 1, 0, NAME_BYTES, &o->processed_folder, err);
	if (r == 0)
		r = stream_security_parse(security, &o->security, err);
	if (r == 0)
		r = read_numbers(m, err);
	m->xoauth2 = strcmp(auth, "xoauth2") == 0;
	o->idle = !m->once;
	o->look_only = m->check;
	o->cancel_fd = WIRE_CHANNEL;
	return r == 0 ? 0 : FAIL_FATAL;
}

/* ---- done ---- */

static int on_done(struct mailbox *m, const json_t *msg, struct error *err)
{
	int64_t uidvalidity = 0, uid = 0;
	const char *fate = "";
	int r = wire_int(msg, "uidvalidity", 1, 0, UINT32_MAX, &uidvalidity, err);
	if (r == 0)
		r = wire_int(msg, "uid", 1, 1, UINT32_MAX, &uid, err);
	if (r == 0)
		r = wire_text(msg, "fate", 1, 0, 32, &fate, err);
	if (r != 0)
		return r;
	if (strcmp(fate, "filed") != 0 && strcmp(fate, "later") != 0)
		return error_set(err, FAIL_FATAL, "protocol: done with an unknown fate");
	struct uid_entry *e = uidvalidity == m->uidvalidity ? uids_find(&m->uids, (uint32_t)uid) : NULL;
	if (!e || e->state != UID_OUT)	/* of a folder that was made anew meanwhile */
		return 0;
	if (m->uids.count[UID_FILED] == 0)
		m->filed_since_us = clock_mono_us();
	uids_set(&m->uids, e, *fate == 'f' ? UID_FILED : UID_LATER);
	return 0;
}

/* ---- known ---- */

static int on_known(struct mailbox *m, const json_t *msg, struct error *err)
{
	int64_t uidvalidity = 0;
	const json_t *uids = json_object_get(msg, "uids"), *v;
	size_t k;
	int r = wire_int(msg, "uidvalidity", 1, 0, UINT32_MAX, &uidvalidity, err);
	if (r != 0)
		return r;
	if (!json_is_array(uids))
		return error_set(err, FAIL_FATAL, "protocol: known without uids");
	m->asking = false;
	json_array_foreach(uids, k, v) {
		json_int_t uid = json_integer_value(v);		/* 0 for what is no number: no such entry */
		bool sane = uidvalidity == m->uidvalidity && uid > 0 && uid <= UINT32_MAX;
		struct uid_entry *e = sane ? uids_find(&m->uids, (uint32_t)uid) : NULL;
		if (e && e->state == UID_NEW)
			uids_set(&m->uids, e, UID_FILED);
	}
	return 0;
}

int mailbox_frame(struct mailbox *m, json_t *msg, struct wire_fds *fds, struct error *err)
{
	const char *op = "";
	int r = wire_text(msg, "op", 1, 0, 32, &op, err);
	if (r == 0 && strcmp(op, "done") == 0)
		r = on_done(m, msg, err);
	else if (r == 0 && strcmp(op, "known") == 0)
		r = on_known(m, msg, err);
	else if (r == 0 && strcmp(op, "secret") != 0)	/* one that came too late is closed unread */
		r = error_set(err, FAIL_FATAL, "protocol: unknown op");
	wire_fds_close(fds);
	json_decref(msg);
	return r;
}

int mailbox_frames(struct mailbox *m, struct error *err)
{
	json_t *msg;
	struct wire_fds fds;
	int r;
	while ((r = worker_recv(0, &msg, &fds, err)) == 1)
		if ((r = mailbox_frame(m, msg, &fds, err)) != 0)
			return r;
	return r;
}
