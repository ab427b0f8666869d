#include "base/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lock_filter.h"

/* Debian 12's headers end at ABI 2: what later kernels know is named here (linux/landlock.h of 6.12). */
struct ruleset {
	uint64_t fs, net, scoped;
};
#define FS_ABI_1 ((UINT64_C(1) << 13) - 1)	/* execute ... make_sym */
#define FS_REFER (UINT64_C(1) << 13)		/* ABI 2 */
#define FS_TRUNCATE (UINT64_C(1) << 14)		/* ABI 3 */
#define FS_IOCTL_DEV (UINT64_C(1) << 15)	/* ABI 5 */
#define NET_BIND_TCP UINT64_C(1)		/* ABI 4 */
#define NET_CONNECT_TCP UINT64_C(2)
#define SCOPE_ABSTRACT_UNIX UINT64_C(1)		/* ABI 6 */
#define SCOPE_SIGNAL UINT64_C(2)

static bool behind_zygote;	/* its filter stands, here or in the process this one was forked from */
static struct lock_layers stood;	/* what this process, or the one it was forked from, has entered */

#if LOCK_SANITIZED
/* LeakSanitizer stops the process with ptrace at its end: not behind the lock. (Declared by sanitizer/lsan_interface.h.) */
int __lsan_is_turned_off(void);
int __lsan_is_turned_off(void)
{
	return stood.seccomp;
}
#endif

static void handled(int abi, enum lock_profile profile, struct ruleset *ret)
{
	*ret = (struct ruleset){ .fs = FS_ABI_1 };
	if (abi >= 2)
		ret->fs |= FS_REFER;
	if (abi >= 3)
		ret->fs |= FS_TRUNCATE;
	if (abi >= 4)
		ret->net = profile == LOCK_NETWORK ? NET_BIND_TCP : NET_BIND_TCP | NET_CONNECT_TCP;
	if (abi >= 5)
		ret->fs |= FS_IOCTL_DEV;
	if (abi >= 6)
		ret->scoped = SCOPE_ABSTRACT_UNIX | SCOPE_SIGNAL;
}

/* A path that does not exist needs no rule. */
static int add_paths(int ruleset, const char *const *paths, uint64_t access, struct error *err)
{
	for (; paths && *paths; paths++) {
		FD_CLEANUP int fd = open(*paths, O_PATH | O_CLOEXEC);
		if (fd < 0 && (errno == ENOENT || errno == ENOTDIR || errno == EACCES))
			continue;
		struct stat st;
		if (fd < 0 || fstat(fd, &st) != 0)
			return error_set(err, FAIL_FATAL, "landlock: %s: %s", *paths, strerror(errno));
		uint64_t bits = S_ISDIR(st.st_mode) ? access : access & ~(uint64_t)LANDLOCK_ACCESS_FS_READ_DIR;
		struct landlock_path_beneath_attr rule = { .allowed_access = bits, .parent_fd = fd };
		if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0)
			return error_set(err, FAIL_FATAL, "landlock: %s: %s", *paths, strerror(errno));
	}
	return 0;
}

/* 1 it stands, 0 the kernel or the unit refuses. */
static int enter_landlock(const struct lock *l, struct error *err)
{
	int abi = (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	if (abi < 1)
		return 0;
	struct ruleset attr;
	handled(abi, l->profile, &attr);
	/* an older kernel takes the longer struct as long as what it does not know is zero */
	FD_CLEANUP int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
	if (ruleset < 0)
		return 0;
	const uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
	int r = add_paths(ruleset, l->read_paths, reading, err);
	if (r == 0)
		r = add_paths(ruleset, l->exec_paths, reading | LANDLOCK_ACCESS_FS_EXECUTE, err);
	if (r < 0)
		return r;
	return syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
}

static int prepare(enum lock_profile profile, struct error *err)
{
	if ((profile == LOCK_READER || profile == LOCK_STILL) && behind_zygote)
		return 0;
	if (profile == LOCK_STILL)
		return error_set(err, FAIL_FATAL, "lock: for a zygote's child");
	int r = lock_filter_prepare(profile, err);
	if (r == 0 && profile == LOCK_ZYGOTE)	/* its children load what it compiled */
		r = lock_filter_prepare_rest(err);
	if (r == 0 && profile == LOCK_ZYGOTE)
		r = lock_filter_prepare_still(err);
	return r;
}

static bool load(enum lock_profile profile)
{
	if (profile == LOCK_STILL)
		return lock_filter_load_still();
	return profile == LOCK_READER && behind_zygote ? lock_filter_load_rest() : lock_filter_load(profile);
}

int lock_enter(const struct lock *l, struct lock_layers *ret, struct error *err)
{
	if ((l->profile == LOCK_READER || l->profile == LOCK_ZYGOTE || l->profile == LOCK_STILL) && (l->read_paths || l->exec_paths))
		return error_set(err, FAIL_FATAL, "lock: a reader has no paths");
	if (l->profile != LOCK_RENDER && l->exec_paths)
		return error_set(err, FAIL_FATAL, "lock: only the renderer starts programs");
	int r = prepare(l->profile, err);
	if (r < 0)
		return r;
	stood.not_dumpable = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
	stood.no_new_privs = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
	if (!stood.landlock) {	/* a zygote's child is behind it already, with no path open to it */
		r = enter_landlock(l, err);
		if (r < 0)
			return r;
		stood.landlock = r;
	}
	stood.seccomp = load(l->profile);
	behind_zygote = stood.seccomp && l->profile == LOCK_ZYGOTE;
	*ret = stood;
	return 0;
}

static int limit(int what, rlim_t soft, rlim_t hard, struct error *err)
{
	struct rlimit l = { soft, hard }, now;
	if (getrlimit((__rlimit_resource_t)what, &now) == 0 && now.rlim_max < hard) {	/* never above what stands already */
		l.rlim_max = now.rlim_max;
		l.rlim_cur = soft < now.rlim_max ? soft : now.rlim_max;
	}
	return setrlimit((__rlimit_resource_t)what, &l) == 0 ? 0 : error_set(err, FAIL_FATAL, "setrlimit: %s", strerror(errno));
}

int lock_limits(const struct lock_limits *l, struct error *err)
{
	int r = limit(RLIMIT_CORE, 0, 0, err);
	if (r == 0)
		r = limit(RLIMIT_FSIZE, l->memfd_bytes, l->memfd_bytes, err);
	if (r == 0 && l->cpu_s)	/* SIGXCPU, and a second later SIGKILL */
		r = limit(RLIMIT_CPU, l->cpu_s, l->cpu_s + 1, err);
	if (r == 0 && l->memory_bytes && !LOCK_SANITIZED)
		r = limit(RLIMIT_AS, l->memory_bytes, l->memory_bytes, err);
	if (r == 0 && l->open_files)
		r = limit(RLIMIT_NOFILE, l->open_files, l->open_files, err);
	return r;
}
