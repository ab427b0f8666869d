/* outbox/smtp.h — a mail submission client: one connection, kept open between messages, one recipient a message.
 *
 * Source:  RFC 5321, RFC 6409 (submission), RFC 3207 (STARTTLS), RFC 4954 (AUTH), RFC 3461 (DSN), RFC 1870 (SIZE), RFC 2034 (enhanced codes).
 *          The stream is net/stream.h: verified TLS, absolute deadlines, budgets. EHLO, AUTH and the message itself are written by hand: libetpan
 *          says EHLO with the machine's own name, needs SASL's plug-ins, and does not tell whether the final dot had gone out.
 * Owner:   smtp_free(). Option strings are borrowed for the life of the object.
 * Limits:  a reply 64 KiB; a line that is sent 12288 bytes (RFC 4954); a message as the server's SIZE says.
 * Returns: 0 or a negative enum fail; *ret_reason as in docs/wire.md, on failure only.
 */
#ifndef KLACHTD_OUTBOX_SMTP_H
#define KLACHTD_OUTBOX_SMTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "net/stream.h"

#define SMTP_TEXT_BYTES 500

enum smtp_auth { SMTP_AUTH_NONE, SMTP_AUTH_PASSWORD, SMTP_AUTH_XOAUTH2 };
/* "none", "password", "xoauth2": 1; else 0. */
int smtp_auth_from(const char *name, enum smtp_auth *ret);

struct smtp_options {
	struct stream_options stream;
	enum smtp_auth auth;
	const char *user;
	const char *helo;		/* a domain or an address literal: smtp_helo_ok() */
	int64_t command_us;		/* for each reply but the last: RFC 5321 section 4.5.3.2 allows 5 min, 0: 2 min */
	int64_t final_us;		/* for the reply to the final dot: 0: 10 min, as section 4.5.3.2.6 wants it */
	/* Fetches password or token anew for each login: *ret is freed by secret_free() of net/worker.h. */
	int (*secret)(void *arg, char **ret, struct error *err);
	void *arg;
};
bool smtp_helo_ok(const char *helo);

struct smtp;
int smtp_new(const struct smtp_options *o, struct smtp **ret, struct error *err);
void smtp_free(struct smtp *s);		/* without a QUIT; accepts NULL */

/* Connects, TLS, login. A connection that is there is left alone. */
int smtp_connect(struct smtp *s, enum reason *ret_reason, struct error *err);
/* QUIT and close. What the server says is of no matter. */
void smtp_quit(struct smtp *s);
/* The connection's stream, to wait on while idle; NULL: not connected. Anything it has to read then is the server's good-bye: smtp_quit(). */
struct stream *smtp_stream(struct smtp *s);

enum smtp_result {
	SMTP_SENT,		/* 2xx to the final dot */
	SMTP_RETRY,		/* 4xx, or the connection failed before the final dot: nothing was taken over */
	SMTP_PERMANENT,		/* 5xx about this message, or it is none that may be sent */
	SMTP_LOST,		/* the final dot went out, its reply did not come: nobody knows */
};
const char *smtp_result_name(enum smtp_result r);

struct smtp_mail {
	const char *from, *to;	/* checked here: from may be "", the null path */
	const char *envid;	/* for reports; "" or NULL: none */
	bool notify;		/* NOTIFY=FAILURE where the server offers DSN */
	const char *bytes;	/* RFC 5322, 7-bit, CRLF, lines of at most 998 */
	size_t n;
};
struct smtp_outcome {
	enum smtp_result result;
	int code;				/* 0: no reply */
	char enhanced[12];			/* "5.1.1" or "" */
	enum reason reason;			/* why the connection failed; REASON_NONE: it stands */
	char text[SMTP_TEXT_BYTES + 1];		/* the reply, or the error: printable ASCII; may name the recipient: for the register only */
	char journal[300];			/* reason != REASON_NONE: the error without the server's words */
};
/* Connects when needed. A kept connection that turns out dead before MAIL was answered is made anew, once. */
void smtp_send(struct smtp *s, const struct smtp_mail *m, struct smtp_outcome *ret);

#endif
