#include "base/backoff.h"

#include <sys/random.h>

#include "base/clock.h"

#define LOGIN_US (15 * 60 * US_PER_SECOND)

int64_t backoff_doubled_us(unsigned failures, int64_t first_us, int64_t max_us)
{
	int64_t us = first_us;
	for (unsigned k = 1; k < failures && us < max_us; k++)
		us *= 2;
	return us < max_us ? us : max_us;
}

int64_t backoff_us(unsigned failures, int64_t first_us, int64_t max_us, uint32_t random)
{
	int64_t us = backoff_doubled_us(failures, first_us, max_us);
	us -= us / 4 * (random % 1024) / 1024;
	return us < first_us ? first_us : us;
}

int64_t backoff_login_us(uint32_t random)
{
	return LOGIN_US + random % 60 * US_PER_SECOND;
}

uint32_t backoff_random(void)
{
	uint32_t r = 0;
	return getrandom(&r, sizeof r, GRND_NONBLOCK) == (ssize_t)sizeof r ? r : 0;	/* it is only there to spread */
}
