/* Which numbers are dossiers? Labelled ones in the sender's own words and the subject; then unlabelled ones that look as the house style does; then
 * what older words and the names of attachments say. A place further down is only asked when the ones above it are silent. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "parsers/fields/fields_inner.h"
#include "parsers/glyph.h"

#define CANDIDATES_MAX 64
#define RANGE_MAX 20
#define OTHERS_MAX 32

struct found {
	struct dossier_candidate c;
	const char *s;			/* the text it stands in */
	size_t n;
	const char *from;
	double confidence;
	bool strong, subject;
	bool note;			/* not of the mail that is passed on: of who does it */
};

struct harvest {
	size_t n, n_others, n_writers;
	struct found found[CANDIDATES_MAX];
	char other[OTHERS_MAX][16];	/* said to be something else */
	char writers[OTHERS_MAX][16];	/* "ons kenmerk": said to be the writer's own */
};

/* The digits of a number that people here could have: 7 digits of the 2000000s, or a year of this century and a counter. The configuration's pattern
 * decides what can be one at all; this only weighs those without a label. */
static bool plausible(const struct dossier_candidate *c)
{
	size_t n = strlen(c->digits);
	if (c->date_like || (c->joined && !c->tidy) || !c->house_style)
		return false;
	if (n == 8)
		return strncmp(c->digits, "20", 2) == 0 && c->digits[2] >= '1' && c->digits[2] <= '4';
	return n == 7 && c->digits[0] == '2';
}

/* "niet 2604817 maar 2604818", "niet om dossier 2604817, maar om ...", "in plaats van 2604817": the writer says which one it is not. */
static bool denied(const char *s, size_t n, const struct dossier_candidate *c)
{
	static const char lead[] = " met om over het de in aan bij dossier dossiernummer dossiernr zaak zaaknummer nummer nr uw mijn file case number about the ";
	size_t p = c->where.at, q = c->where.end;
	bool no = false, instead = false, other = false;
	for (int words = 0; words < 6 && p > 0 && !no && !instead; words++) {
		while (p > 0 && strchr(" \n(\":", s[p - 1]))
			p--;
		size_t end = p;
		char f[24];
		while (p > 0 && glyph_wordish(s[p - 1]))
			p--;
		if (end == p || end - p >= sizeof f)
			break;
		glyph_fold_text(s + p, end - p, f, sizeof f);
		no = glyph_listed(" niet not nicht geen nie ", f);
		size_t b = p;
		while (b > 0 && strchr(" (", s[b - 1]))
			b--;
		bool and = b > 3 && strncasecmp(s + b - 3, " en", 3) == 0;
		other = other || (no && b > 0 && (and || (words == 0 && s[b - 1] == ',')));	/* "dossier 2604817, niet 2604818", "en niet met nummer ..." */
		instead = strcmp(f, "van") == 0 && p >= 10 && strncasecmp(s + p - 10, "in plaats ", 10) == 0;
		if (!glyph_listed(lead, f))
			break;
	}
	while (q < n && !glyph_wordish(s[q]) && s[q] != '.' && s[q] != '\n')
		q++;
	bool but = n - q >= 4 && (strncasecmp(s + q, "maar", 4) == 0 || strncasecmp(s + q, "wel ", 4) == 0 || strncasecmp(s + q, "but ", 4) == 0 || strncasecmp(s + q, "sond", 4) == 0);
	return (no && but) || instead || other;
}

/* A number that its label calls something else ("ticket 20264417") is none of ours where it stands without one. */
static void note_other(struct harvest *h, const char *digits)
{
	if (h->n_others < OTHERS_MAX)
		memcpy(h->other[h->n_others++], digits, sizeof h->other[0]);
}

static bool listed(const char (*list)[16], size_t n, const char *digits)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i], digits) == 0)
			return true;
	return false;
}

static void note_writers(struct harvest *h, const char *digits)
{
	if (h->n_writers < OTHERS_MAX)
		memcpy(h->writers[h->n_writers++], digits, sizeof h->writers[0]);
}

/* "[Case #20269981] Klacht", "[TA:20260871]": the tag of the writer's own helpdesk or office. */
static bool ticket_tag(const char *s, const struct dossier_candidate *c)
{
	size_t p = c->where.at;
	if (p < 2 || !(s[p - 1] == '#' || (s[p - 1] == ':' && glyph_wordish(s[p - 2]) && c->label < LABEL_REFERENCE)))
		return false;
	while (p > 0 && c->where.at - p < 20 && s[p - 1] != '[')
		p--;
	return p > 0 && s[p - 1] == '[' && s[c->where.end] == ']';
}

static void collect(struct reading *f, struct harvest *h, const char *s, size_t n, const char *from, bool agency, bool subject)
{
	struct dossier_candidate c;
	size_t at = 0;
	while (h->n < CANDIDATES_MAX && recognise_dossier(f->dossiers, s, n, at, &c)) {
		at = c.where.end;
		c.doubtful = c.doubtful || (subject && ticket_tag(s, &c));
		if (c.label == LABEL_NOT)
			note_other(h, c.digits);
		/* "ons dossier" of a debtor is ours, of a lawyer his */
		c.writers_own = c.writers_own || (f->trade && f->represents && c.mine && !c.yours);
		if (c.writers_own && !agency && !f->form)
			note_writers(h, c.digits);
		if (c.label == LABEL_NOT || (c.writers_own && !agency && !f->form) || denied(s, n, &c))
			continue;
		bool strong = c.label == LABEL_DOSSIER || c.label == LABEL_REFERENCE || (c.label == LABEL_WEAK && c.yours && c.house_style && !c.date_like);
		double confidence = c.label == LABEL_DOSSIER ? 0.98 : c.label == LABEL_REFERENCE ? 0.93 : plausible(&c) ? (subject ? 0.85 : 0.75) : 0.3;
		if (strong && !c.house_style)
			confidence -= 0.1;
		if (c.doubtful) {
			strong = false;
			confidence = plausible(&c) ? 0.6 : 0.3;
		}
		h->found[h->n++] = (struct found){ c, s, n, from, confidence, strong, subject, s == f->m->note || (f->m->carrier && s == f->m->carrier->subject) };
	}
}

static void add(struct reading *f, const struct found *x)
{
	char quote[120];
	size_t at = x->c.label_at.end > x->c.label_at.at && x->c.label_at.at < x->c.where.at && x->c.where.at - x->c.label_at.at < 60 ? x->c.label_at.at : x->c.where.at;
	size_t end = x->c.label_at.at > x->c.where.end ? x->c.label_at.end : x->c.where.end;
	(void)snprintf(quote, sizeof quote, "%.*s", (int)(end - at > 100 ? x->c.where.end - x->c.where.at : end - at), x->s + (end - at > 100 ? x->c.where.at : at));
	for (char *p = quote; *p; p++)
		*p = *p == '\n' ? ' ' : *p;
	struct evidence e = { .from = f->m->carrier && !x->note ? "forwarded" : x->from, .quote = quote, .confidence = x->confidence };
	int result = record_add_dossier(f->r, x->c.digits, &e);
	if (result == PARSE_NOMEM)
		f->result = result;
}

/* "2604817 t/m 2604819": the numbers between count as well, when they are few. */
static void add_range(struct reading *f, const struct found *a, const struct found *b)
{
	static const char *const words[] = { "t/m", "tm", "tot en met", "through", "up to and including", "bis" };
	if (a->s != b->s || b->c.where.at < a->c.where.end || b->c.where.at - a->c.where.end > 24 || strlen(a->c.digits) != strlen(b->c.digits))
		return;
	size_t p = a->c.where.end, k = b->c.where.at - p;
	bool range = false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		for (size_t j = 0; j + strlen(words[i]) <= k; j++)
			range = range || strncasecmp(a->s + p + j, words[i], strlen(words[i])) == 0;
	unsigned long from = 0, to = 0;
	for (size_t i = 0; a->c.digits[i]; i++) {
		from = from * 10 + (unsigned long)(a->c.digits[i] - '0');
		to = to * 10 + (unsigned long)(b->c.digits[i] - '0');
	}
	if (!range || to <= from || to - from > RANGE_MAX)
		return;
	for (unsigned long v = from + 1; v < to; v++) {
		struct found between = *a;
		(void)snprintf(between.c.digits, sizeof between.c.digits, "%0*lu", (int)strlen(a->c.digits), v % 1000000000000000);
		between.confidence = 0.7;
		add(f, &between);
	}
	fields_review(f, "dossier-range", "dossier_numbers", "the mail names a range of dossiers; those between were filled in");
}

/* "dossiers 2604817/18/20": short ends that count on from the number before them, behind a plural. */
static void add_tails(struct reading *f, const struct found *x)
{
	static const char plurals[] = " dossiers dossiernummers dossiernrs zaken zaaknummers zaaknrs files cases nummers kenmerken akten aktes ";
	char label[32];
	size_t k = strlen(x->c.digits), p = x->c.where.end;
	if (x->c.label_at.end - x->c.label_at.at >= sizeof label || k != 7)
		return;
	glyph_fold_text(x->s + x->c.label_at.at, x->c.label_at.end - x->c.label_at.at, label, sizeof label);
	if (!glyph_listed(plurals, label))
		return;
	struct found next = *x;
	for (int i = 0; i < 10 && p + 1 < x->n && x->s[p] == '/'; i++) {
		size_t d = 0;
		while (p + 1 + d < x->n && glyph_digit(x->s[p + 1 + d]) && d < 4)
			d++;
		if (d == 0 || d > 3)
			return;
		memcpy(next.c.digits + k - d, x->s + p + 1, d);
		if (strcmp(next.c.digits, x->c.digits) <= 0)
			return;
		next.confidence = 0.8;
		add(f, &next);
		p += 1 + d;
	}
}

static bool other_digits(const struct harvest *h, const struct found *x, bool (*is)(const struct found *))
{
	for (size_t i = 0; i < h->n; i++)
		if (is(&h->found[i]) && strcmp(h->found[i].c.digits, x->c.digits) != 0)
			return true;
	return false;
}

static bool is_yours(const struct found *x)
{
	return x->strong && x->c.yours;
}

/* Behind a label that nobody calls his own. */
static bool is_theirs(const struct found *x)
{
	return x->strong && !x->c.mine;
}

static bool is_certain(const struct found *x)
{
	return x->strong && !x->c.date_like && !x->c.mine;
}

/* "Zaaknr. 26071182, uw dossier 2627718": who writes for others and calls one file ours keeps the other one, by another name, himself. */
static bool office_file(const struct reading *f, const struct harvest *h, const struct found *x)
{
	char mine[40], yours[40];
	struct span at = x->c.label_at;
	if (!(f->represents || f->header_organisation) || !x->strong || x->c.yours || at.end - at.at >= sizeof mine)
		return false;
	glyph_fold_text(x->s + at.at, at.end - at.at, mine, sizeof mine);
	bool other = false;
	for (size_t i = 0; i < h->n; i++) {
		const struct found *y = &h->found[i];
		at = y->c.label_at;
		if (!is_yours(y))
			continue;
		if (strcmp(y->c.digits, x->c.digits) == 0 || at.end - at.at >= sizeof yours)
			return false;
		glyph_fold_text(y->s + at.at, at.end - at.at, yours, sizeof yours);
		if (strncmp(mine, yours, 4) == 0)
			return false;
		other = true;
	}
	return other;
}

/* "Vermeld bij uw reactie zaaknummer 20260311": an office asks to have its own number back. */
static bool wanted_back(const struct reading *f, const struct found *x)
{
	static const char *const mention[] = { "vermeld", "quote", "angeb", "mention" }, *const when[] = { "reactie", "antwoord", "correspondentie", "reply", "respon", "antwort" };
	char around[200];
	size_t from = x->c.where.at > 90 ? x->c.where.at - 90 : 0, to = x->n - x->c.where.end > 60 ? x->c.where.end + 60 : x->n;
	bool asked = false, replying = false;
	if (!(f->trade || f->represents) || x->c.yours || to - from >= sizeof around)
		return false;
	for (size_t p = x->c.where.at; p > from; p--)	/* its own sentence, its own line */
		if (strchr("\n!?", x->s[p - 1]) || (x->s[p - 1] == '.' && x->s[p] == ' '))
			from = p;
	for (size_t p = x->c.where.end; p < to; p++)
		if (strchr("\n.!?", x->s[p]))
			to = p;
	memcpy(around, x->s + from, to - from);
	around[to - from] = '\0';
	for (size_t i = 0; i < sizeof mention / sizeof *mention; i++)
		asked = asked || strcasestr(around, mention[i]);
	for (size_t i = 0; i < sizeof when / sizeof *when; i++)
		replying = replying || strcasestr(around, when[i]);
	return asked && replying;
}

/* Beside "uw kenmerk 2612450" the number behind "mijn dossier" is the writer's own file; beside a number with a label, "ref. 20260203" is a date. */
static bool writers(const struct reading *f, const struct harvest *h, const struct found *x)
{
	bool mine = x->c.mine && !x->c.yours && other_digits(h, x, x->c.label == LABEL_DOSSIER ? is_yours : is_theirs);
	return mine || office_file(f, h, x) || (wanted_back(f, x) && other_digits(h, x, is_theirs)) || (x->c.date_like && x->c.label != LABEL_DOSSIER && other_digits(h, x, is_certain));
}

/* What is the writer's in one place is so in every other: "Zaaknr. 26071182" in the subject, "ons zaaknummer 26071182" below. */
static void drop_writers(const struct reading *f, struct harvest *h)
{
	size_t out = 0;
	for (size_t i = 0; i < h->n; i++)
		if (writers(f, h, &h->found[i]))
			note_writers(h, h->found[i].c.digits);
	bool drop[CANDIDATES_MAX];	/* each is judged beside all the others */
	for (size_t i = 0; i < h->n; i++) {
		const struct found *x = &h->found[i];
		bool known = listed(h->writers, h->n_writers, x->c.digits) && !x->c.yours && other_digits(h, x, is_theirs);
		drop[i] = known || writers(f, h, x);
	}
	for (size_t i = 0; i < h->n; i++)
		if (!drop[i])
			h->found[out++] = h->found[i];
	h->n = out;
}

/* Takes the strong ones, else the plausible ones. Returns how many. */
static size_t take(struct reading *f, struct harvest *h)
{
	size_t strong = 0, taken = 0;
	drop_writers(f, h);
	for (size_t i = 0; i < h->n; i++)
		strong += h->found[i].strong;
	for (size_t i = 0; i < h->n; i++) {
		const struct found *x = &h->found[i];
		/* beside labelled ones an unlabelled number counts only when it looks the same and the sender put it there alone */
		bool dotted = x->c.tidy && memchr(x->s + x->c.where.at, '.', x->c.where.end - x->c.where.at);	/* "26.20.477" is written as ours are */
		bool year = (x->c.joined && !dotted) || strncmp(x->c.digits, "20", 2) == 0;	/* "2026004" is how invoices are counted */
		bool ok = x->strong || (plausible(&x->c) && !listed(h->other, h->n_others, x->c.digits) && !(x->c.doubtful && strong) && (strong == 0 || x->c.label == LABEL_WEAK || x->subject || (strlen(x->c.digits) == 7 && !year)));
		if (!ok)
			continue;
		add(f, x);
		taken++;
		add_tails(f, x);
		if (i + 1 < h->n)
			add_range(f, x, &h->found[i + 1]);
	}
	if (taken && strong == 0 && h->found[0].confidence < 0.8)
		fields_review(f, "dossier-without-label", "dossier_numbers", "the number stands in the mail without saying that it is a dossier");
	return taken;
}

/* Older words: what the agency wrote may say "ons kenmerk", what others wrote may not. */
static void collect_history(struct reading *f, struct harvest *h)
{
	bool agency = false;
	for (size_t i = 0; i < f->w->n_older; i++)
		agency = agency || f->w->older[i].by_agency;
	collect(f, h, f->history.text, f->history.n, "quoted", agency, false);
	for (size_t i = 0; i < f->w->n_older; i++)
		if (f->w->older[i].subject)
			collect(f, h, f->w->older[i].subject, strlen(f->w->older[i].subject), "quoted", agency, true);
}

static void collect_attachments(struct reading *f, struct harvest *h)
{
	for (size_t i = 0; i < f->m->n_parts && i < 50; i++)
		if (f->m->parts[i].name)
			collect(f, h, f->m->parts[i].name, strlen(f->m->parts[i].name), "attachment", true, true);
}

static void collect_attached(struct reading *f, struct harvest *h)
{
	const struct message *a = f->m->attached;
	if (!a)
		return;
	if (a->subject)
		collect(f, h, a->subject, strlen(a->subject), "attachment", true, true);
	if (a->text)
		collect(f, h, a->text, strnlen(a->text, 64u << 10), "attachment", true, false);
}

/* What who passes the mail on says of it: "uw dossier 2604817". */
static void collect_carrier(struct reading *f, struct harvest *h)
{
	const struct message *c = f->m->carrier;
	if (!c)
		return;
	collect(f, h, f->m->note, strlen(f->m->note), "body", false, false);
	if (c->subject)
		collect(f, h, c->subject, strlen(c->subject), "subject", true, true);
}

/* The number behind "Dossiernummer:" of a form needs no other label, even with what people write around it. */
static void collect_form(struct reading *f, struct harvest *h)
{
	for (size_t i = 0; i < f->own.n_lines; i++) {
		const struct view_line *l = &f->own.line[i];
		if (l->label != FIELD_DOSSIER || l->value.at >= l->value.end)
			continue;
		if (!f->form && l->at.end - l->at.at > 5 && (memcmp(f->own.low + l->at.at, "ons ", 4) == 0 || memcmp(f->own.low + l->at.at, "onze ", 5) == 0))	/* the writer's own */
			continue;
		size_t before = h->n;
		collect(f, h, f->own.text + l->value.at, l->value.end - l->value.at, f->form ? "form" : "label", false, false);
		for (size_t k = before; k < h->n; k++) {
			h->found[k].strong = true;
			h->found[k].confidence = 0.98;
		}
	}
}

static bool answers(const char *subject)
{
	static const char *const marks[] = { "re:", "aw:", "antw:", "antwoord:", "betr:", "fw:", "fwd:", "wg:", "odp:", "ynt:", "re " };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strncasecmp(subject, marks[i], strlen(marks[i])) == 0)
			return true;
	return false;
}

static void find(struct reading *f, struct harvest *h)
{
	collect_form(f, h);
	collect(f, h, f->own.text, f->own.n, f->form ? "form" : "body", false, false);
	if (f->m->subject)	/* "ons kenmerk" in a subject is ours only where the mail answers us */
		collect(f, h, f->m->subject, strlen(f->m->subject), "subject", answers(f->m->subject), true);
	if (take(f, h))
		return;
	size_t doubtful = h->n;
	if (f->m->other_text) {
		h->n = 0;
		collect(f, h, f->m->other_text, strnlen(f->m->other_text, 64u << 10), "body", true, false);
		size_t strong = 0;
		for (size_t i = 0; i < h->n; i++)
			if (h->found[i].strong)
				h->found[strong++] = h->found[i];
		h->n = strong;
		if (take(f, h))
			return;
	}
	h->n = 0;
	collect_history(f, h);
	if (take(f, h))
		return;
	h->n = 0;
	collect_carrier(f, h);
	if (take(f, h))
		return;
	h->n = 0;
	collect_attachments(f, h);
	collect_attached(f, h);
	if (take(f, h))
		return;
	if (doubtful)
		fields_review(f, "dossier-uncertain", "dossier_numbers", "there is a number of the right length, but nothing says that it is a dossier");
	else
		fields_review(f, "no-dossier-number", "dossier_numbers", "the mail names no dossier number");
}

void fields_dossiers(struct reading *f)
{
	struct harvest *h = malloc(sizeof *h);	/* not on the stack, whose every page a child would copy */
	if (!h) {
		f->result = PARSE_NOMEM;
		return;
	}
	h->n = h->n_others = h->n_writers = 0;
	find(f, h);
	free(h);
}
