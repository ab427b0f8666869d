#include "parsers/letter/letter_dossier.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "parsers/fields/recognise.h"

#define GUESSED 30	/* confidence of a reading that is none */
#define WELL_READ 85	/* mean confidence of a page on which no number is likely to be lost */
#define MOST 24		/* candidates of a letter; further ones are of no use to anybody */

/* The letter as one text, so that a label finds its number across lines and cells, and the way back to the lines. */
struct flat {
	char *text;
	size_t n;
	struct piece {
		size_t from, at;	/* in text; in line->text */
		size_t n;
		const struct letter_line *line;
	} *piece;
	size_t pieces;
};

enum claim { CLAIM_NONE, CLAIM_BARE, CLAIM_WEAK, CLAIM_REFERENCE, CLAIM_OURS };

struct candidate {
	struct dossier_candidate d;
	struct find find;
	bool repaired;
	bool cited;		/* stands between quotation marks: whose words and whose number it is, is not said */
	enum claim claim;
};

static void put(struct flat *f, const char *s, size_t n)
{
	memcpy(f->text + f->n, s, n);
	f->n += n;
}

static bool put_line(struct flat *f, const struct letter_line *l, size_t at, struct arena *a)
{
	char *mended = mend_digits(l->text + at, l->n - at, a);
	if (!mended)
		return false;
	f->piece[f->pieces++] = (struct piece){ f->n, at, l->n - at, l };
	put(f, mended, l->n - at);
	return true;
}

/* What parts an entry from the one above: a line feed where text runs on, an empty line where another thing begins. An answer on the form runs on below
 * itself, wherever on the page it stands. */
static const char *parting(const struct finder *x, const struct letter_line *before, const struct entry *e)
{
	const struct letter_line *l = e->line;
	if (before->leaf == l->leaf && before->s->row == l->s->row)
		return " | ";
	/* a line of running text that begins with "dossier" goes on with the one above */
	if (before->zone == ZONE_BODY && l->zone == ZONE_BODY && !x->e->form && before->s->box.x1 > 0.6 * l->leaf->layout.width && l->s->gap <= 0.9)
		return "\n";
	bool answer = x->e->form && before->leaf == l->leaf && fabs(before->s->box.x0 - l->s->box.x0) < l->s->size;
	return (l->zone != ZONE_BODY && !answer) || l->s->gap > 0.9 || e->label != PAPER_NONE ? "\n\n" : "\n";
}

static int flatten(const struct finder *x, struct flat *ret)
{
	struct flat f = { 0 };
	size_t bytes = 1;
	for (size_t i = 0; i < x->e->n; i++)
		bytes += (x->e->entry[i].line ? x->e->entry[i].line->n : 0) + (x->e->entry[i].label_line ? x->e->entry[i].label_line->n : 0) + 6;
	f.text = arena_alloc(x->c->arena, bytes);
	f.piece = arena_alloc(x->c->arena, (x->e->n + 1) * sizeof *f.piece);
	if (!f.text || !f.piece)
		return PARSE_NOMEM;
	const struct letter_line *before = NULL;
	for (size_t i = 0; i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		if (!e->line)
			continue;
		if (before) {
			const char *part = parting(x, before, e);
			put(&f, part, strlen(part));
		}
		if (e->label_line && e->label_line != e->line) {	/* beside its value, or above it */
			put(&f, e->label_line->text, e->label_line->n);
			put(&f, ": ", 2);
		}
		if (!put_line(&f, e->line, e->cell ? e->at : 0, x->c->arena))
			return PARSE_NOMEM;
		before = e->line;
	}
	f.text[f.n] = '\0';
	*ret = f;
	return PARSE_OK;
}

static const struct piece *piece_of(const struct flat *f, size_t at)
{
	for (size_t i = f->pieces; i-- > 0;)
		if (f->piece[i].from <= at)
			return at < f->piece[i].from + f->piece[i].n ? &f->piece[i] : NULL;
	return NULL;
}

/* "Inzake: klacht 2600842": the subject's own word for the letter is no label of another kind of number. */
static void subject_word(const struct flat *f, struct dossier_candidate *d)
{
	size_t n = d->label_at.end - d->label_at.at;
	if (d->label == LABEL_NOT && d->house_style && n == 6 && strncasecmp(f->text + d->label_at.at, "klacht", 6) == 0)
		d->label = LABEL_WEAK;
}

/* "uw kenmerk" and "uw nummer" say as much as "dossier"; a bare "kenmerk" may be the writer's own. */
static enum claim claim_of(const struct dossier_candidate *d)
{
	if (d->label == LABEL_DOSSIER || (d->yours && d->label >= LABEL_WEAK))
		return CLAIM_OURS;
	if (d->label == LABEL_REFERENCE)
		return CLAIM_REFERENCE;
	return !d->house_style || d->date_like ? CLAIM_NONE : d->label == LABEL_WEAK ? CLAIM_WEAK : CLAIM_BARE;
}

static size_t paragraph(const struct flat *f, size_t at)
{
	while (at > 1 && !(f->text[at - 1] == '\n' && f->text[at - 2] == '\n'))
		at--;
	return at > 1 ? at : 0;
}

static bool cited(const struct flat *f, size_t at)
{
	size_t marks = 0;
	for (size_t i = paragraph(f, at); i < at; i++)
		marks += f->text[i] == '"';
	return marks % 2 && memchr(f->text + at, '"', f->n - at);
}

/* "zaaknummer 1098765 CV EXPL 26-441", "bij de kantonrechter onder nummer ...": a court's. */
static bool of_a_court(const struct flat *f, const struct dossier_candidate *d)
{
	static const char *const courts[] = { "rechtbank", "kantonrechter", "gerechtshof", "rolnummer" };
	static const char *const codes[] = { "CV ", "CV-", "EXPL", "VZ ", "HA ", "KG ", "EJ ", "OV ", "/ HA", "\\ CV" };
	const char *behind = f->text + d->where.end;
	behind += strspn(behind, " /");
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (strncmp(behind, codes[i], strlen(codes[i])) == 0)
			return true;
	if (d->yours || d->label != LABEL_DOSSIER || d->label_at.end - d->label_at.at < 4 || strncasecmp(f->text + d->label_at.at, "zaak", 4) != 0)
		return false;
	size_t from = d->label_at.at > 60 ? d->label_at.at - 60 : 0;
	for (size_t i = 0; i < sizeof courts / sizeof *courts; i++) {
		const char *p = strcasestr(f->text + from, courts[i]);
		if (p && p < f->text + d->label_at.at && !memchr(p, '\n', (size_t)(f->text + d->label_at.at - p)))
			return true;
	}
	return false;
}

/* "Mijn kenmerk: RdG/20251204": a person's own number begins with letters, or is the day's date. */
static bool own_shape(const struct flat *f, const struct dossier_candidate *d)
{
	size_t at = d->where.at;
	return d->date_like || (at > 1 && strchr("/-_.", f->text[at - 1]) && isalpha((unsigned char)f->text[at - 2]));
}

static size_t collect(const struct flat *f, const struct dossier_rules *rules, struct candidate *c)
{
	struct dossier_candidate d;
	size_t n = 0;
	for (size_t from = 0; n < MOST && recognise_dossier(rules, f->text, f->n, from, &d); from = d.where.end > from ? d.where.end : from + 1) {
		const struct piece *p = piece_of(f, d.where.at);
		subject_word(f, &d);
		if (!p || d.label == LABEL_NOT || d.where.end > p->from + p->n || of_a_court(f, &d))
			continue;
		/* the writer's own reference is no number of ours, except where the words are the agency's */
		if ((d.writers_own || (d.mine && own_shape(f, &d))) && !p->line->quoted)
			continue;
		struct candidate *k = &c[n];
		*k = (struct candidate){ .d = d, .claim = claim_of(&d), .cited = cited(f, d.where.at) };
		size_t at = p->at + d.where.at - p->from, end = p->at + d.where.end - p->from;
		find_set(&k->find, p->line, at, end, d.digits, strlen(d.digits), d.label >= LABEL_REFERENCE ? "label" : "body");
		k->repaired = memcmp(f->text + d.where.at, p->line->text + at, end - at) != 0;
		n++;
	}
	return n;
}

static size_t digits_only(const char *s, char *ret, size_t room)
{
	size_t n = 0;
	for (; *s && n + 1 < room; s++)
		if (isdigit((unsigned char)*s))
			ret[n++] = *s;
	ret[n] = '\0';
	return n;
}

static void confirm(const struct finder *x, struct candidate *k)
{
	char again[256];
	double conf;
	const struct find *f = &k->find;
	if (k->find.line->leaf->text_layer || (f->sure && !k->repaired) || !x->c->engine)
		return;
	const char *second = leaf_again(f->line->leaf, f->line->s, f->at, f->end, x->c->engine->ocr, NULL, x->c->arena, &conf);
	char *mended = second ? mend_digits(second, strlen(second), x->c->arena) : NULL;
	bool guessed = f->confidence < GUESSED && conf < WELL_READ;	/* the same guess made twice proves nothing */
	k->find.sure = mended && digits_only(mended, again, sizeof again) && strstr(again, k->d.digits) && !guessed;
	if (!guessed && (!k->find.sure || k->repaired))
		k->find.sure = find_digits_again(x, f, k->d.digits);
}

static int add(const struct finder *x, const struct candidate *k)
{
	struct evidence e = find_as_evidence(x, &k->find);
	int result = record_add_dossier(x->r, k->d.digits, &e);
	if (result == PARSE_OK && !k->find.sure)
		result = record_add_review(x->r, "dossier-number-unsure", "dossier_numbers", "The dossier number %s was not read with certainty.", k->d.digits);
	return result == PARSE_LIMIT ? PARSE_OK : result;
}

static int add_codes(const struct finder *x, const struct leaf *leaf, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < leaf[i].codes; k++) {
			char digits[16];
			const struct box *b = &leaf[i].code[k].box;
			if (!barcode_dossier(leaf[i].code[k].text, digits))
				continue;
			struct evidence e = { .from = "qr", .quote = leaf[i].code[k].text, .confidence = 1, .page = leaf[i].page,
					      .box = { b->x0, b->y0, b->x1, b->y1 } };
			int result = record_add_dossier(x->r, digits, &e);
			if (result != PARSE_OK && result != PARSE_LIMIT)
				return result;
		}
	return PARSE_OK;
}

/* A misreading of a number that the QR code gives with certainty is not another number. */
static bool known(const struct record *r, const char *digits, int slack)
{
	for (size_t i = 0; i < r->n_dossier_numbers; i++)
		if (edit_distance(r->dossier_numbers[i], strlen(r->dossier_numbers[i]), digits, strlen(digits), slack) <= slack)
			return true;
	return false;
}

/* "Dossiernummer: onbekend": whoever says so on the form has not written it elsewhere. */
static bool none_on_form(const struct finder *x)
{
	for (size_t i = 0; x->e->form && i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		if ((e->label == PAPER_DOSSIER || e->label == PAPER_REFERENCE) && e->line && !strpbrk(e->line->text + e->at, "0123456789"))
			return true;
	}
	return false;
}

/* The strongest claim. Beside a number with a claim a cited one has none, and beside "uw dossier" "ons dossier" is the writer's: theirs are taken away. */
static enum claim strongest(struct candidate *c, size_t n)
{
	bool plain = false, yours = false;
	enum claim best = CLAIM_NONE;
	for (size_t i = 0; i < n; i++) {
		plain = plain || (!c[i].cited && c[i].claim >= CLAIM_REFERENCE);
		yours = yours || (c[i].d.yours && c[i].claim == CLAIM_OURS);
	}
	for (size_t i = 0; i < n; i++) {
		if ((plain && c[i].cited) || (yours && c[i].d.mine))
			c[i].claim = CLAIM_NONE;
		best = c[i].claim > best ? c[i].claim : best;
	}
	return best;
}

static int choose(const struct finder *x, struct candidate *c, size_t n)
{
	bool coded = x->r->n_dossier_numbers > 0, none = none_on_form(x);
	enum claim best = strongest(c, n);
	bool weak = best < CLAIM_REFERENCE;
	size_t different = 0;
	const char *first = NULL;
	for (size_t i = 0; best && i < n; i++) {
		struct candidate *k = &c[i];
		if (k->claim != best || (coded && (weak || known(x->r, k->d.digits, 2))))
			continue;
		if (known(x->r, k->d.digits, 0))
			continue;
		different += !first || strcmp(first, k->d.digits) != 0;
		first = first ? first : k->d.digits;
		if (weak && different > 1)	/* two numbers with equal claim and no label: the first stays, a person decides */
			return record_add_review(x->r, "two-dossier-candidates", "dossier_numbers", "More than one number could be the dossier: %s and %s.",
						 first, k->d.digits);
		confirm(x, k);
		k->find.sure = k->find.sure && !(none && weak);
		if (add(x, k) != PARSE_OK)
			return PARSE_NOMEM;
	}
	return PARSE_OK;
}

/* Two numbers that differ in one digit are one number, read twice: both stay, and a person decides. */
static int twins(const struct finder *x, const struct candidate *c, size_t n)
{
	const struct record *r = x->r;
	for (size_t i = 0; i + 1 < n; i++)	/* "dossiers 2601988 en 2601989": side by side they are two */
		if (c[i].find.line == c[i + 1].find.line && strcmp(c[i].d.digits, c[i + 1].d.digits) != 0)
			return PARSE_OK;
	for (size_t i = 0; i < r->n_dossier_numbers; i++)
		for (size_t k = i + 1; k < r->n_dossier_numbers; k++)
			if (edit_distance(r->dossier_numbers[i], strlen(r->dossier_numbers[i]), r->dossier_numbers[k], strlen(r->dossier_numbers[k]), 1) <= 1)
				return record_add_review(x->r, "two-dossier-candidates", "dossier_numbers", "%s and %s may be one number, read in two ways.",
							 r->dossier_numbers[i], r->dossier_numbers[k]);
	return PARSE_OK;
}

#define BEHIND_LABEL 30		/* bytes behind a label in which its number stands */
#define NUMBER_DIGITS 4		/* so many are left even of a number that was read badly */

/* "Ons kenmerk: 18-7512" is the writer's and of another shape. */
static bool writers(const char *s, size_t at)
{
	static const char *const whose[] = { "ons ", "onze ", "mijn ", "our ", "my " };
	for (size_t i = 0; i < sizeof whose / sizeof *whose; i++)
		if (at >= strlen(whose[i]) && strncasecmp(s + at - strlen(whose[i]), whose[i], strlen(whose[i])) == 0)
			return true;
	return false;
}

/* Does a label of a dossier stand before digits that make no number of ours? */
static bool label_without_number(const struct flat *f)
{
	static const char *const labels[] = { "dossier", "kenmerk", "zaaknummer", "zaaknr", "referentie", "inzake", "reference" };
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		for (const char *p = f->text; (p = strcasestr(p, labels[i])); p++) {
			size_t digits = 0;
			if (writers(f->text, (size_t)(p - f->text)))
				continue;
			for (size_t k = 0; k < BEHIND_LABEL && p[k] && !(p[k] == '\n' && p[k + 1] == '\n'); k++)
				digits += isdigit((unsigned char)p[k]) != 0;
			if (digits >= NUMBER_DIGITS)
				return true;
		}
	return false;
}

/* A letter that was read well and names no number needs nobody: its receipt asks for it. A person looks where a number may have been overlooked. */
static int none_found(const struct finder *x, const struct flat *f, size_t candidates, const struct leaf *leaf, size_t n_leaf)
{
	bool doubt = candidates > 0 || label_without_number(f);
	for (size_t i = 0; i < n_leaf; i++)
		doubt = doubt || (leaf[i].state != LEAF_BLANK && (leaf[i].state != LEAF_READ || leaf[i].poor || (!leaf[i].text_layer && leaf[i].mean_confidence < WELL_READ)));
	return doubt ? record_add_review(x->r, "no-dossier-number", "dossier_numbers", "No dossier number was found, but one may stand in the letter.") : PARSE_OK;
}

/* "dossier 260/890": a slanting 7 is read as a stroke. Words of seven signs with one stroke inside; a second reading must agree. True: there was one. */
static bool slash_sevens(struct flat *f)
{
	bool any = false;
	for (size_t i = 0; i < f->n;) {
		size_t len = strcspn(f->text + i, " \n,;()");
		size_t digits = strspn(f->text + i, "0123456789");
		if (len == 7 && digits >= 1 && digits < 6 && f->text[i + digits] == '/' && strspn(f->text + i + digits + 1, "0123456789") == 6 - digits) {
			f->text[i + digits] = '7';
			any = true;
		}
		i += len + 1;
	}
	return any;
}

int dossier_find(const struct finder *x, const struct leaf *leaf, size_t n_leaf)
{
	struct flat f;
	struct candidate c[MOST];
	int result = add_codes(x, leaf, n_leaf);
	if (result == PARSE_OK)
		result = flatten(x, &f);
	const struct dossier_rules *rules = result == PARSE_OK ? dossier_rules_of(x->c->rules) : NULL;
	if (!rules)
		return result == PARSE_OK ? PARSE_NOMEM : result;
	size_t candidates = collect(&f, rules, c);
	if (strongest(c, candidates) < CLAIM_REFERENCE && slash_sevens(&f))
		candidates = collect(&f, rules, c);
	result = choose(x, c, candidates);
	if (result == PARSE_OK)
		result = twins(x, c, candidates);
	if (result == PARSE_OK && x->r->n_dossier_numbers == 0)
		result = none_found(x, &f, candidates, leaf, n_leaf);
	return result;
}
