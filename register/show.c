/* One complaint whole, and the counts of all. */
#include <string.h>

#include "base/file.h"
#include "register/list.h"

static const char
COMPLAINT[] = "SELECT " LIST_COLUMNS " FROM complaints c WHERE c.number = ?",
RECORDS[] = "SELECT record, description, desired_resolution FROM entries WHERE complaint = ? AND follow_up = 0",
HISTORY[] = "SELECT h.at_us, h.who, h.what, h.note, v.from_value, v.to_value, h.from_digest IS NOT NULL OR h.to_digest IS NOT NULL, v.history"
	    " FROM history h LEFT JOIN history_values v ON v.history = h.id WHERE h.complaint = ? ORDER BY h.id",
ORIGINALS[] = "SELECT o.sha256, ao.role, ao.media_type, o.bytes, a.id, a.account, a.folder, a.received_us FROM arrival_originals ao"
	      " JOIN originals o ON o.id = ao.original JOIN arrivals a ON a.id = ao.arrival"
	      " WHERE a.id IN (SELECT arrival FROM entries WHERE complaint = ?1 UNION SELECT ?2) ORDER BY a.id, ao.position",
ARRIVAL[] = "SELECT " UNNUMBERED_COLUMNS ", e.record, e.description, e.desired_resolution FROM arrivals seen JOIN arrivals a ON a.id = coalesce(seen.again_of, seen.id)"
	    " JOIN entries e ON e.arrival = a.id WHERE seen.id = ? AND e.complaint IS NULL";

/* Of the three columns from that one on: record, description, desired_resolution. The last two stand in the record as null, or, in a register of before,
 * as in their columns. */
static json_t *record_read(sqlite3_stmt *s, int column)
{
	static const char *const apart[] = { "description", "desired_resolution" };
	json_t *record = json_loads(db_text(s, column), 0, NULL);
	for (int i = 0; record && i < 2; i++)
		if (json_object_get(record, apart[i]) && json_object_set_new(record, apart[i], db_json_text(s, column + 1 + i)) < 0) {
			json_decref(record);
			return NULL;
		}
	return record;
}

static int add_record(struct reg *r, int64_t id, json_t *row)
{
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, RECORDS, "i", id);
	if (db_step(s) != 1)
		return -1;
	return json_object_set_new(row, "record", record_read(s, 0));
}

static int add_history(struct reg *r, int64_t id, json_t *row)
{
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, HISTORY, "i", id);
	json_t *list = json_array();
	int got;
	while ((got = db_step(s)) == 1) {
		int erased = sqlite3_column_int(s, 6) && sqlite3_column_type(s, 7) == SQLITE_NULL;
		if (json_array_append_new(list, json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:b}", "at", db_json_time(s, 0), "who", db_json_text(s, 1),
							  "what", db_json_text(s, 2), "note", db_json_text(s, 3), "from", db_json_text(s, 4),
							  "to", db_json_text(s, 5), "erased", erased)) < 0)
			break;
	}
	int rc = json_object_set_new(row, "history", list);
	return got ? -1 : rc;
}

/* What the record says, with a null for what it leaves out. */
static int add_evidence(json_t *row)
{
	const char *field;
	json_t *e, *object = json_object();
	int rc = 0;
	json_object_foreach(json_object_get(json_object_get(row, "record"), "evidence"), field, e)
		if (json_object_set_new(object, field, json_pack("{s:O?, s:O?, s:f, s:O?, s:O?}", "from", json_object_get(e, "from"),
					"quote", json_object_get(e, "quote"), "confidence", json_number_value(json_object_get(e, "confidence")),
					"page", json_object_get(e, "page"), "box", json_object_get(e, "box"))) < 0)
			rc = -1;
	return json_object_set_new(row, "evidence", object) < 0 ? -1 : rc;
}

/* Of the complaint's arrivals, or (complaint 0) of one arrival. */
static int add_originals(struct reg *r, int64_t id, int64_t arrival, json_t *row)
{
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, ORIGINALS, "ii", id, arrival);
	json_t *list = json_array();
	int got;
	while ((got = db_step(s)) == 1) {
		char hex[2 * SHA256_BYTES + 1];
		sha256_hex(sqlite3_column_blob(s, 0), hex);
		if (json_array_append_new(list, json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "sha256", hex, "role", db_json_text(s, 1),
							  "media_type", db_json_text(s, 2), "bytes", db_json_int(s, 3),
							  "arrival", db_json_int(s, 4), "source", db_json_text(s, 5),
							  "folder", db_json_text(s, 6), "received_at", db_json_time(s, 7))) < 0)
			break;
	}
	int rc = json_object_set_new(row, "originals", list);
	return got ? -1 : rc;
}

int reg_show(struct reg *r, const char *number, json_t **ret, struct error *err)
{
	bool snapshot = db_snapshot(r);
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, COMPLAINT, "t", number);
	int got = db_step(s), rc = got;
	json_t *row = got == 1 ? list_row(r, s, r->now_us()) : NULL;
	int64_t id = got == 1 ? sqlite3_column_int64(s, 0) : 0;
	if (got < 0 || (got == 1 && (!row || add_record(r, id, row) < 0 || add_history(r, id, row) < 0 || add_evidence(row) < 0 ||
				     add_originals(r, id, 0, row) < 0 || json_object_set_new(row, "receipts", list_receipts_of(r, id)) < 0))) {
		rc = db_error(r, "reading a complaint", err);
		json_decref(row);
	} else if (got == 1) {
		*ret = row;
	}
	db_end(&s);
	db_snapshot_end(r, snapshot);
	return rc;
}

int reg_show_arrival(struct reg *r, int64_t arrival_id, json_t **ret, struct error *err)
{
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, ARRIVAL, "i", arrival_id);
	int got = db_step(s);
	if (got == 0)
		return 0;
	json_t *row = got == 1 ? list_unnumbered(r, s, 0) : NULL;
	if (!row || json_object_set_new(row, "record", record_read(s, 6)) < 0 || add_originals(r, 0, sqlite3_column_int64(s, 1), row) < 0) {
		json_decref(row);
		return db_error(r, "reading an arrival", err);
	}
	*ret = row;
	return 1;
}

/* ---- counts ---- */

static int count_into(struct reg *r, json_t *to, const char *key, sqlite3_stmt *query)
{
	QUERY_CLEANUP sqlite3_stmt *s = query;
	(void)r;
	if (db_step(s) != 1)
		return -1;
	return json_object_set_new(to, key, db_json_int(s, 0));
}

static json_t *counts_by(sqlite3_stmt *query)
{
	QUERY_CLEANUP sqlite3_stmt *s = query;
	json_t *object = json_object();
	while (db_step(s) == 1)
		(void)json_object_set_new(object, db_text(s, 0), db_json_int(s, 1));
	return object;
}

int reg_status(struct reg *r, int64_t now_us, json_t **ret, struct error *err)
{
	static const char
	ARRIVALS[] = "SELECT count(*) FROM arrivals", OPEN[] = "SELECT count(*) FROM complaints WHERE status = 'open'",
	ALL[] = "SELECT count(*) FROM complaints", BYTES[] = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
	OVERDUE[] = "SELECT count(*) FROM complaints WHERE status = 'open' AND answer_due_us < ?",
	LATE[] = "SELECT count(*) FROM outbox WHERE acknowledge_due_us < ? AND state IN ('queued', 'held', 'sending', 'uncertain', 'bounced',"
		 " 'failed', 'to-print')",
	REVIEW[] = "SELECT count(*) FROM (SELECT entry FROM review WHERE done_us IS NULL"
		   " UNION SELECT entry FROM outbox WHERE state IN " RECEIPT_NEEDS_PERSON ")",
	UNACKNOWLEDGED[] = "SELECT count(*) FROM arrivals WHERE acknowledged_us IS NULL",
	STATES[] = "SELECT state, count(*) FROM outbox GROUP BY state", KINDS[] = "SELECT kind, count(*) FROM complaints GROUP BY kind",
	NEXT_DUE[] = "SELECT min(answer_due_us) FROM complaints WHERE status = 'open' AND answer_due_us >= ?";
	json_t *o = json_object();
	int bad = count_into(r, o, "arrivals", db_query(r, ARRIVALS, "")) | count_into(r, o, "complaints", db_query(r, ALL, "")) |
		  count_into(r, o, "open", db_query(r, OPEN, "")) | count_into(r, o, "overdue", db_query(r, OVERDUE, "i", now_us)) |
		  count_into(r, o, "receipts_late", db_query(r, LATE, "i", now_us)) | count_into(r, o, "review", db_query(r, REVIEW, "")) |
		  count_into(r, o, "unacknowledged", db_query(r, UNACKNOWLEDGED, "")) | count_into(r, o, "bytes", db_query(r, BYTES, ""));
	if (bad) {
		json_decref(o);
		return db_error(r, "counting", err);
	}
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, NEXT_DUE, "i", now_us);
	(void)json_object_set_new(o, "next_answer_due", db_step(s) == 1 ? db_json_time(s, 0) : json_null());
	(void)json_object_set_new(o, "receipts", counts_by(db_query(r, STATES, "")));
	(void)json_object_set_new(o, "kinds", counts_by(db_query(r, KINDS, "")));
	(void)json_object_set_new(o, "schema_version", json_integer(r->version));
	*ret = o;
	return 0;
}
