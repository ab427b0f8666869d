/* klachtctl dossiers [import FILE.csv]: the numbers that intake checks against. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "ctl/ctl.h"
#include "ctl/dossier_csv.h"
#include "ctl/print.h"

#define SHOWN 50			/* refused lines that are named; --json names all */
#define PROGRESS_US (200 * 1000)

static const char help[] =
	"klachtctl dossiers                              how many dossiers are known\n"
	"klachtctl dossiers import [--partial] FILE.csv  fills the table; a number that is known already is replaced\n"
	"\n"
	"The first line names the columns, in any order: dossiernummer, naam, postcode, e-mail (or number, name, postal code, email); other columns\n"
	"are passed over. Separated by ; or , or tabs, UTF-8 or windows-1252. Lines that are refused are named; then nothing is imported, unless\n"
	"--partial is given. \"-\" reads standard input.\n";

struct import {
	struct ctl *ctl;
	FILE *rows;			/* over a memfd: an array a line, daemon/dossiers.h */
	int64_t n, n_refused;
	int64_t bytes;			/* of the file; 0: not known */
	int64_t shown_us;		/* when progress was last shown */
	bool terminal;
};

static int on_row(const char *const text[DOSSIER_COLUMNS], void *arg, struct error *err)
{
	struct import *im = arg;
	json_t *row = json_pack("[s, s, s, s]", text[DOSSIER_NUMBER], text[DOSSIER_NAME], text[DOSSIER_POSTCODE], text[DOSSIER_EMAIL]);
	int bad = !row || json_dumpf(row, im->rows, JSON_COMPACT) != 0 || fputc('\n', im->rows) == EOF;
	json_decref(row);
	im->n++;
	return bad ? error_set(err, FAIL_RETRY, "out of memory") : 0;
}

static void wipe_progress(const struct import *im)
{
	if (im->terminal)
		fputs("\r\033[K", stderr);
}

static int on_refused(int64_t line, const char *why, void *arg, struct error *err)
{
	struct import *im = arg;
	(void)err;
	im->n_refused++;
	wipe_progress(im);
	if (im->ctl->json) {
		json_t *o = json_pack("{s:I, s:s}", "line", (json_int_t)line, "refused", why);
		print_object(o);
		json_decref(o);
	} else if (im->n_refused <= SHOWN) {
		fprintf(stderr, "line %lld: %s\n", (long long)line, why);
	}
	return 0;
}

static void on_progress(int64_t bytes, void *arg)
{
	struct import *im = arg;
	int64_t now = clock_mono_us();
	if (!im->terminal || now - im->shown_us < PROGRESS_US)
		return;
	im->shown_us = now;
	fprintf(stderr, "\r%lld lines read", (long long)(im->n + im->n_refused));
	if (im->bytes)
		fprintf(stderr, ", %lld %%", (long long)(100 * bytes / im->bytes));
	fputs("\033[K", stderr);
}

static int read_rows(struct import *im, const char *path)
{
	static const struct dossier_csv_ops ops = { .row = on_row, .refused = on_refused, .progress = on_progress };
	struct error err = { 0 };
	struct stat st;
	FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	if (!f)
		return ctl_fail("%s: %s", path, strerror(errno));
	if (fstat(fileno(f), &st) == 0 && S_ISREG(st.st_mode))
		im->bytes = st.st_size;
	int r = dossier_csv_read(f, &ops, im, &err);
	if (f != stdin)
		(void)fclose(f);
	wipe_progress(im);
	if (im->n_refused > SHOWN && !im->ctl->json)
		fprintf(stderr, "and %lld more lines\n", (long long)(im->n_refused - SHOWN));
	return r < 0 ? ctl_fail("%s: %s", path, err.text) : CTL_DONE;
}

static int hand_over(struct import *im, int fd)
{
	struct error err = { 0 };
	if (fflush(im->rows) != 0 || memfd_seal(fd, &err) < 0)
		return ctl_fail("the rows: %s", err.text[0] ? err.text : strerror(errno));
	if (im->terminal)
		fprintf(stderr, "%lld rows: writing the register", (long long)im->n);
	int r = ctl_change_with(im->ctl, json_pack("{s:s, s:s}", "op", "verb", "verb", "dossiers-import"), fd);
	return r;
}

static int import(struct ctl *ctl, const char *path, bool partial)
{
	struct import im = { .ctl = ctl, .terminal = !ctl->json && isatty(STDERR_FILENO) };
	struct error err = { 0 };
	FD_CLEANUP int fd = memfd_new("dossiers", &err);
	int twin = fd >= 0 ? dup(fd) : -1;		/* the stream's own: a sealed memfd cannot have a writer's buffer behind it */
	im.rows = twin >= 0 ? fdopen(twin, "w") : NULL;
	if (!im.rows) {
		fd_close(&twin);
		return ctl_fail("out of memory or descriptors");
	}
	int r = read_rows(&im, path);
	if (r == CTL_DONE && im.n_refused && !partial)
		r = ctl_fail("nothing was imported: %lld of %lld lines are refused; mend them, or take the others with --partial", (long long)im.n_refused,
			     (long long)(im.n + im.n_refused));
	else if (r == CTL_DONE)
		r = hand_over(&im, fd);
	(void)fclose(im.rows);
	return r;
}

static int count(struct ctl *ctl)
{
	struct reg *reg = NULL;
	struct error err;
	int64_t n = 0;
	int r = ctl_register(ctl, &reg);
	if (r != CTL_DONE)
		return r;
	r = reg_dossiers_count(reg, &n, &err);
	reg_close(reg);
	if (r < 0)
		return ctl_fail("%s", err.text);
	if (ctl->json)
		printf("{\"known\":%lld}\n", (long long)n);
	else
		printf("%lld dossiers are known%s\n", (long long)n, n ? "" : ": numbers are not checked");
	return CTL_DONE;
}

int ctl_dossiers(struct ctl *ctl, int argc, char **argv)
{
	bool partial = false;
	const char *path = NULL;
	if (argc == 1)
		return count(ctl);
	if (strcmp(argv[1], "--help") == 0) {
		fputs(help, stdout);
		return CTL_DONE;
	}
	if (strcmp(argv[1], "import") != 0)
		return ctl_usage(argv[0], "\"%s\" is not import", argv[1]);
	for (int i = 2; i < argc; i++) {
		if (strcmp(argv[i], "--partial") == 0)
			partial = true;
		else if (path || (argv[i][0] == '-' && argv[i][1]))
			return ctl_usage(argv[0], "unexpected \"%s\"", argv[i]);
		else
			path = argv[i];
	}
	return path ? import(ctl, path, partial) : ctl_usage(argv[0], "import which file?");
}
