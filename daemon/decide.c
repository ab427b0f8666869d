#include "daemon/decide.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "outbox/policy.h"
#include "outbox/receipt.h"

#define OLD_US (30 * US_PER_DAY)	/* a date of receipt further back is looked at by a person */
#define FUTURE_US (10 * 60 * US_PER_SECOND)

static const char *text(const json_t *o, const char *key)
{
	const char *s = json_string_value(json_object_get(o, key));
	return s ? s : "";
}

static void review(struct decision *d, const char *code, const char *field, const char *words)
{
	json_t *a = (json_t *)d->entry.review;
	if (!a)
		d->entry.review = a = json_array();
	(void)json_array_append_new(a, json_pack("{s:s, s:s?, s:s}", "code", code, "field", field, "text", words));
}

/* Lowers the receipt, never raises it. */
static void lower(struct decision *d, enum reg_receipt to, const char *why)
{
	if (d->entry.receipt == REG_RECEIPT_NONE || (to == REG_RECEIPT_HELD && d->entry.receipt == REG_RECEIPT_HELD))
		return;
	d->entry.receipt = to;
	d->entry.receipt_why = why;
}

/* ---- machine mail ---- */

/* Did a report come about a receipt of ours? Then it moves that receipt's state. */
static void about(const struct decide_context *ctx, const json_t *record, struct decision *d)
{
	const json_t *m = json_object_get(record, "message"), *report = json_object_get(m, "report");
	const char *type = text(report, "type"), *id = text(report, "original_message_id"), *action = text(report, "action");
	char number[16];
	if (!*id)
		id = text(m, "in_reply_to");
	if (!*type || strlen(id) >= sizeof d->about_receipt || reg_receipt_id_check(ctx->reg, id, number) != 1)
		return;
	if (strcmp(type, "delivery-status") == 0 && strcasecmp(action, "failed") == 0)
		d->about_state = "bounced";
	else if (strcmp(type, "disposition-notification") == 0 || strcasecmp(action, "delivered") == 0)
		d->about_state = "delivered";
	else
		return;		/* delayed, relayed, expanded: nothing is decided yet */
	(void)snprintf(d->about_receipt, sizeof d->about_receipt, "%s", id);
}

/* ---- follow-ups ---- */

static bool trusted_reply(const struct decide_context *ctx, const json_t *record, char number[16])
{
	const json_t *m = json_object_get(record, "message"), *refs = json_object_get(m, "references");
	if (reg_receipt_id_check(ctx->reg, text(m, "in_reply_to"), number) == 1)
		return true;
	for (size_t i = 0; i < json_array_size(refs); i++) {
		const char *id = json_string_value(json_array_get(refs, i));
		if (id && reg_receipt_id_check(ctx->reg, id, number) == 1)
			return true;
	}
	return false;
}

/* Is it to be believed that the mail comes from whom it says? Who forges a sender also copies a dossier number from an old letter. */
static bool sender_doubted(const json_t *record)
{
	static const char *const codes[] = { "dmarc-fail", "spam", "no-sender", "passed-on" };
	const json_t *why = json_object_get(json_object_get(record, "receipt"), "why");
	for (size_t i = 0; i < json_array_size(why); i++)
		for (size_t k = 0; k < sizeof codes / sizeof *codes; k++)
			if (strcmp(text(json_array_get(why, i), "code"), codes[k]) == 0)
				return true;
	return false;
}

/* A keyed Message-ID, or the number and a matching sender or dossier. Else it is a complaint of its own: never an entry in another's file. */
static bool verified_follow_up(const struct decide_context *ctx, const json_t *record, struct decision *d)
{
	const char *number = text(record, "complaint_number"), *email = text(json_object_get(record, "sender"), "email");
	if (trusted_reply(ctx, record, d->parent))
		return true;
	if (*number && strlen(number) < sizeof d->parent && !sender_doubted(record) &&
	    reg_follow_up_check(ctx->reg, number, email, json_object_get(record, "dossier_numbers")) == 1) {
		(void)snprintf(d->parent, sizeof d->parent, "%s", number);
		return true;
	}
	d->parent[0] = '\0';
	return false;
}

/* ---- the receipt ---- */

bool decide_postal(const json_t *sender)
{
	const json_t *a = json_object_get(sender, "address");
	return *text(a, "street") && *text(a, "house_number") && *text(a, "city");
}

/* By whom can it be received: e-mail, post, or neither (then a person must act). */
static void carrier(const json_t *record, struct decision *d)
{
	const char *to = text(json_object_get(record, "receipt"), "to");
	if (*to && receipt_address_ok(to)) {
		d->entry.receipt_to = to;
		return;
	}
	if (decide_postal(json_object_get(record, "sender"))) {	/* a held one stays so: its release is to the printer */
		d->entry.receipt = d->entry.receipt == REG_RECEIPT_QUEUED ? REG_RECEIPT_TO_PRINT : d->entry.receipt;
		return;
	}
	lower(d, REG_RECEIPT_NONE, "no-address");
	review(d, "no-address", NULL, "Nobody can be confirmed by mail or by post: find an address and confirm by hand.");
}

static int within_limits(const struct decide_context *ctx, struct decision *d, struct error *err)
{
	const struct config *c = ctx->config;
	int64_t today = 0, hour = 0;
	if (d->entry.receipt != REG_RECEIPT_QUEUED)
		return 0;
	const char *to = d->entry.receipt_to;
	if (reg_receipts_since(ctx->reg, to, ctx->now_us - US_PER_DAY, &today, err) < 0 ||
	    reg_receipts_total_since(ctx->reg, ctx->now_us - 3600 * US_PER_SECOND, &hour, err) < 0)
		return err ? (int)err->kind : FAIL_RETRY;
	switch (outbox_limit(today, hour, c->receipt.max_per_sender_per_day, c->receipt.max_per_hour)) {
	case OUTBOX_FREE:
		break;
	case OUTBOX_SENDER_LIMIT:
		lower(d, REG_RECEIPT_HELD, "sender-limit");
		review(d, "sender-limit", NULL, "This address has had its receipts for today: release by hand if a person writes there.");
		break;
	case OUTBOX_HOUR_LIMIT:
		lower(d, REG_RECEIPT_HELD, "hour-limit");
		d->breaker = true;
		break;
	}
	return 0;
}

static bool before(struct day a, struct day b)
{
	return a.year != b.year ? a.year < b.year : a.month != b.month ? a.month < b.month : a.day < b.day;
}

/* Why the reader does not say "send": its first reason, a code (the text may quote the mail). */
static const char *first_reason(const json_t *record)
{
	const char *code = text(json_array_get(json_object_get(json_object_get(record, "receipt"), "why"), 0), "code");
	return *code ? code : "verdict";
}

static int decide_receipt(const struct decide_context *ctx, const json_t *record, struct decision *d, struct error *err)
{
	const char *verdict = text(json_object_get(record, "receipt"), "verdict");
	d->entry.receipt = strcmp(verdict, "send") == 0 ? REG_RECEIPT_QUEUED : strcmp(verdict, "hold") == 0 ? REG_RECEIPT_HELD : REG_RECEIPT_NONE;
	d->entry.receipt_why = strcmp(verdict, "send") == 0 ? NULL : first_reason(record);
	if (d->entry.receipt != REG_RECEIPT_NONE)
		carrier(record, d);
	if (ctx->too_large || strcmp(text(record, "kind"), "unreadable") == 0)
		lower(d, REG_RECEIPT_HELD, "unreadable");
	if (ctx->config->receipt.not_before.year && before(term_day(ctx->received_us), ctx->config->receipt.not_before))
		lower(d, REG_RECEIPT_HELD, "not-before");
	return within_limits(ctx, d, err);
}

/* ---- known dossiers, dates ---- */

static void check_dossiers(const struct decide_context *ctx, const json_t *record, struct decision *d)
{
	const json_t *numbers = json_object_get(record, "dossier_numbers"), *sender = json_object_get(record, "sender");
	const char *name = text(sender, "name"), *postcode = text(json_object_get(sender, "address"), "postcode");
	for (size_t i = 0; i < json_array_size(numbers); i++) {
		const char *number = json_string_value(json_array_get(numbers, i));
		char near[16] = "", words[200];
		if (!number || reg_dossier_check(ctx->reg, number, name, postcode, near) != 0)
			continue;
		if (*near)
			(void)snprintf(words, sizeof words, "Dossier %.15s is not known; %.15s is, a digit or two off, and the name or postcode fits.", number, near);
		else
			(void)snprintf(words, sizeof words, "Dossier %.15s is not among the known dossiers.", number);
		review(d, *near ? "near-dossier" : "unknown-dossier", "dossier_numbers", words);
	}
}

static void check_dates(const struct decide_context *ctx, struct decision *d)
{
	if (ctx->received_us > ctx->now_us + FUTURE_US)
		review(d, "received-in-future", NULL, "The server's date of receipt lies in the future: check the terms.");
	else if (ctx->received_us < ctx->now_us - OLD_US)
		review(d, "received-long-ago", NULL, "Received over 30 days before it was registered: check the terms.");
}

/* ---- the whole ---- */

static int decide_person(const struct decide_context *ctx, const json_t *record, struct decision *d, struct error *err)
{
	const char *kind = text(record, "kind");
	struct reg_entry *e = &d->entry;
	bool unreadable = ctx->too_large || strcmp(kind, "unreadable") == 0;
	bool follow_up = strcmp(kind, "follow-up") == 0;
	if (follow_up && !unreadable && verified_follow_up(ctx, record, d)) {
		e->parent = d->parent;
		e->receipt_text = "follow-up";
		return decide_receipt(ctx, record, d, err);
	}
	if (follow_up)
		review(d, "follow-up-unverified", NULL, "It names a complaint, but neither a receipt of ours nor the sender or a dossier proves it: filed on its own.");
	if (ctx->too_large)
		review(d, "too-large", NULL, strcmp(text(record, "channel"), "letter") == 0
		       ? "Larger than max_document: nothing of it was read, the scan itself is in the letterbox's folder failed/."
		       : "Larger than max_document: only its header was read, the mail itself is in the processed folder.");
	e->numbered = true;
	e->terms = unreadable || follow_up || strcmp(kind, "complaint") == 0;
	e->receipt_text = e->terms ? "complaint" : strcmp(kind, "compliment") == 0 ? "compliment" : "other";
	check_dossiers(ctx, record, d);
	check_dates(ctx, d);
	return decide_receipt(ctx, record, d, err);
}

int decide(const struct decide_context *ctx, const json_t *record, struct decision *ret, struct error *err)
{
	struct decision d = { .entry = { .record = record } };
	const json_t *scan = json_object_get(record, "scan");
	int r = 0;
	d.entry.first_page = (int)json_integer_value(json_object_get(scan, "first_page"));
	if (strcmp(text(record, "kind"), "machine") == 0) {
		d.arrival_only = true;
		d.doubtful = strcmp(text(json_object_get(record, "receipt"), "verdict"), "never") != 0;
		about(ctx, record, &d);
	} else {
		r = decide_person(ctx, record, &d, err);
	}
	if (r < 0) {
		decision_free(&d);
		return r;
	}
	bool child = d.entry.parent != NULL;
	*ret = d;
	if (child)	/* it points into the struct itself */
		ret->entry.parent = ret->parent;
	return 0;
}

void decision_free(struct decision *d)
{
	json_decref((json_t *)d->entry.review);
	d->entry.review = NULL;
}
