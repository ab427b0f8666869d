/* A drop folder on a real file system, with the writers that mailrooms have. */
#include <dirent.h>
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
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/file.h"
#include "sources/letterbox.h"

#define SETTLE_US 120000
#define SETTLE_RENAMED_US 20000
#define MAX_OUT 64

static struct {
	char dir[64];
	sd_event *event;
	struct letterbox *box;
	struct letterbox_options o;
	int n, faults, mended;
	bool odd;	/* the last of them */
	struct { uint64_t id; char file[300]; int64_t received_us; int attempts; uint64_t bytes; bool too_large; char content[200]; } out[MAX_OUT];
	char why[512];
} fx;

static void on_item(struct letterbox *box, struct letterbox_item *item, void *arg)
{
	(void)box, (void)arg;
	assert_true(fx.n < MAX_OUT);
	assert_true(memfd_sealed(item->fd));
	fx.out[fx.n].id = item->id;
	(void)snprintf(fx.out[fx.n].file, sizeof fx.out[fx.n].file, "%s", item->file);
	fx.out[fx.n].received_us = item->received_us;
	fx.out[fx.n].attempts = item->attempts;
	fx.out[fx.n].bytes = item->bytes;
	fx.out[fx.n].too_large = item->too_large;
	ssize_t got = pread(item->fd, fx.out[fx.n].content, sizeof fx.out[fx.n].content - 1, 0);
	fx.out[fx.n].content[got > 0 ? got : 0] = '\0';
	fx.n++;
	close(item->fd);
}

static void on_fault(struct letterbox *box, enum letterbox_fault kind, const struct error *why, void *arg)
{
	(void)box, (void)arg;
	fx.odd = kind == LETTERBOX_ODD;
	if (!why)
		fx.mended++;
	else
		fx.faults++;
	if (why)
		(void)snprintf(fx.why, sizeof fx.why, "%s", why->text);
}

static const struct letterbox_ops ops = { .item = on_item, .fault = on_fault };

static void open_box(void)
{
	struct error err = { 0 };
	if (letterbox_open(fx.event, &fx.o, &ops, NULL, &fx.box, &err) < 0)
		fail_msg("%s", err.text);
}

/* Other settle times, where a busy machine's delays must not count. */
static void reopen_with(int64_t settle_us, int64_t stuck_us)
{
	letterbox_close(fx.box);
	fx.o.settle_us = settle_us;
	fx.o.stuck_us = stuck_us;
	open_box();
}

static int setup(void **state)
{
	(void)state;
	memset(&fx, 0, sizeof fx);
	if (clock_set_zone("Europe/Amsterdam", NULL) < 0)
		return -1;
	(void)snprintf(fx.dir, sizeof fx.dir, "/tmp/klachtd-letterbox.XXXXXX");
	if (!mkdtemp(fx.dir) || sd_event_new(&fx.event) < 0)
		return -1;
	fx.o = (struct letterbox_options){ .name = "postkamer", .directory = fx.dir, .settle_us = SETTLE_US, .settle_renamed_us = SETTLE_RENAMED_US,
					   .poll_us = 200000, .window = 32, .max_bytes = 8 << 20, .stuck_us = 600000 };
	open_box();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	char command[200];
	letterbox_close(fx.box);
	sd_event_unref(fx.event);
	(void)snprintf(command, sizeof command, "chmod -R u+w %s; rm -rf %s", fx.dir, fx.dir);
	return system(command) != 0;
}

/* ---- helpers ---- */

static const char *path(const char *name)
{
	static char ret[2][600];
	static int which;
	which ^= 1;
	(void)snprintf(ret[which], sizeof ret[which], "%s/%s", fx.dir, name);
	return ret[which];
}

static void put(const char *name, const char *content)
{
	int fd = open(path(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, strlen(content)), strlen(content));
	close(fd);
}

static void run_us(int64_t us)
{
	for (int64_t until = clock_mono_us() + us, now; (now = clock_mono_us()) < until;)
		assert_true(sd_event_run(fx.event, (uint64_t)(until - now)) >= 0);
}

/* Until n items were handed out in all, and no more; fails after twenty seconds. */
static void wait_for(int n)
{
	for (int64_t until = clock_mono_us() + 20 * US_PER_SECOND; fx.n < n && clock_mono_us() < until;)
		assert_true(sd_event_run(fx.event, 50000) >= 0);
	assert_int_equal(fx.n, n);
}

static void done(int i, enum letterbox_fate fate, const char *label)
{
	struct error err = { 0 };
	if (letterbox_done(fx.box, fx.out[i].id, fate, label, "unreadable", "Dit bestand is beschadigd.", 0, &err) < 0)
		fail_msg("%s", err.text);
}

static const char *archive(const char *name)
{
	static char ret[400];
	time_t now = time(NULL);
	struct tm tm;
	localtime_r(&now, &tm);
	(void)snprintf(ret, sizeof ret, "archive/%04d/%02d/%s", (tm.tm_year + 1900) % 10000, tm.tm_mon + 1, name);
	return ret;
}

static bool there(const char *name)
{
	struct stat st;
	return lstat(path(name), &st) == 0;
}

static int count(const char *name)
{
	DIR *d = opendir(path(name));
	int n = 0;
	for (struct dirent *e; d && (e = readdir(d));)
		n += e->d_name[0] != '.';
	if (d)
		closedir(d);
	return n;
}

/* ---- who writes ---- */

static void a_copied_scan_is_taken_filed_and_archived(void **state)
{
	(void)state;
	put("brief.pdf", "%PDF-1.4 inhoud %%EOF");
	assert_false(letterbox_idle(fx.box));
	int64_t start = clock_mono_us();
	wait_for(1);
	assert_true(clock_mono_us() - start >= SETTLE_US);
	assert_string_equal(fx.out[0].file, "brief.pdf");
	assert_string_equal(fx.out[0].content, "%PDF-1.4 inhoud %%EOF");
	assert_int_equal(fx.out[0].attempts, 0);
	assert_true(clock_now_us() - fx.out[0].received_us < 2 * US_PER_SECOND);
	assert_false(there("brief.pdf"));
	assert_int_equal(count("work"), 1);
	assert_false(letterbox_idle(fx.box));
	done(0, LETTERBOX_FILED, "K-2026-000123");
	assert_true(there(archive("K-2026-000123_brief.pdf")));
	assert_int_equal(count("work"), 0);
	run_us(1000);
	assert_true(letterbox_idle(fx.box));
	struct stat st;
	assert_int_equal(stat(path("work"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 02750);
	assert_int_equal(letterbox_done(fx.box, fx.out[0].id, LETTERBOX_FILED, "x", NULL, NULL, 0, NULL), FAIL_ITEM);
}

static void a_renamed_scan_settles_sooner(void **state)
{
	(void)state;
	reopen_with(4 * US_PER_SECOND, fx.o.stuck_us);
	put(".brief.pdf.tmp", "whole");
	run_us(SETTLE_US);
	assert_int_equal(fx.n, 0);
	assert_int_equal(rename(path(".brief.pdf.tmp"), path("brief.pdf")), 0);
	int64_t start = clock_mono_us();
	wait_for(1);
	assert_true(clock_mono_us() - start < 3 * US_PER_SECOND);
	assert_string_equal(fx.out[0].content, "whole");
}

/* Scanners that close and reopen the file for every page: the gaps are shorter than the settle time. */
static void a_page_by_page_writer_is_waited_for(void **state)
{
	(void)state;
	reopen_with(800000, fx.o.stuck_us);
	put("scan.dat", "page1 ");
	for (int page = 0; page < 6; page++) {
		run_us(200000);
		int fd = open(path("scan.dat"), O_WRONLY | O_APPEND | O_CLOEXEC);
		assert_int_equal(write(fd, "page ", 5), 5);
		close(fd);
		assert_int_equal(fx.n, 0);
	}
	wait_for(1);
	assert_string_equal(fx.out[0].content, "page1 page page page page page page ");
}

/* The lease: however long the pause, a file that somebody has open for writing is not taken. */
static void an_open_writer_is_waited_for(void **state)
{
	(void)state;
	int fd = open(path("scan.dat"), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
	assert_int_equal(write(fd, "half ", 5), 5);
	run_us(SETTLE_US * 5);
	assert_int_equal(fx.n, 0);
	assert_int_equal(write(fd, "whole", 5), 5);
	close(fd);
	wait_for(1);
	assert_string_equal(fx.out[0].content, "half whole");
}

/* A rename does not stop a writer that holds the file (it came in by rename, half written). */
static void a_writer_that_kept_the_file_through_a_rename_is_waited_for(void **state)
{
	(void)state;
	int fd = open(path(".hidden"), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
	assert_int_equal(write(fd, "half ", 5), 5);
	assert_int_equal(rename(path(".hidden"), path("scan.dat")), 0);
	run_us(SETTLE_RENAMED_US * 4);
	assert_int_equal(fx.n, 0);
	assert_int_equal(write(fd, "whole", 5), 5);
	close(fd);
	wait_for(1);
	assert_string_equal(fx.out[0].content, "half whole");
}

static void a_container_without_its_end_settles_longer_and_is_then_handed_out(void **state)
{
	(void)state;
	put("half.pdf", "%PDF-1.4 and no end");
	put("half.png", "\x89PNG\r\n\x1a\n and no end");
	put("half.jpg", "\xff\xd8\xff\xe0 and no end");
	int64_t start = clock_mono_us();
	run_us(SETTLE_US * 3);
	assert_int_equal(fx.n, 0);
	wait_for(3);
	assert_true(clock_mono_us() - start >= SETTLE_US * 6);
}

static void a_tiff_is_whole_when_its_directories_and_strips_are(void **state)
{
	(void)state;
	/* one IFD at 8 with StripOffsets 38 and StripByteCounts 4: 42 bytes */
	static const uint8_t tiff[] = { 'I', 'I', 42, 0, 8, 0, 0, 0, 2, 0, 0x11, 1, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0,
					0x17, 1, 4, 0, 1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4 };
	for (size_t n = 10; n <= sizeof tiff; n++) {
		char name[30];
		(void)snprintf(name, sizeof name, "%02zu.tif", n);
		int fd = open(path(name), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
		assert_int_equal(write(fd, tiff, n), n);
		close(fd);
	}
	run_us(SETTLE_US * 3);
	assert_int_equal(fx.n, 1);
	assert_string_equal(fx.out[0].file, "42.tif");
}

/* ---- what is no scan ---- */

static void links_pipes_and_folders_are_a_fault_and_stay(void **state)
{
	(void)state;
	put(".target", "geheim");
	assert_int_equal(symlink("/etc/passwd", path("link.pdf")), 0);
	run_us(SETTLE_US * 4);
	assert_int_equal(fx.n, 0);
	assert_int_equal(fx.faults, 1);
	assert_true(fx.odd);
	assert_non_null(strstr(fx.why, "no plain files"));
	assert_null(strstr(fx.why, "link.pdf"));	/* file names may carry a citizen's */
	assert_int_equal(mkfifo(path("pipe.pdf"), 0666), 0);
	assert_int_equal(mkdir(path("map"), 0777), 0);
	assert_int_equal(link(path(".target"), path("hard.pdf")), 0);
	run_us(SETTLE_US * 4);
	assert_int_equal(fx.n, 0);
	assert_int_equal(fx.faults, 1);
	unlink(path("link.pdf"));
	unlink(path("pipe.pdf"));
	rmdir(path("map"));
	unlink(path(".target"));	/* the hard link's other name goes: now it is a file like any other */
	wait_for(1);
	assert_string_equal(fx.out[0].content, "geheim");
	run_us(250000);
	assert_int_equal(fx.mended, 1);
}

static void unfinished_names_are_ignored(void **state)
{
	(void)state;
	static const char *const names[] = { ".dot", "~lock.pdf", "a.tmp", "b.TMP", "c.part", "d.partial", "e.crdownload", "f.filepart", "Thumbs.db",
					     "desktop.ini" };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		put(names[i], "x");
	run_us(SETTLE_US * 4);
	assert_int_equal(fx.n, 0);
	assert_true(letterbox_idle(fx.box));
	assert_true(there("a.tmp"));
	assert_int_equal(fx.faults, 0);
}

static void an_empty_file_waits_and_is_then_handed_out(void **state)
{
	(void)state;
	reopen_with(SETTLE_US, 1200000);
	put("leeg.pdf", "");
	run_us(400000);
	assert_int_equal(fx.n, 0);
	assert_true(letterbox_idle(fx.box));	/* nothing that --once would wait for */
	wait_for(1);
	assert_int_equal(fx.out[0].bytes, 0);
	done(0, LETTERBOX_FAILED, "K-2026-000001");
	assert_true(there("failed/K-2026-000001_leeg.pdf"));
}

static void a_file_over_the_limit_is_handed_out_by_its_beginning(void **state)
{
	(void)state;
	put("groot.bin", "begin");
	assert_int_equal(truncate(path("groot.bin"), 9 << 20), 0);
	wait_for(1);
	assert_true(fx.out[0].too_large);
	assert_int_equal(fx.out[0].bytes, 9 << 20);
	assert_string_equal(fx.out[0].content, "begin");
}

/* ---- names ---- */

static void strange_names_are_cleaned_for_people_and_kept_apart(void **state)
{
	(void)state;
	char longest[256];
	memset(longest, 'a', 251);
	strcpy(longest + 251, ".pdf");
	put("regel\neinde\x1b[31m.pdf", "1");
	put("caf\xc3\xa9.pdf", "2");
	put("latin\xe9.pdf", "3");
	put("-rf *.pdf", "4");
	put(longest, "5");
	wait_for(5);
	for (int i = 0; i < 5; i++) {
		const char *f = fx.out[i].file;
		switch (fx.out[i].content[0]) {
		case '1': assert_string_equal(f, "regel_einde_[31m.pdf"); break;
		case '2': assert_string_equal(f, "caf\xc3\xa9.pdf"); break;
		case '3': assert_string_equal(f, "latin_.pdf"); break;
		case '4': assert_string_equal(f, "-rf *.pdf"); break;
		default: assert_string_equal(f + strlen(f) - 5, "a.pdf");
		}
		done(i, LETTERBOX_FILED, "K-2026-000001");
	}
	assert_int_equal(count(archive("")), 5);
	assert_true(there(archive("K-2026-000001_regel_einde_[31m.pdf")));
}

static void the_same_name_twice_is_two_files(void **state)
{
	(void)state;
	put("scan0001.pdf", "maandag");
	wait_for(1);
	put("scan0001.pdf", "nog een");
	wait_for(2);
	done(0, LETTERBOX_FILED, "K-2026-000001");
	done(1, LETTERBOX_FILED, "K-2026-000001");
	assert_true(there(archive("K-2026-000001_scan0001.pdf")));
	assert_true(there(archive("K-2026-000001_scan0001~2.pdf")));
	put("scan0001.pdf", "derde");
	wait_for(3);
	done(2, LETTERBOX_FILED, NULL);
	assert_true(there(archive("scan0001.pdf")));
}

static void a_failed_scan_lies_beside_its_reason(void **state)
{
	(void)state;
	put("kapot.pdf", "onzin");
	wait_for(1);
	done(0, LETTERBOX_FAILED, "K-2026-000009");
	assert_true(there("failed/K-2026-000009_kapot.pdf"));
	char *text;
	size_t n;
	assert_int_equal(file_read(path("failed/K-2026-000009_kapot.pdf.reason.txt"), 10000, &text, &n, NULL), 0);
	assert_non_null(strstr(text, "Dit bestand is beschadigd."));
	assert_non_null(strstr(text, "Klachtnummer: K-2026-000009"));
	assert_non_null(strstr(text, "Code: unreadable"));
	free(text);
	put("kapot.pdf", "onzin");
	wait_for(2);
	done(1, LETTERBOX_FAILED, "K-2026-000009");
	assert_true(there("failed/K-2026-000009_kapot~2.pdf"));
	assert_true(there("failed/K-2026-000009_kapot~2.pdf.reason.txt"));
}

/* ---- other lives ---- */

static void what_was_out_at_a_crash_is_handed_out_again(void **state)
{
	(void)state;
	struct timespec times[2] = { { .tv_sec = time(NULL) - 86400 }, { .tv_sec = time(NULL) - 86400 } };
	put("brief\n.pdf", "inhoud");
	assert_int_equal(utimensat(AT_FDCWD, path("brief\n.pdf"), times, 0), 0);
	wait_for(1);
	int64_t received = fx.out[0].received_us;
	assert_int_equal(received / US_PER_SECOND, times[0].tv_sec);	/* an mtime of yesterday is believed */
	for (int life = 1; life <= 3; life++) {
		letterbox_close(fx.box);	/* as a crash leaves it: the claim stays in work/ */
		open_box();
		wait_for(1 + life);
		assert_string_equal(fx.out[life].file, "brief_.pdf");
		assert_string_equal(fx.out[life].content, "inhoud");
		assert_int_equal(fx.out[life].attempts, life);
		assert_int_equal(fx.out[life].received_us, received);
	}
	done(3, LETTERBOX_FILED, "K-2026-000001");
	letterbox_close(fx.box);
	open_box();
	run_us(SETTLE_US * 3);
	assert_int_equal(fx.n, 4);
	assert_true(letterbox_idle(fx.box));
}

static void an_old_or_future_mtime_is_not_the_date_of_receipt(void **state)
{
	(void)state;
	struct timespec old[2] = { { .tv_sec = time(NULL) - 11 * 86400 }, { .tv_sec = time(NULL) - 11 * 86400 } };
	struct timespec future[2] = { { .tv_sec = time(NULL) + 86400 }, { .tv_sec = time(NULL) + 86400 } };
	put("oud.pdf", "1");
	assert_int_equal(utimensat(AT_FDCWD, path("oud.pdf"), old, 0), 0);
	put("morgen.pdf", "2");
	assert_int_equal(utimensat(AT_FDCWD, path("morgen.pdf"), future, 0), 0);
	wait_for(2);
	for (int i = 0; i < 2; i++)
		assert_true(llabs(clock_now_us() - fx.out[i].received_us) < 5 * US_PER_SECOND);
}

static void what_somebody_put_into_work_is_not_lost(void **state)
{
	(void)state;
	letterbox_close(fx.box);
	put("work/vreemd.pdf", "inhoud");
	open_box();
	wait_for(1);
	assert_string_equal(fx.out[0].file, "vreemd.pdf");
}

static void later_means_later(void **state)
{
	(void)state;
	put("brief.pdf", "inhoud");
	wait_for(1);
	assert_int_equal(letterbox_done(fx.box, fx.out[0].id, LETTERBOX_LATER, NULL, NULL, NULL, 700000, NULL), 0);
	assert_int_equal(letterbox_deferred(fx.box), 1);
	assert_true(letterbox_idle(fx.box));
	run_us(50000);
	assert_int_equal(fx.n, 1);
	wait_for(2);
	assert_int_equal(fx.out[1].attempts, 1);
	assert_string_equal(fx.out[1].content, "inhoud");
}

/* ---- limits and faults ---- */

static void a_burst_goes_through_the_window(void **state)
{
	(void)state;
	letterbox_close(fx.box);
	fx.o.window = 3;
	for (int i = 0; i < 20; i++) {
		char name[20];
		(void)snprintf(name, sizeof name, "%02d.pdf", i);
		put(name, name);
	}
	open_box();
	wait_for(3);
	run_us(SETTLE_US);
	assert_int_equal(fx.n, 3);
	assert_true(letterbox_oldest_us(fx.box) >= SETTLE_US / 2);
	for (int i = 0; i < 20; i++) {
		for (int64_t until = clock_mono_us() + 20 * US_PER_SECOND; fx.n <= i && clock_mono_us() < until;)
			assert_true(sd_event_run(fx.event, 50000) >= 0);
		assert_true(fx.n > i);
		assert_true(fx.n <= i + 3);
		done(i, LETTERBOX_FILED, "K");
	}
	run_us(1000);
	assert_int_equal(count(archive("")), 20);
	assert_true(letterbox_idle(fx.box));
}

static void a_lost_wakeup_is_made_good_by_the_poll(void **state)
{
	(void)state;
	/* a folder that appears in place of another has no watch of ours */
	char aside[80];
	(void)snprintf(aside, sizeof aside, "%s.aside", fx.dir);
	run_us(1000);
	assert_int_equal(rename(fx.dir, aside), 0);
	for (int64_t until = clock_mono_us() + 20 * US_PER_SECOND; !fx.faults && clock_mono_us() < until;)
		assert_true(sd_event_run(fx.event, 50000) >= 0);
	assert_int_equal(fx.faults, 1);
	assert_non_null(strstr(fx.why, "not the folder it was"));
	assert_int_equal(mkdir(fx.dir, 0777), 0);
	put("brief.pdf", "inhoud");
	wait_for(1);
	assert_int_equal(fx.mended, 1);
	char command[200];
	(void)snprintf(command, sizeof command, "rm -rf %s", aside);
	assert_int_equal(system(command), 0);
}

static void a_scan_that_cannot_be_read_is_one_fault_as_long_as_it_lasts(void **state)
{
	(void)state;
	letterbox_close(fx.box);
	assert_int_equal(mkdir(path("work/brief.pdf"), 0777), 0);
	fx.o.settle_us = 600000;	/* between the tries there are looks */
	open_box();
	run_us(2500000);
	assert_int_equal(fx.faults, 1);
	assert_int_equal(fx.mended, 0);
	assert_non_null(strstr(fx.why, "cannot be read: "));
	put("brief2.pdf", "inhoud");
	wait_for(1);			/* it keeps no other waiting */
	assert_int_equal(fx.faults, 1);
}

/* Neither something odd nor a lasting fault hides what goes wrong next. */
static void a_second_fault_is_told(void **state)
{
	(void)state;
	char year[20];
	struct error err;
	put("brief.pdf", "inhoud");
	wait_for(1);
	assert_int_equal(mkdir(path("map"), 0777), 0);
	run_us(500000);
	assert_int_equal(fx.faults, 1);
	assert_true(fx.odd);
	(void)snprintf(year, sizeof year, "%.12s", archive(""));
	put(year, "in the way");
	assert_int_equal(letterbox_done(fx.box, fx.out[0].id, LETTERBOX_FILED, "K-2026-000001", NULL, NULL, 0, &err), FAIL_RETRY);
	run_us(500000);
	assert_int_equal(fx.faults, 2);
	assert_false(fx.odd);
	char aside[80];
	(void)snprintf(aside, sizeof aside, "%s.aside", fx.dir);
	assert_int_equal(rename(fx.dir, aside), 0);
	run_us(500000);
	assert_int_equal(fx.faults, 3);
	assert_non_null(strstr(fx.why, "not the folder it was"));
	assert_int_equal(fx.mended, 0);
	assert_int_equal(rename(aside, fx.dir), 0);
	wait_for(2);	/* its claim, taken up anew */
	assert_int_equal(fx.mended, 1);
	assert_int_equal(fx.faults, 3);
	assert_int_equal(rmdir(path("map")), 0);
	assert_int_equal(unlink(path(year)), 0);
	run_us(500000);
	assert_int_equal(fx.mended, 2);
	assert_true(fx.odd);
}

static void a_second_letterbox_on_the_folder_is_refused(void **state)
{
	(void)state;
	struct letterbox *second = NULL;
	struct error err;
	assert_int_equal(letterbox_open(fx.event, &fx.o, &ops, NULL, &second, &err), FAIL_CONFIG);
	assert_non_null(strstr(err.text, "another"));
	assert_null(second);
	struct letterbox_options o = fx.o;
	o.directory = "/nonexistent/scans";
	assert_int_equal(letterbox_open(fx.event, &o, &ops, NULL, &second, &err), FAIL_CONFIG);
	assert_non_null(strstr(err.text, "/nonexistent/scans"));
}

static void a_linked_sub_folder_is_refused(void **state)
{
	(void)state;
	struct error err;
	letterbox_close(fx.box);
	fx.box = NULL;
	assert_int_equal(rmdir(path("archive")), 0);
	assert_int_equal(symlink("/tmp", path("archive")), 0);
	assert_int_equal(letterbox_open(fx.event, &fx.o, &ops, NULL, &fx.box, &err), FAIL_CONFIG);
}

static void an_archive_that_cannot_be_written_is_tried_again(void **state)
{
	(void)state;
	put("brief.pdf", "inhoud");
	wait_for(1);
	/* a file where the year's folder should be: even root cannot write there */
	char year[20];
	(void)snprintf(year, sizeof year, "%.12s", archive(""));
	put(year, "in the way");
	struct error err;
	assert_int_equal(letterbox_done(fx.box, fx.out[0].id, LETTERBOX_FILED, "K-2026-000001", NULL, NULL, 0, &err), FAIL_RETRY);
	run_us(100000);
	assert_int_equal(fx.faults, 1);
	assert_int_equal(count("work"), 1);
	assert_false(letterbox_idle(fx.box));
	assert_int_equal(unlink(path(year)), 0);
	run_us(500000);
	assert_int_equal(fx.mended, 1);
	assert_true(there(archive("K-2026-000001_brief.pdf")));
	assert_int_equal(fx.n, 1);
}

static void a_scan_that_was_taken_away_is_no_trouble(void **state)
{
	(void)state;
	char command[200];
	put("brief.pdf", "inhoud");
	wait_for(1);
	(void)snprintf(command, sizeof command, "rm -f %s/work/*", fx.dir);
	assert_int_equal(system(command), 0);
	done(0, LETTERBOX_FILED, "K-2026-000001");
	run_us(1000);
	assert_true(letterbox_idle(fx.box));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_copied_scan_is_taken_filed_and_archived), TEST(a_renamed_scan_settles_sooner), TEST(a_page_by_page_writer_is_waited_for),
		TEST(an_open_writer_is_waited_for), TEST(a_writer_that_kept_the_file_through_a_rename_is_waited_for),
		TEST(a_container_without_its_end_settles_longer_and_is_then_handed_out), TEST(a_tiff_is_whole_when_its_directories_and_strips_are),
		TEST(links_pipes_and_folders_are_a_fault_and_stay), TEST(unfinished_names_are_ignored),
		TEST(an_empty_file_waits_and_is_then_handed_out), TEST(a_file_over_the_limit_is_handed_out_by_its_beginning),
		TEST(strange_names_are_cleaned_for_people_and_kept_apart), TEST(the_same_name_twice_is_two_files),
		TEST(a_failed_scan_lies_beside_its_reason), TEST(what_was_out_at_a_crash_is_handed_out_again),
		TEST(an_old_or_future_mtime_is_not_the_date_of_receipt), TEST(what_somebody_put_into_work_is_not_lost), TEST(later_means_later),
		TEST(a_burst_goes_through_the_window), TEST(a_lost_wakeup_is_made_good_by_the_poll), TEST(a_second_fault_is_told),
		TEST(a_scan_that_cannot_be_read_is_one_fault_as_long_as_it_lasts), TEST(a_second_letterbox_on_the_folder_is_refused),
		TEST(a_linked_sub_folder_is_refused), TEST(an_archive_that_cannot_be_written_is_tried_again),
		TEST(a_scan_that_was_taken_away_is_no_trouble),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
