/* The keys of the configuration: a table, and for each type of value how its text is read. */
#include "daemon/config_p.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "daemon/value.h"

enum type {
	T_TEXT, T_PATH, T_HOST, T_INT, T_DURATION, T_BYTES, T_BOOL, T_DAY, T_FROM, T_ADDRESS, T_CHOICE, T_LANGUAGE, T_ZONE,
	T_ADDRESSES, T_DOMAINS, T_PHONES, T_PATTERNS, T_DAYS,	/* the lists */
};

struct choice {
	const char *name;
	int value;
};
static const struct choice securities[] = { { "tls", SECURITY_TLS }, { "starttls", SECURITY_STARTTLS }, { "none", SECURITY_NONE }, { 0 } };
static const struct choice mailbox_auths[] = { { "password", AUTH_PASSWORD }, { "xoauth2", AUTH_XOAUTH2 }, { 0 } };
static const struct choice smtp_auths[] = { { "none", AUTH_NONE }, { "password", AUTH_PASSWORD }, { "xoauth2", AUTH_XOAUTH2 }, { 0 } };
static const struct choice day_zeros[] = { { "day-1", TERM_DAY_1 }, { "day-0", TERM_DAY_0 }, { 0 } };
static const struct choice good_fridays[] = { { "never", TERM_NEVER }, { "always", TERM_ALWAYS }, { 0 } };
static const struct choice liberations[] = { { "never", TERM_NEVER }, { "lustrum", TERM_LUSTRUM }, { "always", TERM_ALWAYS }, { 0 } };
static const struct choice languages[] = { { "nl", 0 }, { "en", 0 }, { 0 } };

struct key {
	const char *section, *name;
	enum type type;
	size_t offset;			/* in struct config, config_mailbox or config_letterbox */
	int64_t min, max;		/* numbers: T_DURATION in µs, T_BYTES in bytes */
	const struct choice *choices;
};

#define C(field) offsetof(struct config, field)
#define M(field) offsetof(struct config_mailbox, field)
#define L(field) offsetof(struct config_letterbox, field)
#define HOUR_US (3600 * US_PER_SECOND)
static const struct key keys[] = {
	{ "klachtd", "state_directory", T_PATH, C(state_directory), 0, 0, NULL },
	{ "klachtd", "runtime_directory", T_PATH, C(runtime_directory), 0, 0, NULL },
	{ "klachtd", "organisation", T_TEXT, C(organisation), 0, 0, NULL },
	{ "klachtd", "language", T_LANGUAGE, C(language), 0, 0, languages },
	{ "klachtd", "timezone", T_ZONE, C(timezone), 0, 0, NULL },
	{ "agency", "addresses", T_ADDRESSES, C(agency.addresses), 0, 0, NULL },
	{ "agency", "domains", T_DOMAINS, C(agency.domains), 0, 0, NULL },
	{ "agency", "phones", T_PHONES, C(agency.phones), 0, 0, NULL },
	{ "agency", "postal_address", T_TEXT, C(agency.postal_address), 0, 0, NULL },
	{ "agency", "office_hours", T_TEXT, C(agency.office_hours), 0, 0, NULL },
	{ "agency", "dispute_body", T_TEXT, C(agency.dispute_body), 0, 0, NULL },
	{ "mailbox", "host", T_HOST, M(host), 0, 0, NULL },
	{ "mailbox", "port", T_INT, M(port), 1, 65535, NULL },
	{ "mailbox", "security", T_CHOICE, M(security), 0, 0, securities },
	{ "mailbox", "ca_file", T_PATH, M(ca_file), 0, 0, NULL },
	{ "mailbox", "user", T_TEXT, M(user), 0, 0, NULL },
	{ "mailbox", "password_file", T_PATH, M(password_file), 0, 0, NULL },
	{ "mailbox", "auth", T_CHOICE, M(auth), 0, 0, mailbox_auths },
	{ "mailbox", "folder", T_TEXT, M(folder), 0, 0, NULL },
	{ "mailbox", "processed_folder", T_TEXT, M(processed_folder), 0, 0, NULL },
	{ "mailbox", "poll_interval", T_DURATION, M(poll_interval_us), US_PER_SECOND / 10, US_PER_DAY, NULL },
	{ "mailbox", "authserv_id", T_TEXT, M(authserv_id), 0, 0, NULL },
	{ "letterbox", "directory", T_PATH, L(directory), 0, 0, NULL },
	{ "letterbox", "settle_time", T_DURATION, L(settle_us), 0, HOUR_US, NULL },
	{ "letterbox", "settle_time_renamed", T_DURATION, L(settle_renamed_us), 0, HOUR_US, NULL },
	{ "smtp", "host", T_HOST, C(smtp.host), 0, 0, NULL },
	{ "smtp", "port", T_INT, C(smtp.port), 1, 65535, NULL },
	{ "smtp", "security", T_CHOICE, C(smtp.security), 0, 0, securities },
	{ "smtp", "ca_file", T_PATH, C(smtp.ca_file), 0, 0, NULL },
	{ "smtp", "auth", T_CHOICE, C(smtp.auth), 0, 0, smtp_auths },
	{ "smtp", "user", T_TEXT, C(smtp.user), 0, 0, NULL },
	{ "smtp", "password_file", T_PATH, C(smtp.password_file), 0, 0, NULL },
	{ "smtp", "from", T_FROM, C(smtp.from), 0, 0, NULL },
	{ "smtp", "bounce_address", T_ADDRESS, C(smtp.bounce_address), 0, 0, NULL },
	{ "smtp", "helo", T_HOST, C(smtp.helo), 0, 0, NULL },
	{ "receipt", "send", T_BOOL, C(receipt.send), 0, 0, NULL },
	{ "receipt", "not_before", T_DAY, C(receipt.not_before), 0, 0, NULL },
	{ "receipt", "template_directory", T_PATH, C(receipt.template_directory), 0, 0, NULL },
	{ "receipt", "max_per_sender_per_day", T_INT, C(receipt.max_per_sender_per_day), 1, 1000000, NULL },
	{ "receipt", "max_per_hour", T_INT, C(receipt.max_per_hour), 1, 10000000, NULL },
	{ "receipt", "form_senders", T_ADDRESSES, C(receipt.form_senders), 0, 0, NULL },
	{ "dossier", "pattern", T_PATTERNS, C(dossier_patterns), 0, 0, NULL },
	{ "term", "acknowledge_working_days", T_INT, C(term.acknowledge_working_days), 1, 60, NULL },
	{ "term", "answer_working_days", T_INT, C(term.answer_working_days), 1, 60, NULL },
	{ "term", "non_working_day_receipt", T_CHOICE, C(term.non_working_day_receipt), 0, 0, day_zeros },
	{ "term", "good_friday", T_CHOICE, C(term.good_friday), 0, 0, good_fridays },
	{ "term", "liberation_day", T_CHOICE, C(term.liberation_day), 0, 0, liberations },
	{ "term", "closed_days", T_DAYS, C(term), 0, 0, NULL },
	{ "reader", "workers", T_INT, C(reader.workers), 1, 32, NULL },
	{ "reader", "max_document", T_BYTES, C(reader.max_document_bytes), 64 << 10, 1 << 30, NULL },
};
#define N_KEYS (sizeof keys / sizeof *keys)
_Static_assert(N_KEYS <= CONFIG_MAX_KEYS, "parse.given has room for every key");

static int set_text(struct parse *p, char **slot, const char *s)
{
	char *t = *s ? parse_keep(p, s) : NULL;		/* an empty value is "not set" */
	free(*slot);
	*slot = t;
	return !p->bad;
}

static void lower(char *s)
{
	for (; *s; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s + 32);
}

static char *trim(char *s)
{
	s += strspn(s, " \t");
	size_t n = strlen(s);
	while (n && strchr(" \t\r", s[n - 1]))
		s[--n] = '\0';
	return s;
}

static int add_day(struct parse *p, const char *s)
{
	struct term_rules *t = &p->c->term;
	struct day d;
	if (value_day(s, &d))
		return parse_fault(p, "closed_days: \"%s\" is no day; write 2027-12-24, several with commas", s);
	struct day *more = reallocarray((struct day *)t->closed, t->n_closed + 1, sizeof *more);
	if (!more)
		return parse_fault(p, "out of memory");
	more[t->n_closed++] = d;
	t->closed = more;
	return 1;
}

static int add_phone(struct parse *p, struct config_list *l, const char *s)
{
	char e164[20];
	if (value_phone(s, e164))
		return parse_fault(p, "phones: \"%s\" is no telephone number; write 013 88 93 930 or +31138893930", s);
	if (l->n == 0 && !set_text(p, &p->c->agency.phone, s))
		return 0;
	return parse_list_add(p, l, e164);
}

/* One element of a list, in its normal form. */
static int add_element(struct parse *p, const struct key *k, struct config_list *l, char *s)
{
	char why[160];
	switch (k->type) {
	case T_DAYS:
		return add_day(p, s);
	case T_PHONES:
		return add_phone(p, l, s);
	case T_ADDRESSES:
		lower(s);
		return value_address(s) ? parse_fault(p, "%s: \"%s\" is no e-mail address", k->name, s) : parse_list_add(p, l, s);
	case T_DOMAINS:
		lower(s);
		return value_domain(s) ? parse_fault(p, "%s: \"%s\" is no domain name", k->name, s) : parse_list_add(p, l, s);
	default:
		if (value_pattern(s, why, sizeof why))
			return parse_fault(p, "%s: not a PCRE2 pattern: %s", k->name, why);
		return parse_list_add(p, l, s);
	}
}

static void clear_list(struct parse *p, const struct key *k, struct config_list *l)
{
	if (k->type != T_DAYS) {
		config_list_free(l);
		return;
	}
	free((struct day *)p->c->term.closed);
	p->c->term.closed = NULL;
	p->c->term.n_closed = 0;
}

/* A list given again in the same file goes on; the first time in a file it replaces what defaults and earlier files said. */
static int set_list(struct parse *p, const struct key *k, struct config_list *l, const char *value, bool again)
{
	if (!again)
		clear_list(p, k, l);
	char *copy = parse_keep(p, value), *save = NULL;
	int r = copy != NULL;
	if (copy && k->type == T_PATTERNS)	/* a pattern may hold commas: the whole value is one */
		r = *copy ? add_element(p, k, l, copy) : 1;
	else if (copy)
		for (char *s = strtok_r(copy, ",", &save); s && r; s = strtok_r(NULL, ",", &save))
			if (*(s = trim(s)))
				r = add_element(p, k, l, s);
	free(copy);
	return r;
}

static int find_choice(struct parse *p, const struct key *k, const char *value, int *ret)
{
	char all[200] = "";
	for (const struct choice *c = k->choices; c->name; c++) {
		if (strcmp(value, c->name) == 0) {
			*ret = c->value;
			return 1;
		}
		size_t n = strlen(all);
		(void)snprintf(all + n, sizeof all - n, "%s%s", n ? ", " : "", c->name);
	}
	return parse_fault(p, "%s: \"%s\" is not one of: %s", k->name, value, all);
}

static int set_number(struct parse *p, const struct key *k, void *slot, const char *value)
{
	int64_t v = -1;
	bool time = k->type == T_DURATION, size = k->type == T_BYTES;
	int r = time ? value_duration(value, &v) : size ? value_bytes(value, &v) : value_int(value, k->min, k->max, &v);
	if (r || v < k->min || v > k->max) {
		double unit = time ? (double)US_PER_SECOND : 1;
		return parse_fault(p, "%s: \"%s\" is not %s from %.10g to %.10g%s", k->name, value,
				   time ? "a time (60s, 5min, 2h)" : size ? "a size (64M)" : "a whole number",
				   (double)k->min / unit, (double)k->max / unit, time ? " s" : size ? " bytes" : "");
	}
	if (k->type == T_INT)
		*(int *)slot = (int)v;
	else
		*(int64_t *)slot = v;
	return 1;
}

/* "Name <address>" or a bare address. */
static int set_from(struct parse *p, char **slot, const char *value)
{
	char address[300] = "";
	const char *open = strrchr(value, '<'), *close = open ? strchr(open, '>') : NULL;
	if (open && close && (size_t)(close - open) < sizeof address)
		(void)snprintf(address, sizeof address, "%.*s", (int)(close - open - 1), open + 1);
	else
		(void)snprintf(address, sizeof address, "%s", value);
	if (value_address(address))
		return parse_fault(p, "from: \"%s\" holds no e-mail address; write Name <name@domain>", value);
	return set_text(p, &p->c->smtp.from_address, address) && set_text(p, slot, value);
}

static int set_day(struct parse *p, const struct key *k, struct day *slot, const char *value)
{
	*slot = (struct day){ 0 };
	return !*value || !value_day(value, slot) ? 1 : parse_fault(p, "%s: \"%s\" is no day; write 2026-11-01", k->name, value);
}

static int set_host(struct parse *p, const struct key *k, char **slot, const char *value)
{
	unsigned char ip[16];
	if (*value && value_domain(value) && inet_pton(AF_INET6, value, ip) != 1)
		return parse_fault(p, "%s: \"%s\" is no host name or address", k->name, value);
	return set_text(p, slot, value);
}

static int set_value(struct parse *p, const struct key *k, void *slot, const char *value, bool again)
{
	int ignored;
	switch (k->type) {
	case T_TEXT:
		return set_text(p, slot, value);
	case T_PATH:
		return *value && value_absolute(value) ? parse_fault(p, "%s: \"%s\" is no absolute path", k->name, value)
						       : set_text(p, slot, value);
	case T_HOST:
		return set_host(p, k, slot, value);
	case T_INT: case T_DURATION: case T_BYTES:
		return set_number(p, k, slot, value);
	case T_BOOL:
		return value_bool(value, slot) ? parse_fault(p, "%s: \"%s\" is neither yes nor no", k->name, value) : 1;
	case T_DAY:
		return set_day(p, k, slot, value);
	case T_FROM:
		return set_from(p, slot, value);
	case T_ADDRESS:
		return *value && value_address(value) ? parse_fault(p, "%s: \"%s\" is no e-mail address", k->name, value)
						      : set_text(p, slot, value);
	case T_CHOICE:
		return find_choice(p, k, value, slot);
	case T_LANGUAGE:
		return find_choice(p, k, value, &ignored) && set_text(p, slot, value);
	case T_ZONE:
		return *value && clock_zone_known(value) == 0 ? parse_fault(p, "%s: \"%s\" is no name of the tz database; Europe/Amsterdam is one", k->name, value)
							      : set_text(p, slot, value);
	case T_ADDRESSES: case T_DOMAINS: case T_PHONES: case T_PATTERNS: case T_DAYS:
		return set_list(p, k, slot, value, again);
	}
	return 0;
}

static int unknown(struct parse *p, const char *kind, const char *name)
{
	char all[600] = "";
	for (size_t i = 0; i < N_KEYS; i++) {
		size_t n = strlen(all);
		if (strcmp(keys[i].section, kind) == 0)
			(void)snprintf(all + n, sizeof all - n, "%s%s", n ? ", " : "", keys[i].name);
	}
	if (*all)
		return parse_fault(p, "unknown key \"%s\" in [%s]; valid: %s", name, kind, all);
	return parse_fault(p, "unknown section [%s]; valid: klachtd, agency, mailbox NAME, letterbox NAME, smtp, receipt, dossier, term, reader",
			   kind);
}

int config_set(struct parse *p, const char *kind, void *base, const char *name, const char *value)
{
	for (size_t i = 0; i < N_KEYS; i++) {
		const struct key *k = &keys[i];
		if (strcmp(k->section, kind) != 0 || strcmp(k->name, name) != 0)
			continue;
		bool again = p->given[i];
		if (again && k->type < T_ADDRESSES)
			return parse_fault(p, "%s is given twice in [%s]", name, p->section);
		p->given[i] = true;
		return set_value(p, k, (char *)base + k->offset, value, again);
	}
	return unknown(p, kind, name);
}

const char *config_security_name(int security)
{
	return securities[security].name;
}

const char *config_auth_name(int auth)
{
	return auth == AUTH_NONE ? "none" : mailbox_auths[auth].name;
}
