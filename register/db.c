#include "register/db.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"

enum fail db_kind(int code)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_NOMEM:
	case SQLITE_PROTOCOL:
	case SQLITE_INTERRUPT:
		return FAIL_RETRY;
	case SQLITE_NOTADB:
	case SQLITE_CANTOPEN:
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return FAIL_CONFIG;
	case SQLITE_CONSTRAINT:
	case SQLITE_TOOBIG:
	case SQLITE_MISMATCH:
	case SQLITE_RANGE:
		return FAIL_ITEM;
	default:
		return FAIL_FATAL;	/* SQLITE_CORRUPT, and what is our own fault */
	}
}

static const char *remedy(int code)
{
	switch (code & 0xff) {
	case SQLITE_FULL: return " (make room on the disk; nothing is lost, it is tried again)";
	case SQLITE_BUSY: return " (another program holds it: end that program)";
	case SQLITE_NOTADB: return " (it is no register: restore it from the backup, or move it away)";
	case SQLITE_CORRUPT: return " (it is damaged: stop klachtd, keep the file, restore it from the backup)";
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_CANTOPEN: return " (who may use it: the user klachtd, and for reading its group and root)";
	default: return "";
	}
}

int db_error(struct reg *r, const char *what, struct error *err)
{
	int code = r->db ? sqlite3_extended_errcode(r->db) : SQLITE_NOMEM;
	/* sqlite3_errstr: the message of a constraint may quote, and a trigger's too; the class of the error never does */
	const char *why = (code & 0xff) == SQLITE_ERROR && r->db ? sqlite3_errmsg(r->db) : sqlite3_errstr(code & 0xff);
	return error_set(err, db_kind(code), "register %s: %s: %s%s", r->path, what, why, remedy(code));
}

/* A kept statement that is not in use, prepared when there is none. */
static sqlite3_stmt *statement(struct reg *r, const char *sql)
{
	for (size_t i = 0; i < r->n_kept; i++)
		if (r->kept[i].sql == sql && !sqlite3_stmt_busy(r->kept[i].s))
			return r->kept[i].s;
	struct kept *more = realloc(r->kept, (r->n_kept + 1) * sizeof *more);
	if (!more)
		return NULL;
	r->kept = more;
	sqlite3_stmt *s = NULL;
	if (sqlite3_prepare_v3(r->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL) != SQLITE_OK)
		return NULL;
	r->kept[r->n_kept++] = (struct kept){ sql, s };
	return s;
}

static void bind(sqlite3_stmt *s, const char *types, va_list ap)
{
	for (int i = 1; *types; types++, i++) {
		switch (*types) {
		case 'i':
			sqlite3_bind_int64(s, i, va_arg(ap, int64_t));
			break;
		case 'r':
			sqlite3_bind_double(s, i, va_arg(ap, double));
			break;
		case 't':
			sqlite3_bind_text(s, i, va_arg(ap, const char *), -1, SQLITE_STATIC);
			break;
		case 'b': {
			const void *p = va_arg(ap, const void *);
			sqlite3_bind_blob64(s, i, p, va_arg(ap, size_t), SQLITE_STATIC);
			break;
		}
		default:
			sqlite3_bind_null(s, i);
		}
	}
}

static sqlite3_stmt *query(struct reg *r, const char *sql, const char *types, va_list ap)
{
	sqlite3_stmt *s = statement(r, sql);
	if (s)
		bind(s, types, ap);
	return s;
}

sqlite3_stmt *db_query(struct reg *r, const char *sql, const char *types, ...)
{
	va_list ap;
	va_start(ap, types);
	sqlite3_stmt *s = query(r, sql, types, ap);
	va_end(ap);
	return s;
}

int db_step(sqlite3_stmt *s)
{
	int rc = s ? sqlite3_step(s) : SQLITE_NOMEM;
	return rc == SQLITE_ROW ? 1 : rc == SQLITE_DONE ? 0 : -1;
}

void db_end(sqlite3_stmt **s)
{
	if (!*s)
		return;
	(void)sqlite3_reset(*s);	/* repeats the error of the last step, which was seen there */
	(void)sqlite3_clear_bindings(*s);
	*s = NULL;
}

int db_run(struct reg *r, const char *sql, const char *types, ...)
{
	va_list ap;
	va_start(ap, types);
	sqlite3_stmt *s = query(r, sql, types, ap);
	va_end(ap);
	if (!s)
		return r->db ? sqlite3_errcode(r->db) : SQLITE_NOMEM;
	int rc = sqlite3_step(s);
	db_end(&s);
	return rc == SQLITE_DONE || rc == SQLITE_ROW ? SQLITE_OK : rc;
}

int db_int(struct reg *r, int64_t *ret, const char *sql, const char *types, ...)
{
	va_list ap;
	va_start(ap, types);
	QUERY_CLEANUP sqlite3_stmt *s = query(r, sql, types, ap);
	va_end(ap);
	int got = db_step(s);
	if (got == 1 && sqlite3_column_type(s, 0) == SQLITE_NULL)
		return 0;
	if (got == 1)
		*ret = sqlite3_column_int64(s, 0);
	return got;
}

void db_close(struct reg *r)
{
	for (size_t i = 0; i < r->n_kept; i++)
		sqlite3_finalize(r->kept[i].s);
	free(r->kept);
	r->kept = NULL;
	r->n_kept = 0;
	(void)sqlite3_close(r->db);	/* no statement is left, so it cannot refuse */
	r->db = NULL;
}

static const char BEGIN[] = "BEGIN IMMEDIATE", COMMIT[] = "COMMIT", ROLLBACK[] = "ROLLBACK";

int db_begin(struct reg *r, struct error *err)
{
	STEP("begin");
	return db_run(r, BEGIN, "") == SQLITE_OK ? 0 : db_error(r, "begin", err);
}

int db_commit(struct reg *r, int so_far, struct error *err)
{
	if (so_far >= 0) {
		STEP("before commit");
		if (db_run(r, COMMIT, "") == SQLITE_OK) {
			STEP("after commit");
			return so_far;
		}
		so_far = db_error(r, "commit", err);
	}
	/* A full disk or a failed write may have rolled back already */
	if (!sqlite3_get_autocommit(r->db))
		(void)db_run(r, ROLLBACK, "");
	return so_far;
}

bool db_snapshot(struct reg *r)
{
	static const char SNAPSHOT[] = "BEGIN";
	return sqlite3_get_autocommit(r->db) && db_run(r, SNAPSHOT, "") == SQLITE_OK;
}

void db_snapshot_end(struct reg *r, bool snapshot)
{
	if (snapshot)
		(void)db_run(r, COMMIT, "");	/* nothing was written */
}

const char *db_text(sqlite3_stmt *s, int column)
{
	return (const char *)sqlite3_column_text(s, column);
}

json_t *db_json_text(sqlite3_stmt *s, int column)
{
	const char *text = db_text(s, column);
	return text ? json_string_nocheck(text) : json_null();	/* what was stored was checked then */
}

json_t *db_json_time(sqlite3_stmt *s, int column)
{
	char text[40];
	if (sqlite3_column_type(s, column) == SQLITE_NULL)
		return json_null();
	clock_rfc3339(sqlite3_column_int64(s, column), text, sizeof text);
	return json_string(text);
}

json_t *db_json_int(sqlite3_stmt *s, int column)
{
	return sqlite3_column_type(s, column) == SQLITE_NULL ? json_null() : json_integer(sqlite3_column_int64(s, column));
}
