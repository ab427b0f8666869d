/* What no single value of the configuration can tell. */
#include "daemon/config_p.h"

#include <arpa/inet.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *where(const struct parse *p, const char *section)
{
	for (size_t i = 0; i < p->n_places; i++)
		if (strcmp(p->places[i].section, section) == 0)
			return p->places[i].where;
	return p->c->file;
}

static int __attribute__((format(printf, 3, 4))) wrong(const struct parse *p, const char *section, const char *format, ...)
{
	char text[300];
	va_list ap;
	va_start(ap, format);
	(void)vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	return error_set(p->err, FAIL_CONFIG, "%s: [%s] %s", where(p, section), section, text);
}

struct need {
	const char *key, *value;
};

/* Every key that is missing, by name. Ends with a need without key. */
static int needs(const struct parse *p, const char *section, const struct need *n)
{
	char all[200] = "";
	for (; n->key; n++) {
		size_t used = strlen(all);
		if (!n->value)
			(void)snprintf(all + used, sizeof all - used, "%s%s", used ? ", " : "", n->key);
	}
	return *all ? wrong(p, section, "needs %s", all) : 0;
}

static bool loopback(const char *host)
{
	struct in_addr a;
	return strcmp(host, "localhost") == 0 || strcmp(host, "::1") == 0 ||
	       (inet_pton(AF_INET, host, &a) == 1 && (ntohl(a.s_addr) >> 24) == 127);
}

static int check_security(const struct parse *p, const char *section, int security, const char *host)
{
	if (security == SECURITY_NONE && !loopback(host))
		return wrong(p, section, "security = none is for loopback addresses only; use tls or starttls");
	return 0;
}

static int check_mailbox(const struct parse *p, const struct config_mailbox *m)
{
	char section[64];
	(void)snprintf(section, sizeof section, "mailbox %s", m->name);
	int r = needs(p, section, (struct need[]){ { "host", m->host }, { "user", m->user }, { "folder", m->folder },
						   { "processed_folder", m->processed_folder }, { 0 } });
	if (r == 0)
		r = check_security(p, section, m->security, m->host);
	if (r == 0 && strcmp(m->folder, m->processed_folder) == 0)
		r = wrong(p, section, "folder and processed_folder are the same");
	return r;
}

static int check_letterbox(const struct parse *p, size_t i)
{
	char section[64];
	const struct config_letterbox *l = &p->c->letterboxes[i];
	(void)snprintf(section, sizeof section, "letterbox %s", l->name);
	int r = needs(p, section, (struct need[]){ { "directory", l->directory }, { 0 } });
	for (size_t j = 0; j < i && r == 0; j++)
		if (strcmp(l->directory, p->c->letterboxes[j].directory) == 0)
			r = wrong(p, section, "and [letterbox %s] have the same directory", p->c->letterboxes[j].name);
	return r;
}

static int check_smtp(const struct parse *p)
{
	const struct config_smtp *s = &p->c->smtp;
	if (!s->there)
		return 0;
	int r = needs(p, "smtp", (struct need[]){ { "host", s->host }, { "from", s->from }, { 0 } });
	if (r == 0)
		r = check_security(p, "smtp", s->security, s->host);
	if (r == 0 && s->auth != AUTH_NONE && !s->user)
		r = wrong(p, "smtp", "auth = %s needs user (or auth = none)", config_auth_name(s->auth));
	return r;
}

int parse_check(const struct parse *p)
{
	const struct config *c = p->c;
	int r = needs(p, "klachtd", (struct need[]){ { "state_directory", c->state_directory }, { "runtime_directory", c->runtime_directory },
						     { "organisation", c->organisation }, { "language", c->language }, { "timezone", c->timezone }, { 0 } });
	if (r == 0)
		r = check_smtp(p);
	for (size_t i = 0; i < c->n_mailboxes && r == 0; i++)
		r = check_mailbox(p, &c->mailboxes[i]);
	for (size_t i = 0; i < c->n_letterboxes && r == 0; i++)
		r = check_letterbox(p, i);
	if (r == 0 && c->term.acknowledge_working_days > c->term.answer_working_days)
		r = wrong(p, "term", "acknowledge_working_days is larger than answer_working_days");
	return r;
}

int config_check_daemon(const struct config *c, struct error *err)
{
	if (!c->n_mailboxes && !c->n_letterboxes)
		return error_set(err, FAIL_CONFIG, "%s: no source: give at least one [mailbox NAME] or [letterbox NAME]", c->file);
	if (c->receipt.send && !c->smtp.there)
		return error_set(err, FAIL_CONFIG, "%s: [receipt] send = yes needs [smtp] with host and from (or send = no)", c->file);
	return 0;
}
