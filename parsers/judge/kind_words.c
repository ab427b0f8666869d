#include "parsers/judge/kind_words.h"

#include <string.h>

#define WORD_BYTES 24		/* the rest of a longer word tells nothing more */
#define BEGINNING 5

struct known {
	uint32_t hash;		/* 0: free */
	int8_t votes[KIND_SIDES];
};

/* A hash table with open addressing: whoever is not in the slot of his hash is in the next ones, up to a free one. */
static const struct known KNOWN[KIND_WORDS_MAX] = {
#include "parsers/judge/kind_words.inc"
};

struct walk {
	void (*each)(const struct kind_feature *feature, void *arg);
	void *arg;
	bool subject;
	struct kind_feature last;	/* the word before; n is 0 in front of the first */
};

/* FNV-1a, 32 bits: of what hash stands for and n bytes more. */
static uint32_t hash_on(uint32_t hash, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)s[i]) * UINT32_C(16777619);
	return hash;
}

/* At most max of n bytes, no character cut in two. */
static size_t whole_bytes(const char *s, size_t n, size_t max)
{
	if (n <= max)
		return n;
	for (n = max; n > 1 && ((unsigned char)s[n] & 0xc0) == 0x80;)
		n--;
	return n;
}

static void word(struct walk *w, const char *s, size_t n)
{
	const uint32_t nothing = UINT32_C(2166136261), start = w->subject ? hash_on(nothing, "S:", 2) : nothing;
	for (size_t i = 0; i < n; i++)
		if (s[i] >= '0' && s[i] <= '9') {
			s = "#";
			n = 1;
		}
	n = whole_bytes(s, n, WORD_BYTES);
	struct kind_feature one = { .subject = w->subject, .word = s, .n = n, .hash = hash_on(start, s, n) };
	w->each(&one, w->arg);
	if (n > BEGINNING) {
		struct kind_feature beginning = { .subject = w->subject, .word = s, .n = whole_bytes(s, n, BEGINNING), .behind = "*" };
		beginning.hash = hash_on(hash_on(start, s, beginning.n), "*", 1);
		w->each(&beginning, w->arg);
	}
	if (w->last.n && !w->subject) {
		struct kind_feature two = { .word = w->last.word, .n = w->last.n, .behind = "_", .next = s, .next_n = n };
		two.hash = hash_on(hash_on(w->last.hash, "_", 1), s, n);
		w->each(&two, w->arg);
	}
	w->last = one;
}

void kind_words_each(const struct folded *f, bool subject, void (*each)(const struct kind_feature *feature, void *arg), void *arg)
{
	struct walk w = { .each = each, .arg = arg, .subject = subject };
	for (size_t i = 0; i < f->n;) {
		size_t n = strcspn(f->s + i, " .!?\n");
		if (n)
			word(&w, f->s + i, n);
		i += n;
		if (i < f->n && f->s[i] != ' ')
			word(&w, f->s[i] == '\n' ? "." : f->s + i, 1);
		i++;
	}
}

static void vote(const struct kind_feature *feature, void *arg)
{
	struct kind_votes *v = arg;
	uint32_t hash = feature->hash, i = hash % KIND_WORDS_MAX;
	while (KNOWN[i].hash && KNOWN[i].hash != hash)
		i = (i + 1) % KIND_WORDS_MAX;
	if (!KNOWN[i].hash || v->seen[i / 32] >> i % 32 & 1)
		return;
	v->seen[i / 32] |= UINT32_C(1) << i % 32;
	v->n++;
	for (size_t c = 0; c < KIND_SIDES; c++)
		v->sum[c] += KNOWN[i].votes[c];
}

void kind_words_add(struct kind_votes *v, const struct folded *f, bool subject)
{
	kind_words_each(f, subject, vote, v);
}
