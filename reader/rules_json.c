#include "reader/rules_json.h"

#include <stdlib.h>

#include "base/wire.h"

#define ARENA_BYTES (4u << 20)
#define LIST_MAX 200
#define TEXT_BYTES 1000

static int load_text(const json_t *o, const char *key, struct arena *a, const char **ret, struct error *err)
{
	const char *s = NULL;
	int r = wire_text(o, key, 0, 0, TEXT_BYTES, &s, err);
	if (r < 0 || !s)
		return r;
	const char *copy = arena_strdup(a, s);
	if (!copy)
		return error_set(err, FAIL_RETRY, "rules: out of memory");
	*ret = copy;
	return 0;
}

static int load_list(const json_t *o, const char *key, struct arena *a, struct rule_list *ret, struct error *err)
{
	const json_t *v = json_object_get(o, key);
	size_t n = json_array_size(v);
	if (!v || json_is_null(v))
		return 0;
	if (!json_is_array(v) || n > LIST_MAX)
		return error_set(err, FAIL_FATAL, "rules: \"%s\" is not a list within its limit", key);
	const char **text = arena_alloc(a, (n ? n : 1) * sizeof *text);
	if (!text)
		return error_set(err, FAIL_RETRY, "rules: out of memory");
	for (size_t i = 0; i < n; i++) {
		const json_t *s = json_array_get(v, i);
		if (!json_is_string(s) || json_string_length(s) > TEXT_BYTES)
			return error_set(err, FAIL_FATAL, "rules: \"%s\" holds what is not a text within its limit", key);
		text[i] = arena_strdup(a, json_string_value(s));
		if (!text[i])
			return error_set(err, FAIL_RETRY, "rules: out of memory");
	}
	*ret = (struct rule_list){ .text = text, .n = n };
	return 0;
}

static int load_size(const json_t *o, const char *key, int64_t max, size_t *ret, struct error *err)
{
	int64_t n = (int64_t)*ret;
	int r = wire_int(o, key, 0, 1, max, &n, err);
	if (r == 0)
		*ret = (size_t)n;
	return r;
}

static int load(const json_t *o, struct arena *a, struct rules *ret, struct error *err)
{
	const struct { const char *key; const char **slot; } texts[] = {
		{ "organisation", &ret->organisation }, { "postal_address", &ret->postal_address }, { "authserv_id", &ret->authserv_id },
	};
	const struct { const char *key; struct rule_list *slot; } lists[] = {
		{ "addresses", &ret->addresses }, { "domains", &ret->domains }, { "phones", &ret->phones },
		{ "form_senders", &ret->form_senders }, { "dossier_patterns", &ret->dossier_patterns },
	};
	const struct { const char *key; int64_t max; size_t *slot; } sizes[] = {
		{ "max_document_bytes", INT64_C(1) << 30, &ret->max_document_bytes }, { "max_parts", 100000, &ret->max_parts },
		{ "max_depth", 1000, &ret->max_depth }, { "max_header_bytes", 16 << 20, &ret->max_header_bytes },
		{ "max_text_bytes", 4 << 20, &ret->max_text_bytes }, { "max_pages", 10000, &ret->max_pages },
	};
	int r = 0;
	for (size_t i = 0; r == 0 && i < sizeof texts / sizeof *texts; i++)
		r = load_text(o, texts[i].key, a, texts[i].slot, err);
	for (size_t i = 0; r == 0 && i < sizeof lists / sizeof *lists; i++)
		r = load_list(o, lists[i].key, a, lists[i].slot, err);
	for (size_t i = 0; r == 0 && i < sizeof sizes / sizeof *sizes; i++)
		r = load_size(o, sizes[i].key, sizes[i].max, sizes[i].slot, err);
	return r;
}

int rules_box_load(const json_t *rules, struct rules_box **ret, struct error *err)
{
	if (rules && !json_is_null(rules) && !json_is_object(rules))
		return error_set(err, FAIL_FATAL, "rules: not an object");
	struct rules_box *b = calloc(1, sizeof *b);
	if (!b)
		return error_set(err, FAIL_RETRY, "rules: out of memory");
	b->rules = rules_default;
	b->arena = arena_new(ARENA_BYTES);
	int r = b->arena ? load(rules, b->arena, &b->rules, err) : error_set(err, FAIL_RETRY, "rules: out of memory");
	if (r < 0) {
		rules_box_free(b);
		return r;
	}
	*ret = b;
	return 0;
}

void rules_box_free(struct rules_box *b)
{
	if (b)
		arena_free(b->arena);
	free(b);
}
