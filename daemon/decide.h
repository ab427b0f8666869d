/* daemon/decide.h — what becomes of a record: number, terms, parent, receipt. The reader claims, intake checks.
 *
 * Source:  design section 1 (what a kind means) and 2 (claims and facts); issue rules for follow-ups, limits, not_before.
 * Intake may only lower a receipt verdict (send -> hold -> never).
 * Owner:   the decision owns its review array and strings it computed; decision_free(). It borrows from the record.
 */
#ifndef KLACHTD_DAEMON_DECIDE_H
#define KLACHTD_DAEMON_DECIDE_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "daemon/config.h"
#include "register/register.h"

struct decide_context {
	struct reg *reg;
	const struct config *config;
	int64_t received_us, now_us;
	bool too_large;			/* only its header was read: filed as unreadable */
};

struct decision {
	bool arrival_only;		/* machine mail: no number, no receipt */
	bool doubtful;			/* of which somebody must look (list --review) */
	struct reg_entry entry;		/* what reg_submit wants; entry.record is borrowed, entry.review owned */
	char parent[16];
	bool breaker;			/* held because of the hourly limit */
	char about_receipt[200];	/* a report about a receipt of ours: its Message-ID; "" */
	const char *about_state;	/* "bounced" | "delivered" */
};

/* Returns 0, or FAIL_RETRY when the register could not be asked. */
int decide(const struct decide_context *ctx, const json_t *record, struct decision *ret, struct error *err);

/* Has this sender (of a record or of klachtctl show) a postal address that a letter can be sent to? */
bool decide_postal(const json_t *sender);
void decision_free(struct decision *d);

#endif
