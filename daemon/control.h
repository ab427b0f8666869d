/* daemon/control.h — /run/klachtd/control: the verbs of klachtctl that change something (docs/wire.md).
 *
 * SO_PEERCRED is the "who" of the history. Root, klachtd's own user and members of the socket's group may speak; the file's mode 0660 says so.
 * The verbs themselves: daemon/verbs.h.
 */
#ifndef KLACHTD_DAEMON_CONTROL_H
#define KLACHTD_DAEMON_CONTROL_H

#include "daemon/service.h"

struct control;

int control_open(struct service *s, struct control **ret, struct error *err);
void control_close(struct control *c);	/* accepts NULL; unlinks the socket */

#endif
