/* parsers/message/message_p.h — what the message*.c files share. Nobody else includes it. */
#ifndef KLACHTD_PARSERS_MESSAGE_MESSAGE_P_H
#define KLACHTD_PARSERS_MESSAGE_MESSAGE_P_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parsers/arena.h"
#include "parsers/message/hdrfix.h"
#include "parsers/message/message.h"
#include "parsers/message/param.h"

#define MESSAGE_MAX_NESTED 8	/* messages within messages that are parsed */

/* A MIME entity: a header and a body, or the entities within. */
struct entity {
	struct fields fields;
	struct params type, disposition;	/* type.value is never empty: a default where the header has none */
	const uint8_t *body;	/* as transported */
	size_t body_n;
	const uint8_t *bytes;	/* decoded: message_decode(); NULL until then */
	size_t n;
	struct entity *child, *next;
};

/* One message in the making. */
struct making {
	struct message *m;
	struct arena *arena;
	const struct rules *rules;
	unsigned nested;	/* how many messages are around this one */
	size_t parts_left, splits_left;
	struct message_part *parts;
	size_t n_parts, size_parts;
	struct entity *status[4];	/* of a report: some software makes several */
	struct entity *disposition, *feedback, *original_headers;
	struct entity *named_text;	/* the first text that came as a file: the body when there is no other */
	unsigned texts_left;		/* files whose text is read */
	const char *tnef_text;
	bool nomem;
};

/* message_tree.c: bytes to entities. NULL: out of memory (nomem is set). */
struct entity *message_entity(struct making *mk, const uint8_t *bytes, size_t n, enum hdrfix how, const char *default_type);
bool message_is(const struct entity *e, const char *type_prefix);
/* Undoes the transfer encoding; false: out of memory. */
bool message_decode(struct making *mk, struct entity *e);

/* message_headers.c: the fields of m that come from the header. */
void message_read_headers(struct making *mk, const struct fields *f);
/* A field's value decoded and cleaned, on the arena. */
const char *message_value(struct making *mk, const struct field *f);
/* "<id>" or a bare id in a raw value: the first at or behind *i, which moves on. NULL: none. */
const char *message_next_id(struct making *mk, const char *s, size_t n, size_t *i);

/* message_body.c: the body's text, the parts, what is attached. */
void message_read_body(struct making *mk, struct entity *root);

/* message_part.c */
void message_add_part(struct making *mk, struct entity *e);
void message_add_bytes(struct making *mk, const char *name, const char *declared_type, const uint8_t *bytes, size_t n);
const char *message_file_name(struct making *mk, const struct entity *e);
bool message_is_attachment(const struct entity *e);

/* message_crypt.c: PKCS #7 and clear-signed text. */
enum message_cms { MESSAGE_CMS_OTHER, MESSAGE_CMS_SIGNED, MESSAGE_CMS_ENVELOPED };
/* The content of a signed-data, on the arena (or within bytes). */
enum message_cms message_cms(struct making *mk, const uint8_t *bytes, size_t n, const uint8_t **ret, size_t *ret_n);
/* Inline PGP in a body: a signed text loses its armour, all other blocks go, an encrypted one is noted. Returns the text to use. */
char *message_pgp(struct making *mk, char *text);

/* message_report.c */
void message_read_report(struct making *mk, const struct entity *root);

/* message.c: a message within. */
int message_parse_within(const uint8_t *bytes, size_t n, const struct rules *rules, struct arena *arena, unsigned nested, struct message **ret);

#endif
