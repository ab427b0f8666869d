#include "parsers/message/hdrfix.h"

#include <string.h>
#include <strings.h>

#define TAIL_BYTES 1024

struct line { size_t at, end, next; };	/* end: without the line end */

static struct line line_at(const char *s, size_t n, size_t at)
{
	const char *lf = at < n ? memchr(s + at, '\n', n - at) : NULL;
	struct line l = { at, lf ? (size_t)(lf - s) : n, lf ? (size_t)(lf - s) + 1 : n };
	while (l.end > at && s[l.end - 1] == '\r')
		l.end--;
	return l;
}

static bool line_blank(const char *s, struct line l)
{
	for (size_t i = l.at; i < l.end; i++)
		if (s[i] != ' ' && s[i] != '\t' && s[i] != 0)
			return false;
	return true;
}

static bool line_starts(const char *s, struct line l, const char *with)
{
	size_t k = strlen(with);
	return l.end - l.at >= k && strncasecmp(s + l.at, with, k) == 0;
}

/* Length of a field name at the line's start (printable bytes up to ":", blanks allowed before it), 0: no field. */
static size_t field_name(const char *s, struct line l, size_t *colon)
{
	size_t i = l.at;
	while (i < l.end && (unsigned char)s[i] > ' ' && s[i] != 0x7f && s[i] != ':')
		i++;
	size_t k = i - l.at;
	while (i < l.end && (s[i] == ' ' || s[i] == '\t'))
		i++;
	*colon = i;
	return i < l.end && s[i] == ':' ? k : 0;
}

/* A name that headers have and sentences have not. */
static bool known_name(const char *s, size_t k)
{
	static const char *const names[] = { "from", "to", "cc", "subject", "date", "sender", "reply-to", "return-path", "received", "message-id",
		"mime-version", "in-reply-to", "references", "delivered-to", "dkim-signature", "importance", "precedence", NULL };
	for (const char *const *p = names; *p; p++)
		if (strlen(*p) == k && strncasecmp(s, *p, k) == 0)
			return true;
	return (k > 8 && strncasecmp(s, "content-", 8) == 0) || (k > 2 && strncasecmp(s, "x-", 2) == 0);
}

/* Is the line at `at`, which is no field, only rubbish in a header that goes on? A part's must go on at once, with a Content- field. */
static bool header_goes_on(const char *s, size_t n, size_t at, enum hdrfix how)
{
	for (int lines = 0; at < n && lines < (how == HDRFIX_PART ? 1 : 50); lines++) {
		struct line l = line_at(s, n, at);
		size_t colon, k = field_name(s, l, &colon);
		if (line_blank(s, l))
			return false;
		if (how == HDRFIX_PART ? line_starts(s, l, "content-") && k : k && known_name(s + l.at, k))
			return true;
		at = l.next;
	}
	return false;
}

static size_t skip_front(const char *s, size_t n)
{
	size_t at = n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	for (; at < n;) {
		struct line l = line_at(s, n, at);
		if (!line_blank(s, l) && !line_starts(s, l, "From ") && !line_starts(s, l, ">From "))
			break;
		size_t colon;
		if (line_starts(s, l, "From ") && field_name(s, l, &colon))
			break;		/* "From : Max": a blank before the colon */
		at = l.next;
	}
	return at;
}

/* The end of the field that starts at l: folded lines, also over a line of blanks when a folded one with text follows. */
static size_t field_end(const char *s, size_t n, struct line l)
{
	size_t at = l.next;
	while (at < n && (s[at] == ' ' || s[at] == '\t')) {
		struct line more = line_at(s, n, at);
		if (line_blank(s, more)) {
			size_t next = more.next;
			if (next >= n || (s[next] != ' ' && s[next] != '\t' && s[next] != '\r' && s[next] != '\n')) {
				size_t colon;
				if (next >= n || !field_name(s, line_at(s, n, next), &colon))
					break;	/* blanks alone before text without a colon: the end of the header */
			}
		}
		at = more.next;
	}
	return at;
}

static int fields_add(struct fields *f, size_t *size, struct field one, struct arena *a)
{
	if (f->n == *size) {
		size_t more = *size ? *size * 2 : 32;
		struct field *grown = arena_grow(a, f->f, *size * sizeof *grown, more * sizeof *grown);
		if (!grown)
			return -1;
		f->f = grown;
		*size = more;
	}
	f->f[f->n++] = one;
	return 0;
}

static bool any_known(const struct fields *f)
{
	if (f->n == 0 || f->cut)
		return true;
	for (size_t i = 0; i < f->n; i++)
		if (known_name(f->f[i].name, f->f[i].name_n))
			return true;
	return false;
}

struct split {
	const char *s;
	size_t n, at, size, kept, max_bytes;	/* size: of the array; kept: bytes of the fields in it */
	enum hdrfix how;
	struct fields f;
};

/* What is no field: rubbish in a header that goes on is left out; else the body begins, behind a line of blanks. */
static bool skip_rubbish(struct split *p, struct line l)
{
	bool rubbish = header_goes_on(p->s, p->n, l.next, p->how);
	if (rubbish || line_blank(p->s, l))
		p->at = l.next;
	return rubbish;
}

/* One too large for what is left must not hide the fields behind it; of a From the end is kept, where the address stands. */
static int take_field(struct split *p, struct field one, size_t bytes, struct arena *a)
{
	bool monster = bytes > p->max_bytes - p->kept;
	p->f.cut |= monster;
	if (monster && (one.name_n != 4 || strncasecmp(one.name, "From", 4) != 0 || one.value_n <= TAIL_BYTES))
		return 0;
	if (monster) {
		one.value += one.value_n - TAIL_BYTES;
		one.value_n = TAIL_BYTES;
	}
	p->kept += one.value_n < bytes ? one.value_n : bytes;
	p->kept = p->kept < p->max_bytes ? p->kept : p->max_bytes;
	return fields_add(&p->f, &p->size, one, a);
}

static int read_field(struct split *p, struct line l, size_t name_n, size_t colon, struct arena *a)
{
	size_t end = field_end(p->s, p->n, l), tail = end;
	while (tail > colon + 1 && (p->s[tail - 1] == '\n' || p->s[tail - 1] == '\r'))
		tail--;
	struct field one = { p->s + l.at, name_n, p->s + colon + 1, tail - colon - 1 };
	p->at = end;
	return take_field(p, one, end - l.at, a);
}

int hdrfix_split(const char *s, size_t n, enum hdrfix how, size_t max_bytes, struct arena *a, struct fields *ret)
{
	struct split p = { .s = s, .n = n, .at = how == HDRFIX_MESSAGE ? skip_front(s, n) : 0, .max_bytes = max_bytes, .how = how };
	while (p.at < n) {
		struct line l = line_at(s, n, p.at);
		if (l.end == l.at || (line_blank(s, l) && how == HDRFIX_PART)) {
			p.at = l.next;
			break;
		}
		size_t colon, k = field_name(s, l, &colon);
		if (k == 0 && !skip_rubbish(&p, l))
			break;
		if (k > 0 && read_field(&p, l, k, colon, a) < 0)
			return -1;
	}
	p.f.body = p.at;
	if (how == HDRFIX_PART && !any_known(&p.f))	/* "Naam: Jan" in the place of a header is text */
		p.f = (struct fields){ 0 };
	*ret = p.f;
	return 0;
}

const struct field *fields_get(const struct fields *f, const char *name, size_t k)
{
	size_t n = strlen(name);
	for (size_t i = 0; i < f->n; i++)
		if (f->f[i].name_n == n && strncasecmp(f->f[i].name, name, n) == 0 && k-- == 0)
			return &f->f[i];
	return NULL;
}

bool hdrfix_cr_only(const char *s, size_t n)
{
	return !memchr(s, '\n', n) && memchr(s, '\r', n);
}
