/* Whose block is it? A company's address under a person's name is the person's when it is their own business or when they write for a client; the
 * employer's footer under a private complaint is not. */
#include <string.h>
#include <strings.h>

#include "parsers/fields/fields_inner.h"
#include "parsers/glyph.h"

static const char *const private_words[] = { "mijn werk", "mijn werkgever", "werkgever", "leidinggevende", "mijn baas", "priv\xc3\xa9", "prive", "mijn collega's", "mijn collega", "op het werk", "op kantoor gebeld", "my work", "my employer",
					     "my boss", "mein arbeitgeber", "mijn salaris", "loonbeslag", "mijn loon", "onze receptie", "de receptie", "werkmail", "vanaf mijn werk", "mijn man", "mijn vrouw", "mijn partner", "mijn kinderen", "mijn zoon",
					     "mijn dochter", "mijn moeder", "mijn vader", "ons gezin", "my husband", "my wife", NULL };
static const char *const business_words[] = { "mijn bedrijf", "mijn onderneming", "als ondernemer", "ondernemer", "eigenaar", "eigenaresse", "directeur", "directrice", "dga", "zzp", "mijn zaak", "mijn praktijk", "mijn winkel", "vennoot", "zaakvoerder",
					      "mijn studio", "jullie opdrachtgever", "penningmeester", "voorzitter", "secretaris", "bestuur", "crediteurenadministratie", "financiele administratie", "financi\xc3\xable administratie", "hoofd administratie",
					      "boekhouder", "advocaat", "bewindvoerder", NULL };
/* Who speaks for his firm says "wij", or nothing of his own; who complains of what was done to himself says "mijn" and "ik kreeg". */
static const char *const plural_words[] = { "wij", "we", "ons", "onze", "our", "wir", "unser", "unsere", NULL };
static const char *const singular_words[] = { "mijn", "my", "mein", "meine", "meiner", "me", "ik kreeg", "ik heb", "ik ben", "ik werd", "kreeg ik", "heb ik", "i have", "i got", "i was", "ich habe", NULL };

bool fields_share_word(const char *a, size_t na, const char *b, size_t nb)
{
	char fa[200], fb[200];
	glyph_fold_text(a, na, fa, sizeof fa);
	glyph_fold_text(b, nb, fb, sizeof fb);
	for (char *p = fa; *p;) {
		size_t k = strcspn(p, " -.,|@_");
		if (k >= 3) {
			char keep = p[k];
			p[k] = '\0';
			const char *hit = strstr(fb, p);
			p[k] = keep;
			if (hit && !(k == 3 && strncasecmp(p, "van", 3) == 0) && !(k == 3 && (strncasecmp(p, "den", 3) == 0 || strncasecmp(p, "der", 3) == 0)))
				return true;
		}
		p += k + (p[k] != '\0');
	}
	return false;
}

bool fields_company_mailbox(const struct reading *f)
{
	static const char locals[] = " info administratie contact office mail kantoor boekhouding verkoop facturen finance receptie secretariaat debiteuren crediteuren financien debiteurenbeheer inkoop hallo post service ";
	const char *a = f->m->from.address, *at = a ? strchr(a, '@') : NULL;
	char local[32];
	if (!at || (size_t)(at - a) >= sizeof local)
		return false;
	glyph_fold_text(a, (size_t)(at - a), local, sizeof local);
	return glyph_listed(locals, local);
}

static bool own_business(const struct reading *f, const struct view *v, struct span org)
{
	const char *s = v->text + org.at;
	size_t n = org.end - org.at;
	if (f->represents || f->header_organisation || fields_company_mailbox(f) || f->form)
		return true;
	if (f->sender.name[0] && fields_share_word(f->sender.name, strlen(f->sender.name), s, n))
		return true;
	if (view_phrase(v, 0, v->n, private_words))
		return false;
	return view_phrase(v, 0, org.at, plural_words) || !view_phrase(v, 0, org.at, singular_words) || view_phrase(v, 0, v->n, business_words);
}

static bool rule_line(const struct view *v, const struct view_line *l)
{
	size_t p = l->at.at;
	while (p < l->at.end && strchr("-_=*~", v->text[p]))
		p++;
	return p == l->at.end && p >= l->at.at + 2;
}

/* The organisation's line in [from, to), if any. */
static bool organisation_line(const struct view *v, size_t from, size_t to, struct span *ret)
{
	for (size_t i = from; i < to; i++) {
		struct span t = view_trim(v, v->line[i].at);
		bool care_of = t.end - t.at > 4 && (memcmp(v->low + t.at, "p/a", 3) == 0 || memcmp(v->low + t.at, "c/o", 3) == 0);	/* where the writer lives */
		if (t.end - t.at > 160 || t.at == t.end || care_of)
			continue;
		/* the first segment names it; a street in -bouw or an address at ...zorg.nl does not */
		size_t end = t.at;
		while (end < t.end && v->text[end] != '|' && v->text[end] != ',' && v->text[end] != '@' && !glyph_digit(v->text[end]))
			end++;
		struct street st;
		if (recognise_street(v->text, t.end, t.at, &st) && st.street.at == t.at)	/* "Achter de Kerk 7" */
			continue;
		if (person_is_organisation(v->text + t.at, end - t.at) && !(end < t.end && v->text[end] == '@')) {
			*ret = (struct span){ t.at, end };
			return true;
		}
	}
	return false;
}

/* "privé: Tongersestraat 48, ..." below the employer's block is the writer's again. */
static bool at_home(const struct view *v, size_t i)
{
	static const char *const words[] = { "priv\xc3\xa9", "prive", "thuis", "home", "private", "privat", NULL };
	struct span t = view_trim(v, v->line[i].at);
	return view_phrase(v, t.at, t.at + 12 < t.end ? t.at + 12 : t.end, words) > 0;
}

/* Blocks below the name, parted by rules; Outlook puts a blank line between every two lines, so that blanks part nothing. */
void fields_foreign(struct reading *f, struct view *v)
{
	size_t start = v->n_lines;
	for (size_t i = 0; i < v->n_lines; i++) {
		struct view_line *l = &v->line[i];
		bool tail = l->below || l->role == ROLE_SIGNATURE || l->role == ROLE_FOOTER || l->role == ROLE_DISCLAIMER || rule_line(v, l) || memchr(v->text + l->at.at, '|', l->at.end - l->at.at);
		l->foreign = l->role == ROLE_DISCLAIMER;
		if (tail && start == v->n_lines)
			start = i;
		else if (!tail && l->role == ROLE_OWN && l->at.end - l->at.at > 60)
			start = v->n_lines;
	}
	if (start == v->n_lines)
		return;
	struct span org;
	if (!organisation_line(v, start, v->n_lines, &org) || own_business(f, v, org))
		return;
	size_t first = view_line_of(v, org.at);
	for (size_t i = first; i < v->n_lines; i++)
		v->line[i].foreign = v->line[i].role != ROLE_FORM_LABEL && !at_home(v, i);
}
