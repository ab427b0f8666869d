/* reader/client_host.h — one zygote (klachtd-reader, klachtd-charset-reader or klachtd-letter-reader), as its client sees it.
 *
 * Callbacks come from the event loop (or from host_wait_ready). After gone the host is down: host_free() it, but from no callback of its own. What it sends is checked here; a frame
 * that breaks the rules ends it.
 */
#ifndef KLACHTD_READER_CLIENT_HOST_H
#define KLACHTD_READER_CLIENT_HOST_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <systemd/sd-event.h>

#include "base/error.h"

struct host;

struct child_end {
	enum child_status { CHILD_OK, CHILD_CODE, CHILD_SIGNAL, CHILD_LIMIT } status;
	int number;			/* of the signal, or the exit code */
};

struct host_events {
	void (*ready)(struct host *h, void *arg);
	void (*ended)(struct host *h, int64_t id, const struct child_end *end, void *arg);
	void (*gone)(struct host *h, const char *why, void *arg);	/* why: for the journal */
	void *arg;
};

struct host_kind {
	const char *program;
	int cpu_s;
	int64_t memory_bytes;
};

int host_new(sd_event *event, const struct host_kind *kind, const json_t *rules, const struct host_events *on, struct host **ret, struct error *err);
/* Ends it now: gone is called. */
void host_end(struct host *h, const char *why);
/* Closes its channel and kills it; its children die with it. Accepts NULL. */
void host_free(struct host *h);

bool host_ready(const struct host *h);
const char *host_missing(const struct host *h);		/* layers of the sandbox that do not stand, or "" */
unsigned host_active(const struct host *h);		/* children that have not ended */
int64_t host_since_us(const struct host *h);		/* CLOCK_MONOTONIC of the last start or end of anything in it */
bool host_waiting(const struct host *h);		/* started, not yet ready */

int host_rules(struct host *h, const json_t *rules, struct error *err);
/* frame: the "read" frame (borrowed); FAIL_RETRY: its queue is full. */
int host_read(struct host *h, const json_t *frame, int document, int channel, struct error *err);
void host_kill_child(struct host *h, int64_t id);

/* Waits for "ready" without the loop: for --check. FAIL_RETRY when it does not come in time, FAIL_CONFIG with its reason when it cannot. */
int host_wait_ready(struct host *h, int timeout_ms, struct error *err);

#endif
