/* daemon/wake.h — a part's own alarm: at most one is set, a later one takes its place. */
#ifndef KLACHTD_DAEMON_WAKE_H
#define KLACHTD_DAEMON_WAKE_H

#include <stdint.h>
#include <systemd/sd-event.h>

struct wake {
	sd_event *event;	/* borrowed */
	void (*call)(void *arg);
	void *arg;
	sd_event_source *source;	/* owned: wake_stop */
};

/* From now; at or below 0: at the next turn of the loop. 0, or below without memory. */
int wake_in(struct wake *w, int64_t us);
void wake_stop(struct wake *w);

#endif
