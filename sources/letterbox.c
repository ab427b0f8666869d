#include "sources/letterbox_p.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"

void letterbox_complain(struct letterbox *b, enum letterbox_fault kind, const char *format, ...)
{
	char text[300];
	struct fault *f = &b->faults[kind];
	va_list ap;
	if (f->about)
		return;
	f->about = format;
	va_start(ap, format);
	(void)vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	(void)error_set(&f->why, FAIL_RETRY, "letterbox %s: %s", b->name, text);
}

void letterbox_wake_after(struct letterbox *b, int64_t us)
{
	(void)sd_event_source_set_time_relative(b->timer, (uint64_t)us);	/* a source of ours: cannot fail */
	(void)sd_event_source_set_enabled(b->timer, SD_EVENT_ONESHOT);
}

/* ---- the folders ---- */

/* 02750: the group of the folder (the mailroom) reads what klachtd puts there. */
int letterbox_sub_folder(int dir, const char *name, int flags, struct error *err)
{
	int made = mkdirat(dir, name, 0750);
	if (made == 0)
		made = fchmodat(dir, name, 02750, 0);	/* beyond the umask */
	if (made != 0 && errno != EEXIST)
		return error_set(err, FAIL_CONFIG, "folder %s: %s (the user klachtd must be able to make it)", name, strerror(errno));
	int fd = openat(dir, name, flags | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	return fd >= 0 ? fd : error_set(err, FAIL_CONFIG, "folder %s: %s (it must be a folder that the user klachtd may use)", name, strerror(errno));
}

static void close_folders(struct letterbox *b)
{
	b->inotify = sd_event_source_disable_unref(b->inotify);
	fd_close(&b->dir);
	fd_close(&b->work);
	fd_close(&b->archive);
	fd_close(&b->failed);
	fd_close(&b->print);
}

static int on_inotify(sd_event_source *s, const struct inotify_event *e, void *userdata);

static int open_folders(struct letterbox *b, struct error *err)
{
	b->dir = open(b->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (b->dir < 0)
		return error_set(err, FAIL_CONFIG, "letterbox %s: %s: %s", b->name, b->directory, strerror(errno));
	if ((b->work = letterbox_sub_folder(b->dir, "work", O_RDONLY, err)) < 0 || (b->archive = letterbox_sub_folder(b->dir, "archive", O_RDONLY, err)) < 0 ||
	    (b->failed = letterbox_sub_folder(b->dir, "failed", O_RDONLY, err)) < 0 || (b->print = letterbox_sub_folder(b->dir, "print", O_PATH, err)) < 0)
		return error_prefix(err, "letterbox %s: %s", b->name, b->directory);
	if (faccessat(b->dir, ".", W_OK | X_OK, AT_EACCESS) != 0 || faccessat(b->work, ".", W_OK | X_OK, AT_EACCESS) != 0)
		return error_set(err, FAIL_CONFIG, "letterbox %s: %s: %s (the user klachtd must be able to write it)", b->name, b->directory, strerror(errno));
	if (flock(b->work, LOCK_EX | LOCK_NB) != 0)
		return error_set(err, FAIL_CONFIG, "letterbox %s: %s is another letterbox's, or another klachtd's", b->name, b->directory);
	/* Only a wake-up: without it (a network file system, no watches left) the look at every poll does the work */
	if (sd_event_add_inotify_fd(b->event, &b->inotify, b->dir, IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR, on_inotify, b) < 0)
		b->inotify = NULL;
	return 0;
}

/* Unmounted, renamed, made anew? */
static bool folder_is_ours(const struct letterbox *b)
{
	struct stat path, fd;
	return b->dir >= 0 && stat(b->directory, &path) == 0 && fstat(b->dir, &fd) == 0 && path.st_dev == fd.st_dev && path.st_ino == fd.st_ino;
}

/* ---- the look ---- */

/* When the next file will have settled or the next claim is due; at most a poll away. */
static int64_t next_look_us(const struct letterbox *b)
{
	int64_t now = clock_mono_us(), at = now + b->o.poll_us;
	bool room = claims_count(b, CLAIM_OUT) < (size_t)b->o.window;
	for (size_t i = 0; room && i < b->n_seen; i++) {
		const struct seen *s = &b->seen[i];
		for (int whole = 0; whole < 2; whole++) {
			int64_t settled = s->still_since_us + seen_settle_us(b, s, whole);
			if (settled > now && settled < at)
				at = settled;
		}
	}
	for (size_t i = 0; room && i < b->n_claims; i++) {
		const struct claim *c = b->claims[i];
		if ((c->state == CLAIM_WAITS || c->state == CLAIM_DEFERRED) && c->at_us < at)
			at = c->at_us;
	}
	return at > now ? at - now : 0;
}

/* A lasting fault must not hide the next one: it is told again when it becomes another. */
static void tell_faults(struct letterbox *b)
{
	for (int kind = 0; kind < LETTERBOX_FAULTS; kind++) {
		struct fault *f = &b->faults[kind];
		if (f->about != f->told)
			b->ops->fault(b, (enum letterbox_fault)kind, f->about ? &f->why : NULL, b->arg);
		f->told = f->about;
	}
}

/* Once nothing is out that still lies in the old one. */
static void open_again(struct letterbox *b)
{
	struct error err;
	letterbox_complain(b, LETTERBOX_STOPS, "%s is not the folder it was, or not there (unmounted?)", b->directory);
	if (claims_count(b, CLAIM_OUT))
		return;
	claims_drop(b);
	while (b->n_seen)
		seen_forget(b, 0);
	close_folders(b);
	if (open_folders(b, &err) == 0 && claims_find(b, &err) == 0)
		b->faults[LETTERBOX_STOPS].about = NULL;
	else
		close_folders(b);
}

static void look(struct letterbox *b)
{
	b->faults[LETTERBOX_STOPS].about = NULL;
	b->again = false;
	if (!folder_is_ours(b))
		open_again(b);
	if (b->dir >= 0) {
		claims_leave_late(b);
		seen_look(b);
		seen_take_ready(b);
		claims_hand_out(b);
	}
	b->looked = true;
	tell_faults(b);
	letterbox_wake_after(b, b->again ? 0 : next_look_us(b));
	if (b->ops->looked)
		b->ops->looked(b, b->arg);
}

static int on_timer(sd_event_source *s, uint64_t usec, void *userdata)
{
	(void)s, (void)usec;
	look(userdata);
	return 0;
}

static int on_inotify(sd_event_source *s, const struct inotify_event *e, void *userdata)
{
	struct letterbox *b = userdata;
	(void)s;
	if (e->len && !claim_ignores(e->name) && (e->mask & (IN_MOVED_TO | IN_CREATE | IN_CLOSE_WRITE)) && !(e->mask & IN_ISDIR)) {
		struct stat st;
		if (fstatat(b->dir, e->name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode)) {
			seen_note(b, e->name, &st);
			struct seen *f = seen_find(b, e->name);
			if (f)
				f->renamed = (e->mask & IN_MOVED_TO) != 0;
			if (f && e->mask & IN_CLOSE_WRITE)
				f->still_since_us = clock_mono_us();
		}
	}
	/* No look for every event of a burst: what came is noted, and is looked at when it has settled. An overflow names nothing */
	letterbox_wake_after(b, e->len ? next_look_us(b) : 0);
	return 0;
}

/* ---- life ---- */

static struct letterbox *new_box(sd_event *event, const struct letterbox_options *o)
{
	struct letterbox *b = calloc(1, sizeof *b);
	if (!b)
		return NULL;
	b->dir = b->work = b->archive = b->failed = b->print = -1;
	b->o = *o;
	b->o.poll_us = o->poll_us ? o->poll_us : 10 * US_PER_SECOND;
	b->o.window = o->window ? o->window : 4;
	b->o.max_bytes = o->max_bytes ? o->max_bytes : UINT64_C(64) << 20;
	b->o.stuck_us = o->stuck_us ? o->stuck_us : 3600 * US_PER_SECOND;
	b->o.name = b->name = strdup(o->name);
	b->o.directory = b->directory = strdup(o->directory);
	b->event = sd_event_ref(event);
	if (!b->name || !b->directory) {
		letterbox_close(b);
		return NULL;
	}
	return b;
}

int letterbox_open(sd_event *event, const struct letterbox_options *o, const struct letterbox_ops *ops, void *arg, struct letterbox **ret, struct error *err)
{
	struct letterbox *b = new_box(event, o);
	if (!b)
		return error_set(err, FAIL_RETRY, "out of memory");
	b->ops = ops;
	b->arg = arg;
	int r = sd_event_add_time_relative(event, &b->timer, CLOCK_MONOTONIC, 0, 1000, on_timer, b);
	r = r < 0 ? error_set(err, FAIL_RETRY, "letterbox %s: timer: %s", o->name, strerror(-r)) : open_folders(b, err);
	if (r == 0)
		r = claims_find(b, err);
	if (r < 0) {
		letterbox_close(b);
		return r;
	}
	*ret = b;
	return 0;
}

void letterbox_close(struct letterbox *b)
{
	if (!b)
		return;
	claims_drop(b);
	free(b->claims);
	while (b->n_seen)
		seen_forget(b, b->n_seen - 1);
	free(b->seen);
	close_folders(b);
	sd_event_source_disable_unref(b->timer);
	sd_event_unref(b->event);
	free(b->name);
	free(b->directory);
	free(b);
}

bool letterbox_idle(const struct letterbox *b)
{
	for (size_t i = 0; i < b->n_seen; i++)
		if (b->seen[i].bytes && !b->seen[i].locked)
			return false;
	return b->looked && b->n_claims == claims_count(b, CLAIM_DEFERRED);
}

size_t letterbox_deferred(const struct letterbox *b)
{
	return claims_count(b, CLAIM_DEFERRED);
}

int64_t letterbox_oldest_us(const struct letterbox *b)
{
	int64_t oldest = 0, now = clock_mono_us();
	for (size_t i = 0; i < b->n_claims; i++)
		if (b->claims[i]->state == CLAIM_OUT && now - b->claims[i]->at_us > oldest)
			oldest = now - b->claims[i]->at_us;
	return oldest;
}

int letterbox_print_dir(const struct letterbox *b)
{
	return b->print;
}
