/* The header's fields: decoded, and those that have a place of their own in struct message. */
#include "parsers/message/message_p.h"

#include <string.h>
#include <strings.h>

#include "parsers/glyph.h"
#include "parsers/message/addrspec.h"
#include "parsers/message/charset.h"
#include "parsers/message/date.h"
#include "parsers/message/mimex.h"
#include "parsers/sink.h"

#define REFERENCES_MAX 200
#define ID_BYTES 998

/* Nothing but ASCII in one line, and nothing encoded in it: most are. */
static bool plain(const char *s, size_t n, bool words)
{
	return n && s[0] != ' ' && s[n - 1] != ' ' && glyph_plain_run(s, n) == n && !(words && memmem(s, n, "=?", 2));
}

static char *line_of(struct making *mk, const char *s, size_t n, bool words)
{
	if (n <= mk->rules->max_header_bytes && plain(s, n, words)) {
		char *copy = arena_strndup(mk->arena, s, n);
		mk->nomem |= !copy;
		return copy;
	}
	SINK_CLEANUP struct sink raw = { .limit_bytes = mk->rules->max_header_bytes * 4 };
	SINK_CLEANUP struct sink line = { .limit_bytes = mk->rules->max_header_bytes * 4 };
	if (words)
		mimex_words(s, n, &raw);
	else
		charset_to_utf8("", s, n, &raw);
	/* folding: the line end goes, the blank behind it stays (RFC 5322 section 2.2.3) */
	size_t w = 0;
	for (size_t i = 0; i < raw.n; i++)
		if (raw.s[i] != '\r' && (raw.s[i] != '\n' || i + 1 == raw.n || (raw.s[i + 1] != ' ' && raw.s[i + 1] != '\t')))
			raw.s[w++] = raw.s[i];
	raw.n = w;
	charset_clean_line(sink_text(&raw), raw.n, &line);
	line.nomem |= raw.nomem;
	char *p = sink_take(&line, mk->arena);
	mk->nomem |= !p;
	return p;
}

const char *message_value(struct making *mk, const struct field *f)
{
	return f ? line_of(mk, f->value, f->value_n, true) : NULL;
}

static void read_all(struct making *mk, const struct fields *f)
{
	struct header *h = arena_alloc(mk->arena, (f->n + 1) * sizeof *h);
	size_t n = 0;
	for (; h && n < f->n && !mk->nomem; n++) {
		h[n].name = line_of(mk, f->f[n].name, f->f[n].name_n, false);
		h[n].value = message_value(mk, &f->f[n]);
	}
	mk->nomem |= !h;
	mk->m->headers = h;
	mk->m->n_headers = mk->nomem ? 0 : n;
}

static void read_addresses(struct making *mk, const struct fields *f, const char *name, struct mailbox_list *ret)
{
	/* the first field of the name that holds a mailbox: an empty second "To:" must not hide the first */
	for (size_t k = 0; !mk->nomem && k < 10; k++) {
		const struct field *one = fields_get(f, name, k);
		if (!one)
			return;
		struct mailbox_list list = { 0 };
		if (addrspec_list(one->value, one->value_n, mk->arena, &list) < 0)
			mk->nomem = true;
		else if (list.n) {
			*ret = list;
			return;
		}
	}
}

/* A field may name several: the first with an address speaks. */
static struct mailbox first_box(const struct mailbox_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->box[i].address)
			return l->box[i];
	return l->n ? l->box[0] : (struct mailbox){ NULL, NULL };
}

const char *message_next_id(struct making *mk, const char *s, size_t n, size_t *i)
{
	const char *open = *i < n ? memchr(s + *i, '<', n - *i) : NULL;
	const char *close = open ? memchr(open, '>', (size_t)(s + n - open)) : NULL;
	if (!close || close - open > ID_BYTES) {
		*i = n;
		return NULL;
	}
	*i = (size_t)(close - s) + 1;
	const char *id = line_of(mk, open + 1, (size_t)(close - open) - 1, false);
	return id && *id ? id : NULL;
}

/* Message-ID without brackets: one word. */
static const char *bare_id(struct making *mk, const struct field *f, bool need_at)
{
	const char *v = f->value_n <= ID_BYTES ? line_of(mk, f->value, f->value_n, false) : NULL;
	if (!v || !*v || strpbrk(v, " <>,;") || (need_at && !strchr(v, '@')))
		return NULL;
	return v;
}

static const char *one_id(struct making *mk, const struct fields *fields, const char *name)
{
	const struct field *f = fields_get(fields, name, 0);
	if (!f)
		return NULL;
	size_t i = 0;
	const char *id = message_next_id(mk, f->value, f->value_n, &i);
	return id ? id : bare_id(mk, f, strcasecmp(name, "Message-ID") != 0);
}

/* The last ones: they are the nearest. */
static void read_references(struct making *mk, const struct fields *fields)
{
	const struct field *f = fields_get(fields, "References", 0);
	const char **ids = f ? arena_alloc(mk->arena, REFERENCES_MAX * sizeof *ids) : NULL;
	size_t n = 0, skip = 0, count = 0;
	mk->nomem |= f && !ids;
	if (!ids)
		return;
	for (size_t i = 0; i < f->value_n; i++)
		count += f->value[i] == '<';
	skip = count > REFERENCES_MAX ? count - REFERENCES_MAX : 0;
	size_t i = 0;
	for (; skip && i < f->value_n; i++)
		skip -= f->value[i] == '<';
	while (i < f->value_n && n < REFERENCES_MAX) {
		const char *id = message_next_id(mk, f->value, f->value_n, &i);
		if (id)
			ids[n++] = id;
	}
	mk->m->references = ids;
	mk->m->n_references = n;
}

static void read_date(struct making *mk, const struct fields *fields)
{
	char date[DATE_BYTES];
	const struct field *f = fields_get(fields, "Date", 0);
	if (!f || !date_parse(f->value, f->value_n, date))
		return;
	mk->m->date = arena_strdup(mk->arena, date);
	mk->nomem |= !mk->m->date;
}

/* "<>" is the null path. */
static void read_return_path(struct making *mk, const struct fields *fields)
{
	const struct field *f = fields_get(fields, "Return-Path", 0);
	struct mailbox_list list = { 0 };
	if (!f)
		return;
	if (addrspec_list(f->value, f->value_n, mk->arena, &list) < 0)
		mk->nomem = true;
	const char *address = first_box(&list).address;
	if (address)
		mk->m->return_path = address;
	else if (memchr(f->value, '<', f->value_n))
		mk->m->return_path = "";
}

void message_read_headers(struct making *mk, const struct fields *f)
{
	struct message *m = mk->m;
	struct mailbox_list from = { 0 }, sender = { 0 };
	read_all(mk, f);
	read_addresses(mk, f, "From", &from);
	read_addresses(mk, f, "Sender", &sender);
	m->from = first_box(&from);
	m->sender = first_box(&sender);
	read_addresses(mk, f, "Reply-To", &m->reply_to);
	read_addresses(mk, f, "To", &m->to);
	read_addresses(mk, f, "Cc", &m->cc);
	m->subject = message_value(mk, fields_get(f, "Subject", 0));
	m->message_id = one_id(mk, f, "Message-ID");
	m->in_reply_to = one_id(mk, f, "In-Reply-To");
	read_references(mk, f);
	read_date(mk, f);
	read_return_path(mk, f);
}
