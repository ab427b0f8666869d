#include "parsers/judge/kind_scale.h"

#include <math.h>

#include "parsers/parse.h"

static const enum kind KINDS[3] = { KIND_COMPLAINT, KIND_COMPLIMENT, KIND_OTHER };

/* BIAS[side], TONE_WEIGHT[tone][side], WORD_UNIT and PROGRAM_UNIT: what a vote of 1 in kind_words.inc is worth. */
#include "parsers/judge/kind_scale.inc"

static float share(int n)
{
	return n < 0 ? 0 : n > 4 ? 1 : (float)n / 4;
}

void kind_scale_tones(const struct tones *t, float ret[KIND_SCALE_TONES])
{
	const float tones[KIND_SCALE_TONES] = { share(t->against), share(t->irony), share(t->praise), share(t->ask), share(t->thanks), share(t->award),
						t->question, t->asked };
	for (size_t i = 0; i < KIND_SCALE_TONES; i++)
		ret[i] = tones[i];
}

/* What the words and tones say for one side. */
static double weight_of(const struct tones *t, const float tone[KIND_SCALE_TONES], size_t side)
{
	double unit = (double)(side < 3 ? WORD_UNIT : PROGRAM_UNIT);
	double z = (double)BIAS[side] + (t->votes.n ? unit * t->votes.sum[side] / sqrt(t->votes.n) : 0);	/* long texts weigh no more than short ones */
	for (size_t i = 0; i < KIND_SCALE_TONES; i++)
		z += (double)(TONE_WEIGHT[i][side] * tone[i]);
	return z;
}

enum kind kind_weigh(const struct tones *t, double *ret_confidence)
{
	float tone[KIND_SCALE_TONES];
	double odds[3], sum = 0;
	size_t best = 0;
	kind_scale_tones(t, tone);
	for (size_t k = 0; k < 3; k++)
		sum += odds[k] = exp(weight_of(t, tone, k));
	for (size_t k = 1; k < 3; k++)
		if (odds[k] > sum / 2)
			best = k;
	*ret_confidence = odds[best] / sum;
	return KINDS[best];
}

double kind_program(const struct tones *t)
{
	float tone[KIND_SCALE_TONES];
	kind_scale_tones(t, tone);
	return 1 / (1 + exp(-weight_of(t, tone, 3)));
}

#define SURE_COMPLAINT 0.5	/* a complaint by mistake costs a call: less is asked of it */
#define SURE 0.9		/* of 300 texts held back it flags 12 % of what is none, and three of four complaints that were taken for none */

int kind_review(struct record *r)
{
	if (r->kind == KIND_COMPLAINT && r->kind_confidence < SURE_COMPLAINT)
		return record_add_review(r, "kind-uncertain", "kind", "The words hardly tell whether this is a complaint; in doubt it is one.");
	if ((r->kind == KIND_COMPLIMENT || r->kind == KIND_OTHER) && r->kind_confidence < SURE)
		return record_add_review(r, "kind-uncertain", "kind", "The words leave it possible that this is a complaint, which would have a term.");
	return PARSE_OK;
}
