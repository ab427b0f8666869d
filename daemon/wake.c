#include "daemon/wake.h"

static int on_time(sd_event_source *source, uint64_t now, void *arg)
{
	struct wake *w = arg;
	(void)source;
	(void)now;
	w->call(w->arg);
	return 0;
}

int wake_in(struct wake *w, int64_t us)
{
	wake_stop(w);
	return sd_event_add_time_relative(w->event, &w->source, CLOCK_MONOTONIC, (uint64_t)(us > 0 ? us : 1), 0, on_time, w);
}

void wake_stop(struct wake *w)
{
	w->source = sd_event_source_disable_unref(w->source);
}
