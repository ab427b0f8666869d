#include "sources/imap.h"

#include <nettle/base64.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sources/imap_private.h"

const char *imap_ack_name(enum imap_ack how)
{
	static const char *const names[] = { [IMAP_MOVED] = "moved", [IMAP_COPIED] = "copied", [IMAP_FLAGGED] = "flagged" };
	return names[how];
}

/* ---- results ---- */

/* The response code of the last answer, if it is one of letters only (RFC 5530): it goes into the
 * journal. */
static const char *response_code(const struct imap *i, char *ret, size_t n)
{
	const struct mailimap_response_info *info = i->session->imap_response_info;
	const char *code = info && info->rsp_atom ? info->rsp_atom : info && info->rsp_trycreate ? "TRYCREATE" : "";
	*ret = '\0';
	if (*code && strlen(code) < n - 3 && strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == strlen(code))
		(void)snprintf(ret, n, " [%s]", code);
	return ret;
}

/* RFC 5530: the server is not able to at the moment; whatever was asked is not refused for good. */
static bool only_busy(const struct imap *i)
{
	const struct mailimap_response_info *info = i->session->imap_response_info;
	static const char *const codes[] = { "UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG" };
	for (size_t k = 0; info && info->rsp_atom && k < sizeof codes / sizeof *codes; k++)
		if (strcasecmp(info->rsp_atom, codes[k]) == 0)
			return true;
	return false;
}

int imap_result(struct imap *i, int r, enum reason refused, const char *doing, struct error *err)
{
	char code[40];
	switch (r) {
	case MAILIMAP_NO_ERROR:
	case MAILIMAP_NO_ERROR_AUTHENTICATED:
	case MAILIMAP_NO_ERROR_NON_AUTHENTICATED:
		return 0;
	case MAILIMAP_ERROR_BAD_STATE:
	case MAILIMAP_ERROR_STREAM:
	case MAILIMAP_ERROR_PARSE:
	case MAILIMAP_ERROR_CONNECTION_REFUSED:
	case MAILIMAP_ERROR_MEMORY:
	case MAILIMAP_ERROR_PROTOCOL:
	case MAILIMAP_ERROR_FATAL:
		break;
	default:
		i->reason = only_busy(i) ? REASON_UNREACHABLE : refused;
		return error_set(err, FAIL_ITEM, "%s: %s refused%s", stream_peer(i->stream), doing, response_code(i, code, sizeof code));
	}
	i->dead = true;
	if (stream_reason(i->stream) != REASON_NONE) {
		i->reason = stream_reason(i->stream);
		return error_set(err, FAIL_RETRY, "%s: %s: %s", stream_peer(i->stream), doing, stream_why(i->stream));
	}
	if (r == MAILIMAP_ERROR_FATAL) {
		i->reason = REASON_GONE;
		return error_set(err, FAIL_RETRY, "%s: %s: the server said BYE", stream_peer(i->stream), doing);
	}
	return imap_broken(i, doing, err);
}

int imap_broken(struct imap *i, const char *what, struct error *err)
{
	i->dead = true;
	i->reason = REASON_PROTOCOL;
	return error_set(err, FAIL_RETRY, "%s: %s: the server's answer breaks the protocol", stream_peer(i->stream), what);
}

void imap_command(struct imap *i, uint64_t max_bytes)
{
	stream_command(i->stream, COMMAND_US + (int64_t)(max_bytes / BYTES_PER_SECOND) * US_PER_SECOND, max_bytes);
}

int imap_simple(struct imap *i, const char *command, enum reason refused, const char *doing, struct error *err)
{
	if (i->dead)
		return imap_result(i, MAILIMAP_ERROR_STREAM, refused, doing, err);
	return imap_result(i, mailimap_custom_command(i->session, command), refused, doing, err);
}

/* ---- capabilities ---- */

int imap_capability(struct imap *i, struct error *err)
{
	struct mailimap_connection_info *info = i->session->imap_connection_info;
	if (info && info->imap_capability) {
		mailimap_capability_data_free(info->imap_capability);
		info->imap_capability = NULL;
	}
	imap_command(i, ANSWER_BYTES);
	/* not mailimap_capability(): it copies an answer that a server may have left out */
	int r = imap_simple(i, "CAPABILITY", REASON_PROTOCOL, "CAPABILITY", err);
	if (r == 0 && (!i->session->imap_connection_info || !i->session->imap_connection_info->imap_capability))
		r = imap_broken(i, "CAPABILITY", err);
	return r;
}

static bool has(const struct imap *i, int type, const char *name)
{
	const struct mailimap_connection_info *info = i->session->imap_connection_info;
	if (!info || !info->imap_capability)
		return false;
	for (clistiter *c = clist_begin(info->imap_capability->cap_list); c; c = clist_next(c)) {
		const struct mailimap_capability *cap = clist_content(c);
		const char *s = type == MAILIMAP_CAPABILITY_NAME ? cap->cap_data.cap_name : cap->cap_data.cap_auth_type;
		if (cap->cap_type == type && s && strcasecmp(s, name) == 0)
			return true;
	}
	return false;
}

bool imap_has(const struct imap *i, const char *capability)
{
	return has(i, MAILIMAP_CAPABILITY_NAME, capability);
}

bool imap_has_auth(const struct imap *i, const char *mechanism)
{
	return has(i, MAILIMAP_CAPABILITY_AUTH_TYPE, mechanism);
}

/* ---- connecting ---- */

static int start_tls(struct imap *i, struct error *err)
{
	int r = imap_capability(i, err);
	if (r == 0 && !imap_has(i, "STARTTLS")) {
		i->dead = true;
		i->reason = REASON_TLS;
		return error_set(err, FAIL_CONFIG, "%s: the server offers no STARTTLS: use security = tls, or another port",
				 stream_peer(i->stream));
	}
	if (r != 0)
		return r;
	imap_command(i, ANSWER_BYTES);
	r = mailimap_starttls(i->session);
	/* no refusal: libetpan saw plain bytes after the OK (CVE-2020-15953) */
	if (r == MAILIMAP_ERROR_STARTTLS && stream_pending(i->stream))
		return imap_broken(i, "STARTTLS", err);
	r = imap_result(i, r, REASON_TLS, "STARTTLS", err);
	if (r == 0 && (r = stream_upgrade(i->stream, 0, err)) != 0) {
		i->dead = true;
		i->reason = stream_reason(i->stream);
	}
	return r;
}

static int greet(struct imap *i, bool starttls, struct error *err)
{
	imap_command(i, ANSWER_BYTES);
	int r = mailimap_connect(i->session, stream_mailstream(i->stream));
	if (stream_reason(i->stream) == REASON_NONE && strncasecmp(i->session->imap_stream_buffer->str, "* BYE", 5) == 0)
		r = MAILIMAP_ERROR_FATAL;	/* libetpan takes it for a greeting */
	if (r == MAILIMAP_NO_ERROR_AUTHENTICATED) {
		i->dead = true;
		i->reason = REASON_PROTOCOL;
		return error_set(err, FAIL_CONFIG, "%s: PREAUTH: the server took us for somebody without asking", stream_peer(i->stream));
	}
	r = imap_result(i, r, REASON_PROTOCOL, "greeting", err);
	if (r == 0 && starttls)
		r = start_tls(i, err);
	return r == 0 ? imap_capability(i, err) : r;
}

static struct imap *imap_new(const struct imap_options *o)
{
	struct imap *i = calloc(1, sizeof *i);
	if (!i)
		return NULL;
	i->idle = o->idle;
	i->look_only = o->look_only;
	i->folder = strdup(o->folder);
	i->processed = strdup(o->processed_folder);
	i->session = mailimap_new(0, NULL);
	if (i->folder && i->processed && i->session)
		return i;
	imap_free(i);
	return NULL;
}

int imap_connect(const struct imap_options *o, struct imap **ret, enum reason *reterr_reason, struct error *err)
{
	struct stream_options so = { .host = o->host, .port = o->port, .security = o->security, .ca_file = o->ca_file,
				     .cancel_fd = o->cancel_fd };
	struct imap *i = imap_new(o);
	*reterr_reason = REASON_UNREACHABLE;
	if (!i)
		return error_set(err, FAIL_RETRY, "out of memory");
	int r = stream_open(&so, &i->stream, reterr_reason, err);
	if (r == 0 && (r = greet(i, o->security == STREAM_STARTTLS, err)) != 0)
		*reterr_reason = i->reason;
	if (r == 0)
		*ret = i;
	else
		imap_free(i);
	return r == FAIL_ITEM ? FAIL_RETRY : r;
}

/* ---- login ---- */

static char *base64(const char *bytes, size_t n)
{
	char *out = malloc(BASE64_ENCODE_RAW_LENGTH(n) + 3);
	if (!out)
		return NULL;
	base64_encode_raw(out, n, (const uint8_t *)bytes);
	memcpy(out + BASE64_ENCODE_RAW_LENGTH(n), "\r\n", 3);
	return out;
}

static void wipe(char **s)
{
	if (*s)
		explicit_bzero(*s, strlen(*s));
	free(*s);
	*s = NULL;
}
#define WIPE __attribute__((cleanup(wipe)))

static bool say(struct imap *i, const char *text)
{
	mailstream *ms = i->session->imap_stream;
	return mailstream_write(ms, text, strlen(text)) >= 0 && mailstream_flush(ms) >= 0;
}

/* AUTHENTICATE with one answer (RFC 3501 6.2.2). By hand, since libetpan leaves copies of the
 * password in freed memory and needs the plug-ins of SASL. The second "+" is XOAUTH2's way to say
 * why it refuses: an empty answer ends it. */
static int authenticate(struct imap *i, const char *mechanism, const char *answer)
{
	struct mailimap_response *response = NULL;
	if (mailimap_send_current_tag(i->session) || !say(i, "AUTHENTICATE ") || !say(i, mechanism) || !say(i, "\r\n"))
		return MAILIMAP_ERROR_STREAM;
	for (int turn = 0; turn < 3; turn++) {
		const char *line = mailimap_read_line(i->session);
		if (!line)
			return MAILIMAP_ERROR_STREAM;
		if (*line != '+')
			break;
		if (!say(i, turn == 0 ? answer : "\r\n"))
			return MAILIMAP_ERROR_STREAM;
	}
	int r = mailimap_parse_response(i->session, &response);
	if (r != MAILIMAP_NO_ERROR)
		return r;
	bool ok = response->rsp_resp_done->rsp_data.rsp_tagged->rsp_cond_state->rsp_type == MAILIMAP_RESP_COND_STATE_OK;
	mailimap_response_free(response);
	if (ok)
		i->session->imap_state = MAILIMAP_STATE_AUTHENTICATED;
	return ok ? MAILIMAP_NO_ERROR : MAILIMAP_ERROR_LOGIN;
}

static int authenticate_plain(struct imap *i, const char *user, const char *secret)
{
	size_t user_n = strlen(user), n = user_n + strlen(secret) + 2;
	char *bytes = calloc(1, n + 1);		/* NUL user NUL password (RFC 4616) */
	if (!bytes)
		return MAILIMAP_ERROR_MEMORY;
	memcpy(bytes + 1, user, user_n);
	memcpy(bytes + user_n + 2, secret, strlen(secret));
	WIPE char *answer = base64(bytes, n);
	explicit_bzero(bytes, n);
	free(bytes);
	return answer ? authenticate(i, "PLAIN", answer) : MAILIMAP_ERROR_MEMORY;
}

static int authenticate_xoauth2(struct imap *i, const char *user, const char *token)
{
	WIPE char *bytes = NULL;
	if (asprintf(&bytes, "user=%s\001auth=Bearer %s\001\001", user, token) < 0) {
		bytes = NULL;
		return MAILIMAP_ERROR_MEMORY;
	}
	WIPE char *answer = base64(bytes, strlen(bytes));
	return answer ? authenticate(i, "XOAUTH2", answer) : MAILIMAP_ERROR_MEMORY;
}

static int no_common_login(struct imap *i, const char *want, struct error *err)
{
	i->dead = true;
	i->reason = REASON_LOGIN;
	return error_set(err, FAIL_CONFIG, "%s: the server offers no %s", stream_peer(i->stream), want);
}

int imap_login(struct imap *i, const char *user, const char *secret, bool xoauth2, struct error *err)
{
	int r = stream_may_login(i->stream, err);
	if (r != 0) {
		i->dead = true;
		i->reason = stream_reason(i->stream);
		return r;
	}
	imap_command(i, ANSWER_BYTES);
	if (xoauth2 && !imap_has_auth(i, "XOAUTH2"))
		return no_common_login(i, "XOAUTH2: use auth = password", err);
	if (xoauth2)
		r = authenticate_xoauth2(i, user, secret);
	else if (imap_has_auth(i, "PLAIN"))
		r = authenticate_plain(i, user, secret);
	else if (!imap_has(i, "LOGINDISABLED"))
		r = mailimap_login(i->session, user, secret);
	else
		return no_common_login(i, "way to log in with a password: use auth = xoauth2", err);
	stream_wipe(i->stream);
	r = imap_result(i, r, REASON_LOGIN, "login", err);
	if (r == FAIL_ITEM) {		/* there is nothing else to do on this connection */
		i->dead = true;
		return FAIL_RETRY;
	}
	return r == 0 ? imap_capability(i, err) : r;
}

/* ---- the small things ---- */

struct mailimap_set *imap_set(const uint32_t *uids, size_t n)
{
	struct mailimap_set *set = mailimap_set_new_empty();
	for (size_t k = 0, end; set && k < n; k = end) {
		for (end = k + 1; end < n && uids[end] == uids[end - 1] + 1; end++)
			;
		if (mailimap_set_add_interval(set, uids[k], uids[end - 1]) != MAILIMAP_NO_ERROR) {
			mailimap_set_free(set);
			return NULL;
		}
	}
	return set;
}

uint32_t imap_uidvalidity(const struct imap *i)
{
	return i->uidvalidity;
}

bool imap_can_idle(const struct imap *i)
{
	return i->idle;
}

bool imap_processed_missing(const struct imap *i)
{
	return i->processed_missing;
}

struct stream *imap_stream(struct imap *i)
{
	return i->stream;
}

enum reason imap_reason(const struct imap *i)
{
	return i->reason;
}

void imap_logout(struct imap *i)
{
	if (i->dead || stream_reason(i->stream) != REASON_NONE || !i->session->imap_stream)
		return;
	stream_set_cancel(i->stream, -1);	/* the channel may be closed already: that is why we leave */
	stream_command(i->stream, 2 * US_PER_SECOND, ANSWER_BYTES);
	if (i->idling)
		(void)mailimap_idle_done(i->session);	/* a failure shows in LOGOUT */
	(void)mailimap_logout(i->session);	/* closes; whether the server answered does not matter any more */
}

void imap_free(struct imap *i)
{
	if (!i)
		return;
	if (i->session) {
		if (i->stream)
			stream_drop(i->stream, &i->session->imap_stream);
		mailimap_free(i->session);
	}
	stream_free(i->stream);
	free(i->folder);
	free(i->processed);
	free(i->folder_wire);
	free(i->processed_wire);
	free(i);
}
