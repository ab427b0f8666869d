/* sources/letterbox_p.h — the letterbox's own parts: folders, files seen, claims.
 *
 * Private to sources/letterbox*.c. Everything works on one struct letterbox; what goes wrong is told to letterbox_complain(), and the look passes the
 * first of each kind on as the fault.
 */
#ifndef KLACHTD_SOURCES_LETTERBOX_P_H
#define KLACHTD_SOURCES_LETTERBOX_P_H

#include <sys/stat.h>

#include "sources/claim.h"
#include "sources/letterbox.h"

struct seen {			/* a file in the folder */
	char *name;		/* owned */
	ino_t ino;
	int64_t bytes, mtime_us;
	int64_t first_us;	/* UTC */
	int64_t still_since_us;	/* monotonic: since when neither size nor mtime changed */
	bool renamed;		/* came by rename: whole at once */
	bool here;		/* at the last look */
	bool locked;		/* it could not be opened */
};

enum claim_state { CLAIM_WAITS, CLAIM_DEFERRED, CLAIM_OUT, CLAIM_LEAVES };

struct claim {			/* a file in work/ */
	uint64_t id;
	struct claim_name name;
	char work[CLAIM_NAME_SIZE];
	enum claim_state state;
	int64_t at_us;		/* monotonic: when to hand it out; when it was handed out */
	char unread[120];	/* why it could not be read at the last try; "" */
	enum letterbox_fate fate;
	char *label, *reason;	/* owned: CLAIM_LEAVES */
};

struct fault {
	struct error why;	/* of this look; kind 0: none */
	const char *about, *told;	/* what it is about, and what was last told; NULL: nothing */
};

struct letterbox {
	struct letterbox_options o;
	char *name, *directory;	/* owned */
	const struct letterbox_ops *ops;
	void *arg;
	sd_event *event;
	sd_event_source *timer, *inotify;
	int dir, work, archive, failed, print;
	struct seen *seen;
	size_t n_seen;
	struct claim **claims;
	size_t n_claims;
	uint64_t last_id;
	unsigned sequence;
	bool looked, again;
	struct fault faults[LETTERBOX_FAULTS];
};

/* Notes the first thing of its kind that is wrong at this look. What it is about is the format, a constant: it is told anew when that is another one. */
void letterbox_complain(struct letterbox *b, enum letterbox_fault kind, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Makes and opens a folder of ours: an fd, or FAIL_CONFIG. */
int letterbox_sub_folder(int dir, const char *name, int flags, struct error *err);
void letterbox_wake_after(struct letterbox *b, int64_t us);

/* ---- letterbox_seen.c: files in the folder ---- */
int64_t scan_mtime_us(const struct stat *st);
int scan_open(int dir, const char *name, struct stat *st);	/* an fd, or -1 and errno */
bool scan_has_writer(int fd);
struct seen *seen_find(struct letterbox *b, const char *name);
void seen_note(struct letterbox *b, const char *name, const struct stat *st);
void seen_forget(struct letterbox *b, size_t i);
void seen_look(struct letterbox *b);
/* How long it must lie still; whole: its container has its end. */
int64_t seen_settle_us(const struct letterbox *b, const struct seen *s, bool whole);
/* Claims what is ready, the oldest first, as far as the window reaches. */
void seen_take_ready(struct letterbox *b);

/* ---- letterbox_claims.c: files in work/ ---- */
struct claim *claims_add(struct letterbox *b, const struct claim_name *name);	/* NULL: no memory */
void claims_drop(struct letterbox *b);						/* all, from memory only */
size_t claims_count(const struct letterbox *b, enum claim_state state);
/* What an earlier life left in work/. */
int claims_find(struct letterbox *b, struct error *err);
void claims_hand_out(struct letterbox *b);
/* Tries again to move what could not be moved. */
void claims_leave_late(struct letterbox *b);

#endif
