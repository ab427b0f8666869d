/* sources/backoff.h — how long to wait before the next try. Pure: randomness comes in as an argument.
 */
#ifndef KLACHTD_SOURCES_BACKOFF_H
#define KLACHTD_SOURCES_BACKOFF_H

#include <stdint.h>

#define BACKOFF_FIRST_US INT64_C(1000000)
#define BACKOFF_MAX_US INT64_C(300000000)
#define BACKOFF_LOGIN_US INT64_C(900000000)	/* a refused password: accounts get locked */

/* failures: how many in a row, 1 for the first. 1 s, doubling, at most 5 min; up to a quarter is
 * taken off by chance, so that many do not come back at once. */
int64_t backoff_us(unsigned failures, uint32_t random);
/* At least 15 minutes, and up to one more. */
int64_t backoff_login_us(uint32_t random);

#endif
