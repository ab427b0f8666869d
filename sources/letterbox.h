/* sources/letterbox.h — a drop folder of scans: next, done.
 *
 * Source:  design section 2, ocr.md section 5. inotify is only a wake-up; the folder is polled always. A file is taken when it is complete: settle time over,
 *          no writer (lease), whole container by magic bytes, same size and mtime before and after it was copied to a sealed memfd. Claimed by
 *          renameat2(RENAME_NOREPLACE) into work/; filed; then moved to archive/YYYY/MM/ with the complaint number in its name, or to failed/ with a
 *          .reason.txt beside it (Dutch, for the mailroom). Nothing is ever unlinked.
 *          What is no plain file with one name stays where it is and is LETTERBOX_ODD while it lies there. A file over max_bytes is handed out all the same,
 *          too_large set and its beginning, end and length as fd. An empty file is handed out after an hour: somebody meant to send something.
 * Loop:    on the sd_event given. item is called from the loop; at most window items are out at a time.
 * Returns: 0; FAIL_CONFIG folder missing, not writable, or another letterbox's; FAIL_RETRY.
 */
#ifndef KLACHTD_SOURCES_LETTERBOX_H
#define KLACHTD_SOURCES_LETTERBOX_H

#include <stdbool.h>
#include <stdint.h>
#include <systemd/sd-event.h>

#include "base/error.h"

struct letterbox;

struct letterbox_options {
	const char *name, *directory;
	int64_t settle_us, settle_renamed_us;	/* 10 s, 2 s */
	int64_t poll_us;			/* 0: 10 s */
	int window;				/* 0: 4 */
	uint64_t max_bytes;			/* 0: 64 MiB */
	int64_t stuck_us;			/* 0: 1 h; then an empty file is handed out */
};

struct letterbox_item {
	uint64_t id;			/* for letterbox_done */
	const char *file;		/* name as dropped, cleaned */
	int fd;				/* sealed memfd; owned by the receiver of the callback */
	int64_t received_us;		/* first sight, or mtime if earlier and at most 10 days old */
	int attempts;			/* earlier tries of this file, also in earlier lives (kept in work/, in the claim's name) */
	uint64_t bytes;			/* of the file */
	bool too_large;			/* fd holds its first MiB, last 64 KiB and length only */
};
/* LETTERBOX_STOPS: scans stay where they are. LETTERBOX_ODD: something else lies in the folder; scans are read all the same. */
enum letterbox_fault { LETTERBOX_STOPS, LETTERBOX_ODD, LETTERBOX_FAULTS };

struct letterbox_ops {
	void (*item)(struct letterbox *box, struct letterbox_item *item, void *arg);
	/* One call when one starts (why), or becomes another, and one when it ends (why NULL); each kind by itself. */
	void (*fault)(struct letterbox *box, enum letterbox_fault kind, const struct error *why, void *arg);
	void (*looked)(struct letterbox *box, void *arg);	/* after each look: letterbox_idle() may have changed; NULL */
};

/* ops are borrowed as long as it is open. */
int letterbox_open(sd_event *event, const struct letterbox_options *o, const struct letterbox_ops *ops, void *arg, struct letterbox **ret, struct error *err);
void letterbox_close(struct letterbox *b);	/* accepts NULL; claims stay in work/ and are found again at the next start */

enum letterbox_fate {
	LETTERBOX_FILED,	/* to archive/YYYY/MM/, label (the complaint number(s)) in the name */
	LETTERBOX_FAILED,	/* to failed/, with reason (Dutch sentence and code) beside it */
	LETTERBOX_LATER,	/* stays in work/; handed out again after delay_us */
};
/* Told once per item, after the commit. FAIL_RETRY: the file could not be moved now; that is tried again at every look, and is a fault until then. FAIL_ITEM: no such
 * id. Harmless when repeated after a crash: a claim in work/ is handed out again and the register knows it. */
int letterbox_done(struct letterbox *b, uint64_t id, enum letterbox_fate fate, const char *label, const char *reason_code, const char *reason_text,
		   int64_t delay_us, struct error *err);

/* --once: true when nothing waits, settles or is out; items put off with LETTERBOX_LATER do not count: */
bool letterbox_idle(const struct letterbox *b);
size_t letterbox_deferred(const struct letterbox *b);
/* How long the oldest item has been out. */
int64_t letterbox_oldest_us(const struct letterbox *b);
/* Where printed letters go: an O_PATH|O_DIRECTORY fd of print/, borrowed. */
int letterbox_print_dir(const struct letterbox *b);

#endif
