#include "reader/zygote.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/wire.h"
#include "reader/frame_memory.h"
#include "reader/rules_json.h"

#define CHILD_EXIT_LOCK 99
#define MAPPED_BYTES (128 << 10)	/* malloc maps what is larger, for good (mallopt(3): set by hand, it no longer grows) */
#define STACK_BYTES (32 << 10)	/* what reading a mail takes as a rule */
#define SPARE_BYTES (8 << 10)	/* below the caller's own frames */
#define HEAP_BYTES (192 << 10)	/* as STACK_BYTES */
#define CACHED_BYTES 1032	/* malloc keeps what is smaller for the next who asks (glibc's tcache): a page that init wrote to */
#define RECORDS_BYTES (16u << 20)	/* a memfd holds a document or the records of one */

struct child {
	pid_t pid;
	int pidfd;
	int64_t id, started_us;
};

struct loop {
	const struct zygote *z;
	struct rules_box *rules;	/* owned; NULL before hello */
	struct lock_limits limits;
	struct child child[ZYGOTE_CHILDREN];
	size_t n;
	int null;
	char *heap_end;			/* of what init allocated: the pages from here on are untouched; NULL: not known */
};

static int send(const json_t *frame, struct error *err)
{
	int r = frame ? wire_send(WIRE_CHANNEL, frame, NULL, 0, err) : error_set(err, FAIL_RETRY, "out of memory");
	json_decref((json_t *)frame);
	return r;
}

/* ---- the child's memory ---- */

/* What init freed is given out for good, the largest pieces first: a child that took its memory from between what others use would copy a page for every piece. */
static void fill_holes(void)
{
	(void)malloc_trim(0);
	for (size_t size = MAPPED_BYTES / 2; size >= 16; size -= 16)
		for (;;) {
			size_t room = mallinfo2().keepcost;
			void *p = malloc(size);
			if (p && room && mallinfo2().keepcost == room)
				continue;	/* from a hole */
			if (size > CACHED_BYTES)
				free(p);	/* from the end: joins it again. Or this is not glibc's malloc, whose end is known */
			break;
		}
}

static char *page_of(const void *p)
{
	return (char *)((uintptr_t)p & ~(uintptr_t)(sysconf(_SC_PAGESIZE) - 1));
}

/* A child finds its memory empty, where init left something it would copy it: what init had on the stack goes, and where the heap ends is noted. */
static void make_fresh(struct loop *l)
{
	char *here = page_of(__builtin_frame_address(0));
	if (LOCK_SANITIZED)
		return;
	fill_holes();
	l->heap_end = page_of((char *)sbrk(0) - mallinfo2().keepcost - 1) + sysconf(_SC_PAGESIZE);
	(void)madvise(here - STACK_BYTES - SPARE_BYTES, STACK_BYTES, MADV_DONTNEED);
}

/* Pages at once, each of which else is a fault of its own; refused (before Linux 5.14): it is. */
static void take_pages(const struct loop *l)
{
#ifdef MADV_POPULATE_WRITE
	char *here = page_of(__builtin_frame_address(0));
	if (!l->heap_end)
		return;
	(void)madvise(here - STACK_BYTES, STACK_BYTES, MADV_POPULATE_WRITE);
	(void)madvise(l->heap_end, HEAP_BYTES, MADV_POPULATE_WRITE);
#endif
}

/* ---- the child ---- */

/* Bits of the layers that stand: the exit code of a probe, and 15 before any document is read. */
static int layers_bits(const struct lock_layers *l)
{
	return l->landlock | l->seccomp << 1 | l->no_new_privs << 2 | l->not_dumpable << 3;
}

static int lock_child(const struct loop *l, pid_t parent, int *ret_layers)
{
	struct lock_layers layers;
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
		return FAIL_FATAL;
	if (!LOCK_SANITIZED) {	/* whose reports are wanted */
		(void)dup2(l->null, STDOUT_FILENO);
		(void)dup2(l->null, STDERR_FILENO);
	}
	int r = lock_enter(&(struct lock){ .profile = LOCK_READER }, &layers, NULL);
	if (r == 0)
		r = lock_limits(&l->limits, NULL);
	*ret_layers = r == 0 ? layers_bits(&layers) : 0;
	return r;
}

__attribute__((noreturn)) static void be_child(struct loop *l, pid_t parent, const struct zygote_order *o)
{
	int bits = 0;
	(void)close(WIRE_CHANNEL);
	for (size_t i = 0; i < l->n; i++)
		(void)close(l->child[i].pidfd);
	int r = lock_child(l, parent, &bits);
	if (!o)
		_exit(bits);
	take_pages(l);
	_exit(r < 0 ? CHILD_EXIT_LOCK : l->z->read(o));
}

/* ---- frames in ---- */

static int start_child(struct loop *l, int64_t id, const struct zygote_order *o, struct error *err)
{
	pid_t parent = getpid(), pid = fork();
	if (pid == 0)
		be_child(l, parent, o);
	if (pid < 0)
		return send(json_pack("{s:s, s:I, s:s, s:i, s:i}", "op", "ended", "id", (json_int_t)id, "status", "limit", "signal", 0, "ms", 0), err);
	int pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
	if (pidfd < 0)
		return error_set(err, FAIL_FATAL, "pidfd_open: %s", strerror(errno));
	l->child[l->n++] = (struct child){ .pid = pid, .pidfd = pidfd, .id = id, .started_us = clock_mono_us() };
	return 0;
}

static int on_read(struct loop *l, const json_t *frame, const struct wire_fds *fds, struct error *err)
{
	struct zygote_order o = { .frame = frame, .mode = "full" };
	int64_t id = 0;
	int attachment = 0, r = fds->n == 2 && l->rules ? 0 : error_set(err, FAIL_FATAL, "protocol: read");
	if (r == 0)
		r = wire_int(frame, "id", 1, 0, INT64_MAX, &id, err);
	if (r == 0)
		r = wire_text(frame, "channel", 1, 0, 20, &o.channel, err);
	if (r == 0)
		r = wire_text(frame, "file", 1, 0, 1000, &o.file, err);
	if (r == 0)
		r = wire_text(frame, "mode", 0, 0, 20, &o.mode, err);
	if (r == 0)
		r = wire_bool(frame, "attachment", 0, &attachment, err);
	if (r < 0)
		return r;
	o.rules = l->rules->rules;
	r = wire_int(frame, "received_us", 0, 0, INT64_MAX, &o.rules.received_us, err);
	if (r < 0)
		return r;
	o.attachment = attachment;
	o.document = fds->fd[0];
	o.out = fds->fd[1];
	return start_child(l, id, &o, err);
}

static const struct { int bit; const char *name; } layer_names[] = {
	{ 1, "landlock" }, { 2, "seccomp" }, { 4, "no-new-privs" }, { 8, "not-dumpable" },
};

/* What stands is found out by a child that goes the way of every later one. */
static int say_ready(struct loop *l, struct error *err)
{
	int status = 0;
	pid_t parent = getpid(), pid = fork();
	if (pid == 0)
		be_child(l, parent, NULL);
	if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return error_set(err, FAIL_FATAL, "the lock kills the reader");
	json_t *stand = json_array(), *missing = json_array();
	for (size_t i = 0; i < sizeof layer_names / sizeof *layer_names; i++)
		json_array_append_new(WEXITSTATUS(status) & layer_names[i].bit ? stand : missing, json_string(layer_names[i].name));
	return send(json_pack("{s:s, s:o, s:o}", "op", "ready", "sandbox", stand, "missing", missing), err);
}

static int get_ready(struct loop *l, struct error *err)
{
	struct lock_layers layers;
	(void)mallopt(M_MMAP_THRESHOLD, MAPPED_BYTES);
	(void)mallopt(M_TOP_PAD, HEAP_BYTES);
	(void)mallopt(M_TRIM_THRESHOLD, INT_MAX);	/* a child that gave memory back would only pay for it twice */
	int r = l->z->init(&l->rules->rules, err);
	if (r == 0)
		r = lock_enter(&(struct lock){ .profile = LOCK_ZYGOTE }, &layers, err);
	if (r < 0) {
		(void)send(json_pack("{s:s, s:s}", "op", "failed", "text", err->text), NULL);
		return r;
	}
	return say_ready(l, err);
}

static int on_hello(struct loop *l, const json_t *frame, struct error *err)
{
	struct rules_box *rules = NULL;
	const json_t *limits = json_object_get(frame, "limits");
	int64_t cpu_s = 0, memory_bytes = 0;
	int r = rules_box_load(json_object_get(frame, "rules"), &rules, err);
	if (r == 0)
		r = wire_int(limits, "cpu_s", 0, 1, 86400, &cpu_s, err);
	if (r == 0)
		r = wire_int(limits, "memory_bytes", 0, 1 << 20, INT64_C(1) << 40, &memory_bytes, err);
	if (r < 0) {
		rules_box_free(rules);
		return r;
	}
	bool first = !l->rules;
	rules_box_free(l->rules);
	l->rules = rules;
	l->limits = (struct lock_limits){ .cpu_s = (unsigned)cpu_s, .memory_bytes = (size_t)memory_bytes,
					  .memfd_bytes = rules->rules.max_document_bytes + RECORDS_BYTES };
	return first ? get_ready(l, err) : 0;
}

static int on_kill(const struct loop *l, const json_t *frame, struct error *err)
{
	int64_t id = 0;
	int r = wire_int(frame, "id", 1, 0, INT64_MAX, &id, err);
	for (size_t i = 0; r == 0 && i < l->n; i++)
		if (l->child[i].id == id)
			(void)syscall(SYS_pidfd_send_signal, l->child[i].pidfd, SIGKILL, NULL, 0);	/* ended already: reaped soon */
	return r;
}

/* 1 go on, 0 the end. */
static int on_frame(struct loop *l, struct error *err)
{
	json_t *frame = NULL;
	struct wire_fds fds = { .n = 0 };
	const char *op = "";
	int r = wire_recv(WIRE_CHANNEL, &frame, &fds, err);
	if (r <= 0)
		return r;
	r = wire_text(frame, "op", 1, 0, 20, &op, err);
	if (r == 0 && strcmp(op, "hello") == 0)
		r = on_hello(l, frame, err);
	else if (r == 0 && strcmp(op, "read") == 0)
		r = on_read(l, frame, &fds, err);
	else if (r == 0 && strcmp(op, "kill") == 0)
		r = on_kill(l, frame, err);
	else if (r == 0)
		r = error_set(err, FAIL_FATAL, "protocol: unknown op");
	bool hello = r == 0 && strcmp(op, "hello") == 0;
	wire_fds_close(&fds);
	json_decref(frame);
	if (hello)	/* what it took lies between what others use */
		make_fresh(l);
	return r < 0 ? r : 1;
}

/* ---- children out ---- */

static int bury(struct loop *l, size_t i, struct error *err)
{
	struct child c = l->child[i];
	int status = 0;
	if (waitpid(c.pid, &status, WNOHANG) != c.pid)
		return 0;
	(void)close(c.pidfd);
	l->child[i] = l->child[--l->n];
	int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0, code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
	const char *word = signal == SIGXCPU || signal == SIGXFSZ ? "limit" : signal ? "signal" : code ? "code" : "ok";
	return send(json_pack("{s:s, s:I, s:s, s:i, s:i, s:I}", "op", "ended", "id", (json_int_t)c.id, "status", word, "signal", signal,
			      "code", code, "ms", (json_int_t)((clock_mono_us() - c.started_us) / 1000)), err);
}

static int turn(struct loop *l, struct error *err)
{
	struct pollfd fds[1 + ZYGOTE_CHILDREN];
	size_t n = l->n;
	/* no room: frames wait, but the end of the channel is still seen (POLLHUP) */
	fds[0] = (struct pollfd){ .fd = WIRE_CHANNEL, .events = n < ZYGOTE_CHILDREN ? POLLIN : 0 };
	for (size_t i = 0; i < n; i++)
		fds[1 + i] = (struct pollfd){ .fd = l->child[i].pidfd, .events = POLLIN };
	if (poll(fds, 1 + n, -1) < 0)
		return errno == EINTR ? 1 : error_set(err, FAIL_FATAL, "poll: %s", strerror(errno));
	for (size_t i = n; i-- > 0;) {	/* downwards: burying moves the last one into the gap */
		int r = fds[1 + i].revents ? bury(l, i, err) : 0;
		if (r < 0)
			return r;
	}
	if (fds[0].revents & POLLIN)
		return on_frame(l, err);
	return fds[0].revents ? 0 : 1;
}

void zygote_main(const struct zygote *z)
{
	struct loop l = { .z = z, .null = open("/dev/null", O_RDWR | O_CLOEXEC) };
	struct error err = { 0 };
	frame_memory_use();
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	(void)signal(SIGPIPE, SIG_IGN);	/* children write to pipes and sockets whose reader may go */
	(void)fcntl(WIRE_CHANNEL, F_SETFD, FD_CLOEXEC);
	int r = l.null >= 0 ? 1 : FAIL_FATAL;
	while (r > 0)
		r = turn(&l, &err);
	_exit(r < 0);	/* libraries' goodbyes are nobody's to read */
}
