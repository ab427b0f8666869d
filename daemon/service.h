/* daemon/service.h — what the parts of klachtd share: one loop, one register, one reader. The service owns all of it and outlives every part. */
#ifndef KLACHTD_DAEMON_SERVICE_H
#define KLACHTD_DAEMON_SERVICE_H

#include <stdbool.h>
#include <systemd/sd-event.h>

#include "daemon/config.h"
#include "daemon/intake.h"
#include "reader/reading.h"
#include "register/register.h"

struct service {
	sd_event *event;
	struct config *config;		/* replaced at reload */
	struct reg *reg;
	json_t *rules;			/* what the reader knows of us; as config */
	struct reading *reading;
	struct intake *intake;
	struct dispatch *dispatch;
	struct printing *printing;
	struct control *control;
	struct mailroom **mailrooms;	/* one a [mailbox] */
	size_t n_mailrooms;
	struct postroom **postrooms;	/* one a [letterbox] */
	size_t n_postrooms;
	int lock_fd;			/* flock on the state directory; inherited by the sender */
	char instance[40];
	bool once, undone;		/* --once: something was left undone */
	sd_event_source *tick;
	int64_t last_overdue_day;
};

enum service_mode { SERVICE_DAEMON, SERVICE_ONCE };

/* Runs until it is told to stop (SERVICE_DAEMON) or everything is done (SERVICE_ONCE).
 * Returns the exit status: 0; 1 something was left undone; 2 configuration; 3 another fault (said in the journal). */
int service_run(const char *config_file, enum service_mode mode);


/* Re-reads the configuration; on a bad one the old stays: FAIL_CONFIG. */
int service_reload(struct service *s, struct error *err);

/* --once: a part has become idle; the service ends when all are. */
void service_maybe_done(struct service *s);

#endif
