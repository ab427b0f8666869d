/* klachtctl read FILE..., explain FILE|NUMBER|ARRIVAL: what the reader makes of an item, and why. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ctl/ctl.h"
#include "ctl/print.h"
#include "ctl/read.h"
#include "ctl/read_sheet.h"

/* ---- explain ---- */

/* The value that a field of the record has: "sender.address.street", "dossier_numbers[0]". */
static const char *value_of(const json_t *record, const char *field)
{
	char name[80];
	const json_t *v = record;
	while (v && *field) {
		size_t n = strcspn(field, ".[");
		(void)snprintf(name, sizeof name, "%.*s", (int)n, field);
		v = json_object_get(v, name);
		field += n;
		if (*field == '[') {
			size_t i = 0;
			for (field++; *field >= '0' && *field <= '9' && i < 1000; field++)
				i = i * 10 + (size_t)(*field - '0');
			v = json_array_get(v, i);
			field += *field == ']';
		}
		field += *field == '.';
	}
	return json_string_value(v);
}

static const char *place(const char *from)
{
	static const struct { const char *from, *words; } places[] = {
		{ "signature", "in the signature" }, { "label", "behind its label" }, { "display-name", "in the display name of From" },
		{ "body", "in the text" }, { "quoted", "in the quoted older mail" }, { "forwarded", "in the mail that is passed on" }, { "subject", "in the subject" },
		{ "attachment", "in an attachment" }, { "form", "in the form" }, { "from-header", "in the From header" },
		{ "reply-to", "in Reply-To" }, { "qr", "in the QR code" }, { "slip", "on our reply slip or receipt" },
		{ "ocr", "in the text" }, { "text-layer", "in the text layer" },
	};
	for (size_t i = 0; from && i < sizeof places / sizeof *places; i++)
		if (strcmp(from, places[i].from) == 0)
			return places[i].words;
	return from ? from : "somewhere";
}

/* One line of evidence; a quote is cut to what a line can show. */
static void explain_field(const json_t *record, const char *field, const json_t *e)
{
	const char *value = value_of(record, field), *quote = get(e, "quote");
	int page = (int)json_integer_value(json_object_get(e, "page"));
	printf("%s", field);
	if (value && strlen(value) < 60 && !strchr(value, '\n'))
		printf(" is \"%s\"", value);
	printf(": read %s", place(get(e, "from")));
	if (page > 0)
		printf(" of page %d", page);
	if (quote && *quote)
		printf(", from \"%.*s\"", (int)strcspn(quote, "\n") < 100 ? (int)strcspn(quote, "\n") : 100, quote);
	printf(", %.0f %% sure.\n", 100 * json_number_value(json_object_get(e, "confidence")));
}

static void explain_missing(const json_t *record)
{
	static const char *const wanted[] = { "sender.name", "sender.email", "sender.phone", "sender.address.street", "dossier_numbers[0]",
					      "description", "desired_resolution" };
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (!value_of(record, wanted[i]))
			printf("%.*s: not found, so left empty.\n", (int)strcspn(wanted[i], "["), wanted[i]);
}

static void explain_reasons(const json_t *record)
{
	const json_t *why = json_object_get(json_object_get(record, "receipt"), "why");
	for (size_t i = 0; i < json_array_size(why); i++)
		printf("  because %s (%s)\n", get(json_array_get(why, i), "text"), get(json_array_get(why, i), "code"));
}

static void explain_receipt(const json_t *record)
{
	const json_t *receipt = json_object_get(record, "receipt");
	const char *verdict = get(receipt, "verdict"), *to = get(receipt, "to");
	if (verdict && strcmp(verdict, "send") == 0)
		printf("The receipt may be sent%s%s.\n", to ? " to " : ", by post: there is no e-mail address", to ? to : "");
	else
		printf("The receipt is %s.\n", verdict && strcmp(verdict, "hold") == 0 ? "held for an operator" : "never sent");
	explain_reasons(record);
}

/* One that came back or was refused may go by post, and keeps its address. */
static bool by_post(const json_t *receipt)
{
	const char *state = get(receipt, "state");
	return !get(receipt, "to") || (state && (strcmp(state, "to-print") == 0 || strcmp(state, "printed") == 0));
}

/* What became of it, which is more than the reader could know: limits, answers of the mail server, an operator's verbs. */
static void explain_stored_receipt(const json_t *c)
{
	char why[WHY_SIZE];
	const json_t *record = json_object_get(c, "record"), *receipt = json_object_get(c, "receipt");
	const char *verdict = get(json_object_get(record, "receipt"), "verdict"), *to = by_post(receipt) ? NULL : get(receipt, "to");
	print_why(receipt, why);
	if (json_is_object(receipt))
		printf("The receipt is %s%s%s%s%s%s.\n", get(receipt, "state"), *why ? " (" : "", why, *why ? ")" : "", to ? ", to " : ", by post", to ? to : "");
	else
		puts("There is no receipt.");
	if (verdict && strcmp(verdict, "send") != 0)
		explain_reasons(record);
}

static void explain_review(const json_t *review)
{
	for (size_t i = 0; i < json_array_size(review); i++) {
		const json_t *r = json_array_get(review, i);
		printf("Somebody must look%s%s: %s (%s)\n", get(r, "field") ? " at " : "", get(r, "field") ? get(r, "field") : "", get(r, "text"), get(r, "code"));
	}
}

static void explain_fields(const json_t *record)
{
	const char *key;
	json_t *e;
	printf("%s: %s, by %s", get(record, "file") ? get(record, "file") : "item", get(record, "kind"), get(record, "channel"));
	if (get(record, "language"))
		printf(", language %s", get(record, "language"));
	puts(".");
	json_object_foreach(json_object_get(record, "evidence"), key, e)
		explain_field(record, key, e);
	explain_missing(record);
}

static void explain(const json_t *record)
{
	explain_fields(record);
	explain_receipt(record);
	explain_review(json_object_get(record, "review"));
	putchar('\n');
}

/* The reader's reasons, and the register's word on the rest. */
static void explain_stored(const json_t *c)
{
	const json_t *further = json_object_get(c, "follow_ups");
	explain_fields(json_object_get(c, "record"));
	explain_stored_receipt(c);
	explain_review(json_object_get(c, "review"));
	for (size_t i = 0; i < json_array_size(further); i++)
		explain_review(json_object_get(json_array_get(further, i), "review"));
	putchar('\n');
}

/* NUMBER or ARRIVAL. */
static int explain_named(struct ctl *ctl, const char *name)
{
	struct reg *reg = NULL;
	json_t *c = NULL;
	int r = ctl_register(ctl, &reg);
	if (r != CTL_DONE)
		return r;
	r = ctl_find(reg, name, &c);
	reg_close(reg);
	if (r != CTL_DONE)
		return r;
	if (ctl->json)
		print_object(json_object_get(c, "record"));
	else
		explain_stored(c);
	json_decref(c);
	return CTL_DONE;
}

/* ---- reading files ---- */

static void sheet(const json_t *record)
{
	read_sheet(stdout, record);
	putchar('\n');
}

/* With --config the agency is the configuration's, else the scheme's own. */
static int read_files(struct ctl *ctl, const char *verb, int argc, char **argv, ctl_read_print *print)
{
	json_t *rules = NULL;
	int r = ctl->config_file ? ctl_config(ctl) : CTL_DONE;
	if (r != CTL_DONE)
		return r;
	if (ctl->config)
		rules = config_rules(ctl->config);
	r = ctl_read(verb, argc, argv, rules, ctl->json ? print_object : print);
	json_decref(rules);
	return r;
}

/* "--" and names that begin with a dash: 1 when there are files, 0 help was asked for, -1 wrong. */
static int files_of(int *argc, char ***argv)
{
	if (*argc > 1 && strcmp((*argv)[1], "--") == 0) {
		*argc -= 1;
		*argv += 1;
	} else if (*argc > 1 && (*argv)[1][0] == '-' && (*argv)[1][1]) {
		return strcmp((*argv)[1], "--help") == 0 ? 0 : -1;
	}
	*argc -= 1;
	*argv += 1;
	return *argc > 0 ? 1 : -1;
}

int ctl_read_verb(struct ctl *ctl, int argc, char **argv)
{
	int r = files_of(&argc, &argv);
	if (r == 1)
		return read_files(ctl, "read", argc, argv, sheet);
	fputs("klachtctl read [--json] FILE...   mails (.eml) and scans (PDF, TIFF, JPEG, PNG), \"-\" for standard input; changes nothing\n",
	      r == 0 ? stdout : stderr);
	return r == 0 ? CTL_DONE : CTL_USAGE;
}

int ctl_explain(struct ctl *ctl, int argc, char **argv)
{
	int r = files_of(&argc, &argv);
	if (r == 1 && argc == 1 && (strncmp(argv[0], "K-", 2) == 0 || ctl_arrival_id(argv[0])) && access(argv[0], F_OK) != 0)
		return explain_named(ctl, argv[0]);
	if (r == 1)
		return read_files(ctl, "explain", argc, argv, explain);
	fputs("klachtctl explain FILE...|NUMBER|ARRIVAL   why the reader decided as it did, and what became of it\n", r == 0 ? stdout : stderr);
	return r == 0 ? CTL_DONE : CTL_USAGE;
}
