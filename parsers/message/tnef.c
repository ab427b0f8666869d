#include "parsers/message/tnef.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "parsers/message/charset.h"
#include "parsers/message/html.h"
#include "parsers/sink.h"

/* MS-OXTNEF section 2.1.3.1: level, attribute (its id is the low half), length, data, checksum. */
enum { LEVEL_MESSAGE = 1, LEVEL_ATTACHMENT = 2 };
enum { ATT_BODY = 0x800c, ATT_DATA = 0x800f, ATT_TITLE = 0x8010, ATT_RENDER = 0x9002, ATT_PROPS = 0x9003, ATT_ATTACHMENT = 0x9005, ATT_CODEPAGE = 0x9007 };
enum { PROP_BODY = 0x1000, PROP_RTF = 0x1009, PROP_HTML = 0x1013, PROP_DATA = 0x3701, PROP_FILE_NAME = 0x3704, PROP_LONG_NAME = 0x3707, PROP_MIME = 0x370e };
enum { TYPE_STRING8 = 0x1e, TYPE_UNICODE = 0x1f, TYPE_OBJECT = 0x0d, TYPE_BINARY = 0x102, TYPE_MANY = 0x1000 };

struct bytes { const uint8_t *s; size_t n; };

struct reading_tnef {
	struct arena *a;
	struct tnef *t;
	size_t max_files, max_text_bytes, size_files;
	char codepage[16];
	struct bytes body, html, rtf;
	bool body_unicode, nomem;
};

static uint32_t le16(const uint8_t *s) { return (uint32_t)s[1] << 8 | s[0]; }
static uint32_t le32(const uint8_t *s) { return le16(s + 2) << 16 | le16(s); }

static bool take(struct bytes *from, size_t n, struct bytes *ret)
{
	if (n > from->n)
		return false;
	*ret = (struct bytes){ from->s, n };
	from->s += n, from->n -= n;
	return true;
}

static bool take32(struct bytes *from, uint32_t *ret)
{
	struct bytes b;
	if (!take(from, 4, &b))
		return false;
	*ret = le32(b.s);
	return true;
}

/* A string up to its NUL, in the code page or in UTF-16. */
static const char *text_of(struct reading_tnef *r, struct bytes b, bool unicode)
{
	SINK_CLEANUP struct sink raw = { .limit_bytes = 4096 }, line = { .limit_bytes = 4096 };
	if (unicode) {
		while (b.n >= 2 && b.s[b.n - 1] == 0 && b.s[b.n - 2] == 0)
			b.n -= 2;
	} else {
		b.n = strnlen((const char *)b.s, b.n);
	}
	charset_to_utf8(unicode ? "utf-16le" : r->codepage, b.s, b.n, &raw);
	charset_clean_line(sink_text(&raw), raw.n, &line);
	const char *p = line.n ? sink_take(&line, r->a) : NULL;
	r->nomem |= line.n && !p;
	return p;
}

static struct tnef_file *new_file(struct reading_tnef *r)
{
	struct tnef *t = r->t;
	if (t->n_files == r->max_files)
		return NULL;
	if (t->n_files == r->size_files) {
		size_t more = r->size_files ? r->size_files * 2 : 4;
		struct tnef_file *grown = arena_grow(r->a, t->files, r->size_files * sizeof *grown, more * sizeof *grown);
		if (!grown) {
			r->nomem = true;
			return NULL;
		}
		t->files = grown;
		r->size_files = more;
	}
	t->files[t->n_files] = (struct tnef_file){ 0 };
	return &t->files[t->n_files++];
}

static void use_property(struct reading_tnef *r, uint32_t id, uint32_t type, struct bytes v, struct tnef_file *file)
{
	bool unicode = type == TYPE_UNICODE;
	if (!file) {
		if (id == PROP_BODY && (type == TYPE_STRING8 || unicode))
			r->body = v, r->body_unicode = unicode;
		else if (id == PROP_HTML)
			r->html = v;
		else if (id == PROP_RTF && type == TYPE_BINARY)
			r->rtf = v;
		return;
	}
	if (id == PROP_LONG_NAME || (id == PROP_FILE_NAME && !file->name)) {
		const char *name = text_of(r, v, unicode);
		file->name = name ? name : file->name;
	} else if (id == PROP_MIME) {
		file->type = text_of(r, v, unicode);
	} else if (id == PROP_DATA && v.n > 16 && type == TYPE_OBJECT) {
		file->bytes = v.s + 16, file->n = v.n - 16;	/* behind the interface id: an embedded message or OLE object */
	} else if (id == PROP_DATA && type == TYPE_BINARY) {
		file->bytes = v.s, file->n = v.n;
	}
}

static size_t fixed_size(uint32_t type)
{
	switch (type) {
	case 0x02: case 0x03: case 0x04: case 0x0a: case 0x0b: return 4;
	case 0x05: case 0x06: case 0x07: case 0x14: case 0x40: return 8;
	case 0x48: return 16;
	default: return 0;
	}
}

/* A named property's name stands between its tag and its value (MS-OXTNEF section 2.1.3.4). */
static bool skip_property_name(struct bytes *p)
{
	struct bytes b;
	uint32_t kind, n;
	if (!take(p, 16, &b) || !take32(p, &kind))
		return false;
	if (kind == 0)
		return take(p, 4, &b);
	return take32(p, &n) && n <= p->n && take(p, ((size_t)n + 3) / 4 * 4, &b);
}

static void read_properties(struct reading_tnef *r, struct bytes p, struct tnef_file *file)
{
	uint32_t count, tag;
	if (!take32(&p, &count))
		return;
	for (uint32_t i = 0; i < count && take32(&p, &tag) && !r->nomem; i++) {
		uint32_t type = tag & 0xefff, id = tag >> 16, values = 1, n;
		struct bytes v;
		type &= ~(uint32_t)TYPE_MANY;
		if (id >= 0x8000 && !skip_property_name(&p))
			return;
		size_t size = fixed_size(type);
		bool variable = size == 0;
		if (((tag & TYPE_MANY) || variable) && !take32(&p, &values))
			return;
		for (uint32_t k = 0; k < values; k++) {
			if (variable) {
				if (!take32(&p, &n) || n > p.n)
					return;
				struct bytes padded = { p.s, n };
				if (!take(&p, ((size_t)n + 3) / 4 * 4, &v))
					p.n = 0;
				v = padded;
			} else if (!take(&p, size, &v)) {
				return;
			}
			if (k == 0 && variable)
				use_property(r, id, type, v, file);
		}
	}
}

static void use_attribute(struct reading_tnef *r, uint32_t id, struct bytes v, struct tnef_file **file)
{
	switch (id) {
	case ATT_CODEPAGE:
		if (v.n >= 4) {
			uint32_t cp = le32(v.s);
			(void)snprintf(r->codepage, sizeof r->codepage, "windows-%u", (unsigned)(cp % 100000));
		}
		break;
	case ATT_BODY:
		if (!r->body.n)
			r->body = v;
		break;
	case ATT_PROPS:
		read_properties(r, v, NULL);
		break;
	case ATT_RENDER:
		*file = new_file(r);
		break;
	case ATT_TITLE:
		if (*file && !(*file)->name)
			(*file)->name = text_of(r, v, false);
		break;
	case ATT_DATA:
		if (*file)
			(*file)->bytes = v.s, (*file)->n = v.n;
		break;
	case ATT_ATTACHMENT:
		if (*file)
			read_properties(r, v, *file);
		break;
	}
}

/* MS-OXRTFCP: LZ77 over a ring of 4096 bytes that begins with what every RTF begins with. */
#define RING 4096
static const char rtf_start[] = "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
	"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

static bool rtf_decompress(struct bytes in, struct sink *ret)
{
	struct bytes head;
	if (!take(&in, 16, &head))
		return false;
	uint32_t raw = le32(head.s + 4), magic = le32(head.s + 8);
	if (magic == 0x414c454d) {	/* "MELA": stored */
		sink_put(ret, in.s, raw < in.n ? raw : in.n);
		return true;
	}
	if (magic != 0x75465a4c)	/* "LZFu" */
		return false;
	uint8_t ring[RING] = { 0 };
	size_t at = sizeof rtf_start - 1, i = 0;
	memcpy(ring, rtf_start, at);
	while (i < in.n && !ret->full) {
		uint8_t flags = in.s[i++];
		for (int bit = 0; bit < 8 && i < in.n; bit++) {
			if (!(flags >> bit & 1)) {
				ring[at] = in.s[i];
				at = (at + 1) % RING;
				sink_putc(ret, (char)in.s[i++]);
				continue;
			}
			if (i + 2 > in.n)
				return true;
			size_t from = (size_t)in.s[i] << 4 | in.s[i + 1] >> 4, n = (in.s[i + 1] & 15u) + 2;
			i += 2;
			if (from == at)		/* the end */
				return true;
			for (; n; n--) {
				uint8_t c = ring[from];
				from = (from + 1) % RING;
				ring[at] = c;
				at = (at + 1) % RING;
				sink_putc(ret, (char)c);
			}
		}
	}
	return true;
}

#define RTF_DEPTH 64
struct rtf { const char *s; size_t n, i; unsigned depth; bool skip[RTF_DEPTH]; bool html, htmlrtf; const char *codepage; struct sink *out; };

static void rtf_char(struct rtf *r, uint32_t c)
{
	if (r->depth < RTF_DEPTH && !r->skip[r->depth] && !r->htmlrtf)
		sink_rune(r->out, c);
}

/* Destinations that hold no text of the document. */
static bool rtf_hidden(const char *word, size_t n)
{
	static const char *const names[] = { "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "generator", "themedata",
		"listtable", "listoverridetable", "rsidtbl", "xmlnstbl", "datastore", "latentstyles", "mmathPr", "fldinst", NULL };
	for (const char *const *p = names; *p; p++)
		if (strlen(*p) == n && memcmp(*p, word, n) == 0)
			return true;
	return false;
}

static bool word_is(const char *w, size_t n, const char *name)
{
	return strlen(name) == n && memcmp(w, name, n) == 0;
}

static void rtf_word(struct rtf *r)
{
	size_t from = r->i, n;
	long value = -1;
	while (r->i < r->n && (r->s[r->i] | 32) >= 'a' && (r->s[r->i] | 32) <= 'z')
		r->i++;
	n = r->i - from;
	const char *w = r->s + from;
	bool minus = r->i < r->n && r->s[r->i] == '-';
	r->i += minus;
	if (r->i < r->n && r->s[r->i] >= '0' && r->s[r->i] <= '9')
		for (value = 0; r->i < r->n && r->s[r->i] >= '0' && r->s[r->i] <= '9'; r->i++)
			value = value < 1000000 ? value * 10 + (r->s[r->i] - '0') : value;
	if (r->i < r->n && r->s[r->i] == ' ')
		r->i++;
	if (word_is(w, n, "htmlrtf"))
		r->htmlrtf = value != 0;
	else if (word_is(w, n, "fromhtml"))
		r->html = true;
	else if (word_is(w, n, "par") || word_is(w, n, "line") || word_is(w, n, "row"))
		rtf_char(r, '\n');
	else if (word_is(w, n, "tab") || word_is(w, n, "cell"))
		rtf_char(r, '\t');
	else if (word_is(w, n, "bin") && value > 0)
		r->i += (size_t)value < r->n - r->i ? (size_t)value : r->n - r->i;
	else if (word_is(w, n, "u") && value >= 0) {
		rtf_char(r, (uint32_t)(minus ? 65536 - value : value));
		if (r->i < r->n && r->s[r->i] != '\\' && r->s[r->i] != '{' && r->s[r->i] != '}')
			r->i++;		/* the character for readers without Unicode */
		else if (r->i + 3 < r->n && r->s[r->i] == '\\' && r->s[r->i + 1] == '\'')
			r->i += 4;
	} else if (rtf_hidden(w, n) && r->depth < RTF_DEPTH) {
		r->skip[r->depth] = true;
	}
}

static int hex_value(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

static void rtf_control(struct rtf *r)
{
	char c = r->s[r->i];
	if ((c | 32) >= 'a' && (c | 32) <= 'z') {
		rtf_word(r);
		return;
	}
	r->i++;
	if (c == '\'' && r->i + 1 < r->n) {
		int high = hex_value(r->s[r->i]), low = hex_value(r->s[r->i + 1]);
		if (high >= 0 && low >= 0 && r->depth < RTF_DEPTH && !r->skip[r->depth] && !r->htmlrtf) {
			char byte = (char)(high << 4 | low);
			charset_to_utf8(r->codepage, &byte, 1, r->out);
		}
		r->i += 2;
	} else if (c == '~') {
		rtf_char(r, ' ');
	} else if (c == '\\' || c == '{' || c == '}') {
		rtf_char(r, (uint32_t)c);
	} else if (c == '*' && r->depth < RTF_DEPTH) {
		/* \*\htmltag holds the HTML itself; every other optional destination is not text */
		r->skip[r->depth] = !(r->n - r->i > 8 && memcmp(r->s + r->i, "\\htmltag", 8) == 0);
	} else if (c == '\n' || c == '\r') {
		rtf_char(r, '\n');
	}
}

/* RTF to its text, or to the HTML it was made from (MS-OXRTFEX). */
static bool rtf_text(const char *s, size_t n, const char *codepage, struct sink *ret)
{
	struct rtf r = { .s = s, .n = n, .codepage = codepage, .out = ret };
	while (r.i < n && !ret->full) {
		char c = s[r.i++];
		if (c == '\\' && r.i < n) {
			rtf_control(&r);
		} else if (c == '{') {
			r.depth++;
			if (r.depth < RTF_DEPTH)
				r.skip[r.depth] = r.skip[r.depth - 1];
		} else if (c == '}') {
			r.depth -= r.depth > 0;
		} else if (c != '\r' && c != '\n') {
			rtf_char(&r, (uint8_t)c);
		}
	}
	return r.html;
}

static void make_text(struct reading_tnef *r)
{
	size_t limit = r->max_text_bytes;
	SINK_CLEANUP struct sink utf8 = { .limit_bytes = limit }, rtf = { .limit_bytes = limit }, out = { .limit_bytes = limit };
	bool html = false;
	if (r->body.n) {
		struct bytes b = r->body;
		while (b.n && b.s[b.n - 1] == 0 && (!r->body_unicode || b.n % 2 == 0) && (!r->body_unicode || b.s[b.n - 2] == 0))
			b.n -= r->body_unicode ? 2 : 1;
		charset_to_utf8(r->body_unicode ? "utf-16le" : r->codepage, b.s, b.n, &utf8);
	} else if (r->html.n) {
		char meta[48];
		charset_to_utf8(html_charset(r->html.s, r->html.n, meta) ? meta : r->codepage, r->html.s, r->html.n, &utf8);
		html = true;
	} else if (r->rtf.n && rtf_decompress(r->rtf, &rtf)) {
		html = rtf_text(sink_text(&rtf), rtf.n, r->codepage, &utf8);
	}
	if (html)
		r->nomem |= html_text(sink_text(&utf8), utf8.n, &out) == PARSE_NOMEM;
	else
		charset_clean_text(sink_text(&utf8), utf8.n, &out);
	r->t->text = out.n ? sink_take(&out, r->a) : NULL;
	r->nomem |= (out.n && !r->t->text) || utf8.nomem || rtf.nomem || out.nomem;
}

int tnef_read(const uint8_t *s, size_t n, size_t max_files, size_t max_text_bytes, struct arena *a, struct tnef *ret)
{
	struct tnef t = { 0 };
	struct reading_tnef r = { .a = a, .t = &t, .max_files = max_files, .max_text_bytes = max_text_bytes, .codepage = "windows-1252" };
	struct bytes in = { s, n }, b, v;
	struct tnef_file *file = NULL;
	if (!take(&in, 6, &b) || le32(b.s) != 0x223e9f78)
		return PARSE_BAD;
	while (take(&in, 9, &b) && (b.s[0] == LEVEL_MESSAGE || b.s[0] == LEVEL_ATTACHMENT) && !r.nomem) {
		uint32_t id = le16(b.s + 1), length = le32(b.s + 5);
		if (!take(&in, length < in.n ? length : in.n, &v))
			break;
		use_attribute(&r, id, v, &file);
		(void)take(&in, 2, &b);		/* checksum */
	}
	if (!r.nomem)
		make_text(&r);
	if (r.nomem)
		return PARSE_NOMEM;
	*ret = t;
	return PARSE_OK;
}
