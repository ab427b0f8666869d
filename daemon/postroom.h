/* daemon/postroom.h — klachtd's side of one letterbox (postkamer): scans to intake, their fate back to the folder. */
#ifndef KLACHTD_DAEMON_POSTROOM_H
#define KLACHTD_DAEMON_POSTROOM_H

#include "daemon/service.h"

struct postroom;

/* c is borrowed until postroom_close. A folder that cannot be used is said, and tried again: the other sources work meanwhile. Returns 0; FAIL_RETRY no memory. */
int postroom_open(struct service *s, const struct config_letterbox *c, struct postroom **ret, struct error *err);
void postroom_close(struct postroom *p);	/* accepts NULL */
const char *postroom_name(const struct postroom *p);
const struct config_letterbox *postroom_config(const struct postroom *p);
/* --once: nothing waits, settles, may still grow or is out. */
bool postroom_idle(const struct postroom *p);
/* --once: something stays behind: put off, or the folder cannot be used. */
bool postroom_deferred(const struct postroom *p);
int postroom_print_dir(const struct postroom *p);	/* borrowed fd of print/; -1: the folder cannot be used now */

#endif
