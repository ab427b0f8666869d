#include "parsers/letter/letter_pages.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "parsers/letter/pdftext.h"

#define RENDER_PIXELS 40e6	/* of a PDF page: larger ones are rendered coarser */
#define RENDER_LEAST_DPI 100	/* coarser than this nothing can be read */
#define COVERING 0.3		/* a picture over this share of the page: what lies under it is not believed */

struct run {
	struct letter_engine *e;
	const struct letter_job *job;
	const struct letter_source *source;
	struct arena *arena;
	struct image_limits limits;
	struct parse_note *note;
};

static int say(struct parse_note *note, int result, const char *what)
{
	if (note)
		(void)snprintf(note->text, sizeof note->text, "%s", what);
	return result;
}

static int unread(struct leaf *l, const char *why)
{
	l->state = LEAF_UNREAD;
	l->why = why;
	return PARSE_OK;
}

static bool skipped(const struct letter_job *job, int page)
{
	for (size_t i = 0; i < job->n_skip_pages; i++)
		if (job->skip_pages[i] == page)
			return true;
	return false;
}

/* ---- poppler's programs ---- */

static enum letter_pdf ended(const struct letter_source *s)
{
	return s->pdf_ended ? s->pdf_ended(s->arg) : LETTER_PDF_OK;
}

/* All that a program writes, NUL-terminated, at most limit bytes. NULL: it could not be run, failed or wrote too much; *ret_end says which. */
static char *slurp(const struct run *r, const char *what, int page, size_t limit, size_t *ret_n, enum letter_pdf *ret_end)
{
	*ret_end = LETTER_PDF_FAILED;
	int fd = r->source && r->source->pdf ? r->source->pdf(r->source->arg, what, page, 0, false) : -1;
	if (fd < 0)
		return NULL;
	size_t room = 16384, n = 0;
	char *buf = malloc(room);
	while (buf && n <= limit) {
		if (n + 1 >= room) {
			char *more = realloc(buf, room *= 2);
			if (!more)
				break;
			buf = more;
		}
		ssize_t got = read(fd, buf + n, room - n - 1);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		n += (size_t)got;
	}
	(void)close(fd);	/* read to its end, or given up */
	*ret_end = ended(r->source);
	if (!buf || n > limit || *ret_end != LETTER_PDF_OK) {
		free(buf);
		return NULL;
	}
	buf[n] = '\0';
	*ret_n = n;
	return buf;
}

static int pdf_dpi(const struct pdf_size *s)
{
	double inches = s->width / 72 * (s->height / 72);
	return inches > 0 ? (int)fmin(SHEET_DPI, sqrt(RENDER_PIXELS / inches)) : SHEET_DPI;
}

static int read_rendered(const struct run *r, int dpi, bool colour, struct leaf *l)
{
	struct sheet s = { 0 };
	struct parse_note note = { "" };
	int fd = r->source->pdf(r->source->arg, "image", l->page, dpi, colour);
	if (fd < 0)
		return unread(l, "the page could not be rendered");
	int result = sheet_read_pnm(fd, dpi, &r->limits, &s, &note);
	(void)close(fd);
	enum letter_pdf end = ended(r->source);
	if (result == PARSE_NOMEM)
		return result;
	if (result != PARSE_OK || end != LETTER_PDF_OK) {
		sheet_free(&s);
		return unread(l, end == LETTER_PDF_LIMIT ? "rendering the page took too long or too much memory" : "the page could not be rendered");
	}
	return leaf_read_sheet(r->e->ocr, r->e->codes, &s, r->arena, l);
}

/* The text layer, when it can be believed. 1 read, 0 not, PARSE_NOMEM. */
static int read_layer(const struct run *r, struct leaf *l)
{
	struct page p = { 0 };
	size_t n;
	enum letter_pdf end;
	char *xml = slurp(r, "text", l->page, page_limits_default.bytes, &n, &end);
	if (!xml)
		return 0;
	int result = pdf_text_parse(xml, n, &page_limits_default, r->arena, &p, NULL);
	free(xml);
	if (result == PARSE_NOMEM)
		return result;
	if (result != PARSE_OK || !pdf_text_trusted(&p))
		return 0;
	result = leaf_read_text(&p, r->arena, l);
	return result == PARSE_OK ? 1 : result;
}

static int read_pdf_page(const struct run *r, const struct pdf_size *size, struct leaf *l)
{
	struct pdf_images images = { .covered = 1, .colour = true };
	size_t n;
	enum letter_pdf end;
	int dpi = pdf_dpi(size);
	if (dpi < RENDER_LEAST_DPI)
		return unread(l, "the page is larger than any letter");
	char *list = slurp(r, "images", l->page, 1 << 20, &n, &end);
	if (list)
		(void)pdf_images_parse(list, n, size, &images);	/* always PARSE_OK */
	free(list);
	if (images.covered < COVERING) {
		int result = read_layer(r, l);
		if (result != 0)
			return result < 0 ? result : PARSE_OK;
	}
	return read_rendered(r, dpi, images.colour, l);
}

static int open_pdf(struct run *r, struct pdf_info *info)
{
	size_t n;
	enum letter_pdf end;
	char *text = slurp(r, "info", 0, 1 << 20, &n, &end);
	if (!text)
		return say(r->note, end == LETTER_PDF_LIMIT ? PARSE_LIMIT : PARSE_BAD,
			   memmem(r->job->bytes, r->job->n, "/Encrypt", 8) ? "PDF is locked with a password" : "PDF cannot be opened");
	int result = pdf_info_parse(text, n, r->limits.pages, r->arena, info, r->note);
	free(text);
	return result;
}

/* ---- pictures ---- */

static int read_image_page(const struct run *r, enum image_type type, struct leaf *l)
{
	struct sheet s = { 0 };
	struct parse_note note = { "" };
	int result = sheet_decode(r->job->bytes, r->job->n, type, l->page, &s, &note);
	if (result == PARSE_NOMEM)
		return result;
	if (result != PARSE_OK)
		return unread(l, "the picture is damaged");
	return leaf_read_sheet(r->e->ocr, r->e->codes, &s, r->arena, l);
}

static int read_page(const struct run *r, enum image_type type, const struct pdf_info *info, struct leaf *l)
{
	if (skipped(r->job, l->page)) {
		l->state = LEAF_SKIPPED;
		l->why = "reading the page failed before";
		return PARSE_OK;
	}
	if (r->source && r->source->page)
		r->source->page(r->source->arg, l->page);
	return type == IMAGE_PDF ? read_pdf_page(r, &info->size[l->page - 1], l) : read_image_page(r, type, l);
}

int letter_pages_read(struct letter_engine *e, const struct letter_job *job, const struct rules *rules, const struct letter_source *source,
		      struct arena *a, struct letter_pages *ret, struct parse_note *note)
{
	struct run r = { e, job, source, a, image_limits_default, note };
	struct image_header h = { 0 };
	struct pdf_info info = { 0 };
	struct letter_pages p = { 0 };
	if (rules->max_pages && rules->max_pages < (size_t)r.limits.pages)
		r.limits.pages = (int)rules->max_pages;
	int result = job->n > rules->max_document_bytes ? say(note, PARSE_LIMIT, "file too large") : image_header(job->bytes, job->n, &r.limits, &h, note);
	if (result == PARSE_OK && h.type == IMAGE_PDF)
		result = open_pdf(&r, &info);
	if (result != PARSE_OK) {
		*ret = (struct letter_pages){ .type = image_sniff(job->bytes, job->n), .incomplete = result == PARSE_BAD && job->n && !h.complete };
		return result;
	}
	p.type = h.type;
	size_t pages = (size_t)(h.type == IMAGE_PDF ? info.pages : h.pages);
	p.leaf = arena_alloc(a, pages * sizeof *p.leaf);
	if (!p.leaf)
		return PARSE_NOMEM;
	for (; result == PARSE_OK && p.n < pages; p.n++) {
		p.leaf[p.n].page = (int)p.n + 1;
		result = read_page(&r, h.type, &info, &p.leaf[p.n]);
	}
	*ret = p;
	return result;
}
