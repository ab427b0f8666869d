/* klachtctl show NUMBER: everything about one complaint. */
#include <stdio.h>
#include <string.h>

#include "ctl/ctl.h"
#include "ctl/print.h"

static const char *or_empty(const char *s)
{
	return s ? s : "";
}

static void print_sender(const json_t *c)
{
	const json_t *s = json_object_get(c, "sender"), *a = json_object_get(s, "address");
	char line[600];
	print_pair("Sender", get(s, "name"));
	print_pair("  on behalf of", get(c, "on_behalf_of"));
	print_pair("  e-mail", get(s, "email"));
	print_pair("  telephone", get(s, "phone"));
	if (!json_is_object(a))
		return;
	(void)snprintf(line, sizeof line, "%s %s\n%s %s", or_empty(get(a, "street")), or_empty(get(a, "house_number")), or_empty(get(a, "postcode")),
		       or_empty(get(a, "city")));
	print_pair("  address", line);
}

static void print_list(const char *label, const json_t *a, const char *key, const char *key2)
{
	for (size_t i = 0; i < json_array_size(a); i++) {
		char line[900];
		const json_t *v = json_array_get(a, i);
		const char *one = key ? get(v, key) : json_string_value(v), *two = key2 ? get(v, key2) : NULL;
		(void)snprintf(line, sizeof line, "%s%s%s", one ? one : "-", two ? ": " : "", two ? two : "");
		print_pair(i == 0 ? label : "", line);
	}
}

static void print_history(const json_t *a)
{
	for (size_t i = 0; i < json_array_size(a); i++) {
		char when[40], line[900];
		const json_t *v = json_array_get(a, i);
		const char *from = get(v, "from"), *to = get(v, "to");
		(void)snprintf(line, sizeof line, "%s  %-10s %s%s%s%s%s", print_when(get(v, "at"), when), or_empty(get(v, "who")), or_empty(get(v, "what")),
			       from ? " " : "", or_empty(from), to ? " -> " : "", or_empty(to));
		print_pair(i == 0 ? "History" : "", line);
	}
}

static void print_complaint(const json_t *c)
{
	char when[40];
	const json_t *receipt = json_object_get(c, "receipt");
	print_pair("Number", get(c, "number"));
	print_pair("Kind", get(c, "kind"));
	print_pair("Status", json_is_true(json_object_get(c, "overdue")) ? "OVERDUE" : get(c, "status"));
	print_pair("Channel", get(c, "channel"));
	print_pair("Received", print_when(get(c, "received_at"), when));
	print_pair("Receipt due", print_when(get(c, "acknowledge_due"), when));
	print_pair("Answer due", print_when(get(c, "answer_due"), when));
	print_pair("", get(c, "term_explanation"));
	print_sender(c);
	print_list("Dossiers", json_object_get(c, "dossier_numbers"), NULL, NULL);
	print_pair("Subject", get(c, "subject"));
	print_pair("Complaint", get(c, "description"));
	print_pair("Wanted", get(c, "desired_resolution"));
	print_pair("Receipt", get(receipt, "state"));
	print_pair("  to", get(receipt, "to"));
	if (get(receipt, "sent_at"))
		print_pair("  sent", print_when(get(receipt, "sent_at"), when));
	print_list("Review", json_object_get(c, "review"), "code", "text");
	print_list("Documents", json_object_get(c, "documents"), "name", "media_type");
	print_list("Follow-ups", json_object_get(c, "follow_ups"), "received_at", "description");
	print_history(json_object_get(c, "history"));
}

int ctl_show(struct ctl *ctl, int argc, char **argv)
{
	struct reg *reg = NULL;
	struct error err;
	json_t *c = NULL;
	if (argc != 2 || argv[1][0] == '-') {
		puts("klachtctl show NUMBER   everything about one complaint (K-2026-000123)");
		return argc == 2 && strcmp(argv[1], "--help") == 0 ? CTL_DONE : CTL_USAGE;
	}
	int r = ctl_register(ctl, &reg);
	if (r != CTL_DONE)
		return r;
	r = reg_show(reg, argv[1], &c, &err);
	reg_close(reg);
	if (r < 0)
		return ctl_fail("%s", err.text);
	if (r == 0)
		return ctl_fail("%s: not on the register", argv[1]);
	if (ctl->json)
		print_object(c);
	else
		print_complaint(c);
	json_decref(c);
	return CTL_DONE;
}
