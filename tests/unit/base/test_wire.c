/* Frames: limits, descriptors, and what a hostile peer may try. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/wire.h"

static int pair[2];

static int make_pair(void **state)
{
	(void)state;
	return wire_pair(pair, NULL);
}

static int close_pair(void **state)
{
	(void)state;
	close(pair[0]);
	close(pair[1]);
	return 0;
}

static void a_frame_arrives_with_its_descriptors(void **state)
{
	(void)state;
	FD_CLEANUP int fd = memfd_from("x", "hello", 5, NULL);
	json_t *m = json_pack("{s:s, s:i}", "op", "item", "uid", 7);
	assert_int_equal(wire_send(pair[1], m, &fd, 1, NULL), 0);
	json_decref(m);
	struct wire_fds fds;
	assert_int_equal(wire_recv(pair[0], &m, &fds, NULL), 1);
	assert_int_equal(fds.n, 1);
	assert_true(memfd_sealed(fds.fd[0]));
	assert_true(fcntl(fds.fd[0], F_GETFD) & FD_CLOEXEC);
	int64_t uid = 0;
	assert_int_equal(wire_int(m, "uid", 1, 1, UINT32_MAX, &uid, NULL), 0);
	assert_int_equal(uid, 7);
	wire_fds_close(&fds);
	json_decref(m);
}

static void nothing_there_is_retry_and_a_closed_peer_is_the_end(void **state)
{
	(void)state;
	json_t *m;
	struct wire_fds fds;
	assert_int_equal(wire_recv(pair[0], &m, &fds, NULL), FAIL_RETRY);
	shutdown(pair[1], SHUT_RDWR);
	assert_int_equal(wire_recv(pair[0], &m, &fds, NULL), 0);
}

static void refused(const void *bytes, size_t n)
{
	struct error err;
	json_t *m;
	struct wire_fds fds;
	assert_int_equal(send(pair[1], bytes, n, 0), (ssize_t)n);
	assert_int_equal(wire_recv(pair[0], &m, &fds, &err), FAIL_FATAL);
}

static void what_is_no_object_is_refused(void **state)
{
	(void)state;
	refused("[1]", 3);
	refused("{\"a\":1,\"a\":2}", 13);
	refused("{\"a\":\"\xff\"}", 9);
	refused("{\"a\":", 5);
	static char big[WIRE_BYTES + 100];
	memset(big, ' ', sizeof big);
	memcpy(big, "{}", 2);
	refused(big, sizeof big);
}

static void too_many_descriptors_are_refused_and_closed(void **state)
{
	(void)state;
	int fds[6];
	for (int i = 0; i < 6; i++)
		fds[i] = dup(0);
	union {
		struct cmsghdr align;
		char buf[CMSG_SPACE(sizeof fds)];
	} c = { 0 };
	struct iovec iov = { (void *)"{}", 2 };
	struct msghdr mh = { .msg_iov = &iov, .msg_iovlen = 1, .msg_control = c.buf, .msg_controllen = sizeof c.buf };
	struct cmsghdr *h = CMSG_FIRSTHDR(&mh);
	h->cmsg_level = SOL_SOCKET;
	h->cmsg_type = SCM_RIGHTS;
	h->cmsg_len = CMSG_LEN(sizeof fds);
	memcpy(CMSG_DATA(h), fds, sizeof fds);
	assert_int_equal(sendmsg(pair[1], &mh, 0), 2);
	int before = dup(0);
	close(before);
	json_t *m;
	struct wire_fds got;
	assert_int_equal(wire_recv(pair[0], &m, &got, NULL), FAIL_FATAL);
	int after = dup(0);
	close(after);
	assert_int_equal(before, after);
	for (int i = 0; i < 6; i++)
		close(fds[i]);
}

static void values_of_the_wrong_shape_are_refused(void **state)
{
	(void)state;
	json_t *m = json_pack("{s:s, s:s, s:i, s:n}", "line", "a\nb", "esc", "a\x1b[2J", "n", 5, "nil");
	const char *s = "was";
	int64_t i = 3;
	assert_int_equal(wire_text(m, "line", 1, 1, 10, &s, NULL), 0);
	assert_int_equal(wire_text(m, "line", 1, 0, 10, &s, NULL), FAIL_FATAL);
	assert_int_equal(wire_text(m, "line", 1, 1, 2, &s, NULL), FAIL_FATAL);
	assert_int_equal(wire_text(m, "esc", 1, 1, 10, &s, NULL), FAIL_FATAL);
	assert_int_equal(wire_text(m, "n", 1, 1, 10, &s, NULL), FAIL_FATAL);
	assert_int_equal(wire_text(m, "gone", 1, 1, 10, &s, NULL), FAIL_FATAL);
	s = "was";
	assert_int_equal(wire_text(m, "nil", 0, 1, 10, &s, NULL), 0);
	assert_string_equal(s, "was");
	assert_int_equal(wire_int(m, "n", 1, 6, 9, &i, NULL), FAIL_FATAL);
	assert_int_equal(wire_int(m, "line", 1, 0, 9, &i, NULL), FAIL_FATAL);
	assert_int_equal(i, 3);
	json_decref(m);
}

static void a_memfd_that_is_not_sealed_is_seen(void **state)
{
	(void)state;
	FD_CLEANUP int fd = memfd_new("x", NULL);
	assert_false(memfd_sealed(fd));
	assert_int_equal(memfd_seal(fd, NULL), 0);
	assert_true(memfd_sealed(fd));
	assert_int_equal(write(fd, "x", 1), -1);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, make_pair, close_pair)
	const struct CMUnitTest tests[] = {
		T(a_frame_arrives_with_its_descriptors),
		T(nothing_there_is_retry_and_a_closed_peer_is_the_end),
		T(what_is_no_object_is_refused),
		T(too_many_descriptors_are_refused_and_closed),
		T(values_of_the_wrong_shape_are_refused),
		T(a_memfd_that_is_not_sealed_is_seen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
