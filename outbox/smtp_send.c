/* One message over a connection: MAIL, RCPT, DATA, the bytes, and what became of them. */
#include "outbox/smtp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "outbox/receipt.h"
#include "outbox/smtp_session.h"

#define LINE_MAX_BYTES 998	/* RFC 5322 section 2.1.1 */
#define ENVID_BYTES 100		/* RFC 3461 section 4.4 */
#define LINE_BYTES 1100		/* what the longest address, ORCPT and ENVID may take */

const char *smtp_result_name(enum smtp_result r)
{
	static const char *const names[] = { [SMTP_SENT] = "sent", [SMTP_RETRY] = "retry", [SMTP_PERMANENT] = "permanent", [SMTP_LOST] = "lost" };
	return (unsigned)r < sizeof names / sizeof *names ? names[r] : "unknown";
}

/* ---- before the wire: what could not be sent is never begun ---- */

/* CRLF and 7-bit throughout, ending in CRLF: then a dot at the start of a line is all there is to stuff, and no server can read two mails. */
static bool sendable(const char *s, size_t n)
{
	size_t line = 0;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (c == '\r' && i + 1 < n && s[i + 1] == '\n') {
			i++;
			line = 0;
		} else if (c == 0 || c >= 127 || c == '\r' || c == '\n' || ++line > LINE_MAX_BYTES) {
			return false;
		}
	}
	return n >= 2 && s[n - 2] == '\r' && s[n - 1] == '\n';
}

/* RFC 3461 section 4: xtext. ret holds 3 * strlen(s) + 1. */
static void xtext(const char *s, char *ret)
{
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c > ' ' && c < 127 && c != '+' && c != '=')
			*ret++ = (char)c;
		else
			ret += sprintf(ret, "+%02X", c);
	}
	*ret = 0;
}

static bool acceptable(const struct smtp_mail *m, struct smtp_outcome *ret)
{
	const char *why = NULL;
	if ((*m->from && !receipt_address_ok(m->from)) || !receipt_address_ok(m->to))
		why = "not an address that can be sent to";
	else if (!sendable(m->bytes, m->n))
		why = "not a message of 7-bit lines with CRLF";
	if (!why)
		return true;
	ret->result = SMTP_PERMANENT;
	(void)snprintf(ret->text, sizeof ret->text, "%s", why);
	return false;
}

/* ---- what a reply means ---- */

static void take_enhanced(struct smtp_outcome *o)
{
	int used = 0;
	unsigned a, b, c;
	if (sscanf(o->text, "%1u.%3u.%3u%n", &a, &b, &c, &used) == 3 && used > 0 && (o->text[used] == ' ' || !o->text[used]))
		(void)snprintf(o->enhanced, sizeof o->enhanced, "%u.%u.%u", a, b, c);
}

/* No reply: the connection is of no use any more. */
static void broken(struct smtp *s, const char *step, enum smtp_result result, struct smtp_outcome *ret)
{
	struct error err = { 0 };
	(void)smtp_fault(s, step, 0, &ret->reason, &err);
	ret->result = result;
	ret->code = 0;
	smtp_ascii(err.text, ret->journal, sizeof ret->journal);
	smtp_ascii(err.text, ret->text, sizeof ret->text);
	smtp_drop(s);
}

/* A step of the transaction was refused (or, code 0, not answered). */
static void refused(struct smtp *s, const char *step, int code, struct smtp_outcome *ret)
{
	bool login = code == 530 || code == 535 || code == 538;	/* RFC 4954 section 6: about the connection, not this message */
	if (code < 400) {		/* none, or one that has no place here */
		broken(s, step, SMTP_RETRY, ret);
		return;
	}
	ret->code = code;
	smtp_reply(s, ret->text, sizeof ret->text);
	take_enhanced(ret);
	ret->result = code >= 500 && !login ? SMTP_PERMANENT : SMTP_RETRY;
	s->dirty = true;
	if (login || code == 421) {
		struct error err = { 0 };
		(void)smtp_fault(s, step, code, &ret->reason, &err);
		ret->reason = login ? REASON_LOGIN : REASON_GONE;
		(void)snprintf(ret->journal, sizeof ret->journal, "%.200s%s", err.text, login ? "; set [smtp] auth, user and password_file" : "");
		smtp_drop(s);
	}
}

/* ---- the transaction ---- */

static void mail_line(const struct smtp *s, const struct smtp_mail *m, char *ret, size_t n)
{
	char size[40] = "", dsn[3 * ENVID_BYTES + 40] = "", envid[3 * ENVID_BYTES + 1];
	if (s->size)
		(void)snprintf(size, sizeof size, " SIZE=%zu", m->n);
	if (s->dsn && m->envid && *m->envid && strlen(m->envid) <= ENVID_BYTES) {
		xtext(m->envid, envid);
		(void)snprintf(dsn, sizeof dsn, " RET=HDRS ENVID=%s", envid);
	}
	(void)snprintf(ret, n, "MAIL FROM:<%s>%s%s", m->from, dsn, size);
}

static void rcpt_line(const struct smtp *s, const struct smtp_mail *m, char *ret, size_t n)
{
	char address[3 * 254 + 1];
	if (!s->dsn || !m->notify || 2 * strlen(m->to) > 400) {	/* RFC 5321 section 4.5.3.1.4: a command line has 512 bytes, and 500 more with ORCPT */
		(void)snprintf(ret, n, "RCPT TO:<%s>", m->to);
		return;
	}
	xtext(m->to, address);
	(void)snprintf(ret, n, "RCPT TO:<%s> NOTIFY=FAILURE ORCPT=rfc822;%s", m->to, address);
}

/* The replies to what was said along with a command that was refused. A server that would take the message all the same (RFC 2920 section 3.1) is
 * left without a final dot, and so takes nothing over. */
static void skip_replies(struct smtp *s, size_t n)
{
	for (; n && s->stream; n--) {
		int code = smtp_listen(s, s->o.command_us);
		if (code < 400 || code == 421)
			smtp_drop(s);
	}
}

/* MAIL, RCPT and DATA, in one go where the server allows it (RFC 2920). False: refused, and *ret says so. */
static bool envelope(struct smtp *s, const struct smtp_mail *m, struct smtp_outcome *ret)
{
	static const char *const steps[] = { "MAIL", "RCPT", "DATA" };
	char mail[LINE_BYTES], rcpt[LINE_BYTES];
	const char *const lines[] = { mail, rcpt, "DATA" };
	size_t said = 0;
	mail_line(s, m, mail, sizeof mail);
	rcpt_line(s, m, rcpt, sizeof rcpt);
	for (size_t i = 0; i < 3; i++) {
		size_t n = s->pipelining ? 3 : 1;
		int code = 0;
		if (said > i || smtp_say(s, s->o.command_us, lines + i, n)) {
			said = said > i ? said : i + n;
			code = smtp_listen(s, s->o.command_us);
		}
		if (i < 2 ? code / 100 == 2 : code == 354)
			continue;
		if (code == 503 && s->pipelining) {	/* bad sequence: it is the server that is out of step */
			s->one_by_one = true;
			broken(s, steps[i], SMTP_RETRY, ret);
			return false;
		}
		refused(s, steps[i], code, ret);
		skip_replies(s, said > i ? said - i - 1 : 0);
		return false;
	}
	return true;
}

/* RFC 5321 section 4.5.2: a dot is put before a line that begins with one. Flushed, so that only the final dot remains. */
static bool write_stuffed(struct smtp *s, const char *bytes, size_t n)
{
	mailstream *out = s->session->stream;
	stream_command(s->stream, s->o.command_us, 65536);
	for (size_t i = 0; i < n;) {
		const char *end = memchr(bytes + i, '\n', n - i);	/* there is always one: sendable() */
		size_t line = (size_t)(end - (bytes + i)) + 1;
		if ((bytes[i] == '.' && mailstream_write(out, ".", 1) < 0) || mailstream_write(out, bytes + i, line) < 0)
			return false;
		i += line;
	}
	return mailstream_flush(out) >= 0 && stream_reason(s->stream) == REASON_NONE;
}

/* From the first byte of the final dot on, only a reply tells what became of the message. */
static void finish(struct smtp *s, struct smtp_outcome *ret)
{
	mailstream *out = s->session->stream;
	stream_command(s->stream, s->o.final_us, 65536);
	bool out_of_hand = mailstream_write(out, ".\r\n", 3) >= 0 && mailstream_flush(out) >= 0;
	int code = out_of_hand ? smtp_listen(s, s->o.final_us) : 0;
	if (code == 0 || code / 100 == 3) {
		broken(s, "reply to the message", SMTP_LOST, ret);
		return;
	}
	if (code >= 400) {
		refused(s, "message", code, ret);
		s->dirty = false;	/* RFC 5321 section 4.1.1.4: the buffers are cleared whatever the reply */
		return;
	}
	ret->result = SMTP_SENT;
	ret->code = code;
	smtp_reply(s, ret->text, sizeof ret->text);
	take_enhanced(ret);
	s->used = true;
	s->dirty = false;
}

/* The server speaks before the final dot: it gives up, and nothing was taken over. Better heard now than lost after the dot. */
static void interrupted(struct smtp *s, struct smtp_outcome *ret)
{
	refused(s, "message", smtp_listen(s, s->o.command_us), ret);
	smtp_drop(s);
}

static void transact(struct smtp *s, const struct smtp_mail *m, struct smtp_outcome *ret)
{
	int code = s->dirty ? smtp_talk(s, s->o.command_us, "RSET") : 250;
	if (code != 250) {
		broken(s, "RSET", SMTP_RETRY, ret);
		return;
	}
	s->dirty = true;
	if (s->size && s->size_bytes && m->n > s->size_bytes) {
		ret->result = SMTP_PERMANENT;
		(void)snprintf(ret->text, sizeof ret->text, "the message has %zu bytes, the server takes %llu", m->n,
			       (unsigned long long)s->size_bytes);
		s->dirty = false;
		return;
	}
	if (!envelope(s, m, ret))
		return;
	if (!write_stuffed(s, m->bytes, m->n))
		broken(s, "message", SMTP_RETRY, ret);
	else if (stream_pending(s->stream) || (!stream_has_tls(s->stream) && stream_wait(s->stream, 0, NULL) != 0))
		interrupted(s, ret);	/* under TLS something to read may be a session ticket */
	else
		finish(s, ret);
}

void smtp_send(struct smtp *s, const struct smtp_mail *m, struct smtp_outcome *ret)
{
	*ret = (struct smtp_outcome){ .reason = REASON_NONE };
	if (!acceptable(m, ret))
		return;
	/* a kept connection with something to read has been told good-bye */
	if (s->stream && (stream_pending(s->stream) || stream_wait(s->stream, 0, NULL) != 0))
		smtp_drop(s);
	for (int attempt = 0;; attempt++) {
		struct error err = { 0 };
		bool kept = s->stream != NULL, one_by_one = s->one_by_one;
		if (smtp_connect(s, &ret->reason, &err)) {
			ret->result = SMTP_RETRY;
			smtp_ascii(err.text, ret->journal, sizeof ret->journal);
			smtp_ascii(err.text, ret->text, sizeof ret->text);
			return;
		}
		transact(s, m, ret);
		/* closed while idle, as servers do, or out of step: before the final dot nothing was taken over, so once more is safe */
		bool anew = (kept && !attempt) || one_by_one != s->one_by_one;
		if (!anew || ret->result != SMTP_RETRY || s->stream)
			return;
		*ret = (struct smtp_outcome){ .reason = REASON_NONE };
	}
}
