/* reader/reading.h — the reader's client: one item in, its records out. klachtd and klachtctl read use the same.
 *
 * Starts and restarts klachtd-reader (mail; always up once asked for), klachtd-charset-reader (mail that the former refuses for its charset) and
 * klachtd-letter-reader (letters; rules "workers" of them), both on demand and gone after 60 s idle, and klachtd-render; hands each item to a fresh
 * sandboxed child; watches its limits (a child over its limit is killed); tries a poison item again in a smaller form (mail: without attachments, then headers only; scan: without the page it died on) and in the end makes the
 * unreadable record itself. Scans inside a mail are read by a letter reader and merged. What comes back has passed record_check().
 *
 * Loop:    everything runs on the sd_event given; nothing blocks. done is called from the loop, never from within reading_start; it may start and cancel
 *          others, but not free the whole.
 * Returns: 0; FAIL_RETRY (no process, no memory), FAIL_CONFIG (programs not installed, sandbox refused).
 */
#ifndef KLACHTD_READER_READING_H
#define KLACHTD_READER_READING_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <systemd/sd-event.h>

#include "base/error.h"

struct reading;
struct reading_job;

struct reading_options {
	json_t *rules;		/* borrowed until reading_free: the "hello" object of docs/wire.md; NULL: the scheme's defaults */
	size_t letter_workers;	/* 0: 2 */
	size_t mail_jobs;	/* mails read at once; 0: 4 */
};

/* What happened to an item. */
enum reading_outcome {
	READING_DONE,		/* records: at least one */
	READING_INCOMPLETE,	/* the file is cut off: it may still be growing; records holds one "unreadable" record for when it is not */
	READING_POISON,		/* its reader died or ran over a limit, in every form tried or in some: records hold what could be read */
	READING_UNAVAILABLE,	/* no reader could be started: the item is untouched, try later; records is NULL */
};

struct reading_result {
	enum reading_outcome outcome;
	json_t *records;		/* borrowed: array of section 4 records, in page order */
	const char *content_digest;	/* mail: 64 hex digits over decoded From, Date and body; else NULL */
	int deaths;			/* children that died or were killed on this item */
	char what[200];			/* for the journal: "reader killed after 20 s on page 3"; "" when nothing went wrong. No foreign text */
};
typedef void reading_done(struct reading_job *job, const struct reading_result *result, void *arg);

int reading_new(sd_event *event, const struct reading_options *o, struct reading **ret, struct error *err);
/* Kills what runs; jobs under way get no callback. Accepts NULL. */
void reading_free(struct reading *r);

/* channel: "email", "letter", "form" (a mail from our form's address is found out by the reader itself). file: a name for the record, no path. fd: sealed memfd,
 * duplicated here. received_us: UTC µs, 0 unknown. */
int reading_start(struct reading *r, const char *channel, const char *file, int fd, int64_t received_us,
		  reading_done *done, void *arg, struct reading_job **ret, struct error *err);
/* No callback will come. */
void reading_cancel(struct reading_job *job);

/* New rules (reload): for items started from now on. rules is borrowed as in reading_options. */
int reading_set_rules(struct reading *r, json_t *rules, struct error *err);

/* Starts a mail reader now and reports whether every layer of its sandbox stands: 0; FAIL_CONFIG with the layer that is missing. For --check and the start. */
int reading_check(struct reading *r, struct error *err);
/* The same of klachtd-charset-reader, which also tells whether iconv has its charsets. */
int reading_check_charsets(struct reading *r, struct error *err);
/* The same of a letter reader, which also tells whether tesseract's Dutch model is there. Takes the tenths of a second that loading it takes. */
int reading_check_letters(struct reading *r, struct error *err);

/* Longest time any item has been in any state, µs: the watchdog is fed only while this stays below its limit. */
int64_t reading_oldest_us(const struct reading *r);

#endif
