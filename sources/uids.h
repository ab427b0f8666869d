/* sources/uids.h — what the mailbox worker knows of the mails in its folder, by UID. Pure.
 *
 * Owner:   struct uids belongs to the caller (zeroed at first; uids_clear). Pointers to entries
 *          hold until the next uids_add or uids_sweep.
 * Life:    NEW -> (known?) -> FILED or READY -> OUT -> FILED or LATER; FILED -> DONE. A full scan
 *          drops what the folder no longer holds, and makes LATER (and BAD, when its time has
 *          come) NEW again.
 */
#ifndef KLACHTD_SOURCES_UIDS_H
#define KLACHTD_SOURCES_UIDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum uid_state {
	UID_NEW,	/* seen in a search, nothing else known */
	UID_READY,	/* not on the register; its size is known; to be fetched */
	UID_OUT,	/* handed out, not answered */
	UID_FILED,	/* on the register; to be acknowledged */
	UID_DONE,	/* acknowledged */
	UID_LATER,	/* answered "later": again at the next full scan */
	UID_BAD,	/* could not be fetched: again at a full scan after retry_at_us */
	UID_STATES,
};

struct uid_entry {
	uint32_t uid;
	uint8_t state, tries;		/* tries: fetches that failed */
	bool too_large;
	uint64_t bytes;
	int64_t internaldate_us, retry_at_us;
};

struct uids {
	struct uid_entry *list;		/* owned; ascending */
	size_t n, room;
	size_t count[UID_STATES];
	uint64_t out_bytes;		/* sum of what is OUT */
};

/* Enters what is not there as NEW. uids ascending. Returns 0, -1 out of memory. */
int uids_add(struct uids *u, const uint32_t *uids, size_t n);
/* After a full scan that found uids (ascending): drops entries that are not among them, but for
 * OUT; LATER and due BAD become NEW. */
void uids_sweep(struct uids *u, const uint32_t *uids, size_t n, int64_t now_us);
struct uid_entry *uids_find(struct uids *u, uint32_t uid);	/* NULL: not there */
void uids_set(struct uids *u, struct uid_entry *e, enum uid_state state);
/* The first max UIDs in this state, ascending; returns how many. */
size_t uids_take(const struct uids *u, enum uid_state state, uint32_t *ret, size_t max);
void uids_drop(struct uids *u, uint32_t uid);
uint32_t uids_highest(const struct uids *u);
void uids_clear(struct uids *u);

#endif
