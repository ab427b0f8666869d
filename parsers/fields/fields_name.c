/* Who writes? A form's label; the name under the closing; the lone name above an address; "mijn naam is"; the display name. A first name or nickname
 * alone is completed from the display name when both can be the same person. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "parsers/fields/fields_inner.h"
#include "parsers/fields/fields_place.h"
#include "parsers/fields/names.h"
#include "parsers/glyph.h"

struct named {
	struct person p;
	const char *from, *quote;
	size_t quote_n;
	double confidence;
};

static bool read_at(const struct view *v, struct span at, enum person_from from, struct person *ret, size_t *ret_end)
{
	return at.at < at.end && person_read(v->text + at.at, at.end - at.at, from, ret, ret_end);
}

/* "Stichting Schuldhulp Noord, t.a.v. Ilse Brandsma", "Bakkerij Smit, Kees Smit": the person behind the organisation. */
static bool behind_organisation(const struct view *v, struct span at, struct person *ret, struct span *ret_at)
{
	static const char *const attention[] = { "t.a.v.", "tav", "t.a.v", "p/a", "contactpersoon", "attn", "attn.", NULL };
	size_t p = at.at, unused;
	while (p < at.end && !strchr(",|/(", v->text[p]))
		p++;
	size_t said = view_phrase(v, at.at, at.end, attention);
	if (said)
		p = said;
	else if (p == at.end || !person_is_organisation(v->text + at.at, p - at.at))
		return false;
	struct span rest = { p, at.end };
	while (rest.at < rest.end && strchr(" ,|/(:.", v->text[rest.at]))
		rest.at++;
	if (!read_at(v, rest, PERSON_LINE, ret, &unused) || !ret->surname || ret->score < (said ? 0.4 : 0.78))
		return false;
	*ret_at = rest;
	return true;
}

/* "Van: Jan Jansen\nAan: Pro Actief Incasso": a letter's head that somebody typed has both. */
static bool typed_head(const struct view *v, size_t i)
{
	for (size_t k = i > 4 ? i - 4 : 0; k < v->n_lines && k < i + 5; k++)
		if (v->line[k].at.end - v->line[k].at.at > 4 && memcmp(v->low + v->line[k].at.at, "aan", 3) == 0 && strchr(": ", v->low[v->line[k].at.at + 3]))
			return true;
	return false;
}

/* Voornaam, tussenvoegsel and achternaam of a form, or naam. */
static bool from_labels(const struct reading *f, const struct view *v, struct named *ret)
{
	struct span first, particle, last, whole;
	char buf[PERSON_BYTES];
	size_t unused, n = 0;
	if (view_label(v, FIELD_LAST, &last)) {
		const struct span *part[3] = { NULL, NULL, &last };
		if (view_label(v, FIELD_FIRST, &first))
			part[0] = &first;
		if (view_label(v, FIELD_PARTICLE, &particle) && particle.end - particle.at < 20)
			part[1] = &particle;
		for (int i = 0; i < 3; i++) {
			size_t k = part[i] ? part[i]->end - part[i]->at : 0;
			if (k == 0 || n + k + 2 > sizeof buf)
				continue;
			if (n)
				buf[n++] = ' ';
			memcpy(buf + n, v->text + part[i]->at, k);
			n += k;
		}
		*ret = (struct named){ .from = f->form ? "form" : "label", .quote = v->text + last.at, .quote_n = last.end - last.at, .confidence = 0.98 };
		if (n && person_read(buf, n, PERSON_HEADER, &ret->p, &unused) && ret->p.score >= 0.25)
			return true;
	}
	static const enum field_label ranks[] = { FIELD_BY, FIELD_NAME, FIELD_OF, FIELD_HEAD };
	for (size_t k = 0; k < 4 * v->n_lines; k++) {
		size_t i = k % v->n_lines;
		if (v->line[i].label != ranks[k / v->n_lines] || (f->client.end && v->line[i].at.at >= f->client.at && v->line[i].at.at < f->client.end))
			continue;
		whole = v->line[i].value;
		if (v->line[i].label == FIELD_HEAD && !((f->form || f->w->form || typed_head(v, i)) && read_at(v, whole, PERSON_LINE, &ret->p, &unused) && ret->p.score >= 0.6))
			continue;
		if (whole.end - whole.at > 80 || ((!read_at(v, whole, PERSON_HEADER, &ret->p, &unused) || ret->p.score < 0.3) && !((f->form || f->w->form) && person_answer(v->text + whole.at, whole.end - whole.at, &ret->p)) && !behind_organisation(v, whole, &ret->p, &whole)))
			continue;
		*ret = (struct named){ ret->p, f->form ? "form" : "label", v->text + whole.at, whole.end - whole.at, ret->p.surname ? 0.98 : 0.8 };
		return true;
	}
	return false;
}

static bool usable(const struct view_line *l)
{
	return l->role != ROLE_BLANK && l->role != ROLE_DISCLAIMER && l->role != ROLE_FOOTER && l->role != ROLE_GREETING;
}

/* How well does the person fit the place: a bonus when the header names the same. */
static double weigh(const struct reading *f, const struct person *p)
{
	double s = p->score;
	if (f->header.name[0] && person_fits(p->name, f->header.name))
		s += 0.5;
	if (f->r->on_behalf_of && person_fits(p->name, f->r->on_behalf_of) && !(f->header.name[0] && person_fits(p->name, f->header.name)))
		s -= 0.6;	/* the client's name in the signature is not the writer's */
	return s;
}

/* "Groetjes\nvan Bennie en Truus Slot", "groet van mevrouw Oosting": does "van" tell who greets, or begin a surname? It tells where a title, initials, a first
 * name or another particle follows, where the header knows the rest, and (right behind the greeting) before two names. Where the name begins. */
static size_t behind_from(const struct reading *f, const struct view *v, struct span at)
{
	struct person p;
	size_t end, next = at.at + 4, line = v->line[view_line_of(v, at.at)].at.at;
	char w[24];
	if (at.end - at.at < 7 || memcmp(v->low + at.at, "van ", 4) != 0 || !read_at(v, (struct span){ next, at.end }, PERSON_LINE, &p, &end))
		return at.at;
	for (end = next; end < at.end && v->low[end] != ' ' && end - next < sizeof w - 1; end++)
		;
	glyph_fold_text(v->text + next, end - next, w, sizeof w);
	bool article = glyph_listed(" de der den het 't ", w);
	size_t rest = end + (end < at.end);
	bool family = article && at.end - rest > 4 && (memcmp(v->low + rest, "fam", 3) == 0 || memcmp(v->low + rest, "heer", 4) == 0);
	bool titled = family || names_title(w) || glyph_listed(" fam fam. familie ", w) || strchr(w, '.') || glyph_listed(" van ter ten el al ", w);
	bool header = f->header.name[0] && p.surname && person_fits(p.name, f->header.name) && !(f->header.name[0] && strncasecmp(f->header.name, "van ", 4) == 0);
	bool two = !article && at.at > line && strchr(p.name, ' ');
	return titled || header || two || (!article && p.known && (p.surname || p.couple || at.at > line)) ? next : at.at;
}

static void offer(const struct reading *f, const struct view *v, struct span at, double penalty, double least, struct named *best, double *best_weight)
{
	struct person p;
	size_t end;
	if (at.end - at.at > 3 && (memcmp(v->text + at.at, "in ", 3) == 0 || memcmp(v->text + at.at, "te ", 3) == 0 || memcmp(v->text + at.at, "uit ", 4) == 0))	/* a town that wrapped; "groeten uit Drenthe" */
		return;
	at.at = behind_from(f, v, at);
	static const char *const tails[] = { " namens ", " geb. ", " geboren ", " uit " };	/* "T. Vink namens K. Hof", "A. Kip geb. Smit", "Ada uit Ede" */
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
		const char *tail = at.end > at.at + 8 ? memmem(v->low + at.at, at.end - at.at, tails[i], strlen(tails[i])) : NULL;
		bool surname = tail && i == 3 && (v->text[tail - v->low + 1] == 'U' || strncmp(tail + 5, "de", 2) == 0 || strncmp(tail + 5, "het", 3) == 0);	/* "Jan uit den Bogaard" */
		if (tail && !surname && (i < 3 || (read_at(v, (struct span){ at.at, (size_t)(tail - v->low) }, PERSON_LINE, &p, &end) && p.known)))
			at.end = (size_t)(tail - v->low);
	}
	if (!read_at(v, at, PERSON_LINE, &p, &end)) {
		if (!behind_organisation(v, at, &p, &at))
			return;
		end = at.end - at.at;
	}
	/* nothing but a remark may follow on the line */
	double w = weigh(f, &p) - penalty;
	if (w <= *best_weight || p.score < least)
		return;
	*best = (struct named){ p, "signature", v->text + at.at, end, p.score };
	*best_weight = w;
}

/* "Groet van een boze Annie Kuipers": past the words in small letters. */
static size_t behind_small(const struct view *v, size_t from, size_t to)
{
	size_t p = from, len;
	while (p < to && !glyph_upper(glyph_at(v->text, to, p, &len))) {
		while (p < to && v->low[p] != ' ')
			p++;
		while (p < to && v->low[p] == ' ')
			p++;
	}
	return p;
}

/* The name under (or behind) the last closing: within the next lines that are not blank. */
static bool from_closing(const struct reading *f, const struct view *v, struct named *ret)
{
	double best = 0.2;
	for (size_t i = v->n_lines; i-- > 0;) {
		if (!v->line[i].closing)
			continue;
		size_t rest, seen = 0;
		struct span l = v->line[i].at;
		if (field_closing(v->low + l.at, l.end - l.at, &rest) && l.at + rest < l.end) {
			offer(f, v, (struct span){ l.at + rest, l.end }, 0, 0.3, ret, &best);
			if (best <= 0.2)
				offer(f, v, (struct span){ behind_small(v, l.at + rest, l.end), l.end }, 0, 0.7, ret, &best);
		}
		for (size_t k = i + 1; k < v->n_lines && seen < 5; k++) {
			if (!usable(&v->line[k]) || v->line[k].at.end - v->line[k].at.at > 120)
				continue;
			if (v->line[k].label != FIELD_NONE && v->line[k].label != FIELD_NAME)
				continue;
			offer(f, v, view_trim(v, v->line[k].at), 0.06 * (double)seen, 0.3, ret, &best);
			seen++;
		}
		if (best > 0.2)
			return true;
	}
	return false;
}

/* Does a line hold an address, a telephone number or an e-mail address: contact lines stand below a name. */
static bool contact_line(const struct view *v, const struct view_line *l)
{
	struct span w;
	char buf[255];
	struct street st;
	const char *s = v->text + l->at.at;
	size_t n = l->at.end - l->at.at;
	return recognise_postcode(s, n, 0, &w, buf) || recognise_phone(s, n, 0, &w, buf) || recognise_email(s, n, 0, &w, buf) || (n < 60 && recognise_street(s, n, 0, &st));
}

/* Where the contact lines end when a remark or two stand below them ("Denk aan het milieu ..."); else the end of the view. */
static size_t below_contact(const struct reading *f, const struct view *v)
{
	size_t remarks = 0, looked = 0, end;
	struct person p;
	for (size_t i = v->n_lines; i-- > 0 && remarks < 4 && looked < 12; looked++) {
		if (!usable(&v->line[i]))
			continue;
		if (v->line[i].at.end - v->line[i].at.at < 120 && contact_line(v, &v->line[i]))
			return i + 1;
		if (f->header.name[0] && read_at(v, view_trim(v, v->line[i].at), PERSON_LINE, &p, &end) && strcasecmp(p.name, f->header.name) == 0)	/* that is who signs */
			break;
		remarks++;
	}
	return v->n_lines;
}

/* No closing: the last lines of the mail, from below; contact lines are stepped over, and a lone name ends the search. */
static bool from_tail(const struct reading *f, const struct view *v, struct named *ret)
{
	double best = 0.2;
	size_t looked = 0;
	for (size_t i = below_contact(f, v); i-- > 0 && looked < 8;) {
		const struct view_line *l = &v->line[i];
		if (!usable(l))
			continue;
		looked++;
		struct span at = view_trim(v, l->at);
		if (at.end - at.at > 90 && !contact_line(v, l))
			break;
		double before = best;
		/* a single word is a name here only when the header says so too, or when it stands in the signature */
		offer(f, v, at, 0.03 * (double)looked, l->role == ROLE_SIGNATURE ? 0.35 : 0.55, ret, &best);
		if (best > before && best > (f->header.name[0] ? 1.2 : 0.9))	/* whom the header knows may stand above "OBS De Kameleon" */
			break;
		struct person p;
		size_t end;
		if (best == before && f->header.name[0] && read_at(v, at, PERSON_LINE, &p, &end) && person_fits(p.name, f->header.name))
			offer(f, v, at, 0.03 * (double)looked, 0.3, ret, &best);
		if (!contact_line(v, l) && l->role == ROLE_OWN && best == before && at.end - at.at > 50)
			break;
	}
	return best > 0.2;
}

/* "... hoeveel moet ik nog betalen? Gr Melissa Prins": the closing in the last line, a name and nothing else behind it. */
static bool from_inline(const struct reading *f, const struct view *v, struct named *ret)
{
	static const char *const signs[] = { "groet", "groeten", "groetjes", "gr", "gr.", "grt", "grtjs", "grtz", "mvg", "m.v.g.", "regards", "dank", "bedankt", "bvd", "thanks", NULL };
	double best = 0.2;
	size_t i = v->n_lines;
	while (i-- > 0 && !(usable(&v->line[i]) && v->line[i].role != ROLE_FORM_LABEL))
		;
	if (i >= v->n_lines)
		return false;
	struct span l = view_trim(v, v->line[i].at);
	size_t from = l.end - l.at > 60 ? l.end - 60 : l.at, p = view_phrase(v, from, l.end, signs);
	while (p && p < l.end && strchr(" ,.!", v->text[p]))
		p++;
	if (!p || p >= l.end)
		return false;
	while (l.end > p && strchr(" .!", v->text[l.end - 1]) && !(l.end > p + 3 && v->text[l.end - 3] == ' '))	/* "Tinus B." */
		l.end--;
	offer(f, v, (struct span){ p, l.end }, 0, 0.45, ret, &best);
	bool ours = f->rules->organisation && best > 0.2 && strcasestr(f->rules->organisation, ret->p.name);	/* "Dank, Pro Actief" */
	return best > 0.2 && !ours && ret->quote_n + 2 >= l.end - p;
}

/* "G. Vos, Tulpstraat 2, 2402 VX Alphen aan den Rijn": who stands right before an address. */
static bool from_address(const struct view *v, struct named *ret)
{
	struct place found[PLACES_MAX];
	size_t n = places_find(v, found), unused;
	for (size_t i = n; i-- > 0;) {
		size_t end = found[i].whole.at, line = v->line[view_line_of(v, end)].at.at;
		while (end > line && strchr(" ,|-", v->text[end - 1]))
			end--;
		size_t start = end;
		while (start > line && end - start < 50 && !strchr(",;:!?|(", v->text[start - 1]) && !(v->text[start - 1] == ' ' && start - 1 > line && strchr("!?", v->text[start - 2])) &&
		       !(v->text[start - 1] == ' ' && start > line + 4 && v->text[start - 2] == '.' && glyph_wordish(v->text[start - 3]) && glyph_wordish(v->text[start - 4]) && v->low[start - 4] == v->text[start - 4]))
			start--;
		struct span at = view_trim(v, (struct span){ start, end });
		if (at.at == at.end || !read_at(v, at, PERSON_LINE, &ret->p, &unused) || ret->p.score < 0.78 || !ret->p.surname || unused + 1 < at.end - at.at)
			continue;
		*ret = (struct named){ ret->p, "body", v->text + at.at, at.end - at.at, 0.85 };
		return true;
	}
	return false;
}

/* The end of the words at p that begin with a capital or are particles, up to five. */
static size_t capitals_end(const struct view *v, size_t p)
{
	size_t len, end = p, capital = p;	/* a particle alone ends no name: "Hilleke Zeinstra van dossier 2601144" */
	for (int words = 0; end < v->n && words < 5; words++) {
		size_t start = end + glyph_blank(v->text, v->n, end), q = start;
		while (q < v->n && (glyph_wordish(v->text[q]) || strchr("-'.", v->text[q]) || (unsigned char)v->text[q] >= 0x80) && !glyph_blank(v->text, v->n, q))
			q++;
		char f[24];
		glyph_fold_text(v->text + start, q - start, f, sizeof f);
		if (q == start || !(glyph_upper(glyph_at(v->text, v->n, start, &len)) || names_particle(f)))
			break;
		end = q;
		if (glyph_upper(glyph_at(v->text, v->n, start, &len)))
			capital = q;
		if (v->text[q - 1] == '.' && q - start > 3)
			break;
	}
	return capital;
}

/* Words with which the sentence goes on behind a name that has no capitals: "ik heet krishna ramdin ik woon in ...". */
static bool goes_on(const char *fold)
{
	return names_never(fold) || names_calling(fold) || names_organisation(fold) ||
	       glyph_listed(" en woon woonachtig wonend wonende uit geboren geb schrijf bel mail krijg kreeg word werd ben wordt zit sta vind snap begrijp betaal woonde klant hier nr nummer mn m'n zaak bij op in met voor om "
			    "sinds al vandaag gisteren net weer steeds verkeerd verkeert fout onjuist anders veranderd gewijzigd gespeld geschreven bekend geheim belangrijk vies wrong misspelled spelled on off of not falsch "
			    "und wohne wohnhaft aus mieszkam i ve oturuyorum live from and got have am was i'm my in at with about who ", fold);
}

/* The end of a name in small letters: up to four words and the particles between them; a particle alone ends none ("ali yildiz van de zaak"). */
static size_t small_end(const struct view *v, size_t p)
{
	size_t end = p, at = p, words = 0, stop = v->n - p < 60 ? v->n : p + 60;
	while (words < 4) {
		size_t start = at, len;
		while (at < stop && (glyph_wordish(v->text[at]) || (unsigned char)v->text[at] >= 0x80 || strchr("'-", v->text[at])) && !glyph_blank(v->text, v->n, at)) {
			(void)glyph_at(v->text, v->n, at, &len);
			at += len;
		}
		char f[32];
		if (at == start || at - start >= sizeof f)
			break;
		glyph_fold_text(v->text + start, at - start, f, sizeof f);
		bool particle = names_particle(f) && !glyph_listed(" bij op in uit onder over aan voor ", f);
		if (!particle && (glyph_digit(f[0]) || goes_on(f)))
			break;
		bool street = words > 1 && at + 1 < stop && v->low[at] == ' ' && v->text[at + 1] >= '1' && v->text[at + 1] <= '9';	/* "... van de parallelstraat 88" */
		if (street)
			break;
		if (!particle) {
			words++;
			end = at;
		}
		if (at >= stop || v->low[at] != ' ' || v->text[at] == '\n')
			break;
		at++;
	}
	return end;
}

/* The name behind "mijn naam is": capitals, or small letters when a common first name begins them. */
static bool name_behind(const struct view *v, size_t p, bool sure, struct named *ret)
{
	while (p < v->n && (v->text[p] == ' ' || v->text[p] == '\n' || v->text[p] == ',' || v->text[p] == ':'))
		p++;
	size_t end = capitals_end(v, p), unused;
	bool found = end > p && person_read(v->text + p, end - p, PERSON_LINE, &ret->p, &unused) && ret->p.score >= 0.6;
	if (!found) {
		end = small_end(v, p);
		found = end > p && person_read(v->text + p, end - p, PERSON_LINE, &ret->p, &unused) && (ret->p.known ? ret->p.score >= 0.6 : sure && ret->p.score >= 0.25 && strchr(ret->p.name, ' '));
	}
	if (!found || !ret->p.surname)
		return false;
	*ret = (struct named){ ret->p, "body", v->text + p, end - p, 0.9 };
	return true;
}

static bool from_phrase(const struct view *v, struct named *ret)
{
	static const char *const phrases[] = { "mijn naam is", "me naam is", "mn naam is", "m'n naam is", "u spreekt met", "je spreekt met", "hier spreekt", "naam:", "ik heet", "ondergetekende", "my name is", "mein name ist", "ich hei\xc3\x9f" "e", "nazywam si\xc4\x99", "benim ad\xc4\xb1m", "ik,", "ik ben", "i am", "ich bin", "dit is", "this is", "hallo met", "hoi met", "dag met", "goedemiddag met", "goedemorgen met", "goedendag met", "goedenavond met", NULL };
	static const char loose[] = " ik, ik-ben i-am ich-bin ondergetekende dit-is this-is hallo-met hoi-met dag-met goedemiddag-met goedemorgen-met goedendag-met goedenavond-met ";	/* much else may follow these */
	for (const char *const *ph = phrases; *ph; ph++) {
		size_t k = strlen(*ph);
		char key[24];
		for (size_t i = 0; i <= k && k < sizeof key; i++)
			key[i] = (*ph)[i] == ' ' ? '-' : (*ph)[i];
		bool sure = k < sizeof key && !glyph_listed(loose, key);
		for (size_t p = 0; p + k < v->n;) {
			const char *hit = view_find(v, p, v->n, *ph, k);
			if (!hit)
				break;
			size_t at = (size_t)(hit - v->low);
			p = at + k;
			if ((at == 0 || !glyph_wordish(v->low[at - 1])) && !glyph_wordish(v->low[p]) && name_behind(v, p, sure, ret))
				return true;
		}
	}
	return false;
}

static bool from_header(const struct reading *f, struct named *ret)
{
	if (!f->header.name[0])
		return false;
	*ret = (struct named){ f->header, "display-name", f->m->from.name, strlen(f->m->from.name), f->header.surname && f->header.score >= 0.6 ? 0.88 : 0.5 };
	return true;
}

/* The signature says "Linh" or "Rachid B.", the header the whole name. */
static bool header_completes(const struct reading *f, const struct named *sign)
{
	const struct person *h = &f->header, *s = &sign->p;
	if (!h->name[0] || !h->surname || s->couple)
		return false;
	if (person_fits(s->name, h->name))
		return strlen(h->name) > strlen(s->name) && (!s->surname || (s->first && s->score < 0.9 && strchr(s->name, '.')) || s->score <= 0.65);
	return !s->surname || s->score < 0.5;	/* a nickname, or a line that is hardly a name */
}

/* "Xandra" below and "X. Pieters" above: Xandra Pieters. */
static bool joined_with_header(const struct reading *f, struct named *x)
{
	const char *h = f->header.name, *sur = strchr(h, ' ');
	struct person p;
	size_t unused;
	char name[PERSON_BYTES * 2];
	bool initials = sur && sur[-1] == '.' && !f->header.first;
	if (!initials || x->p.surname || !x->p.first || strchr(x->p.name, ' ') || strlen(x->p.name) < 3 || h[0] != x->p.name[0])
		return false;
	(void)snprintf(name, sizeof name, "%s%s", x->p.name, sur);
	if (!person_read(name, strlen(name), PERSON_HEADER, &p, &unused) || p.score < 0.6)
		return false;
	x->p = p;
	x->confidence = 0.8;
	return true;
}

static void settle(struct reading *f, const struct named *x)
{
	f->sender = x->p;
	fields_put(f, &f->r->name, x->p.name, strlen(x->p.name));
	fields_evidence(f, "sender.name", x->from, x->quote, x->quote_n, x->confidence);
	if (x->confidence < 0.6)
		fields_review(f, strcmp(x->from, "display-name") == 0 ? "name-from-display-name" : "name-uncertain", "sender.name", "the name is short or doubtful");
}

/* "Een van u helpt tenminste. Dank Sanne!" thanks her; "alvast bedankt Willem" and "Dank, Willem" are signed. */
static bool thanked(const struct view *v, const struct named *x)
{
	static const char *const thanks[] = { "dank", "bedankt", "thanks", NULL }, *const signs[] = { "alvast bedankt", "alvast dank", "voorbaat dank", "bedankt alvast", NULL };
	size_t at = (size_t)(x->quote - v->text), from = at > 30 ? at - 30 : 0, said = view_phrase(v, from, at, thanks);
	return said && at - said < 3 && v->text[said] != ',' && view_phrase(v, from, at, signs) != said;
}

/* "gr Lizzy" from lizzy.hermans03@: the address says it too. */
static bool in_address(const struct reading *f, const struct person *p)
{
	const char *a = f->m->from.address, *at = a ? strchr(a, '@') : NULL;
	return at && fields_share_word(p->name, strlen(p->name), a, (size_t)(at - a));
}

/* Nobody signs but a company. */
static bool organisation(struct reading *f)
{
	if (!f->header_organisation || f->form || f->service || !f->m->from.name || (f->m->from.address && service_no_reply(f->m->from.address)))
		return false;
	size_t n = strlen(f->m->from.name);
	fields_put(f, &f->r->name, f->m->from.name, n);
	fields_evidence(f, "sender.name", "display-name", f->m->from.name, n, 0.55);
	fields_review(f, "name-is-organisation", "sender.name", "no person is named, only an organisation");
	return true;
}

void fields_name(struct reading *f)
{
	struct named x = { .from = NULL }, h;
	bool have = from_labels(f, &f->own, &x);
	if (!have || !x.p.surname) {
		struct named label = x;
		bool signed_ = from_closing(f, &f->own, &x) || from_tail(f, &f->own, &x);
		if (!signed_ && have)
			x = label;
		have = signed_ || have;
	}
	if (have && joined_with_header(f, &x)) {
		;
	} else if (have && header_completes(f, &x) && from_header(f, &h)) {
		h.confidence = person_fits(x.p.name, h.p.name) ? 0.95 : 0.75;
		x = h;
	} else if (have && strcmp(x.from, "signature") == 0) {
		x.confidence = f->header.name[0] && person_fits(x.p.name, f->header.name) ? 0.98 : x.p.surname ? 0.9 : 0.5;
	}
	struct named spoken;
	if ((!have || !x.p.surname) && from_phrase(&f->own, &spoken) && !(f->r->on_behalf_of && person_fits(spoken.p.name, f->r->on_behalf_of))) {
		x = spoken;
		have = true;
	}
	if ((!have || !x.p.surname) && (from_inline(f, &f->own, &spoken) || from_address(&f->own, &spoken)) && spoken.p.surname &&
	    !(f->r->on_behalf_of && person_fits(spoken.p.name, f->r->on_behalf_of))) {
		x = spoken;
		have = true;
	}
	if (!have)
		have = from_header(f, &x) || (from_inline(f, &f->own, &x) && (((x.p.known || strchr(x.p.name, ' ')) && !thanked(&f->own, &x)) || in_address(f, &x.p)));
	/* the sender's own older mail says it in full */
	if ((!have || strcmp(x.from, "display-name") == 0) && (from_labels(f, &f->older, &h) || from_closing(f, &f->older, &h) || from_tail(f, &f->older, &h)) &&
	    (!have || (person_fits(h.p.name, x.p.name) && h.p.first && h.p.surname && strlen(h.p.name) > strlen(x.p.name)))) {
		x = h;
		x.from = "quoted";
		x.confidence = have ? 0.9 : 0.7;
		have = true;
	}
	if (have)
		settle(f, &x);
	else if (!organisation(f))
		fields_review(f, "no-name", "sender.name", "the mail does not say who writes");
}
