/* What a reader's child does to itself before it works on a page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "reader/child.h"

/* Which exit status says what went wrong; asserts of cmocka mean nothing in another process. */
static int page_limits(rlim_t whole_s)
{
	int pair[2];
	struct rlimit l = { whole_s, whole_s };
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0 || setrlimit(RLIMIT_CPU, &l) < 0)
		return 1;
	struct zygote_order o = { .out = pair[0] };
	if (child_page(&o, 1) < 0 || getrlimit(RLIMIT_CPU, &l) < 0)
		return 2;
	if (l.rlim_max != whole_s)
		return 3;
	return l.rlim_cur > CHILD_PAGE_CPU_S && l.rlim_cur <= CHILD_PAGE_CPU_S + 3 ? 0 : l.rlim_cur == whole_s ? 5 : 4;
}

static int in_a_child(rlim_t whole_s)
{
	int status = 0;
	pid_t pid = fork();
	if (pid == 0)
		_exit(page_limits(whole_s));
	assert_true(pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void test_page_is_bounded(void **state)
{
	(void)state;
	assert_int_equal(in_a_child(900), 0);
	assert_int_equal(in_a_child(5), 5);	/* what the whole document has left is less: it stays */
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_page_is_bounded) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
