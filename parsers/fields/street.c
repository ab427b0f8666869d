#include "parsers/fields/recognise.h"

#include <string.h>

#include "parsers/fields/names.h"
#include "parsers/glyph.h"

#define WORDS_MAX 12
#define WORD_BYTES 48
#define FOLLOW 3	/* words behind a house number that may belong to it */

struct word {
	struct span at;
	char fold[WORD_BYTES];
	bool capital, number;	/* number: starts with a digit and is a house number by itself */
};

static const char endings[] =
	" straat str str. straatje weg wegje laan laantje plein pleintje gracht kade hof hofje singel dijk dijkje pad paadje steeg markt dreef wal park "
	"plantsoen ring baan haven kamp akker veld erf hoek kant poort brink plaats dam bos zoom zijde weide burg berg stee donk horst oord meent vaart diep "
	"kamer werf tuin gaarde gaard boulevard allee esplanade promenade stationsplein eind einde buurt passage rak wetering sloot strasse str. platz gasse "
	"ufer damm road street lane avenue square terrace laene heide kwartier wijk schans bolwerk kerkhof circuit duin dal beek brug sluis toren kerk molen "
	"huis rijn maas leane wei wiel polder ";

/* Words that make the words before a number a remark and no street. */
static const char never[] =
	" groet groeten groetjes mvg gr tel telefoon fax mobiel mob gsm dossier dossiernummer dossiernr zaak zaaknummer zaaknr factuur factuurnummer klantnummer kvk btw iban bsn nummer nr no "
	"invoice file case kenmerk ref referentie januari februari maart april mei juni juli augustus september oktober november december january february "
	"march may june july october december euro eur bedrag van op om tot per de het een circa ca dag dagen week weken maand maanden uur jaar pagina bijlage "
	"artikel art lid boek ik wij we u is was zijn heb heeft hebben werd wordt punt brief versie windows iphone galaxy samsung android outlook google maandag dinsdag "
	"woensdag donderdag vrijdag zaterdag zondag mr mrs dhr mw k ongeveer bijna ruim meer dan minimaal maximaal slechts al na sinds vanaf verdieping "
	"polisnummer ordernummer bestelnummer termijn termijnen keer x rekening rekeningnummer kenteken nota id geboren leeftijd aanmaning sommatie ligplaats kavel kavelnr steiger chalet bungalow stacaravan appartement unit ";

static bool house_digits(const char *s, const struct span *w)
{
	size_t k = 0;
	while (w->at + k < w->end && glyph_digit(s[w->at + k]))
		k++;
	if (k == 0 || k > 5 || s[w->at] == '0')
		return false;
	const char *rest = s + w->at + k;
	size_t left = w->end - w->at - k;
	if (left == 0)
		return true;
	if (left > 8 || rest[0] == '.' || rest[0] == ',' || rest[0] == ':' || rest[0] == '%' || rest[0] == '\'')
		return false;
	if ((left == 1 && (rest[0] == 'e' || rest[0] == 'x')) || (left == 2 && (memcmp(rest, "de", 2) == 0 || memcmp(rest, "st", 2) == 0)))
		return false;	/* "2e Schuytstraat", "17x gemist", "1ste" */
	for (size_t i = 0; i < left; i++)
		if (!glyph_wordish(rest[i]) && rest[i] != '-' && rest[i] != '/' && !((unsigned char)rest[i] >= 0x80))
			return false;
	if ((rest[0] | 0x20) >= 'a' && (rest[0] | 0x20) <= 'z' && left > 4)
		return false;
	return true;
}

/* "3-hoog", "2hoog", "II-voor", "bis-A", "hs-links": a floor and what goes with it. */
static bool floor_tail(const char *f)
{
	size_t k = strspn(f, "0123456789");
	if (k == 1)
		return strcmp(f + 1, "-hoog") == 0 || strcmp(f + 1, "hoog") == 0 || strcmp(f + 1, "-hg") == 0 || strcmp(f + 1, "hg") == 0;
	const char *dash = strchr(f, '-');
	char head[8];
	if (!dash || dash == f || (size_t)(dash - f) >= sizeof head || !dash[1])
		return false;
	memcpy(head, f, (size_t)(dash - f));
	head[dash - f] = '\0';
	return glyph_listed(" i ii iii iv v hs bs bis huis ", head) && (glyph_listed(" voor achter links rechts hoog boven beneden ", dash + 1) || strlen(dash + 1) == 1);
}

/* "14 A", "33 hs", "23 II", "5 bis", "12 - 3", "10 zw": an addition in a word of its own. */
static bool addition(const char *s, size_t n, const struct span *w, bool last)
{
	char f[WORD_BYTES];
	size_t k = w->end - w->at;
	if (k == 0 || k > 9)
		return false;
	glyph_fold_text(s + w->at, k, f, sizeof f);
	if (floor_tail(f))
		return true;
	if (k > 6)
		return false;
	if (glyph_listed(" bus bte b ", f) && w->end < n && s[w->end] == ' ' && w->end + 1 < n && glyph_digit(s[w->end + 1]))
		return true;	/* "14 bus 3" */
	if (glyph_listed(" hs huis bis bs rood zwart rd zw i ii iii iv v vi boven ben bv bg bgg hoog achter links rechts beneden huisnr etage vg souterrain ", f))
		return true;
	if (k == 1 && ((f[0] >= 'a' && f[0] <= 'z')))
		return last || !(s[w->at] & 0x20) || (w->end < n && strchr(",|;)", s[w->end]));	/* "10 A", "10 a" at the end */
	if (glyph_digit(s[w->at]))	/* "12 3": a second number only at the end, and short */
		return false;
	if (k == 3 && f[1] == '/' && f[0] >= 'a' && f[0] <= 'z' && f[2] >= 'a' && f[2] <= 'z')	/* "15 A/B" */
		return true;
	if (k >= 3 && k <= 4 && f[0] >= 'a' && f[0] <= 'z' && f[1] == '-' && !(s[w->at] & 0x20))	/* "12 A-2" */
		return true;
	return k >= 2 && k <= 4 && s[w->at] == '-' && (glyph_digit(s[w->at + 1]) || glyph_wordish(s[w->at + 1]));
}

static bool separator(const char *s, size_t n, size_t p)
{
	static const bool PLAIN[128] = { [0] = true, ['\n'] = true, [','] = true, ['|'] = true, [';'] = true, ['\t'] = true, [':'] = true, ['('] = true, [')'] = true, ['"'] = true };
	if (p >= n)
		return true;
	if ((unsigned char)s[p] < sizeof PLAIN)
		return PLAIN[(unsigned char)s[p]];
	size_t len;
	uint32_t c = glyph_at(s, n, p, &len);
	return c == 0xb7 || c == 0x2022 || c == 0x25cf || c == 0x2013 || c == 0x2014;
}

/* The word [start, end) has a full stop behind it and the next begins with a capital; "Burg." and "Galenstr." are abbreviations. */
static bool sentence_over(const char *s, size_t n, size_t start, size_t end)
{
	size_t len, next = end + glyph_blank(s, n, end);
	if (!strchr(".!?", s[end - 1]) || next == end || !glyph_upper(glyph_at(s, n, next, &len)))
		return false;
	return !glyph_upper(glyph_at(s, n, start, &len)) || end - start > 8;
}

/* The last house number of twelve words that still has all its own words around it; 0: none. */
static size_t early_number(const struct word w[WORDS_MAX])
{
	for (size_t i = WORDS_MAX - FOLLOW; i-- > 1;)
		if (w[i].number)
			return i;
	return 0;
}

/* The words of the segment that begins at "at"; *ret_end is where it ends. */
static size_t segment_words(const char *s, size_t n, size_t at, struct word w[WORDS_MAX], size_t *ret_end)
{
	size_t k = 0, p = at, len;
	while (!separator(s, n, p)) {
		if (glyph_blank(s, n, p)) {
			p += glyph_blank(s, n, p);
			continue;
		}
		size_t start = p;
		while (!separator(s, n, p) && !glyph_blank(s, n, p)) {
			(void)glyph_at(s, n, p, &len);
			p += len;
		}
		size_t number = k == WORDS_MAX ? early_number(w) : 0;
		if (number) {	/* a sentence of many words: an address in its middle ends the segment */
			*ret_end = w[number].at.end;
			return k;
		}
		if (k == WORDS_MAX) {	/* a sentence, not an address: keep the last ones */
			memmove(w, w + 1, (WORDS_MAX - 1) * sizeof *w);
			k--;
		}
		w[k].at = (struct span){ start, p };
		glyph_fold_text(s + start, p - start, w[k].fold, sizeof w[k].fold);
		uint32_t first = glyph_at(s, n, start, &len);
		if (first == '\'' || first == 0x2018 || first == 0x2019)
			first = glyph_at(s, n, start + len, &len);
		w[k].capital = glyph_upper(first);
		if (glyph_digit(s[start]) && s[p - 1] == '.')	/* "Orthenseweg 88." */
			w[k].at.end--;
		w[k].number = house_digits(s, &w[k].at);
		k++;
		if (sentence_over(s, n, start, p))
			break;
	}
	*ret_end = p;
	return k;
}

static bool street_word(const char *fold)
{
	return glyph_listed_end(endings, fold);
}

static bool ordinal(const char *fold)
{
	size_t k = strspn(fold, "0123456789");
	return k > 0 && k < 3 && (strcmp(fold + k, "e") == 0 || strcmp(fold + k, "de") == 0 || strcmp(fold + k, "ste") == 0);
}

static bool lower_inside(const char *fold)
{
	return glyph_listed(" van de der den het 't ten ter te op aan in bij 's en la le d' of the sur zur am im an der von ", fold);
}

static const char before_small[] = " lange korte oude nieuwe grote kleine hoge lage eerste tweede derde prins prinses koningin koning burgemeester burg. dokter dr. pastoor professor prof. generaal sint st. admiraal graaf pieter willem ";

/* How many words before k are the street's name, backwards from k; 0: none. A name begins with a capital, an ordinal or 't, 's. */
static size_t name_words(const struct word *w, size_t words, size_t k, size_t *ret_from)
{
	size_t from = k, i = k;
	bool letters = false;
	while (i > 0 && k - i < 7) {
		const struct word *x = &w[i - 1];
		bool war = x->fold[0] == '\'' && glyph_digit(x->fold[1]) && i - 1 > 0;	/* Plein '40-'45 */
		bool year = war || (x->number && i - 1 > 0 && k - i < 2 && (strlen(x->fold) == 4 || strlen(x->fold) == 9));	/* Plein 1944, Laan 1940-1945 */
		if (glyph_listed(never, x->fold) && !lower_inside(x->fold))
			break;
		if (!x->capital && !lower_inside(x->fold) && !ordinal(x->fold) && !year && !(street_word(x->fold) && (strlen(x->fold) > 4 || (words == 2 && k == 1))))
			break;
		size_t len = strlen(x->fold);
		if (len && (x->fold[len - 1] == '.' || x->fold[len - 1] == '!' || x->fold[len - 1] == '?') && i < k && len > 7)
			break;	/* the end of a sentence; "Burg." and "St." are short */
		i--;
		letters = letters || (strlen(x->fold) >= 2 && !x->number && !lower_inside(x->fold));
		if (x->capital || ordinal(x->fold) || street_word(x->fold) || x->fold[0] == '\'')
			from = i;
	}
	/* "jan steenstraat", "lange akker": who writes without capitals writes these without, too */
	while (from > 0 && from < k && !w[from].capital && k - from < 4) {
		size_t article = from > 1 && glyph_listed(" de van der den ", w[from - 1].fold);
		if (!names_first(w[from - 1 - article].fold) && !glyph_listed(before_small, w[from - 1 - article].fold))
			break;
		from -= 1 + article;
	}
	/* "van der Helstplein 9" fills its line */
	if (from > 0 && from < 3 && strcmp(w[0].fold, "van") == 0 && w[from].capital && (from == 1 || glyph_listed(" de der den 't het ", w[1].fold)) && k + 1 >= words)
		from = 0;
	/* "te Nieuwegein aan de Beethovenlaan": the town stands before */
	for (size_t j = from + 1; from > 0 && glyph_listed(" te in uit ", w[from - 1].fold) && j + 2 < k + 1; j++)
		if (glyph_listed(" aan op in ", w[j].fold) && glyph_listed(" de het 't ", w[j + 1].fold) && j + 2 < k) {
			from = j + 2;
			break;
		}
	/* "Weg naar Rhijnauwen" */
	if (from > 1 && strcmp(w[from - 1].fold, "naar") == 0 && w[from - 2].capital && street_word(w[from - 2].fold))
		from -= 2;
	*ret_from = from;
	return letters && from < k ? k - from : 0;
}

static bool pobox(const char *fold)
{
	return glyph_listed(" postbus postfach pobox antwoordnummer postbox pb ", fold);
}

/* "5056 AB": four digits and two letters are no house number. */
static bool postcode_digits(const struct word *w, size_t words, size_t k)
{
	return w[k].at.end - w[k].at.at >= 4 && k + 1 < words && w[k + 1].at.end - w[k + 1].at.at == 2 && w[k + 1].capital;
}

/* Word j behind a lone dash: an addition, or a second number that is the last word. */
static bool dashed(const char *s, size_t n, const struct word *w, size_t words, size_t j)
{
	return addition(s, n, &w[j].at, j + 1 == words) || (w[j].number && j + 1 == words);
}

static bool floor_word(const char *fold)
{
	return glyph_listed(" hoog etage verdieping ", fold);
}

/* "44 kamer 6", "12 app 3": who shares a house number needs the room as well. */
static bool room_word(const char *fold)
{
	return glyph_listed(" kamer kmr kmr. room app app. appartement apt apt. unit studio ", fold);
}

/* A street whose house number is word k. */
static int street_at(const char *s, size_t n, const struct word *w, size_t words, size_t k, struct street *ret)
{
	size_t from, end = w[k].at.end;
	bool box = k > 1 && glyph_listed(" box bus ", w[k - 1].fold) && glyph_listed(" p.o. po p.o p.b. post ", w[k - 2].fold);	/* "P.O. Box 77" */
	if (k > 0 && (pobox(w[k - 1].fold) || box)) {
		*ret = (struct street){ { w[k - 1 - box].at.at, w[k - 1].at.end }, w[k].at, true };
		return 1;
	}
	size_t name = k >= 2 && glyph_listed(" nr nr. no no. nummer huisnummer huisnr huisnr. ", w[k - 1].fold) ? k - 1 : k;
	size_t lead = name >= 2 && glyph_listed(" t/o tegenover ", w[name - 1].fold) ? name - 1 : name;
	if (k == 0 || postcode_digits(w, words, k) || !name_words(w, words, lead, &from))
		return 0;
	size_t next = k + 1;
	if (next + 1 < words && w[next].at.end - w[next].at.at == 1 && s[w[next].at.at] == '-' && w[next + 1].at.end - w[next + 1].at.at <= 3 && dashed(s, n, w, words, next + 1))
		end = w[next + 1].at.end;	/* "9 - II" */
	for (size_t j = next; j < words && j < k + 3 && addition(s, n, &w[j].at, j + 1 == words); j++) {
		j += glyph_listed(" bus bte b ", w[j].fold) && j + 1 < words && w[j + 1].number;
		end = w[j].at.end;
	}
	if (next + 1 < words && room_word(w[next].fold) && w[next + 1].number)
		end = w[next + 1].at.end;
	if (next + 1 < words && w[next].number && floor_word(w[next + 1].fold)) {	/* "222 3 hoog", "51 3 hoog achter" */
		end = w[next + 1].at.end;
		if (next + 2 < words && glyph_listed(" achter voor links rechts ", w[next + 2].fold))
			end = w[next + 2].at.end;
	}
	bool across = glyph_listed(" t/o tegenover ", w[name - 1].fold) && name >= 2;	/* where houseboats lie */
	name -= across;
	bool usual = false;
	for (size_t j = from; j < name; j++)
		usual = usual || (street_word(w[j].fold) && strlen(w[j].fold) > 3) || glyph_listed(" laan weg plein hof dam straat markt singel wal ", w[j].fold);
	*ret = (struct street){ { w[from].at.at, w[name - 1].at.end }, { across ? w[name].at.at : w[k].at.at, end }, usual };
	return 1;
}

int recognise_street(const char *s, size_t n, size_t from, struct street *ret)
{
	struct word w[WORDS_MAX];
	size_t p = from, end, len, line = p;
	while (line < n && s[line] != '\n' && !glyph_digit(s[line]))
		line++;
	if (line == n || s[line] == '\n')	/* no number in this line */
		return 0;
	while (p < n) {
		size_t words = segment_words(s, n, p, w, &end);
		/* the last number that has a name before it: "Plein 1944 12" is number 12 of Plein 1944 */
		for (size_t k = words; k-- > 0;)
			if (w[k].number && !(k + 1 < words && floor_word(w[k + 1].fold)) && !(k > 1 && w[k - 2].number && room_word(w[k - 1].fold)) && !(k > 1 && w[k - 2].number && glyph_listed(" bus bte b ", w[k - 1].fold)) && street_at(s, n, w, words, k, ret))
				return 1;
		if (end >= n || s[end] == '\n')
			return 0;
		(void)glyph_at(s, n, end, &len);
		p = end + len;	/* a separator, or the blank behind a sentence */
	}
	return 0;
}
