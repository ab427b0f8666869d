#include "parsers/letter/letter_contact.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "parsers/fields/recognise.h"

#define PHONE_BYTES 24	/* longer is no telephone number written */

static bool in_list(const char *value, const struct rule_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->text[i], value) == 0)
			return true;
	return false;
}

/* ---- telephone ---- */

static bool mentions(const char *s, size_t n, const char *const *words, size_t n_words)
{
	char low[512];
	size_t len = n < sizeof low - 1 ? n : sizeof low - 1;
	for (size_t i = 0; i < len; i++)
		low[i] = (char)tolower((unsigned char)s[i]);
	low[len] = '\0';
	for (size_t i = 0; i < n_words; i++)
		if (strstr(low, words[i]))
			return true;
	return false;
}

static int phone_score(const struct finder *x, size_t i, size_t near, size_t at)
{
	static const char *const mine[] = { "bereik", "bel mij", "bel me", "bellen op", "mijn nummer", "telefoonnummer", "telefonisch", "tel.", "tel ", "telefoon", "mobiel", "call me", "reach me" };
	static const char *const not_mine[] = { "fax", "iban", "bsn", "kvk", "k.v.k", "| f ", "| f:", " / f ", ", f " };
	const struct entry *e = &x->e->entry[i];
	const char *text = e->line->text;
	size_t back = at > 24 ? at - 24 : 0;
	if (e->label == PAPER_FAX || e->label == PAPER_CUSTOMER || e->label == PAPER_DOSSIER || e->label == PAPER_REFERENCE || e->label == PAPER_OWN_REFERENCE)
		return 0;
	if (mentions(text + back, at - back, not_mine, sizeof not_mine / sizeof *not_mine))
		return 0;
	int score = e->line->zone == ZONE_BODY && !x->e->form ? 1 : 4;
	if (e->label == PAPER_PHONE)
		score += 4;
	else if (mentions(text + back, at - back, mine, sizeof mine / sizeof *mine))
		score += e->line->zone == ZONE_BODY ? 1 : 2;
	if (near < x->e->n && abs((int)i - (int)near) <= 3)
		score += 2;
	return score;
}

/* "| T0348409175 |": recognition took the blank behind the letter. */
static void part_letter(char *s, size_t n)
{
	for (size_t i = 0; i + 9 < n; i++)
		if (strchr("TM", s[i]) && (i == 0 || s[i - 1] == ' ') && s[i + 1] == '0' && strspn(s + i + 1, "0123456789") >= 3)
			s[i] = ' ';
}

int contact_phone(const struct finder *x, size_t near, struct find *ret, bool *ret_doubt)
{
	int best = 1;	/* a number in running text that nothing calls the writer's stays out */
	*ret_doubt = false;
	for (size_t i = 0; i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		char number[20];
		struct span where;
		if (!e->line || e->line->ours || e->line->quoted)
			continue;
		char *text = mend_digits(e->line->text + e->at, e->line->n - e->at, x->c->arena);
		if (!text)
			return PARSE_NOMEM;
		part_letter(text, e->line->n - e->at);
		for (size_t from = 0; recognise_phone(text, e->line->n - e->at, from, &where, number); from = where.end) {
			int score = in_list(number, &x->c->rules->phones) ? 0 : phone_score(x, i, near, e->at + where.at);
			if (score == best && strcmp(number, ret->value) != 0)
				*ret_doubt = ret->value[0] != '\0';
			if (score <= best)
				continue;
			best = score;
			*ret_doubt = false;
			find_set(ret, e->line, e->at + where.at, e->at + where.end, number, strlen(number), e->label == PAPER_PHONE ? "label" : "ocr");
		}
	}
	return PARSE_OK;
}

/* A line of its own in the head or foot that begins as a telephone number and is as long as one: no date, no dossier. */
static bool lone_phone(const struct letter_line *l)
{
	size_t digits = 0, letters = 0;
	for (size_t i = 0; i < l->n; i++) {
		digits += isdigit((unsigned char)l->text[i]) != 0;
		letters += isalpha((unsigned char)l->text[i]) != 0;
	}
	return l->zone != ZONE_BODY && l->n >= 9 && l->n <= PHONE_BYTES && strchr("0+(O", l->text[0]) && letters <= 2 && digits + letters >= 9;
}

/* Where the value of a telephone's label begins in an entry: at the label, or behind "tel." in a line of several things; 0 where there is none. */
static const char *labelled_phone(const struct entry *e)
{
	const char *p = e->line->text;
	if (e->label == PAPER_PHONE)
		return p + e->at;
	if (e->label != PAPER_NONE || e->line->zone == ZONE_BODY)
		return NULL;
	if (lone_phone(e->line))
		return p;
	while ((p = strcasestr(p, "tel"))) {
		size_t word = 3 + strspn(p + 3, "efon.: ");
		if ((p == e->line->text || !isalpha((unsigned char)p[-1])) && (isdigit((unsigned char)p[word]) || strchr("(+", p[word])))
			return p + word;
		p += 3;
	}
	return NULL;
}

/* Digits enough for a telephone number, with hardly a letter between. */
static bool most_are_digits(const char *s)
{
	size_t digits = 0, letters = 0;
	for (size_t i = 0; s[i] && s[i] != '|' && i < PHONE_BYTES; i++) {
		digits += isdigit((unsigned char)s[i]) != 0;
		letters += isalpha((unsigned char)s[i]) != 0;
	}
	return digits >= 6 && letters <= 3;
}

static size_t digits_of(const char *s, size_t n, char ret[PHONE_BYTES])
{
	size_t to = 0;
	for (size_t i = 0; i < n && to + 1 < PHONE_BYTES; i++)
		if (isdigit((unsigned char)s[i]))
			ret[to++] = s[i];
	ret[to] = '\0';
	return to;
}

/* "0544 -- 37 39 20": only what parts the digits was misread, when both readings hold the same ones. */
static bool same_digits(const struct finder *x, const struct letter_line *l, size_t at, const char *again)
{
	char a[PHONE_BYTES], b[PHONE_BYTES];
	char *first = mend_digits(l->text + at, l->n - at, x->c->arena);
	return first && digits_of(first, strlen(first), a) >= 9 && digits_of(again, strlen(again), b) && strcmp(a, b) == 0;
}

/* A number behind its label with a sign in it that is no digit: read once more with nothing but digits allowed. Sure only when those are the first ones. */
bool contact_phone_again(const struct finder *x, struct find *ret)
{
	bool unread = false;
	for (size_t i = 0; i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		char number[20];
		struct span where;
		double conf;
		const char *value = e->line && !e->line->ours && !e->line->quoted ? labelled_phone(e) : NULL;
		if (!value || !most_are_digits(value) || recognise_phone(value, strlen(value), 0, &where, number))
			continue;
		size_t at = (size_t)(value - e->line->text);
		const char *text = x->c->engine ? leaf_again(e->line->leaf, e->line->s, at, e->line->n, x->c->engine->ocr, "0123456789+-() ", x->c->arena, &conf) : NULL;
		unread = true;
		if (!text || !recognise_phone(text, strlen(text), 0, &where, number) || in_list(number, &x->c->rules->phones))
			continue;
		find_set(ret, e->line, at, e->line->n, number, strlen(number), "label");
		ret->sure = same_digits(x, e->line, at, text);
		return false;
	}
	return unread;
}

/* ---- e-mail ---- */

static bool our_mail(const char *address, const struct rules *rules)
{
	const char *at = strchr(address, '@');
	if (in_list(address, &rules->addresses) || !at)
		return true;
	for (size_t i = 0; i < rules->domains.n; i++) {
		size_t n = strlen(rules->domains.text[i]), d = strlen(at + 1);
		if (d >= n && strcmp(at + 1 + d - n, rules->domains.text[i]) == 0 && (d == n || at[d - n] == '.'))
			return true;
	}
	return false;
}

/* "post@deter pbewind.example": what stands behind the "@" and before a blank is no domain yet, and with the next word it is one. */
static bool domain_goes_on(const char *so_far, size_t n, const char *next)
{
	size_t word = strspn(next, "abcdefghijklmnopqrstuvwxyz0123456789-"), top = next[word] == '.' ? strspn(next + word + 1, "abcdefghijklmnopqrstuvwxyz") : 0;
	return n && !memchr(so_far, '.', n) && !memchr(so_far, ' ', n) && word && top >= 2;
}

/* Recognition puts blanks into addresses ("j. jansen @postvak. example"): taken out around "@" and after a mark that ends no sentence here. */
static char *without_gaps(const char *s, size_t n, struct arena *a)
{
	char *r = arena_alloc(a, n + 1);
	size_t to = 0;
	for (size_t i = 0, at = 0; r && i < n; i++) {
		at = s[i] == '@' ? to + 1 : at;
		if (s[i] == ' ' && at && domain_goes_on(r + at, to - at, s + i + 1))
			continue;
		bool after = to && (r[to - 1] == '@' || r[to - 1] == '_' || (r[to - 1] == '.' && to > 1 && islower((unsigned char)r[to - 2])));
		bool before = i + 1 < n && s[i + 1] == '@';
		if (s[i] != ' ' || !(after || before))
			r[to++] = s[i];
	}
	return r;
}

/* "oscar. wouters@...": a word before the address, in a block of addresses where only labels stand before one, is its lost beginning. */
static bool lost_beginning(const struct entry *e, const char *text, size_t from, size_t to)
{
	static const char *const labels[] = { "mail", "email", "e-mail", "mailadres", "e-mailadres", "adres", "of", "en", "via", "e", "m", "p", "per", "or", "and", "address" };
	char word[24];
	while (to > from && strchr(":;, ", text[to - 1]))
		to--;
	while (to > from && text[to - 1] == '.')
		to--;
	if (e->line->zone == ZONE_BODY && e->label != PAPER_EMAIL)
		return false;
	size_t at = to;
	while (at > from && text[at - 1] != ' ')
		at--;
	if (to - at == 0 || to - at >= sizeof word || !islower((unsigned char)text[at]))
		return false;
	memcpy(word, text + at, to - at);
	word[to - at] = '\0';
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (strcasecmp(labels[i], word) == 0)
			return false;
	return true;
}

/* "g.k.1.pronk@": a lone figure among initials is an l or an i, or is not. */
static bool lone_figure(const char *address)
{
	for (const char *p = address; *p && *p != '@'; p++)
		if (strchr("01", *p) && (p == address || p[-1] == '.') && (p[1] == '.' || p[1] == '@'))
			return true;
	return false;
}

/* "chantal.pinasefluxmail.example": one word with dots and no "@" behind a label of an e-mail address. */
static bool without_at(const char *s)
{
	size_t n = strcspn(s, " "), dots = 0;
	for (size_t i = 1; i + 2 < n; i++)
		dots += s[i] == '.' && islower((unsigned char)s[i - 1]) && islower((unsigned char)s[i + 1]);
	return n >= 10 && n == strlen(s) && dots && !strchr(s, '@') && strncasecmp(s, "www.", 4) != 0;
}

bool contact_email_again(const struct finder *x, struct find *ret)
{
	for (size_t i = 0; i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		char address[255];
		struct span where;
		double conf;
		if (e->label != PAPER_EMAIL || !e->line || e->line->ours || e->line->quoted || !without_at(e->line->text + e->at))
			continue;
		const char *text = x->c->engine ? leaf_again(e->line->leaf, e->line->s, e->at, e->line->n, x->c->engine->ocr, NULL, x->c->arena, &conf) : NULL;
		if (!text || !recognise_email(text, strlen(text), 0, &where, address) || our_mail(address, x->c->rules))
			return true;
		find_set(ret, e->line, e->at, e->line->n, address, strlen(address), "label");
		ret->sure = false;
		return false;
	}
	return false;
}

int contact_email(const struct finder *x, struct find *ret)
{
	int best = 0;
	for (size_t i = 0; i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		char address[255];
		struct span where;
		if (!e->line || e->line->ours || e->line->quoted || !memchr(e->line->text, '@', e->line->n))
			continue;
		char *text = without_gaps(e->line->text + e->at, e->line->n - e->at, x->c->arena);
		if (!text)
			return PARSE_NOMEM;
		int score = e->label == PAPER_EMAIL ? 3 : e->line->zone == ZONE_BODY ? 1 : 2;
		if (score <= best || !recognise_email(text, strlen(text), 0, &where, address) || our_mail(address, x->c->rules))
			continue;
		best = score;
		size_t lean = strspn(address, "-_~+");	/* "-info@...": a stroke or a bullet that leans against it */
		memmove(address, address + lean, strlen(address + lean) + 1);
		where.at += lean;
		/* "d.c.m janssen@...": what stands before it with a dot inside may be its beginning */
		size_t word = where.at;
		while (word > 0 && text[word - 1] == ' ')
			word--;
		size_t dots = 0, before = word;
		while (before > 0 && text[before - 1] != ' ')
			dots += text[--before] == '.' && before + 1 < word;
		bool cut = dots && word < where.at && islower((unsigned char)text[before]);
		/* gaps were taken out, so that offsets in the mended text end early: the words touched are the same or one more */
		size_t end = e->at + where.end + (e->line->n - e->at - strlen(text));
		find_set(ret, e->line, e->at + where.at, end < e->line->n ? end : e->line->n, address, strlen(address), e->label == PAPER_EMAIL ? "label" : "ocr");
		if (cut || lost_beginning(e, text, 0, where.at) || (!e->line->leaf->text_layer && lone_figure(address))) {
			ret->doubt = true;
			ret->sure = false;
		}
	}
	return PARSE_OK;
}
