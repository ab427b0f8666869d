/* sources/imap.h — one IMAP connection with one folder selected: search, fetch, acknowledge, wait.
 *
 * Source:  RFC 3501 (IMAP4rev1), RFC 2177 (IDLE), RFC 2342 (NAMESPACE), RFC 4315 (UIDPLUS), RFC
 *          6851 (MOVE), RFC 4616 (SASL PLAIN), RFC 5530 (response codes). libetpan speaks and
 *          parses; net/stream.h carries. Nothing is ever deleted: mail is fetched with BODY.PEEK[]
 *          and moved. A plain EXPUNGE or CLOSE is never sent, so that \Deleted mails of others
 *          stay.
 * Order:   imap_connect, imap_login, imap_open_folder; then the rest in any order; imap_logout,
 *          imap_free.
 * Owner:   struct imap belongs to the caller. Arrays and fds returned belong to the caller.
 * Limits:  every call has a deadline and a limit for the answer's length; one bad answer ends the
 *          connection.
 * Returns: 0 (or a count), FAIL_ITEM: the server refused this one command, the connection stands.
 *          FAIL_RETRY, FAIL_CONFIG: the connection is of no use any more: imap_free().
 *          imap_reason() names the cause for the wire, err->text says it for a person: host, what,
 *          code, remedy; no words of the server.
 */
#ifndef KLACHTD_SOURCES_IMAP_H
#define KLACHTD_SOURCES_IMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "net/stream.h"

#define IMAP_BATCH 50				/* mails in one FETCH */
#define IMAP_BATCH_BYTES (4u << 20)
#define IMAP_SMALL_BYTES (256u << 10)		/* larger mails are streamed alone */
#define IMAP_HEADER_BYTES (256u << 10)		/* what is handed out of a mail that is too large */
#define IMAP_KEYWORD "$KlachtdFiled"

struct imap;

struct imap_options {
	const char *host;
	unsigned port;
	enum stream_security security;
	const char *ca_file;
	/* UTF-8; levels divided by '/' or the server's own delimiter; with or without the prefix */
	const char *folder, *processed_folder;
	bool idle;				/* may IDLE be used, where offered? */
	bool look_only;				/* EXAMINE, no folder is made: for --check */
	int cancel_fd;
};

enum imap_ack { IMAP_MOVED, IMAP_COPIED, IMAP_FLAGGED };
const char *imap_ack_name(enum imap_ack how);	/* as docs/wire.md: moved, copied, flagged */

/* Connects, TLS as asked for, CAPABILITY. PREAUTH is refused: nobody logged in. *reterr_reason is
 * set on failure only. */
int imap_connect(const struct imap_options *o, struct imap **ret, enum reason *reterr_reason, struct error *err);
/* xoauth2: secret is an access token. Refuses to send it unprotected. REASON_LOGIN: the server
 * refused it. */
int imap_login(struct imap *i, const char *user, const char *secret, bool xoauth2, struct error *err);
/* NAMESPACE, SELECT; makes the processed folder and subscribes to it when it is missing. When it
 * cannot be made, that is no failure: imap_processed_missing() is true and mails are acknowledged
 * with the keyword. */
int imap_open_folder(struct imap *i, struct error *err);
bool imap_processed_missing(const struct imap *i);
uint32_t imap_uidvalidity(const struct imap *i);
bool imap_can_idle(const struct imap *i);

/* UIDs from from_uid on, ascending, each once, without those that bear the keyword. *ret is
 * malloc'd (NULL when there are none). Searches again while mail arrives meanwhile, and from_uid
 * <= 1 makes the server look first: after it, nothing that has arrived before is unknown. */
int imap_search(struct imap *i, uint32_t from_uid, uint32_t **ret, size_t *ret_n, struct error *err);

struct imap_mail {
	uint32_t uid;
	uint64_t bytes;			/* RFC822.SIZE; some servers estimate */
	int64_t internaldate_us;	/* 0: the server gave none that could be read */
};
/* Fills mails in the order of the answer, at most n; returns how many: those that are gone are
 * left out. */
int imap_sizes(struct imap *i, const uint32_t *uids, size_t n, struct imap_mail *mails, struct error *err);

/* One FETCH for n mails (IMAP_BATCH, IMAP_BATCH_BYTES at most). got is called for each that came,
 * with a sealed memfd that it owns; below 0 stops (but all is read). Returns how many came. */
typedef int imap_got_fn(void *arg, const struct imap_mail *mail, int fd, struct error *err);
int imap_fetch(struct imap *i, const struct imap_mail *mails, size_t n, imap_got_fn *got, void *arg, struct error *err);
/* One mail straight into a sealed memfd: memory stays small. 1 and *ret_fd; 0 the mail is gone.
 * FAIL_RETRY and imap_reason() REASON_LIMIT: it is longer than limit_bytes, and the connection
 * ends. */
int imap_fetch_large(struct imap *i, const struct imap_mail *mail, uint64_t limit_bytes, int *ret_fd, struct error *err);
/* Its header, at most IMAP_HEADER_BYTES of it. */
int imap_fetch_header(struct imap *i, const struct imap_mail *mail, int *ret_fd, struct error *err);

/* Takes n mails out of the folder's way; repeating it is harmless. UID MOVE; else COPY and, for
 * what COPYUID confirms, \Deleted and UID EXPUNGE of those UIDs; else the keyword. */
int imap_acknowledge(struct imap *i, const uint32_t *uids, size_t n, enum imap_ack *ret_how, struct error *err);

/* IDLE. start: 1 idling, 0 the server refused it (imap_can_idle() is false from then on),
 * FAIL_RETRY. While idling wait for imap_stream() to be readable or imap_idle_changed(), then
 * imap_idle_event(). */
int imap_idle_start(struct imap *i, struct error *err);
bool imap_idle_changed(const struct imap *i);	/* something changed before the wait began: the stream would not tell */
/* Reads one line: 1 the folder changed, 0 nothing of interest, FAIL_RETRY. */
int imap_idle_event(struct imap *i, struct error *err);
int imap_idle_done(struct imap *i, struct error *err);
struct stream *imap_stream(struct imap *i);

enum reason imap_reason(const struct imap *i);
/* A short good-bye when the connection still stands; never waits longer than two seconds. */
void imap_logout(struct imap *i);
void imap_free(struct imap *i);		/* accepts NULL; says nothing to the server */

#endif
