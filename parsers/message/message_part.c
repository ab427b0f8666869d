/* What is not the body: a part's name, type and bytes. */
#include "parsers/message/message_p.h"

#include <string.h>
#include <strings.h>

#include "parsers/message/sniff.h"

#define NAME_BYTES 200

bool message_is_attachment(const struct entity *e)
{
	return strcmp(e->disposition.value, "attachment") == 0;
}

/* The last component, without dots in front, cut to a file system's length at a character. */
static const char *clean_name(struct making *mk, const char *name)
{
	const char *last = name;
	for (const char *p = name; *p; p++)
		if ((*p == '/' || *p == '\\') && p[1])
			last = p + 1;
	while (*last == '.' || *last == ' ')
		last++;
	size_t n = strcspn(last, "/\\");
	/* keep the extension of a name that is too long */
	const char *dot = memrchr(last, '.', n);
	size_t tail = dot && last + n - dot < 12 ? (size_t)(last + n - dot) : 0;
	char *p = NULL;
	if (n > NAME_BYTES) {
		size_t head = NAME_BYTES - tail;
		while (head && ((unsigned char)last[head] & 0xc0) == 0x80)
			head--;
		p = arena_printf(mk->arena, "%.*s%.*s", (int)head, last, (int)tail, last + n - tail);
	} else if (n) {
		p = arena_strndup(mk->arena, last, n);
	}
	mk->nomem |= n && !p;
	return p;
}

const char *message_file_name(struct making *mk, const struct entity *e)
{
	const char *name = param_get(&e->disposition, "filename", mk->arena);
	if (!name || !*name)
		name = param_get(&e->type, "name", mk->arena);
	if (!name || !*name)
		name = param_get(&e->disposition, "name", mk->arena);
	return name && *name ? clean_name(mk, name) : NULL;
}

/* Text of a kind of its own is known by its declaration, not by its bytes. */
static const char *media_type(const char *declared, const uint8_t *bytes, size_t n)
{
	const char *sniffed = sniff_type(bytes, n);
	if (!sniffed)
		return declared;
	if (strcmp(sniffed, "text/plain") == 0 || strcmp(sniffed, "text/html") == 0 || strcmp(sniffed, "message/rfc822") == 0) {
		bool vague = strcmp(declared, "application/octet-stream") == 0 || strncmp(declared, "image/", 6) == 0 ||
			     strcmp(declared, "application/pdf") == 0;
		return vague ? sniffed : declared;
	}
	if (strncmp(sniffed, "application/x-ole", 17) == 0 && strncmp(declared, "application/", 12) == 0 &&
	    strcmp(declared, "application/octet-stream") != 0)
		return declared;	/* Word, Excel, Outlook: the container does not say which */
	return sniffed;
}

static struct message_part *new_part(struct making *mk)
{
	if (mk->n_parts == mk->size_parts) {
		size_t more = mk->size_parts ? mk->size_parts * 2 : 8;
		struct message_part *grown = arena_grow(mk->arena, mk->parts, mk->size_parts * sizeof *grown, more * sizeof *grown);
		if (!grown) {
			mk->nomem = true;
			return NULL;
		}
		mk->parts = grown;
		mk->size_parts = more;
	}
	struct message_part *p = &mk->parts[mk->n_parts++];
	*p = (struct message_part){ 0 };
	return p;
}

void message_add_bytes(struct making *mk, const char *name, const char *declared_type, const uint8_t *bytes, size_t n)
{
	const char *cleaned = name ? clean_name(mk, name) : NULL;
	struct message_part *p = mk->n_parts < mk->rules->max_parts ? new_part(mk) : NULL;
	if (!p) {
		mk->m->hostile |= !mk->nomem;
		return;
	}
	p->name = cleaned;
	p->declared_type = declared_type;
	p->media_type = media_type(declared_type, bytes, n);
	p->attachment = true;
	p->bytes = bytes ? bytes : (const uint8_t *)"";
	p->n = n;
	(void)sniff_size(bytes, n, &p->width_px, &p->height_px);
}

static const char *content_id(struct making *mk, const struct entity *e)
{
	const struct field *f = fields_get(&e->fields, "Content-ID", 0);
	size_t i = 0;
	const char *id = f ? message_next_id(mk, f->value, f->value_n, &i) : NULL;
	return id ? id : message_value(mk, f);
}

void message_add_part(struct making *mk, struct entity *e)
{
	if (!message_decode(mk, e))
		return;
	size_t before = mk->n_parts;
	message_add_bytes(mk, NULL, e->type.value, e->bytes, e->n);
	if (mk->n_parts == before)
		return;
	struct message_part *p = &mk->parts[before];
	p->name = message_file_name(mk, e);
	p->content_id = content_id(mk, e);
	p->attachment = message_is_attachment(e);
}
