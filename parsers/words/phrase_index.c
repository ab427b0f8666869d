#include "parsers/words/phrase_index.h"

#include <stdlib.h>
#include <string.h>

/* Where a pattern goes on when the choice it is in has matched. */
struct then {
	const char *p;
	const struct then *next;
};

struct beginning {
	char s[PHRASE_PREFIX];
	size_t n;
};

const char *phrase_closing(const char *p)
{
	for (int depth = 1; *p; p++) {
		depth += (*p == '(') - (*p == ')');
		if (!depth)
			break;
	}
	return p;
}

/* The next '|' or the closing ')' of this choice. */
static const char *alternative_end(const char *p)
{
	for (; *p && *p != '|' && *p != ')'; p++)
		if (*p == '(' && !*(p = phrase_closing(p + 1)))
			break;
	return p;
}

void phrase_link(struct phrase_code *c)
{
	for (const char *p = c->pattern; *p; p++) {
		size_t i = (size_t)(p - c->pattern);
		if (*p == '(' || *p == '|')
			c->next[i] = (uint16_t)(alternative_end(p + 1) - c->pattern);
		if (*p == '(')
			c->close[i] = (uint16_t)(phrase_closing(p + 1) - c->pattern);
	}
}

/* The jumps of all patterns in one block. */
static bool link_all(struct phrase_index *x, const struct phrase_set *set)
{
	size_t bytes = 0;
	for (size_t i = 0; i < set->n; i++)
		bytes += strlen(set->table[i].pattern) + 1;
	x->code = calloc(1, set->n * sizeof *x->code + 2 * bytes * sizeof(uint16_t));
	if (!x->code)
		return false;
	uint16_t *room = (uint16_t *)(x->code + set->n);
	for (size_t i = 0; i < set->n; i++) {
		size_t n = strlen(set->table[i].pattern) + 1;
		x->code[i] = (struct phrase_code){ set->table[i].pattern, room, room + n };
		room += 2 * n;
		phrase_link(&x->code[i]);
	}
	return true;
}

/* ---- the trie ---- */

static bool resize_edges(struct phrase_index *x, uint32_t slots)
{
	struct phrase_index old = *x;
	x->edge = calloc(slots, sizeof *x->edge);
	if (!x->edge) {
		x->edge = old.edge;
		return false;
	}
	x->mask = slots - 1;
	for (uint32_t i = 0; old.edge && i <= old.mask; i++)
		if (old.edge[i].from)
			x->edge[phrase_slot(x, old.edge[i].from)] = old.edge[i];
	free(old.edge);
	return true;
}

/* A node without edges; 0 without memory. */
static uint32_t new_node(struct phrase_index *x)
{
	if (x->n_nodes + 1 >= x->room_nodes) {
		uint32_t room = x->room_nodes ? 2 * x->room_nodes : 512;
		uint32_t *more = realloc(x->first, room * sizeof *more);
		if (!more)
			return 0;
		x->first = more;
		x->room_nodes = room;
	}
	if (2 * (x->n_nodes + 1) > x->mask && !resize_edges(x, 2 * (x->mask + 1)))
		return 0;
	x->first[++x->n_nodes] = 0;
	return x->n_nodes;
}

/* The node that the beginning leads to; 0 without memory. */
static uint32_t node_of(struct phrase_index *x, const struct beginning *s)
{
	uint32_t node = PHRASE_ROOT;
	for (size_t i = 0; node && i < s->n; i++) {
		uint32_t next = phrase_step(x, node, s->s[i]);
		if (!next && (next = new_node(x))) {
			uint32_t from = node << 8 | (unsigned char)s->s[i];
			x->edge[phrase_slot(x, from)] = (struct phrase_edge){ from, next };
		}
		node = next;
	}
	return node;
}

static bool chained(const struct phrase_index *x, uint32_t node, uint16_t phrase)
{
	for (uint32_t i = x->first[node]; i; i = x->entry[i].next)
		if (x->entry[i].phrase == phrase)
			return true;
	return false;
}

static bool add_entry(struct phrase_index *x, const struct beginning *s, uint16_t phrase)
{
	uint32_t node = s->n < 2 ? 0 : node_of(x, s);
	if (s->n < 2 || (node && chained(x, node, phrase)))
		return true;
	if (x->n_entries + 1 >= x->room_entries) {
		uint32_t room = x->room_entries ? 2 * x->room_entries : 256;
		struct phrase_entry *more = room > PHRASE_ENTRIES ? NULL : realloc(x->entry, room * sizeof *more);
		if (!more)
			return false;
		x->entry = more;
		x->room_entries = room;
	}
	if (!node)
		return false;
	x->entry[++x->n_entries] = (struct phrase_entry){ x->first[node], phrase };
	x->first[node] = x->n_entries;
	return true;
}

static bool index_start(struct phrase_index *x, const char *p, const struct then *then, struct beginning s, uint16_t phrase)
{
	for (; s.n < PHRASE_PREFIX; p++) {
		if ((*p == '|' || *p == ')') && then)
			return index_start(x, then->p, then->next, s, phrase);
		if (*p == '(') {
			const char *close = phrase_closing(p + 1);
			struct then after = { close + 1, then };
			bool ok = true;
			while (ok && *p && p < close) {
				ok = index_start(x, p + 1, &after, s, phrase);
				p = alternative_end(p + 1);
			}
			return ok;
		}
		if (!*p || strchr("*_#~%", *p))
			break;
		s.s[s.n++] = *p;
	}
	return add_entry(x, &s, phrase);
}

static bool fill(struct phrase_index *x, const struct phrase_set *set)
{
	if (!resize_edges(x, 1024) || !new_node(x) || !link_all(x, set))
		return false;
	for (size_t i = 0; i < set->n && i < UINT16_MAX; i++)
		if (!index_start(x, set->table[i].pattern, NULL, (struct beginning){ .n = 0 }, (uint16_t)i))
			return false;
	return true;
}

bool phrase_index_build(struct phrase_set *set)
{
	struct phrase_index *x = calloc(1, sizeof *x);
	if (x && fill(x, set)) {
		set->index = x;
		return true;
	}
	if (x) {
		free(x->edge);
		free(x->first);
		free(x->entry);
		free(x->code);
	}
	free(x);
	return false;
}
