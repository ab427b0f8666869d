#include "parsers/letter/letter_kind.h"

#include <string.h>
#include <strings.h>

#include "parsers/parse.h"
#include "parsers/words/phrases.h"

#define JUDGED_BYTES 16384
#define MAX_HITS 64
#define TOLD 2		/* weight of grievances that makes a question a complaint */

/* ---- words ---- */

enum group { WRONG = 1, INQUIRY, TELLS, PRAISE };

/* WRONG: what we did or failed to do; 2 tells by itself, 1 wants company. INQUIRY: a wish to know or to arrange something.
 * TELLS: somebody of ours does something in it. */
static const struct phrase PHRASES[] = {
	{ "(dankbaar|waardering|waardeer*|bedank*|dank|erkentelijk|tevreden over|complimenten|chapeau|hulde|grateful|thank*)", PRAISE, 1 },
	{ "(afgewezen|afgekeurd|geweigerd|weigert|weigerde|genegeerd|negeert|weggewuifd|afgepoeierd|afgescheept|afgesnauwd|uitgelachen|opgehangen|ontkend|ontkent|geblokkeerd)", WRONG, 2 },
	{ "(zonder te|zonder overleg|zonder uitleg|zonder waarschuwing|zonder reden|zonder toestemming|zonder iets te zeggen|zonder aankondiging)", WRONG, 2 },
	{ "(verboden|onrechtmatig|onterecht|ten onrechte|onwettig|strafbaar|onzorgvuldig|onacceptabel|onaanvaardbaar|ongepast|onfatsoenlijk|onbeleefd|onbeschoft|brutaal|bot|grof|lomp)", WRONG, 2 },
	{ "(schande|schandalig|belachelijk|vernederend|beschamend|intimider*|dreig*|bedreig*|chant*|treiter*|lastig gevallen|lastiggevallen)", WRONG, 2 },
	{ "(voor iedereen|waar iedereen|zodat iedereen|open en bloot) ~ (te lezen|zichtbaar|te zien|leesbaar|bij|kon)", WRONG, 2 },
	{ "(klopt niet|klopte niet|kloppen niet|klopt niets|klopt geen|deugt niet|slaat nergens)", WRONG, 2 },
	{ "(niet|nooit|niets) ~ (gereageerd|geantwoord|beantwoord|teruggebeld|nagekomen|nageleefd|erkend|erkent|verwerkt|uitgevoerd|doorgegeven|gehoord|geholpen|serieus|geluisterd|gelezen)", WRONG, 2 },
	{ "(geen|nooit) (antwoord|reactie|gehoor|uitleg|excuus|excuses|bevestiging)", WRONG, 1 },
	{ "(al|voor de|nu al|reeds) (twee|drie|vier|vijf|zes|tweede|derde|vierde|vijfde|zoveelste) (keer|maal|brief|aanmaning|sommatie|herinnering)", WRONG, 1 },
	{ "(nog steeds|nog altijd|telkens|alweer|steeds weer|keer op keer|opnieuw|weer een|nu weer|ineens|opeens|plotseling|zomaar|desondanks|ondanks)", WRONG, 1 },
	{ "toch ~ (stuurt|krijg|kreeg|blijft|belt|komt|ontvang|ontving|dreigt|moet|rekent)", WRONG, 2 },
	{ "(blijft u|blijven jullie|u blijft|jullie blijven|u stuurt mij steeds)", WRONG, 2 },
	{ "(beloofd|beloofde|toegezegd|toegezegde|afgesproken was|was afgesproken|de afspraak was)", WRONG, 1 },
	{ "(uw fout|jullie fout|een fout|vergissing van u|uw vergissing|misbruik|privacy|datalek|wanbetaler)", WRONG, 1 },
	{ "(te hoog|te hoge|veel te|buitensporig|woeker*|onredelijk|niet eens met|niet akkoord|bezwaar)", WRONG, 1 },
	{ "(niemand|nergens) ~ (wil|wist|weet|luister*|leest|neemt|reageert|kijkt)", WRONG, 2 },
	{ "(never|nobody|refused|ignored|rude|threat*|wrong|unfair|again and again|without) ", WRONG, 1 },
	{ "(kunt u|kan u|zou u|wilt u|kunnen jullie|zouden jullie) ~ (nagaan|bevestigen|laten weten|zeggen|aangeven|doorgeven|vertellen|sturen|toesturen|toezenden|opsturen|uitleggen|noteren|aanpassen|wijzigen|controleren|uitrekenen)", INQUIRY, 1 },
	{ "(kan ik|mag ik|hoe kan ik|is het mogelijk|bestaat de mogelijkheid|zou ik|kunnen wij|mogen wij|wat is|hoeveel|wanneer moet|op welk|naar welk)", INQUIRY, 1 },
	{ "(ik wil graag|ik zou graag|wij willen graag|wij zouden graag|graag zou ik|graag wil ik) ~ (weten|betalen|regeling|afspraak|afbetalen|aflossen|ontvangen|vragen|doorgeven)", INQUIRY, 1 },
	{ "(graag|gaarne) (hoor|verneem|weet|wist) ik", INQUIRY, 1 }, { "(kan|kunnen|mag|mogen|moet) (de|het|dit|dat|mijn)", INQUIRY, 1 },
	{ "(nieuw|nieuwe|oude|gewijzigd|ander) (telefoonnummer|nummer|rekeningnummer|emailadres|mailadres)", INQUIRY, 1 },
	{ "(hierbij|bijgaand|bijgevoegd|ingesloten) ~ (stuur|zend|doe|geef|treft|vindt|ontvangt|meld|bevestig)", INQUIRY, 1 },
	{ "(nieuwe adres|nieuw adres|verhuisd|adreswijziging|verhuizing)", INQUIRY, 1 },
	{ "(could you|can you|please let me know|please confirm|please send|i would like to know|is it possible|may i)", INQUIRY, 1 },
	{ "uw (medewerk*|collega*|bureau|kantoor|man|mensen|afdeling|deurwaarder*|incass*|balie|organisatie|bedrijf|bode|buitendienst|mevrouw|meneer|heer|telefoniste)", TELLS, 1 },
	{ "(jullie|je) (medewerk*|collega*|bureau|kantoor|afdeling|deurwaarder*|incass*|bedrijf)", TELLS, 1 },
	{ "(u|jullie) (heeft|hebt|hebben|stuurt|stuurde|stuurden|belt|belde|rekent|rekende|schrijft|schreef|zegt|zei|doet|deed|houdt|hield|gaat|eist|eiste|laat|liet|boekt|boekte|legt|legde|noemt|"
	  "noemde|haalt|haalde|zet|zette|vraagt|vroeg|wilde|maakt|maakte|verhoogt|verhoogde)", TELLS, 1 },
	{ "(heeft|hebt|stuurt|stuurde|belt|belde|rekent|rekende|schrijft|schreef|deed|liet|boekte|legde|noemde|haalde|verhoogde) (u|jullie) (mij|mijn|ons|onze|het|de|een|er|beslag)", TELLS, 1 },
	{ "(vroeg|belde|sprak|vertelde|zei|schreef|stuurde|benaderde|bezocht) ~ mijn (zoon|dochter|kind*|werkgever|baas|chef|buren|buurvrouw|buurman|moeder|vader|man|vrouw|familie)", TELLS, 1 },
	{ "volgens (u|jullie)", TELLS, 1 }, { "(hij|zij|ze|men) (vroeg|zei|noemde|wilde|vond|riep|lachte|belde|hing|zou|weigerde|verbrak|dreigde|beweerde|antwoordde)", TELLS, 1 },
	{ "(your|you) (agent|office|colleague|company|employee|took|sent|called|keep|have|did|said)", TELLS, 1 },
};
static struct phrase_set phrases = PHRASE_SET(PHRASES);

/* ---- the letter ---- */

static bool asks(const char *text)
{
	static const char *const words[] = { "?", "vraag", "vragen", "verzoek om", "regeling treffen", "informatie", "kopie", "geen klacht", "verhuisd", "adreswijziging", "nieuwe adres",
					     "question", "would like to know", "betaald op", "betalingsbewijs bij" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcasestr(text, words[i]))
			return true;
	return false;
}

/* Who wants something undone is not content, however coolly it is put. */
static bool undoes(const char *wish)
{
	static const char *const words[] = { "intrek", "ingetrokken", "vervallen", "kwijtscheld", "kwijtgescholden", "stoppen", "staken", "staakt", "excuses", "verontschuldig", "schrap", "terugbetal", "terugstort",
					     "correctie", "corrige", "gecorrigeerd", "herstel", "vergoed", "creditnota", "crediteer", "verwijder", "rechtzet", "afsluit", "sluit", "haal ", "haalt", "vernietig", "wis ", "stop ", "stopt", "eraf", "van tafel", "met rust", "niet meer",
					     "nooit meer", "withdraw", "refund", "apolog", "remove", "stop " };
	for (size_t i = 0; wish && i < sizeof words / sizeof *words; i++)
		if (strcasestr(wish, words[i]))
			return true;
	return false;
}

/* "niet", "weer", "toch": something is not as it should be. A plain question has none of them. */
static bool troubled(const struct folded *f)
{
	static const char *const words[] = { " niet ", " geen ", " nooit ", " niets ", " niemand ", " weer ", " opnieuw ", " toch ", " steeds ", " zomaar ", " ineens ", " klacht", " not ", " never ", " no " };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(f->s, words[i]))
			return true;
	return false;
}

/* "Welke machtiging heeft u nodig?"; "Is dat normaal?" asks nothing. */
static bool plain_question(const struct folded *f)
{
	static const char *const starts[] = { "welk", "wat ", "wie ", "waar ", "wanneer ", "hoe ", "moet ik", "is het ", "is er ", "heeft u ", "hebt u ", "zijn er ", "what ", "how ", "when ", "where ", "which " };
	static const char *const scorn[] = { " normaal", " serieus", " werkelijk", " nou ", " eigenlijk", " fatsoen", " durf", " in godsnaam", " verwacht" };
	for (size_t at = 0, n; at < f->n; at += n + 1) {
		at += f->s[at] == ' ';
		n = strcspn(f->s + at, ".!?\n");
		bool asked = f->s[at + n] == '?', starting = false;
		for (size_t i = 0; asked && i < sizeof starts / sizeof *starts; i++)
			starting = starting || strncmp(f->s + at, starts[i], strlen(starts[i])) == 0;
		for (size_t i = 0; starting && i < sizeof scorn / sizeof *scorn; i++)
			starting = !memmem(f->s + at, n, scorn[i], strlen(scorn[i]));
		if (starting)
			return true;
	}
	return false;
}

/* "Ik kan het niet in een keer betalen": of the writer's purse, not of us. */
static bool purse(const char *sentence, size_t n)
{
	static const char *const words[] = { "ik kan ", "kan ik ", "wij kunnen ", "kunnen wij ", "lukt mij ", "lukt het ", "ik heb ", "wij hebben ", "i can" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (memmem(sentence, n, words[i], strlen(words[i])))
			return true;
	return false;
}

/* Is something of ours not as it should be? One thing that we did, and a "niet" or "geen" about it or about what came of it. */
static bool trouble_told(const struct folded *f)
{
	static const char *const words[] = { " niet ", " geen ", " nooit ", " niets ", " niemand ", " weer ", " toch ", " alsof ", " zelf ", " not ", " never ", " nobody " };
	for (size_t at = 0, n; at < f->n; at += n + 1) {
		n = strcspn(f->s + at, ".!?\n");
		for (size_t i = 0; i < sizeof words / sizeof *words && f->s[at + n] != '?' && !purse(f->s + at, n); i++)
			if (memmem(f->s + at, n, words[i], strlen(words[i])))
				return true;
	}
	return false;
}

/* "Dank voor de moeite" is scorn in a mail that is angry, and courtesy behind a plain question. */
static bool told_by_thanks(const struct record *r)
{
	for (size_t i = 0; i < r->n_evidence; i++)
		if (strcmp(r->evidence[i].field, "kind") == 0)
			return r->evidence[i].quote && strcasestr(r->evidence[i].quote, "dank") && r->kind_confidence <= 0.8;
	return false;
}

int letter_kind(const char *own, bool form, struct record *r)
{
	struct folded f;
	struct phrase_hit hit[MAX_HITS];
	int sum[PRAISE + 1] = { 0 };
	if (fold_text(own, strnlen(own, JUDGED_BYTES), r->arena, &f) != PARSE_OK)
		return PARSE_NOMEM;
	size_t n = phrases_find(&phrases, &f, 0, f.n, hit, MAX_HITS);
	for (size_t i = 0; i < n; i++)
		sum[PHRASES[hit[i].phrase].group] += PHRASES[hit[i].phrase].weight;
	int wrong = sum[WRONG];
	bool inquiry = sum[INQUIRY] || plain_question(&f);
	bool told = wrong >= TOLD || sum[TELLS] >= TOLD || (sum[TELLS] && trouble_told(&f));
	bool weak = r->kind_confidence <= 0.6 || told_by_thanks(r);
	if (r->kind == KIND_COMPLIMENT && r->kind_confidence <= 0.8 && wrong >= TOLD) {	/* praise that is followed by what went wrong */
		r->kind = KIND_COMPLAINT;
		r->kind_confidence = 0.5;
		return record_add_review(r, "kind-uncertain", "kind", "It praises and tells of what went wrong; in doubt it is a complaint.");
	}
	if (r->kind == KIND_OTHER && !form && sum[PRAISE] && !inquiry && !asks(own) && !told && !troubled(&f) && !r->desired_resolution) {
		r->kind = KIND_COMPLIMENT;
		r->kind_confidence = 0.6;
		return PARSE_OK;
	}
	if (r->kind == KIND_OTHER && (form || (!asks(own) && !inquiry) || undoes(r->desired_resolution) || told)) {
		r->kind = KIND_COMPLAINT;
		r->kind_confidence = 0.5;
	} else if (r->kind == KIND_COMPLAINT && !form && weak && inquiry && wrong == 0 && !troubled(&f) && !undoes(r->desired_resolution)) {
		r->kind = KIND_OTHER;
		r->kind_confidence = 0.6;
	}
	return PARSE_OK;
}
