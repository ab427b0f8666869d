/* Known dossiers: filled by klachtctl dossiers import, asked by intake. */
#include <ctype.h>
#include <string.h>

#include "register/db.h"
#include "register/history.h"
#include "register/surname.h"

#define TEXT_BYTES 500

int reg_dossiers_begin(struct reg *r, struct error *err)
{
	r->no_dossiers = false;
	return db_begin(r, err);
}

static bool fits(const char *text)
{
	return !text || strlen(text) <= TEXT_BYTES;
}

int reg_dossiers_put(struct reg *r, const struct reg_dossier *d, struct error *err)
{
	static const char PUT[] = "INSERT INTO known_dossiers (number, name, postcode, email) VALUES (?1, ?2, ?3, ?4)"
				  " ON CONFLICT (number) DO UPDATE SET name = ?2, postcode = ?3, email = ?4";
	size_t n = d->number ? strlen(d->number) : 0;
	if (n < 4 || n > 15 || strspn(d->number, "0123456789") != n || !fits(d->name) || !fits(d->postcode) || !fits(d->email))
		return 0;
	return db_run(r, PUT, "tttt", d->number, d->name, d->postcode, d->email) == SQLITE_OK ? 1 : db_error(r, "writing a dossier", err);
}

int reg_dossiers_end(struct reg *r, bool keep, const char *who, struct error *err)
{
	int rc = 0;
	if (!keep)
		return db_commit(r, FAIL_ITEM, NULL) == FAIL_ITEM ? 0 : FAIL_RETRY;
	if (history_add(r, 0, who, "dossiers-imported", NULL, NULL, NULL) != SQLITE_OK)
		rc = db_error(r, "writing history", err);
	return db_commit(r, rc, err);
}

int reg_dossiers_count(struct reg *r, int64_t *ret, struct error *err)
{
	static const char COUNT[] = "SELECT count(*) FROM known_dossiers";
	return db_int(r, ret, COUNT, "") < 0 ? db_error(r, "counting dossiers", err) : 0;
}

/* Letters and digits only count: "1234ab" fits "1234 AB". */
static bool same_postcode(const char *a, const char *b)
{
	for (;; a++, b++) {
		while (*a == ' ')
			a++;
		while (*b == ' ')
			b++;
		if (toupper((unsigned char)*a) != toupper((unsigned char)*b))
			return false;
		if (!*a)
			return true;
	}
}

static bool same_person(sqlite3_stmt *known, const char *name, const char *postcode)
{
	const char *k_name = db_text(known, 0), *k_postcode = db_text(known, 1);
	if (name && k_name && surname_shared(name, k_name))
		return true;
	return postcode && k_postcode && *postcode && same_postcode(postcode, k_postcode);
}

static bool near(struct reg *r, const char *number, const char *name, const char *postcode)
{
	static const char GET[] = "SELECT name, postcode FROM known_dossiers WHERE number = ?";
	QUERY_CLEANUP sqlite3_stmt *s = db_query(r, GET, "t", number);
	return db_step(s) == 1 && same_person(s, name, postcode);
}

static void swap(char *p)
{
	char was = p[0];
	p[0] = p[1];
	p[1] = was;
}

/* Every number with one other digit or two neighbours exchanged, and asked by key: quicker than reading the table. */
static bool find_near(struct reg *r, char *number, const char *name, const char *postcode)
{
	for (char *p = number; *p; p++) {
		char was = *p;
		for (char c = '0'; c <= '9'; c++) {
			*p = c;
			if (c != was && near(r, number, name, postcode))
				return true;
		}
		*p = was;
		swap(p);
		if (p[0] && p[1] && p[0] != p[1] && near(r, number, name, postcode))
			return true;
		swap(p);
	}
	return false;
}

int reg_dossier_check(struct reg *r, const char *number, const char *name, const char *postcode, char ret_near[16])
{
	static const char ANY[] = "SELECT 1 FROM known_dossiers LIMIT 1", KNOWN[] = "SELECT 1 FROM known_dossiers WHERE number = ?";
	int64_t one;
	char try[16];
	size_t n = strlen(number);
	ret_near[0] = '\0';
	if (r->no_dossiers)
		return -1;
	int any = db_int(r, &one, ANY, "");
	r->no_dossiers = any == 0 && r->mode == REG_WRITE;
	if (any != 1)
		return -1;
	if (db_int(r, &one, KNOWN, "t", number) == 1)
		return 1;
	if (n < sizeof try && (name || postcode)) {
		memcpy(try, number, n + 1);
		if (find_near(r, try, name, postcode))
			memcpy(ret_near, try, n + 1);
	}
	return 0;
}
