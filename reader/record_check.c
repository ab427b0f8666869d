#include "reader/record_check.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "reader/record_limits.h"
#include "reader/text_check.h"

/* What a value may be. The tables below say it for every key; nothing else may be there. */
enum shape {
	LINE, TEXT, QUOTE, ADDRESS, PHONE, COMPLAINT_NUMBER, LANGUAGE, DATE, SHA256, CODE, FIELD,	/* texts */
	KIND, CHANNEL, VERDICT, TEXT_FROM,								/* one of a list */
	VERSION, COUNT, PAGE, ROTATION, SKEW, FRACTION, FLAG,						/* numbers */
	DOSSIERS, LINES, BOX,										/* lists */
	SENDER, POSTAL, RECEIPT, WHY, REVIEW, EVIDENCE, DOCUMENTS, MESSAGE, REPORT, SCAN,		/* with a table of their own */
};

struct key {
	const char *name;
	enum shape shape;
	enum { NEEDED, NULLABLE, ABSENT } may;	/* ABSENT: the key may be missing, but not null */
};
#define END { NULL, LINE, NEEDED }

static const struct key record_keys[] = {
	{ "version", VERSION, NEEDED }, { "file", LINE, NEEDED }, { "channel", CHANNEL, NEEDED }, { "kind", KIND, NEEDED },
	{ "sender", SENDER, NEEDED }, { "on_behalf_of", LINE, NULLABLE }, { "dossier_numbers", DOSSIERS, NEEDED },
	{ "complaint_number", COMPLAINT_NUMBER, NULLABLE }, { "subject", LINE, NULLABLE }, { "language", LANGUAGE, NULLABLE },
	{ "description", TEXT, NULLABLE }, { "desired_resolution", TEXT, NULLABLE }, { "receipt", RECEIPT, NEEDED },
	{ "review", REVIEW, NEEDED }, { "evidence", EVIDENCE, NEEDED }, { "documents", DOCUMENTS, NEEDED },
	{ "message", MESSAGE, NULLABLE }, { "scan", SCAN, NULLABLE }, END
};
static const struct key sender_keys[] = {
	{ "name", LINE, NULLABLE }, { "email", ADDRESS, NULLABLE }, { "phone", PHONE, NULLABLE }, { "address", POSTAL, NULLABLE }, END
};
static const struct key postal_keys[] = {
	{ "street", LINE, NULLABLE }, { "house_number", LINE, NULLABLE }, { "postcode", LINE, NULLABLE }, { "city", LINE, NULLABLE }, END
};
static const struct key receipt_keys[] = {
	{ "verdict", VERDICT, NEEDED }, { "allowed", FLAG, NEEDED }, { "to", ADDRESS, NULLABLE }, { "why", WHY, NEEDED }, END
};
static const struct key why_keys[] = { { "code", CODE, NEEDED }, { "text", LINE, NEEDED }, END };
static const struct key review_keys[] = { { "code", CODE, NEEDED }, { "field", FIELD, NULLABLE }, { "text", LINE, NEEDED }, END };
static const struct key evidence_keys[] = {
	{ "from", LINE, NEEDED }, { "quote", QUOTE, NULLABLE }, { "confidence", FRACTION, NULLABLE }, { "page", PAGE, ABSENT },
	{ "box", BOX, ABSENT }, END
};
static const struct key document_keys[] = {
	{ "name", LINE, NULLABLE }, { "media_type", LINE, NEEDED }, { "bytes", COUNT, NEEDED }, { "sha256", SHA256, NULLABLE },
	{ "pages", PAGE, NULLABLE }, { "text_from", TEXT_FROM, NEEDED }, { "confidence", FRACTION, NULLABLE }, END
};
static const struct key message_keys[] = {
	{ "message_id", LINE, NULLABLE }, { "in_reply_to", LINE, NULLABLE }, { "references", LINES, NEEDED }, { "date", DATE, NULLABLE },
	{ "from", LINE, NULLABLE }, { "reply_to", LINE, NULLABLE }, { "return_path", LINE, NULLABLE }, { "report", REPORT, NULLABLE }, END
};
static const struct key report_keys[] = {
	{ "type", LINE, NEEDED }, { "original_message_id", LINE, NULLABLE }, { "action", LINE, NULLABLE }, { "status", LINE, NULLABLE }, END
};
static const struct key scan_keys[] = {
	{ "pages", COUNT, NEEDED }, { "first_page", PAGE, NEEDED }, { "rotation", ROTATION, NEEDED }, { "skew", SKEW, NEEDED },
	{ "barcodes", LINES, NEEDED }, END
};

static bool one_of(const char *s, const char *const *names)
{
	for (; *names; names++)
		if (strcmp(s, *names) == 0)
			return true;
	return false;
}

static bool text_ok(const json_t *v, enum shape shape)
{
	static const char *const kinds[] = { "complaint", "compliment", "follow-up", "machine", "other", "unreadable", NULL };
	static const char *const channels[] = { "email", "letter", "form", "telephone", NULL };
	static const char *const verdicts[] = { "send", "hold", "never", NULL };
	static const char *const sources[] = { "body", "text-layer", "ocr", "none", NULL };
	if (!json_is_string(v))
		return false;
	const char *s = json_string_value(v);
	size_t n = json_string_length(v);
	if (strlen(s) != n)
		return false;
	switch (shape) {
	case LINE: return n <= LIMIT_LINE && text_plain(s, n, false);
	case TEXT: return n <= LIMIT_TEXT && text_plain(s, n, true);
	case QUOTE: return n <= LIMIT_QUOTE && text_plain(s, n, true);
	case ADDRESS: return text_address(s);
	case PHONE: return text_phone(s);
	case COMPLAINT_NUMBER: return text_complaint_number(s);
	case LANGUAGE: return text_language(s);
	case DATE: return text_date(s);
	case SHA256: return text_sha256(s);
	case CODE: return text_code(s);
	case FIELD: return text_field(s);
	case KIND: return one_of(s, kinds);
	case CHANNEL: return one_of(s, channels);
	case VERDICT: return one_of(s, verdicts);
	case TEXT_FROM: return one_of(s, sources);
	default: return false;
	}
}

static bool integer_ok(const json_t *v, json_int_t min, json_int_t max)
{
	return json_is_integer(v) && json_integer_value(v) >= min && json_integer_value(v) <= max;
}

static bool number_ok(const json_t *v, enum shape shape)
{
	switch (shape) {
	case VERSION: return integer_ok(v, 1, 1);
	case COUNT: return integer_ok(v, 0, INT64_C(1) << 40);
	case PAGE: return integer_ok(v, 1, LIMIT_PAGES);
	case ROTATION: return integer_ok(v, 0, 359);
	case SKEW: return json_is_number(v) && json_number_value(v) >= -360 && json_number_value(v) <= 360;
	case FRACTION: return json_is_number(v) && json_number_value(v) >= 0 && json_number_value(v) <= 1;
	case FLAG: return json_is_boolean(v);
	default: return false;
	}
}

static bool list_ok(const json_t *v, enum shape shape)
{
	size_t n = json_array_size(v), max = shape == DOSSIERS ? LIMIT_DOSSIERS : shape == BOX ? 4 : LIMIT_LIST;
	if (!json_is_array(v) || n > max || (shape == BOX && n != 4))
		return false;
	for (size_t i = 0; i < n; i++) {
		const json_t *e = json_array_get(v, i);
		bool ok = shape == BOX ? number_ok(e, FRACTION) : text_ok(e, LINE);
		if (!ok || (shape == DOSSIERS && !text_digits(json_string_value(e), LIMIT_DIGITS)))
			return false;
	}
	return true;
}

static int check_object(const json_t *v, const struct key *keys, const char *where, struct error *err);

static int check_each(const json_t *list, size_t max, const struct key *keys, const char *where, struct error *err)
{
	size_t n = json_array_size(list);
	if (!json_is_array(list) || n > max)
		return error_set(err, FAIL_ITEM, "record: %s is not a list within its limit", where);
	int r = 0;
	for (size_t i = 0; r == 0 && i < n; i++)
		r = check_object(json_array_get(list, i), keys, where, err);
	return r;
}

static int check_evidence(const json_t *map, struct error *err)
{
	const char *field;
	json_t *entry;
	if (!json_is_object(map) || json_object_size(map) > LIMIT_EVIDENCE)
		return error_set(err, FAIL_ITEM, "record: evidence is not an object within its limit");
	int r = 0;
	json_object_foreach((json_t *)map, field, entry) {
		if (!text_field(field))
			return error_set(err, FAIL_ITEM, "record: evidence for what is no field");
		r = check_object(entry, evidence_keys, "evidence", err);
		if (r < 0)
			break;
	}
	return r;
}

static int check_value(const json_t *v, const struct key *k, struct error *err)
{
	switch (k->shape) {
	case SENDER: return check_object(v, sender_keys, k->name, err);
	case POSTAL: return check_object(v, postal_keys, k->name, err);
	case RECEIPT: return check_object(v, receipt_keys, k->name, err);
	case MESSAGE: return check_object(v, message_keys, k->name, err);
	case REPORT: return check_object(v, report_keys, k->name, err);
	case SCAN: return check_object(v, scan_keys, k->name, err);
	case WHY: return check_each(v, LIMIT_LIST, why_keys, k->name, err);
	case REVIEW: return check_each(v, LIMIT_LIST, review_keys, k->name, err);
	case DOCUMENTS: return check_each(v, LIMIT_DOCUMENTS, document_keys, k->name, err);
	case EVIDENCE: return check_evidence(v, err);
	default: break;
	}
	bool ok = k->shape >= DOSSIERS ? list_ok(v, k->shape) : k->shape >= VERSION ? number_ok(v, k->shape) : text_ok(v, k->shape);
	return ok ? 0 : error_set(err, FAIL_ITEM, "record: \"%s\" is not what it should be", k->name);
}

static int check_object(const json_t *v, const struct key *keys, const char *where, struct error *err)
{
	size_t seen = 0;
	if (!json_is_object(v))
		return error_set(err, FAIL_ITEM, "record: %s is not an object", where);
	for (const struct key *k = keys; k->name; k++) {
		const json_t *value = json_object_get(v, k->name);
		if (!value && k->may == ABSENT)
			continue;
		if (!value)
			return error_set(err, FAIL_ITEM, "record: %s has no \"%s\"", where, k->name);
		seen++;
		if (json_is_null(value) && k->may == NULLABLE)
			continue;
		int r = check_value(value, k, err);
		if (r < 0)
			return r;
	}
	return seen == json_object_size(v) ? 0 : error_set(err, FAIL_ITEM, "record: %s has a key that nobody knows", where);
}

int record_check(const json_t *record, struct error *err)
{
	int r = check_object(record, record_keys, "record", err);
	if (r < 0)
		return r;
	const json_t *receipt = json_object_get(record, "receipt");
	bool send = strcmp(json_string_value(json_object_get(receipt, "verdict")), "send") == 0;
	if (json_is_true(json_object_get(receipt, "allowed")) != send)
		return error_set(err, FAIL_ITEM, "record: verdict and \"allowed\" disagree");
	const char *channel = json_string_value(json_object_get(record, "channel"));
	bool mail = strcmp(channel, "email") == 0 || strcmp(channel, "form") == 0;
	if (mail && send && !json_is_string(json_object_get(receipt, "to")))
		return error_set(err, FAIL_ITEM, "record: a receipt to nobody");
	return 0;
}

/* Brackets and commas outside of strings: each costs jansson up to some 60 bytes, whatever the bytes weigh. */
static bool few_tokens(const char *s, size_t n)
{
	size_t tokens = 0;
	bool quoted = false;
	for (size_t i = 0; i < n; i++) {
		if (quoted && s[i] == '\\')
			i++;
		else if (s[i] == '"')
			quoted = !quoted;
		else if (!quoted && (s[i] == ',' || s[i] == '[' || s[i] == '{'))
			tokens++;
	}
	return tokens <= LIMIT_TOKENS;
}

int record_list_check(const json_t *list, struct error *err)
{
	size_t many = json_array_size(list);
	int r = 0;
	if (!json_is_array(list) || many == 0 || many > LIMIT_RECORDS)
		r = error_set(err, FAIL_ITEM, "records: not a JSON list of 1 to %d", LIMIT_RECORDS);
	for (size_t i = 0; r == 0 && i < many; i++)
		r = record_check(json_array_get(list, i), err);
	return r;
}

int record_load(const char *bytes, size_t n, json_t **ret, struct error *err)
{
	json_error_t why;
	if (n > LIMIT_RECORDS_BYTES || !few_tokens(bytes, n))
		return error_set(err, FAIL_ITEM, "records: larger than the limit");
	json_t *list = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &why);
	if (!list && json_error_code(&why) == json_error_out_of_memory)
		return error_set(err, FAIL_RETRY, "records: out of memory");
	int r = record_list_check(list, err);
	if (r < 0) {
		json_decref(list);
		return r;
	}
	*ret = list;
	return 0;
}
