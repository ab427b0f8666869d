#include "base/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void wire_fds_close(struct wire_fds *fds)
{
	for (size_t i = 0; i < fds->n; i++)
		if (fds->fd[i] >= 0)
			(void)close(fds->fd[i]);
	fds->n = 0;
}

int wire_pair(int ret[2], struct error *err)
{
	int sv[2], size = 8 * WIRE_BYTES;
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sv) != 0)
		return error_set(err, FAIL_RETRY, "socketpair: %s", strerror(errno));
	for (int i = 0; i < 2; i++)	/* room for some frames of full size; a smaller buffer only slows us down */
		(void)setsockopt(sv[i], SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
	(void)fcntl(sv[0], F_SETFL, O_RDWR | O_NONBLOCK);
	ret[0] = sv[0];
	ret[1] = sv[1];
	return 0;
}

static _Thread_local char text[WIRE_BYTES + 1];	/* of the frame that goes or has come */

int wire_text_of(const json_t *msg, char ret[WIRE_BYTES], size_t *ret_n, struct error *err)
{
	/* of 17 digits, jansson's own, the last two are noise: 0.9774 would be twice as long. What it returns is what it would take */
	size_t n = json_dumpb(msg, ret, WIRE_BYTES, JSON_COMPACT | JSON_REAL_PRECISION(15));
	if (!n)
		return error_set(err, FAIL_RETRY, "frame: out of memory");
	if (n > WIRE_BYTES)
		return error_set(err, FAIL_ITEM, "frame of %zu bytes, the limit is %d", n, WIRE_BYTES);
	*ret_n = n;
	return 0;
}

static int send_message(int sock, const struct msghdr *mh, int flags, struct error *err)
{
	ssize_t n;
	do
		n = sendmsg(sock, mh, MSG_NOSIGNAL | flags);
	while (n < 0 && errno == EINTR);
	return n >= 0 ? 0 : error_set(err, errno == EAGAIN || errno == ENOBUFS ? FAIL_RETRY : FAIL_FATAL, "send: %s", strerror(errno));
}

int wire_send_text(int sock, const char *bytes, size_t n, struct error *err)
{
	struct iovec iov = { (char *)bytes, n };
	return send_message(sock, &(struct msghdr){ .msg_iov = &iov, .msg_iovlen = 1 }, MSG_DONTWAIT, err);
}

int wire_send(int sock, const json_t *msg, const int *fds, size_t n_fds, struct error *err)
{
	union {
		struct cmsghdr align;
		char buf[CMSG_SPACE(WIRE_FDS * sizeof(int))];
	} control = { 0 };
	struct iovec iov = { text, 0 };
	struct msghdr mh = { .msg_iov = &iov, .msg_iovlen = 1 };
	if (n_fds > WIRE_FDS)
		return error_set(err, FAIL_ITEM, "frame with %zu descriptors, the limit is %d", n_fds, WIRE_FDS);
	int r = wire_text_of(msg, text, &iov.iov_len, err);
	if (r < 0)
		return r;
	if (n_fds) {
		mh.msg_control = control.buf;
		mh.msg_controllen = CMSG_SPACE(n_fds * sizeof(int));
		struct cmsghdr *c = CMSG_FIRSTHDR(&mh);
		c->cmsg_level = SOL_SOCKET;
		c->cmsg_type = SCM_RIGHTS;
		c->cmsg_len = CMSG_LEN(n_fds * sizeof(int));
		memcpy(CMSG_DATA(c), fds, n_fds * sizeof(int));
	}
	return send_message(sock, &mh, 0, err);
}

/* Takes the descriptors out of the control data; more than WIRE_FDS cannot arrive without MSG_CTRUNC. */
static void take_fds(struct msghdr *mh, struct wire_fds *ret)
{
	for (struct cmsghdr *c = CMSG_FIRSTHDR(mh); c; c = CMSG_NXTHDR(mh, c)) {
		if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS)
			continue;
		size_t n = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
		for (size_t i = 0; i < n; i++) {
			int fd;
			memcpy(&fd, CMSG_DATA(c) + i * sizeof fd, sizeof fd);
			if (ret->n < WIRE_FDS)
				ret->fd[ret->n++] = fd;
			else
				(void)close(fd);
		}
	}
}

int wire_recv(int sock, json_t **ret_msg, struct wire_fds *ret_fds, struct error *err)
{
	union {
		struct cmsghdr align;
		char buf[CMSG_SPACE(WIRE_FDS * sizeof(int))];
	} control;
	struct iovec iov = { text, sizeof text };
	struct msghdr mh = { .msg_iov = &iov, .msg_iovlen = 1, .msg_control = control.buf, .msg_controllen = sizeof control };
	struct wire_fds fds = { .n = 0 };
	ssize_t n;
	do
		n = recvmsg(sock, &mh, MSG_CMSG_CLOEXEC);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return errno == EAGAIN ? error_set(err, FAIL_RETRY, "nothing yet")
				       : errno == ECONNRESET ? 0 : error_set(err, FAIL_FATAL, "receive: %s", strerror(errno));
	take_fds(&mh, &fds);
	if (n == 0) {		/* SEQPACKET: an empty record is the end; nobody sends one on purpose */
		wire_fds_close(&fds);
		return 0;
	}
	json_error_t why;
	json_t *msg = NULL;
	if (!(mh.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) && n <= WIRE_BYTES)
		msg = json_loadb(text, (size_t)n, JSON_REJECT_DUPLICATES, &why);
	explicit_bzero(text, (size_t)n);	/* a forked child must not find what the frame before it said */
	if (!json_is_object(msg)) {
		json_decref(msg);
		wire_fds_close(&fds);
		return error_set(err, FAIL_FATAL, "protocol: a frame that is no JSON object within the limits");
	}
	*ret_msg = msg;
	*ret_fds = fds;
	return 1;
}

static int wrong(struct error *err, const char *key, const char *want)
{
	return error_set(err, FAIL_FATAL, "protocol: \"%s\" is not %s", key, want);
}

int wire_text(const json_t *msg, const char *key, int need, int lines, size_t max, const char **ret, struct error *err)
{
	const json_t *v = json_object_get(msg, key);
	if (!v || json_is_null(v))
		return need ? wrong(err, key, "there") : 0;
	if (!json_is_string(v) || json_string_length(v) > max)
		return wrong(err, key, "a text within its limit");
	const char *s = json_string_value(v);
	for (size_t i = 0; i < json_string_length(v); i++) {
		unsigned char c = (unsigned char)s[i];
		if ((c < ' ' && !(lines && (c == '\n' || c == '\t'))) || c == 127)
			return wrong(err, key, "free of control characters");
	}
	*ret = s;
	return 0;
}

int wire_int(const json_t *msg, const char *key, int need, int64_t min, int64_t max, int64_t *ret, struct error *err)
{
	const json_t *v = json_object_get(msg, key);
	if (!v || json_is_null(v))
		return need ? wrong(err, key, "there") : 0;
	if (!json_is_integer(v) || json_integer_value(v) < min || json_integer_value(v) > max)
		return wrong(err, key, "a number within its limits");
	*ret = json_integer_value(v);
	return 0;
}

int wire_bool(const json_t *msg, const char *key, int need, int *ret, struct error *err)
{
	const json_t *v = json_object_get(msg, key);
	if (!v || json_is_null(v))
		return need ? wrong(err, key, "there") : 0;
	if (!json_is_boolean(v))
		return wrong(err, key, "true or false");
	*ret = json_is_true(v);
	return 0;
}
