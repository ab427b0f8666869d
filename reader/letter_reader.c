/* klachtd-letter-reader — reads scans: a zygote with tesseract loaded that forks a locked child per document. On demand. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/file.h"
#include "base/spawn.h"
#include "base/wire.h"
#include "parsers/letter/letter.h"
#include "parsers/letter/letter_page.h"
#include "reader/child.h"
#include "reader/record_json.h"
#include "reader/record_limits.h"
#include "reader/zygote.h"

#define MAX_SKIPPED 100
#define MAX_BOXES 100

static struct letter_engine *engine;	/* loaded once, before the lock; every child has its own copy */

static int init(const struct rules *rules, struct error *err)
{
	(void)rules;
	struct parse_note note = { "" };
	if (letter_engine_new(&engine, &note) != PARSE_OK)
		return error_set(err, FAIL_CONFIG, "tesseract: %s (package tesseract-ocr-nld)", note.text);
	/* a morning's letters are not to slow down the mail; but whoever waits for the start would wait for long on a busy machine */
	(void)setpriority(PRIO_PROCESS, 0, 10);
	return 0;
}

/* ---- poppler's programs, run by klachtd ---- */

/* The next frame of the channel, which must be this op; the fd it carries or -1. Negative beyond -1 on a broken channel. */
static json_t *expect(const struct zygote_order *o, const char *op, int *ret_fd)
{
	json_t *frame = NULL;
	struct wire_fds fds = { .n = 0 };
	const char *got = "";
	if (wire_recv(o->out, &frame, &fds, NULL) != 1)
		_exit(CHILD_CHANNEL);
	if (wire_text(frame, "op", 1, 0, 20, &got, NULL) < 0 || strcmp(got, op) != 0)
		_exit(CHILD_CHANNEL);
	if (ret_fd)
		*ret_fd = fds.n == 1 ? fds.fd[0] : -1;
	else
		wire_fds_close(&fds);
	return frame;
}

static int ask_pdf(void *arg, const char *what, int page, int dpi, bool colour)
{
	const struct zygote_order *o = arg;
	int fd = -1;
	json_t *ask = json_pack("{s:s, s:s, s:i, s:i, s:b}", "op", "pdf?", "what", what, "page", page, "dpi", dpi, "colour", colour);
	if (!ask || wire_send(o->out, ask, NULL, 0, NULL) < 0)
		_exit(CHILD_CHANNEL);
	json_decref(ask);
	json_decref(expect(o, "pdf", &fd));
	return fd;
}

static enum letter_pdf pdf_ended(void *arg)
{
	const char *status = "";
	json_t *frame = expect(arg, "pdf-ended", NULL);
	(void)wire_text(frame, "status", 1, 0, 20, &status, NULL);	/* anything else is a failure */
	enum letter_pdf r = strcmp(status, "ok") == 0 ? LETTER_PDF_OK : strcmp(status, "limit") == 0 ? LETTER_PDF_LIMIT : LETTER_PDF_FAILED;
	json_decref(frame);
	return r;
}

static void at_page(void *arg, int page)
{
	if (child_page(arg, page) < 0)
		_exit(CHILD_CHANNEL);
}

/* ---- the document ---- */

static size_t skipped(const struct zygote_order *o, int ret[MAX_SKIPPED])
{
	const json_t *list = json_object_get(o->frame, "skip_pages");
	size_t n = 0;
	for (size_t i = 0; i < json_array_size(list) && n < MAX_SKIPPED; i++) {
		json_int_t page = json_integer_value(json_array_get(list, i));
		if (page > 0 && page <= LIMIT_PAGES)
			ret[n++] = (int)page;
	}
	return n;
}

static json_t *all_records(const struct letters *l, const char *sha256)
{
	json_t *list = json_array();
	for (size_t i = 0; list && i < l->n && i < LIMIT_RECORDS; i++) {
		for (size_t d = 0; d < l->record[i]->n_documents; d++)
			l->record[i]->documents[d].sha256 = sha256;
		json_t *record = record_json(l->record[i]);
		if (!record || json_array_append_new(list, record) < 0) {
			json_decref(list);
			return NULL;
		}
	}
	return list;
}

/* ---- a page for people ---- */

static size_t boxes_of(const struct zygote_order *o, struct box ret[MAX_BOXES])
{
	const json_t *list = json_object_get(o->frame, "boxes");
	size_t n = 0;
	for (size_t i = 0; i < json_array_size(list) && n < MAX_BOXES; i++) {
		const json_t *b = json_array_get(list, i);
		ret[n++] = (struct box){ json_number_value(json_array_get(b, 0)), json_number_value(json_array_get(b, 1)),
					 json_number_value(json_array_get(b, 2)), json_number_value(json_array_get(b, 3)) };
	}
	return n;
}

static int draw_page(const struct zygote_order *o, const struct map *doc, const struct letter_source *source)
{
	struct box boxes[MAX_BOXES];
	struct letter_job job = { .bytes = doc->bytes, .n = doc->n, .file = o->file };
	struct parse_note note = { "" };
	uint8_t *png = NULL;
	size_t n = 0;
	int64_t page = 0, rotation = -1;
	if (wire_int(o->frame, "page", 1, 1, LIMIT_PAGES, &page, NULL) < 0 || wire_int(o->frame, "rotation", 0, -1, 270, &rotation, NULL) < 0)
		return CHILD_DOCUMENT;
	struct letter_picture picture = { .page = (int)page, .rotation = (int)rotation, .boxes = boxes, .n_boxes = boxes_of(o, boxes) };
	int r = letter_page_png(&job, &o->rules, source, &picture, &png, &n, &note);
	if (r == PARSE_NOMEM)
		return CHILD_MEMORY;
	if (r == PARSE_OK)
		r = child_page_image(o, png, n);
	else
		r = child_refused(o, r == PARSE_LIMIT ? "limit" : "bad");
	free(png);
	return r < 0 ? CHILD_CHANNEL : CHILD_DONE;
}

static int read_letter(const struct zygote_order *o)
{
	int skip[MAX_SKIPPED];
	char hex[2 * SHA256_BYTES + 1];
	uint8_t digest[SHA256_BYTES];
	struct map doc = { 0 };
	struct letters letters = { 0 };
	struct parse_note note = { "" };
	struct letter_source source = { .arg = (void *)o, .pdf = ask_pdf, .pdf_ended = pdf_ended, .page = at_page };
	int r = child_document(o, &doc);
	if (r == FAIL_ITEM)
		return child_refused(o, "limit") < 0 ? CHILD_CHANNEL : CHILD_DONE;
	if (r < 0)
		return CHILD_DOCUMENT;
	if (strcmp(o->mode, "page-image") == 0)
		return draw_page(o, &doc, &source);
	sha256_bytes(doc.bytes, doc.n, digest);
	sha256_hex(digest, hex);
	struct letter_job job = { .bytes = doc.bytes, .n = doc.n, .file = o->file, .skip_pages = skip, .n_skip_pages = skipped(o, skip),
				  .attachment = o->attachment };
	if (letter_read(engine, &job, &o->rules, &source, &letters, &note) != PARSE_OK)
		return CHILD_MEMORY;
	json_t *records = all_records(&letters, hex);
	if (!records)
		return CHILD_MEMORY;
	return child_records(o, records, letters.incomplete, NULL) < 0 ? CHILD_CHANNEL : CHILD_DONE;
}

int main(int argc, char **argv)
{
	spawned_or_explain(argc, argv, "reads scanned letters");
	zygote_main(&(struct zygote){ .init = init, .read = read_letter });
}
