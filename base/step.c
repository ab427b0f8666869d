#include "base/step.h"

#ifdef KLACHTD_STEPS

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STEP_DEATH 77	/* exit status, so that the test knows this end from another */

static long long number(const char *variable)
{
	const char *s = getenv(variable);
	char *end;
	long long n = s ? strtoll(s, &end, 10) : 0;
	return s && *s && !*end ? n : 0;
}

static void note(const char *name)
{
	const char *path = getenv("KLACHTD_STEPS_LOG");
	char line[100];
	int fd = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
	if (fd < 0)
		return;
	int n = snprintf(line, sizeof line, "%s\n", name);
	(void)!write(fd, line, (size_t)n);
	(void)close(fd);
}

void step(const char *name)
{
	static long long count;
	note(name);
	if (++count == number("KLACHTD_STEP"))
		_exit(STEP_DEATH);
}

int64_t step_limit(const char *variable, int64_t normal_us)
{
	long long n = number(variable);
	return n > 0 ? n : normal_us;
}

#endif
