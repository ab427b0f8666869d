/* klachtctl receipts [release|suppress|print NUMBER...], printed NUMBER...|--all */
#include <stdio.h>
#include <string.h>

#include "ctl/ctl.h"
#include "ctl/print.h"

static const struct column columns[] = { { "NUMBER", 13 }, { "STATE", 10 }, { "TO", 32 }, { "TRIES", 5 }, { "NEXT TRY", 17 }, { "WHY", 0 } };
#define N_COLUMNS ((int)(sizeof columns / sizeof *columns))

static void print_receipt(const json_t *row)
{
	char tries[24], next[40], why[WHY_SIZE];
	(void)snprintf(tries, sizeof tries, "%lld", (long long)json_integer_value(json_object_get(row, "attempts")));
	const char *cells[] = { get(row, "number"), get(row, "state"), get(row, "to"), tries, print_when(get(row, "next_try"), next), print_why(row, why) };
	print_cells(columns, N_COLUMNS, cells);
}

static int list(struct ctl *ctl)
{
	struct reg *reg = NULL;
	struct error err;
	int r = ctl_register(ctl, &reg);
	if (r != CTL_DONE)
		return r;
	json_t *rows = reg_receipts_list(reg, NULL, &err);
	reg_close(reg);
	if (!rows)
		return ctl_fail("%s", err.text);
	if (!ctl->json)
		print_heads(columns, N_COLUMNS);
	for (size_t i = 0; i < json_array_size(rows); i++) {
		if (ctl->json)
			print_object(json_array_get(rows, i));
		else
			print_receipt(json_array_get(rows, i));
	}
	json_decref(rows);
	return CTL_DONE;
}

static int change(struct ctl *ctl, const char *verb, int argc, char **argv)
{
	json_t *numbers = json_array();
	for (int i = 0; i < argc; i++)
		(void)json_array_append_new(numbers, json_string(argv[i]));
	return ctl_change(ctl, json_pack("{s:s, s:s, s:o}", "op", "verb", "verb", verb, "numbers", numbers));
}

int ctl_receipts(struct ctl *ctl, int argc, char **argv)
{
	if (argc == 1)
		return list(ctl);
	if (strcmp(argv[1], "--help") == 0) {
		puts("klachtctl receipts                       receipts that are not finished: held, queued, uncertain, bounced, failed, to print\n"
		     "klachtctl receipts release NUMBER...     send one that is held, failed, came back or was dropped; by post where there is no e-mail\n"
		     "                                         address; one that waits for its next try goes now\n"
		     "klachtctl receipts suppress NUMBER...    never send it\n"
		     "klachtctl receipts print NUMBER...       by post, to the postal address; a letter that was lost is drawn again");
		return CTL_DONE;
	}
	if (strcmp(argv[1], "release") != 0 && strcmp(argv[1], "suppress") != 0 && strcmp(argv[1], "print") != 0)
		return ctl_usage(argv[0], "\"%s\" is neither release nor suppress nor print", argv[1]);
	if (argc == 2)
		return ctl_usage(argv[0], "%s which? Give complaint numbers such as K-2026-000123", argv[1]);
	return change(ctl, argv[1], argc - 2, argv + 2);
}

int ctl_printed(struct ctl *ctl, int argc, char **argv)
{
	if (argc < 2 || strcmp(argv[1], "--help") == 0) {
		puts("klachtctl printed NUMBER...|--all   these printed receipts have gone out by post; --all: those that stand in a bundle");
		return argc < 2 ? CTL_USAGE : CTL_DONE;
	}
	if (strcmp(argv[1], "--all") != 0)
		return change(ctl, "printed", argc - 1, argv + 1);
	return ctl_change(ctl, json_pack("{s:s, s:s, s:b}", "op", "verb", "verb", "printed", "all", 1));
}
