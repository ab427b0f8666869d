/* What a document can do to a child that is set back, with whatever code it runs there: nothing that the next document finds. */
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/rseq.h>
#include <time.h>

#include "tests/unit/reader/rewind_zygote.h"

#define MARK UINT64_C(0x2a21746572636553)

/* ---- deeds: what is found ---- */

static int compute(const struct zygote_order *o)
{
	char text[200];
	volatile double whole = 1, three = 3, tiny = 1e-310;
	volatile long double ten = 10;
	memmove(own.word + 1, own.word, sizeof own.word - sizeof *own.word);
	errno = 7;
	volatile uint64_t *odd = (volatile uint64_t *)(void *)((char *)own.word + 1);
	return say(o->exchange, text, (size_t)snprintf(text, sizeof text, "%.17g %.17g %.19Lg %d %d", whole / three, tiny / three, 1 / ten, errno, (int)*odd));
}

/* That hold what the process had at first: nothing. */
static int selectors(const struct zygote_order *o)
{
	long ds = 0, es = 0, fs = 0, gs = 0;
#ifdef __x86_64__
	__asm__ volatile("movl %%ds, %k0\n\tmovl %%es, %k1\n\tmovl %%fs, %k2\n\tmovl %%gs, %k3" : "=r"(ds), "=r"(es), "=r"(fs), "=r"(gs));
#endif
	return say_number(o->exchange, ds | es | fs | gs);
}

/* Nowhere as a whole, or who searches would find himself. */
static bool is_mark(const volatile unsigned char *p)
{
	for (size_t i = 0; i < sizeof(uint64_t); i++)
		if (p[i] != (unsigned char)(MARK >> 8 * i))
			return false;
	return true;
}

static int search(const struct zygote_order *o)
{
	const struct text *t = (const void *)o->exchange->document;
	long found = 0;
	for (long i = 0; i < t->n; i++)
		for (uintptr_t p = t->range[i].from; p + sizeof(uint64_t) <= t->range[i].to; p++)
			found += is_mark((const volatile unsigned char *)p);
	return say_number(o->exchange, found);
}

/* Of all that can be written to, but for what the kernel keeps there of the thread (rseq(2)). */
static int hash(const struct zygote_order *o)
{
	const struct text *t = (const void *)o->exchange->document;
	uintptr_t kernels = (uintptr_t)__builtin_thread_pointer() + (uintptr_t)__rseq_offset;
	uint64_t h = 0;
	for (long i = 0; i < t->n; i++)
		for (uintptr_t p = t->range[i].from; p < t->range[i].to; p += sizeof h)
			if (p < kernels || p >= kernels + 32)
				h = (h ^ *(const volatile uint64_t *)p) * UINT64_C(0x100000001b3);
	return say(o->exchange, &h, sizeof h);
}

/* ---- deeds: what is done to memory, and who says "done" in a way of his own ---- */

static void put_mark(void *at)
{
	*(volatile uint64_t *)at = MARK;
}

/* Everywhere: the program's own, the heap's used and free part, the stack far below, the exchange, its padding, the signal's stack. */
static int plant(const struct zygote_order *o)
{
	const struct text *t = (const void *)o->exchange->document;
	char *free_part = malloc(60000);
	put_mark(own.word + 77);
	put_mark(own.heap + 8);
	if (free_part)
		put_mark(free_part + 50000);
	put_mark((char *)__builtin_frame_address(0) - 60000);
	put_mark(o->exchange->answer + 60000);
	for (long i = 0; i < t->n; i++) {	/* and the last words of each part */
		put_mark((void *)(t->range[i].to - 8));
		if (t->range[i].to - t->range[i].from > 30000)
			put_mark((void *)(t->range[i].to - 16384));
	}
	return say(o->exchange, "planted", 7);
}

__attribute__((noreturn)) static int twice(const struct zygote_order *o)
{
	(void)say(o->exchange, "twice", 5);
	for (;;)
		say_done();
}

__attribute__((noreturn)) static int goes_on(const struct zygote_order *o)
{
	(void)say(o->exchange, "goes on", 7);
	say_done();
	for (size_t i = 0;; i++) {
		((volatile uint64_t *)own.word)[i % 500] = i;
		((volatile char *)own.heap)[i % 3000] = (char)i;
		((volatile char *)o->exchange->answer)[7 + i % (WIRE_BYTES - 7)] = (char)i;
	}
}

#ifdef __x86_64__
static volatile uint64_t spoilt_stack = 16;

/* Registers that hold the mark or nonsense; then "done", and a stop, both from here: no C is possible any more. */
__attribute__((noreturn, no_stack_protector)) static void spoil(void)
{
	static const uint64_t marks[8] = { MARK, MARK, MARK, MARK, MARK, MARK, MARK, MARK };
	static const uint32_t mxcsr = 0xffc0;		/* cuts off, and takes what is tiny for 0 */
	static const uint16_t x87 = 0x0c7f;		/* single precision, cuts off */
	register uint64_t stack __asm__("rbx") = spoilt_stack;
	register long self __asm__("r15") = own.pid;
	__asm__ volatile("movups %0, %%xmm0\n\tmovups %0, %%xmm7\n\tmovups %0, %%xmm15\n\tldmxcsr %1\n\tfldcw %2\n\tfldpi\n\tfldpi" : : "m"(marks), "m"(mxcsr), "m"(x87));
	__asm__ volatile("pushfq\n\torq $0x40400, (%%rsp)\n\tpopfq\n\t"		/* AC, DF */
			 "movq %2, %%rsp\n\tmovl $0x2b, %%eax\n\tmovl %%eax, %%gs\n\tmovl %%eax, %%ds\n\tmovl %%eax, %%es\n\txorl %%eax, %%eax\n\tmovl %%eax, %%fs\n\t"
			 "movq %3, %%rbp\n\tmovq %%rbp, %%r8\n\tmovq %%rbp, %%r9\n\tmovq %%rbp, %%r10\n\tmovq %%rbp, %%r12\n\tmovq %%rbp, %%r13\n\tmovq %%rbp, %%r14\n\tmovq %%rbp, %%rbx\n\t"
			 "movl $1, %%eax\n\tmovl $3, %%edi\n\tleaq %0, %%rsi\n\tmovl $8, %%edx\n\tsyscall\n"
			 "1:\tmovl $62, %%eax\n\tmovl %k1, %%edi\n\tmovl $19, %%esi\n\tsyscall\n\tjmp 1b"
			 : : "m"(one), "r"(self), "r"(stack), "m"(marks[0]) : "memory");
	__builtin_unreachable();
}
#endif

static int spoils(const struct zygote_order *o)
{
	(void)say(o->exchange, "spoilt", 6);
#ifdef __x86_64__
	spoil();
#endif
	return CHILD_DONE;
}

/* The stack pointer within the signal's stack, as rewind.c lays it out: the kernel goes on from there. */
static int spoils_at(const struct zygote_order *o, size_t offset)
{
#ifdef __x86_64__
	spoilt_stack = (uintptr_t)o->exchange + (sizeof(struct exchange) + 4095) / 4096 * 4096 + offset;
#endif
	(void)offset;
	return spoils(o);
}

static int spoils_mid(const struct zygote_order *o)
{
	return spoils_at(o, (16 << 10) + 8);
}

static int spoils_low(const struct zygote_order *o)
{
	return spoils_at(o, 500);
}

/* Below the stack that the process began with: a kernel that made it larger for that would keep it so. */
static int reads_low(const struct zygote_order *o)
{
	const struct text *t = (const void *)o->exchange->document;
	return *(const volatile char *)(t->first_stack.from - 50000);
}

/* ---- deeds: calls ---- */

/* The first of them that is not; else what brk says, which is an error of no kind: no address. */
static int refused(const struct zygote_order *o)
{
	static struct rlimit limit = { 1, 1 };
	static struct timespec moment;
	char *page = (char *)((uintptr_t)own.heap & ~(uintptr_t)4095) + 4096;
	const long calls[][7] = {
		{ SYS_mmap, 0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0 }, { SYS_munmap, (long)page, 4096 },
		{ SYS_mprotect, (long)page, 4096, PROT_NONE }, { SYS_mremap, (long)page, 4096, 8192, MREMAP_MAYMOVE }, { SYS_madvise, (long)page, 4096, MADV_DONTNEED },
		{ SYS_madvise, (long)page, 4096, MADV_REMOVE }, { SYS_mlock, (long)page, 4096 }, { SYS_remap_file_pages, (long)page, 4096, 0, 300, 0 },
		{ SYS_rt_sigaction, SIGSEGV, 0, (long)own.word, 8 }, { SYS_rt_sigprocmask, SIG_BLOCK, 0, (long)own.word, 8 }, { SYS_sigaltstack, 0, (long)own.word },
		{ SYS_rt_sigreturn }, { SYS_prctl, PR_SET_PDEATHSIG, 0 }, { SYS_prctl, PR_SET_NAME, (long)"x" }, { SYS_seccomp, 0, 0, 0 }, { SYS_setrlimit, RLIMIT_CPU, (long)&limit },
		{ SYS_prlimit64, 0, RLIMIT_CPU, (long)&limit, 0 }, { SYS_dup, 3 }, { SYS_close, 3 }, { SYS_close_range, 3, 9, 0 }, { SYS_fcntl, 3, 4, 0 },
		{ SYS_read, 3, (long)own.word, 8 }, { SYS_write, 1, (long)&one, 8 }, { SYS_writev, 3, (long)own.word, 0 }, { SYS_memfd_create, (long)"x", 0 },
		{ SYS_kill, own.pid, SIGUSR1 }, { SYS_kill, own.pid, SIGCONT }, { SYS_kill, 0, SIGSTOP }, { SYS_kill, -1, SIGSTOP }, { SYS_kill, -own.pid, SIGSTOP },
		{ SYS_kill, 1, SIGSTOP }, { SYS_tgkill, own.pid, own.pid, SIGSTOP }, { SYS_pidfd_open, own.pid, 0 }, { SYS_clone, SIGCHLD, 0 }, 
		{ SYS_clone3, 0, 0 }, { SYS_ppoll, 0, 0, (long)&moment, 0, 8 }, { SYS_nanosleep, (long)&moment, 0 }, { SYS_setitimer, 0, 0, (long)own.word },
		{ SYS_timer_create, 0, 0, (long)own.word }, { SYS_openat, -100, (long)"/etc/passwd", 0 }, { SYS_exit, 0 }, { SYS_futex, (long)own.word, 1, 1 }, { SYS_umask, 0 },
		{ SYS_set_robust_list, (long)own.word, 24 }, { SYS_set_tid_address, (long)own.word }, { SYS_rseq, 0, 32, 1, 0x53053053 }, { SYS_restart_syscall },
		{ SYS_sched_setaffinity, 0, 8, (long)own.word }, { SYS_setpriority, 0, 0, 5 }, { SYS_personality, 0 }, { SYS_wait4, -1, 0, 1, 0 }, { SYS_getpid },
#ifdef __x86_64__	/* others have no such calls */
		{ SYS_dup2, 3, 9 }, { SYS_fork }, { SYS_vfork }, { SYS_poll, 0, 0, 0 }, { SYS_alarm, 1 }, { SYS_open, (long)"/etc/passwd", 0 },
		{ SYS_arch_prctl, 0x1002, (long)own.word }, { SYS_arch_prctl, 0x1001, (long)own.word }, { SYS_arch_prctl, 0x1012, 0 }, { SYS_modify_ldt, 0, 0, 0 }, { SYS_iopl, 0 },
#endif
	};
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		const long *c = calls[i];
		if (syscall(c[0], c[1], c[2], c[3], c[4], c[5], c[6]) != -1 || errno != EPERM)
			return say_number(o->exchange, c[0] ? c[0] : -1);
	}
	return say_number(o->exchange, syscall(SYS_brk, own.heap + (1 << 24)));
}

static int sockets(const struct zygote_order *o)
{
	return say_number(o->exchange, socket(AF_UNIX, SOCK_STREAM, 0));
}

static int execs(const struct zygote_order *o)
{
	char *argv[] = { (char *)"true", NULL };
	return say_number(o->exchange, execve("/bin/true", argv, NULL));
}

/* The calls of other machines that this one also knows. */
static int as_x32(const struct zygote_order *o)
{
	return say_number(o->exchange, syscall(0x40000000 | SYS_getpid));
}

static int as_i386(const struct zygote_order *o)
{
	long r = 20;	/* getpid */
#ifdef __x86_64__
	__asm__ volatile("int $0x80" : "+a"(r) : : "memory");
#endif
	return say_number(o->exchange, r);
}

static const struct deed those[] = {
	{ "compute", compute }, { "selectors", selectors }, { "search", search }, { "hash", hash }, { "plant", plant }, { "twice", twice }, { "goes_on", goes_on },
	{ "spoils", spoils }, { "spoils_mid", spoils_mid }, { "spoils_low", spoils_low }, { "reads_low", reads_low }, { "refused", refused }, { "sockets", sockets },
	{ "execs", execs }, { "as_x32", as_x32 }, { "as_i386", as_i386 }, { NULL, NULL },
};

/* ---- tests ---- */

static void nothing_stays(void)
{
	static const char *const before[] = { "spoils", "spoils_mid", "plant", "goes_on", "twice", "compute", "refused" };
	uint64_t first, now;
	ask_ranges();
	memcpy(&first, ask("hash"), sizeof first);
	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		(void)ask(before[i]);
		must_say("search", "0");
		(void)ask(before[i]);
		memcpy(&now, ask("hash"), sizeof now);
		if (now != first)
			dprintf(STDERR_FILENO, "after \"%s\" the memory is another\n", before[i]);
		MUST(now == first);
	}
}

static void registers(void)
{
	char *right = strdup(ask("compute"));
	must_say("spoils", "spoilt");
	must_say("compute", right);
	must_say("spoils", "spoilt");
	must_say("spoils", "spoilt");
	must_say("compute", right);
	must_say("selectors", "0");
}

/* At the lower end there is no room for what the kernel puts there. */
static void signals_stack(void)
{
	must_say("spoils_mid", "spoilt");
	must_say("count", "1");
	must_say("spoils_low", "spoilt");
	give("count");
	MUST(!said_done() && must_end() == SIGSEGV);
}

/* Often: it takes another processor that has time for the child just when the zygote has heard of it. */
static void done_for_ever(void)
{
	const struct exchange *x = NULL;
	for (int i = 0; i < 2000; i++) {
		if (rewind_state(w) == REWIND_NONE)
			begin();
		must_say(i % 2 ? "twice" : "goes_on", i % 2 ? "twice" : "goes on");
		struct pollfd done = { .fd = rewind_done_fd(w), .events = POLLIN };
		MUST(poll(&done, 1, 0) == 0 && (rewind_state(w) == REWIND_NONE || rewind_done(w, &x, NULL) == FAIL_RETRY));
		if (rewind_state(w) == REWIND_IDLE)
			must_say("count", "1");
	}
}

static void first_stack(void)
{
	ask_ranges();
	give("reads_low");
	MUST(!said_done() && must_end() == SIGSEGV);
}

static void calls(void)
{
	must_say("refused", "0");
	must_say("count", "1");
	static const char *const deadly[] = { "sockets", "execs", "as_x32" };
	for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++) {
		give(deadly[i]);
		MUST(!said_done() && must_end() == SIGSYS);
	}
	give("as_i386");
	MUST(!said_done() && must_end() > 0);	/* SIGSEGV where the kernel knows no such call at all */
}

ZYGOTE_TEST(nothing_stays)
ZYGOTE_TEST(registers)
ZYGOTE_TEST(signals_stack)
ZYGOTE_TEST(first_stack)
ZYGOTE_TEST(done_for_ever)
ZYGOTE_TEST(calls)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_stays), cmocka_unit_test(test_registers), cmocka_unit_test(test_signals_stack), cmocka_unit_test(test_first_stack),
		cmocka_unit_test(test_done_for_ever), cmocka_unit_test(test_calls),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
