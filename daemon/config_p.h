/* daemon/config_p.h — the parts of config: files and sections (config.c), keys and values (config_keys.c), the whole (config_check.c). Private to them. */
#ifndef KLACHTD_DAEMON_CONFIG_P_H
#define KLACHTD_DAEMON_CONFIG_P_H

#include "daemon/config.h"

#define CONFIG_MAX_KEYS 64

struct place {
	char section[64], where[320];	/* "mailbox klachten", "/etc/klachtd/klachtd.conf:12" */
};

struct parse {			/* one load under way */
	struct config *c;
	struct error *err;
	const char *file;
	const char *rest;	/* what is still to be read of the file */
	int line, section_line;	/* the latter: of the last [section] */
	struct place *places;	/* owned */
	size_t n_places;
	int bad;		/* 0, or the FAIL_ of the first error */
	char section[64];	/* the section that is being filled, and which of its keys were given in this file */
	bool given[CONFIG_MAX_KEYS];
};

/* Notes the first error with file and line. Returns 0, which is inih's word for an error. */
int parse_fault(struct parse *p, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* strdup; NULL and p->bad when there is no memory. */
char *parse_keep(struct parse *p, const char *s);
int parse_list_add(struct parse *p, struct config_list *l, const char *s);
void config_list_free(struct config_list *l);

/* What no single value can tell, with the line of the section it is about. 0 or FAIL_CONFIG. */
int parse_check(const struct parse *p);

/* Sets "name = value" of a section of that kind ("klachtd", "mailbox", ...) in base (struct config, config_mailbox, config_letterbox). 1, or 0 after a fault. */
int config_set(struct parse *p, const char *kind, void *base, const char *name, const char *value);

#endif
