#include "net/alive.h"

#include <sys/socket.h>

#include "base/clock.h"

static int64_t every_us = ALIVE_US, told_us;

void alive_set(int64_t us)
{
	every_us = us;
}

void alive_tell(int channel)
{
	static const char FRAME[] = "{\"op\":\"alive\"}";
	int64_t now_us = clock_mono_us();
	if (channel < 0 || (told_us && now_us - told_us < every_us))
		return;
	if (told_us)	/* a full queue: klachtd has enough to hear */
		(void)send(channel, FRAME, sizeof FRAME - 1, MSG_DONTWAIT | MSG_NOSIGNAL);
	told_us = now_us;
}

int alive_poll(struct pollfd *fds, nfds_t n, int timeout_ms, int channel)
{
	int every_ms = (int)(every_us / 1000);
	alive_tell(channel);
	return poll(fds, n, timeout_ms < 0 || timeout_ms > every_ms ? every_ms : timeout_ms);
}
