/* A whole mail. What comes out is held to the header's promises: UTF-8, no control characters, addresses that are some. */
#include <stdlib.h>
#include <string.h>

#include "parsers/message/addrspec.h"
#include "parsers/message/charset.h"
#include "parsers/message/charset_iconv.h"
#include "parsers/message/message.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void check_text(const char *s, bool lines)
{
	if (!s)
		return;
	size_t n = strlen(s);
	if (!utf8_valid(s, n))
		abort();
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)s[i] < ' ' && !(lines && (s[i] == '\n' || s[i] == '\t'))) || s[i] == 0x7f)
			abort();
}

static void check_box(const struct mailbox *b)
{
	check_text(b->name, false);
	check_text(b->address, false);
	if (b->address && !addrspec_valid(b->address))
		abort();
}

static void check(const struct message *m)
{
	check_box(&m->from);
	check_box(&m->sender);
	for (size_t i = 0; i < m->reply_to.n; i++)
		check_box(&m->reply_to.box[i]);
	for (size_t i = 0; i < m->n_headers; i++) {
		check_text(m->headers[i].name, false);
		check_text(m->headers[i].value, false);
	}
	const char *lines[] = { m->subject, m->message_id, m->in_reply_to, m->date, m->return_path, m->report.original_message_id,
		m->report.final_recipient, m->report.action, m->report.status, m->report.disposition };
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		check_text(lines[i], false);
	check_text(m->text, true);
	check_text(m->other_text, true);
	volatile uint8_t sum = 0;
	for (size_t i = 0; i < m->n_parts; i++) {
		check_text(m->parts[i].name, false);
		check_text(m->parts[i].text, true);
		check_text(m->parts[i].declared_type, false);
		check_text(m->parts[i].content_id, false);
		for (size_t k = 0; k < m->parts[i].n; k++)
			sum = (uint8_t)(sum + m->parts[i].bytes[k]);
	}
	if (m->attached)
		check(m->attached);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static int ready;
	struct message *m = NULL;
	struct parse_note note;
	if (!ready && (message_init() != 0 || charset_iconv_load() != 0))
		abort();
	ready = 1;
	if (message_parse(bytes, n, &rules_default, &m, &note) == PARSE_OK)
		check(m);
	message_free(m);
	return 0;
}
