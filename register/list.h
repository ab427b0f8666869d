/* register/list.h — a complaint as the object that klachtctl list --json prints.
 *
 * Private to register/. New references; NULL: no memory or an error of the database.
 */
#ifndef KLACHTD_REGISTER_LIST_H
#define KLACHTD_REGISTER_LIST_H

#include <jansson.h>

#include "register/db.h"

/* The columns that list_row() reads, from complaints c. */
#define LIST_COLUMNS "c.id, c.number, c.kind, c.channel, c.received_us, c.acknowledge_due_us, c.answer_due_us, c.term_explanation, c.status," \
		     " c.registered_us"
json_t *list_row(struct reg *r, sqlite3_stmt *s, int64_t now_us);

/* An arrival without a number, from the columns UNNUMBERED_COLUMNS of entries e and arrivals a. */
#define UNNUMBERED_COLUMNS "e.id, a.id, e.kind, a.channel, a.received_us, a.account"
json_t *list_unnumbered(struct reg *r, sqlite3_stmt *s, int64_t now_us);

/* States in which a receipt is a person's: it stands on the review list. */
#define RECEIPT_NEEDS_PERSON "('held', 'bounced', 'failed')"

/* What an entry says: sender, on_behalf_of, dossier_numbers, subject, ... put into row. 0, or -1. */
int list_entry(struct reg *r, int64_t entry, json_t *row);

/* The receipts of a complaint, oldest first. */
json_t *list_receipts_of(struct reg *r, int64_t complaint);

#endif
