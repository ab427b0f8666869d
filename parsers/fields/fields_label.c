#include "parsers/fields/fields_inner.h"

#include <string.h>

#include "parsers/fields/dossier_owner.h"
#include "parsers/glyph.h"

#define LABEL_BYTES 64

struct label_row { const char *text; enum field_label label; };

/* Exact, after folding; "uw", "mijn", "your" in front and remarks in brackets are taken off before. */
static const struct label_row rows[] = {
	{ "naam", FIELD_NAME }, { "name", FIELD_NAME }, { "volledige naam", FIELD_NAME }, { "full name", FIELD_NAME }, { "naam klager", FIELD_OF }, { "eigen naam", FIELD_NAME }, { "naam en voorletters", FIELD_NAME },
	{ "voor- en achternaam", FIELD_NAME }, { "voornaam en achternaam", FIELD_NAME }, { "voorletters en achternaam", FIELD_NAME }, { "voorletter(s) en achternaam", FIELD_NAME }, { "naam afzender", FIELD_NAME }, { "afzender", FIELD_NAME },
	{ "contactpersoon", FIELD_NAME }, { "naam contactpersoon", FIELD_NAME }, { "klager", FIELD_OF }, { "klacht van", FIELD_OF }, { "bezwaar van", FIELD_OF }, { "melding van", FIELD_OF }, { "ingediend door", FIELD_BY }, { "ingevuld door", FIELD_BY }, { "ingezonden door", FIELD_BY }, { "opgesteld door", FIELD_BY }, { "geschreven door", FIELD_BY },
	{ "submitted by", FIELD_BY }, { "complaint of", FIELD_OF }, { "van", FIELD_HEAD }, { "from", FIELD_HEAD }, { "von", FIELD_HEAD }, { "klantnaam", FIELD_NAME }, { "ondergetekende", FIELD_NAME }, { "naam indiener", FIELD_BY },
	{ "vor- und nachname", FIELD_NAME }, { "imie i nazwisko", FIELD_NAME }, { "ad soyad", FIELD_NAME }, { "adi soyadi", FIELD_NAME }, { "nom", FIELD_NAME }, { "naam melder", FIELD_NAME }, { "debiteur", FIELD_NAME }, { "naam debiteur", FIELD_NAME }, { "beller", FIELD_NAME }, { "naam beller", FIELD_NAME }, { "klant", FIELD_NAME }, { "naam klant", FIELD_NAME }, { "melder", FIELD_NAME }, { "caller", FIELD_NAME },
	{ "voornaam", FIELD_FIRST }, { "voornamen", FIELD_FIRST }, { "first name", FIELD_FIRST }, { "voorletters", FIELD_FIRST }, { "voorletter", FIELD_FIRST }, { "voorletter(s)", FIELD_FIRST }, { "initialen", FIELD_FIRST }, { "vorname", FIELD_FIRST }, { "roepnaam", FIELD_FIRST },
	{ "tussenvoegsel", FIELD_PARTICLE }, { "tussenvoegsels", FIELD_PARTICLE }, { "tussenv", FIELD_PARTICLE }, { "tussenvoegsel(s)", FIELD_PARTICLE }, { "voorvoegsel", FIELD_PARTICLE },
	{ "achternaam", FIELD_LAST }, { "last name", FIELD_LAST }, { "surname", FIELD_LAST }, { "familienaam", FIELD_LAST }, { "nachname", FIELD_LAST },
	{ "bedrijf", FIELD_COMPANY }, { "bedrijfsnaam", FIELD_COMPANY }, { "company", FIELD_COMPANY }, { "organisatie", FIELD_COMPANY },
	{ "adres", FIELD_STREET }, { "address", FIELD_STREET }, { "straat", FIELD_STREET }, { "straatnaam", FIELD_STREET }, { "straat en huisnummer", FIELD_STREET }, { "straat + huisnummer", FIELD_STREET },
	{ "straat/huisnummer", FIELD_STREET }, { "straat + nr", FIELD_STREET }, { "straat en nummer", FIELD_STREET }, { "straat en huisnr", FIELD_STREET }, { "straat + huisnr", FIELD_STREET }, { "street", FIELD_STREET }, { "postadres", FIELD_STREET }, { "woonadres", FIELD_STREET },
	{ "adresgegevens", FIELD_STREET }, { "adres en woonplaats", FIELD_STREET }, { "adres + woonplaats", FIELD_STREET }, { "huidig adres", FIELD_STREET }, { "nieuw adres", FIELD_STREET }, { "correspondentieadres", FIELD_STREET }, { "strasse", FIELD_STREET }, { "strase", FIELD_STREET }, { "stra\xc3\x9f" "e", FIELD_STREET }, { "adresse", FIELD_STREET },
	{ "anschrift", FIELD_STREET }, { "street address", FIELD_STREET }, { "adresregel", FIELD_STREET },
	{ "huisnummer", FIELD_NUMBER }, { "huisnr", FIELD_NUMBER }, { "nr", FIELD_NUMBER }, { "nummer", FIELD_NUMBER }, { "house number", FIELD_NUMBER }, { "huisnummer + toevoeging", FIELD_NUMBER }, { "huisnummer en toevoeging", FIELD_NUMBER }, { "hausnummer", FIELD_NUMBER },
	{ "toevoeging", FIELD_ADDITION }, { "huisnummertoevoeging", FIELD_ADDITION },
	{ "postcode", FIELD_POSTCODE }, { "postcode en plaats", FIELD_POSTCODE }, { "postcode en woonplaats", FIELD_POSTCODE }, { "postcode/plaats", FIELD_POSTCODE }, { "postcode/woonplaats", FIELD_POSTCODE }, { "postcode + plaats", FIELD_POSTCODE },
	{ "postcode + woonplaats", FIELD_POSTCODE }, { "postcode & plaats", FIELD_POSTCODE }, { "postcode, plaats", FIELD_POSTCODE }, { "postcode plaats", FIELD_POSTCODE }, { "postcode woonplaats", FIELD_POSTCODE }, { "pc/plaats", FIELD_POSTCODE }, { "pc + plaats", FIELD_POSTCODE }, { "postcode / plaats", FIELD_POSTCODE }, { "postcode / woonplaats", FIELD_POSTCODE },
	{ "postal code", FIELD_POSTCODE }, { "zip / postal code", FIELD_POSTCODE }, { "zip/postal code", FIELD_POSTCODE }, { "postal / zip code", FIELD_POSTCODE }, { "zip code", FIELD_POSTCODE }, { "post code", FIELD_POSTCODE }, { "postcode / zip", FIELD_POSTCODE }, { "address line 1", FIELD_STREET }, { "city / town", FIELD_CITY }, { "town / city", FIELD_CITY }, { "zip", FIELD_POSTCODE }, { "pc", FIELD_POSTCODE }, { "plz", FIELD_POSTCODE }, { "postcode and city", FIELD_POSTCODE }, { "plz ort", FIELD_POSTCODE }, { "plz/ort", FIELD_POSTCODE },
	{ "plaats", FIELD_CITY }, { "woonplaats", FIELD_CITY }, { "plaatsnaam", FIELD_CITY }, { "stad", FIELD_CITY }, { "city", FIELD_CITY }, { "town", FIELD_CITY }, { "ort", FIELD_CITY }, { "gemeente", FIELD_CITY },
	{ "telefoon", FIELD_PHONE }, { "telefoonnummer", FIELD_PHONE }, { "telefoonnr", FIELD_PHONE }, { "tel", FIELD_PHONE }, { "telnr", FIELD_PHONE }, { "tel nr", FIELD_PHONE }, { "phone", FIELD_PHONE }, { "telephone", FIELD_PHONE }, { "phone number", FIELD_PHONE }, { "t", FIELD_PHONE },
	{ "telefoon prive", FIELD_PHONE }, { "telefoon thuis", FIELD_PHONE }, { "telefon", FIELD_PHONE }, { "nummer telefonu", FIELD_PHONE }, { "telefoon vast", FIELD_PHONE }, { "vast", FIELD_PHONE }, { "thuis", FIELD_PHONE }, { "telefoon avond", FIELD_PHONE }, { "telefoonnummer avond", FIELD_PHONE }, { "telefoonnummer 's avonds", FIELD_PHONE },
	{ "contactnummer", FIELD_PHONE }, { "bellen", FIELD_PHONE }, { "bel", FIELD_PHONE }, { "telefoonnummer thuis", FIELD_PHONE },
	{ "mobiel", FIELD_MOBILE }, { "mobiel nummer", FIELD_MOBILE }, { "mobile", FIELD_MOBILE }, { "mob", FIELD_MOBILE }, { "m", FIELD_MOBILE }, { "gsm", FIELD_MOBILE }, { "06", FIELD_MOBILE }, { "06-nummer", FIELD_MOBILE }, { "mobiele telefoon", FIELD_MOBILE }, { "mobiele nummer", FIELD_MOBILE }, { "handy", FIELD_MOBILE }, { "mobil", FIELD_MOBILE }, { "cep", FIELD_MOBILE },
	{ "telefoonnummer overdag", FIELD_DAYTIME }, { "telefoon overdag", FIELD_DAYTIME }, { "overdag", FIELD_DAYTIME }, { "tel overdag", FIELD_DAYTIME }, { "overdag bereikbaar", FIELD_DAYTIME }, { "overdag bereikbaar op", FIELD_DAYTIME }, { "bereikbaar op", FIELD_DAYTIME }, { "bereikbaar", FIELD_DAYTIME }, { "daytime", FIELD_DAYTIME }, { "daytime phone", FIELD_DAYTIME }, { "daytime telephone", FIELD_DAYTIME },
	{ "telefoonnummer waarop u overdag bereikbaar bent", FIELD_DAYTIME }, { "tagsuber", FIELD_DAYTIME }, { "telefonisch bereikbaar op", FIELD_DAYTIME },
	{ "fax", FIELD_FAX }, { "f", FIELD_FAX }, { "faxnummer", FIELD_FAX },
	{ "e-mail", FIELD_EMAIL }, { "email", FIELD_EMAIL }, { "e-mailadres", FIELD_EMAIL }, { "emailadres", FIELD_EMAIL }, { "mail", FIELD_EMAIL }, { "mailadres", FIELD_EMAIL }, { "e", FIELD_EMAIL }, { "e-mail address", FIELD_EMAIL }, { "email address", FIELD_EMAIL }, { "e-mail adres", FIELD_EMAIL }, { "email adres", FIELD_EMAIL },
	{ "namens", FIELD_CLIENT }, { "client", FIELD_CLIENT }, { "cliente", FIELD_CLIENT }, { "naam client", FIELD_CLIENT }, { "betreft client", FIELD_CLIENT }, { "inzake client", FIELD_CLIENT }, { "rechthebbende", FIELD_CLIENT }, { "clientnaam", FIELD_CLIENT }, { "betreft client(e)", FIELD_CLIENT }, { "client(e)", FIELD_CLIENT },
	{ "u dient de klacht in namens", FIELD_CLIENT }, { "ingediend namens", FIELD_CLIENT }, { "ingevuld voor", FIELD_CLIENT }, { "ingevuld namens", FIELD_CLIENT }, { "ingediend voor", FIELD_CLIENT }, { "klacht namens", FIELD_CLIENT }, { "on behalf of", FIELD_CLIENT }, { "betrokkene", FIELD_CLIENT }, { "onze client", FIELD_CLIENT }, { "betreft clienten", FIELD_CLIENT }, { "naam betrokkene", FIELD_CLIENT }, { "naam rechthebbende", FIELD_CLIENT },
	{ "opdrachtgever", FIELD_OTHER }, { "schuldeiser", FIELD_OTHER }, { "bezoekadres", FIELD_OTHER }, { "oud adres", FIELD_OTHER }, { "oude adres", FIELD_OTHER }, { "vorig adres", FIELD_OTHER }, { "factuuradres", FIELD_OTHER }, { "adres client", FIELD_OTHER }, { "crediteur", FIELD_OTHER },
	{ "omschrijving", FIELD_OTHER }, { "omschrijving van uw klacht", FIELD_OTHER }, { "gewenste oplossing", FIELD_OTHER }, { "iban", FIELD_OTHER }, { "kvk", FIELD_OTHER }, { "klacht", FIELD_OTHER }, { "bericht", FIELD_OTHER }, { "toelichting", FIELD_OTHER }, { "onderwerp", FIELD_OTHER }, { "datum", FIELD_OTHER },
	{ "geboortedatum", FIELD_OTHER }, { "naam medewerker", FIELD_OTHER }, { "medewerker", FIELD_OTHER }, { "behandelaar", FIELD_OTHER }, { "ip-adres", FIELD_OTHER }, { "voorkeur", FIELD_OTHER }, { "bijlage", FIELD_OTHER }, { "aanhef", FIELD_OTHER }, { "dossiernummer", FIELD_DOSSIER }, { "dossiernr", FIELD_DOSSIER }, { "dossier", FIELD_DOSSIER }, { "zaaknummer", FIELD_DOSSIER },
};

/* "Vestigingsadres", "Current address", "Meine Anschrift": every other kind of address but those that are somebody else's or gone. */
static enum field_label address_label(const char *f, size_t n)
{
	static const char *const ends[] = { "adres", "address", "anschrift", "adresse" };
	static const char *const not_here[] = { "ip-", "ip ", "oud", "vorig", "former", "old", "previous", "factuur", "tijdelijk", "vakantie", "hotel", "bezoek", "werk", "web", "alte", "remote", "client", "schuldeiser", "opdrachtgever", "aflever", "bezorg", "extern" };
	bool is = false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t k = strlen(ends[i]);
		is = is || (n > k && strcmp(f + n - k, ends[i]) == 0);
	}
	if (is && strstr(f, "mail"))
		return FIELD_EMAIL;
	for (size_t i = 0; is && i < sizeof not_here / sizeof *not_here; i++)
		if (strstr(f, not_here[i]))
			return FIELD_OTHER;
	return is && n < 32 ? FIELD_STREET : FIELD_NONE;
}

enum field_label field_question(const char *low, size_t n)
{
	static const struct { const char *word; enum field_label label; } asked[] = {
		{ "mail", FIELD_EMAIL }, { "dossier", FIELD_DOSSIER }, { "kenmerk", FIELD_DOSSIER }, { "zaaknummer", FIELD_DOSSIER }, { "namens wie", FIELD_CLIENT }, { "voor wie", FIELD_CLIENT },
		{ "overdag", FIELD_DAYTIME }, { "telefoon", FIELD_PHONE }, { "contactnummer", FIELD_PHONE }, { "bellen", FIELD_PHONE }, { "bereiken", FIELD_PHONE }, { "phone", FIELD_PHONE },
		{ "postcode", FIELD_POSTCODE }, { "adres", FIELD_STREET }, { "waar woon", FIELD_STREET }, { "address", FIELD_STREET },
		{ "naam", FIELD_NAME }, { "hoe heet", FIELD_NAME }, { "noemen", FIELD_NAME }, { "wie ben", FIELD_NAME }, { "name", FIELD_NAME },
	};
	while (n > 0 && strchr(" *", low[n - 1]))
		n--;
	if (n < 6 || low[n - 1] != '?')
		return FIELD_NONE;
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
		if (memmem(low, n, asked[i].word, strlen(asked[i].word)))
			return asked[i].label;
	return FIELD_NONE;
}

/* "dossiernummer deurwaarder": a word of the label names who keeps it. */
static bool names_others(const char *label)
{
	char word[LABEL_BYTES];
	while (*label) {
		size_t k = strcspn(label, " /");
		memcpy(word, label, k);
		word[k] = '\0';
		if (k && dossier_third(word))
			return true;
		label += k + (label[k] != '\0');
	}
	return false;
}

enum field_label field_label_of(const char *s, size_t n)
{
	char f[LABEL_BYTES];
	if (n == 0 || n >= LABEL_BYTES)
		return FIELD_NONE;
	size_t k = glyph_fold_text(s, n, f, sizeof f);
	char *p = f;
	while (*p && strchr(" \t*-_#>.?[", *p)) {
		p++;
		k--;
	}
	while (k > 0 && strchr(" \t*.:_?]=", p[k - 1]))
		p[--k] = '\0';
	for (char *c = p; *c; c++)	/* "[tel_overdag] =>" */
		*c = *c == '_' ? ' ' : *c;
	static const char *const front[] = { "uw ", "mijn ", "your ", "my ", "jouw ", "ihre ", "mein ", "ons " };
	for (size_t i = 0; i < sizeof front / sizeof *front; i++)
		if (strncmp(p, front[i], strlen(front[i])) == 0)
			p += strlen(front[i]);
	char *bracket = strstr(p, " (");
	if (bracket && strcmp(bracket, " (e)") != 0)
		*bracket = '\0';
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (*p == rows[i].text[0] && strcmp(p, rows[i].text) == 0)
			return rows[i].label;
	static const char *const theirs[] = { "rechtbank", "schuldeiser", "opdrachtgever", "verzekeraar", "commissie", "klant", "politie", "advoca", "court" };
	for (size_t i = 0; i < sizeof theirs / sizeof *theirs; i++)
		if (strstr(p, theirs[i]))
			return FIELD_NONE;
	if (names_others(p))
		return FIELD_NONE;
	if (strncmp(p, "naam van ", 9) == 0 && (strstr(p, "om wie") || strstr(p, "voor wie") || strstr(p, "namens wie")))	/* "Naam van degene om wie het gaat" */
		return FIELD_CLIENT;
	if (strstr(p, "dossiern") || strstr(p, "zaaknummer"))	/* "kenmerk / dossiernummer", "dossiernummer indien bekend" */
		return FIELD_DOSSIER;
	return address_label(p, strlen(p));
}

/* Longest first where one begins another. */
static const char *const closings[] = {
	"met vriendelijke groeten", "met vriendelijke groet", "met vriendelijk groet", "met hartelijke groeten", "met hartelijke groet", "met een hartelijke groet", "met een vriendelijke groet",
	"met beste groeten", "met groeten", "met groet", "vriendelijke groeten", "vriendelijke groet", "vriendelijk groet", "hartelijke groeten", "hartelijke groet", "met de meeste hoogachting", "met verschuldigde hoogachting",
	"hoogachtend", "hoogachting", "beste groeten", "veel groeten", "lieve groetjes", "groetjes", "groetje", "groeten", "groet", "m.v.g.", "m.vr.gr.", "mvrgr", "m.v.g", "mvg", "vr. gr.", "vr.gr.", "vrgr", "gr.", "grtz", "gr", "grt",
	"kind regards", "best regards", "warm regards", "with kind regards", "regards", "yours sincerely", "yours faithfully", "yours truly", "sincerely", "best wishes", "cheers", "many thanks", "thanks", "thank you",
	"mit freundlichen gr\xc3\xbc\xc3\x9f" "en", "mit freundlichem gru\xc3\x9f", "mit freundlichen gruessen", "freundliche gr\xc3\xbc\xc3\x9f" "e", "viele gr\xc3\xbc\xc3\x9f" "e", "hochachtungsvoll", "mfg", "lg",
	"z powa\xc5\xbc" "aniem", "z powazaniem", "pozdrawiam serdecznie", "pozdrawiam", "sayg\xc4\xb1lar\xc4\xb1mla", "saygilarimla", "sayg\xc4\xb1lar", "saygilar", "selamlar", "cordialement", "salutations", "bien \xc3\xa0 vous", "saludos",
	"alvast hartelijk dank", "alvast bedankt", "alvast dank", "bij voorbaat dank", "bedankt alvast", "bedankt", "in afwachting van uw reactie", "in afwachting van uw antwoord", "in afwachting", "dank u wel", "dank u", "dank je wel", "met dank",
	"namens deze", "was getekend", "w.g.", "de groeten", "fijne dag", "fijne avond", "prettige dag", "tot ziens", "uw klant", "een boze klant", "xxx", "xx", "liefs", "ondergetekende", "getekend",
};

bool field_closing(const char *low, size_t n, size_t *ret_rest)
{
	size_t p = 0;
	while (p < n && (low[p] == ' ' || low[p] == '\t' || low[p] == '*'))
		p++;
	for (size_t i = 0; i < sizeof closings / sizeof *closings; i++) {
		if (p == n || closings[i][0] != low[p])
			continue;
		size_t k = strlen(closings[i]);
		if (n - p < k || memcmp(low + p, closings[i], k) != 0)
			continue;
		size_t rest = p + k;
		if (rest < n && glyph_wordish(low[rest]) && low[rest - 1] != '.')
			continue;
		while (rest < n && strchr(" \t,.!;:-*", low[rest]))
			rest++;
		*ret_rest = rest;
		return true;
	}
	return false;
}
