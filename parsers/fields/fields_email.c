/* The sender's address: of the form's payload, of Reply-To, of From. Which of them may be answered is the judge's business. */
#include <string.h>
#include <strings.h>

#include "parsers/fields/fields_inner.h"

/* The only Reply-To address that is neither ours nor a machine's; NULL when there are several. */
static const char *reply_to(const struct reading *f)
{
	const char *found = NULL;
	for (size_t i = 0; i < f->m->reply_to.n; i++) {
		const char *a = f->m->reply_to.box[i].address;
		if (!a || fields_ours(f->rules, a) || service_no_reply(a))
			continue;
		if (found && strcasecmp(found, a) != 0)
			return NULL;
		found = a;
	}
	return found;
}

/* The value of the first "E-mail:" label, when it is an address and not ours. */
static bool labelled(struct reading *f, char ret[255], struct span *ret_at)
{
	for (size_t i = 0; i < f->own.n_lines; i++) {
		const struct view_line *l = &f->own.line[i];
		struct span where;
		if (l->label != FIELD_EMAIL || l->value.at >= l->value.end)
			continue;
		if (recognise_email(f->own.text, l->value.end, l->value.at, &where, ret) && !fields_ours(f->rules, ret)) {
			*ret_at = where;
			return true;
		}
	}
	return false;
}

/* A colleague's note of a call: its labels name who complained, and the address is the colleague's, of whom nobody wants to hear. */
static bool note_of_call(const struct reading *f)
{
	static const enum field_label callers[] = { FIELD_NAME, FIELD_LAST, FIELD_PHONE, FIELD_MOBILE, FIELD_STREET };
	struct span at;
	for (size_t i = 0; i < sizeof callers / sizeof *callers; i++)
		if (view_label(&f->own, callers[i], &at))
			return true;
	return false;
}

void fields_email(struct reading *f)
{
	char buf[255];
	struct span at;
	const char *from = f->m->from.address, *reply = reply_to(f);
	bool ours = from && fields_ours(f->rules, from);
	bool passed_on = f->w->form && f->service;	/* Typeform, HubSpot: the address is the service's */
	if ((f->form || ours || !from || passed_on || service_no_reply(from)) && labelled(f, buf, &at)) {
		fields_put(f, &f->r->email, buf, strlen(buf));
		fields_evidence(f, "sender.email", f->form ? "form" : "label", buf, strlen(buf), 0.97);
		if (reply && strcasecmp(reply, buf) != 0)
			fields_review(f, "two-addresses", "sender.email", "the form and the Reply-To header name different e-mail addresses");
		return;
	}
	if (reply && (!from || ours || strcasecmp(reply, from) != 0)) {
		fields_put(f, &f->r->email, reply, strlen(reply));
		fields_evidence(f, "sender.email", "reply-to-header", reply, strlen(reply), 0.95);
		return;
	}
	bool note = ours && !service_no_reply(from) && note_of_call(f);
	if (from && !f->form && !note) {
		fields_put(f, &f->r->email, from, strlen(from));
		fields_evidence(f, "sender.email", "from-header", from, strlen(from), 0.99);
		return;
	}
	if (f->m->carrier && !from && recognise_email(f->own.text, f->own.n, 0, &at, buf) && !fields_ours(f->rules, buf)) {
		fields_put(f, &f->r->email, buf, strlen(buf));	/* Outlook forwards may name nobody's address: the signature does */
		fields_evidence(f, "sender.email", "signature", buf, strlen(buf), 0.8);
		return;
	}
	if ((f->form || note) && (recognise_email(f->own.text, f->own.n, 0, &at, buf) && !fields_ours(f->rules, buf))) {
		fields_put(f, &f->r->email, buf, strlen(buf));
		fields_evidence(f, "sender.email", "form", buf, strlen(buf), 0.6);
		fields_review(f, "email-uncertain", "sender.email", "the address stands in the form's text without a label");
	}
}
