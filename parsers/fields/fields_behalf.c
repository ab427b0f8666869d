/* Does the sender write for somebody else, and for whom? */
#include <string.h>

#include "parsers/fields/fields_client.h"
#include "parsers/fields/names.h"
#include "parsers/glyph.h"

/* Words that may stand between the phrase and the name. */
static const char skipped[] =
	" overbuurman overbuurvrouw bovenbuurman bovenbuurvrouw onderbuurman onderbuurvrouw kennis huisgenoot zwager schoonzus schoonbroer huurder mijn onze haar zijn de het een my our the meine meiner meines meinen meinem unsere unserer unseren mojej mojego moeder vader zoon dochter oma opa oom tante broer zus zusje buurvrouw buurman schoonmoeder schoonvader "
	"partner man vrouw echtgenoot echtgenote vriend vriendin cliente client clienten kleinzoon kleindochter ouders schoonouders nicht neef bejaarde hoogbejaarde oude zieke overleden zoontje dochtertje pleegzoon "
	"pleegdochter stiefzoon stiefvader stiefmoeder mother father son daughter brother sister husband wife grandmother grandfather uncle aunt neighbour mutter vater sohn tochter matki ojca bewoner bewoonster "
	"annem annemin babam babamin oglum oglumun kizim kizimin esim kardesim komsum matka mamy taty syna corki brata siostry frau herrn "
	"genaamde ex ex-man ex-vrouw mama papa moeders cliente: client: onderbewindgestelde rechthebbende betrokkene verzekerde relatie named jarige jaar heer/mevrouw van ";
static const char kin[] =
	" overbuurman overbuurvrouw bovenbuurman bovenbuurvrouw onderbuurman onderbuurvrouw kennis huisgenoot zwager schoonzus schoonbroer huurder "
	"moeder vader zoon dochter oma opa oom tante broer zus zusje buurvrouw buurman schoonmoeder schoonvader partner man vrouw echtgenoot echtgenote vriend vriendin cliente client kleinzoon kleindochter ouders schoonouders "
	"nicht neef mother father son daughter brother sister husband wife grandmother grandfather uncle aunt neighbour mutter vater sohn tochter matki ojca ex ex-man ex-vrouw mama papa bewoner bewoonster rechthebbende "
	"onderbewindgestelde betrokkene ";

struct step { size_t at; bool kin, mine; };

/* Past "mijn 88-jarige moeder, " to where the name could begin. */
static struct step skip(const char *s, size_t n, size_t at)
{
	struct step r = { at, false, false };
	for (int words = 0; words < 8; words++) {
		size_t p = r.at;
		while (p < n && (s[p] == ' ' || s[p] == '\n' || s[p] == ',' || s[p] == ':' || s[p] == '(' || glyph_blank(s, n, p)))
			p += glyph_blank(s, n, p) ? glyph_blank(s, n, p) : 1;
		size_t start = p;
		while (p < n && (glyph_wordish(s[p]) || (unsigned char)s[p] >= 0x80 || s[p] == '-' || s[p] == '/'))
			p++;
		char f[40];
		if (p == start || p - start >= sizeof f)
			break;
		glyph_fold_text(s + start, p - start, f, sizeof f);
		bool jarige = glyph_digit(f[0]) && strstr(f, "jarige");
		/* a name's own particle begins the name: "van Dijk"; so does a capital, "De heer" aside */
		bool heer = strcmp(f, "de") == 0 && n - p > 5 && strncmp(s + p + 1, "heer", 4) == 0;
		bool age = strspn(f, "0123456789") == strlen(f);	/* "mijn buurvrouw van 86" */
		if ((!glyph_listed(skipped, f) && !jarige && !age) || heer) {
			r.at = start;
			break;
		}
		r.kin = r.kin || glyph_listed(kin, f);
		r.mine = r.mine || glyph_listed(" mijn onze my our haar mojej mojego meine meiner meines meinen meinem unsere unserer unseren ", f);
		r.at = p;
	}
	return r;
}

size_t client_skip(const struct view *v, size_t at, size_t to)
{
	return skip(v->text, to, at).at;
}

bool client_skipped(const char *fold)
{
	return glyph_listed(skipped, fold) || glyph_listed(kin, fold);
}

/* The longest beginning that is a name: capitals, initials, particles, titles. */
size_t client_name_end(const char *s, size_t n, size_t at, bool *ret_title)
{
	size_t p = at, end = at, len;
	bool surname = false;
	*ret_title = false;
	for (int words = 0; words < 8; words++) {
		while (p < n && (glyph_blank(s, n, p) || (s[p] == '\n' && p + 1 < n && s[p + 1] != '\n')))
			p += glyph_blank(s, n, p) ? glyph_blank(s, n, p) : 1;
		size_t start = p;
		while (p < n && (glyph_wordish(s[p]) || (unsigned char)s[p] >= 0x80 || strchr("-'.", s[p])) && !glyph_blank(s, n, p)) {
			(void)glyph_at(s, n, p, &len);
			p += len;
		}
		char f[40];
		if (p == start || p - start >= sizeof f || (p - start == 1 && s[start] == 'I'))	/* "Peter Cole I object" */
			break;
		glyph_fold_text(s + start, p - start, f, sizeof f);
		bool dot = s[p - 1] == '.', initial = dot && (p - start <= 3 || s[start + 1] == '.' || memchr(s + start, '.', p - start - 1));
		if (dot && !initial && !names_title(f)) {	/* the sentence ends here */
			f[strlen(f) - 1] = '\0';
			p--;
		}
		bool title = names_title(f) || (strcmp(f, "de") == 0 && end == at) || (strcmp(f, "en") == 0 && *ret_title && end == at);
		bool capital = glyph_upper(glyph_at(s, n, start, &len));
		if (!capital && !title && !names_particle(f))
			break;
		if (capital && names_never(f) && !names_title(f))
			break;
		/* "A.J. van der Velden te Oss" ends before the town */
		if (surname && glyph_listed(" te in uit aan bij over op onder ", f)) {
			char next[8];
			size_t q = p + glyph_blank(s, n, p);
			glyph_fold_text(s + q, n - q < 4 ? n - q : 4, next, sizeof next);
			if (strncmp(next, "de ", 3) != 0 && strncmp(next, "den", 3) != 0 && strncmp(next, "der", 3) != 0 && strncmp(next, "'t ", 3) != 0 && strncmp(next, "het", 3) != 0)
				break;
		}
		*ret_title = *ret_title || names_title(f);
		surname = surname || (capital && !title && !initial && p - start > 2 && !(end == at && names_first(f)));
		if (capital && !title)
			end = p;
		if (dot && !initial && !title)
			break;
	}
	return end;
}

/* "namens Vodafone belt u" is about others: the sender must speak of himself or of kin near by. */
static bool speaks_for(const struct view *v, size_t start, size_t end)
{
	static const char *const acts[] = { "hierbij", "klacht", "dien", "dienen", "schrijf", "schrijven", "mail", "mailen", "treed", "treden", "maak", "maken", "bezwaar", "verzoek", "verzoeken", "vraag", "vragen", "wil", "willen", "stel",
					    "bericht", "kom", "stuur", "reageer", "complain", "write", "writing", "vul", "vullen", "ingediend", "ingediende", NULL };
	static const char *const others[] = { "u belt", "belt namens", "belde namens", "belde mij namens", "u namens", "jullie namens", "brief namens", "incasso namens", "vordering namens", "u int namens", "eist namens", "collega namens",
					      "kreeg ik", "ontving ik", "kreeg", "van uw", "van jullie", "belde", "uw collega", NULL };
	size_t from = view_sentence(v, start), to = view_sentence_end(v, end);
	return !view_phrase(v, from, to, others) && view_phrase(v, from, to, acts);
}

/* The end of a firm's name at "at", legal form and partners with it: "Smit & Zonen V.O.F."; at when there is none. */
static size_t firm_end(const char *s, size_t n, size_t at)
{
	static const char *const forms[] = { " B.V.", " BV", " N.V.", " NV", " V.O.F.", " VOF", " v.o.f.", " vof", " c.s.", " GmbH", " Ltd" };
	bool title;
	size_t end = client_name_end(s, n, at, &title);
	if (end > at && n - end > 4 && memcmp(s + end, " & ", 3) == 0) {
		size_t more = client_name_end(s, n, end + 3, &title);
		end = more > end + 3 ? more : end;
	}
	for (size_t i = 0; end > at && i < sizeof forms / sizeof *forms; i++) {
		size_t k = strlen(forms[i]);
		if (n - end >= k && memcmp(s + end, forms[i], k) == 0 && (end + k == n || !glyph_wordish(s[end + k])))
			return end + k;
	}
	return end;
}

/* Does the firm itself write: is it in From, in the address, or below? */
static bool own_firm(const struct reading *f, const char *name, size_t n)
{
	const char *from = f->m->from.name, *address = f->m->from.address ? strchr(f->m->from.address, '@') : NULL;
	if ((from && fields_share_word(name, n, from, strlen(from))) || (address && fields_share_word(name, n, address, strlen(address))))
		return true;
	for (size_t i = 0; i < f->own.n_lines; i++) {
		struct span l = f->own.line[i].at;
		if (f->own.line[i].below && fields_share_word(name, n, f->own.text + l.at, l.end - l.at))
			return true;
	}
	return false;
}

/* "mijn cliënte, Bakkerij Hoekstra", "namens Hoveniersbedrijf Groen B.V.": a client that is no person; not the firm that writes. */
static bool client_firm(struct reading *f, const struct view *v, struct span at, const char *from)
{
	char flat[PERSON_BYTES];
	size_t end = firm_end(v->text, at.end, at.at), n = end - at.at;
	if (n == 0 || n >= sizeof flat)
		return false;
	for (size_t i = 0; i < n; i++)
		flat[i] = v->text[at.at + i] == '\n' ? ' ' : v->text[at.at + i];
	flat[n] = '\0';
	if (!person_is_organisation(flat, n) || own_firm(f, flat, n) || (f->rules->organisation && strcasestr(f->rules->organisation, flat)))
		return false;
	if (v == &f->own)
		f->client = (struct span){ at.at, end };
	fields_put(f, &f->r->on_behalf_of, flat, n);
	fields_evidence(f, "on_behalf_of", from, flat, n, 0.8);
	return true;
}

/* A client's name at "at", before "to"; needs a title, kinship or initials beside a name, so that chance capitals stay out. */
bool client_at(struct reading *f, const struct view *v, size_t at, size_t to, bool sure)
{
	struct step k = skip(v->text, to, at);
	bool title;
	size_t end = client_name_end(v->text, to, k.at, &title), unused;
	if (end == k.at)
		return false;
	char flat[PERSON_BYTES];
	size_t n = end - k.at < sizeof flat - 1 ? end - k.at : sizeof flat - 1;
	for (size_t i = 0; i < n; i++)
		flat[i] = v->text[k.at + i] == '\n' ? ' ' : v->text[k.at + i];
	struct person p;
	if ((sure || f->trade) && (sure || speaks_for(v, at, at)) && client_firm(f, v, (struct span){ k.at, to }, "body"))
		return true;
	if (person_is_organisation(flat, n) || !person_read(flat, n, PERSON_LINE, &p, &unused) || p.score < (title || k.kin || sure ? 0.4 : 0.65))
		return false;
	if (f->rules->organisation && strcasestr(f->rules->organisation, p.name))
		return false;
	if (!sure && !title && !k.kin && !k.mine)
		return false;
	if (!sure && k.at - at < 3 && !speaks_for(v, at, at))
		return false;
	if (f->header.name[0] && strcmp(p.name, f->header.name) == 0)	/* "namens ondergetekende" and the like */
		return false;
	f->client = (struct span){ k.at, end };
	fields_put(f, &f->r->on_behalf_of, p.name, strlen(p.name));
	fields_evidence(f, "on_behalf_of", "body", v->text + at, end - at < 120 ? end - at : 0, title || k.kin ? 0.95 : 0.85);
	return true;
}

static bool phrase_in(struct reading *f, const struct view *v, const char *const *phrases, bool sure)
{
	for (; *phrases; phrases++) {
		size_t k = strlen(*phrases);
		for (size_t p = 0; p + k < v->n;) {
			const char *hit = view_find(v, p, v->n, *phrases, k);
			if (!hit)
				break;
			size_t at = (size_t)(hit - v->low);
			p = at + k;
			if ((at > 0 && glyph_wordish(v->low[at - 1])) || glyph_wordish(v->low[p]))
				continue;
			const struct view_line *l = &v->line[view_line_of(v, at)];
			if (l->below || l->foreign || l->role == ROLE_DISCLAIMER || l->role == ROLE_FOOTER)
				continue;
			if (client_at(f, v, p, v->n, sure))
				return true;
		}
	}
	return false;
}

static bool in_subject(struct reading *f)
{
	struct view v = { 0 };
	static const char *const lead[] = { "namens ", "t.b.v. ", "tbv ", "ten behoeve van ", "uit naam van ", "op verzoek van ", "inzake mijn cli\xc3\xabnt", "on behalf of ", "im namen von ", "im auftrag von ", NULL };
	static const char *const kins[] = { "voor", "betreft", "betr", "betreffende", "inzake", "over", "dossier", "klacht", "for", "about", "regarding", "f\xc3\xbcr", "wegen", NULL };	/* with "mijn vader" behind it */
	if (!f->m->subject)
		return false;
	size_t n = strnlen(f->m->subject, 500), unused;
	char low[512];
	for (size_t i = 0; i < n; i++)
		low[i] = f->m->subject[i] >= 'A' && f->m->subject[i] <= 'Z' ? (char)(f->m->subject[i] + 32) : f->m->subject[i];
	low[n] = '\0';
	v.text = (char *)f->m->subject;	/* only read */
	v.low = low;
	v.n = n;
	size_t sure = view_phrase(&v, 0, n, lead), end = sure ? sure : view_phrase(&v, 0, n, kins);
	struct step k = skip(v.text, n, end);
	bool former = memmem(low + end, k.at - end, " ex", 3) != NULL;
	if (!end || (!sure && !(k.kin && k.mine && !former)))	/* "Klacht inzake mijn ex-man" is about him */
		return false;
	bool title;
	size_t stop = client_name_end(v.text, n, k.at, &title);
	struct person p;
	f->represents = sure && (k.kin || title);
	if (f->trade && client_firm(f, &v, (struct span){ k.at, n }, "subject"))
		return true;
	if (stop == k.at || person_is_organisation(v.text + k.at, stop - k.at) || !person_read(v.text + k.at, stop - k.at, PERSON_LINE, &p, &unused) || p.score < 0.6)
		return false;
	fields_put(f, &f->r->on_behalf_of, p.name, strlen(p.name));
	fields_evidence(f, "on_behalf_of", "subject", v.text, n, 0.85);
	return true;
}

/* The subject said "namens mijn buurman", the text says "mijn buurman, de heer Zhang Wei". */
static bool kin_named(struct reading *f, const struct view *v)
{
	static const char *const mine[] = { "mijn", "onze", "my", "meine", "meiner", NULL };
	return phrase_in(f, v, mine, false);
}

/* A professional names one titled person who is not of the agency: that is the client. */
static bool titled_client(struct reading *f, const struct view *v)
{
	static const char *const titles[] = { "de heer", "dhr.", "dhr", "mevrouw", "mevr.", "mw.", "mevr", "mw", NULL };
	static const char *const theirs[] = { "uw medewerker", "uw medewerkster", "uw collega", "geachte", "beste", "van uw", "jullie collega", "sprak", "gesproken met", "belde", "contact met", "telefoongesprek met", "t.a.v.", "behandelaar", NULL };
	size_t best = v->n;
	for (const char *const *t = titles; *t; t++) {
		size_t k = strlen(*t);
		for (size_t p = 0; p + k < v->n;) {
			const char *hit = view_find(v, p, v->n, *t, k);
			if (!hit)
				break;
			size_t at = (size_t)(hit - v->low);
			p = at + k;
			const struct view_line *l = &v->line[view_line_of(v, at)];
			bool whole = (at == 0 || !glyph_wordish(v->low[at - 1])) && !glyph_wordish(v->low[p]);
			bool yours = view_phrase(v, at > 9 ? at - 9 : 0, at, (const char *const[]){ "uw", "jullie", "your", "ihr", "ihre", NULL });
			bool title, others = client_of_others(v, client_name_end(v->text, v->n, at, &title));
			if (!whole || yours || others || l->below || l->role == ROLE_GREETING || at >= best || view_phrase(v, view_sentence(v, at), at, theirs))
				continue;
			best = at;
		}
	}
	return best < v->n && client_at(f, v, best, v->n, true);
}

static bool labelled(struct reading *f)
{
	struct span at;
	struct person p;
	size_t unused;
	struct span by;	/* "Klacht van: X / Ingediend door: Y" */
	bool both = view_label(&f->own, FIELD_BY, &by) && view_label(&f->own, FIELD_OF, &at);
	if ((!both && !view_label(&f->own, FIELD_CLIENT, &at)) || at.end - at.at > 80)
		return false;
	if (!person_read(f->own.text + at.at, at.end - at.at, PERSON_LINE, &p, &unused) || p.score < 0.5)
		return client_at(f, &f->own, at.at, at.end, true);	/* "mijn vader, Sjoerd Hoekstra" */
	fields_put(f, &f->r->on_behalf_of, p.name, strlen(p.name));
	fields_evidence(f, "on_behalf_of", f->form ? "form" : "label", f->own.text + at.at, at.end - at.at, 0.95);
	f->client = at;
	return true;
}

/* "mevrouw G. Postma-Dijkstra, Hereweg 301, 9721 AG Groningen. ": what stands up to the sentence's end is the client's. */
static void widen(struct reading *f)
{
	if (f->client.at == f->client.end)
		return;
	size_t end = view_sentence_end(&f->own, f->client.end), i = view_line_of(&f->own, f->client.at) + 1;
	while (i < f->own.n_lines && f->own.line[i].label == FIELD_NONE)	/* a form's next field is not about him */
		i++;
	f->client.end = i < f->own.n_lines && f->own.line[i].at.at < end && f->own.line[i].at.at > f->client.end ? f->own.line[i].at.at : end;
}

void fields_behalf(struct reading *f)
{
	struct hunt h;
	client_listen(f, &h);
	bool professional = client_professional(&h);
	f->trade = professional || f->header_organisation;
	if (labelled(f)) {	/* its line and no more: "Ingediend door:" may stand below */
		f->represents = true;
		return;
	}
	f->represents = client_said(&h) || in_subject(f) || client_cared(&h) || (f->represents && kin_named(f, &f->own)) || (professional && titled_client(f, &f->own)) || client_signed(&h) || f->represents;
	if (f->r->on_behalf_of)
		widen(f);
}
