/* klachtd-sender: hands receipts to the mail server, one after the other (docs/wire.md "klachtd <-> klachtd-sender").
 *
 * It decides nothing: what a result means for the receipt is outbox/policy.h, and klachtd writes it down. Here only the conversation is kept.
 */
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/spawn.h"
#include "net/alive.h"
#include "net/worker.h"
#include "outbox/smtp.h"

#define MESSAGE_BYTES (4 * 1024 * 1024)	/* a receipt has some ten kilobytes */
#define IDLE_US (INT64_C(60) * US_PER_SECOND)
#define BEGIN_US (INT64_C(60) * US_PER_SECOND)	/* one that waited longer behind others is not begun: its lease must outlast its sending */

struct sender {
	json_t *start;			/* owned: what the options borrow from */
	struct smtp_options o;
	struct smtp *smtp;		/* owned */
	int64_t max_idle_us;
	int64_t closed_us;		/* clock_mono_us() when the way to the server was last found closed: what came before is not tried on it too */
	bool told;			/* the last state frame said told_reason; REASON_NONE: connected */
	enum reason told_reason;
};

static int fetch_secret(void *arg, char **ret, struct error *err)
{
	(void)arg;
	return worker_secret(ret, err);
}

/* ---- start ---- */

/* The name in EHLO: as configured, else the domain of the user, else what RFC 5321 section 4.1.3 has for a host without a name. */
static const char *helo_name(const char *helo, const char *user)
{
	const char *at = strrchr(user, '@');
	if (helo && *helo)
		return helo;
	return at && smtp_helo_ok(at + 1) ? at + 1 : "[127.0.0.1]";
}

static int read_start(struct sender *s, struct error *err)
{
	const char *host = NULL, *security = NULL, *auth = NULL, *user = "", *helo = NULL, *ca_file = NULL;
	int64_t port = 0, command_us = 0, final_us = 0, alive_us = ALIVE_US;
	const json_t *m = s->start;
	const char *op = json_string_value(json_object_get(m, "op"));
	int k = op && strcmp(op, "start") == 0 ? 0 : error_set(err, FAIL_FATAL, "protocol: the first frame is not start");
	k = k ? k : wire_text(m, "host", 1, 0, 255, &host, err);
	k = k ? k : wire_int(m, "port", 1, 1, 65535, &port, err);
	k = k ? k : wire_text(m, "security", 1, 0, 16, &security, err);
	k = k ? k : wire_text(m, "ca_file", 0, 0, 4096, &ca_file, err);
	k = k ? k : wire_text(m, "auth", 1, 0, 16, &auth, err);
	k = k ? k : wire_text(m, "user", 0, 0, 1024, &user, err);
	k = k ? k : wire_text(m, "helo", 0, 0, 255, &helo, err);
	k = k ? k : wire_int(m, "max_idle_us", 0, 0, INT64_MAX / 4, &s->max_idle_us, err);
	k = k ? k : wire_int(m, "command_us", 0, 1, INT64_MAX / 4, &command_us, err);
	k = k ? k : wire_int(m, "final_us", 0, 1, INT64_MAX / 4, &final_us, err);
	k = k ? k : wire_int(m, "alive_us", 0, 1, ALIVE_US, &alive_us, err);
	k = k ? k : stream_security_parse(security, &s->o.stream.security, err);
	if (!k && !smtp_auth_from(auth, &s->o.auth))
		k = error_set(err, FAIL_FATAL, "protocol: no such auth");
	if (!k && helo && *helo && !smtp_helo_ok(helo))
		k = error_set(err, FAIL_FATAL, "protocol: helo is no host name");
	if (k)
		return k;
	s->o.stream.host = host;
	s->o.stream.port = (unsigned)port;
	s->o.stream.ca_file = ca_file;
	s->o.stream.cancel_fd = WIRE_CHANNEL;
	s->o.user = user;
	s->o.helo = helo_name(helo, user);
	s->o.command_us = command_us;
	s->o.final_us = final_us;
	s->o.secret = fetch_secret;
	alive_set(alive_us);
	return 0;
}

/* ---- telling ---- */

static int tell(struct sender *s, enum reason reason, const char *text, struct error *err)
{
	if (s->told && s->told_reason == reason)
		return 0;
	s->told = true;
	s->told_reason = reason;
	return worker_state(reason == REASON_NONE ? "connected" : "down", reason, text, 0, err);
}

/* A connection that could not be made may have failed for a file that was put there anew after the lock: then only a new process helps. */
static void end_if_stale(enum reason reason)
{
	if ((reason == REASON_UNREACHABLE || reason == REASON_TLS) && worker_lock_stale())
		_exit(0);
}

/* ---- frames ---- */

static int send_result(const struct smtp_outcome *o, int64_t id, struct error *err)
{
	json_t *m = json_pack("{s:s, s:I, s:s, s:s}", "op", "result", "id", (json_int_t)id, "result", smtp_result_name(o->result), "text", o->text);
	if (m && o->code)
		json_object_set_new(m, "code", json_integer(o->code));
	if (m && *o->enhanced)
		json_object_set_new(m, "enhanced", json_string(o->enhanced));
	if (m && o->reason != REASON_NONE)
		json_object_set_new(m, "reason", json_string(reason_name(o->reason)));
	return worker_send(m, -1, err);
}

/* Given back untouched: klachtd decides when it goes. */
static bool too_late(const struct sender *s, int64_t handed_us)
{
	return handed_us && (handed_us <= s->closed_us || clock_mono_us() - handed_us > BEGIN_US);
}

static int send_unbegun(int64_t id, struct error *err)
{
	return worker_send(json_pack("{s:s, s:I, s:s}", "op", "result", "id", (json_int_t)id, "result", "unbegun"), -1, err);
}

static int on_send(struct sender *s, const json_t *m, struct wire_fds *fds, struct error *err)
{
	MAP_CLEANUP struct map map = { 0 };
	struct smtp_mail mail = { 0 };
	struct smtp_outcome out = { .result = SMTP_RETRY };
	int64_t id = 0, handed_us = 0;
	int notify = 0;
	int k = wire_int(m, "id", 1, 0, INT64_MAX, &id, err);
	k = k ? k : wire_text(m, "from", 1, 0, 254, &mail.from, err);
	k = k ? k : wire_text(m, "to", 1, 0, 254, &mail.to, err);
	k = k ? k : wire_text(m, "envid", 0, 0, 100, &mail.envid, err);
	k = k ? k : wire_bool(m, "notify", 0, &notify, err);
	k = k ? k : wire_int(m, "handed_us", 0, 0, INT64_MAX, &handed_us, err);
	if (!k && too_late(s, handed_us))
		return send_unbegun(id, err);
	if (!k && fds->n < 1)
		k = error_set(err, FAIL_FATAL, "protocol: send without a message");
	k = k ? k : map_fd(fds->fd[0], MESSAGE_BYTES, &map, err);
	if (k)
		return k;
	mail.notify = notify;
	mail.bytes = (const char *)map.bytes;
	mail.n = map.n;
	smtp_send(s->smtp, &mail, &out);
	if (out.result == SMTP_RETRY && out.reason != REASON_NONE)
		s->closed_us = clock_mono_us();
	/* the result first: it is what the register waits for */
	k = send_result(&out, id, err);
	k = k ? k : tell(s, out.reason, out.journal, err);
	if (!k)
		end_if_stale(out.reason);
	return k;
}

/* --check: a fresh connection, so that the answer is about now. */
static int on_check(struct sender *s, struct error *err)
{
	enum reason reason = REASON_NONE;
	struct error why = { 0 };
	smtp_quit(s->smtp);
	int failed = smtp_connect(s->smtp, &reason, &why);
	smtp_quit(s->smtp);
	json_t *m = json_pack("{s:s, s:b}", "op", "checked", "ok", !failed);
	if (m && failed) {
		why.text[299] = 0;
		json_object_set_new(m, "reason", json_string(reason_name(reason)));
		json_object_set_new(m, "text", json_string(why.text));
	}
	int k = worker_send(m, -1, err);
	if (!k)
		end_if_stale(reason);
	return k;
}

static int on_frame(struct sender *s, const json_t *m, struct wire_fds *fds, struct error *err)
{
	const char *op = NULL;
	int k = wire_text(m, "op", 1, 0, 32, &op, err);
	if (k)
		return k;
	if (strcmp(op, "send") == 0)
		return on_send(s, m, fds, err);
	if (strcmp(op, "check") == 0)
		return on_check(s, err);
	if (strcmp(op, "secret") == 0)		/* asked for at a login that was given up since */
		return 0;
	return error_set(err, FAIL_FATAL, "protocol: unknown op");
}

static int serve(struct sender *s, struct error *err)
{
	for (;;) {
		json_t *m = NULL;
		struct wire_fds fds = { .n = 0 };
		struct stream *stream = smtp_stream(s->smtp);
		int k = stream ? worker_recv_or_stream(stream, s->max_idle_us, &m, &fds, err) : worker_recv(-1, &m, &fds, err);
		if (k == 1) {
			k = on_frame(s, m, &fds, err);
			wire_fds_close(&fds);
			json_decref(m);
			if (k)
				return k;
		} else if (k == 0 || k == 2) {	/* idle for long enough, or the server says good-bye: neither is a fault */
			smtp_quit(s->smtp);
		} else {
			return k;
		}
	}
}

int main(int argc, char **argv)
{
	struct sender s = { .max_idle_us = IDLE_US };
	struct wire_fds fds = { .n = 0 };
	struct error err = { 0 };
	spawned_or_explain(argc, argv, "sends receipts (SMTP)");
	/* a stop comes as EOF on the channel: a signal to the whole group must not cut a receipt between its final dot and the reply */
	signal(SIGTERM, SIG_IGN);
	signal(SIGINT, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	int k = worker_recv(-1, &s.start, &fds, &err);
	wire_fds_close(&fds);
	if (k == 1)
		k = read_start(&s, &err);
	if (!k)
		k = worker_lock(s.o.stream.ca_file, &err);
	if (!k)
		k = smtp_new(&s.o, &s.smtp, &err);
	if (!k)
		(void)serve(&s, &err);	/* only ever ends with the channel */
	smtp_free(s.smtp);
	json_decref(s.start);
	return 0;
}
