/* Where does the sender live? Every address in the view is found (fields_place.c), weighed by where it stands and what is said about it, and the best taken. */
#include <string.h>
#include <strings.h>

#include "parsers/fields/fields_inner.h"
#include "parsers/fields/fields_place.h"
#include "parsers/glyph.h"

static const char *const mine[] = {
	"mijn adres", "mijn adres is", "huisadres", "thuisadres", "woonadres", "priv\xc3\xa9-adres", "priv\xc3\xa9" "adres", "mijn nieuwe adres", "nieuwe adres", "nieuw adres", "adres:", "adres is", "woon", "wonen", "wonen op", "woon op", "woon aan", "woonachtig", "wonende", "wonend", "verhuisd naar", "naar mij", "post naar", "brief naar", "brieven naar", "reactie naar",
	"antwoord naar", "stuur", "sturen naar", "i live at", "my address", "address is", "living at", "meine adresse", "wohne", "wohnhaft", "ondergetekende", "naam is", "gevestigd aan", "adresgegevens", "mijn gegevens", "postadres", "bereikbaar op", "te bereiken", "per post aan", "maar op", "maar aan", "maar in", "maar nu", "nieuw:", "goed:", "juist:", "correct:", "juiste adres", "nieuw is", "nu:", "new:", "current address", "new address", "thans",
	"address:", "anschrift", "adresim", "m\xc3\xb3j adres", "mieszkam", "neue adresse", NULL,
};
static const char *const others[] = {
	"oude adres", "oud adres", "vorige adres", "vorig adres", "voormalig", "voorheen", "verhuisd van", "schuldeiser", "opdrachtgever", "leverancier", "werkgever", "mijn werk", "buurman", "buurvrouw", "buren", "ex-man", "ex-vrouw", "verkeerde adres", "verkeerd adres",
	"niet meer op", "niet meer wonen", "oude woning", "vorige bewoner", "vorige bewoners", "vroeger", "my old address", "former address", "previous address", "bezoekadres", "winkel", "filiaal", "toenmalige", "het pand", "bezorgd op", "afgeleverd", "afgeleverd op", "geleverd op", "wonende zoon", "niet meer aan", "niet meer in", "niet meer bij", "niet langer", "nooit gewoond", "oud:", "verkeerd:", "fout:", "oud was", "was:", "old:", "moved out of", "moved from", "no longer", "nicht mehr",
	"vertrokken van", "vertrokken uit", "stond ingeschreven", "voormalige", "woonde", "toen ik nog", "eerdere adres", "i lived", "used to live", "wohnte",
	"mijn moeder", "mijn vader", "mijn ouders", "mijn zoon", "mijn dochter", "mijn cli\xc3\xabnt", "mijn cli\xc3\xabnte", "deurwaarder", "rechtbank", "gerecht", "hotel", NULL,
};

/* The agency's own: its postcode, or its street and number, or its name right above. */
static bool ours(const struct reading *f, const struct view *v, const struct place *p)
{
	const char *own = f->rules->postal_address;
	if (own && p->code[0] && strcasestr(own, p->code))
		return true;
	if (own && p->street.end > p->street.at && p->number.end > p->number.at) {
		char line[120];
		size_t a = p->street.end - p->street.at, b = p->number.end - p->number.at;
		if (a + b + 2 < sizeof line) {
			memcpy(line, v->text + p->street.at, a);
			line[a] = ' ';
			memcpy(line + a + 1, v->text + p->number.at, b);
			line[a + 1 + b] = '\0';
			const char *hit = strcasestr(own, line);
			if (hit && !glyph_digit(hit[a + 1 + b]))
				return true;
		}
	}
	const char *org = f->rules->organisation;
	size_t line = view_line_of(v, p->whole.at);
	if (!org || (v->line[line].label != FIELD_NONE && v->line[line].label != FIELD_OTHER))	/* "Aan: Pro Actief\nVan: Jan Jansen, ..." */
		return false;
	size_t from = line > 2 ? line - 2 : 0;
	size_t at = v->line[from].at.at, n = p->whole.at - at;
	char above[400];
	if (n >= sizeof above) {
		at += n - (sizeof above - 1);
		n = sizeof above - 1;
	}
	memcpy(above, v->text + at, n);
	above[n] = '\0';
	return strcasestr(above, org) && !strchr(org, '\n');
}

/* "Flat Rozenburg, ", "Huize Rustenburg - ": a building's name and no more stands before the address on its line. */
static bool building(const struct view *v, size_t from, size_t to)
{
	size_t end = to, words = 0, len;
	while (end > from && strchr(" ,-|", v->text[end - 1]))
		end--;
	if (end == to || end - from > 40)
		return false;
	for (size_t p = from; p < end; words++) {
		if (glyph_digit(v->text[p]) || strchr(".:;!?", v->text[p]))
			return false;
		if (words == 0 && !glyph_upper(glyph_at(v->text, end, p, &len)) && v->text[p] != '\'')
			return false;
		while (p < end && v->low[p] != ' ' && !strchr(".:;!?", v->text[p]))
			p++;
		if (p < end && v->low[p] != ' ')
			return false;
		while (p < end && v->low[p] == ' ')
			p++;
	}
	return words > 0 && words <= 4;
}

/* Nothing but the address (and at most a name, a telephone number, an e-mail address) stands on its lines. */
static bool alone(const struct view *v, const struct place *p)
{
	size_t first = view_line_of(v, p->whole.at), last = view_line_of(v, p->whole.end ? p->whole.end - 1 : 0);
	size_t before = p->whole.at - v->line[first].at.at, behind = v->line[last].at.end > p->whole.end ? v->line[last].at.end - p->whole.end : 0;
	return (before < 3 || building(v, v->line[first].at.at, p->whole.at)) && behind < 3;
}

/* "Wilt u het nieuwe adres opnemen?\n\nKerkpad 7": what is said right above a block is said of it. */
static bool announced(const struct view *v, const struct place *p)
{
	static const char *const news[] = { "nieuwe adres", "nieuw adres", "nieuwe woonadres", "huidige adres", "verhuisd naar", "verhuis naar", "verhuizen naar", "gaan wonen", "adreswijziging", "new address", "current address", "moved to", "neue adresse", "neue anschrift",
					    "umgezogen nach", "nowy adres", "yeni adresim", NULL };
	size_t from = p->whole.at > 160 ? p->whole.at - 160 : 0;
	return view_phrase(v, from, p->whole.at, news) > view_phrase(v, from, p->whole.at, others);
}

/* "Jordy Smit,\nBaljuwstraat 16": the sender's name right before, no more than separators between. */
static bool named_before(const struct reading *f, const struct view *v, size_t at)
{
	if (!f->sender.name[0])
		return false;
	size_t end = at;
	while (end > 0 && strchr(" \n,|:;-\t", v->text[end - 1]))
		end--;
	size_t k = strlen(f->sender.name);
	/* the name as cleaned, or its last word */
	if (end >= k && strncasecmp(v->text + end - k, f->sender.name, k) == 0)
		return true;
	const char *last = strrchr(f->sender.name, ' ');
	size_t j = last ? strlen(last + 1) : 0;
	return j >= 3 && end >= j && strncasecmp(v->text + end - j, last + 1, j) == 0;
}

/* "Bezoekadres: ..." */
static bool visiting(const struct view *v, const struct view_line *l)
{
	return l->at.end - l->at.at > 6 && memcmp(v->low + l->at.at, "bezoek", 6) == 0;
}

/* What the words of its sentence say, in so many words, beside a signature with an address too. */
static double as_said(const struct view *v, const struct place *p, size_t said_other, double score)
{
	static const char *const here[] = { "mijn adres", "mijn adres is", "huisadres", "thuisadres", "woonadres", "ik woon", "my address", "priv\xc3\xa9:", "prive:", "thuis:", "home:", "privat:", NULL };
	static const char *const moved[] = { "nieuwe adres", "nieuw adres", "verhuisd naar", "nu op", "woon nu", "inmiddels", NULL };
	size_t sentence = view_sentence(v, p->whole.at);
	if (score > 0.85 && view_phrase(v, sentence, p->whole.at, here) > said_other)
		score = 0.95;
	if (score > 0.85 && view_phrase(v, sentence, p->whole.at, moved))
		score = 0.99;
	return score;
}

static double weigh(const struct reading *f, const struct view *v, struct place *p)
{
	const struct view_line *l = &v->line[view_line_of(v, p->whole.at)];
	size_t sentence = view_sentence(v, p->whole.at);
	bool other = l->label == FIELD_OTHER && sentence <= l->value.at;	/* "Oud adres: A. Nieuw adres: B" on one line */
	bool clients = !v->from && f->client.end > f->client.at && p->whole.at >= f->client.at && p->whole.at < f->client.end;
	if (ours(f, v, p) || l->foreign || (other && !visiting(v, l)) || (clients && !other))
		return 0;
	if (other) {	/* taken where nothing better stands */
		p->from = "label";
		return 0.6;
	}
	bool named = named_before(f, v, p->whole.at), block = alone(v, p), labelled = l->label != FIELD_NONE && l->label != FIELD_OTHER;
	size_t said_mine = view_phrase(v, sentence, p->whole.at, mine), said_other = view_phrase(v, sentence, p->whole.at, others);
	bool below = l->below || l->role == ROLE_SIGNATURE;
	p->from = labelled ? (f->form ? "form" : "label") : named ? (l->below ? "signature" : "body") : below ? "signature" : "body";
	if (!labelled && !named && !below && said_mine <= said_other && (!block || said_other))
		return 0.2;
	double score = labelled ? 0.97 : named ? 0.96 : below ? 0.93 : said_mine > said_other ? 0.9 : 0.8;
	if (said_other > said_mine && !named && !l->below)
		score = 0.2;
	score = as_said(v, p, said_other, score);
	if (block && !l->below && l->label == FIELD_NONE && announced(v, p))
		score = 0.99;
	/* what is whole is worth more than a street alone */
	score -= p->code[0] ? 0 : 0.06;
	score -= p->street.end > p->street.at ? 0 : 0.1;
	return score;
}

/* A street that wraps has a line feed in it. */
static void put_flat(struct reading *f, const char **slot, const char *s, size_t n)
{
	char *copy = arena_strndup(f->r->arena, s, n);
	if (!copy) {
		f->result = PARSE_NOMEM;
		return;
	}
	for (char *p = copy; *p; p++)
		*p = *p == '\n' ? ' ' : *p;
	*slot = copy;
}

static void put_city(struct reading *f, const struct view *v, struct span at)
{
	char text[80];
	size_t n = 0, len;
	bool shout = true;
	for (size_t p = at.at; p < at.end; p += len) {
		uint32_t c = glyph_at(v->text, at.end, p, &len);
		shout = shout && !(glyph_letter(c) && !glyph_upper(c));
	}
	bool start = true;
	for (size_t p = at.at; p < at.end && n + 4 < sizeof text; p += len) {
		uint32_t c = glyph_at(v->text, at.end, p, &len);
		size_t blank = glyph_blank(v->text, at.end, p);
		if (blank || c == '\n') {
			if (n && text[n - 1] != ' ')
				text[n++] = ' ';
			start = true;
			continue;
		}
		if (shout && c < 0x80 && at.end - at.at > 2)
			text[n++] = (char)(start ? c : glyph_lower(c));
		else {
			memcpy(text + n, v->text + p, len);
			n += len;
		}
		start = !glyph_letter(c);
	}
	fields_put(f, &f->r->address.city, text, n);
}

/* "P. Zandstra Kleine Berg 4": the street begins behind the sender's name. */
static size_t behind_name(const struct reading *f, const struct view *v, struct span street)
{
	size_t k = strlen(f->sender.name);
	if (!strchr(f->sender.name, ' ') || street.end - street.at < k + 5)
		return street.at;
	for (size_t p = street.at; p + k + 4 < street.end && p < street.at + 24; p++)
		if (strncasecmp(v->text + p, f->sender.name, k) == 0 && v->text[p + k] == ' ')
			return p + k + 1;
	return street.at;
}

static void settle(struct reading *f, const struct view *v, const struct place *p, double score)
{
	struct address *a = &f->r->address;
	if (p->street.end > p->street.at) {
		size_t from = behind_name(f, v, p->street);
		put_flat(f, &a->street, v->text + from, p->street.end - from);
	}
	if (p->number.end > p->number.at)
		fields_put(f, &a->house_number, v->text + p->number.at, p->number.end - p->number.at);
	if (p->code[0])
		fields_put(f, &a->postcode, p->code, strlen(p->code));
	if (p->city.end > p->city.at)
		put_city(f, v, p->city);
	static const char boxes[] = " pb pobox postbox postbus ";
	char kind[16];
	size_t k = 0;
	for (const char *c = a->street; c && *c && k < sizeof kind - 1; c++)
		if (*c != '.' && *c != ' ')
			kind[k++] = (char)glyph_lower((unsigned char)*c);
	kind[k] = '\0';
	if (a->street && glyph_listed(boxes, kind))
		fields_put(f, &a->street, "Postbus", 7);
	fields_evidence(f, "sender.address", v->from ? v->from : p->from, v->text + p->whole.at, p->whole.end - p->whole.at, score);
	if (score < 0.75 || !a->street)
		fields_review(f, "address-uncertain", "sender.address", "the address is not whole, or it is not certain that it is the sender's");
}

/* The lines below a form's street, up to the next label: "Doorn, 3941 BR", or town and postcode on a line each. */
static void continued(const struct view *v, size_t line, struct place *p)
{
	struct span where;
	char text[8];
	for (size_t i = line + 1; i < v->n_lines && i < line + 5 && v->line[i].label == FIELD_NONE; i++) {
		struct span at = v->line[i].at, t = view_trim(v, at);
		if (t.at == t.end || t.end - t.at > 60)
			continue;
		bool code = !p->code[0] && recognise_postcode(v->text, at.end, at.at, &where, text);
		struct span city = place_city(v, code && where.at > t.at ? t.at : code ? where.end : at.at, code && where.at > t.at ? where.at : at.end);
		if (code)
			memcpy(p->code, text, sizeof text);
		char land[20];
		glyph_fold_text(v->text + city.at, city.end - city.at, land, sizeof land);
		if (p->city.end == p->city.at && city.end > city.at && !glyph_listed(" nederland netherlands holland niederlande ", land) && (code || city.end == t.end))
			p->city = city;
	}
}

/* Behind the label people write a street and its number, whatever the street is called: "Laan van 's-Gravenmade 212", "Hoorn 388". */
static bool number_last(const struct view *v, struct span at, struct street *ret)
{
	size_t p = at.end;
	while (p > at.at && v->low[p - 1] != ' ' && v->text[p - 1] != ',')
		p--;
	size_t digits = p;
	while (digits < at.end && glyph_digit(v->text[digits]))
		digits++;
	if (p < at.at + 4 || digits == p || digits - p > 5 || v->text[p] == '0' || at.end - digits > 3)
		return false;
	ret->street = view_trim(v, (struct span){ at.at, p });
	ret->number = (struct span){ p, at.end };
	return !memchr(v->text + ret->street.at, ',', ret->street.end - ret->street.at);
}

/* The value of a street's label, which may hold the whole address: "Lindelaan 4, Leusden, 3832 AB". has_code: the postcode has a label of its own. */
static void street_value(const struct view *v, struct span at, bool has_code, struct place *p)
{
	struct street st;
	struct span where;
	char text[8];
	bool split = recognise_street(v->text, at.end, at.at, &st) || number_last(v, at, &st);
	p->street = split ? st.street : at;
	if (split)
		p->number = st.number;
	p->whole = at;
	size_t tail = p->number.end ? p->number.end : at.end;
	if (recognise_postcode(v->text, at.end, at.at, &where, text)) {
		memcpy(p->code, text, sizeof text);
		if (p->number.end && where.at > p->number.end)	/* "..., Leusden, 3832 AB" */
			p->city = place_city(v, p->number.end, where.at);
		tail = where.end;
		if (!p->number.end && where.at > at.at)
			p->street = view_trim(v, (struct span){ at.at, where.at });
	}
	struct span behind = place_city(v, tail, at.end);
	if (behind.end > behind.at)
		p->city = behind;
	if (!has_code && !p->code[0])
		continued(v, view_line_of(v, at.at), p);
}

static void code_value(const struct view *v, struct span at, bool alone_stands, struct place *p)
{
	struct span where;
	char text[8];
	size_t digits = 0;
	while (at.at + digits < at.end && glyph_digit(v->text[at.at + digits]))
		digits++;
	if (recognise_postcode(v->text, at.end, at.at, &where, text)) {
		memcpy(p->code, text, sizeof text);
	} else if ((digits == 4 || digits == 5) && (at.at + digits == at.end || v->low[at.at + digits] == ' ')) {	/* "PLZ: 48599", "2300 Turnhout" */
		memcpy(p->code, v->text + at.at, digits);
		p->code[digits] = '\0';
		where.end = at.at + digits;
	} else {
		return;
	}
	struct span city = place_city(v, where.end, at.end);
	if (city.end > city.at)
		p->city = city;
	if (alone_stands)
		p->whole = at;
}

/* A form's own field for it: "77" and "B" are 77B; 33-2, 9-bis. */
static void add_addition(struct reading *f, const struct view *v)
{
	struct span at;
	if (!view_label(v, FIELD_ADDITION, &at) || !f->r->address.house_number || at.end - at.at >= 8)
		return;
	bool letter = at.end - at.at == 1 && !glyph_digit(v->text[at.at]);
	char *joined = arena_printf(f->r->arena, letter ? "%s%.*s" : "%s-%.*s", f->r->address.house_number, (int)(at.end - at.at), v->text + at.at);
	if (joined)
		f->r->address.house_number = joined;
	else
		f->result = PARSE_NOMEM;
}

/* "Gronau (Westf.)": what stands in brackets behind the label says which town of that name, unless it is the country. */
static struct span labelled_city(const struct view *v, struct span at)
{
	static const char *const lands[] = { "nederland", "duitsland", "belgi\xc3\xab", "belgie", "germany", "deutschland", "nl", NULL };
	struct span city = place_city(v, at.at, at.end);
	size_t open = city.end + 1;
	bool bracket = city.end > city.at && open + 2 < at.end && at.end - open <= 14 && v->text[open] == '(' && memchr(v->text + open, ')', at.end - open) == v->text + at.end - 1;
	if (bracket && !view_phrase(v, open, at.end, lands))
		city.end = at.end;
	return city;
}

/* Straat, huisnummer, postcode and woonplaats of a form, each on a line of its own. */
static bool from_labels(struct reading *f, const struct view *v)
{
	struct span street, number, code, city;
	struct place p = { .from = f->form ? "form" : "label" };
	bool has_street = view_label(v, FIELD_STREET, &street), has_code = view_label(v, FIELD_POSTCODE, &code);
	if (!has_street && !has_code)
		return false;
	if (has_street)
		street_value(v, street, has_code, &p);
	if (view_label(v, FIELD_NUMBER, &number) && p.number.end == p.number.at && number.end - number.at < 12)
		p.number = number;
	if (has_code)
		code_value(v, code, !has_street, &p);
	if (view_label(v, FIELD_CITY, &city))
		p.city = labelled_city(v, city);
	if ((p.number.end == p.number.at && !p.code[0] && p.city.end == p.city.at) || ours(f, v, &p))
		return false;
	settle(f, v, &p, 0.97);
	add_addition(f, v);
	return f->r->address.street || f->r->address.postcode;
}

static bool from_text(struct reading *f, const struct view *v)
{
	struct place found[PLACES_MAX];
	size_t n = places_find(v, found), best = n, second = n;
	for (size_t i = 0; i < n; i++) {
		found[i].score = weigh(f, v, &found[i]);
		if (best == n || found[i].score > found[best].score + (found[i].whole.at > found[best].whole.at ? -0.001 : 0)) {
			second = best;
			best = i;
		} else if (second == n || found[i].score > found[second].score) {
			second = i;
		}
	}
	if (best == n || found[best].score < 0.5)
		return false;
	double score = found[best].score * (v->from ? 0.9 : 1);
	settle(f, v, &found[best], score);
	if (second < n && second != best && found[second].score > 0.7 && strcmp(found[second].code, found[best].code) != 0)
		fields_review(f, "two-addresses", "sender.address", "the mail holds two addresses that could be the sender's");
	return true;
}

void fields_address(struct reading *f)
{
	if (from_labels(f, &f->own) || from_text(f, &f->own))
		return;
	(void)(from_labels(f, &f->older) || from_text(f, &f->older));
}
