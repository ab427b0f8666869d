#include "daemon/verbs.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/wire.h"
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
	return strcmp(verb, "release") == 0 ? "released" : strcmp(verb, "suppress") == 0 ? "suppressed" : "printed";
}

static void json_free(json_t **o)
{
	json_decref(*o);
}
#define JSON_CLEANUP __attribute__((cleanup(json_free)))

/* printed --all: the numbers of every letter that lies in print/ and waits; NULL where the request names its own. */
static json_t *all_waiting(struct reg *reg, const char *verb, const json_t *request, struct error *err)
{
	if (strcmp(verb, "printed") != 0 || !json_is_true(json_object_get(request, "all")))
		return NULL;
	JSON_CLEANUP json_t *rows = reg_receipts_list(reg, "to-print", err);
	json_t *numbers = json_array();
	for (size_t i = 0; i < json_array_size(rows); i++)
		if (json_is_string(json_object_get(json_array_get(rows, i), "rendered_at")))
			(void)json_array_append(numbers, json_object_get(json_array_get(rows, i), "number"));
	return numbers;
}

static int receipts_verb(struct reg *reg, const char *verb, const json_t *request, const char *who, json_t *answer, struct error *err)
{
	JSON_CLEANUP json_t *waiting = all_waiting(reg, verb, request, err);
	const json_t *numbers = waiting ? waiting : json_object_get(request, "numbers");
	int refused = 0;
	for (size_t i = 0; i < json_array_size(numbers); i++) {
		const char *number = json_string_value(json_array_get(numbers, i));
		if (!number || strlen(number) > 20)
			return error_set(err, FAIL_ITEM, "numbers: complaint numbers such as K-2026-000123");
		int r = reg_receipt_set(reg, number, verb, who, clock_now_us(), err);
		if (r < 0)
			return r;
		refused |= r == 0;
		answer_result(answer, number, done_word(verb), r == 1);
		if (r == 1) {
			struct journal_fields f = { .complaint = number };
			journal(EVENT_RECEIPT_OPERATOR, &f, "%s: receipt %s by %s", number, done_word(verb), who);
		}
	}
	return refused;
}

int verbs_run(struct reg *reg, const json_t *request, const char *who, json_t **ret_answer, struct error *err)
{
	const char *verb = "";
	json_t *answer = answer_new();
	int r;
	if (!answer)
		return error_set(err, FAIL_RETRY, "out of memory");
	if (wire_text(request, "verb", 1, 0, 40, &verb, err) < 0)
		r = err ? (int)err->kind : FAIL_FATAL;
	else if (strcmp(verb, "release") == 0 || strcmp(verb, "suppress") == 0 || strcmp(verb, "printed") == 0)
		r = receipts_verb(reg, verb, request, who, answer, err);
	else
		r = error_set(err, FAIL_ITEM, "unknown verb");
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
