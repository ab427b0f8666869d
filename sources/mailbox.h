/* sources/mailbox.h — the mailbox worker: one folder's mails handed to klachtd, acknowledged when
 * it says that they are filed.
 *
 * Source:  docs/wire.md "klachtd <-> klachtd-mailbox". A mail is known by (uidvalidity, uid); the
 *          process may die at any moment: what was handed out and not acknowledged is asked for
 *          with known? by the next one, or handed out again.
 * Files:   mailbox.c (main, connecting, waiting), mailbox_frames.c (what klachtd says),
 *          mailbox_rounds.c (one connection's work).
 * Returns: 0; FAIL_FATAL: the channel is closed or broken, end the process; FAIL_RETRY,
 *          FAIL_CONFIG: connect again later, m->reason says why.
 */
#ifndef KLACHTD_SOURCES_MAILBOX_H
#define KLACHTD_SOURCES_MAILBOX_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/wire.h"
#include "sources/imap.h"
#include "sources/uids.h"

struct mailbox {
	json_t *start;			/* owned; the strings below are borrowed from it */
	const char *user;
	bool xoauth2, once, check;
	struct imap_options imap_options;
	int64_t poll_us;		/* at most 28 min: IDLE is renewed with it (RFC 2177) */
	size_t window;
	size_t ask;			/* UIDs in the next FETCH of sizes, after one that failed; 0: all that fit */
	uint64_t window_bytes, max_document_bytes;

	struct imap *imap;		/* owned; NULL: not connected */
	enum reason reason;		/* of the last failure */
	unsigned failures;		/* in a row */
	bool refused;			/* the password was */
	uint32_t uidvalidity;		/* that of uids; 0: none yet */
	struct uids uids;

	bool asking;			/* known? is out */
	bool search_due;		/* something was said since the last search: mail may have come unseen */
	bool empty_told, idle_told, missing_told;
	int64_t next_scan_us;		/* full scan; clock_mono_us() */
	int64_t filed_since_us;		/* when the first that waits for its acknowledgement was filed */
	int64_t fetched_us;
};

/* Reads the start frame, which m keeps. FAIL_FATAL: it breaks the schema. */
int mailbox_start(struct mailbox *m, json_t *start, struct error *err);
/* One frame of klachtd; takes msg and fds. */
int mailbox_frame(struct mailbox *m, json_t *msg, struct wire_fds *fds, struct error *err);
/* All frames that are there. */
int mailbox_frames(struct mailbox *m, struct error *err);

/* The state "connected"; with reason folder when the processed folder cannot be used. */
int mailbox_tell_connected(struct mailbox *m, struct error *err);

/* Works on the selected folder until the connection fails or the channel ends. */
int mailbox_rounds(struct mailbox *m, struct error *err);

#endif
