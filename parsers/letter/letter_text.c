#include "parsers/letter/letter_text.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "parsers/letter/letter_ours.h"
#include "parsers/letter/letter_town.h"

#define CRUMB_CONFIDENCE 35
#define CRUMB_DIGITS 9
#define TORN 1.0		/* of a line's size: less white than between columns, where one row is read as two */
#define GLUED 0.24		/* less than any blank has */

static const char *const greetings[] = {
	"geachte", "geacht", "beste", "l.s.", "l.s", "ls", "mijne heren", "mijnheer", "mevrouw", "meneer", "waarde", "dear", "hallo", "hoi", "dag", "goedendag",
	"goedemorgen", "goedemiddag", "aan wie dit aangaat", "to whom it may concern", "hello", "heren", "sehr geehrte", "szanowni", "sayin",
};

static const char *const closings[] = {
	"met vriendelijke gr", "met vriendelijk gr", "met beleefde groet", "met hartelijke gr", "met de meeste hoogachting", "met hoogachting",
	"met groet", "met gr", "met verschuldigde hoogachting", "hoogachtend", "hoogachting", "vriendelijke gr", "hartelijke gr", "vriendelijk gr", "groeten", "groetjes", "groet", "gegroet",
	"mvg", "m.v.g", "yours faithfully", "yours sincerely", "yours truly", "sincerely", "kind regards", "best regards", "regards",
	"met collegiale groet", "mit freundlichen", "z powazaniem", "saygilarimla", "in afwachting van uw",
};

/* "In afwachting van uw antwoord, hoogachtend," opens a closing but is often a sentence of the body as well: short lines only. */
static bool matches(const struct letter_line *l, const char *const *with, size_t n, size_t longest)
{
	if (l->n > longest)
		return false;
	for (size_t i = 0; i < n; i++)
		if (begins_word(l->text, with[i]) || (begins(l->text, with[i]) && strlen(with[i]) > 9))
			return true;
	return false;
}

/* "Mevrouw J. de Wit" opens an address as well as a letter: a greeting ends in a mark, or names nobody. */
static bool is_name_line(const struct letter_line *l)
{
	static const char *const titles[] = { "mevrouw", "meneer", "mijnheer", "heren" };
	bool title = false;
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		title = title || begins_word(l->text, titles[i]);
	return title && strchr(l->text, ' ') && l->n && !strchr(",.!:;", l->text[l->n - 1]);
}

static bool is_greeting(const struct letter_line *l)
{
	return matches(l, greetings, sizeof greetings / sizeof *greetings, 60) && !is_name_line(l);
}

static bool is_closing(const struct letter_line *l)
{
	return matches(l, closings, sizeof closings / sizeof *closings, 60);
}

/* Of one line, torn where the paper was folded: b begins where a ends. */
static bool torn(const struct letter_line *a, const struct letter_line *b, double most)
{
	double white = b->s->box.x0 - a->s->box.x1;
	return a->leaf == b->leaf && a->s->row == b->s->row && white > -GLUED * a->s->size && white < most * a->s->size;
}

/* Running text: a line that is wide and has small words enough; an address line has hardly any. A torn line is as wide as its two parts. */
static bool is_running(const struct letter_text *t, size_t at)
{
	const struct letter_line *l = &t->line[at], *end = at + 1 < t->n && torn(l, l + 1, TORN) ? l + 1 : l;
	size_t small = 0, words = 0;
	for (const struct letter_line *part = l; part <= end; part++, words += part[-1].s->words)
		for (size_t i = 0; i < part->s->words; i++)
			small += islower((unsigned char)part->s->word[i].text[0]) != 0;
	return small >= 4 && words >= 7 && end->s->box.x1 - l->s->box.x0 > 0.4 * l->leaf->layout.width && !strchr(l->text, '@') && !strchr(end->text, '@');
}

/* Two rows of it, one below the other. */
static bool text_begins(const struct letter_text *t, size_t i)
{
	size_t next = i + 1 < t->n && torn(&t->line[i], &t->line[i + 1], TORN) ? i + 2 : i + 1;
	return is_running(t, i) && next < t->n && is_running(t, next);
}

static bool is_page_number(const struct letter_line *l)
{
	size_t digits = 0, letters = 0;
	if (l->n > 16)
		return false;
	if (begins_word(l->text, "pagina") || begins_word(l->text, "page") || begins_word(l->text, "blad"))
		return true;
	for (size_t i = 0; i < l->n; i++) {
		digits += isdigit((unsigned char)l->text[i]) != 0;
		letters += isalpha((unsigned char)l->text[i]) != 0 || (unsigned char)l->text[i] >= 0x80;
	}
	return letters == 0 && digits <= 2;	/* "- 2 -", and crumbs of rules and signatures */
}

/* The mailroom's stamp: "ONTVANGEN", and the date that stands below it. */
static bool is_stamp(const struct letter_text *t, size_t i)
{
	const struct letter_line *l = &t->line[i];
	if (l->n < 30 && (begins_word(l->text, "ontvangen") || begins_word(l->text, "ingekomen") || begins_word(l->text, "received")) && !strchr(l->text, '.'))
		return true;
	for (size_t k = i; k-- > 0 && k + 4 > i;)
		if (t->line[k].noise && t->line[k].n > 6 && l->s->size > 1.3 * t->line[0].s->size &&
		    fabs(l->s->box.x0 - t->line[k].s->box.x0) < 4 * l->s->size)
			return true;
	return false;
}

/* A short line that hardly could be read is a signature or a stain; neither looks like a telephone number. */
static bool is_crumb(const struct letter_line *l)
{
	size_t digits = 0;
	for (size_t i = 0; i < l->n; i++)
		digits += isdigit((unsigned char)l->text[i]) != 0;
	return l->s->confidence < CRUMB_CONFIDENCE && l->n < 16 && digits < CRUMB_DIGITS && !town_known(l->text);
}

/* ---- zones ---- */

static size_t find_greeting(const struct letter_text *t)
{
	for (size_t i = 0; i < t->n; i++) {
		if (t->line[i].noise)
			continue;
		if (is_greeting(&t->line[i]))
			return i;
		if (text_begins(t, i))
			return t->n;	/* running text began: what greets later is a quotation */
	}
	return t->n;
}

static size_t find_closing(const struct letter_text *t, size_t from)
{
	size_t found = t->n;
	for (size_t i = from; i < t->n; i++)
		if (!t->line[i].noise && is_closing(&t->line[i])) {
			/* two closings in a row ("In afwachting ..., hoogachtend") are one; a later one alone wins */
			if (found < t->n && i - found <= 2)
				continue;
			found = i;
		}
	return found;
}

static size_t end_of_head(const struct letter_text *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (!t->line[i].noise && is_running(t, i))
			return i;
	return t->n;
}

/* The usual white between the lines of a paragraph. */
static double running_gap(const struct letter_text *t)
{
	double least = 3;
	for (size_t i = 1; i < t->n; i++)
		if (is_running(t, i) && is_running(t, i - 1) && t->line[i].leaf == t->line[i - 1].leaf && t->line[i].s->gap < least)
			least = t->line[i].s->gap;
	return least < 3 ? least : 0.35;
}

/* Without a closing: short lines at the end that stand apart and do not end a sentence. */
static size_t start_of_foot(const struct letter_text *t, size_t from)
{
	size_t i = t->n;
	while (i > from) {
		const struct letter_line *l = &t->line[i - 1];
		bool sentence = l->n && strchr(".?!;,", l->text[l->n - 1]) && l->s->words > 3;
		if (!l->noise && (l->n > 50 || sentence || l->s->words > 7))
			break;
		i--;
	}
	/* the short last line of a paragraph: no further below than its lines lie apart */
	while (i < t->n && i > from && !t->line[i].noise && is_running(t, i - 1) && t->line[i].leaf == t->line[i - 1].leaf &&
	       t->line[i].s->gap < running_gap(t) + 0.25)
		i++;
	return i;
}

static void set_zones(struct letter_text *t)
{
	size_t g = find_greeting(t);
	t->greeting = g < t->n;
	size_t body = t->greeting ? g + 1 : end_of_head(t);
	size_t c = find_closing(t, body);
	t->closing = c < t->n;
	size_t foot = t->closing ? c + 1 : start_of_foot(t, body);
	for (size_t i = 0; i < t->n; i++)
		t->line[i].zone = t->greeting && i == g ? ZONE_GREETING : t->closing && i == c ? ZONE_CLOSING :
				  i < body ? ZONE_HEAD : i < (t->closing ? c : foot) ? ZONE_BODY : ZONE_FOOT;
}

int letter_text_make(const struct leaf *leaf, size_t n, const struct rules *rules, struct arena *a, struct letter_text *ret)
{
	struct letter_text t = { 0 };
	size_t room = 0;
	for (size_t i = 0; i < n; i++)
		room += leaf[i].state == LEAF_READ ? leaf[i].layout.n : 0;
	t.line = arena_alloc(a, (room + 1) * sizeof *t.line);
	if (!t.line)
		return PARSE_NOMEM;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; leaf[i].state == LEAF_READ && k < leaf[i].layout.n; k++) {
			const struct segment *s = &leaf[i].layout.segment[k];
			struct letter_line *l = &t.line[t.n++];
			*l = (struct letter_line){ .s = s, .leaf = &leaf[i], .text = s->text, .n = strlen(s->text) };
			l->noise = is_page_number(l) || is_stamp(&t, t.n - 1) || is_crumb(l);
		}
	bool *printed = ours_printed(&t, rules, a);
	if (!printed)
		return PARSE_NOMEM;
	set_zones(&t);
	ours_address(&t, rules);
	ours_take(&t, printed);
	*ret = t;
	return PARSE_OK;
}

/* ---- the body ---- */

static double usual_gap(const struct letter_text *t)
{
	double v[256];
	size_t n = 0;
	for (size_t i = 0; i < t->n && n < 256; i++)
		if (t->line[i].zone == ZONE_BODY && t->line[i].s->gap < 4)
			v[n++] = t->line[i].s->gap;
	if (n == 0)
		return 1;
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0 && v[k] < v[k - 1]; k--) {
			double swap = v[k];
			v[k] = v[k - 1];
			v[k - 1] = swap;
		}
	return v[n / 2];
}

static bool new_paragraph(const struct letter_line *before, const struct letter_line *l, double usual)
{
	/* a list that a sentence opens ("Ik verzoek u: 1. ...; 2. ...") is one with it */
	char last = before->text[before->n - 1];
	if ((last == ':' || last == ';') && (isdigit((unsigned char)l->text[0]) || strchr("-*", l->text[0]) || islower((unsigned char)l->text[0])))
		return false;
	if (before->leaf != l->leaf)
		return strchr(".!?:", before->text[before->n - 1]) != NULL;
	/* a line torn by a streak or a stain, or one whose sentence runs on */
	if (before->s->row == l->s->row || (islower((unsigned char)l->text[0]) && (isalpha((unsigned char)last) || last == ',') && l->s->words > 1))
		return false;
	return l->s->gap > usual + 0.3 || before->s->box.x1 < 0.6 * l->leaf->layout.width;
}

/* "lk vraag", "lemand", "lask you": a capital I read as an l. Before a consonant no word begins with an l; the others are named, and English verbs that lost the
 * blank behind their I get it back, where s has room. */
static size_t stroke_word(const char *s)
{
	static const char *const words[] = { "leder", "ledere", "ledereen", "lemand", "lets", "lers", "lJ" };
	static const char *const verbs[] = { "ask", "am", "have", "had", "want", "would", "will", "was", "request", "expect", "hope", "think", "do", "did", "demand", "never", "received", "called", "paid", "phoned" };
	size_t n = strcspn(s, " ,.:;!?\n");
	if (n < 2 || (s[0] != 'l' && s[0] != '|'))
		return 0;
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (strlen(verbs[i]) == n - 1 && strncmp(s + 1, verbs[i], n - 1) == 0)
			return 2;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == n && strncmp(s, words[i], n) == 0)
			return 1;
	return islower((unsigned char)s[1]) && !strchr("aeiouyj", s[1]);
}

static char *mend_strokes(const char *s, struct arena *a)
{
	char *r = arena_alloc(a, 2 * strlen(s) + 1);
	size_t to = 0;
	for (size_t i = 0; r && s[i]; i++) {
		size_t stroke = i == 0 || strchr(" \n\"(", s[i - 1]) ? stroke_word(s + i) : 0;
		r[to++] = stroke ? 'I' : s[i];
		if (stroke == 2)
			r[to++] = ' ';
	}
	return r;
}

/* The English "I" is read as a stroke: no Dutch or English word is a lone "|" or "l". */
static void mend_lone_i(char *s)
{
	for (size_t i = 0; s[i]; i++) {
		bool before = i == 0 || s[i - 1] == ' ' || s[i - 1] == '\n', after = !s[i + 1] || s[i + 1] == ' ' || s[i + 1] == '\n' || s[i + 1] == ',';
		if ((s[i] == '|' || s[i] == 'l') && before && after)
			s[i] = 'I';
	}
}

const char *letter_text_body(const struct letter_text *t, struct arena *a)
{
	size_t bytes = 1, at = 0;
	double usual = usual_gap(t);
	const struct letter_line *before = NULL;
	for (size_t i = 0; i < t->n; i++)
		bytes += t->line[i].n + 2;
	char *s = arena_alloc(a, bytes);
	if (!s)
		return NULL;
	for (size_t i = 0; i < t->n; i++) {
		const struct letter_line *l = &t->line[i];
		if (l->zone != ZONE_BODY || l->noise || l->n == 0)
			continue;
		if (before && at > 1 && s[at - 1] == '-' && islower((unsigned char)s[at - 2]) && islower((unsigned char)l->text[0]))
			at--;	/* a word broken at the line's end */
		else if (before && !(torn(before, l, GLUED) && islower((unsigned char)l->text[0])))
			s[at++] = new_paragraph(before, l, usual) ? '\n' : ' ';
		memcpy(s + at, l->text, l->n);
		at += l->n;
		before = l;
	}
	s[at] = '\0';
	mend_lone_i(s);
	return mend_strokes(s, a);
}
