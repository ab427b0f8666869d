#include "sources/letterbox_p.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/step.h"
#include "sources/container.h"

#define MAX_SEEN 4096		/* more wait until these are gone */
#define MAX_MTIME_AGE_US (10 * US_PER_DAY)
#define INCOMPLETE_FACTOR 6	/* a container without its end settles so much longer */

int64_t scan_mtime_us(const struct stat *st)
{
	return (int64_t)st->st_mtim.tv_sec * US_PER_SECOND + st->st_mtim.tv_nsec / 1000;
}

/* The first thing that is wrong at this look is the one that is told. */
/* ---- looking at the folder ---- */

struct seen *seen_find(struct letterbox *b, const char *name)
{
	for (size_t i = 0; i < b->n_seen; i++)
		if (!strcmp(b->seen[i].name, name))
			return &b->seen[i];
	return NULL;
}

static struct seen *add_seen(struct letterbox *b, const char *name)
{
	if (b->n_seen == MAX_SEEN)
		return NULL;
	struct seen *more = realloc(b->seen, (b->n_seen + 1) * sizeof *more);
	char *copy = strdup(name);
	if (more)
		b->seen = more;
	if (!more || !copy) {
		free(copy);
		return NULL;
	}
	b->seen[b->n_seen] = (struct seen){ .name = copy, .first_us = clock_now_us(), .still_since_us = clock_mono_us() };
	return &b->seen[b->n_seen++];
}

void seen_forget(struct letterbox *b, size_t i)
{
	free(b->seen[i].name);
	b->seen[i] = b->seen[--b->n_seen];
}

void seen_note(struct letterbox *b, const char *name, const struct stat *st)
{
	struct seen *s = seen_find(b, name);
	if (!s)
		s = add_seen(b, name);
	if (!s)
		return;
	if (s->ino != st->st_ino) {	/* another file of that name: seen for the first time now */
		s->first_us = clock_now_us();
		s->ino = st->st_ino;
		s->bytes = -1;
	}
	if (s->bytes != st->st_size || s->mtime_us != scan_mtime_us(st)) {
		if (s->bytes > 0 && s->bytes != st->st_size)
			s->renamed = false;	/* it grows: whoever renamed it still writes */
		s->bytes = st->st_size;
		s->mtime_us = scan_mtime_us(st);
		s->still_since_us = clock_mono_us();
	}
	s->here = true;
}

static bool our_folder(const char *name)
{
	return !strcmp(name, "work") || !strcmp(name, "archive") || !strcmp(name, "failed") || !strcmp(name, "print");
}

void seen_look(struct letterbox *b)
{
	int odd = 0;
	DIR *d = fdopendir(openat(b->dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
	if (!d) {
		letterbox_complain(b, LETTERBOX_STOPS, "the folder cannot be read: %s", strerror(errno));
		return;
	}
	b->faults[LETTERBOX_ODD].about = NULL;	/* only who can look knows */
	for (size_t i = 0; i < b->n_seen; i++)
		b->seen[i].here = false;
	for (struct dirent *e; (e = readdir(d));) {
		struct stat st;
		if (claim_ignores(e->d_name) || our_folder(e->d_name) || fstatat(b->dir, e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		if (S_ISREG(st.st_mode) && st.st_nlink == 1)
			seen_note(b, e->d_name, &st);
		else
			odd++;
	}
	closedir(d);
	for (size_t i = b->n_seen; i-- > 0;)
		if (!b->seen[i].here)
			seen_forget(b, i);
	if (odd)
		letterbox_complain(b, LETTERBOX_ODD, "%d in the folder are no plain files with one name (a folder, a link?); they are not read: take them out", odd);
}

/* ---- ready? ---- */

/* A lease for reading is refused while anyone has the file open for writing (fcntl(2)); where leases do not exist, nobody is known to write.
 * A breaker would be told to us by SIGIO, which kills: SIGURG does nothing. */
bool scan_has_writer(int fd)
{
	(void)fcntl(fd, F_SETSIG, SIGURG);
	if (fcntl(fd, F_SETLEASE, F_RDLCK) != 0)
		return errno == EAGAIN || errno == EBUSY;
	(void)fcntl(fd, F_SETLEASE, F_UNLCK);
	return false;
}

int64_t seen_settle_us(const struct letterbox *b, const struct seen *s, bool whole)
{
	if (!s->bytes)
		return b->o.stuck_us;
	return (s->renamed ? b->o.settle_renamed_us : b->o.settle_us) * (whole ? 1 : INCOMPLETE_FACTOR);
}

int scan_open(int dir, const char *name, struct stat *st)
{
	int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd >= 0 && fstat(fd, st) != 0)
		fd_close(&fd);
	return fd;
}

static bool ready(struct letterbox *b, struct seen *s, int64_t now)
{
	struct stat st;
	if (now - s->still_since_us < seen_settle_us(b, s, true))
		return false;
	FD_CLEANUP int fd = scan_open(b->dir, s->name, &st);
	if (fd < 0 && errno == ENOENT)
		return false;
	s->locked = fd < 0;
	if (fd < 0) {
		letterbox_complain(b, LETTERBOX_STOPS, "a file in the folder cannot be read: %s (the user klachtd must be able to)", strerror(errno));
		return false;
	}
	if (!S_ISREG(st.st_mode) || st.st_nlink != 1 || st.st_ino != s->ino || st.st_size != s->bytes || scan_mtime_us(&st) != s->mtime_us)
		return false;	/* the next look sees it anew */
	if (scan_has_writer(fd)) {
		s->still_since_us = now;
		return false;
	}
	return now - s->still_since_us >= seen_settle_us(b, s, false) || container_whole(fd, st.st_size);
}

static int64_t received(const struct seen *s)
{
	return s->mtime_us < s->first_us && s->mtime_us >= s->first_us - MAX_MTIME_AGE_US ? s->mtime_us : s->first_us;
}

static bool take(struct letterbox *b, const struct seen *s)
{
	struct claim_name name = { .received_us = received(s), .sequence = b->sequence++ };
	char work[CLAIM_NAME_SIZE];
	claim_keep(s->name, name.name);
	claim_format(&name, work);
	if (renameat2(b->dir, s->name, b->work, work, RENAME_NOREPLACE) == 0) {
		step("scan claimed");
		return claims_add(b, &name) != NULL;	/* without memory it is found at the next start */
	}
	if (errno != ENOENT && errno != EEXIST)
		letterbox_complain(b, LETTERBOX_STOPS, "a scan cannot be moved into work/: %s", strerror(errno));
	return false;
}

/* Takes what is ready, the oldest first, as far as the window reaches. */
void seen_take_ready(struct letterbox *b)
{
	int64_t now = clock_mono_us();
	while (claims_count(b, CLAIM_OUT) + claims_count(b, CLAIM_WAITS) < (size_t)b->o.window) {
		size_t oldest = b->n_seen;
		for (size_t i = 0; i < b->n_seen; i++)
			if (b->seen[i].here && (oldest == b->n_seen || b->seen[i].mtime_us < b->seen[oldest].mtime_us)) {
				if (ready(b, &b->seen[i], now))
					oldest = i;
			}
		if (oldest == b->n_seen)
			return;
		bool taken = take(b, &b->seen[oldest]);
		b->seen[oldest].here = false;
		if (taken)
			seen_forget(b, oldest);
	}
}
