#include "reader/merge.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "reader/record_limits.h"

#define TEXT_BYTES 900		/* a review text with a document's name in front stays below LIMIT_LINE */

static const char *string(const json_t *o, const char *key)
{
	return json_string_value(json_object_get(o, key));
}

/* What a person means by "it is there". */
static bool there(const json_t *v)
{
	return v && !json_is_null(v) && !(json_is_string(v) && json_string_length(v) == 0) && !(json_is_array(v) && json_array_size(v) == 0);
}

/* The document's name for a person, cut at a character's edge. */
static void document_name(const json_t *mail, size_t index, char *ret, size_t n)
{
	const char *name = string(json_array_get(json_object_get(mail, "documents"), index), "name");
	size_t len = name ? strlen(name) : 0;
	if (len >= n)
		len = n - 1;
	while (len > 0 && ((unsigned char)name[len] & 0xc0) == 0x80)
		len--;
	if (len)
		(void)snprintf(ret, n, "%.*s", (int)len, name);
	else
		(void)snprintf(ret, n, "document %zu", index + 1);
}

static void add_review(json_t *record, const char *code, const json_t *field, const char *text)
{
	json_t *list = json_object_get(record, "review");
	if (json_array_size(list) < LIMIT_LIST)
		json_array_append_new(list, json_pack("{s:s, s:O?, s:s}", "code", code, "field", json_is_null(field) ? NULL : field, "text", text));
}

void merge_review(json_t *record, const char *code, const char *text)
{
	add_review(record, code, NULL, text);
}

void merge_unread(json_t *mail, size_t index, const char *why)
{
	char name[200], text[600];
	if (index >= json_array_size(json_object_get(mail, "documents")))
		return;
	document_name(mail, index, name, sizeof name);
	(void)snprintf(text, sizeof text, "%s: not read: %.300s", name, why);
	add_review(mail, "attachment-not-read", NULL, text);
}

/* ---- evidence and reviews ---- */

static void take_evidence(json_t *mail, const json_t *letter, const char *from_field, const char *to_field, const char *name)
{
	json_t *map = json_object_get(mail, "evidence");
	const json_t *was = json_object_get(json_object_get(letter, "evidence"), from_field);
	if (json_object_size(map) >= LIMIT_EVIDENCE)
		return;
	json_t *e = was ? json_copy((json_t *)was) : json_pack("{s:n, s:n}", "quote", "confidence");
	char from[240];
	(void)snprintf(from, sizeof from, "attachment %s", name);
	json_object_set_new(e, "from", json_string(from));
	json_object_set_new(map, to_field, e);
}

/* "no-address" and the like are answered once the field is filled. */
static void drop_reviews(json_t *mail, const char *field)
{
	json_t *list = json_object_get(mail, "review");
	for (size_t i = json_array_size(list); i-- > 0;) {
		const char *about = string(json_array_get(list, i), "field");
		if (about && strcmp(about, field) == 0)
			json_array_remove(list, i);
	}
}

static void join_reviews(json_t *mail, const json_t *letter, const char *field, const char *name)
{
	size_t i;
	json_t *r;
	json_array_foreach(json_object_get(letter, "review"), i, r) {
		const char *about = string(r, "field");
		bool fits = field ? about && strncmp(about, field, strlen(field)) == 0 : !about;
		char text[LIMIT_LINE];
		if (!fits || strlen(string(r, "text")) > TEXT_BYTES - strlen(name))
			continue;
		(void)snprintf(text, sizeof text, "%s: %s", name, string(r, "text"));
		add_review(mail, string(r, "code"), json_object_get(r, "field"), text);
	}
}

/* ---- fields ---- */

/* Moves one field into what the mail lacks: object and key are where it stands, field its name in evidence. */
static void take(json_t *mail, json_t *to, const json_t *letter, const json_t *from, const char *key, const char *field, const char *name)
{
	json_t *v = json_object_get(from, key);
	if (there(json_object_get(to, key)) || !there(v))
		return;
	json_object_set_new(to, key, json_deep_copy(v));
	drop_reviews(mail, field);
	take_evidence(mail, letter, field, field, name);
	join_reviews(mail, letter, field, name);
}

static void take_dossiers(json_t *mail, const json_t *letter, const char *name)
{
	json_t *to = json_object_get(mail, "dossier_numbers");
	size_t i, j;
	json_t *number, *old;
	json_array_foreach(json_object_get(letter, "dossier_numbers"), i, number) {
		bool known = json_array_size(to) >= LIMIT_DOSSIERS;
		json_array_foreach(to, j, old)
			known = known || json_equal(old, number);
		if (known)
			continue;
		char from_field[40], to_field[40];
		(void)snprintf(from_field, sizeof from_field, "dossier_numbers[%zu]", i);
		(void)snprintf(to_field, sizeof to_field, "dossier_numbers[%zu]", json_array_size(to));
		json_array_append(to, number);
		drop_reviews(mail, "dossier_numbers");
		take_evidence(mail, letter, from_field, to_field, name);
	}
	if (json_array_size(json_object_get(letter, "dossier_numbers")))
		join_reviews(mail, letter, "dossier_numbers", name);
}

static bool reviewed(const json_t *record, const char *code)
{
	size_t i;
	json_t *r;
	json_array_foreach(json_object_get(record, "review"), i, r)
		if (strcmp(string(r, "code"), code) == 0)
			return true;
	return false;
}

static bool says_kind(const json_t *record)
{
	return json_object_get(json_object_get(record, "evidence"), "kind") != NULL;
}

/* "Zie bijlage": the words of the mail say nothing, those of the letter do. A bank's statement is a complaint in doubt only, which does not outweigh
 * "bijgaand het bewijs van betaling". Never for a machine's mail, nor for a reply to our receipt. */
static void take_kind(json_t *mail, const json_t *letter, const char *name)
{
	const char *kind = string(letter, "kind");
	bool open = strcmp(string(mail, "kind"), "other") == 0 || (strcmp(string(mail, "kind"), "complaint") == 0 && reviewed(mail, "kind-uncertain"));
	if (strcmp(string(mail, "kind"), "other") == 0 && says_kind(mail) && !says_kind(letter))
		open = false;
	if (!open || (strcmp(kind, "complaint") != 0 && strcmp(kind, "compliment") != 0))
		return;
	json_object_set_new(mail, "kind", json_string(kind));
	drop_reviews(mail, "kind");
	take_evidence(mail, letter, "kind", "kind", name);
	join_reviews(mail, letter, "kind", name);
}

static void fill_document(json_t *mail, size_t index, const json_t *records)
{
	json_t *to = json_array_get(json_object_get(mail, "documents"), index);
	const json_t *from = json_array_get(json_object_get(json_array_get(records, 0), "documents"), 0);
	static const char *const keys[] = { "pages", "text_from", "confidence" };
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (json_object_get(from, keys[i]))
			json_object_set(to, keys[i], json_object_get(from, keys[i]));
}

#define FEW_WORDS 20

/* "Zie bijlage": what is wanted stands in the letter then. A mail that tells its own story attaches evidence, often our own letter with our demand. */
static bool says_little(const json_t *mail)
{
	const char *s = string(mail, "description");
	size_t words = 0;
	while (s && *s) {
		s += strspn(s, " \n\t");
		words += *s != 0;
		s += strcspn(s, " \n\t");
	}
	return words < FEW_WORDS;
}

/* ---- whose letter is it? ---- */

/* Bytes of the word of a name at s, 0 at its end; *ret_counts: it may tell people apart (no initial, title or particle). */
static size_t name_word(const char *s, bool *ret_counts)
{
	static const char *const small[] = { "van", "von", "den", "der", "ten", "ter", "het", "mevr", "mevrouw", "heer", "dhr", "drs", "ing", "fam", "familie", "mrs" };
	size_t n = strcspn(s, " -.,");
	*ret_counts = n >= 3;
	for (size_t i = 0; i < sizeof small / sizeof *small; i++)
		if (strlen(small[i]) == n && strncasecmp(small[i], s, n) == 0)
			*ret_counts = false;
	return n;
}

/* The next word of a name that counts, from *s on; its length, 0: none. */
static size_t next_word(const char **s)
{
	for (bool counts; **s; *s += strcspn(*s, " -.,")) {
		*s += strspn(*s, " -.,");
		size_t n = name_word(*s, &counts);
		if (n && counts)
			return n;
	}
	return 0;
}

/* No word of one name stands in the other, and each has a first and a last name's worth of text. "Jan" alone may be anybody. */
static bool other_person(const char *a, const char *b)
{
	if (!a || !b || !strchr(a, ' ') || !strchr(b, ' '))
		return false;
	size_t n, m, seen = 0;
	for (const char *p = a; (n = next_word(&p)); p += n)
		for (const char *q = b; (m = next_word(&q)); q += m, seen++)
			if (n == m && strncasecmp(p, q, n) == 0)
				return false;
	return seen > 0;
}

static bool theirs(json_t *mail, const json_t *from, const char *name)
{
	char text[LIMIT_LINE];
	json_t *field = json_string("sender.name");
	bool other = other_person(string(json_object_get(mail, "sender"), "name"), string(from, "name"));
	if (other && (there(json_object_get(from, "phone")) || there(json_object_get(from, "address")))) {
		(void)snprintf(text, sizeof text, "%s: it gives another name; its address and telephone number were not taken for the sender's", name);
		add_review(mail, "two-names", field, text);
	}
	json_decref(field);
	return other;
}

static void merge_one(json_t *mail, const json_t *letter, bool dossiers, const char *name)
{
	static const char *const sender_fields[][2] = { { "name", "sender.name" }, { "phone", "sender.phone" }, { "address", "sender.address" } };
	json_t *sender = json_object_get(mail, "sender");
	const json_t *from = json_object_get(letter, "sender");
	if (strcmp(string(letter, "kind"), "unreadable") != 0) {
		bool other = theirs(mail, from, name);
		for (size_t i = 0; !other && i < sizeof sender_fields / sizeof *sender_fields; i++)
			take(mail, sender, letter, from, sender_fields[i][0], sender_fields[i][1], name);
		take_kind(mail, letter, name);
		if (says_little(mail))
			take(mail, mail, letter, letter, "desired_resolution", "desired_resolution", name);
		take(mail, mail, letter, letter, "description", "description", name);
		take(mail, mail, letter, letter, "language", "language", name);
		if (dossiers)
			take_dossiers(mail, letter, name);
	}
	join_reviews(mail, letter, NULL, name);
}

/* True when the numbers that are there came out of attachments: another scan may then add its own. */
static bool dossiers_from_attachments(const json_t *mail)
{
	size_t n = json_array_size(json_object_get(mail, "dossier_numbers"));
	const char *from = string(json_object_get(json_object_get(mail, "evidence"), "dossier_numbers[0]"), "from");
	return n == 0 || (from && strncmp(from, "attachment ", 11) == 0);
}

void merge_scan(json_t *mail, size_t index, const json_t *records)
{
	char name[200];
	size_t i;
	json_t *letter;
	if (index >= json_array_size(json_object_get(mail, "documents")))
		return;
	document_name(mail, index, name, sizeof name);
	fill_document(mail, index, records);
	bool dossiers = dossiers_from_attachments(mail);
	json_array_foreach((json_t *)records, i, letter)
		merge_one(mail, letter, dossiers, name);
}
