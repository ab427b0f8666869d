#include "daemon/verbs.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/wire.h"
#include "daemon/dates.h"
#include "daemon/dossiers.h"
#include "daemon/journal.h"

static json_t *answer_new(void)
{
	return json_pack("{s:s, s:b, s:[], s:[]}", "op", "answer", "ok", 1, "lines", "objects");
}

static void answer_line(json_t *answer, const char *line)
{
	(void)json_array_append_new(json_object_get(answer, "lines"), json_string(line));
}

static void answer_result(json_t *answer, const char *number, const char *verb, bool done)
{
	char line[200];
	if (done)
		(void)snprintf(line, sizeof line, "%s: %s", number, verb);
	else
		(void)snprintf(line, sizeof line, "%s: no receipt that can be %s", number, verb);
	answer_line(answer, line);
	(void)json_array_append_new(json_object_get(answer, "objects"), json_pack("{s:s, s:s, s:b}", "number", number, "verb", verb, "done", done));
}

static const char *done_word(const char *verb)
{
	static const char *const words[][2] = { { "release", "released" }, { "suppress", "suppressed" }, { "print", "put to print" } };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(verb, words[i][0]) == 0)
			return words[i][1];
	return "printed";
}

static void json_free(json_t **o)
{
	json_decref(*o);
}
#define JSON_CLEANUP __attribute__((cleanup(json_free)))

/* 1 done, 0 none of that complaint's receipts is in a state for it, or a FAIL_*. */
static int one_receipt(struct reg *reg, const char *number, const char *verb, const char *who, json_t *answer, struct error *err)
{
	struct journal_fields f = { .complaint = number };
	int r = reg_receipt_set(reg, number, verb, who, clock_now_us(), err);
	if (r < 1)
		return r;
	answer_result(answer, number, done_word(verb), true);
	journal(EVENT_RECEIPT_OPERATOR, &f, "%s: receipt %s by %s", number, done_word(verb), who);
	return 1;
}

static void stays_behind(json_t *answer, const char *number)
{
	char line[120];
	(void)snprintf(line, sizeof line, "%s: still waits, its letter stands in no bundle yet", number);
	answer_line(answer, line);
	(void)json_array_append_new(json_object_get(answer, "objects"), json_pack("{s:s, s:s, s:b}", "number", number, "verb", "printed", "done", 0));
}

/* printed --all: the letters that stand in a bundle. One that was drawn since nobody can have posted with it. */
static int printed_all(struct reg *reg, const char *who, json_t *answer, struct error *err)
{
	JSON_CLEANUP json_t *rows = reg_receipts_list(reg, "to-print", err);
	int r = rows ? 0 : FAIL_RETRY;
	for (size_t i = 0; r >= 0 && i < json_array_size(rows); i++) {
		const json_t *row = json_array_get(rows, i);
		const char *number = json_string_value(json_object_get(row, "number"));
		if (json_is_string(json_object_get(row, "bundled_at")))
			r = one_receipt(reg, number, "printed-bundled", who, answer, err);
		else if (json_is_string(json_object_get(row, "rendered_at")))
			stays_behind(answer, number);
	}
	return r < 0 ? r : 0;
}

static int receipts_verb(struct reg *reg, const char *verb, const json_t *request, const char *who, json_t *answer, struct error *err)
{
	const json_t *numbers = json_object_get(request, "numbers");
	int refused = 0;
	for (size_t i = 0; i < json_array_size(numbers); i++) {
		const char *number = json_string_value(json_array_get(numbers, i));
		if (!number || strlen(number) > 20)
			return error_set(err, FAIL_ITEM, "numbers: complaint numbers such as K-2026-000123");
		int r = one_receipt(reg, number, verb, who, answer, err);
		if (r < 0)
			return r;
		if (r == 0)
			answer_result(answer, number, done_word(verb), false);
		refused |= r == 0;
	}
	return refused;
}

/* ---- the review list ---- */

static int import_verb(struct reg *reg, int fd, const char *who, json_t *answer, struct error *err)
{
	int64_t rows = 0, known = 0;
	char line[120];
	int r = dossiers_import(reg, fd, who, &rows, err);
	if (r == 0)
		r = reg_dossiers_count(reg, &known, err);
	if (r < 0)
		return r;
	(void)snprintf(line, sizeof line, "%lld dossiers imported, %lld are known now", (long long)rows, (long long)known);
	answer_line(answer, line);
	(void)json_array_append_new(json_object_get(answer, "objects"), json_pack("{s:I, s:I}", "imported", (json_int_t)rows, "known", (json_int_t)known));
	journal(EVENT_DOSSIERS, NULL, "%s by %s", line, who);
	return 0;
}

static void accepted(json_t *answer, int64_t id, const struct reg_filed_entry *e, const char *who)
{
	struct journal_fields f = { .complaint = e->number, .due_us = e->answer_due_us };
	char line[240], due[40], held[80] = "no address for a receipt: confirm by hand";
	date_short(e->answer_due_us, due, sizeof due);
	if (e->outbox_id)
		(void)snprintf(held, sizeof held, "receipt held (klachtctl receipts release %s sends it)", e->number);
	(void)snprintf(line, sizeof line, "arrival %lld is complaint %s, answer due %s, %s", (long long)id, e->number, due, held);
	answer_line(answer, line);
	(void)json_array_append_new(json_object_get(answer, "objects"), json_pack("{s:I, s:s, s:b, s:b}", "arrival", (json_int_t)id, "number", e->number,
										 "receipt_held", e->outbox_id != 0, "done", 1));
	journal(EVENT_REGISTERED, &f, "%s registered: arrival %lld accepted as a complaint by %s, answer due %s", e->number, (long long)id, who, due);
}

static int refused(struct reg *reg, json_t *answer, int64_t id, struct error *err)
{
	char number[16] = "", line[120];
	int r = reg_arrival_number(reg, id, number, err);
	if (r < 0)
		return r;
	if (r == 1)
		(void)snprintf(line, sizeof line, "arrival %lld is complaint %s already", (long long)id, number);
	else
		(void)snprintf(line, sizeof line, "arrival %lld: no such arrival, or nothing of it was kept that could be a complaint", (long long)id);
	answer_line(answer, line);
	(void)json_array_append_new(json_object_get(answer, "objects"), json_pack("{s:I, s:s*, s:b}", "arrival", (json_int_t)id, "number",
										 *number ? number : NULL, "done", 0));
	return 1;
}

static int arrival_id(const json_t *v, int64_t *ret, struct error *err)
{
	if (!json_is_integer(v) || json_integer_value(v) < 1)
		return error_set(err, FAIL_ITEM, "arrivals: their ids, as klachtctl list --review shows them");
	*ret = json_integer_value(v);
	return 0;
}

static int accept_verb(struct reg *reg, const json_t *request, const char *who, json_t *answer, struct error *err)
{
	const json_t *ids = json_object_get(request, "arrivals");
	int any_refused = 0;
	for (size_t i = 0; i < json_array_size(ids); i++) {
		struct reg_filed_entry e = { 0 };
		int64_t id = 0;
		int r = arrival_id(json_array_get(ids, i), &id, err);
		if (r == 0)
			r = reg_promote(reg, id, who, &e, err);
		if (r == 1)
			accepted(answer, id, &e, who);
		else if (r == 0 && (r = refused(reg, answer, id, err)) == 1)
			any_refused = 1;
		if (r < 0)
			return r;
	}
	return any_refused;
}

/* One complaint (number) or arrival (number NULL). 0 done, 1 nothing was there. */
static int tick_off(struct reg *reg, const char *number, int64_t id, const char *who, json_t *answer, struct error *err)
{
	char line[120], name[40];
	int count = 0;
	int r = reg_review_done(reg, number, id, who, &count, err);
	if (r < 0)
		return r;
	if (number)
		(void)snprintf(name, sizeof name, "%.20s", number);
	else
		(void)snprintf(name, sizeof name, "arrival %lld", (long long)id);
	if (r == 1)
		(void)snprintf(line, sizeof line, "%s: %d review line%s done", name, count, count == 1 ? "" : "s");
	else
		(void)snprintf(line, sizeof line, "%s: no review line to tick off (a receipt that waits: klachtctl receipts)", name);
	answer_line(answer, line);
	(void)json_array_append_new(json_object_get(answer, "objects"), json_pack("{s:s, s:i, s:b}", "of", name, "lines", count, "done", r == 1));
	return r == 1 ? 0 : 1;
}

static int reviewed_verb(struct reg *reg, const json_t *request, const char *who, json_t *answer, struct error *err)
{
	const json_t *numbers = json_object_get(request, "numbers"), *ids = json_object_get(request, "arrivals");
	int r = 0, any_refused = 0;
	for (size_t i = 0; i < json_array_size(numbers) && r >= 0; i++) {
		const char *number = json_string_value(json_array_get(numbers, i));
		r = number ? tick_off(reg, number, 0, who, answer, err) : error_set(err, FAIL_ITEM, "numbers: complaint numbers such as K-2026-000123");
		any_refused |= r == 1;
	}
	for (size_t i = 0; i < json_array_size(ids) && r >= 0; i++) {
		int64_t id = 0;
		r = arrival_id(json_array_get(ids, i), &id, err);
		r = r < 0 ? r : tick_off(reg, NULL, id, who, answer, err);
		any_refused |= r == 1;
	}
	return r < 0 ? r : any_refused;
}

/* ---- all verbs ---- */

static int run(struct reg *reg, const char *verb, const json_t *request, int fd, const char *who, json_t *answer, struct error *err)
{
	if (strcmp(verb, "printed") == 0 && json_is_true(json_object_get(request, "all")))
		return printed_all(reg, who, answer, err);
	if (strcmp(verb, "release") == 0 || strcmp(verb, "suppress") == 0 || strcmp(verb, "print") == 0 || strcmp(verb, "printed") == 0)
		return receipts_verb(reg, verb, request, who, answer, err);
	if (strcmp(verb, "accept") == 0)
		return accept_verb(reg, request, who, answer, err);
	if (strcmp(verb, "reviewed") == 0)
		return reviewed_verb(reg, request, who, answer, err);
	if (strcmp(verb, "dossiers-import") == 0)
		return import_verb(reg, fd, who, answer, err);
	return error_set(err, FAIL_ITEM, "unknown verb");
}

int verbs_run(struct reg *reg, const json_t *request, int fd, const char *who, json_t **ret_answer, struct error *err)
{
	const char *verb = "";
	json_t *answer = answer_new();
	if (!answer)
		return error_set(err, FAIL_RETRY, "out of memory");
	int r = wire_text(request, "verb", 1, 0, 40, &verb, err);
	if (r == 0)
		r = run(reg, verb, request, fd, who, answer, err);
	if (r < 0) {
		json_decref(answer);
		return r;
	}
	*ret_answer = answer;
	return r;
}

json_t *verbs_answer(const char *line)
{
	json_t *answer = answer_new();
	answer_line(answer, line);
	return answer;
}
