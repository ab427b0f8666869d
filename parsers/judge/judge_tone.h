/* parsers/judge/judge_tone.h — the tone of the writer's own words: how much is against, for, or just asking. Private to judge*.c.
 *
 * Each weight is the sum over the phrases found (judge_phrases.h), each entry counted twice at most. Praise behind "niet" counts as against; a
 * word of complaint behind "geen" or "niet" counts for nothing; thanks in advance are no praise. "??", "!!" and capitals count where nothing is praised.
 * quote: the strongest phrase as written, for the evidence; on the arena, NULL when nothing was found.
 */
#ifndef KLACHTD_PARSERS_JUDGE_JUDGE_TONE_H
#define KLACHTD_PARSERS_JUDGE_JUDGE_TONE_H

#include <stdbool.h>

#include "parsers/arena.h"
#include "parsers/record.h"

struct tones {
	int against, irony, praise, ask;
	int thanks;		/* formulas of thanks: praise only beside praise, or where nothing is asked for */
	int award;		/* "hulde", "chapeau": meant only where something is named that was done well */
	int past;		/* anger that is over */
	int courtesy;		/* praise that is none: "zou u zo vriendelijk willen zijn" */
	int facts;		/* how often the text speaks of costs, letters, waiting */
	int hints;		/* the part of against that was told by mere hints */
	int turned;		/* what speaks against behind a "Toch" or "Maar" that no praise follows any more */
	int last;		/* the weight of what speaks against behind the last praise */
	int reproach;		/* sentences that deny something or in which the agency acts, and that tell no good (judge_story.h) */
	int deeds;		/* sentences in which somebody helps */
	int anger, after;	/* what speaks against outside phrases of praise, in all and from the first good sentence on */
	bool good;		/* a sentence praises, or tells a good deed */
	bool good_end;		/* and none behind the last such sentence reproaches or is angry */
	bool back;		/* a sentence takes back its own praise: "vriendelijk, maar hij kon niets voor me doen" */
	bool demand;		/* something of weight is asked for (resolution_weighty): who praises does not */
	int hard;		/* the part of against that is not the mere word "klacht": what programs do not say */
	int purpose;		/* the heaviest phrase of ask: 2 and more name a purpose, 1 is a way of asking */
	int words;		/* how many words the text has */
	bool question;		/* a plain question stands in it: "Kunt u ...?", "Wat is ...?"; not "Vindt u dat normaal?" */
	bool asked;		/* a '?' stands in it */
	bool first_person;	/* "ik", "mijn", "I", "my": not an organisation's voice */
	bool dossier;		/* what looks like the number of a dossier of ours stands in it */
	bool announced;		/* the subject, in the writer's own words, says that praise or thanks follow */
	const char *quote;
	bool from_subject;	/* quote stands in the subject */
};

/* subject may be NULL; that of an answer or a forwarded mail ("RE: ...") holds somebody else's words and is not read. PARSE_OK or PARSE_NOMEM. */
int tones_read(const char *subject, const char *own, struct arena *a, struct tones *ret);
/* complaint, compliment or other; in doubt complaint. *ret_confidence 0..1, 0.5 where nothing told. */
enum kind tones_kind(const struct tones *t, double *ret_confidence);
/* "RE: ", "FW: ", "Antw: ", "[EXTERN] " taken off; *ret_reply tells whether there was one. */
const char *subject_bare(const char *subject, bool *ret_reply);

#endif
