#include "parsers/record.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const kinds[] = { "complaint", "compliment", "follow-up", "machine", "other", "unreadable" };
static const char *const channels[] = { "email", "letter", "form", "telephone" };
static const char *const verdicts[] = { "send", "hold", "never" };

const char *kind_name(enum kind k)
{
	return kinds[k];
}

const char *channel_name(enum channel c)
{
	return channels[c];
}

const char *verdict_name(enum verdict v)
{
	return verdicts[v];
}

struct record *record_new(size_t limit_bytes)
{
	struct arena *a = arena_new(limit_bytes);
	struct record *r = a ? arena_alloc(a, sizeof *r) : NULL;
	if (r)
		r->arena = a;
	else
		arena_free(a);
	return r;
}

void record_free(struct record *r)
{
	if (r)
		arena_free(r->arena);
}

/* Room for one more element at the end of the array that *slot points to; arrays grow at powers of two. */
static bool more(struct arena *a, void *slot, size_t n, size_t size)
{
	void *array;
	memcpy(&array, slot, sizeof array);
	if (n == 0)
		array = arena_alloc(a, size);
	else if ((n & (n - 1)) == 0)
		array = arena_grow(a, array, n * size, 2 * n * size);
	if (array)
		memcpy(slot, &array, sizeof array);
	return array;
}

#define MORE(r, field) more((r)->arena, &(r)->field, (r)->n_##field, sizeof *(r)->field)

static const char *copy(struct record *r, const char *s, bool *ok)
{
	if (!s)
		return NULL;
	const char *p = arena_strdup(r->arena, s);
	*ok = *ok && p;
	return p;
}

int record_add_evidence(struct record *r, const struct evidence *e)
{
	if (r->n_evidence >= RECORD_MAX_EVIDENCE)
		return PARSE_LIMIT;
	bool ok = MORE(r, evidence);
	struct evidence c = *e;
	c.field = copy(r, e->field, &ok);
	c.from = copy(r, e->from, &ok);
	c.quote = copy(r, e->quote, &ok);
	if (!ok)
		return PARSE_NOMEM;
	r->evidence[r->n_evidence++] = c;
	return PARSE_OK;
}

int record_add_dossier(struct record *r, const char *digits, const struct evidence *e)
{
	for (size_t i = 0; i < r->n_dossier_numbers; i++)
		if (strcmp(r->dossier_numbers[i], digits) == 0)
			return PARSE_OK;
	if (r->n_dossier_numbers >= RECORD_MAX_DOSSIERS)
		return PARSE_LIMIT;
	bool ok = MORE(r, dossier_numbers);
	const char *d = copy(r, digits, &ok);
	if (!ok)
		return PARSE_NOMEM;
	size_t at = r->n_dossier_numbers;
	r->dossier_numbers[r->n_dossier_numbers++] = d;
	if (!e)
		return PARSE_OK;
	char field[40];
	(void)snprintf(field, sizeof field, "dossier_numbers[%zu]", at);
	struct evidence c = *e;
	c.field = field;
	return record_add_evidence(r, &c);
}

int record_add_review(struct record *r, const char *code, const char *field, const char *format, ...)
{
	char text[300];
	va_list ap;
	va_start(ap, format);
	(void)vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	if (r->n_review >= RECORD_MAX_REVIEW)
		return PARSE_LIMIT;
	bool ok = MORE(r, review);
	struct review c = { copy(r, code, &ok), copy(r, field, &ok), copy(r, text, &ok) };
	if (!ok)
		return PARSE_NOMEM;
	r->review[r->n_review++] = c;
	return PARSE_OK;
}

int record_add_why(struct record *r, enum verdict v, const char *code, const char *format, ...)
{
	char text[300];
	va_list ap;
	va_start(ap, format);
	(void)vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	if (v > r->receipt.verdict)	/* also when the reason itself no longer fits */
		r->receipt.verdict = v;
	if (r->receipt.n_why >= RECORD_MAX_WHY)
		return PARSE_LIMIT;
	bool ok = more(r->arena, &r->receipt.why, r->receipt.n_why, sizeof *r->receipt.why);
	struct why c = { copy(r, code, &ok), copy(r, text, &ok) };
	if (!ok)
		return PARSE_NOMEM;
	r->receipt.why[r->receipt.n_why++] = c;
	return PARSE_OK;
}

int record_add_document(struct record *r, const struct document *d)
{
	if (r->n_documents >= RECORD_MAX_DOCUMENTS)
		return PARSE_LIMIT;
	bool ok = MORE(r, documents);
	struct document c = *d;
	c.name = copy(r, d->name, &ok);
	c.media_type = copy(r, d->media_type, &ok);
	c.sha256 = copy(r, d->sha256, &ok);
	c.text_from = copy(r, d->text_from, &ok);
	if (!ok)
		return PARSE_NOMEM;
	r->documents[r->n_documents++] = c;
	return PARSE_OK;
}
