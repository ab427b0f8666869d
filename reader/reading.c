#include "reader/reading.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/wire.h"
#include "reader/client_pool.h"
#include "reader/merge.h"
#include "reader/record_limits.h"
#include "reader/text_check.h"
#include "reader/unreadable.h"

#define MAIL_US (10 * US_PER_SECOND)
#define PAGE_US (120 * US_PER_SECOND)	/* by the clock, for what sleeps; what works is stopped by CHILD_PAGE_CPU_S */
#define LETTER_US (900 * US_PER_SECOND)
#define LOSSES_MAX 3		/* a zygote that goes is not the document's doing; three times is */
#define SKIP_MAX 5		/* pages that may die before the whole is given up */
#define CHECK_MS 20000
#define MAX_DOCUMENT_BYTES (64u << 20)

enum pool_name { POOL_MAIL, POOL_CHARSET, POOL_LETTER, POOLS };

/* The forms in which a mail is tried, and what is said of what came out. */
static const struct { const char *mode, *review; } forms[] = {
	{ "full", NULL },
	{ "no-attachments", "the reader died on this mail: its attachments were not looked at" },
	{ "headers", "the reader died on this mail: only its header was read" },
};
#define FORMS (sizeof forms / sizeof *forms)

/* A document on its way: the item itself, or a scan inside a mail. */
struct document {
	struct unit unit;
	struct reading_job *job;
	size_t index;			/* of a scan, in the mail's documents */
	int fd;				/* owned */
	size_t form;
	bool rare_charset;		/* mail that the first reader could not read for that */
	int skip[SKIP_MAX];
	size_t n_skip;
	int losses;
	json_t *records;		/* owned; NULL: not read */
	char why[120];			/* not read: why */
};

struct reading_job {
	struct reading *reading;
	struct reading_job *next, **at;	/* all jobs under way */
	char *channel, *file;		/* owned */
	bool letter;
	int64_t received_us;
	reading_done *done;
	void *arg;
	struct document item;
	struct document *scans;		/* owned */
	size_t n_scans, scans_left;
	bool incomplete;
	int deaths;
	char digest[65], what[200];
};

struct reading {
	sd_event *event;
	sd_event_source *soon, *timer;	/* owned */
	struct pool *pools[POOLS];	/* owned */
	struct reading_job *jobs;
	size_t max_document_bytes;
};

/* ---- from documents to the job's end ---- */

static void free_document(struct document *d)
{
	if (d->unit.pool)
		pool_remove(d->unit.pool, &d->unit);
	fd_close(&d->fd);
	json_decref(d->records);
}

static void free_job(struct reading_job *j)
{
	*j->at = j->next;
	if (j->next)
		j->next->at = j->at;
	free_document(&j->item);
	for (size_t i = 0; i < j->n_scans; i++)
		free_document(&j->scans[i]);
	free(j->scans);
	free(j->channel);
	free(j->file);
	free(j);
}

/* Its own name for the item, whatever the child said. */
static void name_records(const struct reading_job *j)
{
	size_t i;
	json_t *record;
	bool plain = strlen(j->file) <= LIMIT_LINE && text_plain(j->file, strlen(j->file), false);
	json_array_foreach(j->item.records, i, record) {
		json_t *name = plain ? json_string(j->file) : NULL;
		if (name)
			json_object_set_new(record, "file", name);
	}
}

static void finish(struct reading_job *j)
{
	json_t *mail = json_array_get(j->item.records, 0);
	for (size_t i = 0; i < j->n_scans; i++) {
		struct document *d = &j->scans[i];
		if (d->records)
			merge_scan(mail, d->index, d->records);
		else
			merge_unread(mail, d->index, d->why);
	}
	if (forms[j->item.form].review)
		merge_review(mail, "partly-read", forms[j->item.form].review);
	name_records(j);
	struct reading_result result = {
		.outcome = j->incomplete ? READING_INCOMPLETE : j->deaths ? READING_POISON : READING_DONE,
		.records = j->item.records, .content_digest = j->digest[0] ? j->digest : NULL, .deaths = j->deaths,
	};
	memcpy(result.what, j->what, sizeof result.what);
	if (!result.records)	/* no memory for even the unreadable record */
		result.outcome = READING_UNAVAILABLE;
	j->done(j, &result, j->arg);
	free_job(j);
}

static void finish_unavailable(struct reading_job *j, const char *why)
{
	struct reading_result result = { .outcome = READING_UNAVAILABLE, .deaths = j->deaths };
	(void)snprintf(result.what, sizeof result.what, "%s", why);
	j->done(j, &result, j->arg);
	free_job(j);
}

/* Not read, and never will be. The job may be gone afterwards. */
static void settle_unread(struct document *d, const char *why)
{
	struct reading_job *j = d->job;
	(void)snprintf(d->why, sizeof d->why, "%s", why);
	if (d != &j->item) {
		if (--j->scans_left == 0)
			finish(j);
		return;
	}
	d->form = 0;
	d->records = json_pack("[o]", unreadable_record(&(struct unreadable){ .channel = j->channel, .file = j->file, .text = d->why, .fd = d->fd }));
	finish(j);
}

static void push(struct document *d, bool front)
{
	struct reading_job *j = d->job;
	bool scan = d != &j->item, letter = scan || j->letter;
	d->unit.order = (struct task_order){
		.channel = letter ? "letter" : j->channel, .file = j->file, .mode = letter ? "full" : forms[d->form].mode, .skip_pages = d->skip,
		.n_skip_pages = d->n_skip, .letter = letter, .attachment = scan, .received_us = j->received_us, .document = d->fd,
		.page_limit_us = letter ? PAGE_US : MAIL_US, .whole_limit_us = letter ? LETTER_US : MAIL_US,
		.max_document_bytes = j->reading->max_document_bytes,
	};
	pool_push(j->reading->pools[letter ? POOL_LETTER : d->rare_charset ? POOL_CHARSET : POOL_MAIL], &d->unit, front);
}

/* ---- what became of a document ---- */

static void take_scans(struct reading_job *j, const struct task_result *result)
{
	j->scans = result->n_scans ? calloc(result->n_scans, sizeof *j->scans) : NULL;
	for (size_t i = 0; j->scans && i < result->n_scans; i++) {
		j->scans[i] = (struct document){ .job = j, .index = result->scans[i].index, .fd = fd_take(&result->scans[i].fd) };
		j->n_scans++;
		push(&j->scans[i], true);	/* before the letters: a mail is not to wait for the mailroom's morning */
	}
	j->scans_left = j->n_scans;
}

static void on_read(struct document *d, const struct task_result *result)
{
	struct reading_job *j = d->job;
	d->records = json_incref(result->records);
	if (d != &j->item) {
		if (--j->scans_left == 0)
			finish(j);
		return;
	}
	j->incomplete = result->outcome == TASK_INCOMPLETE;
	if (result->digest)
		memcpy(j->digest, result->digest, sizeof j->digest);
	take_scans(j, result);
	if (j->n_scans == 0)
		finish(j);
}

static bool skipped(const struct document *d, int page)
{
	for (size_t i = 0; i < d->n_skip; i++)
		if (d->skip[i] == page)
			return true;
	return false;
}

/* The next smaller form; false: there is none. */
static bool smaller(struct document *d, int page)
{
	if (!d->unit.order.letter)
		return ++d->form < FORMS;
	if (page == 0 || skipped(d, page) || d->n_skip == SKIP_MAX)
		return false;
	d->skip[d->n_skip++] = page;
	return true;
}

static void on_died(struct document *d, const struct task_result *result)
{
	struct reading_job *j = d->job;
	j->deaths++;
	(void)snprintf(j->what, sizeof j->what, "%s", result->what);
	if (smaller(d, result->page))
		push(d, true);
	else
		settle_unread(d, result->what);
}

static void on_charset(struct document *d)
{
	struct task_result again = { .outcome = TASK_DIED, .what = "no reader has its charset" };
	if (d->rare_charset) {
		on_died(d, &again);
		return;
	}
	d->rare_charset = true;
	push(d, true);
}

static void on_unit_done(struct unit *u, const struct task_result *result, void *arg)
{
	struct document *d = (struct document *)(void *)((char *)u - offsetof(struct document, unit));
	struct task_result lost = { .outcome = TASK_DIED, .what = "its reader was lost time and again" };
	(void)arg;
	switch (result->outcome) {
	case TASK_DONE:
	case TASK_INCOMPLETE:
		on_read(d, result);
		break;
	case TASK_BAD:
		settle_unread(d, "it is not what its kind of file should be");
		break;
	case TASK_TOO_LARGE:
		settle_unread(d, "it exceeds a limit of size or structure");
		break;
	case TASK_CHARSET:
		on_charset(d);
		break;
	case TASK_DIED:
		on_died(d, result);
		break;
	case TASK_LOST:
		if (++d->losses < LOSSES_MAX)
			push(d, true);
		else
			on_died(d, &lost);
		break;
	}
}

static void on_unavailable(struct unit *u, const char *why, void *arg)
{
	struct document *d = (struct document *)(void *)((char *)u - offsetof(struct document, unit));
	(void)arg;
	if (d == &d->job->item)
		finish_unavailable(d->job, why);
	else	/* the mail itself is read: it is not to wait for what may never come */
		settle_unread(d, "no reader of scans can be started");
}

/* ---- the loop ---- */

static void set_timer(struct reading *r)
{
	int64_t now = clock_mono_us(), next = INT64_MAX;
	for (size_t i = 0; i < POOLS; i++) {
		int64_t at = pool_next_us(r->pools[i], now);
		next = at < next ? at : next;
	}
	uint64_t set = UINT64_MAX;
	int on = SD_EVENT_OFF;
	(void)sd_event_source_get_enabled(r->timer, &on);	/* none of these fails for a source of ours */
	(void)sd_event_source_get_time(r->timer, &set);
	if (next == INT64_MAX)
		(void)sd_event_source_set_enabled(r->timer, SD_EVENT_OFF);
	if (next == INT64_MAX || (on != SD_EVENT_OFF && set <= (uint64_t)next))	/* it looks, and is set, sooner than that: not anew for each item */
		return;
	(void)sd_event_source_set_time(r->timer, (uint64_t)next);
	(void)sd_event_source_set_enabled(r->timer, SD_EVENT_ONESHOT);
}

static int on_soon(sd_event_source *source, void *arg)
{
	struct reading *r = arg;
	(void)source;
	for (size_t i = 0; i < POOLS; i++)
		pool_run(r->pools[i]);
	set_timer(r);
	return 0;
}

static int on_timer(sd_event_source *source, uint64_t usec, void *arg)
{
	struct reading *r = arg;
	(void)source, (void)usec;
	for (size_t i = 0; i < POOLS; i++)
		pool_tick(r->pools[i], clock_mono_us());
	set_timer(r);
	return 0;
}

static void on_work(void *arg)
{
	struct reading *r = arg;
	(void)sd_event_source_set_enabled(r->soon, SD_EVENT_ONESHOT);
}

/* ---- the face ---- */

static int add_sources(struct reading *r, struct error *err)
{
	int e = sd_event_add_defer(r->event, &r->soon, on_soon, r);
	if (e >= 0)
		e = sd_event_source_set_enabled(r->soon, SD_EVENT_OFF);
	if (e >= 0)
		e = sd_event_add_time(r->event, &r->timer, CLOCK_MONOTONIC, 0, 100000, on_timer, r);
	if (e >= 0)
		e = sd_event_source_set_enabled(r->timer, SD_EVENT_OFF);
	return e < 0 ? error_set(err, FAIL_RETRY, "event loop: %s", strerror(-e)) : 0;
}

int reading_new(sd_event *event, const struct reading_options *o, struct reading **ret, struct error *err)
{
	size_t mails = o->mail_jobs ? o->mail_jobs : 16;
	const struct pool_kind kinds[POOLS] = {
		[POOL_MAIL] = { .host = { "klachtd-reader", 10, INT64_C(768) << 20 }, .hosts = 1, .jobs_a_host = mails > 16 ? 16 : (unsigned)mails,
				.kept = true },
		[POOL_CHARSET] = { .host = { "klachtd-charset-reader", 10, INT64_C(768) << 20 }, .hosts = 1, .jobs_a_host = 2 },
		[POOL_LETTER] = { .host = { "klachtd-letter-reader", 900, INT64_C(1) << 30 }, .hosts = o->letter_workers ? o->letter_workers : 2,
				  .jobs_a_host = 1 },
	};
	struct reading *r = calloc(1, sizeof *r);
	if (!r)
		return error_set(err, FAIL_RETRY, "out of memory");
	r->event = sd_event_ref(event);
	struct pool_events on = { .done = on_unit_done, .unavailable = on_unavailable, .work = on_work, .arg = r };
	int e = add_sources(r, err);
	for (size_t i = 0; e == 0 && i < POOLS; i++)
		e = pool_new(event, &kinds[i], &on, &r->pools[i], err);
	if (e == 0)
		e = reading_set_rules(r, o->rules, err);
	if (e < 0) {
		reading_free(r);
		return e;
	}
	*ret = r;
	return 0;
}

void reading_free(struct reading *r)
{
	if (!r)
		return;
	while (r->jobs)
		free_job(r->jobs);
	for (size_t i = 0; i < POOLS; i++)
		pool_free(r->pools[i]);
	sd_event_source_disable_unref(r->soon);
	sd_event_source_disable_unref(r->timer);
	sd_event_unref(r->event);
	free(r);
}

int reading_start(struct reading *r, const char *channel, const char *file, int fd, int64_t received_us,
		  reading_done *done, void *arg, struct reading_job **ret, struct error *err)
{
	struct reading_job *j = calloc(1, sizeof *j);
	if (!j)
		return error_set(err, FAIL_RETRY, "out of memory");
	*j = (struct reading_job){ .reading = r, .channel = strdup(channel), .file = strdup(file), .letter = strcmp(channel, "letter") == 0,
				   .received_us = received_us, .done = done, .arg = arg, .next = r->jobs, .at = &r->jobs };
	j->item = (struct document){ .job = j, .fd = fcntl(fd, F_DUPFD_CLOEXEC, 0) };
	if (r->jobs)
		r->jobs->at = &j->next;
	r->jobs = j;
	if (!j->channel || !j->file || j->item.fd < 0) {
		free_job(j);
		return error_set(err, FAIL_RETRY, "no memory or descriptor for another item");
	}
	push(&j->item, false);
	if (ret)
		*ret = j;
	return 0;
}

void reading_cancel(struct reading_job *job)
{
	free_job(job);
}

int reading_set_rules(struct reading *r, json_t *rules, struct error *err)
{
	int64_t max = MAX_DOCUMENT_BYTES;
	int e = rules ? wire_int(rules, "max_document_bytes", 0, 1, INT64_C(1) << 30, &max, err) : 0;
	if (e < 0)
		return error_prefix(err, "rules");
	r->max_document_bytes = (size_t)max;
	for (size_t i = 0; i < POOLS; i++)
		pool_rules(r->pools[i], rules);
	return 0;
}

int reading_check(struct reading *r, struct error *err)
{
	return pool_check(r->pools[POOL_MAIL], CHECK_MS, err);
}

int reading_check_charsets(struct reading *r, struct error *err)
{
	return pool_check(r->pools[POOL_CHARSET], CHECK_MS, err);
}

int reading_check_letters(struct reading *r, struct error *err)
{
	return pool_check(r->pools[POOL_LETTER], CHECK_MS, err);
}

int64_t reading_oldest_us(const struct reading *r)
{
	int64_t oldest = 0, now = clock_mono_us();
	for (size_t i = 0; i < POOLS; i++) {
		int64_t age = pool_oldest_us(r->pools[i], now);
		oldest = age > oldest ? age : oldest;
	}
	return oldest;
}
