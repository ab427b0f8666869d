/* net/stream.h — the verified TLS (or plain) stream under libetpan: a mailstream_low driver over
 * gnutls.
 *
 * Source:  RFC 8446, RFC 5246 (TLS 1.3 and 1.2, nothing older), RFC 6125 (host names), RFC 2595,
 *          RFC 3207 and RFC 8314 (STARTTLS). libetpan's own streams verify nothing and have
 *          time-outs per read(): they are never used.
 * Owner:   struct stream belongs to the caller: stream_free(), after the libetpan session is gone.
 *          The mailstream that stream_mailstream() hands out belongs to the session that it is
 *          given to (mailimap_connect, mailsmtp_connect), which ends with stream_drop(s,
 *          &session->imap_stream); mailimap_free(session); otherwise libetpan says LOGOUT or QUIT
 *          and waits for the answer.
 * Limits:  stream_command() before EVERY libetpan call that talks: an absolute deadline and the
 *          most bytes that may come in. Both hold against peers that trickle. One stream is used
 *          by one thread.
 * Returns: 0 or a negative enum fail with err filled (host:port, what, remedy). stream_reason()
 *          then names it for the wire. libetpan's own error numbers only say that something
 *          failed: ask stream_reason() first; REASON_NONE means that the connection still stands.
 */
#ifndef KLACHTD_NET_STREAM_H
#define KLACHTD_NET_STREAM_H

#include <libetpan/mailstream.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/* "reason" of docs/wire.md. */
enum reason {
	REASON_NONE,
	REASON_UNREACHABLE,	/* DNS, connect, time-out before the first word */
	REASON_TLS,		/* certificate, host name, version, CA file; a secret that would go unprotected */
	REASON_LOGIN,		/* refused password or token */
	REASON_FOLDER,		/* missing or refused */
	REASON_PROTOCOL,	/* the server broke the rules, a limit or a deadline */
	REASON_GONE,		/* connection lost */
	REASON_SANDBOX,
	REASON_LIMIT,
};
const char *reason_name(enum reason r);

enum stream_security {
	STREAM_TLS,		/* TLS from the first byte */
	STREAM_STARTTLS,	/* plain until stream_upgrade() */
	STREAM_NONE,		/* loopback addresses only: every other address is refused */
};
/* "tls", "starttls", "none". FAIL_CONFIG for anything else. */
int stream_security_parse(const char *name, enum stream_security *ret, struct error *err);

struct stream_options {
	const char *host;	/* name or IP literal: what the certificate must be made out for */
	unsigned port;
	enum stream_security security;
	const char *ca_file;	/* PEM; NULL or "": the system's */
	int64_t timeout_us;	/* for resolving, connecting and, with STREAM_TLS, the handshake; 0: 30 s */
	/* its hang-up (POLLHUP; not: something to read) ends every wait at once; -1: none. The channel is meant. */
	int cancel_fd;
};

struct stream;

/* Resolves (getaddrinfo blocks), tries each address in turn, and with STREAM_TLS does the
 * handshake. Options are copied. *reterr_reason is set on failure only. */
int stream_open(const struct stream_options *o, struct stream **ret, enum reason *reterr_reason, struct error *err);
/* Closes without a word. Accepts NULL. */
void stream_free(struct stream *s);

/* For mailimap_connect() or mailsmtp_connect(); the session owns it from then on. */
mailstream *stream_mailstream(struct stream *s);
/* Closes and frees the session's mailstream without LOGOUT or QUIT, and clears the session's
 * pointer. Harmless when it is NULL. */
void stream_drop(struct stream *s, mailstream **slot);

/* TLS in place, after the server agreed to STARTTLS; timeout_us 0: 30 s. Refuses a stream that is
 * not STREAM_STARTTLS, that has TLS already, or that holds bytes which came before the handshake
 * (CVE-2020-15953): they must never be taken for the server's. Everything learnt before
 * (CAPABILITY, EHLO) must be asked anew. */
int stream_upgrade(struct stream *s, int64_t timeout_us, struct error *err);
/* 0 when a secret may be sent: TLS stands, or security none was asked for and the peer is
 * loopback. Else FAIL_CONFIG, REASON_TLS. Ask before every login. */
int stream_may_login(struct stream *s, struct error *err);
bool stream_has_tls(const struct stream *s);

/* The next command: it must be over timeout_us from now (0: no deadline, for IDLE only) and its
 * answers may be max_bytes long (0: no limit). */
void stream_command(struct stream *s, int64_t timeout_us, uint64_t max_bytes);
void stream_set_cancel(struct stream *s, int cancel_fd);

/* For poll(): the socket, and whether bytes wait above it (libetpan's buffer, gnutls): then poll()
 * would not tell. */
int stream_fd(const struct stream *s);
bool stream_pending(const struct stream *s);
/* 1 something to read, 0 timeout_us is over, or FAIL_RETRY (cancelled). */
int stream_wait(struct stream *s, int64_t timeout_us, struct error *err);

/* Why the stream failed first; REASON_NONE and "" while it stands. */
enum reason stream_reason(const struct stream *s);
const char *stream_why(const struct stream *s);
/* Overwrites what libetpan's write buffer still holds: after a login. */
void stream_wipe(struct stream *s);
/* "host:port", for messages. */
const char *stream_peer(const struct stream *s);

#endif
