/* base/file.h — descriptors and sealed memory files.
 *
 * Owner:   every fd returned belongs to the caller and is close-on-exec.
 * Returns: 0 or a count >= 0; FAIL_RETRY for what may pass (disk full, no memory), FAIL_ITEM for bytes that break a limit.
 */
#ifndef KLACHTD_BASE_FILE_H
#define KLACHTD_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"

#define SHA256_BYTES 32

/* __attribute__((cleanup)) helper: closes *fd when it is >= 0. */
void fd_close(int *fd);
#define FD_CLEANUP __attribute__((cleanup(fd_close)))
/* Hands the fd over: returns it and leaves -1. */
int fd_take(int *fd);

/* An empty memfd that may be sealed. */
int memfd_new(const char *name, struct error *err);
/* A memfd with these bytes, sealed against write, grow and shrink. */
int memfd_from(const char *name, const void *bytes, size_t n, struct error *err);
/* Seals fd against write, grow, shrink and further seals. */
int memfd_seal(int fd, struct error *err);
/* True when fd is a memfd with all of those seals: only then may its bytes be mapped and trusted not to change. */
bool memfd_sealed(int fd);

/* A read-only map of a whole sealed memfd; n == 0 maps nothing and is no error. */
struct map {
	const uint8_t *bytes;	/* owned: map_free */
	size_t n;
};
int map_fd(int fd, size_t limit_bytes, struct map *ret, struct error *err);
void map_free(struct map *m);
#define MAP_CLEANUP __attribute__((cleanup(map_free)))

/* Copies all of from (from its start) into a new sealed memfd. FAIL_ITEM past limit_bytes. */
int memfd_copy(const char *name, int from, size_t limit_bytes, struct error *err);

/* Reads a whole small file of ours (configuration, secret, template) into a NUL-terminated buffer (free()).
 * FAIL_CONFIG when it cannot be read or is larger than limit_bytes. */
int file_read(const char *path, size_t limit_bytes, char **ret, size_t *ret_n, struct error *err);
int file_read_fd(int fd, const char *what, size_t limit_bytes, char **ret, size_t *ret_n, struct error *err);

/* All bytes, or FAIL_RETRY. */
int write_all(int fd, const void *bytes, size_t n, struct error *err);

/* SHA-256 (FIPS 180-4) of the bytes, of a whole fd from its start; and in lower-case hex (hex holds 65 bytes). */
void sha256_bytes(const void *bytes, size_t n, uint8_t ret[SHA256_BYTES]);
int sha256_fd(int fd, uint8_t ret[SHA256_BYTES], int64_t *ret_bytes, struct error *err);
void sha256_hex(const uint8_t digest[SHA256_BYTES], char hex[2 * SHA256_BYTES + 1]);

#endif
