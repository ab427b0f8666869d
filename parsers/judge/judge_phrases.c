#include "parsers/judge/judge_phrases.h"

#define A TONE_AGAINST
#define I TONE_IRONY
#define F TONE_FOR
#define T TONE_THANKS
#define W TONE_AWARD
#define Q TONE_ASK
#define N TONE_NOT
#define V TONE_COURTESY

/* One table, so that a text is walked through once. */
static const struct phrase TABLE[] = {
#include "parsers/judge/judge_phrases_against.inc"
#include "parsers/judge/judge_phrases_mild.inc"
#include "parsers/judge/judge_phrases_mixed.inc"
#include "parsers/judge/judge_phrases_foreign.inc"
};

struct phrase_set judge_phrases PHRASE_LISTED = PHRASE_SET(TABLE);
