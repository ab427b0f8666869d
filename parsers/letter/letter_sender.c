#include "parsers/letter/letter_sender.h"

#include <ctype.h>
#include <string.h>

#include "parsers/fields/names.h"
#include "parsers/glyph.h"
#include "parsers/letter/letter_address.h"
#include "parsers/letter/letter_call.h"
#include "parsers/letter/letter_contact.h"
#include "parsers/letter/letter_mend.h"
#include "parsers/letter/letter_person.h"
#include "parsers/letter/letter_town.h"

static bool same_name(const char *a, const char *b)
{
	char x[FIND_BYTES], y[FIND_BYTES];
	size_t n = squeeze(a, strlen(a), x, sizeof x), m = squeeze(b, strlen(b), y, sizeof y);
	return n == m && memcmp(x, y, n) == 0;
}

/* One letter off: the same name read in two ways. */
static bool nearly_same(const char *a, const char *b)
{
	char x[FIND_BYTES], y[FIND_BYTES];
	size_t n = squeeze(a, strlen(a), x, sizeof x), m = squeeze(b, strlen(b), y, sizeof y);
	return edit_distance(x, n, y, m, 2) <= 2 && n > 5;
}

/* "Hoogendoorn" and "Hoogendoom": r and n that touch are read as an m, an m hardly ever as the two. The one of both that has them apart; NULL: they differ
 * in something else. */
static const struct name_found *apart(const struct name_found *a, const struct name_found *b)
{
	const struct name_found *both[] = { a, b };
	char joined[2][FIND_BYTES];
	for (size_t k = 0; k < 2; k++) {
		size_t to = 0;
		for (const char *p = both[k]->find.value; *p; p++) {
			bool two = p[0] == 'r' && p[1] == 'n';
			joined[k][to++] = two ? 'm' : *p;
			p += two;
		}
		joined[k][to] = '\0';
	}
	return strcmp(joined[0], joined[1]) == 0 ? strlen(a->find.value) >= strlen(b->find.value) ? a : b : NULL;
}

/* "Fam. de Wekker" fits every de Wekker. */
static const char *without_family(const char *name)
{
	size_t n = begins_word(name, "fam");
	n = n ? n : begins_word(name, "familie");
	return n ? name + n + strspn(name + n, ". ") : name;
}

/* "Tekst & Redactie", "Visser & Partners": what is joined is neither called by a first name nor by initials, as the two of a couple are. */
static bool trade_name(const char *name)
{
	size_t joint = 0;
	for (const char *p = name; *p;) {
		size_t n = strcspn(p, " ");
		char word[40];
		if (n == 1 && strchr("&+", *p))
			joint = p > name;
		else if (n < sizeof word && glyph_fold_text(p, n, word, sizeof word) && (names_first(word) || names_title(word) || p[n - 1] == '.'))
			return false;
		p += n + strspn(p + n, " ");
	}
	return joint;
}

/* Call names, and what the line itself puts in brackets: "A.J. (Ton) Lammertink". */
static bool same_person(const struct finder *x, const struct find *sign, const char *other)
{
	const char *line = arena_strndup(x->c->arena, sign->line->text + sign->at, sign->end - sign->at);
	return person_fits(sign->value, other) || call_fits(sign->value, other) || (line && strchr(line, '(') && call_fits(line, other));
}

/* A name that a second reading reads better takes that reading. */
static void confirm_name(const struct finder *x, struct find *f)
{
	struct person p;
	size_t end;
	const char *better = find_confirm(x, f);
	better = better ? mend_name(better, strlen(better), x->c->arena) : NULL;
	if (better && person_read(better, strlen(better), PERSON_LINE, &p, &end) && p.score >= 0.45) {
		(void)memcpy(f->value, p.name, strlen(p.name) + 1);	/* PERSON_BYTES < FIND_BYTES */
		f->confidence = SURE;
		f->sure = true;
	}
}

/* "Nico Bijp ost": a word in a name that begins small and is no particle is the rest of the one before it. */
static bool torn_name(const char *name)
{
	for (const char *p = name; *p;) {
		size_t n = strcspn(p, " ");
		char word[40];
		if (p > name && n > 1 && n < sizeof word && islower((unsigned char)*p) && !memchr(p, '/', n) && !memchr(p, '\'', n) && glyph_fold_text(p, n, word, sizeof word) &&
		    !names_particle(word) && strcmp(word, "en") != 0)
			return true;
		p += n + strspn(p + n, " ");
	}
	return false;
}

/* A torn name takes the second reading of the same letters that has it whole. */
static void mend_torn(const struct finder *x, struct find *f)
{
	struct person p;
	double conf;
	size_t end;
	if (!f->value[0] || f->line->leaf->text_layer || !torn_name(f->value))
		return;
	const char *again = x->c->engine ? leaf_again(f->line->leaf, f->line->s, f->at, f->end, x->c->engine->ocr, NULL, x->c->arena, &conf) : NULL;
	again = again ? mend_name(again, strlen(again), x->c->arena) : NULL;
	f->sure = again && person_read(again, strlen(again), PERSON_LINE, &p, &end) && same_name(p.name, f->value) && !torn_name(p.name);
	if (f->sure)
		(void)memcpy(f->value, p.name, strlen(p.name) + 1);
}

/* The signature is most often the name in full; the name above the address vouches for it or replaces it. */
static void choose_name(const struct finder *x, struct name_found *sign, struct name_found *block, struct sender *s)
{
	bool has_sign = sign->find.value[0], has_block = block->find.value[0] && !block->organisation;
	if (!has_sign && !block->find.value[0])
		return;
	if (!has_sign || (has_block && !sign->person.surname && block->person.surname && person_fits(sign->find.value, block->find.value))) {
		s->name = block->find;
		confirm_name(x, &s->name);
		return;
	}
	s->name = sign->find;
	if (!has_block) {
		confirm_name(x, &s->name);
		return;
	}
	if (same_name(sign->find.value, block->find.value)) {
		s->name.sure = true;	/* two places, one reading */
	} else if (apart(sign, block)) {
		s->name = apart(sign, block)->find;
		s->name.sure = true;
	} else if (nearly_same(sign->find.value, block->find.value)) {
		confirm_name(x, &s->name);
		confirm_name(x, &block->find);
		s->name_doubt = s->name.sure == block->find.sure && !same_name(s->name.value, block->find.value);
		if (block->find.sure > s->name.sure || (block->find.sure == s->name.sure && block->find.confidence > s->name.confidence))
			s->name = block->find;
	} else {
		confirm_name(x, &s->name);
		s->name_doubt = !same_person(x, &sign->find, without_family(block->find.value));
		if (!s->name_doubt && block->person.first && block->person.surname && !sign->person.first) {	/* the fuller of two names that fit */
			s->name = block->find;
			confirm_name(x, &s->name);
		}
	}
}

static void find_name(const struct finder *x, const struct address_found *a, struct sender *s)
{
	struct name_found label = { 0 }, sign = { 0 }, block = { 0 };
	if (name_at_label(x, &label) && (x->e->form || label.organisation)) {
		s->name = label.find;
		confirm_name(x, &s->name);
		return;
	}
	(void)name_in_signature(x, &sign);
	if (label.find.value[0])
		block = label;
	else if (a->name_line)
		(void)name_read(x, a->name_line, a->name_at, a->name_end, true, a->labelled ? "label" : "ocr", &block);
	block.organisation = block.organisation || trade_name(block.find.value);
	/* the line above the street may be a department or a building: the name then stands at the top */
	if (!block.find.value[0] && !(sign.find.value[0] && sign.person.surname))
		(void)name_at_top(x, &block);
	if (sign.find.value[0] && !sign.person.surname && !a->name_line && !label.find.value[0] && !person_fits(sign.find.value, block.find.value))
		block = (struct name_found){ 0 };
	if (a->name_line && sign.find.line == block.find.line && sign.find.value[0])
		block = (struct name_found){ 0 };	/* the foot's address block is its own signature */
	choose_name(x, &sign, &block, s);
	if (!block.organisation)
		mend_torn(x, &s->name);
}

/* Street and number are read together: two characters alone are too little for a second reading. */
static void confirm_street(const struct finder *x, struct sender *s)
{
	if (s->house_number.doubt)
		s->house_number.sure = false;
	if (s->street.line != s->house_number.line || s->house_number.end <= s->street.at) {
		find_confirm(x, &s->street);
		find_confirm(x, &s->house_number);
		return;
	}
	struct find both = s->street;
	both.end = s->house_number.end;
	both.sure = s->street.sure && s->house_number.sure;
	find_confirm(x, &both);
	s->street.sure = s->street.sure || both.sure;
	s->house_number.sure = (s->house_number.sure || both.sure) && !s->house_number.doubt;
}

/* A repaired postcode is sure when its digits read alone are the same and nothing was wrong with its letters. */
static void confirm_postcode(const struct finder *x, struct find *f, const char *city, bool repaired)
{
	char digits[5];
	if (!repaired) {
		find_confirm_postcode(x, f, *city && town_fits(f->value, city) == TOWN_FITS);
		return;
	}
	struct find four = *f;
	memcpy(digits, f->value, 4);
	digits[4] = '\0';
	four.end = f->at + 4;
	f->sure = find_digits_again(x, &four, digits);
}

/* A postcode and a town that cannot both be right: one of them was misread, or miswritten. */
static bool town_doubt(const struct sender *s)
{
	enum town_fit fit = s->postcode.value[0] && s->city.value[0] ? town_fits(s->postcode.value, s->city.value) : TOWN_UNKNOWN;
	return fit == TOWN_ELSEWHERE || (fit == TOWN_MISREAD && !s->city.line->leaf->text_layer);
}

/* "oscar.tmmer@" of Oscar Timmer, "f.westra@" of J.F.F. Westra: a part one letter off a name's, or another first initial than the name's. */
static bool unlike_name(const char *address, const char *name)
{
	char word[FIND_BYTES], part[FIND_BYTES];
	size_t len = 0, first = strcspn(address, ".@");
	for (const char *p = address; *p && *p != '@'; p += len + (p[len] && strchr(".-_", p[len]))) {
		len = strcspn(p, ".-_@");
		size_t n = squeeze(p, len, part, sizeof part), near = 0, same = 0, w = 0;
		for (const char *q = name; *q; q += w + (q[w] != '\0')) {
			w = strcspn(q, " -");
			size_t m = squeeze(q, w, word, sizeof word);
			same += m == n && memcmp(word, part, n) == 0;
			near += m >= 4 && n >= 4 && edit_distance(word, m, part, n, 1) == 1;
		}
		if (near && !same)
			return true;
	}
	size_t n = squeeze(name, strlen(name), word, sizeof word);
	return first == 1 && address[1] == '.' && n && isupper((unsigned char)name[0]) && name[1] == '.' && word[0] != tolower((unsigned char)address[0]);
}

int sender_find(const struct finder *x, struct sender *ret)
{
	struct sender s = { 0 };
	struct address_found a = { .index = x->e->n };
	if (address_find(x, &a, &s.address_doubt) != PARSE_OK)
		return PARSE_NOMEM;
	if (a.score > 0) {
		s.street = a.street;
		s.house_number = a.house_number;
		s.postcode = a.postcode;
		s.city = a.city;
		confirm_street(x, &s);
		confirm_postcode(x, &s.postcode, s.city.value, a.repaired);
		find_confirm(x, &s.city);
		if (s.postcode.sure && town_fits(s.postcode.value, s.city.value) == TOWN_FITS)
			s.city.sure = true;	/* no misread town has the postcode of another one */
		s.town_doubt = town_doubt(&s);
	}
	find_name(x, &a, &s);
	if (contact_phone(x, a.score > 0 ? a.index : x->e->n, &s.phone, &s.phone_doubt) != PARSE_OK || contact_email(x, &s.email) != PARSE_OK)
		return PARSE_NOMEM;
	if (!s.phone.value[0])
		s.phone_unread = contact_phone_again(x, &s.phone);
	else
		find_confirm(x, &s.phone);
	if (!s.email.value[0])
		s.email_unread = contact_email_again(x, &s.email);
	else
		find_confirm(x, &s.email);
	if (s.email.value[0] && s.name.value[0] && !s.email.line->leaf->text_layer && unlike_name(s.email.value, s.name.value))
		s.email.sure = false;
	if (name_of_client(x, s.name.value, &s.client)) {
		find_confirm(x, &s.client);
		s.name_doubt = false;	/* the name at the top is the office's */
	}
	*ret = s;
	return PARSE_OK;
}
