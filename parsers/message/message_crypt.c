/* Signed and encrypted mail: the content of a PKCS #7 signed-data (RFC 5652, RFC 8551), and inline PGP (RFC 9580 section 7). */
#include "parsers/message/message_p.h"

#include <string.h>

#include "parsers/sink.h"

#define BER_DEPTH 16
#define READABLE_BYTES 200	/* with less around an encrypted block, the block is the message */

/* One BER element (X.690): tag, and its content. indefinite: it ends with an end-of-contents of its own. */
struct ber {
	uint8_t tag;
	const uint8_t *at;
	size_t n;		/* of the content; with indefinite all that is left */
	bool indefinite;
};

static bool ber_read(const uint8_t *s, size_t n, struct ber *ret, size_t *head)
{
	if (n < 2 || (s[0] & 0x1f) == 0x1f)
		return false;
	size_t length = s[1], i = 2;
	ret->indefinite = length == 0x80;
	if (ret->indefinite) {
		length = n - 2;
	} else if (length > 0x80) {
		size_t bytes = length & 0x7f;
		if (bytes > 8 || n < 2 + bytes)
			return false;
		for (length = 0; i < 2 + bytes; i++)
			length = length << 8 | s[i];
	}
	if (length > n - i)
		length = n - i;	/* cut off: what is there can be read */
	*ret = (struct ber){ s[0], s + i, length, ret->indefinite };
	*head = i;
	return true;
}

/* How many bytes the element takes; an indefinite one is walked through. 0: broken or too deep. */
static size_t ber_size(const uint8_t *s, size_t n, unsigned depth)
{
	struct ber b;
	size_t head;
	if (depth > BER_DEPTH || !ber_read(s, n, &b, &head))
		return 0;
	if (!b.indefinite)
		return head + b.n;
	size_t i = head;
	while (i + 1 < n && !(s[i] == 0 && s[i + 1] == 0)) {
		size_t k = ber_size(s + i, n - i, depth + 1);
		if (k == 0)
			return 0;
		i += k;
	}
	return i + 2 <= n ? i + 2 : n;
}

/* An OCTET STRING, also in constructed form, appended to ret. */
static void octets(const uint8_t *s, size_t n, unsigned depth, struct sink *ret)
{
	for (size_t i = 0; i + 1 < n && !(s[i] == 0 && s[i + 1] == 0);) {
		struct ber b;
		size_t head;
		if (depth > BER_DEPTH || !ber_read(s + i, n - i, &b, &head))
			return;
		if (b.tag == 0x04)
			sink_put(ret, b.at, b.n);
		else if (b.tag == 0x24)
			octets(b.at, b.n, depth + 1, ret);
		size_t k = b.indefinite ? ber_size(s + i, n - i, depth) : head + b.n;
		if (k == 0)
			return;
		i += k;
	}
}

static bool ber_enter(const uint8_t **s, size_t *n, uint8_t tag)
{
	struct ber b;
	size_t head;
	if (!ber_read(*s, *n, &b, &head) || b.tag != tag)
		return false;
	*s = b.at, *n = b.n;
	return true;
}

static bool ber_skip(const uint8_t **s, size_t *n)
{
	size_t k = ber_size(*s, *n, 0);
	if (k == 0 || k > *n)
		return false;
	*s += k, *n -= k;
	return true;
}

static enum message_cms content_kind(const uint8_t *oid, size_t n)
{
	static const uint8_t pkcs7[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07 };	/* 1.2.840.113549.1.7 */
	static const uint8_t auth_enveloped[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x17 };
	if (n == sizeof pkcs7 + 1 && memcmp(oid, pkcs7, sizeof pkcs7) == 0)
		return oid[n - 1] == 2 ? MESSAGE_CMS_SIGNED : oid[n - 1] == 3 || oid[n - 1] == 4 || oid[n - 1] == 6 ? MESSAGE_CMS_ENVELOPED :
			MESSAGE_CMS_OTHER;
	if (n == sizeof auth_enveloped && memcmp(oid, auth_enveloped, n) == 0)
		return MESSAGE_CMS_ENVELOPED;
	return MESSAGE_CMS_OTHER;
}

enum message_cms message_cms(struct making *mk, const uint8_t *s, size_t n, const uint8_t **ret, size_t *ret_n)
{
	struct ber oid;
	size_t head;
	if (!ber_enter(&s, &n, 0x30) || !ber_read(s, n, &oid, &head) || oid.tag != 0x06)
		return MESSAGE_CMS_OTHER;
	enum message_cms kind = content_kind(oid.at, oid.n);
	/* [0] { SEQUENCE { version, digestAlgorithms, SEQUENCE { OID, [0] { OCTET STRING } } ... */
	if (kind != MESSAGE_CMS_SIGNED)
		return kind;
	if (!ber_skip(&s, &n) || !ber_enter(&s, &n, 0xa0) || !ber_enter(&s, &n, 0x30) || !ber_skip(&s, &n) || !ber_skip(&s, &n) ||
	    !ber_enter(&s, &n, 0x30) || !ber_skip(&s, &n) || !ber_enter(&s, &n, 0xa0))
		return MESSAGE_CMS_OTHER;
	SINK_CLEANUP struct sink content = { .limit_bytes = mk->rules->max_document_bytes };
	octets(s, n, 0, &content);
	char *p = sink_take(&content, mk->arena);
	mk->nomem |= !p;
	if (content.n == 0 || !p)
		return MESSAGE_CMS_OTHER;
	*ret = (const uint8_t *)p, *ret_n = content.n;
	return kind;
}

/* The line that begins with mark, at the start of text or behind an LF. */
static const char *armour(const char *text, const char *mark)
{
	const char *p = text;
	while ((p = strstr(p, mark)) && p != text && p[-1] != '\n')
		p++;
	return p;
}

static size_t readable(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += *s != ' ' && *s != '\n' && *s != '\t';
	return n;
}

/* A clear-signed text without its armour and dash-escaping (section 7.1); NULL: there is none, or no memory. */
static char *clear_signed(struct making *mk, const char *text)
{
	const char *begin = armour(text, "-----BEGIN PGP SIGNED MESSAGE-----"), *body = begin ? strstr(begin, "\n\n") : NULL;
	const char *end = body ? armour(body, "-----BEGIN PGP SIGNATURE-----") : NULL;
	if (!end)
		return NULL;
	SINK_CLEANUP struct sink out = { .limit_bytes = mk->rules->max_text_bytes };
	sink_put(&out, text, (size_t)(begin - text));
	for (const char *line = body + 2, *next; line < end; line = next) {
		const char *lf = memchr(line, '\n', (size_t)(end - line));
		next = lf ? lf + 1 : end;
		if (next - line > 2 && line[0] == '-' && line[1] == ' ')
			line += 2;
		sink_put(&out, line, (size_t)(next - line));
	}
	sink_puts(&out, end);
	if (mk->m->crypt == MESSAGE_PLAIN)
		mk->m->crypt = MESSAGE_SIGNED;
	char *p = sink_take(&out, mk->arena);
	mk->nomem |= !p;
	return p;
}

/* Behind the block that begins here: its last line, or only its first where the words themselves follow; one that never ends goes to the end. */
static const char *block_end(const char *begin, const char *kind)
{
	const char *end = strncmp(kind, "SIGNED", 6) == 0 ? begin : armour(begin, "-----END PGP ");
	end = strchrnul(end ? end : begin, end ? '\n' : 0);
	return *end ? end + 1 : end;
}

/* Armour is nobody's words: encrypted messages, keys, signatures without their text. */
static char *without_armour(struct making *mk, char *text)
{
	static const char mark[] = "-----BEGIN PGP ";
	SINK_CLEANUP struct sink out = { .limit_bytes = mk->rules->max_text_bytes };
	bool encrypted = false;
	const char *at = text, *begin;
	while ((begin = armour(at, mark))) {
		const char *kind = begin + sizeof mark - 1;
		encrypted |= strncmp(kind, "MESSAGE", 7) == 0;
		sink_put(&out, at, (size_t)(begin - at));
		at = block_end(begin, kind);
	}
	if (at == text)
		return text;
	sink_puts(&out, at);
	if (encrypted && mk->m->crypt != MESSAGE_ENCRYPTED)
		mk->m->crypt = readable(sink_text(&out)) < READABLE_BYTES ? MESSAGE_ENCRYPTED : MESSAGE_PARTLY;
	char *p = sink_take(&out, mk->arena);
	mk->nomem |= !p;
	return p ? p : text;
}

char *message_pgp(struct making *mk, char *text)
{
	char *signed_text = clear_signed(mk, text);
	return without_armour(mk, signed_text ? signed_text : text);
}
