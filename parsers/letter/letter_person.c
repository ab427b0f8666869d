#include "parsers/letter/letter_person.h"

#include <ctype.h>
#include <string.h>

#include "parsers/letter/letter_mend.h"

#define LEAST_SCORE 0.45	/* of person_read() for a line that only its place makes a name */
#define LEAST_CONFIDENCE 55	/* signatures are recognised as letters of all sorts: below this a line is ink, not a name */

/* "namens Stavast Bewindvoering B.V." above a signature says for which office, not who. */
static bool skip_line(const char *s, size_t n)
{
	static const char *const words[] = { "namens", "handtekening", "bijlage", "bijlagen", "cc", "i.o", "p.o", "w.g", "kopie", "ps", "datum", "plaats",
					     "bewindvoerder", "advocaat", "raadsman", "raadsvrouw", "mentor", "curator", "gemachtigde", "directeur", "medewerker", "jurist" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (begins_word(s, words[i]))
			return true;
	for (size_t i = 0; i < n; i++)
		if (strchr("@€%", s[i]))
			return true;
	return false;
}

/* "Klachtenformulier", "KLACHTBRIEF": what a paper calls itself. */
static bool heading(const char *s)
{
	static const char *const words[] = { "formulier", "klacht", "klachten", "klachtbrief", "klachtenbrief", "bezwaarschrift", "complaint" };
	for (size_t n = 0; *s; s += n + strspn(s + n, " :.")) {
		n = strcspn(s, " :.");
		if (n >= 9 && strncasecmp(s + n - 9, words[0], 9) == 0)
			return true;
		for (size_t i = 1; i < sizeof words / sizeof *words; i++)
			if (n == strlen(words[i]) && strncasecmp(s, words[i], n) == 0)
				return true;
	}
	return false;
}

bool name_read(const struct finder *x, const struct letter_line *l, size_t at, size_t end, bool organisation, const char *from, struct name_found *ret)
{
	char *text = mend_name_at(l, at, end, x->c->arena);
	size_t stop = 0;
	if (!text || end - at < 3 || heading(text))
		return false;
	*ret = (struct name_found){ .organisation = person_is_organisation(text, strlen(text)) };
	if (!ret->organisation && person_read(text, strlen(text), PERSON_LINE, &ret->person, &stop) && ret->person.score > 0 &&
	    !mend_title(ret->person.name, strlen(ret->person.name))) {
		/* mending makes a text longer as a rule: the name ends at the latest where it did before */
		size_t longer = strlen(text) > end - at ? strlen(text) - (end - at) : 0, read = stop > longer ? stop - longer : stop;
		find_set(&ret->find, l, at, at + read, ret->person.name, strlen(ret->person.name), from);
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
static const char *const client_cues[] = { "namens ", "bewindvoerder van ", "bewindvoerder over de goederen van ", "bewindvoerder over ", "goederen van ", "belangen van ", "wendde zich ", "wendden zich ", "zich gewend ", "mij gewend ", "ons gewend ", "treed ik op voor ", "treed op voor ", "treden op voor ", "optredend voor ", "vertegenwoordig ", "sta ik bij ", "staan wij bij ",
				    "mentor van ", "curator van ", "gemachtigde van ", "advocaat van ", "raadsman van ", "cliënte ", "cliënt ", "cliënte, ", "cliënt, ", "cliënt: ", "bewind over ", "volmacht van ", "on behalf of " };

/* "namens mij", "namens uw kantoor": for oneself, or for us. */
static bool for_oneself(const char *s)
{
	static const char *const whose[] = { "namens mij ", "namens mij,", "namens mij.", "namens mezelf", "namens ons ", "namens ons.", "namens u ", "namens uw ", "namens jullie", "namens pro actief" };
	for (size_t i = 0; i < sizeof whose / sizeof *whose; i++)
		if (strncasecmp(s, whose[i], strlen(whose[i])) == 0)
			return true;
	return false;
}

/* A line and the one that goes on where it ends: names and their cues are often broken between the two. */
struct joined {
	char *text;
	const struct letter_line *line, *next;
};

static bool join_lines(const struct finder *x, size_t i, struct joined *ret)
{
	const struct letter_line *l = &x->t->line[i], *next = i + 1 < x->t->n && x->t->line[i + 1].zone == l->zone ? &x->t->line[i + 1] : NULL;
	*ret = (struct joined){ arena_printf(x->c->arena, "%s %s", l->text, next ? next->text : ""), l, next };
	return ret->text;
}

static bool title_at(const char *s)
{
	static const char *const titles[] = { "de heer", "mevrouw", "mevr.", "mw.", "dhr.", "mejuffrouw", "meneer", "mr ", "mrs ", "ms " };
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		if (strncasecmp(s, titles[i], strlen(titles[i])) == 0)
			return true;
	return false;
}

/* "namens mijn moeder, mevrouw J. Prins": the bytes before the title. */
static size_t kinship(const char *s)
{
	static const char *const whose[] = { "mijn ", "onze ", "ons ", "haar ", "zijn " };
	static const char *const kin[] = { "moeder", "vader", "ouders", "zoon", "dochter", "man", "vrouw", "echtgenoot", "echtgenote", "partner", "broer", "zus", "oma", "opa", "schoonmoeder",
					   "schoonvader", "oom", "tante", "buurvrouw", "buurman", "cliënt", "cliënte", "client", "cliente" };
	for (size_t i = 0; i < sizeof whose / sizeof *whose; i++) {
		size_t n = strlen(whose[i]);
		if (strncasecmp(s, whose[i], n) != 0)
			continue;
		for (size_t k = 0; k < sizeof kin / sizeof *kin; k++) {
			size_t m = strlen(kin[k]);
			if (strncasecmp(s + n, kin[k], m) == 0 && s[n + m] && strchr(", .(", s[n + m]))
				return n + m + strspn(s + n + m, ", (");
		}
	}
	return 0;
}

/* "Ik schrijf u voor mijn moeder", "ik behartig de zaken van mijn broer": without an office, but for another all the same. */
static bool for_kin(const char *s)
{
	static const char *const cues[] = { "schrijf u voor ", "schrijf voor ", "schrijf ik voor ", "schrijf ik u voor ", "dit schrijf ik voor ", "klacht in voor ", "klaag voor ", "voor rekening van ", "administratie van ", "zaken van ", "post van ", "financiën van ",
					    "geldzaken van ", "dien ik voor ", "machtiging van ", "gemachtigd door ", "deze klacht is voor ", "writing for ", "writing on behalf " };
	for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
		const char *p = strcasestr(s, cues[i]);
		if (p && (kinship(p + strlen(cues[i])) || title_at(p + strlen(cues[i]))))
			return true;
	}
	return false;
}

static bool writes_for_another(const struct finder *x)
{
	for (size_t i = 0; i < x->t->n; i++)
		for (size_t k = 0; k < sizeof office / sizeof *office; k++) {
			const char *p = strcasestr(x->t->line[i].text, office[k]);
			if (p && !for_oneself(p))
				return true;
		}
	for (size_t i = 0; i < x->t->n; i++) {
		struct joined j;
		if (x->t->line[i].zone == ZONE_BODY && join_lines(x, i, &j) && for_kin(j.text))
			return true;
	}
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
		bool stop = strchr(",;:)/", s[p - 1]) || (s[p - 1] == '.' && len > 3 && !mend_initials(s + from, len, true));
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

static bool client_at(const struct finder *x, const struct joined *j, size_t at, bool need_title, const char *sender, struct find *ret)
{
	const char *p = j->text + at;
	size_t skip = 0, stop;
	struct person who;
	bool title = title_at(p);
	if (need_title && !title)
		return false;
	if (title)
		skip = strncasecmp(p, "de heer", 7) == 0 ? 7 : strcspn(p, " ");
	while (p[skip] == ' ')
		skip++;
	size_t n = name_words(p + skip);
	char *text = n >= 2 ? mend_name(p + skip, n, x->c->arena) : NULL;
	if (!text)
		return false;
	if (person_is_organisation(text, strlen(text)) || !person_read(text, strlen(text), PERSON_LINE, &who, &stop) || who.score < (title ? 0.3 : 0.6) ||
	    person_fits(who.name, sender))
		return false;
	size_t from = at + skip, to = from + n;
	if (from < j->line->n)
		find_set(ret, j->line, from, to < j->line->n ? to : j->line->n, who.name, strlen(who.name), "body");
	else if (j->next)
		find_set(ret, j->next, from - j->line->n - 1, to - j->line->n - 1, who.name, strlen(who.name), "body");
	if (from < j->line->n && to > j->line->n && j->next && !j->next->leaf->text_layer) {	/* over the line's end: both parts must be well read */
		double rest = segment_confidence(j->next->s, 0, to - j->line->n - 1);
		ret->confidence = rest < ret->confidence ? rest : ret->confidence;
		ret->sure = ret->confidence >= SURE;
	}
	return true;
}

/* "uw cliënt Zorgverzekeraar Delta": the creditor, for whom we collect. */
static bool our_client(const char *s, size_t at)
{
	static const char *const whose[] = { "uw ", "jullie ", "your ", "u als " };
	for (size_t i = 0; i < sizeof whose / sizeof *whose; i++) {
		size_t n = strlen(whose[i]);
		if (at >= n && strncasecmp(s + at - n, whose[i], n) == 0 && (at == n || !isalpha((unsigned char)s[at - n - 1])))
			return true;
	}
	return false;
}

static bool client_in_line(const struct finder *x, size_t i, const char *sender, struct find *ret)
{
	struct joined j;
	if (!join_lines(x, i, &j))
		return false;
	for (size_t k = 0; k < sizeof client_cues / sizeof *client_cues; k++) {
		const char *p = strcasestr(j.text, client_cues[k]);
		if (!p)
			continue;
		size_t at = (size_t)(p - j.text), behind = at + strlen(client_cues[k]);
		if (at < j.line->n && !our_client(j.text, at) && client_at(x, &j, behind + kinship(j.text + behind), false, sender, ret))
			return true;
	}
	return false;
}

/* "klacht over mevrouw Claassen", "uw medewerker de heer Pol": one of ours, no client. */
static bool about_somebody(const char *s, size_t at)
{
	static const char *const words[] = { "over", "voor", "door", "met", "aan", "bij", "uw", "jullie", "medewerker", "medewerkster", "collega", "incassant", "incassomedewerker", "aangaande", "jegens" };
	while (at > 0 && s[at - 1] == ' ')
		at--;
	size_t from = at;
	while (from > 0 && s[from - 1] != ' ')
		from--;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == at - from && strncasecmp(s + from, words[i], at - from) == 0)
			return true;
	return false;
}

/* "A. Tap-Zwart" with initials or two words of a name where a subject begins; more than a title-less word is wanted. */
static bool name_alone(const char *s)
{
	size_t n = strcspn(s, ",/|;(");
	while (n && strchr(" -", s[n - 1]))
		n--;
	size_t words = n > 0;
	for (size_t i = 0; i < n; i++) {
		words += s[i] == ' ';
		if (isdigit((unsigned char)s[i]))
			return false;
	}
	return words >= 2 && words <= 5 && mend_initials(s, strcspn(s, " "), false);
}

/* "Inzake: mevrouw J. Cremers / klacht", "Betreft: A. Tap-Zwart, dossier ..." */
static bool client_in_subject(const struct finder *x, const struct entry *e, const char *sender, struct find *ret)
{
	struct joined j;
	size_t value;
	if (e->label != PAPER_SUBJECT || !e->line || e->line->zone == ZONE_BODY || !join_lines(x, e->index, &j))
		return false;
	if (j.next && (j.next->s->gap > 0.9 || paper_label(j.next->text, j.next->n, &value) != PAPER_NONE)) {	/* the next line is another thing */
		j.text = (char *)arena_strndup(x->c->arena, j.text, j.line->n);
		j.next = NULL;
	}
	if (!j.text)
		return false;
	for (size_t at = e->at; at < j.line->n; at++)
		if ((at == e->at || j.text[at - 1] == ' ') && !about_somebody(j.text, at) && client_at(x, &j, at, true, sender, ret))
			return true;
	return name_alone(j.text + e->at) && client_at(x, &j, e->at, false, sender, ret);
}

bool name_of_client(const struct finder *x, const char *sender, struct find *ret)
{
	if (!writes_for_another(x))
		return false;
	for (size_t i = 0; i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		struct joined j;
		if (e->label == PAPER_CLIENT && e->line && join_lines(x, e->index, &j) && client_at(x, &j, e->at, false, sender, ret))
			return true;
	}
	for (size_t i = 0; i < x->t->n; i++)
		if (!x->t->line[i].noise && x->t->line[i].zone != ZONE_FOOT && client_in_line(x, i, sender, ret))
			return true;
	for (size_t i = 0; i < x->e->n; i++)
		if (client_in_subject(x, &x->e->entry[i], sender, ret))
			return true;
	return false;
}
