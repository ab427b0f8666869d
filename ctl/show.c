/* klachtctl show NUMBER|ARRIVAL [--page N]: everything about one complaint or arrival; a page of its scan as a picture. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "ctl/ctl.h"
#include "ctl/print.h"
#include "reader/page_image.h"

#define PNG_BYTES ((size_t)64 << 20)

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

/* Of what has no number: what it is called by. */
static void print_arrival(const json_t *c)
{
	char id[24];
	if (!json_is_integer(json_object_get(c, "arrival")))
		return;
	(void)snprintf(id, sizeof id, "%lld", (long long)json_integer_value(json_object_get(c, "arrival")));
	print_pair("Arrival", id);
	print_pair("Source", get(c, "source"));
}

static void print_complaint(const json_t *c)
{
	char when[40], why[WHY_SIZE];
	const json_t *receipt = json_object_get(c, "receipt");
	print_arrival(c);
	print_pair("Number", get(c, "number"));
	print_pair("Kind", get(c, "kind"));
	print_pair("Status", json_is_true(json_object_get(c, "overdue")) ? "OVERDUE" : get(c, "status"));
	print_pair("Channel", get(c, "channel"));
	print_pair("Received", print_when(get(c, "received_at"), when));
	if (get(c, "answer_due")) {
		print_pair("Receipt due", print_when(get(c, "acknowledge_due"), when));
		print_pair("Answer due", print_when(get(c, "answer_due"), when));
	}
	print_pair("", get(c, "term_explanation"));
	print_sender(c);
	print_list("Dossiers", json_object_get(c, "dossier_numbers"), NULL, NULL);
	print_pair("Subject", get(c, "subject"));
	print_pair("Complaint", get(c, "description"));
	print_pair("Wanted", get(c, "desired_resolution"));
	print_pair("Receipt", get(receipt, "state"));
	print_pair("  why", print_why(receipt, why));
	print_pair("  to", get(receipt, "to"));
	if (get(receipt, "sent_at"))
		print_pair("  sent", print_when(get(receipt, "sent_at"), when));
	print_list("Review", json_object_get(c, "review"), "code", "text");
	print_list("Documents", json_object_get(c, "documents"), "name", "media_type");
	print_list("Follow-ups", json_object_get(c, "follow_ups"), "received_at", "description");
	print_history(json_object_get(c, "history"));
}

/* ---- a page as a picture ---- */

/* Of the scan: the sha256 of a letter's own original; NULL: it came by mail. */
static const char *scan_of(const json_t *c)
{
	const json_t *originals = json_object_get(c, "originals"), *first = json_array_get(originals, 0);
	const char *channel = get(c, "channel");
	return channel && strcmp(channel, "letter") == 0 ? get(first, "sha256") : NULL;
}

/* What stands framed on that page. New reference. */
static json_t *boxes_on(const json_t *c, int page)
{
	const char *field;
	json_t *e, *boxes = json_array();
	json_object_foreach(json_object_get(c, "evidence"), field, e) {
		if (json_integer_value(json_object_get(e, "page")) == page && json_is_array(json_object_get(e, "box")))
			(void)json_array_append(boxes, json_object_get(e, "box"));
	}
	return boxes;
}

/* Of the page the letter begins on its record tells how it lay; of others nobody knows. */
static int rotation_of(const json_t *c, int page)
{
	const json_t *scan = json_object_get(json_object_get(c, "record"), "scan");
	return json_integer_value(json_object_get(scan, "first_page")) == page ? (int)json_integer_value(json_object_get(scan, "rotation")) : -1;
}

static int open_scan(struct reg *reg, const json_t *c, struct error *err)
{
	uint8_t digest[SHA256_BYTES];
	const char *hex = scan_of(c);
	if (!hex || strlen(hex) != 2 * SHA256_BYTES)
		return error_set(err, FAIL_ITEM, "it came by mail: there are pages of letters only");
	for (int i = 0; i < SHA256_BYTES; i++) {
		unsigned byte = 0;
		(void)sscanf(hex + 2 * i, "%2x", &byte);
		digest[i] = (uint8_t)byte;
	}
	return reg_original_open(reg, digest, err);
}

/* A file may hold other people's letters before this one. */
static int check_page(const json_t *c, int page, struct error *err)
{
	const json_t *record = json_object_get(c, "record");
	int first = (int)json_integer_value(json_object_get(json_object_get(record, "scan"), "first_page"));
	int pages = (int)json_integer_value(json_object_get(json_array_get(json_object_get(record, "documents"), 0), "pages"));
	if (pages > 0 && page > pages)
		return error_set(err, FAIL_ITEM, "no such page: the file has %d", pages);
	if (page < first)
		return error_set(err, FAIL_ITEM, "begins on page %d of its file: page %d is not of it", first, page);
	return 0;
}

static int write_png(int fd, struct error *err)
{
	MAP_CLEANUP struct map png = { 0 };
	int r = map_fd(fd, PNG_BYTES, &png, err);
	if (r == 0 && (png.n < 8 || memcmp(png.bytes, "\x89PNG\r\n\x1a\n", 8) != 0))
		r = error_set(err, FAIL_ITEM, "the reader gave no PNG");
	return r < 0 ? r : write_all(STDOUT_FILENO, png.bytes, png.n, err);
}

static int show_page(struct ctl *ctl, struct reg *reg, const json_t *c, const char *name, int page)
{
	struct error err = { 0 };
	FD_CLEANUP int scan = open_scan(reg, c, &err), png = -1;
	if (scan < 0)
		return ctl_fail("%s: %s", name, err.text);
	json_t *rules = config_rules(ctl->config), *boxes = boxes_on(c, page);
	int r = check_page(c, page, &err);
	if (r == 0)
		r = page_image(scan, rules, page, rotation_of(c, page), boxes, &png, &err);
	if (r == 0)
		r = write_png(png, &err);
	json_decref(rules);
	json_decref(boxes);
	return r < 0 ? ctl_fail("%s: %s", name, err.text) : CTL_DONE;
}

/* ---- the verb ---- */

static const char show_help[] =
	"klachtctl show NUMBER|ARRIVAL              everything about one complaint (K-2026-000123), or an arrival by its id in klachtctl list\n"
	"klachtctl show NUMBER --page N > page.png  page N of the scan it came in, with boxes around what was taken for which field\n";

/* *ret_page 0: not asked for. */
static int show_arguments(int argc, char **argv, const char **ret_number, int *ret_page)
{
	*ret_number = NULL;
	*ret_page = 0;
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--page") == 0 && i + 1 < argc) {
			char *end;
			long page = strtol(argv[++i], &end, 10);
			if (*end || page < 1 || page > 100000)
				return ctl_usage("show", "--page %s: pages count from 1", argv[i]);
			*ret_page = (int)page;
		} else if (argv[i][0] == '-' || *ret_number) {
			return ctl_usage("show", "unexpected \"%s\"", argv[i]);
		} else {
			*ret_number = argv[i];
		}
	}
	return *ret_number ? CTL_DONE : ctl_usage("show", "which complaint?");
}

static int show(struct ctl *ctl, struct reg *reg, const char *number, int page)
{
	json_t *c = NULL;
	int r = ctl_find(reg, number, &c);
	if (r != CTL_DONE)
		return r;
	if (page)
		r = show_page(ctl, reg, c, number, page);
	else if (ctl->json)
		print_object(c);
	else
		print_complaint(c);
	json_decref(c);
	return r;
}

int ctl_show(struct ctl *ctl, int argc, char **argv)
{
	struct reg *reg = NULL;
	const char *number;
	int page;
	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		fputs(show_help, stdout);
		return CTL_DONE;
	}
	int r = show_arguments(argc, argv, &number, &page);
	if (r == CTL_DONE && page && isatty(STDOUT_FILENO))
		r = ctl_usage("show", "--page writes a PNG: send it to a file (klachtctl show %s --page %d > page.png)", number, page);
	if (r == CTL_DONE)
		r = ctl_register(ctl, &reg);
	if (r == CTL_DONE)
		r = show(ctl, reg, number, page);
	reg_close(reg);
	return r;
}
