/* klachtctl accept ARRIVAL..., review NUMBER|ARRIVAL... --done: what a person decides about the review list. */
#include <stdio.h>
#include <string.h>

#include "ctl/ctl.h"

static bool take_id(const char *s, json_t *ids)
{
	int64_t id = ctl_arrival_id(s);
	if (id)
		(void)json_array_append_new(ids, json_integer(id));
	return id != 0;
}

int ctl_accept(struct ctl *ctl, int argc, char **argv)
{
	if (argc < 2 || strcmp(argv[1], "--help") == 0) {
		puts("klachtctl accept ARRIVAL...   these are complaints after all: a number, terms from the day of receipt, a receipt that waits for release\n"
		     "\nARRIVAL is the id that klachtctl list --review shows.");
		return argc < 2 ? CTL_USAGE : CTL_DONE;
	}
	json_t *ids = json_array();
	for (int i = 1; i < argc; i++) {
		if (!take_id(argv[i], ids)) {
			json_decref(ids);
			return ctl_usage(argv[0], "\"%s\" is no arrival's id; klachtctl list --review shows them", argv[i]);
		}
	}
	return ctl_change(ctl, json_pack("{s:s, s:s, s:o}", "op", "verb", "verb", "accept", "arrivals", ids));
}

int ctl_review(struct ctl *ctl, int argc, char **argv)
{
	json_t *numbers = json_array(), *ids = json_array();
	const char *wrong = NULL;
	bool done = false, help = argc < 2;
	for (int i = 1; i < argc && !wrong && !help; i++) {
		if (strcmp(argv[i], "--help") == 0)
			help = true;
		else if (strcmp(argv[i], "--done") == 0)
			done = true;
		else if (strncmp(argv[i], "K-", 2) == 0)
			(void)json_array_append_new(numbers, json_string(argv[i]));
		else if (!take_id(argv[i], ids))
			wrong = argv[i];
	}
	if (!help && !wrong && done && json_array_size(numbers) + json_array_size(ids))
		return ctl_change(ctl, json_pack("{s:s, s:s, s:o, s:o}", "op", "verb", "verb", "reviewed", "numbers", numbers, "arrivals", ids));
	json_decref(numbers);
	json_decref(ids);
	if (wrong)
		return ctl_usage(argv[0], "\"%s\" is neither a complaint number nor an arrival's id", wrong);
	if (!help)
		return ctl_usage(argv[0], "give complaint numbers or arrivals' ids, and --done");
	puts("klachtctl review NUMBER|ARRIVAL... --done   somebody looked: off the review list (klachtctl list --review)");
	return argc < 2 ? CTL_USAGE : CTL_DONE;
}
