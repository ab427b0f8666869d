/* register/register.h — the register of complaints: one SQLite file, one writer.
 *
 * Source:  design section 2 (one transaction is the whole truth), 1 (kinds, terms), 4 (record). Schema: register/schema.sql.
 * Units:   times are UTC µs; a date that people see is computed in the process's local zone (clock_set_zone).
 * Owner:   borrows every argument until it returns, unless said otherwise. Results are json_t new references or filled structs.
 * Returns: 0, or 1/0 where yes/no is meant; FAIL_RETRY busy, disk full, no memory (nothing changed); FAIL_CONFIG not a register, newer version, locked,
 *          not writable (with the remedy); FAIL_FATAL damaged; FAIL_ITEM the argument cannot be stored (nothing changed).
 */
#ifndef KLACHTD_REGISTER_REGISTER_H
#define KLACHTD_REGISTER_REGISTER_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <systemd/sd-event.h>

#include "base/error.h"
#include "register/term.h"

struct reg;

enum reg_mode { REG_WRITE, REG_READ };	/* REG_READ: no migration, nothing made; for klachtctl and --check */
struct reg_options {
	const char *state_directory;
	enum reg_mode mode;
	const char *instance;		/* id of this klachtd, for leases; NULL when reading */
	struct term_rules term;
	const char *receipt_domain;	/* right side of receipts' Message-IDs */
};
int reg_open(const struct reg_options *o, struct reg **ret, struct error *err);
void reg_close(struct reg *r);		/* accepts NULL; unfinished submissions get no callback. Not from within done */
int reg_set_term(struct reg *r, const struct term_rules *t);	/* reload: for filings from now on */
int reg_schema_version(const struct reg *r);

/* ---- filing ---- */

struct reg_original {
	int fd;				/* borrowed until done: sealed memfd */
	const char *role;		/* "item" (the mail or scan itself) | "attachment" | ... */
	const char *media_type;
	const uint8_t *sha256;		/* 32, of its bytes, as the caller found them: nobody looks again */
};

/* Where an item came from; unique for ever. Mail: account (the mailbox by name), server (whose UIDs they are: user and server), folder, uidvalidity, uid.
 * Scan: account is the letterbox, folder the file name, uid the first page. */
struct reg_origin {
	const char *channel;		/* email | letter | form | telephone */
	const char *account, *folder;
	const char *server;		/* NULL: none */
	int64_t uidvalidity, uid;	/* 0, 0 for what has none */
	const char *message_id;		/* NULL */
	const char *content_digest;	/* 64 hex digits or NULL */
	uint8_t sha256[32];		/* of the bytes */
};

/* What to do about the receipt, decided by intake; the outbox row is written in the same transaction. */
enum reg_receipt { REG_RECEIPT_NONE, REG_RECEIPT_QUEUED, REG_RECEIPT_HELD, REG_RECEIPT_TO_PRINT };

struct reg_entry {			/* one record of the item: a letter of a batch, or the mail */
	const json_t *record;		/* section 4 */
	int first_page;			/* scans: key (sha256, first_page); else 0 */
	bool numbered;			/* complaint, compliment, other, unreadable: gets a K-number */
	bool terms;			/* complaint, unreadable: both terms run */
	const char *parent;		/* follow-up: the verified parent's K-number; then not numbered */
	enum reg_receipt receipt;
	const char *receipt_text;	/* template: "complaint" | "compliment" | "other" | "follow-up" */
	const char *receipt_to;		/* e-mail, or NULL for print; held and NULL: released by post */
	const char *receipt_why;	/* why held or none: code, or NULL */
	const json_t *review;		/* array of further {code, field, text}; NULL */
};

struct reg_filing {
	struct reg_origin origin;
	int64_t received_us;
	const struct reg_original *originals;
	size_t n_originals;
	const struct reg_entry *entries;
	size_t n_entries;		/* 0: an arrival only (a machine's), with arrival_record */
	const json_t *arrival_record;	/* the record of an arrival without entries; NULL */
	bool arrival_certain;		/* nobody need look at it, whatever its record has in review */
	/* a bounce or read receipt about a receipt of ours: moves that outbox row's state in the same transaction, as outbox/policy.h says. Where the whole
	 * postal address is known, a bounced one becomes "to-print" at once, with "receipt-bounced" and "receipt-to-print" in the history. */
	const char *about_receipt;	/* Message-ID of ours, or NULL */
	const char *about_state;	/* "delivered" | "bounced" */
};

struct reg_filed_entry {
	char number[16];		/* the complaint's (or the parent's) K-number; "" for an arrival only */
	char receipt_id[160];		/* Message-ID without <>; "" when there is no receipt */
	int64_t acknowledge_due_us, answer_due_us;	/* 0: no terms */
	int64_t outbox_id;		/* 0: none */
	const char *kind;		/* as which it stands on the register: a constant; NULL for a follow-up or an arrival only */
};
struct reg_filed {
	int r;				/* 0 filed; 1 seen before: linked as seen again, no number, no receipt; or a FAIL_* (rolled back alone) */
	struct error err;
	int64_t arrival_id;
	const struct reg_filed_entry *entries;
	size_t n_entries;
	char seen_number[16];		/* r == 1: the earlier complaint's number, "" when it had none */
	bool receipt_moved;		/* what the item reports about a receipt of ours changed that receipt's state */
	bool same_origin;		/* r == 1: this very mail or scan (only the acknowledgement was outstanding) */
};
typedef void reg_done(const struct reg_filed *filed, void *arg);

/* Grouping: one BEGIN IMMEDIATE a turn of the loop, a SAVEPOINT per item, done after the commit. An item that comes alone is written at once; within
 * 200 ms of a group the next waits until 32 are there or that time is over. Large originals are written before, in 1 MiB steps. A full disk
 * rolls back all: every item stays queued and is tried again with backoff; reg_stalled() tells. The filing is copied, but for
 * its originals (borrowed until done) and its records, which are shared: they must not be changed any more. */
int reg_attach(struct reg *r, sd_event *event, struct error *err);
int reg_submit(struct reg *r, const struct reg_filing *f, reg_done *done, void *arg, struct error *err);
/* Waiting submissions, and whether the last group failed as a whole (then *err says why). */
size_t reg_pending(const struct reg *r);
bool reg_stalled(const struct reg *r, struct error *ret_why);
int64_t reg_oldest_us(const struct reg *r);

/* Of these UIDs of that place (account, server, folder, uidvalidity), which are on the register already (filed; only the acknowledgement is outstanding)?
 * ret is a new array. */
int reg_known_uids(struct reg *r, const struct reg_origin *place, const json_t *uids, json_t **ret, struct error *err);
/* Note that the source was told. Harmless when repeated. */
int reg_acknowledged(struct reg *r, int64_t arrival_id, const char *where, struct error *err);

/* An arrival without a number that turns out to be a complaint (a doubtful machine on the review list): number and terms from its date of receipt, its
 * review lines done, its receipt held (with an address, of mail or post) for a person to release. 1 and *ret; 0 no such arrival, or it has a number. */
int reg_promote(struct reg *r, int64_t arrival_id, const char *who, struct reg_filed_entry *ret, struct error *err);

/* Which complaint an arrival belongs to: 1 and its number, 0 it has none, or there is no such arrival. */
int reg_arrival_number(struct reg *r, int64_t arrival_id, char ret_number[16], struct error *err);

/* A person looked: the review lines of a complaint and its follow-ups (number), or of an arrival without number (number NULL), are done.
 * 1 and how many; 0 nothing there was to be reviewed. */
int reg_review_done(struct reg *r, const char *number, int64_t arrival_id, const char *who, int *ret_count, struct error *err);

/* ---- checks for intake ---- */

/* Is this Message-ID a receipt of ours with a right tag? 1 and the number; 0 no. */
int reg_receipt_id_check(struct reg *r, const char *message_id, char ret_number[16]);
/* May a mail from this address naming this number, with these dossier numbers, be added to that complaint? 1 yes (same sender or a dossier in common), 0 no or unknown. */
int reg_follow_up_check(struct reg *r, const char *number, const char *email, const json_t *dossier_numbers);
/* Receipts queued or sent to this address since then, and in all since then. */
int reg_receipts_since(struct reg *r, const char *email, int64_t since_us, int64_t *ret_count, struct error *err);
int reg_receipts_total_since(struct reg *r, int64_t since_us, int64_t *ret_count, struct error *err);
/* Known dossiers (klachtctl dossiers import): 1 known, 0 not, -1 the table is empty. near: a known number one digit or two exchanged digits away, whose
 * surname or postcode also fits, or "". */
int reg_dossier_check(struct reg *r, const char *number, const char *name, const char *postcode, char ret_near[16]);

/* Filling that table: begin, any number of puts (a known number is replaced), end. Nothing else may be written in between: import in one turn of the loop.
 * put: 1 stored; 0 refused (number not 4 to 15 digits, or a text longer than 500 bytes); texts may be NULL. end: keep false undoes all. */
struct reg_dossier {
	const char *number, *name, *postcode, *email;
};
int reg_dossiers_begin(struct reg *r, struct error *err);
int reg_dossiers_put(struct reg *r, const struct reg_dossier *d, struct error *err);
int reg_dossiers_end(struct reg *r, bool keep, const char *who, struct error *err);
int reg_dossiers_count(struct reg *r, int64_t *ret, struct error *err);

/* ---- the outbox (policy: outbox/policy.h; rows and transactions: here) ---- */

struct reg_receipt_row {		/* owned: reg_receipt_free */
	int64_t id;
	char number[16];
	char *state, *to, *message_id, *text, *language;	/* text: the template's name */
	char *message;			/* the composed mail as last handed to the sender; NULL before */
	size_t message_n;
	int attempts;
	int64_t next_try_us, acknowledge_due_us, lease_until_us;
	char *instance;
	int64_t rendered_us;		/* reg_letter_next: when its PDF was noted; 0: not yet */
	int ordinal;			/* reg_letter_next: the how-manieth receipt of its complaint, from 1 */
	json_t *complaint;		/* what a template may say: as reg_show(), but of the record only its message */
};
void reg_receipt_free(struct reg_receipt_row *row);

/* The next row that is due (queued or uncertain, next_try_us <= now): 1 and *ret, 0 none (then *ret_next_us is when one will be, 0 never). */
int reg_receipt_next(struct reg *r, int64_t now_us, struct reg_receipt_row *ret, int64_t *ret_next_us, struct error *err);
/* The same, but the one that comes after that row: to start several in one commit. */
int reg_receipt_next_after(struct reg *r, int64_t now_us, int64_t after_try_us, int64_t after_id, struct reg_receipt_row *ret, int64_t *ret_next_us,
			   struct error *err);
struct reg_receipt_change {
	int64_t id;
	const char *state;		/* see outbox/policy.h */
	int64_t next_try_us;
	int64_t lease_until_us;		/* state "sending" */
	int smtp_code;			/* 0: none */
	const char *smtp_text;		/* NULL; for the register, not the journal */
	const char *message;		/* state "sending": what is handed to the sender */
	size_t message_n;
	const char *who, *note;		/* history */
};
/* One commit: what became of rows, and the start (state "sending") of others, in that order. All or none: a lost lease is FAIL_ITEM. Of a row that a report
 * moved on while it was being sent the outcome is no news: it changes nothing and is no error. */
int reg_receipts_change(struct reg *r, const struct reg_receipt_change *changes, size_t n, int64_t now_us, struct error *err);
/* The same with one outcome (NULL: none) and one start (NULL: none). */
int reg_receipt_change(struct reg *r, const struct reg_receipt_change *outcome, const struct reg_receipt_change *start, int64_t now_us, struct error *err);
/* At start: rows "sending" whose lease has run out or whose instance is ours become "uncertain". Returns how many. */
int reg_receipts_recover(struct reg *r, int64_t now_us, struct error *err);
/* Whether receipts are sent, as configured now; the register remembers it. When that is switched on, rows older than their acknowledge_due become held (an
 * outage or a restart does not make them so). Returns how many. */
int reg_receipts_switch(struct reg *r, bool send, int64_t now_us, struct error *err);
/* Letters in order of id: the first "to-print" row after that id whose PDF was noted, or was not. 1 and *ret, 0 none. */
int reg_letter_next(struct reg *r, bool rendered, int64_t after_id, struct reg_receipt_row *ret, struct error *err);
/* A letter's PDF lies in print/: noted, so that it is not made again. Its state stays "to-print" until a person says "printed". */
int reg_receipt_rendered(struct reg *r, int64_t id, int64_t now_us, struct error *err);
/* A bundle with these letters lies there, beside their own files. One that was posted meanwhile is passed over. */
int reg_letters_bundled(struct reg *r, const int64_t *ids, size_t n, int64_t now_us, struct error *err);
/* Verbs, from states as outbox/policy.h says: release (held, bounced, failed, suppressed -> queued; without e-mail address -> to-print; one that waits for
 * its next try goes now), hold (queued, uncertain -> held), suppress (queued, held,
 * uncertain, bounced, failed, to-print -> suppressed), print (what is not under way or sent, also a printed one again -> to-print, drawn anew), printed
 * (to-print -> printed), printed-bundled (the same, of those that stand in a bundle only). To print there must be a postal address.
 * Every receipt of that number in a state that allows it: 1 done, 0 none. FAIL_ITEM: no such verb. */
int reg_receipt_set(struct reg *r, const char *number, const char *verb, const char *who, int64_t now_us, struct error *err);
json_t *reg_receipts_list(struct reg *r, const char *state, struct error *err);	/* NULL state: all that are not final */

/* ---- reading ---- */

struct reg_filter {
	bool open, overdue, review, arrivals;
	const char *channel, *kind;	/* NULL: any */
	int64_t since_us;		/* 0: any */
	int64_t now_us;			/* for overdue */
	size_t limit;			/* 0: all */
};
/* Calls each for every row in order of number; each returns 0 to go on. Objects are those of klachtctl list --json. */
int reg_list(struct reg *r, const struct reg_filter *f, int (*each)(json_t *row, void *arg), void *arg, struct error *err);
/* Everything about one complaint, with record, documents, follow-ups, history: 1 and *ret, 0 not found. */
int reg_show(struct reg *r, const char *number, json_t **ret, struct error *err);
/* The same of an arrival without a number; one that was seen again is its first. 1; 0 no such arrival, or it has a number (reg_arrival_number). */
int reg_show_arrival(struct reg *r, int64_t arrival_id, json_t **ret, struct error *err);
/* Counts for klachtctl status and the journal. */
int reg_status(struct reg *r, int64_t now_us, json_t **ret, struct error *err);
/* The original bytes: a sealed memfd, or FAIL_ITEM when there are none. */
int reg_original_open(struct reg *r, const uint8_t sha256[32], struct error *err);

#endif
