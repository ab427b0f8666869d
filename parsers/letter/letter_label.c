#include "parsers/letter/letter_label.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum form {
	ANY,	/* the label may be followed by its value with only a blank between */
	COLON,	/* only with a colon or alone in its cell: the word has other uses */
	NUMBER,	/* a digit, "+" or "(" must follow, or a colon */
	STREET,	/* a capital must follow and a digit further on, or a colon: "Adres  Hasseltstraat 230" */
};

/* Longest first within a kind of beginning: the first that fits is taken. */
static const struct {
	const char *text;
	enum label label;
	enum form form;
} labels[] = {
	{ "achternaam en voornaam", PAPER_NAME, COLON }, { "voornaam en achternaam", PAPER_NAME, COLON }, { "voor- en achternaam", PAPER_NAME, COLON }, { "naam en voornaam", PAPER_NAME, COLON },
	{ "achternaam en voorletters", PAPER_NAME, COLON }, { "voorletters en achternaam", PAPER_NAME, COLON }, { "voorletters en naam", PAPER_NAME, COLON },
	{ "naam afzender", PAPER_NAME, COLON }, { "naam en voorletters", PAPER_NAME, COLON }, { "volledige naam", PAPER_NAME, COLON }, { "uw naam", PAPER_NAME, COLON },
	{ "naam klager", PAPER_NAME, COLON }, { "naam", PAPER_NAME, COLON }, { "name", PAPER_NAME, COLON }, { "afzender", PAPER_NAME, COLON }, { "afz", PAPER_NAME, COLON },
	{ "van", PAPER_NAME, COLON }, { "from", PAPER_NAME, COLON }, { "ondergetekende", PAPER_NAME, COLON },
	{ "adres en woonplaats", PAPER_ADDRESS, COLON }, { "straat en huisnummer", PAPER_ADDRESS, COLON }, { "straat + huisnummer", PAPER_ADDRESS, COLON }, { "straat en nummer", PAPER_ADDRESS, COLON }, { "straat + nummer", PAPER_ADDRESS, COLON },
	{ "adres en huisnummer", PAPER_ADDRESS, COLON }, { "straat/huisnummer", PAPER_ADDRESS, COLON }, { "straatnaam", PAPER_ADDRESS, COLON },
	{ "straat", PAPER_ADDRESS, STREET }, { "woonadres", PAPER_ADDRESS, STREET }, { "postadres", PAPER_ADDRESS, STREET }, { "uw adres", PAPER_ADDRESS, COLON },
	{ "adres", PAPER_ADDRESS, STREET }, { "address", PAPER_ADDRESS, COLON },
	{ "postcode en woonplaats", PAPER_POSTCODE, ANY }, { "postcode en plaats", PAPER_POSTCODE, ANY }, { "postcode/woonplaats", PAPER_POSTCODE, ANY },
	{ "postcode / woonplaats", PAPER_POSTCODE, ANY }, { "postcode/plaats", PAPER_POSTCODE, ANY }, { "postcode / plaats", PAPER_POSTCODE, ANY }, { "postcode + plaats", PAPER_POSTCODE, ANY },
	{ "postcode & plaats", PAPER_POSTCODE, ANY }, { "postcode + woonplaats", PAPER_POSTCODE, ANY }, { "pc/plaats", PAPER_POSTCODE, COLON }, { "pc + plaats", PAPER_POSTCODE, COLON }, { "pc en woonplaats", PAPER_POSTCODE, COLON },
	{ "postcode", PAPER_POSTCODE, ANY }, { "postal code", PAPER_POSTCODE, ANY },
	{ "woonplaats", PAPER_CITY, COLON }, { "plaats en datum", PAPER_DATE, COLON }, { "plaats, datum", PAPER_DATE, COLON }, { "plaats", PAPER_CITY, COLON }, { "city", PAPER_CITY, COLON },
	{ "telefoonnummer overdag", PAPER_PHONE, ANY }, { "telefoon overdag", PAPER_PHONE, ANY }, { "telefoonnummer", PAPER_PHONE, NUMBER }, { "telefoonnr", PAPER_PHONE, NUMBER },
	{ "telefoon nr", PAPER_PHONE, NUMBER }, { "telefoon", PAPER_PHONE, NUMBER }, { "telnr", PAPER_PHONE, NUMBER }, { "tel.nr", PAPER_PHONE, NUMBER }, { "tel. nr", PAPER_PHONE, NUMBER }, { "tel overdag", PAPER_PHONE, NUMBER }, { "tel. overdag", PAPER_PHONE, NUMBER },
	{ "tel", PAPER_PHONE, NUMBER }, { "mobiel nummer", PAPER_PHONE, NUMBER }, { "mobiele telefoon", PAPER_PHONE, NUMBER }, { "mobiel", PAPER_PHONE, NUMBER }, { "mobile", PAPER_PHONE, NUMBER }, { "mob", PAPER_PHONE, NUMBER }, { "gsm", PAPER_PHONE, NUMBER },
	{ "phone", PAPER_PHONE, NUMBER }, { "06-nummer", PAPER_PHONE, NUMBER }, { "overdag bereikbaar op", PAPER_PHONE, NUMBER }, { "bereikbaar op", PAPER_PHONE, NUMBER }, { "overdag bereikbaar", PAPER_PHONE, NUMBER }, { "t", PAPER_PHONE, NUMBER }, { "m", PAPER_PHONE, NUMBER },
	{ "fax", PAPER_FAX, NUMBER },
	{ "e-mailadres", PAPER_EMAIL, ANY }, { "e-mail", PAPER_EMAIL, ANY }, { "emailadres", PAPER_EMAIL, ANY }, { "email", PAPER_EMAIL, ANY }, { "mailadres", PAPER_EMAIL, ANY },
	{ "mail", PAPER_EMAIL, COLON }, { "e", PAPER_EMAIL, COLON },
	{ "ons kenmerk", PAPER_OWN_REFERENCE, ANY }, { "onze referentie", PAPER_OWN_REFERENCE, ANY }, { "onze ref", PAPER_OWN_REFERENCE, ANY }, { "ons dossier", PAPER_OWN_REFERENCE, ANY },
	{ "ons dossiernummer", PAPER_OWN_REFERENCE, ANY }, { "ons zaaknummer", PAPER_OWN_REFERENCE, ANY }, { "mijn kenmerk", PAPER_OWN_REFERENCE, ANY }, { "mijn referentie", PAPER_OWN_REFERENCE, COLON }, { "mijn ref", PAPER_OWN_REFERENCE, COLON }, { "ons nummer", PAPER_OWN_REFERENCE, COLON }, { "our ref", PAPER_OWN_REFERENCE, ANY },
	{ "dossiernummer", PAPER_DOSSIER, ANY }, { "dossiernr", PAPER_DOSSIER, ANY }, { "dossier nr", PAPER_DOSSIER, ANY }, { "dossier", PAPER_DOSSIER, NUMBER }, { "uw dossiernummer", PAPER_DOSSIER, ANY }, { "uw dossier", PAPER_DOSSIER, NUMBER },
	{ "zaaknummer", PAPER_DOSSIER, ANY }, { "zaaknr", PAPER_DOSSIER, ANY },
	{ "uw kenmerk", PAPER_REFERENCE, ANY }, { "uw referentie", PAPER_REFERENCE, ANY }, { "uw ref", PAPER_REFERENCE, ANY }, { "your reference", PAPER_REFERENCE, ANY }, { "your ref", PAPER_REFERENCE, ANY },
	{ "kenmerk", PAPER_REFERENCE, ANY }, { "referentie", PAPER_REFERENCE, COLON }, { "referentienummer", PAPER_REFERENCE, ANY },
	{ "datum", PAPER_DATE, ANY }, { "date", PAPER_DATE, COLON },
	{ "betreft", PAPER_SUBJECT, ANY }, { "betr", PAPER_SUBJECT, COLON }, { "onderwerp", PAPER_SUBJECT, ANY }, { "inzake", PAPER_SUBJECT, ANY }, { "subject", PAPER_SUBJECT, COLON },
	{ "re", PAPER_SUBJECT, COLON },
	{ "omschrijving van uw klacht", PAPER_DESCRIPTION, ANY }, { "omschrijving van de klacht", PAPER_DESCRIPTION, ANY }, { "omschrijving klacht", PAPER_DESCRIPTION, COLON }, { "omschrijving", PAPER_DESCRIPTION, COLON },
	{ "beschrijving van uw klacht", PAPER_DESCRIPTION, ANY }, { "uw klacht", PAPER_DESCRIPTION, COLON }, { "mijn klacht", PAPER_DESCRIPTION, COLON }, { "klacht", PAPER_DESCRIPTION, COLON }, { "toelichting", PAPER_DESCRIPTION, COLON },
	{ "oplossing die u wenst", PAPER_RESOLUTION, ANY }, { "welke oplossing wenst u", PAPER_RESOLUTION, ANY }, { "wat moet er volgens u gebeuren", PAPER_RESOLUTION, COLON },
	{ "wat wilt u dat wij doen", PAPER_RESOLUTION, COLON }, { "wat wilt u bereiken", PAPER_RESOLUTION, COLON }, { "wat verwacht u van ons", PAPER_RESOLUTION, COLON },
	{ "hoe kunnen wij dit oplossen", PAPER_RESOLUTION, COLON }, { "gewenst resultaat", PAPER_RESOLUTION, COLON }, { "uw voorstel", PAPER_RESOLUTION, COLON },
	{ "gewenste oplossing", PAPER_RESOLUTION, ANY }, { "welke oplossing wilt u", PAPER_RESOLUTION, ANY }, { "uw gewenste oplossing", PAPER_RESOLUTION, ANY }, { "oplossing", PAPER_RESOLUTION, COLON },
	{ "handtekening", PAPER_SIGNATURE, COLON }, { "aan", PAPER_TO, COLON }, { "to", PAPER_TO, COLON },
	{ "klantnummer", PAPER_CUSTOMER, ANY }, { "klantnr", PAPER_CUSTOMER, ANY }, { "lidnummer", PAPER_CUSTOMER, ANY }, { "relatienummer", PAPER_CUSTOMER, ANY }, { "factuurnummer", PAPER_CUSTOMER, ANY },
	{ "polisnummer", PAPER_CUSTOMER, ANY }, { "bsn", PAPER_CUSTOMER, ANY }, { "kvk", PAPER_CUSTOMER, ANY }, { "iban", PAPER_CUSTOMER, ANY },
	{ "cliënt", PAPER_CLIENT, COLON }, { "client", PAPER_CLIENT, COLON }, { "namens", PAPER_CLIENT, COLON }, { "betrokkene", PAPER_CLIENT, COLON },
	{ "behandeld door", PAPER_OTHER, COLON }, { "behandelaar", PAPER_OTHER, COLON }, { "contactpersoon", PAPER_OTHER, COLON }, { "doorkiesnummer", PAPER_OTHER, COLON }, { "uw brief van", PAPER_OTHER, COLON },
	{ "uw bericht van", PAPER_OTHER, COLON }, { "bijlage", PAPER_OTHER, COLON }, { "bijlagen", PAPER_OTHER, COLON }, { "aantal bijlagen", PAPER_OTHER, COLON }, { "blad", PAPER_OTHER, COLON },
};

static size_t past(const char *s, size_t at, const char *set)
{
	return at + strspn(s + at, set);
}

static bool follows(const char *s, size_t n, size_t v, enum form form)
{
	if (form == NUMBER)
		return isdigit((unsigned char)s[v]) || s[v] == '+' || s[v] == '(' || (strchr("Oo", s[v]) && isdigit((unsigned char)s[v + 1]));
	if (form != STREET || n > 60 || !isupper((unsigned char)s[v]))
		return form == ANY;
	return strcspn(s + v, "0123456789") < n - v;
}

/* Does the label end at `at`, and where does its value begin? */
static bool ends_label(const char *s, size_t n, size_t at, enum form form, size_t *ret_value)
{
	if (isalnum((unsigned char)s[at]) || (unsigned char)s[at] >= 0x80)
		return false;
	size_t v = past(s, at, " .");
	bool colon = s[v] == ':' || s[v] == ';';	/* a colon is sometimes read as a semicolon */
	v = past(s, v, colon ? ":;. " : "");
	if (!colon && s[v] == '?' && past(s, v, "? ") >= n)	/* a form's question, with its answer elsewhere */
		v = n;
	*ret_value = v;
	if (colon || v >= n)
		return true;
	return follows(s, n, v, form);
}

enum label paper_label(const char *text, size_t n, size_t *ret_value)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		size_t at = begins(text, labels[i].text);
		if (at && at <= strlen(labels[i].text) + 2 && ends_label(text, n, at, labels[i].form, ret_value))
			return labels[i].label;
	}
	return PAPER_NONE;
}

/* ---- entries ---- */

static bool same_row(const struct letter_line *a, const struct letter_line *b)
{
	return a->leaf == b->leaf && a->s->row == b->s->row;
}

static bool bare_label(const struct letter_line *l)
{
	size_t v;
	return paper_label(l->text, l->n, &v) != PAPER_NONE && v >= l->n;
}

static bool aligned(const struct letter_line *a, const struct letter_line *b)
{
	return fabs(a->s->box.x0 - b->s->box.x0) < 2.5 * a->s->size;
}

/* Below each of the n cells from i on stands one that is no label: what is written above them are heads, known or not ("Behandeld door"). */
static bool heads_columns(const struct letter_text *t, size_t i, size_t n)
{
	if (i + 2 * n > t->n || !same_row(&t->line[i + n], &t->line[i + 2 * n - 1]) || (i + 2 * n < t->n && same_row(&t->line[i + n], &t->line[i + 2 * n])))
		return false;
	for (size_t k = i; k < i + n; k++)
		if (!aligned(&t->line[k], &t->line[k + n]) || bare_label(&t->line[k + n]) || strpbrk(t->line[k].text, "0123456789:"))
			return false;
	return t->line[i + n].leaf == t->line[i].leaf && t->line[i + n].s->gap < 1.8;
}

/* Every cell of the row is a bare label, and there are at least two: a header row. One unknown head among them is one when all have their values below. */
static bool header_row(const struct letter_text *t, size_t i)
{
	size_t n = 0, bare = 0;
	while (i > 0 && same_row(&t->line[i - 1], &t->line[i]))
		i--;
	for (size_t k = i; k < t->n && same_row(&t->line[k], &t->line[i]); k++, n++)
		bare += bare_label(&t->line[k]);
	return bare >= 2 && (bare == n || heads_columns(t, i, n));
}

/* A label above its value, as forms with boxes have it: the next line, in the same column, with no label of its own. */
static size_t below(const struct letter_text *t, size_t i, const bool *used)
{
	const struct letter_line *l = &t->line[i], *v = i + 1 < t->n ? &t->line[i + 1] : NULL;
	size_t at;
	bool fits = v && v->leaf == l->leaf && !same_row(v, l) && aligned(l, v) && v->s->gap < 1.8 && !used[i + 1] && !v->noise && v->zone != ZONE_GREETING &&
		    v->zone != ZONE_CLOSING && paper_label(v->text, v->n, &at) == PAPER_NONE;
	return fits ? i + 1 : t->n;
}

/* The line that holds the value of the bare label i; t->n when there is none. */
static size_t value_line(const struct letter_text *t, size_t i, bool *used)
{
	const struct letter_line *l = &t->line[i];
	if (header_row(t, i)) {
		size_t k = i;
		while (k < t->n && same_row(&t->line[k], l))
			k++;
		for (size_t row = k; k < t->n && same_row(&t->line[k], &t->line[row]); k++)
			if (t->line[k].leaf == l->leaf && aligned(l, &t->line[k]) && !used[k] && t->line[k].s->gap < 3)
				return k;
		return t->n;
	}
	if (i + 1 < t->n && same_row(l, &t->line[i + 1]) && !used[i + 1])
		return i + 1;
	/* a cell whose text stands a little lower or higher than its label */
	for (size_t k = i + 1; k < t->n && k < i + 3; k++) {
		const struct letter_line *v = &t->line[k];
		double overlap = fmin(v->s->box.y1, l->s->box.y1) - fmax(v->s->box.y0, l->s->box.y0);
		if (v->leaf == l->leaf && v->s->box.x0 > l->s->box.x1 && overlap > 0 && !used[k] && !bare_label(v))
			return k;
	}
	return below(t, i, used);
}

int entries_make(const struct letter_text *t, struct arena *a, struct entries *ret)
{
	struct entries e = { .entry = arena_alloc(a, (t->n + 1) * sizeof *e.entry) };
	bool *used = arena_alloc(a, t->n + 1);
	bool described = false, wished = false;
	size_t kinds = 0;
	if (!e.entry || !used)
		return PARSE_NOMEM;
	for (size_t i = 0; i < t->n; i++) {
		const struct letter_line *l = &t->line[i];
		struct entry *x = &e.entry[e.n];
		if (used[i] || l->noise || l->n == 0)
			continue;
		*x = (struct entry){ .line = l, .index = i };
		/* running text begins with "van" and "mail" as well: labels stand in short lines or outside the body */
		size_t value = 0;
		enum label label = l->zone == ZONE_GREETING ? PAPER_NONE : paper_label(l->text, l->n, &value);
		e.n++;
		if (label == PAPER_NONE)
			continue;
		x->label = label;
		x->label_line = l;
		x->at = value;
		if (value >= l->n) {
			size_t k = value_line(t, i, used);
			x->line = k < t->n ? &t->line[k] : NULL;
			x->cell = !x->line || same_row(x->line, l) || x->line->s->box.x0 > l->s->box.x1;
			x->at = 0;
			if (x->line) {
				x->index = k;
				used[k] = true;
			}
		}
		kinds++;
		described |= label == PAPER_DESCRIPTION;
		wished |= label == PAPER_RESOLUTION;
	}
	e.form = (described && kinds >= 4) || (described && wished);
	*ret = e;
	return PARSE_OK;
}

const char *entry_text(const struct letter_text *t, const struct entries *e, size_t i, struct arena *a)
{
	const struct entry *x = &e->entry[i];
	const struct letter_line *label = x->label_line;
	size_t bytes = 2, at = 0;
	for (size_t k = 0; k < t->n; k++)
		bytes += t->line[k].n + 1;
	char *s = arena_alloc(a, bytes);
	if (!s || !x->line)
		return s;
	for (size_t k = x->index; k < t->n; k++) {
		const struct letter_line *l = &t->line[k];
		size_t from = k == x->index ? x->at : 0, v;
		bool left = label && l->s->box.x0 < label->s->box.x1 && x->cell;
		if (k > x->index && ((left && paper_label(l->text, l->n, &v)) || (!x->cell && (paper_label(l->text, l->n, &v) || l->zone == ZONE_CLOSING))))
			break;
		if (left || l->noise || (k > x->index && l->s->gap > 2.5 && x->cell))
			continue;
		if (at && s[at - 1] == '-' && islower((unsigned char)l->text[from]))
			at--;
		else if (at)
			s[at++] = ' ';
		memcpy(s + at, l->text + from, l->n - from);
		at += l->n - from;
	}
	s[at] = '\0';
	return s;
}
