#include "register/originals.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "register/db.h"

static const char FIND[] = "SELECT id, complete FROM originals WHERE sha256 = ?",
		  ADD[] = "INSERT INTO originals (sha256, bytes, complete) VALUES (?, ?, ?)",
		  ADD_PIECE[] = "INSERT INTO pieces (original, position, content) VALUES (?, ?, ?)",
		  PIECES[] = "SELECT count(*) FROM pieces WHERE original = ?",
		  COMPLETE[] = "UPDATE originals SET complete = 1 WHERE id = ?",
		  READ[] = "SELECT p.content FROM pieces p JOIN originals o ON o.id = p.original"
			   " WHERE o.sha256 = ? AND o.complete = 1 ORDER BY p.position";

bool original_large(const struct original *o)
{
	return o->bytes > PIECE_BYTES;
}

/* Reads exactly n bytes at that place: a sealed memfd cannot be shorter than it was. */
static int read_at(int fd, void *to, size_t n, int64_t at, struct error *err)
{
	for (size_t have = 0; have < n;) {
		ssize_t got = pread(fd, (char *)to + have, n - have, at + (int64_t)have);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return error_set(err, FAIL_ITEM, "original: %s", got ? strerror(errno) : "shorter than it was");
		have += (size_t)got;
	}
	return 0;
}

int original_init(struct original *o, const struct reg_original *from, struct error *err)
{
	struct stat st;
	*o = (struct original){ .fd = from->fd };
	if (fstat(o->fd, &st) != 0)
		return error_set(err, FAIL_ITEM, "original: %s", strerror(errno));
	o->bytes = st.st_size;
	memcpy(o->sha256, from->sha256, sizeof o->sha256);
	o->role = strdup(from->role);
	o->media_type = from->media_type ? strdup(from->media_type) : NULL;
	return o->role && (o->media_type || !from->media_type) ? 0 : error_set(err, FAIL_RETRY, "out of memory");
}

void original_free(struct original *o)
{
	free(o->role);
	free(o->media_type);
	*o = (struct original){ .fd = -1 };
}

/* 1 found, 0 not there, or a FAIL_*. */
static int find(struct reg *r, const struct original *o, int64_t *ret_id, bool *ret_complete, struct error *err)
{
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, FIND, "b", o->sha256, sizeof o->sha256);
	int got = db_step(s);
	if (got < 0)
		return db_error(r, "looking for an original", err);
	if (got) {
		*ret_id = sqlite3_column_int64(s, 0);
		*ret_complete = sqlite3_column_int(s, 1);
	}
	return got;
}

static int add(struct reg *r, const struct original *o, bool complete, int64_t *ret_id, struct error *err)
{
	if (db_run(r, ADD, "bii", o->sha256, sizeof o->sha256, o->bytes, (int64_t)complete) != SQLITE_OK)
		return db_error(r, "writing an original", err);
	*ret_id = sqlite3_last_insert_rowid(r->db);
	return 0;
}

static int add_piece(struct reg *r, const struct original *o, int64_t id, int64_t position, struct error *err)
{
	int64_t at = position * PIECE_BYTES;
	size_t n = o->bytes - at < PIECE_BYTES ? (size_t)(o->bytes - at) : PIECE_BYTES;
	char *buf = malloc(n + 1);
	if (!buf)
		return error_set(err, FAIL_RETRY, "out of memory");
	int rc = read_at(o->fd, buf, n, at, err);
	if (!rc && db_run(r, ADD_PIECE, "iib", id, position, buf, n) != SQLITE_OK)
		rc = db_error(r, "writing an original", err);
	free(buf);
	return rc;
}

/* The next piece of a large one; its row with the first, "complete" with the last. */
static int write_next(struct reg *r, struct original *o, struct error *err)
{
	int64_t id = 0, position = 0;
	bool complete = false;
	int rc = find(r, o, &id, &complete, err);
	if (rc == 1 && complete) {
		o->stored = true;
		return 0;
	}
	if (rc == 1 && db_int(r, &position, PIECES, "i", id) < 0)
		rc = db_error(r, "counting pieces", err);
	else if (rc == 0)
		rc = add(r, o, false, &id, err);
	if (rc >= 0 && position * PIECE_BYTES < o->bytes)
		rc = add_piece(r, o, id, position, err);
	if (rc < 0)
		return rc;
	if ((position + 1) * PIECE_BYTES >= o->bytes) {
		if (db_run(r, COMPLETE, "i", id) != SQLITE_OK)
			return db_error(r, "completing an original", err);
		o->stored = true;
	}
	return 0;
}

int original_step(struct reg *r, struct original *o, struct error *err)
{
	int rc;
	if (!original_large(o) || o->stored)
		return 0;
	rc = db_begin(r, err);
	if (!rc)
		rc = db_commit(r, write_next(r, o, err), err);
	if (rc < 0)
		o->stored = false;
	return rc < 0 ? rc : !o->stored;
}

int original_store(struct reg *r, struct original *o, int64_t *ret_id, struct error *err)
{
	bool complete = false;
	int rc = find(r, o, ret_id, &complete, err);
	if (rc < 0)
		return rc;
	if (original_large(o))
		return rc && complete ? 0 : error_set(err, FAIL_FATAL, "register %s: a large original is not there", r->path);
	if (rc == 1)
		return 0;
	rc = add(r, o, true, ret_id, err);
	return rc < 0 ? rc : add_piece(r, o, *ret_id, 0, err);
}

int reg_original_open(struct reg *r, const uint8_t sha256[32], struct error *err)
{
	FD_CLEANUP int fd = memfd_new("original", err);
	if (fd < 0)
		return fd;
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, READ, "b", sha256, (size_t)SHA256_BYTES);
	int got, n = 0, rc = 0;
	while (rc >= 0 && (got = db_step(s)) == 1) {
		rc = write_all(fd, sqlite3_column_blob(s, 0), (size_t)sqlite3_column_bytes(s, 0), err);
		n++;
	}
	if (rc < 0)
		return rc;
	if (got < 0)
		return db_error(r, "reading an original", err);
	if (!n)
		return error_set(err, FAIL_ITEM, "register: no original of that digest");
	rc = memfd_seal(fd, err);
	return rc < 0 ? rc : fd_take(&fd);
}
