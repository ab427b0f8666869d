/* parsers/judge/judge_phrases.h — how people say that they are dissatisfied, pleased, or just want something. Private to judge*.c.
 *
 * Each phrase belongs to a tone and has a weight: 1 a hint that wants company, 2 says so in most mails, 3 says so by itself.
 */
#ifndef KLACHTD_PARSERS_JUDGE_JUDGE_PHRASES_H
#define KLACHTD_PARSERS_JUDGE_JUDGE_PHRASES_H

#include "parsers/words/phrases.h"

enum tone {
	TONE_AGAINST = 1,	/* dissatisfaction, in words or in what happened */
	TONE_IRONY,		/* praise that nobody means */
	TONE_FOR,		/* praise: what was done well, and what it did to the writer */
	TONE_THANKS,		/* thanks as people end any mail with: praise only beside praise, or where nothing is asked for */
	TONE_AWARD,		/* "hulde", "complimenten", "chapeau": praise that irony loves */
	TONE_ASK,		/* a neutral purpose: an arrangement, proof of payment, a new address, a copy, a question, an offer */
	TONE_COURTESY,		/* "zou u zo vriendelijk willen zijn": takes praise away */
	TONE_NOT,		/* takes the words for what they are not: "geen klacht", "niets te klagen" */
};

extern struct phrase_set judge_phrases;

#endif
