#include "parsers/judge/kind_words.h"

#include <stdlib.h>
#include <string.h>

#define WORD_BYTES 24		/* the rest of a longer word tells nothing more */
#define BEGINNING 5

struct known {
	uint32_t hash;
	int8_t votes[3];	/* complaint, compliment, other */
};

static const struct known KNOWN[] = {
#include "parsers/judge/kind_words.inc"
};
#define N_KNOWN (sizeof KNOWN / sizeof *KNOWN)
_Static_assert(N_KNOWN <= KIND_WORDS_MAX, "a bit for every entry");

struct walk {
	void (*each)(const char *feature, size_t n, void *arg);
	void *arg;
	bool subject;
};

static void give(const struct walk *w, const char *s, size_t n, bool beginning)
{
	char feature[WORD_BYTES + 4];
	size_t at = 0;
	if (w->subject) {
		memcpy(feature, "S:", 2);
		at = 2;
	}
	memcpy(feature + at, s, n);
	at += n;
	if (beginning)
		feature[at++] = '*';
	w->each(feature, at, w->arg);
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

static void word(const struct walk *w, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] >= '0' && s[i] <= '9') {
			s = "#";
			n = 1;
		}
	n = whole_bytes(s, n, WORD_BYTES);
	give(w, s, n, false);
	if (n > BEGINNING)
		give(w, s, whole_bytes(s, n, BEGINNING), true);
}

void kind_words_each(const struct folded *f, bool subject, void (*each)(const char *feature, size_t n, void *arg), void *arg)
{
	const struct walk w = { .each = each, .arg = arg, .subject = subject };
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

/* FNV-1a, 32 bits. */
static uint32_t hash_of(const char *s, size_t n)
{
	uint32_t h = UINT32_C(2166136261);
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * UINT32_C(16777619);
	return h;
}

static int by_hash(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = ((const struct known *)b)->hash;
	return (x > y) - (x < y);
}

static void vote(const char *feature, size_t n, void *arg)
{
	struct kind_votes *v = arg;
	uint32_t hash = hash_of(feature, n);
	const struct known *k = bsearch(&hash, KNOWN, N_KNOWN, sizeof *KNOWN, by_hash);
	if (!k)
		return;
	size_t i = (size_t)(k - KNOWN);
	if (v->seen[i / 32] >> i % 32 & 1)
		return;
	v->seen[i / 32] |= UINT32_C(1) << i % 32;
	v->n++;
	for (size_t c = 0; c < 3; c++)
		v->sum[c] += k->votes[c];
}

void kind_words_add(struct kind_votes *v, const struct folded *f, bool subject)
{
	kind_words_each(f, subject, vote, v);
}
