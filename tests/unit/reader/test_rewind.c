/* Children that are set back, as their zygote sees them: answers, ends, and what they refuse. (What a document cannot leave behind: test_rewound.c) */
#include <sys/resource.h>

#include "tests/unit/reader/rewind_zygote.h"

#define SHARE 1000		/* documents, then it ends */

/* ---- deeds ---- */

static int echo(const struct zygote_order *o)
{
	char text[300];
	struct map doc;
	if (child_document(o, &doc) < 0)
		return CHILD_DOCUMENT;
	return say(o->exchange, text, (size_t)snprintf(text, sizeof text, "%s|%s|%s|%lld|%zu|%.100s", o->channel, o->file, o->mode,
						       (long long)o->rules.received_us, doc.n, (const char *)doc.bytes));
}

static int all(const struct zygote_order *o)
{
	memset(o->exchange->answer, 'a', WIRE_BYTES);
	o->exchange->n_answer = WIRE_BYTES;
	return CHILD_DONE;
}

static void *volatile taken;	/* or a compiler does without malloc */

static int hoards(const struct zygote_order *o)
{
	while ((taken = malloc(5000)))
		;
	return say(o->exchange, "less of it", 10);
}

static int hoards_once(const struct zygote_order *o)
{
	taken = malloc(16 << 20);
	return say_number(o->exchange, taken != NULL);
}

static int dive(volatile char *above)
{
	volatile char here[500];
	here[0] = *above;
	return here[0] ? 0 : dive(here) + here[0];
}

static int dives(const struct zygote_order *o)
{
	(void)o;
	*own.heap = 0;
	return dive((volatile char *)own.heap);
}

static int crashes(const struct zygote_order *o)
{
	(void)o;
	__builtin_trap();
}

static int ends(const struct zygote_order *o)
{
	_exit(say(o->exchange, "ends", 4));
}

static int says_and_ends(const struct zygote_order *o)
{
	say_done();
	_exit(say(o->exchange, "ends", 4));
}

static int sleeps(const struct zygote_order *o)
{
	(void)o;
	for (volatile bool on = true; on;)
		;
	return CHILD_DONE;
}

static const struct deed those[] = {
	{ "echo", echo }, { "all", all }, { "hoards", hoards }, { "hoards_once", hoards_once }, { "dives", dives }, { "crashes", crashes },
	{ "ends", ends }, { "says_and_ends", says_and_ends }, { "sleeps", sleeps }, { NULL, NULL },
};

/* ---- tests ---- */

static void answers(void)
{
	char expected[200];
	(void)snprintf(expected, sizeof expected, "post|map/7.eml|full|%lld|%zu|echo", (long long)RECEIVED, sizeof next);
	must_say("echo", expected);
	char *pid_first = strdup(ask("pid"));
	const char *full = ask("all");
	for (size_t i = 0; i < WIRE_BYTES; i++)
		MUST(full[i] == 'a');
	for (int i = 0; i < 50; i++)
		must_say("count", "1");
	must_say("echo", expected);
	must_say("pid", pid_first);
}

static void its_share(void)
{
	for (int i = 0; i < SHARE; i++) {
		MUST(rewind_state(w) == REWIND_IDLE);
		must_say("count", "1");
	}
	MUST(rewind_state(w) == REWIND_NONE && rewind_done_fd(w) == -1);
	begin();
	must_say("count", "1");
}

static void too_much(void)
{
	static const char *const greedy[] = { "hoards", "hoards_once" };
	const struct exchange *x = NULL;
	for (size_t i = 0; i < sizeof greedy / sizeof *greedy; i++) {
		give(greedy[i]);
		MUST(said_done() && rewind_done(w, &x, NULL) == 0 && x->code == CHILD_MEMORY && x->n_answer);
		rewind_back(w);
		must_say("count", "1");
	}
	give("dives");
	MUST(!said_done());
	for (size_t i = 0; i < WIRE_BYTES; i++)
		MUST(!x->answer[i]);
	MUST(must_end() == SIGSEGV);
}

static void the_end(void)
{
	const struct exchange *x = NULL;
	give("crashes");
	MUST(!said_done() && rewind_done(w, &x, NULL) == FAIL_RETRY && rewind_state(w) == REWIND_READING && must_end() == SIGILL);
	give("ends");
	MUST(!said_done() && must_end() == -CHILD_DONE);
	give("says_and_ends");
	MUST(waitid(P_PIDFD, (id_t)rewind_pidfd(w), &(siginfo_t){ .si_signo = 0 }, WEXITED | WNOWAIT) == 0);
	MUST(said_done() && rewind_done(w, &x, NULL) == FAIL_ITEM && !x);
	rewind_end(w);
	rewind_end(w);
	begin();
	must_say("count", "1");
}

static int give_order(struct zygote_order *o, size_t n, bool sealed)
{
	static char bytes[REWIND_DOCUMENT_BYTES + 1];
	(void)snprintf(bytes, sizeof bytes, "count");
	FD_CLEANUP int fd = sealed ? memfd_from("document", bytes, n, NULL) : memfd_new("document", NULL);
	o->document = fd;
	return rewind_give(w, o, NULL);
}

static void unfit(void)
{
	struct zygote_order o = order_of(-1);
	MUST(give_order(&o, rules.max_document_bytes + 1, true) == FAIL_ITEM);
	o.rules.max_document_bytes = 1 << 20;
	MUST(give_order(&o, REWIND_DOCUMENT_BYTES + 1, true) == FAIL_ITEM && give_order(&o, 0, false) == FAIL_ITEM);
	o.attachment = true;
	MUST(give_order(&o, 100, true) == FAIL_ITEM);
	o.attachment = false;
	o.mode = "headers";
	MUST(give_order(&o, 100, true) == FAIL_ITEM && rewind_state(w) == REWIND_IDLE);
	must_say("count", "1");
	o.mode = "full";
	MUST(give_order(&o, REWIND_DOCUMENT_BYTES, true) == 0 && give_order(&o, 100, true) == FAIL_ITEM);
}

static void outdated(void)
{
	const struct exchange *x = NULL;
	give("count");
	rewind_outdated(w);
	MUST(rewind_state(w) == REWIND_READING && said_done() && rewind_done(w, &x, NULL) == 0 && x->n_answer == 1);
	rewind_back(w);
	MUST(rewind_state(w) == REWIND_NONE);
	rewind_outdated(w);
	begin();
	rewind_outdated(w);
	MUST(rewind_state(w) == REWIND_NONE);
}

static void kill_it(void)
{
	MUST(syscall(SYS_pidfd_send_signal, rewind_pidfd(w), SIGKILL, NULL, 0) == 0);
}

static void killed(void)
{
	give("sleeps");
	kill_it();
	MUST(!said_done() && must_end() == SIGKILL);
	kill_it();
	MUST(!said_done() && must_end() == SIGKILL);
	must_say("count", "1");	/* where it stopped is no stack any more */
	MUST(syscall(SYS_pidfd_send_signal, rewind_pidfd(w), SIGCONT, NULL, 0) == 0 && !said_done() && must_end() == SIGSEGV);
	give("sleeps");		/* as the zygote does with one that takes too long */
	rewind_end(w);
	begin();
}

/* As many descriptors as there may be: nothing is waited for that nobody can end. */
static void no_descriptor(void)
{
	struct rewind_life life = { .lock = lock, .read = read_text, .rules = &rules, .null = STDIN_FILENO };
	rewind_end(w);
	int next_fd = dup(STDIN_FILENO);
	MUST(next_fd > 0 && close(next_fd) == 0);
	MUST(setrlimit(RLIMIT_NOFILE, &(struct rlimit){ (rlim_t)next_fd + 1, (rlim_t)next_fd + 1 }) == 0);
	MUST(rewind_start(w, &life, NULL) == FAIL_FATAL && rewind_state(w) == REWIND_NONE);
}

/* A document is in no other child's memory. */
static void others(void)
{
	const struct exchange *x = NULL;
	int status = 0;
	give("count");
	MUST(said_done() && rewind_done(w, &x, NULL) == 0 && *(const volatile uint8_t *)x->document == 'c');
	pid_t other = fork();
	if (other == 0)
		_exit(*(const volatile uint8_t *)x->document);
	MUST(other > 0 && waitpid(other, &status, 0) == other && WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV);
	rewind_back(w);
}

ZYGOTE_TEST(answers)
ZYGOTE_TEST(its_share)
ZYGOTE_TEST(too_much)
ZYGOTE_TEST(the_end)
ZYGOTE_TEST(unfit)
ZYGOTE_TEST(outdated)
ZYGOTE_TEST(killed)
ZYGOTE_TEST(no_descriptor)
ZYGOTE_TEST(others)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answers), cmocka_unit_test(test_its_share), cmocka_unit_test(test_too_much), cmocka_unit_test(test_the_end),
		cmocka_unit_test(test_unfit), cmocka_unit_test(test_outdated), cmocka_unit_test(test_killed), cmocka_unit_test(test_no_descriptor), cmocka_unit_test(test_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
