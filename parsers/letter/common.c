/* The common words that tell a text from noise: pdf_text_trusted() and common_words() of parsers/letter/pdftext.h. */
#include "parsers/letter/pdftext.h"

#include <stdlib.h>
#include <string.h>

/* Sorted. The commonest Dutch words, those of letters to a collection agency, and the commonest English ones. */
static const char *const common[] = {
	"a", "aan", "aanmaning", "about", "achter", "actief", "adres", "advocaat", "af", "afspraak", "al", "alle",
	"alleen", "alles", "als", "alsnog", "altijd", "am", "an", "and", "andere", "any", "april", "are", "as", "at",
	"augustus", "be", "bedrag", "bedrijf", "been", "bel", "bellen", "ben", "bent", "beste", "betaal", "betaald",
	"betalen", "betaling", "betreft", "bezwaar", "bij", "bijlage", "binnen", "blijft", "brief", "brieven",
	"bureau", "but", "by", "can", "claim", "complaint", "daar", "daarom", "dag", "dagen", "dan", "dank", "dat",
	"datum", "de", "dear", "december", "deze", "die", "dient", "directie", "dit", "do", "doe", "doen", "door",
	"dossier", "dossiernr", "dossiernummer", "drie", "dus", "een", "eens", "eerder", "eerst", "eerste", "elke",
	"en", "er", "euro", "excuses", "februari", "for", "from", "gaan", "gaat", "geachte", "gebeld", "gebruik",
	"gedaan", "geen", "gegevens", "gehad", "geld", "geweest", "gewoon", "goed", "graag", "groet", "groeten", "had",
	"has", "have", "heb", "hebben", "hebt", "heeft", "heel", "heer", "helemaal", "hem", "her", "heren", "het",
	"hier", "hierbij", "hij", "his", "hoe", "hoogachtend", "hun", "i", "if", "ik", "in", "incasso",
	"incassobureau", "incassokosten", "inzake", "is", "it", "ja", "jaar", "januari", "je", "juli", "juni", "kan",
	"keer", "kenmerk", "klacht", "komen", "komt", "kon", "kosten", "kreeg", "krijg", "kunnen", "kunt", "laat",
	"laatste", "laten", "letter", "maand", "maanden", "maar", "maart", "man", "me", "medewerker", "meer", "mei",
	"men", "met", "mevrouw", "mij", "mijn", "moet", "moeten", "mr", "my", "na", "naam", "naar", "namens", "need",
	"niemand", "niet", "niets", "no", "nog", "nooit", "not", "november", "nu", "nummer", "of", "oktober", "om",
	"omdat", "on", "onder", "onderwerp", "ons", "onze", "ook", "op", "or", "our", "over", "pas", "per", "plaats",
	"please", "postbus", "postcode", "pro", "regeling", "rekening", "schriftelijk", "schuld", "september", "sinds",
	"sir", "so", "staat", "steeds", "stuur", "te", "tegen", "tel", "telefoon", "telefoonnummer", "terug", "that",
	"the", "their", "they", "this", "tilburg", "to", "toch", "toen", "tot", "twee", "u", "uit", "uw", "van",
	"vandaag", "veel", "verder", "verzoek", "via", "vind", "volgende", "volgens", "voor", "vordering",
	"vriendelijke", "waar", "waarom", "wanneer", "want", "waren", "was", "wat", "we", "week", "weer", "weet",
	"weken", "wel", "werd", "were", "wie", "wij", "wil", "willen", "wilt", "with", "woonplaats", "word", "worden",
	"wordt", "would", "you", "your", "yours", "zaak", "ze", "zeer", "zei", "zelf", "zich", "zie", "zij", "zijn",
	"zo", "zoals", "zonder", "zou",
};

static int compare(const void *key, const void *item)
{
	return strcmp(key, *(const char *const *)item);
}

/* Letters alone, lower case, without the punctuation around them; 0 when the token is not a word. */
static size_t word_of(const char *s, char *ret, size_t room)
{
	size_t n = 0;
	while (*s && strchr("\"'(,.:;", *s))
		s++;
	for (; *s && !strchr("\"'),.:;!?", *s); s++) {
		unsigned char c = (unsigned char)*s;
		if (!(c >= 0x80 || (unsigned)((c | 32) - 'a') < 26u) || n + 1 >= room)
			return 0;
		ret[n++] = (char)(c < 0x80 ? c | 32 : c);
	}
	ret[n] = '\0';
	return n;
}

double common_words(const struct page *p, size_t *ret_words)
{
	size_t words = 0, known = 0;
	for (size_t i = 0; i < p->n; i++) {
		char w[32];
		if (word_of(p->words[i].text, w, sizeof w) == 0)
			continue;
		words++;
		known += bsearch(w, common, sizeof common / sizeof *common, sizeof *common, compare) != NULL;
	}
	*ret_words = words;
	return words ? (double)known / (double)words : 0;
}

bool pdf_text_trusted(const struct page *p)
{
	size_t words;
	double share = common_words(p, &words);
	return words >= 8 && share >= (words < 40 ? 0.25 : 0.3);
}
