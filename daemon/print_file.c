#include "daemon/print_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define PDF_BYTES ((size_t)64 << 20)
#define PART_SIZE (PRINT_NAME_SIZE + 8)

void print_file_letter(const char *number, int ordinal, char ret[PRINT_NAME_SIZE])
{
	if (ordinal > 1)
		(void)snprintf(ret, PRINT_NAME_SIZE, "%.20s-%d.pdf", number, ordinal);
	else
		(void)snprintf(ret, PRINT_NAME_SIZE, "%.20s.pdf", number);
}

void print_file_bundle(struct day d, char ret[PRINT_NAME_SIZE])
{
	(void)snprintf(ret, PRINT_NAME_SIZE, "brieven-%04d-%02d-%02d.pdf", d.year % 10000, d.month % 100, d.day % 100);
}

static int failed(const char *name, struct error *err)
{
	return error_set(err, FAIL_RETRY, "print/%s: %s", name, strerror(errno));
}

/* The folder itself as a descriptor that can be read and synced: an O_PATH one cannot. */
static int open_folder(int dir, struct error *err)
{
	int fd = openat(dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return fd >= 0 ? fd : failed("", err);
}

static int write_part(int dir, const char *part, const struct map *pdf, struct error *err)
{
	(void)unlinkat(dir, part, 0);	/* what an earlier life left */
	FD_CLEANUP int fd = openat(dir, part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0640);
	if (fd < 0 || fchmod(fd, 0640) != 0)	/* beyond the umask */
		return failed(part, err);
	int r = write_all(fd, pdf->bytes, pdf->n, err);
	if (r == 0 && fsync(fd) != 0)
		r = failed(part, err);
	return r;
}

int print_file_write(int dir, const char *name, int pdf_fd, struct error *err)
{
	MAP_CLEANUP struct map pdf = { 0 };
	char part[PART_SIZE];
	int r = map_fd(pdf_fd, PDF_BYTES, &pdf, err);
	if (r < 0)
		return FAIL_ITEM;
	if (pdf.n < 5 || memcmp(pdf.bytes, "%PDF-", 5) != 0)
		return error_set(err, FAIL_ITEM, "the printer gave no PDF");
	FD_CLEANUP int folder = open_folder(dir, err);
	if (folder < 0)
		return folder;
	(void)snprintf(part, sizeof part, ".%s.part", name);
	r = write_part(folder, part, &pdf, err);
	if (r == 0 && (renameat(folder, part, folder, name) != 0 || fsync(folder) != 0))
		r = failed(name, err);
	if (r < 0)
		(void)unlinkat(folder, part, 0);
	return r;
}

int print_file_remove(int dir, const char *name, struct error *err)
{
	return unlinkat(dir, name, 0) == 0 || errno == ENOENT ? 0 : failed(name, err);
}

static int days_in(int folder, void (*each)(struct day day, void *arg), void *arg, struct error *err)
{
	DIR *d = fdopendir(folder);	/* takes the descriptor */
	if (!d) {
		(void)close(folder);
		return failed("", err);
	}
	for (struct dirent *e; (e = readdir(d));) {
		struct day day = { 0 };
		char name[PRINT_NAME_SIZE];
		if (sscanf(e->d_name, "brieven-%4d-%2d-%2d.pdf", &day.year, &day.month, &day.day) != 3)
			continue;
		print_file_bundle(day, name);
		if (strcmp(name, e->d_name) == 0)
			each(day, arg);
	}
	(void)closedir(d);
	return 0;
}

int print_file_bundles(int dir, void (*each)(struct day day, void *arg), void *arg, struct error *err)
{
	int folder = open_folder(dir, err);
	return folder < 0 ? folder : days_in(folder, each, arg, err);
}
