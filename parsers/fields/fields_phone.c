/* Which number is the sender's, by day? Each number on the page is weighed by its label, its line and the words around it. */
#include <string.h>

#include "parsers/fields/fields_inner.h"
#include "parsers/glyph.h"

#define PHONES_MAX 32

struct number {
	struct span at;
	size_t after;		/* where the number before it ends */
	char e164[20];
	double score;
	const char *from;
};

static const char *const daytime[] = { "overdag", "kantooruren", "kantoortijden", "kantoortijd", "daytime", "during the day", "office hours", "working hours", "business hours", "work hours", "desk", "doorkiesnummer", "doorkies", "werktijd", "(werk)", "b\xc3\xbcrozeiten", "gesch\xc3\xa4" "ftszeiten", "mesai", "w godzinach pracy", "tags\xc3\xbc" "ber", "w ci\xc4\x85gu dnia", "werkdagen", NULL };
static const char *const evening[] = { "'s avonds", "avond", "avonds", "na 18", "na 19", "evening", "weekend", "can't pick up", "cannot pick up", "abends", "niet overdag", "buiten kantooruren", "na werktijd", "na het werk", "wieczorem", "ak\xc5\x9f" "am", "priv\xc3\xa9 alleen", NULL };
static const char *const mine[] = {
	"bereikbaar", "bereiken", "bel mij", "bel me", "bellen op", "mij bellen", "me bellen", "mijn nummer", "mijn telefoonnummer", "telefoonnummer", "telefonisch", "terugbellen", "terug bellen", "mijn 06", "06-nummer", "reach me", "call me", "my number", "phone", "tel", "telefoon", "mobiel",
	"mobile", "gsm", "mob", "bellen", "mijn mobiel", "erreichbar", "telefonnummer", "contact", "whatsapp", "app", "sms", "nieuwe nummer", "nieuw nummer", "telefon", NULL,
};
static const char *const others[] = {
	"gebeld door", "gebeld vanaf", "gebeld van", "gemist van", "gemiste oproep", "gemiste oproepen", "belt met", "belde met", "belde vanaf", "belt vanaf", "van nummer", "vanaf nummer", "vanaf het nummer", "met nummer", "uw nummer", "jullie nummer", "uw kantoor", "called from", "calls from", "oude nummer", "oud nummer",
	"verkeerd nummer", "verkeerde nummer", "niet meer", "van mijn werk", "mijn werk", "werkgever", "van mijn zoon", "van mijn dochter", "van mijn moeder", "van mijn vader", "van mijn man", "van mijn vrouw", "van mijn buurvrouw", "van mijn buurman", "van mijn ex", "helpdesk", "klantenservice", "bewindvoerder is", "advocaat is", "budgetcoach",
	"gebeld met", "gebeld naar", "belde naar", "heb gebeld", "heeft gebeld", "uw medewerker", "de leverancier", "opdrachtgever", "schuldeiser", "nummer van", "i called", "phoned", "rang", "from number", "gemist", "anoniem", "stop met bellen naar", "bel niet", "niet bellen", "niet meer bellen", NULL,
};

static const char *const preferred[] = { "best te bereiken", "beste te bereiken", "best bereikbaar", "beste bereikbaar", "best bereikt u", "best bereik je", "bereikt u mij", "mij te bereiken", "mij bereiken op", "me bereiken op", "liefst op", "het liefst", "bij voorkeur", "bel me op", "bel mij op",
	"bel mij liefst", "bel me liefst", "bel mij dan op", "mobiele nummer", "mijn mobiel", "best reached", "best to reach", "reach me on", "call me on", "am besten", "erreichen sie mich", NULL };

static bool ours(const struct reading *f, const char *e164)
{
	for (size_t i = 0; i < f->rules->phones.n; i++)
		if (strcmp(f->rules->phones.text[i], e164) == 0)
			return true;
	return false;
}

/* "Fax:", "F " right before the number */
static bool fax(const struct view *v, size_t at)
{
	size_t end = at;
	while (end > 0 && strchr(" :.-", v->low[end - 1]) && v->text[end - 1] != '\n')
		end--;
	size_t start = end;
	while (start > 0 && glyph_wordish(v->low[start - 1]))
		start--;
	size_t k = end - start;
	return (k >= 3 && memcmp(v->low + start, "fax", 3) == 0) || (k == 1 && v->low[start] == 'f') || (k > 3 && memcmp(v->low + end - 3, "fax", 3) == 0);
}

/* A line that is hardly more than the number, or a row of contact facts. */
static bool contact_line(const struct view *v, const struct view_line *l, struct span at)
{
	size_t letters = 0;
	for (size_t p = l->at.at; p < l->at.end; p++)
		letters += (p < at.at || p >= at.end) && glyph_wordish(v->text[p]);
	return letters <= 14;
}

/* "0412-612233 (werk), 06-...": what stands in brackets belongs to the number before it. */
static size_t behind_bracket(const struct view *v, size_t from, size_t to)
{
	size_t p = from;
	while (p < to && v->low[p] == ' ')
		p++;
	const char *close = p < to && from > 0 && v->text[p] == '(' ? memchr(v->text + p, ')', to - p) : NULL;
	return close ? (size_t)(close - v->text) : from;
}

/* "Overdag 0344-610022, avond 06-13209987": the nearest word before the number decides, else one behind it. 1 by day, -1 in the evening, 0 unsaid. */
static double by_day(const struct view *v, size_t left, struct span at, size_t right)
{
	size_t day = view_phrase(v, left, at.at, daytime), night = view_phrase(v, left, at.at, evening);
	if (day || night)
		return day > night ? 1 : -1;
	size_t bracket = behind_bracket(v, at.end, right + 12 < v->n ? right + 12 : v->n);	/* "(werk, overdag)" */
	if (bracket > at.end)
		right = bracket;
	for (size_t p = at.end; p < right && bracket == at.end; p++)
		if (v->text[p] == ',' || v->text[p] == '\n' || v->text[p] == '|' || (glyph_digit(v->text[p]) && p + 3 < right && glyph_digit(v->text[p + 1]) && glyph_digit(v->text[p + 2])))
			right = p;
	day = view_phrase(v, at.end, right, daytime);
	night = view_phrase(v, at.end, right, evening);
	return day > night ? 1 : night > day ? -1 : 0;
}

/* "030-6041234 overdag / 06-11223344": what stands before the mark is said of the number before. */
static size_t behind_mark(const struct view *v, size_t from, size_t to)
{
	if (from == 0 || to - from > 60)
		return from;
	for (size_t p = to; p > from; p--)
		if (strchr("/,;|", v->text[p - 1]))
			return p;
	return from;
}

/* "Mijn dochter is te bereiken op ..." */
static bool of_kin(const struct view *v, size_t from, size_t at)
{
	static const char *const kin[] = { "dochter is", "zoon is", "man is", "vrouw is", "moeder is", "vader is", "partner is", "ouders zijn", "buurvrouw is", "buurman is", "bewindvoerder is", "daughter is", "son is", NULL };
	static const char *const reach[] = { "te bereiken", "bereikbaar", "bereikbaar op", "can be reached", "te bellen", NULL };
	size_t said = view_phrase(v, from, at, kin);
	return said && view_phrase(v, said, at, reach);
}

/* "niet meer 0522-471234 maar 06-51223344" */
static bool instead(const struct view *v, size_t at)
{
	static const char *const turns[] = { "maar", "maar op", "maar naar", "wel", "nu", "but", "sondern", NULL };
	size_t from = at > 12 ? at - 12 : 0, said = view_phrase(v, from, at, turns);
	return said && said + 3 > at;
}

static double weigh(const struct reading *f, const struct view *v, struct number *x)
{
	const struct view_line *l = &v->line[view_line_of(v, x->at.at)];
	if (ours(f, x->e164) || fax(v, x->at.at) || l->foreign || l->label == FIELD_FAX || l->label == FIELD_OTHER || l->label == FIELD_CLIENT)
		return 0;
	if (!v->from && f->client.end > f->client.at && x->at.at >= f->client.at && x->at.at < f->client.end)
		return 0;
	size_t from = view_sentence(v, x->at.at), to = x->at.end + 50 < v->n ? x->at.end + 50 : v->n;
	size_t stop = view_sentence_end(v, x->at.end);
	if (l->below || contact_line(v, l, x->at)) {	/* in a block only the own line speaks */
		from = from > l->at.at ? from : l->at.at;
		stop = stop < l->at.end ? stop : l->at.end;
	}
	to = to < stop ? to : stop;
	size_t said_mine = view_phrase(v, from, x->at.at, mine), said_other = view_phrase(v, from, x->at.at, others);
	double score;
	x->from = "body";
	if (l->label == FIELD_DAYTIME || l->label == FIELD_PHONE || l->label == FIELD_MOBILE) {
		x->from = f->form ? "form" : "label";
		score = l->label == FIELD_DAYTIME ? 0.99 : 0.93;
	} else if (said_other && said_other >= said_mine && !instead(v, x->at.at)) {
		return 0.2;
	} else if (!l->below && view_phrase(v, from, x->at.at, preferred) > said_other) {	/* in so many words, before what the signature says */
		score = 0.945;
	} else if (l->below || l->role == ROLE_SIGNATURE) {
		x->from = "signature";
		score = 0.92;
	} else if (said_mine || view_phrase(v, x->at.end, to, mine)) {
		score = said_other ? 0.8 : 0.9;
	} else if (contact_line(v, l, x->at)) {
		score = 0.88;
	} else {
		score = 0.55;
	}
	if (of_kin(v, from, x->at.at))
		return 0.3;
	size_t left = x->at.at > 40 && x->at.at - 40 > from ? x->at.at - 40 : from, right = x->at.end + 25 < to ? x->at.end + 25 : to;
	size_t behind = behind_mark(v, behind_bracket(v, x->after, x->at.at), x->at.at);
	score += by_day(v, left > behind ? left : behind, x->at, right) * (score > 0.5 ? 0.06 : 0);
	if (strncmp(x->e164, "+316", 4) == 0)
		score += 0.004;
	return score;
}

/* Standing right behind the address that was taken: "Baljuwstraat 16, 1991 XN Velserbroek, 0614559023". */
static bool behind_address(const struct reading *f, const struct view *v, size_t at)
{
	const char *city = f->r->address.city;
	if (!city)
		return false;
	size_t end = at, k = strlen(city);
	while (end > 0 && strchr(" \n,|:;-\t(", v->text[end - 1]))
		end--;
	return end >= k && memcmp(v->text + end - k, city, k) == 0;
}

/* "Tel. 0281 123456" of somebody who writes German from a German postcode: as long as ours are, and yet no Dutch number. A Dutch mobile one stays ours. */
static void mend_country(const struct reading *f, const char *text, struct number *x)
{
	const char *lang = f->r->language, *code = f->r->address.postcode;
	size_t p = x->at.at + (text[x->at.at] == '(');
	if (lang && strcmp(lang, "de") == 0 && code && strlen(code) == 5 && strncmp(x->e164, "+31", 3) == 0 && text[p] == '0' && text[p + 1] != '0' && text[p + 1] != '6')
		memcpy(x->e164, "+49", 3);
}

static bool from_view(struct reading *f, const struct view *v)
{
	struct number found[PHONES_MAX], *best = NULL;
	size_t n = 0, at = 0;
	const char *text = v->flow ? v->flow->text : v->text;	/* a paragraph may wrap inside a number */
	while (n < PHONES_MAX && recognise_phone(text, v->n, at, &found[n].at, found[n].e164)) {
		struct number *x = &found[n++];
		x->after = at;
		at = x->at.end;
		x->score = weigh(f, v, x);
		if (x->score == 0.55 && behind_address(f, v, x->at.at))
			x->score = 0.9;
		if (!best || x->score > best->score)
			best = x;
	}
	if (!best || best->score < 0.5)
		return false;
	double confidence = best->score > 0.99 ? 0.99 : best->score;
	mend_country(f, text, best);
	fields_put(f, &f->r->phone, best->e164, strlen(best->e164));
	fields_evidence(f, "sender.phone", v->from ? v->from : best->from, v->text + best->at.at, best->at.end - best->at.at, v->from ? confidence * 0.9 : confidence);
	if (confidence < 0.7)
		fields_review(f, "phone-uncertain", "sender.phone", "a telephone number stands in the text, but not whose it is");
	return true;
}

/* "Tel. 02153 91 20 33" below a German address: a national number of another length than ours, behind a label, in the writer's own country. */
static bool from_germany(struct reading *f, const struct view *v)
{
	static const char *const signs[] = { "tel", "tel.", "telefon", "mobil", "handy", "fon", "erreichbar unter", "rufnummer", NULL };
	const char *lang = f->r->language, *code = f->r->address.postcode;
	if (!(lang && strcmp(lang, "de") == 0) && !(code && strlen(code) == 5))
		return false;
	for (size_t i = 0; i < v->n_lines; i++) {
		const struct view_line *l = &v->line[i];
		size_t p = view_phrase(v, l->at.at, l->at.end, signs), k = 3;
		char d[20] = "+49";
		while (p && p < l->at.end && strchr(" :.", v->text[p]))
			p++;
		if (!p || p >= l->at.end || l->foreign || v->text[p] != '0')
			continue;
		size_t start = p++;
		for (; p < l->at.end && k < sizeof d - 1 && (glyph_digit(v->text[p]) || strchr(" /-.()", v->text[p])); p++)
			if (glyph_digit(v->text[p]))
				d[k++] = v->text[p];
		d[k] = '\0';
		if (k < 10 || k > 15 || d[3] == '0')
			continue;
		fields_put(f, &f->r->phone, d, k);
		fields_evidence(f, "sender.phone", "signature", v->text + start, p - start, 0.75);
		return true;
	}
	return false;
}

/* "nul zes 22 33 44 55" */
static bool from_words(struct reading *f, const struct view *v)
{
	static const char *const spoken[] = { "nul zes", "nul-zes", "nulzes", NULL };
	size_t p = view_phrase(v, 0, v->n, spoken), k = 4, start = p;
	char d[16] = "+316";
	for (; p && p < v->n && k < 12 && (glyph_digit(v->text[p]) || strchr(" -.", v->text[p])); p++)
		if (glyph_digit(v->text[p]))
			d[k++] = v->text[p];
	d[k] = '\0';
	if (k != 12 || (p < v->n && glyph_digit(v->text[p])))
		return false;
	fields_put(f, &f->r->phone, d, k);
	fields_evidence(f, "sender.phone", "body", v->text + start, p - start, 0.85);
	return true;
}

void fields_phone(struct reading *f)
{
	(void)(from_view(f, &f->own) || from_words(f, &f->own) || from_germany(f, &f->own) || from_view(f, &f->older));
}
