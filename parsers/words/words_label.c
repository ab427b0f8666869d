/* The labels of forms, and what each is about: whole labels as they are printed, those made of the words for a postcode and a town, and abbreviated ones. */
#include <string.h>
#include <strings.h>

#include "parsers/words/words_sheet.h"

/* The whole label, folded. LABEL_OURS: fields that a form's program adds, no sign of a form by themselves. */
#define AS_DOSSIER 2	/* weight: its plain name is "Dossiernummer" */
static const struct phrase LABELS[] = {
	{ "(uw |je |volledige |voor en achter|voor|achter|bedrijfs|familie|roep|)naam", LABEL_FIELD, 1 },
	{ "naam (klant|debiteur|indiener|klager|afzender|beller|melder|organisatie|bedrijf)", LABEL_FIELD, 1 }, { "(beller|melder|klager|debiteur|caller)", LABEL_FIELD, 1 },
	{ "naam en (voorletters|voornaam|adres)", LABEL_FIELD, 1 }, { "(klantnaam|contactnummer)", LABEL_FIELD, 1 }, { "(kenmerk|nummer|referentie) brief", LABEL_FIELD, AS_DOSSIER },
	{ "(dossiernummer|dossiernr|kenmerk|referentie*) (bij|van) (organisatie|bedrijf|incassobureau|kantoor|de organisatie|het bedrijf|uw organisatie|het incassobureau)", LABEL_FIELD, AS_DOSSIER }, { "(uw |je |)eigen naam", LABEL_FIELD, 1 }, { "(naam|gegevens) van (degene|de persoon|persoon|iemand) %", LABEL_FIELD, 1 },
	{ "(ingevuld voor|ingediend voor|om wie gaat het|voor wie|voor wie is de klacht)", LABEL_FIELD, 1 }, { "(nummer|nr|kenmerk|referentie) (op|in|boven) (de|uw|onze|mijn) (brief|sms|mail|brieven)", LABEL_FIELD, AS_DOSSIER }, { "voorletter*", LABEL_FIELD, 1 },
	{ "tussenvoegsel*", LABEL_FIELD, 1 }, { "aanhef", LABEL_FIELD, 1 },
	{ "(dhr|mw|de heer mevrouw|geslacht)", LABEL_FIELD, 1 }, { "(uw |)adres*", LABEL_FIELD, 1 },
	{ "straat*", LABEL_FIELD, 1 }, { "straat en (huisnummer|nummer)", LABEL_FIELD, 1 },
	{ "(huisnummer*|huisnr)", LABEL_FIELD, 1 }, { "postcode*", LABEL_FIELD, 1 },
	{ "postcode (en |)(plaats|woonplaats)", LABEL_FIELD, 1 }, { "woonplaats", LABEL_FIELD, 1 },
	{ "(plaats|stad|land|provincie|toevoeging)", LABEL_FIELD, 1 },
	{ "(uw |)(telefoon*|tel|mobiel*|gsm|phone*|mobile*)", LABEL_FIELD, 1 },
	{ "telefoon* (overdag|mobiel|nummer|vast|werk)", LABEL_FIELD, 1 },
	{ "tel (overdag|mobiel|nummer|vast|werk|thuis|nr)", LABEL_FIELD, 1 }, { "(klantnummer|klantnr|polisnummer|polisnr|factuurnr|ordernr|bestelnummer)%", LABEL_FIELD, 1 },
	{ "telefoonnummer waarop ~ bereikbaar (bent|)", LABEL_FIELD, 1 },
	{ "mobiel (nummer|telefoonnummer)", LABEL_FIELD, 1 },
	{ "(phone|mobile|telephone) (number|)", LABEL_FIELD, 1 },
	{ "daytime (phone|telephone|tel)*", LABEL_FIELD, 1 }, { "daytime (phone|telephone) number", LABEL_FIELD, 1 },
	{ "(uw |je |)(e mail*|email*|mailadres|mail)", LABEL_FIELD, 1 },
	{ "(uw |je |)(e mail|email) (adres|address)", LABEL_FIELD, 1 },
	{ "(uw |)(dossier*|zaaknummer|zaak|zaaknr|kenmerk|referentie*)", LABEL_FIELD, 1 },
	{ "(dossier|zaak) (nummer|nr|no)", LABEL_FIELD, 1 },
	{ "(ons|uw|onze) (kenmerk|referentie|dossiernummer)", LABEL_FIELD, 1 },
	{ "dossiernummer indien bekend", LABEL_FIELD, 1 }, { "(nummer|nr|kenmerk) van (het|uw|je|de) (dossier|zaak|brief)", LABEL_FIELD, 1 },
	{ "(kenmerk|referentie*|zaaknummer|uw kenmerk|ons kenmerk|dossier) (of |en |)(dossiernummer|dossier|zaaknummer|kenmerk)", LABEL_FIELD, 1 },
	{ "dossiernummer (of |en |)(kenmerk|referentie*|zaaknummer)", LABEL_FIELD, 1 },
	{ "(klant|debiteur|factuur|contract|klacht)(nummer|nr)", LABEL_FIELD, 1 }, { "factuur", LABEL_FIELD, 1 },
	{ "(geboortedatum|opdrachtgever|schuldeiser|iban|rekeningnummer|bsn)", LABEL_FIELD, 1 },
	{ "(onderwerp|betreft|datum|date|subject|betreff|van|aan|from|to|cc)", LABEL_OURS, 1 },
	{ "(your |full |first |last |sur|)name", LABEL_FIELD, 1 },
	{ "(your |home |postal |street |)address", LABEL_FIELD, 1 },
	{ "(postal code|postcode|zip|zip code|city|town|country)", LABEL_FIELD, 1 },
	{ "(file|case|reference|dossier|account) (number|no|nr)", LABEL_FIELD, 1 },
	{ "(your |our |)reference", LABEL_FIELD, 1 },
	{ "(name|vorname|nachname|anschrift|strasse|plz|ort|telefon*|aktenzeichen|"
	  "geschaftszeichen)", LABEL_FIELD, 1 },
	{ "plz ort", LABEL_FIELD, 1 },
	{ "(imie|nazwisko|imie i nazwisko|adres|telefon|numer sprawy)", LABEL_FIELD, 1 },
	{ "(ad soyad|adi soyadi|telefon|dosya no|dosya numarasi)", LABEL_FIELD, 1 },
	{ "(ik schrijf namens|namens|namens wie|ik dien deze klacht in namens|indienen namens)", LABEL_FIELD, 1 },
	{ "(verzonden|verstuurd|ingezonden)", LABEL_OURS, 1 }, { "(added time|entry date|submission date|created at|tijdstip|datum inzending|ingevuld op)", LABEL_OURS, 1 }, { "(verzenden|verstuur|versturen|verzend|submit|send|knop)", LABEL_OURS, 1 },
	{ "(ip adres|ip address|ip|browser|remote ip|user agent|pagina|page url|url|bron|source url|ingezonden op|verzonden op|"
	  "submitted|form id|formulier|tijd|time)", LABEL_OURS, 1 },
	{ "(soort|type) (klacht|melding|bericht|contact|vraag|reactie)", LABEL_OURS, 1 },
	{ "(categorie|voorkeur*|akkoord*|toestemming*|privacy*|bijlage*|upload*|bestand*|captcha)", LABEL_OURS, 1 },
	{ "(privacyverklaring|voorwaarden)%", LABEL_OURS, 1 }, { "(ik ga |)akkoord%", LABEL_OURS, 1 },
	{ "(bereikbaar*|beste tijd*)%", LABEL_OURS, 1 },
	{ "(omschrijving*|beschrijving*|toelichting*|klachtomschrijving|berichtinhoud|berichttekst|tekst)", LABEL_DESCRIPTION, 1 },
	{ "(omschrijving|beschrijving|toelichting) (van |op |)(de |uw |je |mijn |)(klacht|klachten|situatie|probleem|"
	  "melding)", LABEL_DESCRIPTION, 1 },
	{ "(korte|uitgebreide|nadere) (omschrijving|beschrijving|toelichting)", LABEL_DESCRIPTION, 1 }, { "inhoud (van |)(uw |je |de |)(klacht|bericht)", LABEL_DESCRIPTION, 1 },
	{ "(beschrijf|omschrijf|schrijf) (hier |hieronder |kort |zo duidelijk mogelijk |)(uw|je|jouw|de) (klacht|probleem|situatie|verhaal)", LABEL_DESCRIPTION, 1 },
	{ "(beschrijf|omschrijf|vertel) ~ wat er (is gebeurd|gebeurd is|gebeurde|misging|is misgegaan|mis is gegaan)", LABEL_DESCRIPTION, 1 }, { "licht (uw|je) klacht toe", LABEL_DESCRIPTION, 1 }, { "(reden|aanleiding) (van|voor) (uw |de |je |)(klacht|melding|bezwaar)", LABEL_DESCRIPTION, 1 },
	{ "(describe|tell us about) (your|the) (complaint|problem|situation)", LABEL_DESCRIPTION, 1 }, { "(please |)(describe|tell us) what (happened|went wrong)", LABEL_DESCRIPTION, 1 },
	{ "beschreiben sie (ihre beschwerde|ihr anliegen|das problem)", LABEL_DESCRIPTION, 1 },
	{ "(uw |je |mijn |de |)(klacht|klachten|klachtomschrijving|klachtbeschrijving|klachttekst|klachtinhoud|klachtdetails)", LABEL_DESCRIPTION, 1 },
	{ "(uw |je |)(bericht|boodschap|verhaal|melding|reactie|opmerking*)", LABEL_DESCRIPTION, 1 },
	{ "(uw |je |)vraag (of opmerking|of klacht|)", LABEL_DESCRIPTION, 1 },
	{ "(vraag|opmerking|vragen|opmerkingen)", LABEL_DESCRIPTION, 1 },
	{ "(vraag|vragen) (of|en) opmerking*", LABEL_DESCRIPTION, 1 },
	{ "(waar|waarover) gaat (uw|je) klacht%", LABEL_DESCRIPTION, 1 },
	{ "(wat|hoe) is er (gebeurd|misgegaan)", LABEL_DESCRIPTION, 1 },
	{ "(wat is|wat zijn) (uw|je) klacht*", LABEL_DESCRIPTION, 1 },
	{ "(your |)(message*|comment*|complaint*)", LABEL_DESCRIPTION, 1 }, { "message body", LABEL_DESCRIPTION, 1 },
	{ "(description*|details|what happened)", LABEL_DESCRIPTION, 1 },
	{ "description of ~ complaint", LABEL_DESCRIPTION, 1 }, { "nature of ~ complaint", LABEL_DESCRIPTION, 1 },
	{ "(nachricht|beschreibung|beschwerde|ihre nachricht|ihre beschwerde|ihr anliegen|anliegen)", LABEL_DESCRIPTION, 1 },
	{ "(tresc|opis|opis skargi|wiadomosc|mesaj|mesajiniz|aciklama|sikayet*)", LABEL_DESCRIPTION, 1 },
	{ "(gewenste|gewenst|uw|mijn|voorgestelde) (oplossing|resultaat|uitkomst)", LABEL_RESOLUTION, 1 },
	{ "(uw|je|jouw) (wens|wensen|verzoek|voorstel|eis|doel)", LABEL_RESOLUTION, 1 }, { "(oplossing|wens|verzoek|voorstel|wensen|gevraagd|verzocht|gewenst|mijn eis*|mijn wens*|mijn verzoek)", LABEL_RESOLUTION, 1 },
	{ "(wil|wenst|verlangt|eist)", LABEL_RESOLUTION, 1 }, { "(gewenste|gevraagde) (actie|acties|afhandeling|vervolgactie|stap)", LABEL_RESOLUTION, 1 },
	{ "wat is ~ gewenste oplossing", LABEL_RESOLUTION, 1 }, { "uw gewenste oplossing", LABEL_RESOLUTION, 1 },
	{ "gewenste oplossing van %", LABEL_RESOLUTION, 1 }, { "welke oplossing%", LABEL_RESOLUTION, 1 },
	{ "hoe (wilt|wil|kunnen) ~ (oplossen|opgelost|oplosten)", LABEL_RESOLUTION, 1 },
	{ "hoe (wilt u|wil je|kunnen wij|kunnen we|lossen wij|lossen we|maken wij|maken we|kan dit|zou u dit) %", LABEL_RESOLUTION, 1 },
	{ "wat (wilt|wil|verwacht|verlangt|zou|kunnen|mogen|moeten) (u|je|wij|we) %", LABEL_RESOLUTION, 1 }, { "wat (is|zijn) (uw|je) (wens|wensen|voorstel|verzoek|eis|doel|verwachting|verwachtingen|idee)", LABEL_RESOLUTION, 1 },
	{ "wat (wilt|wil|verwacht|verlangt) (u|je)", LABEL_RESOLUTION, 1 },
	{ "wat moet er ~ (gebeuren|gedaan)", LABEL_RESOLUTION, 1 }, { "wat wil ik", LABEL_RESOLUTION, 1 },
	{ "(desired|preferred|requested|wanted) (resolution|solution|outcome|result)", LABEL_RESOLUTION, 1 },
	{ "what (would|do) you (like|want|expect) %", LABEL_RESOLUTION, 1 },
	{ "(resolution|solution|remedy|remedy sought)", LABEL_RESOLUTION, 1 },
	{ "(gewunschte|erwunschte) losung", LABEL_RESOLUTION, 1 }, { "(wunsch|ihr wunsch|losung|ihre forderung|was wunschen sie|was erwarten sie)", LABEL_RESOLUTION, 1 },
	{ "(oczekiwane rozwiazanie|istenen cozum|talep|talebim)", LABEL_RESOLUTION, 1 },
};
static struct phrase_set labels PHRASE_LISTED = PHRASE_SET(LABELS);

/* What forms ask for in a word or two, and words that may stand beside it: "Postc.", "pc/plaats", "Straat + nr", "Doss. nr.", "Tel. overdag". */
#define ASKED_BYTES 36	/* of a label in so few words */
enum asked { ASKED_NONE, ASKED_BESIDE, ASKED_DAY, ASKED_ADDITION, ASKED_NUMBER, ASKED_TOWN, ASKED_PHONE, ASKED_DOSSIER, ASKED_POSTCODE, ASKED_STREET, ASKED_FIRST, ASKED_PARTICLE, ASKED_LAST };
static const char *const ASKED_NAMES[] = { NULL, NULL, NULL, "Toevoeging", "Huisnummer", "Plaats", "Telefoon", "Dossiernummer", "Postcode", "Adres", "Voornaam", "Tussenvoegsel", "Achternaam" };
static const struct { const char *word; enum asked asked; } ASKED_WORDS[] = {
	{ "postcode", ASKED_POSTCODE }, { "postkode", ASKED_POSTCODE }, { "postc", ASKED_POSTCODE }, { "pc", ASKED_POSTCODE }, { "plz", ASKED_POSTCODE }, { "zip", ASKED_POSTCODE }, { "postleitzahl", ASKED_POSTCODE },
	{ "plaats", ASKED_TOWN }, { "plaatsnaam", ASKED_TOWN }, { "woonplaats", ASKED_TOWN }, { "woonpl", ASKED_TOWN }, { "plts", ASKED_TOWN }, { "ort", ASKED_TOWN }, { "wohnort", ASKED_TOWN }, { "city", ASKED_TOWN }, { "town", ASKED_TOWN }, { "stad", ASKED_TOWN },
	{ "straat", ASKED_STREET }, { "straatnaam", ASKED_STREET }, { "str", ASKED_STREET }, { "strasse", ASKED_STREET }, { "street", ASKED_STREET }, { "adres", ASKED_STREET },
	{ "huisnummer", ASKED_NUMBER }, { "huisnr", ASKED_NUMBER }, { "hausnummer", ASKED_NUMBER }, { "hausnr", ASKED_NUMBER },
	{ "dossier", ASKED_DOSSIER }, { "doss", ASKED_DOSSIER }, { "dossiernr", ASKED_DOSSIER }, { "dossiernummer", ASKED_DOSSIER }, { "zaaknr", ASKED_DOSSIER },
	{ "telefoon", ASKED_PHONE }, { "telefoonnr", ASKED_PHONE }, { "telefoonnummer", ASKED_PHONE }, { "tel", ASKED_PHONE }, { "mobiel", ASKED_PHONE }, { "phone", ASKED_PHONE },
	{ "voorl", ASKED_FIRST }, { "voorletters", ASKED_FIRST }, { "voorn", ASKED_FIRST }, { "tussenv", ASKED_PARTICLE }, { "tussenvgsl", ASKED_PARTICLE }, { "tv", ASKED_PARTICLE }, { "achtern", ASKED_LAST },
	{ "overdag", ASKED_DAY }, { "nr", ASKED_BESIDE }, { "nummer", ASKED_BESIDE }, { "number", ASKED_BESIDE }, { "en", ASKED_BESIDE }, { "und", ASKED_BESIDE }, { "and", ASKED_BESIDE }, { "uw", ASKED_BESIDE }, { "je", ASKED_BESIDE },
	{ "toevoeging", ASKED_ADDITION }, { "toev", ASKED_ADDITION },
};

static enum asked asked_word(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof ASKED_WORDS / sizeof *ASKED_WORDS; i++)
		if (ASKED_WORDS[i].word[0] == *s && strlen(ASKED_WORDS[i].word) == n && memcmp(ASKED_WORDS[i].word, s, n) == 0)
			return ASKED_WORDS[i].asked;
	return ASKED_NONE;
}

/* May the label begin with one of them? Nearly no line does, and needs no folding then. */
static bool asked_first(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof ASKED_WORDS / sizeof *ASKED_WORDS; i++) {
		const char *word = ASKED_WORDS[i].word;
		if ((s[0] | 0x20) == word[0] && (s[1] | 0x20) == word[1] && strlen(word) <= n && strncasecmp(s, word, strlen(word)) == 0)
			return true;
	}
	return false;
}

/* The same of two words that were run together: "pcplaats", "straatnr". */
static enum asked asked_joined(const char *s, size_t n)
{
	enum asked whole = asked_word(s, n);
	for (size_t i = 2; !whole && i + 2 <= n; i++) {
		enum asked a = asked_word(s, i), b = asked_word(s + i, n - i);
		whole = a && b ? (a > b ? a : b) : ASKED_NONE;
	}
	return whole;
}

/* Every word of the folded label is one of these: the plain name of what is asked, or NULL. */
static const char *asked_name(const char *folded)
{
	enum asked best = ASKED_NONE;
	bool day = false;
	for (const char *p = folded + strspn(folded, " .!?"); *p; p += strspn(p, " .!?")) {
		size_t n = strcspn(p, " .!?");
		enum asked a = asked_joined(p, n);
		if (!a)
			return NULL;
		day = day || a == ASKED_DAY;
		best = a > best ? a : best;
		p += n;
	}
	return best == ASKED_PHONE && day ? "Telefoon overdag" : ASKED_NAMES[best];
}

/* "Telefoon klant", "E-mail indiener": whose it is says nothing more. Cuts it off; false when nothing of the sort ends the label. */
static bool cut_owner(struct folded *f, char *folded)
{
	static const char *const OWNERS[] = { " klant", " debiteur", " indiener", " klager", " melder", " afzender", " contactpersoon", " beller", " customer", " consument" };
	for (size_t i = 0; i < sizeof OWNERS / sizeof *OWNERS; i++) {
		size_t n = strlen(OWNERS[i]);
		if (f->n > n + 1 && memcmp(f->s + f->n - n, OWNERS[i], n) == 0) {
			f->n -= n;
			folded[f->n] = '\0';
			return true;
		}
	}
	return false;
}

static int listed_kind(const struct folded *f, const char **ret_name)
{
	struct phrase_hit hits[8];
	size_t found = phrases_find(&labels, f, 0, 1, hits, 8);
	for (size_t i = 0; i < found; i++)
		if (hits[i].end == f->n) {
			*ret_name = LABELS[hits[i].phrase].weight == AS_DOSSIER ? "Dossiernummer" : NULL;
			return LABELS[hits[i].phrase].group;
		}
	return 0;
}

int form_label_kind(const char *s, size_t n, const char **ret_name)
{
	char folded[160];
	*ret_name = NULL;
	if (n == 0 || n > 70)
		return 0;
	size_t digits = 0;	/* "2. Uw klacht"; but "2041 CC" is a postcode */
	while (digits < n && s[digits] >= '0' && s[digits] <= '9')
		digits++;
	if (digits && (digits == n || !strchr(".)-", s[digits])))
		return 0;
	while (n && strchr("0123456789.)-*# \t\"'", *s)) {
		s++;
		n--;
	}
	while (n && strchr("*:?# \t\"'", s[n - 1]))
		n--;
	bool starts = phrases_may_start(&labels, s, n);
	if (!starts && (n < 2 || n > ASKED_BYTES || !asked_first(s, n)))
		return 0;
	struct folded f = { folded, NULL, fold_into(s, n, folded, NULL) };
	if (f.n < 2)
		return 0;
	int kind = starts ? listed_kind(&f, ret_name) : 0;
	if (kind)
		return kind;
	bool owner = cut_owner(&f, folded);
	*ret_name = f.n <= ASKED_BYTES ? asked_name(folded) : NULL;
	if (owner && strstr(folded, "mail"))
		*ret_name = "E-mail";
	return *ret_name ? LABEL_FIELD : owner ? listed_kind(&f, ret_name) : 0;
}
