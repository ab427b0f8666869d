#include "reader/rewound.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "reader/child.h"

#define CODE_START 98		/* of the process, where a part of it is refused */

#if REWOUND_HERE
#include <asm/prctl.h>

/* Written before the memory is moved: as all of it, it is put back after each document. */
static struct {
	struct exchange *exchange;
	char *stack;			/* its upper end */
	void *thread;			/* the thread pointer */
	void *heap_end;
	pid_t pid;
	struct rewind_life life;
	const struct rewound_memory *memory;
} self;

/* What follows happens from outside. Who does not stop here is stopped. */
__attribute__((noreturn)) static void wait_for_more(void)
{
	const uint64_t one = 1;
	if (write(WIRE_CHANNEL, &one, sizeof one) != sizeof one)
		_exit(CODE_START);
	for (;;)
		(void)kill(self.pid, SIGSTOP);
}

/* Had there been too little memory, a library may have gone on with less of the mail: that answer is not given. The heap's end is moved by the first call that is refused. */
static int read_one(void)
{
	struct exchange *x = self.exchange;
	struct zygote_order o = { .channel = x->order.channel, .file = x->order.file, .mode = x->order.mode, .document = -1, .out = -1,
				  .rules = *self.life.rules, .exchange = x };
	o.rules.received_us = x->order.received_us;
	int code = self.life.read(&o);
	return sbrk(0) == self.heap_end ? code : CHILD_MEMORY;
}

/* The kernel put the registers of who was stopped, the document before, onto the signal's stack. */
__attribute__((noreturn, used)) static void again(void)
{
	const struct rewound_memory *m = self.memory;
	memset((char *)self.exchange + m->signal_stack, 0, m->guard - m->signal_stack);
	self.exchange->code = read_one();
	wait_for_more();
}

/* Goes on with f on the child's own stack; flags as at a function's start, and nothing in the registers. Where gs has a base, loading 0 may leave it there: another segment goes before. */
#define USER_DS "0x2b"	/* of the kernel (arch/x86/include/asm/segment.h), for all that it runs */
#define ON_OWN_STACK(f) \
	__asm__ volatile("movq %0, %%rsp\n\tpushq $2\n\tpopfq\n\t" \
			 "movl $" USER_DS ", %%ecx\n\tmovl %%ecx, %%gs\n\txorl %%ecx, %%ecx\n\tmovl %%ecx, %%gs\n\tmovl %%ecx, %%ds\n\tmovl %%ecx, %%es\n\t" \
			 "xorl %%ebx, %%ebx\n\txorl %%esi, %%esi\n\txorl %%edi, %%edi\n\txorl %%ebp, %%ebp\n\t" \
			 "xorl %%r8d, %%r8d\n\txorl %%r9d, %%r9d\n\txorl %%r10d, %%r10d\n\txorl %%r11d, %%r11d\n\t" \
			 "xorl %%r12d, %%r12d\n\txorl %%r13d, %%r13d\n\txorl %%r14d, %%r14d\n\txorl %%r15d, %%r15d\n\t" \
			 "call *%1" : : "a"(self.stack), "d"(f) : "memory", "cc"); \
	__builtin_unreachable()

/* The kernel has come here, whatever the process was at: nothing that registers, stack or thread pointer held is asked. It does not return. */
__attribute__((no_stack_protector)) static void set_back(int signal)
{
	long failed;
	(void)signal;
	__asm__ volatile("syscall" : "=a"(failed) : "a"(SYS_arch_prctl), "D"(ARCH_SET_FS), "S"(self.thread) : "rcx", "r11", "memory");
	if (failed)
		__builtin_trap();
	ON_OWN_STACK(again);
}

static bool take_signals(void)
{
	const struct rewound_memory *m = self.memory;
	stack_t own = { .ss_sp = (char *)self.exchange + m->signal_stack, .ss_size = m->guard - m->signal_stack };
	struct sigaction back = { .sa_handler = set_back, .sa_flags = SA_ONSTACK | SA_NODEFER };
	sigset_t set;
	(void)sigemptyset(&set);
	return sigaltstack(&own, NULL) == 0 && sigaction(REWOUND_SIGNAL, &back, NULL) == 0 && sigprocmask(SIG_SETMASK, &set, NULL) == 0;
}

static bool make_constant(struct range r)
{
	return mprotect((void *)r.from, r.to - r.from, PROT_READ) == 0;
}

/* Not even the kernel's to make larger, as it does with a stack for whoever reads below it: setrlimit(2), RLIMIT_STACK. */
static bool fix_first_stack(void)
{
	return setrlimit(RLIMIT_STACK, &(struct rlimit){ 0, 0 }) == 0 && make_constant(self.memory->first_stack);
}

/* From here on nothing is written but what is put back. */
__attribute__((noreturn, used)) static void settle(void)
{
	const struct rewound_memory *m = self.memory;
	bool ok = take_signals() && fix_first_stack();
	for (size_t i = 0; ok && i < m->n_constant; i++)
		ok = make_constant(m->constant[i]);
	if (!ok || self.life.lock(self.life.arg) != 0)
		_exit(CODE_START);
	self.heap_end = sbrk(0);
	wait_for_more();
}

static bool move(int fd, struct range r, size_t to)
{
	size_t n = r.to - r.from;
	return pwrite(fd, (const void *)r.from, n, (off_t)to) == (ssize_t)n &&
	       mmap((void *)r.from, n, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd, (off_t)to) != MAP_FAILED;
}

/* The counter where a channel would be, no other descriptor but the three that everyone has. */
static bool keep_only(int done, int null)
{
	return dup2(null, STDIN_FILENO) == STDIN_FILENO && dup2(null, STDOUT_FILENO) == STDOUT_FILENO && dup2(null, STDERR_FILENO) == STDERR_FILENO &&
	       dup2(done, WIRE_CHANNEL) == WIRE_CHANNEL && close_range(WIRE_CHANNEL + 1, ~0u, 0) == 0;
}

void rewound_main(const struct rewound *r)
{
	const struct rewound_memory *m = r->memory;
	char *base = mmap(NULL, m->program, PROT_READ | PROT_WRITE, MAP_SHARED, r->fd, 0);
	bool ok = base != MAP_FAILED && mprotect(base + m->guard, m->stack - m->guard, PROT_NONE) == 0;
	self.exchange = (struct exchange *)(void *)base;
	self.stack = base + m->program;
	self.thread = __builtin_thread_pointer();
	self.life = r->life;
	self.pid = getpid();
	self.memory = m;
	size_t to = m->program;
	for (size_t i = 0; ok && i < m->n_written; i++) {
		ok = move(r->fd, m->written[i], to);
		to += m->written[i].to - m->written[i].from;
	}
	if (!ok || !keep_only(r->done, r->life.null))
		_exit(CODE_START);
	ON_OWN_STACK(settle);
}
#else
void rewound_main(const struct rewound *r)
{
	(void)r;
	_exit(CODE_START);
}
#endif
