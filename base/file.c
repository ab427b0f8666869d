#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define ALL_SEALS (F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL)
#define COPY_STEP (1 << 20)

void fd_close(int *fd)
{
	if (*fd >= 0)
		(void)close(*fd);	/* nothing to do about it; what had to be durable was synced before */
	*fd = -1;
}

int fd_take(int *fd)
{
	int r = *fd;
	*fd = -1;
	return r;
}

int memfd_new(const char *name, struct error *err)
{
	int fd = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
	return fd >= 0 ? fd : error_set(err, FAIL_RETRY, "memfd: %s", strerror(errno));
}

int memfd_from(const char *name, const void *bytes, size_t n, struct error *err)
{
	FD_CLEANUP int fd = memfd_new(name, err);
	if (fd < 0)
		return fd;
	int r = write_all(fd, bytes, n, err);
	if (r < 0 || (r = memfd_seal(fd, err)) < 0)
		return r;
	return fd_take(&fd);
}

int memfd_seal(int fd, struct error *err)
{
	return fcntl(fd, F_ADD_SEALS, ALL_SEALS) == 0 ? 0 : error_set(err, FAIL_RETRY, "memfd seal: %s", strerror(errno));
}

bool memfd_sealed(int fd)
{
	int seals = fcntl(fd, F_GET_SEALS);
	return seals >= 0 && (seals & ALL_SEALS) == ALL_SEALS;
}

int map_fd(int fd, size_t limit_bytes, struct map *ret, struct error *err)
{
	struct stat st;
	if (fstat(fd, &st) != 0)
		return error_set(err, FAIL_RETRY, "fstat: %s", strerror(errno));
	if (st.st_size < 0 || (uint64_t)st.st_size > limit_bytes)
		return error_set(err, FAIL_ITEM, "%lld bytes, the limit is %zu", (long long)st.st_size, limit_bytes);
	struct map m = { .n = (size_t)st.st_size };
	if (m.n) {
		void *p = mmap(NULL, m.n, PROT_READ, MAP_SHARED, fd, 0);
		if (p == MAP_FAILED)
			return error_set(err, FAIL_RETRY, "mmap: %s", strerror(errno));
		m.bytes = p;
	}
	*ret = m;
	return 0;
}

void map_free(struct map *m)
{
	if (m->bytes)
		(void)munmap((void *)m->bytes, m->n);	/* our own mapping: cannot fail */
	*m = (struct map){ 0 };
}

int memfd_copy(const char *name, int from, size_t limit_bytes, struct error *err)
{
	FD_CLEANUP int fd = memfd_new(name, err);
	if (fd < 0)
		return fd;
	char *buf = malloc(COPY_STEP);
	if (!buf)
		return error_set(err, FAIL_RETRY, "out of memory");
	int r = 0;
	for (off_t at = 0;;) {
		ssize_t n = pread(from, buf, COPY_STEP, at);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			r = error_set(err, FAIL_RETRY, "read: %s", strerror(errno));
		else if ((uint64_t)(at += n) > limit_bytes)
			r = error_set(err, FAIL_ITEM, "more than the limit of %zu bytes", limit_bytes);
		else if (n > 0)
			r = write_all(fd, buf, (size_t)n, err);
		if (r < 0 || n <= 0)
			break;
	}
	free(buf);
	if (r < 0 || (r = memfd_seal(fd, err)) < 0)
		return r;
	return fd_take(&fd);
}

int file_read_fd(int fd, const char *what, size_t limit_bytes, char **ret, size_t *ret_n, struct error *err)
{
	size_t cap = 4096, n = 0;
	char *buf = malloc(cap + 1);
	while (buf) {
		ssize_t got = read(fd, buf + n, cap - n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			int e = errno;
			free(buf);
			return error_set(err, FAIL_CONFIG, "%s: %s", what, strerror(e));
		}
		if (got == 0)
			break;
		n += (size_t)got;
		if (n > limit_bytes) {
			free(buf);
			return error_set(err, FAIL_CONFIG, "%s: larger than %zu bytes", what, limit_bytes);
		}
		if (n == cap) {
			char *more = realloc(buf, (cap *= 2) + 1);
			if (!more)
				free(buf);
			buf = more;
		}
	}
	if (!buf)
		return error_set(err, FAIL_RETRY, "out of memory");
	buf[n] = '\0';
	*ret = buf;
	*ret_n = n;
	return 0;
}

int file_read(const char *path, size_t limit_bytes, char **ret, size_t *ret_n, struct error *err)
{
	FD_CLEANUP int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return error_set(err, FAIL_CONFIG, "%s: %s", path, strerror(errno));
	return file_read_fd(fd, path, limit_bytes, ret, ret_n, err);
}

int write_all(int fd, const void *bytes, size_t n, struct error *err)
{
	const char *p = bytes;
	while (n) {
		ssize_t w = write(fd, p, n);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			return error_set(err, FAIL_RETRY, "write: %s", strerror(errno));
		p += w;
		n -= (size_t)w;
	}
	return 0;
}

void sha256_bytes(const void *bytes, size_t n, uint8_t ret[SHA256_BYTES])
{
	struct sha256_ctx ctx;
	sha256_init(&ctx);
	sha256_update(&ctx, n, bytes);
	sha256_digest(&ctx, SHA256_BYTES, ret);
}

int sha256_fd(int fd, uint8_t ret[SHA256_BYTES], int64_t *ret_bytes, struct error *err)
{
	struct sha256_ctx ctx;
	uint8_t buf[65536];
	off_t at = 0;
	sha256_init(&ctx);
	for (;;) {
		ssize_t n = pread(fd, buf, sizeof buf, at);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return error_set(err, FAIL_RETRY, "read: %s", strerror(errno));
		if (n == 0)
			break;
		sha256_update(&ctx, (size_t)n, buf);
		at += n;
	}
	sha256_digest(&ctx, SHA256_BYTES, ret);
	if (ret_bytes)
		*ret_bytes = at;
	return 0;
}

void sha256_hex(const uint8_t digest[SHA256_BYTES], char hex[2 * SHA256_BYTES + 1])
{
	static const char digits[] = "0123456789abcdef";
	for (int i = 0; i < SHA256_BYTES; i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 15];
	}
	hex[2 * SHA256_BYTES] = '\0';
}
