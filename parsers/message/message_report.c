/* Bounces and receipts: what a machine says about a message of ours. */
#include "parsers/message/message_p.h"

#include <string.h>
#include <strings.h>

#include "parsers/message/charset.h"
#include "parsers/sink.h"

#define BLOCKS_MAX 20

/* A field's value without "rfc822;", comments left alone; NULL: absent or empty. */
static const char *plain_value(struct making *mk, const struct fields *f, const char *name)
{
	const char *v = message_value(mk, fields_get(f, name, 0));
	if (!v)
		return NULL;
	const char *semicolon = strchr(v, ';');
	if (semicolon && (strncasecmp(v, "rfc822", 6) == 0 || strncasecmp(v, "utf-8", 5) == 0 || strncasecmp(v, "x-", 2) == 0))
		v = semicolon + 1;
	v += strspn(v, " <");
	size_t n = strcspn(v, ">");
	while (n && v[n - 1] == ' ')
		n--;
	return n ? arena_strndup(mk->arena, v, n) : NULL;
}

static const char *first_word(struct making *mk, const char *v)
{
	if (!v)
		return NULL;
	char *p = arena_strndup(mk->arena, v, strcspn(v, " (;,/"));
	for (char *c = p; c && *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c += 32;
	mk->nomem |= !p;
	return p && *p ? p : NULL;
}

static void keep_first(const char **slot, const char *value)
{
	if (!*slot)
		*slot = value;
}

static void original_id(struct making *mk, const struct fields *f, const char *name)
{
	const struct field *id = fields_get(f, name, 0);
	size_t i = 0;
	if (id && !mk->m->report.original_message_id)
		mk->m->report.original_message_id = message_next_id(mk, id->value, id->value_n, &i);
}

/* RFC 3464: a block about the message, then one for each recipient. The first failed recipient speaks, else the first. */
static void read_status(struct making *mk, struct entity *e)
{
	struct message *m = mk->m;
	if (!message_decode(mk, e))
		return;
	const char *s = (const char *)e->bytes;
	bool failed = false;
	for (size_t at = 0, blocks = 0; at < e->n && blocks < BLOCKS_MAX && !failed && !mk->nomem; blocks++) {
		struct fields f;
		while (at < e->n && (s[at] == '\n' || s[at] == '\r'))
			at++;
		if (hdrfix_split(s + at, e->n - at, HDRFIX_MESSAGE, mk->rules->max_header_bytes, mk->arena, &f) < 0) {
			mk->nomem = true;
			return;
		}
		if (f.body == 0)
			return;
		original_id(mk, &f, "Original-Message-ID");
		original_id(mk, &f, "X-Original-Message-ID");
		const char *action = first_word(mk, message_value(mk, fields_get(&f, "Action", 0)));
		const char *recipient = plain_value(mk, &f, "Final-Recipient");
		if (!recipient)
			recipient = plain_value(mk, &f, "Original-Recipient");
		if (action || recipient) {
			failed = action && strcmp(action, "failed") == 0;
			const char *status = first_word(mk, message_value(mk, fields_get(&f, "Status", 0)));
			if (failed || !m->report.action) {
				m->report.action = action;
				m->report.final_recipient = recipient;
				m->report.status = status;
			}
		}
		at += f.body;
	}
}

/* RFC 8098: "Disposition: automatic-action/MDN-sent-automatically; displayed/error". */
static void read_disposition(struct making *mk, struct entity *e)
{
	struct fields f;
	if (!message_decode(mk, e) || hdrfix_split((const char *)e->bytes, e->n, HDRFIX_MESSAGE, mk->rules->max_header_bytes, mk->arena, &f) < 0)
		return;
	const char *d = message_value(mk, fields_get(&f, "Disposition", 0)), *semicolon = d ? strchr(d, ';') : NULL;
	const char *type = semicolon ? semicolon + 1 : d;
	mk->m->report.disposition = first_word(mk, type ? type + strspn(type, " ") : NULL);
	keep_first(&mk->m->report.action, mk->m->report.disposition);
	keep_first(&mk->m->report.final_recipient, plain_value(mk, &f, "Final-Recipient"));
	original_id(mk, &f, "Original-Message-ID");
}

static void read_feedback(struct making *mk, struct entity *e)
{
	struct fields f;
	if (!message_decode(mk, e) || hdrfix_split((const char *)e->bytes, e->n, HDRFIX_MESSAGE, mk->rules->max_header_bytes, mk->arena, &f) < 0)
		return;
	keep_first(&mk->m->report.action, first_word(mk, message_value(mk, fields_get(&f, "Feedback-Type", 0))));
	keep_first(&mk->m->report.final_recipient, plain_value(mk, &f, "Original-Rcpt-To"));
	original_id(mk, &f, "Original-Message-ID");
}

static void read_original_headers(struct making *mk, struct entity *e)
{
	struct fields f;
	if (message_decode(mk, e) &&
	    hdrfix_split((const char *)e->bytes, e->n, HDRFIX_MESSAGE, mk->rules->max_header_bytes, mk->arena, &f) == 0)
		original_id(mk, &f, "Message-ID");
}

/* A mailer without RFC 3464 (Exim, qmail, older ones) puts the message back into its text. */
static void id_in_text(struct making *mk)
{
	const char *s = mk->m->text;
	while (!mk->m->report.original_message_id && (s = strcasestr(s, "message-id:"))) {
		size_t n = strcspn(s + 11, "\n"), i = 0;
		mk->m->report.original_message_id = message_next_id(mk, s + 11, n, &i);
		s += 11 + n;
	}
}

static const char *report_type(struct making *mk, const struct entity *root)
{
	/* what the parts are counts more than what the header calls them */
	if (mk->status[0])
		return "delivery-status";
	if (mk->disposition)
		return "disposition-notification";
	if (mk->feedback)
		return "feedback-report";
	if (message_is(root, "multipart/report"))
		return first_word(mk, param_get(&root->type, "report-type", mk->arena));
	return fields_get(&root->fields, "X-Failed-Recipients", 0) ? "delivery-status" : NULL;
}

static void find_original(struct making *mk)
{
	struct message *m = mk->m;
	if (mk->original_headers)
		read_original_headers(mk, mk->original_headers);
	if (m->attached)
		keep_first(&m->report.original_message_id, m->attached->message_id);
	id_in_text(mk);
}

/* By its envelope: nobody sent it (RFC 5321 section 4.5.5), or a mail system did. */
static bool from_mail_system(const struct message *m)
{
	const char *from = m->from.address ? m->from.address : m->from.name;
	return (m->return_path && !*m->return_path) ||
	       (from && (strncasecmp(from, "mailer-daemon", 13) == 0 || strncasecmp(from, "postmaster", 10) == 0));
}

/* qmail and Exchange bounce without a word of RFC 3464: a mail system's mail that brings a receipt of ours back says that it did not arrive, or not yet. */
static bool receipt_returned(struct making *mk)
{
	static const char *const LATER[] = { "delay", "warning", "vertraag", "vertraging", "verz\u00f6ger", "retard" };
	struct message *m = mk->m;
	if (!from_mail_system(m))
		return false;
	find_original(mk);
	if (!m->report.original_message_id || strncmp(m->report.original_message_id, "receipt.K-", 10) != 0) {
		m->report.original_message_id = NULL;
		return false;
	}
	m->report.action = "failed";
	for (size_t i = 0; m->subject && i < sizeof LATER / sizeof *LATER; i++)
		if (strcasestr(m->subject, LATER[i]))
			m->report.action = "delayed";
	return true;
}

static void read_failed_recipients(struct making *mk, const struct fields *header)
{
	if (!fields_get(header, "X-Failed-Recipients", 0))
		return;
	keep_first(&mk->m->report.final_recipient, plain_value(mk, header, "X-Failed-Recipients"));
	keep_first(&mk->m->report.action, "failed");
}

void message_read_report(struct making *mk, const struct entity *root)
{
	struct message *m = mk->m;
	m->report.type = report_type(mk, root);
	if (!m->report.type && receipt_returned(mk))
		m->report.type = "delivery-status";
	if (!m->report.type || mk->nomem)
		return;
	for (int i = 0; i < 4 && mk->status[i] && !m->report.action; i++)
		read_status(mk, mk->status[i]);
	if (mk->disposition)
		read_disposition(mk, mk->disposition);
	if (mk->feedback)
		read_feedback(mk, mk->feedback);
	read_failed_recipients(mk, &root->fields);
	find_original(mk);
	if (!m->report.original_message_id && m->n_references)
		m->report.original_message_id = m->references[m->n_references - 1];
	keep_first(&m->report.original_message_id, m->in_reply_to);
}
