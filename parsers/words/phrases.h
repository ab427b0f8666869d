/* parsers/words/phrases.h — set phrases in a text, whatever its case, accents, punctuation and line breaks.
 *
 * A text is folded first: lower case, accents taken off (Latin-1, Latin Extended-A), apostrophes dropped, every other mark a single space, the end of
 * a sentence one of ". ! ? \n" ("\n": a paragraph or a short line ends). at[i] is the byte of the source that s[i] came from.
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

#include "parsers/arena.h"

struct folded {
	const char *s;		/* NUL-terminated, n bytes */
	const uint32_t *at;	/* n + 1 offsets into the source; NULL where not asked for */
	size_t n;
};

/* Folds n bytes of s into ret and, unless NULL, ret_at (room for 2 n + 2 each: "a!b" becomes "a! b"). Returns the folded length. */
size_t fold_into(const char *s, size_t n, char *ret, uint32_t *ret_at);
/* The same on an arena. PARSE_OK or PARSE_NOMEM. */
int fold_text(const char *s, size_t n, struct arena *a, struct folded *ret);

struct phrase {
	const char *pattern;
	uint8_t group;		/* the caller's */
	int8_t weight;
};

#define PHRASE_ENTRIES 131072	/* literal beginnings of one set; the unit tests hold the tables to it */
#define PHRASE_BYTES 1024	/* of one pattern */
#define PHRASE_KEY 7		/* bytes of a beginning that are looked up first: past the second word's first letters for most */
#define PHRASE_PREFIX 15	/* bytes of a beginning */

struct phrase_set {
	const struct phrase *table;
	size_t n;
	/* the index, built at first use, kept for good */
	bool built;
	uint16_t lengths;	/* bit k: there are beginnings of k bytes */
	uint8_t *seen;		/* a bit per hash: most words end here */
	uint32_t *head, bucket_mask, seen_mask;
	struct phrase_entry *entry;	/* from 1 on */
	size_t n_entries, room;
	struct phrase_code *code;	/* where choices go on, per pattern */
};
#define PHRASE_SET(TABLE) { .table = (TABLE), .n = sizeof(TABLE) / sizeof *(TABLE) }

struct phrase_hit {
	uint16_t phrase;	/* index into the table */
	size_t at, end;		/* in the folded text */
};

/* Every match that starts in [from, to), in order of place; of one group at one place the longest. At most max; returns how many. */
size_t phrases_find(struct phrase_set *set, const struct folded *f, size_t from, size_t to, struct phrase_hit *ret, size_t max);
/* The longest match that starts at byte "at" (a word's start), or false. */
bool phrases_at(struct phrase_set *set, const struct folded *f, size_t at, struct phrase_hit *ret);
/* Does the pattern match at s? The end of the match, or NULL. */
const char *phrase_match(const char *pattern, const char *s);

#endif
