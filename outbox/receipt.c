#include "outbox/receipt.h"

#include <libxml/parser.h>
#include <libxml/xmlsave.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/place.h"
#include "outbox/address.h"
#include "outbox/mime.h"
#include "outbox/template.h"

#define TEXT_COLUMNS 72
#define REFERENCES_MAX 20

static const char *const TEXTS[] = { "complaint", "compliment", "other", "follow-up" };
static const char *const LANGUAGES[] = { "nl", "en" };
#define N_TEXTS (sizeof TEXTS / sizeof *TEXTS)
#define N_LANGUAGES (sizeof LANGUAGES / sizeof *LANGUAGES)

struct templates {
	struct template *of[N_TEXTS][N_LANGUAGES];
};

/* ---- loading ---- */

void templates_free(struct templates *t)
{
	for (size_t i = 0; t && i < N_TEXTS * N_LANGUAGES; i++)
		template_free(t->of[i / N_LANGUAGES][i % N_LANGUAGES]);
	free(t);
}

int templates_load(const char *directory, struct templates **ret, struct error *err)
{
	char found[PATH_MAX], path[PATH_MAX + 64];
	if (!directory || !*directory) {
		int r = place_data("templates", found, sizeof found, err);
		if (r < 0)
			return r;
		directory = found;
	}
	struct templates *t = calloc(1, sizeof *t);
	if (!t)
		return error_set(err, FAIL_RETRY, "templates: no memory");
	int k = 0;
	for (size_t i = 0; !k && i < N_TEXTS * N_LANGUAGES; i++) {
		const char *text = TEXTS[i / N_LANGUAGES], *language = LANGUAGES[i % N_LANGUAGES];
		(void)snprintf(path, sizeof path, "%s/receipt-%s.%s.xml", directory, text, language);
		if (access(path, R_OK) != 0)
			k = error_set(err, FAIL_CONFIG, "template %s: %m; copy it from %s/templates, or correct [receipt] template_directory",
				      path, KLACHTD_DATADIR);
		else
			k = template_load(path, &t->of[i / N_LANGUAGES][i % N_LANGUAGES], err);
	}
	if (k)
		templates_free(t);
	else
		*ret = t;
	return k;
}

static const struct template *find(const struct templates *t, const struct receipt *r)
{
	size_t language = r->language && strcmp(r->language, "en") == 0;
	for (size_t i = 0; i < N_TEXTS; i++)
		if (strcmp(TEXTS[i], r->text) == 0)
			return t->of[i][language];
	return NULL;
}

static int say(const struct templates *t, const struct receipt *r, bool by_post, struct words *ret, struct values *ret_values,
	       struct error *err)
{
	const struct template *template = find(t, r);
	struct values v = { 0 };
	if (!template)
		return error_set(err, FAIL_ITEM, "receipt: no such text \"%.20s\"", r->text);
	int k = values_make(r, by_post, &v, err);
	if (!k)
		k = template_fill(template, &v, ret, err);
	if (k)
		values_free(&v);
	else
		*ret_values = v;
	return k;
}

/* ---- the two bodies ---- */

static size_t columns(const char *s, size_t n)
{
	size_t chars = 0;
	for (size_t i = 0; i < n; i++)
		chars += ((unsigned char)s[i] & 0xc0) != 0x80;
	return chars;
}

/* Words wrapped at TEXT_COLUMNS: not every mail program wraps long lines of plain text. */
static void wrap(FILE *f, const char *s, const char *first, const char *later)
{
	size_t column = strlen(first);
	fputs(first, f);
	for (bool begun = false; *s;) {
		size_t n = strcspn(s, " \n"), wide = columns(s, n);
		if (begun && column + 1 + wide > TEXT_COLUMNS) {
			fprintf(f, "\n%s", later);
			column = strlen(later);
		} else if (begun) {
			fputc(' ', f);
			column++;
		}
		(void)fwrite(s, 1, n, f);
		column += wide;
		begun = true;
		s += n;
		if (*s == '\n') {
			fprintf(f, "\n%s", later);
			column = strlen(later);
			begun = false;
		}
		s += *s != 0;
	}
	fputc('\n', f);
}

static void plain_body(FILE *f, const struct words *w)
{
	for (size_t i = 0; i < w->n; i++) {
		enum block_kind kind = w->blocks[i].kind;
		bool tight = i == 0 || (kind == BLOCK_ITEM && w->blocks[i - 1].kind != BLOCK_PARAGRAPH) ||
			     (i > 0 && w->blocks[i - 1].kind == BLOCK_HEADING);
		if (!tight)
			fputc('\n', f);
		if (kind == BLOCK_ITEM) {
			wrap(f, w->blocks[i].text, "- ", "  ");
		} else {
			wrap(f, w->blocks[i].text, "", "");
			for (size_t c = kind == BLOCK_HEADING ? columns(w->blocks[i].text, strlen(w->blocks[i].text)) + 1 : 0; c > 0; c--)
				fputc(c == 1 ? '\n' : '-', f);
		}
	}
}

/* Text with LF as <br>; a tree of text nodes, so that nothing in a value is markup. */
static bool html_text(xmlNode *parent, const char *s)
{
	while (*s) {
		size_t n = strcspn(s, "\n");
		xmlNode *text = xmlNewTextLen((const xmlChar *)s, (int)n);
		if (!text || !xmlAddChild(parent, text))
			return false;
		s += n;
		if (*s && !xmlNewChild(parent, NULL, (const xmlChar *)"br", NULL))
			return false;
		s += *s != 0;
	}
	return true;
}

static xmlNode *html_child(xmlNode *parent, const char *name, const char *style)
{
	xmlNode *n = xmlNewChild(parent, NULL, (const xmlChar *)name, NULL);
	if (n && style && !xmlNewProp(n, (const xmlChar *)"style", (const xmlChar *)style))
		return NULL;
	return n;
}

static bool html_blocks(xmlNode *body, const struct words *w)
{
	xmlNode *list = NULL;
	for (size_t i = 0; i < w->n; i++) {
		enum block_kind kind = w->blocks[i].kind;
		xmlNode *at;
		if (kind == BLOCK_ITEM) {
			list = list ? list : html_child(body, "ul", "margin: 0 0 1em 0; padding-left: 1.4em");
			at = list ? html_child(list, "li", NULL) : NULL;
		} else {
			list = NULL;
			at = kind == BLOCK_HEADING ? html_child(body, "h2", "font-size: 1.1em; margin: 1.4em 0 0.4em 0") :
						     html_child(body, "p", "margin: 0 0 1em 0");
		}
		if (!at || !html_text(at, w->blocks[i].text))
			return false;
	}
	return true;
}

static xmlDoc *html_tree(const struct words *w, const char *language)
{
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *html = doc ? xmlNewDocNode(doc, NULL, (const xmlChar *)"html", NULL) : NULL;
	if (!html) {
		xmlFreeDoc(doc);
		return NULL;
	}
	(void)xmlDocSetRootElement(doc, html);
	xmlNode *head = html_child(html, "head", NULL);
	xmlNode *title = head ? html_child(head, "title", NULL) : NULL;
	xmlNode *body = html_child(html, "body", "font-family: sans-serif; line-height: 1.5; max-width: 40em");
	/* the charset's <meta> is written by libxml2's XHTML output */
	if (title && body && xmlNewProp(html, (const xmlChar *)"lang", (const xmlChar *)language) &&
	    html_text(title, w->subject) && html_blocks(body, w))
		return doc;
	xmlFreeDoc(doc);
	return NULL;
}

static int html_body(FILE *f, const struct words *w, const char *language)
{
	xmlDoc *doc = html_tree(w, language);
	xmlBuffer *buffer = doc ? xmlBufferCreate() : NULL;
	xmlSaveCtxt *save = buffer ? xmlSaveToBuffer(buffer, "UTF-8", XML_SAVE_XHTML | XML_SAVE_NO_DECL | XML_SAVE_FORMAT) : NULL;
	int k = save && xmlSaveDoc(save, doc) >= 0 ? 0 : -1;
	k |= save && xmlSaveClose(save) < 0 ? -1 : 0;
	if (k == 0)
		fprintf(f, "<!DOCTYPE html>\n%s", (const char *)xmlBufferContent(buffer));
	xmlBufferFree(buffer);
	xmlFreeDoc(doc);
	return k;
}

/* ---- the message ---- */

/* RFC 5322 section 3.3, in the process's zone. */
static void date_header(FILE *f, int64_t now_us)
{
	static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	time_t t = (time_t)(now_us / US_PER_SECOND);
	struct tm tm;
	if (!localtime_r(&t, &tm))
		return;		/* a year past int: no clock gives it */
	long minutes = tm.tm_gmtoff / 60;
	fprintf(f, "Date: %.3s, %d %.3s %d %02d:%02d:%02d %c%02ld%02ld\r\n", days + 3 * tm.tm_wday, tm.tm_mday, months + 3 * tm.tm_mon,
		tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec, minutes < 0 ? '-' : '+', labs(minutes) / 60, labs(minutes) % 60);
}

/* The mail that this receipt answers: "message" of the facts (a follow-up's), else that of the record. */
static const json_t *answered(const json_t *facts)
{
	const json_t *m = json_object_get(facts, "message");
	return json_is_object(m) ? m : json_object_get(json_object_get(facts, "record"), "message");
}

/* RFC 5322 section 3.6.4: References is the parent's, and the parent itself; the oldest ones go when there are too many. */
static void threading(FILE *f, const json_t *facts)
{
	const json_t *message = answered(facts), *references = json_object_get(message, "references");
	const char *id;
	size_t n;
	if (!message_id_ok(json_string_value(json_object_get(message, "message_id")), &id, &n))
		return;
	fprintf(f, "In-Reply-To: <%.*s>\r\nReferences:", (int)n, id);
	size_t count = json_array_size(references), from = count > REFERENCES_MAX ? count - REFERENCES_MAX : 0;
	for (size_t i = from; i < count; i++) {
		const char *other;
		size_t m;
		if (message_id_ok(json_string_value(json_array_get(references, i)), &other, &m) && !(m == n && memcmp(id, other, n) == 0))
			fprintf(f, " <%.*s>\r\n", (int)m, other);
	}
	fprintf(f, " <%.*s>\r\n", (int)n, id);
}

static void header(FILE *f, const struct receipt *r, const struct mailbox *from, const struct values *v, const struct words *w,
		   const char *language)
{
	const char *id;
	size_t n;
	mime_address(f, "From", from->name, from->address);
	mime_address(f, "To", v->text[VALUE_NAME], r->to);
	date_header(f, r->now_us);
	mime_unstructured(f, "Subject", w->subject);
	if (message_id_ok(r->message_id, &id, &n))
		fprintf(f, "Message-ID: <%.*s>\r\n", (int)n, id);
	threading(f, r->facts);
	/* RFC 3834 section 5; the second is what Exchange asks for, against its out-of-office replies */
	fprintf(f, "Auto-Submitted: auto-replied\r\nX-Auto-Response-Suppress: All\r\nContent-Language: %s\r\nMIME-Version: 1.0\r\n", language);
}

/* "=_" cannot stand in quoted-printable, so no part contains the boundary (RFC 2045 section 6.7). */
static void boundary_of(const char *message_id, char ret[40])
{
	uint8_t digest[SHA256_BYTES];
	char hex[2 * SHA256_BYTES + 1];
	sha256_bytes(message_id, strlen(message_id), digest);
	sha256_hex(digest, hex);
	(void)snprintf(ret, 40, "=_%.32s", hex);
}

static int body(FILE *f, const struct words *w, const char *boundary, const char *language)
{
	char *plain = NULL, *html = NULL;
	size_t plain_n, html_n;
	FILE *p = open_memstream(&plain, &plain_n), *h = open_memstream(&html, &html_n);
	int k = p && h ? 0 : -1;
	if (p) {
		plain_body(p, w);
		k |= fclose(p);
	}
	if (h) {
		k |= html_body(h, w, language);
		k |= fclose(h);
	}
	if (k == 0) {
		static const char part[] = "\r\n--%s\r\nContent-Type: text/%s; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
		fprintf(f, "Content-Type: multipart/alternative;\r\n boundary=\"%s\"\r\n", boundary);
		fprintf(f, part, boundary, "plain");
		mime_quoted_printable(f, plain);
		fprintf(f, part, boundary, "html");
		mime_quoted_printable(f, html);
		fprintf(f, "\r\n--%s--\r\n", boundary);
	}
	free(plain);
	free(html);
	return k;
}

static int write_message(const struct receipt *r, const struct mailbox *from, const struct values *v, const struct words *w, char **ret,
			 size_t *ret_n, struct error *err)
{
	const char *language = r->language && strcmp(r->language, "en") == 0 ? "en" : "nl";
	char boundary[40], *bytes = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&bytes, &n);
	if (!f)
		return error_set(err, FAIL_RETRY, "receipt: no memory");
	boundary_of(r->message_id, boundary);
	header(f, r, from, v, w, language);
	int k = body(f, w, boundary, language);
	k |= fclose(f);
	if (k) {
		free(bytes);
		return error_set(err, FAIL_RETRY, "receipt: no memory");
	}
	*ret = bytes;
	*ret_n = n;
	return 0;
}

int receipt_compose(const struct templates *t, const struct receipt *r, char **ret, size_t *ret_n, struct error *err)
{
	struct values v = { 0 };
	struct words w = { 0 };
	struct mailbox from = { 0 };
	const char *id;
	size_t n;
	if (!receipt_address_ok(r->to))
		return error_set(err, FAIL_ITEM, "receipt: no address that mail can be sent to");
	if (!message_id_ok(r->message_id, &id, &n))
		return error_set(err, FAIL_ITEM, "receipt: the Message-ID is none");
	int k = say(t, r, false, &w, &v, err);
	if (!k && mailbox_parse(r->agency->from, &from))
		k = error_set(err, FAIL_CONFIG, "receipt: [smtp] from is no mail address; write: Name <local@domain>");
	if (!k)
		k = write_message(r, &from, &v, &w, ret, ret_n, err);
	mailbox_free(&from);
	words_free(&w);
	values_free(&v);
	return k;
}

/* ---- the letter ---- */

static json_t *paragraph(const struct block *b)
{
	switch (b->kind) {
	case BLOCK_HEADING: return json_pack("{s:s}", "heading", b->text);
	case BLOCK_ITEM: return json_pack("{s:s}", "item", b->text);
	case BLOCK_PARAGRAPH: break;
	}
	return json_string(b->text);
}

int receipt_letter(const struct templates *t, const struct receipt *r, json_t **ret, struct error *err)
{
	struct values v = { 0 };
	struct words w = { 0 };
	int k = say(t, r, true, &w, &v, err);
	if (k)
		return k;
	json_t *letter = json_array();
	for (size_t i = 0; letter && !k && i < w.n; i++)
		k = json_array_append_new(letter, paragraph(&w.blocks[i])) ? FAIL_RETRY : 0;
	words_free(&w);
	values_free(&v);
	if (!letter || k) {
		json_decref(letter);
		return error_set(err, FAIL_RETRY, "receipt: no memory");
	}
	*ret = letter;
	return 0;
}
