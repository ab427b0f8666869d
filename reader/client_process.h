/* reader/client_process.h — a started program that is watched and reaped by the event loop, whatever becomes of its starter.
 *
 * Owner:   a process frees itself after it has ended and was let go. Its ended callback comes from the loop, once.
 */
#ifndef KLACHTD_READER_CLIENT_PROCESS_H
#define KLACHTD_READER_CLIENT_PROCESS_H

#include <signal.h>
#include <systemd/sd-event.h>

#include "base/error.h"
#include "base/spawn.h"

struct process;
typedef void process_ended(struct process *p, const siginfo_t *how, void *arg);	/* how: si_code CLD_EXITED, CLD_KILLED, ...; si_status */

int process_start(sd_event *event, const struct spawn *s, process_ended *ended, void *arg, struct process **ret, struct error *err);
void process_kill(struct process *p);
/* No callback will come; it is reaped when it ends. Accepts NULL. */
void process_let_go(struct process *p);

#endif
