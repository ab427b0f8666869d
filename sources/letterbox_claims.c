#include "sources/letterbox_p.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/step.h"

#define TOO_LARGE_BYTES (1 << 20)
#define TOO_LARGE_TAIL_BYTES 65536

/* ---- claims ---- */

struct claim *claims_add(struct letterbox *b, const struct claim_name *name)
{
	struct claim **more = realloc(b->claims, (b->n_claims + 1) * sizeof *more), *c = calloc(1, sizeof *c);
	if (more)
		b->claims = more;
	if (!more || !c) {
		free(c);
		return NULL;
	}
	c->id = ++b->last_id;
	c->name = *name;
	claim_format(name, c->work);
	return b->claims[b->n_claims++] = c;
}

static void drop_claim(struct letterbox *b, struct claim *c)
{
	for (size_t i = 0; i < b->n_claims; i++)
		if (b->claims[i] == c)
			b->claims[i] = b->claims[--b->n_claims];
	free(c->label);
	free(c->reason);
	free(c);
}

void claims_drop(struct letterbox *b)
{
	while (b->n_claims)
		drop_claim(b, b->claims[0]);
}

/* What an earlier life left in work/. A name that is not ours is somebody's scan all the same: it gets a claim's name. */
int claims_find(struct letterbox *b, struct error *err)
{
	DIR *d = fdopendir(openat(b->work, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
	if (!d)
		return error_set(err, FAIL_CONFIG, "letterbox %s: work/: %s", b->name, strerror(errno));
	for (struct dirent *e; (e = readdir(d));) {
		struct claim_name name = { .received_us = clock_now_us(), .sequence = b->sequence };
		char work[CLAIM_NAME_SIZE];
		if (e->d_name[0] == '.')
			continue;
		if (!claim_parse(e->d_name, &name))
			claim_keep(e->d_name, name.name);
		claim_format(&name, work);
		b->sequence++;
		if (strcmp(work, e->d_name) != 0 && renameat2(b->work, e->d_name, b->work, work, RENAME_NOREPLACE) != 0)
			continue;	/* at the next start, then */
		if (!claims_add(b, &name)) {
			closedir(d);
			return error_set(err, FAIL_RETRY, "out of memory");
		}
	}
	closedir(d);
	return 0;
}

size_t claims_count(const struct letterbox *b, enum claim_state state)
{
	size_t n = 0;
	for (size_t i = 0; i < b->n_claims; i++)
		n += b->claims[i]->state == state;
	return n;
}

/* ---- handing out ---- */

/* The file's bytes sealed. Of one that is too large its first MiB, its last 64 KiB and a line with its length: what stands for it must differ from what
 * stands for another. */
static int copy_scan(const struct letterbox *b, int fd, int64_t bytes, struct error *err)
{
	if ((uint64_t)bytes <= b->o.max_bytes)
		return memfd_copy("scan", fd, b->o.max_bytes, err);
	char *buf = malloc(TOO_LARGE_BYTES + TOO_LARGE_TAIL_BYTES + 64);
	ssize_t n = buf ? pread(fd, buf, TOO_LARGE_BYTES, 0) : -1;
	ssize_t tail = n > 0 ? pread(fd, buf + n, TOO_LARGE_TAIL_BYTES, bytes > TOO_LARGE_TAIL_BYTES ? bytes - TOO_LARGE_TAIL_BYTES : 0) : -1;
	int r;
	if (tail < 0) {
		r = error_set(err, FAIL_RETRY, "read: %s", strerror(errno));
	} else {
		n += tail;
		n += sprintf(buf + n, "\n%lld bytes\n", (long long)bytes);
		r = memfd_from("scan", buf, (size_t)n, err);
	}
	free(buf);
	return r;
}

static bool bump_attempts(struct letterbox *b, struct claim *c)
{
	struct claim_name next = c->name;
	char work[CLAIM_NAME_SIZE];
	next.attempts += next.attempts < 99;
	claim_format(&next, work);
	if (strcmp(work, c->work) != 0 && renameat2(b->work, c->work, b->work, work, RENAME_NOREPLACE) != 0)
		return false;
	c->name = next;
	memcpy(c->work, work, sizeof work);
	return true;
}

/* Also at the looks between its tries: the fault lasts. */
static void complain_unread(struct letterbox *b, const struct claim *c)
{
	letterbox_complain(b, LETTERBOX_STOPS, "a scan in work/ cannot be read: %s", c->unread);
}

static void hand_out(struct letterbox *b, struct claim *c)
{
	struct stat before, after;
	struct error err = { 0 };
	int64_t now = clock_mono_us();
	FD_CLEANUP int fd = scan_open(b->work, c->work, &before);
	int open_errno = errno;
	if (fd < 0 && open_errno == ENOENT) {
		letterbox_complain(b, LETTERBOX_STOPS, "a scan was taken out of work/ by somebody");
		drop_claim(b, c);
		return;
	}
	bool too_large = fd >= 0 && (uint64_t)before.st_size > b->o.max_bytes;
	FD_CLEANUP int copy = fd < 0 || scan_has_writer(fd) ? -1 : copy_scan(b, fd, before.st_size, &err);
	/* A writer that kept it open through the rename: it is looked at again when it has settled */
	bool same = copy >= 0 && fstat(fd, &after) == 0 && before.st_size == after.st_size && scan_mtime_us(&before) == scan_mtime_us(&after);
	(void)snprintf(c->unread, sizeof c->unread, "%.100s", fd < 0 ? strerror(open_errno) : err.kind ? err.text : "");
	if (*c->unread)
		complain_unread(b, c);
	unsigned attempts = c->name.attempts;
	if (!same || !bump_attempts(b, c)) {
		c->at_us = now + b->o.settle_us;
		return;
	}
	char file[CLAIM_NAME_SIZE];
	claim_clean(c->name.name, file);
	struct letterbox_item item = { .id = c->id, .file = file, .fd = fd_take(&copy), .received_us = c->name.received_us,
				       .attempts = (int)attempts, .bytes = (uint64_t)before.st_size, .too_large = too_large };
	c->state = CLAIM_OUT;
	c->at_us = now;
	step("scan handed out");
	b->ops->item(b, &item, b->arg);	/* may call letterbox_done: c is not ours any more */
}

static struct claim *next_due(struct letterbox *b, int64_t now)
{
	struct claim *due = NULL;
	for (size_t i = 0; i < b->n_claims; i++) {
		struct claim *c = b->claims[i];
		if ((c->state == CLAIM_WAITS || c->state == CLAIM_DEFERRED) && c->at_us <= now && (!due || c->name.received_us < due->name.received_us))
			due = c;
	}
	return due;
}

void claims_hand_out(struct letterbox *b)
{
	int64_t now = clock_mono_us();
	struct claim *c;
	for (size_t i = 0; i < b->n_claims; i++)
		if (*b->claims[i]->unread && b->claims[i]->at_us > now)
			complain_unread(b, b->claims[i]);
	while (claims_count(b, CLAIM_OUT) < (size_t)b->o.window && (c = next_due(b, now)))
		hand_out(b, c);
}

/* ---- where they go ---- */

static int month_folder(struct letterbox *b, struct error *err)
{
	time_t now = time(NULL);
	struct tm tm;
	char name[16];
	localtime_r(&now, &tm);
	(void)snprintf(name, sizeof name, "%04d", (tm.tm_year + 1900) % 10000);
	FD_CLEANUP int year = letterbox_sub_folder(b->archive, name, O_PATH, err);
	if (year < 0)
		return year;
	(void)snprintf(name, sizeof name, "%02d", tm.tm_mon + 1);
	return letterbox_sub_folder(year, name, O_PATH, err);
}

static int leave(struct letterbox *b, struct claim *c, struct error *err)
{
	struct error here = { 0 };
	step("scan leaves");
	FD_CLEANUP int month = c->fate == LETTERBOX_FILED ? month_folder(b, &here) : -1;
	int r = c->fate == LETTERBOX_FILED && month < 0 ? FAIL_RETRY :
		claim_move(b->work, c->work, c->fate == LETTERBOX_FILED ? month : b->failed, c->label, c->name.name, c->reason, &here);
	if (r < 0 && faccessat(b->work, c->work, F_OK, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT)
		r = 0;	/* somebody took it away: it is filed, and there is nothing left to move */
	if (r < 0) {
		letterbox_complain(b, LETTERBOX_STOPS, "%s", here.text);
		return error_set(err, FAIL_RETRY, "letterbox %s: %s", b->name, here.text);
	}
	step("scan left");
	drop_claim(b, c);
	return 0;
}

void claims_leave_late(struct letterbox *b)
{
	for (size_t i = b->n_claims; i-- > 0;)
		if (b->claims[i]->state == CLAIM_LEAVES)
			(void)leave(b, b->claims[i], NULL);	/* complained of in there */
}

/* The words for the mailroom: what was wrong, and the code by which it can be asked for. */
static char *reason_text(const struct claim *c, const char *label, const char *code, const char *text)
{
	char file[CLAIM_NAME_SIZE], *ret;
	claim_clean(c->name.name, file);
	if (asprintf(&ret, "%s\n\nBestand: %s\nKlachtnummer: %s\nCode: %s\n", text ? text : "Dit bestand kon niet worden gelezen.", file,
		     label && *label ? label : "geen", code ? code : "unreadable") < 0)
		return NULL;
	return ret;
}

int letterbox_done(struct letterbox *b, uint64_t id, enum letterbox_fate fate, const char *label, const char *reason_code, const char *text,
		   int64_t delay_us, struct error *err)
{
	struct claim *c = NULL;
	for (size_t i = 0; i < b->n_claims; i++)
		if (b->claims[i]->id == id && b->claims[i]->state == CLAIM_OUT)
			c = b->claims[i];
	if (!c)
		return error_set(err, FAIL_ITEM, "letterbox %s: nothing of that id is out", b->name);
	b->again = true;	/* there is room in the window; also when this is called from within the look */
	letterbox_wake_after(b, 0);
	if (fate == LETTERBOX_LATER) {
		c->state = CLAIM_DEFERRED;
		c->at_us = clock_mono_us() + delay_us;
		return 0;
	}
	c->fate = fate;
	c->state = CLAIM_LEAVES;
	c->label = label ? strdup(label) : NULL;
	c->reason = fate == LETTERBOX_FAILED ? reason_text(c, label, reason_code, text) : NULL;
	return leave(b, c, err);
}
