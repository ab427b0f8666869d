#include "parsers/letter_person.h"

#include <ctype.h>
#include <string.h>

#define LEAST_SCORE 0.45	/* of person_read() for a line that only its place makes a name */
#define LEAST_CONFIDENCE 55	/* signatures are recognised as letters of all sorts: below this a line is ink, not a name */

/* Recognition reads the dots of initials as commas and capital I as l. Same length. */
static void mend_name(char *s)
{
	for (size_t i = 0; s[i]; i++) {
		bool lone = isupper((unsigned char)s[i]) && (i == 0 || s[i - 1] == ' ' || s[i - 1] == '.');
		if (lone && s[i + 1] == ',' && (isupper((unsigned char)s[i + 2]) || (s[i + 2] == ' ' && s[i + 3])))
			s[i + 1] = '.';
		bool start = i == 0 || s[i - 1] == ' ' || s[i - 1] == '-';
		if (start && (s[i] == 'l' || s[i] == '|') && (s[i + 1] == '.' || s[i + 1] == 'J' || (islower((unsigned char)s[i + 1]) && !strchr("aeiouy", s[i + 1]))))
			s[i] = 'I';
		if (start && s[i] == '0' && isalpha((unsigned char)s[i + 1]))
			s[i] = 'O';
	}
}

/* "namens Stavast Bewindvoering B.V." above a signature says for which office, not who. */
static bool skip_line(const char *s, size_t n)
{
	static const char *const words[] = { "namens", "handtekening", "bijlage", "bijlagen", "cc", "i.o", "p.o", "w.g", "kopie", "ps", "datum", "plaats" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (begins_word(s, words[i]))
			return true;
	for (size_t i = 0; i < n; i++)
		if (strchr("@€%", s[i]))
			return true;
	return false;
}

bool name_read(const struct finder *x, const struct letter_line *l, size_t at, size_t end, bool organisation, const char *from, struct name_found *ret)
{
	char *text = arena_strndup(x->c->arena, l->text + at, end - at);
	size_t stop = 0;
	if (!text || end - at < 3)
		return false;
	mend_name(text);
	*ret = (struct name_found){ .organisation = person_is_organisation(text, strlen(text)) };
	if (!ret->organisation && person_read(text, strlen(text), PERSON_LINE, &ret->person, &stop) && ret->person.score > 0) {
		find_set(&ret->find, l, at, at + stop, ret->person.name, strlen(ret->person.name), from);
		return true;
	}
	if (!organisation || end - at > 60)
		return false;
	size_t n = strcspn(text, "|,;");
	while (n && (text[n - 1] == ' ' || text[n - 1] == '-'))
		n--;
	if (n < 3)
		return false;
	find_set(&ret->find, l, at, at + n, text, n, from);
	return true;
}

bool name_in_signature(const struct finder *x, struct name_found *ret)
{
	struct name_found best = { 0 };
	int seen = 0;
	for (size_t i = 0; i < x->t->n && seen < 8; i++) {
		const struct letter_line *l = &x->t->line[i];
		size_t at = 0;
		struct name_found f;
		if ((l->zone != ZONE_FOOT && l->zone != ZONE_CLOSING) || l->ours || l->noise)
			continue;
		if (l->zone == ZONE_CLOSING) {	/* "Groetjes Sanne Quaedvlieg" */
			while (at < l->n && l->text[at] != ' ' && l->text[at] != ',')
				at++;
			while (at < l->n && strchr(" ,", l->text[at]))
				at++;
			if (at >= l->n || !isupper((unsigned char)l->text[at]))
				continue;
		}
		seen++;
		size_t value;
		enum label label = paper_label(l->text, l->n, &value);
		if (label == PAPER_NAME)
			at = value;
		else if (label != PAPER_NONE || skip_line(l->text + at, l->n - at))
			continue;
		if (!name_read(x, l, at, l->n, false, "signature", &f) || f.find.confidence < LEAST_CONFIDENCE)
			continue;
		if (f.person.score > best.person.score + 0.15 || (best.person.score == 0 && f.person.score >= LEAST_SCORE))
			best = f;
		if (best.person.score >= 0.75)
			break;
	}
	*ret = best;
	return best.person.score > 0;
}

bool name_at_label(const struct finder *x, struct name_found *ret)
{
	for (size_t i = 0; i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		if (e->label == PAPER_NAME && e->line && !e->line->ours && (e->line->zone != ZONE_BODY || x->e->form) &&
		    name_read(x, e->line, e->at, e->line->n, true, "label", ret))
			return true;
	}
	return false;
}

bool name_at_top(const struct finder *x, struct name_found *ret)
{
	for (size_t i = 0; i < x->e->n && i < 8; i++) {
		const struct entry *e = &x->e->entry[i];
		if (!e->line || e->line->zone != ZONE_HEAD || e->label != PAPER_NONE || e->line->ours || skip_line(e->line->text, e->line->n))
			continue;
		if (name_read(x, e->line, 0, e->line->n, false, "ocr", ret) && ret->person.score >= 0.6 && ret->find.confidence >= LEAST_CONFIDENCE)
			return true;
	}
	return false;
}

/* ---- the client ---- */

static const char *const office[] = { "bewindvoer", "bewind ", "advoca", "gemachtigde", "belangen", "namens", "mentor", "curator", "rechtshulp", "raadsman", "raadsvrouw", "raadslieden", "schuldhulp",
				      "budgetbeheer", "cliënt", "client", "volmacht", "rechtsbijstand" };
/* What stands before the client's name; a title or a name must follow. */
static const char *const cues[] = { "namens ", "bewindvoerder van ", "bewindvoerder over de goederen van ", "bewindvoerder over ", "goederen van ", "belangen van ", "wendde zich ", "wendden zich ",
				    "mentor van ", "curator van ", "gemachtigde van ", "advocaat van ", "raadsman van ", "cliënte ", "cliënt ", "cliënte, ", "cliënt, ", "cliënt: ", "bewind over ", "volmacht van ", "on behalf of " };

static bool writes_for_another(const struct finder *x)
{
	for (size_t i = 0; i < x->t->n; i++)
		for (size_t k = 0; k < sizeof office / sizeof *office; k++)
			if (strcasestr(x->t->line[i].text, office[k]))
				return true;
	return false;
}

static bool title_at(const char *s)
{
	static const char *const titles[] = { "de heer", "mevrouw", "mevr.", "mw.", "dhr.", "mejuffrouw", "meneer", "mr ", "mrs ", "ms " };
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		if (strncasecmp(s, titles[i], strlen(titles[i])) == 0)
			return true;
	return false;
}

/* A name with its title at s; the title makes it one although running text follows: the words that can be a name are taken. */
static size_t name_words(const char *s)
{
	size_t end = 0, p = 0;
	for (int words = 0; words < 8 && s[p]; words++) {
		size_t from = p;
		while (s[p] && s[p] != ' ')
			p++;
		size_t len = p - from;
		char w[32];
		bool stop = strchr(",;:)/", s[p - 1]) || (s[p - 1] == '.' && len > 3);
		while (len && strchr(",;:)/", s[from + len - 1]))
			len--;
		if (len == 0 || len >= sizeof w)
			break;
		memcpy(w, s + from, len);
		w[len] = '\0';
		bool small = strcmp(w, "van") == 0 || strcmp(w, "de") == 0 || strcmp(w, "der") == 0 || strcmp(w, "den") == 0 || strcmp(w, "ten") == 0 || strcmp(w, "ter") == 0 ||
			     strcmp(w, "el") == 0 || strcmp(w, "in") == 0 || strcmp(w, "'t") == 0 || strcmp(w, "te") == 0;
		if (isupper((unsigned char)w[0]) || (unsigned char)w[0] >= 0x80)
			end = from + len;
		else if (!small || strcmp(w, "te") == 0)
			break;
		if (stop)
			break;
		while (s[p] == ' ')
			p++;
	}
	while (end && s[end - 1] == '.' && end > 2 && islower((unsigned char)s[end - 2]))
		end--;
	return end;
}

static bool client_at(const struct finder *x, const struct letter_line *l, const char *p, bool need_title, const char *sender, struct find *ret)
{
	size_t skip = 0;
	struct person who;
	size_t stop;
	bool title = title_at(p);
	if (need_title && !title)
		return false;
	if (title)
		skip = strncasecmp(p, "de heer", 7) == 0 ? 7 : strcspn(p, " ");
	while (p[skip] == ' ')
		skip++;
	size_t n = name_words(p + skip);
	char *text = n >= 2 ? arena_strndup(x->c->arena, p + skip, n) : NULL;
	if (!text)
		return false;
	mend_name(text);
	if (person_is_organisation(text, n) || !person_read(text, n, PERSON_LINE, &who, &stop) || who.score < (title ? 0.3 : 0.6) || person_fits(who.name, sender))
		return false;
	size_t at = (size_t)(p - l->text) + skip;
	find_set(ret, l, at, at + n, who.name, strlen(who.name), "body");
	return true;
}

bool name_of_client(const struct finder *x, const char *sender, struct find *ret)
{
	struct find weak = { .value = "" };
	if (!writes_for_another(x))
		return false;
	for (size_t i = 0; i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		if (e->label == PAPER_CLIENT && e->line && client_at(x, e->line, e->line->text + e->at, false, sender, ret))
			return true;
	}
	for (size_t i = 0; i < x->t->n; i++) {
		const struct letter_line *l = &x->t->line[i];
		if (l->noise || l->zone == ZONE_FOOT)
			continue;
		for (size_t k = 0; k < sizeof cues / sizeof *cues; k++) {
			const char *p = strcasestr(l->text, cues[k]);
			if (p && client_at(x, l, p + strlen(cues[k]), false, sender, ret))
				return true;
			/* the cue ends the line and the name begins the next */
			size_t m = strlen(cues[k]) - 1;
			if (i + 1 < x->t->n && l->n >= m && strncasecmp(l->text + l->n - m, cues[k], m) == 0 &&
			    client_at(x, &x->t->line[i + 1], x->t->line[i + 1].text, false, sender, ret))
				return true;
		}
		size_t value;
		if (l->zone != ZONE_BODY && paper_label(l->text, l->n, &value) == PAPER_SUBJECT && !weak.value[0])
			for (const char *p = l->text + value; *p; p++)	/* "Inzake: mevrouw J. Cremers / klacht" */
				if ((p == l->text + value || p[-1] == ' ') && client_at(x, l, p, true, sender, &weak))
					break;
	}
	*ret = weak;
	return weak.value[0];
}
