/* How much does a mail read like a program's? The phrases stand in machine_phrases.c. */
#include <string.h>

#include "parsers/judge/machine.h"
#include "parsers/judge/machine_phrases.h"

#define JUDGED_BYTES (16u << 10)
#define MAX_BODIES 400	/* phrases of the table */

static const char *const WHATS[N_WHAT] = {
	[WHAT_AWAY] = "an out-of-office note", [WHAT_ACK] = "an automatic acknowledgement", [WHAT_NEWS] = "a newsletter or mailing",
	[WHAT_BOUNCE] = "a delivery failure", [WHAT_READ] = "a read receipt", [WHAT_MEETING] = "a calendar message", [WHAT_NOTICE] = "an automatic notice",
	[WHAT_GONE] = "a notice that an address is no more", [WHAT_WHO] = "a challenge to an unknown sender", [WHAT_TOLD] = "a program's mail told of",
};

/* Which kinds speak together: an acknowledgement may tell of being away or of an address that is no more; other mixtures are chance. */
static int together(const int weight[N_WHAT], int best)
{
	int desk = weight[WHAT_AWAY] + weight[WHAT_ACK] + weight[WHAT_GONE], challenge = weight[WHAT_WHO] + weight[WHAT_ACK];
	int sum = weight[best];
	sum = desk > sum ? desk : sum;
	return challenge > sum ? challenge : sum;
}

static int subject_weight(const char *subject, struct arena *a, int weight[N_WHAT])
{
	struct folded f;
	struct phrase_hit hit;
	if (!subject || fold_text(subject, strnlen(subject, 500), a, &f) != PARSE_OK || !phrases_at(&machine_subjects, &f, 0, &hit))
		return 0;
	const struct phrase *p = &machine_subjects.table[hit.phrase];
	weight[p->group] += p->weight;
	return p->weight;
}

/* "https://send.example/optout/77c1": the way out of a mailing's list, as List-Unsubscribe names it; nobody types one. */
static bool way_out(const char *text)
{
	static const char *const OUT[] = { "optout", "opt-out", "opt_out", "unsubscribe", "afmeld", "uitschrij", "abmeld", "desabonn", "desinscri", "wypisz" };
	for (const char *link = text; (link = strstr(link, "http"));) {
		size_t n = strcspn(link, " \t\n>)\"");
		for (size_t i = 0; i < sizeof OUT / sizeof *OUT; i++)
			if (memmem(link, n, OUT[i], strlen(OUT[i])))
				return true;
		link += n;
	}
	return false;
}

void machine_words(const char *subject, const char *text, struct arena *a, struct signs *ret)
{
	struct folded f;
	struct phrase_hit hits[64];
	int weight[N_WHAT] = { 0 }, best = 1;
	unsigned char seen[MAX_BODIES] = { 0 };
	int head = subject_weight(subject, a, weight);
	if (fold_text(text, strnlen(text, JUDGED_BYTES), a, &f) != PARSE_OK)
		return;
	struct gist_of gist = machine_gist(&f);
	size_t n = phrases_find(&machine_bodies, &f, 0, f.n, hits, 64);
	size_t until[N_WHAT] = { 0 };	/* "ik ben met vakantie" and "ben met vakantie" say one thing */
	for (size_t i = 0; i < n; i++) {
		const struct phrase *p = &machine_bodies.table[hits[i].phrase];
		if (hits[i].phrase >= MAX_BODIES || seen[hits[i].phrase]++ || hits[i].end <= until[p->group])
			continue;
		weight[p->group] += p->weight;
		until[p->group] = hits[i].end;
	}
	int told = weight[WHAT_TOLD];
	weight[WHAT_TOLD] = 0;
	for (int i = 1; i < N_WHAT; i++)
		best = weight[i] > weight[best] ? i : best;
	int sum = together(weight, best) - told;
	sum = sum > 0 ? sum : 0;
	ret->words = sum;
	ret->unsubscribe = ret->unsubscribe || way_out(text);
	ret->body = sum > head ? sum - head : 0;
	ret->gist = told ? 0 : gist.weight;
	ret->affair = gist.affair;
	ret->ours = gist.ours;
	ret->tale = gist.tale;
	ret->programs_say = gist.single;
	ret->words_text = WHATS[gist.weight > sum ? (int)gist.what : best];
}
