/* base/backoff.h — how long to wait before the next try: doubling from first_us to at most max_us.
 *
 * Pure, but for backoff_random(): randomness comes in as an argument.
 */
#ifndef KLACHTD_BASE_BACKOFF_H
#define KLACHTD_BASE_BACKOFF_H

#include <stdint.h>

/* failures: how many in a row; 0 and 1: first_us. */
int64_t backoff_doubled_us(unsigned failures, int64_t first_us, int64_t max_us);
/* The same with up to a quarter taken off by chance, so that many do not come back at once; never below first_us. */
int64_t backoff_us(unsigned failures, int64_t first_us, int64_t max_us, uint32_t random);
/* After a refused password, since accounts get locked: at least 15 minutes, and up to one more. */
int64_t backoff_login_us(uint32_t random);
uint32_t backoff_random(void);

#endif
