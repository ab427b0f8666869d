/* parsers/letter/letter.h — a scanned document (PDF, TIFF, JPEG, PNG) to the letters in it, a record each.
 *
 * Source:  magic bytes, never the file's name. PDF goes through poppler's programs, which the caller runs (struct letter_source).
 * Before the lock: letter_engine_new() loads tesseract's Dutch model and the barcode scanner; OMP_THREAD_LIMIT=1 must be in the
 *          environment already. After it, nothing here opens a file. One engine serves one document at a time (a fork per document).
 * Limits:  60 megapixels a page, checked in the header before decoding; rules->max_document_bytes, rules->max_pages; page time and memory
 *          are the caller's (RLIMIT_CPU, RLIMIT_AS).
 * Units:   pages count from 1; boxes in evidence are fractions of the upright page; rotation is clockwise degrees to upright.
 * Owner:   *ret belongs to the caller (letters_free). Nothing keeps a pointer into bytes.
 * Returns: PARSE_OK with at least one record, whatever the bytes are: what cannot be read is a record of KIND_UNREADABLE that says why in review.
 *          PARSE_NOMEM when there is no memory for even that; *ret is then untouched.
 * Left to the caller: document.sha256 (NULL here), record.file comes from job->file.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_H
#define KLACHTD_PARSERS_LETTER_LETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parsers/parse.h"
#include "parsers/record.h"
#include "parsers/rules.h"

struct letter_engine;
int letter_engine_new(struct letter_engine **ret, struct parse_note *note);	/* PARSE_BAD: no Dutch model (tesseract-ocr-nld) */
void letter_engine_free(struct letter_engine *e);				/* accepts NULL */

enum letter_pdf { LETTER_PDF_OK, LETTER_PDF_FAILED, LETTER_PDF_LIMIT };	/* the program's end, "pdf-ended" of docs/wire.md */

struct letter_source {
	void *arg;
	/* Runs a program over the document and returns the read end of its standard output (closed here), or -1. At most one at a time.
	 *   "info"    pdfinfo -f 1 -l MAX_PAGES+1 -           (page and dpi are 0)
	 *   "text"    pdftotext -bbox-layout -f PAGE -l PAGE - -
	 *   "images"  pdfimages -list -f PAGE -l PAGE -
	 *   "image"   pdftoppm -r DPI -f PAGE -l PAGE [-gray] -   (-gray unless colour): one PGM or PPM
	 */
	int (*pdf)(void *arg, const char *what, int page, int dpi, bool colour);
	/* Called once after each pdf() that gave an fd, when the fd was read to its end or closed early: how did the program end? */
	enum letter_pdf (*pdf_ended)(void *arg);
	/* About to work on this page: where a death is put down. May be NULL. */
	void (*page)(void *arg, int page);
};

struct letter_job {
	const uint8_t *bytes;		/* borrowed */
	size_t n;
	const char *file;		/* a name for the record; no path */
	const int *skip_pages;		/* pages that killed an earlier reader: not touched, said in review; may be NULL */
	size_t n_skip_pages;
	bool attachment;		/* came inside a mail: a picture or annex is not a letter that lacks its fields */
};

struct letters {
	struct record **record;		/* owned; in page order, at least one */
	size_t n;
	bool incomplete;		/* the file is cut off and may still be growing: record[0] is what to file when it is not */
};

int letter_read(struct letter_engine *e, const struct letter_job *job, const struct rules *rules, const struct letter_source *source,
		struct letters *ret, struct parse_note *note);
void letters_free(struct letters *l);	/* accepts an empty one */

#endif
