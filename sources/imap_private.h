/* sources/imap_private.h — what the files of sources/imap.h share. */
#ifndef KLACHTD_SOURCES_IMAP_PRIVATE_H
#define KLACHTD_SOURCES_IMAP_PRIVATE_H

#include <libetpan/libetpan.h>

#include "base/clock.h"
#include "sources/imap.h"

#define COMMAND_US (60 * US_PER_SECOND)
#define ANSWER_BYTES (256u << 10)
#define BYTES_PER_SECOND 32768		/* a server slower than this while sending a mail is given up */

struct imap {
	struct stream *stream;			/* owned */
	mailimap *session;			/* owned */
	char *folder, *processed;		/* owned, as configured */
	char *folder_wire, *processed_wire;	/* owned: with prefix, delimiter, modified UTF-7 */
	enum reason reason;
	bool dead;				/* the protocol's state is unknown: say nothing more */
	bool changed;				/* EXISTS came before IDLE's "+" */
	bool look_only, idle, idling, can_move, can_uidplus, can_keyword, processed_missing;
	uint32_t uidvalidity;
};

/* What libetpan returned -> 0, FAIL_ITEM (a tagged NO, named by refused) or FAIL_RETRY (dead).
 * doing: "SELECT Verwerkt". */
int imap_result(struct imap *i, int r, enum reason refused, const char *doing, struct error *err);
/* FAIL_RETRY, dead, for a server that breaks the rules. */
int imap_broken(struct imap *i, const char *what, struct error *err);
void imap_command(struct imap *i, uint64_t max_bytes);
/* A command without arguments that need quoting; its untagged answers stand in the session
 * afterwards. */
int imap_simple(struct imap *i, const char *command, enum reason refused, const char *doing, struct error *err);
/* Asks for CAPABILITY anew: what was said earlier does not count after TLS or a login. */
int imap_capability(struct imap *i, struct error *err);
bool imap_has(const struct imap *i, const char *capability);
bool imap_has_auth(const struct imap *i, const char *mechanism);
/* uids must ascend; runs become ranges. NULL: out of memory. */
struct mailimap_set *imap_set(const uint32_t *uids, size_t n);

#endif
