/* Opening: new, old, newer, foreign, damaged, locked, full; and readers beside the writer. */
#include "fixture.h"

#include <sys/mount.h>
#include <sys/wait.h>

#include "register/open.h"
#include "register/schema.h"

static int try_open(enum reg_mode mode, struct reg **ret, struct error *err)
{
	struct reg_options o = options(mode);
	memset(err, 0, sizeof *err);
	return reg_open(&o, ret, err);
}

static void refuses(enum reg_mode mode, int kind, const char *words)
{
	struct reg *r = NULL;
	struct error err;
	int got = try_open(mode, &r, &err);
	if (got != kind || r || !strstr(err.text, words))
		fail_msg("%d, %s (wanted %d, %s)", got, err.text, kind, words);
}

static void a_new_register_is_set_up_for_life(void **state)
{
	(void)state;
	assert_int_equal(ask("PRAGMA page_size"), 16384);
	assert_int_equal(ask("PRAGMA auto_vacuum"), 2);
	assert_int_equal(ask("PRAGMA secure_delete"), 1);
	assert_int_equal(ask("PRAGMA synchronous"), 2);
	assert_int_equal(ask("PRAGMA foreign_keys"), 1);
	assert_int_equal(ask("PRAGMA application_id"), SCHEMA_APPLICATION_ID);
	assert_int_equal(ask("PRAGMA user_version"), schema_version());
	assert_int_equal(ask("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'"), 0);
	assert_int_equal(reg_schema_version(fx.reg), schema_version());
	struct stat st;
	assert_int_equal(stat(in_dir("register.db"), &st), 0);
	assert_int_equal(st.st_mode & 07007, 0);
}

/* What the later migrations made goes. */
#define TO_VERSION_1 "DROP INDEX outbox_to_print; DROP TABLE known_dossiers; ALTER TABLE outbox DROP COLUMN bundled_us;" \
		     " DROP INDEX arrivals_place; ALTER TABLE arrivals DROP COLUMN server;" \
		     " CREATE UNIQUE INDEX arrivals_place ON arrivals (account, folder, uidvalidity, uid, scan);" \
		     " CREATE INDEX entries_email ON entries (email); CREATE INDEX entry_dossiers_number ON entry_dossiers (number);" \
		     " CREATE INDEX arrivals_sha256 ON arrivals (sha256, uid); CREATE TABLE evidence (entry, field)"

static void an_old_version_is_brought_up_with_what_it_holds(void **state)
{
	(void)state;
	struct told a = file((struct item){ .uid = 1, .email = "j@example.com" });
	assert_int_equal(sqlite3_exec(fx.reg->db, TO_VERSION_1 "; PRAGMA user_version = 1", NULL, NULL, NULL), 0);
	fx_close();
	refuses(REG_READ, FAIL_CONFIG, "start klachtd");
	fx_open();
	assert_int_equal(ask("PRAGMA user_version"), schema_version());
	assert_int_equal(ask("SELECT count(*) FROM known_dossiers"), 0);
	char number[16];
	assert_int_equal(reg_receipt_id_check(fx.reg, a.entries[0].receipt_id, number), 1);
	/* whose UID that was nobody wrote down then: fetched once more, and told by its bytes; another server's is not it */
	struct told c = file((struct item){ .uid = 1, .email = "j@example.com", .server = "klachten@elders.example.nl:993", .bytes = "another" });
	struct told b = file((struct item){ .uid = 1, .email = "j@example.com", .server = "klachten@imap.example.nl:993" });
	assert_int_equal(b.filed.r, 1);
	assert_true(b.filed.same_origin);	/* what is acknowledged is what was filed */
	assert_int_equal(b.filed.arrival_id, a.filed.arrival_id);
	assert_string_equal(b.filed.seen_number, a.entries[0].number);
	assert_int_equal(c.filed.r, 0);
	assert_int_equal(ask("SELECT count(*) FROM outbox"), 2);
	json_t *uids = json_pack("[i]", 1), *known = NULL;
	struct reg_origin place = { .account = "klachten", .server = "klachten@imap.example.nl:993", .folder = "INBOX", .uidvalidity = 1 };
	assert_int_equal(reg_known_uids(fx.reg, &place, uids, &known, NULL), 0);
	assert_int_equal(json_array_size(known), 1);
	json_decref(known);
	json_decref(uids);
}

/* Each has its own line in schema.sql, and together they make a register without loose ends. */
static void every_migration_is_there(void **state)
{
	(void)state;
	fx_close();
	wipe(fx.dir);
	fx_open();
	for (int v = 1; v <= schema_version(); v++) {
		size_t n;
		assert_non_null(schema_migration(v, &n));
		assert_true(n > 10);
	}
	assert_int_equal(ask("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

/* Migration 6 changes the words of the checks, in place: they let pass what they let pass before, and nothing else. */
static void the_checks_hold_as_they_did(void **state)
{
	(void)state;
	static const char *const channels[] = { "email", "letter", "form", "telephone" },
	*const kinds[] = { "complaint", "compliment", "other", "unreadable", "follow-up", "machine" },
	*const statuses[] = { "open", "answered", "settled", "withdrawn", "court", "merged", "not-ours" },
	*const states[] = { "queued", "held", "sending", "sent", "uncertain", "delivered", "bounced", "failed", "suppressed", "to-print", "printed" };
	static const struct { const char *table, *column, *const *good; size_t n; } columns[] = {
		{ "arrivals", "channel", channels, 4 }, { "complaints", "channel", channels, 4 }, { "complaints", "kind", kinds, 6 },
		{ "complaints", "status", statuses, 7 }, { "outbox", "state", states, 11 },
	};
	char sql[200];
	file((struct item){ .uid = 1, .email = "j@example.com" });
	assert_int_equal(sqlite3_exec(fx.reg->db, "UPDATE outbox SET instance = 'i', lease_until_us = 1", NULL, NULL, NULL), 0);
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		for (size_t k = 0; k <= columns[i].n; k++) {
			bool bad = k == columns[i].n;
			(void)snprintf(sql, sizeof sql, "UPDATE %s SET %s = '%s'", columns[i].table, columns[i].column, bad ? "fax" : columns[i].good[k]);
			assert_int_equal(sqlite3_exec(fx.reg->db, sql, NULL, NULL, NULL), bad ? SQLITE_CONSTRAINT_CHECK : SQLITE_OK);
		}
	for (size_t k = 0; k < 11; k++) {
		bool mailed = strstr("queued sending sent uncertain delivered bounced", states[k]) != NULL;
		(void)snprintf(sql, sizeof sql, "UPDATE outbox SET recipient = NULL, state = '%s'", states[k]);
		assert_int_equal(sqlite3_exec(fx.reg->db, sql, NULL, NULL, NULL), mailed ? SQLITE_CONSTRAINT_CHECK : SQLITE_OK);
	}
	assert_int_equal(ask("SELECT count(*) FROM sqlite_schema WHERE name IN ('arrivals', 'complaints', 'outbox') AND sql LIKE '% IN (%'"), 0);
	assert_int_equal(ask("SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
	assert_int_not_equal(sqlite3_exec(fx.reg->db, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema", NULL, NULL, NULL), SQLITE_OK);
}

static void a_migration_that_breaks_leaves_the_old_version(void **state)
{
	(void)state;
	assert_int_equal(sqlite3_exec(fx.reg->db, "PRAGMA user_version = 1", NULL, NULL, NULL), 0);	/* known_dossiers is there already */
	fx_close();
	refuses(REG_WRITE, FAIL_FATAL, "from version 1 to 2");
	sqlite3 *db;
	assert_int_equal(sqlite3_open(in_dir("register.db"), &db), 0);
	assert_int_equal(sqlite3_exec(db, TO_VERSION_1, NULL, NULL, NULL), 0);
	sqlite3_close(db);
	fx_open();
}

static void a_newer_version_is_refused_with_the_remedy(void **state)
{
	(void)state;
	assert_int_equal(sqlite3_exec(fx.reg->db, "PRAGMA user_version = 99", NULL, NULL, NULL), 0);
	fx_close();
	refuses(REG_WRITE, FAIL_CONFIG, "of version 99");
	refuses(REG_WRITE, FAIL_CONFIG, "install the newer klachtd");
	refuses(REG_READ, FAIL_CONFIG, "of version 99");
	sqlite3 *db;
	char version[60];
	(void)snprintf(version, sizeof version, "PRAGMA user_version = %d", schema_version());
	assert_int_equal(sqlite3_open(in_dir("register.db"), &db), 0);
	assert_int_equal(sqlite3_exec(db, version, NULL, NULL, NULL), 0);
	sqlite3_close(db);
	fx_open();
}

static void another_programs_file_is_left_alone(void **state)
{
	(void)state;
	fx_close();
	wipe(fx.dir);
	sqlite3 *db;
	assert_int_equal(sqlite3_open(in_dir("register.db"), &db), 0);
	assert_int_equal(sqlite3_exec(db, "CREATE TABLE t (a)", NULL, NULL, NULL), 0);
	sqlite3_close(db);
	refuses(REG_WRITE, FAIL_CONFIG, "another program's database");
	refuses(REG_READ, FAIL_CONFIG, "another program's database");
	wipe(fx.dir);
	FILE *f = fopen(in_dir("register.db"), "w");
	for (int i = 0; i < 1000; i++)
		fputs("this is no database at all ", f);
	fclose(f);
	refuses(REG_WRITE, FAIL_CONFIG, "it is no register");
	wipe(fx.dir);
	fx_open();
}

static void a_damaged_file_says_so(void **state)
{
	(void)state;
	for (int i = 0; i < 20; i++)
		file((struct item){ .uid = 1 + i, .email = "j@example.com" });
	fx_close();
	int fd = open(in_dir("register.db"), O_WRONLY | O_CLOEXEC);
	char junk[16384];
	memset(junk, 0x5a, sizeof junk);
	struct stat st;
	fstat(fd, &st);
	for (off_t at = sizeof junk; at < st.st_size; at += (off_t)sizeof junk)	/* every page but the first */
		assert_int_equal(pwrite(fd, junk, sizeof junk, at), sizeof junk);
	close(fd);
	refuses(REG_WRITE, FAIL_FATAL, "damaged");
	refuses(REG_READ, FAIL_FATAL, "damaged");
	wipe(fx.dir);
	fx_open();
}

static void damage_found_later_stalls_and_loses_nothing(void **state)
{
	(void)state;
	file((struct item){ .uid = 1 });
	assert_int_equal(sqlite3_exec(fx.reg->db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL), 0);
	int64_t root = ask("SELECT rootpage FROM sqlite_schema WHERE name = 'counters'");
	int fd = open(in_dir("register.db"), O_WRONLY | O_CLOEXEC);
	char junk[16384];
	memset(junk, 0x5a, sizeof junk);
	assert_int_equal(pwrite(fd, junk, sizeof junk, (root - 1) * 16384), sizeof junk);
	/* not closed: that would drop this process's locks on the file (fcntl(2)) */
	assert_int_equal(sqlite3_exec(fx.reg->db, "PRAGMA cache_size = 0; PRAGMA shrink_memory", NULL, NULL, NULL), 0);
	struct told t = { 0 };
	json_t *record = json_pack("{s:s}", "kind", "complaint");
	struct reg_entry e = { .record = record, .numbered = true };
	struct reg_filing f = { .origin = { .channel = "email", .account = "a", .folder = "f", .uidvalidity = 1, .uid = 9, .sha256 = "q" }, .received_us = 1,
				.entries = &e, .n_entries = 1 };
	assert_int_equal(reg_submit(fx.reg, &f, tell, &t, NULL), 0);
	json_decref(record);
	sd_event_run(fx.event, 1000000);
	struct error why;
	assert_true(reg_stalled(fx.reg, &why));
	assert_int_equal(why.kind, FAIL_FATAL);
	assert_non_null(strstr(why.text, "restore it from the backup"));
	assert_int_equal(t.calls, 0);
	assert_int_equal(reg_pending(fx.reg), 1);
	fx_close();
	close(fd);
	wipe(fx.dir);
	fx_open();
}

static void a_locked_register_is_refused_then_waited_for(void **state)
{
	(void)state;
	struct told t = { 0 };
	json_t *record = json_pack("{s:s}", "kind", "complaint");
	struct reg_entry e = { .record = record, .numbered = true };
	struct reg_filing f = { .origin = { .channel = "email", .account = "a", .folder = "f", .uidvalidity = 1, .uid = 9, .sha256 = "q" }, .received_us = 1,
				.entries = &e, .n_entries = 1 };
	sqlite3 *db;
	assert_int_equal(sqlite3_open(in_dir("register.db"), &db), 0);
	assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), 0);
	assert_int_equal(reg_submit(fx.reg, &f, tell, &t, NULL), 0);
	json_decref(record);
	sd_event_run(fx.event, 1000000);
	struct error why;
	assert_true(reg_stalled(fx.reg, &why));
	assert_int_equal(why.kind, FAIL_RETRY);
	refuses(REG_WRITE, FAIL_CONFIG, "another program holds it");
	assert_int_equal(sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL), 0);
	run_until(&t.calls, 1);
	assert_int_equal(t.filed.r, 0);
	assert_false(reg_stalled(fx.reg, NULL));
	sqlite3_close(db);
}

static void a_folder_that_is_not_there_is_named(void **state)
{
	(void)state;
	struct reg_options o = options(REG_WRITE);
	struct reg *r = NULL;
	struct error err;
	o.state_directory = "/nonexistent/klachtd";
	assert_int_equal(reg_open(&o, &r, &err), FAIL_CONFIG);
	assert_non_null(strstr(err.text, "/nonexistent/klachtd/register.db"));
	o.mode = REG_READ;
	assert_int_equal(reg_open(&o, &r, &err), FAIL_CONFIG);
	assert_non_null(strstr(err.text, "klachtd makes it when it starts"));
}

/* ---- a full disk ---- */

static void everything_waits_while_the_disk_is_full(void **state)
{
	(void)state;
	enum { N = 30 };
	struct told t[N] = { 0 };
	char sql[80], bytes[20000];
	file((struct item){ .uid = 1 });
	(void)snprintf(sql, sizeof sql, "PRAGMA max_page_count = %lld", (long long)ask("PRAGMA page_count") + 3);
	assert_int_equal(sqlite3_exec(fx.reg->db, sql, NULL, NULL, NULL), 0);
	int fds[N];
	json_t *record = json_pack("{s:s}", "kind", "complaint");
	struct reg_entry e = { .record = record, .numbered = true };
	for (int i = 0; i < N; i++) {
		memset(bytes, 'a' + i % 26, sizeof bytes);
		bytes[0] = (char)i;
		fds[i] = memfd_from("item", bytes, sizeof bytes, NULL);
		uint8_t digest[SHA256_BYTES];
		struct reg_original o = { fds[i], "item", NULL, digest };
		struct reg_filing f = { .origin = { .channel = "email", .account = "a", .folder = "f", .uidvalidity = 1, .uid = 100 + i }, .received_us = 1,
					.originals = &o, .n_originals = 1, .entries = &e, .n_entries = 1 };
		sha256_bytes(bytes, sizeof bytes, digest);
		memcpy(f.origin.sha256, digest, sizeof digest);
		assert_int_equal(reg_submit(fx.reg, &f, tell, &t[i], NULL), 0);
	}
	json_decref(record);
	sd_event_run(fx.event, 1000000);
	struct error why;
	assert_true(reg_stalled(fx.reg, &why));
	assert_int_equal(why.kind, FAIL_RETRY);
	assert_non_null(strstr(why.text, "make room"));
	assert_int_equal(reg_pending(fx.reg), N);
	assert_int_equal(ask("SELECT count(*) FROM complaints"), 1);
	assert_true(reg_oldest_us(fx.reg) > 0);
	assert_int_equal(sqlite3_exec(fx.reg->db, "PRAGMA max_page_count = 1000000", NULL, NULL, NULL), 0);
	run_until(&t[N - 1].calls, 1);
	for (int i = 0; i < N; i++) {
		assert_int_equal(t[i].calls, 1);
		assert_int_equal(t[i].filed.r, 0);
		close(fds[i]);
	}
	assert_false(reg_stalled(fx.reg, NULL));
	assert_int_equal(ask("SELECT last FROM counters"), N + 1);	/* no number was lost either */
}

/* The same on a file system that is really full. */
static void a_really_full_disk_is_survived(void **state)
{
	(void)state;
	fx_close();
	if (mount("tmpfs", fx.dir, "tmpfs", 0, "size=3m") != 0) {
		print_message("skipped: mount: %s\n", strerror(errno));
		fx_open();
		skip();
	}
	fx_open();
	int ballast = open(in_dir("ballast"), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	char block[4096] = { 0 };
	while (write(ballast, block, sizeof block) > 0)
		continue;
	struct told t = { 0 };
	char *bytes = malloc(500000);
	memset(bytes, 'x', 500000);
	int fd = memfd_from("item", bytes, 500000, NULL);
	uint8_t digest[SHA256_BYTES] = "x";
	struct reg_original o = { fd, "item", NULL, digest };
	struct reg_filing f = { .origin = { .channel = "email", .account = "a", .folder = "f", .uidvalidity = 1, .uid = 1, .sha256 = "x" }, .received_us = 1,
				.originals = &o, .n_originals = 1 };
	assert_int_equal(reg_submit(fx.reg, &f, tell, &t, NULL), 0);
	sd_event_run(fx.event, 100000);
	struct error why = { 0 };
	assert_true(reg_stalled(fx.reg, &why));
	assert_int_equal(why.kind, FAIL_RETRY);
	assert_int_equal(ftruncate(ballast, 0), 0);
	run_until(&t.calls, 1);
	assert_int_equal(t.filed.r, 0);
	close(fd);
	close(ballast);
	free(bytes);
	fx_close();
	assert_int_equal(umount(fx.dir), 0);
	fx_open();
}

/* ---- readers ---- */

static int files_in(const char *dir)
{
	char command[200];
	(void)snprintf(command, sizeof command, "exit $(ls -A %s | wc -l)", dir);
	int r = system(command);
	return WEXITSTATUS(r);
}

static int list_as_reader(struct error *err)
{
	struct reg *r = NULL;
	int n = 0, got = try_open(REG_READ, &r, err);
	if (got == 0) {
		struct reg_filter f = { .now_us = clock_now_us() };
		got = reg_list(r, &f, count_row, &n, err);
	}
	reg_close(r);
	return got < 0 ? got : n;
}

static void a_reader_sees_each_commit_while_klachtd_writes(void **state)
{
	(void)state;
	struct error err;
	for (int i = 1; i <= 40; i++) {
		file((struct item){ .uid = i, .email = "j@example.com" });
		if (i % 13 == 0)
			assert_int_equal(sqlite3_exec(fx.reg->db, "PRAGMA wal_checkpoint(RESTART)", NULL, NULL, NULL), 0);
		/* in another process, as klachtctl is: locks of one process do not see each other */
		pid_t pid = fork();
		if (!pid)
			_exit(list_as_reader(&err) == i ? 0 : (fprintf(stderr, "%d: %s\n", i, err.text), 1));
		int status;
		waitpid(pid, &status, 0);
		assert_int_equal(status, 0);
	}
}

static void a_reader_makes_nothing(void **state)
{
	(void)state;
	struct error err;
	file((struct item){ .uid = 1 });
	fx_close();
	int before = files_in(fx.dir);
	assert_int_equal(list_as_reader(&err), 1);
	assert_int_equal(files_in(fx.dir), before);
	/* from a backup: the one file */
	unlink(in_dir("register.db-wal"));
	unlink(in_dir("register.db-shm"));
	assert_int_equal(list_as_reader(&err), 1);
	assert_int_equal(files_in(fx.dir), 1);
	wipe(fx.dir);
	assert_int_equal(list_as_reader(&err), FAIL_CONFIG);
	assert_int_equal(files_in(fx.dir), 0);
	fx_open();
}

/* Somebody of the group klachtd: may read the files, may write nothing. */
static int as_nobody(int (*f)(struct error *))
{
	pid_t pid = fork();
	struct error err = { 0 };
	if (!pid) {
		if (setgid(65534) != 0 || setuid(65534) != 0)
			_exit(100);
		int n = f(&err);
		if (n < 0)
			fprintf(stderr, "%s\n", err.text);
		_exit(n < 0 ? 99 : n);
	}
	int status;
	waitpid(pid, &status, 0);
	return WEXITSTATUS(status);
}

static void a_reader_needs_no_right_to_write(void **state)
{
	(void)state;
	if (geteuid() != 0) {
		print_message("skipped: needs root to become somebody else\n");
		skip();
	}
	file((struct item){ .uid = 1 });
	static const char *const names[] = { "register.db", "register.db-wal", "register.db-shm" };
	for (int i = 0; i < 3; i++)
		assert_int_equal(chmod(in_dir(names[i]), 0644), 0);
	assert_int_equal(chmod(fx.dir, 0755), 0);
	assert_int_equal(as_nobody(list_as_reader), 1);		/* while klachtd runs */
	fx_close();
	assert_int_equal(as_nobody(list_as_reader), 1);		/* and when it ended */
	unlink(in_dir("register.db-wal"));
	unlink(in_dir("register.db-shm"));
	assert_int_equal(as_nobody(list_as_reader), 1);
	assert_int_equal(chmod(in_dir("register.db"), 0600), 0);
	assert_int_equal(as_nobody(list_as_reader), 99);
	fx_open();
}

/* After a crash the last commits lie in the -wal only, and nobody has it open. */
static void a_reader_sees_what_a_killed_klachtd_left_in_the_wal(void **state)
{
	(void)state;
	fx_close();
	pid_t pid = fork();
	if (!pid) {
		fx_open();
		file((struct item){ .uid = 1 });
		file((struct item){ .uid = 2 });
		_exit(0);
	}
	waitpid(pid, NULL, 0);
	struct error err;
	int n = list_as_reader(&err);
	if (n < 0)
		fail_msg("%s", err.text);
	assert_int_equal(n, 2);
	fx_open();
}

static void a_path_with_strange_characters_is_opened(void **state)
{
	(void)state;
	struct error err;
	char was[64];
	memcpy(was, fx.dir, sizeof was);
	fx_close();
	(void)snprintf(fx.dir, sizeof fx.dir, "%.40s/a?b#c%%41 d", was);
	assert_int_equal(mkdir(fx.dir, 0700), 0);
	fx_open();
	file((struct item){ .uid = 1 });
	assert_int_equal(list_as_reader(&err), 1);
	fx_close();
	wipe(fx.dir);
	assert_int_equal(rmdir(fx.dir), 0);
	memcpy(fx.dir, was, sizeof was);
	fx_open();
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_register_is_set_up_for_life), TEST(an_old_version_is_brought_up_with_what_it_holds), TEST(every_migration_is_there), TEST(the_checks_hold_as_they_did),
		TEST(a_migration_that_breaks_leaves_the_old_version), TEST(a_newer_version_is_refused_with_the_remedy),
		TEST(another_programs_file_is_left_alone), TEST(a_damaged_file_says_so), TEST(damage_found_later_stalls_and_loses_nothing),
		TEST(a_locked_register_is_refused_then_waited_for), TEST(a_folder_that_is_not_there_is_named),
		TEST(everything_waits_while_the_disk_is_full), TEST(a_really_full_disk_is_survived),
		TEST(a_reader_sees_each_commit_while_klachtd_writes), TEST(a_reader_makes_nothing), TEST(a_reader_needs_no_right_to_write),
		TEST(a_reader_sees_what_a_killed_klachtd_left_in_the_wal), TEST(a_path_with_strange_characters_is_opened),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
