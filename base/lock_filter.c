#include "base/lock_filter.h"

#include <errno.h>
#include <fcntl.h>
#ifdef __x86_64__
#include <asm/prctl.h>
#endif
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/file.h"
#include "base/wire.h"

#define PROFILES 5	/* LOCK_STILL has no list here */
#define FILTER_BYTES (64 * 1024)
#define OWN_PID 0x7fedcba9u	/* no process has it: stands in a filter for the one that will load it */
#define NEW_NAMESPACES (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)
#define EVERYONE 0xffu
#define READER (1u << LOCK_READER)
#define ZYGOTE (1u << LOCK_ZYGOTE)
#define NETWORK (1u << LOCK_NETWORK)
#define RENDER (1u << LOCK_RENDER)
#define DRAW (1u << LOCK_DRAW)
#define NO_FILES (READER | ZYGOTE)
#define FILES (NETWORK | RENDER | DRAW)
#define LIBRARIES (NETWORK | RENDER)	/* may load more code: name service modules, an exec'd program's libraries */

struct rule {
	int call;
	unsigned profiles;
};

/* Calls that are allowed whatever their arguments. */
#define C(name, profiles) { SCMP_SYS(name), profiles }
static const struct rule allowed[] = {
	C(read, EVERYONE), C(readv, EVERYONE), C(pread64, EVERYONE), C(preadv, EVERYONE), C(write, EVERYONE), C(writev, EVERYONE),
	C(pwrite64, EVERYONE), C(pwritev, EVERYONE), C(lseek, EVERYONE), C(close, EVERYONE), C(close_range, EVERYONE),
	C(fstat, EVERYONE), C(fcntl, EVERYONE), C(dup, EVERYONE), C(dup2, EVERYONE), C(dup3, EVERYONE), C(ftruncate, EVERYONE),
	C(memfd_create, EVERYONE), C(munmap, EVERYONE), C(mremap, EVERYONE), C(brk, EVERYONE), C(madvise, EVERYONE),
	C(sendmsg, EVERYONE), C(recvmsg, EVERYONE), C(sendto, EVERYONE), C(recvfrom, EVERYONE), C(shutdown, EVERYONE),
	C(poll, EVERYONE), C(ppoll, EVERYONE), C(select, EVERYONE), C(pselect6, EVERYONE),
	C(clock_gettime, EVERYONE), C(clock_getres, EVERYONE), C(clock_nanosleep, EVERYONE), C(nanosleep, EVERYONE),
	C(gettimeofday, EVERYONE), C(time, EVERYONE), C(times, EVERYONE),
	C(getpid, EVERYONE), C(getppid, EVERYONE), C(gettid, EVERYONE), C(getuid, EVERYONE), C(geteuid, EVERYONE), C(getgid, EVERYONE),
	C(getegid, EVERYONE), C(rt_sigaction, EVERYONE), C(rt_sigprocmask, EVERYONE), C(rt_sigreturn, EVERYONE), C(sigaltstack, EVERYONE),
	C(exit, EVERYONE), C(exit_group, EVERYONE), C(futex, EVERYONE), C(getrandom, EVERYONE), C(getrusage, EVERYONE),
	C(getrlimit, EVERYONE), C(sched_yield, EVERYONE), C(sched_getaffinity, EVERYONE), C(set_robust_list, EVERYONE),
	C(rseq, EVERYONE), C(restart_syscall, EVERYONE), C(uname, EVERYONE), C(sysinfo, EVERYONE), C(membarrier, EVERYONE),
	C(getcpu, EVERYONE),

	C(fork, ZYGOTE), C(wait4, ZYGOTE), C(waitid, ZYGOTE), C(pidfd_open, ZYGOTE), C(pidfd_send_signal, ZYGOTE), C(prctl, ZYGOTE), C(seccomp, ZYGOTE),
	C(setrlimit, ZYGOTE),

	C(connect, NETWORK), C(bind, NETWORK), C(getsockname, NETWORK), C(getpeername, NETWORK), C(getsockopt, NETWORK),
	C(setsockopt, NETWORK), C(sendmmsg, NETWORK), C(recvmmsg, NETWORK), C(socketpair, NETWORK), C(epoll_create1, NETWORK),
	C(epoll_ctl, NETWORK), C(epoll_wait, NETWORK), C(epoll_pwait, NETWORK), C(epoll_pwait2, NETWORK), C(eventfd2, NETWORK),
	C(timerfd_create, NETWORK), C(timerfd_settime, NETWORK), C(timerfd_gettime, NETWORK), C(signalfd4, NETWORK), C(pipe2, NETWORK),

	/* which files these reach is Landlock's business */
	C(mmap, LIBRARIES), C(mprotect, LIBRARIES), C(newfstatat, FILES), C(stat, FILES), C(lstat, FILES), C(statx, FILES), C(access, FILES),
	C(faccessat, FILES), C(faccessat2, FILES), C(readlink, FILES), C(readlinkat, FILES), C(getdents64, FILES), C(getcwd, FILES),
	C(statfs, FILES), C(fstatfs, FILES), C(fadvise64, FILES), C(getresuid, FILES), C(getresgid, FILES), C(getgroups, FILES),

	C(execve, RENDER), C(arch_prctl, RENDER), C(set_tid_address, RENDER), C(umask, RENDER),
};

/* What only an intruder does. */
static const struct rule deadly[] = {
	C(execve, EVERYONE & ~RENDER), C(execveat, EVERYONE), C(ptrace, EVERYONE), C(process_vm_readv, EVERYONE),
	C(process_vm_writev, EVERYONE), C(socket, EVERYONE & ~NETWORK), C(bpf, EVERYONE), C(io_uring_setup, EVERYONE),
	C(userfaultfd, EVERYONE), C(keyctl, EVERYONE), C(add_key, EVERYONE), C(mount, EVERYONE), C(unshare, EVERYONE), C(setns, EVERYONE),
};

/* Files do not exist here: libraries that look for one go on without it. */
static const int fileless[] = {
	SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(openat2), SCMP_SYS(creat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(statx),
	SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd),
};

/* what the sanitizers' runtime does while it writes a report */
static const int runtime[] = {
#if LOCK_SANITIZED
	SCMP_SYS(pipe), SCMP_SYS(personality), SCMP_SYS(mincore), SCMP_SYS(tgkill),
#endif
	__NR_SCMP_ERROR
};

static struct sock_fprog compiled[PROFILES], rest, still;	/* len 0: not yet */

static int add_tables(scmp_filter_ctx ctx, enum lock_profile profile)
{
	unsigned mine = 1u << profile;
	int r = 0;
	for (size_t i = 0; r == 0 && i < sizeof allowed / sizeof *allowed; i++)
		if (allowed[i].profiles & mine)
			r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, allowed[i].call, 0);
	for (size_t i = 0; r == 0 && i < sizeof deadly / sizeof *deadly; i++)
		if (deadly[i].profiles & mine)
			r = seccomp_rule_add(ctx, SCMP_ACT_KILL_PROCESS, deadly[i].call, 0);
	for (size_t i = 0; r == 0 && (mine & NO_FILES) && i < sizeof fileless / sizeof *fileless; i++)
		r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EACCES), fileless[i], 0);
	for (const int *call = runtime; r == 0 && *call != __NR_SCMP_ERROR; call++)
		r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, *call, 0);
	return r;
}

/* Does action when (argument & mask) == value. An int argument is compared in its low half: the kernel looks at no more. */
static int when(scmp_filter_ctx ctx, uint32_t action, int call, unsigned arg, uint64_t mask, uint64_t value)
{
	struct scmp_arg_cmp cmp = { .arg = arg, .op = SCMP_CMP_MASKED_EQ, .datum_a = mask, .datum_b = value };
	return seccomp_rule_add_array(ctx, action, call, 1, &cmp);
}

/* The first argument is an int, the second may be an address. */
static int allow_both(scmp_filter_ctx ctx, int call, uint32_t first, uint64_t second)
{
	struct scmp_arg_cmp cmp[] = { { .arg = 0, .op = SCMP_CMP_MASKED_EQ, .datum_a = UINT32_MAX, .datum_b = first },
				      { .arg = 1, .op = SCMP_CMP_EQ, .datum_a = second, .datum_b = 0 } };
	return seccomp_rule_add_array(ctx, SCMP_ACT_ALLOW, call, 2, cmp);
}

/* No new executable memory. */
static int add_memory(scmp_filter_ctx ctx)
{
	int r = when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2, PROT_EXEC, 0);
	return r ? r : when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 2, PROT_EXEC, 0);
}

/* Threads, never processes. */
static int add_threads(scmp_filter_ctx ctx)
{
	return when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(clone), 0, CLONE_THREAD | NEW_NAMESPACES, CLONE_THREAD);
}

/* The one that the process has. */
static int add_thread_pointer(scmp_filter_ctx ctx)
{
#ifdef __x86_64__
	return allow_both(ctx, SCMP_SYS(arch_prctl), ARCH_SET_FS, (uint64_t)(uintptr_t)__builtin_thread_pointer());
#else
	(void)ctx;
	return 0;
#endif
}

/* No path for fstat(). */
static int add_fileless(scmp_filter_ctx ctx)
{
	/* fstat() of glibc is newfstatat(fd, "", ..., AT_EMPTY_PATH) */
	int r = when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 3, AT_EMPTY_PATH, AT_EMPTY_PATH);
	if (r == 0)
		r = when(ctx, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(newfstatat), 3, AT_EMPTY_PATH, 0);
	return r;
}

/* Processes; and what LOCK_STILL, below its filter, allows more narrowly. */
static int add_zygote(scmp_filter_ctx ctx)
{
	int r = when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(clone), 0, NEW_NAMESPACES, 0);
	if (r == 0)
		r = add_thread_pointer(ctx);
	if (r == 0)
		r = when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(kill), 1, UINT32_MAX, SIGSTOP);
	return r;
}

static int add_network(scmp_filter_ctx ctx)
{
	static const int families[] = { AF_UNIX, AF_INET, AF_INET6 };
	int r = 0;
	/* others answer EPERM: getaddrinfo() asks netlink first and does without */
	for (size_t i = 0; r == 0 && i < sizeof families / sizeof *families; i++)
		r = when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(socket), 0, UINT32_MAX, (uint64_t)families[i]);
	return r;
}

/* Reading only, also where Landlock does not stand; the rest answers as Landlock would. */
static int add_files(scmp_filter_ctx ctx)
{
	const uint64_t writing = O_ACCMODE | O_CREAT | O_TRUNC;
	int r = when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(openat), 2, writing, O_RDONLY);
	if (r == 0)
		r = when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, writing, O_RDONLY);
	for (uint64_t mode = O_WRONLY; r == 0 && mode <= O_RDWR; mode++)
		r = when(ctx, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 2, O_ACCMODE, mode);
	return r;
}

static int add_rules(scmp_filter_ctx ctx, enum lock_profile profile)
{
	int r = seccomp_attr_set(ctx, SCMP_FLTATR_CTL_OPTIMIZE, 2);	/* a binary tree: loading and running cost less */
	if (r == 0)
		r = add_tables(ctx, profile);
	if (r == 0)
		r = (1u << profile) & NO_FILES ? add_fileless(ctx) : add_files(ctx);
	if (r == 0 && profile == LOCK_ZYGOTE)
		r = add_zygote(ctx);
	if (r == 0 && !((1u << profile) & LIBRARIES))
		r = add_memory(ctx);
	if (r == 0 && (profile == LOCK_NETWORK || profile == LOCK_DRAW))
		r = add_threads(ctx);
	if (r == 0 && profile == LOCK_NETWORK)
		r = add_network(ctx);
	if (r == 0)
		r = when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, UINT32_MAX, FIONREAD);
	if (r == 0)	/* nobody's limits but its own */
		r = when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 0, UINT32_MAX, 0);
	if (r == 0)	/* its flags lie in memory where no filter sees them: glibc then takes clone */
		r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
	return r;
}

/* libseccomp 2.5 exports to a descriptor only. */
static int compile(scmp_filter_ctx ctx, struct sock_fprog *ret, struct error *err)
{
	FD_CLEANUP int fd = memfd_new("seccomp", err);
	if (fd < 0)
		return fd;
	int r = seccomp_export_bpf(ctx, fd);
	if (r < 0 || lseek(fd, 0, SEEK_SET) != 0)
		return error_set(err, FAIL_FATAL, "seccomp: export: %s", strerror(r < 0 ? -r : errno));
	char *text = NULL;
	size_t n = 0;
	r = file_read_fd(fd, "seccomp filter", FILTER_BYTES, &text, &n, err);
	if (r < 0)
		return r;
	*ret = (struct sock_fprog){ .len = (unsigned short)(n / sizeof(struct sock_filter)), .filter = (struct sock_filter *)(void *)text };
	return 0;
}

/* What a zygote may and its child may not. */
static int add_rest(scmp_filter_ctx ctx, enum lock_profile profile)
{
	(void)profile;
	int r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 0);
	if (r == 0)
		r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(arch_prctl), 0);
	if (r == 0)
		r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(kill), 0);
	for (size_t i = 0; r == 0 && i < sizeof allowed / sizeof *allowed; i++)
		if ((allowed[i].profiles & ZYGOTE) && !(allowed[i].profiles & READER))
			r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EPERM), allowed[i].call, 0);
	return r;
}

static int add_still(scmp_filter_ctx ctx, enum lock_profile profile)
{
	(void)profile;
	int r = when(ctx, SCMP_ACT_ALLOW, SCMP_SYS(write), 0, UINT32_MAX, WIRE_CHANNEL);
	if (r == 0)
		r = allow_both(ctx, SCMP_SYS(kill), OWN_PID, SIGSTOP);
	if (r == 0)
		r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(exit_group), 0);
	if (r == 0)
		r = add_thread_pointer(ctx);
	if (r == 0)	/* 0: what it returns is an address, and this one is below any; an error would look like one above all */
		r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(0), SCMP_SYS(brk), 0);
	return r;
}

/* Of the rules that add() gives it, unless that was done before. */
static int make(struct sock_fprog *ret, uint32_t otherwise, int (*add)(scmp_filter_ctx ctx, enum lock_profile profile), enum lock_profile profile, struct error *err)
{
	if (ret->len)
		return 0;
	scmp_filter_ctx ctx = seccomp_init(otherwise);
	if (!ctx)
		return error_set(err, FAIL_FATAL, "seccomp: out of memory");
	int r = add(ctx, profile);
	r = r < 0 ? error_set(err, FAIL_FATAL, "seccomp: rule: %s", strerror(-r)) : compile(ctx, ret, err);
	seccomp_release(ctx);
	return r;
}

int lock_filter_prepare_rest(struct error *err)
{
	return make(&rest, SCMP_ACT_ALLOW, add_rest, LOCK_READER, err);
}

int lock_filter_prepare_still(struct error *err)
{
	return make(&still, SCMP_ACT_ERRNO(EPERM), add_still, LOCK_STILL, err);
}

int lock_filter_prepare(enum lock_profile profile, struct error *err)
{
	return make(&compiled[profile], SCMP_ACT_ERRNO(EPERM), add_rules, profile, err);
}

/* prctl, not seccomp(2): systemd's @system-service knows it. */
static bool load(const struct sock_fprog *filter)
{
	return filter->len && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, filter, 0, 0) == 0;
}

bool lock_filter_load(enum lock_profile profile)
{
	return load(&compiled[profile]);
}

bool lock_filter_load_rest(void)
{
	return load(&rest);
}

/* The filter is this process's own copy. */
bool lock_filter_load_still(void)
{
	size_t n = 0;
	for (struct sock_filter *f = still.filter; f < still.filter + still.len; f++)
		if (BPF_CLASS(f->code) == BPF_JMP && f->k == OWN_PID) {
			f->k = (uint32_t)getpid();
			n++;
		}
	return n == 1 && load(&still);
}
