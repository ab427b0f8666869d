/* The configuration: every key of the design's example, and what each mistake is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "daemon/config.h"

static char dir[64], file[128];

static int make_dir(void **state)
{
	(void)state;
	strcpy(dir, "/tmp/klachtd-config-XXXXXX");
	if (!mkdtemp(dir))
		return -1;
	snprintf(file, sizeof file, "%s/klachtd.conf", dir);
	return 0;
}

static int remove_dir(void **state)
{
	(void)state;
	char cmd[160];
	snprintf(cmd, sizeof cmd, "rm -rf '%s'", dir);
	return system(cmd);
}

static void put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static struct config *good(const char *text)
{
	struct config *c = NULL;
	struct error err = { 0 };
	put(file, text);
	if (config_load(file, &c, &err) != 0)
		fail_msg("%s", err.text);
	return c;
}

/* The message without the folder, for comparison. */
static void bad(const char *text, const char *want)
{
	struct config *c = NULL;
	struct error err = { 0 };
	put(file, text);
	assert_int_equal(config_load(file, &c, &err), FAIL_CONFIG);
	if (!strstr(err.text, want))
		fail_msg("got: %s\nwant: %s", err.text, want);
}

static const char example[] =
	"[klachtd]\n"
	"state_directory = /var/lib/klachtd     # the register: register.db\n"
	"organisation = Pro Actief Incasso\n"
	"language = nl\n"
	"timezone = Europe/Amsterdam\n"
	"\n"
	"[agency]                               # never taken for the complainant's; named in letters\n"
	"addresses = klachten@example.nl, info@example.nl\n"
	"domains = example.nl\n"
	"phones = 013 88 93 930\n"
	"postal_address = Postbus 8070, 5004 GB Tilburg\n"
	"office_hours = 09:00-17:30\n"
	"dispute_body =\n"
	"[mailbox klachten]                     # as many as there are mailboxes\n"
	"host = imap.example.nl\n"
	"port = 993\n"
	"security = tls                         # tls | starttls | none\n"
	"ca_file =                              # default: the system's\n"
	"user = klachten@example.nl\n"
	"password_file =\n"
	"auth = password                        # password | xoauth2\n"
	"folder = INBOX\n"
	"processed_folder = Verwerkt\n"
	"poll_interval = 60s\n"
	"authserv_id =\n"
	"[letterbox postkamer]\n"
	"directory = /srv/scans\n"
	"settle_time = 10s\n"
	"settle_time_renamed = 2s\n"
	"[smtp]\n"
	"host = smtp.example.nl\n"
	"port = 587\n"
	"security = starttls\n"
	"ca_file =\n"
	"auth = password\n"
	"user = klachten@example.nl\n"
	"password_file =\n"
	"from = Klachtenafdeling Pro Actief Incasso <klachten@example.nl>\n"
	"bounce_address =\n"
	"[receipt]\n"
	"send = yes\n"
	"not_before = 2026-11-01\n"
	"template_directory =\n"
	"max_per_sender_per_day = 3\n"
	"max_per_hour = 60\n"
	"form_senders = formulier@example.nl\n"
	"[dossier]\n"
	"pattern = (?<![0-9])[0-9]{7,8}(?![0-9])   # PCRE2, repeatable\n"
	"[term]\n"
	"acknowledge_working_days = 2\n"
	"answer_working_days = 7\n"
	"non_working_day_receipt = day-1\n"
	"good_friday = never\n"
	"liberation_day = lustrum\n"
	"closed_days = 2027-12-24\n"
	"[reader]\n"
	"workers = 2\n"
	"max_document = 64M\n";

static void the_designs_example_is_read_whole(void **state)
{
	(void)state;
	struct config *c = good(example);
	assert_string_equal(c->state_directory, "/var/lib/klachtd");
	assert_int_equal(c->n_mailboxes, 1);
	assert_string_equal(c->mailboxes[0].name, "klachten");
	assert_int_equal(c->mailboxes[0].security, SECURITY_TLS);
	assert_null(c->mailboxes[0].ca_file);
	assert_int_equal(c->mailboxes[0].poll_interval_us, 60 * US_PER_SECOND);
	assert_string_equal(c->letterboxes[0].directory, "/srv/scans");
	assert_string_equal(c->smtp.from_address, "klachten@example.nl");
	assert_int_equal(c->receipt.not_before.month, 11);
	assert_string_equal(c->agency.phones.text[0], "+31138893930");
	assert_string_equal(c->agency.phone, "013 88 93 930");
	assert_string_equal(c->dossier_patterns.text[0], "(?<![0-9])[0-9]{7,8}(?![0-9])");
	assert_int_equal(c->term.n_closed, 1);
	assert_int_equal(c->reader.max_document_bytes, 64 << 20);
	struct error err;
	assert_int_equal(config_check_daemon(c, &err), 0);
	config_free(c);
}

static void a_mistake_is_told_with_file_line_and_remedy(void **state)
{
	(void)state;
	bad("[klachtd]\nstate_dir = /x\n", "klachtd.conf:2: unknown key \"state_dir\" in [klachtd]; valid: state_directory, ");
	bad("[mail]\nx = 1\n", "klachtd.conf:2: unknown section [mail]; valid: klachtd, agency, mailbox NAME");
	bad("[mailbox]\nhost = x\n", ":2: [mailbox]: a mailbox needs a name");
	bad("[mailbox a/b]\nhost = x\n", "needs a name of up to 32 letters");
	bad("[smtp]\nport = 70000\n", ":2: port: \"70000\" is not a whole number from 1 to 65535");
	bad("[smtp]\nport = 5x\n", "is not a whole number");
	bad("[smtp]\n\nsecurity = ssl\n", ":3: security: \"ssl\" is not one of: tls, starttls, none");
	bad("[mailbox a]\nauth = none\n", "auth: \"none\" is not one of: password, xoauth2");
	bad("[mailbox a]\npoll_interval = soon\n", "is not a time (60s, 5min, 2h) from 0.1 to 86400 s");
	bad("[receipt]\nsend = maybe\n", "send: \"maybe\" is neither yes nor no");
	bad("[receipt]\nnot_before = 2026-02-30\n", "is no day; write 2026-11-01");
	bad("[term]\nclosed_days = 2026-12-24, morgen\n", "closed_days: \"morgen\" is no day");
	bad("[dossier]\npattern = [0-9\n", "not a PCRE2 pattern: missing terminating ]");
	bad("[agency]\naddresses = a@b.nl, niemand\n", "\"niemand\" is no e-mail address");
	bad("[agency]\nphones = 12\n", "is no telephone number");
	bad("[klachtd]\nstate_directory = register\n", "is no absolute path");
	bad("[klachtd]\nlanguage = fr\n", "is not one of: nl, en");
	bad("[smtp]\nfrom = Klachten\n", "holds no e-mail address; write Name <name@domain>");
	bad("[klachtd]\norganisation = A\norganisation = B\n", ":3: organisation is given twice in [klachtd]");
	bad("state_directory = /x\n", "stands before the first [section]");
	bad("[klachtd\n", ":1: neither [section] nor key = value");
	bad("[klachtd]\njust words\n", ":2: neither [section] nor key = value");
	bad("[klachtd]\ntimezone = Europe/Amsterdan\n", "klachtd.conf:2: timezone: \"Europe/Amsterdan\" is no name of the tz database");
	bad("[klachtd]\ntimezone = Europe\n", "no name of the tz database");
	bad("[reader]\nmax_document = 1K\n", "is not a size (64M) from 65536 to");
}

static void what_no_single_value_can_tell_is_told(void **state)
{
	(void)state;
	bad("[klachtd]\ntimezone =\n", "klachtd.conf:1: [klachtd] needs timezone");
	bad("\n[mailbox a]\nhost = imap.example.nl\n", "klachtd.conf:2: [mailbox a] needs user");
	bad("[mailbox a]\nport = 993\n", "klachtd.conf:1: [mailbox a] needs host, user");
	bad("[letterbox a]\nsettle_time = 1s\n", "klachtd.conf:1: [letterbox a] needs directory");
	bad("[mailbox a]\nhost = imap.example.nl\nuser = u\nsecurity = none\n", "klachtd.conf:1: [mailbox a] security = none is for loopback addresses only");
	bad("[mailbox a]\nhost = 127.0.0.1\nuser = u\nfolder = A\nprocessed_folder = A\n", "klachtd.conf:1: [mailbox a] folder and processed_folder are the same");
	bad("[smtp]\nhost = smtp.example.nl\n", "klachtd.conf:1: [smtp] needs from");
	bad("[letterbox a]\ndirectory = /s\n[letterbox b]\ndirectory = /s\n", "have the same directory");
	bad("[term]\nacknowledge_working_days = 9\n", "is larger than answer_working_days");
	struct error err;
	struct config *c = good("[klachtd]\n");
	assert_int_equal(config_check_daemon(c, &err), FAIL_CONFIG);
	assert_non_null(strstr(err.text, "no source"));
	config_free(c);
	c = good("[mailbox a]\nhost = 127.0.0.1\nuser = u\nsecurity = none\n");
	assert_int_equal(config_check_daemon(c, &err), FAIL_CONFIG);
	assert_non_null(strstr(err.text, "needs [smtp]"));
	config_free(c);
}

static void a_later_file_replaces_and_lists_go_on(void **state)
{
	(void)state;
	char folder[200], path[300];
	snprintf(folder, sizeof folder, "%s.d", file);
	mkdir(folder, 0700);
	snprintf(path, sizeof path, "%s/10-a.conf", folder);
	put(path, "[klachtd]\norganisation = Ander\n[agency]\naddresses = c@d.nl\n");
	snprintf(path, sizeof path, "%s/notes.txt", folder);
	put(path, "not a configuration\n");
	struct config *c = good("[klachtd]\norganisation = Een\n[agency]\naddresses = a@b.nl\n  e@f.nl,\naddresses = g@h.nl\n"
				"[dossier]\npattern = [0-9]{7}\npattern = X[0-9]{3,5}\n");
	assert_string_equal(c->organisation, "Ander");
	assert_int_equal(c->agency.addresses.n, 1);
	assert_string_equal(c->agency.addresses.text[0], "c@d.nl");
	assert_int_equal(c->dossier_patterns.n, 2);
	assert_string_equal(c->dossier_patterns.text[1], "X[0-9]{3,5}");
	config_free(c);
	put(path, "");
	snprintf(path, sizeof path, "%s/10-a.conf", folder);
	put(path, "[klachtd]\n\norganisatie = x\n");
	bad("[klachtd]\n", "10-a.conf:3: unknown key \"organisatie\"");
	remove(path);
	c = good("[agency]\naddresses = a@b.nl\n  e@f.nl,\naddresses = G@h.nl\n");
	assert_int_equal(c->agency.addresses.n, 3);
	assert_string_equal(c->agency.addresses.text[2], "g@h.nl");
	config_free(c);
}

static void our_own_addresses_count_without_being_listed(void **state)
{
	(void)state;
	struct config *c = good("[mailbox a]\nhost = h.nl\nuser = Klachten@Example.nl\n[smtp]\nhost = h.nl\nauth = none\nfrom = X <x@y.nl>\nbounce_address = x@y.nl\n");
	assert_int_equal(c->agency.addresses.n, 2);
	json_t *rules = config_rules(c);
	assert_string_equal(json_string_value(json_array_get(json_object_get(rules, "addresses"), 1)), "klachten@example.nl");
	assert_null(json_object_get(rules, "domains"));
	json_decref(rules);
	config_free(c);
}

static void a_missing_or_hostile_file_is_told(void **state)
{
	(void)state;
	struct config *c = NULL;
	struct error err;
	assert_int_equal(config_load("/nonexistent/klachtd.conf", &c, &err), FAIL_CONFIG);
	assert_non_null(strstr(err.text, "No such file"));
	char line[6000] = "[klachtd]\norganisation = ";
	memset(line + strlen(line), 'x', 5000);
	bad(line, "line longer than");
	FILE *f = fopen(file, "w");
	fwrite("[klachtd]\n\0x", 1, 12, f);
	fclose(f);
	assert_int_equal(config_load(file, &c, &err), FAIL_CONFIG);
	assert_non_null(strstr(err.text, "NUL byte"));
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, make_dir, remove_dir)
	const struct CMUnitTest tests[] = {
		T(the_designs_example_is_read_whole), T(a_mistake_is_told_with_file_line_and_remedy), T(what_no_single_value_can_tell_is_told),
		T(a_later_file_replaces_and_lists_go_on), T(our_own_addresses_count_without_being_listed), T(a_missing_or_hostile_file_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
