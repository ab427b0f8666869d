#include "reader/record_json.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "parsers/glyph.h"
#include "reader/record_limits.h"
#include "reader/text_check.h"

typedef bool check_fn(const char *s);

/* Length of the UTF-8 sequence at s (RFC 3629 section 4), or 0 when there is none. */
static size_t utf8_length(const unsigned char *s, size_t n)
{
	size_t len = s[0] < 0x80 ? 1 : s[0] >= 0xc2 && s[0] < 0xe0 ? 2 : (s[0] & 0xf0) == 0xe0 ? 3 : s[0] >= 0xf0 && s[0] < 0xf5 ? 4 : 0;
	if (len == 0 || len > n)
		return 0;
	for (size_t i = 1; i < len; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] >= 0xa0) || (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] >= 0x90))
		return 0;
	return len;
}

/* s in at most max bytes, as a JSON text: controls become blanks, direction overrides go, broken UTF-8 becomes U+FFFD. */
static json_t *text(const char *s, bool lines, size_t max)
{
	static const char more[] = "…", broken[] = "\xef\xbf\xbd";
	size_t n = s ? strlen(s) : 0, at = 0, size = (n < max ? n * 3 : max) + 8;
	char *to = s ? malloc(size) : NULL;
	if (!s)
		return json_null();
	if (!to)
		return NULL;
	for (size_t i = 0, step; i < n; i += step) {
		size_t room = at + sizeof more - 1 < max ? max - at - (sizeof more - 1) : 0;
		step = glyph_plain_run(s + i, n - i < room ? n - i : room);
		if (step) {
			memcpy(to + at, s + i, step);
			at += step;
			continue;
		}
		size_t bad = text_forbidden(s + i, n - i, lines);
		const char *put = s + i;
		size_t len = step = utf8_length((const unsigned char *)s + i, n - i);
		if (bad) {
			step = bad;
			put = " ";
			len = bad == 3 ? 0 : 1;
		} else if (!step) {
			step = 1;
			put = broken;
			len = sizeof broken - 1;
		}
		if (at + len > max - (i + step < n ? sizeof more - 1 : 0)) {
			memcpy(to + at, more, sizeof more - 1);
			at += sizeof more - 1;
			break;
		}
		memcpy(to + at, put, len);
		at += len;
	}
	json_t *j = json_stringn_nocheck(to, at);	/* it is UTF-8 now */
	free(to);
	return j;
}

static json_t *line(const char *s)
{
	return text(s, false, LIMIT_LINE);
}

/* s when it has the right shape, else null: a wrong number is worse than none. */
static json_t *checked(const char *s, check_fn *ok)
{
	return s && ok(s) ? json_string(s) : json_null();
}

/* "1234 AB", or a foreign one as it stands. */
static json_t *postcode(const char *s)
{
	return s && strlen(s) <= 16 ? line(s) : json_null();
}

static json_t *number_or_null(double d)
{
	return d >= 0 && d <= 1 ? json_real(round(d * 1e4) / 1e4) : json_null();	/* false for NaN as well */
}

static json_t *empty_as_null(json_t *s)
{
	if (!json_is_string(s) || json_string_length(s) > 0)
		return s;
	json_decref(s);
	return json_null();
}

static json_t *sender(const struct record *r)
{
	const struct address *a = &r->address;
	json_t *address = json_null();
	if (a->street || a->house_number || a->postcode || a->city)
		address = json_pack("{s:o, s:o, s:o, s:o}", "street", line(a->street), "house_number", line(a->house_number),
				    "postcode", postcode(a->postcode), "city", line(a->city));
	return json_pack("{s:o, s:o, s:o, s:o}", "name", empty_as_null(line(r->name)), "email", checked(r->email, text_address),
			 "phone", checked(r->phone, text_phone), "address", address);
}

static json_t *dossiers(const struct record *r)
{
	json_t *list = json_array();
	for (size_t i = 0; list && i < r->n_dossier_numbers && i < LIMIT_DOSSIERS; i++)
		if (text_digits(r->dossier_numbers[i], LIMIT_DIGITS))
			json_array_append_new(list, json_string(r->dossier_numbers[i]));
	return list;
}

static json_t *receipt(const struct record *r)
{
	bool mail = r->channel == CHANNEL_EMAIL || r->channel == CHANNEL_FORM;
	const char *to = r->receipt.to && text_address(r->receipt.to) ? r->receipt.to : NULL;
	enum verdict v = r->receipt.verdict;
	json_t *why = json_array();
	for (size_t i = 0; why && i < r->receipt.n_why && i < LIMIT_LIST - 1; i++) {
		const struct why *w = &r->receipt.why[i];
		if (w->code && text_code(w->code))
			json_array_append_new(why, json_pack("{s:s, s:o}", "code", w->code, "text", line(w->text ? w->text : "")));
	}
	if (mail && v == VERDICT_SEND && !to) {	/* a verdict that cannot be carried out */
		v = VERDICT_HOLD;
		json_array_append_new(why, json_pack("{s:s, s:s}", "code", "no-address", "text", "there is no address that could be answered"));
	}
	return json_pack("{s:s, s:b, s:o, s:o}", "verdict", verdict_name(v), "allowed", v == VERDICT_SEND, "to",
			 to ? json_string(to) : json_null(), "why", why);
}

static json_t *reviews(const struct record *r)
{
	json_t *list = json_array();
	for (size_t i = 0; list && i < r->n_review && i < LIMIT_LIST; i++) {
		const struct review *v = &r->review[i];
		if (v->code && text_code(v->code))
			json_array_append_new(list, json_pack("{s:s, s:o, s:o}", "code", v->code, "field", checked(v->field, text_field),
							      "text", line(v->text ? v->text : "")));
	}
	return list;
}

static json_t *one_evidence(const struct evidence *e)
{
	json_t *o = json_pack("{s:o, s:o, s:o}", "from", line(e->from ? e->from : "body"), "quote", text(e->quote, true, LIMIT_QUOTE),
			      "confidence", number_or_null(e->confidence));
	if (o && e->page > 0 && e->page <= LIMIT_PAGES)
		json_object_set_new(o, "page", json_integer(e->page));
	const double *b = e->box;
	bool box = b[0] >= 0 && b[1] >= 0 && b[2] <= 1 && b[3] <= 1 && b[0] < b[2] && b[1] < b[3];
	if (o && box)
		json_object_set_new(o, "box", json_pack("[o, o, o, o]", number_or_null(b[0]), number_or_null(b[1]), number_or_null(b[2]),
							number_or_null(b[3])));
	return o;
}

/* One entry a field: the surest. */
static json_t *evidence(const struct record *r)
{
	json_t *map = json_object();
	for (size_t i = 0; map && i < r->n_evidence && i < LIMIT_EVIDENCE; i++) {
		const struct evidence *e = &r->evidence[i];
		const json_t *was = e->field ? json_object_get(map, e->field) : NULL;
		if (!e->field || !text_field(e->field) || (was && json_number_value(json_object_get(was, "confidence")) >= e->confidence))
			continue;
		json_object_set_new(map, e->field, one_evidence(e));
	}
	return map;
}

static json_t *documents(const struct record *r)
{
	json_t *list = json_array();
	for (size_t i = 0; list && i < r->n_documents && i < LIMIT_DOCUMENTS; i++) {
		const struct document *d = &r->documents[i];
		bool none = !d->text_from || strcmp(d->text_from, "none") == 0;
		json_array_append_new(list, json_pack("{s:o, s:o, s:I, s:o, s:o, s:o, s:o}", "name", line(d->name),
			"media_type", line(d->media_type ? d->media_type : "application/octet-stream"), "bytes", (json_int_t)d->bytes,
			"sha256", checked(d->sha256, text_sha256),
			"pages", d->pages > 0 && d->pages <= LIMIT_PAGES ? json_integer(d->pages) : json_null(),
			"text_from", line(d->text_from ? d->text_from : "none"), "confidence", none ? json_null() : number_or_null(d->confidence)));
	}
	return list;
}

static json_t *list_of(const char *const *s, size_t n)
{
	json_t *list = json_array();
	for (size_t i = n > LIMIT_LIST ? n - LIMIT_LIST : 0; list && i < n; i++)	/* the last references are the nearest */
		json_array_append_new(list, line(s[i]));
	return list;
}

static json_t *message(const struct record *r)
{
	if (!r->message.there)
		return json_null();
	json_t *report = json_null();
	if (r->message.report_type)
		report = json_pack("{s:o, s:o, s:o, s:o}", "type", line(r->message.report_type), "original_message_id",
				   line(r->message.report_original_id), "action", line(r->message.report_action), "status",
				   line(r->message.report_status));
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "message_id", line(r->message.message_id),
			 "in_reply_to", line(r->message.in_reply_to), "references", list_of(r->message.references, r->message.n_references),
			 "date", checked(r->message.date, text_date), "from", line(r->message.from), "reply_to", line(r->message.reply_to),
			 "return_path", line(r->message.return_path), "report", report);
}

static json_t *scan(const struct record *r)
{
	if (!r->scan.there)
		return json_null();
	double skew = isfinite(r->scan.skew) && fabs(r->scan.skew) <= 360 ? r->scan.skew : 0;
	return json_pack("{s:i, s:i, s:i, s:f, s:o}", "pages", r->scan.pages < 0 ? 0 : r->scan.pages, "first_page",
			 r->scan.first_page < 1 ? 1 : r->scan.first_page, "rotation", r->scan.rotation, "skew", round(skew * 100) / 100,
			 "barcodes", list_of(r->scan.barcodes, r->scan.n_barcodes));
}

json_t *record_json(const struct record *r)
{
	/* json_pack gives NULL for the whole when any part is NULL: out of memory is seen here once */
	return json_pack("{s:i, s:o, s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "version", 1,
			 "file", line(r->file ? r->file : ""), "channel", channel_name(r->channel), "kind", kind_name(r->kind),
			 "sender", sender(r), "on_behalf_of", empty_as_null(line(r->on_behalf_of)), "dossier_numbers", dossiers(r),
			 "complaint_number", checked(r->complaint_number, text_complaint_number), "subject", line(r->subject),
			 "language", checked(r->language, text_language), "description", text(r->description, true, LIMIT_TEXT),
			 "desired_resolution", empty_as_null(text(r->desired_resolution, true, LIMIT_TEXT)), "receipt", receipt(r),
			 "review", reviews(r), "evidence", evidence(r), "documents", documents(r), "message", message(r), "scan", scan(r));
}
