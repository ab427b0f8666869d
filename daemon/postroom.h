/* daemon/postroom.h — klachtd's side of one letterbox (postkamer): scans to intake, their fate back to the folder. */
#ifndef KLACHTD_DAEMON_POSTROOM_H
#define KLACHTD_DAEMON_POSTROOM_H

#include "daemon/service.h"

struct postroom;

/* c is borrowed until postroom_close. Returns 0; FAIL_CONFIG the folder cannot be used (a fault that may pass is retried by the letterbox itself). */
int postroom_open(struct service *s, const struct config_letterbox *c, struct postroom **ret, struct error *err);
void postroom_close(struct postroom *p);	/* accepts NULL */
const char *postroom_name(const struct postroom *p);
const struct config_letterbox *postroom_config(const struct postroom *p);
bool postroom_idle(const struct postroom *p);
int postroom_print_dir(const struct postroom *p);	/* borrowed fd of print/ */

#endif
