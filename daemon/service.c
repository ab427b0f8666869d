#include "daemon/service.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-id128.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/step.h"
#include "daemon/control.h"
#include "daemon/dispatch.h"
#include "daemon/journal.h"
#include "daemon/mailroom.h"
#include "daemon/postroom.h"
#include "daemon/printing.h"
#include "outbox/receipt.h"

#ifdef KLACHTD_STEPS
/* The register's own steps (register/db.h) are counted among the others. */
void reg_step(const char *where);
void reg_step(const char *where)
{
	step(where);
}
#endif

#define EXIT_UNDONE 1
#define EXIT_CONFIG 2
#define EXIT_FAULT 3
#define STUCK_US (15 * 60 * US_PER_SECOND)	/* no item may sit longer in any state; then the watchdog is not fed */
#define TICK_US (5 * US_PER_SECOND)
#define GROUND_US (5 * US_PER_SECOND)		/* between two looks at what keeps us from starting */
#define HELD_US (US_PER_SECOND / 20)		/* ... when it is an earlier klachtd that is just ending */

/* ---- the ground: time zone, state directory, register ---- */

/* 0; 1 another holds it (with *err); FAIL_CONFIG. */
static int lock_try(struct service *s, struct error *err)
{
	const char *dir = s->config->state_directory;
	if (mkdir(dir, 0700) != 0 && errno != EEXIST)
		return error_set(err, FAIL_CONFIG, "state_directory %s: %s", dir, strerror(errno));
	s->lock_fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (s->lock_fd < 0)
		return error_set(err, FAIL_CONFIG, "state_directory %s: %s", dir, strerror(errno));
	if (access(dir, W_OK | X_OK) != 0)
		return error_set(err, FAIL_CONFIG, "state_directory %s cannot be written (%s): it must be the user klachtd's, mode 0700", dir, strerror(errno));
	if (flock(s->lock_fd, LOCK_EX | LOCK_NB) == 0)
		return 0;
	(void)error_set(err, FAIL_CONFIG, "state_directory %s: another klachtd holds it, or a sender that it left behind (systemctl stop klachtd first)", dir);
	return 1;
}

/* Who holds the leases of rows that are being sent. Stable per machine: the lock on the state directory says that no earlier life of ours is left,
 * so what it left "sending" is ours to take over at once; another machine's waits for its lease to end. */
static void make_instance(struct service *s)
{
	static const sd_id128_t app = SD_ID128_MAKE(5b,1c,4f,8a,e2,d9,4e,0b,8a,76,c3,f0,d1,e2,5a,00);
	sd_id128_t id;
	if (sd_id128_get_machine_app_specific(app, &id) < 0)	/* no machine-id: a container of its own */
		id = app;
	(void)sd_id128_to_string(id, s->instance);
}

static int open_register(struct service *s, struct error *err)
{
	struct reg_options o = { .state_directory = s->config->state_directory, .mode = REG_WRITE, .instance = s->instance, .term = s->config->term,
				 .receipt_domain = config_receipt_domain(s->config) };
	return reg_open(&o, &s->reg, err);
}

static int open_ground(struct service *s, struct error *err)
{
	int r = clock_set_zone(s->config->timezone, err);
	if (r == 0)
		r = lock_try(s, err);
	return r == 0 ? open_register(s, err) : r;
}

static void leave_ground(struct service *s)
{
	reg_close(s->reg);
	s->reg = NULL;
	fd_close(&s->lock_fd);
}

/* The stop signals are blocked: until the loop takes them, they are waited for here. */
static bool told_to_stop(int64_t within_us)
{
	struct timespec t = { .tv_sec = within_us / US_PER_SECOND, .tv_nsec = within_us % US_PER_SECOND * 1000 };
	sigset_t stop;
	sigemptyset(&stop);
	sigaddset(&stop, SIGTERM);
	sigaddset(&stop, SIGINT);
	(void)sigprocmask(SIG_BLOCK, &stop, NULL);
	return sigtimedwait(&stop, NULL, &t) > 0;
}

/* What is wrong with the ground is mostly cured by somebody else (a disk, a mount, a backup program, a klachtd that is still ending): the daemon waits for it,
 * with a line when that begins; "started" is the line of its end. Damage is no such thing. 1: told to stop meanwhile. */
static int wait_ground(struct service *s, struct error *err)
{
	char said[sizeof err->text] = "";
	int r;
	while ((r = open_ground(s, err)) != 0) {
		leave_ground(s);
		if (s->once || r == FAIL_FATAL)
			return r == 1 ? FAIL_CONFIG : r;
		if (strcmp(said, err->text) != 0)
			journal(r == 1 ? EVENT_WAITING : EVENT_CANNOT_START, NULL, "klachtd waits: %s; mail and scans stay where they are, trying again", err->text);
		memcpy(said, err->text, sizeof said);
		(void)sd_notifyf(0, "EXTEND_TIMEOUT_USEC=%lld\nSTATUS=waits: %s", (long long)(4 * GROUND_US), err->text);
		if (told_to_stop(r == 1 ? HELD_US : GROUND_US))
			return 1;
	}
	return 0;
}

/* ---- watching ---- */

static bool stalled(const struct service *s, struct error *ret_why)
{
	return reg_stalled(s->reg, ret_why) || dispatch_stalled(s->dispatch, ret_why);
}

static bool stuck(const struct service *s)
{
	struct error why;
	if (stalled(s, &why))	/* said already; a full disk is not cured by a restart */
		return false;
	int64_t limit_us = step_limit("KLACHTD_STUCK_US", STUCK_US);
	return intake_oldest_us(s->intake) > limit_us || reg_oldest_us(s->reg) > limit_us || dispatch_busy_us(s->dispatch) > limit_us ||
	       reading_oldest_us(s->reading) > limit_us;
}

/* A person must put the backup back: neither going on nor starting again makes it better. */
static void register_lost(const struct error *why)
{
	journal(EVENT_REGISTER_LOST, NULL, "%s: klachtd stops so that it gets no worse; mail and scans stay where they are. Restore register.db from the backup, "
		"then start klachtd", why->text);
}

static void say_register(struct service *s)
{
	static bool said;
	struct error why;
	bool now = stalled(s, &why);
	if ((now && why.kind == FAIL_FATAL) || intake_damage(s->intake, &why)) {
		register_lost(&why);
		(void)sd_event_exit(s->event, EXIT_CONFIG);
		return;
	}
	if (now && !said)
		journal(EVENT_REGISTER_STALLED, NULL, "the register cannot be written (%s): %zu items wait, nothing is lost, trying again", why.text,
			reg_pending(s->reg));
	else if (now && s->once)	/* a lock that is held for a moment is gone by the second look */
		(void)sd_event_exit(s->event, EXIT_UNDONE);
	else if (!now && said)
		journal(EVENT_REGISTER_OK, NULL, "the register can be written again");
	said = now;
}

/* Once a day, and at each start: what is overdue. */
static void say_overdue(struct service *s)
{
	struct day d = term_day(clock_now_us());
	int64_t today = (int64_t)d.year * 10000 + d.month * 100 + d.day;
	struct error err;
	json_t *status = NULL;
	if (today == s->last_overdue_day || reg_status(s->reg, clock_now_us(), &status, &err) < 0)
		return;
	s->last_overdue_day = today;
	json_int_t overdue = json_integer_value(json_object_get(status, "overdue"));
	if (overdue > 0)
		journal(EVENT_OVERDUE, NULL, "%lld complaint%s past the answer's due date: klachtctl list --overdue", (long long)overdue,
			overdue == 1 ? " is" : "s are");
	json_decref(status);
}

static int on_tick(sd_event_source *src, uint64_t now, void *arg)
{
	struct service *s = arg;
	say_register(s);
	say_overdue(s);
	if (!stuck(s))
		(void)sd_notify(0, "WATCHDOG=1");
	(void)sd_event_source_set_time(src, now + (uint64_t)step_limit("KLACHTD_TICK_US", TICK_US));
	(void)sd_event_source_set_enabled(src, SD_EVENT_ON);
	service_maybe_done(s);
	return 0;
}

/* ---- parts ---- */

static int open_sources(struct service *s, struct error *err)
{
	const struct config *c = s->config;
	s->mailrooms = calloc(c->n_mailboxes + 1, sizeof *s->mailrooms);
	s->postrooms = calloc(c->n_letterboxes + 1, sizeof *s->postrooms);
	if (!s->mailrooms || !s->postrooms)
		return error_set(err, FAIL_RETRY, "out of memory");
	int r = 0;
	for (size_t i = 0; i < c->n_mailboxes && r == 0; i++)
		if ((r = mailroom_open(s, &c->mailboxes[i], &s->mailrooms[i], err)) == 0)
			s->n_mailrooms++;
	for (size_t i = 0; i < c->n_letterboxes && r == 0; i++)
		if ((r = postroom_open(s, &c->letterboxes[i], &s->postrooms[i], err)) == 0)
			s->n_postrooms++;
	return r;
}

static void close_sources(struct service *s)
{
	for (size_t i = 0; i < s->n_mailrooms; i++)
		mailroom_close(s->mailrooms[i]);
	for (size_t i = 0; i < s->n_postrooms; i++)
		postroom_close(s->postrooms[i]);
	free(s->mailrooms);
	free(s->postrooms);
	s->mailrooms = NULL;
	s->postrooms = NULL;
	s->n_mailrooms = s->n_postrooms = 0;
}

static int open_reading(struct service *s, struct error *err)
{
	s->rules = config_rules(s->config);
	struct reading_options o = { .rules = s->rules, .letter_workers = (size_t)s->config->reader.workers };
	return s->rules ? reading_new(s->event, &o, &s->reading, err) : error_set(err, FAIL_RETRY, "out of memory");
}

/* What reads foreign bytes shows its lock now, not at the first mail. */
static void say_reader_lock(struct service *s)
{
	struct error err;
	if (reading_check(s->reading, &err) == FAIL_CONFIG)
		journal(EVENT_SANDBOX, NULL, "%s: the kernel or the unit refuses it (SystemCallFilter must name landlock_create_ruleset, landlock_add_rule, "
			"landlock_restrict_self and seccomp); it goes on, less confined", err.text);
}

static int on_stop(sd_event_source *src, const struct signalfd_siginfo *si, void *arg)
{
	(void)src;
	(void)si;
	struct service *s = arg;
	return sd_event_exit(s->event, s->once ? EXIT_UNDONE : 0);
}

static int open_loop(struct service *s, struct error *err)
{
	sigset_t mask;
	sigemptyset(&mask);
	sigaddset(&mask, SIGTERM);
	sigaddset(&mask, SIGINT);
	(void)sigprocmask(SIG_BLOCK, &mask, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
	if (sd_event_new(&s->event) < 0 || sd_event_add_signal(s->event, NULL, SIGTERM, on_stop, s) < 0 ||
	    sd_event_add_signal(s->event, NULL, SIGINT, on_stop, s) < 0 ||
	    sd_event_add_time_relative(s->event, &s->tick, CLOCK_MONOTONIC, (uint64_t)step_limit("KLACHTD_TICK_US", TICK_US), US_PER_SECOND / 10, on_tick, s) < 0)
		return error_set(err, FAIL_RETRY, "event loop: out of memory");
	return 0;
}

/* Receipts to be sent or printed were filed, or a report moved one: perhaps a letter that nobody must post any more. */
static void kick(void *arg, bool reported)
{
	struct service *s = arg;
	dispatch_kick(s->dispatch);
	if (reported)
		printing_changed(s->printing);
	else
		printing_kick(s->printing);
}

/* 0; 1 told to stop before it was open; or a FAIL_*. */
static int open_all(struct service *s, struct error *err)
{
	make_instance(s);
	int r = wait_ground(s, err);
	if (r == 0)
		r = open_loop(s, err);
	if (r == 0)
		r = reg_attach(s->reg, s->event, err);
	if (r == 0)
		r = open_reading(s, err);
	if (r == 0)
		say_reader_lock(s);
	if (r == 0)
		r = intake_new(s->reg, s->reading, s->config, &s->intake, err);
	if (r == 0)
		r = dispatch_open(s, &s->dispatch, err);
	if (r == 0)
		intake_on_receipts(s->intake, kick, s);
	if (r == 0)
		r = control_open(s, &s->control, err);
	if (r == 0)
		r = open_sources(s, err);
	if (r == 0)
		r = printing_open(s, &s->printing, err);
	return r;
}

/* Sources first, so that nothing new comes in; the register last of what writes. */
static void close_all(struct service *s)
{
	printing_close(s->printing);
	s->printing = NULL;
	if (s->intake)
		close_sources(s);
	control_close(s->control);
	dispatch_close(s->dispatch);
	intake_free(s->intake);
	reading_free(s->reading);
	json_decref(s->rules);
	reg_close(s->reg);
	s->tick = sd_event_source_disable_unref(s->tick);
	sd_event_unref(s->event);
	fd_close(&s->lock_fd);
	config_free(s->config);
}

/* ---- the ends ---- */

void service_maybe_done(struct service *s)
{
	if (!s->once || !s->dispatch || intake_pending(s->intake) || reg_pending(s->reg) || !dispatch_idle(s->dispatch) || !printing_idle(s->printing))
		return;
	for (size_t i = 0; i < s->n_mailrooms; i++)
		if (!mailroom_idle(s->mailrooms[i]))
			return;
	for (size_t i = 0; i < s->n_postrooms; i++)
		if (!postroom_idle(s->postrooms[i]))
			return;
	if (s->n_mailrooms < s->config->n_mailboxes || s->n_postrooms < s->config->n_letterboxes)
		return;		/* still opening */
	bool undone = s->undone || dispatch_deferred(s->dispatch) || printing_deferred(s->printing);
	for (size_t i = 0; i < s->n_postrooms; i++)
		undone |= postroom_deferred(s->postrooms[i]);
	(void)sd_event_exit(s->event, undone ? EXIT_UNDONE : 0);
}

static void ready(struct service *s)
{
	journal(EVENT_STARTED, NULL, "klachtd %s: %zu mailbox%s, %zu letterbox%s, receipts %s", KLACHTD_VERSION, s->n_mailrooms, s->n_mailrooms == 1 ? "" : "es",
		s->n_postrooms, s->n_postrooms == 1 ? "" : "es", s->config->receipt.send ? "are sent" : "wait (send = no)");
	(void)sd_notifyf(0, "READY=1\nSTATUS=%zu mailboxes, %zu letterboxes", s->n_mailrooms, s->n_postrooms);
}

int service_run(const char *config_file, enum service_mode mode)
{
	struct service s = { .lock_fd = -1, .once = mode == SERVICE_ONCE };
	struct error err = { 0 };
	(void)prctl(PR_SET_DUMPABLE, 0);
	int r = config_load(config_file, &s.config, &err);
	if (r == 0)
		r = config_check_daemon(s.config, &err);
	if (r == 0)
		r = open_all(&s, &err);
	if (r == FAIL_FATAL)
		register_lost(&err);
	else if (r < 0)
		journal(r == FAIL_CONFIG ? EVENT_CONFIG_BAD : EVENT_CANNOT_START, NULL, "klachtd does not start: %s", err.text);
	if (r != 0) {
		close_all(&s);
		return r == 1 ? 0 : r == FAIL_CONFIG || r == FAIL_FATAL ? EXIT_CONFIG : EXIT_FAULT;
	}
	ready(&s);
	r = sd_event_loop(s.event);
	(void)sd_notify(0, "STOPPING=1");
	journal(EVENT_STOPPED, NULL, "klachtd stops: %zu items under way stay at their source", intake_pending(s.intake));
	close_all(&s);
	return r < 0 ? EXIT_FAULT : r;
}

/* ---- reload ---- */

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* What only a restart can change. */
static int reloadable(const struct config *was, const struct config *now, struct error *err)
{
	if (!same(was->state_directory, now->state_directory) || !same(was->runtime_directory, now->runtime_directory))
		return error_set(err, FAIL_CONFIG, "%s: state_directory and runtime_directory change with a restart only", now->file);
	return config_check_daemon(now, err);
}

/* The new configuration, tried as far as it can be before the old is let go. Refused: *ret is NULL and nothing has changed. */
static int try_config(const struct config *old, struct config **ret, struct error *err)
{
	struct config *fresh = NULL;
	struct templates *t = NULL;
	int r = config_load(old->file, &fresh, err);
	if (r == 0)
		r = reloadable(old, fresh, err);
	if (r == 0)
		r = clock_set_zone(fresh->timezone, err);
	if (r == 0)
		r = templates_load(fresh->receipt.template_directory, &t, err);
	templates_free(t);
	if (r == 0) {
		*ret = fresh;
		return 0;
	}
	config_free(fresh);
	(void)clock_set_zone(old->timezone, NULL);
	return r;
}

/* What stays open hears of the new configuration. */
static int tell_config(struct service *s, struct error *err)
{
	intake_set_config(s->intake, s->config);
	(void)reg_set_term(s->reg, &s->config->term);
	json_t *rules = config_rules(s->config);
	int r = rules ? reading_set_rules(s->reading, rules, err) : error_set(err, FAIL_RETRY, "out of memory");
	json_decref(s->rules);
	s->rules = rules;
	return r;
}

/* What a configuration is opened with, closed and opened anew. */
static int reopen(struct service *s, struct config *fresh, struct error *err)
{
	printing_close(s->printing);
	s->printing = NULL;
	close_sources(s);
	dispatch_close(s->dispatch);
	s->dispatch = NULL;
	s->config = fresh;
	int r = tell_config(s, err);
	if (r == 0)
		r = dispatch_open(s, &s->dispatch, err);
	if (r == 0)
		r = open_sources(s, err);
	if (r == 0)
		r = printing_open(s, &s->printing, err);
	return r;
}

int service_reload(struct service *s, struct error *err)
{
	struct config *fresh = NULL, *old = s->config;
	int r = try_config(old, &fresh, err);
	if (r < 0) {
		journal(EVENT_CONFIG_BAD, NULL, "reload refused, the old configuration stays: %s", err->text);
		return r;
	}
	r = reopen(s, fresh, err);
	config_free(old);
	if (r < 0) {		/* half of it could not be opened: a restart says why, and does better than half a service */
		journal(EVENT_CANNOT_START, NULL, "reload failed half-way, stopping: %s", err->text);
		(void)sd_event_exit(s->event, EXIT_FAULT);
		return r;
	}
	journal(EVENT_RELOADED, NULL, "configuration reloaded");
	return 0;
}
