#include "outbox/policy.h"

#include <string.h>

#include "base/backoff.h"

#define RETRY_FIRST_US (INT64_C(60) * 1000000)
#define RETRY_LAST_US (INT64_C(4) * 3600 * 1000000)
#define RETRY_SPREAD 0.2

/* Short names, so that a row of the table fits a line. */
enum {
	QU = OUTBOX_QUEUED, HE = OUTBOX_HELD, SE = OUTBOX_SENDING, ST = OUTBOX_SENT, UN = OUTBOX_UNCERTAIN, DE = OUTBOX_DELIVERED,
	BO = OUTBOX_BOUNCED, FA = OUTBOX_FAILED, SU = OUTBOX_SUPPRESSED, TP = OUTBOX_TO_PRINT, PR = OUTBOX_PRINTED, NO = -1
};

/*
 * The reasons, where a cell is not plain:
 * - Only "sending" hears the sender. What a report made of it meanwhile, and what a person made of that, hears it too and stays: the report
 *   (on an earlier, uncertain copy, or a quick one) may come in while the copy is under way. "queued" and "uncertain" hear "refused": no mail
 *   could be made of it.
 * - A report carries our keyed Message-ID: it proves that a copy went out, whatever a restored or interrupted register says. So "queued",
 *   "held" and "failed" believe it, and no second receipt follows.
 * - Release never touches "sent" or "delivered": it would be a second receipt. On "queued" and "uncertain" it means "now, not at the
 *   next try". "uncertain" stays uncertain, or the register would forget that this copy may be the second.
 * - Suppress and hold cannot call back what is on the wire.
 * - A letter (to-print) is not held: it goes when a person posts it. It can be suppressed. "held" without an e-mail address is released to be printed.
 * - A person has read it: no later bounce (of a forwarded copy) makes "delivered" less true. Paper is out of reach of reports.
 */
static const signed char TABLE[OUTBOX_STATES][OUTBOX_EVENTS] = {
	/*                      start accept retry refused lost crash release suppr hold deliv bounce print printed */
	[OUTBOX_QUEUED]     = { SE,   NO,    NO,   FA,     NO,  NO,   QU,     SU,   HE,  DE,   BO,    TP,   NO },
	[OUTBOX_HELD]       = { NO,   NO,    NO,   NO,     NO,  NO,   QU,     SU,   HE,  DE,   BO,    TP,   NO },
	[OUTBOX_SENDING]    = { NO,   ST,    QU,   FA,     UN,  UN,   NO,     NO,   NO,  DE,   BO,    NO,   NO },
	[OUTBOX_SENT]       = { NO,   NO,    NO,   NO,     NO,  NO,   NO,     NO,   NO,  DE,   BO,    NO,   NO },
	[OUTBOX_UNCERTAIN]  = { SE,   NO,    NO,   FA,     NO,  NO,   UN,     SU,   HE,  DE,   BO,    TP,   NO },
	[OUTBOX_DELIVERED]  = { NO,   DE,    DE,   DE,     DE,  NO,   NO,     NO,   NO,  DE,   DE,    NO,   NO },
	[OUTBOX_BOUNCED]    = { NO,   BO,    BO,   BO,     BO,  NO,   QU,     SU,   NO,  DE,   BO,    TP,   NO },
	[OUTBOX_FAILED]     = { NO,   NO,    NO,   NO,     NO,  NO,   QU,     SU,   NO,  DE,   BO,    TP,   NO },
	[OUTBOX_SUPPRESSED] = { NO,   SU,    SU,   SU,     SU,  NO,   QU,     SU,   NO,  DE,   SU,    TP,   NO },
	[OUTBOX_TO_PRINT]   = { NO,   TP,    TP,   TP,     TP,  NO,   NO,     SU,   NO,  DE,   TP,    TP,   PR },
	[OUTBOX_PRINTED]    = { NO,   PR,    PR,   PR,     PR,  NO,   NO,     NO,   NO,  PR,   PR,    TP,   PR },
};

static const char *const NAMES[OUTBOX_STATES] = {
	[OUTBOX_QUEUED] = "queued", [OUTBOX_HELD] = "held", [OUTBOX_SENDING] = "sending", [OUTBOX_SENT] = "sent",
	[OUTBOX_UNCERTAIN] = "uncertain", [OUTBOX_DELIVERED] = "delivered", [OUTBOX_BOUNCED] = "bounced",
	[OUTBOX_FAILED] = "failed", [OUTBOX_SUPPRESSED] = "suppressed", [OUTBOX_TO_PRINT] = "to-print",
	[OUTBOX_PRINTED] = "printed",
};

const char *outbox_state_name(enum outbox_state s)
{
	return (unsigned)s < OUTBOX_STATES ? NAMES[s] : "unknown";
}

int outbox_state_from(const char *name, enum outbox_state *ret)
{
	for (unsigned s = 0; name && s < OUTBOX_STATES; s++) {
		if (strcmp(name, NAMES[s]) == 0) {
			*ret = (enum outbox_state)s;
			return 1;
		}
	}
	return 0;
}

int outbox_next(enum outbox_state s, enum outbox_event e)
{
	return (unsigned)s < OUTBOX_STATES && (unsigned)e < OUTBOX_EVENTS ? TABLE[s][e] : NO;
}

int64_t outbox_retry_at(int attempts, double jitter, int64_t now_us, int64_t give_up_us)
{
	if (give_up_us > 0 && now_us >= give_up_us)
		return 0;
	int64_t wait = backoff_doubled_us(attempts > 0 ? (unsigned)attempts : 0, RETRY_FIRST_US, RETRY_LAST_US);
	if (!(jitter >= 0 && jitter <= 1))	/* not a number, too */
		jitter = 0.5;
	int64_t at = now_us + (int64_t)((double)wait * (1 - RETRY_SPREAD + 2 * RETRY_SPREAD * jitter));
	/* the last try stands at the end itself, not up to 4 h before it */
	return give_up_us > 0 && at > give_up_us ? give_up_us : at;
}

enum outbox_limit outbox_limit(int64_t sender_today, int64_t total_hour, int max_per_sender_per_day, int max_per_hour)
{
	if (sender_today >= max_per_sender_per_day)
		return OUTBOX_SENDER_LIMIT;
	return total_hour >= max_per_hour ? OUTBOX_HOUR_LIMIT : OUTBOX_FREE;
}
