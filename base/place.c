#include "base/place.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The folder of the running program; "" when /proc cannot tell. */
static void own_folder(char ret[PATH_MAX])
{
	ssize_t n = readlink("/proc/self/exe", ret, PATH_MAX - 1);
	ret[n > 0 ? n : 0] = '\0';
	char *slash = strrchr(ret, '/');
	*(slash ? slash : ret) = '\0';
}

/* folder/between/name, if it is there. */
static int there(const char *folder, const char *between, const char *name, char *ret, size_t n)
{
	int len = snprintf(ret, n, "%s/%s%s%s", folder, between, *between ? "/" : "", name);
	return len > 0 && (size_t)len < n && access(ret, F_OK) == 0;
}

static int find(const char *name, const char *const *betweens, const char *last, char *ret, size_t n, struct error *err)
{
	char own[PATH_MAX];
	own_folder(own);
	for (; *own && *betweens; betweens++)
		if (there(own, *betweens, name, ret, n))
			return 0;
	if (there(last, "", name, ret, n))
		return 0;
	return error_set(err, FAIL_CONFIG, "%s is not in %s: install klachtd whole", name, last);
}

int place_program(const char *name, char *ret, size_t n, struct error *err)
{
	static const char *const betweens[] = { "", "../libexec/klachtd", NULL };
	return find(name, betweens, KLACHTD_LIBEXECDIR, ret, n, err);
}

int place_data(const char *name, char *ret, size_t n, struct error *err)
{
	/* a build tree is build/ or build/VARIANT/, its tests lie two deeper; libexec/klachtd is a step further from share than sbin */
	static const char *const betweens[] = { "../share/klachtd", "../../share/klachtd", "..", "../..", "../../..", "../../../..", NULL };
	return find(name, betweens, KLACHTD_DATADIR, ret, n, err);
}
