/* outbox/template.h — the words of one receipt in one language: an XML file, checked when it is loaded.
 *
 * Source:  templates/receipt-TEXT.LANGUAGE.xml; the format is described in templates/README.md. Values: outbox/values.h.
 *          Values enter a parsed tree as text: nothing in them can become markup.
 * Owner:   template_free, words_free (both accept what is empty).
 * Returns: 0; FAIL_CONFIG the file is missing or wrong: text has file, line and remedy; FAIL_RETRY no memory.
 */
#ifndef KLACHTD_OUTBOX_TEMPLATE_H
#define KLACHTD_OUTBOX_TEMPLATE_H

#include <stddef.h>

#include "base/error.h"
#include "outbox/values.h"

#define TEMPLATE_BYTES (256 * 1024)	/* a template larger than this is refused */

struct template;

enum block_kind { BLOCK_PARAGRAPH, BLOCK_HEADING, BLOCK_ITEM };

struct block {
	enum block_kind kind;
	char *text;		/* owned; UTF-8; LF only where the template says <br/> */
};

struct words {			/* a template with its values filled in */
	char *subject;		/* owned; one line */
	struct block *blocks;	/* owned */
	size_t n;
};

int template_load(const char *path, struct template **ret, struct error *err);
void template_free(struct template *t);
int template_fill(const struct template *t, const struct values *v, struct words *ret, struct error *err);
void words_free(struct words *w);

#endif
