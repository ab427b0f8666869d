#include "parsers/fields/fields_place.h"

#include <string.h>

#include "parsers/fields/names.h"
#include "parsers/glyph.h"

static const char inside[] = " aan den de der het op bij van 't en am an der a/d a/s in ter 's ";

#define STREET_BACK 160		/* bytes before a postcode in which its street stands */

struct word { struct span at; char fold[40]; bool capital, digits; };

static bool next_word(const struct view *v, size_t from, size_t to, struct word *ret)
{
	size_t p = from, len;
	while (p < to && (v->low[p] == ' ') && v->text[p] != '\n')
		p++;
	size_t start = p;
	while (p < to && v->low[p] != ' ' && !strchr(",|;()<>\"\n\t", v->text[p])) {
		uint32_t c = glyph_at(v->text, to, p, &len);
		if (c == 0x2022 || c == 0xb7 || c == 0x2013 || c == 0x2014)
			break;
		p += len;
	}
	if (p == start || p - start >= sizeof ret->fold)
		return false;
	ret->at = (struct span){ start, p };
	glyph_fold_text(v->text + start, p - start, ret->fold, sizeof ret->fold);
	uint32_t first = glyph_at(v->text, to, start, &len);
	ret->digits = strpbrk(ret->fold, "0123456789@") != NULL;
	if (first == '\'' || first == 0x2018 || first == 0x2019)	/* 's-Hertogenbosch */
		first = 'S';
	ret->capital = glyph_upper(first);
	return true;
}

/* "Hengelo (Gld)", "Bergen (N.H.)": which of the towns of that name. The end, or "from" when no province stands there. */
static size_t behind_province(const struct view *v, size_t from, size_t to)
{
	char f[12];
	size_t p = from + glyph_blank(v->text, v->n, from), k = 0;
	if (p >= to || v->text[p] != '(')
		return from;
	for (p++; p < to && k < sizeof f - 1 && v->text[p] != ')'; p++)
		if (v->text[p] != '.' && v->text[p] != '-')
			f[k++] = v->low[p];
	f[k] = '\0';
	return p < to && v->text[p] == ')' && glyph_listed(" gld gl nh zh nb ov lb l li lim fr frl fri gr gn dr dn fl ut u utr z zl zld br nbr ld gem nhol zhol ", f) ? p + 1 : from;
}

struct span place_city(const struct view *v, size_t from, size_t to)
{
	size_t p = from;
	while (p < to && (v->low[p] == ' ' || strchr(",|;-:()", v->text[p])) && v->text[p] != '\n')
		p++;
	struct word w;
	struct span city = { p, p };
	size_t words = 0;
	bool small = false;
	for (size_t at = p; words < 5 && next_word(v, at, to, &w); at = w.at.end) {
		bool dot = w.fold[strlen(w.fold) - 1] == '.' && strlen(w.fold) > 3;
		if (dot)
			w.at.end--;
		if (words == 0 && glyph_listed(" te in ", w.fold))
			continue;
		if (words == 0 && !w.capital && !w.digits && !glyph_listed(inside, w.fold))
			small = true;	/* "5037mb tilburg" */
		bool end = w.digits || strchr(w.fold, ':') || (words > 0 && (small || (!w.capital && !glyph_listed(inside, w.fold)))) ||
			   (words > 0 && glyph_listed(" tel telefoon mobiel mob t m e email e-mail nederland netherlands ik mijn ", w.fold));
		if (end || (words == 0 && (glyph_listed(" tel tel. telefoon t m e email e-mail nl ", w.fold) || (!w.capital && names_never(w.fold)) || glyph_listed(" met geachte betreft beste hoogachtend groet mvg ik mijn bereikbaar overdag dus omdat zodat waar daar toen sinds al nog ook zonder vanaf tot bel graag postcode pc hier nu en heb woon ", w.fold))))
			break;
		if (words == 0)
			city.at = w.at.at;
		if (w.capital || small)
			city.end = w.at.end;
		words++;
		if (dot)
			break;
	}
	while (city.end > city.at && strchr(".-", v->text[city.end - 1]))
		city.end--;
	if (city.end > city.at)
		city.end = behind_province(v, city.end, to);
	return city.end > city.at ? city : (struct span){ p, p };
}

/* The last street in [from, to). */
static bool last_street(const struct view *v, size_t from, size_t to, struct street *ret)
{
	struct street st;
	bool any = false;
	for (size_t p = from; p < to && recognise_street(v->text, to, p, &st); p = st.number.end) {
		*ret = st;
		any = true;
	}
	return any;
}

/* "te", "in", "NL" as a word of its own at *p: steps onto its last byte. */
static bool small_word(const struct view *v, size_t from, size_t to, size_t *p)
{
	if (to - *p < 2 || (*p > from && glyph_wordish(v->text[*p - 1])) || (*p + 2 < v->n && glyph_wordish(v->text[*p + 2])))
		return false;
	if (memcmp(v->low + *p, "te", 2) != 0 && memcmp(v->low + *p, "in", 2) != 0 && memcmp(v->low + *p, "nl", 2) != 0)
		return false;
	++*p;
	return true;
}

/* ", room 4", "kamer 12", "app. B": behind a house number, no part of the address that is kept. Its end, or "from" when nothing of the sort is there. */
static size_t behind_room(const struct view *v, size_t from, size_t to)
{
	static const char *const ROOMS[] = { "room", "kamer", "app.", "app", "appartement", "apartment", "apt.", "apt", "unit", "etage", "flat", "k.", "k", "kmr.", "kmr", "app.nr.", "woning", "huisje", "plaats", "suite", "box", "verdieping", "ligplaats", "kavel", "kavelnr", "steiger", "chalet", "bungalow", "stacaravan", "plek", "nr", "berth" };
	size_t p = from;
	while (p < to && strchr(" ,-(", v->text[p]))
		p++;
	const char *close = p > from && v->text[p - 1] == '(' ? memchr(v->text + p, ')', to - p < 24 ? to - p : 24) : NULL;
	if (close)	/* "Noordeinde 5 (achterhuis)" */
		return (size_t)(close - v->text) + 1;
	if (to - p > 6 && glyph_digit(v->text[p]) && (memcmp(v->low + p + 1, " hoog", 5) == 0 || memcmp(v->low + p + 1, "e etage", 7) == 0))
		return p + (v->low[p + 1] == ' ' ? 6 : 8);
	for (size_t i = 0; i < sizeof ROOMS / sizeof *ROOMS; i++) {
		size_t k = strlen(ROOMS[i]), q = p + k;
		if (to - p <= k || memcmp(v->low + p, ROOMS[i], k) != 0 || v->text[q] != ' ')
			continue;
		size_t end = ++q;
		while (end < to && (glyph_wordish(v->text[end]) || (strchr(".-", v->text[end]) && end + 1 < to && glyph_wordish(v->text[end + 1]))))
			end++;
		if (end > q && end - q <= 6)
			return end;
	}
	return from;
}

/* "postcode", "met postcode", "pc": says what comes. Steps onto its last byte. */
static bool code_word(const struct view *v, size_t from, size_t to, size_t *p)
{
	static const char *const said[] = { "met postcode", "postcode is", "postcode", "pc" };
	for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
		size_t k = strlen(said[i]);
		if (to - *p >= k && (*p == from || !glyph_wordish(v->text[*p - 1])) && memcmp(v->low + *p, said[i], k) == 0 && (*p + k == v->n || !glyph_wordish(v->text[*p + k]))) {
			*p += k - 1;
			return true;
		}
	}
	return false;
}

/* Only separators (and small words) in [from, to)? */
static bool only_separators(const struct view *v, size_t from, size_t to)
{
	for (size_t p = from; p < to; p++)
		if (!code_word(v, from, to, &p) && glyph_wordish(v->text[p]) && (unsigned char)v->text[p] < 0x80 && !small_word(v, from, to, &p))
			return false;
	return true;
}

static bool blank_line(const struct view *v, size_t i)
{
	struct span t = view_trim(v, v->line[i].at);
	return t.at == t.end;
}

/* The town of a postcode: behind it; else alone on the next line. */
static struct span city_of(const struct view *v, size_t line, size_t behind)
{
	struct span c = place_city(v, behind, v->line[line].at.end);
	if (c.end > c.at)
		return c;
	struct span rest = view_trim(v, (struct span){ behind, v->line[line].at.end });
	if (rest.end > rest.at)
		return c;
	for (size_t i = line + 1; i < v->n_lines && i < line + 3; i++) {
		if (blank_line(v, i))
			continue;
		if (v->line[i].label != FIELD_NONE && v->line[i].label != FIELD_CITY)
			break;
		size_t from = v->line[i].label == FIELD_CITY ? v->line[i].value.at : v->line[i].at.at;
		c = place_city(v, from, v->line[i].at.end);
		struct span t = view_trim(v, v->line[i].at);
		/* in running text the next line may go on: the town is its first words */
		if (c.end > c.at && (c.end >= t.end || (v->text[c.end] != ' ' || t.end - t.at > 50)))
			return c;
		break;
	}
	return (struct span){ behind, behind };
}

/* "... Oude\nSingel 102": in running text a street's first words may stand at the end of the line above. */
static void unwrap_street(const struct view *v, size_t line, struct span *street)
{
	if (line == 0 || street->at != v->line[line].at.at || v->line[line - 1].at.end - v->line[line - 1].at.at < 45)
		return;
	size_t end = v->line[line - 1].at.end, start = end;
	while (start > v->line[line - 1].at.at && !strchr(",;:|.", v->text[start - 1]))
		start--;
	struct word w;
	size_t words = 0;
	bool name = true, first = true;
	for (size_t at = start; next_word(v, at, end, &w); at = w.at.end) {
		name = name && !w.digits && (w.capital || (!first && glyph_listed(inside, w.fold)) || names_particle(w.fold));
		if (first)
			start = w.at.at;
		first = false;
		words++;
	}
	if (name && words > 0 && words < 4 && end - start < 40)
		street->at = start;
}

/* "P. Zandstra, Balk, Van Swinderenstraat 22, 8561 BK": a segment of capitals that is no person's name. */
static struct span town_segment(const struct view *v, size_t line_at, size_t end, const char *link)
{
	size_t start = end, unused, len;
	struct span none = { end, end };
	while (start > line_at && !strchr(",;:|.", v->text[start - 1]))
		start--;
	struct span t = view_trim(v, (struct span){ start, end });
	struct person p;
	if (strcmp(link, ", ") != 0 || start == line_at || v->text[start - 1] != ',' || t.end - t.at < 3 || t.end - t.at > 30)
		return none;
	for (size_t k = t.at; k < t.end; k++)
		if (glyph_digit(v->text[k]) || (v->low[k] == ' ' && !glyph_upper(glyph_at(v->text, t.end, k + 1, &len))))
			return none;
	bool person = person_read(v->text + t.at, t.end - t.at, PERSON_LINE, &p, &unused) && p.score >= 0.6 && !names_place(p.name);
	return glyph_upper(glyph_at(v->text, t.end, t.at, &len)) && !person && !person_is_organisation(v->text + t.at, t.end - t.at) ? t : none;
}

/* "in Den Bosch, Orthenseweg 88", "te Gouda aan de Kade 3": the town before a street. */
static struct span city_before(const struct view *v, size_t line_at, size_t street)
{
	size_t end = street, len;
	struct span none = { street, street };
	static const char *const links[] = { " aan de ", " aan het ", " op de ", " op het ", " in de ", " in het ", " op ", " aan ", ", " };
	size_t link = 0;
	while (link < sizeof links / sizeof *links && !(end >= strlen(links[link]) && memcmp(v->low + end - strlen(links[link]), links[link], strlen(links[link])) == 0))
		link++;
	if (link == sizeof links / sizeof *links)
		return none;
	end -= strlen(links[link]);
	end -= end > line_at && v->text[end - 1] == ',';
	if (end <= line_at)
		return none;
	struct span segment = town_segment(v, line_at, end, links[link]);
	if (segment.end > segment.at)
		return segment;
	size_t start = end;
	for (int words = 0; words < 4 && start > line_at; words++) {
		size_t b = start - (start > line_at && v->low[start - 1] == ' ');
		size_t w = b;
		while (w > line_at && v->low[w - 1] != ' ')
			w--;
		char f[32];
		glyph_fold_text(v->text + w, b - w, f, sizeof f);
		if (glyph_listed(" in te ", f))
			return start < end ? (struct span){ start, end } : none;
		if (!glyph_upper(glyph_at(v->text, b, w, &len)) && !glyph_listed(inside, f) && f[0] != '\'')
			return none;
		start = w;
	}
	return none;
}

/* The street of a postcode: before it on its line; else at the end of the line above (a blank line between is Outlook's). */
static bool street_of(const struct view *v, size_t line, size_t at, struct place *p)
{
	struct street st;
	size_t start = v->line[line].label != FIELD_NONE && v->line[line].value.at <= at ? v->line[line].value.at : v->line[line].at.at;
	if (at - start > STREET_BACK)
		start = at - STREET_BACK;
	if (last_street(v, start, at, &st)) {
		if (only_separators(v, behind_room(v, st.number.end, at), at)) {
			unwrap_street(v, line, &st.street);
			p->street = st.street;
			p->number = st.number;
			return true;
		}
		/* "Hereweg 301, Groningen, 9721 AG" */
		struct span city = place_city(v, st.number.end, at);
		if (city.end > city.at && only_separators(v, city.end, at)) {
			p->street = st.street;
			p->number = st.number;
			p->city = city;
			return true;
		}
		return false;
	}
	if (!only_separators(v, start, at))
		return false;
	for (size_t i = line, steps = 0; i-- > 0 && steps < 2; steps++) {
		if (blank_line(v, i))
			continue;
		const struct view_line *l = &v->line[i];
		size_t from = l->label != FIELD_NONE ? l->value.at : l->at.at;
		if (l->at.end > STREET_BACK && from < l->at.end - STREET_BACK)
			from = l->at.end - STREET_BACK;
		if (from > l->at.end || !last_street(v, from, l->at.end, &st))
			return false;
		size_t room = behind_room(v, st.number.end, l->at.end);
		struct span town = place_city(v, room, l->at.end), rest = view_trim(v, (struct span){ room, l->at.end });
		if (town.end > town.at && town.at == rest.at && town.end == rest.end && st.usual)	/* "Esweg 2 Ruinen" above the code */
			p->city = town;
		else if (!only_separators(v, room, l->at.end))
			return false;
		unwrap_street(v, i, &st.street);
		p->street = st.street;
		p->number = st.number;
		return true;
	}
	return false;
}

/* "1102 BR Amsterdam, Bijlmerdreef 1204" */
static bool street_behind(const struct view *v, size_t behind, struct place *p)
{
	struct street st;
	size_t most = v->n - behind > 80 ? behind + 80 : v->n;
	if (behind >= v->n || (v->text[behind] != ',' && v->text[behind] != '\n') || !recognise_street(v->text, most, behind + 1, &st) || !only_separators(v, behind, st.street.at) || !st.usual)
		return false;
	p->street = st.street;
	p->number = st.number;
	return true;
}

static void whole(struct place *p, struct span code)
{
	p->whole = code;
	const struct span *parts[] = { &p->street, &p->number, &p->city };
	for (size_t i = 0; i < 3; i++) {
		if (parts[i]->end <= parts[i]->at)
			continue;
		if (p->whole.end == p->whole.at)
			p->whole = *parts[i];
		p->whole.at = parts[i]->at < p->whole.at ? parts[i]->at : p->whole.at;
		p->whole.end = parts[i]->end > p->whole.end ? parts[i]->end : p->whole.end;
	}
}

static size_t around_postcodes(const struct view *v, struct place *ret, size_t n)
{
	struct span where;
	char code[8];
	for (size_t at = 0; n < PLACES_MAX && recognise_postcode(v->text, v->n, at, &where, code); at = where.end) {
		size_t line = view_line_of(v, where.at);
		struct place p = { .street = { 0, 0 } };
		bool street = street_of(v, line, where.at, &p);
		if (p.city.end == p.city.at)
			p.city = city_of(v, line, where.end);
		if (street && p.city.end == p.city.at)	/* "in Leusden, Asschatterweg 40 (3831 JP)" */
			p.city = city_before(v, v->line[view_line_of(v, p.street.at)].at.at, p.street.at);
		memcpy(p.code, code, sizeof code);
		if (!street && p.city.end > p.city.at)
			street = street_behind(v, p.city.end, &p);
		if (!street && p.city.end == p.city.at)
			continue;
		whole(&p, where);
		ret[n++] = p;
	}
	return n;
}

static bool covered(const struct place *ret, size_t n, size_t at)
{
	for (size_t i = 0; i < n; i++)
		if (ret[i].street.end > ret[i].street.at && at >= ret[i].street.at && at < ret[i].number.end)
			return true;
	return false;
}

/* The next line that says something, or v->n_lines. */
static size_t next_line(const struct view *v, size_t i)
{
	for (size_t k = i + 1; k < v->n_lines && k < i + 3; k++)
		if (!blank_line(v, k))
			return k;
	return v->n_lines;
}

/* "Lange Nieuwstraat 17 in Schiedam, postcode is 3111 AD" */
static void code_behind(const struct view *v, size_t line_end, struct place *p)
{
	size_t from = p->city.end > p->city.at ? p->city.end : p->number.end, to = from < line_end && line_end - from > 40 ? from + 40 : line_end;	/* the town may stand below */
	struct span where;
	char code[8];
	if (from < to && memmem(v->low + from, to - from, "postcode", 8) && recognise_postcode(v->text, to, from, &where, code))
		memcpy(p->code, code, sizeof code);
}

/* Who writes the street with a capital writes the town with one: "Beethovenlaan 7, dient een klacht in". */
static struct span as_written(const struct view *v, struct span city, struct span street)
{
	size_t len;
	bool small = !glyph_upper(glyph_at(v->text, v->n, city.at, &len)) && v->text[city.at] != '\'' && (unsigned char)v->text[city.at] != 0xe2, capital = glyph_upper(glyph_at(v->text, v->n, street.at, &len));
	return small && capital && city.end > city.at ? (struct span){ city.at, city.at } : city;
}

/* "ul. Kwiatowa": the road's short word belongs to it. */
static void take_road(const struct view *v, size_t least, struct place *p)
{
	static const char *const roads[] = { "ul. ", "al. ", "os. ", "pl. " };
	for (size_t k = 0; k < sizeof roads / sizeof *roads; k++)
		if (p->street.at >= least + 4 && memcmp(v->low + p->street.at - 4, roads[k], 4) == 0)
			p->street.at -= 4;
}

static bool in_or_te(const struct view *v, size_t at, size_t end)
{
	return at + 3 < end && (memcmp(v->low + at, "in ", 3) == 0 || memcmp(v->low + at, "te ", 3) == 0);
}

/* The town of a street on line i in its own words: behind it ("Eewal 40, Leeuwarden", "... te Oss"), wrapped to the next line, or before it. */
static struct span town_said(const struct view *v, size_t i, const struct street *st)
{
	const struct view_line *l = &v->line[i];
	size_t behind = st->number.end, next = next_line(v, i), next_at = next < v->n_lines ? v->line[next].at.at : v->n;
	bool adjacent = only_separators(v, behind, l->at.end) && next == i + 1 && next < v->n_lines;
	struct span city = { behind, behind };
	if (behind < l->at.end && (strchr(",|(", v->text[behind]) || (v->low[behind] == ' ' && in_or_te(v, behind + 1, l->at.end))))
		city = as_written(v, place_city(v, behind, l->at.end), st->street);
	else if (adjacent && l->at.end - behind == 3 && (memcmp(v->low + behind, " in", 3) == 0 || memcmp(v->low + behind, " te", 3) == 0))
		city = place_city(v, next_at, v->line[next].at.end);
	else if (adjacent && in_or_te(v, next_at, v->n))	/* "Kanaalkade 61\nin Heerhugowaard": running text */
		city = place_city(v, next_at + 3, v->line[next].at.end);
	return city.end == city.at && st->usual ? city_before(v, l->at.at, st->street.at) : city;
}

/* Below a street beyond doubt a line that is all town, and nobody's name. */
static struct span town_below(const struct view *v, size_t i)
{
	size_t next = next_line(v, i), unused;
	struct span none = { 0, 0 };
	if (next != i + 1 || next >= v->n_lines)
		return none;
	struct span t = view_trim(v, v->line[next].at), city = place_city(v, t.at, t.end);
	struct person person;
	bool name = person_read(v->text + t.at, t.end - t.at, PERSON_LINE, &person, &unused) && person.score >= 0.9;
	return city.end == t.end && city.at == t.at && t.end - t.at < 40 && !name ? city : none;
}

/* Does the street on line i make a place? A foreign code behind or below it, a town, or nothing else on the line. */
static bool street_place(const struct view *v, size_t i, const struct street *st, struct place *p)
{
	const struct view_line *l = &v->line[i];
	size_t next = next_line(v, i);
	bool at_end = only_separators(v, st->number.end, l->at.end);
	*p = (struct place){ .street = st->street, .number = st->number };
	if (place_foreign_code(v, st->number.end, l->at.end, p) || (at_end && next < v->n_lines && place_foreign_code(v, v->line[next].at.at, v->line[next].at.end, p))) {
		take_road(v, l->at.at, p);
		return true;
	}
	p->city = town_said(v, i, st);
	if (p->city.end == p->city.at && at_end && st->usual)
		p->city = town_below(v, i);
	bool town = p->city.end > p->city.at;
	if (!town && (!st->usual || (l->label == FIELD_NONE && !l->below && view_trim(v, l->at).at != st->street.at)))
		return false;
	code_behind(v, l->at.end, p);
	return true;
}

/* Streets without a Dutch postcode. */
static size_t other_streets(const struct view *v, struct place *ret, size_t n)
{
	for (size_t i = 0; i < v->n_lines && n < PLACES_MAX; i++) {
		const struct view_line *l = &v->line[i];
		struct street st;
		struct place p;
		size_t from = l->label == FIELD_STREET ? l->value.at : l->at.at;
		if (from >= l->at.end || l->label == FIELD_OTHER || !recognise_street(v->text, l->at.end, from, &st) || covered(ret, n, st.street.at))
			continue;
		if (!street_place(v, i, &st, &p))
			continue;
		whole(&p, (struct span){ st.number.end, st.number.end });
		ret[n++] = p;
	}
	return n;
}

size_t places_find(const struct view *v, struct place ret[PLACES_MAX])
{
	const struct view *flow = v->flow ? v->flow : v;
	size_t n = around_postcodes(flow, ret, 0), whole_ones = places_abroad(flow, ret, n);
	return other_streets(flow, ret, places_bare(flow, ret, whole_ones));
}
