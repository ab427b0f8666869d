/* klachtctl separator-sheet > sheet.pdf: the sheet that parts letters in a scanner. Needs neither register nor configuration. */
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/spawn.h"
#include "base/wire.h"
#include "ctl/ctl.h"

#define PDF_BYTES ((size_t)64 << 20)
#define WAIT_MS 30000

/* The next frame with that op: 0, and the first descriptor (-1: none). */
static int await(int channel, const char *op, int *ret_fd, struct error *err)
{
	struct pollfd p = { channel, POLLIN, 0 };
	json_t *msg = NULL;
	struct wire_fds fds = { .n = 0 };
	const char *got = "";
	if (poll(&p, 1, WAIT_MS) <= 0)
		return error_set(err, FAIL_RETRY, "klachtd-printer does not answer");
	int r = wire_recv(channel, &msg, &fds, err);
	if (r == 0)
		r = error_set(err, FAIL_RETRY, "klachtd-printer ended");
	else if (r == 1)
		r = wire_text(msg, "op", 1, 0, 20, &got, err);
	if (r == 0 && strcmp(got, op) != 0) {
		const char *why = "protocol";
		(void)wire_text(msg, "text", 0, 0, 500, &why, NULL);
		r = error_set(err, FAIL_RETRY, "klachtd-printer: %s", why);
	}
	if (r == 0 && ret_fd && fds.n)
		*ret_fd = fd_take(&fds.fd[0]);
	wire_fds_close(&fds);
	json_decref(msg);
	return r;
}

static int ask(int channel, const char *organisation, int *ret_fd, struct error *err)
{
	json_t *start = json_pack("{s:s, s:s}", "op", "start", "organisation", organisation);
	json_t *print = json_pack("{s:s, s:i, s:s}", "op", "print", "id", 1, "kind", "separator-sheet");
	int r = start && print ? wire_send(channel, start, NULL, 0, err) : error_set(err, FAIL_RETRY, "out of memory");
	if (r == 0)
		r = await(channel, "ready", NULL, err);
	if (r == 0)
		r = wire_send(channel, print, NULL, 0, err);
	if (r == 0)
		r = await(channel, "printed", ret_fd, err);
	json_decref(start);
	json_decref(print);
	return r;
}

static int copy_out(int fd, struct error *err)
{
	MAP_CLEANUP struct map pdf = { 0 };
	int r = map_fd(fd, PDF_BYTES, &pdf, err);
	return r < 0 ? r : write_all(STDOUT_FILENO, pdf.bytes, pdf.n, err);
}

static int draw(const char *organisation, int *ret_fd, struct error *err)
{
	int pair[2];
	struct spawned child = { .pidfd = -1 };
	int r = wire_pair(pair, err);
	if (r < 0)
		return r;
	r = spawn_program(&(struct spawn){ .program = "klachtd-printer", .channel = pair[1], .in = -1, .out = -1, .keep_fd = -1 }, &child, err);
	(void)close(pair[1]);
	if (r == 0) {
		r = ask(pair[0], organisation, ret_fd, err);
		(void)close(pair[0]);
		(void)waitpid(child.pid, NULL, 0);	/* the end of its channel is the order to stop */
		(void)close(child.pidfd);
		return r;
	}
	(void)close(pair[0]);
	return r;
}

int ctl_separator_sheet(struct ctl *ctl, int argc, char **argv)
{
	struct error err = { 0 };
	FD_CLEANUP int pdf = -1;
	if (argc > 1) {
		bool help = strcmp(argv[1], "--help") == 0;
		fputs("klachtctl separator-sheet > sheet.pdf   the sheet to lay between letters in the scanner, as PDF; print it on white A4\n",
		      help ? stdout : stderr);
		return help ? CTL_DONE : CTL_USAGE;
	}
	if (isatty(STDOUT_FILENO))
		return ctl_usage(argv[0], "it writes a PDF: send it to a file (klachtctl separator-sheet > sheet.pdf)");
	int r = ctl->config_file ? ctl_config(ctl) : CTL_DONE;
	if (r != CTL_DONE)
		return r;
	if (draw(ctl->config ? ctl->config->organisation : "", &pdf, &err) < 0 || copy_out(pdf, &err) < 0)
		return ctl_fail("%s", err.text);
	return CTL_DONE;
}
