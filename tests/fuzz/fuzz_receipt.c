/* Facts of a complaint, as any mail could have made them, to a receipt: what must hold of every mail that leaves the agency. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "outbox/receipt.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

/* 7-bit, CRLF, short lines, one header of each kind. */
static void look(const char *mail, size_t n)
{
	size_t line = 0;
	must(strlen(mail) == n);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)mail[i];
		must(c < 127 && (c >= ' ' || (c == '\r' && mail[i + 1] == '\n') || (c == '\n' && i && mail[i - 1] == '\r')));
		line = c == '\n' ? 0 : line + 1;
		must(line <= 998);
	}
	const char *end = strstr(mail, "\r\n\r\n");
	must(end && memcmp(mail, "From: ", 6) == 0);
	int to = 0, headers = 0;
	for (const char *p = mail; p < end + 2; p = strstr(p, "\r\n") + 2) {
		to += strncasecmp(p, "To:", 3) == 0;
		must(strncasecmp(p, "Bcc:", 4) != 0 && strncasecmp(p, "Cc:", 3) != 0);
		headers += *p != ' ';
	}
	must(to == 1 && headers <= 14);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct templates *templates;
	static const struct receipt_agency agency = { .organisation = "Incasso", .from = "Klachten <k@example.nl>", .office_hours = "09:00-17:30" };
	static const char *const texts[] = { "complaint", "compliment", "other", "follow-up" };
	if (!templates && templates_load(NULL, &templates, NULL))
		abort();
	if (size < 1)
		return 0;
	json_t *facts = json_loadb((const char *)data + 1, size - 1, 0, NULL), *job = NULL;
	struct receipt r = { .text = texts[data[0] & 3], .language = data[0] & 4 ? "en" : "nl", .to = "x@example.org",
			     .message_id = "receipt.K-2026-000001.x@example.nl", .facts = facts, .agency = &agency };
	char *mail = NULL;
	size_t n = 0;
	if (receipt_compose(templates, &r, &mail, &n, NULL) == 0)
		look(mail, n);
	if (receipt_print_job(templates, &r, &job, NULL) == 0)
		json_decref(job);
	free(mail);
	json_decref(facts);
	return 0;
}
