/* klachtctl list: the register as a table, or an object a line. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "ctl/ctl.h"
#include "ctl/print.h"
#include "daemon/value.h"

static const char help[] =
	"klachtctl list [--open] [--overdue] [--review] [--arrivals] [--channel NAME] [--kind NAME] [--since DAY]\n"
	"\n"
	"  --open       not answered, settled, withdrawn, merged or referred yet\n"
	"  --overdue    the answer was due before now\n"
	"  --review     somebody must look: review entries, receipts held, refused or come back, doubtful machine mail\n"
	"  --arrivals   everything that came in, machine mail too\n"
	"  --channel    email, letter, form or telephone\n"
	"  --kind       complaint, compliment, other, unreadable\n"
	"  --since      received on or after that day (2026-11-01)\n";

static const struct column complaint_columns[] = {
	{ "NUMBER", 13 }, { "KIND", 10 }, { "CHANNEL", 8 }, { "RECEIVED", 17 }, { "ANSWER DUE", 11 }, { "STATUS", 9 }, { "SENDER", 24 },
	{ "DOSSIERS", 17 }, { "RECEIPT", 10 }, { "REVIEW", 0 },
};
static const struct column arrival_columns[] = {
	{ "ID", 6 }, { "CHANNEL", 8 }, { "SOURCE", 12 }, { "RECEIVED", 17 }, { "KIND", 10 }, { "NUMBER", 13 },
	{ "FROM", 24 }, { "SUBJECT", 32 }, { "NOTE", 0 },
};
#define N(a) ((int)(sizeof(a) / sizeof *(a)))

/* Rows are loaded first and printed after the register is closed, so that a pager does not hold a read transaction. */
static int keep_row(json_t *row, void *arg)
{
	return json_array_append(arg, row);
}

static void join(const json_t *a, char *ret, size_t n)
{
	size_t used = 0;
	ret[0] = '\0';
	for (size_t i = 0; i < json_array_size(a) && used < n; i++)
		used += (size_t)snprintf(ret + used, n - used, "%s%s", used ? " " : "", json_string_value(json_array_get(a, i)));
}

/* The codes of the complaint and of its follow-ups, each once. */
static void review_codes(const json_t *row, char *ret, size_t n)
{
	const json_t *further = json_object_get(row, "follow_ups");
	json_t *codes = json_object();		/* keeps the order */
	for (size_t i = 0; i <= json_array_size(further); i++) {
		const json_t *lines = json_object_get(i == 0 ? row : json_array_get(further, i - 1), "review");
		for (size_t k = 0; k < json_array_size(lines); k++)
			(void)json_object_set_new(codes, get(json_array_get(lines, k), "code"), json_true());
	}
	const char *code;
	json_t *v;
	size_t used = 0;
	ret[0] = '\0';
	json_object_foreach(codes, code, v)
		used += used < n ? (size_t)snprintf(ret + used, n - used, "%s%s", used ? " " : "", code) : 0;
	json_decref(codes);
}

static void print_complaint(const json_t *row)
{
	char received[40], due[40], dossiers[200], review[300];
	const json_t *sender = json_object_get(row, "sender"), *receipt = json_object_get(row, "receipt");
	const char *name = get(sender, "name");
	bool overdue = json_is_true(json_object_get(row, "overdue"));
	join(json_object_get(row, "dossier_numbers"), dossiers, sizeof dossiers);
	review_codes(row, review, sizeof review);
	(void)print_when(get(row, "answer_due"), due);
	due[11] = '\0';		/* the day is enough */
	const char *cells[] = { get(row, "number"), get(row, "kind"), get(row, "channel"), print_when(get(row, "received_at"), received), due,
				overdue ? "OVERDUE" : get(row, "status"), name ? name : get(sender, "email"), dossiers, get(receipt, "state"), review };
	print_cells(complaint_columns, N(complaint_columns), cells);
}

static void print_arrival(const json_t *row)
{
	char id[24], received[40], review[300];
	const json_t *own = json_object_get(row, "id");
	(void)snprintf(id, sizeof id, "%lld", (long long)json_integer_value(own ? own : json_object_get(row, "arrival")));
	review_codes(row, review, sizeof review);
	const json_t *sender = json_object_get(row, "sender");
	const char *name = get(sender, "name"), *note = json_is_true(json_object_get(row, "seen_again")) ? "seen again" : review;
	const char *cells[] = { id, get(row, "channel"), get(row, "source"), print_when(get(row, "received_at"), received), get(row, "kind"),
				get(row, "number"), name ? name : get(sender, "email"), get(row, "subject"), note };
	print_cells(arrival_columns, N(arrival_columns), cells);
}

/* Complaints and, in --arrivals and --review, arrivals: the latter have an id, or no number. */
static void print_rows(const struct ctl *ctl, const json_t *rows, bool arrivals)
{
	if (!ctl->json && arrivals)
		print_heads(arrival_columns, N(arrival_columns));
	else if (!ctl->json)
		print_heads(complaint_columns, N(complaint_columns));
	bool heads = arrivals;
	for (size_t i = 0; i < json_array_size(rows); i++) {
		const json_t *row = json_array_get(rows, i);
		bool arrival = json_object_get(row, "id") || !get(row, "number");
		if (ctl->json) {
			print_object(row);
			continue;
		}
		if (arrival && !heads) {
			putchar('\n');
			print_heads(arrival_columns, N(arrival_columns));
			heads = true;
		}
		if (arrival)
			print_arrival(row);
		else
			print_complaint(row);
	}
}

static int since(const char *text, int64_t *ret_us)
{
	struct day d;
	if (value_day(text, &d))
		return ctl_usage("list", "--since: \"%s\" is no day; write 2026-11-01", text);
	struct tm tm = { .tm_year = d.year - 1900, .tm_mon = d.month - 1, .tm_mday = d.day, .tm_isdst = -1 };
	*ret_us = (int64_t)mktime(&tm) * US_PER_SECOND;
	return CTL_DONE;
}

/* -1: help was printed. */
static int parse(int argc, char **argv, struct reg_filter *f)
{
	static const struct option options[] = {
		{ "open", 0, NULL, 'o' }, { "overdue", 0, NULL, 'd' }, { "review", 0, NULL, 'r' }, { "arrivals", 0, NULL, 'a' },
		{ "channel", 1, NULL, 'c' }, { "kind", 1, NULL, 'k' }, { "since", 1, NULL, 's' }, { "help", 0, NULL, 'h' }, { 0 },
	};
	int r = CTL_DONE;
	optind = 0;
	for (int o; r == CTL_DONE && (o = getopt_long(argc, argv, "h", options, NULL)) != -1;) {
		switch (o) {
		case 'o': f->open = true; break;
		case 'd': f->overdue = true; break;
		case 'r': f->review = true; break;
		case 'a': f->arrivals = true; break;
		case 'c': f->channel = optarg; break;
		case 'k': f->kind = optarg; break;
		case 's': r = since(optarg, &f->since_us); break;
		case 'h': fputs(help, stdout); return -1;
		default: return CTL_USAGE;
		}
	}
	return r == CTL_DONE && optind < argc ? ctl_usage("list", "unexpected \"%s\"", argv[optind]) : r;
}

int ctl_list(struct ctl *ctl, int argc, char **argv)
{
	struct reg_filter f = { .now_us = clock_now_us() };
	struct reg *reg = NULL;
	struct error err;
	int r = parse(argc, argv, &f);
	if (r != CTL_DONE)
		return r < 0 ? CTL_DONE : r;
	r = ctl_register(ctl, &reg);
	if (r == CTL_DONE && f.since_us)	/* again: --since means midnight in the agency's zone, known only now */
		r = parse(argc, argv, &f);
	if (r != CTL_DONE)
		return r;
	json_t *rows = json_array();
	if (reg_list(reg, &f, keep_row, rows, &err) < 0)
		r = ctl_fail("%s", err.text);
	reg_close(reg);
	if (r == CTL_DONE)
		print_rows(ctl, rows, f.arrivals);
	json_decref(rows);
	return r;
}
