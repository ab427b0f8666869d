/* The waits between tries: they double, stay within bounds, and spread. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/backoff.h"
#include "base/clock.h"

#define FIRST US_PER_SECOND
#define MOST (300 * US_PER_SECOND)

static void waits_grow_and_stay_within_bounds(void **state)
{
	(void)state;
	static const uint32_t chances[] = { 0, 1, 511, 1023, 1024, UINT32_MAX };
	for (unsigned failures = 0; failures < 100; failures++)
		for (size_t k = 0; k < sizeof chances / sizeof *chances; k++) {
			int64_t us = backoff_us(failures, FIRST, MOST, chances[k]);
			assert_in_range(us, FIRST, MOST);
			if (failures > 12)
				assert_true(us >= MOST / 4 * 3);
			assert_in_range(backoff_login_us(chances[k]), 900 * US_PER_SECOND, 960 * US_PER_SECOND);
		}
	assert_int_equal(backoff_us(1, FIRST, MOST, 0), FIRST);
	assert_int_equal(backoff_us(3, FIRST, MOST, 0), 4 * FIRST);
	assert_true(backoff_us(5, FIRST, MOST, 1023) < backoff_us(5, FIRST, MOST, 0));
}

static void doubling_ends_at_the_most(void **state)
{
	(void)state;
	assert_int_equal(backoff_doubled_us(0, FIRST, MOST), FIRST);
	assert_int_equal(backoff_doubled_us(2, FIRST, MOST), 2 * FIRST);
	assert_int_equal(backoff_doubled_us(UINT32_MAX, FIRST, MOST), MOST);
	assert_int_equal(backoff_doubled_us(9, FIRST, 200 * US_PER_SECOND), 200 * US_PER_SECOND);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(waits_grow_and_stay_within_bounds), cmocka_unit_test(doubling_ends_at_the_most) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
