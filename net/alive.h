/* net/alive.h — a worker's sign of life: while it waits, for whatever, klachtd hears `alive` now and then (docs/wire.md).
 *
 * Every wait of a network worker goes through alive_poll(), and long work without a wait calls alive_tell(). One that says nothing for longer than it may is
 * taken for hung by klachtd (daemon/worker.h).
 */
#ifndef KLACHTD_NET_ALIVE_H
#define KLACHTD_NET_ALIVE_H

#include <poll.h>
#include <stdint.h>

#define ALIVE_US INT64_C(30000000)

void alive_set(int64_t every_us);	/* as klachtd's start says; else ALIVE_US */
/* channel: where klachtd listens; -1: nobody does. Never blocks. */
void alive_tell(int channel);
/* As poll(), but returns 0 also before timeout_ms is over: look at the clock. */
int alive_poll(struct pollfd *fds, nfds_t n, int timeout_ms, int channel);

#endif
