#include "ctl/ctl.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/wire.h"
#include "ctl/print.h"
#include "daemon/verbs.h"

int64_t ctl_patience_us = 120 * US_PER_SECOND;	/* a reload waits for the receipt on its way, and for each mailbox to log out */

int ctl_usage(const char *verb, const char *format, ...)
{
	va_list ap;
	fprintf(stderr, "klachtctl %s: ", verb);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fprintf(stderr, "\nTry klachtctl %s --help.\n", verb);
	return CTL_USAGE;
}

int ctl_fail(const char *format, ...)
{
	va_list ap;
	fputs("klachtctl: ", stderr);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
	return CTL_REFUSED;
}

int ctl_config(struct ctl *ctl)
{
	struct error err;
	int r = ctl->config ? 0 : config_load(ctl->config_file ? ctl->config_file : CONFIG_FILE, &ctl->config, &err);
	if (r == 0)
		r = clock_set_zone(ctl->config->timezone, &err);
	if (r == 0)
		return CTL_DONE;
	(void)ctl_fail("%s", err.text);
	return CTL_USAGE;
}

int ctl_register(struct ctl *ctl, struct reg **ret)
{
	struct error err;
	int r = ctl_config(ctl);
	if (r != CTL_DONE)
		return r;
	struct reg_options o = { .state_directory = ctl->config->state_directory, .mode = REG_READ, .term = ctl->config->term, .receipt_domain = "" };
	return reg_open(&o, ret, &err) == 0 ? CTL_DONE : ctl_fail("%s", err.text);
}

int64_t ctl_arrival_id(const char *name)
{
	char *end;
	errno = 0;
	long long id = strtoll(name, &end, 10);
	return errno || end == name || *end || id < 1 ? 0 : id;
}

int ctl_find(struct reg *reg, const char *name, json_t **ret)
{
	struct error err;
	char number[16];
	int64_t id = ctl_arrival_id(name);
	int r = id ? reg_arrival_number(reg, id, number, &err) : 1;
	if (r == 1)
		r = reg_show(reg, id ? number : name, ret, &err);
	else if (r == 0)
		r = reg_show_arrival(reg, id, ret, &err);
	if (r < 0)
		return ctl_fail("%s", err.text);
	if (r == 0)
		return ctl_fail(id ? "arrival %s: not on the register; klachtctl list --arrivals shows them" : "%s: not on the register", name);
	return CTL_DONE;
}

static int print_answer(const struct ctl *ctl, const json_t *answer)
{
	const json_t *lines = json_object_get(answer, "lines"), *objects = json_object_get(answer, "objects");
	bool ok = json_is_true(json_object_get(answer, "ok"));
	for (size_t i = 0; ctl->json && i < json_array_size(objects); i++)
		print_object(json_array_get(objects, i));
	for (size_t i = 0; i < json_array_size(lines) && (!ctl->json || json_array_size(objects) == 0); i++)
		fprintf(ok ? stdout : stderr, "%s\n", json_string_value(json_array_get(lines, i)));
	return ok ? CTL_DONE : CTL_REFUSED;
}

/* -1 and errno: nobody listens there, or we may not speak. */
static int connect_control(const struct ctl *ctl)
{
	struct sockaddr_un addr = { .sun_family = AF_UNIX };
	if (snprintf(addr.sun_path, sizeof addr.sun_path, "%s/control", ctl->config->runtime_directory) >= (int)sizeof addr.sun_path)
		return -1;
	FD_CLEANUP int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
	struct timeval patience = { .tv_sec = ctl_patience_us / US_PER_SECOND, .tv_usec = ctl_patience_us % US_PER_SECOND };
	(void)setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	(void)setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);	/* for connect, too */
	if (fd < 0 || connect(fd, (struct sockaddr *)&addr, sizeof addr) != 0)
		return -1;
	return fd_take(&fd);
}

static int no_answer(void)
{
	return ctl_fail("klachtd does not answer; it may still do as it was told: journalctl -u klachtd");
}

static int ask(struct ctl *ctl, int fd, const json_t *request, int with)
{
	json_t *answer = NULL;
	struct wire_fds fds = { .n = 0 };
	struct error err = { 0 };
	int r = wire_send(fd, request, &with, with >= 0, &err);
	if (r == 0 && (r = wire_recv(fd, &answer, &fds, &err)) == 0)
		r = error_set(&err, FAIL_FATAL, "klachtd closed the connection");
	if (r == FAIL_RETRY)
		return no_answer();
	if (r < 0)
		return ctl_fail("%s", err.text);
	wire_fds_close(&fds);
	r = print_answer(ctl, answer);
	json_decref(answer);
	return r;
}

static int carry_out(struct ctl *ctl, const json_t *request, int with)
{
	struct reg *reg = NULL;
	struct error err = { 0 };
	struct passwd *pw = getpwuid(geteuid());
	json_t *answer = NULL;
	struct reg_options o = { .state_directory = ctl->config->state_directory, .mode = REG_WRITE, .instance = "klachtctl",
				 .term = ctl->config->term, .receipt_domain = config_receipt_domain(ctl->config) };
	int r = reg_open(&o, &reg, &err);
	if (r == 0)
		r = verbs_run(reg, request, with, pw ? pw->pw_name : "root", &answer, &err);
	reg_close(reg);
	if (r < 0)
		return ctl_fail("%s", err.text);
	fputs("klachtd does not run: done directly on the register\n", stderr);
	(void)json_object_set_new(answer, "ok", json_boolean(r == 0));
	r = print_answer(ctl, answer);
	json_decref(answer);
	return r;
}

/* No klachtd runs: root or the owner of the register may do it here, under the same lock. */
static int do_here(struct ctl *ctl, const json_t *request, int with)
{
	struct stat st;
	const char *dir = ctl->config->state_directory, *verb = get(request, "verb");
	FD_CLEANUP int lock = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (lock < 0 || fstat(lock, &st) != 0)
		return ctl_fail("%s: %s", dir, strerror(errno));
	if (geteuid() != 0 && geteuid() != st.st_uid)
		return ctl_fail("klachtd does not run: only root or the owner of %s may change the register now", dir);
	if (verb && strcmp(verb, "reload") == 0)
		return ctl_fail("klachtd does not run: it reads its configuration when it starts");
	if (flock(lock, LOCK_EX | LOCK_NB) != 0)
		return ctl_fail("klachtd holds %s but does not listen on %s/control: is it starting?", dir, ctl->config->runtime_directory);
	return carry_out(ctl, request, with);
}

int ctl_change(struct ctl *ctl, json_t *request)
{
	return ctl_change_with(ctl, request, -1);
}

int ctl_change_with(struct ctl *ctl, json_t *request, int with)
{
	int r = ctl_config(ctl);
	if (r == CTL_DONE) {
		FD_CLEANUP int fd = connect_control(ctl);
		if (fd < 0 && errno == EACCES)
			r = ctl_fail("%s/control: permission denied; root, klachtd or a member of its group may", ctl->config->runtime_directory);
		else if (fd < 0 && errno == EAGAIN)
			r = no_answer();
		else
			r = fd >= 0 ? ask(ctl, fd, request, with) : do_here(ctl, request, with);
	}
	json_decref(request);
	return r;
}
