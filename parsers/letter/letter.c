#include "parsers/letter/letter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parsers/letter/letter_pages.h"
#include "parsers/letter/letter_record.h"

#define WORK_BYTES (256u << 20)	/* of all pages' words: far more than 200 full pages give */

int letter_engine_new(struct letter_engine **ret, struct parse_note *note)
{
	struct letter_engine *e = calloc(1, sizeof *e);
	if (!e)
		return PARSE_NOMEM;
	int result = ocr_new(&e->ocr, note);
	if (result == PARSE_OK && !(e->codes = barcode_reader_new()))
		result = PARSE_NOMEM;
	if (result == PARSE_OK)
		*ret = e;
	else
		letter_engine_free(e);
	return result;
}

void letter_engine_free(struct letter_engine *e)
{
	if (!e)
		return;
	ocr_free(e->ocr);
	barcode_reader_free(e->codes);
	free(e);
}

void letters_free(struct letters *l)
{
	for (size_t i = 0; i < l->n; i++)
		record_free(l->record[i]);
	free(l->record);
	*l = (struct letters){ 0 };
}

static int add(struct letters *l, struct record *r)
{
	struct record **more = r ? realloc(l->record, (l->n + 1) * sizeof *more) : NULL;
	if (!more) {
		record_free(r);
		return PARSE_NOMEM;
	}
	l->record = more;
	l->record[l->n++] = r;
	return PARSE_OK;
}

static bool has_paper(const struct leaf *l, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (l[i].state != LEAF_BLANK)
			return true;
	return false;
}

/* The run of leaves between two separators; blank ones alone (the back of a separator) are no letter. */
static int split(const struct letter_context *c, const struct letter_pages *p, struct letters *ret)
{
	int result = PARSE_OK;
	for (size_t i = 0, n; result == PARSE_OK && i < p->n; i += n + 1) {
		for (n = 0; i + n < p->n && p->leaf[i + n].state != LEAF_SEPARATOR;)
			n++;
		struct record *r = NULL;
		if (!has_paper(p->leaf + i, n))
			continue;
		result = letter_record(c, p->leaf + i, n, &r);
		if (result == PARSE_OK)
			result = add(ret, r);
	}
	if (result == PARSE_OK && ret->n == 0)
		result = add(ret, letter_record_unreadable(c, "blank", "nothing to be read on any page", (int)p->n));
	return result;
}

int letter_read(struct letter_engine *e, const struct letter_job *job, const struct rules *rules, const struct letter_source *source,
		struct letters *ret, struct parse_note *note)
{
	struct letters l = { 0 };
	struct letter_pages p = { 0 };
	struct parse_note why = { "" };
	struct arena *a = arena_new(WORK_BYTES);
	if (!a)
		return PARSE_NOMEM;
	struct letter_context c = { .engine = e, .job = job, .rules = rules, .arena = a };
	int result = letter_pages_read(e, job, rules, source, a, &p, &why);
	c.type = p.type;
	c.file_pages = (int)p.n;
	if (result == PARSE_OK) {
		result = split(&c, &p, &l);
	} else if (result != PARSE_NOMEM) {
		l.incomplete = p.incomplete;
		result = add(&l, letter_record_unreadable(&c, p.incomplete ? "incomplete" : result == PARSE_LIMIT ? "too-large" : "unreadable", why.text, 0));
	}
	for (size_t i = 0; i < p.n; i++)
		leaf_free(&p.leaf[i]);
	arena_free(a);
	if (note)
		*note = why;
	if (result == PARSE_OK)
		*ret = l;
	else
		letters_free(&l);
	return result;
}
