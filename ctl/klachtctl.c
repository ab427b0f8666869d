/* klachtctl — the table of verbs. */
#include <stdio.h>
#include <string.h>

#include "ctl/ctl.h"

static const struct verb {
	const char *name, *what;
	int (*run)(struct ctl *ctl, int argc, char **argv);
} verbs[] = {
	{ "status", "counts: open, overdue, to review, receipts waiting", ctl_status },
	{ "list", "the register, with filters", ctl_list },
	{ "show", "NUMBER|ARRIVAL: everything about one complaint", ctl_show },
	{ "explain", "FILE|NUMBER|ARRIVAL: why the reader decided as it did", ctl_explain },
	{ "read", "FILE...: read mails and scans as klachtd would; changes nothing", ctl_read_verb },
	{ "receipts", "[release|suppress|print NUMBER...]: receipts that wait or failed", ctl_receipts },
	{ "printed", "NUMBER...|--all: printed receipts have gone out by post", ctl_printed },
	{ "accept", "ARRIVAL...: doubtful machine mail that is a complaint", ctl_accept },
	{ "review", "NUMBER|ARRIVAL... --done: off the review list", ctl_review },
	{ "dossiers", "[import FILE.csv]: the known dossiers that numbers are checked against", ctl_dossiers },
	{ "separator-sheet", "> FILE.pdf: the sheet to lay between letters in the scanner", ctl_separator_sheet },
	{ "reload", "klachtd reads its configuration again", ctl_reload },
};
#define N_VERBS (sizeof verbs / sizeof *verbs)

static void help(void)
{
	puts("klachtctl: look at and work with the register of complaints\n\nUsage: klachtctl [--config FILE] [--json] VERB [OPTIONS]\n");
	for (size_t i = 0; i < N_VERBS; i++)
		printf("  %-16s%s\n", verbs[i].name, verbs[i].what);
	puts("\n  --config FILE  instead of " CONFIG_FILE "\n  --json         one JSON object a line\n\n"
	     "Exit status: 0 done, 1 not found or refused, 2 usage. klachtctl VERB --help tells more; manual: klachtctl(1).");
}

/* --json and --config may stand anywhere before "--": taken out of argv. Returns the new argc, or -1. */
static int take_common(struct ctl *ctl, int argc, char **argv)
{
	int n = 1, i = 1;
	for (; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strcmp(argv[i], "--json") == 0)
			ctl->json = true;
		else if (strncmp(argv[i], "--config=", 9) == 0)
			ctl->config_file = argv[i] + 9;
		else if (strcmp(argv[i], "--config") != 0)
			argv[n++] = argv[i];
		else if (i + 1 < argc)
			ctl->config_file = argv[++i];
		else
			return -1;
	}
	while (i < argc)
		argv[n++] = argv[i++];
	argv[n] = NULL;
	return n;
}

int main(int argc, char **argv)
{
	struct ctl ctl = { 0 };
	argc = take_common(&ctl, argc, argv);
	const char *name = argc > 1 ? argv[1] : "";
	if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0) {
		help();
		return CTL_DONE;
	}
	if (strcmp(name, "--version") == 0) {
		puts("klachtctl " KLACHTD_VERSION);
		return CTL_DONE;
	}
	for (size_t i = 0; i < N_VERBS; i++) {
		if (strcmp(verbs[i].name, name) == 0) {
			int r = verbs[i].run(&ctl, argc - 1, argv + 1);
			config_free(ctl.config);
			return r;
		}
	}
	if (argc < 0)
		fputs("klachtctl: --config needs a file\n", stderr);
	else if (*name)
		fprintf(stderr, "klachtctl: unknown verb \"%s\"; klachtctl --help lists them\n", name);
	else
		help();
	return CTL_USAGE;
}
