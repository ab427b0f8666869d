#include "parsers/judge/judge.h"

#include "parsers/judge/judge_tone.h"
#include "parsers/judge/kind_scale.h"
#include "parsers/judge/resolution.h"

static int note_kind(struct record *r, const struct tones *t)
{
	struct evidence e = { .field = "kind", .from = t->from_subject ? "subject" : "body", .quote = t->quote, .confidence = r->kind_confidence };
	int result = t->quote ? record_add_evidence(r, &e) : PARSE_OK;
	return result == PARSE_OK ? kind_review(r) : result;
}

static int note_resolution(struct record *r, const char *own)
{
	double confidence;
	int result = resolution_find(own, r->arena, &r->desired_resolution, &confidence);
	if (result != PARSE_OK || !r->desired_resolution)
		return result;
	if (r->kind == KIND_COMPLIMENT || (r->kind == KIND_OTHER && confidence < 0.7)) {	/* who praises wants nothing; who just asks, nothing but an answer */
		r->desired_resolution = NULL;
		return PARSE_OK;
	}
	struct evidence e = { .field = "desired_resolution", .from = "body", .quote = r->desired_resolution, .confidence = confidence };
	return record_add_evidence(r, &e);
}

int judge_text(const char *subject, const char *own, const struct rules *rules, struct record *r)
{
	struct tones t;
	(void)rules;	/* the agency's own kinds may come from it one day */
	int result = tones_read(subject, own, r->arena, &t);
	if (result != PARSE_OK)
		return result;
	r->kind = kind_weigh(&t, &r->kind_confidence);
	result = note_kind(r, &t);
	return result == PARSE_OK ? note_resolution(r, own) : result;
}
