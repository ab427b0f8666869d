/* register/db.h — the few things that register/ asks of SQLite: prepared, bound, mapped to the caller's next step.
 *
 * Private to register/. A statement is a constant string; it is prepared once and kept. Statements may be nested, also the same one.
 * Types of db_run() and db_query(), one letter an argument: i int64_t, t text (const char *, NULL is null), b blob (const void *, size_t; NULL is null),
 * r double, n null (takes no argument). Texts and blobs are borrowed until the statement ends.
 */
#ifndef KLACHTD_REGISTER_DB_H
#define KLACHTD_REGISTER_DB_H

#include <nettle/hmac.h>
#include <sqlite3.h>
#include <stdint.h>

#include "base/error.h"
#include "register/register.h"

#define KEY_BYTES 32

struct kept {			/* a prepared statement */
	const char *sql;	/* borrowed: a constant */
	sqlite3_stmt *s;	/* owned */
};

struct pending;			/* queue.h */

/* Receipts that went out since then, as last counted, and those queued after: never fewer than there are. at_us 0: to be counted. */
struct reg_tally {
	int64_t at_us, since_us, count;
};

struct reg {
	sqlite3 *db;		/* owned */
	enum reg_mode mode;
	char *path, *instance, *receipt_domain;	/* owned */
	struct term_rules term;
	struct day *closed;	/* owned: what term.closed points to */
	int version;
	uint8_t key[KEY_BYTES];	/* of the receipt tags */
	struct kept *kept;	/* owned */
	size_t n_kept;
	int64_t (*now_us)(void);/* clock_now_us; tests set their own */
	struct pending *pending;/* owned; NULL before reg_attach */
	struct reg_tally tally;
	bool no_dossiers;	/* the table was empty when last asked, and only an import (through here) can have filled it since */
};

/* Runs a statement that gives no rows. SQLITE_OK, or the error. */
int db_run(struct reg *r, const char *sql, const char *types, ...);
/* A bound statement to step through with db_step(); NULL when it cannot be prepared (sqlite3_errcode tells). End with db_end(). */
sqlite3_stmt *db_query(struct reg *r, const char *sql, const char *types, ...);
/* 1 a row, 0 the end, -1 an error; accepts NULL (-1). */
int db_step(sqlite3_stmt *s);
void db_end(sqlite3_stmt **s);	/* accepts NULL: also as cleanup attribute */
#define QUERY_CLEANUP __attribute__((cleanup(db_end)))
/* One integer of one row: 1 and *ret, 0 no row (or null), -1 an error. */
int db_int(struct reg *r, int64_t *ret, const char *sql, const char *types, ...);

/* The last error of r->db as a fail kind with text: "register: what: why". */
int db_error(struct reg *r, const char *what, struct error *err);
/* The kind alone, of an extended result code. */
enum fail db_kind(int code);
void db_close(struct reg *r);

/* A write of its own: begin, then commit or (r < 0) roll back; returns r or the error of the commit. */
int db_begin(struct reg *r, struct error *err);
int db_commit(struct reg *r, int so_far, struct error *err);

/* Several queries that see the register at one moment, its file locked once for all of them; false: one is open already, or cannot be had. Nothing may be written in it. */
bool db_snapshot(struct reg *r);
void db_snapshot_end(struct reg *r, bool snapshot);

/* Columns: text or NULL; text as JSON (null for NULL); time as RFC 3339 in JSON (null for NULL). */
const char *db_text(sqlite3_stmt *s, int column);
json_t *db_json_text(sqlite3_stmt *s, int column);
json_t *db_json_time(sqlite3_stmt *s, int column);
json_t *db_json_int(sqlite3_stmt *s, int column);

/* Called where a crash would be most instructive; a test may define it, and die in it. */
void reg_step(const char *where) __attribute__((weak));
#define STEP(where) do { if (reg_step) reg_step(where); } while (0)

#endif
