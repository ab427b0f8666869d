#include "outbox/letter.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "outbox/qr.h"

#define MM(x) ((x) * 72 / 25.4)
#define PAGE_WIDTH MM(210.0)
#define PAGE_HEIGHT MM(297.0)
#define LEFT MM(22.0)
#define TEXT_WIDTH MM(160.0)
#define TOP MM(25.0)			/* of later pages */
#define BOTTOM (PAGE_HEIGHT - MM(24.0))
#define ADDRESS_TOP MM(59.0)
#define ADDRESS_WIDTH MM(69.0)
#define ADDRESS_PITCH MM(4.0)		/* five lines in the 20 mm that always show */
#define RETURN_TOP MM(54.0)
#define REFERENCES_TOP MM(97.0)
#define SLIP_HEIGHT MM(58.0)
#define FONT "Liberation Sans, DejaVu Sans, sans-serif"
#define BODY_PT 10.5
#define LEADING 1.25

struct sheet {
	const struct letter *l;
	cairo_surface_t *surface;
	cairo_t *cr;
	PangoLayout *layout;
	double y;
	unsigned page, pages;		/* pages 0: they are being counted */
};

/* ---- the PDF ---- */

struct bytes {
	char *data;
	size_t n;
};

static cairo_status_t collect(void *arg, const unsigned char *data, unsigned n)
{
	struct bytes *b = arg;
	char *more = realloc(b->data, b->n + n + 1);
	if (!more)
		return CAIRO_STATUS_NO_MEMORY;
	memcpy(more + b->n, data, n);
	b->data = more;
	b->n += n;
	return CAIRO_STATUS_SUCCESS;
}

static void sheet_open(struct sheet *s, struct bytes *out)
{
	s->surface = out ? cairo_pdf_surface_create_for_stream(collect, out, PAGE_WIDTH, PAGE_HEIGHT) :
			   cairo_recording_surface_create(CAIRO_CONTENT_COLOR, NULL);	/* to count: nothing is written, no font embedded */
	s->cr = cairo_create(s->surface);
	s->layout = pango_cairo_create_layout(s->cr);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);	/* paper has no pixels */
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	pango_cairo_context_set_font_options(pango_layout_get_context(s->layout), options);
	cairo_font_options_destroy(options);
	pango_context_set_language(pango_layout_get_context(s->layout), pango_language_from_string("nl"));
	/* a name in another direction does not move the line that it stands in */
	pango_layout_set_auto_dir(s->layout, FALSE);
	s->page = 1;
}

static int sheet_close(struct sheet *s, struct error *err)
{
	g_object_unref(s->layout);
	cairo_destroy(s->cr);
	cairo_surface_finish(s->surface);
	cairo_status_t status = cairo_surface_status(s->surface);
	cairo_surface_destroy(s->surface);
	return status == CAIRO_STATUS_SUCCESS ? 0 : error_set(err, FAIL_RETRY, "letter: %s", cairo_status_to_string(status));
}

/* ---- words ---- */

static void set_text(struct sheet *s, const char *text, double size_pt, bool bold, double width)
{
	PangoFontDescription *font = pango_font_description_from_string(FONT);
	pango_font_description_set_absolute_size(font, size_pt * PANGO_SCALE);
	pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(s->layout, font);
	pango_font_description_free(font);
	pango_layout_set_width(s->layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(s->layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_ellipsize(s->layout, PANGO_ELLIPSIZE_NONE);
	pango_layout_set_alignment(s->layout, PANGO_ALIGN_LEFT);
	pango_layout_set_text(s->layout, text, -1);
}

/* One line at y, cut with dots where it does not fit. */
static void one_line(struct sheet *s, const char *text, double size_pt, bool bold, double x, double y, double width)
{
	set_text(s, text, size_pt, bold, width);
	pango_layout_set_ellipsize(s->layout, PANGO_ELLIPSIZE_END);
	pango_layout_set_single_paragraph_mode(s->layout, TRUE);
	cairo_move_to(s->cr, x, y);
	pango_cairo_show_layout(s->cr, s->layout);
	pango_layout_set_single_paragraph_mode(s->layout, FALSE);
}

static void footer(struct sheet *s)
{
	char text[160];
	if (s->pages < 2)
		return;
	(void)snprintf(text, sizeof text, s->l->dutch ? "%s    Pagina %u van %u" : "%s    Page %u of %u", s->l->number, s->page, s->pages);
	PangoLayout *body = s->layout;		/* a paragraph may be under way in it */
	s->layout = pango_layout_copy(body);
	cairo_set_source_rgb(s->cr, 0.35, 0.35, 0.35);
	one_line(s, text, 8, false, LEFT, PAGE_HEIGHT - MM(16.0), TEXT_WIDTH);
	cairo_set_source_rgb(s->cr, 0, 0, 0);
	g_object_unref(s->layout);
	s->layout = body;
}

static void next_page(struct sheet *s)
{
	footer(s);
	cairo_show_page(s->cr);
	s->page++;
	s->y = TOP;
}

/* Running text: line by line, so that a page may end between any two. keep: space that must be left below the first line. */
static void running(struct sheet *s, const char *text, double size_pt, bool bold, double indent, double keep)
{
	set_text(s, text, size_pt, bold, TEXT_WIDTH - indent);
	int lines = pango_layout_get_line_count(s->layout);
	if (s->y + keep + size_pt * LEADING > BOTTOM)
		next_page(s);
	for (int i = 0; i < lines && s->page <= LETTER_PAGES; i++) {
		if (s->y + size_pt * LEADING > BOTTOM)
			next_page(s);
		cairo_move_to(s->cr, LEFT + indent, s->y + size_pt);
		pango_cairo_show_layout_line(s->cr, pango_layout_get_line_readonly(s->layout, i));
		s->y += size_pt * LEADING;
	}
}

static void block(struct sheet *s, const struct letter_text *t, bool item_follows)
{
	double line = BODY_PT * LEADING;
	switch (t->kind) {
	case LETTER_HEADING:	/* never the last line of a page */
		s->y += 0.3 * line;
		running(s, t->text, BODY_PT, true, 0, 2 * line);
		break;
	case LETTER_ITEM:
		if (s->y + line > BOTTOM)
			next_page(s);
		cairo_new_path(s->cr);	/* no line from where the last word stood */
		cairo_arc(s->cr, LEFT + MM(2.0), s->y + 0.68 * BODY_PT, 1.3, 0, 6.2832);
		cairo_fill(s->cr);
		running(s, t->text, BODY_PT, false, MM(5.0), 0);
		s->y += item_follows ? 0 : 0.6 * line;
		break;
	case LETTER_PARAGRAPH:
		running(s, t->text, BODY_PT, false, 0, 0);
		s->y += 0.6 * line;
		break;
	}
}

/* ---- the parts of the first page ---- */

/* "Postbus 8070, 5004 GB Tilburg" over two lines. */
static void letterhead(struct sheet *s, const struct letter_head *h)
{
	double y = MM(15.0), x = MM(135.0), width = PAGE_WIDTH - MM(18.0) - x;
	one_line(s, h->organisation, 16, true, LEFT, MM(14.0), x - LEFT - MM(5.0));
	for (const char *p = h->postal_address ? h->postal_address : ""; *p;) {
		size_t n = strcspn(p, ",");
		char line[128];
		(void)snprintf(line, sizeof line, "%.*s", (int)(n < 120 ? n : 120), p);
		if (g_utf8_validate(line, -1, NULL))
			one_line(s, line, 8.5, false, x, y, width);
		y += MM(4.0);
		p += n;
		p += strspn(p, ", ");
	}
	if (h->phone && *h->phone)
		one_line(s, h->phone, 8.5, false, x, y, width);
	cairo_set_line_width(s->cr, 0.6);
	cairo_move_to(s->cr, LEFT, MM(36.0));
	cairo_line_to(s->cr, PAGE_WIDTH - MM(18.0), MM(36.0));
	cairo_stroke(s->cr);
}

static void address(struct sheet *s)
{
	const struct letter_head *h = s->l->head;
	char from[512];
	(void)snprintf(from, sizeof from, "%.200s%s%.200s", h->organisation, h->postal_address && *h->postal_address ? ", " : "",
		       h->postal_address ? h->postal_address : "");
	cairo_set_source_rgb(s->cr, 0.35, 0.35, 0.35);
	if (g_utf8_validate(from, -1, NULL))
		one_line(s, from, 6.5, false, LEFT, RETURN_TOP, ADDRESS_WIDTH);
	cairo_set_source_rgb(s->cr, 0, 0, 0);
	for (size_t i = 0; i < s->l->n_address_lines; i++)
		one_line(s, s->l->address_lines[i], 9.5, false, LEFT, ADDRESS_TOP + (double)i * ADDRESS_PITCH, ADDRESS_WIDTH);
}

static void references(struct sheet *s)
{
	s->y = REFERENCES_TOP;
	if (s->l->date_line && *s->l->date_line) {
		one_line(s, s->l->date_line, BODY_PT, false, LEFT, s->y, TEXT_WIDTH);
		s->y += 1.6 * BODY_PT * LEADING;
	}
	for (size_t i = 0; i < s->l->n_reference_lines; i++) {
		one_line(s, s->l->reference_lines[i], BODY_PT, i == 0, LEFT, s->y, TEXT_WIDTH);
		s->y += BODY_PT * LEADING;
	}
	s->y += 1.2 * BODY_PT * LEADING;
}

/* ---- the reply slip ---- */

static int slip(struct sheet *s, struct error *err)
{
	char code[QR_DOSSIER_BYTES], line[160];
	int k = qr_dossier(s->l->dossier, code, err);
	if (k)
		return k;
	if (s->y + SLIP_HEIGHT > BOTTOM)
		next_page(s);
	double y = BOTTOM - SLIP_HEIGHT + MM(4.0), dash = MM(2.0), width = TEXT_WIDTH - MM(45.0);
	bool dutch = s->l->dutch;
	cairo_set_dash(s->cr, &dash, 1, 0);
	cairo_move_to(s->cr, 0, y);
	cairo_line_to(s->cr, PAGE_WIDTH, y);
	cairo_stroke(s->cr);
	cairo_set_dash(s->cr, NULL, 0, 0);
	s->y = y + MM(5.0);
	one_line(s, dutch ? "Antwoordstrook" : "Reply slip", 12, true, LEFT, s->y, width);
	set_text(s, dutch ? "Stuurt u ons nog iets over uw klacht? Doe dan deze strook erbij. Zo komt uw post meteen op de goede plaats." :
			    "Are you sending us anything about your complaint? Then please add this slip. It brings your letter to the right place.",
		 BODY_PT, false, width);
	cairo_move_to(s->cr, LEFT, s->y + MM(7.0));
	pango_cairo_show_layout(s->cr, s->layout);
	(void)snprintf(line, sizeof line, dutch ? "Klacht %s" : "Complaint %s", s->l->number);
	one_line(s, line, BODY_PT, true, LEFT, s->y + MM(22.0), width);
	(void)snprintf(line, sizeof line, dutch ? "Dossiernummer %s" : "File number %s", s->l->dossier);
	one_line(s, line, BODY_PT, false, LEFT, s->y + MM(27.0), width);
	if (s->l->head->postal_address)
		one_line(s, s->l->head->postal_address, BODY_PT, false, LEFT, s->y + MM(35.0), width);
	s->y = BOTTOM;
	return qr_draw(s->cr, code, LEFT + TEXT_WIDTH - MM(40.0), y + MM(4.0), MM(40.0), err);
}

/* ---- the whole ---- */

static int draw_pages(struct sheet *s, struct error *err)
{
	letterhead(s, s->l->head);
	address(s);
	references(s);
	for (size_t i = 0; i < s->l->n_texts; i++)
		block(s, &s->l->texts[i], i + 1 < s->l->n_texts && s->l->texts[i + 1].kind == LETTER_ITEM);
	int k = s->l->dossier ? slip(s, err) : 0;
	if (!k && s->page > LETTER_PAGES)
		k = error_set(err, FAIL_ITEM, "letter: more than %d pages", LETTER_PAGES);
	footer(s);
	return k;
}

static int check(const struct letter *l, struct error *err)
{
	if (l->n_address_lines == 0 || l->n_address_lines > LETTER_ADDRESS_LINES)
		return error_set(err, FAIL_ITEM, "letter: %zu address lines, 1 to %d fit the window", l->n_address_lines, LETTER_ADDRESS_LINES);
	if (l->n_reference_lines > LETTER_REFERENCE_LINES || l->n_texts == 0 || l->n_texts > LETTER_TEXTS)
		return error_set(err, FAIL_ITEM, "letter: too many lines, or none");
	return 0;
}

/* Without any font pango would draw boxes, and a window envelope of boxes goes to nobody. */
static int check_font(struct sheet *s, struct error *err)
{
	set_text(s, "abc", BODY_PT, false, TEXT_WIDTH);
	return pango_layout_get_unknown_glyphs_count(s->layout) ?
		       error_set(err, FAIL_CONFIG, "letter: no font; install fonts-liberation or fonts-dejavu-core") : 0;
}

struct letter_book {
	struct sheet s;			/* its surface, context and layout; the rest is one letter's */
	struct bytes out;
	bool open, begun;
};

int letter_book_new(struct letter_book **ret, struct error *err)
{
	struct letter_book *b = calloc(1, sizeof *b);
	if (!b)
		return error_set(err, FAIL_RETRY, "letter: no memory");
	sheet_open(&b->s, &b->out);
	b->open = true;
	int k = check_font(&b->s, err);
	if (k) {
		letter_book_free(b);
		return k;
	}
	*ret = b;
	return 0;
}

/* How many pages it takes: drawn once into the void. */
static int count_pages(const struct letter *l, unsigned *ret, struct error *err)
{
	struct sheet s = { .l = l };
	sheet_open(&s, NULL);
	int k = draw_pages(&s, err);
	*ret = s.page;
	int closed = sheet_close(&s, err);
	return k ? k : closed;
}

int letter_book_add(struct letter_book *b, const struct letter *l, unsigned *ret_pages, struct error *err)
{
	unsigned pages = 0;
	int k = check(l, err);
	k = k ? k : count_pages(l, &pages, err);
	if (k)
		return k;
	if (b->begun)
		cairo_show_page(b->s.cr);
	b->begun = true;
	b->s.l = l;
	b->s.page = 1;
	b->s.pages = *ret_pages = pages;
	return draw_pages(&b->s, err);
}

int letter_book_finish(struct letter_book *b, char **ret, size_t *ret_n, struct error *err)
{
	b->open = false;
	int k = sheet_close(&b->s, err);
	if (k)
		return k;
	*ret = b->out.data;
	*ret_n = b->out.n;
	b->out = (struct bytes){ 0 };
	return 0;
}

void letter_book_free(struct letter_book *b)
{
	if (!b)
		return;
	if (b->open)
		(void)sheet_close(&b->s, NULL);
	free(b->out.data);
	free(b);
}

int letter_draw(const struct letter *l, char **ret, size_t *ret_n, unsigned *ret_pages, struct error *err)
{
	struct letter_book *b = NULL;
	int k = letter_book_new(&b, err);
	k = k ? k : letter_book_add(b, l, ret_pages, err);
	k = k ? k : letter_book_finish(b, ret, ret_n, err);
	letter_book_free(b);
	return k;
}

static void centred(struct sheet *s, const char *text, double size_pt, bool bold, double y)
{
	set_text(s, text, size_pt, bold, PAGE_WIDTH - MM(30.0));
	pango_layout_set_alignment(s->layout, PANGO_ALIGN_CENTER);
	cairo_move_to(s->cr, MM(15.0), y);
	pango_cairo_show_layout(s->cr, s->layout);
}

int letter_separator_sheet(const struct letter_head *head, char **ret, size_t *ret_n, struct error *err)
{
	struct bytes out = { 0 };
	struct sheet s = { 0 };
	sheet_open(&s, &out);
	int k = check_font(&s, err);
	if (!k) {
		centred(&s, "SCHEIDINGSBLAD", 52, true, MM(28.0));
		centred(&s, "Hierna begint een nieuwe brief", 24, false, MM(56.0));
		k = qr_draw(s.cr, QR_SEPARATOR, (PAGE_WIDTH - MM(110.0)) / 2, MM(82.0), MM(110.0), err);
		centred(&s, "Leg dit blad in de scanner tussen twee brieven,\nmet deze kant net zo als de brieven.", 17, false, MM(207.0));
		centred(&s, "Het blad wordt niet bij de post bewaard. U kunt het steeds opnieuw gebruiken.\nVlekkerig of gekreukt? Druk dan een nieuw blad af.",
			12, false, MM(231.0));
		centred(&s, head && head->organisation ? head->organisation : "", 11, false, MM(272.0));
	}
	int closed = sheet_close(&s, err);
	k = k ? k : closed;
	if (k) {
		free(out.data);
		return k;
	}
	*ret = out.data;
	*ret_n = out.n;
	return 0;
}
