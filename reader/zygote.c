#include "reader/zygote.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/wire.h"
#include "reader/child.h"
#include "reader/frame_memory.h"
#include "reader/fresh_memory.h"
#include "reader/rewind.h"
#include "reader/rules_json.h"

#define CHILD_EXIT_LOCK 99
#define RECORDS_BYTES (16u << 20)	/* a memfd holds a document or the records of one */

struct child {
	pid_t pid;
	int pidfd;
	int64_t id, started_us;
};

#define SLOTS 2			/* klachtd decides on a mail in more time than two of them need */
#define SLOT_FAILURES 3		/* that it cannot start: then it is left */
#define SLOW_US (50 * 1000)	/* who waits for a slot waits no longer */

/* A child that is set back after each document, and the order that it reads. */
struct slot {
	struct rewind *rewind;		/* NULL: not here */
	int64_t id, since_us;
	int document, out;		/* owned; -1 */
	unsigned failures;
	bool killed;
};

struct loop {
	const struct zygote *z;
	pid_t self;
	struct rules_box *rules;	/* owned; NULL before hello */
	struct lock_limits limits;
	struct child child[ZYGOTE_CHILDREN + SLOTS];	/* a slot's order may need one, too */
	size_t n;
	struct slot slot[SLOTS];
	bool wants_slot;
	int null;
};

static int send(const json_t *frame, struct error *err)
{
	int r = frame ? wire_send(WIRE_CHANNEL, frame, NULL, 0, err) : error_set(err, FAIL_RETRY, "out of memory");
	json_decref((json_t *)frame);
	return r;
}

/* ---- the child ---- */

#define ALL_LAYERS 15

/* Bits of the layers that stand: the exit code of a probe. */
static int layers_bits(const struct lock_layers *l)
{
	return l->landlock | l->seccomp << 1 | l->no_new_privs << 2 | l->not_dumpable << 3;
}

/* With the zygote it dies. */
static bool bound(const struct loop *l)
{
	return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == l->self;
}

static int lock_child(const struct loop *l, int *ret_layers)
{
	struct lock_layers layers;
	int r = bound(l) ? lock_enter(&(struct lock){ .profile = LOCK_READER }, &layers, NULL) : FAIL_FATAL;
	if (r == 0)
		r = lock_limits(&l->limits, NULL);
	*ret_layers = r == 0 ? layers_bits(&layers) : 0;
	return r;
}

/* As lock_child(), for one that is set back: all layers, or none of it. */
static int lock_still(void *arg)
{
	const struct loop *l = arg;
	struct lock_layers layers;
	if (!bound(l) || lock_limits(&l->limits, NULL) < 0 || lock_enter(&(struct lock){ .profile = LOCK_STILL }, &layers, NULL) < 0)
		return FAIL_FATAL;
	return layers_bits(&layers) == ALL_LAYERS ? 0 : FAIL_FATAL;
}

/* Others' documents and channels, the zygote's own: none is its business. */
static void close_others(const struct zygote_order *o)
{
	unsigned low = WIRE_CHANNEL, high = WIRE_CHANNEL;
	if (o) {
		low = (unsigned)(o->document < o->out ? o->document : o->out);
		high = (unsigned)(o->document < o->out ? o->out : o->document);
		if (low > WIRE_CHANNEL)
			(void)close_range(WIRE_CHANNEL, low - 1, 0);
		if (high > low + 1)
			(void)close_range(low + 1, high - 1, 0);
	}
	(void)close_range(o ? high + 1 : low, ~0u, 0);
}

__attribute__((noreturn)) static void be_child(struct loop *l, const struct zygote_order *o)
{
	int bits = 0;
	if (!LOCK_SANITIZED) {	/* whose reports are wanted */
		(void)dup2(l->null, STDOUT_FILENO);
		(void)dup2(l->null, STDERR_FILENO);
	}
	close_others(o);
	int r = lock_child(l, &bits);
	if (!o)
		_exit(bits);
	fresh_memory_take();
	_exit(r < 0 ? CHILD_EXIT_LOCK : l->z->read(o));
}

/* ---- children in, children out ---- */

static int say_ended(int64_t id, const char *word, int signal, int code, int64_t since_us, struct error *err)
{
	return send(json_pack("{s:s, s:I, s:s, s:i, s:i, s:I}", "op", "ended", "id", (json_int_t)id, "status", word, "signal", signal, "code", code,
			      "ms", (json_int_t)((clock_mono_us() - since_us) / 1000)), err);
}

static int start_child(struct loop *l, int64_t id, const struct zygote_order *o, struct error *err)
{
	pid_t pid = fork();
	if (pid == 0)
		be_child(l, o);
	if (pid < 0)
		return say_ended(id, "limit", 0, 0, clock_mono_us(), err);
	int pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
	if (pidfd < 0)
		return error_set(err, FAIL_FATAL, "pidfd_open: %s", strerror(errno));
	l->child[l->n++] = (struct child){ .pid = pid, .pidfd = pidfd, .id = id, .started_us = clock_mono_us() };
	return 0;
}

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
	return say_ended(c.id, word, signal, code, c.started_us, err);
}

/* ---- children that are set back ---- */

/* True: one of them reads it, and has the descriptors. */
static bool give_slot(struct loop *l, int64_t id, const struct zygote_order *o, struct wire_fds *fds)
{
	for (struct slot *s = l->slot; s < l->slot + SLOTS; s++) {
		if (!s->rewind || rewind_state(s->rewind) != REWIND_IDLE)
			continue;
		int r = rewind_give(s->rewind, o, NULL);
		if (r < 0 && r != FAIL_ITEM)
			rewind_end(s->rewind);
		if (r < 0)
			return false;
		s->id = id;
		s->since_us = clock_mono_us();
		s->document = fd_take(&fds->fd[0]);
		s->out = fd_take(&fds->fd[1]);
		return true;
	}
	l->wants_slot = true;
	return false;
}

static bool startable(const struct slot *s)
{
	return s->rewind && rewind_state(s->rewind) == REWIND_NONE && s->failures < SLOT_FAILURES;
}

/* Between frames: what one of them said is in no memory then. */
static int start_slot(struct loop *l, struct error *err)
{
	struct slot *s = l->slot;
	while (s < l->slot + SLOTS && !startable(s))
		s++;
	l->wants_slot = false;
	if (s == l->slot + SLOTS)
		return 0;
	s->killed = false;
	s->failures++;		/* until it is ready */
	s->since_us = clock_mono_us();
	int r = rewind_start(s->rewind, &(struct rewind_life){ .lock = lock_still, .arg = l, .read = l->z->read, .rules = &l->rules->rules, .null = l->null }, err);
	return r == FAIL_FATAL ? r : 0;
}

/* Whatever a child may inherit holds no other mail's name. */
static void forget(struct order_text *order)
{
	explicit_bzero(order, sizeof *order);
}

/* The slot's order is over: said, or else read by a child of its own. */
static int leave_slot(struct loop *l, struct slot *s, const struct order_text *unread, struct error *err)
{
	FD_CLEANUP int document = fd_take(&s->document), out = fd_take(&s->out);
	if (s->killed)
		return say_ended(s->id, "signal", SIGKILL, 0, s->since_us, err);
	if (!unread)
		return say_ended(s->id, "ok", 0, 0, s->since_us, err);
	struct zygote_order o = { .channel = unread->channel, .file = unread->file, .mode = unread->mode, .document = document, .out = out, .rules = l->rules->rules };
	o.rules.received_us = unread->received_us;
	return start_child(l, s->id, &o, err);
}

static int slot_gone(struct loop *l, struct slot *s, struct error *err)
{
	struct order_text order;
	bool reading = s->document >= 0;
	if (reading)
		rewind_order(s->rewind, &order);
	rewind_end(s->rewind);
	int r = reading ? leave_slot(l, s, &order, err) : 0;
	forget(&order);
	return r;
}

static int slot_done(struct loop *l, struct slot *s, struct error *err)
{
	const struct exchange *x = NULL;
	struct order_text order;
	int r = rewind_done(s->rewind, &x, NULL);
	if (r == FAIL_RETRY)
		return 0;
	if (r < 0 || s->killed)
		return slot_gone(l, s, err);
	s->failures = 0;
	if (!x)
		return 0;
	bool said = x->code == CHILD_DONE && x->n_answer && x->n_answer <= WIRE_BYTES && wire_send_text(s->out, x->answer, x->n_answer, NULL) == 0;
	if (!said)
		rewind_order(s->rewind, &order);
	rewind_back(s->rewind);
	r = leave_slot(l, s, said ? NULL : &order, err);
	forget(&order);
	return r;
}

/* True: the next order waits, since a slot is soon free. */
static bool slot_soon(const struct loop *l)
{
	bool soon = false;
	for (const struct slot *s = l->slot; s < l->slot + SLOTS; s++) {
		if (!s->rewind)
			continue;
		enum rewind_state state = rewind_state(s->rewind);
		if (state == REWIND_IDLE || startable(s))
			return false;
		soon |= state != REWIND_NONE && clock_mono_us() - s->since_us < SLOW_US;
	}
	return soon;
}

/* ---- frames in ---- */

static int on_read(struct loop *l, const json_t *frame, struct wire_fds *fds, struct error *err)
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
	return give_slot(l, id, &o, fds) ? 0 : start_child(l, id, &o, err);
}

static const struct { int bit; const char *name; } layer_names[] = {
	{ 1, "landlock" }, { 2, "seccomp" }, { 4, "no-new-privs" }, { 8, "not-dumpable" },
};

/* What stands is found out by a child that goes the way of every later one. */
static int say_ready(struct loop *l, struct error *err)
{
	int status = 0;
	pid_t pid = fork();
	if (pid == 0)
		be_child(l, NULL);
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
	fresh_memory_use(l->z->rewinds ? REWIND_HEAP_BYTES : 0);
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
	for (struct slot *s = l->slot; s < l->slot + SLOTS; s++)
		if (s->rewind) {
			rewind_outdated(s->rewind);
			s->failures = 0;
		}
	rules_box_free(l->rules);
	l->rules = rules;
	l->limits = (struct lock_limits){ .cpu_s = (unsigned)cpu_s, .memory_bytes = (size_t)memory_bytes,
					  .memfd_bytes = rules->rules.max_document_bytes + RECORDS_BYTES };
	return first ? get_ready(l, err) : 0;
}

static int on_kill(struct loop *l, const json_t *frame, struct error *err)
{
	int64_t id = 0;
	int r = wire_int(frame, "id", 1, 0, INT64_MAX, &id, err);
	for (size_t i = 0; r == 0 && i < l->n; i++)
		if (l->child[i].id == id)
			(void)syscall(SYS_pidfd_send_signal, l->child[i].pidfd, SIGKILL, NULL, 0);	/* ended already: reaped soon */
	for (struct slot *s = l->slot; r == 0 && s < l->slot + SLOTS; s++)
		if (s->document >= 0 && s->id == id) {
			s->killed = true;
			(void)syscall(SYS_pidfd_send_signal, rewind_pidfd(s->rewind), SIGKILL, NULL, 0);
		}
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
		fresh_memory_make();
	return r < 0 ? r : 1;
}

/* ---- the loop ---- */

static size_t watch(const struct loop *l, struct pollfd *fds)
{
	size_t n = 0;
	/* no room: frames wait, but the end of the channel is still seen (POLLHUP) */
	fds[n++] = (struct pollfd){ .fd = WIRE_CHANNEL, .events = l->n < ZYGOTE_CHILDREN && !slot_soon(l) ? POLLIN : 0 };
	for (size_t i = 0; i < SLOTS; i++) {
		const struct rewind *w = l->slot[i].rewind;
		fds[n++] = (struct pollfd){ .fd = w ? rewind_done_fd(w) : -1, .events = POLLIN };
		fds[n++] = (struct pollfd){ .fd = w ? rewind_pidfd(w) : -1, .events = POLLIN };
	}
	for (size_t i = 0; i < l->n; i++)
		fds[n++] = (struct pollfd){ .fd = l->child[i].pidfd, .events = POLLIN };
	return n;
}

static int turn(struct loop *l, struct error *err)
{
	struct pollfd fds[1 + 2 * SLOTS + ZYGOTE_CHILDREN + SLOTS], *child = fds + 1 + 2 * SLOTS;
	int r = l->wants_slot ? start_slot(l, err) : 0;
	if (r < 0)
		return r;
	size_t n = watch(l, fds), children = l->n;
	r = poll(fds, n, fds[0].events ? -1 : SLOW_US / 1000);
	if (r < 0)
		return errno == EINTR ? 1 : error_set(err, FAIL_FATAL, "poll: %s", strerror(errno));
	r = 0;
	for (size_t i = children; r == 0 && i-- > 0;)	/* downwards: burying moves the last one into the gap */
		r = child[i].revents ? bury(l, i, err) : 0;
	for (size_t i = 0; r == 0 && i < SLOTS; i++)
		r = fds[1 + 2 * i].revents ? slot_done(l, &l->slot[i], err) : fds[2 + 2 * i].revents ? slot_gone(l, &l->slot[i], err) : 0;
	if (r < 0)
		return r;
	if (fds[0].revents & POLLIN)
		return on_frame(l, err);
	return fds[0].revents ? 0 : 1;
}

void zygote_main(const struct zygote *z)
{
	struct loop l = { .z = z, .self = getpid(), .null = open("/dev/null", O_RDWR | O_CLOEXEC) };
	struct error err = { 0 };
	frame_memory_use();
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	(void)signal(SIGPIPE, SIG_IGN);	/* children write to pipes and sockets whose reader may go */
	(void)fcntl(WIRE_CHANNEL, F_SETFD, FD_CLOEXEC);
	for (size_t i = 0; i < SLOTS; i++)
		l.slot[i] = (struct slot){ .rewind = z->rewinds ? rewind_new() : NULL, .document = -1, .out = -1 };
	int r = l.null >= 0 ? 1 : FAIL_FATAL;
	while (r > 0)
		r = turn(&l, &err);
	_exit(r < 0);	/* libraries' goodbyes are nobody's to read */
}
