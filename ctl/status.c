/* klachtctl status, reload */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "ctl/ctl.h"
#include "ctl/print.h"

/* "receipts_held" is "receipts held" for people. */
static void print_count(const char *prefix, const char *key, const json_t *v)
{
	char label[80], value[80];
	(void)snprintf(label, sizeof label, "%s%s%s", prefix, *prefix ? " " : "", key);
	for (char *p = label; *p; p++)
		*p = *p == '_' ? ' ' : *p;
	if (json_is_integer(v))
		(void)snprintf(value, sizeof value, "%lld", (long long)json_integer_value(v));
	else
		(void)snprintf(value, sizeof value, "%s", json_is_string(v) ? json_string_value(v) : json_is_true(v) ? "yes" : "-");
	printf("%-28s %s\n", label, value);
}

static void print_status(json_t *status)
{
	const char *key, *key2;
	json_t *v, *v2;
	json_object_foreach(status, key, v) {
		if (!json_is_object(v))
			print_count("", key, v);
		else
			json_object_foreach(v, key2, v2)
				print_count(key, key2, v2);
	}
}

/* These verbs take nothing but --help. 0: go on; else *ret is how it ends. */
static int only_help(int argc, char **argv, const char *what, int *ret)
{
	if (argc < 2)
		return 0;
	if (strcmp(argv[1], "--help") == 0) {
		printf("klachtctl %s   %s\n", argv[0], what);
		*ret = CTL_DONE;
	} else {
		*ret = ctl_usage(argv[0], "it takes no arguments");
	}
	return 1;
}

int ctl_status(struct ctl *ctl, int argc, char **argv)
{
	int end;
	if (only_help(argc, argv, "counts: open, overdue, to review, receipts waiting", &end))
		return end;
	struct reg *reg = NULL;
	struct error err;
	json_t *status = NULL;
	int r = ctl_register(ctl, &reg);
	if (r != CTL_DONE)
		return r;
	r = reg_status(reg, clock_now_us(), &status, &err);
	reg_close(reg);
	if (r < 0)
		return ctl_fail("%s", err.text);
	if (ctl->json)
		print_object(status);
	else
		print_status(status);
	json_decref(status);
	return CTL_DONE;
}

int ctl_reload(struct ctl *ctl, int argc, char **argv)
{
	int end;
	if (only_help(argc, argv, "klachtd reads its configuration again; waits, and fails when the new one is bad", &end))
		return end;
	return ctl_change(ctl, json_pack("{s:s, s:s}", "op", "verb", "verb", "reload"));
}
