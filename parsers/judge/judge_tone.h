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
#include "parsers/judge/kind_words.h"
#include "parsers/record.h"

struct tones {
	int against, irony, praise, ask;
	int thanks;		/* formulas of thanks */
	int award;		/* "hulde", "chapeau" */
	int courtesy;		/* praise that is none: "zou u zo vriendelijk willen zijn" */
	int hard;		/* the part of against that is not the mere word "klacht": what programs do not say */
	int words;		/* how many words the text has */
	bool question;		/* a plain question stands in it: "Kunt u ...?", "Wat is ...?"; not "Vindt u dat normaal?" */
	bool asked;		/* a '?' stands in it */
	bool first_person;	/* "ik", "mijn", "I", "my": not an organisation's voice */
	bool dossier;		/* what looks like the number of a dossier of ours stands in it */
	const char *quote;
	bool from_subject;	/* quote stands in the subject */
	struct kind_votes votes;	/* what its single words say */
};

/* subject may be NULL; that of an answer or a forwarded mail ("RE: ...") holds somebody else's words and is not read. PARSE_OK or PARSE_NOMEM. */
int tones_read(const char *subject, const char *own, struct arena *a, struct tones *ret);
/* "RE: ", "FW: ", "Antw: ", "[EXTERN] " taken off; *ret_reply tells whether there was one. */
const char *subject_bare(const char *subject, bool *ret_reply);

#endif
