/* tests/fuzz/replay.c — main for a fuzz target that replays files: build/replay/fuzz_X FILE|FOLDER... Prints how many inputs it ran. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static unsigned long ran;

static int replay_file(const char *path, size_t size)
{
	FILE *f = fopen(path, "rb");
	uint8_t *buf = malloc(size ? size : 1);	/* exact size, so that an over-read by one is seen */
	if (!f || !buf || fread(buf, 1, size, f) != size) {
		perror(path);
		return 1;
	}
	fclose(f);
	(void)LLVMFuzzerTestOneInput(buf, size);
	free(buf);
	ran++;
	return 0;
}

static int replay(const char *path)
{
	struct stat st;
	if (stat(path, &st) != 0) {
		perror(path);
		return 1;
	}
	if (S_ISREG(st.st_mode))
		return replay_file(path, (size_t)st.st_size);
	DIR *d = opendir(path);
	if (!d) {
		perror(path);
		return 1;
	}
	int bad = 0;
	for (struct dirent *e; (e = readdir(d));) {
		char child[4096];
		if (e->d_name[0] == '.' || snprintf(child, sizeof child, "%s/%s", path, e->d_name) >= (int)sizeof child)
			continue;
		bad |= replay(child);
	}
	closedir(d);
	return bad;
}

int main(int argc, char **argv)
{
	int bad = 0;
	for (int i = 1; i < argc; i++)
		bad |= replay(argv[i]);
	printf("%lu inputs\n", ran);
	return bad;
}
