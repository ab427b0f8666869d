/* net/dial.h — a TCP connection: getaddrinfo, then each address in turn.
 *
 * Source:  RFC 6724 order as getaddrinfo gives it. Every address gets an equal share of the time
 *          that is left.
 * Owner:   the fd returned belongs to the caller: non-blocking, close-on-exec, TCP_NODELAY, and
 *          keepalive that notices a dead peer in about four minutes.
 */
#ifndef KLACHTD_NET_DIAL_H
#define KLACHTD_NET_DIAL_H

#include <stdbool.h>
#include <stdint.h>

struct dial {
	const char *host;
	unsigned port;
	bool loopback_only;	/* addresses that are not loopback are refused */
	int64_t deadline_us;	/* clock_mono_us(); getaddrinfo itself blocks as long as the resolver does */
	int cancel_fd;		/* its hang-up ends the wait; -1: none */
	/* results */
	bool loopback;		/* the peer is 127/8 or ::1 */
	bool refused;		/* nothing but addresses that loopback_only forbids */
	char why[160];		/* set on failure */
};

/* The fd, or -1 with d->why. */
int dial(struct dial *d);

#endif
