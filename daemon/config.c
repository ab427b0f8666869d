#include "daemon/config_p.h"

#include <dirent.h>
#include <ini.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "daemon/value.h"

#define CONFIG_BYTES (1 << 20)

int parse_fault(struct parse *p, const char *format, ...)
{
	char text[400];
	va_list ap;
	va_start(ap, format);
	(void)vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	if (!p->bad)
		p->bad = error_set(p->err, FAIL_CONFIG, "%s:%d: %s", p->file, p->line, text);
	return 0;
}

char *parse_keep(struct parse *p, const char *s)
{
	char *t = strdup(s);
	if (!t && !p->bad)
		p->bad = error_set(p->err, FAIL_RETRY, "out of memory");
	return t;
}

int parse_list_add(struct parse *p, struct config_list *l, const char *s)
{
	char **more = reallocarray(l->text, l->n + 1, sizeof *more);
	if (more)
		l->text = more;
	char *t = more ? parse_keep(p, s) : NULL;
	if (!t)
		return parse_fault(p, "out of memory");
	l->text[l->n++] = t;
	return 1;
}

void config_list_free(struct config_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->text[i]);
	free(l->text);
	*l = (struct config_list){ 0 };
}

/* ---- sections ---- */

static bool name_ok(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
	return n > 0 && n <= 32 && s[n] == '\0';
}

static struct config_mailbox *mailbox_named(struct parse *p, const char *name)
{
	struct config *c = p->c;
	for (size_t i = 0; i < c->n_mailboxes; i++)
		if (strcmp(c->mailboxes[i].name, name) == 0)
			return &c->mailboxes[i];
	struct config_mailbox *more = reallocarray(c->mailboxes, c->n_mailboxes + 1, sizeof *more);
	if (!more)
		return NULL;
	c->mailboxes = more;
	struct config_mailbox *m = &more[c->n_mailboxes++];
	*m = (struct config_mailbox){ .name = parse_keep(p, name), .folder = parse_keep(p, "INBOX"),
				      .processed_folder = parse_keep(p, "Verwerkt"), .port = 993, .poll_interval_us = 60 * US_PER_SECOND };
	return m;
}

static struct config_letterbox *letterbox_named(struct parse *p, const char *name)
{
	struct config *c = p->c;
	for (size_t i = 0; i < c->n_letterboxes; i++)
		if (strcmp(c->letterboxes[i].name, name) == 0)
			return &c->letterboxes[i];
	struct config_letterbox *more = reallocarray(c->letterboxes, c->n_letterboxes + 1, sizeof *more);
	if (!more)
		return NULL;
	c->letterboxes = more;
	struct config_letterbox *l = &more[c->n_letterboxes++];
	*l = (struct config_letterbox){ .name = parse_keep(p, name), .settle_us = 10 * US_PER_SECOND, .settle_renamed_us = 2 * US_PER_SECOND };
	return l;
}

/* Where a section begins, for what is wrong with the whole of it. The first place counts; no memory: the file alone is named. */
static void note_place(struct parse *p, const char *section)
{
	for (size_t i = 0; i < p->n_places; i++)
		if (strcmp(p->places[i].section, section) == 0)
			return;
	struct place *more = reallocarray(p->places, p->n_places + 1, sizeof *more);
	if (!more)
		return;
	p->places = more;
	struct place *new = &more[p->n_places++];
	(void)snprintf(new->section, sizeof new->section, "%s", section);
	(void)snprintf(new->where, sizeof new->where, "%s:%d", p->file, p->section_line);
}

/* The struct that a section fills, and the section's kind: "mailbox x" is a mailbox. */
static void *section_base(struct parse *p, const char *section, char kind[64])
{
	const char *blank = strchr(section, ' ');
	(void)snprintf(kind, 64, "%.*s", blank ? (int)(blank - section) : 63, section);
	bool mailbox = strcmp(kind, "mailbox") == 0, letterbox = strcmp(kind, "letterbox") == 0;
	if (!mailbox && !letterbox) {
		(void)snprintf(kind, 64, "%.63s", section);
		note_place(p, kind);
		return p->c;
	}
	const char *name = blank ? blank + strspn(blank, " ") : "";
	if (!name_ok(name)) {
		parse_fault(p, "[%s]: a %s needs a name of up to 32 letters, digits, - or _: [%s NAME]", section, kind, kind);
		return NULL;
	}
	char written_once[64];	/* however many blanks there are */
	(void)snprintf(written_once, sizeof written_once, "%s %.50s", mailbox ? "mailbox" : "letterbox", name);
	note_place(p, written_once);
	void *base = mailbox ? (void *)mailbox_named(p, name) : (void *)letterbox_named(p, name);
	if (!base)
		parse_fault(p, "out of memory");
	return base;
}

/* A blank and "#" begin a comment; inih itself knows only ";" there. */
static void cut_comment(char *value)
{
	for (char *s = value; *s; s++)
		if (*s == '#' && (s == value || s[-1] == ' ' || s[-1] == '\t'))
			*s = '\0';
	size_t n = strlen(value);
	while (n && (value[n - 1] == ' ' || value[n - 1] == '\t'))
		value[--n] = '\0';
}

static int on_value(void *user, const char *section, const char *name, const char *raw)
{
	struct parse *p = user;
	char kind[64], value[1024];
	if (p->bad)
		return 0;
	if (!*section)
		return parse_fault(p, "\"%s\" stands before the first [section]", name);
	if (strcmp(p->section, section) != 0) {
		(void)snprintf(p->section, sizeof p->section, "%s", section);
		memset(p->given, 0, sizeof p->given);
	}
	void *base = section_base(p, section, kind);
	if (!base)
		return 0;
	if (strcmp(kind, "smtp") == 0)
		p->c->smtp.there = true;
	if (snprintf(value, sizeof value, "%s", raw) >= (int)sizeof value)
		return parse_fault(p, "%s: value too long", name);
	cut_comment(value);
	return config_set(p, kind, base, name, value);
}

/* ---- files ---- */

/* inih's reader, a line at a time: so the line of an error is known, and a line longer than inih takes is said instead of split. */
static char *next_line(char *buf, int n, void *stream)
{
	struct parse *p = stream;
	if (!*p->rest || p->bad)
		return NULL;
	size_t len = strcspn(p->rest, "\n");
	p->line++;
	if (len + 2 > (size_t)n) {
		parse_fault(p, "line longer than %d characters; a list may go on in the next, indented line", n - 2);
		return NULL;
	}
	if (*p->rest == '[')
		p->section_line = p->line;
	memcpy(buf, p->rest, len);
	buf[len] = '\n';
	buf[len + 1] = '\0';
	p->rest += len + (p->rest[len] == '\n');
	return buf;
}

static int read_file(struct parse *p, const char *path)
{
	char *text = NULL;
	size_t n;
	p->file = path;
	p->line = 0;
	p->section[0] = '\0';
	p->bad = file_read(path, CONFIG_BYTES, &text, &n, p->err);
	if (p->bad)
		return p->bad;
	p->rest = text;
	int bad_line = 0;
	if (strlen(text) != n)
		parse_fault(p, "a NUL byte: this is no configuration file");
	else
		bad_line = ini_parse_stream(next_line, p, on_value, p);
	if (bad_line > 0 && !p->bad) {
		p->line = bad_line;
		parse_fault(p, "neither [section] nor key = value");
	}
	free(text);
	return p->bad;
}

static int is_conf(const struct dirent *e)
{
	size_t n = strlen(e->d_name);
	return n > 5 && e->d_name[0] != '.' && strcmp(e->d_name + n - 5, ".conf") == 0;
}

static int read_folder(struct parse *p, const char *path)
{
	char folder[4096], file[4400];
	struct dirent **list;
	if (snprintf(folder, sizeof folder, "%s.d", path) >= (int)sizeof folder)
		return 0;
	int n = scandir(folder, &list, is_conf, alphasort);	/* no such folder is no error */
	for (int i = 0; i < n; i++) {
		(void)snprintf(file, sizeof file, "%s/%s", folder, list[i]->d_name);
		if (!p->bad)
			(void)read_file(p, file);	/* p->bad holds what it returns */
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	return p->bad;
}

/* ---- the whole ---- */

static int add_own_address(struct parse *p, const char *address)
{
	char low[300];
	if (!address || value_address(address))
		return 1;
	size_t n = 0;
	for (; address[n]; n++)
		low[n] = (char)(address[n] >= 'A' && address[n] <= 'Z' ? address[n] + 32 : address[n]);
	low[n] = '\0';
	const struct config_list *l = &p->c->agency.addresses;
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->text[i], low) == 0)
			return 1;
	return parse_list_add(p, &p->c->agency.addresses, low);
}

/* Addresses that are ours without being listed: what we read and what we send as. */
static int add_own_addresses(struct parse *p)
{
	struct config *c = p->c;
	int ok = add_own_address(p, c->smtp.from_address) && add_own_address(p, c->smtp.bounce_address);
	for (size_t i = 0; i < c->n_mailboxes && ok; i++)
		ok = add_own_address(p, c->mailboxes[i].user);
	return p->bad;
}

static int config_new(struct parse *p, const char *file)
{
	struct config *c = p->c = calloc(1, sizeof *c);
	if (!c)
		return error_set(p->err, FAIL_RETRY, "out of memory");
	c->file = parse_keep(p, file);
	c->state_directory = parse_keep(p, "/var/lib/klachtd");
	c->runtime_directory = parse_keep(p, "/run/klachtd");
	c->organisation = parse_keep(p, "Pro Actief Incasso");
	c->language = parse_keep(p, "nl");
	c->timezone = parse_keep(p, "Europe/Amsterdam");
	c->agency.postal_address = parse_keep(p, "Postbus 8070, 5004 GB Tilburg");
	c->agency.office_hours = parse_keep(p, "09:00-17:30");
	c->agency.phone = parse_keep(p, "013 88 93 930");
	(void)parse_list_add(p, &c->agency.phones, "+31138893930");		/* p->bad tells */
	(void)parse_list_add(p, &c->dossier_patterns, "(?<![0-9])[0-9]{7,8}(?![0-9])");
	c->smtp.port = 587;
	c->smtp.security = SECURITY_STARTTLS;
	c->receipt.send = true;
	c->receipt.max_per_sender_per_day = 3;
	c->receipt.max_per_hour = 60;
	c->term = term_rules_default;
	c->reader.workers = 2;
	c->reader.max_document_bytes = 64 << 20;
	return p->bad;
}

int config_default(struct config **ret, struct error *err)
{
	struct parse p = { .err = err };
	int r = config_new(&p, "(defaults)");
	if (r < 0)
		config_free(p.c);
	else
		*ret = p.c;
	return r;
}

int config_load(const char *path, struct config **ret, struct error *err)
{
	struct parse p = { .err = err };
	int r = config_new(&p, path);
	if (r == 0)
		r = read_file(&p, path);
	if (r == 0)
		r = read_folder(&p, path);
	if (r == 0)
		r = parse_check(&p);
	if (r == 0)
		r = add_own_addresses(&p);
	free(p.places);
	if (r < 0)
		config_free(p.c);
	else
		*ret = p.c;
	return r;
}

static void mailbox_free(struct config_mailbox *m)
{
	char *own[] = { m->name, m->host, m->ca_file, m->user, m->password_file, m->folder, m->processed_folder, m->authserv_id };
	for (size_t k = 0; k < sizeof own / sizeof *own; k++)
		free(own[k]);
}

void config_free(struct config *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->n_mailboxes; i++)
		mailbox_free(&c->mailboxes[i]);
	for (size_t i = 0; i < c->n_letterboxes; i++) {
		free(c->letterboxes[i].name);
		free(c->letterboxes[i].directory);
	}
	free(c->mailboxes);
	free(c->letterboxes);
	config_list_free(&c->agency.addresses);
	config_list_free(&c->agency.domains);
	config_list_free(&c->agency.phones);
	config_list_free(&c->receipt.form_senders);
	config_list_free(&c->dossier_patterns);
	free((struct day *)c->term.closed);
	char *own[] = { c->file, c->state_directory, c->runtime_directory, c->organisation, c->language, c->timezone,
			c->agency.postal_address, c->agency.office_hours, c->agency.dispute_body, c->agency.phone, c->smtp.host, c->smtp.ca_file,
			c->smtp.user, c->smtp.password_file, c->smtp.from, c->smtp.bounce_address, c->smtp.helo, c->smtp.from_address,
			c->receipt.template_directory };
	for (size_t k = 0; k < sizeof own / sizeof *own; k++)
		free(own[k]);
	free(c);
}

/* Absent keys keep the scheme's defaults in the reader, so an empty list is left out. */
static void put_list(json_t *o, const char *key, const struct config_list *l)
{
	json_t *a = l->n ? json_array() : NULL;
	for (size_t i = 0; a && i < l->n; i++)
		(void)json_array_append_new(a, json_string(l->text[i]));
	if (a)
		(void)json_object_set_new(o, key, a);
}

json_t *config_rules(const struct config *c)
{
	json_t *o = json_pack("{s:s, s:s*, s:I}", "organisation", c->organisation, "postal_address", c->agency.postal_address,
			      "max_document_bytes", (json_int_t)c->reader.max_document_bytes);
	if (!o)
		return NULL;
	put_list(o, "addresses", &c->agency.addresses);
	put_list(o, "domains", &c->agency.domains);
	put_list(o, "phones", &c->agency.phones);
	put_list(o, "form_senders", &c->receipt.form_senders);
	put_list(o, "dossier_patterns", &c->dossier_patterns);
	for (size_t i = 0; i < c->n_mailboxes; i++)	/* one reader serves all mailboxes: the first that names a server counts */
		if (c->mailboxes[i].authserv_id && !json_object_get(o, "authserv_id"))
			(void)json_object_set_new(o, "authserv_id", json_string(c->mailboxes[i].authserv_id));
	return o;
}

const char *config_receipt_domain(const struct config *c)
{
	const char *at = c->smtp.from_address ? strrchr(c->smtp.from_address, '@') : NULL;
	return at ? at + 1 : c->agency.domains.n ? c->agency.domains.text[0] : "klachtd.invalid";
}
