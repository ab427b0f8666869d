/* For whom does somebody write who does not say "namens"? What the sender does for another, and why the other does not write himself.
 *
 * Set phrases tell that care is spoken of; the person named in that sentence (or, behind "zijn", "haar", in the ones before) is the client. Kin named in
 * full is a client only where it cannot act itself, the sender acts for it, or the agency deals with it; a partner who merely answered the telephone is none.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "parsers/fields/fields_client.h"
#include "parsers/fields/names.h"
#include "parsers/glyph.h"
#include "parsers/words/phrases.h"

#define NEAR_BACK 160		/* bytes around kin in which its story stands */
#define NEAR_AHEAD 420
#define SIGNED_LINES 20	/* how many lines of the signature are looked through */
#define SIGNED_LAST 8	/* a short line so near the end may be one of it */

enum group { STRONG = 1, WEAK, CARE, EMPLOYED, BESIDE, CALLED, KIN, SPOUSE, UNABLE, ACTS, DEALS, TOUCHES, FILED, NOT_MINE, TRADE };

static const struct phrase TABLE[] = {
	/* the client is named right behind it */
	{ "(client|cliente|rechthebbende|betrokkene|verzekerde|onderbewindgestelde)", STRONG, 1 }, { "onze relatie", STRONG, 1 }, { "(als|ben) ~ (advocaat|jurist|accountant|belastingadviseur|juridisch adviseur|raadsman|raadsvrouw) van", STRONG, 1 },
	{ "(verzorg|verzorgen|doe|doen|voer|voeren|beheer|beheren) ~ (administratie|boekhouding|boeken) (van|voor)", STRONG, 1 }, { "interessen von", STRONG, 1 }, { "(als |de |)(bewindvoerder|beschermingsbewindvoerder) (van|over)", STRONG, 1 },
	{ "(curator|mentor|gemachtigde|wettelijk vertegenwoordiger|hulpverlener|begeleider|schuldhulpverlener|budgetcoach|maatschappelijk werker|voogd|belangenbehartiger) van", STRONG, 1 },
	{ "on behalf of", STRONG, 1 }, { "(my|our) client", STRONG, 1 }, { "im (namen|auftrag) von", STRONG, 1 }, { "(unser|mein) mandant", STRONG, 1 }, { "(unsere|meine) mandantin", STRONG, 1 },
	{ "w imieniu", STRONG, 1 }, { "optredend voor", STRONG, 1 }, { "(treed|treden) op (voor|namens)", STRONG, 1 }, { "treed ik op (voor|namens)", STRONG, 1 }, { "de belangen van", STRONG, 1 },
	{ "(het |)bewind over", STRONG, 1 }, { "ik ben de (zoon|dochter|moeder|vader) van", STRONG, 1 }, { "ik (schrijf|mail) (u |)voor", STRONG, 1 },
	{ "ik (help|ondersteun|begeleid|assisteer)", WEAK, 1 }, { "namens", WEAK, 1 }, { "(uit|in) naam van", WEAK, 1 }, { "op verzoek van", WEAK, 1 }, { "in opdracht van", WEAK, 1 }, { "ten behoeve van", WEAK, 1 }, { "tbv", WEAK, 1 },
	/* what is done for another */
	{ "ik ~ (help|begeleid|ondersteun|assisteer|vertegenwoordig|bijsta|behartig)", CARE, 1 },
	{ "(help|begeleid|ondersteun|assisteer|vertegenwoordig|behartig|sta) ik", CARE, 1 },
	{ "(wij|we) ~ (helpen|begeleiden|ondersteunen|assisteren|vertegenwoordigen|bijstaan|behartigen)", CARE, 1 },
	{ "(helpen|begeleiden|ondersteunen|assisteren|vertegenwoordigen|behartigen) (wij|we)", CARE, 1 },
	{ "(ik|wij|we) (sta|staan) ~ bij", CARE, 1 }, { "(treed|treden) (ik|wij) ~ op", CARE, 1 }, { "(ik|wij) (treed|treden) ~ op", CARE, 1 },
	{ "(mijn|ons|onze) (kantoor|stichting|organisatie) ~ (behartigt|vertegenwoordigt|staat|begeleidt|treedt|helpt)", CARE, 1 },
	{ "door (mij|ons|ons kantoor) ~ (bijgestaan|vertegenwoordigd|begeleid|geholpen|ondersteund)", CARE, 1 },
	{ "(tot|bij) (mij|ons) ~ (gewend|gemeld|vervoegd|aangemeld)", CARE, 1 },
	{ "(tot|bij) ons kantoor ~ (gewend|gemeld|wendde)", CARE, 1 }, { "(wendde|wendden|wendt) zich", CARE, 1 },
	{ "zich ~ (tot|bij) (mij|ons) ~ (gewend|gemeld)", CARE, 1 },
	{ "(heeft|hebben|had) (mij|ons|me) ~ (gemachtigd|opgedragen)", CARE, 1 },	/* who asks to pay is no client; who asks to write is */
	{ "(heeft|hebben|had) (mij|ons|me) ~ (gevraagd|verzocht) ~ (op te schrijven|te schrijven|mailen|schrijven|helpen|klagen|reageren|dienen|namens|staan|vertegenwoordigen|antwoorden|behartigen)", CARE, 1 },
	{ "(vroeg|vraagt) (mij|ons|me) ~ (op te schrijven|te schrijven|mailen|schrijven|helpen|klagen|reageren|dienen|namens|staan|vertegenwoordigen|antwoorden|behartigen)", CARE, 1 },
	{ "help ~ met (haar|zijn|hun)", CARE, 1 }, { "(tik|typ|stuur|mail|schrijf|meld) (dit|het|deze mail|deze brief|deze klacht) voor", BESIDE, 1 },
	{ "gemachtigd (door|om namens|namens|voor)", CARE, 1 }, { "(gemachtigde|machtiging|volmacht) (van|voor|door)", CARE, 1 },
	{ "(staat|staan|gesteld) ~ onder (bewind|curatele|mentorschap|toezicht)", CARE, 1 },
	{ "onder (bewind|curatele|mentorschap) (gesteld|staat|staan)", CARE, 1 },
	{ "goederen van", CARE, 1 }, { "bij ons ~ (begeleiding|zorg|bewind|verzekerd|client|clienten|traject|woont|verblijft)", CARE, 1 },
	{ "belangen (van|te behartigen)", CARE, 1 }, { "behartig* ~ belangen", CARE, 1 },
	{ "(mijn|onze|ons) (client|cliente|clienten|pupil|bewoner|bewoonster|patient|klant)", CARE, 1 }, 
	{ "als (patient|client|cliente|bewoner|bewoonster|pupil|leerling)", CARE, 1 }, { "mantelzorg*", CARE, 1 }, { "(bewindvoerder|curator|mentor|voogd|hulpverlener|begeleider|raadsman|raadsvrouw|belangenbehartiger) (van|over|voor)", CARE, 1 },
	/* whose volunteer or lawyer one is may be an organisation */
	{ "(als|ben|zijn|blijf|werk|werkzaam) ~ (advocaat|jurist|casemanager|vrijwilliger|vrijwilligster|maatje|buddy|boekhouder|accountant|schuldhulpverlener|budgetcoach|consulent|medewerker|medewerkster|coach|maatschappelijk werker|thuisbegeleider|hulpverlener) (van|bij)", EMPLOYED, 1 },
	{ "(als|ben|zijn|blijf) ~ (huisarts|arts|verpleegkundige|wijkverpleegkundige|mantelzorger|pleegmoeder|pleegvader|nicht|neef|tante|oom|schoonzoon|schoondochter|kennis|docent|decaan|ouder|moeder|vader|zoon|dochter|man|vrouw|partner|echtgenoot|echtgenote|verloofde|vertegenwoordiger|huisgenoot|"
	  "buurvrouw|buurman|vriend|vriendin|zus|broer|kleinzoon|kleindochter) van", CARE, 1 },
	{ "(heb|hebben) ~ in (zorg|begeleiding|behandeling|bewind|beheer)", CARE, 1 }, { "client* (van|bij) (ons|mij|onze)", CARE, 1 },
	{ "zelf (niet|geen) ~ (mailen|schrijven|bellen|klagen|regelen|reageren)", CARE, 1 }, { "op verzoek van ~ (stuur|schrijf|mail|dien|maak|bericht|verzoek|reageer) (ik|wij)", CARE, 1 },
	{ "(doe|doen|regel|regelen|verzorg|verzorgen|beheer|beheren) (ik|wij|we) ~ (post|administratie|zaken|financien|papieren|geldzaken|bankzaken|boekhouding)", CARE, 1 },
	{ "(ik|wij|we) (doe|doen|regel|regelen|verzorg|verzorgen|beheer|beheren) ~ (post|administratie|zaken|financien|papieren|geldzaken|bankzaken|boekhouding)", CARE, 1 },
	{ "(schrijf|schrijven|mail|mailen|dien|dienen|maak|maken|beklaag|reageer|wend|protesteer|verzoek|vraag|benader) ~ namens", CARE, 1 }, { "hierbij ~ namens", CARE, 1 },
	{ "namens (hem|haar|hen|meneer|client*|betrokkene)", CARE, 1 }, { "voor (hem|haar|hen) (schrijf|mail|doe|regel|bel|klaag)", CARE, 1 },
	{ "(schrijf|mail|doe|regel|bel|klaag) ~ voor (hem|haar|hen)", CARE, 1 },
	{ "i (help|assist|represent|support|look after|care for|act for)", CARE, 1 }, { "we (help|assist|represent|support|act for)", CARE, 1 },
	{ "(write|writing|act|acting|speak|speaking|complain|complaining) (for|on behalf)", CARE, 1 }, { "(carer|guardian|representative|caretaker) (of|for)", CARE, 1 },
	{ "i am ~ (daughter|son|wife|husband|mother|father|sister|brother|carer|lawyer|solicitor|partner|neighbour|nurse|grandson|granddaughter) (of|for)", CARE, 1 },
	{ "(handle|manage|deal with|dealing with) (his|her|their)", CARE, 1 }, { "power of attorney", CARE, 1 }, { "asked (me|us) to (write|help|mail|complain|contact|act|speak|represent|assist|reply|respond)", CARE, 1 }, { "(authorised|authorized|instructed) (me|us|by)", CARE, 1 }, { "on (his|her|their) behalf", CARE, 1 },
	{ "(my|our) client*", CARE, 1 },
	{ "ich ~ (vertrete|betreue|helfe|unterstutze)", CARE, 1 }, { "wir ~ (vertreten|betreuen|helfen|unterstutzen)", CARE, 1 }, { "(vertrete|betreue|helfe|unterstutze) ich", CARE, 1 },
	{ "(bevollmachtigt*|vollmacht|beauftragt|mandant*|mandantschaft)", CARE, 1 }, { "im (namen|auftrag)", CARE, 1 }, { "in (seinem|ihrem) namen", CARE, 1 },
	{ "betreuer* (von|fur|des|der)", CARE, 1 }, { "ich bin ~ (sohn|tochter|mutter|vater|anwalt|anwaltin|vormund|pfleger|pflegerin|nachbar|nachbarin|ehefrau|ehemann) (von|der|des)", CARE, 1 },
	{ "jestem (kuratorem|opiekunem|opiekunka|corka|synem|zona|mezem|prawnikiem)", CARE, 1 }, { "w imieniu", CARE, 1 }, { "pomagam", CARE, 1 }, { "reprezentuje", CARE, 1 }, { "pelnomocni*", CARE, 1 }, { "w (jego|jej) imieniu", CARE, 1 },
	{ "adina", CARE, 1 }, { "(vekili|vekaleten|vasisi)", CARE, 1 }, { "yardim ediyorum", CARE, 1 },
	/* who it could be */
	{ "(mijn|m n|onze) (vader|moeder|zoon|dochter|oma|opa|tante|oom|zus|broer|zusje|broertje|schoonmoeder|schoonvader|schoonzoon|schoondochter|kleinzoon|kleindochter|nicht|neef|pleegzoon|pleegdochter|"
	  "stiefzoon|stiefdochter|stiefvader|stiefmoeder|ouders|schoonouders|zoontje|dochtertje|grootvader|grootmoeder)", KIN, 1 },
	{ "(my|our) (mother|father|son|daughter|brother|sister|grandmother|grandfather|uncle|aunt|parents|nephew|niece)", KIN, 1 },
	{ "(meine|meiner|meinen|mein|meinem|unser|unsere|unserer) (mutter|vater|sohn|tochter|bruder|schwester|oma|opa|tante|onkel|eltern)", KIN, 1 },
	{ "(moj|moja|mojej|mojego) (matka|matki|ojciec|ojca|syn|syna|corka|corki|brat|brata|siostra|siostry)", KIN, 1 },
	{ "(annem|babam|oglum|kizim|kardesim|dedem|teyzem|amcam)", KIN, 1 },
	{ "(mijn|m n|onze) (man|vrouw|partner|echtgenoot|echtgenote|vriend|vriendin|verloofde|buurman|buurvrouw|buurjongen|buurmeisje|kennis|collega|huisgenoot|medebewoner|werknemer|oud collega)", SPOUSE, 1 },
	{ "(my|our) (husband|wife|partner|neighbour|neighbor|friend|boyfriend|girlfriend|flatmate)", SPOUSE, 1 },
	{ "(meine|meiner|meinen|mein|meinem) (mann|mannes|frau|partner|partnerin|nachbar|nachbarin)", SPOUSE, 1 }, { "(esim|kocam|karim|komsum)", SPOUSE, 1 },
	{ "(hij|zij|ze) heet", CALLED, 1 }, { "(zijn|haar|his|her) (naam|name) (is|luidt)", CALLED, 1 }, { "(sein|ihr) name ist", CALLED, 1 },
	/* why the other does not write */
	{ "(kan|kon|kunnen) ~ zelf (niet|geen)", UNABLE, 1 }, { "zelf (niet|geen) ~ (kan|meer|schrijven|lezen|bellen|woord)", UNABLE, 1 }, { "niet te woord", UNABLE, 1 }, { "opgenomen", UNABLE, 1 },
	{ "ziekenhuis", UNABLE, 1 }, { "(dement*|alzheimer)", UNABLE, 1 }, { "revalid*", UNABLE, 1 }, { "gevallen", UNABLE, 1 }, { "(verpleeghuis|verzorgingshuis|hospice|inrichting|detentie|coma|rouw)", UNABLE, 1 },
	{ "(spreekt|leest|begrijpt|verstaat|schrijft|durft|snapt) ~ (geen|niet|slecht|nauwelijks|amper)", UNABLE, 1 }, { "kan (niet|slecht|nauwelijks|amper) ~ (lezen|schrijven|horen|zien|praten)", UNABLE, 1 },
	{ "(analfabeet|laaggeletterd|beroerte|hartinfarct|herseninfarct|hersenbloeding|hersenletsel|verstandelijk*|beperking|autis*|doof|slechtziend*|slechthorend*|blind|psychose|overspannen|burn out|geestelijk*)", UNABLE, 1 },
	{ "(ligt|zit) (in|op|nu|al|sinds|momenteel|tijdelijk)", UNABLE, 1 }, { "(does not|doesn t|cannot|can t|can not) ~ (speak|read|write|understand|hear|see)", UNABLE, 1 }, { "(hospital|dementia|stroke|disabled|deaf)", UNABLE, 1 },
	{ "(krankenhaus|demenz|schlaganfall|pflegeheim)", UNABLE, 1 }, { "(spricht|versteht|liest) ~ (kein|nicht)", UNABLE, 1 }, { "nie (mowi|zna|rozumie|umie|moze)", UNABLE, 1 }, { "szpital*", UNABLE, 1 }, { "hastane*", UNABLE, 1 }, { "bilmiyor", UNABLE, 1 },
	{ "(regel|beheer|verzorg) ik", ACTS, 1 }, { "doe ik (de|het|zijn|haar|hun|alles|al)", ACTS, 1 }, { "(zijn|haar|hun) ~ doe ik", ACTS, 1 }, { "ik (doe|regel|beheer|verzorg) ~ (zijn|haar|hun)", ACTS, 1 }, { "(liever|voortaan|alleen) (mij|met mij|via mij)", ACTS, 1 }, { "mag (naar|via) mij", ACTS, 1 },
	{ "(zoon|dochter|broer|zus|echtgenote|echtgenoot|partner|buurvrouw|buurman|nicht|neef) en (gemachtigde|mantelzorger|bewindvoerder|mentor)", ACTS, 1 }, { "mantelzorger", ACTS, 1 }, { "i (handle|manage|take care of) (his|her|their)", ACTS, 1 },
	{ "ich (kummere|regle)", ACTS, 1 }, { "i write for (him|her|them)", ACTS, 1 },
	/* what the agency has to do with the other */
	{ "(heeft|hebben|kreeg|kregen|ontving|krijgt|ontvangt) ~ (brief|brieven|sommatie|aanmaning|vordering|dagvaarding|vooraankondiging|dossier|schuld|incasso*|post)", DEALS, 1 },
	{ "(wordt|worden|werd) ~ (bestookt|lastiggevallen|gebeld|gedreigd|bedreigd|aangeschreven|gesommeerd|benaderd|gemaand)", DEALS, 1 },
	{ "(belt|bellen|belde|stuurt|sturen|stuurde|schrijft|sommeert|bedreigt) ~ (hem|haar|hen)", DEALS, 1 }, { "(brief|brieven|sommatie|aanmaning|dagvaarding|vooraankondiging*|vordering|dossier) (aan|van|voor|tegen) (hem|haar|mijn|onze)", DEALS, 1 },
	{ "(call|calls|called|calling|threaten*|shouted) ~ (him|her|them)", DEALS, 1 }, { "(letter|letters|demand|file|debt) (to|of|for|against) (him|her|my)", DEALS, 1 },
	{ "(brief|brieven|sommatie*|aanmaning*|dossier|belt|bellen|gebeld|stuurt|sturen|dagvaarding|vordering|medewerk*|telefoontje*|letter*|call|calls|file|brief|mahnung*)", TOUCHES, 1 },
	{ "(klacht|bezwaar) (ingediend|gestuurd|gemaakt|gemeld)", FILED, 1 }, { "(filed|submitted|made) ~ complaint", FILED, 1 },
	/* and what tells that it is about the sender after all */
	{ "woont ~ (niet|nooit|elders|ergens anders|zelfstandig)", NOT_MINE, 1 }, { "(hier|daar) niet meer", NOT_MINE, 1 }, { "vorige (bewoner*|eigenaar|huurder)", NOT_MINE, 1 }, { "(niets|niks) ~ (te maken|mee te)", NOT_MINE, 1 },
	{ "niet van mij", NOT_MINE, 1 }, { "in de bus", NOT_MINE, 1 }, { "haal mijn (adres|nummer|naam)", NOT_MINE, 1 }, { "(overleden|overlijden|erfgenaam|erfgenamen|nalatenschap|died|deceased|verstorben)", NOT_MINE, 1 },
	{ "(over|voor|van|wegens|met|om) mijn (eigen |)(schuld|schulden|dossier|vordering|rekening|betaling|betalingen|situatie|achterstand|zaak)", NOT_MINE, 1 }, { "om mij (gaat|ging|te doen)", NOT_MINE, 1 }, { "gaat (om|over) mij", NOT_MINE, 1 },
	{ "(about|of) my (own |)(debt|debts|file|case|balance)", NOT_MINE, 1 }, { "stop ~ (aan|naar) mij", NOT_MINE, 1 }, { "lives ~ (elsewhere|not here)", NOT_MINE, 1 },
	/* whose trade it is */
	{ "(bewindvoerder*|bewindvoering|beschermingsbewind*|schuldhulp*|advoca*|jurist*|rechtsbijstand|rechtshulp|maatschappelijk werk*|sociaal raads*|budgetcoach|budgetbeheer|kredietbank|mentor|curator|gemachtigde|wijkteam|"
	  "client*|betrokkene|rechthebbende|lawyer|solicitor|rechtsanwalt*|hulpverlen*|ambulant begeleid*|trajectbegeleid*|begeleider|consulent|thuisadministratie|accountant*|belastingadvis*|administratiekantoor)", TRADE, 1 },
};
static struct phrase_set phrases PHRASE_LISTED = PHRASE_SET(TABLE);

void client_listen(struct reading *f, struct hunt *h)
{
	struct folded folded;
	struct phrase_hit *found = malloc(CLIENT_HITS_MAX * sizeof *found);
	*h = (struct hunt){ .f = f, .v = &f->own };
	bool ok = found && fold_text(h->v->text, h->v->n, f->r->arena, &folded) == PARSE_OK;
	size_t n = ok ? phrases_find(&phrases, &folded, 0, folded.n, found, CLIENT_HITS_MAX) : 0;
	h->hit = ok ? arena_alloc(f->r->arena, n * sizeof *h->hit) : NULL;
	for (; h->hit && h->n < n; h->n++)
		h->hit[h->n] = (struct client_hit){ TABLE[found[h->n].phrase].group, folded.at[found[h->n].at], folded.at[found[h->n].end] };
	if (!h->hit)
		f->result = PARSE_NOMEM;
	free(found);
}

/* The sender's own line, in which he speaks. */
static bool speaks(const struct view *v, size_t at)
{
	const struct view_line *l = &v->line[view_line_of(v, at)];
	return !l->below && !l->foreign && (l->role == ROLE_OWN || l->role == ROLE_FORM_LABEL);
}

/* "Ik kreeg een brief", "kreeg ik een brief": the sender's own dealings. */
static bool own_doing(const struct view *v, const struct client_hit *x)
{
	static const char *const me[] = { "ik", "wij", "we", "i", "ich", NULL };
	size_t verb = x->at;
	while (verb < x->end && v->low[verb] != ' ')
		verb++;
	return view_phrase(v, x->at > 4 ? x->at - 4 : 0, x->at, me) || view_phrase(v, verb, verb + 5 < x->end ? verb + 5 : x->end, me);
}

static bool near(const struct hunt *h, int group, size_t at)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->hit[i].group == group && !(group == DEALS && own_doing(h->v, &h->hit[i])) && h->hit[i].at + NEAR_BACK > at && h->hit[i].at < at + NEAR_AHEAD)
			return true;
	return false;
}

static bool anywhere(const struct hunt *h, int group)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->hit[i].group == group)
			return true;
	return false;
}

/* Does the person stand under the letter as well? Then it is the sender. */
static bool signs(const struct reading *f, const struct view *v, const struct person *p)
{
	if (f->header.name[0] && person_fits(p->name, f->header.name))
		return true;
	size_t k = strlen(p->name), looked = 0;
	for (size_t i = v->n_lines; i-- > 0 && looked < SIGNED_LINES;) {
		struct span l = v->line[i].at;
		looked += v->line[i].below;
		for (size_t at = l.at; v->line[i].below && at + k <= l.end && at < l.at + 200; at++)
			if (strncasecmp(v->text + at, p->name, k) == 0)
				return true;
	}
	return false;
}

/* Somebody of the agency, or somebody who is only spoken to or of. */
static bool theirs(const struct view *v, size_t from, size_t at)
{
	static const char *const words[] = { "uw medewerker", "uw medewerkster", "uw collega", "uw mevrouw", "uw meneer", "jullie medewerker", "jullie collega", "sprak met", "sprak ik", "gesproken met", "aan de lijn", "belde met", "beste", "geachte", "t.a.v.", "behandelaar",
					     "uw kantoor", "opdrachtgever", "schuldeiser", "verhuurder", "huisbaas", "werkgever", "mijn advocaat", "mijn bewindvoerder", "onze advocaat", "contactpersoon", "geholpen door", "your colleague", "your agent", "ihr mitarbeiter", "ihr kollege",
					     "jullie mevrouw", "jullie meneer", "rechter", "deurwaarder", "de firma", "collega", NULL };
	static const char *const yours[] = { "uw", "jullie", "your", "ihr", "ihre", NULL };
	size_t least = at > from + 40 ? at - 40 : from;
	return view_phrase(v, least, at, words) || view_phrase(v, at > from + 7 ? at - 7 : from, at, yours);
}

/* "Kees Bos van uw kantoor", "mevrouw De Wit van de afdeling": whose somebody is. */
bool client_of_others(const struct view *v, size_t end)
{
	static const char *const whose[] = { " van uw ", " van jullie ", " van u ", " van pro actief", " van de ", " van het ", " uit uw ", " from your ", " of your ", " at your ", " aus ihrem ", " von ihrem " };
	for (size_t i = 0; i < sizeof whose / sizeof *whose; i++)
		if (v->n - end > strlen(whose[i]) && memcmp(v->low + end, whose[i], strlen(whose[i])) == 0)
			return true;
	return false;
}

/* The person whose name begins at the word p. Beside the phrase (right behind "behind", or else right before "to") any full name will do. */
static bool person_at(const struct hunt *h, size_t from, size_t p, size_t to, size_t behind, struct person *ret, struct span *ret_at)
{
	bool title;
	size_t end = client_name_end(h->v->text, to, p, &title), unused;
	bool near_by = behind ? p >= behind && p - behind < 3 : to - end < 3;
	char flat[PERSON_BYTES];
	if (end <= p || end - p >= sizeof flat)
		return false;
	for (size_t i = p; i < end; i++)
		flat[i - p] = h->v->text[i] == '\n' ? ' ' : h->v->text[i];
	if (person_is_organisation(flat, end - p) || !person_read(flat, end - p, PERSON_LINE, ret, &unused) || ret->couple)
		return false;
	bool initials = !ret->first && ret->surname && strchr(ret->name, '.');
	bool full = ret->surname && strchr(ret->name, ' ');
	if (title ? ret->score < 0.4 : !full || ret->score < (near_by ? 0.65 : 0.78) || !(near_by || initials || ret->known))
		return false;
	if (h->f->rules->organisation && strcasestr(h->f->rules->organisation, ret->name))
		return false;
	*ret_at = (struct span){ p, end };
	return !theirs(h->v, from, p) && !client_of_others(h->v, end) && !signs(h->f, h->v, ret);
}

/* The first person named in [from, to); right behind "behind" any full name will do. last: the last one. */
static bool person_in(const struct hunt *h, size_t from, size_t to, size_t behind, bool last, struct person *ret, struct span *ret_at)
{
	const struct view *v = h->v;
	bool found = false, first = true;
	for (size_t p = from; p < to;) {
		size_t start = p, len;
		while (p < to && (glyph_wordish(v->text[p]) || (unsigned char)v->text[p] >= 0x80 || strchr("-'.", v->text[p])))
			p++;
		if (p == start) {
			p++;
			continue;
		}
		char w[40];
		glyph_fold_text(v->text + start, p - start < sizeof w ? p - start : sizeof w - 1, w, sizeof w);
		bool capital = glyph_upper(glyph_at(v->text, to, start, &len));
		bool lead = (first && (names_particle(w) || glyph_listed(" namens als ", w))) || client_skipped(w);
		first = false;
		if (lead || !(capital || names_title(w)))
			continue;
		struct person x;
		struct span at;
		if (!person_at(h, from, start, to, behind, &x, &at))
			continue;
		*ret = x;
		*ret_at = at;
		if (!last)
			return true;
		found = true;
		p = at.end;
	}
	return found;
}

static bool take(struct hunt *h, const struct person *p, struct span at, double confidence)
{
	struct reading *f = h->f;
	f->client = at;
	fields_put(f, &f->r->on_behalf_of, p->name, strlen(p->name));
	fields_evidence(f, "on_behalf_of", "body", h->v->text + at.at, at.end - at.at, confidence);
	return true;
}

/* "zijn", "haar", "cliënt" in the sentence: who that is was said before. */
static bool refers(const struct view *v, size_t from, size_t to)
{
	static const char *const words[] = { "hem", "haar", "zijn", "hij", "zij", "ze", "hun", "hen", "meneer", "mevrouw", "cli\xc3\xabnt", "cli\xc3\xabnte", "betrokkene", "him", "her", "his", "he", "she", "ihn", "ihm", "ihr", "sein", "seine", "seinem", "ihrem", "jego", "jej", NULL };
	return view_phrase(v, from, to, words);
}

/* "Ik ben niet gemachtigd door ..." */
static bool denied(const struct view *v, size_t from, size_t at)
{
	static const char *const no[] = { "niet", "geen", "nooit", "not", "never", "nicht", "kein", NULL };
	size_t least = at > from + 14 ? at - 14 : from;
	return view_phrase(v, least, at, no);
}

/* "Ik help graag mee, maar dan moet de heer Bos ...": what turns the sentence ends the thought. */
static size_t clause_end(const struct view *v, size_t from, size_t to)
{
	static const char *const turns[] = { " maar ", " want ", " terwijl ", " but ", " aber " };
	for (size_t i = 0; i < sizeof turns / sizeof *turns; i++) {
		const char *hit = memmem(v->low + from, to - from, turns[i], strlen(turns[i]));
		if (hit && (size_t)(hit - v->low) < to)
			to = (size_t)(hit - v->low);
	}
	return to;
}

/* "mevrouw Abdi": the name at "at" has a title, or one right before it. */
static bool titled(const struct view *v, struct span at)
{
	static const char *const titles[] = { "de heer", "heer", "dhr.", "dhr", "mevrouw", "mevr.", "mevr", "mw.", "mw", "meneer", "mr", "mrs", "ms", "frau", "herr", "herrn", "familie", "fam.", NULL };
	size_t from = at.at > 9 ? at.at - 9 : 0, to = at.at + 12 < at.end ? at.at + 12 : at.end;
	return view_phrase(v, from, to, titles);
}

/* "ten name van mijn vrouw": whose account it was, no more. */
static bool payer(const struct view *v, size_t at)
{
	static const char *const words[] = { "ten name van", "op naam van", "t.n.v.", "tnv", "rekening van", "rekeningnummer van", "bankrekening van", "betaald door", "overgemaakt door", "overgeboekt door", "account of", "paid by", "konto von", NULL };
	size_t from = at > 40 ? at - 40 : 0, said = view_phrase(v, from, at, words);
	return said && said + 6 > at;
}

static bool by_care(struct hunt *h)
{
	for (size_t i = 0; i < h->n; i++) {
		const struct client_hit *x = &h->hit[i];
		if ((x->group != CARE && x->group != BESIDE && x->group != EMPLOYED) || !speaks(h->v, x->at))
			continue;
		size_t from = view_sentence(h->v, x->at), to = view_sentence_end(h->v, x->end);
		struct person p;
		struct span at;
		if (x->group == BESIDE) {
			if (person_in(h, x->end, to, x->end, false, &p, &at) && at.at - x->end < 3)
				return take(h, &p, at, 0.85);
			continue;
		}
		if (denied(h->v, from, x->at))
			continue;
		to = clause_end(h->v, x->end, to);
		if (x->group == EMPLOYED) {
			if (person_in(h, x->end, to, x->end, false, &p, &at) && (p.known || titled(h->v, at)))
				return take(h, &p, at, 0.85);
			continue;
		}
		/* behind the phrase first: "door mevrouw J. de Wit"; then in it: "help mevrouw Abdi met haar"; then before it: "Sanne de Wit staat ..." */
		if (person_in(h, x->end, to, x->end, false, &p, &at) || person_in(h, x->at, x->end, 0, false, &p, &at) || person_in(h, from, x->at, 0, true, &p, &at))
			return take(h, &p, at, 0.9);
		if (!refers(h->v, from, to))
			continue;
		for (int back = 0; back < 2 && from > 2; back++) {
			size_t before = view_sentence(h->v, from - 2);
			if (person_in(h, before, from, 0, true, &p, &at) && speaks(h->v, at.at))
				return take(h, &p, at, 0.85);
			from = before;
		}
	}
	return false;
}

/* "over mijn broer", "het dossier van mijn moeder": the mail is about kin. */
static bool about(const struct view *v, size_t at)
{
	static const char *const leads[] = { "over", "omtrent", "inzake", "betreft", "betreffende", "aangaande", "dossier van", "zaak van", "zaken van", "klacht van", "gaat om", "about", "regarding", "\xc3\xbc" "ber", "wegen", NULL };
	static const char *const what[] = { "klacht", "bezwaar", "schrijf", "mail", "bel", "complaint", "write", "writing", NULL };
	static const char *const on_behalf[] = { "voor", "for", NULL };
	size_t end = at > 0 ? at - 1 : 0, near_at = at > 24 ? at - 24 : 0;
	if (view_phrase(v, near_at, at, leads) >= end && end)
		return true;
	return view_phrase(v, near_at, at, on_behalf) >= end && end && view_phrase(v, view_sentence(v, at), at, what);
}

static bool by_kin(struct hunt *h)
{
	for (size_t i = 0; i < h->n; i++) {
		const struct client_hit *x = &h->hit[i];
		if ((x->group != KIN && x->group != SPOUSE) || !speaks(h->v, x->at) || near(h, NOT_MINE, x->at) || payer(h->v, x->at))
			continue;
		bool story = near(h, UNABLE, x->at) || near(h, ACTS, x->at) || near(h, FILED, x->at) || about(h->v, x->at) || (x->group == KIN && near(h, DEALS, x->at));
		/* "Mijn tante, mevrouw J. Kok (91), kreeg een medewerker aan de lijn die haar ...": who heads the sentence is whom the story is of */
		story = story || (x->group == KIN && view_sentence(h->v, x->at) + 2 >= x->at && near(h, TOUCHES, x->at) && refers(h->v, x->end, x->at + NEAR_AHEAD < h->v->n ? x->at + NEAR_AHEAD : h->v->n));
		size_t to = view_sentence_end(h->v, x->end), name = client_skip(h->v, x->end, to);
		struct person p;
		struct span at;
		if (story && person_in(h, name, name + 60 < to ? name + 60 : to, name, false, &p, &at) && at.at - name < 12)
			return take(h, &p, at, 0.8);
		/* "Henk Slot (mijn vader)" */
		size_t end = x->at;
		while (end > 0 && strchr(" ,(\n", h->v->text[end - 1]))
			end--;
		if (story && end < x->at && end > 0 && person_in(h, view_sentence(h->v, end - 1), end, 0, true, &p, &at) && at.end + 1 >= end)
			return take(h, &p, at, 0.8);
	}
	return false;
}

/* "... namens mijn man. Hij heet Teun Brouwers." */
static bool by_calling(struct hunt *h)
{
	if (!(anywhere(h, WEAK) || anywhere(h, CARE) || anywhere(h, ACTS)) || !(anywhere(h, KIN) || anywhere(h, SPOUSE)))
		return false;
	for (size_t i = 0; i < h->n; i++) {
		const struct client_hit *x = &h->hit[i];
		struct person p;
		struct span at;
		if (x->group == CALLED && speaks(h->v, x->at) && person_in(h, x->end, view_sentence_end(h->v, x->end), x->end, false, &p, &at) && at.at - x->end < 3)
			return take(h, &p, at, 0.8);
	}
	return false;
}

/* "Betreft: de heer Y. Demir, geboren ...", where the sender acts for others by trade. */
static bool by_matter(struct hunt *h)
{
	static const char *const heads[] = { "betreft", "inzake", "betr.", "betr", "re", "onze cli\xc3\xabnt", "my client", NULL };
	if (!anywhere(h, TRADE))
		return false;
	for (size_t i = 0; i < h->v->n_lines && i < 60; i++) {
		struct span l = h->v->line[i].at;
		size_t end = view_phrase(h->v, l.at, l.at + 16 < l.end ? l.at + 16 : l.end, heads);
		struct person p;
		struct span at;
		if (end && person_in(h, end, l.end - end < 120 ? l.end : end + 120, 0, false, &p, &at))
			return take(h, &p, at, 0.85);
	}
	return false;
}

/* Under the closing only "advocaat, namens cliënte ..." and "T. Vink namens K. Hof" name a client: who signs stands right before. */
static bool signed_for(const struct hunt *h, const struct client_hit *x, const struct view_line *l, bool sure)
{
	static const char *const lead[] = { "namens", "voor", NULL };
	struct person p;
	size_t unused;
	if (sure)
		return view_phrase(h->v, x->at > 10 ? x->at - 10 : 0, x->at, lead);
	return x->end - x->at == 6 && x->at > l->at.at + 3 && person_read(h->v->text + l->at.at, x->at - 1 - l->at.at, PERSON_LINE, &p, &unused) && p.score >= 0.6;
}

/* Nobody speaks there. */
static bool voiceless(const struct view_line *l)
{
	return l->foreign || l->role == ROLE_DISCLAIMER || l->role == ROLE_FOOTER;
}

bool client_said(struct hunt *h)
{
	for (int sure = 1; sure >= 0; sure--)
		for (size_t i = 0; i < h->n; i++) {
			const struct client_hit *x = &h->hit[i];
			const struct view_line *l = &h->v->line[view_line_of(h->v, x->at)];
			if (x->group == (sure ? STRONG : WEAK) && !l->below && !voiceless(l) && client_at(h->f, h->v, x->end, h->v->n, sure))
				return true;
		}
	return false;
}

bool client_signed(struct hunt *h)
{
	for (int sure = 1; sure >= 0; sure--)
		for (size_t i = 0; i < h->n; i++) {
			const struct client_hit *x = &h->hit[i];
			const struct view_line *l = &h->v->line[view_line_of(h->v, x->at)];
			bool named = x->group == (sure ? STRONG : WEAK) && l->below && !voiceless(l) && signed_for(h, x, l, sure);
			if (named && client_at(h->f, h->v, x->end, l->at.end, true))	/* the town stands on the next line */
				return true;
		}
	return false;
}

/* "Brink Accountants": nobody greets, but somebody signs. */
static bool signature_like(const struct view *v, size_t line)
{
	static const char *const told[] = { "ik", "wij", "mijn", "een", "u", "uw", "i", "my", NULL };
	struct span l = view_trim(v, v->line[line].at);
	size_t len;
	return line + SIGNED_LAST >= v->n_lines && l.end > l.at && l.end - l.at < 50 && glyph_upper(glyph_at(v->text, l.end, l.at, &len)) && !strchr(".!?", v->text[l.end - 1]) &&
	       !view_phrase(v, l.at, l.end, told);
}

bool client_professional(const struct hunt *h)
{
	for (size_t i = 0; i < h->n; i++) {
		size_t line = view_line_of(h->v, h->hit[i].at);
		if (h->hit[i].group == TRADE && (h->v->line[line].below || signature_like(h->v, line)))
			return true;
	}
	return false;
}

bool client_cared(struct hunt *h)
{
	return by_care(h) || by_matter(h) || by_kin(h) || by_calling(h);
}
