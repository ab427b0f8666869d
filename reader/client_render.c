#include "reader/client_render.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "reader/client_process.h"

#define PIPE_BYTES (1 << 20)	/* a page image in some ten gulps instead of hundreds */

struct render {
	struct process *process;
	render_ended *ended;
	void *arg;
	int64_t since_us;
	bool killed;
};

const char *render_end_name(enum render_end e)
{
	static const char *const names[] = { "ok", "failed", "limit" };
	return names[e];
}

static void on_end(struct process *p, const siginfo_t *how, void *arg)
{
	struct render *r = arg;
	bool limit = r->killed || (how->si_code != CLD_EXITED && (how->si_status == SIGXCPU || how->si_status == SIGKILL));
	bool ok = how->si_code == CLD_EXITED && how->si_status == 0;
	(void)p;
	r->process = NULL;
	r->ended(r, limit ? RENDER_LIMIT : ok ? RENDER_OK : RENDER_FAILED, r->arg);
	free(r);
}

static int reopen(int fd, struct error *err)
{
	char path[40];
	(void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	int again = open(path, O_RDONLY | O_CLOEXEC);
	return again >= 0 ? again : error_set(err, FAIL_RETRY, "memfd: %s", strerror(errno));
}

static int start(sd_event *event, struct render *r, int in, int out, const struct render_order *o, struct error *err)
{
	char page[16], dpi[16];
	(void)snprintf(page, sizeof page, "%d", o->page);
	(void)snprintf(dpi, sizeof dpi, "%d", o->dpi);
	const char *const argv[] = { "klachtd-render", o->what, page, dpi, o->colour ? "1" : "0", NULL };
	struct spawn s = { .program = "klachtd-render", .argv = argv, .channel = -1, .in = in, .out = out, .keep_fd = -1 };
	return process_start(event, &s, on_end, r, &r->process, err);
}

int render_start(sd_event *event, int document, const struct render_order *o, render_ended *ended, void *arg,
		 struct render **ret, int *ret_pipe, struct error *err)
{
	int ends[2];
	FD_CLEANUP int in = reopen(document, err);
	if (in < 0)
		return in;
	if (pipe2(ends, O_CLOEXEC) != 0)
		return error_set(err, FAIL_RETRY, "pipe: %s", strerror(errno));
	FD_CLEANUP int from = ends[0];
	FD_CLEANUP int to = ends[1];
	(void)fcntl(from, F_SETPIPE_SZ, PIPE_BYTES);	/* the default size does as well */
	struct render *r = calloc(1, sizeof *r);
	if (!r)
		return error_set(err, FAIL_RETRY, "out of memory");
	*r = (struct render){ .ended = ended, .arg = arg, .since_us = clock_mono_us() };
	int e = start(event, r, in, to, o, err);
	if (e < 0) {
		free(r);
		return e;
	}
	*ret = r;
	*ret_pipe = fd_take(&from);
	return 0;
}

int64_t render_since_us(const struct render *r)
{
	return r->since_us;
}

void render_kill(struct render *r)
{
	r->killed = true;
	process_kill(r->process);
}

void render_free(struct render *r)
{
	if (!r)
		return;
	process_kill(r->process);
	process_let_go(r->process);
	free(r);
}
