/* The client, the zygote, the lock and the wire as they are; only the child's reading is played. This program lies beside itself under the readers'
 * names: started so, it is a zygote whose children do what the document tells them ("crash full", "hang", "eat", "lie", ...). */
#include <fcntl.h>
#include <libgen.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/wire.h"
#include "reader/child.h"
#include "reader/reading.h"
#include "reader/record_json.h"
#include "reader/zygote.h"

/* ---- the played child ---- */

#define LONG_BYTES (2 * WIRE_BYTES)	/* a description that no frame holds */
static char secret[64];		/* what one child writes, no other may see */

static int play_init(const struct rules *rules, struct error *err)
{
	(void)rules, (void)err;
	return 0;
}

static json_t *play_record(const struct zygote_order *o, const char *text)
{
	struct record *r = record_new(4 << 20);
	bool letter = strcmp(o->channel, "letter") == 0;
	r->file = "another-name";
	r->channel = letter ? CHANNEL_LETTER : CHANNEL_EMAIL;
	r->message.there = !letter;
	r->scan.there = letter;
	r->description = text;
	r->phone = letter ? "+31612345678" : NULL;
	r->receipt.to = letter ? NULL : "a@example.org";
	if (strncmp(text, "scans", 5) == 0)
		for (int i = 0; i < 3; i++)
			record_add_document(r, &(struct document){ .name = i ? "b.pdf" : "a.pdf", .media_type = "application/pdf", .text_from = "none" });
	else
		record_add_document(r, &(struct document){ .name = "x", .media_type = "text/plain", .text_from = letter ? "ocr" : "body", .pages = 2 });
	return json_pack("[o]", record_json(r));
}

__attribute__((noreturn)) static void hang(void)
{
	for (;;)
		(void)usleep(1000000);
}

__attribute__((noreturn)) static void eat(void)
{
	for (size_t n = 1 << 20;; n *= 2) {
		void *p = malloc(n);
		if (!p)
			abort();
		memset(p, 1, n);
	}
}

static int lie(const struct zygote_order *o, const char *how)
{
	json_t *r = play_record(o, "lie");
	if (strcmp(how, "channel") == 0)
		json_object_set_new(json_array_get(r, 0), "channel", json_string("telephone"));
	if (strcmp(how, "shape") == 0)
		json_object_set_new(json_array_get(r, 0), "kind", json_string("x"));
	if (strcmp(how, "op") == 0)
		(void)wire_send(o->out, json_pack("{s:s}", "op", "surprise"), NULL, 0, NULL);
	if (strcmp(how, "unsealed") == 0) {
		int fd = memfd_new("x", NULL);
		(void)wire_send(o->out, json_pack("{s:s, s:s}", "op", "records", "outcome", "done"), &fd, 1, NULL);
	}
	if (strcmp(how, "both") == 0) {
		int fd = memfd_from("x", "[]", 2, NULL);
		(void)wire_send(o->out, json_pack("{s:s, s:s, s:O}", "op", "records", "outcome", "done", "records", r), &fd, 1, NULL);
		return 0;
	}
	(void)child_records(o, r, false, NULL);
	if (strcmp(how, "twice") == 0)
		(void)child_records(o, play_record(o, "again"), false, NULL);
	if (strcmp(how, "raw") == 0)
		(void)send(o->out, "not json", 8, MSG_NOSIGNAL);
	return 0;
}

static int peek(const struct zygote_order *o)
{
	char text[300];
	(void)snprintf(text, sizeof text, "secret [%s] channel %d open %d", secret, fcntl(WIRE_CHANNEL, F_GETFD), open("/etc/passwd", O_RDONLY));
	(void)snprintf(secret, sizeof secret, "of %s", o->file);
	return child_records(o, play_record(o, text), false, NULL);
}

/* Asks for a run of pdfinfo and answers with what came. */
static int render(const struct zygote_order *o, const char *what)
{
	char text[2000] = "";
	json_t *frame = NULL;
	struct wire_fds fds = { .n = 0 };
	(void)wire_send(o->out, json_pack("{s:s, s:s, s:i, s:i, s:b}", "op", "pdf?", "what", what, "page", 1, "dpi", 72, "colour", 0), NULL, 0, NULL);
	if (wire_recv(o->out, &frame, &fds, NULL) == 1 && fds.n == 1)
		for (size_t at = 0; at < sizeof text - 100;) {
			ssize_t n = read(fds.fd[0], text + at, sizeof text - 100 - at);
			if (n <= 0)
				break;
			at += (size_t)n;
		}
	wire_fds_close(&fds);
	if (wire_recv(o->out, &frame, &fds, NULL) == 1)
		strcat(text, json_string_value(json_object_get(frame, "status")));
	return child_records(o, play_record(o, text), false, NULL);
}

static int play_pages(const struct zygote_order *o, int bad)
{
	const json_t *skip = json_object_get(o->frame, "skip_pages");
	for (int page = 1; page <= 3; page++) {
		bool skipped = false;
		for (size_t i = 0; i < json_array_size(skip); i++)
			skipped = skipped || json_integer_value(json_array_get(skip, i)) == page;
		if (skipped)
			continue;
		(void)child_page(o, page);
		if (page == bad || bad == 9)
			abort();
	}
	return child_records(o, play_record(o, "pages"), false, NULL);
}

static bool charset_reader;	/* as which of the two readers of mail we play */

static int play(const struct zygote_order *o)
{
	struct map doc = { 0 };
	char verb[20] = "", word[60] = "";
	int r = child_document(o, &doc);
	if (r == FAIL_ITEM)
		return child_refused(o, "limit");
	if (r < 0)
		return CHILD_DOCUMENT;
	(void)sscanf((const char *)doc.bytes, "%19s %59s", verb, word);
	bool now = !word[0] || strstr(word, o->mode);
	if (strcmp(verb, "crash") == 0 && now)
		abort();
	if (strcmp(verb, "hang") == 0 && now)
		hang();
	if (strcmp(verb, "eat") == 0 && now)
		eat();
	if (strcmp(verb, "socket") == 0)
		return socket(AF_INET, SOCK_STREAM, 0);
	if (strcmp(verb, "lie") == 0)
		return lie(o, word);
	if (strcmp(verb, "peek") == 0)
		return peek(o);
	if (strcmp(verb, "bad") == 0)
		return child_refused(o, "bad");
	if (strcmp(verb, "charset") == 0 && (!charset_reader || word[0]))
		return child_refused(o, "charset");
	if (strcmp(verb, "page") == 0)
		return play_pages(o, word[0] - '0');
	if (memcmp(doc.bytes, "%PDF", 4) == 0)
		return render(o, "info");
	if (strcmp(verb, "cut") == 0)
		return child_records(o, play_record(o, "cut"), true, NULL);
	if (strcmp(verb, "scans") == 0) {
		(void)child_scan(o, 0, "fine", 4);
		(void)child_scan(o, 1, "crash", 5);
		(void)child_scan(o, 2, "bad", 3);
	}
	if (strcmp(verb, "long") == 0) {
		static char text[LONG_BYTES + 1];
		memset(text, 'x', LONG_BYTES);
		return child_records(o, play_record(o, text), false, NULL);
	}
	return child_records(o, play_record(o, verb), false, "0000000000000000000000000000000000000000000000000000000000000000");
}

/* ---- the tests ---- */

struct wait {
	sd_event *event;
	enum reading_outcome outcome;
	json_t *records;
	int deaths, left;
	char what[200];
};

static void on_done(struct reading_job *job, const struct reading_result *result, void *arg)
{
	struct wait *w = arg;
	(void)job;
	w->outcome = result->outcome;
	json_decref(w->records);
	w->records = json_incref(result->records);
	w->deaths = result->deaths;
	memcpy(w->what, result->what, sizeof w->what);
	if (--w->left == 0)
		(void)sd_event_exit(w->event, 0);
}

struct bench {
	struct reading *reading;
	struct wait wait;
	json_t *rules;
};

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	if (!b || sd_event_new(&b->wait.event) < 0)
		return -1;
	b->rules = json_pack("{s:i}", "max_document_bytes", 100000);
	*state = b;
	return reading_new(b->wait.event, &(struct reading_options){ .rules = b->rules }, &b->reading, NULL);
}

static int tear_down(void **state)
{
	struct bench *b = *state;
	reading_free(b->reading);
	sd_event_unref(b->wait.event);
	json_decref(b->wait.records);
	json_decref(b->rules);
	free(b);
	return 0;
}

static void start(struct bench *b, const char *channel, const char *text, size_t n)
{
	int fd = memfd_from("test", text, n, NULL);
	b->wait.left++;
	assert_int_equal(reading_start(b->reading, channel, "item", fd, 1, on_done, &b->wait, NULL, NULL), 0);
	fd_close(&fd);
}

/* sd_event cannot be run again after its exit: a fresh loop a test, and one run in it. */
static void run(struct bench *b)
{
	assert_true(sd_event_loop(b->wait.event) >= 0);
	assert_int_equal(b->wait.left, 0);
}

static const char *description(const struct bench *b)
{
	return json_string_value(json_object_get(json_array_get(b->wait.records, 0), "description"));
}

static const char *kind(const struct bench *b)
{
	return json_string_value(json_object_get(json_array_get(b->wait.records, 0), "kind"));
}

static bool has_review(const struct bench *b, const char *code)
{
	size_t i;
	json_t *r;
	json_array_foreach(json_object_get(json_array_get(b->wait.records, 0), "review"), i, r)
		if (strcmp(json_string_value(json_object_get(r, "code")), code) == 0)
			return true;
	return false;
}

static void one(struct bench *b, const char *channel, const char *text)
{
	start(b, channel, text, strlen(text));
	run(b);
}

static void test_plain(void **state)
{
	struct bench *b = *state;
	one(b, "email", "hello");
	assert_int_equal(b->wait.outcome, READING_DONE);
	assert_string_equal(description(b), "hello");
	assert_string_equal(json_string_value(json_object_get(json_array_get(b->wait.records, 0), "file")), "item");
	assert_string_equal(b->wait.what, "");
}

static void test_check(void **state)
{
	struct bench *b = *state;
	struct error err = { .text = "" };
	if (reading_check(b->reading, &err) != 0)
		fail_msg("%s", err.text);
	one(b, "email", "hello");
	assert_int_equal(b->wait.outcome, READING_DONE);
}

static void test_crash_once(void **state)
{
	struct bench *b = *state;
	one(b, "email", "crash full");
	assert_int_equal(b->wait.outcome, READING_POISON);
	assert_int_equal(b->wait.deaths, 1);
	assert_string_equal(description(b), "crash");
	assert_true(has_review(b, "partly-read"));
	assert_non_null(strstr(b->wait.what, "reader "));
}

static void test_crash_always(void **state)
{
	struct bench *b = *state;
	one(b, "email", "crash");
	assert_int_equal(b->wait.outcome, READING_POISON);
	assert_int_equal(b->wait.deaths, 3);
	assert_string_equal(kind(b), "unreadable");
}

static void test_hang(void **state)
{
	struct bench *b = *state;
	int64_t before = clock_mono_us();
	one(b, "email", "hang full");
	assert_int_equal(b->wait.deaths, 1);
	assert_string_equal(b->wait.what, "reader killed after 10 s");
	assert_in_range(clock_mono_us() - before, 10 * US_PER_SECOND, 14 * US_PER_SECOND);
}

static void test_eat(void **state)
{
	struct bench *b = *state;
	if (LOCK_SANITIZED) {
		print_message("no memory limit in a sanitizer build: skipped\n");
		skip();
	}
	one(b, "email", "eat full,no-attachments");
	assert_int_equal(b->wait.deaths, 2);
	assert_string_equal(description(b), "eat");
}

static void test_intruder(void **state)
{
	struct bench *b = *state;
	one(b, "email", "socket");
	assert_int_equal(b->wait.deaths, 3);
	assert_string_equal(b->wait.what, "reader died of signal 31");	/* SIGSYS */
	assert_string_equal(kind(b), "unreadable");
}

static void test_lies(void **state)
{
	static const char *const lies[] = { "lie channel", "lie shape", "lie op", "lie unsealed", "lie twice", "lie raw", "lie both" };
	struct bench *b = *state;
	for (size_t i = 0; i < sizeof lies / sizeof *lies; i++)
		start(b, "email", lies[i], strlen(lies[i]) + 1);
	run(b);
	assert_string_equal(kind(b), "unreadable");
}

static void test_long(void **state)
{
	struct bench *b = *state;
	one(b, "email", "long");
	assert_int_equal(b->wait.outcome, READING_DONE);
	assert_int_equal(strlen(description(b)), LONG_BYTES);
}

static void test_refused(void **state)
{
	struct bench *b = *state;
	one(b, "email", "bad");
	assert_int_equal(b->wait.outcome, READING_DONE);
	assert_string_equal(kind(b), "unreadable");
	assert_int_equal(b->wait.deaths, 0);
}

static void test_too_large(void **state)
{
	struct bench *b = *state;
	char *big = calloc(1, 100001);
	memset(big, 'x', 100001);
	start(b, "email", big, 100001);
	run(b);
	assert_string_equal(kind(b), "unreadable");
	free(big);
}

static void test_one_at_a_time(void **state)
{
	struct bench *b = *state;
	one(b, "email", "peek");
	assert_string_equal(description(b), "secret [] channel -1 open -1");
}

static void test_nothing_left(void **state)
{
	struct bench *b = *state;
	for (int i = 0; i < 10; i++)
		start(b, "email", "peek", 4);
	run(b);
	assert_string_equal(description(b), "secret [] channel -1 open -1");
}

static void test_bad_page(void **state)
{
	struct bench *b = *state;
	one(b, "letter", "page 2");
	assert_int_equal(b->wait.outcome, READING_POISON);
	assert_int_equal(b->wait.deaths, 1);
	assert_string_equal(description(b), "pages");
	assert_non_null(strstr(b->wait.what, "on page 2"));
}

static void test_all_pages_bad(void **state)
{
	struct bench *b = *state;
	one(b, "letter", "page 9");
	assert_string_equal(description(b), "pages");	/* each was skipped in the end */
	assert_int_equal(b->wait.deaths, 3);
}

static void test_cut(void **state)
{
	struct bench *b = *state;
	one(b, "letter", "cut");
	assert_int_equal(b->wait.outcome, READING_INCOMPLETE);
	assert_int_equal(json_array_size(b->wait.records), 1);
}

static void test_scans(void **state)
{
	struct bench *b = *state;
	one(b, "email", "scans");
	assert_int_equal(b->wait.outcome, READING_POISON);
	assert_int_equal(b->wait.deaths, 1);
	const json_t *r = json_array_get(b->wait.records, 0);
	assert_string_equal(json_string_value(json_object_get(json_object_get(r, "sender"), "phone")), "+31612345678");
	assert_true(has_review(b, "attachment-not-read"));
	const json_t *d = json_array_get(json_object_get(r, "documents"), 0);
	assert_string_equal(json_string_value(json_object_get(d, "text_from")), "ocr");
}

static void test_render(void **state)
{
	static const char pdf[] = "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
				  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
	struct bench *b = *state;
	one(b, "letter", pdf);
	assert_int_equal(b->wait.deaths, 0);
	assert_non_null(strstr(description(b), "200 x 300 pts"));
	assert_non_null(strstr(description(b), "ok"));
}

static void test_many(void **state)
{
	struct bench *b = *state;
	int64_t before = clock_mono_us();
	for (int i = 0; i < 200; i++)
		start(b, "email", i % 50 == 7 ? "crash" : "hello", 5);
	run(b);
	print_message("200 mails, 4 of them poison: %lld ms\n", (long long)((clock_mono_us() - before) / 1000));
}

/* Kills the zygote, by its parent and name in /proc: nobody else's. */
static int kill_zygote(sd_event_source *s, uint64_t usec, void *arg)
{
	char command[200];
	(void)s, (void)usec, (void)arg;
	(void)snprintf(command, sizeof command, "for p in $(cat /proc/%d/task/*/children); do [ $p = $$ ] || kill -9 $p; done", getpid());
	return system(command) == -1 ? -1 : 0;
}

static void test_zygote_killed(void **state)
{
	struct bench *b = *state;
	for (int i = 0; i < 6; i++)
		start(b, "email", i ? "hello" : "hang headers", i ? 5 : 12);
	assert_true(sd_event_add_time_relative(b->wait.event, NULL, CLOCK_MONOTONIC, 300000, 0, kill_zygote, NULL) >= 0);
	start(b, "letter", "hello", 5);
	run(b);
	assert_int_equal(b->wait.outcome, READING_DONE);
}

static void test_cancel(void **state)
{
	struct bench *b = *state;
	struct reading_job *job = NULL, *waits = NULL;
	int fd = memfd_from("test", "hang", 4, NULL);
	assert_int_equal(reading_start(b->reading, "email", "x", fd, 0, on_done, NULL, &job, NULL), 0);
	assert_int_equal(reading_start(b->reading, "email", "x", fd, 0, on_done, NULL, &waits, NULL), 0);
	fd_close(&fd);
	reading_cancel(waits);
	one(b, "email", "hello");
	assert_true(reading_oldest_us(b->reading) > 0);
	reading_cancel(job);
	assert_int_equal(reading_oldest_us(b->reading), 0);
}

static int beside(const char *name);
static int take_away(const char *name);

static void test_not_installed(void **state)
{
	struct bench *b = *state;
	struct error err = { .text = "" };
	assert_int_equal(take_away("klachtd-letter-reader"), 0);
	assert_int_equal(reading_check_letters(b->reading, &err), FAIL_CONFIG);
	start(b, "letter", "hello", 5);
	run(b);
	assert_int_equal(beside("klachtd-letter-reader"), 0);
	assert_int_equal(b->wait.outcome, READING_UNAVAILABLE);
	assert_null(b->wait.records);
	assert_non_null(strstr(b->wait.what, "klachtd-letter-reader"));
}

/* Refused by the first reader for its charset, read by the other. */
static void test_rare_charset(void **state)
{
	struct bench *b = *state;
	one(b, "email", "charset");
	assert_int_equal(b->wait.outcome, READING_DONE);
	assert_int_equal(b->wait.deaths, 0);
}

static void test_charset_of_no_reader(void **state)
{
	struct bench *b = *state;
	one(b, "email", "charset twice");	/* refused by both, in every form */
	assert_int_equal(b->wait.outcome, READING_POISON);
	assert_int_equal(json_array_size(b->wait.records), 1);
}

static void test_rare_charset_without_reader(void **state)
{
	struct bench *b = *state;
	struct error err = { .text = "" };
	assert_int_equal(take_away("klachtd-charset-reader"), 0);
	assert_int_equal(reading_check_charsets(b->reading, &err), FAIL_CONFIG);
	assert_non_null(strstr(err.text, "klachtd-charset-reader"));
	one(b, "email", "charset");
	assert_int_equal(beside("klachtd-charset-reader"), 0);
	assert_int_equal(b->wait.outcome, READING_UNAVAILABLE);
	assert_non_null(strstr(b->wait.what, "klachtd-charset-reader"));
}

/* The mail is filed all the same: its scans are a matter for review. */
static void test_scans_without_reader(void **state)
{
	struct bench *b = *state;
	assert_int_equal(take_away("klachtd-letter-reader"), 0);
	one(b, "email", "scans");
	assert_int_equal(beside("klachtd-letter-reader"), 0);
	assert_int_equal(b->wait.outcome, READING_DONE);
	assert_true(has_review(b, "attachment-not-read"));
}

/* ---- the stage ---- */

static int take_away(const char *name)
{
	char self[4096], path[4200];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	if (n < 0)
		return -1;
	self[n] = '\0';
	(void)snprintf(path, sizeof path, "%s/%s", dirname(self), name);
	return unlink(path);
}

static int beside(const char *name)
{
	char self[4096], path[4200];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	if (n < 0)
		return -1;
	self[n] = '\0';
	char *base = strdup(self);
	(void)snprintf(path, sizeof path, "%s/%s", dirname(self), name);
	(void)unlink(path);
	int r = symlink(base, path);
	free(base);
	return r;
}

static int link_render(void)
{
	char self[4096], path[4200], target[4200];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	if (n < 0)
		return -1;
	self[n] = '\0';
	char *dir = dirname(self);
	(void)snprintf(path, sizeof path, "%s/klachtd-render", dir);
	(void)snprintf(target, sizeof target, "%s/../../klachtd-render", dir);
	(void)unlink(path);
	return symlink(target, path);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(int argc, char **argv)
{
	(void)argc;
	charset_reader = strcmp(argv[0], "klachtd-charset-reader") == 0;
	if (charset_reader || strcmp(argv[0], "klachtd-reader") == 0 || strcmp(argv[0], "klachtd-letter-reader") == 0)
		zygote_main(&(struct zygote){ .init = play_init, .read = play });
	const struct CMUnitTest tests[] = {
		TEST(test_plain), TEST(test_check), TEST(test_crash_once), TEST(test_crash_always), TEST(test_hang), TEST(test_eat),
		TEST(test_intruder), TEST(test_lies), TEST(test_long), TEST(test_refused), TEST(test_too_large), TEST(test_one_at_a_time), TEST(test_nothing_left),
		TEST(test_bad_page), TEST(test_all_pages_bad), TEST(test_cut), TEST(test_scans), TEST(test_render), TEST(test_many),
		TEST(test_zygote_killed), TEST(test_cancel), TEST(test_not_installed), TEST(test_rare_charset), TEST(test_charset_of_no_reader), TEST(test_rare_charset_without_reader), TEST(test_scans_without_reader),
	};
	if (beside("klachtd-reader") != 0 || beside("klachtd-charset-reader") != 0 || beside("klachtd-letter-reader") != 0 || link_render() != 0)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
