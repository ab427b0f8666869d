/* parsers/judge/machine_phrases.h — how programs write. Private to machine*.c. */
#ifndef KLACHTD_PARSERS_JUDGE_MACHINE_PHRASES_H
#define KLACHTD_PARSERS_JUDGE_MACHINE_PHRASES_H

#include <stdbool.h>

#include "parsers/words/phrases.h"

enum what {
	WHAT_AWAY = 1,		/* absent, until when, who stands in */
	WHAT_ACK,		/* a desk's acknowledgement */
	WHAT_NEWS,
	WHAT_BOUNCE,
	WHAT_READ,
	WHAT_MEETING,
	WHAT_NOTICE,		/* devices and services */
	WHAT_GONE,		/* an address that is no more, a person who left */
	WHAT_WHO,		/* an unknown sender is to prove himself */
	WHAT_TOLD,		/* somebody tells of a program's mail: speaks against all others */
	N_WHAT,
};

extern struct phrase_set machine_subjects;	/* only where the subject starts */
extern struct phrase_set machine_bodies;	/* anywhere in the text of the mail itself */

struct gist_of {
	int weight;		/* as in struct signs; 0 where the writer speaks of an affair of his own */
	enum what what;
	int affair;		/* how often he does */
	bool single;		/* one thing at least that programs say */
};

struct gist_of machine_gist(const struct folded *f);

#endif
