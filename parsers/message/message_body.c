/* Which words are the mail's body, and which entities are something beside it. */
#include "parsers/message/message_p.h"

#include <string.h>
#include <strings.h>

#include "parsers/message/charset.h"
#include "parsers/message/flowed.h"
#include "parsers/message/html.h"
#include "parsers/message/sniff.h"
#include "parsers/message/tnef.h"
#include "parsers/message/uuencode.h"
#include "parsers/sink.h"

#define FILE_TEXT_BYTES (1u << 20)	/* a text file larger than this is no letter */
#define STUB_BYTES 400		/* a text part this short that speaks of HTML says "read the other one" */

/* What an entity contributes to the body; text is NULL when nothing. */
struct body {
	const char *text, *from;
	const char *other;
};

static struct body read_entity(struct making *mk, struct entity *e);

/* ---- one text part ---- */

static void html_body(struct making *mk, const char *charset, const struct entity *e, struct sink *ret)
{
	SINK_CLEANUP struct sink utf8 = { .limit_bytes = mk->rules->max_text_bytes * 2 };
	char meta[48];
	if ((!charset || !*charset || strcasecmp(charset, "us-ascii") == 0) && html_charset(e->bytes, e->n, meta))
		charset = meta;
	charset_to_utf8(charset, e->bytes, e->n, &utf8);
	int r = html_text(sink_text(&utf8), utf8.n, ret);
	mk->m->hostile |= r == PARSE_LIMIT || utf8.full;
	ret->nomem |= utf8.nomem || r == PARSE_NOMEM;
}

/* Files in the middle of a text become parts; what is around them stays. There must be one. */
static void without_uuencode(struct making *mk, const struct sink *text, struct sink *ret)
{
	struct uuencode u;
	size_t at = 0;
	const char *s = sink_text(text);
	while (!mk->nomem && uuencode_find(s, text->n, at, &u)) {
		uint8_t *bytes = arena_alloc(mk->arena, u.data_end - u.data + 1);
		SINK_CLEANUP struct sink name = { .limit_bytes = 4 * u.name_n + 4 };
		charset_clean_line(s + u.name, u.name_n, &name);
		mk->nomem |= !bytes || name.nomem;
		if (mk->nomem)
			return;
		sink_put(ret, s + at, u.at - at);
		message_add_bytes(mk, sink_text(&name), "application/octet-stream", bytes, uuencode_decode(s, &u, bytes));
		at = u.end;
	}
	sink_put(ret, s + at, text->n - at);
}

static void plain_body(struct making *mk, const char *charset, const struct entity *e, struct sink *ret)
{
	size_t limit = mk->rules->max_text_bytes;
	SINK_CLEANUP struct sink utf8 = { .limit_bytes = limit * 4 }, clean = { .limit_bytes = limit * 4 }, rest = { .limit_bytes = limit * 4 };
	struct uuencode u;
	const struct sink *text = &clean;
	charset_to_utf8(charset, e->bytes, e->n, &utf8);
	(void)sink_room(&clean, utf8.n);	/* at once, not by doubling */
	charset_clean_text(sink_text(&utf8), utf8.n, &clean);
	if (uuencode_find(sink_text(&clean), clean.n, 0, &u)) {
		without_uuencode(mk, &clean, &rest);
		text = &rest;
	}
	const char *format = param_get(&e->type, "format", mk->arena), *delsp = param_get(&e->type, "delsp", mk->arena);
	flowed_text(sink_text(text), text->n, format && strcasecmp(format, "flowed") == 0, delsp && strcasecmp(delsp, "yes") == 0, ret);
	mk->m->hostile |= utf8.full || clean.full;
	ret->nomem |= utf8.nomem || clean.nomem || rest.nomem;
}

/* Blank lines in front and behind are nobody's words. One line end stays. */
static char *without_blank_ends(char *text)
{
	char *from = text, *end = text + strlen(text);
	for (char *p = text; *p == ' ' || *p == '\t' || *p == '\n'; p++)
		if (*p == '\n')
			from = p + 1;
	while (end > from + 1 && end[-1] == '\n' && (end[-2] == '\n' || end[-2] == ' ' || end[-2] == '\t')) {
		char *line = end - 1;
		while (line > from && (line[-1] == ' ' || line[-1] == '\t'))
			line--;
		if (line > from && line[-1] != '\n')
			break;
		*line = 0;
		end = line;
	}
	return from;
}

static bool is_body_text(const struct entity *e)
{
	static const char *const not_body[] = { "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/rfc822-headers", "text/csv",
		"text/rtf", "text/css", "text/xml", "text/x-amp-html", NULL };
	if (!message_is(e, "text/"))
		return false;
	for (const char *const *p = not_body; *p; p++)
		if (strcmp(e->type.value, *p) == 0)
			return false;
	return true;
}

static bool is_html(const struct entity *e)
{
	return message_is(e, "text/html") || message_is(e, "text/enriched") || message_is(e, "text/richtext");
}

static struct body read_text(struct making *mk, struct entity *e, bool html)
{
	SINK_CLEANUP struct sink text = { .limit_bytes = mk->rules->max_text_bytes };
	if (!message_decode(mk, e))
		return (struct body){ 0 };
	const char *charset = param_get(&e->type, "charset", mk->arena);
	if (html)
		html_body(mk, charset, e, &text);
	else
		plain_body(mk, charset, e, &text);
	mk->m->hostile |= text.full;
	char *t = sink_take(&text, mk->arena);
	mk->nomem |= !t;
	const char *out = t ? without_blank_ends(message_pgp(mk, t)) : NULL;
	return (struct body){ out, html ? "text/html" : "text/plain", NULL };
}

/* A text that came as a file. What is wrong with it is wrong with the file alone: it is not read then. */
static void read_file_text(struct making *mk, struct entity *e, size_t at)
{
	struct message *m = mk->m;
	const char *type = mk->parts[at].media_type;
	bool html = is_html(e) || strcmp(type, "text/html") == 0, text = html || is_body_text(e) || strcmp(type, "text/plain") == 0;
	if (!text || m->hostile || e->n > FILE_TEXT_BYTES || mk->texts_left == 0)
		return;
	mk->texts_left--;
	enum message_crypt crypt = m->crypt;
	struct body b = read_text(mk, e, html);
	if (!m->hostile && m->crypt != MESSAGE_ENCRYPTED)
		mk->parts[at].text = b.text;	/* a file within the text may have moved the parts */
	m->hostile = false;
	m->crypt = crypt;
}

/* ---- several ---- */

/* Counts no further than to "enough". */
static size_t letters(const char *s, size_t enough)
{
	static const bool NONE[256] = { [' '] = true, ['\n'] = true, ['\t'] = true, ['>'] = true, ['-'] = true, ['*'] = true, ['_'] = true, ['='] = true };
	size_t n = 0;
	for (; s && *s && n < enough; s++) {
		if ((*s | 32) == 'h' && strncasecmp(s, "http", 4) == 0) {	/* an address has none, to its end */
			s += strcspn(s, " \n\t");
			if (!*s)
				break;
		}
		n += !NONE[(unsigned char)*s];
	}
	return n;
}

static bool blank(const char *s)
{
	return letters(s, 1) == 0;
}

/* Is the plain text worse than its HTML: empty, a stub, or clearly poorer? */
static bool poorer(const char *plain, const char *html)
{
	size_t p = letters(plain, SIZE_MAX), h = letters(html, p < 40 ? 121 : 3 * p + 1);
	if (p == 0)
		return true;
	if (h > 10 && p < STUB_BYTES && (strcasestr(plain, "html") || strcasestr(plain, "in your browser") || strcasestr(plain, "in uw browser") ||
	    strcasestr(plain, "cannot display") || strcasestr(plain, "kan niet worden weergegeven") || strcasestr(plain, "niet weergeven")))
		return true;
	return h > 120 && p * 3 < h;
}

static struct body read_alternative(struct making *mk, struct entity *e)
{
	struct body plain = { 0 }, html = { 0 };
	for (struct entity *c = e->child; c && !mk->nomem; c = c->next) {
		struct body b = read_entity(mk, c);
		if (!b.text)
			continue;
		struct body *slot = strcmp(b.from, "text/plain") == 0 ? &plain : &html;
		if (!slot->text || blank(slot->text))
			*slot = b;
		if (b.other && !html.text)	/* a multipart/alternative within: Apple's and some gateways' */
			html = (struct body){ b.other, "text/html", NULL };
	}
	if (!plain.text || !html.text)
		return plain.text ? plain : html;
	bool swap = poorer(plain.text, html.text);
	struct body chosen = swap ? html : plain;
	chosen.other = swap ? plain.text : html.text;
	return chosen;
}

static bool same_words(const char *a, const char *b)
{
	for (;;) {
		while (*a && (strchr(" \t\n>*_", *a)))
			a++;
		while (*b && (strchr(" \t\n>*_", *b)))
			b++;
		if (*a != *b)
			return false;
		if (!*a)
			return true;
		a++, b++;
	}
}

static const char *join(struct making *mk, const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), limit = mk->rules->max_text_bytes;
	if (n + m + 1 > limit) {
		mk->m->hostile = true;
		return a;
	}
	char *p = arena_printf(mk->arena, "%s\n%s", a, b);
	mk->nomem |= !p;
	return p ? p : a;
}

/* The texts one after the other, as mail programs show them; a second form of the same words once. */
static struct body read_mixed(struct making *mk, struct entity *e)
{
	struct body all = { 0 };
	unsigned joins = 0;
	for (struct entity *c = e->child; c && !mk->nomem; c = c->next) {
		struct body b = read_entity(mk, c);
		if (!b.text)
			continue;
		if (!all.text || blank(all.text)) {
			all = b;
		} else if (!same_words(all.text, b.text) && !blank(b.text)) {
			if (++joins > 50) {	/* each copies all that was before */
				mk->m->hostile = true;
				break;
			}
			all.text = join(mk, all.text, b.text);
		}
		if (b.other && all.text != b.text)
			all.other = all.other ? join(mk, all.other, b.other) : b.other;
	}
	return all;
}

/* The root first (RFC 2387; its start parameter is given by hardly anybody), the pictures beside it. */
static struct body read_related(struct making *mk, struct entity *e)
{
	struct body root = { 0 };
	for (struct entity *c = e->child; c && !mk->nomem; c = c->next) {
		if (c == e->child || !root.text)
			root = read_entity(mk, c);
		else if (message_is(c, "multipart/"))
			(void)read_entity(mk, c);
		else
			message_add_part(mk, c);
	}
	return root;
}

/* ---- what is no text ---- */

static struct body read_cms(struct making *mk, struct entity *e)
{
	const uint8_t *inner = NULL;
	size_t n = 0;
	message_add_part(mk, e);
	enum message_cms kind = mk->nomem ? MESSAGE_CMS_OTHER : message_cms(mk, e->bytes, e->n, &inner, &n);
	if (kind == MESSAGE_CMS_ENVELOPED)
		mk->m->crypt = MESSAGE_ENCRYPTED;
	if (kind != MESSAGE_CMS_SIGNED || mk->splits_left == 0)
		return (struct body){ 0 };
	if (mk->m->crypt == MESSAGE_PLAIN)
		mk->m->crypt = MESSAGE_SIGNED;
	mk->splits_left--;
	struct entity *content = message_entity(mk, inner, n, HDRFIX_MESSAGE, "text/plain");
	return content ? read_entity(mk, content) : (struct body){ 0 };
}

static void read_attached(struct making *mk, struct entity *e)
{
	struct message *inner = NULL;
	message_add_part(mk, e);
	if (mk->nomem || mk->m->attached)
		return;
	if (mk->nested >= MESSAGE_MAX_NESTED) {
		mk->m->hostile = true;
		return;
	}
	int r = message_parse_within(e->bytes, e->n, mk->rules, mk->arena, mk->nested + 1, &inner);
	mk->nomem |= r == PARSE_NOMEM;
	mk->m->attached = inner;
	mk->m->hostile |= inner && inner->hostile;
}

static bool is_tnef(const struct entity *e)
{
	return message_is(e, "application/ms-tnef") || message_is(e, "application/vnd.ms-tnef") ||
	       (e->n > 4 && memcmp(e->bytes, "\x78\x9f\x3e\x22", 4) == 0);
}

static void read_tnef(struct making *mk, struct entity *e)
{
	struct tnef t;
	int r = tnef_read(e->bytes, e->n, mk->rules->max_parts, mk->rules->max_text_bytes, mk->arena, &t);
	mk->nomem |= r == PARSE_NOMEM;
	if (r != PARSE_OK) {
		message_add_part(mk, e);
		return;
	}
	for (size_t i = 0; i < t.n_files && !mk->nomem; i++)
		message_add_bytes(mk, t.files[i].name, t.files[i].type ? t.files[i].type : "application/octet-stream", t.files[i].bytes, t.files[i].n);
	if (!mk->tnef_text)
		mk->tnef_text = t.text;
}

/* Parts of a report, remembered for message_report.c. */
static void note_report(struct making *mk, struct entity *e)
{
	struct entity **status = mk->status;
	while (*status && status < mk->status + 3)
		status++;
	struct entity **slot = message_is(e, "message/delivery-status") || message_is(e, "message/global-delivery-status") ? status :
		message_is(e, "message/disposition-notification") || message_is(e, "message/global-disposition-notification") ? &mk->disposition :
		message_is(e, "message/feedback-report") ? &mk->feedback :
		message_is(e, "text/rfc822-headers") || message_is(e, "message/rfc822-headers") || message_is(e, "message/global-headers") ?
		&mk->original_headers : NULL;
	if (slot && !*slot)
		*slot = e;
}

/* Some gateways call everything they do not know octet-stream. */
static bool is_vague(const struct entity *e)
{
	return strcmp(e->type.value, "application/octet-stream") == 0;
}

static bool is_cms(struct making *mk, const struct entity *e)
{
	const char *name = is_vague(e) ? message_file_name(mk, e) : NULL, *dot = name ? strrchr(name, '.') : NULL;
	return message_is(e, "application/pkcs7-mime") || message_is(e, "application/x-pkcs7-mime") || (dot && strcasecmp(dot, ".p7m") == 0);
}

static bool is_message(const struct entity *e)
{
	static const char *const types[] = { "message/rfc822", "message/global", "message/news", NULL };
	for (const char *const *p = types; *p; p++)
		if (strcmp(e->type.value, *p) == 0)
			return true;
	const char *sniffed = is_vague(e) ? sniff_type(e->bytes, e->n) : NULL;
	return sniffed && strcmp(sniffed, "message/rfc822") == 0;
}

static void add_file(struct making *mk, struct entity *e)
{
	size_t before = mk->n_parts;
	message_add_part(mk, e);
	if (mk->n_parts > before && (message_is_attachment(e) || mk->parts[before].name))
		read_file_text(mk, e, before);
}

static struct body read_leaf(struct making *mk, struct entity *e)
{
	note_report(mk, e);
	if (is_body_text(e)) {
		if (!message_is_attachment(e) && !message_file_name(mk, e))
			return read_text(mk, e, is_html(e));
		if (!mk->named_text)
			mk->named_text = e;
	}
	if (!message_decode(mk, e))
		return (struct body){ 0 };
	if (is_cms(mk, e))
		return read_cms(mk, e);
	if (is_message(e))
		read_attached(mk, e);
	else if (is_tnef(e))
		read_tnef(mk, e);
	else
		add_file(mk, e);
	return (struct body){ 0 };
}

static struct body read_entity(struct making *mk, struct entity *e)
{
	if (!e->child)
		return read_leaf(mk, e);
	if (message_is(e, "multipart/encrypted"))
		mk->m->crypt = MESSAGE_ENCRYPTED;
	else if (message_is(e, "multipart/signed") && mk->m->crypt == MESSAGE_PLAIN)
		mk->m->crypt = MESSAGE_SIGNED;
	if (message_is(e, "multipart/alternative"))
		return read_alternative(mk, e);
	if (message_is(e, "multipart/related"))
		return read_related(mk, e);
	return read_mixed(mk, e);
}

void message_read_body(struct making *mk, struct entity *root)
{
	struct message *m = mk->m;
	struct body b = read_entity(mk, root);
	if (!mk->nomem && blank(b.text) && mk->tnef_text && !blank(mk->tnef_text))
		b = (struct body){ mk->tnef_text, "tnef", b.other };
	if (!mk->nomem && blank(b.text) && mk->named_text && m->crypt != MESSAGE_ENCRYPTED)
		b = read_text(mk, mk->named_text, is_html(mk->named_text));
	m->text = b.text ? b.text : "";
	m->text_from = b.text ? b.from : "none";
	m->other_text = b.other && !blank(b.other) ? b.other : NULL;
	m->parts = mk->parts;
	m->n_parts = mk->n_parts;
}
