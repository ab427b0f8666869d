#include "parsers/letter/letter_page.h"

#include <leptonica/allheaders.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "parsers/letter/sheet.h"

#define LINE_PX 4
#define AROUND_PX 6	/* white between the words and their box */

static int say(struct parse_note *note, int result, const char *what)
{
	if (note)
		(void)snprintf(note->text, sizeof note->text, "%s", what);
	return result;
}

static int render(const struct letter_source *source, int page, const struct image_limits *lim, struct sheet *ret, struct parse_note *note)
{
	int fd = source && source->pdf ? source->pdf(source->arg, "image", page, SHEET_WORK_DPI * 2, true) : -1;
	if (fd < 0)
		return say(note, PARSE_BAD, "the page could not be rendered");
	int result = sheet_read_pnm(fd, SHEET_WORK_DPI * 2, lim, ret, note);
	(void)close(fd);
	if (source->pdf_ended && source->pdf_ended(source->arg) != LETTER_PDF_OK && result == PARSE_OK) {
		sheet_free(ret);
		result = say(note, PARSE_BAD, "the page could not be rendered");
	}
	return result;
}

/* A text layer's boxes are those of the page as the PDF shows it: it is upright already. */
static int load(const struct letter_job *job, const struct image_header *h, const struct letter_source *source,
		const struct letter_picture *picture, struct sheet *ret, struct parse_note *note)
{
	int page = picture->page;
	if (page < 1)
		return say(note, PARSE_BAD, "no such page");
	if (h->type != IMAGE_PDF && page > h->pages)
		return say(note, PARSE_BAD, "no such page");
	int result = h->type == IMAGE_PDF ? render(source, page, &image_limits_default, ret, note)
					  : sheet_decode(job->bytes, job->n, h->type, page, ret, note);
	if (result == PARSE_OK)
		result = sheet_look(ret);
	if (result == PARSE_OK)
		result = sheet_prepare(ret);
	if (result == PARSE_OK && picture->rotation >= 0 && picture->rotation != ret->rotation)
		result = sheet_turn(ret, (picture->rotation - ret->rotation + 360) % 360);
	return result;
}

static PIX *draw(PIX *grey, const struct box *boxes, size_t n)
{
	PIX *half = pixScaleAreaMap2(grey), *p = half ? pixConvertTo32(half) : NULL;
	pixDestroy(&half);
	if (!p)
		return NULL;
	double w = pixGetWidth(p), h = pixGetHeight(p);
	for (size_t i = 0; i < n; i++) {
		const struct box *b = &boxes[i];
		if (!(b->x0 >= 0 && b->y0 >= 0 && b->x1 <= 1 && b->y1 <= 1 && b->x0 < b->x1 && b->y0 < b->y1))
			continue;
		BOX *box = boxCreate((int)(b->x0 * w) - AROUND_PX, (int)(b->y0 * h) - AROUND_PX, (int)((b->x1 - b->x0) * w) + 2 * AROUND_PX,
				     (int)((b->y1 - b->y0) * h) + 2 * AROUND_PX);
		if (box)
			(void)pixRenderBoxArb(p, box, LINE_PX, 200, 30, 60);	/* a box that falls off the page is not drawn */
		boxDestroy(&box);
	}
	return p;
}

int letter_page_png(const struct letter_job *job, const struct rules *rules, const struct letter_source *source, const struct letter_picture *picture,
		    uint8_t **ret, size_t *ret_n, struct parse_note *note)
{
	struct image_header h = { 0 };
	struct sheet s = { 0 };
	int result = job->n > rules->max_document_bytes ? say(note, PARSE_LIMIT, "file too large")
							: image_header(job->bytes, job->n, &image_limits_default, &h, note);
	if (result == PARSE_OK)
		result = load(job, &h, source, picture, &s, note);
	PIX *p = result == PARSE_OK ? draw(s.grey, picture->boxes, picture->n_boxes) : NULL;
	sheet_free(&s);
	if (result == PARSE_OK && (!p || pixWriteMemPng(ret, ret_n, p, 0.0f) != 0))
		result = PARSE_NOMEM;
	pixDestroy(&p);
	return result;
}
