/* tests/fuzz/fuzz_mail.c — mail_read(): the whole way from the bytes of a mail to a record, mails passed on included; and the record must be one that klachtd takes. */
#include <stdint.h>
#include <stdlib.h>

#include <jansson.h>

#include "parsers/mail.h"
#include "parsers/message/charset_iconv.h"
#include "reader/record_check.h"
#include "reader/record_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static int ready;
	struct parse_note note;
	struct record *r = NULL;
	struct message *m = NULL;
	if (!ready && (message_init() != 0 || charset_iconv_load() != 0))
		abort();
	ready = 1;
	if (mail_read(bytes, n, "x.eml", MAIL_FULL, &rules_default, &r, &m, &note) == PARSE_OK) {
		json_t *json = record_json(r);
		struct error why;
		if (!json || record_check(json, &why) < 0)
			abort();
		json_decref(json);
	}
	record_free(r);
	message_free(m);
	return 0;
}
