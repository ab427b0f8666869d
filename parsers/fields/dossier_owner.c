#include "parsers/fields/dossier_owner.h"

#include <string.h>

#include "parsers/fields/names.h"
#include "parsers/glyph.h"

#define FOLD_BYTES 40
#define GAP_BYTES 100
#define WORDS_MOST 7

/* Who keeps files of his own on the same matter, or on another. */
static const char kinds[] = " rechtswinkel raadslieden humanitas opdrachtgever opdrachtgevers schuldeiser leverancier crediteur verzekeraar zorgverzekeraar verzekering rechtbank kantongerecht kantonrechter rechter gerechtshof griffie advocaat advocate advocaten "
			    "advocatenkantoor raadsman bewindvoerder bewindvoerderskantoor curator mentor notaris webshop winkel politie huisarts kredietbank belastingdienst cjib creditor court insurer lawyer solicitor police bailiff "
			    "glaubiger gericht anwalt polizei wierzyciela sadu alacakli mahkeme avukat huurcommissie geschillencommissie klachtencommissie ombudsman verhuurder woningcorporatie woningbouw gemeente deurwaarder deurwaarders "
			    "gerechtsdeurwaarder gerechtsdeurwaarders deurwaarderskantoor kifid tuchtrechter klachtencollege raad kamer loket wijkteam schuldhulp schuldhulpverlening schuldhulpverlener budgetcoach uwv svb duo cak "
			    "cbr rdw ind lbio bkr ap acm autoriteit toezichthouder inspectie nvi consumentenbond rechtsbijstand das arag energieleverancier provider telecomprovider postorderbedrijf bank pakketdienst postnl dhl "
			    "ziekenhuis tandarts zorgkantoor werkgever vakbond intrum flanderijn syncasso ggn lavg vesting bosveld incassade straetus cannock payt collectmaxx jongerius hafkamp webcasso invorderingsbedrijf ";

/* Whose claims are collected: "dossier Ziggo" is as likely ours. */
static const char creditors[] = " vattenfall nuon essent eneco greenchoice engie budget oxxio energiedirect vandebron delta ziggo kpn vodafone odido tmobile t-mobile tele2 ben simpel youfone lebara hollandsnieuwe caiway bol bol.com "
				"coolblue wehkamp zalando otto klarna afterpay riverty billink in3 paypal achmea cz vgz menzis zilveren onvz dsw fbto interpolis ohra nn aegon asr unive anwb ns rabobank ing abn sns santander "
				"vitens evides pwn waternet brabant wml dunea liander stedin enexis spotify netflix basicfit basic-fit ";

static const char third_ends[] = " verzekeraar verzekering rechtbank commissie deurwaarder deurwaarders advocaat advocaten leverancier maatschappij autoriteit "
				  "ombudsman hulpverlening bewindvoerder bewindvoering corporatie stichting instantie gerecht schuldeiser provider ";

/* Of the kinds those whose claims the agency collects: "dossier 2604817 van de gemeente" is ours. */
static const char claimants[] = " opdrachtgever opdrachtgevers schuldeiser leverancier crediteur verzekeraar zorgverzekeraar verzekering gemeente verhuurder woningcorporatie woningbouw energieleverancier provider telecomprovider bank webshop "
				"winkel belastingdienst duo cjib uwv svb cak ziekenhuis tandarts huisarts postorderbedrijf creditor insurer glaubiger ";

static const char us[] = " u jullie uw pro proactief pro-actief you your ihnen ihr incassobureau incasso ons hen kantoor ";
static const char articles[] = " de het een mijn onze m'n ons die dat the my our a der dem den die meinem meiner unserem firma bureau nv bv ";

bool dossier_third(const char *fold)
{
	if (glyph_listed(kinds, fold))
		return true;
	size_t end = glyph_listed_end(third_ends, fold);
	return end && strlen(fold) > end;
}

struct owner_word { struct span at; char fold[FOLD_BYTES]; bool capital; };

/* The word at or behind p; false: none before "to", or a mark that parts thoughts stands first. */
static bool word_at(const char *s, size_t p, size_t to, const char *parts, struct owner_word *ret)
{
	size_t len;
	while (p < to && !glyph_wordish(s[p]))
		if (strchr(parts, s[p++]))
			return false;
	size_t start = p;
	while (p < to && (glyph_wordish(s[p]) || (unsigned char)s[p] >= 0x80 || (strchr("'-.&", s[p]) && p + 1 < to && glyph_wordish(s[p + 1])))) {
		(void)glyph_at(s, to, p, &len);
		p += len;
	}
	if (p == start || p > to || p - start >= FOLD_BYTES)
		return false;
	ret->at = (struct span){ start, p };
	glyph_fold_text(s + start, p - start, ret->fold, sizeof ret->fold);
	ret->capital = glyph_upper(glyph_at(s, to, start, &len));
	return true;
}

/* May the capital at w be an organisation? A person's name has a title, a first name or initials, or is a month. */
static bool organisation_like(const struct owner_word *w)
{
	bool initial = w->at.end - w->at.at == 1 || strchr(w->fold, '.');
	return w->capital && !initial && !names_first(w->fold) && !names_title(w->fold) && !names_never(w->fold) && !names_particle(w->fold) && !names_place(w->fold) &&
	       !glyph_listed(" familie fam ", w->fold);
}

/* Whom "bij ...", "van ..." names: the first word behind the preposition that is no article. */
static enum dossier_owner named(const char *s, size_t p, size_t to, bool at_them, bool reference)
{
	struct owner_word w;
	for (int i = 0; i < 4 && word_at(s, p, to, ".;:!?\n|(", &w); i++, p = w.at.end) {
		if (glyph_listed(us, w.fold))
			return OWNER_US;
		if (dossier_third(w.fold))
			return OWNER_OTHER;
		if (glyph_listed(creditors, w.fold))
			return at_them || reference ? OWNER_OTHER : OWNER_MAYBE_OTHER;
		if (glyph_listed(articles, w.fold))
			continue;
		return organisation_like(&w) ? (at_them ? OWNER_OTHER : OWNER_MAYBE_OTHER) : OWNER_UNSAID;
	}
	return OWNER_UNSAID;
}

static bool at_word(const char *fold)
{
	return glyph_listed(" bij with at bei u w ", fold);
}

static bool of_word(const char *fold)
{
	return glyph_listed(" van vanuit door from of by von od ", fold);
}

/* "Kenmerk van Vattenfall:", "dossiernummer bij Kifid is", "zaaknummer rechtbank". */
static enum dossier_owner between(const char *s, size_t from, size_t to, bool reference)
{
	struct owner_word w;
	if (to <= from || to - from > GAP_BYTES)
		return OWNER_UNSAID;
	for (size_t p = from, i = 0; i < WORDS_MOST && word_at(s, p, to, ";!?|", &w); p = w.at.end, i++) {
		if (at_word(w.fold) || of_word(w.fold)) {
			enum dossier_owner o = named(s, w.at.end, to, at_word(w.fold), reference);
			if (o != OWNER_UNSAID)
				return o;
		} else if (i < 2 && dossier_third(w.fold)) {
			return OWNER_OTHER;
		} else if (i == 0 && glyph_listed(creditors, w.fold)) {
			return reference ? OWNER_OTHER : OWNER_MAYBE_OTHER;
		} else if (glyph_digit(w.fold[0])) {
			return OWNER_UNSAID;
		}
	}
	return OWNER_UNSAID;
}

/* Is one of the next three words a claimant? */
static bool claimant(const char *s, size_t p, size_t to)
{
	struct owner_word w;
	for (int i = 0; i < 3 && word_at(s, p, to, ".;:!?\n|(", &w); i++, p = w.at.end) {
		size_t k = strlen(w.fold);
		if (glyph_listed(claimants, w.fold) || (k > 11 && strcmp(w.fold + k - 11, "verzekeraar") == 0) || (k > 11 && strcmp(w.fold + k - 11, "leverancier") == 0) || (k > 10 && strcmp(w.fold + k - 10, "corporatie") == 0) ||
		    (k > 12 && strcmp(w.fold + k - 12, "maatschappij") == 0))
			return true;
	}
	return false;
}

/* "7654321 bij mijn advocaat", "7654321 van Intrum"; "dossier 2604817 van Vattenfall" is whose claim it is. */
static enum dossier_owner behind(const char *s, size_t n, size_t end)
{
	struct owner_word w;
	size_t to = n - end > GAP_BYTES ? end + GAP_BYTES : n;
	if (!word_at(s, end, to, ",.;:!?\n|/", &w) || !(at_word(w.fold) || of_word(w.fold)))
		return OWNER_UNSAID;
	enum dossier_owner o = named(s, w.at.end, to, at_word(w.fold), false);
	bool claim = o == OWNER_MAYBE_OTHER || (o == OWNER_OTHER && claimant(s, w.at.end, to));
	return claim && !at_word(w.fold) ? OWNER_UNSAID : o;
}

/* "bij Flanderijn loopt dossier ...", "Ziggo heeft zaaknummer ...", "Ombudsman, dossier ...": only verbs of having lie between. */
static enum dossier_owner before(const char *s, size_t label)
{
	static const char having[] = " loopt heb ik heeft is staat gebruikt hanteert kreeg kregen noemt geeft gaf onder als een het mijn er lopend eigen has uses gave have hat haben ";
	size_t p = label, least = label > GAP_BYTES ? label - GAP_BYTES : 0;
	bool had = false, comma = false, running = false;	/* who "has" a file may have handed it over */
	for (int i = 0; i < 6 && p > least; i++) {
		while (p > least && !glyph_wordish(s[p - 1])) {
			if (strchr(".;:!?\n|(", s[p - 1]))
				return OWNER_UNSAID;
			comma = comma || s[p - 1] == ',';
			p--;
		}
		size_t end = p, len;
		while (p > least && (glyph_wordish(s[p - 1]) || s[p - 1] == '-'))
			p--;
		char f[FOLD_BYTES];
		if (p == end || end - p >= FOLD_BYTES)
			return OWNER_UNSAID;
		glyph_fold_text(s + p, end - p, f, sizeof f);
		struct owner_word w = { .at = { p, end }, .capital = glyph_upper(glyph_at(s, end, p, &len)) };
		memcpy(w.fold, f, sizeof f);
		bool known = dossier_third(f) || glyph_listed(creditors, f);
		if (known || (had && organisation_like(&w) && !glyph_listed(us, f)))
			return had && known && !comma && running ? OWNER_OTHER : had || comma ? OWNER_MAYBE_OTHER : OWNER_UNSAID;
		if (!glyph_listed(having, f))
			return OWNER_UNSAID;
		running = running || glyph_listed(" loopt is staat hanteert gebruikt uses ", f);
		had = had || !glyph_listed(" een het mijn er ik eigen lopend als onder ", f);
	}
	return OWNER_UNSAID;
}

enum dossier_owner dossier_owner(const char *s, size_t n, struct span number, struct span label, bool reference)
{
	enum dossier_owner o = OWNER_UNSAID;
	if (label.end > label.at && label.end <= number.at)
		o = between(s, label.end, number.at, reference);
	if (o == OWNER_UNSAID)
		o = behind(s, n, number.end);
	if (o == OWNER_UNSAID && label.end > label.at && label.end <= number.at)
		o = before(s, label.at);
	return o;
}

bool dossier_counted(const char *s, size_t n, size_t end, bool labelled)
{
	struct owner_word w, next;
	size_t to = n - end > 24 ? end + 24 : n;
	if (!word_at(s, end, to, ",.;:!?\n|()", &w))
		return false;
	if (!labelled && glyph_listed(" kwh kw kwu m3 m2 km kg gb mb liter meter euro eur keer maal stuks punten klanten mensen inwoners uur volt watt ", w.fold))
		return true;
	static const char lists[] = " cv vv ej ha bm kg kk uc az hv wr ar vz ";
	return glyph_listed(lists, w.fold) && w.capital && word_at(s, w.at.end, to, ",;:!?\n|()", &next) && glyph_listed(" expl verz za rk kort wvggz mb ", next.fold);
}
