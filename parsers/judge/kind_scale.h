/* parsers/judge/kind_scale.h — complaint, compliment or other: the scales on which the words and the tone of a text are put. Private to judge*.c.
 *
 * A linear scorer (multinomial logistic regression), learned from the texts in tests/kinds and the example mails (tests/kinds/learn): people tell praise and grievance in more ways
 * than a list of phrases holds, but the words they tell it with are the same. In doubt between complaint and other, complaint: the other two need more than half.
 */
#ifndef KLACHTD_PARSERS_JUDGE_KIND_SCALE_H
#define KLACHTD_PARSERS_JUDGE_KIND_SCALE_H

#include "parsers/judge/judge_tone.h"
#include "parsers/record.h"

#define KIND_SCALE_TONES 8

/* What of the tones lies on the scales, each 0 to 1. */
void kind_scale_tones(const struct tones *t, float ret[KIND_SCALE_TONES]);
/* KIND_COMPLAINT, KIND_COMPLIMENT or KIND_OTHER; *ret_confidence: its probability, 0..1. */
enum kind kind_weigh(const struct tones *t, double *ret_confidence);
/* The probability, 0..1, that a program wrote it and no person, by its words alone: learned apart, from people's texts against those of programs. */
double kind_program(const struct tones *t);
/* Asks a person to look where the scales hardly moved: review "kind-uncertain". PARSE_OK or PARSE_NOMEM. */
int kind_review(struct record *r);

#endif
