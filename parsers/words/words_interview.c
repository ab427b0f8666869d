/* Forms that ask in sentences: "Hoe heet u?", "Op welk nummer kunnen we je bellen?", "Vertel ons wat er is gebeurd", each with its answer below. */
#include <string.h>

#include "parsers/words/words_sheet.h"

#define INTERVIEW_LINES 40	/* questions and answers without a gap between */

/* Forms that ask in sentences: what each question is after. weight is the index of the label that stands for it then. */
static const char *const PLAIN_NAMES[] = { NULL, "Naam", "Adres", "Telefoon", "E-mail", "Dossiernummer" };
static const struct phrase QUESTIONS[] = {
	{ "(oplossen|oplossing|opgelost|lossen|goedmaken|goed maken|rechtzetten|voor u doen|voor je doen|voor u betekenen|voor je betekenen|helpen|verwacht*|tevreden zijn|"
	  "wat wilt u|wat wil je|wat zou u|wat zou je|wat zouden we|wat zouden wij|wat moeten we|wat moeten wij|wat kunnen we|wat kunnen wij|wat mogen we|moeten doen|moet gebeuren|te doen|wens|wensen|wenst|resolve|solution|put it right|put this right|us to do|erwarten|wunschen|losung|was sollen wir|fur sie tun)", LABEL_RESOLUTION, 0 },
	{ "(misgegaan|mis gegaan|misging|fout gegaan|gebeurd|klacht|klachten|klagen|aan de hand|dwars|vertel|vertelt|beschrijf|beschrijft|omschrijf|omschrijft|toelichten|toelichting|verhaal|describe|probleem|ontevreden|happened|wrong|complaint|tell us|passiert|geschehen|beschwerde|anliegen|schiefgelaufen)", LABEL_DESCRIPTION, 0 },
	{ "(naam|noemen|heet|heten|name|call you|heissen)", LABEL_FIELD, 1 }, { "(adres|woon|woont|wonen|postcode|address|live)", LABEL_FIELD, 2 },
	{ "(telefoon*|telefonisch|nummer ~ bereiken|nummer ~ bereikbaar|nummer ~ bellen|bereiken|bereikbaar|phone|reach)", LABEL_FIELD, 3 },
	{ "(mail|mailen|e mail*|email*|mailadres)", LABEL_FIELD, 4 }, { "(dossier*|kenmerk|zaaknummer|file number|reference)", LABEL_FIELD, 5 },
};
static struct phrase_set questions PHRASE_LISTED = PHRASE_SET(QUESTIONS);

/* "Hoe heet u?", "Vertel ons wat er gebeurd is *": a form's question, or its order to tell. */
static bool asks(const struct sheet *s, size_t i)
{
	static const struct phrase TELLS[] = {
		{ "(vertel|vertelt|beschrijf|beschrijft|omschrijf|omschrijft|licht) %", 1, 1 }, { "(leg|geef|schrijf|noem|vul) (u|je|hier|ons|kort|hieronder|uw|in het kort) %", 1, 1 },
		{ "(tell us|describe|please (tell|describe|explain|give|enter)|explain) %", 1, 1 },
	};
	static struct phrase_set tells PHRASE_LISTED = PHRASE_SET(TELLS);
	const struct line *l = &s->line[i];
	struct folded f = { s->fold[i].s, NULL, s->fold[i].n };
	struct phrase_hit hit;
	size_t n = l->n;
	while (n && strchr("* :", l->s[n - 1]))
		n--;
	const char *remark = n && l->s[n - 1] == ')' ? memrchr(l->s, '(', n) : NULL;	/* "Waar woont u? (straat, nummer, plaats)" */
	n = remark ? (size_t)(remark - l->s) : n;
	while (n && l->s[n - 1] == ' ')
		n--;
	if (n > 70 || n < 6)
		return false;
	return l->s[n - 1] == '?' || (!strchr(".!,", l->s[n - 1]) && i > 0 && s->line[i - 1].n == 0 && phrases_at(&tells, &f, 0, &hit));
}

int question_kind(const char *folded, size_t n, const char **ret_name)
{
	struct folded f = { folded, NULL, n };
	struct phrase_hit hits[12];
	int best = 0;
	*ret_name = NULL;
	size_t found = phrases_find(&questions, &f, 0, f.n, hits, 12);
	for (size_t k = 0; k < found; k++) {
		const struct phrase *p = &QUESTIONS[hits[k].phrase];
		if (p->group == LABEL_RESOLUTION || (p->group == LABEL_DESCRIPTION && best != LABEL_RESOLUTION)) {
			best = p->group;
		} else if (!best || (best == LABEL_FIELD && p->weight > 3)) {	/* "Op welk adres kunnen we mailen?" */
			best = LABEL_FIELD;
			*ret_name = PLAIN_NAMES[p->weight];
		}
	}
	if (best != LABEL_FIELD)
		*ret_name = NULL;
	return best;
}

/* In the run of lines that holds line i, one question follows another's answer without a gap: is line i a question, and no answer? */
static bool in_interview(const struct sheet *s, size_t i)
{
	size_t k = i, lines = 0;
	while (k > 0 && s->line[k - 1].n && lines++ < INTERVIEW_LINES)
		k--;
	if (lines > INTERVIEW_LINES)
		return false;
	bool any = false;
	while (k < i) {
		bool question = asks(s, k);
		any = any || question;
		k += question ? 2 : 1;	/* with its answer */
	}
	return any && k == i;
}

/* A line that asks, with its answer in the next one: its kind, or 0. *ret_name: the label that says the same. */
int interview_kind(const struct sheet *s, size_t i, const char **ret_name)
{
	*ret_name = NULL;
	if (!asks(s, i) || i + 1 >= s->n || s->line[i + 1].n == 0 || (i > 0 && s->line[i - 1].n && s->line[i - 1].role != ROLE_FORM_LABEL && !in_interview(s, i)))
		return 0;
	return question_kind(s->fold[i].s, s->fold[i].n, ret_name);
}

/* Questions for a name, an address and the like, and one for the story. */
bool interview_is(const struct sheet *s)
{
	size_t fields = 0, text = 0;
	for (size_t i = 0; i < s->n; i++) {
		const char *name;
		int kind = sheet_own_line(s, i) ? interview_kind(s, i, &name) : 0;
		fields += kind == LABEL_FIELD;
		text += kind == LABEL_DESCRIPTION || kind == LABEL_RESOLUTION;
	}
	return fields >= 2 && text >= 1;
}
