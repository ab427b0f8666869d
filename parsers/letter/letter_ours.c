#include "parsers/letter/letter_ours.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- the agency's address ---- */

struct own {
	char postcode[8], box[16], city[40];
};

static void own_address(const char *postal, struct own *ret)
{
	*ret = (struct own){ 0 };
	const char *p = postal ? postal : "";
	while (*p && !(isdigit((unsigned char)p[0]) && isdigit((unsigned char)p[1]) && isdigit((unsigned char)p[2]) && isdigit((unsigned char)p[3]) &&
		       p[4] == ' ' && isupper((unsigned char)p[5]) && isupper((unsigned char)p[6])))
		p++;
	if (*p) {
		(void)squeeze(p, 7, ret->postcode, sizeof ret->postcode);
		(void)squeeze(p + 7, strlen(p + 7), ret->city, sizeof ret->city);
		(void)squeeze(postal, (size_t)(p - postal), ret->box, sizeof ret->box);
	}
}

static bool names_us(const struct letter_line *l, const struct rules *rules, const struct own *own)
{
	bool name = rules->organisation && holds_fuzzy(l->text, l->n, rules->organisation, 2);
	bool code = own->postcode[0] && holds_fuzzy(l->text, l->n, own->postcode, 0);
	bool box = own->box[0] && holds_fuzzy(l->text, l->n, own->box, 1);
	bool fuzzy_code = own->postcode[0] && own->city[0] && holds_fuzzy(l->text, l->n, own->postcode, 1) && holds_fuzzy(l->text, l->n, own->city, 1);
	return name || code || box || fuzzy_code;
}

/* "T,a.v. de Directie": its dots are read as commas as well. */
static bool attention_mark(const struct letter_line *l)
{
	char first[8];
	size_t n = squeeze(l->text, strcspn(l->text, " "), first, sizeof first);
	return (n == 3 && memcmp(first, "tav", 3) == 0) || (n == 4 && memcmp(first, "attn", 4) == 0);
}

static bool attention_line(const struct letter_line *l)
{
	static const char *const words[] = { "t.a.v", "tav", "t.a.v.", "ter attentie", "attn", "att", "afdeling", "afd", "aan", "aan:", "klachtenafdeling", "directie",
					     "de directie", "postbus", "po box" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (begins_word(l->text, words[i]))
			return l->n < 50;
	return l->n < 50 && attention_mark(l);
}

static bool same_column(const struct letter_line *a, const struct letter_line *b)
{
	return a->leaf == b->leaf && fabs(a->s->box.x0 - b->s->box.x0) < 1.5 * fmax(a->s->size, b->s->size);
}

/* Lines that name us, and the lines of the same block between and beside them that only an address block has. */
void ours_address(struct letter_text *t, const struct rules *rules)
{
	struct own own;
	own_address(rules->postal_address, &own);
	for (size_t i = 0; i < t->n; i++)
		t->line[i].ours = t->line[i].zone != ZONE_BODY && names_us(&t->line[i], rules, &own);
	for (int pass = 0; pass < 3; pass++)
		for (size_t i = 0; i < t->n; i++) {
			struct letter_line *l = &t->line[i];
			bool beside = false;
			for (size_t k = i > 3 ? i - 3 : 0; k < t->n && k < i + 4; k++)
				beside |= k != i && t->line[k].ours && t->line[k].s->row != l->s->row && abs(t->line[k].s->row - l->s->row) <= 1 &&
					  same_column(&t->line[k], l);
			if (!l->ours && l->zone == ZONE_HEAD && beside && attention_line(l))
				l->ours = true;
		}
}

/* ---- what the agency printed ---- */

#define RECEIPT_LINES 3		/* of these on one page: it is our receipt, not a letter that quotes a line of it */

/* Of templates/receipt-*: parts that stand on one line however the text is broken. */
static const char *const receipt[] = {
	"ontvangstbevestiging klacht", "ontvangstbevestiging bericht", "toegevoegd aan uw klacht", "bekend onder nummer", "wilt u dit nummer noemen", "wat gebeurt er nu", "wij bellen u graag om uw klacht",
	"wij proberen u te bereiken", "krijgt u ons antwoord op uw klacht", "daarin staat of wij u gelijk geven", "krijgt u geen gelijk", "kunt u ons nog helpen", "uw klacht is al in behandeling",
	"zo bereikt u ons", "hieronder leest u hoe u ons bereikt", "klopt dat nummer niet", "bedankt voor uw bericht", "wij delen ze graag met de collega", "wij behandelen uw bericht dan",
	"confirmation of receipt of complaint", "please mention this number", "what happens next", "we would like to call you to discuss", "you will have our answer", "could you help us",
	"how to reach us", "we are already working on your complaint", "below you can read how to reach us",
};

/* Of the slip (outbox/letter.c). */
static const char *const slip[] = {
	"antwoordstrook", "stuurt u ons nog iets over uw klacht", "doe dan deze strook erbij", "deze strook erbij", "uw post meteen op de goede plaats", "meteen op de goede plaats", "zo komt uw post",
	"reply slip", "are you sending us anything about your", "please add this slip", "it brings your letter to the right place",
};

static bool holds_any(const struct letter_line *l, const char *const *with, size_t n, bool exact)
{
	for (size_t i = 0; i < n; i++)
		if (exact ? strcasestr(l->text, with[i]) != NULL : holds_fuzzy(l->text, l->n, with[i], strlen(with[i]) > 20 ? 2 : 1))
			return true;
	return false;
}

/* "Klacht K-2026-000123" alone on its line. */
static bool number_alone(const struct letter_line *l)
{
	size_t at = begins_word(l->text, "klacht");
	at = at ? at : begins_word(l->text, "complaint");
	return at && l->n < 30 && (l->text[at + 1] | 0x20) == 'k' && strchr("- ", l->text[at + 2]);
}

static bool slip_begins(const struct letter_line *l)
{
	return l->n < 24 && (holds_fuzzy(l->text, l->n, slip[0], 2) || begins_word(l->text, "reply slip"));
}

static void mark_slip(const struct letter_text *t, size_t i, const struct own *own, bool *printed)
{
	printed[i] = true;
	for (size_t k = i + 1; k < t->n && k < i + 10 && t->line[k].leaf == t->line[i].leaf; k++) {
		const struct letter_line *l = &t->line[k];
		bool address = own->postcode[0] && holds_fuzzy(l->text, l->n, own->postcode, 1);
		printed[k] = printed[k] || address || number_alone(l) || (begins_word(l->text, "dossiernummer") && l->n < 30) ||
			     (begins_word(l->text, "file number") && l->n < 30) || holds_any(l, slip + 1, sizeof slip / sizeof *slip - 1, false);
	}
}

static size_t receipt_lines(const struct letter_text *t, size_t i, size_t n, bool exact)
{
	size_t hits = 0;
	for (size_t k = i; k < i + n; k++)
		hits += holds_any(&t->line[k], receipt, sizeof receipt / sizeof *receipt, exact);
	return hits;
}

/* All of a page that is our receipt. Misreadings are allowed for only where something of it was read right: the search is costly. */
static void mark_receipts(const struct letter_text *t, bool *printed)
{
	for (size_t i = 0, n; i < t->n; i += n) {
		for (n = 0; i + n < t->n && t->line[i + n].leaf == t->line[i].leaf;)
			n++;
		if (receipt_lines(t, i, n, true) && receipt_lines(t, i, n, false) >= RECEIPT_LINES)
			for (size_t k = i; k < i + n; k++)
				printed[k] = true;
	}
}

bool *ours_printed(struct letter_text *t, const struct rules *rules, struct arena *a)
{
	bool *printed = arena_alloc(a, t->n + 1);
	struct own own;
	if (!printed)
		return NULL;
	own_address(rules->postal_address, &own);
	mark_receipts(t, printed);
	for (size_t i = 0; i < t->n; i++) {
		if (slip_begins(&t->line[i]))
			mark_slip(t, i, &own, printed);
	}
	for (size_t i = 0; i < t->n; i++)
		t->line[i].noise = t->line[i].noise || printed[i];
	return printed;
}

void ours_take(struct letter_text *t, const bool *printed)
{
	for (size_t i = 0; i < t->n; i++)
		if (printed[i]) {
			t->line[i].noise = false;
			t->line[i].ours = true;
			t->line[i].zone = ZONE_FOOT;
		}
}
