#include "register/history.h"

#include <nettle/sha2.h>
#include <string.h>
#include <sys/random.h>

#include "base/file.h"
#include "register/db.h"

#define SALT_BYTES 16

static const void *digest(const uint8_t salt[SALT_BYTES], const char *value, uint8_t ret[SHA256_BYTES])
{
	struct sha256_ctx ctx;
	if (!value)
		return NULL;
	sha256_init(&ctx);
	sha256_update(&ctx, SALT_BYTES, salt);
	sha256_update(&ctx, strlen(value), (const uint8_t *)value);
	sha256_digest(&ctx, SHA256_BYTES, ret);
	return ret;
}

int history_add(struct reg *r, int64_t complaint, const char *who, const char *what, const char *note, const char *from, const char *to)
{
	static const char ADD[] = "INSERT INTO history (complaint, at_us, who, what, note, from_digest, to_digest)"
				  " VALUES (nullif(?, 0), ?, ?, ?, ?, ?, ?)",
			  VALUES[] = "INSERT INTO history_values (history, salt, from_value, to_value) VALUES (?, ?, ?, ?)";
	uint8_t salt[SALT_BYTES], of_from[SHA256_BYTES], of_to[SHA256_BYTES];
	if ((from || to) && getrandom(salt, sizeof salt, 0) != sizeof salt)
		return SQLITE_IOERR;
	int rc = db_run(r, ADD, "iitttbb", complaint, r->now_us(), who, what, note, digest(salt, from, of_from), sizeof of_from,
			digest(salt, to, of_to), sizeof of_to);
	if (rc == SQLITE_OK && (from || to))
		rc = db_run(r, VALUES, "ibtt", (int64_t)sqlite3_last_insert_rowid(r->db), salt, sizeof salt, from, to);
	return rc;
}
