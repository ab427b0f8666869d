/* outbox/values.h — what a receipt may say: the values and conditions that a template can name, made from the register's facts.
 *
 * Source:  design sections 1 (language, forms of date), 4 (the record). Facts: the object of klachtctl show --json; missing keys are tolerated.
 * Trust:   facts come from citizens' mail. Every value that leaves here is one line of UTF-8 without control or direction characters.
 *          From the mail only the name, the telephone and dossier numbers are repeated; a name that could carry a message or a link is left out.
 * Owner:   struct values owns its texts: values_free.
 * Returns: 0; FAIL_ITEM the facts have no complaint number; FAIL_CONFIG no organisation or sender address; FAIL_RETRY no memory.
 */
#ifndef KLACHTD_OUTBOX_VALUES_H
#define KLACHTD_OUTBOX_VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "outbox/receipt.h"

enum value {
	/* always there */
	VALUE_ORGANISATION, VALUE_NUMBER, VALUE_SALUTATION, VALUE_AGENCY_EMAIL,
	/* there or not: a template may use them only below if="..." of the same name */
	VALUE_NAME, VALUE_RECEIVED, VALUE_ANSWER_DUE, VALUE_PHONE, VALUE_DOSSIERS, VALUE_AGENCY_PHONE, VALUE_OFFICE_HOURS,
	VALUE_POSTAL_ADDRESS, VALUE_DISPUTE_BODY,
	/* conditions only: true or not, without a text */
	VALUE_ONE_DOSSIER, VALUE_UNREADABLE, VALUE_FROM_LETTER, VALUE_FROM_TELEPHONE, VALUE_BY_MAIL, VALUE_BY_POST,
	VALUE_MISSING, VALUE_MISSING_NAME, VALUE_MISSING_ADDRESS, VALUE_MISSING_PHONE, VALUE_MISSING_DOSSIER,
	VALUE_MISSING_DESCRIPTION, VALUE_MISSING_RESOLUTION,
	VALUES
};
#define VALUE_FIRST_OPTIONAL VALUE_NAME
#define VALUE_FIRST_CONDITION VALUE_ONE_DOSSIER

const char *value_name(enum value v);			/* "organisation", "answer-due", ... */
int value_from(const char *name, size_t n, enum value *ret);	/* 1, or 0 for no such name */

struct values {
	char *text[VALUES];	/* owned; NULL: not there. A condition that holds is "" */
};

/* by_post: the words go into a letter. */
int values_make(const struct receipt *r, bool by_post, struct values *ret, struct error *err);
void values_free(struct values *v);

/* ---- the single forms (tested by themselves) ---- */

/* A name fit to be repeated, free(); NULL when it is none: empty, over 70 characters or 8 words, a link, an address, signs of markup or code. */
char *name_clean(const char *name);
/* "2026-12-01..." to "dinsdag 1 december 2026" or "Tuesday 1 December 2026"; free(); NULL when it is no date. */
char *date_words(const char *rfc3339, bool dutch);
/* "+31612345678" to "06 12 34 56 78" ("+31 612345678" in English), other countries stay as they are; free(); NULL when it is no E.164 number. */
char *phone_words(const char *e164, bool dutch);
/* "09:00-17:30" to "van 9.00 tot 17.30 uur" or "from 9:00 to 17:30"; anything else in brackets as it is; free(); NULL when empty. */
char *hours_words(const char *hours, bool dutch);

#endif
