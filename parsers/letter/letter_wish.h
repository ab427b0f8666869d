/* parsers/letter/letter_wish.h — what the writer of a letter wants, where no plain demand says so.
 *
 * People close a letter with it: the last paragraphs hold a polite question ("Wilt u afzien van ..."), an order with its "u" ("Zegt u ... toe."), an
 * imperative, a trust ("vertrouw ik erop dat u ...") or an appeal ("doe ik een beroep op ..."). The forms are told by their grammar, not by their verbs.
 * Owner:   *ret hangs on the arena; NULL: nothing of the kind.
 * Returns: PARSE_OK; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_WISH_H
#define KLACHTD_PARSERS_LETTER_LETTER_WISH_H

#include <stdbool.h>

#include "parsers/arena.h"

/* body: paragraphs parted by LF, as letter_text_body() gives. */
int letter_wish(const char *body, struct arena *a, const char **ret);
/* found, a sentence of the body or more, with the sentence behind it when that goes on asking ("Voorts crediteert u ..."), and with the one before it when
 * found itself goes on. */
int letter_wish_goes_on(const char *body, const char *found, struct arena *a, const char **ret);
/* What stands behind the question of a form ("Welke oplossing wilt u?"), up to the paragraph's end: it outdoes all other forms. */
int letter_wish_answer(const char *body, struct arena *a, const char **ret);
/* Is a wish that was found by other rules one sentence of mere courtesy, a postscript or a message for somebody else? */
bool letter_wish_is_none(const char *body, const char *found, struct arena *a);

#endif
