#include "net/dial.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "net/alive.h"

static bool is_loopback(const struct sockaddr *a)
{
	if (a->sa_family == AF_INET) {
		struct sockaddr_in in;
		memcpy(&in, a, sizeof in);
		return ntohl(in.sin_addr.s_addr) >> 24 == 127;
	}
	if (a->sa_family == AF_INET6) {
		struct sockaddr_in6 in;
		memcpy(&in, a, sizeof in);
		return IN6_IS_ADDR_LOOPBACK(&in.sin6_addr)
		       || (IN6_IS_ADDR_V4MAPPED(&in.sin6_addr) && in.sin6_addr.s6_addr[12] == 127);
	}
	return false;
}

static void set_options(int fd)
{
	/* best effort: without them a dead peer is only noticed at the next command */
	int on = 1, idle_s = 120, interval_s = 30, probes = 4;
	(void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	(void)setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
	(void)setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idle_s, sizeof idle_s);
	(void)setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &interval_s, sizeof interval_s);
	(void)setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &probes, sizeof probes);
}

/* 0 connected, else an errno; ECANCELED when told to stop. */
static int finish_connect(int fd, int64_t end_us, int cancel_fd)
{
	for (;;) {
		int64_t left_us = end_us - clock_mono_us();
		struct pollfd p[2] = { { fd, POLLOUT, 0 }, { cancel_fd, 0, 0 } };
		if (left_us <= 0)
			return ETIMEDOUT;
		int r = alive_poll(p, 2, (int)(left_us / 1000) + 1, cancel_fd);
		if (r > 0 && p[1].revents)
			return ECANCELED;
		if (r > 0)
			break;
	}
	int why = 0;
	socklen_t n = sizeof why;
	return getsockopt(fd, SOL_SOCKET, SO_ERROR, &why, &n) != 0 ? errno : why;
}

static int dial_one(const struct addrinfo *a, int64_t end_us, int cancel_fd, int *ret_fd)
{
	FD_CLEANUP int fd = socket(a->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return errno;
	set_options(fd);
	int why = connect(fd, a->ai_addr, a->ai_addrlen) == 0 ? 0 : errno;
	if (why == EINPROGRESS || why == EINTR)
		why = finish_connect(fd, end_us, cancel_fd);
	if (why == 0)
		*ret_fd = fd_take(&fd);
	return why;
}

static int count(const struct addrinfo *a)
{
	int n = 0;
	for (; a; a = a->ai_next)
		n++;
	return n;
}

static int dial_each(struct dial *d, const struct addrinfo *list)
{
	int fd = -1, why = 0, left = count(list), tried = 0;
	for (const struct addrinfo *a = list; a && fd < 0 && why != ECANCELED; a = a->ai_next, left--) {
		bool loopback = is_loopback(a->ai_addr);
		if (d->loopback_only && !loopback)
			continue;
		tried++;
		int64_t now_us = clock_mono_us();
		why = dial_one(a, now_us + (d->deadline_us - now_us) / left, d->cancel_fd, &fd);
		d->loopback = fd >= 0 && loopback;
	}
	d->refused = tried == 0;
	if (d->refused)
		(void)snprintf(d->why, sizeof d->why, "security = none is for loopback addresses only: use tls or starttls");
	else if (fd < 0)
		(void)snprintf(d->why, sizeof d->why, "cannot connect: %s", why == ECANCELED ? "told to stop" : strerror(why));
	return fd;
}

int dial(struct dial *d)
{
	char port[8];
	/* no AI_ADDRCONFIG: it forgets loopback on a machine without a network, and an address that
	 * cannot be reached fails at once */
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV }, *list = NULL;
	(void)snprintf(port, sizeof port, "%u", d->port);
	alive_tell(d->cancel_fd);
	int r = getaddrinfo(d->host, port, &hints, &list);
	if (r != 0) {
		(void)snprintf(d->why, sizeof d->why, "cannot resolve the name: %s", r == EAI_SYSTEM ? strerror(errno) : gai_strerror(r));
		return -1;
	}
	int fd = dial_each(d, list);
	freeaddrinfo(list);
	return fd;
}
