/* parsers/judge/judge_story.h — who did what to whom, sentence by sentence. Private to judge*.c.
 *
 * Words of anger and praise tell most mails apart; what is left is told by the story. A sentence that denies something, or in which the agency acts, is
 * a reproach: of a hundred complaints some seventy hold one, of a hundred plain requests fifteen. A sentence in which somebody helps is a good deed.
 */
#ifndef KLACHTD_PARSERS_JUDGE_JUDGE_STORY_H
#define KLACHTD_PARSERS_JUDGE_JUDGE_STORY_H

#include "parsers/judge/judge_tone.h"
#include "parsers/words/phrases.h"

/* "nooit een verwijt", "zuchtte geen enkele keer": the word of anger is denied. */
bool story_denied(const struct folded *f, const struct phrase_hit *hit);
/* Fills t->reproach, t->deeds, t->anger, t->after, t->good, t->good_end and t->back from the hits of judge_phrases in f, in order of place. */
void story_read(const struct folded *f, const struct phrase_hit *hits, size_t n, struct tones *t);

#endif
