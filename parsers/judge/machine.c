#include "parsers/judge/machine.h"

#include <string.h>
#include <strings.h>

#include "parsers/judge/auth_results.h"
#include "parsers/judge/judge_tone.h"
#include "parsers/words/phrases.h"

/* ---- addresses ---- */

static bool listed(const char *address, const struct rule_list *list)
{
	for (size_t i = 0; address && i < list->n; i++)
		if (strcasecmp(address, list->text[i]) == 0)
			return true;
	return false;
}

bool address_own(const char *address, const struct rules *rules)
{
	return listed(address, &rules->addresses) || listed(address, &rules->form_senders);
}

bool address_form(const char *address, const struct rules *rules)
{
	return listed(address, &rules->form_senders);
}

bool address_own_domain(const char *address, const struct rules *rules)
{
	const char *at = address ? strrchr(address, '@') : NULL;
	for (size_t i = 0; at && i < rules->domains.n; i++) {
		size_t n = strlen(at + 1), d = strlen(rules->domains.text[i]);
		if (n >= d && strcasecmp(at + 1 + n - d, rules->domains.text[i]) == 0 && (n == d || at[n - d] == '.'))
			return true;
	}
	return false;
}

/* The local part in lower case without dots, hyphens and underscores, cut at '+' and '@'. */
static const char *local_part(const char *address, char *ret, size_t n)
{
	size_t k = 0;
	for (; *address && *address != '@' && *address != '+' && k + 1 < n; address++)
		if (*address != '.' && *address != '-' && *address != '_')
			ret[k++] = (char)(*address >= 'A' && *address <= 'Z' ? *address + 32 : *address);
	ret[k] = 0;
	return ret;
}

bool address_noreply(const char *address)
{
	static const char *const PARTS[] = { "noreply", "donotreply", "dontreply", "noreplay", "nietbeantwoorden", "nietantwoorden", "nietreageren", "geenantwoord",
					     "nepasrepondre", "keineantwort", "noresponse", "norespond", "unmonitored", "mailerdaemon" };
	static const char *const WHOLE[] = { "nieuwsbrief", "newsletter", "nieuws", "mailing", "mailings", "notification", "notifications", "notificaties", "bounce", "bounces",
					     "root", "wwwdata", "nobody", "apache", "daemon", "listserv", "majordomo", "mailman", "automail", "autoreply", "autoresponder",
					     "alerts", "alert", "abuse", "quarantine", "quarantaine", "spamfilter", "system", "systeem", "robot", "bot", "cron" };
	char local[80];
	if (!address)
		return false;
	local_part(address, local, sizeof local);
	for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
		if (strstr(local, PARTS[i]))
			return true;
	for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++)
		if (strcmp(local, WHOLE[i]) == 0)
			return true;
	const char *at = strchr(address, '@');	/* "owner-list@", "list-request@" (RFC 5230 section 4.6) */
	return strncasecmp(address, "owner-", 6) == 0 || (at && at - address > 8 && strncasecmp(at - 8, "-request", 8) == 0);
}

bool address_daemon(const char *address)
{
	char local[80];
	if (!address)
		return false;
	local_part(address, local, sizeof local);
	return strcmp(local, "mailerdaemon") == 0 || strcmp(local, "postmaster") == 0;
}

/* ---- header values ---- */

/* The first token of a value: comments in front and whatever follows ';', '(' or a blank cut off. RFC 3834 section 5. */
static size_t token(const char **s)
{
	const char *p = *s;
	for (;;) {
		p += strspn(p, " \t");
		if (*p != '(')
			break;
		int depth = 0;
		for (; *p; p++) {
			depth += (*p == '(') - (*p == ')');
			if (!depth) {
				p++;
				break;
			}
		}
	}
	*s = p;
	return strcspn(p, " \t;(,");
}

static bool token_is(const char *value, const char *what)
{
	size_t n = token(&value);
	return n == strlen(what) && strncasecmp(value, what, n) == 0;
}

static bool name_is(const struct header *h, const char *name)
{
	return strcasecmp(h->name, name) == 0;
}

static bool name_in(const struct header *h, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (name_is(h, names[i]))
			return true;
	return false;
}
#define NAME_IN(h, list) name_in(h, list, sizeof(list) / sizeof *(list))

/* ---- the rules, a header field each ---- */

#define CERTAIN(...) do { s->certain = true; result = record_add_why(r, VERDICT_NEVER, __VA_ARGS__); } while (0)
#define DOUBT(...) result = record_add_why(r, VERDICT_HOLD, __VA_ARGS__)

static int bulk_header(const struct header *h, struct signs *s, struct record *r)
{
	static const char *const LIST[] = { "List-Id", "List-Post", "List-Owner", "List-Subscribe", "List-Help", "List-Archive", "Mailing-List", "X-Mailing-List", "X-MLServer", "X-ML-Name" };
	static const char *const MAILER[] = { "Feedback-ID", "X-Campaign", "X-CampaignID", "X-Mailchimp-Campaign", "X-CSA-Complaints", "X-Report-Abuse", "X-MC-User",
					      "X-SG-EID", "X-Mailgun-Sid", "X-Mailgun-Tag", "List-Unsubscribe-Post", "X-Mailer-LID", "X-Laposta-Campaign", "X-rext" };
	static const char *const BULK[] = { "bulk", "junk", "list", "auto_reply", "auto-reply" };
	int result = PARSE_OK;
	if (name_is(h, "Precedence") || name_is(h, "X-Precedence")) {
		for (size_t i = 0; i < sizeof BULK / sizeof *BULK; i++)
			if (token_is(h->value, BULK[i])) {
				s->bulk = true;
				s->automatic = s->automatic || i >= 3;
				DOUBT("precedence", "%s says \"%s\": mail in bulk or from a program.", h->name, BULK[i]);
			}
	} else if (NAME_IN(h, LIST) && !s->bulk) {
		s->bulk = true;
		DOUBT("list-mail", "The header %s says that a mailing list sent it.", h->name);
	} else if (name_is(h, "List-Unsubscribe") || NAME_IN(h, MAILER)) {
		s->unsubscribe = true;
	}
	return result;
}

/* "Auto_Submitted", "AutoSubmitted": the right word under a wrong name. */
static bool misspelt(const char *name)
{
	char bare[32];
	return strcasecmp(name, "Auto-Submitted") != 0 && strcmp(local_part(name, bare, sizeof bare), "autosubmitted") == 0;
}

static int automatic_header(const struct header *h, struct signs *s, struct record *r)
{
	static const char *const RESPONDER[] = { "X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Responder", "X-Autoresponse", "X-Auto-Response", "X-AutoReply-From",
						 "X-Mail-Autoreply", "X-Auto-Reply", "X-Auto-Generated", "X-Autogenerated", "X-Vacation", "X-OTRS-Loop",
						 "X-RT-Loop-Prevention", "X-MS-Exchange-Inbox-Rules-Loop", "X-Zendesk-From-Account-Id", "X-Amz-Sns-Message-Id" };
	int result = PARSE_OK;
	if (name_is(h, "Auto-Submitted")) {
		const char *v = h->value;
		size_t n = token(&v);
		if (n && !token_is(h->value, "no"))
			CERTAIN("auto-submitted", "Auto-Submitted is \"%.*s\": a program sent it (RFC 3834).", (int)(n < 40 ? n : 40), v);
	} else if ((misspelt(h->name) || name_is(h, "X-Auto-Submitted")) && !token_is(h->value, "no")) {
		s->automatic = true;
		DOUBT("auto-submitted-misspelt", "%s looks like Auto-Submitted written wrongly.", h->name);
	} else if (name_is(h, "X-Failed-Recipients")) {
		CERTAIN("failed-recipients", "X-Failed-Recipients: a mail server reports a failed delivery.");
	} else if (name_is(h, "Return-Path") && !h->value[strspn(h->value, " \t")]) {
		DOUBT("no-return-path", "The Return-Path says nothing, not even <>: no server of ours wrote it so.");
	} else if (name_is(h, "Delivered-To") && token_is(h->value, "autoresponder")) {
		CERTAIN("autoresponder", "It was delivered to an autoresponder.");
	} else if (name_is(h, "X-MS-Exchange-Generated-Message-Source") || NAME_IN(h, RESPONDER) ||
		   (name_is(h, "X-Loop") && (token_is(h->value, "yes") || token_is(h->value, "true"))) ||
		   (name_is(h, "X-FC-MachineGenerated") && token_is(h->value, "true"))) {
		s->automatic = true;
		DOUBT("automatic-header", "The header %s is written by responders.", h->name);
	}
	return result;
}

static bool scl_spam(const char *value)
{
	return (value[0] >= '5' && value[0] <= '9') && (value[1] < '0' || value[1] > '9');
}

static int spam_header(const struct header *h, struct signs *s, struct record *r)
{
	bool spam = (name_is(h, "X-Spam-Flag") && token_is(h->value, "yes")) || (name_is(h, "X-Spam-Status") && token_is(h->value, "yes")) ||
		    (name_is(h, "X-Spam") && token_is(h->value, "yes")) || (name_is(h, "X-MS-Exchange-Organization-SCL") && scl_spam(h->value)) ||
		    (name_is(h, "X-Bogosity") && (token_is(h->value, "spam") || token_is(h->value, "yes"))) ||
		    (name_is(h, "X-DSPAM-Result") && token_is(h->value, "spam")) || (name_is(h, "X-Forefront-Antispam-Report") && strstr(h->value, "SFV:SPM")) ||
		    (name_is(h, "X-Rspamd-Action") && (token_is(h->value, "reject") || strncasecmp(h->value, "add header", 10) == 0 ||
						      strncasecmp(h->value, "rewrite subject", 15) == 0));
	if (!spam)
		return PARSE_OK;
	s->spam = true;
	return record_add_why(r, VERDICT_HOLD, "spam", "The mail server calls it spam (%s).", h->name);
}

/* dmarc=fail, where our own server says so: the authserv-id that was configured, else any host of our own domains. Whoever forges such a field only
 * delays his own receipt. */
static bool dmarc_failed(const struct header *h, const struct rules *rules)
{
	char at_host[256] = "@", *host = at_host + 1;
	if (!name_is(h, "Authentication-Results") || !auth_results_server(h->value, host, sizeof at_host - 1))
		return false;
	bool ours = rules->authserv_id && *rules->authserv_id ? strcasecmp(host, rules->authserv_id) == 0 : address_own_domain(at_host, rules);
	return ours && auth_results_say(h->value, "dmarc", "fail");
}

static int dmarc_header(const struct header *h, const struct rules *rules, struct record *r)
{
	int result = PARSE_OK;
	if (dmarc_failed(h, rules))
		DOUBT("dmarc-fail", "The sender's domain disowns it (dmarc=fail): the address may be forged.");
	return result;
}

static int read_headers(const struct message *m, const struct rules *rules, struct signs *s, struct record *r)
{
	int result = PARSE_OK;
	for (size_t i = 0; i < m->n_headers && result != PARSE_NOMEM; i++) {
		const struct header *h = &m->headers[i];
		result = bulk_header(h, s, r);
		if (result != PARSE_NOMEM)
			result = automatic_header(h, s, r);
		if (result != PARSE_NOMEM)
			result = spam_header(h, s, r);
		if (result != PARSE_NOMEM)
			result = dmarc_header(h, rules, r);
	}
	return result == PARSE_NOMEM ? result : PARSE_OK;
}

/* A website may well say auto-generated of a form; an answer to something it never is, nor does a person's form fail to be delivered. Its address may be
 * forged like any other: we would then write to whom the forger names. */
static int read_form_headers(const struct message *m, const struct rules *rules, struct signs *s, struct record *r)
{
	int result = PARSE_OK;
	for (size_t i = 0; i < m->n_headers && result != PARSE_NOMEM; i++) {
		const struct header *h = &m->headers[i];
		if (name_is(h, "Auto-Submitted") && strcasestr(h->value, "auto-replied"))
			CERTAIN("auto-submitted", "Auto-Submitted is \"auto-replied\": a program answered (RFC 3834).");
		else if (name_is(h, "X-Failed-Recipients"))
			CERTAIN("failed-recipients", "X-Failed-Recipients: a mail server reports a failed delivery.");
		else
			result = dmarc_header(h, rules, r);
	}
	return result == PARSE_NOMEM ? result : PARSE_OK;
}

static int read_envelope(const struct message *m, const struct rules *rules, bool form, struct signs *s, struct record *r)
{
	int result = PARSE_OK;
	if (m->report.type)
		CERTAIN("report", "It is a report of a mail system (%s).", m->report.type);
	if (m->return_path && !*m->return_path && !form)
		CERTAIN("null-return-path", "The Return-Path is empty: nobody wants an answer.");
	if (!m->from.address && m->from.name && strcasestr(m->from.name, "mailer-daemon"))
		CERTAIN("mail-system", "A mail system is the sender.");
	else if (!m->from.address)
		DOUBT("no-sender", "From holds no address: whoever Reply-To names, nobody signed for it.");
	if (address_daemon(m->from.address) || (m->return_path && address_daemon(m->return_path)))
		CERTAIN("mail-system", "A mail system is the sender.");
	if (m->message_id && strncmp(m->message_id, "receipt.K-", 10) == 0) {
		s->own = true;
		CERTAIN("own-receipt", "Its Message-ID has the shape of our own receipts: a receipt of ours came back.");
	}
	if (!form && address_own(m->from.address, rules)) {
		s->own = true;
		result = record_add_why(r, VERDICT_NEVER, "own-address", "The sender is our own address.");
	} else if (!form && m->from.address && address_own_domain(m->from.address, rules)) {
		DOUBT("own-domain", "The sender is a colleague: whom to confirm is for a person to say.");
	}
	if (!form && address_noreply(m->from.address)) {
		s->noreply = true;
		DOUBT("no-reply-sender", "The sender's address takes no answers.");
	}
	return result;
}

/* A person passed on what a mail system wrote: the words below are a bounce's. */
static bool bounce_below(const struct words *w, struct arena *a)
{
	for (size_t i = 0; i < w->n_older; i++) {
		const struct older *o = &w->older[i];
		struct folded f;
		if (o->level == 1 && address_daemon(o->address))
			return true;
		if (o->level == 1 && o->name && fold_text(o->name, strlen(o->name), a, &f) == PARSE_OK && strstr(f.s, "mailer daemon"))
			return true;
	}
	return false;
}

#define SPEECH_BYTES 300

/* What stands between quotation marks was said by another: "telkens krijg ik "Dit is een automatisch bericht"". */
static void drop_speech(char *text)
{
	static const char *const PAIRS[][2] = { { "\"", "\"" }, { "\u201c", "\u201d" }, { "\u201e", "\u201d" }, { "\u201e", "\u201c" } };
	for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
		for (char *p = text; (p = strstr(p, PAIRS[i][0]));) {
			char *from = p + strlen(PAIRS[i][0]), *to = memmem(from, strnlen(from, SPEECH_BYTES), PAIRS[i][1], strlen(PAIRS[i][1]));
			char *gap = memmem(from, strnlen(from, SPEECH_BYTES), "\n\n", 2);
			p = from;
			if (!to || (gap && gap < to))
				continue;
			memset(from, ' ', (size_t)(to - from));
			p = to + strlen(PAIRS[i][1]);
		}
}

static const char *level_0_text(const struct words *w, struct arena *a)
{
	size_t n = 1;
	for (size_t i = 0; i < w->n; i++)
		n += w->lines[i].level == 0 ? w->lines[i].n + 1 : 0;
	char *text = arena_alloc(a, n), *p = text;
	for (size_t i = 0; text && i < w->n; i++)
		if (w->lines[i].level == 0) {
			memcpy(p, w->lines[i].s, w->lines[i].n);
			p += w->lines[i].n;
			*p++ = '\n';
		}
	if (text)
		drop_speech(text);
	return text;
}

static bool is_calendar(const char *type)
{
	return type && strcmp(type, "text/calendar") == 0;
}

int machine_signs(const struct message *m, const struct words *w, const struct rules *rules, bool form, struct record *r, struct signs *ret)
{
	struct signs s = { 0 };
	bool reply = false;	/* the subject of an answer is somebody else's */
	int result = read_envelope(m, rules, form, &s, r);
	if (result == PARSE_NOMEM)
		return result;
	result = form ? read_form_headers(m, rules, &s, r) : read_headers(m, rules, &s, r);
	const char *text = level_0_text(w, r->arena);
	if (result != PARSE_OK || !text)
		return PARSE_NOMEM;
	const char *subject = m->subject ? subject_bare(m->subject, &reply) : NULL;
	if (!form)
		s.words = machine_words(reply ? NULL : subject, text, r->arena, &s.words_text);
	for (size_t i = 0; i < m->n_parts; i++)
		if (is_calendar(m->parts[i].media_type) || is_calendar(m->parts[i].declared_type)) {
			s.words += 2;
			s.words_text = "a calendar message";
			break;
		}
	if (bounce_below(w, r->arena)) {
		s.words += *w->own ? 3 : 5;
		s.words_text = "a forwarded delivery failure";
	}
	*ret = s;
	return PARSE_OK;
}
