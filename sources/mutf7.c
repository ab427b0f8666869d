#include "sources/mutf7.h"

#include <iconv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool usable(const char *name)
{
	size_t n = strlen(name);
	if (n == 0 || n > FOLDER_BYTES)
		return false;
	for (; *name; name++)
		if ((unsigned char)*name < ' ' || *name == 127 || *name == '*' || *name == '%')
			return false;
	return true;
}

static int encode(const char *name, char **ret, struct error *err)
{
	size_t in_n = strlen(name), out_n = in_n * 4 + 16;
	char *out = calloc(1, out_n), *to = out, *from = (char *)name;
	iconv_t cd = iconv_open("UTF-7-IMAP", "UTF-8");
	if (!out || cd == (iconv_t)-1) {
		free(out);
		if (cd != (iconv_t)-1)
			(void)iconv_close(cd);
		return error_set(err, FAIL_CONFIG, "folder names cannot be encoded: iconv lacks UTF-7-IMAP");
	}
	out_n--;
	bool ok = iconv(cd, &from, &in_n, &to, &out_n) != (size_t)-1 && iconv(cd, NULL, NULL, &to, &out_n) != (size_t)-1;
	(void)iconv_close(cd);
	if (!ok) {
		free(out);
		return error_set(err, FAIL_CONFIG, "folder name is no UTF-8");
	}
	*ret = out;
	return 0;
}

int folder_wire_name(const char *name, const char *prefix, char delimiter, char **ret, struct error *err)
{
	char *full = NULL;
	if (!usable(name))
		return error_set(err, FAIL_CONFIG, "folder name is empty, too long or holds characters that no folder may have");
	if (strcasecmp(name, "INBOX") == 0)
		return (*ret = strdup("INBOX")) ? 0 : error_set(err, FAIL_RETRY, "out of memory");
	bool has_prefix = strncasecmp(name, prefix, strlen(prefix)) == 0;
	if (asprintf(&full, "%s%s", has_prefix ? "" : prefix, name) < 0)
		return error_set(err, FAIL_RETRY, "out of memory");
	for (char *p = full + (has_prefix ? 0 : strlen(prefix)); delimiter && (p = strchr(p, '/')); p++)
		*p = delimiter;
	int r = encode(full, ret, err);
	free(full);
	return r;
}
