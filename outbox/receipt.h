/* outbox/receipt.h — the receipt (ontvangstbevestiging) as a mail: template and facts to bytes.
 *
 * Source:  RFC 5322, 2045-2047, 3834 (Auto-Submitted), 6522; design sections 1 and 4. Templates: one XML file in templates/ per text and language,
 *          parsed with libxml2; values enter as text nodes. An unknown placeholder is an error when the templates are loaded.
 * Facts:   the object of reg_show() (klachtctl show --json). From the complainant's mail only the cleaned name is repeated.
 * Returns: 0; FAIL_CONFIG a template is missing or bad (file, line, remedy); FAIL_ITEM the facts give no sendable mail (no or unsafe address); FAIL_RETRY.
 */
#ifndef KLACHTD_OUTBOX_RECEIPT_H
#define KLACHTD_OUTBOX_RECEIPT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct templates;		/* all texts in all languages, checked */

struct receipt_agency {		/* borrowed strings */
	const char *organisation, *from, *postal_address, *phone, *office_hours, *dispute_body;
};

/* directory NULL: the installed ones (or templates/ beside the build tree). */
int templates_load(const char *directory, struct templates **ret, struct error *err);
void templates_free(struct templates *t);	/* accepts NULL */

/* text: "complaint" | "compliment" | "other" | "follow-up"; language: "nl" or "en" (others get nl).
 * *ret: a whole RFC 5322 message, CRLF, 7-bit, free(). envelope addresses are the caller's. Message-IDs with or without <>.
 * The mail that is answered (In-Reply-To, References) is facts.message where it is there (a follow-up), else facts.record.message. */
struct receipt {
	const char *text, *language, *to, *message_id;
	const json_t *facts;
	const struct receipt_agency *agency;
	int64_t now_us;
};
int receipt_compose(const struct templates *t, const struct receipt *r, char **ret, size_t *ret_n, struct error *err);

/* The same words as a letter: "paragraphs" for the printer (docs/wire.md "print"), new reference: an array of strings, {"heading": text} and
 * {"item": text}; a line feed in a text is a new line. to and message_id are not looked at. */
int receipt_letter(const struct templates *t, const struct receipt *r, json_t **ret, struct error *err);

/* The whole letter: a `print` frame for the printer without op and id (number, language, address_lines, date_line, reference_lines, paragraphs, and
 * dossier for the reply slip when there is exactly one), new reference. FAIL_ITEM: no postal address is known, a person must find one.
 * More than a frame may hold is possible: send it as a sealed memfd (docs/wire.md). */
int receipt_print_job(const struct templates *t, const struct receipt *r, json_t **ret, struct error *err);

/* A strict check of an address that will stand in an envelope and a To field: ASCII addr-spec, at most 254 bytes, no CR LF < > blank. */
bool receipt_address_ok(const char *address);

#endif
