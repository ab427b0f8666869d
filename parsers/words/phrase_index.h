/* parsers/words/phrase_index.h — which patterns of a set can begin at a word. Private to phrases*.c.
 *
 * A trie of every literal way a pattern can begin, up to PHRASE_PREFIX bytes or its first wildcard, through all choices; entered at its second byte by a table.
 * The nodes behind one node follow each other, in the order of their bytes' classes. A class is a small letter, the space, or all
 * other bytes: what the trie lets through is matched from its start. Beside it each pattern as code: its own bytes, with the length of every choice and alternative in
 * front of it. A reader's children inherit the whole and never write it: it is small, and lies apart from all else.
 */
#ifndef KLACHTD_PARSERS_WORDS_PHRASE_INDEX_H
#define KLACHTD_PARSERS_WORDS_PHRASE_INDEX_H

#include "parsers/words/phrases.h"

struct phrase_node {
	uint32_t kid;		/* the first node behind it */
	uint32_t kids;		/* a bit for every class that leads to one */
	uint32_t entry;		/* what may begin where it was reached: entry .. that of the next node - 1 */
};

struct phrase_entry {
	uint32_t next;		/* has bit (byte & 31) for every byte that the text may go on with */
	uint16_t phrase;	/* at one node the last in the table first */
};

#define PHRASE_CLASSES 29	/* 0 is the end of the text, 27 the space, 28 any byte that is neither a small letter nor a space */

struct phrase_index {
	uint16_t two[PHRASE_CLASSES * PHRASE_CLASSES];	/* the node behind two bytes; 0: none */
	const struct phrase_node *node;		/* node[0] is the root; one more at the end */
	const struct phrase_entry *entry;
	const uint8_t *code;			/* of all patterns */
	const uint32_t *at;			/* by pattern, where its code starts */
	uint32_t n_nodes, n_entries;
};

/* Builds set->index. False without memory, past PHRASE_ENTRIES or 65535 nodes: set->index is NULL then. */
bool phrase_index_build(struct phrase_set *set);

#define PHRASE_CODE_BYTES(n) (16 * (n) + 1)	/* is always enough for a pattern of n bytes */
#define PHRASE_CHOICE 9				/* bytes of a choice in front of its first bytes */
/* "(ab|c)" becomes '(' close mask n "ac" offsets "ab|" "c)": close leads from the '(' behind the ')' (0: there is none), n counts the alternatives, whose first bytes follow
 * (0: it begins with no literal), and where each starts, seen from the '('. Two bytes each, the low one first. mask, four bytes, has bit (byte & 31) set for every first byte,
 * and all bits for a 0. Every other byte stands for itself. Returns the number of bytes, the last a 0. */
size_t phrase_compile(const char *pattern, uint8_t *ret);

/* Bytes that do not stand for themselves in a pattern. */
static inline bool phrase_special(uint8_t byte)
{
	static const bool SPECIAL[256] = { [0] = true, ['|'] = true, [')'] = true, ['('] = true, ['%'] = true, ['~'] = true, ['*'] = true, ['_'] = true, ['#'] = true };
	return SPECIAL[byte];
}

static inline unsigned phrase_class(char c)
{
	return c >= 'a' && c <= 'z' ? (unsigned)(c - 'a') + 1 : c == ' ' ? 27 : c ? 28 : 0;
}

/* The node behind a byte of this class, 0 where no pattern goes on. */
static inline uint32_t phrase_step(const struct phrase_index *x, uint32_t node, unsigned class)
{
	const struct phrase_node *from = &x->node[node];
	uint32_t bit = UINT32_C(1) << class;
	return from->kids & bit ? from->kid + (uint32_t)__builtin_popcount(from->kids & (bit - 1)) : 0;
}

/* The node behind the two bytes at s, which may be the last one and a 0. */
static inline uint32_t phrase_enter(const struct phrase_index *x, const char *s)
{
	return x->two[phrase_class(s[0]) * PHRASE_CLASSES + phrase_class(s[1])];
}

#endif
