/* parsers/words/fold.h — a text as its words alone, so that case, accents, punctuation and line breaks do not matter.
 *
 * Lower case; accents taken off (Latin-1, Latin Extended-A); apostrophes dropped; every other mark a single space; the end of a sentence one of
 * ". ! ? \n" ("\n": a paragraph or a short line ends). at[i] is the byte of the source that s[i] came from.
 * Cost: linear in the text.
 */
#ifndef KLACHTD_PARSERS_WORDS_FOLD_H
#define KLACHTD_PARSERS_WORDS_FOLD_H

#include <stddef.h>
#include <stdint.h>

#include "parsers/arena.h"

struct folded {
	const char *s;		/* NUL-terminated, n bytes */
	const uint32_t *at;	/* n + 1 offsets into the source; NULL where not asked for */
	size_t n;
};

/* Folds n bytes of s into ret and, unless NULL, ret_at (room for 2 n + 2 each: "a!b" becomes "a! b"). Returns the folded length. */
size_t fold_into(const char *s, size_t n, char *ret, uint32_t *ret_at);
/* The same on an arena, where a text that was folded there before is found again: judges and finders of fields read the same one. PARSE_OK or PARSE_NOMEM. */
int fold_text(const char *s, size_t n, struct arena *a, struct folded *ret);

#endif
