/* parsers/message/guard.h: what crashes stock libetpan 1.9.4 must come back, and a linker that leaves the guard out must be noticed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <dlfcn.h>
#include <libetpan/libetpan.h>

#include "parsers/message/guard.h"
#include "parsers/sink.h"

static int parse(const struct sink *k)
{
	struct mailmime *tree = NULL;
	size_t i = 0;
	int r = mailmime_parse(k->s, k->n, &i, &tree);
	if (r == MAILIMF_NO_ERROR)
		mailmime_free(tree);
	return r;
}

/* Every name must resolve to this program, not to the library. */
static void test_interposed(void **state)
{
	static const char *const names[] = { "mailmime_extract_boundary", "mailmime_transfer_encoding_get", "mailimf_cfws_parse" };
	Dl_info here, there;
	(void)state;
	assert_true(guard_works());
	assert_int_not_equal(dladdr((void *)(uintptr_t)&guard_works, &here), 0);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		void *p = dlsym(RTLD_DEFAULT, names[i]);
		assert_non_null(p);
		assert_int_not_equal(dladdr(p, &there), 0);
		assert_ptr_equal(there.dli_fbase, here.dli_fbase);
	}
}

static void test_boundary_of_a_quote(void **state)
{
	SINK_CLEANUP struct sink k = { .limit_bytes = 1 << 20 };
	(void)state;
	sink_puts(&k, "From: a@b\r\nContent-Type: multipart/mixed; boundary=\"\\\"\"\r\n\r\n--\"\r\n\r\nhi\r\n--\"--\r\n");
	guard_reset(100, 100);
	assert_int_equal(parse(&k), MAILIMF_NO_ERROR);
}

static void test_nested_messages(void **state)
{
	SINK_CLEANUP struct sink k = { .limit_bytes = 4 << 20 };
	(void)state;
	for (int i = 0; i < 50000; i++)
		sink_puts(&k, "Content-Type: message/rfc822\r\n\r\n");
	guard_reset(1000, 60);
	(void)parse(&k);
}

static void test_nested_multiparts(void **state)
{
	SINK_CLEANUP struct sink k = { .limit_bytes = 4 << 20 };
	(void)state;
	for (int i = 0; i < 10000; i++)
		sink_puts(&k, "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n");
	guard_reset(1000, 60);
	(void)parse(&k);
	assert_true(guard_tripped());
}

static void test_nested_comments(void **state)
{
	SINK_CLEANUP struct sink k = { .limit_bytes = 4 << 20 };
	(void)state;
	sink_puts(&k, "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: ");
	for (int i = 0; i < 300000; i++)
		sink_putc(&k, '(');
	sink_puts(&k, "\r\n\r\nx\r\n--b--\r\n");
	guard_reset(1000, 60);
	(void)parse(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_interposed),
		cmocka_unit_test(test_boundary_of_a_quote),
		cmocka_unit_test(test_nested_messages),
		cmocka_unit_test(test_nested_multiparts),
		cmocka_unit_test(test_nested_comments),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
