/* The stream against a peer that misbehaves, on loopback: deadlines, budgets, the end, the stop. TLS is shown against a real server in tests/system. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/file.h"
#include "net/stream.h"

struct peer {
	int listener, fd;
	struct stream *s;
	int stop[2];
};

static int listen_on(const char *address, unsigned *ret_port)
{
	struct sockaddr_in in = { .sin_family = AF_INET };
	socklen_t n = sizeof in;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(inet_pton(AF_INET, address, &in.sin_addr), 1);
	assert_int_equal(bind(fd, (struct sockaddr *)&in, sizeof in), 0);
	assert_int_equal(listen(fd, 4), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&in, &n), 0);
	*ret_port = ntohs(in.sin_port);
	return fd;
}

static struct peer connect_to(enum stream_security security)
{
	unsigned port;
	struct peer p = { .fd = -1 };
	enum reason reason;
	struct error err = { 0 };
	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, p.stop), 0);
	p.listener = listen_on("127.0.0.1", &port);
	struct stream_options o = { .host = "127.0.0.1", .port = port, .security = security, .cancel_fd = p.stop[0] };
	assert_int_equal(stream_open(&o, &p.s, &reason, &err), 0);
	p.fd = accept(p.listener, NULL, NULL);
	assert_true(p.fd >= 0);
	return p;
}

static void end(struct peer *p)
{
	stream_free(p->s);
	fd_close(&p->fd);
	fd_close(&p->listener);
	fd_close(&p->stop[0]);
	fd_close(&p->stop[1]);
}

static void say(struct peer *p, const char *text)
{
	assert_int_equal(send(p->fd, text, strlen(text), 0), (ssize_t)strlen(text));
}

static void bytes_go_both_ways(void **state)
{
	(void)state;
	struct peer p = connect_to(STREAM_NONE);
	char buf[16];
	mailstream *ms = stream_mailstream(p.s);
	stream_command(p.s, US_PER_SECOND, 100);
	assert_int_equal(mailstream_write(ms, "ping", 4), 4);
	assert_int_equal(mailstream_flush(ms), 0);
	assert_int_equal(recv(p.fd, buf, sizeof buf, 0), 4);
	say(&p, "pong");
	assert_int_equal(mailstream_read(ms, buf, 2), 2);
	assert_true(stream_pending(p.s));	/* poll() would say no: the rest lies in libetpan's buffer */
	assert_int_equal(stream_wait(p.s, 0, NULL), 1);
	assert_int_equal(mailstream_read(ms, buf, 2), 2);
	assert_int_equal(stream_wait(p.s, 1000, NULL), 0);
	assert_int_equal(stream_reason(p.s), REASON_NONE);
	assert_int_equal(stream_may_login(p.s, NULL), 0);
	end(&p);
}

static void a_silent_peer_is_left_at_the_deadline(void **state)
{
	(void)state;
	struct peer p = connect_to(STREAM_NONE);
	char c;
	int64_t start_us = clock_mono_us();
	stream_command(p.s, 50000, 100);
	assert_int_equal(mailstream_read(stream_mailstream(p.s), &c, 1), -1);
	assert_in_range(clock_mono_us() - start_us, 49000, 1000000);
	assert_int_equal(stream_reason(p.s), REASON_PROTOCOL);
	end(&p);
}

static void a_late_answer_does_not_count_however_much_waits(void **state)
{
	(void)state;
	struct peer p = connect_to(STREAM_NONE);
	char c;
	say(&p, "too late");
	stream_command(p.s, 1, 100);
	usleep(2000);
	assert_int_equal(mailstream_read(stream_mailstream(p.s), &c, 1), -1);
	assert_int_equal(stream_reason(p.s), REASON_PROTOCOL);
	end(&p);
}

static void an_answer_over_its_budget_is_refused(void **state)
{
	(void)state;
	struct peer p = connect_to(STREAM_NONE);
	char buf[64];
	say(&p, "0123456789");
	stream_command(p.s, US_PER_SECOND, 9);
	assert_int_equal(mailstream_read(stream_mailstream(p.s), buf, sizeof buf), -1);
	assert_int_equal(stream_reason(p.s), REASON_PROTOCOL);
	end(&p);
}

static void the_end_is_an_error_and_never_zero(void **state)
{
	(void)state;
	struct peer p = connect_to(STREAM_NONE);
	char c;
	fd_close(&p.fd);
	stream_command(p.s, US_PER_SECOND, 9);
	assert_int_equal(mailstream_read(stream_mailstream(p.s), &c, 1), -1);
	assert_int_equal(mailstream_read(stream_mailstream(p.s), &c, 1), -1);
	assert_int_equal(stream_reason(p.s), REASON_GONE);
	end(&p);
}

static void the_channels_end_ends_every_wait(void **state)
{
	(void)state;
	struct peer p = connect_to(STREAM_NONE);
	char c;
	assert_int_equal(send(p.stop[1], "frame", 5, 0), 5);	/* something to read is no reason to stop */
	assert_int_equal(stream_wait(p.s, 1000, NULL), 0);
	fd_close(&p.stop[1]);
	stream_command(p.s, 10 * US_PER_SECOND, 9);
	assert_int_equal(mailstream_read(stream_mailstream(p.s), &c, 1), -1);
	assert_int_equal(stream_reason(p.s), REASON_GONE);
	assert_string_equal(stream_why(p.s), "told to stop");
	end(&p);
}

static void plain_text_never_carries_a_login_unless_asked_for(void **state)
{
	(void)state;
	struct error err;
	struct peer p = connect_to(STREAM_STARTTLS);
	assert_int_equal(stream_may_login(p.s, &err), FAIL_CONFIG);
	assert_int_equal(stream_reason(p.s), REASON_TLS);
	end(&p);
}

static void bytes_before_the_handshake_are_refused(void **state)
{
	(void)state;
	char c;
	struct error err;
	struct peer p = connect_to(STREAM_STARTTLS);
	say(&p, "+injected");
	stream_command(p.s, US_PER_SECOND, 100);
	assert_int_equal(mailstream_read(stream_mailstream(p.s), &c, 1), 1);
	assert_int_equal(stream_upgrade(p.s, 0, &err), FAIL_RETRY);
	assert_int_equal(stream_reason(p.s), REASON_PROTOCOL);
	end(&p);
}

static void none_is_for_loopback_only(void **state)
{
	(void)state;
	struct stream *s = NULL;
	enum reason reason;
	struct error err;
	struct stream_options o = { .host = "192.0.2.1", .port = 143, .security = STREAM_NONE, .cancel_fd = -1 };
	assert_int_equal(stream_open(&o, &s, &reason, &err), FAIL_CONFIG);
	assert_int_equal(reason, REASON_TLS);
	assert_null(s);
}

static void nobody_there_is_unreachable(void **state)
{
	(void)state;
	struct stream *s = NULL;
	enum reason reason;
	struct error err;
	unsigned port;
	int fd = listen_on("127.0.0.1", &port);
	close(fd);
	struct stream_options o = { .host = "127.0.0.1", .port = port, .security = STREAM_TLS, .cancel_fd = -1 };
	assert_int_equal(stream_open(&o, &s, &reason, &err), FAIL_RETRY);
	assert_int_equal(reason, REASON_UNREACHABLE);
	assert_non_null(strstr(err.text, "refused"));
}

static void a_silent_handshake_is_unreachable(void **state)
{
	(void)state;
	struct stream *s = NULL;
	enum reason reason;
	struct error err;
	unsigned port;
	int fd = listen_on("127.0.0.1", &port);
	struct stream_options o = { .host = "localhost", .port = port, .security = STREAM_TLS, .cancel_fd = -1, .timeout_us = 200000 };
	assert_int_equal(stream_open(&o, &s, &reason, &err), FAIL_RETRY);
	assert_int_equal(reason, REASON_UNREACHABLE);
	close(fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_go_both_ways),
		cmocka_unit_test(a_silent_peer_is_left_at_the_deadline),
		cmocka_unit_test(a_late_answer_does_not_count_however_much_waits),
		cmocka_unit_test(an_answer_over_its_budget_is_refused),
		cmocka_unit_test(the_end_is_an_error_and_never_zero),
		cmocka_unit_test(the_channels_end_ends_every_wait),
		cmocka_unit_test(plain_text_never_carries_a_login_unless_asked_for),
		cmocka_unit_test(bytes_before_the_handshake_are_refused),
		cmocka_unit_test(none_is_for_loopback_only),
		cmocka_unit_test(nobody_there_is_unreachable),
		cmocka_unit_test(a_silent_handshake_is_unreachable),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
