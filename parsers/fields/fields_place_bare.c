/* A line that is no more than street, number and town, as people type it under their name: "de vennen 19 sneek", "Pretorialaan 51 3 hoog Rotterdam". */
#include <string.h>

#include "parsers/fields/fields_place.h"
#include "parsers/fields/names.h"
#include "parsers/glyph.h"

#define WORDS_MAX 10

struct bare { struct span at; char fold[32]; };

static size_t words_of(const struct view *v, struct span l, struct bare w[WORDS_MAX])
{
	size_t k = 0, p = l.at;
	while (p < l.end) {
		while (p < l.end && v->low[p] == ' ')
			p++;
		size_t start = p;
		while (p < l.end && v->low[p] != ' ')
			p++;
		if (p == start)
			break;
		if (k == WORDS_MAX || p - start >= sizeof w->fold)
			return 0;
		w[k].at = (struct span){ start, p };
		glyph_fold_text(v->text + start, p - start, w[k++].fold, sizeof w->fold);
	}
	return k;
}

/* Letters, with marks inside, and no word that tells of anything else. */
static bool nameish(const struct view *v, const struct bare *w)
{
	static const char units[] = " uur jaar euro eur keer x dagen dag weken week maanden maand minuten min procent km kwh graden man personen stuks brieven telefoontjes mails oktober tel dossier zaak nr nummer ";
	for (size_t p = w->at.at; p < w->at.end; p++)
		if (!glyph_wordish(v->text[p]) && !strchr("-'.", v->text[p]) && (unsigned char)v->text[p] < 0x80)
			return false;
	return !glyph_digit(w->fold[0]) && !glyph_listed(units, w->fold) && (!names_never(w->fold) || glyph_listed(" de het een ", w->fold));
}

static bool digits_word(const char *f)
{
	size_t k = strspn(f, "0123456789");
	return k > 0 && k < 5 && f[0] != '0' && strlen(f + k) <= 6 && !strchr(f, ':') && !strchr(f, ',');
}

static bool added(const struct bare *w, size_t i, size_t n)
{
	if (digits_word(w[i].fold))
		return i + 1 < n && glyph_listed(" hoog etage ", w[i + 1].fold);
	return strlen(w[i].fold) == 1 || glyph_listed(" hs huis bis bs rood zwart rd zw i ii iii iv v hoog etage achter voor links rechts boven beneden bg ", w[i].fold);
}

/* Whether such a line may be believed: a street as streets are called, an article before it, or the writer's name right above. */
static bool believed(const struct view *v, size_t i, const struct bare *w)
{
	struct street st;
	if (recognise_street(v->text, v->line[i].at.end, w[0].at.at, &st) && st.usual && st.street.at == w[0].at.at)
		return true;
	if (!v->line[i].below)
		return false;
	size_t above = i, unused;
	while (above > 0 && v->line[above - 1].at.end <= v->line[above - 1].at.at + 1)
		above--;
	struct person p;
	if (above == 0)
		return false;
	struct span t = v->line[above - 1].at;
	size_t rest = 0;
	if (field_closing(v->low + t.at, t.end - t.at, &rest))
		t.at += rest;
	return t.at < t.end && person_read(v->text + t.at, t.end - t.at, PERSON_LINE, &p, &unused) && p.score >= 0.25 && p.surname;
}

size_t places_bare(const struct view *v, struct place ret[PLACES_MAX], size_t n)
{
	for (size_t i = 0; i < v->n_lines && n < PLACES_MAX; i++) {
		struct bare w[WORDS_MAX];
		struct span l = view_trim(v, v->line[i].at);
		if (l.end - l.at < 8 || l.end - l.at > 60 || v->line[i].label != FIELD_NONE)
			continue;
		size_t k = words_of(v, l, w), number = 1, town, len;
		while (number < k && !glyph_digit(w[number].fold[0]))
			number++;
		if (k < 3 || number > 5 || number + 1 >= k || !digits_word(w[number].fold))
			continue;
		for (town = number + 1; town < k && added(w, town, k); town++)
			;
		bool is = town < k && k - town <= 3 && w[k - 1].at.end - w[town].at.at >= 3;
		for (size_t j = 0; is && j < k; j++)
			is = (j >= number && j < town) || nameish(v, &w[j]);
		bool small = is && !glyph_upper(glyph_at(v->text, l.end, w[town].at.at, &len)), small_street = is && !glyph_upper(glyph_at(v->text, l.end, l.at, &len));
		if (!is || (small && !small_street) || !believed(v, i, w))
			continue;
		ret[n++] = (struct place){ .street = { w[0].at.at, w[number - 1].at.end }, .number = { w[number].at.at, w[town - 1].at.end }, .city = { w[town].at.at, l.end }, .whole = l };
	}
	return n;
}
