#include "parsers/judge/judge_tone.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "parsers/judge/judge_phrases.h"
#include "parsers/parse.h"

#define JUDGED_BYTES (64u << 10)	/* who has not complained within 64 KiB does not */
#define MAX_HITS 600

const char *subject_bare(const char *s, bool *ret_reply)
{
	static const char *const PREFIXES[] = { "re:", "fw:", "fwd:", "antw:", "aw:", "wg:", "betr:", "doorst:", "antwoord:", "re :", "fw :", "odp:", "pd:", "ynt:",
						"ilt:", "tr:", "sv:", "vs:", "rv:", "doorgestuurd:", "re[2]:" };
	bool found = true;
	*ret_reply = false;
	while (found) {
		found = false;
		s += strspn(s, " \t");
		if (*s == '[' && strchr(s, ']') && strchr(s, ']') - s < 24) {	/* "[EXTERN]", "[SPAM]" */
			s = strchr(s, ']') + 1;
			found = true;
		}
		for (size_t i = 0; i < sizeof PREFIXES / sizeof *PREFIXES && !found; i++)
			if (strncasecmp(s, PREFIXES[i], strlen(PREFIXES[i])) == 0) {
				s += strlen(PREFIXES[i]);
				*ret_reply = found = true;
			}
	}
	return s;
}

static bool word_before(const struct folded *f, size_t at, const char *words)
{
	if (at < 2 || f->s[at - 1] != ' ' || strchr(".!?\n", f->s[at - 2]))
		return false;
	size_t end = at - 1, from = end;
	while (from > 0 && f->s[from - 1] != ' ')
		from--;
	char word[24];
	if (end - from + 2 >= sizeof word)
		return false;
	word[0] = ' ';
	memcpy(word + 1, f->s + from, end - from);
	word[end - from + 1] = ' ';
	word[end - from + 2] = 0;
	return strstr(words, word) != NULL;
}

static size_t one_word_back(const struct folded *f, size_t at)
{
	if (at < 2)
		return 0;
	at--;
	while (at > 0 && f->s[at - 1] != ' ')
		at--;
	return at;
}

#define NEGATIONS " niemand nobody niet geen nooit niks weinig allerminst allesbehalve nauwelijks not no never hardly nicht kein keine nie niet. pas "

static bool negated(const struct folded *f, size_t at)
{
	return word_before(f, at, NEGATIONS) || word_before(f, one_word_back(f, at), NEGATIONS);
}

/* "vond ik niet prettig": the negation stands within the phrase, and is no part of its pattern. */
static bool negated_inside(const struct folded *f, const struct phrase_hit *hit, const char *pattern)
{
	static const char *const WORDS[] = { " niet ", " geen ", " nooit ", " not ", " nicht ", " nie " };
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		if (memmem(f->s + hit->at, hit->end - hit->at, WORDS[i], strlen(WORDS[i])) && !memmem(pattern, strlen(pattern), WORDS[i] + 1, strlen(WORDS[i]) - 2))
			return true;
	return false;
}

static bool in_advance(const struct folded *f, size_t at)
{
	static const char *const AHEAD = " alvast voorbaat vooraf advance voraus gory simdiden avance ";
	return word_before(f, at, AHEAD) || word_before(f, one_word_back(f, at), AHEAD);
}

/* Praise of whatever sort, unless it is negated or given in advance. */
static void count_praise(const struct folded *f, const struct phrase_hit *hit, const struct phrase *p, struct tones *t)
{
	bool own = strncmp(f->s + hit->at, "geen ", 5) == 0 || strncmp(f->s + hit->at, "zonder ", 7) == 0;	/* "geen gedoe, geen gezeur" */
	if ((negated(f, hit->at) && !own) || negated_inside(f, hit, p->pattern)) {
		t->against += p->weight > 1 ? p->weight : 1;
		return;
	}
	if (in_advance(f, hit->at))
		return;
	if (p->group == TONE_FOR)
		t->praise += p->weight;
	else if (p->group == TONE_THANKS)
		t->thanks += p->weight;
	else
		t->award += p->weight;
}

/* "nooit een verwijt", "zuchtte geen enkele keer": the word of anger is denied. */
static bool denied(const struct folded *f, const struct phrase_hit *hit)
{
	static const char *const BEFORE[] = { " geen ", " zonder ", " niet ", " nooit een ", " geen enkel ", " geen enkele ", " zonder enige ", " zonder een ", " geen moment een ", " no ", " not ", " without ", " without a ", " without any ", " never a ", " ohne ",
					      " kein ", " keine " };
	static const char *const BEHIND[] = { " geen enkele keer", " geen moment", " niet ", " nooit ", " not once" };
	for (size_t i = 0; hit->at > 1 && i < sizeof BEFORE / sizeof *BEFORE; i++) {
		size_t n = strlen(BEFORE[i]);
		if (BEFORE[i][n - 2] != f->s[hit->at - 2])	/* most end otherwise */
			continue;
		if ((hit->at >= n && memcmp(f->s + hit->at - n, BEFORE[i], n) == 0) || (hit->at == n - 1 && memcmp(f->s, BEFORE[i] + 1, n - 1) == 0))
			return true;
	}
	bool verb = hit->end > 2 && memcmp(f->s + hit->end - 2, "te", 2) == 0;	/* "zuchtte geen enkele keer", "lachte niet" */
	for (size_t i = 0; verb && i < sizeof BEHIND / sizeof *BEHIND; i++)
		if (strncmp(f->s + hit->end, BEHIND[i], strlen(BEHIND[i])) == 0)
			return strncmp(f->s + hit->end, " niet alleen", 12) != 0;
	return false;
}

static void count_against(const struct folded *f, const struct phrase_hit *hit, const struct phrase *p, struct tones *t)
{
	if (denied(f, hit))
		return;
	t->against += p->weight;
	if (!memmem(f->s + hit->at, hit->end - hit->at, "klacht", 6))
		t->hard += p->weight;
}

static void count_ask(const struct folded *f, const struct phrase_hit *hit, const struct phrase *p, bool subject, struct tones *t)
{
	if (word_before(f, hit->at, " zonder geen nooit without no ohne keine ")) {	/* "zonder machtiging" */
		t->against++;
	} else if (!subject || p->weight >= 2) {
		t->ask += p->weight;
	}
}

static void count_hit(const struct folded *f, const struct phrase_hit *hit, bool subject, struct tones *t, int *not)
{
	const struct phrase *p = &judge_phrases.table[hit->phrase];
	switch ((enum tone)p->group) {
	case TONE_AGAINST: count_against(f, hit, p, t); break;
	case TONE_IRONY: t->irony += p->weight; break;
	case TONE_FOR: case TONE_THANKS: case TONE_AWARD: count_praise(f, hit, p, t); break;
	case TONE_ASK: count_ask(f, hit, p, subject, t); break;
	case TONE_COURTESY: t->courtesy += p->weight; break;
	case TONE_NOT: *not += p->weight; break;
	}
}

/* A sentence that ends in '?' and starts as people ask for information. */
static bool plain_question(const struct folded *f)
{
	static const char *const STARTS[] = { "kunt u ", "kan ik ", "kan dat", "kan dit", "kunnen jullie ", "kunnen wij ", "zou u ", "zou ik ", "zouden jullie ", "mag ik ", "is het ", "is er ", "kan de ", "kan mijn ", "kunnen de ", "zou de ", "mag de ", "krijg ik ", "ontvang ik ", "what amount ", "which amount ", "ile ", "ne kadar ", "kalan ", "is mijn ", "zijn mijn ", "staat er ",
					      "is dit ", "wat is ", "wat reken", "wat kost", "wat vraagt ", "bis wann ", "wann ", "wie viel ", "wo kann ", "ist das ", "wat zijn ", "wanneer ", "hoeveel ", "welk ", "welke ", "waar kan ", "wie van ", "wie moet ", "waar vind ", "op welk", "naar welk", "aan wie ", "tot hoe ", "werken jullie ", "doen jullie ", "doet u ", "biedt u ", "kunnen we ",
					      "tot wanneer ", "hoe laat ", "moet ik nog ", "heeft u ", "hebben jullie ", "is nl", "klopt het ", "klopt dit ", "klopt dat ", "wilt u ", "willen jullie ", "zou het ", "zou dat ", "mag het ", "staat dit ", "staat mijn ", "weet u ", "lukt het ", "kan het ",
					      "hoe kan ik ", "is dat mogelijk", "would it ", "would you ", "do i ", "how do i ", "how can i ", "how do we ", "where do i ", "are you ", "where ", "which ", "ware ", "ist es ", "durfte ich ", "kann man ", "konnte ich ", "could you ", "can you ", "can i ", "may i ",
					      "is it possible", "what is ", "when ", "how much ", "konnten sie ", "konnen sie ", "kann ich ", "ist es ", "czy ", "est il ", "puis je " };
	size_t start = 0;
	for (size_t i = 0; (i += strcspn(f->s + i, ".!?\n")) < f->n; i++) {
		for (size_t k = 0; f->s[i] == '?' && k < sizeof STARTS / sizeof *STARTS; k++)
			if (strncmp(f->s + start, STARTS[k], strlen(STARTS[k])) == 0)
				return true;
		start = i + 2 < f->n ? i + 2 : f->n;
	}
	return false;
}

/* Seven or eight digits that start as our numbers do, in one piece or in groups. */
static bool dossier_like(const struct folded *f)
{
	for (size_t i = 0; i < f->n; i++) {
		size_t n = 0, p = i;
		if (f->s[i] != '2' || (i > 0 && f->s[i - 1] != ' '))
			continue;
		for (; p < f->n && p < i + 12 && ((f->s[p] >= '0' && f->s[p] <= '9') || (f->s[p] == ' ' && f->s[p + 1] >= '0' && f->s[p + 1] <= '9')); p++)
			n += f->s[p] != ' ';
		if (n == 7 || n == 8)
			return true;
	}
	return false;
}

/* How long it is, and whether a person speaks of himself. */
static void read_voice(const struct folded *f, struct tones *t)
{
	static const char *const FIRST[] = { " ik ", " mijn ", " mij ", " me ", " i ", " my ", " ich ", " mein ", " meine " };
	for (size_t i = 0; i < f->n; i++)
		t->words += f->s[i] == ' ';
	t->words += f->n > 0;
	t->question = plain_question(f);
	t->asked = memchr(f->s, '?', f->n) != NULL;
	t->dossier = dossier_like(f);
	for (size_t i = 0; i < sizeof FIRST / sizeof *FIRST && !t->first_person; i++)
		t->first_person = strstr(f->s, FIRST[i]) || strncmp(f->s, FIRST[i] + 1, strlen(FIRST[i]) - 1) == 0;
}

/* Only while the tones are read; too much for the stack, whose every page a child would copy. */
struct scratch {
	struct phrase_hit hits[MAX_HITS];
	uint32_t seen[KIND_WORDS_MAX / 32];
};

static int read_one(const char *s, bool subject, struct arena *a, struct phrase_hit *hits, struct tones *t, int *best)
{
	struct folded f;
	uint8_t *times = arena_alloc(a, judge_phrases.n);
	if (!times || fold_text(s, strnlen(s, JUDGED_BYTES), a, &f) != PARSE_OK)
		return PARSE_NOMEM;
	size_t n = phrases_find(&judge_phrases, &f, 0, f.n, hits, MAX_HITS);
	int not = 0;
	for (size_t i = 0; i < n; i++) {
		const struct phrase *p = &judge_phrases.table[hits[i].phrase];
		if (times[hits[i].phrase]++ >= 2)
			continue;
		count_hit(&f, &hits[i], subject, t, &not);
		if (p->group < TONE_COURTESY && p->weight > *best) {
			*best = p->weight;
			t->quote = arena_strndup(a, s + f.at[hits[i].at], f.at[hits[i].end] - f.at[hits[i].at]);
			t->from_subject = subject;
		}
	}
	t->against = t->against > not ? t->against - not : 0;
	t->hard = t->hard > not ? t->hard - not : 0;
	if (!subject)
		read_voice(&f, t);
	kind_words_add(&t->votes, &f, subject);
	return PARSE_OK;
}

/* Shouting and asking twice: dissatisfaction that stands in no word list. */
static int emphasis(const char *s)
{
	size_t capitals = 0, small = 0;
	for (const char *p = s; *p && p - s < (ptrdiff_t)JUDGED_BYTES; p++) {
		capitals += *p >= 'A' && *p <= 'Z';
		small += *p >= 'a' && *p <= 'z';
	}
	return (strstr(s, "??") || strstr(s, "?!") || strstr(s, "!?")) + (strstr(s, "!!") != NULL) + (capitals > 20 && capitals > 2 * small);
}

int tones_read(const char *subject, const char *own, struct arena *a, struct tones *ret)
{
	struct scratch *scratch = malloc(sizeof *scratch);
	struct tones t = { .votes.seen = scratch ? scratch->seen : NULL };
	bool reply = false;
	int best = 0;
	if (!scratch)
		return PARSE_NOMEM;
	memset(scratch->seen, 0, sizeof scratch->seen);
	const char *bare = subject ? subject_bare(subject, &reply) : NULL;
	int r = read_one(own, false, a, scratch->hits, &t, &best);
	if (r == PARSE_OK && bare && !reply)
		r = read_one(bare, true, a, scratch->hits, &t, &best);
	free(scratch);
	t.votes.seen = NULL;
	if (r != PARSE_OK)
		return r;
	if (!t.praise && !t.thanks && !t.award)
		t.against += emphasis(own);
	*ret = t;
	return PARSE_OK;
}
