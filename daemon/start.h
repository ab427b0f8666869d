/* daemon/start.h — what the network workers are told first, and their secrets: one place for the service and for --check (docs/wire.md).
 *
 * Owner:   frames are new references, NULL when out of memory; the caller may add keys ("once", "check").
 * Returns: secrets: 0; FAIL_CONFIG when there is none: the worker is told as well, and *err says where it was looked for.
 */
#ifndef KLACHTD_DAEMON_START_H
#define KLACHTD_DAEMON_START_H

#include <jansson.h>

#include "daemon/config.h"
#include "daemon/worker.h"

json_t *start_mailbox(const struct config *c, const struct config_mailbox *m);
json_t *start_sender(const struct config_smtp *s);

/* Answers "secret?" with the file, opened anew. */
int start_mailbox_secret(struct worker *w, const struct config_mailbox *m, struct error *err);
int start_sender_secret(struct worker *w, const struct config_smtp *s, struct error *err);

#endif
