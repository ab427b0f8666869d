#include "parsers/message/addrspec.h"

#include <string.h>
#include <strings.h>

#include "parsers/message/charset.h"
#include "parsers/message/mimex.h"
#include "parsers/sink.h"

#define PHRASE_BYTES 4096

static bool atext(unsigned char c)
{
	return c >= 0x80 || (c > ' ' && c < 0x7f && !strchr("()<>[]:;@\\,\".", c));
}

static bool local_valid(const char *s, size_t n)
{
	if (n == 0 || n > 64)
		return false;
	if (s[0] == '"') {
		for (size_t i = 1; i + 1 < n; i++) {
			if (s[i] == '\\' && i + 2 < n)
				i++;
			else if (s[i] == '"' || (unsigned char)s[i] < ' ')
				return false;
		}
		return n > 2 && s[n - 1] == '"';
	}
	/* dots at the ends and in a row: forbidden, and used by some providers' customers for years */
	for (size_t i = 0; i < n; i++)
		if (s[i] != '.' && !atext((unsigned char)s[i]))
			return false;
	return s[0] != '.';
}

static bool domain_valid(const char *s, size_t n)
{
	if (n == 0 || n > 253)
		return false;
	if (s[0] == '[') {
		for (size_t i = 1; i + 1 < n; i++)
			if (!strchr("0123456789abcdefABCDEF.:IPv", s[i]))
				return false;
		return n > 4 && s[n - 1] == ']';
	}
	for (size_t i = 0, label = 0; i <= n; i++) {
		if (i == n || s[i] == '.') {
			if (label == 0 || label > 63 || s[i - 1] == '-')
				return false;
			label = 0;
			continue;
		}
		unsigned char c = (unsigned char)s[i];
		bool alnum = c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_';
		if (!alnum && !(c == '-' && label))
			return false;
		label++;
	}
	return true;
}

bool addrspec_valid(const char *s)
{
	const char *at = strrchr(s, '@');
	return at && strlen(s) <= 254 && local_valid(s, (size_t)(at - s)) && domain_valid(at + 1, strlen(at + 1)) && utf8_valid(s, strlen(s));
}

/* One mailbox being read. */
struct item {
	struct sink phrase, angle, comment;
	bool has_angle;
};
static const struct item item_empty = {
	.phrase = { .limit_bytes = PHRASE_BYTES }, .angle = { .limit_bytes = PHRASE_BYTES }, .comment = { .limit_bytes = PHRASE_BYTES },
};

static void item_free(struct item *it)
{
	sink_free(&it->phrase);
	sink_free(&it->angle);
	sink_free(&it->comment);
}

static void item_clear(struct item *it)
{
	it->phrase.n = it->angle.n = it->comment.n = 0;
	it->phrase.full = it->angle.full = it->comment.full = false;
	it->has_angle = false;
}

struct reader {
	const char *s;
	size_t n, i;
	bool no_quote, no_comment;	/* no further closing one: keeps hostile fields linear */
	struct item item;
	struct arena *arena;
	struct mailbox *box;
	size_t boxes, size;
	bool nomem;
};

/* Encoded words decoded, cleaned, without quotes around it; on the arena. NULL: nothing left, or out of memory. */
static const char *tidy(struct reader *r, const char *s, size_t n)
{
	SINK_CLEANUP struct sink words = { .limit_bytes = 4 * PHRASE_BYTES }, line = { .limit_bytes = 4 * PHRASE_BYTES };
	mimex_words(s, n, &words);
	charset_clean_line(sink_text(&words), words.n, &line);
	const char *t = sink_text(&line);
	size_t from = 0, end = line.n;
	while (end > from + 1 && (t[from] == '\'' || t[from] == '"' || t[from] == ' ') && (t[end - 1] == t[from] || t[from] == ' '))
		from++, end -= t[from - 1] != ' ';
	if (end > from && t[from] == '"' && !memchr(t + from + 1, '"', end - from - 1))
		from++;		/* a quote that was never closed */
	while (end > from && t[end - 1] == ' ')
		end--;
	if (words.nomem || line.nomem)
		r->nomem = true;
	if (strspn(t + from, "<>()[],;:.\"' ") >= end - from)	/* no letter in it: what is left of something else */
		from = end;
	if (end == from)
		return NULL;
	char *p = arena_strndup(r->arena, t + from, end - from);
	r->nomem |= !p;
	return p;
}

static bool address_end(char c)
{
	return c == ' ' || c == '<' || c == '>' || c == ',' || c == ';' || c == '(' || c == ')';
}

/* The addr-spec in text that holds an "@": blanks around it closed up; *from and *end are its place. */
static const char *find_address(struct reader *r, const char *t, size_t *from, size_t *end)
{
	const char *at = strchr(t, '@');
	while (at) {
		size_t left = (size_t)(at - t), right = left + 1, stop;
		while (left && t[left - 1] == ' ')
			left--;
		while (t[right] == ' ')
			right++;
		size_t local = left;
		stop = right;
		if (left && t[left - 1] == '"') {
			local--;
			while (local && t[local - 1] != '"')
				local--;
			local -= local > 0;
		} else {
			while (local && !address_end(t[local - 1]) && t[local - 1] != ':' && t[local - 1] != '"')
				local--;
		}
		while (t[stop] && !address_end(t[stop]) && t[stop] != '"' && t[stop] != '@')
			stop++;
		while (stop > right && (t[stop - 1] == '.' || t[stop - 1] == '\''))
			stop--;
		while (local < left && t[local] == '\'')
			local++;
		char *p = arena_printf(r->arena, "%.*s@%.*s", (int)(left - local), t + local, (int)(stop - right), t + right);
		if (!p) {
			r->nomem = true;
			return NULL;
		}
		if (addrspec_valid(p)) {
			*from = local, *end = stop;
			return p;
		}
		at = strchr(at + 1, '@');
	}
	return NULL;
}

static void add_box(struct reader *r, const char *name, const char *address)
{
	if (r->nomem || r->boxes == ADDRSPEC_MAX)
		return;
	if (r->boxes == r->size) {
		size_t more = r->size ? r->size * 4 : 2;
		struct mailbox *grown = arena_grow(r->arena, r->box, r->size * sizeof *grown, more * sizeof *grown);
		if (!grown) {
			r->nomem = true;
			return;
		}
		r->box = grown;
		r->size = more;
	}
	r->box[r->boxes++] = (struct mailbox){ name, address };
}

/* "@a,@b:c@d": the route of RFC 822 is history. */
static const char *skip_route(const char *t)
{
	const char *colon = t[0] == '@' ? strrchr(t, ':') : NULL;
	return colon ? colon + 1 : t;
}

/* The item is complete. Returns false when it is no mailbox yet: a name cut by an unquoted comma ("M., Max <m@x>"). */
static bool item_done(struct reader *r, bool last, char separator)
{
	struct item *it = &r->item;
	size_t from = 0, end = 0;
	const char *angle = it->has_angle ? tidy(r, sink_text(&it->angle), it->angle.n) : NULL;
	const char *address = angle ? find_address(r, skip_route(angle), &from, &end) : NULL;
	const char *phrase = tidy(r, sink_text(&it->phrase), it->phrase.n), *comment = tidy(r, sink_text(&it->comment), it->comment.n);
	if (!it->has_angle && !last && separator == ',' && phrase && !strchr(phrase, '@')) {
		sink_putc(&it->phrase, ',');	/* the blank behind it is still to come */
		return false;
	}
	if (!address && phrase && strchr(phrase, '@')) {
		address = find_address(r, phrase, &from, &end);
		if (address && !it->has_angle) {	/* "Max m@x.org": what is left is the name */
			SINK_CLEANUP struct sink rest = { .limit_bytes = 4 * PHRASE_BYTES };
			sink_put(&rest, phrase, from - (from && phrase[from - 1] == '<'));
			sink_putc(&rest, ' ');
			sink_puts(&rest, phrase + end + (phrase[end] == '>'));
			phrase = tidy(r, sink_text(&rest), rest.n);
		}
	}
	const char *name = phrase ? phrase : comment;
	if (name || address)
		add_box(r, name, address);
	item_clear(it);
	return true;
}

/* Both return the offset behind, or 0 when it never closes. */
static size_t comment_end(const struct reader *r)
{
	size_t depth = 0;
	for (size_t j = r->i; j < r->n; j++) {
		if (r->s[j] == '\\')
			j++;
		else if (r->s[j] == '(')
			depth++;
		else if (r->s[j] == ')' && --depth == 0)
			return j + 1;
	}
	return 0;
}

static size_t quote_end(const struct reader *r)
{
	for (size_t j = r->i + 1; j < r->n; j++) {
		if (r->s[j] == '\\')
			j++;
		else if (r->s[j] == '"')
			return j + 1;
	}
	return 0;
}

static bool read_comment(struct reader *r)
{
	size_t end = r->no_comment ? 0 : comment_end(r);
	if (!end) {
		r->no_comment = true;
		return false;
	}
	if (r->item.comment.n == 0)
		for (size_t j = r->i + 1; j + 1 < end; j++)
			sink_putc(&r->item.comment, r->s[j] == '\\' && j + 2 < end ? r->s[++j] : r->s[j]);
	r->i = end;
	return true;
}

static bool read_quoted(struct reader *r)
{
	size_t end = r->no_quote ? 0 : quote_end(r);
	if (!end) {
		r->no_quote = true;
		return false;
	}
	if (end < r->n && r->s[end] == '@') {	/* a quoted local part keeps its quotes */
		sink_put(&r->item.phrase, r->s + r->i, end - r->i);
	} else {
		for (size_t j = r->i + 1; j + 1 < end; j++)
			sink_putc(&r->item.phrase, r->s[j] == '\\' && j + 2 < end ? r->s[++j] : r->s[j]);
	}
	r->i = end;
	return true;
}

/* "<...>"; without its ">" it ends at a blank or comma behind the "@". Only the first one of an item counts. */
static void read_angle(struct reader *r)
{
	size_t j = r->i + 1, at = 0;
	bool quoted = false;
	r->item.angle.n = r->item.has_angle ? r->item.angle.n : 0;
	for (; j < r->n && r->s[j] != '>' && r->s[j] != '<'; j++) {
		if (r->s[j] == '"')
			quoted = !quoted;
		if (r->s[j] == '(' && !quoted) {	/* "pete(his account)@silly.test": RFC 5322 appendix A.5 */
			const char *close = memchr(r->s + j, ')', r->n - j < 256 ? r->n - j : 256);
			if (close) {
				j = (size_t)(close - r->s);
				continue;
			}
		}
		at = r->s[j] == '@' ? j : at;
		if (at && j > at + 1 && !quoted && (r->s[j] == ';' || (r->s[j] == ',' && r->s[r->i + 1] != '@')))
			break;
		if (!r->item.has_angle)
			sink_putc(&r->item.angle, r->s[j]);
	}
	r->item.has_angle = true;
	r->i = j + (j < r->n && r->s[j] == '>');
}

static void read_char(struct reader *r)
{
	char c = r->s[r->i];
	struct item *it = &r->item;
	r->i++;
	if ((c == ',' || c == ';') && item_done(r, false, c))
		return;
	if (c == ',' || c == ';')
		return;
	if (c == ':' && !it->has_angle && !memchr(sink_text(&it->phrase), '@', it->phrase.n)) {	/* a group's name, or "mailto:" */
		item_clear(it);
		return;
	}
	/* text behind the brackets is nobody's name, unless there was none before them */
	if (!it->has_angle || it->phrase.n == 0)
		sink_putc(&it->phrase, c == '\r' || c == '\n' || c == '\t' ? ' ' : c);
}

int addrspec_list(const char *s, size_t n, struct arena *a, struct mailbox_list *ret)
{
	struct reader r = { .s = s, .n = n, .item = item_empty, .arena = a };
	while (r.i < r.n && !r.nomem && r.boxes < ADDRSPEC_MAX) {
		if (s[r.i] == '(' && read_comment(&r))
			continue;
		if (s[r.i] == '"' && read_quoted(&r))
			continue;
		if (s[r.i] == '<')
			read_angle(&r);
		else
			read_char(&r);
	}
	(void)item_done(&r, true, 0);
	r.nomem |= r.item.phrase.nomem || r.item.angle.nomem || r.item.comment.nomem;
	item_free(&r.item);
	if (r.nomem)
		return -1;
	*ret = (struct mailbox_list){ r.box, r.boxes };
	return 0;
}
