#include "register/filing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "register/db.h"
#include "register/history.h"
#include "register/number.h"

#define WHO "klachtd"

/* What one bad item may cause; everything else is a fault of the disk, the file or ours, and the whole group waits. */
static int fail(struct reg *r, const char *what, struct error *err)
{
	return db_error(r, what, err);
}

static const char *text_of(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

/* ---- seen before? ---- */

static const char SEEN_HERE[] = "SELECT id, coalesce(again_of, id) FROM arrivals"
				" WHERE account = ? AND server = ? AND folder = ? AND uidvalidity = ? AND uid = ? AND scan = ?",
		  /* a scan's part of a file is told apart by its first page, which stands in uid */
		  SEEN_BYTES[] = "SELECT min(a.id), min(a.id) FROM originals o JOIN arrival_originals ao ON ao.original = o.id JOIN arrivals a ON a.id = ao.arrival"
				 " WHERE o.sha256 = ?1 AND ao.role = 'item' AND a.again_of IS NULL AND (a.uidvalidity <> 0 OR ?2 <> 0 OR a.uid = ?3)",	/* ORDER BY would sort */
		  SEEN_CONTENT[] = "SELECT id, id FROM arrivals WHERE message_id = ? AND content_digest = ? AND again_of IS NULL ORDER BY id LIMIT 1",
		  SAME_MESSAGE_ID[] = "SELECT id FROM arrivals WHERE message_id = ? LIMIT 1",
		  NUMBER_OF[] = "SELECT c.number FROM entries e JOIN complaints c ON c.id = e.complaint WHERE e.arrival = ? ORDER BY e.id LIMIT 1";

/* 1 and the rows found, 0, -1. */
static int ask(sqlite3_stmt *query, int64_t *ret_id, int64_t *ret_first)
{
	QUERY_CLEANUP sqlite3_stmt *s = query;
	int got = db_step(s);
	if (got == 1 && sqlite3_column_type(s, 0) == SQLITE_NULL)
		return 0;
	if (got == 1) {
		*ret_id = sqlite3_column_int64(s, 0);
		*ret_first = sqlite3_column_int64(s, 1);
	}
	return got;
}

/* What tells two items of the same place apart: of a mail nothing does, of a scan its bytes. */
static size_t scan_bytes(const struct job *j)
{
	return j->uidvalidity ? 0 : sizeof j->sha256;
}

static int seen_there(struct reg *r, const struct job *j, int64_t *ret_id, int64_t *ret_first)
{
	return ask(db_query(r, SEEN_HERE, "tttiib", j->account, j->server, j->folder, j->uidvalidity, j->uid, j->sha256, scan_bytes(j)), ret_id, ret_first);
}

/* A register of before migration 5 does not say whose UIDs its mails' are: the same bytes under the same UID tell. */
static int seen_here(struct reg *r, const struct job *j, int64_t *ret_id, int64_t *ret_first)
{
	static const char ADOPT[] = "UPDATE arrivals SET server = ?2 WHERE account = ?1 AND server = '' AND folder = ?3 AND uidvalidity = ?4 AND uid = ?5"
				    " AND scan = x'' AND sha256 = ?6";
	int got = seen_there(r, j, ret_id, ret_first);
	if (got != 0 || !*j->server)
		return got;
	if (db_run(r, ADOPT, "tttiib", j->account, j->server, j->folder, j->uidvalidity, j->uid, j->sha256, sizeof j->sha256) != SQLITE_OK)
		return -1;
	return sqlite3_changes(r->db) ? seen_there(r, j, ret_id, ret_first) : 0;
}

static int seen_elsewhere(struct reg *r, const struct job *j, int64_t *ret_first)
{
	int64_t id;
	int got = ask(db_query(r, SEEN_BYTES, "bii", j->sha256, sizeof j->sha256, j->uidvalidity, j->uid), &id, ret_first);
	if (got == 0 && j->message_id && j->content_digest)
		got = ask(db_query(r, SEEN_CONTENT, "tt", j->message_id, j->content_digest), &id, ret_first);
	return got;
}

static int seen_number(struct reg *r, struct job *j, int64_t first)
{
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, NUMBER_OF, "i", first);
	int got = db_step(s);
	if (got == 1)
		(void)snprintf(j->filed.seen_number, sizeof j->filed.seen_number, "%s", db_text(s, 0));
	return got;
}

/* ---- the arrival ---- */

static const char ADD_ARRIVAL[] = "INSERT INTO arrivals (channel, account, server, folder, uidvalidity, uid, scan, sha256, message_id, content_digest, kind,"
				  " received_us, registered_us, again_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0))",
		  ADD_ORIGINAL[] = "INSERT INTO arrival_originals (arrival, position, original, role, media_type) VALUES (?, ?, ?, ?, ?)";

/* A follow-up whose claim did not hold, and a machine's mail that somebody made a complaint of, are complaints. */
static const char *complaint_kind(const json_t *record)
{
	static const char *const others[] = { "compliment", "other", "unreadable" };
	const char *kind = text_of(record, "kind");
	for (size_t i = 0; kind && i < sizeof others / sizeof *others; i++)
		if (!strcmp(kind, others[i]))
			return others[i];
	return "complaint";
}

static const char *kind_of(const struct job *j)
{
	if (j->n_entries && j->entries[0].numbered)
		return complaint_kind(j->entries[0].record);
	const char *kind = text_of(j->n_entries ? j->entries[0].record : j->arrival_record, "kind");
	return kind ? kind : "machine";
}

static int add_arrival(struct reg *r, struct job *j, int64_t again_of, struct error *err)
{
	if (db_run(r, ADD_ARRIVAL, "ttttiibbtttiii", j->channel, j->account, j->server, j->folder, j->uidvalidity, j->uid, j->sha256, scan_bytes(j), j->sha256,
		   sizeof j->sha256, j->message_id, j->content_digest, kind_of(j), j->received_us, r->now_us(), again_of) != SQLITE_OK)
		return fail(r, "filing an arrival", err);
	j->filed.arrival_id = sqlite3_last_insert_rowid(r->db);
	return 0;
}

static int add_originals(struct reg *r, struct job *j, struct error *err)
{
	for (size_t i = 0; i < j->n_originals; i++) {
		struct original *o = &j->originals[i];
		int64_t id;
		int rc = original_store(r, o, &id, err);
		if (rc < 0)
			return rc;
		if (db_run(r, ADD_ORIGINAL, "iiitt", j->filed.arrival_id, (int64_t)i, id, o->role, o->media_type) != SQLITE_OK)
			return fail(r, "filing an original", err);
	}
	return 0;
}

/* 1: it was here before, and j->filed says so; 0: new. */
static int seen_before(struct reg *r, struct job *j, struct error *err)
{
	int64_t id, first = 0;
	int here = seen_here(r, j, &id, &first), got = here;
	if (got == 0)
		got = seen_elsewhere(r, j, &first);
	if (got < 0 || (got == 1 && seen_number(r, j, first) < 0))
		return fail(r, "looking for an earlier arrival", err);
	if (got == 0)
		return 0;
	j->filed.same_origin = here == 1;
	if (here == 1) {
		j->filed.arrival_id = id;
		return 1;
	}
	int rc = add_arrival(r, j, first, err);
	return rc < 0 ? rc : 1;
}

/* ---- what somebody wrote ---- */

static const char
ADD_COMPLAINT[] = "INSERT INTO complaints (number, channel, kind, received_us, registered_us, acknowledge_due_us, answer_due_us, term_explanation)"
		  " VALUES (?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0), ?)",
FIND_COMPLAINT[] = "SELECT id FROM complaints WHERE number = ?",
ADD_ENTRY[] = "INSERT INTO entries (arrival, complaint, follow_up, first_page, kind, name, email, phone, street, house_number, postcode, city,"
	      " on_behalf_of, subject, language, description, desired_resolution, record)"
	      " VALUES (?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
ADD_DOSSIER[] = "INSERT INTO entry_dossiers (entry, position, number) VALUES (?, ?, ?)",
ADD_DOCUMENT[] = "INSERT INTO documents (entry, position, name, media_type, bytes, sha256, pages, text_from, confidence)"
		 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
ADD_REVIEW[] = "INSERT INTO review (entry, position, code, field, text) VALUES (?, ?, ?, ?, ?)";

/* The record as it is stored: what has a column of its own, and may be long, stands there only (record_read() puts it back). */
static char *record_spell(const json_t *record)
{
	static const char *const apart[] = { "description", "desired_resolution" };
	json_t *copy = json_copy((json_t *)record);
	bool ok = copy != NULL;
	for (size_t i = 0; ok && i < sizeof apart / sizeof *apart; i++)
		if (json_is_string(json_object_get(copy, apart[i])))
			ok = json_object_set_new(copy, apart[i], json_null()) == 0;
	char *text = ok ? json_dumps(copy, JSON_COMPACT | JSON_REAL_PRECISION(15)) : NULL;
	json_decref(copy);
	return text;
}

static int add_entry_row(struct reg *r, const struct job *j, const json_t *record, int64_t complaint, bool follow_up, int first_page, int64_t *ret)
{
	const json_t *sender = json_object_get(record, "sender"), *address = json_object_get(sender, "address");
	const char *kind = text_of(record, "kind");
	char *whole = record_spell(record);
	if (!whole)
		return SQLITE_NOMEM;
	int rc = db_run(r, ADD_ENTRY, "iiiitttttttttttttt", j->filed.arrival_id, complaint, (int64_t)follow_up, (int64_t)first_page,
			kind ? kind : "other", text_of(sender, "name"), text_of(sender, "email"), text_of(sender, "phone"),
			text_of(address, "street"), text_of(address, "house_number"), text_of(address, "postcode"), text_of(address, "city"),
			text_of(record, "on_behalf_of"), text_of(record, "subject"), text_of(record, "language"), text_of(record, "description"),
			text_of(record, "desired_resolution"), whole);
	free(whole);
	*ret = sqlite3_last_insert_rowid(r->db);
	return rc;
}

static int add_dossiers(struct reg *r, int64_t entry, const json_t *record)
{
	size_t i;
	json_t *number;
	int rc = SQLITE_OK;
	json_array_foreach(json_object_get(record, "dossier_numbers"), i, number)
		if (rc == SQLITE_OK && json_is_string(number))
			rc = db_run(r, ADD_DOSSIER, "iit", entry, (int64_t)i, json_string_value(number));
	return rc;
}

static int add_documents(struct reg *r, int64_t entry, const json_t *record)
{
	size_t i;
	json_t *d;
	int rc = SQLITE_OK;
	json_array_foreach(json_object_get(record, "documents"), i, d)
		if (rc == SQLITE_OK)
			rc = db_run(r, ADD_DOCUMENT, "iittititr", entry, (int64_t)i, text_of(d, "name"), text_of(d, "media_type"),
				    (int64_t)json_integer_value(json_object_get(d, "bytes")), text_of(d, "sha256"),
				    (int64_t)json_integer_value(json_object_get(d, "pages")), text_of(d, "text_from"),
				    json_number_value(json_object_get(d, "confidence")));
	return rc;
}

static int add_review_line(struct reg *r, int64_t entry, int64_t *position, const char *code, const char *field, const char *text)
{
	return db_run(r, ADD_REVIEW, "iittt", entry, (*position)++, code ? code : "unnamed", field, text);
}

static int add_reviews(struct reg *r, int64_t entry, int64_t *position, const json_t *review)
{
	size_t i;
	json_t *line;
	int rc = SQLITE_OK;
	json_array_foreach(review, i, line)
		if (rc == SQLITE_OK)
			rc = add_review_line(r, entry, position, text_of(line, "code"), text_of(line, "field"), text_of(line, "text"));
	return rc;
}

struct writing {		/* an entry on its way */
	const json_t *record, *review;
	int64_t complaint, id;
	bool follow_up, reused_message_id, certain;
	int first_page;
};

static int add_entry(struct reg *r, const struct job *j, struct writing *w, struct error *err)
{
	int64_t position = 0;
	int rc = add_entry_row(r, j, w->record, w->complaint, w->follow_up, w->first_page, &w->id);
	if (rc == SQLITE_OK)
		rc = add_dossiers(r, w->id, w->record);
	if (rc == SQLITE_OK)
		rc = add_documents(r, w->id, w->record);
	if (rc == SQLITE_OK && !w->certain)
		rc = add_reviews(r, w->id, &position, json_object_get(w->record, "review"));
	if (rc == SQLITE_OK)
		rc = add_reviews(r, w->id, &position, w->review);
	if (rc == SQLITE_OK && w->reused_message_id)
		rc = add_review_line(r, w->id, &position, "message-id-reused", NULL,
				     "An earlier mail had the same Message-ID and other content; both are on the register.");
	if (rc == SQLITE_NOMEM)
		return error_set(err, FAIL_RETRY, "out of memory");
	return rc == SQLITE_OK ? 0 : fail(r, "filing an entry", err);
}

/* ---- the complaint and its receipt ---- */

static int add_complaint(struct reg *r, const struct job *j, const struct job_entry *e, const struct term *term, struct reg_filed_entry *filed, int64_t *ret,
			 struct error *err)
{
	int64_t now = r->now_us();
	filed->kind = complaint_kind(e->record);
	filed->acknowledge_due_us = e->terms ? term->acknowledge_due_us : 0;
	filed->answer_due_us = e->terms ? term->answer_due_us : 0;
	if (number_next(r, term_day(now).year, filed->number) != SQLITE_OK ||
	    db_run(r, ADD_COMPLAINT, "tttiiiit", filed->number, j->channel, filed->kind, j->received_us, now,
		   filed->acknowledge_due_us, filed->answer_due_us, e->terms ? term->explanation : NULL) != SQLITE_OK)
		return fail(r, "filing a complaint", err);
	*ret = sqlite3_last_insert_rowid(r->db);
	return 0;
}

static const char *const receipt_state[] = {
	[REG_RECEIPT_NONE] = NULL, [REG_RECEIPT_QUEUED] = "queued", [REG_RECEIPT_HELD] = "held", [REG_RECEIPT_TO_PRINT] = "to-print",
};

/* Also what has no term is to be confirmed in time. */
static int add_receipt(struct reg *r, const struct job_entry *e, const struct writing *w, const struct term *term, struct reg_filed_entry *filed,
		       struct error *err)
{
	static const char COUNT[] = "SELECT count(*) FROM outbox WHERE complaint = ?",
			  ADD[] = "INSERT INTO outbox (complaint, entry, message_id, state, why, text, language, recipient, next_try_us,"
				  " acknowledge_due_us, created_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
	int64_t count = 0, now = r->now_us();
	const char *language = text_of(e->record, "language");
	if (db_int(r, &count, COUNT, "i", w->complaint) < 0)
		return fail(r, "counting receipts", err);
	if (count >= RECEIPTS_PER_COMPLAINT)
		return 0;
	receipt_id_make(r, filed->number, (unsigned)count + 1, filed->receipt_id);
	if (db_run(r, ADD, "iittttttiii", w->complaint, w->id, filed->receipt_id, receipt_state[e->receipt], e->receipt_why,
		   e->receipt_text ? e->receipt_text : "complaint", language ? language : "nl", e->receipt_to, now,
		   term->acknowledge_due_us, now) != SQLITE_OK)
		return fail(r, "queueing a receipt", err);
	filed->outbox_id = sqlite3_last_insert_rowid(r->db);
	r->tally.count += e->receipt == REG_RECEIPT_QUEUED;	/* also when this is rolled back: rather one too many */
	return 0;
}

static int find_parent(struct reg *r, const char *number, struct reg_filed_entry *filed, int64_t *ret, struct error *err)
{
	int got = db_int(r, ret, FIND_COMPLAINT, "t", number);
	if (got < 0)
		return fail(r, "looking for a complaint", err);
	if (!got)
		return error_set(err, FAIL_ITEM, "filing: a follow-up to %.15s, which is not on the register", number);
	(void)snprintf(filed->number, sizeof filed->number, "%s", number);
	return 0;
}

static int add_registered(struct reg *r, const struct job *j, const struct job_entry *e, const struct writing *w, const char *who)
{
	char note[200];
	const char *receipt = receipt_state[e->receipt];
	(void)snprintf(note, sizeof note, "arrival %lld by %s, receipt %s%s%.60s", (long long)j->filed.arrival_id, j->channel,
		       receipt ? receipt : "none", e->receipt_why ? ": " : "", e->receipt_why ? e->receipt_why : "");
	return history_add(r, w->complaint, who, w->follow_up ? "follow-up" : "registered", note, NULL, NULL);
}

static int file_entry(struct reg *r, struct job *j, size_t i, bool reused, struct error *err)
{
	const struct job_entry *e = &j->entries[i];
	struct reg_filed_entry *filed = &j->filed_entries[i];
	struct writing w = { .record = e->record, .review = e->review, .follow_up = e->parent != NULL, .reused_message_id = reused,
			     .first_page = e->first_page };
	struct term term;
	int rc = 0;
	term_compute(j->received_us, &r->term, &term);
	if (e->parent)
		rc = find_parent(r, e->parent, filed, &w.complaint, err);
	else if (e->numbered)
		rc = add_complaint(r, j, e, &term, filed, &w.complaint, err);
	if (!rc)
		rc = add_entry(r, j, &w, err);
	if (rc < 0 || !w.complaint)
		return rc;
	if (e->receipt != REG_RECEIPT_NONE)
		rc = add_receipt(r, e, &w, &term, filed, err);
	if (!rc && add_registered(r, j, e, &w, WHO) != SQLITE_OK)
		rc = fail(r, "writing history", err);
	return rc;
}

/* ---- an arrival that becomes a complaint ---- */

static int promote(struct reg *r, sqlite3_stmt *found, int64_t arrival_id, const char *who, struct reg_filed_entry *filed, struct error *err)
{
	static const char LINK[] = "UPDATE entries SET complaint = ?2 WHERE id = ?1",
			  DONE[] = "UPDATE review SET done_us = ?2 WHERE entry = ?1 AND done_us IS NULL";
	struct writing w = { .id = sqlite3_column_int64(found, 0) };
	json_t *record = json_loads(db_text(found, 3), 0, NULL);
	struct job_entry e = { .record = record, .numbered = true, .terms = true, .receipt_to = (char *)db_text(found, 4), .receipt_why = (char *)"promoted" };
	struct job j = { .channel = (char *)db_text(found, 1), .received_us = sqlite3_column_int64(found, 2), .filed.arrival_id = arrival_id };
	e.receipt = e.receipt_to || sqlite3_column_int(found, 5) ? REG_RECEIPT_HELD : REG_RECEIPT_NONE;
	struct term term;
	term_compute(j.received_us, &r->term, &term);
	int rc = add_complaint(r, &j, &e, &term, filed, &w.complaint, err);
	if (!rc && (db_run(r, LINK, "ii", w.id, w.complaint) != SQLITE_OK || db_run(r, DONE, "ii", w.id, r->now_us()) != SQLITE_OK))
		rc = fail(r, "filing an arrival as a complaint", err);
	if (!rc && e.receipt != REG_RECEIPT_NONE)
		rc = add_receipt(r, &e, &w, &term, filed, err);
	if (!rc && add_registered(r, &j, &e, &w, who) != SQLITE_OK)
		rc = fail(r, "writing history", err);
	json_decref(record);
	return rc;
}

int reg_promote(struct reg *r, int64_t arrival_id, const char *who, struct reg_filed_entry *ret, struct error *err)
{
	static const char FIND[] = "SELECT e.id, a.channel, a.received_us, e.record, e.email, " POSTAL " FROM entries e JOIN arrivals a ON a.id = e.arrival"
				   " WHERE a.id = ? AND e.complaint IS NULL";
	struct reg_filed_entry filed = { 0 };
	int rc = db_begin(r, err);
	if (rc < 0)
		return rc;
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, FIND, "i", arrival_id);
	int got = db_step(s);
	if (got < 0)
		rc = fail(r, "looking for an arrival", err);
	else if (got)
		rc = promote(r, s, arrival_id, who, &filed, err);
	db_end(&s);
	rc = db_commit(r, rc, err);
	if (rc < 0)
		return rc;
	if (got)
		*ret = filed;
	return got;
}

/* ---- a report about a receipt of ours ---- */

/* Its Message-ID is known to nobody before a mail with it has gone out: it is believed also where a restored register knows of none, so that no second
 * receipt follows. The states are outbox/policy.h's (tests/unit/daemon/test_outbox.c compares). */
static const char
FIND_RECEIPT[] = "SELECT o.id, o.complaint, " POSTAL " FROM outbox o JOIN entries e ON e.id = o.entry WHERE o.message_id = ?1 AND o.recipient IS NOT NULL"
		 " AND (o.state IN ('queued', 'held', 'sending', 'sent', 'uncertain', 'failed')"
		 " OR (?2 = 'delivered' AND o.state IN ('bounced', 'suppressed', 'to-print')))",
MOVE_RECEIPT[] = "UPDATE outbox SET state = ?2, why = coalesce(?3, why), instance = NULL, lease_until_us = NULL,"
		 " sent_us = coalesce(sent_us, ?4) WHERE id = ?1",
ABOUT[] = "UPDATE arrivals SET about_outbox = (SELECT id FROM outbox WHERE message_id = ?) WHERE id = ?";

/* A mail that came back is printed instead when the whole postal address is known: in the same transaction, so that nobody has to remember. */
static int move_receipt(struct reg *r, const struct job *j, int64_t id, int64_t complaint, bool printable)
{
	bool print = printable && !strcmp(j->about_state, "bounced");
	char what[40], note[60];
	(void)snprintf(what, sizeof what, "receipt-%s", j->about_state);
	(void)snprintf(note, sizeof note, "reported by arrival %lld", (long long)j->filed.arrival_id);
	int rc = db_run(r, MOVE_RECEIPT, "itti", id, print ? "to-print" : j->about_state, print ? "bounced" : NULL, r->now_us());
	if (rc == SQLITE_OK)
		rc = history_add(r, complaint, WHO, what, note, NULL, NULL);
	if (rc == SQLITE_OK && print)
		rc = history_add(r, complaint, WHO, "receipt-to-print", "bounced, and the postal address is known", NULL, NULL);
	return rc;
}

static int report(struct reg *r, struct job *j, struct error *err)
{
	if (!j->about_receipt || !j->about_state)
		return 0;
	if (strcmp(j->about_state, "delivered") != 0 && strcmp(j->about_state, "bounced") != 0)
		return error_set(err, FAIL_ITEM, "filing: a report of an unknown state");
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, FIND_RECEIPT, "tt", j->about_receipt, j->about_state);
	int got = db_step(s);
	if (got < 0 || db_run(r, ABOUT, "ti", j->about_receipt, j->filed.arrival_id) != SQLITE_OK)
		return fail(r, "linking a report", err);
	if (got && move_receipt(r, j, sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), sqlite3_column_int(s, 2)) != SQLITE_OK)
		return fail(r, "moving a receipt", err);
	j->filed.receipt_moved = got == 1;
	r->tally.at_us = 0;	/* a held one that went out after all counts */
	return 0;
}

/* ---- the item ---- */

static int file_new(struct reg *r, struct job *j, struct error *err)
{
	int64_t earlier;
	int reused = j->message_id ? db_int(r, &earlier, SAME_MESSAGE_ID, "t", j->message_id) : 0;
	if (reused < 0)
		return fail(r, "looking for a Message-ID", err);
	int rc = add_arrival(r, j, 0, err);
	STEP("arrival");
	if (!rc)
		rc = add_originals(r, j, err);
	STEP("originals");
	for (size_t i = 0; !rc && i < j->n_entries; i++) {
		rc = file_entry(r, j, i, reused, err);
		STEP("entry");
	}
	if (!rc && !j->n_entries && json_is_object(j->arrival_record)) {
		struct writing w = { .record = j->arrival_record, .certain = j->arrival_certain };
		rc = add_entry(r, j, &w, err);
	}
	return rc < 0 ? rc : report(r, j, err);
}

int job_file(struct reg *r, struct job *j, struct error *err)
{
	memset(j->filed_entries, 0, (j->n_entries + 1) * sizeof *j->filed_entries);
	j->filed = (struct reg_filed){ .entries = j->filed_entries, .n_entries = j->n_entries };
	int rc = seen_before(r, j, err);
	if (rc == 0)
		rc = file_new(r, j, err);
	return j->filed.r = rc;
}
