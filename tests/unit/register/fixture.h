/* A register in a folder of its own, filings made in a line, and a loop that runs until they are told. Included once by each test. */
#ifndef TESTS_REGISTER_FIXTURE_H
#define TESTS_REGISTER_FIXTURE_H

#include <errno.h>
#include <fcntl.h>
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
#include "base/file.h"
#include "register/db.h"
#include "register/register.h"

#define UNUSED __attribute__((unused))

struct fixture {
	char dir[64];
	struct reg *reg;
	sd_event *event;
};
static struct fixture fx;

struct told {			/* what a callback said */
	int calls;
	struct reg_filed filed;
	struct reg_filed_entry entries[4];
};

static void tell(const struct reg_filed *filed, void *arg)
{
	struct told *t = arg;
	t->calls++;
	t->filed = *filed;
	for (size_t i = 0; i < filed->n_entries && i < 4; i++)
		t->entries[i] = filed->entries[i];
}

static struct reg_options options(enum reg_mode mode)
{
	return (struct reg_options){ .state_directory = fx.dir, .mode = mode, .instance = "one", .term = term_rules_default,
				     .receipt_domain = "example.nl" };
}

static void fx_open(void)
{
	struct reg_options o = options(REG_WRITE);
	struct error err = { 0 };
	if (reg_open(&o, &fx.reg, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_equal(sd_event_new(&fx.event), 0);
	assert_int_equal(reg_attach(fx.reg, fx.event, NULL), 0);
}

static void fx_close(void)
{
	reg_close(fx.reg);
	fx.event = sd_event_unref(fx.event);
	fx.reg = NULL;
}

static UNUSED int setup(void **state)
{
	(void)state;
	if (clock_set_zone("Europe/Amsterdam", NULL) < 0)
		return -1;
	(void)snprintf(fx.dir, sizeof fx.dir, "/tmp/klachtd-register.XXXXXX");
	if (!mkdtemp(fx.dir))
		return -1;
	fx_open();
	return 0;
}

static void wipe(const char *dir)
{
	static const char *const names[] = { "register.db", "register.db-wal", "register.db-shm" };
	char path[160];
	for (size_t i = 0; i < 3; i++) {
		(void)snprintf(path, sizeof path, "%s/%s", dir, names[i]);
		(void)unlink(path);
	}
}

static UNUSED int teardown(void **state)
{
	(void)state;
	fx_close();
	wipe(fx.dir);
	return rmdir(fx.dir);
}

static UNUSED const char *in_dir(const char *name)
{
	static char path[160];
	(void)snprintf(path, sizeof path, "%s/%s", fx.dir, name);
	return path;
}

/* Runs the loop until *calls are there, or thirty seconds. */
static void run_until(const int *calls, int want)
{
	int64_t until = clock_mono_us() + 30 * US_PER_SECOND;
	while (*calls < want && clock_mono_us() < until)
		assert_true(sd_event_run(fx.event, 100000) >= 0);
	assert_int_equal(*calls, want);
}

/* ---- filings ---- */

struct item {			/* everything a test may want to vary; zero is an ordinary complaint */
	const char *kind, *email, *message_id, *digest, *parent, *folder, *server, *channel, *about, *about_state, *dossier;
	int64_t uidvalidity, uid, received_us;
	const char *bytes;
	size_t n_bytes;
	bool letter, no_entry, certain, address;
	enum reg_receipt receipt;
};

static json_t *a_record(const struct item *i)
{
	json_t *address = i->address ? json_pack("{s:s, s:s, s:s, s:s}", "street", "Dorpsstraat", "house_number", "1", "postcode", "1234 AB",
						 "city", "Ons Dorp") : json_null();
	return json_pack("{s:i, s:s, s:s, s:s, s:{s:s, s:s?, s:s, s:o}, s:n, s:[s], s:s, s:s, s:s, s:s, s:[{s:s, s:s, s:s}],"
			 " s:{s:{s:s, s:s, s:f}, s:{s:s, s:s, s:f, s:i, s:[f, f, f, f]}}, s:[{s:s, s:s, s:i, s:s, s:i, s:s, s:f}], s:{s:s?}}",
			 "version", 1, "file", "INBOX", "channel", i->channel ? i->channel : i->letter ? "letter" : "email", "kind",
			 i->kind ? i->kind : "complaint", "sender", "name", "J. de Vries", "email", i->email, "phone", "+31612345678", "address", address,
			 "on_behalf_of", "dossier_numbers", i->dossier ? i->dossier : "2604817", "subject", "Klacht", "language", "nl", "description",
			 "Ik ben het er niet mee eens.", "desired_resolution", "Excuses", "review", "code", "low-confidence", "field", "sender.name", "text",
			 "The name was read with little certainty.", "evidence", "sender.name", "from", "signature", "quote", "J. de Vries", "confidence", 0.5,
			 "dossier_numbers[0]", "from", "label", "quote", "2604817", "confidence", 0.99, "page", 1, "box", 0.1, 0.2, 0.3, 0.4, "documents",
			 "name", "mail.eml", "media_type", "message/rfc822", "bytes", 12, "sha256", "00", "pages", 1, "text_from", "body", "confidence", 1.0,
			 "message", "message_id", i->message_id);
}

static struct told *submit(struct item i)
{
	struct told *t = calloc(1, sizeof *t);
	char unique[64];
	(void)snprintf(unique, sizeof unique, "mail %lld of %s", (long long)i.uid, i.folder ? i.folder : "INBOX");
	if (!i.bytes)
		i.bytes = unique;
	size_t n = i.n_bytes ? i.n_bytes : strlen(i.bytes);
	int fd = memfd_from("item", i.bytes, n, NULL);
	json_t *record = a_record(&i);
	assert_non_null(record);
	uint8_t digest[SHA256_BYTES];
	struct reg_original original = { fd, "item", "message/rfc822", digest };
	struct reg_entry entry = { .record = record, .first_page = i.letter, .numbered = !i.parent && strcmp(i.kind ? i.kind : "", "machine") != 0,
				   .terms = !i.parent && (!i.kind || !strcmp(i.kind, "complaint")), .parent = i.parent,
				   .receipt = i.receipt ? i.receipt : i.email ? REG_RECEIPT_QUEUED : REG_RECEIPT_NONE,
				   .receipt_text = i.parent ? "follow-up" : "complaint", .receipt_to = i.email };
	struct reg_filing f = {
		.origin = { .channel = i.channel ? i.channel : i.letter ? "letter" : "email", .account = i.letter ? "postkamer" : "klachten",
			    .server = i.server, .folder = i.folder ? i.folder : "INBOX", .uidvalidity = i.letter ? 0 : i.uidvalidity ? i.uidvalidity : 1, .uid = i.uid,
			    .message_id = i.message_id, .content_digest = i.digest },
		.received_us = i.received_us ? i.received_us : clock_now_us(), .originals = &original, .n_originals = 1, .entries = &entry,
		.n_entries = !i.no_entry, .arrival_record = i.no_entry ? record : NULL, .arrival_certain = i.certain,
		.about_receipt = i.about, .about_state = i.about_state,
	};
	sha256_bytes(i.bytes, n, digest);
	memcpy(f.origin.sha256, digest, sizeof digest);
	struct error err = { 0 };
	if (reg_submit(fx.reg, &f, tell, t, &err) < 0)
		fail_msg("%s", err.text);
	json_decref(record);
	(void)fcntl(fd, F_SETFD, 0);
	run_until(&t->calls, 1);
	close(fd);
	return t;
}

/* Files one and returns what was told, by value. */
static UNUSED struct told file(struct item i)
{
	struct told *t = submit(i), r = *t;
	r.filed.entries = NULL;
	free(t);
	return r;
}

static UNUSED json_t *show(const char *number)
{
	json_t *row = NULL;
	struct error err = { 0 };
	if (reg_show(fx.reg, number, &row, &err) < 0)
		fail_msg("%s", err.text);
	return row;
}

/* "a.b[0]"-less access: one key after the other, NULL ends. */
static UNUSED const json_t *at(const json_t *from, const char *key, ...)
{
	va_list ap;
	va_start(ap, key);
	for (; key; key = va_arg(ap, const char *))
		from = *key >= '0' && *key <= '9' ? json_array_get(from, (size_t)(*key - '0')) : json_object_get(from, key);
	va_end(ap);
	return from;
}
#define AT(from, ...) at(from, __VA_ARGS__, NULL)
#define TEXT_AT(from, ...) json_string_value(AT(from, __VA_ARGS__))

static int count_row(json_t *row, void *arg)
{
	(void)row;
	++*(int *)arg;
	return 0;
}

static UNUSED int listed(struct reg_filter f)
{
	int n = 0;
	struct error err = { 0 };
	if (reg_list(fx.reg, &f, count_row, &n, &err) < 0)
		fail_msg("%s", err.text);
	return n;
}

static UNUSED int64_t ask(const char *sql)
{
	int64_t n = 0;
	sqlite3_stmt *s = NULL;
	assert_int_equal(sqlite3_prepare_v2(fx.reg->db, sql, -1, &s, NULL), SQLITE_OK);
	if (sqlite3_step(s) == SQLITE_ROW)
		n = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return n;
}

#endif
