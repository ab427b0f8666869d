#include "register/list.h"

#include <string.h>

/* Sets, and takes the reference also when it fails: a missing key is seen by the caller's last check. */
static int put(json_t *object, const char *key, json_t *value)
{
	return json_object_set_new_nocheck(object, key, value);
}

/* Rows of a query as an array of what one() makes of each. */
static json_t *collect(sqlite3_stmt *query, json_t *(*one)(sqlite3_stmt *))
{
	QUERY_CLEANUP sqlite3_stmt *s = query;
	json_t *array = json_array();
	int got;
	while ((got = db_step(s)) == 1)
		if (json_array_append_new(array, one(s)) < 0)
			got = -1;
	if (got < 0) {
		json_decref(array);
		return NULL;
	}
	return array;
}

static json_t *dossier(sqlite3_stmt *s)
{
	return db_json_text(s, 0);
}

static json_t *review_line(sqlite3_stmt *s)
{
	return json_pack("{s:o, s:o, s:o}", "code", db_json_text(s, 0), "field", db_json_text(s, 1), "text", db_json_text(s, 2));
}

static json_t *document(sqlite3_stmt *s)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:f}", "name", db_json_text(s, 0), "media_type", db_json_text(s, 1),
			 "bytes", db_json_int(s, 2), "sha256", db_json_text(s, 3), "pages", db_json_int(s, 4), "text_from", db_json_text(s, 5),
			 "confidence", sqlite3_column_double(s, 6));
}

static json_t *receipt(sqlite3_stmt *s)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "state", db_json_text(s, 0), "to", db_json_text(s, 1),
			 "sent_at", db_json_time(s, 2), "message_id", db_json_text(s, 3), "why", db_json_text(s, 4), "text", db_json_text(s, 5),
			 "attempts", db_json_int(s, 6), "smtp_code", db_json_int(s, 7), "smtp_text", db_json_text(s, 8),
			 "number", db_json_text(s, 9), "rendered_at", db_json_time(s, 10), "id", db_json_int(s, 11),
			 "next_try", db_json_time(s, 12), "bundled_at", db_json_time(s, 13));
}

#define RECEIPT_COLUMNS "o.state, o.recipient, o.sent_us, o.message_id, o.why, o.text, o.attempts, o.smtp_code, o.smtp_text, c.number," \
			" o.rendered_us, o.id, CASE WHEN o.state IN ('queued', 'uncertain') THEN o.next_try_us END, o.bundled_us"
#define RECEIPTS " FROM outbox o JOIN complaints c ON c.id = o.complaint "

static const char
DOSSIERS[] = "SELECT number FROM entry_dossiers WHERE entry = ? ORDER BY position",
REVIEW[] = "SELECT code, field, text FROM review WHERE entry = ? AND done_us IS NULL ORDER BY position",
DOCUMENTS[] = "SELECT name, media_type, bytes, sha256, pages, text_from, confidence FROM documents WHERE entry = ? ORDER BY position",
RECEIPT[] = "SELECT " RECEIPT_COLUMNS RECEIPTS "WHERE o.entry = ?",
RECEIPTS_OF[] = "SELECT " RECEIPT_COLUMNS RECEIPTS "WHERE o.complaint = ? ORDER BY o.id",
RECEIPTS_IN[] = "SELECT " RECEIPT_COLUMNS RECEIPTS "WHERE CASE WHEN ?1 IS NULL THEN o.state IN ('queued', 'held', 'sending', 'uncertain',"
		" 'bounced', 'failed', 'to-print') ELSE o.state = ?1 END ORDER BY o.id",
ENTRY[] = "SELECT name, email, phone, street, house_number, postcode, city, on_behalf_of, subject, language, description, desired_resolution"
	  " FROM entries WHERE id = ?";

static json_t *sender(sqlite3_stmt *s)
{
	json_t *address = NULL;
	for (int i = 3; i <= 6; i++)
		if (db_text(s, i))
			address = json_null();
	if (address)
		address = json_pack("{s:o, s:o, s:o, s:o}", "street", db_json_text(s, 3), "house_number", db_json_text(s, 4),
				    "postcode", db_json_text(s, 5), "city", db_json_text(s, 6));
	else
		address = json_null();
	return json_pack("{s:o, s:o, s:o, s:o}", "name", db_json_text(s, 0), "email", db_json_text(s, 1), "phone", db_json_text(s, 2),
			 "address", address);
}

/* A receipt that waits for a person is a line of the review as well, until it has gone another way: no row of that table says so. */
static int add_receipt_line(json_t *review, const json_t *receipt)
{
	static const struct { const char *state, *code, *text; } lines[] = {	/* RECEIPT_NEEDS_PERSON */
		{ "held", "receipt-held", "The receipt waits: klachtctl receipts release, print or suppress." },
		{ "bounced", "receipt-bounced", "The receipt came back: confirm by hand, then klachtctl receipts suppress." },
		{ "failed", "receipt-failed", "The mail server refused the receipt: confirm by hand, then klachtctl receipts suppress." },
	};
	const char *state = json_string_value(json_object_get(receipt, "state"));
	size_t i, k;
	json_t *line;
	for (k = 0; state && k < sizeof lines / sizeof *lines && strcmp(state, lines[k].state) != 0; k++)
		;
	if (!state || k == sizeof lines / sizeof *lines)
		return 0;
	json_array_foreach(review, i, line)	/* the reader may have said so, with its reason */
		if (!strcmp(json_string_value(json_object_get(line, "code")), lines[k].code))
			return 0;
	return json_array_append_new(review, json_pack("{s:s, s:s, s:s}", "code", lines[k].code, "field", "receipt", "text", lines[k].text));
}

int list_entry(struct reg *r, int64_t entry, json_t *row)
{
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, ENTRY, "i", entry);
	if (db_step(s) != 1)
		return -1;
	json_t *receipts = collect(db_query(r, RECEIPT, "i", entry), receipt);
	json_t *first = json_array_get(receipts, 0), *review = collect(db_query(r, REVIEW, "i", entry), review_line);
	int bad = !receipts || !review || add_receipt_line(review, first) < 0;
	bad |= put(row, "sender", sender(s));
	bad |= put(row, "on_behalf_of", db_json_text(s, 7));
	bad |= put(row, "dossier_numbers", collect(db_query(r, DOSSIERS, "i", entry), dossier));
	bad |= put(row, "subject", db_json_text(s, 8));
	bad |= put(row, "language", db_json_text(s, 9));
	bad |= put(row, "description", db_json_text(s, 10));
	bad |= put(row, "desired_resolution", db_json_text(s, 11));
	bad |= put(row, "receipt", first ? json_incref(first) : json_null());
	bad |= put(row, "review", review);
	bad |= put(row, "documents", collect(db_query(r, DOCUMENTS, "i", entry), document));
	json_decref(receipts);
	return bad ? -1 : 0;
}

json_t *list_receipts_of(struct reg *r, int64_t complaint)
{
	return collect(db_query(r, RECEIPTS_OF, "i", complaint), receipt);
}

json_t *reg_receipts_list(struct reg *r, const char *state, struct error *err)
{
	json_t *list = collect(db_query(r, RECEIPTS_IN, "t", state), receipt);
	if (!list)
		(void)db_error(r, "reading receipts", err);
	return list;
}

/* ---- a complaint ---- */

static int follow_ups(struct reg *r, int64_t complaint, json_t *row)
{
	static const char FOLLOW_UPS[] = "SELECT e.id, a.received_us, a.channel, e.kind, a.id FROM entries e JOIN arrivals a ON a.id = e.arrival"
					 " WHERE e.complaint = ? AND e.follow_up = 1 ORDER BY e.id";
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, FOLLOW_UPS, "i", complaint);
	json_t *list = json_array();
	int got;
	while ((got = db_step(s)) == 1) {
		json_t *one = json_pack("{s:o, s:o, s:o, s:o}", "received_at", db_json_time(s, 1), "channel", db_json_text(s, 2),
					"kind", db_json_text(s, 3), "arrival", db_json_int(s, 4));
		if (list_entry(r, sqlite3_column_int64(s, 0), one) < 0)
			got = -1;
		if (json_array_append_new(list, one) < 0 || got < 0)
			break;
	}
	if (got)
		json_decref(list);
	return got ? -1 : put(row, "follow_ups", list);
}

json_t *list_row(struct reg *r, sqlite3_stmt *s, int64_t now_us)
{
	static const char OWN[] = "SELECT id FROM entries WHERE complaint = ? AND follow_up = 0";
	int64_t id = sqlite3_column_int64(s, 0), entry = 0;
	bool open = !strcmp(db_text(s, 8), "open");
	bool overdue = open && sqlite3_column_type(s, 6) != SQLITE_NULL && sqlite3_column_int64(s, 6) < now_us;
	json_t *row = json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b}", "number", db_json_text(s, 1), "kind", db_json_text(s, 2),
				"channel", db_json_text(s, 3), "received_at", db_json_time(s, 4), "registered_at", db_json_time(s, 9),
				"acknowledge_due", db_json_time(s, 5), "answer_due", db_json_time(s, 6),
				"term_explanation", db_json_text(s, 7), "status", db_json_text(s, 8), "overdue", overdue);
	if (!row || db_int(r, &entry, OWN, "i", id) != 1 || list_entry(r, entry, row) < 0 || follow_ups(r, id, row) < 0) {
		json_decref(row);
		return NULL;
	}
	return row;
}

static const char
COMPLAINTS[] = "SELECT " LIST_COLUMNS " FROM complaints c WHERE (?1 = 0 OR c.status = 'open')"
	       " AND (?2 = 0 OR (c.status = 'open' AND c.answer_due_us < ?3))"
	       " AND (?4 = 0 OR EXISTS (SELECT 1 FROM entries e JOIN review v ON v.entry = e.id WHERE e.complaint = c.id AND v.done_us IS NULL)"
	       "      OR EXISTS (SELECT 1 FROM outbox o WHERE o.complaint = c.id AND o.state IN " RECEIPT_NEEDS_PERSON "))"
	       " AND (?5 IS NULL OR c.channel = ?5) AND (?6 IS NULL OR c.kind = ?6) AND c.received_us >= ?7"
	       " ORDER BY c.id LIMIT ?8",
/* An arrival without a number that a person should look at: a doubtful machine. */
UNNUMBERED[] = "SELECT " UNNUMBERED_COLUMNS " FROM entries e JOIN arrivals a ON a.id = e.arrival"
	       " WHERE e.complaint IS NULL AND EXISTS (SELECT 1 FROM review v WHERE v.entry = e.id AND v.done_us IS NULL)"
	       " AND (?1 IS NULL OR a.channel = ?1) AND (?2 IS NULL OR e.kind = ?2) AND a.received_us >= ?3 ORDER BY e.id LIMIT ?4",
ARRIVALS[] = "SELECT a.id, a.channel, a.account, a.folder, a.uid, a.received_us, a.kind,"
	     " (SELECT c.number FROM entries e JOIN complaints c ON c.id = e.complaint WHERE e.arrival = coalesce(a.again_of, a.id)"
	     "  ORDER BY e.id LIMIT 1), a.again_of IS NOT NULL, a.registered_us, a.acknowledged_us, a.acknowledged_where, a.again_of,"
	     " (SELECT c.number FROM outbox o JOIN complaints c ON c.id = o.complaint WHERE o.id = a.about_outbox), e.name, e.email, e.subject"
	     " FROM arrivals a LEFT JOIN entries e ON e.id = (SELECT min(f.id) FROM entries f WHERE f.arrival = coalesce(a.again_of, a.id))"
	     " WHERE (?1 IS NULL OR a.channel = ?1) AND (?2 IS NULL OR a.kind = ?2) AND a.received_us >= ?3"
	     " ORDER BY a.id LIMIT ?4";

static json_t *arrival(struct reg *r, sqlite3_stmt *s, int64_t now_us)
{
	(void)r, (void)now_us;
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b, s:o, s:o, s:o, s:o, s:o, s:{s:o, s:o}, s:o}", "id", db_json_int(s, 0),
			 "channel", db_json_text(s, 1), "source", db_json_text(s, 2), "folder", db_json_text(s, 3), "uid", db_json_int(s, 4),
			 "received_at", db_json_time(s, 5), "kind", db_json_text(s, 6), "number", db_json_text(s, 7),
			 "seen_again", sqlite3_column_int(s, 8), "registered_at", db_json_time(s, 9), "acknowledged_at", db_json_time(s, 10),
			 "acknowledged_where", db_json_text(s, 11), "first_arrival", db_json_int(s, 12), "about", db_json_text(s, 13), "sender",
			 "name", db_json_text(s, 14), "email", db_json_text(s, 15), "subject", db_json_text(s, 16));
}

json_t *list_unnumbered(struct reg *r, sqlite3_stmt *s, int64_t now_us)
{
	(void)now_us;
	json_t *row = json_pack("{s:n, s:o, s:o, s:o, s:o, s:o, s:n, s:n, s:n, s:n, s:b, s:[]}", "number", "arrival", db_json_int(s, 1),
				"kind", db_json_text(s, 2), "channel", db_json_text(s, 3), "received_at", db_json_time(s, 4),
				"source", db_json_text(s, 5), "acknowledge_due", "answer_due", "term_explanation", "status", "overdue", 0, "follow_ups");
	if (row && list_entry(r, sqlite3_column_int64(s, 0), row) < 0) {
		json_decref(row);
		return NULL;
	}
	return row;
}

/* 0; 1: each wants no more; or a FAIL_*. */
static int rows(struct reg *r, sqlite3_stmt *query, json_t *(*one)(struct reg *, sqlite3_stmt *, int64_t), int64_t now_us,
		int (*each)(json_t *row, void *arg), void *arg, struct error *err)
{
	QUERY_CLEANUP sqlite3_stmt *s = query;
	int got, stop = 0;
	while (!stop && (got = db_step(s)) == 1) {
		json_t *row = one(r, s, now_us);
		if (!row)
			return db_error(r, "reading the list", err);
		stop = each(row, arg);
		json_decref(row);
	}
	return stop ? 1 : got < 0 ? db_error(r, "reading the list", err) : 0;
}

int reg_list(struct reg *r, const struct reg_filter *f, int (*each)(json_t *row, void *arg), void *arg, struct error *err)
{
	int64_t limit = f->limit ? (int64_t)f->limit : -1;
	int rc;
	bool snapshot = db_snapshot(r);
	if (f->arrivals)
		rc = rows(r, db_query(r, ARRIVALS, "ttii", f->channel, f->kind, f->since_us, limit), arrival, f->now_us, each, arg, err);
	else
		rc = rows(r, db_query(r, COMPLAINTS, "iiiittii", (int64_t)f->open, (int64_t)f->overdue, f->now_us, (int64_t)f->review, f->channel,
				      f->kind, f->since_us, limit), list_row, f->now_us, each, arg, err);
	if (rc == 0 && !f->arrivals && f->review && !f->overdue)
		rc = rows(r, db_query(r, UNNUMBERED, "ttii", f->channel, f->kind, f->since_us, limit), list_unnumbered, f->now_us, each, arg, err);
	db_snapshot_end(r, snapshot);
	return rc < 0 ? rc : 0;
}
