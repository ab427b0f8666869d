#include "parsers/words/phrase_index.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Where a pattern goes on when the choice it is in has matched. */
struct then {
	const char *p;
	const struct then *next;
};

/* One literal way to begin. */
struct beginning {
	uint64_t key;		/* the classes of its bytes from the highest down, then zeros: in order as texts are */
	struct phrase_entry entry;
};

struct beginnings {
	struct beginning *b;	/* owned */
	size_t n, room;
};

static const char *closing(const char *p)
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
		if (*p == '(' && !*(p = closing(p + 1)))
			break;
	return p;
}

/* ---- memory ---- */

#define POOL_BYTES ((size_t)2 << 20)	/* a page of the large kind: forking copies one entry for all of it, and nobody pays for a fault */

/* All indexes in one block, for good; zeroed. */
static void *keep(size_t bytes)
{
	static char *pool;
	static size_t used;
	size_t size = (bytes + 15) / 16 * 16;
	if (!pool && (pool = aligned_alloc(POOL_BYTES, POOL_BYTES))) {
		(void)madvise(pool, POOL_BYTES, MADV_HUGEPAGE);	/* refused: many small pages do the same */
		memset(pool, 0, POOL_BYTES);
	}
	if (!pool || size > POOL_BYTES - used)
		return calloc(1, bytes);
	used += size;
	return pool + used - size;
}

/* ---- patterns as code ---- */

static void put16(uint8_t *to, size_t n)
{
	to[0] = (uint8_t)(n & 0xff);
	to[1] = (uint8_t)(n >> 8);
}

static const char *compile(const char *p, bool inside, uint8_t **to);

static const char *compile_choice(const char *p, uint8_t **to)
{
	size_t n = 1;
	uint32_t mask = 0;
	for (const char *end = alternative_end(p + 1); *end == '|'; end = alternative_end(end + 1))
		n++;
	uint8_t *open = *to, *first = open + PHRASE_CHOICE, *at = first + n;
	*to = at + 2 * n;
	*open = '(';
	for (size_t i = 0; i < n; i++) {
		bool literal = !phrase_special((uint8_t)p[1]);
		first[i] = literal ? (uint8_t)p[1] : 0;
		mask |= literal ? UINT32_C(1) << (p[1] & 31) : UINT32_MAX;
		put16(at + 2 * i, (size_t)(*to - open));
		p = compile(p + 1, true, to);
		*(*to)++ = (uint8_t)*p;
	}
	put16(open + 1, *p ? (size_t)(*to - open) : 0);
	memcpy(open + 3, &mask, sizeof mask);
	put16(open + 7, n);
	return *p ? p + 1 : p;
}

/* Up to the end of the pattern or, inside of a choice, of the alternative. */
static const char *compile(const char *p, bool inside, uint8_t **to)
{
	while (*p && !(inside && (*p == '|' || *p == ')'))) {
		if (*p == '(')
			p = compile_choice(p, to);
		else
			*(*to)++ = (uint8_t)*p++;
	}
	return p;
}

size_t phrase_compile(const char *pattern, uint8_t *ret)
{
	uint8_t *to = ret;
	(void)compile(pattern, false, &to);
	*to++ = 0;
	return (size_t)(to - ret);
}

static bool compile_all(struct phrase_index *x, const struct phrase_set *set)
{
	size_t room = 0, n = 0;
	for (size_t i = 0; i < set->n; i++)
		room += PHRASE_CODE_BYTES(strlen(set->table[i].pattern));
	uint8_t *draft = malloc(room), *code = NULL;
	uint32_t *at = keep(set->n * sizeof *at);
	for (size_t i = 0; draft && at && i < set->n; i++) {
		at[i] = (uint32_t)n;
		n += phrase_compile(set->table[i].pattern, draft + n);
	}
	if (draft && at && (code = keep(n)))
		memcpy(code, draft, n);
	free(draft);
	x->at = at;
	x->code = code;
	return code != NULL;
}

/* ---- beginnings ---- */

/* The bytes that p and then may go on with, as a phrase_entry has them. */
static uint32_t goes_on(const char *p, const struct then *then)
{
	static const char ends[] = " .!?\n";
	uint32_t mask = 0;
	if ((*p == '|' || *p == ')') && then)
		return goes_on(then->p, then->next);
	if (*p == '(') {
		const char *close = closing(p + 1);
		struct then after = { close + 1, then };
		for (; *p && p < close; p = alternative_end(p + 1))
			mask |= goes_on(p + 1, &after);
		return mask;
	}
	if (*p)
		return phrase_special((uint8_t)*p) ? UINT32_MAX : UINT32_C(1) << (*p & 31);
	for (size_t i = 0; i < sizeof ends; i++)	/* behind a word, the end of the text among them */
		mask |= UINT32_C(1) << (ends[i] & 31);
	return mask;
}

static bool add(struct beginnings *all, uint64_t key, size_t n, const struct phrase_entry *e)
{
	if (n < 2)
		return true;
	if (all->n == all->room) {
		size_t room = all->room ? 2 * all->room : 1024;
		struct beginning *more = room > PHRASE_ENTRIES ? NULL : realloc(all->b, room * sizeof *more);
		if (!more)
			return false;
		all->b = more;
		all->room = room;
	}
	all->b[all->n++] = (struct beginning){ key, *e };
	return true;
}

/* Every way in which p and then can go on behind a beginning of n bytes. */
static bool begin(struct beginnings *all, const char *p, const struct then *then, uint64_t key, size_t n, uint16_t phrase)
{
	for (; n < PHRASE_PREFIX; p++) {
		if ((*p == '|' || *p == ')') && then)
			return begin(all, then->p, then->next, key, n, phrase);
		if (*p == '(') {
			const char *close = closing(p + 1);
			struct then after = { close + 1, then };
			bool ok = true;
			while (ok && *p && p < close) {
				ok = begin(all, p + 1, &after, key, n, phrase);
				p = alternative_end(p + 1);
			}
			return ok;
		}
		if (!*p || strchr("*_#~%", *p))
			break;
		key |= (uint64_t)phrase_class(*p) << (56 - 8 * n++);
	}
	return add(all, key, n, &(struct phrase_entry){ goes_on(p, then), phrase });
}

static unsigned class_behind(const struct beginnings *all, size_t i, size_t depth)
{
	return depth < PHRASE_PREFIX ? all->b[i].key >> (56 - 8 * depth) & 0xff : 0;
}

static uint32_t bytes_of(unsigned class)
{
	return class < 27 ? UINT32_C(1) << class : class == 27 ? UINT32_C(1) << (' ' & 31) : UINT32_MAX;
}

/* A pattern with a longer beginning as well ("(geacht|geachte)") is tried where its shortest one ends, whichever of them stands there: which pattern is tried first
 * tells which one of two equal matches stays. */
static void widen(struct beginnings *all)
{
	for (size_t i = 0; i < all->n; i++) {
		size_t depth = 0;
		while (class_behind(all, i, depth))
			depth++;
		for (size_t k = i + 1; k < all->n && (all->b[k].key ^ all->b[i].key) >> (64 - 8 * depth) == 0; k++)
			if (all->b[k].entry.phrase == all->b[i].entry.phrase)
				all->b[i].entry.next |= bytes_of(class_behind(all, k, depth));
	}
}

static int in_order(const void *a, const void *b)
{
	const struct beginning *x = a, *y = b;
	return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : (x->entry.phrase < y->entry.phrase) - (x->entry.phrase > y->entry.phrase);
}

static bool collect(const struct phrase_set *set, struct beginnings *all)
{
	for (size_t i = 0; i < set->n && i < UINT16_MAX; i++)
		if (!begin(all, set->table[i].pattern, NULL, 0, 0, (uint16_t)i))
			return false;
	if (!all->n)
		return true;
	qsort(all->b, all->n, sizeof *all->b, in_order);
	size_t n = 1;
	for (size_t i = 1; i < all->n; i++)
		if (in_order(&all->b[i], &all->b[n - 1]) != 0)
			all->b[n++] = all->b[i];
		else
			all->b[n - 1].entry.next |= all->b[i].entry.next;
	all->n = n;
	widen(all);
	return true;
}

/* ---- the trie ---- */

struct draft {
	struct phrase_node *node;	/* owned */
	struct phrase_entry *entry;	/* owned */
	struct share { uint32_t from, to; uint8_t depth; } *share;	/* owned: by node, the beginnings that lead through it */
	uint32_t n_nodes, n_entries;
};

/* The nodes behind one side by side, then all that is behind each of these: who goes on has his next node near. */
static void open_node(struct draft *d, const struct beginnings *all, uint32_t node)
{
	const struct share s = d->share[node];
	struct phrase_node *from = &d->node[node];
	from->kid = d->n_nodes;
	for (uint32_t i = s.from; i < s.to; i++) {
		unsigned class = class_behind(all, i, s.depth);
		if (!class)
			continue;
		if (!(from->kids >> class & 1))
			d->share[d->n_nodes++] = (struct share){ i, i, (uint8_t)(s.depth + 1) };
		from->kids |= UINT32_C(1) << class;
		d->share[d->n_nodes - 1].to = i + 1;
	}
	for (uint32_t kid = from->kid, end = d->n_nodes; kid < end; kid++)
		open_node(d, all, kid);
}

/* What ends at each node, in the order of the nodes: it sorts in front of what goes on. */
static void fill_entries(struct draft *d, const struct beginnings *all)
{
	for (uint32_t node = 0; node < d->n_nodes; node++) {
		const struct share s = d->share[node];
		d->node[node].entry = d->n_entries;
		for (uint32_t i = s.from; i < s.to && !class_behind(all, i, s.depth); i++)
			d->entry[d->n_entries++] = all->b[i].entry;
	}
	d->node[d->n_nodes].entry = d->n_entries;
}

static bool grow(struct draft *d, const struct beginnings *all)
{
	size_t room = all->n * PHRASE_PREFIX + 2;
	d->node = calloc(room, sizeof *d->node);
	d->share = calloc(room, sizeof *d->share);
	d->entry = calloc(all->n + 1, sizeof *d->entry);
	if (!d->node || !d->share || !d->entry)
		return false;
	d->share[0] = (struct share){ 0, (uint32_t)all->n, 0 };
	d->n_nodes = 1;
	open_node(d, all, 0);
	fill_entries(d, all);
	return d->n_nodes <= UINT16_MAX;	/* fill_two() */
}

static void fill_two(struct phrase_index *x)
{
	for (unsigned a = 0; a < PHRASE_CLASSES; a++) {
		uint32_t first = phrase_step(x, 0, a);
		for (unsigned b = 0; first && b < PHRASE_CLASSES; b++)
			x->two[a * PHRASE_CLASSES + b] = (uint16_t)phrase_step(x, first, b);
	}
}

static bool settle(struct phrase_index *x, const struct draft *d)
{
	struct phrase_node *node = keep((d->n_nodes + 1) * sizeof *node);
	struct phrase_entry *entry = keep((d->n_entries + 1) * sizeof *entry);
	if (!node || !entry)
		return false;
	memcpy(node, d->node, (d->n_nodes + 1) * sizeof *node);
	memcpy(entry, d->entry, d->n_entries * sizeof *entry);
	x->node = node;
	x->entry = entry;
	x->n_nodes = d->n_nodes;
	x->n_entries = d->n_entries;
	fill_two(x);
	return true;
}

bool phrase_index_build(struct phrase_set *set)
{
	struct beginnings all = { .n = 0 };
	struct draft d = { .n_nodes = 0 };
	struct phrase_index *x = keep(sizeof *x);	/* what is kept of an index that cannot be built is lost: there is no memory anyway */
	bool ok = x && collect(set, &all) && grow(&d, &all) && settle(x, &d) && compile_all(x, set);
	free(all.b);
	free(d.node);
	free(d.share);
	free(d.entry);
	if (ok)
		set->index = x;
	return ok;
}
