/* Addresses abroad that begin with their number: "14 Kirkstall Gardens, Leeds LS5 3QR", "12 rue des Lilas, 59000 Lille". Without a postcode of that country
 * behind it such a line is none. */
#include <string.h>

#include "parsers/fields/fields_place.h"
#include "parsers/glyph.h"

#define LINES_BELOW 3	/* the town and the code stand at most so far below the street */

/* "D-48529 Nordhorn", "2300 Turnhout", "B-9000 Gent": four or five digits and a town, at the start of a line or segment. */
bool place_foreign_code(const struct view *v, size_t from, size_t to, struct place *p)
{
	size_t at = from;
	while (at < to && (v->low[at] == ' ' || v->text[at] == ',' || v->text[at] == '|') && v->text[at] != '\n')
		at++;
	size_t start = at;
	while (at < to && at - start < 2 && v->low[at] >= 'a' && v->low[at] <= 'z')
		at++;
	if (at > start) {
		if (at >= to || v->text[at] != '-')
			return false;
		at++;
	}
	size_t digits = at;
	while (at < to && glyph_digit(v->text[at]))
		at++;
	bool polish = at - digits == 2 && to - at > 4 && v->text[at] == '-' && glyph_digit(v->text[at + 1]) && glyph_digit(v->text[at + 2]) && glyph_digit(v->text[at + 3]) && v->low[at + 4] == ' ';
	at += polish ? 4 : 0;
	if ((!polish && (at - digits < 4 || at - digits > 5)) || at >= to || v->low[at] != ' ')
		return false;
	struct span city = place_city(v, at, to);
	size_t len;
	if (city.end == city.at || city.at > at + 2 || !glyph_upper(glyph_at(v->text, to, city.at, &len)) || city.end - city.at < 3)
		return false;
	memcpy(p->code, v->text + digits, at - digits);
	p->code[at - digits] = '\0';
	p->city = city;
	return true;
}

static bool capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* "LS5 3QR", "SW1A 2AA": a code of the United Kingdom that ends at or before "to". Its length, or 0. */
static size_t british_code(const struct view *v, size_t at, size_t to)
{
	size_t p = at;
	if (p > 0 && glyph_wordish(v->text[p - 1]))
		return 0;
	while (p < to && p - at < 2 && capital(v->text[p]))
		p++;
	if (p == at || p >= to || !glyph_digit(v->text[p]))
		return 0;
	p++;
	if (p < to && (glyph_digit(v->text[p]) || capital(v->text[p])))
		p++;
	p += p < to && v->text[p] == ' ';
	bool inward = to - p >= 3 && glyph_digit(v->text[p]) && capital(v->text[p + 1]) && capital(v->text[p + 2]);
	return inward && (p + 3 == v->n || !glyph_wordish(v->text[p + 3])) ? p + 3 - at : 0;
}

/* "27 Albion Road", "12, avenue Victor Hugo": fills street and number of the segment [from, to). */
static bool number_first(const struct view *v, size_t from, size_t to, struct place *p)
{
	static const char roads[] = " rue avenue boulevard bd av allee chemin place impasse quai route cours ";
	size_t at = from, len;
	while (at < to && (v->low[at] == ' '))
		at++;
	size_t number = at;
	while (at < to && at - number < 4 && glyph_digit(v->text[at]))
		at++;
	if (at == number)
		return false;
	at += at < to && glyph_wordish(v->text[at]) && at + 1 < to && !glyph_wordish(v->text[at + 1]);
	size_t number_end = at;
	at += at < to && v->text[at] == ',';
	if (at >= to || v->low[at] != ' ')
		return false;
	while (at < to && v->low[at] == ' ')
		at++;
	size_t street = at, words = 1;
	char f[16];
	while (at < to && v->low[at] != ' ' && v->text[at] != ',')
		at++;
	glyph_fold_text(v->text + street, at - street, f, sizeof f);
	if (!glyph_upper(glyph_at(v->text, to, street, &len)) && !glyph_listed(roads, f))
		return false;
	for (at = street; at < to && v->text[at] != ','; at++) {
		if (glyph_digit(v->text[at]) || strchr("!?:;", v->text[at]))
			return false;
		words += v->low[at] == ' ';
	}
	p->number = (struct span){ number, number_end };
	p->street = view_trim(v, (struct span){ street, at });
	return words <= 5 && p->street.end - p->street.at >= 4;
}

/* "I live at 12 Queen Street": where the number begins in running text; from when it opens the segment or none does. */
static size_t behind_at(const struct view *v, size_t from, size_t to)
{
	static const char *const leads[] = { " at ", " of ", " is ", " to " };
	for (size_t p = from; p + 5 < to; p++)
		for (size_t i = 0; v->low[p] == ' ' && glyph_digit(v->text[p + 4]) && i < sizeof leads / sizeof *leads; i++)
			if (memcmp(v->low + p, leads[i], 4) == 0)
				return p + 4;
	return from;
}

/* A town: letters only, a capital first; "from" where it begins. */
static struct span town(const struct view *v, size_t from, size_t to)
{
	struct span t = view_trim(v, (struct span){ from, to });
	size_t len;
	bool is = t.end > t.at && t.end - t.at < 40 && glyph_upper(glyph_at(v->text, t.end, t.at, &len));
	for (size_t p = t.at; is && p < t.end; p++)
		is = !glyph_digit(v->text[p]) && !strchr("@:!?", v->text[p]);
	return is ? t : (struct span){ from, from };
}

/* The British code in [from, to) and the town before it: on its line, else (seen) the one that stood alone before. */
static bool british(const struct view *v, size_t from, size_t to, struct span seen, struct place *p)
{
	for (size_t at = from; at < to; at++) {
		size_t k = capital(v->text[at]) ? british_code(v, at, to) : 0;
		if (!k || k >= sizeof p->code)
			continue;
		size_t start = at;
		while (start > from && v->text[start - 1] != ',')
			start--;
		struct span before = town(v, start, at);
		if (before.end == before.at && start > from + 1)	/* "Leeds, LS5 3QR" */
			before = town(v, from, start - 1);
		p->city = before.end > before.at ? before : seen;
		memcpy(p->code, v->text + at, k);
		p->code[k] = '\0';
		p->whole = (struct span){ p->number.at, at + k };
		return p->city.end > p->city.at;
	}
	return false;
}

/* Behind the street that ends at "behind" in line i: the rest of its line, then the lines below. */
static bool code_below(const struct view *v, size_t i, size_t behind, struct place *p)
{
	struct span seen = { behind, behind };
	for (size_t k = i; k < v->n_lines && k <= i + LINES_BELOW; k++) {
		size_t from = k == i ? behind : v->line[k].at.at, to = v->line[k].at.end;
		if (from >= to || view_trim(v, (struct span){ from, to }).at == to)
			continue;
		if (place_foreign_code(v, from, to, p)) {
			p->whole = (struct span){ p->number.at, p->city.end };
			return true;
		}
		if (british(v, from, to, seen, p))
			return true;
		struct span t = town(v, from, to);
		if (k > i && t.end == t.at)
			return false;
		seen = t.end > t.at ? t : seen;
	}
	return false;
}

size_t places_abroad(const struct view *v, struct place ret[PLACES_MAX], size_t n)
{
	for (size_t i = 0; i < v->n_lines && n < PLACES_MAX; i++) {
		const struct view_line *l = &v->line[i];
		size_t from = l->label == FIELD_STREET ? l->value.at : l->at.at;
		if (l->at.end - l->at.at > 400 || l->label == FIELD_OTHER)
			continue;
		while (from < l->at.end) {
			const char *comma = memchr(v->text + from, ',', l->at.end - from);
			size_t to = comma ? (size_t)(comma - v->text) : l->at.end;
			struct place p = { .score = 0 };
			/* "12, avenue ...": the number is a segment of its own */
			if (number_first(v, behind_at(v, from, to), l->at.end, &p) && code_below(v, i, p.street.end, &p)) {
				ret[n++] = p;
				break;
			}
			from = to + 1;
		}
	}
	return n;
}
