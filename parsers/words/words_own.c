/* In what the sender wrote now: greeting, closing, signature, disclaimer, footers. Everything else is the description.
 *
 * Per run of unquoted lines: footers and banners go by their words; "-- " ends the text; a closing ends it too, and what follows is the signature but for
 * a postscript or real prose; without a closing the lines at the end that are a name, an address or a number are the signature.
 */
#include <string.h>

#include "parsers/message/message.h"
#include "parsers/words/words_sheet.h"

static bool free_line(const struct sheet *s, size_t i)
{
	return !s->fold[i].fixed && s->line[i].n > 0 && s->line[i].role == ROLE_OWN;
}

static void set_role(struct sheet *s, size_t i, enum role role)
{
	if (s->line[i].n && !s->fold[i].fixed) {
		s->line[i].role = role;
		s->fold[i].fixed = true;
	}
}

/* "--", "-----", "_____", "=====", "* * *" */
static bool rule_line(const struct line *l, bool *ret_sigdash)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++)
		if (strchr("-_=*~", l->s[i]))
			n++;
		else if (l->s[i] != ' ')
			return false;
	*ret_sigdash = n == 2 && l->s[0] == '-';
	return n >= 2;
}

/* ---- the passes over one run of own lines [from, to) ---- */

static void mark_paragraph(struct sheet *s, size_t i, size_t from, size_t to, enum role role)
{
	size_t a = i, b = i;
	while (a > from && s->line[a - 1].n)
		a--;
	while (b < to && s->line[b].n)
		b++;
	for (; a < b; a++)
		set_role(s, a, role);
}

/* The paragraph from line i on, folded words only as far as needed: the weight of its disclaimer phrases. */
static int paragraph_weight(const struct sheet *s, size_t i, size_t to, enum part part, size_t *ret_end)
{
	int weight = 0;
	for (; i < to && s->line[i].n; i++)
		weight += part_weight(s->fold[i].s, s->fold[i].n, part);
	*ret_end = i;
	return weight;
}

/* Footers and banners by their words, wherever they stand; the program's footer of a form ends the text. */
static void mark_footers(struct sheet *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		size_t end;
		if (!free_line(s, i))
			continue;
		switch (part_at(s->fold[i].s, s->fold[i].n, &end)) {
		case PART_FOOTER:
			if (fold_words(s->fold[i].s + end) <= 14)
				set_role(s, i, ROLE_FOOTER);
			break;
		case PART_BANNER:
			mark_paragraph(s, i, from, to, ROLE_DISCLAIMER);
			break;
		case PART_FORM_FOOTER:
			for (size_t k = i; k < to; k++)
				set_role(s, k, ROLE_FOOTER);
			break;
		default:
			break;
		}
	}
}

/* "De Kameleon - Kasteellaan 2 - 6415 HP Heerlen" right above a disclaimer is whose it is: the first line behind such ones in the paragraph [i, end). */
static size_t behind_contact(const struct sheet *s, size_t i, size_t end)
{
	size_t behind = i;
	for (size_t k = i; k < end && part_weight(s->fold[k].s, s->fold[k].n, PART_DISCLAIMER) == 0; k++)
		if (sheet_contact_like(s, k))
			behind = k + 1;
	return behind;
}

/* Disclaimers are judged by paragraph: two strong words of law, or one in the part below the closing. */
static void mark_disclaimers(struct sheet *s, size_t from, size_t to)
{
	for (size_t i = from; i < to;) {
		size_t end = i + 1;
		if (!s->line[i].n) {
			i++;
			continue;
		}
		int weight = paragraph_weight(s, i, to, PART_DISCLAIMER, &end);
		bool below = s->line[i].role == ROLE_SIGNATURE || s->line[i].role == ROLE_DISCLAIMER || s->line[i].role == ROLE_FOOTER;
		for (size_t k = weight ? behind_contact(s, i, end) : end; k < end; k++) {
			/* in a paragraph that starts as a signature only the lines from the legal one on */
			if (below ? part_weight(s->fold[k].s, s->fold[k].n, PART_DISCLAIMER) > 0 : weight >= 3) {
				for (; k < end; k++)
					if (s->line[k].role == ROLE_OWN || s->line[k].role == ROLE_SIGNATURE)
						s->line[k].role = ROLE_DISCLAIMER;
			}
		}
		i = end;
	}
}

static bool is_greeting(const struct sheet *s, size_t i)
{
	size_t end;
	return part_at(s->fold[i].s, s->fold[i].n, &end) == PART_GREETING && fold_words(s->fold[i].s + end) <= 7 && s->line[i].n <= 90 &&
	       (s->fold[i].s[end] == 0 || !strpbrk(s->fold[i].s + end, ".?") || s->fold[i].s[s->fold[i].n - 1] == '.') &&
	       !sheet_sentence_like(s, i);
}

/* The greeting in the first lines; what stands above it is the head of a letter when it is all short lines, an address among them. */
static size_t mark_greeting(struct sheet *s, size_t from, size_t to)
{
	size_t first = from, seen = 0;
	while (first < to && !(s->line[first].n && s->line[first].role == ROLE_OWN))	/* a label's text counts as well */
		first++;
	for (size_t i = first; i < to && seen < 16; i++) {
		if (!free_line(s, i))
			continue;
		if (is_greeting(s, i)) {
			bool head = false;
			for (size_t k = first; k < i; k++)
				head = head || (free_line(s, k) && sheet_contact_like(s, k));
			for (size_t k = first; head && k < i; k++)
				if (free_line(s, k))
					set_role(s, k, ROLE_SIGNATURE);
			set_role(s, i, ROLE_GREETING);
			return i + 1;
		}
		if (s->line[i].n > 70 || (fold_words(s->fold[i].s) > 6 && !sheet_contact_like(s, i)) || sheet_sentence_like(s, i))
			break;
		seen++;
	}
	return first;
}

bool sheet_closing(const struct sheet *s, size_t i)
{
	size_t end;
	const struct line *l = &s->line[i];
	enum part part = part_at(s->fold[i].s, s->fold[i].n, &end);
	if ((part != PART_CLOSING && part != PART_CLOSING_WEAK) || l->n > 90)
		return false;
	size_t words = fold_words(s->fold[i].s + end);
	if (part == PART_CLOSING)
		return words <= 8;
	if (words == 0)
		return true;
	/* "gr. Kelly Brands", "Groet Linh", "bedankt, Jan": a name follows, no sentence */
	const char *p = l->s + l->n;
	size_t k = 0;
	while (p > l->s && p[-1] != ' ')
		p--, k++;
	return words <= 4 && sheet_upper_at(p, k) && !sheet_sentence_like(s, i) && l->s[l->n - 1] != '!' && l->s[l->n - 1] != '?';
}

static bool has_first_person(const char *folded)
{
	static const char *const WORDS[] = { " ik ", " mijn ", " mij ", " jullie ", " my ", " ich ", " mein ", " wij " };
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		if (strstr(folded, WORDS[i]) || strncmp(folded, WORDS[i] + 1, strlen(WORDS[i]) - 1) == 0)
			return true;
	return false;
}

/* Below a closing: a postscript, or prose in the first person, is the sender's own text again. */
static void mark_below(struct sheet *s, size_t i, size_t to, bool text_before)
{
	while (i < to) {
		size_t end = i, words = 0, part_end;
		bool person = false, legal;
		if (!s->line[i].n) {
			i++;
			continue;
		}
		legal = paragraph_weight(s, i, to, PART_DISCLAIMER, &end) > 0;
		for (size_t k = i; k < end; k++) {
			words += fold_words(s->fold[k].s);
			person = person || has_first_person(s->fold[k].s);
		}
		bool after = part_at(s->fold[i].s, s->fold[i].n, &part_end) == PART_AFTER;
		bool prose = !legal && ((person && words >= 15) || (!text_before && words >= 12));
		if (!after && !prose)
			for (size_t k = i; k < end; k++)
				set_role(s, k, ROLE_SIGNATURE);
		i = end;
	}
}

#define BLOCK_LINES 8
#define BLOCK_BYTES 60

/* The first line of a paragraph that ends with line k and opens with the sender's name: "Gonnie Verkaik uit Schoonhoven", "Jurriaan Pool / redacteur
 * economie / Dagblad Zuid"; or, above contact data, with a name of anybody. All its lines are short, and none is a sentence. "to" when there is none. */
static size_t signed_block(const struct sheet *s, size_t k, size_t from, size_t to, bool contact_below)
{
	size_t a = k, lines = 0, capitals;
	for (;; a--) {
		const struct line *l = &s->line[a];
		if (!free_line(s, a) || l->n > BLOCK_BYTES || ++lines > BLOCK_LINES || strchr("!?:", l->s[l->n - 1]) || (sheet_sentence_like(s, a) && !sheet_contact_like(s, a)))
			return to;
		if (l->s[l->n - 1] == '.' && fold_words(s->fold[a].s) > 5)
			return to;
		if (a == from || s->line[a - 1].n == 0)
			break;
	}
	bool name = sheet_shares_name(s, a) || (contact_below && s->line[k + 1].n && sheet_name_shape(&s->line[a], &capitals) && capitals >= 2);
	return a > from && fold_words(s->fold[a].s) <= 6 && name ? a : to;
}

/* "Drs. M.J. Hoogland, tandarts", "UMC Maas - afdeling Radiologie" above an address: a name, and what its bearer does. */
static bool name_and_calling(const struct sheet *s, size_t k)
{
	const struct line *l = &s->line[k];
	size_t end = 0, capitals;
	while (end < l->n && !strchr(",|/", l->s[end]) && !(l->n - end > 3 && memcmp(l->s + end, " - ", 3) == 0))
		end++;
	struct line name = { .s = l->s, .n = end };
	return end < l->n && l->n <= BLOCK_BYTES && k > 0 && s->line[k - 1].n == 0 && sheet_name_shape(&name, &capitals) && capitals >= 2 && !sheet_sentence_like(s, k) && fold_words(s->fold[k].s) <= 8;
}

/* Below an office's signature it says once more, to everybody: "Bezwaarzaken: vermeld altijd ons zaaknummer", "Aanwezig op ma, di en do". The first line
 * of such a last paragraph of one or two lines; "to" when there is none. */
static size_t above_remark(const struct sheet *s, size_t from, size_t to)
{
	static const struct phrase SAYS[] = {
		{ "(vermeld|vermelden|vermeldt|noem) (u |)(altijd|steeds|svp|aub|s v p|a u b|graag|bij)", 1, 1 }, { "(altijd|steeds) ~ (vermelden|te vermelden)", 1, 1 }, { "(quote|mention) (always|our)", 1, 1 }, { "always (quote|mention)", 1, 1 },
		{ "(aanwezig|werkzaam|bereikbaar|afwezig) (op |)(ma|di|wo|do|vr|maandag|dinsdag|woensdag|donderdag|vrijdag)", 1, 1 }, { "(werkdagen|openingstijden|kantoortijden|vrije dag)", 1, 1 },
	};
	static struct phrase_set says PHRASE_LISTED = PHRASE_SET(SAYS);
	size_t end = to;
	while (end > from && s->line[end - 1].n == 0)
		end--;
	size_t a = end;
	bool under = end > from + 1 && free_line(s, end - 1) && s->line[end - 2].n && sheet_contact_like(s, end - 2);	/* "Werkdagen: ma, di" right below the address */
	while (a > from && s->line[a - 1].n && free_line(s, a - 1) && end - a < (under ? 1 : 3))
		a--;
	bool said = false, person = false;
	for (size_t k = a; k < end; k++) {
		struct folded f = { s->fold[k].s, NULL, s->fold[k].n };
		struct phrase_hit hit;
		said = said || phrases_find(&says, &f, 0, f.n, &hit, 1) > 0;
		person = person || strstr(f.s, " ik ") || strncmp(f.s, "ik ", 3) == 0 || strstr(f.s, " mij ");
	}
	return said && !person && end - a <= 2 && a > from && (under || s->line[a - 1].n == 0) ? a : to;
}

/* No closing: a name, an address, numbers at the very end. */
static void mark_tail(struct sheet *s, size_t from, size_t to)
{
	size_t last = to;
	bool any = false;
	for (size_t i = above_remark(s, from, to); i > from; i--) {
		size_t k = i - 1, capitals;
		if (!free_line(s, k)) {
			if (s->line[k].n && s->line[k].role == ROLE_OWN)
				break;
			continue;
		}
		bool above_free = k > from && s->line[k - 1].n > 0 && s->line[k - 1].role == ROLE_OWN;
		size_t block = signed_block(s, k, from, to, any && i < to);
		if (block < to) {
			any = true;
			last = block;
			i = block + 1;
			continue;
		}
		if (sheet_carries_on(s, k))
			break;
		if (sheet_contact_like(s, k)) {
			any = true;
		} else if (sheet_name_shape(&s->line[k], &capitals) && !sheet_sentence_like(s, k) && (sheet_shares_name(s, k) || (any && s->line[k].n <= 45) || (capitals >= 2 && !above_free))) {
			any = true;
		} else if (any && name_and_calling(s, k)) {
			;
		} else {
			break;
		}
		last = k;
	}
	/* a single contact line that belongs to a paragraph is text; and never take everything */
	bool text = false;
	for (size_t k = from; k < last; k++)
		text = text || free_line(s, k) || (s->line[k].n && s->line[k].role == ROLE_OWN);
	for (size_t k = last; text && any && k < to; k++)
		if (free_line(s, k))
			set_role(s, k, ROLE_SIGNATURE);
}

/* A line of dashes below the text: what follows is a footer or signature when it is short or speaks like one, else the line is an ornament. */
#define FOOT_LINES 25
static size_t cut_at_rule(struct sheet *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		bool sigdash;
		if (!free_line(s, i) || !rule_line(&s->line[i], &sigdash))
			continue;
		size_t words = 0, looks = 0, lines = 0, end;
		for (size_t k = i + 1; k < to && lines < FOOT_LINES; k++) {	/* a longer foot is text, and its length must not be squared */
			words += fold_words(s->fold[k].s);
			lines += s->line[k].n > 0;
			looks += s->line[k].n && (sheet_contact_like(s, k) || part_weight(s->fold[k].s, s->fold[k].n, PART_DISCLAIMER) > 0 || s->line[k].role == ROLE_FOOTER ||
						  part_at(s->fold[k].s, s->fold[k].n, &end) == PART_FOOTER);
		}
		if (sigdash || words == 0 || (lines < FOOT_LINES && looks > 0 && words <= 30 * looks) || (lines <= 4 && words <= 12 && i > from + 1)) {
			for (size_t k = i; k < to; k++)
				set_role(s, k, ROLE_SIGNATURE);
			return i;
		}
		set_role(s, i, ROLE_FOOTER);
	}
	return to;
}

static bool text_between(const struct sheet *s, size_t from, size_t to)
{
	for (; from < to; from++)
		if (s->line[from].n && s->line[from].role == ROLE_OWN)
			return true;
	return false;
}

static void own_run(struct sheet *s, size_t from, size_t to, bool *seen_text)
{
	mark_footers(s, from, to);
	size_t start = *seen_text ? from : mark_greeting(s, from, to);
	size_t end = cut_at_rule(s, start, to), closing = end;
	for (size_t i = start; i < end && closing == end; i++)
		if (free_line(s, i) && sheet_closing(s, i) && (text_between(s, start, i) || i + 1 < end))
			closing = i;
	if (closing < end) {
		bool text = text_between(s, start, closing);
		set_role(s, closing, ROLE_CLOSING);
		mark_below(s, closing + 1, end, text);
	} else {
		mark_disclaimers(s, start, to);	/* the signature stands above them */
		mark_tail(s, start, end);
	}
	mark_disclaimers(s, start, to);
	*seen_text = *seen_text || text_between(s, start, to);
}

/* In a form whose description field was found, lines that no field claimed are the program's words. */
static void drop_unclaimed(struct sheet *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->line[i].level == 0)
			set_role(s, i, ROLE_FOOTER);
}

void own_pass(struct sheet *s)
{
	bool seen_text = false;
	if (s->form && s->own_labelled) {
		drop_unclaimed(s);
		return;
	}
	for (size_t i = 0; i < s->n;) {
		size_t end = i;
		while (end < s->n && s->line[end].level == 0 && s->line[end].role != ROLE_QUOTE_HEADER)
			end++;
		if (end > i)
			own_run(s, i, end, &seen_text);
		i = end > i ? end : i + 1;
	}
}
