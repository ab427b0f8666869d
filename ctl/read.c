#include "ctl/read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <systemd/sd-event.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "reader/reading.h"
#include "reader/unreadable.h"

#define AHEAD 32			/* files open at once: read in parallel, printed in order */
#define DOCUMENT_BYTES ((size_t)1 << 30)	/* what the rules allow is the reader's to judge */

struct file {
	char *path;		/* borrowed */
	json_t *records;	/* owned; NULL: none yet, or failed */
	bool settled;
	struct run *run;
};

struct run {
	const char *verb;	/* borrowed */
	sd_event *event;
	struct reading *reading;
	struct file *files;
	size_t n, started, printed;
	ctl_read_print *print;
	int exit_code;
};

static void complain(struct run *run, const char *path, const char *why)
{
	(void)fflush(stdout);
	(void)fprintf(stderr, "klachtctl %s: %s: %s\n", run->verb, path, why);
	run->exit_code = 1;
}

static void print(const struct run *run, const json_t *records)
{
	size_t i;
	json_t *record;
	json_array_foreach((json_t *)records, i, record)
		run->print(record);
}

static int open_file(const char *path, struct error *err)
{
	struct stat st;
	FD_CLEANUP int fd = strcmp(path, "-") == 0 ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0 || fstat(fd, &st) != 0)
		return error_set(err, FAIL_CONFIG, "%s", strerror(errno));
	if (S_ISREG(st.st_mode))
		return memfd_copy("document", fd, DOCUMENT_BYTES, err);
	if (S_ISDIR(st.st_mode))
		return error_set(err, FAIL_CONFIG, "%s", strerror(EISDIR));
	/* a pipe cannot be read at an offset */
	char *bytes = NULL;
	size_t n = 0;
	(void)fcntl(fd, F_SETFL, 0);
	int r = file_read_fd(fd, path, DOCUMENT_BYTES, &bytes, &n, err);
	if (r == 0)
		r = memfd_from("document", bytes, n, err);
	free(bytes);
	return r;
}

/* By what is in it; by its name only where that does not tell. */
static const char *channel_of(int fd, const char *path)
{
	uint8_t head[4096] = { 0 };
	ssize_t n = pread(fd, head, sizeof head, 0);
	const char *type = unreadable_sniff(head, n > 0 ? (size_t)n : 0), *dot = strrchr(path, '.');
	static const char *const scans[] = { ".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png" };
	if (dot && strcasecmp(dot, ".eml") == 0)	/* a mail whose header is broken is still a mail */
		return "email";
	if (strcmp(type, "application/octet-stream") != 0)
		return strcmp(type, "message/rfc822") == 0 ? "email" : "letter";
	for (size_t i = 0; dot && i < sizeof scans / sizeof *scans; i++)
		if (strcasecmp(dot, scans[i]) == 0)
			return "letter";
	return "email";
}

static void go_on(struct run *run);

static void on_done(struct reading_job *job, const struct reading_result *result, void *arg)
{
	struct file *f = arg;
	(void)job;
	f->settled = true;
	f->records = json_incref(result->records);
	if (result->outcome == READING_UNAVAILABLE)
		complain(f->run, f->path, result->what);
	go_on(f->run);
}

static void start_file(struct run *run, struct file *f)
{
	struct error err = { .text = "" };
	const char *slash = strrchr(f->path, '/');
	FD_CLEANUP int fd = open_file(f->path, &err);
	int r = fd < 0 ? fd : reading_start(run->reading, channel_of(fd, f->path), slash ? slash + 1 : f->path, fd, clock_now_us(), on_done, f,
					    NULL, &err);
	if (r < 0) {
		complain(run, f->path, err.text);
		f->settled = true;
	}
}

static void go_on(struct run *run)
{
	for (; run->printed < run->n && run->files[run->printed].settled; run->printed++) {
		struct file *f = &run->files[run->printed];
		print(run, f->records);
		json_decref(f->records);
		f->records = NULL;
	}
	while (run->started < run->n && run->started - run->printed < AHEAD) {
		start_file(run, &run->files[run->started]);
		run->started++;
		if (run->files[run->printed].settled && run->printed + 1 == run->started)
			run->printed++;		/* it could not be opened, and nothing waits before it */
	}
	if (run->printed == run->n)
		(void)sd_event_exit(run->event, 0);
}

static int run_all(struct run *run, json_t *rules, struct error *err)
{
	struct reading_options o = { .rules = rules, .mail_jobs = 8 };
	if (sd_event_new(&run->event) < 0)
		return error_set(err, FAIL_RETRY, "event loop: out of memory");
	int r = reading_new(run->event, &o, &run->reading, err);
	if (r == 0) {
		go_on(run);
		if (run->printed < run->n && (r = sd_event_loop(run->event)) < 0)
			r = error_set(err, FAIL_FATAL, "event loop: %s", strerror(-r));
	}
	reading_free(run->reading);
	sd_event_unref(run->event);
	return r;
}

int ctl_read(const char *verb, int argc, char **argv, json_t *rules, ctl_read_print *print_record)
{
	struct run run = { .verb = verb, .n = (size_t)argc, .print = print_record };
	struct error err = { .text = "" };
	run.files = calloc(run.n, sizeof *run.files);
	if (!run.files)
		return 1;
	for (size_t i = 0; i < run.n; i++)
		run.files[i] = (struct file){ .path = argv[i], .run = &run };
	if (run_all(&run, rules, &err) < 0) {
		(void)fprintf(stderr, "klachtctl %s: %s\n", verb, err.text);
		run.exit_code = 1;
	}
	for (size_t i = 0; i < run.n; i++)
		json_decref(run.files[i].records);
	free(run.files);
	if (fflush(stdout) != 0 || ferror(stdout))
		run.exit_code = 1;
	return run.exit_code;
}
