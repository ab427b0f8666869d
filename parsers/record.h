/* parsers/record.h — the record that the reader makes of one item (klachtd-record(5)).
 *
 * Owner:   everything hangs on record.arena; record_free() frees it. Texts are UTF-8, NULL means "not found".
 * Limits:  RECORD_* below; record_add_* past a limit returns PARSE_LIMIT and leaves the record as it was.
 * Returns: PARSE_OK, PARSE_LIMIT, PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_RECORD_H
#define KLACHTD_PARSERS_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parsers/arena.h"
#include "parsers/parse.h"

#define RECORD_MAX_DOSSIERS 50
#define RECORD_MAX_REVIEW 50
#define RECORD_MAX_EVIDENCE 200
#define RECORD_MAX_WHY 50
#define RECORD_MAX_DOCUMENTS 200

enum kind { KIND_COMPLAINT, KIND_COMPLIMENT, KIND_FOLLOW_UP, KIND_MACHINE, KIND_OTHER, KIND_UNREADABLE };
enum channel { CHANNEL_EMAIL, CHANNEL_LETTER, CHANNEL_FORM, CHANNEL_TELEPHONE };
enum verdict { VERDICT_SEND, VERDICT_HOLD, VERDICT_NEVER };
const char *kind_name(enum kind k);		/* "complaint", "follow-up", ... */
const char *channel_name(enum channel c);
const char *verdict_name(enum verdict v);

struct address {
	const char *street, *house_number, *postcode, *city;	/* postcode "1234 AB"; a Postbus is street "Postbus", house_number its number */
};

struct evidence {
	const char *field;	/* "sender.name", "dossier_numbers[0]", "kind", "desired_resolution", ... */
	const char *from;	/* "signature", "label", "display-name", "body", "quoted", "forwarded", "subject", "attachment", "form", "ocr", "qr", ... */
	const char *quote;	/* the words it was read from */
	double confidence;	/* 0..1 */
	int page;		/* 1-based; 0: no page */
	double box[4];		/* x0 y0 x1 y1 as fractions of the upright page; all 0: none */
};

struct review {
	const char *code;	/* kebab-case, stable: "no-dossier-number", "two-dossier-candidates", ... */
	const char *field;	/* the record's field it is about; NULL: the whole item */
	const char *text;	/* for a person, English */
};

struct why {
	const char *code;	/* "auto-submitted", "list-mail", "no-address", ... */
	const char *text;
};

struct document {
	const char *name;	/* cleaned: no path, no control characters */
	const char *media_type;	/* sniffed from the bytes */
	uint64_t bytes;
	const char *sha256;	/* hex */
	int pages;		/* 0: unknown */
	const char *text_from;	/* "body" | "text-layer" | "ocr" | "none" */
	double confidence;
	bool scan;		/* an image or PDF that a letter reader should read as well */
	const uint8_t *content;	/* decoded bytes; borrowed from the message or its arena; NULL: not kept */
	const char *text;	/* of an attached text, borrowed likewise: a record of its own may be read from it (mail_read_text); NULL */
};

struct record {
	struct arena *arena;	/* owned */
	const char *file;
	enum channel channel;
	enum kind kind;
	double kind_confidence;
	const char *name, *email, *phone;	/* of the sender; phone in E.164 */
	struct address address;
	const char *on_behalf_of;
	const char **dossier_numbers;
	size_t n_dossier_numbers;
	const char *complaint_number;
	const char *subject, *language, *description, *desired_resolution;
	struct {
		enum verdict verdict;
		const char *to;
		struct why *why;
		size_t n_why;
	} receipt;
	struct review *review;
	size_t n_review;
	struct evidence *evidence;
	size_t n_evidence;
	struct document *documents;
	size_t n_documents;
	struct {
		bool there;
		const char *message_id, *in_reply_to, *date, *from, *reply_to, *return_path;	/* date: RFC 3339 or NULL; return_path "" is <> */
		const char **references;
		size_t n_references;
		/* a bounce's or read receipt's words about a message of ours; NULL where absent */
		const char *report_type;	/* "delivery-status" | "disposition-notification" | "feedback-report" */
		const char *report_original_id;	/* Message-ID of the message it is about */
		const char *report_action;	/* "failed" | "delayed" | "delivered" | "displayed" | ... */
		const char *report_status;	/* RFC 3463: "5.1.1" */
	} message;
	struct {
		bool there;
		int pages, first_page, rotation;	/* rotation in degrees clockwise that made the page upright */
		double skew;				/* degrees */
		const char **barcodes;
		size_t n_barcodes;
	} scan;
};

struct record *record_new(size_t limit_bytes);	/* NULL: out of memory */
void record_free(struct record *r);		/* accepts NULL */

/* Each copies the strings it is given into the record's arena. */
int record_add_dossier(struct record *r, const char *digits, const struct evidence *e);	/* a second time: no-op. e->field is set here */
int record_add_evidence(struct record *r, const struct evidence *e);
int record_add_review(struct record *r, const char *code, const char *field, const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Notes a rule that fired and raises the verdict to at least v (send < hold < never). */
int record_add_why(struct record *r, enum verdict v, const char *code, const char *format, ...) __attribute__((format(printf, 4, 5)));
int record_add_document(struct record *r, const struct document *d);

#endif
