#include "parsers/letter/ocr.h"

#include <leptonica/allheaders.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tesseract/capi.h>

#include "parsers/letter/hocr.h"

#define MARGIN 0.35	/* white kept around a line that is read alone, in heights of the line */
#define BORDER_PX 12

struct ocr {
	TessBaseAPI *api;
};

static int say(struct parse_note *note, int result, const char *what)
{
	if (note)
		(void)snprintf(note->text, sizeof note->text, "%s", what);
	return result;
}

/* Reads an empty page: tesseract opens its debug file and makes its tables on first use, which behind the lock would be too late. */
static void warm_up(TessBaseAPI *api)
{
	PIX *p = pixCreate(120, 60, 8);
	if (!p)
		return;
	(void)pixSetAll(p);
	TessBaseAPISetImage2(api, p);
	TessBaseAPISetSourceResolution(api, 300);
	(void)TessBaseAPIRecognize(api, NULL);
	TessBaseAPIClear(api);
	pixDestroy(&p);
}

int ocr_new(struct ocr **ret, struct parse_note *note)
{
	(void)setMsgSeverity(L_SEVERITY_NONE);	/* leptonica would write about every odd picture on standard error */
	struct ocr *o = calloc(1, sizeof *o);
	if (!o || !(o->api = TessBaseAPICreate())) {
		free(o);
		return PARSE_NOMEM;
	}
	(void)TessBaseAPISetVariable(o->api, "debug_file", "/dev/null");
	if (TessBaseAPIInit3(o->api, NULL, "nld") != 0) {
		ocr_free(o);
		return say(note, PARSE_BAD, "tesseract has no Dutch model (package tesseract-ocr-nld)");
	}
	(void)TessBaseAPISetVariable(o->api, "debug_file", "/dev/null");
	TessBaseAPISetPageSegMode(o->api, PSM_AUTO);
	warm_up(o->api);
	*ret = o;
	return PARSE_OK;
}

void ocr_free(struct ocr *o)
{
	if (o)
		TessBaseAPIDelete(o->api);
	free(o);
}

int ocr_page(struct ocr *o, struct Pix *grey, int dpi, struct arena *a, struct page *ret, struct parse_note *note)
{
	TessBaseAPISetPageSegMode(o->api, PSM_AUTO);
	TessBaseAPISetImage2(o->api, grey);
	TessBaseAPISetSourceResolution(o->api, dpi);
	if (TessBaseAPIRecognize(o->api, NULL) != 0) {
		TessBaseAPIClear(o->api);
		return say(note, PARSE_BAD, "text recognition failed");
	}
	char *xml = TessBaseAPIGetHOCRText(o->api, 0);
	TessBaseAPIClear(o->api);
	if (!xml)
		return say(note, PARSE_BAD, "text recognition gave nothing");
	int result = hocr_parse(xml, strlen(xml), &page_limits_default, a, ret, note);
	TessDeleteText(xml);
	return result;
}

struct Pix *ocr_crop(struct Pix *grey, const struct box *b, double *ret_x, double *ret_y)
{
	double m = MARGIN * (b->y1 - b->y0);
	int x0 = (int)fmax(0, b->x0 - m), y0 = (int)fmax(0, b->y0 - m);
	int x1 = (int)fmin(pixGetWidth(grey), b->x1 + m), y1 = (int)fmin(pixGetHeight(grey), b->y1 + m);
	BOX *box = x1 > x0 && y1 > y0 ? boxCreate(x0, y0, x1 - x0, y1 - y0) : NULL;
	PIX *part = box ? pixClipRectangle(grey, box, NULL) : NULL;
	boxDestroy(&box);
	*ret_x = x0;
	*ret_y = y0;
	return part;
}

/* White as the paper of this line is white: a frame of another grey would read as a rule. */
static PIX *frame(PIX *part)
{
	float paper = 255;
	if (!part || pixGetRankValueMasked(part, NULL, 0, 0, 4, 0.8f, &paper, NULL) != 0)
		paper = 255;
	return part ? pixAddBorder(part, BORDER_PX, (l_uint32)paper) : NULL;
}

static void trim(char *s)
{
	size_t to = 0;
	for (const char *p = s; *p; p++) {
		bool space = (unsigned char)*p <= ' ';
		if (!space || (to && s[to - 1] != ' '))
			s[to++] = space ? ' ' : *p;
	}
	while (to && s[to - 1] == ' ')
		to--;
	s[to] = '\0';
}

static double lowest(TessBaseAPI *api)
{
	int *conf = TessBaseAPIAllWordConfidences(api), low = 100;
	for (const int *c = conf; c && *c >= 0; c++)
		low = *c < low ? *c : low;
	bool any = conf;
	TessDeleteIntArray(conf);
	return any ? low : 0;
}

int ocr_line(struct ocr *o, struct Pix *grey, int dpi, const struct box *where, const char *allowed, struct arena *a, const char **ret,
	     double *ret_confidence)
{
	double x, y;
	PIX *cut = ocr_crop(grey, where, &x, &y), *part = frame(cut);
	pixDestroy(&cut);
	if (!part)
		return PARSE_NOMEM;
	TessBaseAPISetPageSegMode(o->api, PSM_SINGLE_LINE);
	(void)TessBaseAPISetVariable(o->api, "tessedit_char_whitelist", allowed ? allowed : "");
	TessBaseAPISetImage2(o->api, part);
	TessBaseAPISetSourceResolution(o->api, dpi);
	char *text = TessBaseAPIRecognize(o->api, NULL) == 0 ? TessBaseAPIGetUTF8Text(o->api) : NULL;
	double conf = text ? lowest(o->api) : 0;
	TessBaseAPIClear(o->api);
	(void)TessBaseAPISetVariable(o->api, "tessedit_char_whitelist", "");
	pixDestroy(&part);
	char *copy = arena_strdup(a, text ? text : "");
	TessDeleteText(text);
	if (!copy)
		return PARSE_NOMEM;
	trim(copy);
	*ret = copy;
	*ret_confidence = conf;
	return PARSE_OK;
}
