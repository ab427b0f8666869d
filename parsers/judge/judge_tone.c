#include "parsers/judge/judge_tone.h"

#include <string.h>
#include <strings.h>

#include "parsers/judge/judge_phrases.h"
#include "parsers/judge/judge_story.h"
#include "parsers/judge/resolution.h"
#include "parsers/parse.h"

#define JUDGED_BYTES (64u << 10)	/* who has not complained within 64 KiB does not */
#define MAX_HITS 600
#define WANT_MAX 6		/* who names his purpose five times asks for no more than who does so three times */

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

static void count_against(const struct folded *f, const struct phrase_hit *hit, const struct phrase *p, struct tones *t)
{
	if (story_denied(f, hit))
		return;
	t->against += p->weight;
	if (p->weight == 1)
		t->hints++;
	if (!memmem(f->s + hit->at, hit->end - hit->at, "klacht", 6))
		t->hard += p->weight;
}

static void count_ask(const struct folded *f, const struct phrase_hit *hit, const struct phrase *p, bool subject, struct tones *t)
{
	if (word_before(f, hit->at, " zonder geen nooit without no ohne keine ")) {	/* "zonder machtiging" */
		t->against++;
		t->hints++;
	} else if (!subject || p->weight >= 2) {
		t->ask += p->weight;
		t->purpose = p->weight > t->purpose ? p->weight : t->purpose;
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
	case TONE_PAST: t->past += p->weight; break;
	case TONE_COURTESY: t->courtesy += p->weight; break;
	case TONE_FACT: t->facts++; break;
	case TONE_TURN: case TONE_DENIAL: case TONE_OWN: case TONE_ACTS: case TONE_HELPER: case TONE_HELP: break;
	case TONE_NOT: *not += p->weight; break;
	}
}

/* "Karin is een schat. Toch is er rente bijgekomen.": the last turn, and whether costs or anger follow it without praise. In order of place. */
static void follow_turn(const struct folded *f, const struct phrase_hit *hit, bool *turning, struct tones *t)
{
	switch ((enum tone)judge_phrases.table[hit->phrase].group) {
	case TONE_TURN: *turning = *turning || hit->at == 0 || (hit->at > 1 && strchr(".!?\n", f->s[hit->at - 2])); break;
	case TONE_FOR: case TONE_AWARD: case TONE_PAST:
		*turning = *turning && judge_phrases.table[hit->phrase].weight < 2;	/* "vriendelijke groet" takes nothing back */
		t->turned = *turning ? t->turned : 0;
		t->last = judge_phrases.table[hit->phrase].weight < 2 ? t->last : 0;
		break;
	case TONE_AGAINST:
		t->turned += *turning;
		t->last += word_before(f, hit->at, NEGATIONS) || story_denied(f, hit) ? 0 : judge_phrases.table[hit->phrase].weight;
		break;
	case TONE_FACT: t->turned += *turning; break;
	default: break;
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
	for (size_t i = 0; i < f->n; i++) {
		if (!strchr(".!?\n", f->s[i]))
			continue;
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

/* "Een pluim", "Waardering voor uw medewerker", "Podziękowanie": what people call a mail of praise. */
static bool announces_praise(const struct folded *subject)
{
	static const struct phrase TABLE[] = {
		{ "(een |mijn |grote |groot |dikke |)(compliment|complimenten|complimentje|pluim|waardering|lof|lofuiting|dank|dankwoord|dankbetuiging|dankjewel|bedankje|bedankt|hulde|chapeau)", 1, 1 },
		{ "(ff |even |iets |heel |een |)(positief|positiefs|aardigs|leuks|tevreden|blij)", 1, 1 }, { "(goed|prima|keurig|netjes|fijn|uitstekend) (geholpen|contact)", 1, 1 },
		{ "(thank you|thanks|many thanks|great (service|help)|compliments|appreciation|praise|kudos)", 1, 1 },
		{ "(danke|dankeschon|vielen dank|lob|ein lob|podziekowani*|dziekuje|pochwal*|tesekkur*|tesekkurler|memnuniyet|merci|felicitations)", 1, 1 },
	};
	static struct phrase_set praise = PHRASE_SET(TABLE);
	struct phrase_hit hit;
	return phrases_at(&praise, subject, 0, &hit);
}

static int read_one(const char *s, bool subject, struct arena *a, struct tones *t, int *best)
{
	struct folded f;
	struct phrase_hit hits[MAX_HITS];
	uint8_t *times = arena_alloc(a, judge_phrases.n);
	if (!times || fold_text(s, strnlen(s, JUDGED_BYTES), a, &f) != PARSE_OK)
		return PARSE_NOMEM;
	size_t n = phrases_find(&judge_phrases, &f, 0, f.n, hits, MAX_HITS);
	int not = 0;
	bool turning = false;
	for (size_t i = 0; i < n; i++) {
		const struct phrase *p = &judge_phrases.table[hits[i].phrase];
		if (!subject)
			follow_turn(&f, &hits[i], &turning, t);
		if (times[hits[i].phrase]++ >= 2)
			continue;
		count_hit(&f, &hits[i], subject, t, &not);
		if (p->group < TONE_PAST && p->weight > *best) {
			*best = p->weight;
			t->quote = arena_strndup(a, s + f.at[hits[i].at], f.at[hits[i].end] - f.at[hits[i].at]);
			t->from_subject = subject;
		}
	}
	t->against = t->against > not ? t->against - not : 0;
	t->hard = t->hard > not ? t->hard - not : 0;
	if (subject) {
		t->announced = announces_praise(&f);
	} else {
		read_voice(&f, t);
		story_read(&f, hits, n, t);
	}
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
	struct tones t = { 0 };
	bool reply = false;
	int best = 0;
	const char *bare = subject ? subject_bare(subject, &reply) : NULL;
	int r = read_one(own, false, a, &t, &best);
	if (r == PARSE_OK && bare && !reply)
		r = read_one(bare, true, a, &t, &best);
	if (r != PARSE_OK)
		return r;
	if (!t.praise && !t.thanks && !t.award)
		t.against += emphasis(own);
	if ((t.praise + t.award + t.thanks >= 2 || t.deeds) && resolution_weighty(own, a, &t.demand) != PARSE_OK)
		return PARSE_NOMEM;
	*ret = t;
	return PARSE_OK;
}

/* Praise as it counts in the end: formulas of thanks need praise beside them, or a mail that wants nothing; courtesy takes away. */
static int praise_meant(const struct tones *t)
{
	int named = t->praise > t->courtesy ? t->praise - t->courtesy : 0;
	bool nothing_else = !t->ask && !t->question && !t->against;
	return named + t->award + (named || t->award || nothing_else ? t->thanks : 0);
}

/* "Hulde. Eerst mijn ex bellen, dan mijn baas.": praise that names nothing done well, but what agencies do. */
static bool praise_hollow(const struct tones *t)
{
	return !t->deeds && (t->facts || (t->award && t->words > 12)) && t->praise <= t->courtesy && t->award + t->thanks > 0;
}

static enum kind praised(const struct tones *t, int against, double *ret_confidence)
{
	bool last_word = t->last >= 2 && t->last > t->past && 3 * t->last >= t->praise + t->award;	/* he ends on anger */
	if (t->demand || t->turned || last_word || t->back || (t->reproach >= 2 && !t->good_end)) {	/* who praises wants nothing of weight, and does not take it back */
		*ret_confidence = 0.55;
		return KIND_COMPLAINT;
	}
	*ret_confidence = against ? 0.75 : 0.95;
	return KIND_COMPLIMENT;
}

/* Anger told ahead of the good that followed is over, where the story ends on the good. */
static int anger_left(const struct tones *t)
{
	return t->good_end && t->reproach <= t->deeds + 1 ? t->after : t->anger;
}

/* What is asked for against what is held against us; a reproach weighs three words, two where the purpose is plain, and each has to be outweighed twice: in doubt a complaint. */
static bool just_asks(const struct tones *t, int against)
{
	int want = (t->ask < WANT_MAX ? t->ask : WANT_MAX) + 2 * t->question;
	want += want && t->asked;
	int blame = against + (t->purpose >= 3 ? 2 : 3) * t->reproach + 2 * t->irony + (against && t->facts) + (t->facts >= 2 && !t->asked && t->purpose < 2);
	if (against - t->hints > 2 || (against && t->purpose < 2) || t->words > (t->purpose >= 2 ? 120 : t->question ? 60 : 40))
		return false;
	return want >= 1 + 2 * blame;
}

/* Good deeds and praise against anger and reproaches: who ends on the good and wants nothing is pleased. */
static bool tells_good(const struct tones *t, int praise)
{
	int good = praise + 2 * t->deeds, bad = 2 * anger_left(t) + 2 * t->reproach + t->facts / 2;
	if (!praise && !t->thanks && t->deeds < 2 && (t->facts || t->anger || t->reproach))	/* "she explained the fees, then laughed" */
		return false;
	if (2 * good < t->anger - t->past || (t->anger >= 3 && !praise))	/* a deed alone outweighs no anger */
		return false;
	return t->good_end && !t->demand && !t->asked && !t->back && (!t->turned || t->deeds) && good >= 2 && good > bad && good >= t->ask;
}

/* A subject that promises praise is kept to its word, where the text asks for nothing, speaks of no costs or letters, and is not angry without a word of praise. */
static bool keeps_word(const struct tones *t)
{
	bool meant = t->praise + t->deeds > 0 || (!t->reproach && !anger_left(t));
	return meant && t->announced && !t->irony && !t->demand && !t->turned && !t->back && !t->asked && !t->facts && t->reproach <= 2 && anger_left(t) <= 5;
}

enum kind tones_kind(const struct tones *t, double *ret_confidence)
{
	int praise = praise_meant(t);
	bool hollow = praise_hollow(t), ironic = t->irony >= 3 || (t->irony && ((t->deeds ? t->anger : t->against) || t->facts)) || hollow;
	int against = t->against + (ironic ? t->irony : 0) + (hollow ? t->award + t->thanks : 0);
	if (praise >= 2 && !ironic)
		against = against > t->past ? against - t->past : 0;
	if (praise >= (ironic ? 9 : 3) && praise >= 3 * against && (praise > t->ask || (praise >= 4 && !t->asked)))
		return praised(t, against, ret_confidence);
	if ((!ironic && tells_good(t, praise)) || keeps_word(t)) {
		*ret_confidence = 0.7;
		return KIND_COMPLIMENT;
	}
	if (just_asks(t, against)) {
		*ret_confidence = against || t->purpose < 2 ? 0.65 : 0.85;
		return KIND_OTHER;
	}
	if (against >= 2) {
		*ret_confidence = against >= 4 ? 0.95 : 0.8;
		return KIND_COMPLAINT;
	}
	if (against == 0 && praise && !t->ask && !t->irony && (praise >= 2 || t->words <= 8)) {
		enum kind kind = praised(t, 0, ret_confidence);
		*ret_confidence = kind == KIND_COMPLIMENT ? 0.7 : *ret_confidence;
		return kind;
	}
	*ret_confidence = against ? 0.6 : 0.5;	/* in doubt: a complaint */
	return KIND_COMPLAINT;
}
