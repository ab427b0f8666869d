#include "parsers/judge/verdict.h"

#include <string.h>

#include "parsers/fields/recognise.h"

/* SMTPUTF8 (RFC 6531) is not spoken: an address with other letters can be read, but not written to. */
static bool ascii(const char *s)
{
	while (*s && !(*s & 0x80))
		s++;
	return !*s;
}

static bool may_answer(const char *address, const struct rules *rules)
{
	return address && ascii(address) && !address_noreply(address) && !address_daemon(address) && !address_own(address, rules) && !address_own_domain(address, rules);
}

const char *verdict_labelled(const struct words *w, const struct rules *rules, struct arena *a)
{
	for (size_t i = 0; i < w->n; i++) {
		const struct line *l = &w->lines[i];
		struct span where;
		char found[255];
		if (l->level == 0 && l->role == ROLE_FORM_LABEL && recognise_email(l->s, l->n, 0, &where, found) == 1 && may_answer(found, rules))
			return arena_strdup(a, found);
	}
	return NULL;
}

static const char *whom(const struct message *m, const struct words *w, const struct rules *rules, bool form, struct arena *a)
{
	if (m->reply_to.n == 1 && may_answer(m->reply_to.box[0].address, rules))
		return m->reply_to.box[0].address;
	if (form)
		return verdict_labelled(w, rules, a);
	return may_answer(m->from.address, rules) ? m->from.address : NULL;
}

static int note_reply_to(const struct message *m, const struct rules *rules, struct record *r)
{
	if (m->reply_to.n > 1)
		return record_add_why(r, VERDICT_SEND, "reply-to-many", "Reply-To names several addresses: From is answered, never two.");
	if (m->reply_to.n == 1 && m->reply_to.box[0].address && !may_answer(m->reply_to.box[0].address, rules))
		return record_add_why(r, VERDICT_SEND, "reply-to-refused", "Reply-To takes no answers or is ours: From is answered.");
	return PARSE_OK;
}

int verdict_read(const struct message *m, const struct words *w, const struct rules *rules, bool form, const struct signs *s, struct record *r)
{
	const char *to = whom(m, w, rules, form, r->arena);
	int result = PARSE_OK;
	r->receipt.to = to && r->receipt.verdict != VERDICT_NEVER && !s->own ? arena_strdup(r->arena, to) : NULL;
	if (r->kind == KIND_MACHINE && !s->certain && !s->own) {
		result = record_add_why(r, VERDICT_HOLD, "machine-words", "It reads like %s.", s->words_text && s->words ? s->words_text : "a program's mail");
		if (result != PARSE_NOMEM)
			result = record_add_review(r, "machine-doubtful", "kind", "No certain sign of a machine, but it reads like %s: no number, no receipt. "
						   "A person should look.", s->words_text && s->words ? s->words_text : "a program's mail");
	} else if (r->receipt.verdict == VERDICT_HOLD && r->kind != KIND_MACHINE) {
		result = record_add_review(r, "receipt-held", "receipt", "The receipt waits for a person: %s", r->receipt.n_why ? r->receipt.why[0].text : "");
	}
	if (result != PARSE_NOMEM && r->kind == KIND_UNREADABLE)
		result = record_add_why(r, VERDICT_HOLD, "unreadable", "It cannot be read, so nobody knows what would be confirmed.");
	if (result != PARSE_NOMEM && !to && r->receipt.verdict != VERDICT_NEVER)
		result = record_add_why(r, VERDICT_HOLD, "no-address", "There is no address that may be answered.");
	if (result != PARSE_NOMEM && r->receipt.verdict == VERDICT_SEND)
		result = note_reply_to(m, rules, r);
	if (result == PARSE_NOMEM || r->receipt.verdict != VERDICT_SEND)
		return result == PARSE_NOMEM ? result : PARSE_OK;
	if (form)
		result = record_add_why(r, VERDICT_SEND, "own-form", "Our own web form: the customer is answered.");
	else if (s->relayed)
		result = record_add_why(r, VERDICT_SEND, "relayed-form", "A form's service passed it on, and its fields and Reply-To name the customer, who is answered.");
	else
		result = record_add_why(r, VERDICT_SEND, "person", "A person wrote it: nothing speaks against an answer.");
	return result == PARSE_NOMEM ? result : PARSE_OK;
}
