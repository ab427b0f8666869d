/* A klachtd that does not answer keeps nobody at the terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "ctl/ctl.h"

static char dir[40];
static struct config *config;

static int listener(int backlog)
{
	struct sockaddr_un addr = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
	(void)snprintf(addr.sun_path, sizeof addr.sun_path, "%s/control", dir);
	(void)unlink(addr.sun_path);
	assert_int_equal(bind(fd, (struct sockaddr *)&addr, sizeof addr), 0);
	assert_int_equal(listen(fd, backlog), 0);
	return fd;
}

static int open_all(void **state)
{
	struct error err;
	(void)state;
	strcpy(dir, "/tmp/klachtctl-XXXXXX");
	if (!mkdtemp(dir) || config_default(&config, &err) < 0)
		return -1;
	free(config->runtime_directory);
	config->runtime_directory = strdup(dir);
	ctl_patience_us = 200000;
	return 0;
}

static int close_all(void **state)
{
	char path[60];
	(void)state;
	(void)snprintf(path, sizeof path, "%s/control", dir);
	(void)unlink(path);
	config_free(config);
	return rmdir(dir);
}

static void ask_in_vain(void)
{
	struct ctl ctl = { .config = config };
	int64_t began_us = clock_mono_us();
	assert_int_equal(ctl_change(&ctl, json_pack("{s:s, s:s}", "op", "verb", "verb", "reload")), CTL_REFUSED);
	int64_t took_us = clock_mono_us() - began_us;
	assert_true(took_us >= 150000 && took_us < 10 * US_PER_SECOND);
}

static void an_answer_is_not_waited_for_for_ever(void **state)
{
	(void)state;
	int fd = listener(8);
	ask_in_vain();
	close(fd);
}

/* Its queue is full of others that wait. */
static void nor_is_the_connection(void **state)
{
	(void)state;
	struct sockaddr_un addr = { .sun_family = AF_UNIX };
	int fd = listener(0), other = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
	(void)snprintf(addr.sun_path, sizeof addr.sun_path, "%s/control", dir);
	assert_int_equal(connect(other, (struct sockaddr *)&addr, sizeof addr), 0);
	ask_in_vain();
	close(other);
	close(fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(an_answer_is_not_waited_for_for_ever), cmocka_unit_test(nor_is_the_connection) };
	return cmocka_run_group_tests(tests, open_all, close_all);
}
