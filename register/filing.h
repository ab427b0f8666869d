/* register/filing.h — one item written into the transaction that is open: the whole truth about it, or nothing.
 *
 * Private to register/. A job is a filing copied, with its originals on the way.
 */
#ifndef KLACHTD_REGISTER_FILING_H
#define KLACHTD_REGISTER_FILING_H

#include "register/originals.h"
#include "register/register.h"

/* Of an entry e: a postal address that a letter can be sent to. daemon/decide.h has the same of a record. */
#define POSTAL "e.street IS NOT NULL AND e.house_number IS NOT NULL AND e.city IS NOT NULL"

struct job_entry {
	json_t *record, *review;/* references */
	char *parent, *receipt_text, *receipt_to, *receipt_why;	/* owned, NULL where absent */
	int first_page;
	bool numbered, terms;
	enum reg_receipt receipt;
};

struct job {
	struct job *next;
	/* the filing; texts owned, UTF-8, NULL where absent */
	char *channel, *account, *server, *folder, *message_id, *content_digest, *about_receipt, *about_state;
	int64_t uidvalidity, uid, received_us;
	uint8_t sha256[SHA256_BYTES];
	struct original *originals;
	size_t n_originals;
	struct job_entry *entries;
	size_t n_entries;
	json_t *arrival_record;
	bool arrival_certain;
	/* its way */
	int64_t submitted_us;	/* monotonic */
	struct error refused;	/* kind 0: no; else the item cannot be stored */
	reg_done *done;
	void *arg;
	struct reg_filed filed;
	struct reg_filed_entry *filed_entries;	/* owned, n_entries */
};

int job_new(const struct reg_filing *f, reg_done *done, void *arg, struct job **ret, struct error *err);
void job_free(struct job *j);	/* accepts NULL */

/* Files it and fills j->filed: 0 or 1 as reg_filed.r; FAIL_ITEM: this one is refused; another FAIL_*: the whole group has to be rolled back. */
int job_file(struct reg *r, struct job *j, struct error *err);

#endif
