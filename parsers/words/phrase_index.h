/* parsers/words/phrase_index.h — which patterns of a set can begin at a word. Private to phrases*.c.
 *
 * A trie of every literal way a pattern can begin, up to PHRASE_PREFIX bytes or its first wildcard, through all choices. Its edges lie in one hash table
 * (open addressing), so that a byte of text costs one look. Beside it each pattern's jumps over its choices.
 */
#ifndef KLACHTD_PARSERS_WORDS_PHRASE_INDEX_H
#define KLACHTD_PARSERS_WORDS_PHRASE_INDEX_H

#include "parsers/words/phrases.h"

/* A pattern with its jumps: next[i] leads from a '(' or '|' at i to the end of the alternative behind it, close[i] from a '(' to its ')'. */
struct phrase_code {
	const char *pattern;	/* borrowed */
	uint16_t *next, *close;	/* owned by whoever made room for them */
};

struct phrase_entry {		/* a pattern that may begin where its node was reached */
	uint32_t next;		/* 0 is the end of a chain */
	uint16_t phrase;
};

struct phrase_edge {
	uint32_t from;		/* node << 8 | byte; 0: free */
	uint32_t to;
};

#define PHRASE_ROOT 1u

struct phrase_index {
	struct phrase_edge *edge;	/* owned: mask + 1 of them, a power of two, at most half filled */
	uint32_t mask;
	uint32_t *first;		/* owned: by node, its chain in entry */
	uint32_t n_nodes, room_nodes;	/* nodes are 1..n_nodes */
	struct phrase_entry *entry;	/* owned: from 1 on */
	uint32_t n_entries, room_entries;
	struct phrase_code *code;	/* owned: per pattern; with the room of its jumps */
};

/* Builds set->index. False without memory or past PHRASE_ENTRIES: set->index is NULL then. */
bool phrase_index_build(struct phrase_set *set);
/* Fills c->next and c->close, with room for strlen(c->pattern) + 1 each. */
void phrase_link(struct phrase_code *c);
/* The ')' that closes the choice whose first byte is p; the pattern's end when there is none. */
const char *phrase_closing(const char *p);

static inline uint32_t phrase_slot(const struct phrase_index *x, uint32_t from)
{
	uint32_t i = (from * UINT32_C(0x9e3779b1)) >> 7;	/* multiplicative hashing (Knuth) */
	while (x->edge[i & x->mask].from && x->edge[i & x->mask].from != from)
		i++;
	return i & x->mask;
}

/* The node behind this byte, 0 where no pattern goes on. */
static inline uint32_t phrase_step(const struct phrase_index *x, uint32_t node, char byte)
{
	return x->edge[phrase_slot(x, node << 8 | (unsigned char)byte)].to;
}

#endif
