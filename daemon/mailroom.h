/* daemon/mailroom.h — klachtd's side of one mailbox: its worker, its items under way, its faults (docs/wire.md, klachtd-mailbox). */
#ifndef KLACHTD_DAEMON_MAILROOM_H
#define KLACHTD_DAEMON_MAILROOM_H

#include "daemon/service.h"

struct mailroom;

/* c is borrowed until mailroom_close. Returns 0; FAIL_CONFIG the worker cannot be run. */
int mailroom_open(struct service *s, const struct config_mailbox *c, struct mailroom **ret, struct error *err);
void mailroom_close(struct mailroom *m);	/* accepts NULL */

const char *mailroom_name(const struct mailroom *m);
const struct config_mailbox *mailroom_config(const struct mailroom *m);
/* --once: the folder was searched and nothing is out, or it cannot be reached (then s->undone is set). */
bool mailroom_idle(const struct mailroom *m);

#endif
