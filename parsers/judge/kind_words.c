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
	void (*each)(const char *feature, size_t n, void *arg);
	void *arg;
	bool subject;
	char last[WORD_BYTES];	/* the word before */
	size_t last_n;
};

static void give(const struct walk *w, const char *a, size_t na, char behind, const char *b, size_t nb)
{
	char feature[2 * WORD_BYTES + 4];
	size_t n = 0;
	if (w->subject) {
		memcpy(feature, "S:", 2);
		n = 2;
	}
	memcpy(feature + n, a, na);
	n += na;
	if (behind)
		feature[n++] = behind;
	memcpy(feature + n, b, nb);
	w->each(feature, n + nb, w->arg);
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
	for (size_t i = 0; i < n; i++)
		if (s[i] >= '0' && s[i] <= '9') {
			s = "#";
			n = 1;
		}
	n = whole_bytes(s, n, WORD_BYTES);
	give(w, s, n, 0, "", 0);
	if (n > BEGINNING)
		give(w, s, whole_bytes(s, n, BEGINNING), '*', "", 0);
	if (w->last_n && !w->subject)
		give(w, w->last, w->last_n, '_', s, n);
	memcpy(w->last, s, n);
	w->last_n = n;
}

void kind_words_each(const struct folded *f, bool subject, void (*each)(const char *feature, size_t n, void *arg), void *arg)
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

/* FNV-1a, 32 bits. */
static uint32_t hash_of(const char *s, size_t n)
{
	uint32_t h = UINT32_C(2166136261);
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * UINT32_C(16777619);
	return h;
}

static void vote(const char *feature, size_t n, void *arg)
{
	struct kind_votes *v = arg;
	uint32_t hash = hash_of(feature, n), i = hash % KIND_WORDS_MAX;
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
