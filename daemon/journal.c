#include "daemon/journal.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>

/* The journal's own source fields would name this file for every line: the events have names of their own. */
#define SD_JOURNAL_SUPPRESS_LOCATION
#include <systemd/sd-journal.h>

#include "base/clock.h"

static const struct {
	const char *name, *message_id;
	int priority;
} events[] = {
#define X(id, name, priority, message_id) { name, message_id, priority },
	JOURNAL_EVENTS(X)
#undef X
};

static bool to_journal;

/* systemd.exec(5) JOURNAL_STREAM: device and inode of the stream that systemd gave us as stderr. */
void journal_open(void)
{
	const char *stream = getenv("JOURNAL_STREAM");
	unsigned long long dev, ino;
	struct stat st;
	to_journal = stream && sscanf(stream, "%llu:%llu", &dev, &ino) == 2 && fstat(STDERR_FILENO, &st) == 0 && st.st_dev == dev && st.st_ino == ino;
}

const char *journal_event_name(enum event e)
{
	return events[e].name;
}

const char *journal_message_id(enum event e)
{
	return events[e].message_id;
}

int journal_priority(enum event e)
{
	return events[e].priority;
}

static const char *priority_name(int p)
{
	static const char *const names[] = { "emerg", "alert", "crit", "err", "warning", "notice", "info", "debug" };
	return names[p];
}

static void to_stderr(enum event e, const char *line)
{
	char when[40];
	clock_rfc3339(clock_now_us(), when, sizeof when);
	(void)fprintf(stderr, "%.10s %.8s %-7s %s\n", when, when + 11, priority_name(events[e].priority), line);
}

#define N_FIELDS 12
struct fields {
	char text[N_FIELDS][600];
	struct iovec iov[N_FIELDS];
	int n;
};

static void put(struct fields *fs, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put(struct fields *fs, const char *format, ...)
{
	if (fs->n == N_FIELDS)
		return;
	va_list ap;
	va_start(ap, format);
	(void)vsnprintf(fs->text[fs->n], sizeof fs->text[0], format, ap);
	va_end(ap);
	fs->iov[fs->n] = (struct iovec){ fs->text[fs->n], strlen(fs->text[fs->n]) };
	fs->n++;
}

void journal(enum event e, const struct journal_fields *f, const char *format, ...)
{
	static const struct journal_fields none;
	struct fields fs = { .n = 0 };
	char line[560], due[40];
	va_list ap;
	va_start(ap, format);
	(void)vsnprintf(line, sizeof line, format, ap);
	va_end(ap);
	if (!to_journal) {
		if (events[e].priority < LOG_DEBUG || getenv("KLACHTD_DEBUG"))
			to_stderr(e, line);
		return;
	}
	if (!f)
		f = &none;
	put(&fs, "MESSAGE=%s", line);
	put(&fs, "MESSAGE_ID=%s", events[e].message_id);
	put(&fs, "PRIORITY=%d", events[e].priority);
	put(&fs, "SYSLOG_IDENTIFIER=klachtd");
	put(&fs, "KLACHTD_EVENT=%s", events[e].name);
	if (f->complaint && *f->complaint)
		put(&fs, "COMPLAINT=%s", f->complaint);
	if (f->channel)
		put(&fs, "CHANNEL=%s", f->channel);
	if (f->source)
		put(&fs, "SOURCE=%s", f->source);
	if (f->mailbox)
		put(&fs, "MAILBOX=%s", f->mailbox);
	if (f->uid)
		put(&fs, "UID=%lld", (long long)f->uid);
	if (f->due_us) {
		clock_rfc3339(f->due_us, due, sizeof due);
		put(&fs, "DUE=%s", due);
	}
	(void)sd_journal_sendv(fs.iov, fs.n);	/* no journal to tell that the journal is gone */
}
