#include "register/queue.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/backoff.h"
#include "base/clock.h"
#include "register/db.h"
#include "register/filing.h"

#define GROUP_ITEMS 64
#define GROUP_BYTES (8 << 20)
#define GROUP_US 20000		/* the loop has other things to do */
#define COMPANY_US 200000	/* after a commit the next waits so long for company, */
#define COMPANY 64		/* until there are so many */
#define NOTE_US 200000		/* acknowledgements wait this long for a group to go with */
#define NOTES 256
#define RETRY_FIRST_US 250000
#define RETRY_MOST_US (30 * US_PER_SECOND)

struct note {			/* the source was told */
	int64_t arrival, at_us;
	char *where;		/* owned */
};

struct pending {
	sd_event_source *turn, *timer, *company;
	struct job *first, **last;
	size_t n;
	struct note notes[NOTES];
	size_t n_notes;
	bool stalled, notes_due;
	struct error why;
	unsigned failures;
	int64_t filed_us;	/* when a group was last committed */
};

static int turn(sd_event_source *s, void *userdata);

static int again(sd_event_source *s, uint64_t usec, void *userdata)
{
	struct reg *r = userdata;
	(void)s, (void)usec;
	r->pending->notes_due = true;
	return turn(NULL, r);
}

static int enough_waited(sd_event_source *s, uint64_t usec, void *userdata)
{
	(void)usec;
	return turn(s, userdata);
}

int reg_attach(struct reg *r, sd_event *event, struct error *err)
{
	assert(r->mode == REG_WRITE && !r->pending);
	struct pending *p = calloc(1, sizeof *p);
	if (!p)
		return error_set(err, FAIL_RETRY, "out of memory");
	p->last = &p->first;
	r->pending = p;
	/* After the sources that bring items: what is there by then goes into one group. Items out are limited, so it is never starved. */
	int rc = sd_event_add_defer(event, &p->turn, turn, r);
	if (rc >= 0)
		rc = sd_event_source_set_priority(p->turn, SD_EVENT_PRIORITY_NORMAL + 10);
	if (rc >= 0)
		rc = sd_event_source_set_enabled(p->turn, SD_EVENT_OFF);
	if (rc >= 0)
		rc = sd_event_add_time_relative(event, &p->timer, CLOCK_MONOTONIC, 0, 0, again, r);
	if (rc >= 0)
		rc = sd_event_source_set_enabled(p->timer, SD_EVENT_OFF);
	if (rc >= 0)
		rc = sd_event_add_time_relative(event, &p->company, CLOCK_MONOTONIC, 0, 1, enough_waited, r);
	if (rc >= 0)
		rc = sd_event_source_set_enabled(p->company, SD_EVENT_OFF);
	if (rc < 0) {
		queue_free(r);
		return error_set(err, FAIL_RETRY, "register: event source: %s", strerror(-rc));
	}
	return 0;
}

static void wake_after(struct pending *p, int64_t us)
{
	int on;
	if (sd_event_source_get_enabled(p->timer, &on) >= 0 && on != SD_EVENT_OFF)
		return;
	(void)sd_event_source_set_time_relative(p->timer, (uint64_t)us);	/* neither can fail for a source of ours */
	(void)sd_event_source_set_enabled(p->timer, SD_EVENT_ONESHOT);
}

/* A commit writes a dozen pages whatever it holds, so in a rush items wait for company; one that comes alone finds the last commit long ago. */
static int64_t company_us(const struct pending *p)
{
	int64_t left = p->filed_us + COMPANY_US - clock_mono_us();
	return p->n >= COMPANY || left < 0 || !p->filed_us ? 0 : left;
}

static void wake(struct pending *p)
{
	if (p->stalled)
		return;
	int64_t wait_us = p->first ? company_us(p) : 0;
	if (wait_us)
		(void)sd_event_source_set_time_relative(p->company, (uint64_t)wait_us);
	(void)sd_event_source_set_enabled(p->company, wait_us ? SD_EVENT_ONESHOT : SD_EVENT_OFF);
	(void)sd_event_source_set_enabled(p->turn, p->first && !wait_us ? SD_EVENT_ONESHOT : SD_EVENT_OFF);
}

int reg_submit(struct reg *r, const struct reg_filing *f, reg_done *done, void *arg, struct error *err)
{
	struct pending *p = r->pending;
	struct job *j;
	int rc = job_new(f, done, arg, &j, err);
	if (rc < 0)
		return rc;
	*p->last = j;
	p->last = &j->next;
	p->n++;
	wake(p);
	return 0;
}

size_t reg_pending(const struct reg *r)
{
	return r->pending ? r->pending->n : 0;
}

bool reg_stalled(const struct reg *r, struct error *ret_why)
{
	if (!r->pending || !r->pending->stalled)
		return false;
	if (ret_why)
		*ret_why = r->pending->why;
	return true;
}

int64_t reg_oldest_us(const struct reg *r)
{
	return r->pending && r->pending->first ? clock_mono_us() - r->pending->first->submitted_us : 0;
}

int64_t queue_receipts(const struct reg *r, const char *email)
{
	int64_t n = 0;
	for (const struct job *j = r->pending ? r->pending->first : NULL; j; j = j->next)
		for (size_t i = 0; i < j->n_entries; i++) {
			const struct job_entry *e = &j->entries[i];
			n += e->receipt == REG_RECEIPT_QUEUED && (!email || (e->receipt_to && !strcasecmp(e->receipt_to, email)));
		}
	return n;
}

/* ---- acknowledgements ---- */

static int write_note(struct reg *r, int64_t arrival, int64_t at_us, const char *where)
{
	static const char NOTE[] = "UPDATE arrivals SET acknowledged_us = ?2, acknowledged_where = ?3 WHERE id = ?1 AND acknowledged_us IS NULL";
	return db_run(r, NOTE, "iit", arrival, at_us, where);
}

static int write_notes(struct reg *r, struct error *err)
{
	struct pending *p = r->pending;
	for (size_t i = 0; i < p->n_notes; i++)
		if (write_note(r, p->notes[i].arrival, p->notes[i].at_us, p->notes[i].where) != SQLITE_OK)
			return db_error(r, "noting an acknowledgement", err);
	return 0;
}

static void forget_notes(struct pending *p)
{
	for (size_t i = 0; i < p->n_notes; i++)
		free(p->notes[i].where);
	p->n_notes = 0;
	p->notes_due = false;
}

static int notes_alone(struct reg *r, struct error *err)
{
	int rc = db_begin(r, err);
	if (!rc)
		rc = db_commit(r, write_notes(r, err), err);
	if (!rc)
		forget_notes(r->pending);
	return rc;
}

int reg_acknowledged(struct reg *r, int64_t arrival_id, const char *where, struct error *err)
{
	struct pending *p = r->pending;
	int rc = 0;
	if (!p)
		return write_note(r, arrival_id, r->now_us(), where) == SQLITE_OK ? 0 : db_error(r, "noting an acknowledgement", err);
	if (p->n_notes == NOTES)
		rc = notes_alone(r, err);
	if (rc < 0)
		return rc;
	char *copy = strdup(where);
	if (!copy)
		return error_set(err, FAIL_RETRY, "out of memory");
	p->notes[p->n_notes++] = (struct note){ arrival_id, r->now_us(), copy };
	wake_after(p, NOTE_US);
	return 0;
}

/* ---- the turn ---- */

/* The first large original that is not yet stored. */
static struct original *unstored(const struct job *j)
{
	for (size_t i = 0; !j->refused.kind && i < j->n_originals; i++)
		if (original_large(&j->originals[i]) && !j->originals[i].stored)
			return &j->originals[i];
	return NULL;
}

static int one_step(struct reg *r, struct error *err)
{
	for (struct job *j = r->pending->first; j; j = j->next) {
		struct original *o = unstored(j);
		if (!o)
			continue;
		int rc = original_step(r, o, err);
		if (rc == FAIL_ITEM)
			j->refused = *err;
		STEP("piece");
		return rc == FAIL_ITEM ? 0 : rc < 0 ? rc : 0;
	}
	return 0;
}

static const char SAVEPOINT[] = "SAVEPOINT item", RELEASE[] = "RELEASE item", UNDO[] = "ROLLBACK TO item";

static int file_refused(struct job *j)
{
	j->filed = (struct reg_filed){ .r = j->refused.kind, .err = j->refused };
	return 0;
}

/* One item in its savepoint. A bad one is undone alone. */
static int file_alone(struct reg *r, struct job *j, struct error *err)
{
	if (db_run(r, SAVEPOINT, "") != SQLITE_OK)
		return db_error(r, "savepoint", err);
	int rc = job_file(r, j, err);
	if (rc < 0 && rc != FAIL_ITEM)
		return rc;
	if (rc == FAIL_ITEM) {
		j->refused = *err;
		(void)file_refused(j);
		if (db_run(r, UNDO, "") != SQLITE_OK)
			return db_error(r, "rollback", err);
	}
	return db_run(r, RELEASE, "") == SQLITE_OK ? 0 : db_error(r, "release", err);
}

static int file_one(struct reg *r, struct job *j, bool alone, struct error *err)
{
	if (j->refused.kind)
		return file_refused(j);
	if (alone)
		return file_alone(r, j, err);
	int rc = job_file(r, j, err);
	return rc < 0 ? rc : 0;
}

static int64_t bytes_of(const struct job *j)
{
	int64_t n = 0;
	for (size_t i = 0; i < j->n_originals; i++)
		n += original_large(&j->originals[i]) ? 0 : j->originals[i].bytes;
	return n;
}

struct group {
	struct job *jobs[GROUP_ITEMS];
	size_t n;
};

/* Files what is ready, oldest first. */
static int file_group(struct reg *r, bool alone, struct group *g, struct error *err)
{
	int64_t until = clock_mono_us() + GROUP_US, bytes = 0;
	int rc = 0;
	g->n = 0;
	for (struct job *j = r->pending->first; !rc && j && g->n < GROUP_ITEMS; j = j->next) {
		if (unstored(j))
			continue;
		if (g->n && (bytes + bytes_of(j) > GROUP_BYTES || clock_mono_us() > until))
			break;
		bytes += bytes_of(j);
		rc = file_one(r, j, alone, err);
		if (!rc)
			g->jobs[g->n++] = j;
	}
	return rc;
}

static int write_group(struct reg *r, bool alone, struct group *g, struct error *err)
{
	int rc = db_begin(r, err);
	if (rc < 0)
		return rc;
	rc = write_notes(r, err);
	if (!rc)
		rc = file_group(r, alone, g, err);
	return db_commit(r, rc, err);
}

static bool any_ready(const struct pending *p)
{
	const struct job *j = p->first;
	while (j && unstored(j))
		j = j->next;
	return j != NULL;
}

static void unlink_job(struct pending *p, struct job *j)
{
	struct job **at = &p->first;
	while (*at != j)
		at = &(*at)->next;
	*at = j->next;
	if (!*at)
		p->last = at;
	p->n--;
}

/* Commits a group, then tells. A callback may submit again. A savepoint an item costs as much as the item: they are set only once a group has
 * shown that it holds a bad one, which is rare. */
static int group(struct reg *r, struct error *err)
{
	struct pending *p = r->pending;
	struct group g;
	if (!any_ready(p) && !(p->n_notes && p->notes_due))
		return 0;
	int rc = write_group(r, false, &g, err);
	if (rc == FAIL_ITEM)
		rc = write_group(r, true, &g, err);
	if (rc < 0)
		return rc;
	forget_notes(p);
	if (g.n)
		p->filed_us = clock_mono_us();
	for (size_t i = 0; i < g.n; i++)
		unlink_job(p, g.jobs[i]);
	for (size_t i = 0; i < g.n; i++) {
		if (g.jobs[i]->done)
			g.jobs[i]->done(&g.jobs[i]->filed, g.jobs[i]->arg);
		job_free(g.jobs[i]);
	}
	return 0;
}

static int turn(sd_event_source *s, void *userdata)
{
	struct reg *r = userdata;
	struct pending *p = r->pending;
	struct error err;
	(void)s;
	int rc = one_step(r, &err);
	if (rc >= 0)
		rc = group(r, &err);
	p->stalled = rc < 0;
	if (rc < 0) {
		p->why = err;
		p->failures++;
		(void)sd_event_source_set_enabled(p->turn, SD_EVENT_OFF);
		(void)sd_event_source_set_enabled(p->company, SD_EVENT_OFF);
		wake_after(p, backoff_doubled_us(p->failures, RETRY_FIRST_US, RETRY_MOST_US));
		return 0;
	}
	p->failures = 0;
	wake(p);
	if (p->n_notes)
		wake_after(p, NOTE_US);
	return 0;
}

void queue_free(struct reg *r)
{
	struct pending *p = r->pending;
	if (!p)
		return;
	if (p->n_notes)
		(void)notes_alone(r, NULL);	/* harmless when missing: the source is told again */
	forget_notes(p);
	while (p->first) {
		struct job *j = p->first;
		p->first = j->next;
		job_free(j);
	}
	sd_event_source_disable_unref(p->turn);
	sd_event_source_disable_unref(p->timer);
	sd_event_source_disable_unref(p->company);
	free(p);
	r->pending = NULL;
}
