/* daemon/control.h — /run/klachtd/control: the verbs of klachtctl that change something (docs/wire.md).
 *
 * SO_PEERCRED is the "who" of the history. Root, klachtd's own user and members of the socket's group may speak; the file's mode 0660 says so.
 * With the daemon stopped, klachtctl carries the same verbs out itself through control_verb().
 */
#ifndef KLACHTD_DAEMON_CONTROL_H
#define KLACHTD_DAEMON_CONTROL_H

#include "daemon/service.h"

struct control;

int control_open(struct service *s, struct control **ret, struct error *err);
void control_close(struct control *c);	/* accepts NULL; unlinks the socket */

/* One verb on the register: release, suppress, printed, complaint (a doubtful machine mail becomes one). Adds lines and objects to *answer (new reference).
 * Returns 0 done, 1 not found or refused, or a FAIL_*. */
int control_verb(struct reg *reg, const json_t *request, const char *who, json_t **ret_answer, struct error *err);

#endif
