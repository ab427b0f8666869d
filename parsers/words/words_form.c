/* Labels: a web form's mail ("Naam: ...", or the label on a line of its own with the value below), and labels that people type by hand.
 *
 * Three or more labels of different kinds make a form: then the description field alone is the sender's own text. Fewer are just lines with a label,
 * and everything else stays as it was.
 */
#include <string.h>
#include <strings.h>

#include "parsers/message/message.h"
#include "parsers/words/words_sheet.h"

/* "[tel_overdag] => 0235514470": a program's own names. Their kind, LABEL_OURS where the name says nothing, 0 where the line is none. */
static int bracket_kind(const struct line *l, size_t *ret_value)
{
	const char *close = l->n > 4 && l->s[0] == '[' ? memchr(l->s, ']', l->n < 60 ? l->n : 60) : NULL;
	if (!close)
		return 0;
	size_t end = (size_t)(close - l->s), p = end + 1;
	while (p < l->n && l->s[p] == ' ')
		p++;
	if (p >= l->n || (l->s[p] != '=' && l->s[p] != '-' && l->s[p] != ':'))
		return 0;
	while (p < l->n && strchr("=->: ", l->s[p]))
		p++;
	*ret_value = p;
	const char *name;
	int kind = form_label_kind(l->s + 1, end - 1, &name);
	return kind ? kind : LABEL_OURS;
}

/* "6. Wat is uw klacht?  De regeling werd afgewezen": a numbered question with its answer behind a gap. */
static int numbered_question(const struct line *l, size_t mark, const char **ret_name)
{
	char folded[160];
	size_t gap = mark + 1;
	while (gap < l->n && strchr(" \t|", l->s[gap]))
		gap++;
	if (l->s[0] < '1' || l->s[0] > '9' || mark > 75 || gap < mark + 3 || gap == l->n)
		return 0;
	return question_kind(folded, fold_into(l->s, mark, folded, NULL), ret_name);
}

/* "Bent u klant? Ja": a box that was ticked. */
static bool ticked(const struct line *l, size_t value)
{
	static const char *const ANSWERS[] = { "ja", "nee", "yes", "no", "nein" };
	for (size_t i = 0; i < sizeof ANSWERS / sizeof *ANSWERS; i++)
		if (l->n - value == strlen(ANSWERS[i]) && strncasecmp(l->s + value, ANSWERS[i], l->n - value) == 0)
			return true;
	return false;
}

/* Does this byte end a label? *ret_n: how many bytes belong to the mark. "=>", "->", and " = " between blanks. */
static bool ends_label(const struct line *l, size_t i, size_t *ret_n)
{
	static const bool ENDS[256] = { [':'] = true, ['\t'] = true, ['|'] = true, ['?'] = true };
	char next = i + 1 < l->n ? l->s[i + 1] : '\n';
	bool arrow = (l->s[i] == '=' || l->s[i] == '-') && next == '>';
	*ret_n = 1 + arrow;
	return arrow || ENDS[(unsigned char)l->s[i]] || (l->s[i] == '=' && next == ' ' && l->s[i - 1] == ' ');
}

/* "Label: value", "Label\tvalue", or the bare label. *ret_value: where the value starts, l->n when there is none on this line. */
static int label_of(const struct line *l, bool bare, size_t *ret_value, const char **ret_name)
{
	static const bool MAY_END[256] = { [' '] = true, [':'] = true, ['\t'] = true, ['|'] = true, ['?'] = true, ['='] = true, ['-'] = true };
	int bracket = bracket_kind(l, ret_value);
	*ret_name = NULL;
	if (bracket)
		return bracket;
	for (size_t i = 1; i < l->n && i <= 75; i++) {
		if (!MAY_END[(unsigned char)l->s[i]])
			continue;
		if (l->s[i] == ' ' && i + 1 < l->n && l->s[i + 1] == ' ') {	/* two columns */
			size_t value = i + strspn(l->s + i, " ");
			int kind = value < l->n ? form_label_kind(l->s, i, ret_name) : 0;
			while (value < l->n && strchr(" \t:", l->s[value]))	/* "oplossing     :" */
				value++;
			*ret_value = value;
			if (kind)
				return kind;
			i = value - 1;
			continue;
		}
		size_t mark;
		if (!ends_label(l, i, &mark))
			continue;
		int question = l->s[i] == '?' ? numbered_question(l, i, ret_name) : 0, kind = question ? question : form_label_kind(l->s, i, ret_name);
		size_t value = i + mark;
		while (value < l->n && strchr(" \t:|*", l->s[value]))
			value++;
		if (kind && (l->s[i] != '?' || bare || question)) {
			*ret_value = value;
			return kind;
		}
		if (bare && !kind && l->s[i] == '?' && ticked(l, value)) {
			*ret_value = value;
			return LABEL_OURS;
		}
		if (l->s[i] == ':')
			break;
	}
	*ret_value = l->n;
	return bare ? form_label_kind(l->s, l->n, ret_name) : 0;
}

/* A line of its own that cannot be a value: "--" and everything below it, where a form's program speaks. */
static bool delimiter(const struct line *l)
{
	size_t dashes = 0;
	while (dashes < l->n && (l->s[dashes] == '-' || l->s[dashes] == '_' || l->s[dashes] == '='))
		dashes++;
	return dashes >= 2 && dashes == l->n;
}

/* "From: Ahmed Yilmaz <ahmed@thuis.example>": a name and an address in one. */
static bool head_with_address(const struct line *l, size_t value)
{
	static const char *const HEADS[] = { "van", "from", "von", "afzender" };
	bool head = false;
	for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++)
		head = head || (l->n > strlen(HEADS[i]) && strncasecmp(l->s, HEADS[i], strlen(HEADS[i])) == 0 && l->s[strlen(HEADS[i])] == ':');
	return head && value < l->n && memchr(l->s + value, '@', l->n - value);
}

/* Did the address of our own form send it? */
static bool from_form(const struct sheet *s)
{
	const char *a = s->sender ? s->sender->address : NULL;
	for (size_t i = 0; a && i < s->rules->form_senders.n; i++)
		if (strcasecmp(a, s->rules->form_senders.text[i]) == 0)
			return true;
	return false;
}

/* Counts the labels with a colon (or tab) and bare ones; a form is three fields, or a description label and two. */
static bool is_form(const struct sheet *s)
{
	size_t n_fields = 0, n_text = 0, n_bare = 0;
	for (size_t i = 0; i < s->n; i++) {
		const char *name;
		size_t value;
		if (!sheet_own_line(s, i))
			continue;
		int kind = label_of(&s->line[i], false, &value, &name);
		if (kind == 0 && label_of(&s->line[i], true, &value, &name))
			n_bare++;
		n_fields += kind == LABEL_FIELD;
		n_fields += kind == LABEL_OURS && head_with_address(&s->line[i], value) ? 2 : 0;
		n_text += kind == LABEL_DESCRIPTION || kind == LABEL_RESOLUTION;
	}
	if (from_form(s))	/* our own form's mail is one, if it only has labels */
		return n_text >= 1 || n_fields + n_bare >= 2;
	return n_fields >= 3 ? n_text + n_bare > 0 : (n_fields + n_text + n_bare >= 4 || (n_fields >= 2 && n_text >= 1));
}

#define SIGNED_OFF 9	/* below the closing in a description */

static bool has_story(const struct sheet *s)
{
	const char *name;
	size_t value;
	for (size_t i = 0; s->form && i < s->n; i++)
		if (sheet_own_line(s, i) && label_of(&s->line[i], true, &value, &name) == LABEL_DESCRIPTION)
			return true;
	return false;
}

struct filler {
	int field;		/* the label whose value is being read; 0: none yet */
	size_t label;		/* its line */
	size_t column;		/* where its value starts on it, behind two blanks or more; else 0 */
	bool filled;		/* it has a line */
	bool story;		/* a label of this form is the description's: what no field claims is its program's */
	char *wanted;
	size_t wanted_n;
};

static void add_wanted(struct filler *f, const char *s, size_t n)
{
	if (f->wanted_n)
		f->wanted[f->wanted_n++] = '\n';
	memcpy(f->wanted + f->wanted_n, s, n);
	f->wanted_n += n;
	f->wanted[f->wanted_n] = 0;
}

/* A label on a line of its own and the value below it become one line, as most forms write them. */
static bool join_value(struct sheet *s, size_t label, size_t i)
{
	struct line *l = &s->line[label], *v = &s->line[i];
	size_t n = l->n;
	while (n && strchr(":? \t*", l->s[n - 1]))
		n--;
	char *joined = n ? arena_printf(s->arena, "%.*s: %.*s", (int)n, l->s, (int)(v->n < 1000 ? v->n : 1000), v->s) : NULL;
	if (!joined)
		return false;
	l->s = joined;
	l->n = strlen(joined);
	v->n = 0;
	v->role = ROLE_BLANK;
	s->fold[i].fixed = true;
	return true;
}

/* The line's text goes to the field being read. */
static void give_value(struct sheet *s, struct filler *f, size_t i)
{
	struct line *l = &s->line[i];
	if (f->field == LABEL_DESCRIPTION) {
		l->role = ROLE_OWN;
		s->fold[i].fixed = s->form;
	} else if (f->field == LABEL_RESOLUTION) {
		l->role = ROLE_FORM_LABEL;
		s->fold[i].fixed = true;
		add_wanted(f, l->s, l->n);
	} else if (f->field == SIGNED_OFF) {
		l->role = sheet_closing(s, i) ? ROLE_CLOSING : ROLE_SIGNATURE;
		s->fold[i].fixed = true;
	} else if (s->form && f->field) {
		if (!f->filled && join_value(s, f->label, i)) {
			f->filled = true;
			return;
		}
		bool prose = !f->story && (sheet_sentence_like(s, i) || l->s[0] == '-');
		if (f->filled && (prose || fold_words(s->fold[i].s) > 12)) {	/* no field's value is this long: text without its label */
			l->role = ROLE_OWN;
		} else {
			l->role = ROLE_FORM_LABEL;
		}
		s->fold[i].fixed = true;
	}
	f->filled = true;
}

static size_t column_of(const struct sheet *s, size_t i, size_t value)
{
	const struct line *l = &s->line[i];
	return value >= 2 && value < l->n && l->s[value - 1] == ' ' && l->s[value - 2] == ' ' ? value + s->fold[i].indent : 0;
}

/* In two columns a short line at the left edge, with nothing in the right one, is the rest of the label: "Wat wilt u dat wij   ..." / "doen?". */
static bool rest_of_label(const struct sheet *s, const struct filler *f, size_t i)
{
	const struct line *l = &s->line[i];
	return f->column && f->filled && s->fold[i].indent < 4 && l->n < f->column && i > 0 && s->line[i - 1].n > 0;
}

/* A label's line: the value on it, if any, becomes the line. */
static void take_label(struct sheet *s, struct filler *f, size_t i, int kind, size_t value)
{
	struct line *l = &s->line[i];
	*f = (struct filler){ .field = kind, .label = i, .story = f->story, .wanted = f->wanted, .wanted_n = f->wanted_n };
	l->role = ROLE_FORM_LABEL;
	s->fold[i].fixed = true;
	if (kind == LABEL_DESCRIPTION)
		s->own_labelled = true;
	if (value >= l->n)
		return;
	f->filled = true;
	if (kind == LABEL_RESOLUTION) {
		add_wanted(f, l->s + value, l->n - value);
	} else if (kind == LABEL_DESCRIPTION) {
		l->s += value;
		l->n -= value;
		l->role = ROLE_OWN;
		s->fold[i].fixed = s->form;
	}
}

/* "Straat en nummer *    Havenkade 5", "- Naam = Jan": as most forms write it, "Naam: Jan", under its plain name if it has one. *value: where that stands then. */
static bool plain_column(struct sheet *s, size_t i, const char *plain_name, size_t *value)
{
	struct line *l = &s->line[i];
	const char *label = l->s;
	size_t name = *value;
	while (name && strchr(" *:?=|\t", l->s[name - 1]))
		name--;
	while (name && strchr("-* ", *label)) {
		label++;
		name--;
	}
	if (plain_name) {
		label = plain_name;
		name = strlen(plain_name);
	}
	size_t rest = l->n - *value < 2000 ? l->n - *value : 2000;
	char *plain = arena_printf(s->arena, "%.*s: %.*s", (int)name, label, (int)rest, l->s + *value);
	if (!plain)
		return false;
	l->s = plain;
	l->n = strlen(plain);
	*value = l->n - rest;
	return true;
}

/* A program's own names become labels as people write them: "[tel_overdag] => 0235514470" is "tel overdag: 0235514470". */
static bool plain_label(struct sheet *s, size_t i, size_t *value)
{
	struct line *l = &s->line[i];
	const char *close = l->s[0] == '[' ? memchr(l->s, ']', l->n) : NULL;
	if (!close)
		return true;
	int name = (int)(close - l->s) - 1, rest = (int)(l->n - *value < 2000 ? l->n - *value : 2000);
	char *plain = arena_printf(s->arena, "%.*s: %.*s", name, l->s + 1, rest, l->s + *value);
	if (!plain)
		return false;
	for (char *p = plain; p < plain + name; p++)
		*p = *p == '_' ? ' ' : *p;
	if (rest == (int)(l->n - *value)) {	/* a longer value keeps its line */
		l->s = plain;
		l->n = strlen(plain);
		*value = (size_t)name + 2;
		while (l->n > *value + 0 && l->s[l->n - 1] == ' ')
			l->n--;
	}
	return true;
}

/* "Your reference: 26 34 551. Please put this on hold": behind the value the sender goes on, so the line is text. */
static bool goes_on(const struct line *l, size_t value)
{
	for (size_t i = value; i + 1 < l->n; i++)
		if (l->s[i] == '.' && l->s[i + 1] == ' ') {
			size_t words = 0;
			for (size_t k = i + 1; k < l->n; k++)
				words += l->s[k] == ' ' && k + 1 < l->n && ((l->s[k + 1] | 32) >= 'a' && (l->s[k + 1] | 32) <= 'z');
			if (words >= 4)
				return true;
		}
	return false;
}

/* Below a form's last field its program speaks: "Verzonden op 05-08-2026 vanaf https://...", "Now create your own JotForm", "View in HubSpot". */
static bool form_foot(const struct sheet *s, size_t i)
{
	static const struct phrase FEET[] = {
		{ "(verzonden|verstuurd|ingezonden|ingevuld|ontvangen|submitted|sent) (op|om|via|vanaf|on|at|from) %", 1, 1 },
		{ "(dit|deze) (bericht|formulier|e mail|mail|inzending|reactie) (is|werd|wordt) %", 1, 1 },
		{ "(je|u) (krijgt|ontvangt) (deze|dit) (mail|e mail|email|bericht|melding) %", 1, 1 }, { "(powered by|created with|gemaakt met|aangeboden door|google forms|you are receiving this|you received this) %", 1, 1 },
		{ "this (email|form|message|submission|response|notification) (was|is|has) %", 1, 1 }, { "to (edit|manage|change|stop|update) (your|these|this) %", 1, 1 }, { "(bekijk|beheer|view|see|manage) (alle |deze |dit |de |all |this |the |your |je |uw |)(antwoord*|inzending*|respons*|resultaten|submission*|entr*|formulier*|form*|notification*|meldingen) %", 1, 1 },
	};
	/* anywhere in it: what only such programs speak of, and their names */
	static const struct phrase WORDS[] = {
		{ "(respons id|response id|submission id|form id|entry id|inzendings*|formulier id|unsubscribe|log in to|inloggen om|contact created|submission|submissions|your responses|this response|notifications)", 1, 1 },
		{ "(jotform|typeform|wufoo|hubspot|rsform|formstack|formidable|wpforms|formspree|netlify|paperform|cognito forms|surveymonkey|google forms|microsoft forms|power automate|zapier|squarespace)", 1, 1 },
		{ "(automatisch|automatically|automatic) (aangemaakt|gegenereerd|verzonden|verstuurd|opgesteld|bericht|generated|sent|message)", 1, 1 },
		{ "(reageren|antwoorden|reply|respond) ~ (op deze|op dit|to this) (e mail|email|mail|bericht|melding|message)", 1, 1 },
	};
	static const struct phrase SPEAKS[] = { { "(ik|mij|mijn|me|wij|ons|my|we|our|ich|mein)", 1, 1 } };
	static struct phrase_set feet PHRASE_LISTED = PHRASE_SET(FEET), words PHRASE_LISTED = PHRASE_SET(WORDS), speaks PHRASE_LISTED = PHRASE_SET(SPEAKS);
	struct folded f = { s->fold[i].s, NULL, s->fold[i].n };
	struct phrase_hit hit;
	if (i == 0 || s->line[i - 1].n || !f.n || fold_words(f.s) > 24)
		return false;
	return phrases_at(&feet, &f, 0, &hit) || (phrases_find(&words, &f, 0, f.n, &hit, 1) && !phrases_find(&speaks, &f, 0, f.n, &hit, 1));
}

/* By hand, a label's value ends at a blank line; a field's at the end of its line. */
static void end_typed(const struct sheet *s, struct filler *f, size_t i)
{
	if (!s->form && (f->field == LABEL_FIELD || f->field == LABEL_OURS || (s->line[i].n == 0 && f->filled)))
		f->field = 0;
}

/* A question of a form that asks in sentences becomes the label that says the same. */
static int take_question(struct sheet *s, size_t i, bool interview)
{
	const char *name;
	int kind = interview ? interview_kind(s, i, &name) : 0;
	if (kind && name) {
		s->line[i].s = name;
		s->line[i].n = strlen(name);
	}
	return kind;
}

/* In a description people greet as they do below letters: the closing, and at most a name before the next field. */
static bool signs_off(const struct sheet *s, size_t i)
{
	size_t lines = 0, value;
	const char *name;
	if (!sheet_closing(s, i))
		return false;
	for (size_t k = i + 1; k < s->n && s->line[k].level == 0 && !label_of(&s->line[k], true, &value, &name) && !delimiter(&s->line[k]); k++)
		if (s->line[k].n && (++lines > 3 || s->line[k].n > 60))
			return false;
	return true;
}

static void set_label(struct sheet *s, size_t i)
{
	s->line[i].role = ROLE_FORM_LABEL;
	s->fold[i].fixed = true;
}

/* "Tussenvoegsel:\nvan", "Plaats:\nStad": right below a label that has a colon and nothing behind it stands its value, though that be a label elsewhere. */
static bool value_below(const struct sheet *s, const struct filler *f, size_t i, size_t value)
{
	const struct line *l = &s->line[i], *above = i > 0 ? &s->line[i - 1] : NULL;
	return f->field == LABEL_FIELD && !f->filled && above && f->label == i - 1 && above->n && above->s[above->n - 1] == ':' && value >= l->n && l->s[l->n - 1] != ':' && l->s[l->n - 1] != '?';
}

/* One line of the sender's: a label, or what belongs to the field being read. */
static bool form_line(struct sheet *s, struct filler *f, size_t i, bool interview)
{
	const char *name = NULL;
	size_t value = s->line[i].n;
	if (s->form && (delimiter(&s->line[i]) || (f->field && f->filled && form_foot(s, i))))
		f->field = 0;
	size_t capitals;
	bool signed_ = i > 0 && s->line[i - 1].n == 0 && sheet_name_shape(&s->line[i], &capitals) && sheet_shares_name(s, i);
	if (f->field == LABEL_RESOLUTION && f->filled && (signed_ || sheet_closing(s, i)))	/* who typed the labels himself signs below the last one */
		f->field = 0;
	if (f->field == LABEL_DESCRIPTION && f->filled && s->form && signs_off(s, i))
		f->field = SIGNED_OFF;
	bool told = f->field == LABEL_DESCRIPTION || f->field == LABEL_RESOLUTION || f->field == SIGNED_OFF;
	int kind = take_question(s, i, interview || (s->form && f->field && !told));
	if (!kind && s->form && f->field == LABEL_DESCRIPTION && f->filled && s->line[i - 1].n == 0) {	/* behind the story the form asks how to put it right */
		const char *unused;
		kind = interview_kind(s, i, &unused) == LABEL_RESOLUTION ? LABEL_RESOLUTION : 0;
	}
	if (kind)
		value = s->line[i].n;
	else
		kind = label_of(&s->line[i], s->form, &value, &name);
	if (kind && s->form && value_below(s, f, i, value))
		kind = 0;
	bool hand = !s->form && (kind == LABEL_FIELD || kind == LABEL_OURS);
	if (hand && goes_on(&s->line[i], value))
		return true;
	if (kind && s->form && !plain_label(s, i, &value))
		return false;
	/* inside a description only a line that is plainly a label ends it: one with a colon or a known question */
	if (kind && !(f->field == LABEL_DESCRIPTION && value < s->line[i].n && !s->form)) {
		size_t column = column_of(s, i, value);
		bool odd = column || name || (value > 1 && memchr(s->line[i].s, '=', value));
		if (odd && s->form && (kind == LABEL_FIELD || kind == LABEL_OURS) && !plain_column(s, i, name, &value))
			return false;
		take_label(s, f, i, kind, value);
		f->column = column;
	}
	else if (f->field && s->form && rest_of_label(s, f, i))
		set_label(s, i);
	else if (f->field)
		give_value(s, f, i);
	return true;
}

int form_pass(struct sheet *s)
{
	struct filler f = { 0 };
	size_t bytes = 1;
	for (size_t i = 0; i < s->n; i++)
		bytes += s->line[i].n + 1;
	bool interview = interview_is(s);
	s->form = interview || is_form(s);
	f.story = interview || has_story(s);
	f.wanted = arena_alloc(s->arena, bytes);
	if (!f.wanted)
		return PARSE_NOMEM;
	for (size_t i = 0; i < s->n; i++) {
		end_typed(s, &f, i);
		if (sheet_own_line(s, i) && !form_line(s, &f, i, interview))
			return PARSE_NOMEM;
	}
	s->wanted = f.wanted_n ? f.wanted : NULL;
	return PARSE_OK;
}
