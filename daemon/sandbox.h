/* daemon/sandbox.h — does a worker's "ready" frame name every layer of the lock? A missing one is an err line, never silence. */
#ifndef KLACHTD_DAEMON_SANDBOX_H
#define KLACHTD_DAEMON_SANDBOX_H

#include <jansson.h>
#include <stdbool.h>

/* True when both layers stand; *ret_missing: what does not ("landlock", "seccomp", "landlock and seccomp"). */
bool sandbox_whole(const json_t *ready, const char **ret_missing);
/* Says it in the journal, once per program. */
void sandbox_say(const char *program, const json_t *ready);

#endif
