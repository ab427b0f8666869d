/* The tree of entities. libetpan finds the boundaries; the headers are read here, since it gives up at their first bad line. */
#include "parsers/message/message_p.h"

#include <libetpan/libetpan.h>
#include <string.h>
#include <strings.h>

#include "parsers/message/guard.h"
#include "parsers/message/mimex.h"
#include "parsers/message/uuencode.h"

#define BOUNDARY_BYTES 200		/* as guard.c */
#define PAD_BYTES 16			/* libetpan reads a byte behind the end */
#define SCAN_BYTES (512u << 20)		/* every multipart is searched by itself: bounds depth times size */

bool message_is(const struct entity *e, const char *prefix)
{
	return strncmp(e->type.value, prefix, strlen(prefix)) == 0;
}

/* RFC 2046's and its successors' */
static bool known_type(const char *type)
{
	static const char *const names[] = { "text/", "image/", "application/", "message/", "multipart/", "audio/", "video/", "model/", "font/",
		"chemical/", "x-", NULL };
	for (const char *const *p = names; *p; p++)
		if (strncmp(type, *p, strlen(*p)) == 0)
			return true;
	return false;
}

/* "text", "", "multipart", "plain/text": what was meant. */
static const char *mend_type(const char *type, const char *default_type)
{
	const char *slash = strchr(type, '/');
	if (slash && slash[1] && known_type(type))
		return type;
	if (strncmp(type, "multipart", 9) == 0)
		return "multipart/mixed";
	if (strcmp(type, "html") == 0)
		return "text/html";
	return strncmp(type, "text", 4) == 0 ? "text/plain" : default_type;
}

static bool read_types(struct making *mk, struct entity *e, const char *default_type)
{
	const struct field *t = fields_get(&e->fields, "Content-Type", 0), *d = fields_get(&e->fields, "Content-Disposition", 0);
	if (param_parse(t ? t->value : "", t ? t->value_n : 0, mk->arena, &e->type) < 0 ||
	    param_parse(d ? d->value : "", d ? d->value_n : 0, mk->arena, &e->disposition) < 0) {
		mk->nomem = true;
		return false;
	}
	e->type.value = mend_type(e->type.value, default_type);
	return true;
}

/* A multipart that does not say its boundary, or says a wrong one: the first line that begins with "--" and comes again. */
static const char *guess_boundary(struct making *mk, const char *s, size_t n)
{
	for (size_t i = 0, lines = 0, tries = 0; i < n && lines < 200 && tries < 5; lines++) {
		const char *lf = memchr(s + i, '\n', n - i);
		size_t end = lf ? (size_t)(lf - s) : n, k = end - i;
		while (k && (s[i + k - 1] == '\r' || s[i + k - 1] == ' '))
			k--;
		bool candidate = k > 2 && k < BOUNDARY_BYTES && s[i] == '-' && s[i + 1] == '-' && !memchr(s + i, ' ', k) && end < n;
		tries += candidate;
		if (candidate && memmem(s + end, n - end, s + i, k))
			return arena_strndup(mk->arena, s + i + 2, k - 2);
		i = end + 1;
	}
	return NULL;
}

/* Without a delimiter libetpan makes a part of what is left over. */
static bool has_delimiter(const uint8_t *s, size_t n, const char *boundary)
{
	char line[BOUNDARY_BYTES + 4] = "\n--";
	size_t k = strlen(boundary);
	while (k && boundary[k - 1] == ' ')
		k--;
	if (k == 0 || k > BOUNDARY_BYTES)
		return false;
	memcpy(line + 3, boundary, k);
	return (n >= k + 2 && memcmp(s, line + 1, k + 2) == 0) || memmem(s, n, line, k + 3);
}

static void take_children(struct making *mk, struct entity *e, clist *list, const char *buffer, const char *boundary, size_t depth);

/* A header of our own in front of the body: libetpan then sees nothing of the message's. */
static void split(struct making *mk, struct entity *e, const char *boundary, size_t depth)
{
	SINK_CLEANUP struct sink head = { .limit_bytes = 1024 };
	sink_puts(&head, "Content-Type: multipart/mixed; boundary=\"");
	for (const char *p = boundary; *p; p++) {
		if (*p == '"' || *p == '\\')
			sink_putc(&head, '\\');
		sink_putc(&head, *p);
	}
	sink_puts(&head, "\"\r\n\r\n");
	if (strlen(boundary) == 0 || strlen(boundary) > BOUNDARY_BYTES || mk->splits_left == 0) {
		mk->m->hostile |= mk->splits_left == 0;
		return;
	}
	mk->splits_left--;
	char *buffer = head.nomem ? NULL : arena_alloc(mk->arena, head.n + e->body_n + PAD_BYTES);
	if (!buffer) {
		mk->nomem = true;
		return;
	}
	memcpy(buffer, head.s, head.n);
	memcpy(buffer + head.n, e->body, e->body_n);
	size_t scans = SCAN_BYTES / (e->body_n + 1), i = 0;
	scans = scans < 10 ? 10 : scans < mk->rules->max_depth ? scans : mk->rules->max_depth;
	struct mailmime *tree = NULL;
	guard_reset(mk->rules->max_parts, scans);
	if (mailmime_parse(buffer, head.n + e->body_n, &i, &tree) != MAILIMF_NO_ERROR)
		return;
	mk->m->hostile |= guard_tripped();
	struct mailmime *top = tree->mm_type == MAILMIME_MESSAGE ? tree->mm_data.mm_message.mm_msg_mime : NULL;
	if (top && top->mm_type == MAILMIME_MULTIPLE)
		take_children(mk, e, top->mm_data.mm_multipart.mm_mp_list, buffer, boundary, depth + 1);
	mailmime_free(tree);
}

static bool has_children(const struct mailmime *m)
{
	return m->mm_type == MAILMIME_MULTIPLE && clist_begin(m->mm_data.mm_multipart.mm_mp_list);
}

static struct entity *take_child(struct making *mk, const struct mailmime *m, const char *buffer, const char *boundary, const char *default_type)
{
	struct entity *c = arena_alloc(mk->arena, sizeof *c);
	const char *s = m->mm_mime_start;
	size_t n = m->mm_length, mark = strlen(boundary);
	if (!c) {
		mk->nomem = true;
		return NULL;
	}
	/* libetpan takes an empty part's next delimiter for its text */
	if (n >= mark + 2 && memcmp(s, "--", 2) == 0 && memcmp(s + 2, boundary, mark) == 0)
		n = 0;
	/* a part without a header begins behind its blank line: text such as "Naam: Jan" is no header then */
	bool bare = s - buffer >= 2 && s[-1] == '\n' && (s[-2] == '\n' || (s - buffer >= 3 && s[-2] == '\r' && s[-3] == '\n'));
	if (!bare && hdrfix_split(s, n, HDRFIX_PART, mk->rules->max_header_bytes, mk->arena, &c->fields) < 0) {
		mk->nomem = true;
		return NULL;
	}
	c->body = (const uint8_t *)s + c->fields.body;
	c->body_n = n - c->fields.body;
	if (!read_types(mk, c, default_type))
		return NULL;
	return c;
}

static void split_again(struct making *mk, struct entity *e, size_t depth)
{
	const char *boundary = param_get(&e->type, "boundary", mk->arena);
	if (boundary && has_delimiter(e->body, e->body_n, boundary))
		split(mk, e, boundary, depth);
	if (!e->child && !mk->nomem && !mk->m->hostile) {
		boundary = guess_boundary(mk, (const char *)e->body, e->body_n);
		if (boundary)
			split(mk, e, boundary, depth);
	}
	if (!e->child)	/* its text is all there is to see */
		e->type.value = "text/plain";
}

static void take_children(struct making *mk, struct entity *e, clist *list, const char *buffer, const char *boundary, size_t depth)
{
	const char *default_type = message_is(e, "multipart/digest") ? "message/rfc822" : "text/plain";
	struct entity **tail = &e->child;
	if (depth > mk->rules->max_depth) {
		mk->m->hostile = true;
		return;
	}
	for (clistiter *i = clist_begin(list); i && !mk->nomem; i = clist_next(i)) {
		struct mailmime *m = clist_content(i);
		if (mk->parts_left == 0) {
			mk->m->hostile = true;
			return;
		}
		mk->parts_left--;
		struct entity *c = take_child(mk, m, buffer, boundary, default_type);
		if (!c)
			return;
		*tail = c;
		tail = &c->next;
		const char *inner = param_get(&c->type, "boundary", mk->arena);
		if (has_children(m) && (!inner || has_delimiter(c->body, c->body_n, inner))) {
			if (!message_is(c, "multipart/"))
				c->type.value = "multipart/mixed";
			take_children(mk, c, m->mm_data.mm_multipart.mm_mp_list, buffer, inner ? inner : "", depth + 1);
		} else if (message_is(c, "multipart/") && !mk->m->hostile) {
			split_again(mk, c, depth);
		}
	}
}

struct entity *message_entity(struct making *mk, const uint8_t *bytes, size_t n, enum hdrfix how, const char *default_type)
{
	struct entity *e = arena_alloc(mk->arena, sizeof *e);
	if (!e || hdrfix_split((const char *)bytes, n, how, mk->rules->max_header_bytes, mk->arena, &e->fields) < 0) {
		mk->nomem = true;
		return NULL;
	}
	mk->m->hostile |= e->fields.cut;
	e->body = bytes + e->fields.body;
	e->body_n = n - e->fields.body;
	if (!read_types(mk, e, default_type))
		return NULL;
	if (message_is(e, "multipart/"))
		split_again(mk, e, 0);
	return e;
}

static bool encoding_is(const struct field *f, const char *name)
{
	size_t i = 0, k = strlen(name);
	while (i < f->value_n && (f->value[i] == ' ' || f->value[i] == '\t' || f->value[i] == '"' || f->value[i] == '\r' || f->value[i] == '\n'))
		i++;
	return f->value_n - i >= k && strncasecmp(f->value + i, name, k) == 0;
}

bool message_decode(struct making *mk, struct entity *e)
{
	if (e->bytes)
		return true;
	const struct field *f = fields_get(&e->fields, "Content-Transfer-Encoding", 0);
	bool base64 = f && encoding_is(f, "base64"), qp = f && encoding_is(f, "quoted-printable");
	bool uu = f && (encoding_is(f, "x-uu") || encoding_is(f, "uue"));
	e->bytes = e->body, e->n = e->body_n;
	if (!(base64 || qp || uu) || e->body_n == 0)
		return true;
	uint8_t *to = arena_alloc(mk->arena, base64 ? e->body_n / 4 * 3 + 3 : e->body_n);
	if (!to) {
		mk->nomem = true;
		return false;
	}
	if (uu) {
		struct uuencode u;
		if (!uuencode_find((const char *)e->body, e->body_n, 0, &u))
			return true;
		e->n = uuencode_decode((const char *)e->body, &u, to);
	} else {
		e->n = base64 ? mimex_base64(e->body, e->body_n, to) : mimex_qp(e->body, e->body_n, to);
	}
	e->bytes = to;
	return true;
}
