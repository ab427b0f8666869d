#include "daemon/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int secret_open(const char *password_file, const char *credential, struct error *err)
{
	char path[PATH_MAX];
	const char *dir = getenv("CREDENTIALS_DIRECTORY");
	if (password_file)
		(void)snprintf(path, sizeof path, "%s", password_file);
	else if (dir)
		(void)snprintf(path, sizeof path, "%s/klachtd_%s", dir, credential);
	else
		return error_set(err, FAIL_CONFIG, "no password: set password_file, or run under systemd with %s in /etc/klachtd/credentials", credential);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return error_set(err, FAIL_CONFIG, "%s: %s", path, strerror(errno));
	return fd;
}
