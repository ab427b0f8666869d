#include "parsers/letter/letter_record.h"

#include <ctype.h>
#include <string.h>

#include "parsers/fields/recognise.h"
#include "parsers/judge/judge.h"
#include "parsers/letter/letter_dossier.h"
#include "parsers/letter/letter_sender.h"
#include "parsers/letter/letter_wish.h"

#define RECORD_BYTES (16u << 20)
#define CITED_BYTES 30
#define ANSWERED_WISH 0.8
#define WEAK_WISH 0.4	/* confidence of one that only awaits an answer */

static struct record *blank_record(const struct letter_context *c, int pages, int first)
{
	struct record *r = record_new(RECORD_BYTES);
	if (!r)
		return NULL;
	r->file = c->job->file ? arena_strdup(r->arena, c->job->file) : NULL;
	r->channel = CHANNEL_LETTER;
	r->scan.there = true;
	r->scan.pages = pages;
	r->scan.first_page = first;
	return r;
}

static int add_document(const struct letter_context *c, struct record *r, const char *from, double confidence)
{
	struct document d = { .name = c->job->file ? c->job->file : "scan", .media_type = image_media_type(c->type), .bytes = c->job->n,
			      .pages = c->file_pages, .text_from = from, .confidence = confidence, .scan = true };
	return record_add_document(r, &d);
}

struct record *letter_record_unreadable(const struct letter_context *c, const char *code, const char *text, int pages)
{
	struct record *r = blank_record(c, pages, 1);
	if (!r)
		return NULL;
	r->kind = KIND_UNREADABLE;
	r->kind_confidence = 1;
	if (add_document(c, r, "none", 0) || record_add_review(r, code, NULL, "%s", text) ||
	    record_add_why(r, VERDICT_HOLD, "unreadable", "nothing could be read: a person must look first")) {
		record_free(r);
		return NULL;
	}
	return r;
}

static int add_barcodes(struct record *r, const struct leaf *leaf, size_t n)
{
	size_t room = 0;
	for (size_t i = 0; i < n; i++)
		room += leaf[i].codes;
	if (room == 0)
		return PARSE_OK;
	r->scan.barcodes = arena_alloc(r->arena, room * sizeof *r->scan.barcodes);
	for (size_t i = 0; r->scan.barcodes && i < n; i++)
		for (size_t k = 0; k < leaf[i].codes; k++) {
			const char *text = arena_strdup(r->arena, leaf[i].code[k].text);
			if (!text)
				return PARSE_NOMEM;
			r->scan.barcodes[r->scan.n_barcodes++] = text;
		}
	return r->scan.barcodes ? PARSE_OK : PARSE_NOMEM;
}

/* ---- fields ---- */

static const char *kept(struct record *r, const struct find *f)
{
	return f->value[0] ? arena_strdup(r->arena, f->value) : NULL;
}

static int note(const struct finder *x, const char *field, const struct find *f)
{
	return f->value[0] ? find_evidence(x, field, f) : PARSE_OK;
}

static int unsure(struct record *r, const char *field, const char *what, const struct find *f)
{
	return f->value[0] && !f->sure ? record_add_review(r, "unsure-reading", field, "%s was not read with certainty.", what) : PARSE_OK;
}

static int add_sender(const struct finder *x, const struct sender *s)
{
	struct record *r = x->r;
	r->name = kept(r, &s->name);
	r->phone = kept(r, &s->phone);
	r->email = kept(r, &s->email);
	r->on_behalf_of = kept(r, &s->client);
	r->address = (struct address){ kept(r, &s->street), kept(r, &s->house_number), kept(r, &s->postcode), kept(r, &s->city) };
	int result = note(x, "sender.name", &s->name);
	result = result ? result : note(x, "sender.phone", &s->phone);
	result = result ? result : note(x, "sender.email", &s->email);
	result = result ? result : note(x, "sender.address.street", &s->street);
	result = result ? result : note(x, "sender.address.house_number", &s->house_number);
	result = result ? result : note(x, "sender.address.postcode", &s->postcode);
	result = result ? result : note(x, "sender.address.city", &s->city);
	return result ? result : note(x, "on_behalf_of", &s->client);
}

static int review_sender(const struct finder *x, const struct sender *s)
{
	struct record *r = x->r;
	const struct find *parts[] = { &s->street, &s->house_number, &s->postcode, &s->city };
	int result = PARSE_OK;
	bool sure = true, whole = true;
	for (size_t i = 0; i < 4; i++) {
		sure = sure && (parts[i]->sure || !parts[i]->value[0]);
		whole = whole && parts[i]->value[0];
	}
	if (x->c->job->attachment)	/* an annex of a mail: what it lacks the mail may have */
		whole = true;
	else if (!s->name.value[0])
		result = record_add_review(r, "no-name", "sender.name", "No name of a sender was found.");
	result = result ? result : unsure(r, "sender.name", "The name", &s->name);
	if (!result && s->name_doubt && s->name.sure)
		result = record_add_review(r, "two-names", "sender.name", "Different names stand at the top and under the letter.");
	if (!result && !whole)
		result = record_add_review(r, "no-address", "sender.address", "No whole postal address of the sender was found.");
	else if (!result && s->address_doubt)
		result = record_add_review(r, "two-addresses", "sender.address", "More than one address could be the sender's.");
	else if (!result && !sure)
		result = record_add_review(r, "unsure-reading", "sender.address", "The postal address was not read with certainty.");
	if (!result && whole && s->town_doubt && sure && !s->address_doubt)
		result = record_add_review(r, "address-uncertain", "sender.address", "The postcode %s is none of %s.", s->postcode.value, s->city.value);
	result = result ? result : unsure(r, "sender.phone", "The telephone number", &s->phone);
	if (!result && s->phone_unread)
		result = record_add_review(r, "unsure-reading", "sender.phone", "A telephone number stands in the letter, but it could not be read.");
	if (!result && s->phone_doubt && s->phone.sure)
		result = record_add_review(r, "two-phones", "sender.phone", "More than one telephone number could be the sender's.");
	result = result ? result : unsure(r, "sender.email", "The e-mail address", &s->email);
	if (!result && s->email_unread)
		result = record_add_review(r, "unsure-reading", "sender.email", "An e-mail address stands in the letter, but it could not be read.");
	return result ? result : unsure(r, "on_behalf_of", "The client's name", &s->client);
}

/* ---- words ---- */

static const char *subject_of(const struct finder *x)
{
	for (size_t i = 0; i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		if (e->label == PAPER_SUBJECT && e->line && !e->line->ours && e->line->zone != ZONE_BODY)
			return arena_strdup(x->r->arena, e->line->text + e->at);
	}
	/* "Klacht over onjuist berekende rente" or "KLACHT", above the greeting or the text */
	for (size_t i = x->e->n; i-- > 0;) {
		const struct entry *e = &x->e->entry[i];
		if (e->line && e->label == PAPER_NONE && !e->line->ours && e->line->zone == ZONE_HEAD && (strcasestr(e->line->text, "klacht") || strcasestr(e->line->text, "complaint") ||
		    strcasestr(e->line->text, "compliment") || strcasestr(e->line->text, "bezwaar")))
			return arena_strdup(x->r->arena, e->line->text);
	}
	return NULL;
}

static const struct entry *labelled(const struct finder *x, enum label label, size_t *ret_i)
{
	for (*ret_i = 0; *ret_i < x->e->n; (*ret_i)++)
		if (x->e->entry[*ret_i].label == label && x->e->entry[*ret_i].line)
			return &x->e->entry[*ret_i];
	return NULL;
}

/* Bytes of a sentence that is cited behind a colon at s: 'U schrijft: "Wij verzoeken u ..."'. A word or two are the writer's own complaint. */
static size_t citation(const char *s)
{
	if (strncmp(s, ": \"", 3) != 0)
		return 0;
	size_t n = 3 + strcspn(s + 3, "\"\n");	/* a mark that was not read: to the end of the paragraph */
	return n > CITED_BYTES ? n + (s[n] == '"') : 0;
}

/* What is judged: the words without what they cite and without the numbers of a list, which end sentences ("Ik verzoek u: 1. ...; 2. ..."). */
static const char *for_judgement(const char *own, struct arena *a)
{
	char *s = arena_strdup(a, own);
	size_t to = 0;
	for (size_t i = 0; s && own[i]; i++) {
		if (citation(own + i)) {
			i += citation(own + i);
			s[to++] = '.';
			if (!own[i])
				break;
		}
		if (to >= 2 && (s[to - 2] == ':' || s[to - 2] == ';') && isdigit((unsigned char)own[i]) && (own[i + 1] == '.' || own[i + 1] == ')') && own[i + 2] == ' ')
			i += 3;
		if (!own[i])
			break;
		s[to++] = own[i];
	}
	if (s)
		s[to] = '\0';
	return s;
}

/* A letter that only asks has nothing to be put right: its question stands in the description. */
static void drop_resolution(struct record *r)
{
	size_t to = 0;
	for (size_t i = 0; i < r->n_evidence; i++)
		if (strcmp(r->evidence[i].field, "desired_resolution") != 0)
			r->evidence[to++] = r->evidence[i];
	r->n_evidence = to;
	r->desired_resolution = NULL;
}

static struct evidence *wish_evidence(struct record *r)
{
	for (size_t i = 0; i < r->n_evidence; i++)
		if (strcmp(r->evidence[i].field, "desired_resolution") == 0)
			return &r->evidence[i];
	return NULL;
}

static int set_wish(struct record *r, const char *wish, double confidence)
{
	struct evidence *old = wish_evidence(r);
	r->desired_resolution = wish;
	if (old)
		old->quote = wish;
	struct evidence e = { .field = "desired_resolution", .from = "body", .quote = wish, .confidence = confidence };
	return old ? PARSE_OK : record_add_evidence(r, &e);
}

/* What judge_text() found in a letter, or found wanting: a letter's last paragraphs tell more than a mail's. */
static int mend_wish(struct record *r, const char *own, bool form)
{
	const char *wish;
	int result = letter_wish_answer(own, r->arena, &wish);
	if (result != PARSE_OK || wish)
		return result ? result : set_wish(r, wish, ANSWERED_WISH);
	if (form)	/* its wish has a label of its own, and what describes the trouble is none */
		return PARSE_OK;
	if (r->desired_resolution && letter_wish_is_none(own, r->desired_resolution, r->arena))
		drop_resolution(r);
	const struct evidence *old = wish_evidence(r);
	bool weak = !r->desired_resolution || (old && old->confidence <= WEAK_WISH);
	result = weak ? letter_wish(own, r->arena, &wish) : letter_wish_goes_on(own, r->desired_resolution, r->arena, &wish);
	return result != PARSE_OK || !wish || wish == r->desired_resolution ? result : set_wish(r, wish, 0.6);
}

static int add_words(const struct finder *x)
{
	struct record *r = x->r;
	size_t i;
	const char *own = NULL;
	r->subject = x->e->form ? NULL : subject_of(x);
	if (x->e->form && labelled(x, PAPER_DESCRIPTION, &i))
		own = entry_text(x->t, x->e, i, r->arena);
	if (!own || !*own)
		own = letter_text_body(x->t, r->arena);
	if (!own)
		return PARSE_NOMEM;
	r->description = *own ? own : NULL;
	r->language = recognise_language(own);
	const char *judged = for_judgement(own, x->c->arena);
	if (!judged)
		return PARSE_NOMEM;
	int result = *own ? judge_text(r->subject, judged, x->c->rules, r) : PARSE_OK;
	if (result == PARSE_OK && *own && r->kind != KIND_COMPLIMENT)
		result = mend_wish(r, judged, x->e->form);
	if (r->kind == KIND_OTHER)
		drop_resolution(r);
	const struct entry *wish = x->e->form ? labelled(x, PAPER_RESOLUTION, &i) : NULL;
	if (result != PARSE_OK || !wish)
		return result;
	r->desired_resolution = entry_text(x->t, x->e, i, r->arena);
	struct find f;
	if (!r->desired_resolution)
		return PARSE_NOMEM;
	if (!*r->desired_resolution) {
		r->desired_resolution = NULL;
		return PARSE_OK;
	}
	find_set(&f, wish->line, wish->at, wish->line->n, r->desired_resolution, strlen(r->desired_resolution), "form");
	return find_evidence(x, "desired_resolution", &f);
}

/* ---- follow-ups ---- */

/* "Uw kenmerk: K-2026-000123", in the letter or on the slip that came with it: a claim, which intake checks against the dossier. */
static int add_number(const struct finder *x)
{
	for (size_t i = 0; i < x->t->n; i++) {
		const struct letter_line *l = &x->t->line[i];
		char number[16];
		struct span where;
		struct find f;
		char *text = memchr(l->text, '-', l->n) ? mend_digits(l->text, l->n, x->c->arena) : NULL;
		if (!text || !recognise_complaint_number(text, l->n, 0, &where, number) || (!l->ours && judge_complains_anew(x->r->description, x->c->arena)))
			continue;
		x->r->complaint_number = arena_strdup(x->r->arena, number);
		x->r->kind = KIND_FOLLOW_UP;
		find_set(&f, l, where.at, where.end, number, strlen(number), l->ours ? "slip" : l->zone == ZONE_BODY ? "body" : "label");
		return x->r->complaint_number ? find_evidence(x, "complaint_number", &f) : PARSE_NOMEM;
	}
	return PARSE_OK;
}

/* ---- the letter as a whole ---- */

static int review_pages(struct record *r, const struct leaf *leaf, size_t n)
{
	int result = PARSE_OK;
	for (size_t i = 0; i < n && result == PARSE_OK; i++) {
		if (leaf[i].state == LEAF_SKIPPED || leaf[i].state == LEAF_UNREAD)
			result = record_add_review(r, "unread-page", NULL, "Page %d could not be read: %s.", leaf[i].page, leaf[i].why);
		else if (leaf[i].state == LEAF_READ && leaf[i].poor)
			result = record_add_review(r, "poor-reading", NULL, "Page %d is handwriting or a bad scan: compare everything with the paper.", leaf[i].page);
	}
	return result == PARSE_LIMIT ? PARSE_OK : result;
}

/* A letter whose text was not found, and no slip that needs none: what it complains of is known from the paper alone. */
static int review_words(const struct finder *x)
{
	bool lost = !x->r->description && !x->r->complaint_number && !x->c->job->attachment;
	return lost ? record_add_review(x->r, "no-own-words", "description", "No text of a letter was found: read the paper.") : PARSE_OK;
}

static int add_receipt(struct record *r)
{
	r->receipt.to = r->email;
	return r->email ? PARSE_OK : record_add_why(r, VERDICT_SEND, "by-post", "the letter gives no e-mail address: the receipt goes by post");
}

static int fill(const struct letter_context *c, const struct leaf *leaf, size_t n, struct record *r)
{
	struct letter_text t;
	struct entries e;
	struct sender s;
	struct finder x = { c, &t, &e, r };
	int result = letter_text_make(leaf, n, c->rules, c->arena, &t);
	result = result ? result : entries_make(&t, c->arena, &e);
	result = result ? result : add_barcodes(r, leaf, n);
	result = result ? result : review_pages(r, leaf, n);
	result = result ? result : sender_find(&x, &s);
	result = result ? result : add_sender(&x, &s);
	result = result ? result : review_sender(&x, &s);
	result = result ? result : dossier_find(&x, leaf, n);
	result = result ? result : add_words(&x);
	result = result ? result : add_number(&x);
	result = result ? result : review_words(&x);
	return result ? result : add_receipt(r);
}

static double mean_confidence(const struct leaf *leaf, size_t n, size_t *ret_words)
{
	double sum = 0;
	*ret_words = 0;
	for (size_t i = 0; i < n; i++) {
		sum += leaf[i].mean_confidence * (double)leaf[i].words;
		*ret_words += leaf[i].words;
	}
	return *ret_words ? sum / (double)*ret_words / 100 : 0;
}

int letter_record(const struct letter_context *c, const struct leaf *leaf, size_t n, struct record **ret)
{
	int pages = 0;
	size_t words, first = 0;
	double confidence = mean_confidence(leaf, n, &words);
	while (first + 1 < n && leaf[first].state == LEAF_BLANK)
		first++;
	for (size_t i = 0; i < n; i++)
		pages += leaf[i].state != LEAF_BLANK;
	if (words == 0) {
		struct record *u = letter_record_unreadable(c, "unreadable", leaf[first].why ? leaf[first].why : "no text could be read", pages);
		if (u)
			u->scan.first_page = leaf[first].page;
		*ret = u;
		return u ? PARSE_OK : PARSE_NOMEM;
	}
	struct record *r = blank_record(c, pages, leaf[first].page);
	if (!r)
		return PARSE_NOMEM;
	r->scan.rotation = leaf[first].rotation;
	r->scan.skew = leaf[first].skew;
	int result = add_document(c, r, leaf[first].text_layer ? "text-layer" : "ocr", confidence);
	result = result ? result : fill(c, leaf, n, r);
	if (result != PARSE_OK) {
		record_free(r);
		return PARSE_NOMEM;
	}
	*ret = r;
	return PARSE_OK;
}
