/* reader/child.h — what a reader's child says on its own channel (docs/wire.md). Blocking: the child has nothing else to do.
 *
 * Returns: 0, or the negative of error.h: the child can only end then.
 */
#ifndef KLACHTD_READER_CHILD_H
#define KLACHTD_READER_CHILD_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/file.h"
#include "base/lock.h"
#include "reader/zygote.h"

enum child_exit { CHILD_DONE = 0, CHILD_CHANNEL = 10, CHILD_MEMORY = 11, CHILD_DOCUMENT = 12 };

/* The document's bytes, never NULL; they stay until the child ends. FAIL_ITEM over rules.max_document_bytes. */
int child_document(const struct zygote_order *o, struct map *ret);

/* From here on the child works on this page, which may cost CHILD_PAGE_CPU_S of processor time: on a busy machine the clock would run out first. */
#define CHILD_PAGE_CPU_S (LOCK_SANITIZED ? 100 : 20)	/* sanitizers make OCR many times slower */
int child_page(const struct zygote_order *o, int page);

/* Hands over a scan inside a mail. */
int child_scan(const struct zygote_order *o, size_t index, const void *bytes, size_t n);

/* Last: the records (taken, and never freed: the process ends), and whether the file is cut off. digest may be NULL. */
int child_records(const struct zygote_order *o, json_t *records, bool incomplete, const char *digest);

/* A page as PNG, instead of records: mode page-image. */
int child_page_image(const struct zygote_order *o, const void *png, size_t n);
/* Last: the document is refused. reason: "bad" | "limit" | "charset" (mail: this program lacks it). */
int child_refused(const struct zygote_order *o, const char *reason);

#endif
