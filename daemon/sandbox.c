#include "daemon/sandbox.h"

#include <string.h>

#include "daemon/journal.h"

static bool layer(const json_t *ready, const char *name)
{
	const json_t *a = json_object_get(ready, "sandbox");
	for (size_t i = 0; i < json_array_size(a); i++) {
		const char *s = json_string_value(json_array_get(a, i));
		if (s && strcmp(s, name) == 0)
			return true;
	}
	return false;
}

bool sandbox_whole(const json_t *ready, const char **ret_missing)
{
	bool landlock = layer(ready, "landlock"), seccomp = layer(ready, "seccomp");
	*ret_missing = landlock ? "seccomp" : seccomp ? "landlock" : "landlock and seccomp";
	return landlock && seccomp;
}

void sandbox_say(const char *program, const json_t *ready)
{
	static const char *said[8];	/* the programs are literals of ours, fewer than this */
	const char *missing;
	if (sandbox_whole(ready, &missing))
		return;
	for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
		if (said[i] && strcmp(said[i], program) == 0)
			return;
		if (!said[i]) {
			said[i] = program;
			break;
		}
	}
	journal(EVENT_SANDBOX, NULL, "%s runs without %s: the kernel or the unit refuses it (SystemCallFilter must name landlock_create_ruleset, "
		"landlock_add_rule, landlock_restrict_self and seccomp); it goes on, less confined", program, missing);
}
