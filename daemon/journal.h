/* daemon/journal.h — what klachtd says: one line an event, with a MESSAGE_ID that the catalogue explains (systemd/klachtd.catalog).
 *
 * Source:  systemd.journal-fields(7), design section 5. Started by systemd: sd_journal_sendv with fields; else readable lines on stderr.
 * Rule:    numbers and counts only; never a citizen's name, address, subject or text. Names of mailboxes and letterboxes are the operator's own.
 */
#ifndef KLACHTD_DAEMON_JOURNAL_H
#define KLACHTD_DAEMON_JOURNAL_H

#include <stdint.h>

/* name, syslog priority, MESSAGE_ID: in the order of the catalogue. A lasting fault is one line when it starts and one when it ends. */
#define JOURNAL_EVENTS(X) \
	X(STARTED,		"started",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a01") \
	X(STOPPED,		"stopped",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a02") \
	X(RELOADED,		"reloaded",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a03") \
	X(CONFIG_BAD,		"config-bad",		LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a04") \
	X(CANNOT_START,		"cannot-start",		LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a05") \
	X(WAITING,		"waiting",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a06") \
	X(SANDBOX,		"sandbox-missing",	LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a07") \
	X(REGISTERED,		"registered",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a10") \
	X(FOLLOW_UP,		"follow-up",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a11") \
	X(MACHINE,		"machine-mail",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a12") \
	X(SEEN_AGAIN,		"seen-again",		LOG_INFO,    "5b1c4f8ae2d94e0b8a76c3f0d1e25a13") \
	X(UNREADABLE,		"unreadable",		LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a14") \
	X(POISON,		"poison",		LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a15") \
	X(ITEM_LATER,		"item-later",		LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a16") \
	X(RECEIPT_SENT,		"receipt-sent",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a20") \
	X(RECEIPT_HELD,		"receipt-held",		LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a21") \
	X(RECEIPT_RETRY,	"receipt-retry",	LOG_INFO,    "5b1c4f8ae2d94e0b8a76c3f0d1e25a22") \
	X(RECEIPT_FAILED,	"receipt-failed",	LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a23") \
	X(RECEIPT_UNCERTAIN,	"receipt-uncertain",	LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a24") \
	X(RECEIPT_BOUNCED,	"receipt-bounced",	LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a25") \
	X(RECEIPT_DELIVERED,	"receipt-delivered",	LOG_INFO,    "5b1c4f8ae2d94e0b8a76c3f0d1e25a26") \
	X(RECEIPT_PRINT,	"receipt-print",	LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a27") \
	X(RECEIPT_OPERATOR,	"receipt-operator",	LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a28") \
	X(BREAKER_OPEN,		"breaker-open",		LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a29") \
	X(BREAKER_CLOSED,	"breaker-closed",	LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a2a") \
	X(LETTERS_WAIT,		"letters-wait",		LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a2b") \
	X(LETTERS_GO,		"letters-go",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a2c") \
	X(MAILBOX_DOWN,		"mailbox-down",		LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a30") \
	X(MAILBOX_UP,		"mailbox-up",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a31") \
	X(LOGIN_REFUSED,	"login-refused",	LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a32") \
	X(CERTIFICATE,		"certificate",		LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a33") \
	X(UIDVALIDITY,		"uidvalidity",		LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a34") \
	X(SMTP_DOWN,		"smtp-down",		LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a35") \
	X(SMTP_UP,		"smtp-up",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a36") \
	X(LETTERBOX_DOWN,	"letterbox-down",	LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a37") \
	X(LETTERBOX_UP,		"letterbox-up",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a38") \
	X(SCAN_FAILED,		"scan-failed",		LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a39") \
	X(MAILBOX_LIMITED,	"mailbox-limited",	LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a3a") \
	X(LETTERBOX_LIMITED,	"letterbox-limited",	LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a3b") \
	X(WORKER_DIED,		"worker-died",		LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a40") \
	X(WORKER_UP,		"worker-up",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a48") \
	X(READER_DOWN,		"reader-down",		LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a41") \
	X(READER_UP,		"reader-up",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a42") \
	X(REGISTER_STALLED,	"register-stalled",	LOG_ERR,     "5b1c4f8ae2d94e0b8a76c3f0d1e25a43") \
	X(REGISTER_OK,		"register-ok",		LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a44") \
	X(REGISTER_LOST,	"register-lost",	LOG_CRIT,    "5b1c4f8ae2d94e0b8a76c3f0d1e25a45") \
	X(OVERDUE,		"overdue",		LOG_WARNING, "5b1c4f8ae2d94e0b8a76c3f0d1e25a46") \
	X(DOSSIERS,		"dossiers-imported",	LOG_NOTICE,  "5b1c4f8ae2d94e0b8a76c3f0d1e25a47") \
	X(DEBUG,		"debug",		LOG_DEBUG,   "5b1c4f8ae2d94e0b8a76c3f0d1e25aff")

enum event {
#define X(id, name, priority, message_id) EVENT_##id,
	JOURNAL_EVENTS(X)
#undef X
	EVENTS
};

/* Fields beside the line; NULL or 0 where there is none. */
struct journal_fields {
	const char *complaint;		/* COMPLAINT= */
	const char *channel;		/* CHANNEL= */
	const char *source;		/* SOURCE=: mailbox or letterbox by name */
	const char *mailbox;		/* MAILBOX= */
	int64_t uid;			/* UID= of the mail */
	int64_t due_us;			/* DUE= RFC 3339 */
};

/* Once at start: are we under systemd? Until then lines go to stderr. */
void journal_open(void);
void journal(enum event e, const struct journal_fields *f, const char *format, ...) __attribute__((format(printf, 3, 4)));

const char *journal_event_name(enum event e);
const char *journal_message_id(enum event e);
int journal_priority(enum event e);	/* syslog.h */

#endif
