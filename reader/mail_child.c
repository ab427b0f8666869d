#include "reader/mail_child.h"

#include <string.h>

#include "base/file.h"
#include "parsers/mail.h"
#include "parsers/message/charset.h"
#include "parsers/message/message.h"
#include "parsers/words/phrases.h"
#include "reader/child.h"
#include "reader/merge.h"
#include "reader/record_json.h"
#include "reader/record_limits.h"

/* One mail of our own through everything: what parsers and libraries build up on first use, compiled dossier patterns too, children then inherit instead of building it each. */
static const char practice[] =
	"From: \"Vries, J. de\" <jan@example.org>\r\nTo: klachten@example.org\r\nSubject: =?utf-8?q?Klacht_dossier_2604817?=\r\n"
	"Date: Mon, 2 Nov 2026 09:15:00 +0100\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
	"Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
	"Content-Transfer-Encoding: quoted-printable\r\n\r\nIk heb een klacht: u belt mij elke dag =E9n 's avonds. Ik wil dat dit stopt.\r\n\r\n"
	"Met vriendelijke groet,\r\nJan de Vries\r\nDorpsstraat 1\r\n1234 AB Dorp\r\n06-12345678\r\n\r\nOp 1 november schreef X <x@example.org>:\r\n"
	"> tekst\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>Ik heb een <b>klacht</b> &eacute;n meer.</p></body></html>\r\n--x--\r\n";

int mail_child_init(const struct rules *rules, struct error *err)
{
	struct record *record = NULL;
	struct message *message = NULL;
	struct parse_note note = { "" };
	if (message_init() != 0)
		return error_set(err, FAIL_FATAL, "libetpan does not ask the guard");
	if (!phrases_prepare())
		return error_set(err, FAIL_RETRY, "out of memory");
	if (mail_read((const uint8_t *)practice, sizeof practice - 1, "practice", MAIL_FULL, rules, &record, &message, &note) != PARSE_OK)
		return error_set(err, FAIL_FATAL, "the reader cannot read its own mail: %s", note.text);
	json_decref(record_json(record));
	record_free(record);
	message_free(message);
	return 0;
}

static enum mail_mode mode(const char *name)
{
	return strcmp(name, "headers") == 0 ? MAIL_HEADERS : strcmp(name, "no-attachments") == 0 ? MAIL_NO_ATTACHMENTS : MAIL_FULL;
}

/* Never left out in silence. */
static void say_what_is_left(struct record *r)
{
	size_t scans = 0;
	for (size_t i = 0; i < r->n_documents && i < LIMIT_DOCUMENTS; i++)
		scans += r->documents[i].scan && r->documents[i].content;
	if (scans > LIMIT_SCANS)	/* past the limit of reviews there are fifty others to look at */
		(void)record_add_review(r, "attachment-not-read", NULL, "%zu scans are attached: the first %d were read", scans, LIMIT_SCANS);
}

/* Of each document's bytes, as the register keeps it; false: out of memory. */
static bool hash_documents(struct record *r)
{
	char hex[2 * SHA256_BYTES + 1];
	uint8_t digest[SHA256_BYTES];
	for (size_t i = 0; i < r->n_documents && i < LIMIT_DOCUMENTS; i++) {
		struct document *d = &r->documents[i];
		if (!d->content)
			continue;
		sha256_bytes(d->content, d->bytes, digest);
		sha256_hex(digest, hex);
		d->sha256 = arena_strdup(r->arena, hex);
		if (!d->sha256)
			return false;
	}
	return true;
}

static int hand_over_scans(const struct zygote_order *o, const struct record *r)
{
	size_t sent = 0;
	for (size_t i = 0; i < r->n_documents && i < LIMIT_DOCUMENTS && sent < LIMIT_SCANS; i++) {
		const struct document *d = &r->documents[i];
		if (!d->scan || !d->content)
			continue;
		int e = child_scan(o, i, d->content, d->bytes);
		if (e < 0)
			return e;
		sent++;
	}
	return 0;
}

/* What attached texts say goes where the mail itself says nothing; false: out of memory. */
static bool merge_texts(const struct zygote_order *o, const struct record *r, json_t *record)
{
	bool machine = r->kind == KIND_MACHINE || r->kind == KIND_UNREADABLE, ok = true;
	for (size_t i = 0; i < r->n_documents && i < LIMIT_DOCUMENTS && ok && !machine; i++) {
		struct record *text = NULL;
		int e = r->documents[i].text ? mail_read_text(&r->documents[i], &o->rules, &text) : PARSE_LIMIT;
		ok = e != PARSE_NOMEM;
		json_t *list = text ? json_pack("[o]", record_json(text)) : NULL;
		if (list)
			merge_scan(record, i, list);
		ok = ok && (list || !text);
		json_decref(list);
		record_free(text);
	}
	return ok;
}

/* Nothing is freed at the end: the process goes, and its memory with it. */
static int answer(const struct zygote_order *o, struct record *r, const struct message *m)
{
	char hex[2 * SHA256_BYTES + 1];
	uint8_t digest[SHA256_BYTES];
	const char *text = mail_digest_text(m);
	say_what_is_left(r);
	json_t *record = hash_documents(r) ? record_json(r) : NULL;
	if (!record || !text || !merge_texts(o, r, record))
		return CHILD_MEMORY;
	if (charset_missing())
		return child_refused(o, "charset") < 0 ? CHILD_CHANNEL : CHILD_DONE;
	sha256_bytes(text, strlen(text), digest);
	sha256_hex(digest, hex);
	if (hand_over_scans(o, r) < 0)
		return CHILD_CHANNEL;
	return child_records(o, json_pack("[o]", record), false, hex) < 0 ? CHILD_CHANNEL : CHILD_DONE;
}

int mail_child_read(const struct zygote_order *o)
{
	struct map doc = { 0 };
	struct record *record = NULL;
	struct message *message = NULL;
	struct parse_note note = { "" };
	int r = child_document(o, &doc);
	if (r == FAIL_ITEM)
		return child_refused(o, "limit") < 0 ? CHILD_CHANNEL : CHILD_DONE;
	if (r < 0)
		return CHILD_DOCUMENT;
	r = mail_read(doc.bytes, doc.n, o->file, mode(o->mode), &o->rules, &record, &message, &note);
	if (r == PARSE_NOMEM)
		return CHILD_MEMORY;
	if (r != PARSE_OK)
		return child_refused(o, r == PARSE_LIMIT ? "limit" : "bad") < 0 ? CHILD_CHANNEL : CHILD_DONE;
	return answer(o, record, message);
}
