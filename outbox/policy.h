/* outbox/policy.h — the states of a receipt and what each event does to it: one table, no empty cell.
 *
 * Source:  design section 2 "The outbox"; RFC 5321 section 4.2.5 (after the final dot), RFC 3463.
 * Pure: time and randomness are arguments. SMTP speaks elsewhere (outbox/smtp.h); here is decided.
 */
#ifndef KLACHTD_OUTBOX_POLICY_H
#define KLACHTD_OUTBOX_POLICY_H

#include <stdbool.h>
#include <stdint.h>

enum outbox_state {
	OUTBOX_QUEUED, OUTBOX_HELD, OUTBOX_SENDING, OUTBOX_SENT, OUTBOX_UNCERTAIN, OUTBOX_DELIVERED, OUTBOX_BOUNCED, OUTBOX_FAILED,
	OUTBOX_SUPPRESSED, OUTBOX_TO_PRINT, OUTBOX_PRINTED, OUTBOX_STATES
};
enum outbox_event {
	OUTBOX_EV_START,	/* handed to the sender */
	OUTBOX_EV_ACCEPTED,	/* 2xx to the final dot */
	OUTBOX_EV_RETRY,	/* 4xx, or the connection failed before the final dot */
	OUTBOX_EV_REFUSED,	/* 5xx, or no mail can be made of it */
	OUTBOX_EV_LOST,		/* the connection died between the final dot and its reply */
	OUTBOX_EV_CRASHED,	/* found in "sending" by a klachtd that may take it over */
	OUTBOX_EV_RELEASE, OUTBOX_EV_SUPPRESS, OUTBOX_EV_HOLD,
	OUTBOX_EV_DELIVERED, OUTBOX_EV_BOUNCED,		/* a report about it came in */
	OUTBOX_EV_PRINT,	/* a PDF letter was asked for */
	OUTBOX_EV_PRINTED, OUTBOX_EVENTS
};
const char *outbox_state_name(enum outbox_state s);	/* "queued", "to-print", ... */
int outbox_state_from(const char *name, enum outbox_state *ret);	/* 1, or 0 for no such name */

/* The state after; -1: this event has no meaning in that state (the caller refuses it). */
int outbox_next(enum outbox_state s, enum outbox_event e);

/* When to try again: 1 min doubling to 4 h, +-20 % by jitter (0..1); attempts counts those made (1: the first has just failed).
 * 0: give up, now is at or past give_up_us: the caller then applies OUTBOX_EV_REFUSED instead of OUTBOX_EV_RETRY. give_up_us 0: never.
 * A time beyond give_up_us becomes give_up_us: there is always a last try at the end. */
int64_t outbox_retry_at(int attempts, double jitter, int64_t now_us, int64_t give_up_us);

/* Limits before a receipt is queued: per sender and day, in all per hour (a breaker: nothing is lost, the rest is held).
 * The counts are those already queued or sent, without this one. */
enum outbox_limit { OUTBOX_FREE, OUTBOX_SENDER_LIMIT, OUTBOX_HOUR_LIMIT };
enum outbox_limit outbox_limit(int64_t sender_today, int64_t total_hour, int max_per_sender_per_day, int max_per_hour);

#endif
