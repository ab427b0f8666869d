#include "register/register.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "register/db.h"
#include "register/open.h"
#include "register/queue.h"
#include "register/schema.h"

#define OPEN_TIMEOUT_MS 2000	/* another program may just be ending */
#define RUN_TIMEOUT_MS 50	/* in the loop: rather tried again than waited for */
/* In KiB. The indexes of some ten thousand complaints: SQLite's own 2 MB are 125 of our pages, and a busy day read them again from the file each time. */
#define CACHE "16384"

static const char APPLICATION[] = "PRAGMA application_id", VERSION[] = "PRAGMA user_version",
		  TABLES[] = "SELECT count(*) FROM sqlite_schema";

static int pragmas(struct reg *r, const char *sql, struct error *err)
{
	return sqlite3_exec(r->db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : db_error(r, "open", err);
}

/* Ours? Fills r->version; 0 for a file that is still empty. */
static int recognise(struct reg *r, struct error *err)
{
	int64_t application = 0, version = 0, tables = 0;
	if (db_int(r, &application, APPLICATION, "") < 0 || db_int(r, &version, VERSION, "") < 0 || db_int(r, &tables, TABLES, "") < 0)
		return db_error(r, "open", err);
	if (application != SCHEMA_APPLICATION_ID && (application || version || tables))
		return error_set(err, FAIL_CONFIG, "register %s: this is another program's database (set state_directory, or move it away)", r->path);
	if (version > schema_version())
		return error_set(err, FAIL_CONFIG, "register %s: it is of version %lld, this klachtd knows up to %d: install the newer klachtd",
				 r->path, (long long)version, schema_version());
	r->version = (int)version;
	return 0;
}

static int migrate_one(struct reg *r, int version, struct error *err)
{
	size_t n;
	const char *sql = schema_migration(version, &n);
	char *text = strndup(sql, n), set[80];
	if (!text)
		return error_set(err, FAIL_RETRY, "out of memory");
	(void)snprintf(set, sizeof set, "PRAGMA application_id = %d; PRAGMA user_version = %d", SCHEMA_APPLICATION_ID, version);
	(void)sqlite3_db_config(r->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);	/* one of them changes the words of a table */
	int rc = db_begin(r, err);
	if (!rc) {
		rc = pragmas(r, text, err);
		if (!rc)
			rc = pragmas(r, set, err);
		rc = db_commit(r, rc, err);
	}
	(void)sqlite3_db_config(r->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	free(text);
	if (!rc)
		r->version = version;
	return rc;
}

int reg_migrate(struct reg *r, int to, struct error *err)
{
	int rc = 0;
	while (!rc && r->version < to) {
		rc = migrate_one(r, r->version + 1, err);
		if (rc < 0)
			error_prefix(err, "bringing the register from version %d to %d", r->version, r->version + 1);
	}
	return rc;
}

/* The key of the receipts' tags: made once, kept for ever. */
static int receipt_key(struct reg *r, struct error *err)
{
	static const char GET[] = "SELECT value FROM keys WHERE name = 'receipt'", PUT[] = "INSERT INTO keys VALUES ('receipt', ?)";
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, GET, "");
	int got = db_step(s);
	if (got < 0)
		return db_error(r, "reading the key", err);
	if (got && sqlite3_column_bytes(s, 0) != KEY_BYTES)
		return error_set(err, FAIL_FATAL, "register %s: the key of the receipts is damaged", r->path);
	if (got) {
		memcpy(r->key, sqlite3_column_blob(s, 0), KEY_BYTES);
		return 0;
	}
	if (r->mode == REG_READ)
		return 0;
	if (getrandom(r->key, KEY_BYTES, 0) != KEY_BYTES)
		return error_set(err, FAIL_RETRY, "getrandom: %s", strerror(errno));
	return db_run(r, PUT, "b", r->key, (size_t)KEY_BYTES) == SQLITE_OK ? 0 : db_error(r, "writing the key", err);
}

/* An empty file with the mode we want: -wal and -shm take theirs from it. */
static int make_file(struct reg *r, struct error *err)
{
	FD_CLEANUP int fd = open(r->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
	if (fd >= 0 || errno == EEXIST)
		return 0;
	return error_set(err, FAIL_CONFIG, "register %s: %s (the state directory must exist and the user klachtd must be able to write it)",
			 r->path, strerror(errno));
}

/* No program of ours has a second thread, and nobody asks SQLite how much memory it has: each of its allocations locked a mutex to count for that.
 * Both count before the first register is opened, and are refused, harmlessly, afterwards. */
static void sqlite_alone(void)
{
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static int sqlite_open(struct reg *r, const char *name, int flags, struct error *err)
{
	sqlite_alone();
	int rc = sqlite3_open_v2(name, &r->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
	if (rc != SQLITE_OK)
		return db_error(r, "open", err);
	(void)sqlite3_busy_timeout(r->db, OPEN_TIMEOUT_MS);
	(void)sqlite3_db_config(r->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	/* temp_store: what a savepoint may have to put back stays in memory; it is no use on a disk, and personal data besides */
	return pragmas(r, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY", err);
}

/* page_size and auto_vacuum count only before the first table, and before WAL writes the first page. */
static int prepare_writing(struct reg *r, struct error *err)
{
	int keep = 1, rc = 0;
	if (!r->version)
		rc = pragmas(r, "PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL", err);
	if (!rc)
		rc = pragmas(r, "PRAGMA cache_size = -" CACHE "; PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
			     "PRAGMA journal_size_limit = 67108864", err);
	/* The -wal and -shm files stay, so that a reader who may not write the folder can always open the register */
	(void)sqlite3_file_control(r->db, "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
	return rc;
}

static int open_write(struct reg *r, struct error *err)
{
	int rc = make_file(r, err);
	if (!rc)
		rc = sqlite_open(r, r->path, SQLITE_OPEN_READWRITE, err);
	if (!rc)
		rc = recognise(r, err);
	if (!rc)
		rc = prepare_writing(r, err);
	if (!rc)
		rc = reg_migrate(r, schema_version(), err);
	if (!rc)
		rc = db_begin(r, err);	/* can we write at all? */
	if (!rc)
		rc = db_commit(r, receipt_key(r, err), err);
	if (!rc)
		(void)sqlite3_busy_timeout(r->db, RUN_TIMEOUT_MS);
	return rc;
}

/* file: URI of the path, with the characters escaped that mean something in it (RFC 3986 section 2.1). */
static char *uri(const char *path, const char *parameters)
{
	size_t size = strlen(path) * 3 + strlen(parameters) + 16;
	char *ret = malloc(size);
	if (!ret)
		return NULL;
	char *to = stpcpy(ret, "file:");
	for (; *path; path++)
		to += *path == '?' || *path == '#' || *path == '%' ? sprintf(to, "%%%02X", (unsigned char)*path) : (*to = *path, 1);
	(void)snprintf(to, size - (size_t)(to - ret), "?%s", parameters);
	return ret;
}

static int open_read_as(struct reg *r, const char *parameters, struct error *err)
{
	char *name = uri(r->path, parameters);
	if (!name)
		return error_set(err, FAIL_RETRY, "out of memory");
	int rc = sqlite_open(r, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
	free(name);
	return rc < 0 ? rc : recognise(r, err);
}

/* Bytes of the file beside the register, -1 when there is none. */
static int64_t beside(const struct reg *r, const char *suffix)
{
	char *name;
	struct stat st;
	if (asprintf(&name, "%s%s", r->path, suffix) < 0)
		return -1;
	int64_t bytes = stat(name, &st) == 0 ? st.st_size : -1;
	free(name);
	return bytes;
}

/* readonly_shm: without it SQLite makes the -shm file, as the user who reads, and klachtd could then not write it.
 * A register fresh from a backup has no such files, and SQLite would make the -wal even for a reader: the file alone is the truth then. */
static int open_read(struct reg *r, struct error *err)
{
	struct stat st;
	if (stat(r->path, &st) != 0)
		return error_set(err, FAIL_CONFIG, "register %s: %s%s", r->path, strerror(errno),
				 errno == ENOENT ? " (klachtd makes it when it starts)" : " (root and the user klachtd may read it)");
	int64_t wal = beside(r, "-wal"), shm = beside(r, "-shm");
	if (wal > 0 && shm < 0)
		return error_set(err, FAIL_CONFIG, "register %s: its -wal file has no -shm file beside it: start klachtd, which mends that", r->path);
	int rc = open_read_as(r, wal >= 0 && shm >= 0 ? "mode=ro&readonly_shm=1" : "mode=ro&immutable=1", err);
	if (!rc && r->version < schema_version())
		rc = error_set(err, FAIL_CONFIG, "register %s: it is of version %d, this program needs %d: start klachtd, which brings it up",
			       r->path, r->version, schema_version());
	return rc < 0 ? rc : receipt_key(r, err);
}

int reg_set_term(struct reg *r, const struct term_rules *t)
{
	struct day *closed = NULL;
	if (t->n_closed) {
		closed = calloc(t->n_closed, sizeof *closed);
		if (!closed)
			return FAIL_RETRY;
		memcpy(closed, t->closed, t->n_closed * sizeof *closed);
	}
	free(r->closed);
	r->closed = closed;
	r->term = *t;
	r->term.closed = closed;
	return 0;
}

static struct reg *reg_new(const struct reg_options *o)
{
	struct reg *r = calloc(1, sizeof *r);
	if (!r)
		return NULL;
	r->mode = o->mode;
	r->now_us = clock_now_us;
	r->instance = strdup(o->instance ? o->instance : "");
	r->receipt_domain = strdup(o->receipt_domain ? o->receipt_domain : "localhost");
	if (asprintf(&r->path, "%s/register.db", o->state_directory) < 0)
		r->path = NULL;
	if (!r->path || !r->instance || !r->receipt_domain || reg_set_term(r, &o->term) < 0) {
		reg_close(r);
		return NULL;
	}
	return r;
}

int reg_open(const struct reg_options *o, struct reg **ret, struct error *err)
{
	struct error here;
	struct reg *r = reg_new(o);
	if (!r)
		return error_set(err, FAIL_RETRY, "out of memory");
	int rc = o->mode == REG_WRITE ? open_write(r, &here) : open_read(r, &here);
	if (rc == FAIL_RETRY && r->db && (sqlite3_errcode(r->db) & 0xff) == SQLITE_BUSY)
		rc = here.kind = FAIL_CONFIG;	/* at start nobody tries again by himself */
	if (rc < 0) {
		reg_close(r);
		return error_set(err, rc, "%s", here.text);
	}
	*ret = r;
	return 0;
}

void reg_close(struct reg *r)
{
	if (!r)
		return;
	queue_free(r);
	db_close(r);
	free(r->path);
	free(r->instance);
	free(r->receipt_domain);
	free(r->closed);
	explicit_bzero(r->key, sizeof r->key);
	free(r);
}

int reg_schema_version(const struct reg *r)
{
	return r->version;
}
