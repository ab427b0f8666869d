#include "outbox/smtp.h"

#include <nettle/base64.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "net/worker.h"
#include "outbox/smtp_session.h"

#define COMMAND_US (INT64_C(120) * 1000000)
#define FINAL_US (INT64_C(600) * 1000000)
#define QUIT_US (INT64_C(2) * 1000000)
#define REPLY_BYTES 65536
#define LINE_BYTES 12288	/* RFC 4954 section 4 */

/* Exported by libetpan, in no header. */
int mailsmtp_read_response(mailsmtp *session);

int smtp_auth_from(const char *name, enum smtp_auth *ret)
{
	static const char *const names[] = { [SMTP_AUTH_NONE] = "none", [SMTP_AUTH_PASSWORD] = "password", [SMTP_AUTH_XOAUTH2] = "xoauth2" };
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcmp(name, names[i]) == 0) {
			*ret = (enum smtp_auth)i;
			return 1;
		}
	}
	return 0;
}

bool smtp_helo_ok(const char *helo)
{
	size_t n = strlen(helo);
	return n > 0 && n <= 255 &&
	       strspn(helo, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]") == n;
}

int smtp_new(const struct smtp_options *o, struct smtp **ret, struct error *err)
{
	struct smtp *s = calloc(1, sizeof *s);
	if (!s)
		return error_set(err, FAIL_RETRY, "smtp: no memory");
	s->o = *o;
	if (!s->o.command_us)
		s->o.command_us = COMMAND_US;
	if (!s->o.final_us)
		s->o.final_us = FINAL_US;
	*ret = s;
	return 0;
}

void smtp_drop(struct smtp *s)
{
	if (s->session) {
		if (s->stream)
			stream_drop(s->stream, &s->session->stream);
		mailsmtp_free(s->session);
	}
	stream_free(s->stream);
	s->session = NULL;
	s->stream = NULL;
	s->used = s->dirty = false;
}

void smtp_free(struct smtp *s)
{
	if (s)
		smtp_drop(s);
	free(s);
}

struct stream *smtp_stream(struct smtp *s)
{
	return s->stream;
}

/* ---- talking ---- */

/* What libetpan reports for a broken line is a number too: only three digits of a known class are a reply (RFC 5321 section 4.2). */
static int reply_code(const struct smtp *s, int code)
{
	return stream_reason(s->stream) == REASON_NONE && s->session->response && code >= 200 && code <= 599 ? code : 0;
}

int smtp_listen(struct smtp *s, int64_t timeout_us)
{
	stream_command(s->stream, timeout_us, REPLY_BYTES);
	return reply_code(s, mailsmtp_read_response(s->session));
}

bool smtp_say(struct smtp *s, int64_t timeout_us, const char *const *lines, size_t n)
{
	mailstream *out = s->session->stream;
	/* a reply before its command would be taken for the reply to this one, and all later ones for their neighbours' */
	if (stream_pending(s->stream))
		return false;
	stream_command(s->stream, timeout_us, REPLY_BYTES);
	for (size_t i = 0; i < n; i++) {
		/* the pieces were checked one by one; that none of them ends the line is checked once more, for all */
		if (strpbrk(lines[i], "\r\n") || mailstream_write(out, lines[i], strlen(lines[i])) < 0 || mailstream_write(out, "\r\n", 2) < 0)
			return false;
	}
	return mailstream_flush(out) >= 0;
}

int smtp_talk(struct smtp *s, int64_t timeout_us, const char *format, ...)
{
	char line[1024];
	const char *lines[] = { line };
	va_list ap;
	va_start(ap, format);
	int n = vsnprintf(line, sizeof line, format, ap);
	va_end(ap);
	if (n < 0 || (size_t)n >= sizeof line || !smtp_say(s, timeout_us, lines, 1))
		return 0;
	return smtp_listen(s, timeout_us);
}

void smtp_ascii(const char *from, char *ret, size_t n)
{
	size_t w = 0;
	bool gap = false;
	for (; *from && w + 2 < n; from++) {
		unsigned char c = (unsigned char)*from;
		if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
			gap = w > 0;
			continue;
		}
		if (gap)
			ret[w++] = ' ';
		gap = false;
		ret[w++] = (char)(c > ' ' && c < 127 ? c : '?');
	}
	ret[w] = 0;
}

void smtp_reply(const struct smtp *s, char *ret, size_t n)
{
	smtp_ascii(s->session && s->session->response ? s->session->response : "", ret, n);
}

int smtp_fault(struct smtp *s, const char *step, int code, enum reason *ret_reason, struct error *err)
{
	const char *peer = stream_peer(s->stream), *why = stream_why(s->stream);
	enum reason r = stream_reason(s->stream);
	*ret_reason = r == REASON_NONE ? REASON_PROTOCOL : r;
	if (r != REASON_NONE)
		return error_set(err, FAIL_RETRY, "smtp %s: %s: %s", peer, step, why);
	if (code == 0)
		return error_set(err, FAIL_RETRY, "smtp %s: %s: the server's answer is no SMTP reply", peer, step);
	return error_set(err, FAIL_RETRY, "smtp %s: %s: refused with %d", peer, step, code);
}

/* ---- EHLO and STARTTLS ---- */

/* The words after a keyword that starts a line of the EHLO reply; NULL: not offered. */
static const char *offered(const char *line, const char *keyword)
{
	size_t n = strlen(keyword);
	if (strncasecmp(line, keyword, n) != 0)
		return NULL;
	return line[n] == ' ' || line[n] == '=' ? line + n + 1 : !line[n] || line[n] == '\n' || line[n] == '\r' ? line + n : NULL;
}

static bool has_word(const char *words, const char *word)
{
	size_t want = strlen(word);
	for (const char *p = words; *p && *p != '\n' && *p != '\r';) {
		p += strspn(p, " \t=");
		size_t n = strcspn(p, " \t\r\n");
		if (n == want && strncasecmp(p, word, n) == 0)
			return true;
		p += n;
	}
	return false;
}

static void take_offer(struct smtp *s, const char *line)
{
	const char *words;
	if (offered(line, "STARTTLS"))
		s->starttls = true;
	if (offered(line, "DSN"))
		s->dsn = true;
	if (offered(line, "PIPELINING"))
		s->pipelining = !s->one_by_one;
	if ((words = offered(line, "AUTH"))) {		/* "AUTH=" too, as old servers have it */
		s->plain |= has_word(words, "PLAIN");
		s->login |= has_word(words, "LOGIN");
		s->xoauth2 |= has_word(words, "XOAUTH2");
	}
	if ((words = offered(line, "SIZE"))) {
		s->size = true;
		s->size_bytes = 0;
		for (int digits = 0; *words >= '0' && *words <= '9' && digits < 18; words++, digits++)
			s->size_bytes = s->size_bytes * 10 + (uint64_t)(*words - '0');
	}
}

static int ehlo(struct smtp *s, enum reason *ret_reason, struct error *err)
{
	int code = smtp_talk(s, s->o.command_us, "EHLO %s", s->o.helo);
	if (code != 250)
		return smtp_fault(s, "EHLO", code, ret_reason, err);
	s->starttls = s->dsn = s->plain = s->login = s->xoauth2 = s->size = s->pipelining = false;
	for (const char *line = s->session->response; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
		take_offer(s, line);
	return 0;
}

static int upgrade(struct smtp *s, enum reason *ret_reason, struct error *err)
{
	if (!s->starttls) {
		*ret_reason = REASON_TLS;
		return error_set(err, FAIL_CONFIG, "smtp %s: the server offers no STARTTLS; set [smtp] security and port as the provider says",
				 stream_peer(s->stream));
	}
	int code = smtp_talk(s, s->o.command_us, "STARTTLS");
	if (code != 220) {
		int k = smtp_fault(s, "STARTTLS", code, ret_reason, err);
		*ret_reason = code ? REASON_TLS : *ret_reason;
		return k;
	}
	int k = stream_upgrade(s->stream, s->o.stream.timeout_us, err);
	if (k) {
		*ret_reason = stream_reason(s->stream);
		return k;
	}
	return ehlo(s, ret_reason, err);	/* RFC 3207 section 4.2: what was offered before counts for nothing */
}

/* ---- AUTH ---- */

/* "command base64(bytes)"; what held the secret is overwritten. The reply's code, or 0. */
static int say_secret(struct smtp *s, const char *command, const char *bytes, size_t n)
{
	int code = 0;
	size_t coded_n = BASE64_ENCODE_RAW_LENGTH(n);
	char *coded = malloc(coded_n + 1);
	if (coded && strlen(command) + coded_n <= LINE_BYTES - 2) {
		base64_encode_raw(coded, n, (const uint8_t *)bytes);
		stream_command(s->stream, s->o.command_us, REPLY_BYTES);
		bool ok = mailstream_write(s->session->stream, command, strlen(command)) >= 0 &&
			  mailstream_write(s->session->stream, coded, coded_n) >= 0 &&
			  mailstream_write(s->session->stream, "\r\n", 2) >= 0 && mailstream_flush(s->session->stream) >= 0;
		stream_wipe(s->stream);
		code = ok ? reply_code(s, mailsmtp_read_response(s->session)) : 0;
	}
	if (coded)
		explicit_bzero(coded, coded_n);
	free(coded);
	return code;
}

static int auth_plain(struct smtp *s, const char *secret)
{
	char *words = NULL;
	int n = asprintf(&words, "%c%s%c%s", 0, s->o.user, 0, secret);	/* RFC 4616: authorisation left empty */
	if (n < 0)
		return 0;
	int code = say_secret(s, "AUTH PLAIN ", words, (size_t)n);
	explicit_bzero(words, (size_t)n);
	free(words);
	return code;
}

static int auth_login(struct smtp *s, const char *secret)
{
	int code = smtp_talk(s, s->o.command_us, "AUTH LOGIN");
	if (code == 334)
		code = say_secret(s, "", s->o.user, strlen(s->o.user));
	return code == 334 ? say_secret(s, "", secret, strlen(secret)) : code;
}

static int auth_xoauth2(struct smtp *s, const char *secret)
{
	char *words = NULL;
	int n = asprintf(&words, "user=%s\1auth=Bearer %s\1\1", s->o.user, secret);
	if (n < 0)
		return 0;
	int code = say_secret(s, "AUTH XOAUTH2 ", words, (size_t)n);
	explicit_bzero(words, (size_t)n);
	free(words);
	if (code == 334)	/* the refusal comes as a challenge, to be answered with an empty line */
		code = smtp_talk(s, s->o.command_us, "%s", "");
	return code;
}

static int no_login(struct smtp *s, enum reason *ret_reason, struct error *err, const char *what)
{
	*ret_reason = REASON_LOGIN;
	return error_set(err, FAIL_CONFIG, "smtp %s: %s", stream_peer(s->stream), what);
}

static int login(struct smtp *s, enum reason *ret_reason, struct error *err)
{
	SECRET_CLEANUP char *secret = NULL;
	int code, k = stream_may_login(s->stream, err);
	if (k) {
		*ret_reason = REASON_TLS;
		return k;
	}
	if (s->o.auth == SMTP_AUTH_XOAUTH2 && !s->xoauth2)
		return no_login(s, ret_reason, err, "the server offers no XOAUTH2; set [smtp] auth = password");
	if (s->o.auth == SMTP_AUTH_PASSWORD && !s->plain && !s->login)
		return no_login(s, ret_reason, err, "the server offers neither AUTH PLAIN nor LOGIN; set [smtp] auth or security as the provider says");
	k = s->o.secret(s->o.arg, &secret, err);
	if (k) {
		*ret_reason = REASON_LOGIN;
		return k;
	}
	if (s->o.auth == SMTP_AUTH_XOAUTH2)
		code = auth_xoauth2(s, secret);
	else
		code = s->plain ? auth_plain(s, secret) : auth_login(s, secret);
	if (code == 235)
		return 0;
	/* RFC 4954 section 6: 454 is a passing fault of the server, anything 5xx a refusal */
	if (code >= 500) {
		(void)no_login(s, ret_reason, err, "");
		return error_set(err, FAIL_CONFIG, "smtp %s: login refused with %d; put the right %s in [smtp] password_file", stream_peer(s->stream),
				 code, s->o.auth == SMTP_AUTH_XOAUTH2 ? "token" : "password");
	}
	return smtp_fault(s, "AUTH", code, ret_reason, err);
}

/* ---- connecting ---- */

static int greet(struct smtp *s, enum reason *ret_reason, struct error *err)
{
	/* mailsmtp_connect() keeps the stream whatever it answers; it reads the greeting */
	stream_command(s->stream, s->o.command_us, REPLY_BYTES);
	(void)mailsmtp_connect(s->session, stream_mailstream(s->stream));
	int code = reply_code(s, s->session->response_code);
	if (code != 220)
		return smtp_fault(s, "greeting", code, ret_reason, err);
	int k = ehlo(s, ret_reason, err);
	if (!k && s->o.stream.security == STREAM_STARTTLS)
		k = upgrade(s, ret_reason, err);
	if (!k && s->o.auth != SMTP_AUTH_NONE)
		k = login(s, ret_reason, err);
	return k;
}

int smtp_connect(struct smtp *s, enum reason *ret_reason, struct error *err)
{
	if (s->stream)
		return 0;
	int k = stream_open(&s->o.stream, &s->stream, ret_reason, err);
	if (k) {
		s->stream = NULL;
		return error_prefix(err, "smtp");
	}
	s->session = mailsmtp_new(0, NULL);
	if (!s->session) {
		*ret_reason = REASON_LIMIT;
		k = error_set(err, FAIL_RETRY, "smtp: no memory");
	} else {
		k = greet(s, ret_reason, err);
	}
	if (k)
		smtp_drop(s);
	return k;
}

void smtp_quit(struct smtp *s)
{
	if (s->stream && stream_reason(s->stream) == REASON_NONE && !stream_pending(s->stream))
		(void)smtp_talk(s, QUIT_US < s->o.command_us ? QUIT_US : s->o.command_us, "QUIT");
	smtp_drop(s);
}
