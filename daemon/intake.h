/* daemon/intake.h — an item from a source through the reader onto the register, and its fate back to the source.
 *
 * Order:   hash, read, decide, reg_submit; after the commit: one journal line a record, then done(). Whatever dies in between, the item is still at
 *          its source and comes again; the register knows what it has seen.
 * Loop:    on the service's sd_event; done is called once per item, from the loop.
 */
#ifndef KLACHTD_DAEMON_INTAKE_H
#define KLACHTD_DAEMON_INTAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "daemon/config.h"
#include "reader/reading.h"
#include "register/register.h"

struct intake;

enum intake_fate {
	INTAKE_FILED,		/* on the register: acknowledge */
	INTAKE_UNREADABLE,	/* on the register as unreadable: acknowledge, the mailroom should look (failed/) */
	INTAKE_LATER,		/* not on the register: offer it again after delay_us */
};

struct intake_result {
	enum intake_fate fate;
	char label[200];	/* the complaint numbers, "-" between; "" for an arrival without number */
	const char *reason;	/* for the mailroom, Dutch; NULL */
	const char *code;	/* of the reason: "unreadable", "too-large"; NULL */
	bool growing;		/* INTAKE_LATER: nothing is wrong, the file may not be whole yet */
	int64_t delay_us, arrival_id;
};
typedef void intake_done(const struct intake_result *result, void *arg);

struct intake_item {		/* strings are copied, fd is duplicated */
	const char *channel;	/* email | letter */
	const char *source;	/* mailbox or letterbox by name */
	const char *server;	/* mail: whose UIDs (reg_origin); NULL */
	const char *folder;	/* mail: the folder; scan: the file's name */
	int64_t uidvalidity, uid;
	int fd;
	int64_t received_us;
	int attempts;		/* earlier tries of this item */
	bool too_large;		/* fd holds only what stands for it: a mail's header, a scan's beginning and end */
	intake_done *done;
	void *arg;
	const void *owner;	/* for intake_forget */
};

int intake_new(struct reg *reg, struct reading *reading, const struct config *config, struct intake **ret, struct error *err);
void intake_free(struct intake *in);	/* accepts NULL; no callbacks */
void intake_set_config(struct intake *in, const struct config *config);

/* 0; FAIL_RETRY when there is no memory or no reader: the source keeps it. */
int intake_offer(struct intake *in, const struct intake_item *item, struct error *err);
/* The source is gone: its items are finished without callback. */
void intake_forget(struct intake *in, const void *owner);

size_t intake_pending(const struct intake *in);
int64_t intake_oldest_us(const struct intake *in);	/* how long the oldest item has been here; 0: none */
/* The register turned out to be damaged while it was asked about an item: true and *ret. */
bool intake_damage(const struct intake *in, struct error *ret);
/* Called after commits that made receipts to be sent or printed, or (reported) moved one that was there. */
void intake_on_receipts(struct intake *in, void (*kick)(void *arg, bool reported), void *arg);

#endif
