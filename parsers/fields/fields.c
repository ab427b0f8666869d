#include "parsers/fields/fields.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "parsers/fields/fields_inner.h"
#include "parsers/fields/names.h"
#include "parsers/glyph.h"

#define QUOTE_BYTES 160

void fields_put(struct reading *f, const char **slot, const char *s, size_t n)
{
	const char *copy = arena_strndup(f->r->arena, s, n);
	if (copy)
		*slot = copy;
	else
		f->result = PARSE_NOMEM;
}

void fields_evidence(struct reading *f, const char *field, const char *from, const char *quote, size_t n, double confidence)
{
	char text[QUOTE_BYTES];
	size_t k = 0, len;
	for (size_t i = 0; i < n && k + 4 < sizeof text; i += len) {	/* whole code points, one line */
		uint32_t c = glyph_at(quote, n, i, &len);
		if (c < ' ') {
			text[k++] = ' ';
		} else {
			memcpy(text + k, quote + i, len);
			k += len;
		}
	}
	text[k] = '\0';
	struct evidence e = { .field = field, .from = f->m->carrier ? "forwarded" : from, .quote = text, .confidence = confidence };
	int result = record_add_evidence(f->r, &e);
	if (result == PARSE_NOMEM)
		f->result = result;
}

void fields_review(struct reading *f, const char *code, const char *field, const char *text)
{
	int result = record_add_review(f->r, code, field, "%s", text);
	if (result == PARSE_NOMEM)
		f->result = result;
}

bool fields_ours(const struct rules *rules, const char *address)
{
	for (size_t i = 0; i < rules->addresses.n; i++)
		if (strcasecmp(rules->addresses.text[i], address) == 0)
			return true;
	for (size_t i = 0; i < rules->form_senders.n; i++)
		if (strcasecmp(rules->form_senders.text[i], address) == 0)
			return true;
	const char *at = strrchr(address, '@');
	for (size_t i = 0; at && i < rules->domains.n; i++) {
		size_t k = strlen(rules->domains.text[i]), n = strlen(at + 1);
		if (n >= k && strcasecmp(at + 1 + n - k, rules->domains.text[i]) == 0 && (n == k || at[n - k] == '.'))
			return true;
	}
	return false;
}

/* "Haverkamp Bouw | Administratie" <administratie@haverkampbouw.example>: a mailbox of the house, its domain is all of the name, and that ends in a trade
 * ("Bouw" alone is a surname as well). */
static bool house_name(const struct reading *f, const char *name, size_t n)
{
	const char *at = f->m->from.address ? strchr(f->m->from.address, '@') : NULL;
	char fold[PERSON_BYTES], house[PERSON_BYTES], trade[PERSON_BYTES];
	struct person p;
	size_t end, k = 0, words = 0, last = 0;
	if (!at || !fields_company_mailbox(f) || (person_read(name, n, PERSON_LINE, &p, &end) && (p.known || strchr(p.name, '.'))))
		return false;
	glyph_fold_text(name, n < sizeof fold ? n : sizeof fold - 1, fold, sizeof fold);
	for (const char *c = fold; *c && !strchr("|,(/", *c) && k + 1 < sizeof house; c++) {
		if (*c != ' ' && (c == fold || c[-1] == ' ')) {
			words++;
			last = k;
		}
		if (!strchr(" -.&", *c))
			house[k++] = *c;
	}
	house[k] = '\0';
	(void)snprintf(trade, sizeof trade, "x%s", house + last);	/* as the end of one word it is told: "dakbouw" */
	return words > 1 && k > 5 && names_organisation(trade) && strncasecmp(at + 1, house, k) == 0 && strchr(".-", at[1 + k]);
}

/* What the From header says about the person. */
static void read_header(struct reading *f)
{
	const char *name = f->m->from.name, *address = f->m->from.address;
	if (address)
		for (size_t i = 0; i < f->rules->form_senders.n; i++)
			f->form = f->form || strcasecmp(f->rules->form_senders.text[i], address) == 0;
	if (!name || f->form)
		return;
	size_t n = service_person(name), end;
	f->service = n < strlen(name) || service_name(name);
	if (f->service && n == strlen(name))
		return;
	f->header_organisation = person_is_organisation(name, n) || house_name(f, name, n);
	if (f->header_organisation || !person_read(name, n, PERSON_HEADER, &f->header, &end) || f->header.score < 0.35)
		f->header.name[0] = '\0';
	/* "Jan Jansen (Bakkerij Jansen)" and "Jan Jansen | Bakkerij" name the person first */
	if (f->header_organisation && !house_name(f, name, n) && person_read(name, n, PERSON_LINE, &f->header, &end) && f->header.score >= 0.8 && end < n) {
		f->header_organisation = false;
		return;
	}
	if (f->header_organisation)
		f->header.name[0] = '\0';
}


int fields_read(const struct message *m, const struct words *w, const struct rules *rules, struct record *r)
{
	struct reading f = { .m = m, .w = w, .rules = rules, .r = r, .result = PARSE_OK };
	f.older.from = f.history.from = "quoted";
	f.dossiers = dossier_rules_of(rules);
	if (!f.dossiers)
		return PARSE_NOMEM;
	read_header(&f);
	f.result = view_build(&f, &f.own, 0, 0, false);
	if (f.result == PARSE_OK)
		f.result = view_build(&f, &f.older, 1, 1000, true);
	if (f.result == PARSE_OK)
		f.result = view_build(&f, &f.history, 1, 1000, false);
	if (f.result == PARSE_OK) {
		fields_email(&f);
		fields_behalf(&f);
		fields_dossiers(&f);
		fields_name(&f);
		fields_foreign(&f, &f.own);
		fields_foreign(&f, &f.older);
		fields_address(&f);
		fields_phone(&f);
	}
	return f.result;
}
