#include "register/number.h"

#include <nettle/hmac.h>
#include <nettle/memops.h>
#include <stdio.h>
#include <string.h>

#include "register/db.h"

#define COUNT_HEX 4
#define MAC_BYTES 10
#define TAG_SIZE (COUNT_HEX + 2 * MAC_BYTES + 1)
#define PREFIX "receipt."
#define HEX "0123456789abcdef"
#define DIGITS "0123456789"

int number_next(struct reg *r, int year, char ret[NUMBER_SIZE])
{
	static const char NEXT[] = "UPDATE counters SET last = last + 1 WHERE year = ?", FIRST[] = "INSERT INTO counters (year, last) VALUES (?, 1)",
			  LAST[] = "SELECT last FROM counters WHERE year = ?";	/* in one statement, with RETURNING, it costs four times as much */
	int64_t last = 0;
	int rc = db_run(r, NEXT, "i", (int64_t)year);
	if (rc == SQLITE_OK && sqlite3_changes(r->db) == 0)
		rc = db_run(r, FIRST, "i", (int64_t)year);
	if (rc != SQLITE_OK)
		return rc;
	int got = db_int(r, &last, LAST, "i", (int64_t)year);
	if (got != 1)
		return got < 0 ? sqlite3_errcode(r->db) : SQLITE_CORRUPT;
	(void)snprintf(ret, NUMBER_SIZE, "K-%04u-%06u", (unsigned)year % 10000, (unsigned)last % 100000000);
	return SQLITE_OK;
}

static void tag_make(struct reg *r, const char *number, unsigned count, char ret[TAG_SIZE])
{
	struct hmac_sha256_ctx ctx;
	uint8_t mac[MAC_BYTES];
	char text[64];
	int n = snprintf(text, sizeof text, "receipt %s %04x", number, count);
	hmac_sha256_set_key(&ctx, KEY_BYTES, r->key);
	hmac_sha256_update(&ctx, (size_t)n, (const uint8_t *)text);
	hmac_sha256_digest(&ctx, MAC_BYTES, mac);
	n = snprintf(ret, TAG_SIZE, "%04x", count);
	for (int i = 0; i < MAC_BYTES; i++) {
		ret[n++] = HEX[mac[i] >> 4];
		ret[n++] = HEX[mac[i] & 15];
	}
	ret[n] = '\0';
}

void receipt_id_make(struct reg *r, const char *number, unsigned count, char ret[RECEIPT_ID_SIZE])
{
	char tag[TAG_SIZE];
	tag_make(r, number, count, tag);
	(void)snprintf(ret, RECEIPT_ID_SIZE, PREFIX "%s.%s@%s", number, tag, r->receipt_domain);
}

/* K-YYYY-NNNNNN, and more digits after a million. Its length, or 0. */
static size_t number_length(const char *s)
{
	if (strncmp(s, "K-", 2) != 0 || strspn(s + 2, DIGITS) != 4 || s[6] != '-')
		return 0;
	size_t n = strspn(s + 7, DIGITS);
	return n >= 6 && n <= 8 ? 7 + n : 0;
}

bool receipt_id_parse(struct reg *r, const char *message_id, char ret_number[NUMBER_SIZE])
{
	char number[NUMBER_SIZE], tag[TAG_SIZE];
	const char *p = message_id + (*message_id == '<');
	if (strncmp(p, PREFIX, strlen(PREFIX)) != 0)
		return false;
	p += strlen(PREFIX);
	size_t n = number_length(p);
	if (!n || p[n] != '.' || strspn(p + n + 1, HEX) != TAG_SIZE - 1 || p[n + TAG_SIZE] != '@')
		return false;
	memcpy(number, p, n);
	number[n] = '\0';
	unsigned count = 0;
	for (int i = 0; i < COUNT_HEX; i++)
		count = count * 16 + (unsigned)(strchr(HEX, p[n + 1 + (size_t)i]) - HEX);
	tag_make(r, number, count, tag);
	if (!memeql_sec(tag, p + n + 1, TAG_SIZE - 1))
		return false;
	memcpy(ret_number, number, NUMBER_SIZE);
	return true;
}
