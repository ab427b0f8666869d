#include "parsers/judge/resolution.h"

#include <stdbool.h>
#include <string.h>

#include "parsers/judge/resolution_phrases.h"
#include "parsers/parse.h"

#define JUDGED_BYTES (64u << 10)	/* nobody states a demand behind 64 KiB of own words */
#define LONG_BYTES 260			/* a longer sentence is given from its demand on */
#define TOGETHER_BYTES 200
#define WALL_BYTES 400			/* a longer sentence is a text without full stops */
#define DEMANDS_MAX 16

struct sentence {
	size_t at, end;		/* in the folded text */
	size_t demand;		/* where the demand starts */
	int score;		/* 0: none */
};

/* Behind up to three leads that follow each other from "at" on; hits are the sentence's. */
static size_t skip_leads(const struct folded *f, const struct phrase_hit *hits, size_t n, size_t at, size_t end)
{
	int leads = 0;
	for (size_t i = 0; i < n && leads < 3; i++)
		if (hits[i].at == at && resolution_phrases.table[hits[i].phrase].group == WANT_LEAD && f->s[hits[i].end] == ' ' && hits[i].end + 1 < end) {
			at = hits[i].end + 1;
			leads++;
		}
	return at;
}

/* "als ik wil betalen", "omdat wij willen": the wish is a condition, no demand. */
static bool subordinate(const struct folded *f, size_t at)
{
	static const char *const WORDS[] = { " als ", " wanneer ", " indien ", " omdat ", " zodra ", " toen ", " of ", " if ", " when ", " because ", " wenn ", " weil " };
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
		size_t n = strlen(WORDS[i]);
		if ((at >= n && memcmp(f->s + at - n, WORDS[i], n) == 0) || (at == n - 1 && memcmp(f->s, WORDS[i] + 1, n - 1) == 0))
			return true;
	}
	return at > 5 && memcmp(f->s + at - 5, " die ", 5) == 0 && !strchr(".!?\n", f->s[at - 6]);	/* but not "Die moeten eraf" */
}

/* Does a comma stand right before this byte of the folded text? */
static bool behind_comma(const char *own, const struct folded *f, size_t at)
{
	size_t p = f->at[at];
	while (p > 0 && strchr(" \n", own[p - 1]))
		p--;
	return p > 0 && strchr(",;", own[p - 1]);
}

/* In a wall of text without full stops "ik wil een klacht indienen" denies what stands at the same place, not what is demanded lines below. */
static bool denied(const struct sentence *s, const struct phrase_hit *hits, size_t n, const struct phrase_hit *hit)
{
	bool wall = s->end - s->at > WALL_BYTES;
	for (size_t i = 0; i < n; i++) {
		int group = resolution_phrases.table[hits[i].phrase].group;
		if ((group == WANT_VOID || (wall && group == WANT_NOT)) && hits[i].at <= hit->end && hit->at <= hits[i].end)
			return true;
	}
	return false;
}

static size_t digits(const struct folded *f, size_t at, size_t end)
{
	size_t n = 0;
	for (; at < end; at++)
		n += f->s[at] >= '0' && f->s[at] <= '9';
	return n;
}

/* "Bel liever mij: 0485 32 17 74": where to reach the writer. */
static bool where_to_call(const struct folded *f, const struct sentence *s)
{
	static const struct phrase CALL[] = { { "(bel|belt|mail|mailt|app|call|phone|rufen sie|bereikbaar*|reach)", 1, 1 } };
	static struct phrase_set call PHRASE_LISTED = PHRASE_SET(CALL);
	struct phrase_hit hit;
	size_t n = digits(f, s->at, s->end);
	static const struct phrase ASKS[] = { { "(alsjeblieft|alstublieft|aub|svp|voortaan|in het vervolg|vanaf nu|from now on|ab jetzt|nog even|deze week|vandaag nog|morgen|please|bitte)", 1, 1 } };
	static struct phrase_set asks PHRASE_LISTED = PHRASE_SET(ASKS);
	if (n >= 9 && phrases_find(&asks, f, s->at, s->end, &hit, 1) == 1)
		return false;
	return n >= 9 && n <= 26 && s->end - s->at <= 120 && phrases_find(&call, f, s->at, s->at + 1, &hit, 1) == 1 && !memmem(f->s + s->at, s->end - s->at, " niet ", 6) &&
	       !memmem(f->s + s->at, s->end - s->at, " eens ", 6);	/* "belt u mij dan eens op" asks */
}

/* "... één overzicht maken met per dossier de stand": an infinitive before what goes with it. */
static bool infinitive_inside(const struct folded *f, const struct sentence *s)
{
	static const char behind[] = " met op voor van naar aan in over bij uit tot per zonder dat of wat waar waarom hoe wanneer welke wie zodat om ";
	for (size_t p = s->at; p + 4 < s->end;) {
		size_t n = strcspn(f->s + p, " .!?\n"), next = p + n + 1, k = next < s->end ? strcspn(f->s + next, " .!?\n") : 0;
		char word[16] = " ";
		if (n >= 5 && memcmp(f->s + p + n - 2, "en", 2) == 0 && k && k + 3 < sizeof word) {
			memcpy(word + 1, f->s + next, k);
			memcpy(word + 1 + k, " ", 2);
			if (strstr(behind, word))
				return true;
		}
		p = next;
	}
	return false;
}

/* "Kunt u de regeling laten doorlopen?": whatever is asked to be done, an infinitive stands last, or nearly so. */
static bool asks_to_do(const struct folded *f, const struct sentence *s)
{
	static const char *const STARTS[] = { "kunt u ", "wilt u ", "zou u ", "zoudt u ", "kunnen jullie ", "willen jullie ", "zouden jullie ", "kan u ", "wil je ", "kun je ", "konnen sie ", "konnten sie ",
					      "wurden sie " };
	if (s->end >= f->n || f->s[s->end] != '?' || s->end - s->at < 12 || (memcmp(f->s + s->end - 2, "en", 2) != 0 && !infinitive_inside(f, s)))
		return false;
	for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
		if (strncmp(f->s + s->at, STARTS[i], strlen(STARTS[i])) == 0)
			return true;
	return false;
}

/* Does one of these words, " ik wij " and the like, end at this byte? */
static bool word_ends(const struct folded *f, size_t end, const char *words)
{
	char word[24] = " ";
	size_t n = 0;
	while (n < end && f->s[end - n - 1] != ' ')
		n++;
	if (n + 3 > sizeof word)
		return false;
	memcpy(word + 1, f->s + end - n, n);
	memcpy(word + 1 + n, " ", 2);
	return n && strstr(words, word);
}

/* "Daarom betaal ik niet": a verb before its subject tells, it orders nothing. */
static bool has_subject(const struct folded *f, size_t end)
{
	return word_ends(f, end, " ik wij we hij zij ze men i ich ");
}

/* "ik zet het nu stop", "die haal je": a subject stands before the verb. */
static bool behind_subject(const struct folded *f, size_t at)
{
	return at > 0 && !strchr(".!?\n", f->s[at > 1 ? at - 2 : 0]) && word_ends(f, at - 1, " ik wij we hij zij ze men u jullie je die wie dat niemand iemand te i ");
}

/* "Belt u mij dan eens op", "Legt u dit alsnog voor": the polite imperative, verb first. A question is none, nor is a condition ("Komt u niet, dan ..."). */
static bool polite_imperative(const char *own, const struct folded *f, const struct sentence *s, size_t start)
{
	static const char *const NONE[] = { "heeft", "hebt", "bent", "wilt", "kunt", "moet", "mocht", "zult", "weet", "denkt", "vindt", "dient", "staat", "blijft", "wordt", "zegt", "schrijft", "beweert", "stelt", "belooft", "zoudt", "dreigt", "doet", "bezit", "behoort", "hoeft" };
	size_t n = strcspn(f->s + start, " ");
	if (n < 3 || start + n + 8 > s->end || f->s[start + n - 1] != 't' || memcmp(f->s + start + n, " u ", 3) != 0 || (s->end < f->n && f->s[s->end] == '?'))
		return false;
	for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
		if (strlen(NONE[i]) == n && memcmp(f->s + start, NONE[i], n) == 0)
			return false;
	for (const char *p = f->s + start; (p = memmem(p, (size_t)(f->s + s->end - p), " dan ", 5)); p++)
		if (behind_comma(own, f, (size_t)(p + 1 - f->s)))
			return false;
	return true;
}

/* Is there no finite verb? "Een gesprek met uw directeur" is a wish, "Een gesprek bleek niet mogelijk" a tale. */
static bool verbless(const struct folded *f, const struct sentence *s)
{
	static const struct phrase VERBS[] = {
		{ "(is|was|waren|heb|hebt|heeft|hebben|had|hadden|kreeg|krijg|krijgt|kregen|kwam|komt|kwamen|werd|wordt|worden|werden|kon|kan|konden|kunnen|mag|moet|moest|moesten|wil|wilde|wou|zou|zouden|zal|"
		  "blijkt|bleek|blijft|bleef|ligt|lag|staat|stond|ging|gaat|gingen|deed|doet|vond|vind|zei|zegt|belde|belt|schreef|zit|zat|lukt|lukte|volgde|volgt|ontbreekt|ontbrak|bestaat|hoort|hoor|ho maar|zag|zie|gaf|geeft|liet|laat|"
		  "werkt|helpt|betekent|kost|kostte|telt|hielp|viel|valt)", 1, 1 },
		{ "(gekregen|ontvangen|gehad|gebleven|beloofd|toegezegd|gevoerd|gemaakt|getroffen|afgewezen|geweigerd|gestuurd|verstuurd|vergeten|gezien|gegeven|gehoord)", 1, 1 },
		{ "(is|are|was|were|has|have|had|came|got|would|can|could|did|does|never|ist|war|wurde|habe|hat|kam|gab)", 1, 1 },
	};
	static struct phrase_set verbs PHRASE_LISTED = PHRASE_SET(VERBS);
	struct phrase_hit hit;
	return phrases_find(&verbs, f, s->at, s->end, &hit, 1) == 0;
}

/* "De rekening graag naar hem sturen": a word of asking and an infinitive at the end, and nobody does anything. */
static bool bare_infinitive(const struct folded *f, const struct sentence *s)
{
	static const struct phrase ASKS[] = { { "(graag|gaarne|svp|s v p|aub|a u b|alstublieft|alsjeblieft|voortaan|bitte)", 1, 1 } };
	static struct phrase_set asks PHRASE_LISTED = PHRASE_SET(ASKS);
	struct phrase_hit hit;
	return s->end - s->at > 12 && memcmp(f->s + s->end - 2, "en", 2) == 0 && phrases_find(&asks, f, s->at, s->end, &hit, 1) == 1 && verbless(f, s);
}

static bool ends_in(const struct folded *f, const struct sentence *s, char mark)
{
	return s->end < f->n && f->s[s->end] == mark;
}

/* May the word be the stem of a verb in the imperative? No other kind of word, no adverb ("helaas", "eindelijk"), no past tense, no "betaalt". */
static bool stem_like(const char *word, size_t n)
{
	static const char never[] = " ik u je hij zij ze wij we men er en of maar want dus dan toen nu als ook nog toch met van voor naar bij op in uit om over na aan tot door tegen onder zonder alleen zelfs daar hier wel niet geen vandaag gisteren morgen waar wie "
				    "wat hoe waarom wanneer al pas steeds weer alle heel nam trok riep sloeg hing las keek bracht dacht zocht smeet schoof schoot hield greep wierp brak sneed stak sprak ";
	static const char *const ends[] = { "e", "lijk", "ling", "aas", "ls", "ds", "ns", "en" };
	char w[20] = " ";
	if (n < 3 || n > 12 || (word[n - 1] == 't' && n > 5))
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (memcmp(word + n - strlen(ends[i]), ends[i], strlen(ends[i])) == 0 && !(i == 7 && n == 3))
			return false;
	memcpy(w + 1, word, n);
	memcpy(w + 1 + n, " ", 2);
	return !strstr(never, w);
}

/* "Roep die deurwaarder terug", "Streep de rekening door": a verb first, what it is done to, and its particle last. */
static bool particle_order(const struct folded *f, const struct sentence *s, size_t start)
{
	static const char objects[] = " die deze dat dit de het mijn onze uw jullie mij me ons hem haar ", particles[] = " terug door weg af eraf in op uit over dicht recht stop stil los vrij tegen ";
	size_t n = strcspn(f->s + start, " "), m = strcspn(f->s + start + n + 1, " ");
	char object[12] = " ";
	if (m > 8 || start + n + m + 6 > s->end || s->end - start > 90 || ends_in(f, s, '?') || !stem_like(f->s + start, n) || !verbless(f, s))
		return false;
	memcpy(object + 1, f->s + start + n + 1, m);
	memcpy(object + 1 + m, " ", 2);
	return strstr(objects, object) && word_ends(f, s->end, particles);
}

/* "De 40 euro terugstorten en klaar", "Mijn nummer wissen uit uw systeem": what is to be done, and nobody does it. */
static bool action_named(const struct folded *f, const struct sentence *s)
{
	static const struct phrase DOINGS[] = { { "(terugstorten|terugbetalen|wissen|verwijderen|schrappen|stopzetten|opheffen|intrekken|kwijtschelden|corrigeren|aanpassen|herstellen|rechtzetten|annuleren|vernietigen|ophouden|rectificeren|seponeren|crediteren|nakomen|toepassen|naleven|respecteren|honoreren|handhaven|uitvoeren|terugdraaien|uitbetalen|vergoeden)", 1, 1 } };
	static const struct phrase TOLD[] = { { "(te|zomaar|zonder|niet|geen|nooit|dan|toen|weer|eerst|kunnen|willen|moeten|zouden|zullen|gaan|gingen|laten|wilden|mochten|mogen|ik|wij|we|men|ze|hij|zij|die|waarom|hoe)", 1, 1 } };
	static struct phrase_set doings PHRASE_LISTED = PHRASE_SET(DOINGS), told PHRASE_LISTED = PHRASE_SET(TOLD);
	struct phrase_hit hit;
	struct sentence act = *s;
	const char *like = memmem(f->s + s->at, s->end - s->at, " zoals ", 7);	/* "... nakomen zoals beloofd" */
	if (like)
		act.end = (size_t)(like - f->s);
	static const char *const opens[] = { "nu ", "dus ", "gewoon ", "die " };	/* "Gewoon die 14 dagen nakomen": it points, it does not refer */
	for (size_t i = 0; i < sizeof opens / sizeof *opens; i++)
		if (act.end - act.at > 12 && strncmp(f->s + act.at, opens[i], strlen(opens[i])) == 0)
			act.at += strlen(opens[i]);
	return s->end - s->at <= 90 && !ends_in(f, s, '?') && phrases_find(&doings, f, act.at, act.end, &hit, 1) == 1 && phrases_find(&told, f, act.at, act.end, &hit, 1) == 0 && verbless(f, &act);
}

/* "Wil het oude bedrag en anders ga ik naar de krant": the threat behind a demand takes nothing from it. */
static bool threat(const struct folded *f, const struct sentence *s, const struct phrase_hit *hit)
{
	return s->score >= 3 && hit->at > s->demand + 8 && strncmp(f->s + hit->at, "anders ", 7) == 0;
}

struct place {			/* where in its sentence a hit stands */
	bool first;		/* at its start, or behind words that lead to it */
	bool opens;		/* at its very start */
	bool ordered;		/* no subject before it */
	bool subject;		/* "ik" or the like ends it: nothing is ordered */
	bool plain;		/* not in a clause that depends on another */
};

static bool counts_as_demand(const struct phrase *p, const struct folded *f, const struct sentence *s, struct place at)
{
	switch ((enum want)p->group) {
	case WANT_SAY: return at.plain;
	case WANT_START: return at.first && !at.subject;
	case WANT_ORDER: return at.ordered;
	case WANT_NOUN: return at.opens && verbless(f, s);
	case WANT_QUESTION: return at.first && ends_in(f, s, '?') && s->end - s->at > 20;
	default: return false;
	}
}

/* The sentence's best demand, 0 when something in it says that it is none. loose: an imperative behind a comma counts as well. */
static void judge_sentence(const char *own, const struct folded *f, bool loose, struct sentence *s)
{
	struct phrase_hit hits[40];
	size_t n = phrases_find(&resolution_phrases, f, s->at, s->end, hits, 40), start = skip_leads(f, hits, n, s->at, s->end);
	int not = 0;
	for (size_t i = 0; i < n; i++) {
		const struct phrase *p = &resolution_phrases.table[hits[i].phrase];
		struct place at = { .opens = hits[i].at == s->at, .plain = !subordinate(f, hits[i].at), .subject = has_subject(f, hits[i].end) };
		at.ordered = p->group == WANT_ORDER && !behind_subject(f, hits[i].at);
		at.first = hits[i].at == start || at.opens || (loose && behind_comma(own, f, hits[i].at));
		bool refuses = (p->group == WANT_NOT && !threat(f, s, &hits[i])) || (p->group == WANT_SCORN && at.opens);
		if (refuses && p->weight > not && s->end - s->at <= WALL_BYTES)
			not = p->weight;
		if (p->weight > s->score && counts_as_demand(p, f, s, at) && !denied(s, hits, n, &hits[i])) {
			s->score = p->weight;
			s->demand = hits[i].at;
		}
	}
	if (s->score < 3 && (asks_to_do(f, s) || polite_imperative(own, f, s, start) || bare_infinitive(f, s) || particle_order(f, s, start) || action_named(f, s)))
		s->score = 3;
	if (not >= 9 || not >= s->score || where_to_call(f, s))
		s->score = 0;
}

static size_t next_sentence(const struct folded *f, size_t at, struct sentence *ret)
{
	while (at < f->n && strchr(" .!?\n", f->s[at]))
		at++;
	size_t end = at + strcspn(f->s + at, ".!?\n");
	*ret = (struct sentence){ .at = at, .end = end, .demand = at };
	return end;
}

/* The source's bytes from sentence a to sentence b, with the mark that ends it. */
static const char *source(const char *own, const struct folded *f, size_t at, size_t end, struct arena *a)
{
	size_t from = f->at[at], to = f->at[end];
	if (end < f->n && f->s[end] != '\n' && own[to])
		to++;
	while (to > from && strchr(" \n\t", own[to - 1]))
		to--;
	while (from > 0 && strchr("\"'(", own[from - 1]))
		from--;
	char *out = arena_strndup(a, own + from, to - from);
	for (char *p = out; p && *p; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	return out;
}

/* Where in a long sentence the demand's clause starts. */
static size_t clause(const struct folded *f, const struct sentence *s)
{
	return f->at[s->end] - f->at[s->at] > LONG_BYTES ? s->demand : s->at;
}

/* Is the sentence nothing but "Gevraagd:" at the end of its line? */
static bool heading(const char *own, const struct folded *f, struct sentence *s)
{
	struct phrase_hit hits[8];
	if (s->end >= f->n || f->s[s->end] != '\n')
		return false;
	size_t n = phrases_find(&resolution_phrases, f, s->at, s->at + 1, hits, 8);
	bool head = false;
	for (size_t i = 0; i < n; i++)
		head = head || (resolution_phrases.table[hits[i].phrase].group == WANT_HEAD && hits[i].end == s->end);
	if (!head)
		return false;
	s->score = 4;
	return own[f->at[s->end] > 0 ? f->at[s->end] - 1 : 0] == ':' || own[f->at[s->end]] == ':';
}

/* The lines below a heading, up to a blank line (one right under the heading aside) and TOGETHER_BYTES. */
static size_t list_below(const char *own, const struct folded *f, size_t at, size_t *ret_from, size_t *ret_to)
{
	struct sentence s;
	while (at < f->n) {
		size_t end = next_sentence(f, at, &s);
		if (s.end == s.at)
			break;
		bool gap = *ret_to && memmem(own + f->at[*ret_to], f->at[s.at] - f->at[*ret_to], "\n\n", 2);
		if (gap || (*ret_to && f->at[s.end] - f->at[*ret_from] > TOGETHER_BYTES))
			break;
		if (!*ret_to)
			*ret_from = s.at;
		*ret_to = s.end;
		at = end;
	}
	return at;
}

struct demand {			/* one sentence or more that stand together */
	size_t from, to;	/* in the folded text; from may be a clause of a long sentence */
	int score;
	bool taken;
};

struct demands {
	struct demand d[DEMANDS_MAX];
	size_t n;
	size_t end;		/* of the sentence looked at last */
};

static size_t bytes_of(const struct folded *f, const struct demand *d)
{
	return f->at[d->to] - f->at[d->from];
}

static void add_demand(const struct folded *f, const struct sentence *s, struct demands *all)
{
	struct demand *last = all->n ? &all->d[all->n - 1] : NULL;
	bool goes_on = last && last->to == all->end && f->at[s->end] - f->at[last->from] <= TOGETHER_BYTES;
	if (goes_on && s->score >= 3 && last->score >= 3) {	/* "Sluit het dossier. En bied excuses aan." */
		last->to = s->end;
		last->score = s->score > last->score ? s->score : last->score;
	} else if (all->n < DEMANDS_MAX) {
		all->d[all->n++] = (struct demand){ .from = clause(f, s), .to = s->end, .score = s->score };
	} else {
		all->d[all->n - 1] = (struct demand){ .from = clause(f, s), .to = s->end, .score = s->score };
	}
}

/* A heading and the list below it are the whole answer. Returns true then. */
static bool collect(const char *own, const struct folded *f, bool loose, struct demands *all)
{
	struct sentence s;
	for (size_t at = 0; at < f->n;) {
		at = next_sentence(f, at, &s);
		if (s.end == s.at)
			break;
		judge_sentence(own, f, loose, &s);
		if (heading(own, f, &s)) {
			struct demand list = { .score = s.score };
			at = list_below(own, f, at, &list.from, &list.to);
			if (list.to) {
				all->d[0] = list;
				all->n = 1;
				return true;
			}
		}
		if (s.score)
			add_demand(f, &s, all);
		all->end = s.end;
	}
	return false;
}

/* The best demand (the last of equals), and the others that are plain too while all of them stay short. Returns the best one's score. */
static int take(const struct folded *f, struct demands *all)
{
	struct demand *best = NULL;
	for (size_t i = 0; i < all->n; i++)
		if (!best || all->d[i].score >= best->score)
			best = &all->d[i];
	if (!best)
		return 0;
	best->taken = true;
	size_t bytes = bytes_of(f, best);
	for (size_t i = all->n; i-- > 0;)
		if (!all->d[i].taken && all->d[i].score >= 3 && bytes + bytes_of(f, &all->d[i]) + 4 <= TOGETHER_BYTES) {
			all->d[i].taken = true;
			bytes += bytes_of(f, &all->d[i]) + 4;
		}
	return best->score;
}

int resolution_find(const char *own, struct arena *a, const char **ret, double *ret_confidence)
{
	struct folded f;
	struct demands all = { .n = 0 };
	*ret = NULL;
	*ret_confidence = 0;
	if (fold_text(own, strnlen(own, JUDGED_BYTES), a, &f) != PARSE_OK)
		return PARSE_NOMEM;
	if (!collect(own, &f, false, &all) && all.n == 0)
		(void)collect(own, &f, true, &all);
	int score = take(&f, &all);
	for (size_t i = 0; score && i < all.n; i++) {
		if (!all.d[i].taken)
			continue;
		const char *part = source(own, &f, all.d[i].from, all.d[i].to, a);
		*ret = part && *ret ? arena_printf(a, "%s \u2026 %s", *ret, part) : part;
		if (!*ret)
			return PARSE_NOMEM;
	}
	*ret_confidence = score >= 4 ? 0.9 : score == 3 ? 0.8 : score == 2 ? 0.6 : score ? 0.4 : 0;
	return PARSE_OK;
}
