/* parsers/judge/resolution_phrases.h — how people say what they want. Private to resolution.c. */
#ifndef KLACHTD_PARSERS_JUDGE_RESOLUTION_PHRASES_H
#define KLACHTD_PARSERS_JUDGE_RESOLUTION_PHRASES_H

#include "parsers/words/phrases.h"

enum want {
	WANT_SAY = 1,	/* anywhere in a sentence: "ik wil dat" */
	WANT_START,	/* only where a sentence starts: "Stop met", "Niet meer" */
	WANT_NOT,	/* no demand after all: "ik wil een klacht indienen" */
	WANT_HEAD,	/* a line of its own above what is wanted: "Gevraagd:" */
	WANT_LEAD,	/* words in front of an imperative: "dus", "en", "daarom" */
};

extern struct phrase_set resolution_phrases;

#endif
