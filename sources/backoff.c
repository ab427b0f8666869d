#include "sources/backoff.h"

int64_t backoff_us(unsigned failures, uint32_t random)
{
	int64_t us = BACKOFF_FIRST_US;
	for (unsigned k = 1; k < failures && us < BACKOFF_MAX_US; k++)
		us *= 2;
	if (us > BACKOFF_MAX_US)
		us = BACKOFF_MAX_US;
	us -= us / 4 * (random % 1024) / 1024;
	return us < BACKOFF_FIRST_US ? BACKOFF_FIRST_US : us;
}

int64_t backoff_login_us(uint32_t random)
{
	return BACKOFF_LOGIN_US + random % 60 * INT64_C(1000000);
}
