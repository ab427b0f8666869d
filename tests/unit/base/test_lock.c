#ifdef __x86_64__
#include <asm/prctl.h>
#endif
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/wire.h"

typedef int deed(void);

static pid_t itself, parent;	/* kept: behind LOCK_STILL nobody is told */

static const char *const libs[] = { "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc", "/usr/share/zoneinfo", "/nowhere", NULL };
static const char *const shell[] = { "/bin/true", "/lib64/ld-linux-x86-64.so.2", "/usr/lib/ld-linux-aarch64.so.1", NULL };

static int enter(enum lock_profile profile)
{
	struct lock l = { .profile = profile };
	struct lock_layers layers;
	if (profile == LOCK_NETWORK || profile == LOCK_RENDER || profile == LOCK_DRAW)
		l.read_paths = libs;
	if (profile == LOCK_RENDER)
		l.exec_paths = shell;
	if (lock_enter(&l, &layers, NULL) != 0)
		return 100;
	if (!layers.landlock)
		return 101;
	if (!layers.seccomp)
		return 102;
	return layers.no_new_privs && layers.not_dumpable ? 0 : 103;
}

/* Runs the deed in a child behind the lock; returns the wait status. */
static int locked(enum lock_profile profile, deed *d)
{
	pid_t pid = fork();
	if (pid == 0) {
		int r = enter(profile);
		_exit(r ? r : d());
	}
	int status = 0;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void fine(enum lock_profile profile, deed *d)
{
	int status = locked(profile, d);
	if (!WIFEXITED(status))
		fail_msg("profile %d: signal %d", (int)profile, WTERMSIG(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void killed(enum lock_profile profile, deed *d)
{
	int status = locked(profile, d);
	if (!WIFSIGNALED(status))
		fail_msg("profile %d: exit %d", (int)profile, WEXITSTATUS(status));
	assert_int_equal(WTERMSIG(status), SIGSYS);
}

static int opens(void)
{
	return open("/etc/passwd", O_RDONLY) >= 0 ? 1 : errno == EACCES ? 0 : 2;
}

static int opens_for_writing(void)
{
	return open("/tmp/klachtd-lock-test", O_RDWR | O_CREAT, 0600) >= 0 ? 1 : errno == EACCES || errno == EPERM ? 0 : 2;
}

static int looks_up(void)
{
	struct stat st;
	return stat("/etc/passwd", &st) == 0 ? 1 : errno == EACCES ? 0 : 2;
}

static int reads_outside(void)
{
	return open("/root/.profile", O_RDONLY) >= 0 || open("/proc/self/environ", O_RDONLY) >= 0 ? 1 : errno == EACCES ? 0 : 2;
}

static int reads_inside(void)
{
	char c;
	int fd = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
	return fd >= 0 && read(fd, &c, 1) == 1 ? 0 : 1;
}

static int execs(void)
{
	char *argv[] = { (char *)"true", NULL };
	(void)execve("/bin/true", argv, NULL);
	return 1;
}

static int execs_another(void)
{
	char *argv[] = { (char *)"id", NULL };
	(void)execve("/usr/bin/id", argv, NULL);
	return errno == EACCES ? 0 : 1;
}

static int sockets(void)
{
	(void)socket(AF_INET, SOCK_STREAM, 0);
	return 1;
}

static int sockets_inet(void)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0), other = socket(AF_NETLINK, SOCK_RAW, 0);
	return fd >= 0 && other < 0 && errno == EPERM ? 0 : 1;
}

static int traces(void)
{
	(void)ptrace(PTRACE_TRACEME, 0, 0, 0);
	return 1;
}

static int forks(void)
{
	pid_t pid = fork();
	if (pid == 0)
		_exit(0);
	return pid > 0 ? 1 : errno == EPERM ? 0 : 2;
}

static int signals(void)
{
	return kill(getppid(), 0) == 0 ? 1 : errno == EPERM ? 0 : 2;
}

static int makes_code(void)
{
	void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return p != MAP_FAILED ? 1 : errno == EPERM ? 0 : 2;
}

static int works(void)
{
	struct timespec ts;
	struct stat st;
	char *p = malloc(8 << 20), text[4];	/* large enough for a map of its own */
	if (!p || clock_gettime(CLOCK_MONOTONIC, &ts) != 0 || clock_now_us() == 0)
		return 1;
	memset(p, 'x', 8 << 20);
	p = realloc(p, 16 << 20);
	free(p);
	FD_CLEANUP int fd = memfd_new("test", NULL);
	if (fd < 0 || write_all(fd, "abcd", 4, NULL) < 0 || memfd_seal(fd, NULL) < 0 || !memfd_sealed(fd))
		return 2;
	if (fstat(fd, &st) != 0 || st.st_size != 4 || pread(fd, text, 4, 0) != 4)
		return 3;
	struct map m = { 0 };
	if (map_fd(fd, 100, &m, NULL) < 0 || m.n != 4 || memcmp(m.bytes, "abcd", 4) != 0)
		return 4;
	map_free(&m);
	return 0;
}

/* What a zygote may and a reader may not: the answer is the same with and without a zygote in front. */
static int does_as_zygotes_do(void)
{
	static const long calls[] = { SYS_fork, SYS_clone, SYS_wait4, SYS_waitid, SYS_pidfd_open, SYS_pidfd_send_signal, SYS_prctl, SYS_seccomp, SYS_setrlimit, SYS_kill,
#ifdef SYS_arch_prctl
					SYS_arch_prctl,
#endif
	};
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		if (syscall(calls[i], -1L, -1L, -1L, -1L, -1L) != -1 || errno != EPERM)
			return 1;
	return 0;
}

static int forks_locked(void)
{
	pid_t pid = fork();
	if (pid == 0) {
		if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || lock_limits(&(struct lock_limits){ .cpu_s = 5, .memfd_bytes = 1 << 20 }, NULL) < 0)
			_exit(1);
		int r = enter(LOCK_READER);
		_exit(r ? r : works() || forks() || opens() || does_as_zygotes_do() || signals() || makes_code());
	}
	int fd = pid > 0 ? (int)syscall(SYS_pidfd_open, pid, 0) : -1, status = -1;
	return fd >= 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) ? WEXITSTATUS(status) : 99;
}

static int forks_and_execs(void)
{
	pid_t pid = fork();
	int status = 0;
	if (pid == 0) {
		(void)enter(LOCK_READER);
		_exit(execs());
	}
	return waitpid(pid, &status, 0) == pid && WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS ? 0 : 1;
}

/* ---- a child that does nothing but reckon ---- */

static bool may(long call)
{
	static const long calls[] = {
#ifdef SYS_arch_prctl		/* x86-64 */
		SYS_arch_prctl,		/* asked below */
#endif
		335, 336,		/* uretprobe, uprobe: no filter is asked (Linux 6.11), and who has no probe dies */
		SYS_write, SYS_kill, SYS_exit_group, SYS_brk,
		/* what kills the process */
		SYS_execve, SYS_execveat, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_socket, SYS_bpf, SYS_io_uring_setup, SYS_userfaultfd, SYS_keyctl,
		SYS_add_key, SYS_mount, SYS_unshare, SYS_setns };
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		if (calls[i] == call)
			return true;
	return false;
}

/* Every call that Linux has or will have. */
static int refuses_all(void)
{
	for (long call = 1; call < 600; call++)
		if (!may(call) && (syscall(call, -1L, -1L, -1L, -1L, -1L, -1L) != -1 || (errno != EPERM && errno != EACCES && errno != ENOSYS)))
			return 1;
	return syscall(SYS_read, STDIN_FILENO, NULL, 0L) == -1 && errno == EPERM ? 0 : 1;
}

static int refuses_by_argument(void)
{
	int bad = 0;
#ifdef SYS_arch_prctl
	bad |= syscall(SYS_arch_prctl, ARCH_SET_FS, (char *)__builtin_thread_pointer() + 16) != -1 || errno != EPERM;
	bad |= syscall(SYS_arch_prctl, ARCH_SET_GS, __builtin_thread_pointer()) != -1 || errno != EPERM;
	bad |= syscall(SYS_arch_prctl, ARCH_SET_FS, __builtin_thread_pointer()) != 0;
#endif
	bad |= write(STDOUT_FILENO, "", 0) != -1 || errno != EPERM;
	bad |= kill(parent, SIGSTOP) != -1 || errno != EPERM;	/* another process */
	bad |= kill(0, SIGSTOP) != -1 || errno != EPERM;
	bad |= kill(itself, SIGCONT) != -1 || errno != EPERM;
	bad |= syscall(SYS_brk, 0L) != 0;
	return bad;
}

static int reckons(void)
{
	itself = getpid();
	parent = getppid();
	int r = enter(LOCK_STILL);
	if (r == 0)
		r = kill(itself, SIGSTOP);
	return r ? r : refuses_all() ? 2 : refuses_by_argument() ? 3 : write(WIRE_CHANNEL, "x", 1) != 1;
}

static int forks_one_that_reckons(void)
{
	int status = 0;
	pid_t pid = fork();
	if (pid == 0)
		_exit(reckons());
	int fd = pid > 0 ? (int)syscall(SYS_pidfd_open, pid, 0) : -1;
	if (fd < 0 || waitpid(pid, &status, WUNTRACED) != pid || !WIFSTOPPED(status))
		return 98;
	if (syscall(SYS_pidfd_send_signal, fd, SIGCONT, NULL, 0) != 0 || waitpid(pid, &status, 0) != pid)
		return 99;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 97;
}

static int forks_one_that_connects(void)
{
	int status = 0;
	pid_t pid = fork();
	if (pid == 0) {
		(void)enter(LOCK_STILL);
		_exit(sockets());
	}
	return waitpid(pid, &status, 0) == pid && WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS ? 0 : 1;
}

static void test_still(void **state)
{
	(void)state;
	if (LOCK_SANITIZED)
		skip();		/* their runtime makes calls of its own */
	int fd = memfd_new("channel", NULL);
	assert_true(fd == WIRE_CHANNEL || dup2(fd, WIRE_CHANNEL) == WIRE_CHANNEL);
	fine(LOCK_ZYGOTE, forks_one_that_reckons);
	fine(LOCK_ZYGOTE, forks_one_that_connects);
}

static void test_reader(void **state)
{
	(void)state;
	for (enum lock_profile p = LOCK_READER; p <= LOCK_ZYGOTE; p++) {
		fine(p, works);
		fine(p, opens);
		fine(p, opens_for_writing);
		fine(p, looks_up);
		fine(p, signals);
		fine(p, makes_code);
		killed(p, execs);
		killed(p, sockets);
		killed(p, traces);
	}
	fine(LOCK_READER, forks);
	fine(LOCK_READER, does_as_zygotes_do);
}

static void test_zygote(void **state)
{
	(void)state;
	fine(LOCK_ZYGOTE, forks_locked);
	fine(LOCK_ZYGOTE, forks_and_execs);
}

static void test_network(void **state)
{
	(void)state;
	fine(LOCK_NETWORK, works);
	fine(LOCK_NETWORK, reads_inside);
	fine(LOCK_NETWORK, reads_outside);
	fine(LOCK_NETWORK, opens_for_writing);
	fine(LOCK_NETWORK, sockets_inet);
	fine(LOCK_NETWORK, forks);
	fine(LOCK_NETWORK, signals);
	killed(LOCK_NETWORK, execs);
	killed(LOCK_NETWORK, traces);
}

static void test_render(void **state)
{
	(void)state;
	fine(LOCK_RENDER, works);
	fine(LOCK_RENDER, reads_inside);
	fine(LOCK_RENDER, reads_outside);
	fine(LOCK_RENDER, opens_for_writing);
	fine(LOCK_RENDER, execs);
	fine(LOCK_RENDER, execs_another);
	fine(LOCK_RENDER, forks);
	killed(LOCK_RENDER, sockets);
	killed(LOCK_RENDER, traces);
}

static void *in_a_thread(void *arg)
{
	*(int *)arg = 1;
	return NULL;
}

static int starts_a_thread(void)
{
	pthread_t t;
	int ran = 0;
	return pthread_create(&t, NULL, in_a_thread, &ran) == 0 && pthread_join(t, NULL) == 0 && ran ? 0 : 1;
}

static void test_draw(void **state)
{
	(void)state;
	fine(LOCK_DRAW, works);
	fine(LOCK_DRAW, reads_inside);
	fine(LOCK_DRAW, reads_outside);
	fine(LOCK_DRAW, opens_for_writing);
	fine(LOCK_DRAW, starts_a_thread);
	fine(LOCK_DRAW, forks);
	fine(LOCK_DRAW, signals);
	fine(LOCK_DRAW, makes_code);
	killed(LOCK_DRAW, execs);
	killed(LOCK_DRAW, sockets);
	killed(LOCK_DRAW, traces);
}

static int spins(void)
{
	volatile bool on = true;
	while (on)
		;
	return 0;
}

static int grows(void)
{
	FD_CLEANUP int fd = memfd_new("big", NULL);
	char step[4096] = { 0 };
	for (int i = 0; i < 100; i++)
		(void)write_all(fd, step, sizeof step, NULL);
	return 0;
}

static int dies_of(const struct lock_limits *l, deed *d)
{
	pid_t pid = fork();
	if (pid == 0)
		_exit(enter(LOCK_READER) ? 100 : lock_limits(l, NULL) < 0 ? 101 : d());
	int status = 0;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFSIGNALED(status) ? WTERMSIG(status) : -WEXITSTATUS(status);
}

static void test_limits(void **state)
{
	(void)state;
	assert_int_equal(dies_of(&(struct lock_limits){ .cpu_s = 1 }, spins), SIGXCPU);
	assert_int_equal(dies_of(&(struct lock_limits){ .memfd_bytes = 8192 }, grows), SIGXFSZ);
	assert_int_equal(dies_of(&(struct lock_limits){ .memfd_bytes = 1 << 20 }, grows), 0);
}

static void test_wrong_calls(void **state)
{
	(void)state;
	struct lock_layers layers;
	assert_int_equal(lock_enter(&(struct lock){ .profile = LOCK_READER, .read_paths = libs }, &layers, NULL), FAIL_FATAL);
	assert_int_equal(lock_enter(&(struct lock){ .profile = LOCK_NETWORK, .exec_paths = shell }, &layers, NULL), FAIL_FATAL);
	assert_int_equal(lock_enter(&(struct lock){ .profile = LOCK_STILL }, &layers, NULL), FAIL_FATAL);	/* behind no zygote's */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reader), cmocka_unit_test(test_zygote), cmocka_unit_test(test_network),
		cmocka_unit_test(test_render), cmocka_unit_test(test_draw), cmocka_unit_test(test_still), cmocka_unit_test(test_limits), cmocka_unit_test(test_wrong_calls),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
