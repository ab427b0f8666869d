#include "daemon/check.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "daemon/config.h"
#include "daemon/sandbox.h"
#include "daemon/start.h"
#include "daemon/worker.h"
#include "outbox/receipt.h"
#include "reader/reading.h"
#include "register/register.h"

#define WORKER_LIMIT_US (60 * US_PER_SECOND)

struct check {
	struct config *config;
	sd_event *event;
	bool bad;
};

static void say(struct check *c, bool ok, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void say(struct check *c, bool ok, const char *format, ...)
{
	va_list ap;
	fputs(ok ? "ok    " : "FAIL  ", stdout);
	va_start(ap, format);
	vprintf(format, ap);
	va_end(ap);
	putchar('\n');
	fflush(stdout);
	c->bad |= !ok;
}

/* ---- what needs no network ---- */

static void check_register(struct check *c)
{
	char path[4200];
	struct reg *reg = NULL;
	struct error err;
	struct reg_options o = { .state_directory = c->config->state_directory, .mode = REG_READ, .term = c->config->term, .receipt_domain = "" };
	(void)snprintf(path, sizeof path, "%s/register.db", c->config->state_directory);
	if (access(c->config->state_directory, F_OK) != 0 && errno == ENOENT)
		say(c, true, "state directory %s: not there yet, made at the first start", c->config->state_directory);
	else if (access(c->config->state_directory, W_OK | X_OK) != 0)
		say(c, false, "state directory %s: %s", c->config->state_directory, strerror(errno));
	else if (access(path, F_OK) != 0)
		say(c, true, "register %s: not there yet, made at the first start", path);
	else if (reg_open(&o, &reg, &err) < 0)
		say(c, false, "register: %s", err.text);
	else
		say(c, true, "register %s: schema version %d", path, reg_schema_version(reg));
	reg_close(reg);
}

static void check_letterbox(struct check *c, const struct config_letterbox *l)
{
	struct stat st;
	size_t n = strlen(c->config->state_directory);
	if (stat(l->directory, &st) != 0 || !S_ISDIR(st.st_mode))
		say(c, false, "letterbox %s: %s: %s", l->name, l->directory, errno ? strerror(errno) : "not a folder");
	else if (access(l->directory, R_OK | W_OK | X_OK) != 0)
		say(c, false, "letterbox %s: %s: not readable and writable for this user (group mailroom, mode 2770)", l->name, l->directory);
	else
		say(c, true, "letterbox %s: %s", l->name, l->directory);
	if (strncmp(l->directory, c->config->state_directory, n) != 0 || l->directory[n] != '/')
		printf("      it lies outside the state directory: the unit needs a drop-in (systemctl edit klachtd):\n      [Service]\n"
		       "      ReadWritePaths=%s\n", l->directory);
}

static void check_templates(struct check *c)
{
	struct templates *t = NULL;
	struct error err;
	if (templates_load(c->config->receipt.template_directory, &t, &err) < 0)
		say(c, false, "templates: %s", err.text);
	else
		say(c, true, "templates");
	templates_free(t);
}

static void check_reader(struct check *c)
{
	static const struct { const char *what; int (*check)(struct reading *, struct error *); } readers[] = {
		{ "reader", reading_check }, { "reader of mail in rare charsets", reading_check_charsets }, { "reader of scans", reading_check_letters },
	};
	struct reading *reading = NULL;
	struct error err;
	json_t *rules = config_rules(c->config);
	struct reading_options o = { .rules = rules, .letter_workers = 1 };
	int r = reading_new(c->event, &o, &reading, &err);
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		int works = r < 0 ? r : readers[i].check(reading, &err);
		say(c, works == 0, "%s: %s", readers[i].what, works == 0 ? "sandboxed by Landlock and seccomp" : err.text);
	}
	reading_free(reading);
	json_decref(rules);
}

/* ---- a worker that logs in once ---- */

struct probe {
	struct check *c;
	const char *what, *program;
	const struct config_mailbox *mailbox;	/* NULL: the mail server for receipts */
	json_t *start, *then;	/* frames to send at first; owned */
	bool done;
};

static void probe_done(struct probe *p, bool ok, const char *text)
{
	if (!p->done)
		say(p->c, ok, "%s: %s", p->what, text);
	p->done = true;
	(void)sd_event_exit(p->c->event, 0);
}

static void started(struct worker *w, void *arg)
{
	struct probe *p = arg;
	worker_send(w, json_incref(p->start), NULL, 0);
	if (p->then)
		worker_send(w, json_incref(p->then), NULL, 0);
}

static int frame(struct worker *w, const char *op, const json_t *msg, struct wire_fds *fds, void *arg, struct error *err)
{
	struct probe *p = arg;
	const char *text = "", *missing, *state = "";
	int ok = 0;
	(void)fds;
	if (strcmp(op, "ready") == 0 && !sandbox_whole(msg, &missing)) {
		say(p->c, false, "%s: runs without %s", p->program, missing);
	} else if (strcmp(op, "secret?") == 0) {
		int r = p->mailbox ? start_mailbox_secret(w, p->mailbox, err) : start_sender_secret(w, &p->c->config->smtp, err);
		if (r < 0)
			probe_done(p, false, err->text);
	} else if (strcmp(op, "checked") == 0) {
		if (wire_bool(msg, "ok", 1, &ok, err) < 0 || wire_text(msg, "text", 0, 0, 500, &text, err) < 0)
			return FAIL_FATAL;
		probe_done(p, ok, *text ? text : ok ? "logged in" : "failed");
	} else if (strcmp(op, "state") == 0) {
		if (wire_text(msg, "state", 1, 0, 20, &state, err) < 0 || wire_text(msg, "text", 0, 0, 500, &text, err) < 0)
			return FAIL_FATAL;
		if (strcmp(state, "down") == 0)
			probe_done(p, false, text);
	}
	return 0;
}

static void ended(struct worker *w, const struct error *why, void *arg)
{
	(void)w;
	probe_done(arg, false, why->text);
}

static int over_time(sd_event_source *s, uint64_t now, void *arg)
{
	(void)s;
	(void)now;
	probe_done(arg, false, "no answer within a minute");
	return 0;
}

static void probe_run(struct probe *p)
{
	static const struct worker_ops ops = { .started = started, .frame = frame, .ended = ended };
	struct worker *w = NULL;
	struct error err;
	sd_event_source *limit = NULL;
	sd_event *was = p->c->event;
	if (sd_event_new(&p->c->event) < 0)	/* a loop ends once: each probe has its own */
		return;
	struct worker_options o = { .event = p->c->event, .program = p->program, .keep_fd = -1, .ops = &ops, .arg = p };
	if (worker_new(&o, &w, &err) < 0) {
		say(p->c, false, "%s: %s", p->what, err.text);
	} else {
		(void)sd_event_add_time_relative(p->c->event, &limit, CLOCK_MONOTONIC, WORKER_LIMIT_US, 0, over_time, p);
		(void)sd_event_loop(p->c->event);
	}
	worker_free(w);
	sd_event_source_disable_unref(limit);
	sd_event_unref(p->c->event);
	p->c->event = was;
	json_decref(p->start);
	json_decref(p->then);
}

static void check_mailbox(struct check *c, const struct config_mailbox *m)
{
	char what[300];
	struct probe p = { .c = c, .what = what, .program = "klachtd-mailbox", .mailbox = m };
	(void)snprintf(what, sizeof what, "mailbox %s (%s:%d)", m->name, m->host, m->port);
	p.start = start_mailbox(c->config, m);
	(void)json_object_set_new(p.start, "check", json_true());
	probe_run(&p);
}

static void check_smtp(struct check *c)
{
	const struct config_smtp *s = &c->config->smtp;
	char what[300];
	struct probe p = { .c = c, .what = what, .program = "klachtd-sender" };
	(void)snprintf(what, sizeof what, "smtp (%s:%d)", s->host, s->port);
	p.start = start_sender(s);
	p.then = json_pack("{s:s}", "op", "check");
	probe_run(&p);
}

int check_run(const char *config_file)
{
	struct check c = { 0 };
	struct error err;
	int r = config_load(config_file, &c.config, &err);
	if (r == 0)
		r = config_check_daemon(c.config, &err);
	say(&c, r == 0, "configuration: %s", r == 0 ? config_file : err.text);
	if (r == 0 && clock_set_zone(c.config->timezone, &err) < 0)
		say(&c, false, "%s", err.text);
	if (r == 0 && sd_event_new(&c.event) == 0) {
		check_register(&c);
		check_templates(&c);
		check_reader(&c);
		for (size_t i = 0; i < c.config->n_letterboxes; i++)
			check_letterbox(&c, &c.config->letterboxes[i]);
		for (size_t i = 0; i < c.config->n_mailboxes; i++)
			check_mailbox(&c, &c.config->mailboxes[i]);
		if (c.config->smtp.there)
			check_smtp(&c);
		sd_event_unref(c.event);
	}
	config_free(c.config);
	return r < 0 ? 2 : c.bad;
}
