/* The questions that intake asks before it files. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "register/db.h"
#include "register/number.h"
#include "register/queue.h"

int reg_known_uids(struct reg *r, const struct reg_origin *place, const json_t *uids, json_t **ret, struct error *err)
{
	static const char KNOWN[] = "SELECT id FROM arrivals WHERE account = ? AND server = ? AND folder = ? AND uidvalidity = ? AND uid = ?"
				    " AND scan = x''";
	json_t *known = json_array(), *uid;
	size_t i;
	int got = 0;
	if (!known)
		return error_set(err, FAIL_RETRY, "out of memory");
	bool snapshot = db_snapshot(r);
	json_array_foreach(uids, i, uid) {
		int64_t id;
		got = db_int(r, &id, KNOWN, "tttii", place->account, place->server ? place->server : "", place->folder, place->uidvalidity,
			     (int64_t)json_integer_value(uid));
		if (got < 0)
			break;
		if (got)
			json_array_append(known, uid);
	}
	int rc = got < 0 ? db_error(r, "looking for mails", err) : 0;
	db_snapshot_end(r, snapshot);
	if (rc < 0)
		json_decref(known);
	else
		*ret = known;
	return rc;
}

static bool on_register(struct reg *r, const char *number)
{
	static const char FIND[] = "SELECT id FROM complaints WHERE number = ?";
	int64_t id;
	return db_int(r, &id, FIND, "t", number) == 1;
}

int reg_receipt_id_check(struct reg *r, const char *message_id, char ret_number[16])
{
	char number[NUMBER_SIZE];
	/* The tag outlives the complaint in an older backup: a number that is not there is no parent */
	if (!message_id || !receipt_id_parse(r, message_id, number) || !on_register(r, number))
		return 0;
	memcpy(ret_number, number, NUMBER_SIZE);
	return 1;
}

int reg_follow_up_check(struct reg *r, const char *number, const char *email, const json_t *dossier_numbers)
{
	static const char SENDER[] = "SELECT e.id FROM entries e JOIN complaints c ON c.id = e.complaint WHERE c.number = ? AND e.email = ? LIMIT 1",
			  DOSSIER[] = "SELECT e.id FROM entries e JOIN complaints c ON c.id = e.complaint JOIN entry_dossiers d ON d.entry = e.id"
				      " WHERE c.number = ? AND d.number = ? LIMIT 1";
	int64_t id;
	size_t i;
	json_t *d;
	if (email && *email && db_int(r, &id, SENDER, "tt", number, email) == 1)
		return 1;
	json_array_foreach(dossier_numbers, i, d)
		if (json_is_string(d) && db_int(r, &id, DOSSIER, "tt", number, json_string_value(d)) == 1)
			return 1;
	return 0;
}

#define TALLY_US US_PER_SECOND

/* Held, suppressed and printed ones are not mail that went out. (For IN with so many SQLite would make an index of them each time.) */
#define WENT_OUT " AND (state = 'queued' OR state = 'sending' OR state = 'sent' OR state = 'uncertain' OR state = 'delivered' OR state = 'bounced')"

int reg_receipts_since(struct reg *r, const char *email, int64_t since_us, int64_t *ret_count, struct error *err)
{
	static const char COUNT[] = "SELECT count(*) FROM outbox WHERE recipient = ? AND created_us >= ?" WENT_OUT;
	int64_t n = 0;
	if (db_int(r, &n, COUNT, "ti", email, since_us) < 0)
		return db_error(r, "counting receipts", err);
	*ret_count = n + queue_receipts(r, email);
	return 0;
}

/* Counting an hour's receipts for each item would cost more with each: a tally serves for a second. What left the hour meanwhile is then still in
 * it, so the limit closes too early by a second at most, never too late. */
static bool tally_serves(const struct reg_tally *t, int64_t since_us)
{
	int64_t age_us = clock_mono_us() - t->at_us;
	return t->at_us && age_us < TALLY_US && since_us >= t->since_us && since_us - t->since_us <= TALLY_US;
}

int reg_receipts_total_since(struct reg *r, int64_t since_us, int64_t *ret_count, struct error *err)
{
	static const char COUNT[] = "SELECT count(*) FROM outbox WHERE created_us >= ?" WENT_OUT;
	int64_t n = 0;
	if (!tally_serves(&r->tally, since_us)) {
		if (db_int(r, &n, COUNT, "i", since_us) < 0)
			return db_error(r, "counting receipts", err);
		r->tally = (struct reg_tally){ .at_us = clock_mono_us(), .since_us = since_us, .count = n };
	}
	*ret_count = r->tally.count + queue_receipts(r, NULL);
	return 0;
}
