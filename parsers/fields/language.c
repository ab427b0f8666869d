/* recognise_language(): the small words of a text tell its language; another script tells itself. Reads at most the first LANGUAGE_BYTES. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "parsers/fields/recognise.h"
#include "parsers/words/phrases.h"

#define LANGUAGE_BYTES 2000	/* some 350 words: more never decided otherwise */

enum { NL = 1, EN = 2, DE = 4, PL = 8, TR = 16, FR = 32, ES = 64, IT = 128, RO = 256, PT = 512 };
static const char *const NAMES[] = { "nl", "en", "de", "pl", "tr", "fr", "es", "it", "ro", "pt" };
#define N_LANGUAGES (sizeof NAMES / sizeof *NAMES)

struct small_word {
	const char *word;
	unsigned in;		/* the languages it is common in */
};

/* Folded, in order. A word of one language counts twice one that two share. */
static const struct small_word WORDS[] = {
	{ "aan", NL }, { "aber", DE }, { "about", EN }, { "abwesend", DE }, { "aceasta", RO }, { "acest", RO },
	{ "afwezig", NL }, { "again", EN }, { "ai", FR }, { "al", NL | RO }, { "ale", PL }, { "alleen", NL },
	{ "als", NL | DE }, { "am", EN | DE | RO }, { "ama", TR }, { "an", EN | DE }, { "and", EN }, { "antwoord", NL },
	{ "are", EN }, { "as", EN | PT }, { "at", EN }, { "au", FR }, { "auch", DE }, { "aucun", FR }, { "aucune", FR },
	{ "auf", DE }, { "automatisch", NL }, { "avec", FR }, { "bana", TR }, { "bardzo", PL }, { "be", EN },
	{ "been", EN }, { "bei", DE }, { "bellen", NL }, { "ben", TR }, { "beni", TR }, { "benim", TR },
	{ "bericht", NL }, { "beschwerde", DE }, { "beste", NL }, { "betaald", NL }, { "bevestiging", NL }, { "bez", PL },
	{ "bij", NL }, { "bin", DE }, { "bir", TR }, { "bis", DE }, { "bitte", DE }, { "bonjour", FR }, { "borc", TR },
	{ "brief", NL }, { "bu", TR }, { "buna", RO }, { "buongiorno", IT }, { "but", EN }, { "by", EN }, { "byc", PL },
	{ "can", EN }, { "care", RO }, { "ce", FR }, { "cette", FR }, { "che", IT }, { "cok", TR }, { "com", PT },
	{ "come", IT }, { "como", ES | PT }, { "complaint", EN }, { "con", ES | IT }, { "cordialement", FR },
	{ "could", EN }, { "cu", RO }, { "cumprimentos", PT }, { "czy", PL }, { "da", TR }, { "daar", NL }, { "dag", NL },
	{ "daha", TR }, { "damen", DE }, { "dan", NL }, { "dank", NL | DE }, { "dans", FR }, { "das", DE },
	{ "dass", DE }, { "dat", NL }, { "de", NL | TR | ES | RO | PT }, { "dear", EN }, { "debt", EN }, { "defa", TR },
	{ "degil", TR }, { "deja", FR }, { "del", IT }, { "della", IT }, { "dem", DE }, { "den", DE }, { "depuis", FR },
	{ "der", DE }, { "des", FR }, { "deze", NL }, { "di", IT }, { "did", EN }, { "die", NL | DE }, { "din", RO },
	{ "dit", NL }, { "dla", PL }, { "dlug", PL }, { "do", EN | PL }, { "dobry", PL }, { "does", EN }, { "door", NL },
	{ "dossier", NL | FR }, { "du", FR }, { "dumneavoastra", RO }, { "durch", DE }, { "dus", NL }, { "dziekuje", PL },
	{ "dzien", PL }, { "e", IT | PT }, { "ediyorum", TR }, { "een", NL }, { "ein", DE }, { "eine", DE },
	{ "einen", DE }, { "el", ES }, { "elle", FR }, { "en", NL | FR | ES }, { "encore", FR }, { "er", NL },
	{ "es", DE | ES }, { "est", FR }, { "esta", ES | PT }, { "este", ES | RO | PT }, { "et", FR }, { "ete", FR },
	{ "eu", PT }, { "euro", NL }, { "even", NL }, { "factuur", NL }, { "file", EN }, { "foi", PT }, { "for", EN },
	{ "fost", RO }, { "freundlichen", DE }, { "from", EN }, { "fur", DE }, { "geachte", NL }, { "gebeld", NL },
	{ "geehrte", DE }, { "geehrter", DE }, { "geen", NL }, { "gibi", TR }, { "gli", IT }, { "goedemiddag", NL },
	{ "goedemorgen", NL }, { "goedendag", NL }, { "graag", NL }, { "gracias", ES }, { "grazie", IT }, { "groet", NL },
	{ "groeten", NL }, { "grussen", DE }, { "guten", DE }, { "ha", ES | IT }, { "habe", DE }, { "haben", DE },
	{ "had", EN }, { "hala", TR }, { "hallo", NL }, { "has", EN }, { "hat", DE }, { "have", EN }, { "he", EN | ES },
	{ "heb", NL }, { "hebben", NL }, { "heeft", NL }, { "heel", NL }, { "hello", EN }, { "her", EN },
	{ "herren", DE }, { "het", NL }, { "hicbir", TR }, { "hier", NL }, { "hij", NL }, { "his", EN }, { "ho", IT },
	{ "hoe", NL }, { "hola", ES }, { "hoogachtend", NL }, { "how", EN }, { "i", EN | PL }, { "ich", DE },
	{ "icin", TR }, { "iemand", NL }, { "if", EN }, { "ihr", DE }, { "ihre", DE }, { "ihren", DE }, { "ik", NL },
	{ "il", FR | IT }, { "ile", TR }, { "im", DE }, { "in", NL | EN | DE | RO }, { "is", NL | EN }, { "ist", DE },
	{ "istiyorum", TR }, { "it", EN }, { "jak", PL }, { "je", NL | FR }, { "jest", PL }, { "jestem", PL },
	{ "jeszcze", PL }, { "jij", NL }, { "jullie", NL }, { "juz", PL }, { "kadar", TR }, { "kan", NL }, { "kann", DE },
	{ "keer", NL }, { "kein", DE }, { "keine", DE }, { "kez", TR }, { "kind", EN }, { "klacht", NL }, { "ktora", PL },
	{ "ktory", PL }, { "kunnen", NL }, { "kunt", NL }, { "kwijt", NL }, { "la", FR | ES | IT | RO }, { "las", ES },
	{ "le", FR | IT }, { "les", FR }, { "letter", EN }, { "lettre", FR }, { "list", PL }, { "lo", ES | IT },
	{ "los", ES }, { "lutfen", TR }, { "ma", FR | IT | RO }, { "maar", NL }, { "madam", EN }, { "madame", FR },
	{ "mahnung", DE }, { "mai", RO }, { "mais", FR | PT }, { "mam", PL }, { "mas", ES | PT }, { "me", NL | EN },
	{ "meer", NL }, { "mein", DE }, { "meine", DE }, { "meinen", DE }, { "mektup", TR }, { "merci", FR },
	{ "merhaba", TR }, { "mes", FR }, { "message", EN }, { "met", NL }, { "meu", PT },
	{ "mi", PL | TR | ES | IT | RO }, { "mich", DE }, { "mij", NL }, { "mijn", NL }, { "minha", PT }, { "mir", DE },
	{ "mit", DE }, { "mnie", PL }, { "moet", NL }, { "moeten", NL }, { "moj", PL }, { "moja", PL }, { "mojego", PL },
	{ "mojej", PL }, { "mon", FR }, { "monsieur", FR }, { "more", EN }, { "muito", PT }, { "multumesc", RO },
	{ "muy", ES }, { "my", EN }, { "na", PL }, { "naar", NL }, { "nach", DE }, { "nao", PT }, { "ne", TR | FR },
	{ "neden", TR }, { "never", EN }, { "nicht", DE }, { "nie", PL }, { "niet", NL }, { "niets", NL },
	{ "no", EN | ES }, { "noch", DE }, { "nog", NL }, { "non", IT }, { "not", EN }, { "notre", FR }, { "nous", FR },
	{ "nu", NL | RO }, { "nur", DE }, { "o", PL | RO | PT }, { "obrigado", PT }, { "od", PL }, { "oder", DE },
	{ "of", EN }, { "office", EN }, { "ola", PT }, { "olan", TR }, { "olarak", TR }, { "om", NL }, { "omdat", NL },
	{ "on", EN }, { "ons", NL }, { "ont", FR }, { "onze", NL }, { "ook", NL }, { "op", NL }, { "or", EN },
	{ "oraz", PL }, { "os", PT }, { "otrzymalem", PL }, { "our", EN }, { "out", EN }, { "over", NL }, { "paid", EN },
	{ "pan", PL }, { "pani", PL }, { "panstwa", PL }, { "panstwo", PL }, { "panstwu", PL }, { "par", FR },
	{ "para", ES | PT }, { "pas", FR }, { "pe", RO }, { "pentru", RO }, { "per", NL | IT }, { "pero", ES },
	{ "pieniadze", PL }, { "piu", IT }, { "plainte", FR }, { "please", EN }, { "plus", FR }, { "po", PL },
	{ "por", ES | PT }, { "pour", FR }, { "powazaniem", PL }, { "pozdrawiam", PL }, { "prosze", PL }, { "przez", PL },
	{ "que", FR | ES | PT }, { "questa", IT }, { "questo", IT }, { "qui", FR }, { "received", EN },
	{ "rechnung", DE }, { "regards", EN }, { "reply", EN }, { "sa", RO }, { "saludos", ES }, { "saluti", IT },
	{ "sans", FR }, { "saygilarimla", TR }, { "sayginlarimla", TR }, { "sayin", TR }, { "schon", DE },
	{ "se", ES | PT }, { "sehr", DE }, { "she", EN }, { "si", RO }, { "sie", DE | PL }, { "sikayet", TR },
	{ "sincerely", EN }, { "sind", DE }, { "sir", EN }, { "siz", TR }, { "size", TR }, { "sizin", TR },
	{ "skarga", PL }, { "so", EN }, { "sono", IT }, { "sonra", TR }, { "staat", NL }, { "steeds", NL },
	{ "still", EN }, { "stop", NL }, { "su", ES }, { "suis", FR }, { "sunt", RO }, { "sur", FR }, { "szanowni", PL },
	{ "tag", DE }, { "tak", PL }, { "tarafindan", TR }, { "te", NL }, { "tego", PL }, { "tesekkurler", TR },
	{ "thank", EN }, { "thanks", EN }, { "that", EN }, { "the", EN }, { "their", EN }, { "them", EN },
	{ "there", EN }, { "they", EN }, { "this", EN }, { "to", EN | PL }, { "toen", NL }, { "tot", NL },
	{ "toujours", FR }, { "u", NL }, { "uber", DE }, { "uit", NL }, { "um", DE | PT }, { "uma", PT },
	{ "un", FR | ES | IT | RO }, { "una", ES | IT }, { "und", DE }, { "une", FR }, { "uns", DE }, { "unsere", DE },
	{ "us", EN }, { "usted", ES }, { "ustedes", ES }, { "uw", NL }, { "va", RO }, { "van", NL }, { "var", TR },
	{ "ve", TR }, { "veel", NL }, { "verzonden", NL }, { "veuillez", FR }, { "vielen", DE }, { "voces", PT },
	{ "von", DE }, { "voor", NL }, { "vor", DE }, { "vos", FR }, { "vostra", IT }, { "vostro", IT }, { "votre", FR },
	{ "vous", FR }, { "vraag", NL }, { "vriendelijke", NL }, { "w", PL }, { "waar", NL }, { "want", NL },
	{ "war", DE }, { "was", NL | EN }, { "wat", NL }, { "we", EN }, { "weer", NL }, { "wel", NL }, { "wenn", DE },
	{ "werden", DE }, { "were", EN }, { "what", EN }, { "when", EN }, { "which", EN }, { "who", EN }, { "why", EN },
	{ "wie", DE }, { "wieder", DE }, { "wij", NL }, { "wil", NL }, { "will", EN }, { "willen", NL }, { "wir", DE },
	{ "wird", DE }, { "with", EN }, { "worden", NL }, { "wordt", NL }, { "would", EN }, { "wurde", DE }, { "y", ES },
	{ "yok", TR }, { "you", EN }, { "your", EN }, { "z", PL }, { "za", PL }, { "zaten", TR }, { "ze", NL | PL },
	{ "zij", NL }, { "zijn", NL }, { "ziua", RO }, { "zon", NL }, { "zonder", NL }, { "zostalo", PL }, { "zou", NL },
	{ "zu", DE }, { "zum", DE }, { "zur", DE },
};

#define SLOTS 2048	/* a power of two, some four a word */
static uint16_t slots[SLOTS];	/* WORDS by their hash, counted from 1; filled at first use */

static size_t slot_of(const char *s, size_t n)
{
	uint32_t hash = UINT32_C(2166136261);	/* FNV-1a */
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)s[i]) * UINT32_C(16777619);
	return (hash ^ hash >> 16) & (SLOTS - 1);
}

static void fill_slots(void)
{
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
		size_t at = slot_of(WORDS[i].word, strlen(WORDS[i].word));
		while (slots[at])
			at = (at + 1) & (SLOTS - 1);
		slots[at] = (uint16_t)(i + 1);
	}
}

static const struct small_word *find_word(const char *s, size_t n)
{
	for (size_t at = slot_of(s, n); slots[at]; at = (at + 1) & (SLOTS - 1)) {
		const struct small_word *w = &WORDS[slots[at] - 1];
		if (strncmp(w->word, s, n) == 0 && !w->word[n])
			return w;
	}
	return NULL;
}

static void count_word(const char *s, size_t n, unsigned score[N_LANGUAGES])
{
	const struct small_word *w = n ? find_word(s, n) : NULL;
	if (!w)
		return;
	int shared = __builtin_popcount(w->in);
	for (size_t i = 0; i < N_LANGUAGES; i++)
		if (w->in >> i & 1)
			score[i] += shared == 1 ? 4 : shared == 2 ? 2 : 1;
}

/* The letters of a script outside Latin: "ru", "uk", "el", "ar", "he", or NULL. */
static const char *by_script(const char *text, size_t n)
{
	size_t cyrillic = 0, ukrainian = 0, greek = 0, arabic = 0, hebrew = 0, latin = 0, first = 0;
	while (first < n && (unsigned char)text[first] < 0xce)	/* nothing of these scripts: most texts */
		first++;
	if (first == n)
		return NULL;
	for (size_t i = 0; i + 1 < n; i++) {
		unsigned char a = (unsigned char)text[i], b = (unsigned char)text[i + 1];
		latin += (a | 32) >= 'a' && (a | 32) <= 'z';
		cyrillic += a == 0xd0 || a == 0xd1;
		ukrainian += (a == 0xd1 && (b == 0x96 || b == 0x97 || b == 0x94)) || (a == 0xd2 && b == 0x91);
		greek += a == 0xce || a == 0xcf;
		hebrew += a == 0xd7;
		arabic += a >= 0xd8 && a <= 0xdb;
	}
	size_t least = latin + 8;
	return cyrillic > least ? (ukrainian ? "uk" : "ru") : greek > least ? "el" : arabic > least ? "ar" : hebrew > least ? "he" : NULL;
}

const char *recognise_language(const char *text)
{
	static bool filled;
	char folded[2 * LANGUAGE_BYTES + 2];
	unsigned score[N_LANGUAGES] = { 0 };
	size_t n = strnlen(text, LANGUAGE_BYTES), best = 0, second = 1;
	const char *script = by_script(text, n);
	if (script)
		return script;
	size_t end = fold_into(text, n, folded, NULL);
	if (!filled) {
		fill_slots();
		filled = true;
	}
	for (size_t i = 0; i < end;) {
		size_t len = strcspn(folded + i, " .!?\n");
		count_word(folded + i, len, score);
		i += len ? len : 1;
	}
	for (size_t i = 1; i < N_LANGUAGES; i++)
		if (score[i] > score[best])
			best = i;
	second = best == 0;
	for (size_t i = 0; i < N_LANGUAGES; i++)
		if (i != best && score[i] > score[second])
			second = i;
	return score[best] >= 4 && score[best] > score[second] ? NAMES[best] : NULL;
}
