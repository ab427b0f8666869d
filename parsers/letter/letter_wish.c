#include "parsers/letter/letter_wish.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "parsers/glyph.h"
#include "parsers/parse.h"

#define SENTENCES 64		/* from the end: a wish stands in the last ones */
#define LOOKED_AT 5
#define WORDS 40
#define WORD_BYTES 24
#define TOGETHER_BYTES 200

struct sentence {
	const char *s;
	size_t n;
	bool asked;			/* ends in "?" */
	bool starts_paragraph, ends_paragraph;
	size_t words;
	char word[WORDS][WORD_BYTES];	/* folded, without marks */
	bool colon[WORDS];		/* a colon, a semicolon or a dash stands before the word */
	bool comma[WORDS];
};

static bool in(const char *list, const char *word)
{
	return *word && glyph_listed(list, word);
}

/* ---- sentences ---- */

/* A full stop behind one of these ends nothing. */
static bool abbreviated(const char *s, size_t at)
{
	char f[16];
	size_t from = at;
	while (from > 0 && s[from - 1] != ' ' && s[from - 1] != '\n')
		from--;
	if (at - from >= sizeof f)
		return false;
	glyph_fold_text(s + from, at - from, f, sizeof f);
	return at - from <= 1 || in(" dhr mevr mw mr dr drs nr nrs art bijv evt ca incl excl jl i.p.v o.a d.w.z t.a.v m.b.t a.u.b s.v.p z.s.m blz tel st resp ps p.s nb n.b ", f);
}

static bool ends_sentence(const char *s, size_t i)
{
	if (s[i] == '\n' || !s[i])
		return true;
	if (!strchr(".!?", s[i]))
		return false;
	size_t next = i + 1 + strspn(s + i + 1, ".!?\"')");
	if (s[next] && s[next] != ' ' && s[next] != '\n')
		return false;
	return s[i] != '.' || !s[next] || s[next] == '\n' || !abbreviated(s, i);
}

static void split_words(struct sentence *x)
{
	for (size_t i = 0; i < x->n && x->words < WORDS;) {
		size_t from = i;
		while (i < x->n && x->s[i] != ' ')
			i++;
		size_t a = from, b = i;
		while (a < b && strchr("\"'(-*", x->s[a]))
			a++;
		while (b > a && strchr("\"').,;:!?", x->s[b - 1]))
			b--;
		x->colon[x->words] = from >= 2 && (strchr(":;", x->s[from - 2]) || (x->s[from - 2] == '-' && from >= 3 && x->s[from - 3] == ' '));
		x->comma[x->words] = from >= 2 && x->s[from - 2] == ',';
		if (b > a && b - a < WORD_BYTES)
			glyph_fold_text(x->s + a, b - a, x->word[x->words], WORD_BYTES);
		if (b > a)
			x->words++;
		while (i < x->n && x->s[i] == ' ')
			i++;
	}
}

static size_t split(const char *body, struct sentence *x)
{
	size_t n = 0;
	for (size_t at = 0; body[at];) {
		at += strspn(body + at, " \n");
		size_t end = at;
		while (!ends_sentence(body, end))
			end++;
		size_t marks = strspn(body + end, ".!?\"')");
		if (end > at) {
			if (n == SENTENCES)
				memmove(x, x + 1, --n * sizeof *x);
			x[n] = (struct sentence){ .s = body + at, .n = end + marks - at, .asked = body[end] == '?' };
			x[n].starts_paragraph = at == 0 || body[at - 1] == '\n';
			x[n].ends_paragraph = !body[end + marks] || body[end + marks] == '\n';
			split_words(&x[n++]);
		}
		at = end + marks + (end == at && marks == 0 && body[end] ? 1 : 0);
	}
	return n;
}

/* ---- forms ---- */

static const char leads[] = " en maar dus daarom ook verder voorts tevens daarnaast bovendien tot slot slotte ten graag nu dan nogmaals alstublieft liefst bij deze dezen hierbij derhalve "
			    "kortom eerst vervolgens please so and therefore also eerste tweede vandaar ";

/* Where the sentence begins behind its leads. */
static size_t behind_leads(const struct sentence *x, size_t at)
{
	while (at < x->words && at < 4 && in(leads, x->word[at]))
		at++;
	return at;
}

static bool finds(const struct sentence *x, const char *list, size_t from, size_t *ret)
{
	for (size_t i = from; i < x->words; i++)
		if (in(list, x->word[i])) {
			*ret = i;
			return true;
		}
	return false;
}

/* "Als u dat doet, betaal ik", "Blijft u bellen, dan ...": what follows from something, nothing that is asked. */
static bool conditional(const struct sentence *x)
{
	for (size_t i = 1; i < x->words; i++)
		if (x->comma[i] && in(" dan ", x->word[i]))
			return true;
	return false;
}

/* "Mag ik u erop wijzen ...", "Mag ik ook eens iets goeds schrijven?": what follows is wanted heard, not done. */
static bool asks_leave_to_say(const struct sentence *x, size_t at)
{
	size_t k;
	return at + 1 < x->words && in(" mag mogen kan kunnen may can ", x->word[at]) && in(" ik wij we i ", x->word[at + 1]) &&
	       (in(" wijzen herinneren zeggen opmerken schrijven vertellen melden ", x->word[x->words - 1]) || finds(x, " erop eraan ", at + 2, &k));
}

/* "Wilt u afzien van de rente?", "Kunt u nagaan wie ...", "Mag ik mijn geld terug?" */
static bool polite_question(const struct sentence *x, size_t at)
{
	static const char modal[] = " wilt wil kunt kan zou zoudt kunnen willen zouden could would can will ";
	size_t k;
	if (at + 2 >= x->words)
		return false;
	if (in(modal, x->word[at]) && in(" u jullie je jij you iemand men ", x->word[at + 1]))
		return !in(" zich u voorstellen geloven nog soms wel nou echt ", x->word[at + 2]) && !in(" voorstellen begrijpen ", x->word[x->words - 1]);
	if (!x->asked || !in(" mag mogen krijg krijgen kan kunnen may can ", x->word[at]))
		return false;
	if (in(" ik wij we i ", x->word[at + 1]))
		return !asks_leave_to_say(x, at);
	return in(" de het die deze mijn onze dit dat ", x->word[at + 1]) && finds(x, " af eraf weg vervallen dicht gesloten terug stoppen gestopt uit ingetrokken geschrapt anders verwijderd ", at + 2, &k);
}

static bool tells(const char *word)
{
	return in(" is was waren had heeft hebt heb bent weet begrijpt denkt vindt noemt doet beweert stelt zegt schrijft dreigt vergeet hoort ziet kent meent acht niet dit dat wat het met uit "
		  "want moet gaat komt zult staat biedt bleef werkt ", word);
}

/* "Stuurt u mij het bewijs." without a question mark: an order in the polite form. */
static bool polite_order(const struct sentence *x, size_t at)
{
	size_t n = at < x->words ? strlen(x->word[at]) : 0;
	if (x->asked || n < 4 || at + 3 > x->words || x->word[at][n - 1] != 't' || strcmp(x->word[at + 1], "u") != 0 || conditional(x))
		return false;
	return !tells(x->word[at]) || (strcmp(x->word[at], "zegt") == 0 && x->words > at + 4);
}

/* "Schrijf mij nooit meer aan", "Herbereken de rente": a verb's stem with its object right behind. */
static bool imperative(const struct sentence *x, size_t at)
{
	static const char objects[] = " mij me mijn ons onze dit deze het de die hem haar uw alle alles u geen nooit niet voortaan alsnog eerst eens nu direct per ";
	static const char no_verb[] =
		" aan als al alleen achter bij behalve beide binnen boven buiten daar daarom daarmee daarna dan dat de deze die dit door dus een en er ervoor eerst echt elk elke geen heel het hier hij hoe "
		"hoewel ik in is jammer je jullie ja kan laatst maar met mijn mag moet na naar naast nee niet niemand nog nooit nu of om omdat ondanks onder ons onze ook op over per pas rond sinds "
		"straks soms te tegen terwijl toch toen tot tussen u uit uw vaak vandaag van vanaf volgens voor voordat waar waarom wanneer want was wat wegens weer wel wie wij we zal ze zelf zelfs zij zo "
		"zodat zodra zonder zou had heb heeft hebben wil werd ben bent waren alsof indien inmiddels intussen gisteren morgen vorige vorig dezelfde tijdens bovendien tevens graag vooral "
		"mevrouw meneer mevr mw dhr heer dokter "
		"the a an and but for in on at to of my your this that it i we you they is are was were has have had not ";
	size_t n = at < x->words ? strlen(x->word[at]) : 0;
	if (x->asked || n < 2 || at + 2 >= x->words || conditional(x) || in(no_verb, x->word[at]) || !in(objects, x->word[at + 1]))
		return false;
	if (n > 2 && (strcmp(x->word[at] + n - 2, "en") == 0 || strcmp(x->word[at] + n - 2, "de") == 0 || strcmp(x->word[at] + n - 2, "te") == 0))
		return false;	/* a plural or a past tense */
	return x->word[at][n - 1] != 't' || in(" laat zet stort sluit wist zendt stuurt geeft haalt neemt trekt maakt ", x->word[at]);
}

static bool pair(const struct sentence *x, const char *a, const char *b, size_t *ret_behind)
{
	static const char between[] = " still again kindly therefore hereby once now only simply urgently formally nogmaals opnieuw alsnog dus daarom ";
	for (size_t i = 0; i + 1 < x->words; i++) {
		size_t k = i + 1 + (i + 2 < x->words && in(between, x->word[i + 1]));
		if ((in(a, x->word[i]) && in(b, x->word[k])) || (in(b, x->word[i]) && in(a, x->word[k]))) {
			*ret_behind = k + 1;
			return true;
		}
	}
	return false;
}

/* "ik wil u verzoeken", "zou ik u willen vragen", "moet ik u dus vragen", "I must ask you" */
static bool wants_to_ask(const struct sentence *x)
{
	size_t at, k;
	if (pair(x, " wil willen moet moeten zou zouden mag mogen ", " ik wij we ", &at))
		return finds(x, " vragen verzoeken sommeren ", at, &k) && finds(x, " u jullie om of ", at, &k);
	for (size_t i = 2; i < x->words; i++)	/* "rest mij u te verzoeken" */
		if (in(" verzoeken vragen ", x->word[i]) && in(" te ", x->word[i - 1]) && in(" u jullie ", x->word[i - 2]))
			return true;
	return pair(x, " must would have want wish therefore hereby ", " i we ", &at) && finds(x, " ask request demand insist like want ", at, &k);
}

/* "het wordt tijd dat u ...", "mits u ...", "is het mij te doen om ...", "met een excuus ben ik tevreden" */
static bool names_terms(const struct sentence *x)
{
	size_t at, k;
	if (finds(x, " tijd ", 0, &at) && at + 2 < x->words && in(" dat om ", x->word[at + 1]))
		return in(" u jullie te dit deze ", x->word[at + 2]);
	if (finds(x, " mits voorwaarde ", 1, &k))
		return true;
	for (size_t i = 0; i + 1 < x->words; i++)	/* "Op mijn vraag is nooit gereageerd" */
		if (in(" mijn ons onze ", x->word[i]) && in(" voorstel verzoek wens eis wensen eisen vraag ", x->word[i + 1]) &&
		    !(in(" vraag ", x->word[i + 1]) && i + 2 < x->words && in(" of waarom wanneer hoe wie wat over naar niet werd bleef ", x->word[i + 2])) && !(i > 0 && in(" op na over ondanks naar van bij aan met dat omdat ", x->word[i - 1])))
			return true;
	if (finds(x, " gelegen ", 1, &at))
		return finds(x, " dat aan ", at, &k) && finds(x, " mij ons me ", 0, &k);
	if (finds(x, " doen ", 1, &at) && at + 1 < x->words && in(" om ", x->word[at + 1]))
		return in(" te ", x->word[at - 1]) && finds(x, " mij ons me ", 0, &k);
	if (finds(x, " tevreden ", 1, &k))
		return finds(x, " met ", 0, &at) && at < k && pair(x, " ben zou zijn zouden ", " ik wij we ", &k) && !finds(x, " niet allerminst allesbehalve geenszins nooit ", 0, &k);
	if (finds(x, " gaat ", 1, &at) && finds(x, " erom om ", 0, &k))	/* "Het gaat erom dat ...", "Het gaat mij om ..." */
		return (finds(x, " mij ons me ", 0, &k) && finds(x, " dat te is ", at, &k)) || (at + 2 < x->words && in(" erom ", x->word[at + 1]) && in(" dat ", x->word[at + 2]));
	if (x->words <= 5 || !in(" waar wat ", x->word[0]) || !in(" ik wij mij ", x->word[1]))
		return false;
	return finds(x, " uit wens wil verlang verwacht zoek ", 2, &k) || in(" betreft ", x->word[2]) || (in(" wel ", x->word[2]) && in(" kan kunnen ", x->word[3]));
}

/* "vraag ik of u ...", "vertrouw ik erop dat u ...", "doen wij een beroep op ...", "achten wij ... passend" */
static bool says_so(const struct sentence *x)
{
	static const char me[] = " ik wij we i ";
	size_t at, k;
	if (wants_to_ask(x) || names_terms(x))
		return true;
	if (pair(x, " vraag vragen verzoek verzoeken eis eisen wens wensen verlang verlangen verwacht verwachten ask request demand expect want insist urge trust ", me, &at))
		return !(at < x->words && in(" mij me ons mezelf ", x->word[at]) && finds(x, " af ", at, &k));
	if (pair(x, " vertrouw vertrouwen reken rekenen hoop hopen ", me, &at) || pair(x, " ga gaan ", me, &at))
		return finds(x, " erop ervan op dat ", at, &k) && finds(x, " u dat jullie ", k, &k);
	if (pair(x, " doe doen ", me, &at))
		return finds(x, " beroep aanspraak voorstel ", at, &k);
	if (pair(x, " bied bieden ", me, &at))
		return finds(x, " aan ", at, &k);
	if (pair(x, " maak maken ", me, &at))
		return finds(x, " aanspraak ", at, &k);
	if (pair(x, " stel stellen ", me, &at))
		return finds(x, " voor prijs ", at, &k);
	if (pair(x, " acht achten vind vinden lijkt ", " ik wij we mij ons me ", &at))
		return finds(x, " passend gepast redelijk billijk terecht wenselijk ", at, &k);
	if (pair(x, " sta staan ", me, &at))
		return finds(x, " op erop ", at, &k) && !finds(x, " open achter paraat ", 0, &k);
	return (pair(x, " zou zouden ", me, &at) && finds(x, " graag ", at, &k)) || (pair(x, " zie zien ontvang ontvangen krijg krijgen hoor ", me, &at) && finds(x, " graag gaarne liefst terug ", 0, &k));
}

/* "Restitutie lijkt mij op zijn plaats", "De rente hoort te vervallen", "Ik zou het waarderen als ...": a remedy, and a word that calls for it. */
static bool calls_for_remedy(const struct sentence *x)
{
	static const char *const remedies[] = { "excuus", "excuses", "verontschuldig", "terugbeta", "terugstort", "terugdraai", "kwijtscheld", "kwijtgescholden", "intrek", "ingetrokken", "vervallen", "schrap", "geschrapt",
						"sluiten", "gesloten", "wissen", "gewist", "verwijder", "weggehaald", "rectific", "herroep", "creditnota", "crediter", "vergoed", "restitutie", "herstel", "regeling", "stopgezet",
						"stoppen", "ophoudt", "intrekt", "verlaagt", "verlag", "matig", "bevestiging", "specificatie", "opheffing", "opgeheven", "correctie", "corrig", "gecorrigeerd", "terugbel",
						"antwoord", "onderzoek", "uitgezocht", "kopie", "bewijs", "vallen", "verklaring" };
	static const char calls[] = " zou zouden moet moeten hoort horen dient dienen behoort behoren lijkt lijken passend plaats vrede telt helpen waarderen sieren schuldig nodig gewenst mogen mag "
				    "verplicht should must ";
	size_t k;
	if (x->asked || !finds(x, calls, 0, &k) || finds(x, " had hadden werd werden volgens beloofde beloofd zei schreef ", 0, &k) || (in(" u jullie ", x->word[0]) && in(" zou zouden ", x->word[1])))
		return false;
	for (size_t i = 0; i < x->words; i++)
		for (size_t r = 0; r < sizeof remedies / sizeof *remedies; r++)
			if (strstr(x->word[i], remedies[r]))
				return true;
	return false;
}

/* "Graag een nieuwe acceptgiro", "Geen telefoontjes meer", "Liever per post dan per telefoon" */
static bool elliptic(const struct sentence *x)
{
	size_t k;
	if (x->words < 3 || x->asked)
		return false;
	return in(" graag gaarne gelieve liefst liever voortaan svp please ", x->word[0]) || (in(" geen niet nooit ", x->word[0]) && finds(x, " meer langer graag ", 1, &k));
}

static bool asks(const struct sentence *x)
{
	size_t at = behind_leads(x, 0);
	if (polite_question(x, at) || polite_order(x, at == 0 ? 0 : x->words) || imperative(x, at) || says_so(x) || calls_for_remedy(x) || elliptic(x))
		return true;
	for (size_t i = 1; i < x->words; i++)	/* "Bij dezen: schrijf mij ...", "Mijn vraag is: kunt u ..." */
		if ((x->colon[i] && !in(" zei zegt schreef schrijft riep antwoordde antwoord was luidde stond staat met ", x->word[i - 1]) && (imperative(x, i) || polite_question(x, i) || polite_order(x, i))) || (x->comma[i] && polite_question(x, i)))
			return true;
	return false;
}

/* The question of a form, or of who copies one: "5. Welke oplossing wilt u?", "Wat verwacht u van ons?" Elsewhere in a letter it is bitter, and no wish either. */
static bool form_asks(const struct sentence *x)
{
	size_t at, k;
	if (!x->asked || x->words > 12 || !finds(x, " wat welke welk hoe ", 0, &at) || at > 1 || !finds(x, " u je jij ", at, &k))
		return false;
	return finds(x, " oplossing uitkomst resultaat bereiken ", at, &k) || (finds(x, " wilt wil wenst verwacht ", at, &k) && finds(x, " wij we ons ", at, &k));
}

/* "In afwachting van uw antwoord", "U kunt mij bereiken op ...", "Ik hoor graag van u", "Ik hoop dat iemand dit leest": no wish. Nor is a postscript,
 * which asks for something besides, and a message for somebody else ("Wilt u haar dit doorgeven?"). */
static bool only_polite(const struct sentence *x)
{
	size_t k;
	if (in(" ps p.s n.b nb ", x->word[0]) || (finds(x, " doorgeven overbrengen ", 0, &k) && finds(x, " haar hem hen ze hun ", 0, &k)))
		return true;
	if (form_asks(x) || asks_leave_to_say(x, 0))
		return true;
	if (in(" in ", x->word[0]) && x->words > 1 && in(" afwachting ", x->word[1]))
		return true;
	if (finds(x, " bereikbaar bereiken ", 0, &k) || (finds(x, " bedanken complimenteren feliciteren ", 0, &k)))
		return true;
	if (finds(x, " hoop hopen verwacht ", 0, &k) && finds(x, " begrijpt beseft inziet snapt niets niks leest luistert meeleest ", k, &k))
		return true;
	return x->words < 9 && finds(x, " graag tegemoet ", 0, &k) && finds(x, " reactie antwoord bericht hoor horen verneem vernemen ", 0, &k);
}

/* ---- the whole ---- */

static bool wanted(const struct sentence *x)
{
	return x->words >= 2 && asks(x) && !only_polite(x);
}

static const char *from_to(const struct sentence *a, const struct sentence *b, struct arena *arena)
{
	char *r = arena_strndup(arena, a->s, (size_t)(b->s - a->s) + b->n);
	for (char *p = r; p && *p; p++)
		*p = *p == '\n' ? ' ' : *p;
	return r;
}

/* "Mijn eis is kort.", "Ons voorstel is het volgende:": what is wanted stands in the next sentence, in whatever form. */
static bool announces(const struct sentence *x)
{
	size_t k;
	return x->words >= 3 && x->words <= 8 && finds(x, " mijn ons onze ", 0, &k) && finds(x, " eis eisen wens wensen verzoek vraag voorstel ", k, &k) &&
	       in(" kort simpel eenvoudig duidelijk helder bescheiden volgende volgt dit deze ", x->word[x->words - 1]);
}

/* Where a number alone is a sentence ("5."), its question is the next one of the paragraph. */
static bool after_number(const struct sentence *x, size_t i)
{
	return i > 0 && x[i - 1].starts_paragraph && x[i - 1].words == 1 && strspn(x[i - 1].word[0], "0123456789") == strlen(x[i - 1].word[0]);
}

int letter_wish_answer(const char *body, struct arena *a, const char **ret)
{
	struct sentence *x = arena_alloc(a, SENTENCES * sizeof *x);
	*ret = NULL;
	if (!x)
		return PARSE_NOMEM;
	size_t n = split(body, x);
	for (size_t i = 0; i + 1 < n; i++) {
		x[i].starts_paragraph = x[i].starts_paragraph || after_number(x, i);
		if (!x[i].starts_paragraph || !form_asks(&x[i]) || x[i + 1].asked || x[i + 1].words < 2)
			continue;
		size_t last = i + 1;
		while (last + 1 < n && !x[last].ends_paragraph && x[last + 1].s + x[last + 1].n - x[i + 1].s <= TOGETHER_BYTES)
			last++;
		*ret = from_to(&x[i + 1], &x[last], a);
		return *ret ? PARSE_OK : PARSE_NOMEM;
	}
	return PARSE_OK;
}

int letter_wish(const char *body, struct arena *a, const char **ret)
{
	struct sentence *x = arena_alloc(a, SENTENCES * sizeof *x);
	*ret = NULL;
	if (!x)
		return PARSE_NOMEM;
	size_t n = split(body, x), least = n > LOOKED_AT ? n - LOOKED_AT : 0, i = n;
	while (i > least && !wanted(&x[i - 1]))
		i--;
	if (i == least)
		return PARSE_OK;
	size_t from = i - 1;
	if (announces(&x[from]) && i < n) {
		*ret = from_to(&x[i], &x[i], a);
		return *ret ? PARSE_OK : PARSE_NOMEM;
	}
	while (from > least && wanted(&x[from - 1]) && (size_t)(x[i - 1].s + x[i - 1].n - x[from - 1].s) <= TOGETHER_BYTES)
		from--;
	*ret = from_to(&x[from], &x[i - 1], a);
	return *ret ? PARSE_OK : PARSE_NOMEM;
}

/* A polite order behind a word that goes on with a list, or any other form. */
static bool goes_on(const struct sentence *x)
{
	size_t at = behind_leads(x, 0);
	return wanted(x) || (at > 0 && polite_order(x, at));
}

/* "Ik vraag een ding: minder papier. En zeg me of de zaak klaar is.": what begins with a word that goes on is half a wish when the sentence before it asks. */
static const char *with_beginning(const struct sentence *x, size_t n, const char *found, struct arena *a)
{
	size_t len = strlen(found);
	for (size_t i = 1; i < n; i++) {
		bool begins_it = len >= x[i].n && strncmp(found, x[i].s, x[i].n) == 0 && in(" en ook verder voorts tevens daarnaast bovendien and also ", x[i].word[0]);
		if (!begins_it || !wanted(&x[i - 1]) || len + x[i - 1].n + 1 > TOGETHER_BYTES)
			continue;
		const char *whole = arena_printf(a, "%.*s %s", (int)x[i - 1].n, x[i - 1].s, found);
		return whole ? whole : found;
	}
	return found;
}

int letter_wish_goes_on(const char *body, const char *found, struct arena *a, const char **ret)
{
	struct sentence *x = arena_alloc(a, SENTENCES * sizeof *x);
	*ret = found;
	if (!x)
		return PARSE_NOMEM;
	size_t n = split(body, x);
	*ret = found = with_beginning(x, n, found, a);
	size_t len = strlen(found);
	for (size_t i = 0; i + 1 < n; i++) {
		bool last = len >= x[i].n && strncmp(found + len - x[i].n, x[i].s, x[i].n) == 0;
		if (last && announces(&x[i])) {
			*ret = from_to(&x[i + 1], &x[i + 1], a);
			return *ret ? PARSE_OK : PARSE_NOMEM;
		}
		if (!last || !goes_on(&x[i + 1]) || len + x[i + 1].n + 1 > TOGETHER_BYTES)
			continue;
		const char *more = arena_printf(a, "%s %.*s", found, (int)x[i + 1].n, x[i + 1].s);
		*ret = more ? more : found;
		return more ? PARSE_OK : PARSE_NOMEM;
	}
	return PARSE_OK;
}

/* "PS. Wilt u ...": the mark was taken for a sentence of its own. */
static bool behind_postscript(const char *body, const char *found)
{
	const char *p = strstr(body, found);
	while (p && p > body && strchr(" .:,", p[-1]))
		p--;
	size_t n = p ? (size_t)(p - body) : 0, mark = n >= 3 && strncasecmp(p - 3, "p.s", 3) == 0 ? 3 : n >= 2 && strncasecmp(p - 2, "ps", 2) == 0 ? 2 : 0;
	return mark && (n == mark || !isalpha((unsigned char)p[-(int)mark - 1]));
}

bool letter_wish_is_none(const char *body, const char *found, struct arena *a)
{
	struct sentence *x = arena_alloc(a, SENTENCES * sizeof *x);
	return x && split(found, x) == 1 && (only_polite(x) || behind_postscript(body, found));
}
