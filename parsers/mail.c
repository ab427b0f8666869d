#include "parsers/mail.h"

#include <stdbool.h>
#include <string.h>

#include "parsers/fields/fields.h"
#include "parsers/fields/recognise.h"
#include "parsers/judge/judge.h"
#include "parsers/judge/judge_tone.h"
#include "parsers/mail_forward.h"
#include "parsers/words/words.h"

#define RECORD_BYTES(n) (((size_t)64 << 20) + 16 * (n))	/* a record's own room: texts are copied and folded several times */
#define SCAN_PX 800	/* images with a shorter short side are logos, icons and trackers */

/* ---- the message block ---- */

static const char *mailbox_text(struct arena *a, const struct mailbox *b, bool *ok)
{
	const char *s = b->name && b->address ? arena_printf(a, "%s <%s>", b->name, b->address) : b->address ? arena_strdup(a, b->address) :
			b->name ? arena_strdup(a, b->name) : NULL;
	*ok = *ok && (s || (!b->name && !b->address));
	return s;
}

static const char *dup(struct arena *a, const char *s, bool *ok)
{
	const char *copy = s ? arena_strdup(a, s) : NULL;
	*ok = *ok && (copy || !s);
	return copy;
}

static int message_block(const struct message *m, struct record *r)
{
	struct arena *a = r->arena;
	bool ok = true;
	r->message.there = true;
	r->message.message_id = dup(a, m->message_id, &ok);
	r->message.in_reply_to = dup(a, m->in_reply_to, &ok);
	r->message.date = dup(a, m->date, &ok);
	r->message.from = mailbox_text(a, &m->from, &ok);
	r->message.reply_to = m->reply_to.n ? mailbox_text(a, &m->reply_to.box[0], &ok) : NULL;
	r->message.return_path = dup(a, m->return_path, &ok);
	r->message.report_type = dup(a, m->report.type, &ok);
	r->message.report_original_id = dup(a, m->report.original_message_id, &ok);
	r->message.report_action = dup(a, m->report.action ? m->report.action : m->report.disposition, &ok);
	r->message.report_status = dup(a, m->report.status, &ok);
	r->message.references = arena_alloc(a, (m->n_references + 1) * sizeof *r->message.references);
	if (!r->message.references)
		return PARSE_NOMEM;
	for (size_t i = 0; i < m->n_references; i++)
		r->message.references[r->message.n_references++] = dup(a, m->references[i], &ok);
	return ok ? PARSE_OK : PARSE_NOMEM;
}

/* ---- documents ---- */

static bool starts(const char *s, const char *with)
{
	return s && strncmp(s, with, strlen(with)) == 0;
}

/* A PDF, or an image large enough to be a page, attached or put in the text. */
static bool is_scan(const struct message_part *p)
{
	if (starts(p->media_type, "application/pdf") || starts(p->media_type, "image/tiff"))
		return true;
	if (!starts(p->media_type, "image/") || starts(p->media_type, "image/svg"))
		return false;
	int shorter = p->width_px < p->height_px ? p->width_px : p->height_px;
	return shorter >= SCAN_PX || (shorter == 0 && p->attachment);
}

static int add_documents(const struct message *m, struct record *r)
{
	struct document body = { .name = "body", .media_type = m->text_from, .bytes = strlen(m->text), .text_from = "body", .confidence = 1,
				 .content = (const uint8_t *)m->text };
	int result = *m->text ? record_add_document(r, &body) : PARSE_OK;
	for (size_t i = 0; i < m->n_parts && result == PARSE_OK; i++) {
		const struct message_part *p = &m->parts[i];
		struct document d = { .name = p->name ? p->name : "part", .media_type = p->media_type ? p->media_type : "application/octet-stream", .bytes = p->n,
				      .text_from = "none", .scan = is_scan(p), .content = p->bytes, .text = p->text };
		result = record_add_document(r, &d);
	}
	if (result == PARSE_LIMIT)
		result = record_add_review(r, "too-many-documents", "documents", "It has more than %d documents; the others are only in the original.",
					   RECORD_MAX_DOCUMENTS);
	return result == PARSE_NOMEM ? result : PARSE_OK;
}

static bool listed(const char *type, const char *const *prefixes)
{
	for (; *prefixes; prefixes++)
		if (starts(type, *prefixes))
			return true;
	return false;
}

/* A file in which a person may have written something, and of which nothing is read: office files, archives, speech. */
static bool is_unread(const struct message_part *p)
{
	static const char *const WORDS[] = { "application/", "text/", "audio/", "video/", "model/", NULL };
	static const char *const NONE[] = { "application/pgp-", "application/pkcs7-", "application/x-pkcs7-", "application/ics", "text/calendar", "text/vcard", "text/x-vcard",
					    "text/directory", "text/css", "text/x-amp-html", "text/rfc822-headers", NULL };
	return (p->attachment || p->name) && !p->text && !is_scan(p) && listed(p->media_type, WORDS) && !listed(p->media_type, NONE) && !listed(p->declared_type, NONE);
}

static int review_unread(const struct message *m, struct record *r)
{
	int result = PARSE_OK;
	if (r->kind == KIND_MACHINE || r->kind == KIND_UNREADABLE)
		return PARSE_OK;
	for (size_t i = 0; i < m->n_parts && i < RECORD_MAX_DOCUMENTS && result == PARSE_OK; i++)
		if (is_unread(&m->parts[i]))
			result = record_add_review(r, "attachment-not-read", NULL, "%s: not read: only text, HTML, PDF and pictures are.",
						   m->parts[i].name ? m->parts[i].name : "A part");
	return result == PARSE_NOMEM ? result : PARSE_OK;
}

/* ---- assembly ---- */

/* The language of the sender's own words; a short text is helped by its subject, an empty one by everything there is. */
static const char *language(const struct message *m, const struct words *w, struct arena *a)
{
	const char *lang = strlen(w->own) >= 80 ? recognise_language(w->own) : NULL;
	const char *joined = lang ? NULL : arena_printf(a, "%.2000s\n%.6000s", w->own, m->subject ? m->subject : "");
	if (joined)
		lang = recognise_language(joined);
	return lang ? lang : recognise_language(m->text);
}

static int describe(const struct message *m, const struct words *w, struct record *r)
{
	bool ok = true;
	r->subject = dup(r->arena, m->carrier ? m->carrier->subject : m->subject, &ok);
	r->language = language(m, w, r->arena);
	if (*w->own) {
		r->description = dup(r->arena, w->own, &ok);
		struct evidence e = { .field = "description", .from = m->carrier ? "forwarded" : w->form ? "form" : "body", .confidence = w->form ? 0.98 : 0.9 };
		if (record_add_evidence(r, &e) == PARSE_NOMEM)
			ok = false;
	} else if (r->kind != KIND_MACHINE && r->kind != KIND_UNREADABLE &&
		   record_add_review(r, "no-own-words", "description", "The sender wrote nothing new: see what is quoted or attached.") == PARSE_NOMEM) {
		ok = false;
	}
	return ok ? PARSE_OK : PARSE_NOMEM;
}

/* What a mode leaves out is as if it had not been there. */
static void narrow(struct message *m, enum mail_mode mode)
{
	if (mode == MAIL_FULL)
		return;
	m->parts = NULL;
	m->n_parts = 0;
	m->attached = NULL;
	m->other_text = NULL;
	if (mode == MAIL_HEADERS)
		m->text = "";
}

static int unreadable(struct record *r, const char *code, const char *text)
{
	r->kind = KIND_UNREADABLE;
	r->kind_confidence = 1;
	if (record_add_why(r, VERDICT_HOLD, "unreadable", "It cannot be read, so nobody knows what would be confirmed.") == PARSE_NOMEM)
		return PARSE_NOMEM;
	return record_add_review(r, code, NULL, "%s", text);
}

/* A mail that says everything in its subject: that is its text. Not where a scan speaks, or where the subject is another's ("RE: ..."). */
static int split_subject(const struct message *m, const struct rules *rules, struct record *r, struct words *w)
{
	bool reply = false;
	const char *subject = m->subject ? subject_bare(m->subject, &reply) : "";
	bool other = *w->own || w->wanted || w->form || w->n_older || m->attached || reply || !*subject;
	for (size_t i = 0; i < w->n; i++)
		other = other || w->lines[i].level > 0;
	for (size_t i = 0; i < m->n_parts; i++)
		other = other || is_scan(&m->parts[i]);
	if (other)
		return PARSE_OK;
	const char *text = arena_printf(r->arena, "%s\n\n%s", subject, m->text);
	return text ? words_split(text, &m->from, rules, r->arena, w) : PARSE_NOMEM;
}

/* Does anybody say anything in it, now or in a quote? */
static bool says(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->lines[i].level > 0)
			return true;
	return *w->own || w->wanted || w->form;
}

/* A plain text of a greeting and a telephone's footer, beside HTML that holds the letter: the HTML is the text then. */
static int split_text(struct message *m, const struct rules *rules, struct record *r, struct words *w)
{
	struct words other;
	int result = words_split(m->text, &m->from, rules, r->arena, w);
	if (result != PARSE_OK || !m->other_text || says(w))
		return result;
	result = words_split(m->other_text, &m->from, rules, r->arena, &other);
	if (result != PARSE_OK || !*other.own)
		return result == PARSE_NOMEM ? result : PARSE_OK;
	const char *stub = m->text;
	m->text = m->other_text;
	m->other_text = *stub ? stub : NULL;
	m->text_from = strcmp(m->text_from, "text/plain") == 0 ? "text/html" : "text/plain";
	*w = other;
	return PARSE_OK;
}

/* Only what its header says is left. */
static int text_too_long(struct message *m, const struct rules *rules, struct record *r, struct words *w)
{
	m->text = "";
	int result = words_split("", &m->from, rules, r->arena, w);
	return result == PARSE_OK ? unreadable(r, "text-too-long", "Its text is longer than the limit: only the header was read.") : result;
}

static int fill(struct message *m, const struct rules *rules, enum mail_mode mode, struct record *r)
{
	struct words w;
	struct forwarded below = { .mail = { 0 } };
	const struct message *told = m;	/* whose words count: the mail's, or those that it passes on */
	int split = split_text(m, rules, r, &w), result = message_block(m, r);
	if (result == PARSE_OK)
		result = add_documents(m, r);
	if (result == PARSE_OK && split == PARSE_OK && mode != MAIL_HEADERS)
		split = split_subject(m, rules, r, &w);
	if (result == PARSE_OK && split == PARSE_OK)
		split = mail_forward(m, &w, rules, r->arena, &below);
	if (split == PARSE_OK && below.mail.carrier) {
		told = &below.mail;
		w = below.words;
	}
	if (result == PARSE_OK)
		result = split == PARSE_OK ? judge_mail(told, &w, rules, r) : split == PARSE_LIMIT ? text_too_long(m, rules, r, &w) : split;
	if (result == PARSE_OK && mode == MAIL_HEADERS && r->kind != KIND_MACHINE)
		result = unreadable(r, "headers-only", "Only its header could be read.");
	if (result == PARSE_OK)
		result = describe(told, &w, r);
	if (result == PARSE_OK)
		result = fields_read(told, &w, rules, r);
	if (result == PARSE_OK)
		result = review_unread(m, r);
	return result == PARSE_LIMIT ? PARSE_OK : result;
}

int mail_read(const uint8_t *bytes, size_t n, const char *file, enum mail_mode mode, const struct rules *rules,
	      struct record **ret, struct message **ret_message, struct parse_note *note)
{
	struct message *m;
	int result = message_parse(bytes, n, rules, &m, note);
	if (result != PARSE_OK)
		return result;
	narrow(m, mode);
	struct record *r = record_new(RECORD_BYTES(strlen(m->text)));
	bool ok = r != NULL;
	if (r)
		r->file = dup(r->arena, file, &ok);
	result = ok ? fill(m, rules, mode, r) : PARSE_NOMEM;
	if (result != PARSE_OK) {
		record_free(r);
		message_free(m);
		return result;
	}
	*ret = r;
	*ret_message = m;
	return PARSE_OK;
}

const char *mail_digest_text(const struct message *m)
{
	return arena_printf(m->arena, "%s\n%s\n%s", m->from.address ? m->from.address : "", m->date ? m->date : "", m->text);
}
