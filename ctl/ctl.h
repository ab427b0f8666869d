/* ctl/ctl.h — what the verbs of klachtctl share. Each family of verbs is a file; klachtctl.c holds the table.
 *
 * A verb gets what stands behind its name (argv[0] is the verb) and returns the exit status: CTL_DONE, CTL_REFUSED (also not found), CTL_USAGE.
 * Reading verbs open the register read-only, load, close, then print. Changing verbs go through klachtd's control socket; with klachtd stopped, root or
 * klachtd's own user may carry them out here, and that is said.
 */
#ifndef KLACHTD_CTL_CTL_H
#define KLACHTD_CTL_CTL_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "daemon/config.h"
#include "register/register.h"

#define CTL_DONE 0
#define CTL_REFUSED 1
#define CTL_USAGE 2

struct ctl {
	const char *config_file;	/* NULL: not given */
	struct config *config;		/* owned by main; NULL until ctl_config() */
	bool json;
};

int ctl_status(struct ctl *ctl, int argc, char **argv);
int ctl_list(struct ctl *ctl, int argc, char **argv);
int ctl_show(struct ctl *ctl, int argc, char **argv);
int ctl_explain(struct ctl *ctl, int argc, char **argv);
int ctl_read_verb(struct ctl *ctl, int argc, char **argv);
int ctl_receipts(struct ctl *ctl, int argc, char **argv);
int ctl_printed(struct ctl *ctl, int argc, char **argv);
int ctl_accept(struct ctl *ctl, int argc, char **argv);
int ctl_review(struct ctl *ctl, int argc, char **argv);
int ctl_dossiers(struct ctl *ctl, int argc, char **argv);
int ctl_separator_sheet(struct ctl *ctl, int argc, char **argv);
int ctl_reload(struct ctl *ctl, int argc, char **argv);

/* Reads the configuration once (the default file, or --config) and sets the time zone. Exit status; a fault was said on stderr. */
int ctl_config(struct ctl *ctl);
/* The register, read-only. Exit status. */
int ctl_register(struct ctl *ctl, struct reg **ret);

/* What klachtctl show --json prints of NUMBER, or of an ARRIVAL (its complaint, where it has one): a new reference. Exit status. */
int ctl_find(struct reg *reg, const char *name, json_t **ret);
/* The id of an arrival; 0: that is none. */
int64_t ctl_arrival_id(const char *name);

/* One request to klachtd, or carried out here when no klachtd runs; prints the answer. Exit status. request: a new reference that is taken. */
int ctl_change(struct ctl *ctl, json_t *request);

/* The same, with a descriptor (borrowed). */
int ctl_change_with(struct ctl *ctl, json_t *request, int fd);

extern int64_t ctl_patience_us;	/* how long klachtd may take for its answer; tests set their own */

int ctl_usage(const char *verb, const char *format, ...) __attribute__((format(printf, 2, 3)));	/* returns CTL_USAGE */
int ctl_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));			/* returns CTL_REFUSED */

#endif
