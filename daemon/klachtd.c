/* klachtd — the supervisor. Arguments only; daemon/service.h does the work. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "daemon/check.h"
#include "daemon/config.h"
#include "daemon/journal.h"
#include "daemon/service.h"

static const char help[] =
	"klachtd: the complaint intake daemon\n"
	"\n"
	"Usage: klachtd [--config FILE] [--once | --check]\n"
	"\n"
	"  --config FILE   read FILE and FILE.d/*.conf instead of " CONFIG_FILE "\n"
	"  --once          read every source until it is empty, send what is due, exit (1: something was left undone)\n"
	"  --check         say in a line each what works, change nothing, exit (1: something does not)\n"
	"  --version       the version\n"
	"\n"
	"Exit status: 0 done, 1 left undone, 2 configuration or usage, 3 another fault. Manual: klachtd(8), klachtd.conf(5).\n";

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "config", required_argument, NULL, 'c' }, { "once", no_argument, NULL, 'o' }, { "check", no_argument, NULL, 'k' },
		{ "version", no_argument, NULL, 'v' }, { "help", no_argument, NULL, 'h' }, { 0 },
	};
	const char *config = CONFIG_FILE;
	int once = 0, check = 0;
	for (int o; (o = getopt_long(argc, argv, "c:h", options, NULL)) != -1;) {
		switch (o) {
		case 'c': config = optarg; break;
		case 'o': once = 1; break;
		case 'k': check = 1; break;
		case 'v': puts("klachtd " KLACHTD_VERSION); return 0;
		case 'h': fputs(help, stdout); return 0;
		default: fputs("Try klachtd --help.\n", stderr); return 2;
		}
	}
	if (optind < argc || (once && check)) {
		fprintf(stderr, "klachtd: %s\nTry klachtd --help.\n", optind < argc ? "it takes no arguments" : "--once or --check, not both");
		return 2;
	}
	journal_open();
	return check ? check_run(config) : service_run(config, once ? SERVICE_ONCE : SERVICE_DAEMON);
}
