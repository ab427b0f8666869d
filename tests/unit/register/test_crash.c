/* Killed at every step, and at two hundred moments: what was told is there, what was not is filed by the next life, nothing is there twice. */
#include "fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#define DIED 77
#define MOMENTS 200

static int countdown;		/* steps until the end; 0: none */

void reg_step(const char *where)
{
	(void)where;
	if (countdown && !--countdown)
		_exit(DIED);
}

static int folder(void **state)
{
	(void)state;
	/* In memory where possible: a killed process loses nothing that it wrote, and a disk's syncs would make half a minute of this */
	(void)snprintf(fx.dir, sizeof fx.dir, "%s/klachtd-register.XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	return clock_set_zone("Europe/Amsterdam", NULL) < 0 || !mkdtemp(fx.dir);
}

static int no_folder(void **state)
{
	(void)state;
	wipe(fx.dir);
	return rmdir(fx.dir);
}

/* ---- one life: a scan of three pieces, a mail, the mail again, a machine, a follow-up, and two receipts sent ---- */

static void send_receipts(void)
{
	struct reg_receipt_row row;
	int64_t when, last = 0;
	assert_true(reg_receipts_recover(fx.reg, clock_now_us(), NULL) >= 0);
	for (;;) {
		int64_t now = clock_now_us();
		int got = reg_receipt_next(fx.reg, now, &row, &when, NULL);
		struct reg_receipt_change sent = { .id = last, .state = "sent" };
		struct reg_receipt_change start = { .id = row.id, .state = "sending", .lease_until_us = now + US_PER_SECOND, .message = "x", .message_n = 1 };
		if (last || got)
			assert_int_equal(reg_receipt_change(fx.reg, last ? &sent : NULL, got ? &start : NULL, now, NULL), 0);
		last = got ? row.id : 0;
		if (!got)
			return;
		reg_receipt_free(&row);
	}
}

static void one_life(void)
{
	static char scan[2 * 1024 * 1024 + 100];
	memset(scan, 's', sizeof scan);
	fx_open();
	struct told a = file((struct item){ .letter = true, .folder = "scan.tif", .uid = 1, .bytes = scan, .n_bytes = sizeof scan, .receipt = REG_RECEIPT_TO_PRINT });
	struct told b = file((struct item){ .uid = 1, .email = "j@example.com", .message_id = "m@x", .digest = "d" });
	const char *number = b.filed.r == 0 ? b.entries[0].number : b.filed.seen_number;
	assert_true(a.filed.r >= 0 && b.filed.r >= 0);
	struct told c = file((struct item){ .uid = 2, .email = "j@example.com", .message_id = "m@x", .digest = "d" });
	assert_int_equal(c.filed.r, 1);
	file((struct item){ .uid = 3, .kind = "machine", .no_entry = true });
	struct told d = file((struct item){ .uid = 4, .email = "j@example.com", .parent = number });
	assert_true(d.filed.r >= 0);
	assert_int_equal(reg_acknowledged(fx.reg, b.filed.arrival_id, "Verwerkt", NULL), 0);
	send_receipts();
	fx_close();
}

static void whole(void)
{
	assert_int_equal(ask("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
	assert_int_equal(ask("SELECT count(*) FROM pragma_foreign_key_check"), 0);
	/* a complaint has its own entry, an arrival and a history; a receipt has its complaint; an entry asked to be confirmed is */
	assert_int_equal(ask("SELECT count(*) FROM complaints c WHERE NOT EXISTS (SELECT 1 FROM entries e WHERE e.complaint = c.id AND follow_up = 0)"), 0);
	assert_int_equal(ask("SELECT count(*) FROM complaints c WHERE NOT EXISTS (SELECT 1 FROM history h WHERE h.complaint = c.id AND what = 'registered')"), 0);
	assert_int_equal(ask("SELECT count(*) FROM entries e WHERE e.complaint IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.entry = e.id)"), 0);
	assert_int_equal(ask("SELECT count(*) FROM arrivals a WHERE a.again_of IS NULL AND NOT EXISTS"
			     " (SELECT 1 FROM arrival_originals o JOIN originals g ON g.id = o.original WHERE o.arrival = a.id AND g.complete = 1)"), 0);
	assert_int_equal(ask("SELECT count(*) FROM originals o WHERE complete = 1 AND bytes <> (SELECT sum(length(content)) FROM pieces WHERE original = o.id)"), 0);
	assert_int_equal(ask("SELECT count(*) FROM complaints WHERE CAST(substr(number, 8) AS INTEGER) > (SELECT max(last) FROM counters)"), 0);
}

static void complete(void)
{
	assert_int_equal(ask("SELECT count(*) FROM complaints"), 2);
	assert_int_equal(ask("SELECT max(last) FROM counters"), 2);
	assert_int_equal(ask("SELECT count(*) FROM arrivals"), 5);
	assert_int_equal(ask("SELECT count(*) FROM arrivals WHERE again_of IS NOT NULL"), 1);
	assert_int_equal(ask("SELECT count(*) FROM entries WHERE follow_up = 1"), 1);
	assert_int_equal(ask("SELECT count(*) FROM outbox"), 3);
	assert_int_equal(ask("SELECT count(*) FROM outbox WHERE state = 'sent'"), 2);
	assert_int_equal(ask("SELECT count(*) FROM outbox WHERE state = 'to-print'"), 1);
	assert_int_equal(ask("SELECT count(*) FROM originals WHERE complete = 0"), 0);
	assert_int_equal(ask("SELECT count(*) FROM originals"), 4);
	assert_int_equal(ask("SELECT count(DISTINCT message_id) FROM outbox"), 3);
}

/* True when the child lived to the end. */
static bool die_after(int steps)
{
	int status;
	(void)fflush(NULL);
	pid_t pid = fork();
	if (!pid) {
		countdown = steps;
		one_life();
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status) && (WEXITSTATUS(status) == DIED || WEXITSTATUS(status) == 0));
	return WEXITSTATUS(status) == 0;
}

static void killed_at_every_step(void **state)
{
	(void)state;
	int n = 1;
	for (bool lived = false; !lived; n++) {
		lived = die_after(n);
		fx_open();
		whole();
		/* a receipt handed out and not known to be sent goes out again at most once, and says so */
		int64_t sending = ask("SELECT count(*) FROM outbox WHERE state = 'sending'");
		assert_in_range(sending, 0, 1);
		fx_close();
		one_life();
		fx_open();
		whole();
		complete();
		assert_int_equal(ask("SELECT count(*) FROM history WHERE what = 'receipt-uncertain'"), sending);
		fx_close();
		one_life();	/* once more changes nothing */
		fx_open();
		complete();
		fx_close();
		wipe(fx.dir);
	}
	print_message("%d steps\n", n - 1);
	assert_true(n > 40);
}

static void killed_twice_in_a_row(void **state)
{
	(void)state;
	for (int n = 3; n < 60; n += 7) {
		(void)die_after(n);
		(void)die_after(n / 2 + 1);
		one_life();
		fx_open();
		whole();
		complete();
		fx_close();
		wipe(fx.dir);
	}
}

/* ---- two hundred moments ---- */

struct message {		/* what the child was told, before it died */
	int64_t uid;
	char number[16];
};

static void file_for_ever(int64_t from, int out)
{
	fx_open();
	for (int64_t uid = from;; uid++) {
		struct told t = file((struct item){ .uid = uid, .email = "j@example.com" });
		struct message m = { .uid = uid };
		memcpy(m.number, t.filed.r ? t.filed.seen_number : t.entries[0].number, sizeof m.number);
		if (write(out, &m, sizeof m) != sizeof m)
			_exit(1);
	}
}

static int64_t kill_after(int64_t from, long us)
{
	int pipes[2];
	int64_t last = from;
	struct message m;
	assert_int_equal(pipe2(pipes, O_CLOEXEC), 0);
	pid_t pid = fork();
	if (!pid)
		file_for_ever(from, pipes[1]);
	close(pipes[1]);
	(void)nanosleep(&(struct timespec){ .tv_nsec = us * 1000 }, NULL);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	fx_open();
	while (read(pipes[0], &m, sizeof m) == sizeof m) {
		char sql[200];
		(void)snprintf(sql, sizeof sql, "SELECT count(*) FROM complaints c JOIN entries e ON e.complaint = c.id JOIN arrivals a ON a.id = e.arrival"
			       " WHERE c.number = '%s' AND a.uid = %lld", m.number, (long long)m.uid);
		assert_int_equal(ask(sql), 1);
		last = m.uid;
	}
	close(pipes[0]);
	assert_int_equal(ask("SELECT count(*) FROM arrivals a WHERE NOT EXISTS (SELECT 1 FROM entries e JOIN outbox o ON o.entry = e.id WHERE e.arrival = a.id)"), 0);
	fx_close();
	return last;
}

static void killed_at_two_hundred_moments(void **state)
{
	(void)state;
	unsigned seed = 20261123;
	int64_t last = 1;
	for (int i = 0; i < MOMENTS; i++)
		last = kill_after(last > 3 ? last - 3 : 1, 2000 + rand_r(&seed) % 20000);
	fx_open();
	whole();
	assert_int_equal(ask("SELECT count(*) FROM complaints"), ask("SELECT max(last) FROM counters"));
	assert_int_equal(ask("SELECT count(*) FROM arrivals"), ask("SELECT count(DISTINCT uid) FROM arrivals"));
	print_message("%lld complaints in %d lives\n", (long long)ask("SELECT count(*) FROM complaints"), MOMENTS);
	fx_close();
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, folder, no_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(killed_at_every_step), TEST(killed_twice_in_a_row), TEST(killed_at_two_hundred_moments),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
