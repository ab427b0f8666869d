/* A text or HTML file that came with a mail: read as an attached letter is, by its words alone. */
#include <string.h>

#include "parsers/fields/fields.h"
#include "parsers/judge/judge.h"
#include "parsers/mail.h"
#include "parsers/words/words.h"

#define RECORD_BYTES ((size_t)64 << 20)

/* A letter on paper complains in doubt; a file may be anything, so its own words must say it. */
static void settle_kind(struct record *r)
{
	bool said = false;
	for (size_t i = 0; i < r->n_evidence; i++)
		said = said || strcmp(r->evidence[i].field, "kind") == 0;
	if (!said || r->kind_confidence <= 0.5)
		r->kind = KIND_OTHER;
}

static int fill(const struct document *d, const struct rules *rules, struct record *r)
{
	const struct message nobody = { .arena = r->arena, .text = d->text, .text_from = "text/plain" };	/* whoever sent it may not have written it */
	const struct document self = { .name = d->name, .media_type = d->media_type, .bytes = d->bytes, .text_from = "text-layer", .confidence = 1 };
	struct words w;
	int result = words_split(d->text, NULL, rules, r->arena, &w);
	if (result == PARSE_OK)
		result = judge_text(NULL, w.own, rules, r);
	if (result != PARSE_OK)
		return result;
	settle_kind(r);
	r->channel = CHANNEL_LETTER;
	r->description = *w.own ? arena_strdup(r->arena, w.own) : NULL;
	if (*w.own && !r->description)
		return PARSE_NOMEM;
	result = fields_read(&nobody, &w, rules, r);
	return result == PARSE_OK ? record_add_document(r, &self) : result;
}

int mail_read_text(const struct document *d, const struct rules *rules, struct record **ret)
{
	struct record *r = record_new(RECORD_BYTES + 16 * strlen(d->text));
	int result = r ? fill(d, rules, r) : PARSE_NOMEM;
	if (result != PARSE_OK) {
		record_free(r);
		return result;
	}
	*ret = r;
	return PARSE_OK;
}
