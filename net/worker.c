#include "net/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "net/alive.h"

#define SECRET_WAIT_US (60 * US_PER_SECOND)
#define QUEUE_MAX 1024		/* frames that came while the secret was waited for */
#define TEXT_BYTES 300

struct queued {
	struct queued *next;
	json_t *msg;		/* owned */
	struct wire_fds fds;	/* owned */
};
static struct queued *queue_head, **queue_tail = &queue_head;
static int queue_length;

/* Waits for the channel and, when other_fd >= 0, for that. 1 the channel, 2 the other, 0 time over. */
static int wait_channel(int other_fd, int64_t timeout_us, struct error *err)
{
	int64_t end_us = clock_mono_us() + timeout_us;
	for (;;) {
		int64_t left_us = timeout_us < 0 ? -1 : end_us - clock_mono_us();
		struct pollfd p[2] = { { WIRE_CHANNEL, POLLIN, 0 }, { other_fd, POLLIN, 0 } };
		int64_t left_ms = (left_us + 999) / 1000;
		int r = alive_poll(p, 2, timeout_us < 0 ? -1 : left_us <= 0 ? 0 : left_ms < INT_MAX ? (int)left_ms : INT_MAX, WIRE_CHANNEL);
		if (r < 0 && errno != EINTR && errno != EAGAIN)
			return error_set(err, FAIL_FATAL, "poll: %s", strerror(errno));
		if (r > 0)
			return p[0].revents ? 1 : 2;
		if (r == 0 && timeout_us >= 0 && left_us <= 0)
			return 0;
	}
}

static int recv_now(json_t **ret, struct wire_fds *ret_fds, struct error *err)
{
	int r = wire_recv(WIRE_CHANNEL, ret, ret_fds, err);
	return r == 0 ? error_set(err, FAIL_FATAL, "the channel is closed") : r == FAIL_RETRY ? 0 : r;
}

bool worker_pending(void)
{
	return queue_head;
}

static int take_queued(json_t **ret, struct wire_fds *ret_fds)
{
	struct queued *q = queue_head;
	queue_head = q->next;
	if (!queue_head)
		queue_tail = &queue_head;
	queue_length--;
	*ret = q->msg;
	*ret_fds = q->fds;
	free(q);
	return 1;
}

int worker_recv_or_stream(struct stream *s, int64_t timeout_us, json_t **ret, struct wire_fds *ret_fds, struct error *err)
{
	if (queue_head)
		return take_queued(ret, ret_fds);
	bool pending = s && stream_pending(s);
	int r = wait_channel(s ? stream_fd(s) : -1, pending ? 0 : timeout_us, err);
	if (r == 1)
		return recv_now(ret, ret_fds, err);
	return r == 0 && pending ? 2 : r;
}

int worker_recv(int64_t timeout_us, json_t **ret, struct wire_fds *ret_fds, struct error *err)
{
	return worker_recv_or_stream(NULL, timeout_us, ret, ret_fds, err);
}

int worker_send(json_t *msg, int fd, struct error *err)
{
	if (!msg)
		return error_set(err, FAIL_FATAL, "out of memory");
	int r;
	do {	/* blocking; EAGAIN comes only when the fd was made non-blocking from outside */
		r = wire_send(WIRE_CHANNEL, msg, &fd, fd >= 0, err);
		if (r == FAIL_RETRY)
			(void)poll(&(struct pollfd){ WIRE_CHANNEL, POLLOUT, 0 }, 1, 100);
	} while (r == FAIL_RETRY);
	json_decref(msg);
	return r < 0 ? FAIL_FATAL : 0;
}

/* Foreign bytes may stand in a text (a server's words): what is no UTF-8 or a control character
 * becomes '?'. */
static void clean(const char *from, char *ret, size_t n)
{
	size_t i = 0;
	for (; *from && i + 1 < n; from++, i++)
		ret[i] = (unsigned char)*from < ' ' || (unsigned char)*from > 126 ? '?' : *from;
	ret[i] = '\0';
}

int worker_state(const char *state, enum reason reason, const char *text, int64_t retry_us, struct error *err)
{
	char cleaned[TEXT_BYTES + 1];
	clean(text ? text : "", cleaned, sizeof cleaned);
	json_t *m = json_pack("{s:s, s:s}", "op", "state", "state", state);
	if (m && reason != REASON_NONE)
		(void)json_object_set_new(m, "reason", json_string(reason_name(reason)));
	if (m && *cleaned)
		(void)json_object_set_new(m, "text", json_string(cleaned));
	if (m && retry_us > 0)
		(void)json_object_set_new(m, "retry_us", json_integer(retry_us));
	return worker_send(m, -1, err);
}

/* ---- the secret ---- */

void secret_free(char **s)
{
	if (*s)
		explicit_bzero(*s, strlen(*s));
	free(*s);
	*s = NULL;
}

static int put_aside(json_t *msg, struct wire_fds *fds, struct error *err)
{
	struct queued *q = queue_length < QUEUE_MAX ? calloc(1, sizeof *q) : NULL;
	if (!q) {
		json_decref(msg);
		wire_fds_close(fds);
		return error_set(err, FAIL_FATAL, "protocol: too many frames while a secret was waited for");
	}
	*q = (struct queued){ .msg = msg, .fds = *fds };
	*queue_tail = q;
	queue_tail = &q->next;
	queue_length++;
	return 0;
}

static int read_secret(const json_t *msg, const struct wire_fds *fds, char **ret, struct error *err)
{
	const char *why = "there is no password";
	size_t n;
	SECRET_CLEANUP char *s = NULL;
	if (fds->n != 1) {
		(void)wire_text(msg, "error", 0, 0, 400, &why, NULL);
		return error_set(err, FAIL_CONFIG, "%s", why);
	}
	int r = file_read_fd(fds->fd[0], "the password file", SECRET_BYTES, &s, &n, err);
	if (r < 0)
		return FAIL_CONFIG;
	bool whole = strlen(s) == n;
	while (n > 0 && (s[n - 1] == '\n' || s[n - 1] == '\r'))
		s[--n] = '\0';
	if (!whole || n == 0)
		return error_set(err, FAIL_CONFIG, n ? "the password file holds a NUL byte" : "the password file is empty");
	*ret = s;
	s = NULL;
	return 0;
}

int worker_secret(char **ret, struct error *err)
{
	int64_t end_us = clock_mono_us() + SECRET_WAIT_US;
	int r = worker_send(json_pack("{s:s}", "op", "secret?"), -1, err);
	while (r == 0) {
		json_t *msg = NULL;
		struct wire_fds fds = { .n = 0 };
		const char *op = "";
		int64_t left_us = end_us - clock_mono_us();
		r = wait_channel(-1, left_us > 0 ? left_us : 0, err);
		if (r == 0)
			return error_set(err, FAIL_RETRY, "klachtd did not hand out the password in time");
		if (r < 0 || (r = recv_now(&msg, &fds, err)) <= 0)
			continue;
		r = wire_text(msg, "op", 1, 0, 32, &op, err);
		if (r == 0 && strcmp(op, "secret") != 0) {
			r = put_aside(msg, &fds, err);
			continue;
		}
		if (r == 0)
			r = read_secret(msg, &fds, ret, err);
		json_decref(msg);
		wire_fds_close(&fds);
		return r;
	}
	return r;
}

/* ---- the lock ---- */

static const char *paths[] = {
	/* the resolver (nsswitch.conf(5), resolv.conf(5), gai.conf(5)); resolv.conf is often a link into /run */
	"/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf", "/etc/gai.conf", "/etc/services", "/etc/protocols", "/etc/host.conf",
	"/run/systemd/resolve", "/run/resolvconf", "/run/NetworkManager", "/run/nscd",
	/* certificates and crypto policy */
	"/etc/ssl/certs", "/usr/share/ca-certificates", "/usr/local/share/ca-certificates", "/etc/gnutls",
	/* libraries that are loaded on demand: nss, SASL plug-ins, iconv */
	"/usr/lib", "/lib", "/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/etc/sasl2", "/dev/null", "/dev/urandom",
	NULL,	/* the CA file */
	NULL,
};
#define PATHS (sizeof paths / sizeof *paths)
static bool readable_then[PATHS];

static int worker_ready(const struct lock_layers *layers, struct error *err)
{
	json_t *names = json_array(), *m = json_pack("{s:s, s:o}", "op", "ready", "sandbox", names);
	if (layers->landlock)
		(void)json_array_append_new(names, json_string("landlock"));
	if (layers->seccomp)
		(void)json_array_append_new(names, json_string("seccomp"));
	return worker_send(m, -1, err);
}

/* open(), not access(): only that is asked of Landlock. */
static bool readable(const char *path)
{
	FD_CLEANUP int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	return fd >= 0 || errno != EACCES;
}

int worker_lock(const char *ca_file, struct error *err)
{
	static char *kept;	/* for the life of the process */
	struct lock_layers layers = { 0 };
	if (ca_file && *ca_file && !kept)
		kept = strdup(ca_file);
	paths[PATHS - 2] = kept;
	struct lock l = { .profile = LOCK_NETWORK, .read_paths = paths };
	/* building the lock writes a memfd, and so does a mailbox worker for each mail: the true limit on those is max_document_bytes */
	struct lock_limits limits = { .open_files = 256, .memfd_bytes = 1UL << 30 };
	int r = lock_enter(&l, &layers, err);
	if (r == 0)
		r = lock_limits(&limits, err);
	if (r < 0)
		return r;
	for (size_t i = 0; i < PATHS && paths[i]; i++)
		readable_then[i] = readable(paths[i]);
	return worker_ready(&layers, err);
}

bool worker_lock_stale(void)
{
	for (size_t i = 0; i < PATHS && paths[i]; i++)
		if (readable_then[i] && !readable(paths[i]))
			return true;
	return false;
}
