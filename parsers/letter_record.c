#include "parsers/letter_record.h"

#include <stdio.h>
#include <string.h>

#define RECORD_BYTES (16u << 20)

static struct record *blank_record(const struct letter_context *c, int pages, int first)
{
	struct record *r = record_new(RECORD_BYTES);
	if (!r)
		return NULL;
	r->file = c->job->file ? arena_strdup(r->arena, c->job->file) : NULL;
	r->channel = CHANNEL_LETTER;
	r->scan.there = true;
	r->scan.pages = pages;
	r->scan.first_page = first;
	return r;
}

static int add_document(const struct letter_context *c, struct record *r, const char *from, double confidence)
{
	struct document d = { .name = c->job->file ? c->job->file : "scan", .media_type = image_media_type(c->type), .bytes = c->job->n,
			      .pages = c->file_pages, .text_from = from, .confidence = confidence, .scan = true };
	return record_add_document(r, &d);
}

struct record *letter_record_unreadable(const struct letter_context *c, const char *code, const char *text, int pages)
{
	struct record *r = blank_record(c, pages, 1);
	if (!r)
		return NULL;
	r->kind = KIND_UNREADABLE;
	r->kind_confidence = 1;
	if (add_document(c, r, "none", 0) || record_add_review(r, code, NULL, "%s", text) ||
	    record_add_why(r, VERDICT_HOLD, "unreadable", "nothing could be read: a person must look first")) {
		record_free(r);
		return NULL;
	}
	return r;
}

static int add_barcodes(struct record *r, const struct leaf *leaf, size_t n)
{
	size_t room = 0;
	for (size_t i = 0; i < n; i++)
		room += leaf[i].codes;
	if (room == 0)
		return PARSE_OK;
	r->scan.barcodes = arena_alloc(r->arena, room * sizeof *r->scan.barcodes);
	for (size_t i = 0; r->scan.barcodes && i < n; i++)
		for (size_t k = 0; k < leaf[i].codes; k++) {
			const char *text = arena_strdup(r->arena, leaf[i].code[k].text);
			if (!text)
				return PARSE_NOMEM;
			r->scan.barcodes[r->scan.n_barcodes++] = text;
		}
	return r->scan.barcodes ? PARSE_OK : PARSE_NOMEM;
}

int letter_record(const struct letter_context *c, const struct leaf *leaf, size_t n, struct record **ret)
{
	struct letter_text t;
	int pages = 0;
	double sum = 0;
	size_t words = 0;
	for (size_t i = 0; i < n; i++) {
		pages += leaf[i].state != LEAF_BLANK;
		sum += leaf[i].mean_confidence * (double)leaf[i].words;
		words += leaf[i].words;
	}
	if (words == 0) {
		*ret = letter_record_unreadable(c, "unreadable", leaf[0].why ? leaf[0].why : "no text could be read", pages);
		return *ret ? PARSE_OK : PARSE_NOMEM;
	}
	struct record *r = blank_record(c, pages, leaf[0].page);
	if (!r)
		return PARSE_NOMEM;
	r->scan.rotation = leaf[0].rotation;
	r->scan.skew = leaf[0].skew;
	r->kind = KIND_COMPLAINT;
	int result = letter_text_make(leaf, n, c->rules, c->arena, &t);
	if (result == PARSE_OK)
		result = add_document(c, r, leaf[0].text_layer ? "text-layer" : "ocr", sum / (double)words / 100);
	if (result == PARSE_OK)
		result = add_barcodes(r, leaf, n);
	const char *body = result == PARSE_OK ? letter_text_body(&t, r->arena) : NULL;
	if (!body) {
		record_free(r);
		return PARSE_NOMEM;
	}
	r->description = *body ? body : NULL;
	*ret = r;
	return PARSE_OK;
}
