/* parsers/words/phrases.h — set phrases in a folded text (fold.h).
 *
 * A pattern is folded text in which   *  is the rest of a word            _  one word             #  one word that starts with a digit
 *                                     ~  none to four words, with the space behind it   (a|b|c)  one of these literals (may hold spaces and *; not nested)
 * and  %  is all the rest of the text, whatever it holds.
 * It matches whole words and never runs over the end of a sentence. The first element is a literal of two bytes at least.
 * Cost: linear in the text; at a word only those patterns are tried whose first bytes (up to PHRASE_PREFIX of them) stand there, each bounded by its own length.
 */
#ifndef KLACHTD_PARSERS_WORDS_PHRASES_H
#define KLACHTD_PARSERS_WORDS_PHRASES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parsers/words/fold.h"

struct phrase {
	const char *pattern;
	uint8_t group;		/* the caller's */
	int8_t weight;
};

#define PHRASE_ENTRIES 131072	/* literal beginnings of one set; the unit tests hold the tables to it */
#define PHRASE_BYTES 1024	/* of one pattern */
#define PHRASE_PREFIX 7	/* bytes of a beginning: with more of them the index grows faster than the patterns to try become less */

struct phrase_set {
	const struct phrase *table;
	size_t n;
	struct phrase_index *index;	/* phrase_index.h; built by phrases_prepare() or at first use, kept for good */
};
/* On every set of the program's, so that they lie in one row for phrases_prepare(). */
#define PHRASE_LISTED __attribute__((section("phrase_sets"), aligned(8)))	/* 8: compilers like to leave gaps */
#define PHRASE_SET(TABLE) { .table = (TABLE), .n = sizeof(TABLE) / sizeof *(TABLE) }

struct phrase_hit {
	uint16_t phrase;	/* index into the table */
	size_t at, end;		/* in the folded text */
};

/* Builds what every listed set needs, which a process that forks does once. False: no memory. */
bool phrases_prepare(void);
/* Every match that starts in [from, to), in order of place; of one group at one place the longest. At most max; returns how many. */
size_t phrases_find(struct phrase_set *set, const struct folded *f, size_t from, size_t to, struct phrase_hit *ret, size_t max);
/* The longest match that starts at byte "at" (a word's start), or false. */
bool phrases_at(struct phrase_set *set, const struct folded *f, size_t at, struct phrase_hit *ret);
/* May a pattern start where this text, not folded yet, begins? False is sure; looks at a few letters only, so that most lines need no folding. */
bool phrases_may_start(struct phrase_set *set, const char *s, size_t n);
/* Does the pattern match at s? The end of the match, or NULL. */
const char *phrase_match(const char *pattern, const char *s);

#endif
