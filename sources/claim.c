#include "sources/claim.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/file.h"
#include "base/step.h"

#define TRIES 10000
#define LABEL_BYTES 60

static bool ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);
	return n >= m && !strcasecmp(name + n - m, end);
}

bool claim_ignores(const char *name)
{
	static const char *const ends[] = { ".tmp", ".part", ".partial", ".filepart", ".crdownload" };
	if (name[0] == '.' || name[0] == '~' || !strcasecmp(name, "Thumbs.db") || !strcasecmp(name, "desktop.ini"))
		return true;
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		if (ends_with(name, ends[i]))
			return true;
	return false;
}

void claim_keep(const char *name, char ret[CLAIM_NAME_SIZE])
{
	size_t n = strlen(name);
	if (n > CLAIM_KEPT_BYTES)
		name += n - CLAIM_KEPT_BYTES;
	(void)snprintf(ret, CLAIM_NAME_SIZE, "%s", name);
}

void claim_format(const struct claim_name *c, char ret[CLAIM_NAME_SIZE])
{
	(void)snprintf(ret, CLAIM_NAME_SIZE, "%016" PRIx64 "-%04x.%02u.%.*s", (uint64_t)c->received_us, c->sequence & 0xffff, c->attempts % 100,
		       CLAIM_KEPT_BYTES, c->name);
}

/* Digits of that base, exactly n of them, then the stop character. */
static bool digits(const char **p, int n, int base, char stop, uint64_t *ret)
{
	char buf[20], *end;
	if (strnlen(*p, (size_t)n + 1) <= (size_t)n || strspn(*p, "0123456789abcdef") < (size_t)n || (*p)[n] != stop)
		return false;
	memcpy(buf, *p, (size_t)n);
	buf[n] = '\0';
	*ret = strtoull(buf, &end, base);
	*p += n + 1;
	return !*end;
}

bool claim_parse(const char *work_name, struct claim_name *ret)
{
	uint64_t received, sequence, attempts;
	const char *p = work_name;
	if (!digits(&p, 16, 16, '-', &received) || !digits(&p, 4, 16, '.', &sequence) || !digits(&p, 2, 10, '.', &attempts) || !*p ||
	    received > INT64_MAX)
		return false;
	ret->received_us = (int64_t)received;
	ret->sequence = (unsigned)sequence;
	ret->attempts = (unsigned)attempts;
	claim_keep(p, ret->name);
	return true;
}

/* Length of the UTF-8 sequence at p (RFC 3629 section 4), 0 when it is none. Control characters count as none. */
static size_t character(const unsigned char *p)
{
	if (p[0] < 0x80)
		return p[0] >= 0x20 && p[0] != 0x7f;
	size_t n = p[0] >= 0xc2 && p[0] <= 0xdf ? 2 : (p[0] & 0xf0) == 0xe0 ? 3 : p[0] >= 0xf0 && p[0] <= 0xf4 ? 4 : 0;
	for (size_t i = 1; i < n; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	if ((p[0] == 0xc2 && p[1] < 0xa0) || (p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f) || (p[0] == 0xf0 && p[1] < 0x90) ||
	    (p[0] == 0xf4 && p[1] > 0x8f))
		return 0;
	return n;
}

void claim_clean(const char *name, char ret[CLAIM_NAME_SIZE])
{
	char *to = ret;
	for (const unsigned char *p = (const unsigned char *)name; *p && to < ret + CLAIM_NAME_SIZE - 5;) {
		size_t n = *p == '/' ? 0 : character(p);
		if (n)
			memcpy(to, p, n);
		else
			*to = '_';
		to += n ? n : 1;
		p += n ? n : 1;
	}
	*to = '\0';
	if (!*ret || !strcmp(ret, ".") || !strcmp(ret, ".."))
		strcpy(ret, "_");
}

/* The n-th name to try: label_stem~n.ext */
static void free_name(const char *label, const char *name, int n, char ret[CLAIM_NAME_SIZE])
{
	char clean[CLAIM_NAME_SIZE], front[CLAIM_NAME_SIZE] = "", number[16] = "";
	claim_clean(name, clean);
	const char *dot = strrchr(clean, '.');
	int stem = dot && dot != clean && strlen(dot) <= 10 ? (int)(dot - clean) : (int)strlen(clean);
	if (label && *label)
		claim_clean(label, front);
	if (n > 1)
		(void)snprintf(number, sizeof number, "~%d", n);
	(void)snprintf(ret, CLAIM_NAME_SIZE, "%.*s%s%.*s%s%.10s", LABEL_BYTES, front, *front ? "_" : "", stem > 150 ? 150 : stem, clean, number, clean + stem);
	claim_clean(ret, clean);	/* the cut may have gone through a character */
	memcpy(ret, clean, CLAIM_NAME_SIZE);
}

/* 1 written, 0 the name is taken, or FAIL_RETRY. */
static int write_reason(int dir, const char *name, const char *text, struct error *err)
{
	FD_CLEANUP int fd = openat(dir, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0640);
	if (fd < 0)
		return errno == EEXIST ? 0 : error_set(err, FAIL_RETRY, "reason file: %s", strerror(errno));
	int r = write_all(fd, text, strlen(text), err);
	if (r < 0)
		(void)unlinkat(dir, name, 0);	/* ours, and incomplete */
	return r < 0 ? r : 1;
}

/* 1 moved, 0 the name is taken, or FAIL_RETRY. */
static int move_to(int work, const char *from, int dir, const char *to, const char *reason, struct error *err)
{
	char beside[CLAIM_NAME_SIZE + 16];
	if (reason) {
		(void)snprintf(beside, sizeof beside, "%s.reason.txt", to);
		int r = write_reason(dir, beside, reason, err);
		if (r == 0 && faccessat(dir, to, F_OK, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT) {
			(void)unlinkat(dir, beside, 0);	/* ours, of a life that ended before the move */
			r = write_reason(dir, beside, reason, err);
		}
		if (r <= 0)
			return r;
	}
	step("before the scan's move");
	if (renameat2(work, from, dir, to, RENAME_NOREPLACE) == 0)
		return 1;
	int e = errno;
	if (reason)
		(void)unlinkat(dir, beside, 0);	/* ours: it speaks of a file that is not there */
	return e == EEXIST ? 0 : error_set(err, FAIL_RETRY, "moving a scan out of work/: %s", strerror(e));
}

int claim_move(int work, const char *from, int dir, const char *label, const char *name, const char *reason, struct error *err)
{
	for (int n = 1; n < TRIES; n++) {
		char to[CLAIM_NAME_SIZE];
		free_name(label, name, n, to);
		int r = move_to(work, from, dir, to, reason, err);
		if (r)
			return r < 0 ? r : 0;
	}
	return error_set(err, FAIL_RETRY, "moving a scan out of work/: %d names are taken", TRIES);
}
