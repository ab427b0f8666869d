/* klachtd-render WHAT PAGE DPI COLOUR — one run of one of poppler's programs behind the lock.
 *
 * WHAT:    info (pdfinfo), images (pdfimages -list), text (pdftotext -bbox-layout), image (pdftoppm: PGM, or PPM with COLOUR 1; never PNG: its
 *          compression is a hundred times the work). PAGE 1-based; 0: the whole document (info, images). DPI: image only.
 * Streams: the PDF on standard input, the result on standard output, both pipes or memfds: no file can be written.
 * Limits:  10 s of CPU (SIGXCPU), 1 GB of memory. Exit: poppler's own; 2 wrong arguments, 3 no sandbox, 4 not installed.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/error.h"
#include "base/lock.h"

#define MAX_PAGE 100000
#define MAX_DPI 600

static const char *const readable[] = {
	"/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts",
	"/usr/share/fontconfig", "/usr/share/xml/fontconfig", "/var/cache/fontconfig", "/usr/share/poppler", "/etc/localtime",
	"/usr/share/zoneinfo", NULL
};

/* the dynamic loader is run by the kernel and needs the right as well */
static const char *const runnable[] = {
	"/usr/bin/pdfinfo", "/usr/bin/pdfimages", "/usr/bin/pdftotext", "/usr/bin/pdftoppm", "/lib64/ld-linux-x86-64.so.2",
	"/lib/ld-linux-aarch64.so.1", NULL
};

static bool number(const char *s, long min, long max, long *ret)
{
	char *end;
	errno = 0;
	long n = strtol(s, &end, 10);
	if (errno || end == s || *end || n < min || n > max)
		return false;
	*ret = n;
	return true;
}

struct order {
	const char *what;
	long page, dpi, colour;
};

static bool understand(int argc, char **argv, struct order *ret)
{
	static const char *const whats[] = { "info", "images", "text", "image" };
	if (argc != 5)
		return false;
	for (size_t i = 0; i < sizeof whats / sizeof *whats; i++)
		if (strcmp(argv[1], whats[i]) == 0)
			ret->what = whats[i];
	return ret->what && number(argv[2], 0, MAX_PAGE, &ret->page) && number(argv[3], 0, MAX_DPI, &ret->dpi) &&
	       number(argv[4], 0, 1, &ret->colour) && (strcmp(ret->what, "image") != 0 || (ret->page > 0 && ret->dpi > 0));
}

static void start(const struct order *o)
{
	char page[24], dpi[24];
	(void)snprintf(page, sizeof page, "%ld", o->page);
	(void)snprintf(dpi, sizeof dpi, "%ld", o->dpi);
	const char *first = o->page ? page : "1", *last = o->page ? page : "1000";
	if (strcmp(o->what, "info") == 0)
		(void)execl("/usr/bin/pdfinfo", "pdfinfo", "-f", first, "-l", last, "-", NULL);
	else if (strcmp(o->what, "images") == 0)
		(void)execl("/usr/bin/pdfimages", "pdfimages", "-q", "-list", "-f", first, "-l", last, "-", NULL);
	else if (strcmp(o->what, "text") == 0)
		(void)execl("/usr/bin/pdftotext", "pdftotext", "-q", "-bbox-layout", "-f", first, "-l", last, "-", "-", NULL);
	else if (o->colour)
		(void)execl("/usr/bin/pdftoppm", "pdftoppm", "-q", "-r", dpi, "-f", page, "-l", page, "-", NULL);
	else
		(void)execl("/usr/bin/pdftoppm", "pdftoppm", "-q", "-gray", "-r", dpi, "-f", page, "-l", page, "-", NULL);
}

int main(int argc, char **argv)
{
	struct order o = { 0 };
	if (!understand(argc, argv, &o)) {
		bool help = argc > 1 && strcmp(argv[1], "--help") == 0;
		(void)fprintf(help ? stdout : stderr, "usage: klachtd-render {info|images|text|image} PAGE DPI {0|1} <PDF\n");
		return help ? 0 : 2;
	}
	(void)setpriority(PRIO_PROCESS, 0, 10);	/* as the letter reader it works for */
	/* poppler's complaints quote the document: they are nobody's to read */
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	if (null < 0 || dup2(null, STDERR_FILENO) < 0)
		return 3;
	struct lock_layers layers;
	struct lock lock = { .profile = LOCK_RENDER, .read_paths = readable, .exec_paths = runnable };
	/* a layer that is missing was reported by the readers, who have the same kernel; seccomp or Landlock alone still holds */
	if (lock_enter(&lock, &layers, NULL) < 0 || !layers.no_new_privs ||
	    lock_limits(&(struct lock_limits){ .cpu_s = 10, .memory_bytes = (size_t)1 << 30, .open_files = 64 }, NULL) < 0)
		return 3;
	start(&o);
	return 4;
}
