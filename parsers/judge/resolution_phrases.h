/* parsers/judge/resolution_phrases.h — how people say what they want. Private to resolution.c. */
#ifndef KLACHTD_PARSERS_JUDGE_RESOLUTION_PHRASES_H
#define KLACHTD_PARSERS_JUDGE_RESOLUTION_PHRASES_H

#include "parsers/words/phrases.h"

enum want {
	WANT_SAY = 1,	/* anywhere in a sentence: "ik wil dat" */
	WANT_START,	/* only where a sentence starts: "Stop met", "Niet meer" */
	WANT_NOT,	/* no demand after all: "ik wil een klacht indienen" */
	WANT_HEAD,	/* a line of its own above what is wanted: "Gevraagd:" */
	WANT_NOUN,	/* a sentence's start, where no verb follows: "Een gesprek met uw directeur" */
	WANT_QUESTION,	/* a sentence's start, where it ends in a question mark: "Kan ik niet in termijnen betalen?" */
	WANT_SCORN,	/* a sentence's start: no demand after all: "Neem nou afgelopen dinsdag" */
	WANT_VOID,	/* what starts at the same place is no demand: "Geen cent meer", "Nooit meer iets gehoord" */
	WANT_ORDER,	/* an imperative anywhere, as texts without full stops have it; not behind its subject: "ik zet het nu stop" */
	WANT_LEAD,	/* words in front of an imperative: "dus", "en", "daarom" */
};

extern struct phrase_set resolution_phrases;

#endif
