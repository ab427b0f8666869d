#include "net/stream.h"

#include <arpa/inet.h>
#include <errno.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "net/alive.h"
#include "net/dial.h"

#define TIMEOUT_US (30 * US_PER_SECOND)
#define BUFFER_BYTES 16384
#define PRIORITIES "NORMAL:%PROFILE_MEDIUM:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"

struct stream {
	char *host, *ca_file, *peer;	/* owned */
	enum stream_security security;
	int fd, cancel_fd;		/* fd owned, cancel_fd borrowed */
	bool loopback, closed;
	gnutls_session_t tls;
	gnutls_certificate_credentials_t cred;
	int64_t deadline_us;		/* 0: none */
	uint64_t budget_bytes;		/* what may still come in; UINT64_MAX: no limit */
	enum reason reason;
	char why[200];
	mailstream *above;		/* owned by the session once that has it; NULL when gone */
};

const char *reason_name(enum reason r)
{
	static const char *const names[] = {
		[REASON_NONE] = "none", [REASON_UNREACHABLE] = "unreachable", [REASON_TLS] = "tls", [REASON_LOGIN] = "login",
		[REASON_FOLDER] = "folder", [REASON_PROTOCOL] = "protocol", [REASON_GONE] = "gone", [REASON_SANDBOX] = "sandbox",
		[REASON_LIMIT] = "limit",
	};
	return (size_t)r < sizeof names / sizeof *names ? names[r] : "protocol";
}

int stream_security_parse(const char *name, enum stream_security *ret, struct error *err)
{
	static const char *const names[] = { [STREAM_TLS] = "tls", [STREAM_STARTTLS] = "starttls", [STREAM_NONE] = "none" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i]) == 0) {
			*ret = (enum stream_security)i;
			return 0;
		}
	return error_set(err, FAIL_CONFIG, "security must be tls, starttls or none");
}

/* The first fault is the cause; what follows is its consequence. */
static int fault(struct stream *s, enum reason reason, const char *why)
{
	if (s->reason == REASON_NONE) {
		s->reason = reason;
		(void)snprintf(s->why, sizeof s->why, "%s", why);
	}
	return -1;
}

static int report(const struct stream *s, struct error *err)
{
	return error_set(err, s->reason == REASON_TLS ? FAIL_CONFIG : FAIL_RETRY, "%s: %s", s->peer, s->why);
}

static bool late(const struct stream *s)
{
	return s->deadline_us && clock_mono_us() >= s->deadline_us;
}

/* Until the socket is ready, the deadline is over or the channel is gone. late_reason: what a
 * time-out means at this moment. */
static int wait_ready(struct stream *s, short events, enum reason late_reason)
{
	for (;;) {
		int timeout_ms = -1;
		if (s->deadline_us) {
			int64_t left_us = s->deadline_us - clock_mono_us();
			if (left_us <= 0)
				return fault(s, late_reason, "no answer in time");
			timeout_ms = (int)(left_us / 1000) + 1;
		}
		struct pollfd p[2] = { { s->fd, events, 0 }, { s->cancel_fd, 0, 0 } };
		int r = alive_poll(p, 2, timeout_ms, s->cancel_fd);
		if (r < 0 && errno != EINTR && errno != EAGAIN)
			return fault(s, REASON_GONE, "poll failed");
		if (r > 0 && p[1].revents)
			return fault(s, REASON_GONE, "told to stop");
		if (r > 0)
			return 0;
	}
}

static int wait_tls(struct stream *s, enum reason late_reason)
{
	return wait_ready(s, gnutls_record_get_direction(s->tls) ? POLLOUT : POLLIN, late_reason);
}

/* One attempt. Above 0: bytes. -1: the connection is of no use any more (never 0: libetpan spins
 * on it). -2: try again. */
static ssize_t plain_io(struct stream *s, void *in, const void *out, size_t n)
{
	ssize_t r = in ? recv(s->fd, in, n, 0) : send(s->fd, out, n, MSG_NOSIGNAL);
	if (r > 0)
		return r;
	if (r < 0 && errno == EINTR)
		return -2;
	if (r < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
		return wait_ready(s, in ? POLLIN : POLLOUT, REASON_PROTOCOL) ? -1 : -2;
	return fault(s, REASON_GONE, r == 0 ? "the server closed the connection" : strerror(errno));
}

static ssize_t tls_io(struct stream *s, void *in, const void *out, size_t n)
{
	ssize_t r = in ? gnutls_record_recv(s->tls, in, n) : gnutls_record_send(s->tls, out, n);
	if (r > 0)
		return r;
	if (r == GNUTLS_E_AGAIN)
		return wait_tls(s, REASON_PROTOCOL) ? -1 : -2;
	if (r < 0 && !gnutls_error_is_fatal((int)r))
		return -2;
	return fault(s, REASON_GONE, r == 0 ? "the server closed the connection" : gnutls_strerror((int)r));
}

static ssize_t stream_io(struct stream *s, void *in, const void *out, size_t n)
{
	ssize_t r = -1;
	if (s->closed || s->reason != REASON_NONE || n == 0)
		return -1;
	do {	/* the deadline stands here too: a peer that trickles never makes us wait */
		if (late(s))
			return fault(s, REASON_PROTOCOL, "no answer in time");
		alive_tell(s->cancel_fd);	/* a peer that is never slow makes us wait for nothing */
		r = s->tls ? tls_io(s, in, out, n) : plain_io(s, in, out, n);
	} while (r == -2);
	return r;
}

static ssize_t low_read(mailstream_low *low, void *buf, size_t n)
{
	struct stream *s = low->data;
	ssize_t r = stream_io(s, buf, NULL, n);
	if (r > 0 && s->budget_bytes != UINT64_MAX) {
		if ((uint64_t)r > s->budget_bytes)
			return fault(s, REASON_PROTOCOL, "the answer is longer than it may be");
		s->budget_bytes -= (uint64_t)r;
	}
	return r;
}

static ssize_t low_write(mailstream_low *low, const void *buf, size_t n)
{
	return stream_io(low->data, NULL, buf, n);
}

static int low_close(mailstream_low *low)
{
	struct stream *s = low->data;
	s->closed = true;
	return 0;
}

static int low_fd(mailstream_low *low)
{
	return ((struct stream *)low->data)->fd;
}

/* libetpan frees its own half only: ours must still say why it ended. */
static void low_free(mailstream_low *low)
{
	((struct stream *)low->data)->above = NULL;
	free(low);
}

static void low_cancel(mailstream_low *low)
{
	(void)low;
}

static mailstream_low_driver driver = {
	.mailstream_read = low_read, .mailstream_write = low_write, .mailstream_close = low_close, .mailstream_get_fd = low_fd,
	.mailstream_free = low_free, .mailstream_cancel = low_cancel,
};

/* ---- TLS ---- */

static int load_trust(struct stream *s)
{
	char why[160];
	int r = gnutls_certificate_allocate_credentials(&s->cred);
	if (r < 0)
		return fault(s, REASON_TLS, gnutls_strerror(r));
	r = s->ca_file ? gnutls_certificate_set_x509_trust_file(s->cred, s->ca_file, GNUTLS_X509_FMT_PEM)
		       : gnutls_certificate_set_x509_system_trust(s->cred);
	if (r > 0)
		return 0;
	(void)snprintf(why, sizeof why, "no CA certificate in %s: %s", s->ca_file ? s->ca_file : "the system's store",
		       s->ca_file ? "check ca_file" : "install ca-certificates or set ca_file");
	return fault(s, REASON_TLS, why);
}

static int prepare_tls(struct stream *s)
{
	unsigned char ip[16];
	int r = gnutls_init(&s->tls, GNUTLS_CLIENT | GNUTLS_NONBLOCK | GNUTLS_NO_SIGNAL);
	if (r == 0)
		r = gnutls_priority_set_direct(s->tls, PRIORITIES, NULL);
	if (r == 0)
		r = gnutls_credentials_set(s->tls, GNUTLS_CRD_CERTIFICATE, s->cred);
	if (r == 0 && inet_pton(AF_INET, s->host, ip) != 1 && inet_pton(AF_INET6, s->host, ip) != 1)
		r = gnutls_server_name_set(s->tls, GNUTLS_NAME_DNS, s->host, strlen(s->host));
	if (r < 0)
		return fault(s, REASON_TLS, gnutls_strerror(r));
	gnutls_session_set_verify_cert(s->tls, s->host, 0);
	gnutls_transport_set_int(s->tls, s->fd);
	gnutls_handshake_set_timeout(s->tls, 0);	/* the deadline is ours */
	return 0;
}

static int refused_certificate(struct stream *s)
{
	char why[sizeof s->why];
	gnutls_datum_t text = { NULL, 0 };
	(void)gnutls_certificate_verification_status_print(gnutls_session_get_verify_cert_status(s->tls), GNUTLS_CRT_X509, &text, 0);
	(void)snprintf(why, sizeof why, "certificate refused: %.150s", text.data ? (char *)text.data : "unknown reason");
	gnutls_free(text.data);
	return fault(s, REASON_TLS, why);
}

static int handshake(struct stream *s)
{
	char why[160];
	int r;
	if (load_trust(s) || prepare_tls(s))
		return -1;
	while ((r = gnutls_handshake(s->tls)) < 0) {
		if (late(s))
			return fault(s, REASON_UNREACHABLE, "no TLS handshake in time");
		if (r == GNUTLS_E_AGAIN && wait_tls(s, REASON_UNREACHABLE))
			return -1;
		if (gnutls_error_is_fatal(r))
			break;
	}
	if (r == 0)
		return 0;
	if (r == GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR)
		return refused_certificate(s);
	(void)snprintf(why, sizeof why, "TLS handshake failed: %s", gnutls_strerror(r));
	return fault(s, r == GNUTLS_E_PUSH_ERROR || r == GNUTLS_E_PULL_ERROR ? REASON_GONE : REASON_TLS, why);
}

int stream_upgrade(struct stream *s, int64_t timeout_us, struct error *err)
{
	if (s->security != STREAM_STARTTLS || s->tls)
		(void)fault(s, REASON_PROTOCOL, "STARTTLS where it has no place");
	else if (!s->above || s->above->read_buffer_len > 0)
		(void)fault(s, REASON_PROTOCOL, "the server sent something between STARTTLS and the handshake");
	stream_command(s, timeout_us ? timeout_us : TIMEOUT_US, 0);
	if (s->reason == REASON_NONE)
		(void)handshake(s);
	return s->reason == REASON_NONE ? 0 : report(s, err);
}

int stream_may_login(struct stream *s, struct error *err)
{
	if (s->tls || (s->security == STREAM_NONE && s->loopback))
		return 0;
	(void)fault(s, REASON_TLS, "no login without TLS");
	return report(s, err);
}

bool stream_has_tls(const struct stream *s)
{
	return s->tls;
}

/* ---- opening and closing ---- */

static void stream_freep(struct stream **s)
{
	stream_free(*s);
}

static struct stream *stream_new(const struct stream_options *o)
{
	struct stream *s = calloc(1, sizeof *s);
	if (!s)
		return NULL;
	s->fd = -1;
	s->cancel_fd = o->cancel_fd;
	s->security = o->security;
	s->budget_bytes = UINT64_MAX;
	s->host = strdup(o->host);
	s->ca_file = o->ca_file && *o->ca_file ? strdup(o->ca_file) : NULL;
	if (!s->host || (o->ca_file && *o->ca_file && !s->ca_file) || asprintf(&s->peer, "%s:%u", o->host, o->port) < 0) {
		s->peer = NULL;		/* asprintf leaves it undefined */
		stream_free(s);
		return NULL;
	}
	return s;
}

static int give_to_libetpan(struct stream *s)
{
	mailstream_low *low = mailstream_low_new(s, &driver);
	s->above = low ? mailstream_new(low, BUFFER_BYTES) : NULL;
	if (s->above)
		return 0;
	free(low);
	return fault(s, REASON_UNREACHABLE, "out of memory");
}

int stream_open(const struct stream_options *o, struct stream **ret, enum reason *reterr_reason, struct error *err)
{
	__attribute__((cleanup(stream_freep))) struct stream *s = stream_new(o);
	*reterr_reason = REASON_UNREACHABLE;
	if (!s)
		return error_set(err, FAIL_RETRY, "out of memory");
	stream_command(s, o->timeout_us ? o->timeout_us : TIMEOUT_US, 0);
	struct dial d = { .host = o->host, .port = o->port, .loopback_only = o->security == STREAM_NONE, .deadline_us = s->deadline_us,
			  .cancel_fd = o->cancel_fd };
	s->fd = dial(&d);
	if (s->fd < 0)
		(void)fault(s, d.refused ? REASON_TLS : REASON_UNREACHABLE, d.why);
	s->loopback = d.loopback;
	if (s->fd >= 0 && o->security == STREAM_TLS)
		(void)handshake(s);
	if (s->reason == REASON_NONE)
		(void)give_to_libetpan(s);
	if (s->reason != REASON_NONE) {
		*reterr_reason = s->reason;
		return report(s, err);
	}
	*ret = s;
	s = NULL;
	*reterr_reason = REASON_NONE;
	return 0;
}

void stream_free(struct stream *s)
{
	if (!s)
		return;
	if (s->above)
		stream_drop(s, &s->above);
	if (s->tls)
		gnutls_deinit(s->tls);
	if (s->cred)
		gnutls_certificate_free_credentials(s->cred);
	fd_close(&s->fd);
	free(s->host);
	free(s->ca_file);
	free(s->peer);
	free(s);
}

mailstream *stream_mailstream(struct stream *s)
{
	return s->above;
}

void stream_drop(struct stream *s, mailstream **slot)
{
	mailstream *above = *slot;
	*slot = NULL;
	if (!above)
		return;
	above->write_buffer_len = 0;	/* mailstream_close() would flush it, into a deadline that nobody set */
	stream_wipe(s);
	(void)mailstream_close(above);	/* frees it; low_free clears s->above */
}

/* ---- the small things ---- */

void stream_command(struct stream *s, int64_t timeout_us, uint64_t max_bytes)
{
	s->deadline_us = timeout_us ? clock_mono_us() + timeout_us : 0;
	s->budget_bytes = max_bytes ? max_bytes : UINT64_MAX;
}

void stream_set_cancel(struct stream *s, int cancel_fd)
{
	s->cancel_fd = cancel_fd;
}

int stream_fd(const struct stream *s)
{
	return s->fd;
}

bool stream_pending(const struct stream *s)
{
	return (s->above && s->above->read_buffer_len > 0) || (s->tls && gnutls_record_check_pending(s->tls) > 0);
}

int stream_wait(struct stream *s, int64_t timeout_us, struct error *err)
{
	int64_t end_us = clock_mono_us() + timeout_us;
	if (stream_pending(s))
		return 1;
	for (;;) {
		int64_t left_us = end_us - clock_mono_us();
		struct pollfd p[2] = { { s->fd, POLLIN, 0 }, { s->cancel_fd, 0, 0 } };
		int r = alive_poll(p, 2, left_us > 0 ? (int)((left_us + 999) / 1000) : 0, s->cancel_fd);
		if (r > 0 && p[1].revents) {
			(void)fault(s, REASON_GONE, "told to stop");
			return report(s, err);
		}
		if (r > 0)
			return 1;
		if (r == 0 && left_us <= 0)
			return 0;
	}
}

enum reason stream_reason(const struct stream *s)
{
	return s->reason;
}

const char *stream_why(const struct stream *s)
{
	return s->why;
}

void stream_wipe(struct stream *s)
{
	if (s->above)
		explicit_bzero(s->above->write_buffer, s->above->buffer_max_size);
}

const char *stream_peer(const struct stream *s)
{
	return s->peer;
}
