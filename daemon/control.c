#include "daemon/control.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/file.h"
#include "base/wire.h"
#include "daemon/dispatch.h"
#include "daemon/printing.h"
#include "daemon/verbs.h"

#define MAX_CLIENTS 16

struct client {
	struct client *next;
	struct control *c;
	int fd;
	char who[80];
	sd_event_source *io;
};

struct control {
	struct service *s;
	int fd;
	char path[sizeof(((struct sockaddr_un *)0)->sun_path)];
	sd_event_source *io;
	struct client *clients;
	size_t n_clients;
};

/* ---- the socket ---- */

static void client_free(struct client *cl)
{
	for (struct client **p = &cl->c->clients; *p; p = &(*p)->next)
		if (*p == cl) {
			*p = cl->next;
			break;
		}
	cl->c->n_clients--;
	cl->io = sd_event_source_disable_unref(cl->io);
	fd_close(&cl->fd);
	free(cl);
}

static int reload(struct control *c, json_t **ret_answer, struct error *err)
{
	int r = service_reload(c->s, err);
	if (r < 0)
		return r;
	*ret_answer = verbs_answer("configuration reloaded");
	return *ret_answer ? 0 : error_set(err, FAIL_RETRY, "out of memory");
}

static void serve(struct client *cl, const json_t *request, int with)
{
	struct error err = { 0 };
	const char *op = "", *verb = "";
	json_t *answer = NULL;
	int r = wire_text(request, "op", 1, 0, 20, &op, &err);
	if (r == 0)
		r = wire_text(request, "verb", 1, 0, 40, &verb, &err);
	if (r == 0)
		r = strcmp(verb, "reload") == 0 ? reload(cl->c, &answer, &err) : verbs_run(cl->c->s->reg, request, with, cl->who, &answer, &err);
	if (r < 0)
		answer = json_pack("{s:s, s:b, s:[s], s:[]}", "op", "answer", "ok", 0, "lines", err.text, "objects");
	else if (r > 0)
		(void)json_object_set_new(answer, "ok", json_false());
	(void)wire_send(cl->fd, answer, NULL, 0, NULL);	/* gone: it does not matter any more */
	json_decref(answer);
	dispatch_kick(cl->c->s->dispatch);
	if (strcmp(verb, "print") == 0 || strcmp(verb, "printed") == 0 || strcmp(verb, "suppress") == 0)
		printing_changed(cl->c->s->printing);
	else
		printing_kick(cl->c->s->printing);
}

static int on_client(sd_event_source *src, int fd, uint32_t revents, void *arg)
{
	(void)src;
	(void)revents;
	struct client *cl = arg;
	json_t *request = NULL;
	struct wire_fds fds = { .n = 0 };
	int r = wire_recv(fd, &request, &fds, NULL);
	if (r == FAIL_RETRY)
		return 0;
	if (r == 1)
		serve(cl, request, fds.n ? fds.fd[0] : -1);
	json_decref(request);
	wire_fds_close(&fds);
	if (r != 1)
		client_free(cl);
	return 0;
}

static void name_of(uid_t uid, char *ret, size_t n)
{
	char buf[2048];
	struct passwd pw, *found = NULL;
	if (getpwuid_r(uid, &pw, buf, sizeof buf, &found) == 0 && found)
		(void)snprintf(ret, n, "%.60s", pw.pw_name);
	else
		(void)snprintf(ret, n, "uid %u", (unsigned)uid);
}

static int on_connect(sd_event_source *src, int fd, uint32_t revents, void *arg)
{
	(void)src;
	(void)revents;
	struct control *c = arg;
	int peer = accept4(fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
	if (peer < 0)
		return 0;
	struct ucred cred;
	socklen_t n = sizeof cred;
	struct client *cl = c->n_clients < MAX_CLIENTS ? calloc(1, sizeof *cl) : NULL;
	if (!cl || getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &cred, &n) != 0) {
		free(cl);
		(void)close(peer);
		return 0;
	}
	*cl = (struct client){ .next = c->clients, .c = c, .fd = peer };
	name_of(cred.uid, cl->who, sizeof cl->who);
	c->clients = cl;
	c->n_clients++;
	if (sd_event_add_io(c->s->event, &cl->io, peer, EPOLLIN, on_client, cl) < 0)
		client_free(cl);
	return 0;
}

int control_open(struct service *s, struct control **ret, struct error *err)
{
	struct sockaddr_un addr = { .sun_family = AF_UNIX };
	struct control *c = calloc(1, sizeof *c);
	if (!c)
		return error_set(err, FAIL_RETRY, "out of memory");
	c->s = s;
	*ret = c;
	if (mkdir(s->config->runtime_directory, 0755) != 0 && errno != EEXIST)
		return error_set(err, FAIL_CONFIG, "runtime_directory %s: %s", s->config->runtime_directory, strerror(errno));
	if (snprintf(addr.sun_path, sizeof addr.sun_path, "%s/control", s->config->runtime_directory) >= (int)sizeof addr.sun_path)
		return error_set(err, FAIL_CONFIG, "runtime_directory %s: too long for a socket", s->config->runtime_directory);
	c->fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	(void)unlink(addr.sun_path);	/* the lock on the state directory says that no other klachtd serves it */
	mode_t was = umask(0117);
	int r = c->fd < 0 || bind(c->fd, (struct sockaddr *)&addr, sizeof addr) != 0 || listen(c->fd, 8) != 0 ? -errno : 0;
	(void)umask(was);
	if (r < 0)
		return error_set(err, FAIL_CONFIG, "%s: %s", addr.sun_path, strerror(-r));
	memcpy(c->path, addr.sun_path, sizeof c->path);
	return sd_event_add_io(s->event, &c->io, c->fd, EPOLLIN, on_connect, c) < 0 ? error_set(err, FAIL_RETRY, "out of memory") : 0;
}

void control_close(struct control *c)
{
	if (!c)
		return;
	while (c->clients)
		client_free(c->clients);
	c->io = sd_event_source_disable_unref(c->io);
	if (c->path[0])
		(void)unlink(c->path);
	fd_close(&c->fd);
	free(c);
}
