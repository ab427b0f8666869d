#include "parsers/message/message.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "parsers/message/guard.h"
#include "parsers/message/message_p.h"

#define SPLITS_MAX 24	/* times that a multipart is handed to libetpan: once, and for those that it gave up */

#define TEXTS_MAX 4	/* files whose text is read */

int message_init(void)
{
	xmlInitParser();	/* its tables, before the lock */
	return guard_works() ? 0 : -1;
}

/* Lines that end in CR alone (old Macs, broken gateways) get LF: libetpan and everything here wants it. */
static const uint8_t *with_lf(const uint8_t *bytes, size_t n, struct arena *arena)
{
	char *copy = arena_alloc(arena, n);
	for (size_t i = 0; copy && i < n; i++)
		copy[i] = (char)(bytes[i] == '\r' ? '\n' : bytes[i]);
	return (const uint8_t *)copy;
}

int message_parse_within(const uint8_t *bytes, size_t n, const struct rules *rules, struct arena *arena, unsigned nested, struct message **ret)
{
	struct message *m = arena_alloc(arena, sizeof *m);
	struct making mk = { .m = m, .arena = arena, .rules = rules, .nested = nested, .parts_left = rules->max_parts, .splits_left = SPLITS_MAX,
			     .texts_left = nested ? 0 : TEXTS_MAX };
	if (m && hdrfix_cr_only((const char *)bytes, n))
		bytes = with_lf(bytes, n, arena);
	if (!m || !bytes)
		return PARSE_NOMEM;
	m->arena = arena;
	m->text = "";
	m->text_from = "none";
	struct entity *root = message_entity(&mk, bytes, n, HDRFIX_MESSAGE, "text/plain");
	if (root && root->fields.n == 0 && !root->fields.cut && !mk.nomem)
		return PARSE_BAD;
	if (root)
		message_read_headers(&mk, &root->fields);
	if (root && !mk.nomem)
		message_read_body(&mk, root);
	if (root && !mk.nomem)
		message_read_report(&mk, root);
	if (mk.nomem)
		return PARSE_NOMEM;
	*ret = m;
	return PARSE_OK;
}

int message_parse(const uint8_t *bytes, size_t n, const struct rules *rules, struct message **ret, struct parse_note *note)
{
	if (n > rules->max_document_bytes) {
		(void)snprintf(note->text, sizeof note->text, "message: %zu bytes, limit %zu", n, rules->max_document_bytes);
		return PARSE_LIMIT;
	}
	/* decoded once, copied once for libetpan, and as much again for messages within; the rest is text */
	struct arena *arena = arena_new(8 * n + 16 * rules->max_text_bytes + 16 * rules->max_header_bytes + (1u << 20));
	int r = arena ? message_parse_within(bytes, n, rules, arena, 0, ret) : PARSE_NOMEM;
	if (r == PARSE_OK)
		return r;
	arena_free(arena);
	(void)snprintf(note->text, sizeof note->text, r == PARSE_BAD ? "message: no header" : "message: out of memory");
	return r;
}

void message_free(struct message *m)
{
	if (m)
		arena_free(m->arena);
}

const char *message_header_at(const struct message *m, const char *name, size_t k)
{
	for (size_t i = 0; i < m->n_headers; i++)
		if (strcasecmp(m->headers[i].name, name) == 0 && k-- == 0)
			return m->headers[i].value;
	return NULL;
}

const char *message_header(const struct message *m, const char *name)
{
	return message_header_at(m, name, 0);
}
