/* A zygote that a test plays, with children that are set back; what they are to read names a deed, which is a function of the test. */
#ifndef KLACHTD_TESTS_REWIND_ZYGOTE_H
#define KLACHTD_TESTS_REWIND_ZYGOTE_H

#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/lock.h"
#include "reader/child.h"
#include "reader/rewound.h"

#define RANGES 64
#define SKIPPED 77
#define RECEIVED INT64_C(1234567890123)

/* In another process an assert of cmocka means nothing: this one ends it, which the test then sees. */
#define MUST(what) \
	do { \
		if (!(what)) { \
			dprintf(STDERR_FILENO, "%s:%d: %s\n", __FILE__, __LINE__, #what); \
			_exit(1); \
		} \
	} while (0)

/* A document: which deed, and what it needs to know: all that the process can write to, and where the stack lies that it began with. */
struct text {
	char deed[16];
	pid_t pid;
	long n;				/* of range; 0: not known; negative: there is memory that is not shared */
	struct range first_stack, range[RANGES];
};

struct deed {
	const char *name;
	int (*run)(const struct zygote_order *o);
};

static struct {
	uint64_t word[500];
	char *heap;
	pid_t pid;
} own;				/* what documents write to */

static const uint64_t one = 1;
static const struct deed *deeds;	/* the test's, up to one without a name */
static struct rules rules = { .max_document_bytes = 50000, .received_us = RECEIVED };
static struct rewind *w;
static struct text next;	/* document */
static int asking;		/* of the test: what a process can write to */

/* ---- the child ---- */

static int say(struct exchange *x, const void *bytes, size_t n)
{
	memcpy(x->answer, bytes, n);
	x->n_answer = n;
	return CHILD_DONE;
}

static int say_number(struct exchange *x, long n)
{
	char text[32];
	return say(x, text, (size_t)snprintf(text, sizeof text, "%ld", n));
}

static bool say_done(void)
{
	return write(WIRE_CHANNEL, &one, sizeof one) == sizeof one;
}

static int count(const struct zygote_order *o)
{
	return say_number(o->exchange, (long)++own.word[0]);
}

static int read_text(const struct zygote_order *o)
{
	const struct text *t = (const void *)o->exchange->document;
	if (strcmp(t->deed, "count") == 0)
		return count(o);
	if (strcmp(t->deed, "pid") == 0)
		return say_number(o->exchange, own.pid);
	for (const struct deed *d = deeds; d->name; d++)
		if (strcmp(d->name, t->deed) == 0)
			return d->run(o);
	return CHILD_DOCUMENT;
}

static int lock(void *arg)
{
	struct lock_layers layers = { .seccomp = false };
	(void)arg;
	own.pid = getpid();
	return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && lock_enter(&(struct lock){ .profile = LOCK_STILL }, &layers, NULL) == 0 && layers.seccomp ? 0 : FAIL_FATAL;
}

/* ---- the zygote ---- */

/* True: it has said "done"; false: it has ended. */
static bool said_done(void)
{
	struct pollfd fds[] = { { .fd = rewind_done_fd(w), .events = POLLIN }, { .fd = rewind_pidfd(w), .events = POLLIN } };
	MUST(poll(fds, 2, 10000) > 0);
	return fds[0].revents;
}

static void begin(void)
{
	const struct exchange *x = NULL;
	struct rewind_life life = { .lock = lock, .read = read_text, .rules = &rules, .null = STDIN_FILENO };
	MUST(rewind_state(w) == REWIND_NONE && rewind_start(w, &life, NULL) == 0 && rewind_state(w) == REWIND_STARTING);
	MUST(said_done() && rewind_done(w, &x, NULL) == 0 && !x && rewind_state(w) == REWIND_IDLE);
}

static struct zygote_order order_of(int document)
{
	return (struct zygote_order){ .channel = "post", .file = "map/7.eml", .mode = "full", .document = document, .out = -1, .rules = rules };
}

static void give(const char *deed)
{
	memset(next.deed, 0, sizeof next.deed);
	(void)snprintf(next.deed, sizeof next.deed, "%s", deed);
	FD_CLEANUP int fd = memfd_from("document", &next, sizeof next, NULL);
	struct zygote_order o = order_of(fd);
	MUST(fd >= 0 && rewind_give(w, &o, NULL) == 0 && rewind_state(w) == REWIND_READING);
}

/* Gives it, and what it says, NUL-terminated; the next one must be set back to. */
static const char *ask(const char *deed)
{
	static char answer[WIRE_BYTES + 1];
	const struct exchange *x = NULL;
	give(deed);
	MUST(said_done() && rewind_done(w, &x, NULL) == 0 && x && x->n_answer <= WIRE_BYTES);
	MUST(x->code == CHILD_DONE || x->code == -1);	/* -1: who said "done" was not the one who answers */
	memset(answer, 0, sizeof answer);
	memcpy(answer, x->answer, x->n_answer);
	rewind_back(w);
	return answer;
}

static void must_say(const char *deed, const char *answer)
{
	const char *got = ask(deed);
	if (strcmp(got, answer) != 0)
		dprintf(STDERR_FILENO, "%s says: %.200s\n", deed, got);
	MUST(strcmp(got, answer) == 0);
}

/* How it ended: the signal, or minus the exit code. Its words are still there, and another one works. */
static int must_end(void)
{
	struct order_text order;
	siginfo_t how = { .si_signo = 0 };
	MUST(waitid(P_PIDFD, (id_t)rewind_pidfd(w), &how, WEXITED | WNOWAIT) == 0);
	rewind_order(w, &order);
	MUST(strcmp(order.channel, "post") == 0 && strcmp(order.file, "map/7.eml") == 0 && strcmp(order.mode, "full") == 0 && order.received_us == RECEIVED);
	rewind_end(w);
	MUST(rewind_state(w) == REWIND_NONE && rewind_done_fd(w) == -1 && rewind_pidfd(w) == -1);
	begin();
	must_say("count", "1");
	return how.si_code == CLD_EXITED ? -how.si_status : how.si_status;
}

/* What the child can write to, as the test sees it from outside: all of it must be what is shared. */
static inline void ask_ranges(void)
{
	next.pid = (pid_t)strtol(ask("pid"), NULL, 10);
	MUST(write(asking, &next, sizeof next) == sizeof next && read(asking, &next, sizeof next) == sizeof next);
	if (next.n == 0)
		_exit(SKIPPED);
	MUST(next.n > 3);
}

/* ---- the test ---- */

static void read_line(const char *line, struct text *t)
{
	char rights[5] = "", name[100] = "";
	struct range r;
	if (sscanf(line, "%lx-%lx %4s %*s %*s %*s %99s", &r.from, &r.to, rights, name) < 3)
		t->n = -1;
	if (strcmp(name, "[stack]") == 0)
		t->first_stack = r;
	if (rights[1] != 'w' || t->n < 0)
		return;
	if (strcmp(name, "/memfd:rewind") == 0 && rights[3] == 's' && t->n < RANGES)
		t->range[t->n++] = r;
	else
		t->n = -1;
}

static void read_ranges(struct text *t)
{
	char path[40], line[500];
	(void)snprintf(path, sizeof path, "/proc/%d/maps", (int)t->pid);
	FILE *f = fopen(path, "re");
	t->n = 0;
	while (f && fgets(line, sizeof line, f))
		read_line(line, t);
	if (f)
		(void)fclose(f);
}

__attribute__((noreturn)) static void be_zygote(void (*what)(void))
{
	struct lock_layers layers = { .seccomp = false };
	(void)alarm(20);			/* hangs */
	(void)signal(SIGSEGV, SIG_DFL);		/* not cmocka's */
	(void)signal(SIGILL, SIG_DFL);
	(void)signal(SIGSYS, SIG_DFL);
	own.heap = calloc(1, 5000);
	w = rewind_new();
	MUST(w && own.heap && lock_enter(&(struct lock){ .profile = LOCK_ZYGOTE }, &layers, NULL) == 0 && layers.seccomp);
	begin();
	what();
	rewind_end(w);
	_exit(0);
}

/* Where there is none, that is all there is to test. */
static void in_zygote(const struct deed *those, void (*what)(void))
{
	int pair[2], status = 0;
	struct text t;
	deeds = those;
	if (!REWOUND_HERE) {
		assert_null(rewind_new());
		print_message("no child is set back here: nothing to test\n");
		skip();
	}
	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair), 0);
	asking = pair[1];
	pid_t zygote = fork();
	if (zygote == 0) {
		(void)close(pair[0]);
		be_zygote(what);
	}
	(void)close(pair[1]);
	while (read(pair[0], &t, sizeof t) == sizeof t) {
		read_ranges(&t);
		assert_int_equal(write(pair[0], &t, sizeof t), sizeof t);
	}
	(void)close(pair[0]);
	assert_int_equal(waitpid(zygote, &status, 0), zygote);
	if (WIFEXITED(status) && WEXITSTATUS(status) == SKIPPED) {
		print_message("only root may look at what is not dumpable\n");
		skip();
	}
	assert_int_equal(status, 0);
}

#define ZYGOTE_TEST(what) \
	static void test_##what(void **state) \
	{ \
		(void)state; \
		in_zygote(those, what); \
	}

#endif
