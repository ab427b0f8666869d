/* What the worker knows of its mails, and how long it waits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "sources/uids.h"

static void put(struct uids *u, uint32_t uid, enum uid_state state, uint64_t bytes)
{
	assert_int_equal(uids_add(u, &uid, 1), 0);
	uids_find(u, uid)->bytes = bytes;
	uids_set(u, uids_find(u, uid), state);
}

static void counts_and_bytes_follow(void **state)
{
	(void)state;
	struct uids u = { .n = 0 };
	const uint32_t found[] = { 3, 7, 9 };
	assert_int_equal(uids_add(&u, found, 3), 0);
	assert_int_equal(uids_add(&u, found, 3), 0);
	assert_int_equal(u.n, 3);
	assert_int_equal(u.count[UID_NEW], 3);
	uids_find(&u, 7)->bytes = 100;
	uids_set(&u, uids_find(&u, 7), UID_OUT);
	assert_int_equal(u.out_bytes, 100);
	uids_set(&u, uids_find(&u, 7), UID_OUT);
	assert_int_equal(u.out_bytes, 100);
	uids_set(&u, uids_find(&u, 7), UID_FILED);
	assert_int_equal(u.out_bytes, 0);
	assert_int_equal(u.count[UID_OUT] + u.count[UID_FILED] * 10 + u.count[UID_NEW] * 100, 210);
	assert_int_equal(uids_highest(&u), 9);
	uids_drop(&u, 9);
	uids_drop(&u, 9);
	assert_int_equal(uids_highest(&u), 7);
	assert_null(uids_find(&u, 9));
	uids_clear(&u);
	assert_int_equal(uids_highest(&u), 0);
}

static void they_stay_in_order_whatever_comes(void **state)
{
	(void)state;
	struct uids u = { .n = 0 };
	for (uint32_t k = 0; k < 1000; k++) {
		uint32_t uid = k * 7919 % 1009 + 1;
		assert_int_equal(uids_add(&u, &uid, 1), 0);
	}
	for (size_t k = 1; k < u.n; k++)
		assert_true(u.list[k - 1].uid < u.list[k].uid);
	uint32_t list[10];
	assert_int_equal(uids_take(&u, UID_NEW, list, 10), 10);
	assert_int_equal(list[0], u.list[0].uid);
	assert_int_equal(uids_take(&u, UID_BAD, list, 10), 0);
	uids_clear(&u);
}

static void a_scan_forgets_what_is_gone_but_not_what_is_out(void **state)
{
	(void)state;
	struct uids u = { .n = 0 };
	put(&u, 1, UID_DONE, 0);
	put(&u, 2, UID_OUT, 50);
	put(&u, 3, UID_LATER, 0);
	put(&u, 4, UID_READY, 0);
	put(&u, 5, UID_BAD, 0);
	put(&u, 6, UID_BAD, 0);
	put(&u, 7, UID_DONE, 0);
	uids_find(&u, 5)->retry_at_us = 100;
	uids_find(&u, 6)->retry_at_us = 101;
	const uint32_t found[] = { 3, 5, 6, 7, 8 };
	uids_sweep(&u, found, 5, 100);
	assert_null(uids_find(&u, 1));
	assert_int_equal(uids_find(&u, 2)->state, UID_OUT);
	assert_int_equal(uids_find(&u, 3)->state, UID_NEW);
	assert_null(uids_find(&u, 4));
	assert_int_equal(uids_find(&u, 5)->state, UID_NEW);
	assert_int_equal(uids_find(&u, 6)->state, UID_BAD);
	assert_int_equal(uids_find(&u, 7)->state, UID_DONE);
	assert_int_equal(u.n, 5);
	assert_int_equal(u.count[UID_READY], 0);
	assert_int_equal(u.out_bytes, 50);
	uids_sweep(&u, NULL, 0, 100);
	assert_int_equal(u.n, 1);
	uids_clear(&u);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_and_bytes_follow),
		cmocka_unit_test(they_stay_in_order_whatever_comes),
		cmocka_unit_test(a_scan_forgets_what_is_gone_but_not_what_is_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
