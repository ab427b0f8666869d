/* parsers/judge/kind_words.h — the words of a text as the scales see them. Private to judge*.c, and to tests/kinds/features.c.
 *
 * A feature is a word; the first five bytes of a longer one with '*' behind ("aanma*"); two neighbours ("niet_terug"); of the subject a word and a beginning, with
 * "S:" before. A word with a digit in it is "#", the end of a sentence is a word of its own (". ! ?"). Each feature of a text counts once. The weights (kind_words.inc) are learned by tests/kinds/learn.
 * Cost: linear in the text.
 */
#ifndef KLACHTD_PARSERS_JUDGE_KIND_WORDS_H
#define KLACHTD_PARSERS_JUDGE_KIND_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parsers/words/fold.h"

#define KIND_WORDS_MAX 32768	/* slots of the table; a power of two */

#define KIND_SIDES 4		/* complaint, compliment, other; and apart from these: a program */

/* What the known words of a text say for each side. */
struct kind_votes {
	int32_t sum[KIND_SIDES];
	uint32_t n;				/* how many of its features are in the table */
	uint32_t *seen;				/* a bit for each slot of the table: the caller's, zeroed */
};

/* In pieces: a word or its beginning, what stands behind, the word after. The hash is that of the whole, "S:" and all. */
struct kind_feature {
	bool subject;
	const char *word, *behind, *next;	/* word and next are in the folded text, not NUL-terminated; behind: "*", "_" or NULL */
	size_t n, next_n;
	uint32_t hash;
};

/* each(feature, arg) for every feature, repeats included. */
void kind_words_each(const struct folded *f, bool subject, void (*each)(const struct kind_feature *feature, void *arg), void *arg);
/* Adds the features of f that are in the table to v, each once. */
void kind_words_add(struct kind_votes *v, const struct folded *f, bool subject);

#endif
