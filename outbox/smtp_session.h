/* outbox/smtp_session.h — what the two files of the SMTP client share: smtp.c (connection and login) and smtp_send.c (messages). */
#ifndef KLACHTD_OUTBOX_SMTP_SESSION_H
#define KLACHTD_OUTBOX_SMTP_SESSION_H

#include <libetpan/mailsmtp.h>

#include "outbox/smtp.h"

struct smtp {
	struct smtp_options o;
	struct stream *stream;		/* owned; NULL: not connected */
	mailsmtp *session;		/* owned */
	bool used;			/* a message was sent over this connection */
	bool dirty;			/* a transaction was begun and not ended: RSET first */
	bool one_by_one;		/* a server offered PIPELINING and lost count: never again */
	/* what EHLO offered */
	bool starttls, dsn, plain, login, xoauth2, size, pipelining;
	uint64_t size_bytes;		/* 0: no fixed limit */
};

/* Sends a line (without CRLF) and reads the reply: its code, or 0 when the connection failed or the reply is none. */
int smtp_talk(struct smtp *s, int64_t timeout_us, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Sends lines (without CRLF) in one go; false: the connection failed, or something is there to be read already. */
bool smtp_say(struct smtp *s, int64_t timeout_us, const char *const *lines, size_t n);
/* Only the reply: its code, or 0. */
int smtp_listen(struct smtp *s, int64_t timeout_us);
/* As printable ASCII on one line: what is none becomes "?", what does not fit n bytes is cut. */
void smtp_ascii(const char *from, char *ret, size_t n);
/* The last reply, likewise. */
void smtp_reply(const struct smtp *s, char *ret, size_t n);
/* Closes without a word. */
void smtp_drop(struct smtp *s);
/* Fills err for a conversation that failed at this step with this code (0: none), and *ret_reason. Never the server's words. */
int smtp_fault(struct smtp *s, const char *step, int code, enum reason *ret_reason, struct error *err);

#endif
