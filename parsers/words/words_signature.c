/* What a signature's lines are made of: names, addresses, numbers to call; and what makes a sentence of a line instead. */
#include <string.h>

#include "parsers/message/message.h"
#include "parsers/words/words_sheet.h"

bool sheet_upper_at(const char *s, size_t n)
{
	unsigned char c = (unsigned char)*s;
	if (c >= 'A' && c <= 'Z')
		return true;
	return n > 1 && ((c == 0xc3 && (unsigned char)s[1] >= 0x80 && (unsigned char)s[1] <= 0x9e) || c == 0xc4 || c == 0xc5);
}

static bool particle(const char *s, size_t n)
{
	static const char *const PARTICLES[] = { "van", "de", "der", "den", "ten", "ter", "het", "te", "en", "von", "el", "al", "op", "in", "la", "le", "di", "da",
						 "du", "zu", "namens", "dhr", "mw", "mevr", "drs", "mr", "ing", "ir", "dr", "e/v", "t", "bin", "ben" };
	while (n && strchr("'.,", s[n - 1]))
		n--;
	while (n && *s == '\'') {
		s++;
		n--;
	}
	for (size_t i = 0; i < sizeof PARTICLES / sizeof *PARTICLES; i++)
		if (strlen(PARTICLES[i]) == n && memcmp(s, PARTICLES[i], n) == 0)
			return true;
	return false;
}

bool sheet_name_shape(const struct line *l, size_t *ret_words)
{
	size_t words = 0, capitals = 0, first = 1;
	if (l->n > 60 || (l->n && strchr("!?:;", l->s[l->n - 1])))
		return false;
	for (size_t i = 0; i < l->n;) {
		size_t at = i;
		while (i < l->n && l->s[i] != ' ' && l->s[i] != '\t')
			i++;
		if (i > at) {
			if (memchr(l->s + at, '@', i - at) || (l->s[at] >= '0' && l->s[at] <= '9'))
				return false;
			bool capital = sheet_upper_at(l->s + at, i - at) || ((l->s[at] == '(' || l->s[at] == '\'') && i - at > 1 && sheet_upper_at(l->s + at + 1, i - at - 1));
			if (!capital && !particle(l->s + at, i - at) && !(i - at == 1 && strchr("&-/|", l->s[at])))
				return false;
			if (first && !capital && !particle(l->s + at, i - at))
				return false;
			first = 0;
			capitals += capital;
			words++;
		}
		while (i < l->n && (l->s[i] == ' ' || l->s[i] == '\t'))
			i++;
	}
	/* "STREEP DIE REKENING DOOR.": a sentence ends in a stop behind a whole word; a name does so behind a legal form or an initial */
	const char *last = memrchr(l->s, ' ', l->n);
	if (words >= 3 && l->s[l->n - 1] == '.' && last && l->s + l->n - last > 5 && !memchr(last, '.', (size_t)(l->s + l->n - 1 - last)))
		return false;
	*ret_words = capitals;
	return words >= 1 && words <= 7 && capitals >= 1;
}

bool sheet_shares_name(const struct sheet *s, size_t i)
{
	char who[512], raw[256];
	if (!s->sender)
		return false;
	size_t n = 0;
	for (int k = 0; k < 2; k++) {
		const char *t = k ? s->sender->address : s->sender->name;
		size_t m = t ? strcspn(t, k ? "@" : "") : 0;
		if (t && n + m + 2 < sizeof raw) {
			memcpy(raw + n, t, m);
			n += m;
			raw[n++] = ' ';
		}
	}
	fold_into(raw, n, who, NULL);
	for (const char *p = s->fold[i].s; *p;) {
		size_t len = strcspn(p, " .!?\n");
		char word[40];
		if (len >= 3 && len < sizeof word) {
			memcpy(word, p, len);
			word[len] = 0;
			if (strstr(who, word))
				return true;
		}
		p += len;
		p += strspn(p, " .!?\n");
	}
	return false;
}

static bool postcode_in(const char *s, size_t n)
{
	for (size_t i = 0; i + 6 <= n; i++) {
		size_t k = 0;
		while (k < 4 && s[i + k] >= '0' && s[i + k] <= '9')
			k++;
		if (k < 4 || (i > 0 && s[i - 1] >= '0' && s[i - 1] <= '9'))
			continue;
		size_t j = i + 4;
		while (j < n && (s[j] == ' ' || s[j] == '\xc2' || s[j] == '\xa0'))
			j++;
		if (j + 2 <= n && s[j] >= 'A' && s[j] <= 'Z' && s[j + 1] >= 'A' && s[j + 1] <= 'Z' && (j + 2 == n || !((s[j + 2] | 32) >= 'a' && (s[j + 2] | 32) <= 'z')))
			return true;
	}
	return false;
}

static size_t digits_in(const struct line *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++)
		n += l->s[i] >= '0' && l->s[i] <= '9';
	return n;
}

static const struct phrase CONTACT[] = {
	{ "(tel|telefoon|telefoonnummer|mobiel|mob|gsm|fax|phone|mobile|cell|daytime|overdag|kantoor|tnr|handy|telefon|tlf)", 1, 2 },
	{ "(kvk|btw|iban|bic|bank|postbus|kamer van koophandel|pgp|www*|http*|linkedin|facebook)", 1, 2 }, { "(e mail|email|mail)", 1, 1 },
	{ "(bezoekadres|postadres|vestigingsadres|adres|woonplaats|locatie|afdeling|functie|directeur|secretariaat|bv|vof|dossier|dossiernummer|dossiernr|kenmerk|geboren|geb)", 1, 2 },
	{ "(namens|ref|dossier nr|zaaknummer|klantnummer)", 1, 1 },
};
static struct phrase_set contact PHRASE_LISTED = PHRASE_SET(CONTACT);

/* Words that make a sentence of a line: who says or does something. */
static const struct phrase SENTENCE[] = {
	{ "(ik|mij|mijn|me|jullie|jou|wij|we|u|uw|is|was|ben|bent|heb|heeft|hebben|kan|kunt|wil|wilt|niet|geen|bel|belt|graag|want|maar|dat)", 1, 1 },
	{ "(my|you|your|have|has|are|not|please|that|this|will|ich|sie|bitte|nicht|ist|haben|mnie|prosze|nie|lutfen)", 1, 1 },
	{ "(gaat|gaan|ging|had|hadden|hebt|word|wordt|worden|werd|werden|moet|moeten|krijg|krijgt|kreeg|staat|stond|komt|komen|kwam|zal|zou|zullen|hoort|hoor|vindt|doet|doen)", 1, 1 },
	{ "(het|dit|dat) betreft", 1, 1 }, { "(it|this|that) (is|was|concerns)", 1, 1 }, { "es (geht|ging|handelt)", 1, 1 },
};
static struct phrase_set sentence PHRASE_LISTED = PHRASE_SET(SENTENCE);

/* Words behind which a sentence cannot end. */
static const struct phrase OPEN[] = {
	{ "(de|het|een|mijn|uw|onze|die|deze|aan|bij|door|in|inzake|met|naar|om|onder|op|over|te|tot|uit|van|via|voor|wegens|en|of|omdat|nummer|dossiernummer)", 1, 1 },
	{ "(the|a|an|my|your|about|at|by|for|from|of|on|regarding|to|with|and|or|number|der|die|das|dem|den|mein|meine|mit|unter|uber|von|zu|und|nummer)", 1, 1 },
};
static struct phrase_set open_words PHRASE_LISTED = PHRASE_SET(OPEN);

bool sheet_sentence_like(const struct sheet *s, size_t i)
{
	struct folded f = { s->fold[i].s, NULL, s->fold[i].n };
	struct phrase_hit hits[2];
	return phrases_find(&sentence, &f, 0, f.n, hits, 2) > 0;
}

bool sheet_carries_on(const struct sheet *s, size_t i)
{
	if (i == 0 || s->line[i - 1].n == 0 || s->line[i - 1].level || s->line[i - 1].role != ROLE_OWN)
		return false;
	struct folded above = { s->fold[i - 1].s, NULL, s->fold[i - 1].n };
	struct phrase_hit hit;
	const char *last = strrchr(above.s, ' ');
	return last && phrases_at(&open_words, &above, (size_t)(last + 1 - above.s), &hit) && hit.end == above.n;
}

/* "Vernietig deze vordering. Dossiernr: 2622622": a sentence ends inside the line; abbreviations are shorter. */
static bool inner_stop(const struct folded *f)
{
	for (const char *p = f->s; (p = strpbrk(p, ".!?")); p++) {
		const char *word = p;
		while (word > f->s && word[-1] != ' ')
			word--;
		if (p[1] && p[2] && (*p != '.' || p - word >= 7))
			return true;
	}
	return false;
}

bool sheet_contact_like(const struct sheet *s, size_t i)
{
	const struct line *l = &s->line[i];
	struct folded f = { s->fold[i].s, NULL, s->fold[i].n };
	struct phrase_hit hit;
	size_t digits = digits_in(l), words = fold_words(f.s);
	if (l->n > 160 || words > 22 || sheet_sentence_like(s, i) || inner_stop(&f))
		return false;
	size_t most = memchr(l->s, '|', l->n) ? 22 : 14;	/* a row of facts, parted by bars, may be longer */
	if (postcode_in(l->s, l->n) && words <= most)
		return true;
	if (strchr(".!?", l->s[l->n - 1]) && words > 4)
		return false;
	if (words <= most && phrases_find(&contact, &f, 0, f.n, &hit, 1) && (digits >= 4 || hit.at == 0 || memchr(l->s, '|', l->n)))
		return true;
	if (memchr(l->s, '@', l->n) && words <= 4)
		return true;
	if (digits >= 9 && words <= 8)
		return true;
	/* "Klaverweide 103", "Prins Hendrikkade 51F" */
	return digits >= 1 && digits <= 5 && words >= 2 && words <= 6 && sheet_upper_at(l->s, l->n) && l->s[l->n - 1] != '.' && l->s[l->n - 1] != '!' &&
	       l->s[l->n - 1] != '?' && !strpbrk(f.s, ".!?") && f.s[0] > '9';
}
