/* What a person decides about the review list. */
#include <stdio.h>

#include "register/db.h"
#include "register/history.h"

int reg_arrival_number(struct reg *r, int64_t arrival_id, char ret_number[16], struct error *err)
{
	static const char FIND[] = "SELECT c.number FROM arrivals a JOIN entries e ON e.arrival = coalesce(a.again_of, a.id)"
				   " JOIN complaints c ON c.id = e.complaint WHERE a.id = ? ORDER BY e.id LIMIT 1";
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, FIND, "i", arrival_id);
	int got = db_step(s);
	if (got < 0)
		return db_error(r, "looking for an arrival", err);
	if (got)
		(void)snprintf(ret_number, 16, "%s", db_text(s, 0));
	return got;
}

int reg_review_done(struct reg *r, const char *number, int64_t arrival_id, const char *who, int *ret_count, struct error *err)
{
	static const char FIND[] = "SELECT id FROM complaints WHERE number = ?",
			  DONE[] = "UPDATE review SET done_us = ?3 WHERE done_us IS NULL AND entry IN (SELECT id FROM entries WHERE"
				   " CASE WHEN ?1 = 0 THEN arrival = ?2 AND complaint IS NULL ELSE complaint = ?1 END)";
	int64_t complaint = 0;
	char note[60];
	int done = 0, rc = db_begin(r, err);
	if (rc < 0)
		return rc;
	int got = number ? db_int(r, &complaint, FIND, "t", number) : 1;
	if (got < 0 || (got && db_run(r, DONE, "iii", complaint, arrival_id, r->now_us()) != SQLITE_OK))
		rc = db_error(r, "ticking off review lines", err);
	else if (got)
		done = sqlite3_changes(r->db);
	(void)snprintf(note, sizeof note, number ? "%d lines" : "%d lines of arrival %lld", done, (long long)arrival_id);
	if (done && !rc && history_add(r, complaint, who, "reviewed", note, NULL, NULL) != SQLITE_OK)
		rc = db_error(r, "writing history", err);
	rc = db_commit(r, rc, err);
	if (rc < 0)
		return rc;
	*ret_count = done;
	return done > 0;
}
