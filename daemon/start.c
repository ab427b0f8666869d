#include "daemon/start.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "daemon/secret.h"

#define WINDOW 128			/* mails out at once */
#define WINDOW_BYTES (24 << 20)
#define SENDER_IDLE_US (30 * US_PER_SECOND)

json_t *start_mailbox(const struct config *c, const struct config_mailbox *m)
{
	return json_pack("{s:s, s:s, s:s, s:i, s:s, s:s*, s:s, s:s, s:s, s:s, s:I, s:i, s:i, s:I, s:I}", "op", "start", "name", m->name, "host", m->host, "port",
			 m->port, "security", config_security_name(m->security), "ca_file", m->ca_file, "user", m->user, "auth",
			 config_auth_name(m->auth), "folder", m->folder, "processed_folder", m->processed_folder, "poll_interval_us",
			 (json_int_t)m->poll_interval_us, "window", WINDOW, "window_bytes", WINDOW_BYTES, "max_document_bytes",
			 (json_int_t)c->reader.max_document_bytes, "alive_us", (json_int_t)worker_alive_us());
}

json_t *start_sender(const struct config_smtp *s)
{
	return json_pack("{s:s, s:s, s:i, s:s, s:s*, s:s, s:s*, s:s, s:I, s:I}", "op", "start", "host", s->host, "port", s->port, "security",
			 config_security_name(s->security), "ca_file", s->ca_file, "auth", config_auth_name(s->auth), "user", s->user, "helo",
			 s->helo ? s->helo : strrchr(s->from_address, '@') + 1, "max_idle_us", (json_int_t)SENDER_IDLE_US, "alive_us",
			 (json_int_t)worker_alive_us());
}

static int send_secret(struct worker *w, const char *password_file, const char *credential, struct error *err)
{
	FD_CLEANUP int fd = secret_open(password_file, credential, err);
	if (fd < 0) {
		worker_send(w, json_pack("{s:s, s:s}", "op", "secret", "error", err->text), NULL, 0);
		return fd;
	}
	worker_send(w, json_pack("{s:s}", "op", "secret"), &fd, 1);
	return 0;
}

int start_mailbox_secret(struct worker *w, const struct config_mailbox *m, struct error *err)
{
	char credential[80];
	(void)snprintf(credential, sizeof credential, "mailbox.%s.password", m->name);
	return send_secret(w, m->password_file, credential, err);
}

int start_sender_secret(struct worker *w, const struct config_smtp *s, struct error *err)
{
	return send_secret(w, s->password_file, "smtp.password", err);
}
