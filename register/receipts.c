/* The rows of the outbox. What an event does to a state is decided in outbox/policy.h; here it is written, in one commit, or refused. The states
 * named in the statements are that table's: tests/unit/daemon/test_outbox.c holds each cell of it against them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "register/db.h"
#include "register/filing.h"
#include "register/history.h"
#include "register/list.h"

#define WHO "klachtd"

void reg_receipt_free(struct reg_receipt_row *row)
{
	free(row->state);
	free(row->to);
	free(row->message_id);
	free(row->text);
	free(row->language);
	free(row->message);
	free(row->instance);
	json_decref(row->complaint);
	*row = (struct reg_receipt_row){ 0 };
}

/* ---- the next one ---- */

static const char
NEXT[] = "SELECT o.id, o.state, o.recipient, o.message_id, o.text, o.language, o.message, o.attempts, o.next_try_us, o.acknowledge_due_us,"
	 " o.lease_until_us, o.instance, o.entry, o.complaint FROM outbox o"
	 " WHERE o.state IN ('queued', 'uncertain') AND o.next_try_us <= ? AND (o.next_try_us, o.id) > (?, ?) ORDER BY o.next_try_us, o.id LIMIT 1",
LETTER[] = "SELECT o.id, o.state, o.recipient, o.message_id, o.text, o.language, NULL, o.attempts, o.next_try_us, o.acknowledge_due_us,"
	   " o.lease_until_us, o.instance, o.entry, o.complaint, o.rendered_us,"
	   " (SELECT count(*) FROM outbox p WHERE p.complaint = o.complaint AND p.id <= o.id) FROM outbox o"
	   " WHERE o.state = 'to-print' AND (o.rendered_us IS NOT NULL) = ? AND o.id > ? ORDER BY o.id LIMIT 1",
NEXT_TIME[] = "SELECT min(next_try_us) FROM outbox WHERE state IN ('queued', 'uncertain')",
COMPLAINT[] = "SELECT " LIST_COLUMNS " FROM complaints c WHERE c.id = ?",
/* Of the record only what a receipt answers to: the whole, with all that was written and quoted, is most of what there is to parse. */
ENTRY[] = "SELECT json_object('message', json_extract(e.record, '$.message')), a.received_us, e.follow_up FROM entries e JOIN arrivals a ON a.id = e.arrival WHERE e.id = ?";

static char *dup_column(sqlite3_stmt *s, int column)
{
	const char *text = db_text(s, column);
	return text ? strdup(text) : NULL;
}

/* The complaint, but in the words of the entry that is answered: a follow-up may come from another person about another subject. */
static json_t *facts(struct reg *r, int64_t complaint, int64_t entry, int64_t now_us)
{
	QUERY_CLEANUP sqlite3_stmt *c = db_query(r, COMPLAINT, "i", complaint);
	QUERY_CLEANUP sqlite3_stmt *e = db_query(r, ENTRY, "i", entry);
	json_t *row = db_step(c) == 1 ? list_row(r, c, now_us) : NULL;
	if (row && db_step(e) == 1 && (!sqlite3_column_int(e, 2) || list_entry(r, entry, row) == 0) &&
	    json_object_set_new(row, "record", json_loads(db_text(e, 0), 0, NULL)) == 0 &&
	    json_object_set_new(row, "entry_received_at", db_json_time(e, 1)) == 0 &&
	    json_object_set_new(row, "is_follow_up", json_boolean(sqlite3_column_int(e, 2))) == 0)
		return row;
	json_decref(row);
	return NULL;
}

static int fill(struct reg *r, sqlite3_stmt *s, struct reg_receipt_row *row, int64_t now_us)
{
	row->id = sqlite3_column_int64(s, 0);
	row->state = dup_column(s, 1);
	row->to = dup_column(s, 2);
	row->message_id = dup_column(s, 3);
	row->text = dup_column(s, 4);
	row->language = dup_column(s, 5);
	row->message_n = (size_t)sqlite3_column_bytes(s, 6);
	row->message = row->message_n ? malloc(row->message_n + 1) : NULL;
	if (row->message) {
		memcpy(row->message, sqlite3_column_blob(s, 6), row->message_n);
		row->message[row->message_n] = '\0';
	}
	row->attempts = sqlite3_column_int(s, 7);
	row->next_try_us = sqlite3_column_int64(s, 8);
	row->acknowledge_due_us = sqlite3_column_int64(s, 9);
	row->lease_until_us = sqlite3_column_int64(s, 10);
	row->instance = dup_column(s, 11);
	row->complaint = facts(r, sqlite3_column_int64(s, 13), sqlite3_column_int64(s, 12), now_us);
	if (!row->complaint)
		return -1;
	(void)snprintf(row->number, sizeof row->number, "%s", json_string_value(json_object_get(row->complaint, "number")));
	return row->state && row->message_id && row->text && row->language && (!row->message_n || row->message) ? 0 : -1;
}

int reg_receipt_next(struct reg *r, int64_t now_us, struct reg_receipt_row *ret, int64_t *ret_next_us, struct error *err)
{
	return reg_receipt_next_after(r, now_us, INT64_MIN, 0, ret, ret_next_us, err);
}

int reg_receipt_next_after(struct reg *r, int64_t now_us, int64_t after_try_us, int64_t after_id, struct reg_receipt_row *ret, int64_t *ret_next_us,
			   struct error *err)
{
	struct reg_receipt_row row = { 0 };
	int64_t next = 0;
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, NEXT, "iii", now_us, after_try_us, after_id);
	int got = db_step(s);
	if (got == 1 && fill(r, s, &row, now_us) < 0)
		got = -1;
	if (got == 0 && db_int(r, &next, NEXT_TIME, "") < 0)
		got = -1;
	if (got < 0) {
		reg_receipt_free(&row);
		return db_error(r, "reading the next receipt", err);
	}
	if (got == 1)
		*ret = row;
	else
		*ret_next_us = next;
	return got;
}

int reg_letter_next(struct reg *r, bool rendered, int64_t after_id, struct reg_receipt_row *ret, struct error *err)
{
	struct reg_receipt_row row = { 0 };
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, LETTER, "ii", (int64_t)rendered, after_id);
	int got = db_step(s);
	if (got == 1 && fill(r, s, &row, r->now_us()) < 0)
		got = -1;
	if (got < 0) {
		reg_receipt_free(&row);
		return db_error(r, "reading the next letter", err);
	}
	if (got == 0)
		return 0;
	row.rendered_us = sqlite3_column_int64(s, 14);
	row.ordinal = sqlite3_column_int(s, 15);
	*ret = row;
	return 1;
}

/* ---- outcomes ---- */

static const char
OF[] = "SELECT complaint FROM outbox WHERE id = ?",
/* Only the owner of the lease may say what became of a mail; of a row that was not handed out it may be said that no mail can be made of it. */
OUTCOME[] = "UPDATE outbox SET state = ?2, next_try_us = ?3, smtp_code = nullif(?4, 0), smtp_text = ?5, instance = NULL, lease_until_us = NULL,"
	    " sent_us = CASE WHEN ?2 IN ('sent', 'delivered') THEN ?6 ELSE sent_us END,"
	    " why = CASE WHEN ?2 = 'held' OR ?2 = 'failed' OR ?2 = 'suppressed' OR ?2 = 'to-print' THEN coalesce(?7, why) ELSE why END"
	    " WHERE id = ?1 AND ((state = 'sending' AND instance = ?8)"
	    " OR (state IN ('queued', 'uncertain') AND ?2 = 'failed'))",
/* A report came in while the sender still had it: that knows better than any reply. */
OVERTAKEN[] = "SELECT id FROM outbox WHERE id = ? AND state IN ('delivered', 'bounced', 'to-print', 'printed', 'suppressed')",
START[] = "UPDATE outbox SET state = 'sending', attempts = attempts + 1, instance = ?2, lease_until_us = ?3, message = ?4, next_try_us = ?5"
	  " WHERE id = ?1 AND state IN ('queued', 'uncertain')";

static int remember(struct reg *r, const struct reg_receipt_change *c)
{
	char what[40];
	int64_t complaint = 0;
	if (db_int(r, &complaint, OF, "i", c->id) < 0)
		return sqlite3_errcode(r->db);
	(void)snprintf(what, sizeof what, "receipt-%s", c->state);
	return history_add(r, complaint, c->who ? c->who : WHO, what, c->note, NULL, NULL);
}

static int lost(int64_t id, struct error *err)
{
	return error_set(err, FAIL_ITEM, "receipt %lld is in another's hands, or in a state that does not allow it", (long long)id);
}

static int outcome(struct reg *r, const struct reg_receipt_change *c, int64_t now_us, struct error *err)
{
	if (db_run(r, OUTCOME, "itiititt", c->id, c->state, c->next_try_us, (int64_t)c->smtp_code, c->smtp_text, now_us, c->note,
		   r->instance) != SQLITE_OK)
		return db_error(r, "writing a receipt's outcome", err);
	if (sqlite3_changes(r->db) != 1) {
		int64_t id;
		int got = db_int(r, &id, OVERTAKEN, "i", c->id);
		return got < 0 ? db_error(r, "writing a receipt's outcome", err) : got ? 0 : lost(c->id, err);
	}
	return remember(r, c) == SQLITE_OK ? 0 : db_error(r, "writing history", err);
}

static int start(struct reg *r, const struct reg_receipt_change *c, int64_t now_us, struct error *err)
{
	if (db_run(r, START, "itibi", c->id, r->instance, c->lease_until_us, (const void *)c->message, c->message_n, now_us) != SQLITE_OK)
		return db_error(r, "starting a receipt", err);
	if (sqlite3_changes(r->db) != 1)
		return lost(c->id, err);
	return remember(r, c) == SQLITE_OK ? 0 : db_error(r, "writing history", err);
}

int reg_receipts_change(struct reg *r, const struct reg_receipt_change *changes, size_t n, int64_t now_us, struct error *err)
{
	int rc = db_begin(r, err);
	if (rc < 0)
		return rc;
	for (size_t i = 0; rc == 0 && i < n; i++) {
		bool starts = strcmp(changes[i].state, "sending") == 0;
		rc = starts ? start(r, &changes[i], now_us, err) : outcome(r, &changes[i], now_us, err);
		STEP(starts ? "start" : "outcome");
	}
	return db_commit(r, rc, err);
}

int reg_receipt_change(struct reg *r, const struct reg_receipt_change *o, const struct reg_receipt_change *s, int64_t now_us, struct error *err)
{
	struct reg_receipt_change changes[2];
	size_t n = 0;
	if (o)
		changes[n++] = *o;
	if (s)
		changes[n++] = *s;
	return reg_receipts_change(r, changes, n, now_us, err);
}

/* ---- many at once ---- */

/* Moves every row that the query names (id, complaint) by the statement, which takes id and why. How many, or a FAIL_*. */
static int move_all(struct reg *r, sqlite3_stmt *query, const char *move, const char *who, const char *what, const char *why, struct error *err)
{
	QUERY_CLEANUP sqlite3_stmt *s = query;
	int got, n = 0;
	for (; (got = db_step(s)) == 1; n++) {
		if (db_run(r, move, "iti", sqlite3_column_int64(s, 0), why, r->now_us()) != SQLITE_OK ||
		    history_add(r, sqlite3_column_int64(s, 1), who, what, why, NULL, NULL) != SQLITE_OK)
			return db_error(r, "moving receipts", err);
	}
	return got < 0 ? db_error(r, "reading receipts", err) : n;
}

int reg_receipts_recover(struct reg *r, int64_t now_us, struct error *err)
{
	static const char FIND[] = "SELECT id, complaint FROM outbox WHERE state = 'sending' AND (lease_until_us <= ?1 OR instance = ?2)",
			  MOVE[] = "UPDATE outbox SET state = 'uncertain', instance = NULL, lease_until_us = NULL, next_try_us = ?3, why = ?2 WHERE id = ?1";
	int rc = db_begin(r, err);
	if (rc < 0)
		return rc;
	rc = move_all(r, db_query(r, FIND, "it", now_us, r->instance), MOVE, WHO, "receipt-uncertain", "klachtd ended while it was being sent", err);
	return db_commit(r, rc, err);
}

static int hold_late(struct reg *r, int64_t now_us, struct error *err)
{
	static const char FIND[] = "SELECT id, complaint FROM outbox WHERE state = 'queued' AND acknowledge_due_us < ?1",
			  MOVE[] = "UPDATE outbox SET state = 'held', why = ?2 WHERE id = ?1 AND ?3 IS NOT NULL";
	return move_all(r, db_query(r, FIND, "i", now_us), MOVE, WHO, "receipt-held", "late", err);
}

int reg_receipts_switch(struct reg *r, bool send, int64_t now_us, struct error *err)
{
	static const char WAS[] = "SELECT value = 'yes' FROM meta WHERE key = 'send'",
			  IS[] = "INSERT INTO meta (key, value) VALUES ('send', ?1) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
	int64_t was = 0;	/* a new register, or one of before: not */
	int held = 0, rc = db_begin(r, err);
	if (rc < 0)
		return rc;
	if (db_int(r, &was, WAS, "") < 0)
		held = db_error(r, "reading whether receipts were sent", err);
	else if (send && !was)
		held = hold_late(r, now_us, err);
	if (held >= 0 && send != (was != 0) && db_run(r, IS, "t", send ? "yes" : "no") != SQLITE_OK)
		held = db_error(r, "noting whether receipts are sent", err);
	return db_commit(r, held, err);
}

/* ---- a person's verbs ---- */

#define OF_NUMBER "SELECT o.id, o.complaint FROM outbox o JOIN complaints c ON c.id = o.complaint JOIN entries e ON e.id = o.entry WHERE c.number = ?1 AND "
#define TO(state) "UPDATE outbox SET state = '" state "', why = ?2, next_try_us = ?3 WHERE id = ?1"
#define PRINT "UPDATE outbox SET state = 'to-print', why = ?2, next_try_us = ?3, rendered_us = NULL, bundled_us = NULL WHERE id = ?1"
#define PRINTED "UPDATE outbox SET state = 'printed', why = ?2, sent_us = ?3 WHERE id = ?1"
#define RELEASED "o.state IN ('held', 'bounced', 'failed', 'suppressed')"

/* What each may move is a column of outbox/policy.c's table. A name may have two rows: one for each way that a receipt can go. */
static const struct verb {
	const char *name, *find, *move, *what, *why;
} verbs[] = {
	/* one that waits for its next try goes now, and is no new one; a letter that was drawn and dropped is not the one to be posted should the mail come back */
	{ "release", OF_NUMBER "(o.state IN ('queued', 'uncertain') OR " RELEASED ") AND o.recipient IS NOT NULL",
	  "UPDATE outbox SET why = ?2, next_try_us = ?3, rendered_us = NULL, bundled_us = NULL,"
	  " state = CASE state WHEN 'uncertain' THEN state ELSE 'queued' END,"
	  " attempts = CASE WHEN state IN ('queued', 'uncertain') THEN attempts ELSE 0 END,"
	  " created_us = CASE WHEN state IN ('queued', 'uncertain') THEN created_us ELSE ?3 END WHERE id = ?1", "receipt-queued", "released" },
	{ "release", OF_NUMBER RELEASED " AND o.recipient IS NULL AND " POSTAL, PRINT, "receipt-to-print", "released" },
	{ "hold", OF_NUMBER "o.state IN ('queued', 'uncertain')", TO("held"), "receipt-held", "by a person" },
	{ "suppress", OF_NUMBER "o.state IN ('queued', 'held', 'uncertain', 'bounced', 'failed', 'to-print')", TO("suppressed"), "receipt-suppressed",
	  "by a person" },
	{ "print", OF_NUMBER "o.state IN ('queued', 'held', 'uncertain', 'bounced', 'failed', 'suppressed', 'to-print', 'printed') AND " POSTAL, PRINT,
	  "receipt-to-print", "by a person" },
	/* a further letter of that complaint that is not drawn yet has not been posted */
	{ "printed", OF_NUMBER "o.state = 'to-print' AND (o.rendered_us IS NOT NULL OR NOT EXISTS (SELECT 1 FROM outbox p"
	  " WHERE p.complaint = o.complaint AND p.state = 'to-print' AND p.rendered_us IS NOT NULL))",
	  PRINTED, "receipt-printed", "posted" },
	{ "printed-bundled", OF_NUMBER "o.state = 'to-print' AND o.bundled_us IS NOT NULL", PRINTED, "receipt-printed", "posted" },
};

int reg_receipt_set(struct reg *r, const char *number, const char *name, const char *who, int64_t now_us, struct error *err)
{
	int moved = 0, known = 0;
	(void)now_us;
	int rc = db_begin(r, err);
	if (rc < 0)
		return rc;
	for (size_t i = 0; rc >= 0 && i < sizeof verbs / sizeof verbs[0]; i++) {
		const struct verb *v = &verbs[i];
		if (strcmp(v->name, name) != 0)
			continue;
		known = 1;
		rc = move_all(r, db_query(r, v->find, "t", number), v->move, who, v->what, v->why, err);
		moved += rc > 0;
	}
	if (!known)
		rc = error_set(err, FAIL_ITEM, "receipts: no such verb");
	rc = db_commit(r, rc, err);
	r->tally.at_us = 0;	/* a released one counts from now */
	return rc < 0 ? rc : moved > 0;
}

int reg_receipt_rendered(struct reg *r, int64_t id, int64_t now_us, struct error *err)
{
	static const char MOVE[] = "UPDATE outbox SET rendered_us = ?2, bundled_us = NULL WHERE id = ?1 AND state = 'to-print'";
	int64_t complaint = 0;
	int rc = db_begin(r, err);
	if (rc < 0)
		return rc;
	if (db_run(r, MOVE, "ii", id, now_us) != SQLITE_OK)
		rc = db_error(r, "noting a letter", err);
	else if (sqlite3_changes(r->db) == 0)	/* a person was quicker: printed or suppressed meanwhile */
		rc = lost(id, err);
	else if (db_int(r, &complaint, OF, "i", id) < 0 || history_add(r, complaint, WHO, "receipt-rendered", NULL, NULL, NULL) != SQLITE_OK)
		rc = db_error(r, "noting a letter", err);
	return db_commit(r, rc, err);
}

int reg_letters_bundled(struct reg *r, const int64_t *ids, size_t n, int64_t now_us, struct error *err)
{
	static const char NOTE[] = "UPDATE outbox SET bundled_us = ?2 WHERE id = ?1 AND state = 'to-print' AND rendered_us IS NOT NULL";
	int rc = db_begin(r, err);
	if (rc < 0)
		return rc;
	for (size_t i = 0; rc == 0 && i < n; i++)
		if (db_run(r, NOTE, "ii", ids[i], now_us) != SQLITE_OK)
			rc = db_error(r, "noting a bundle", err);
	return db_commit(r, rc, err);
}
