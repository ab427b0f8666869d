/* daemon/config.h — /etc/klachtd/klachtd.conf and the files of klachtd.conf.d to one checked struct (klachtd.conf(5)).
 *
 * Source:  design section 3 (names are fixed). Format: inih; "#" or ";" after a blank begins a comment; lists may go over several lines (indented) or
 *          be given again. Files of klachtd.conf.d come after the main file, in order of name; a value there replaces the main file's.
 * Owner:   *ret belongs to the caller (config_free); every string in it is owned by it.
 * Returns: 0; FAIL_CONFIG with file, line, key and what would be valid; FAIL_RETRY out of memory. Nothing is half-filled.
 */
#ifndef KLACHTD_DAEMON_CONFIG_H
#define KLACHTD_DAEMON_CONFIG_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "register/term.h"

#define CONFIG_FILE KLACHTD_SYSCONFDIR "/klachtd.conf"

enum config_security { SECURITY_TLS, SECURITY_STARTTLS, SECURITY_NONE };
enum config_auth { AUTH_PASSWORD, AUTH_XOAUTH2, AUTH_NONE };

struct config_list {
	char **text;		/* owned */
	size_t n;
};

struct config_mailbox {
	char *name, *host, *ca_file, *user, *password_file, *folder, *processed_folder, *authserv_id;
	int port, security, auth;
	int64_t poll_interval_us;
};

struct config_letterbox {
	char *name, *directory;
	int64_t settle_us, settle_renamed_us;
};

struct config_smtp {
	bool there;		/* the section was given */
	char *host, *ca_file, *user, *password_file, *from, *bounce_address, *helo;
	int port, security, auth;
	char *from_address;	/* the addr-spec in from */
};

struct config {
	char *file;
	char *state_directory, *runtime_directory, *organisation, *language, *timezone;
	struct {
		struct config_list addresses, domains, phones;	/* phones in E.164 */
		char *postal_address, *office_hours, *dispute_body;
		char *phone;					/* the first phone as it was written, for people */
	} agency;
	struct config_mailbox *mailboxes;
	size_t n_mailboxes;
	struct config_letterbox *letterboxes;
	size_t n_letterboxes;
	struct config_smtp smtp;
	struct {
		bool send;
		struct day not_before;	/* year 0: no such day */
		char *template_directory;
		int max_per_sender_per_day, max_per_hour;
		struct config_list form_senders;
	} receipt;
	struct config_list dossier_patterns;
	struct term_rules term;		/* term.closed is owned */
	struct {
		int workers;
		int64_t max_document_bytes;
	} reader;
};

int config_load(const char *path, struct config **ret, struct error *err);
/* The scheme's defaults; no file is read. */
int config_default(struct config **ret, struct error *err);
/* Is it enough to run on? At least one source, and SMTP where receipts are to be sent. klachtctl needs less. */
int config_check_daemon(const struct config *c, struct error *err);
void config_free(struct config *c);	/* accepts NULL */

/* What the reader must know: the "rules" object of docs/wire.md; new reference, NULL when out of memory. */
json_t *config_rules(const struct config *c);

/* The right side of receipts' Message-IDs. Borrowed from c. */
const char *config_receipt_domain(const struct config *c);

const char *config_security_name(int security);
const char *config_auth_name(int auth);

#endif
