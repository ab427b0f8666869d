/* Folder names on the wire: RFC 3501 5.1.3 and RFC 2342. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sources/mutf7.h"

static void names(void **state)
{
	(void)state;
	static const struct {
		const char *name, *prefix;
		char delimiter;
		const char *want;
	} cases[] = {
		{ "INBOX", "INBOX.", '.', "INBOX" },
		{ "inbox", "", '/', "INBOX" },
		{ "Verwerkt", "", '/', "Verwerkt" },
		{ "Verwerkt", "INBOX.", '.', "INBOX.Verwerkt" },
		{ "INBOX.Verwerkt", "INBOX.", '.', "INBOX.Verwerkt" },
		{ "Archief/Klachten", "INBOX.", '.', "INBOX.Archief.Klachten" },
		{ "INBOX/Archief", "INBOX/", '/', "INBOX/Archief" },
		{ "Archief/Klachten", "", '\0', "Archief/Klachten" },
		{ "A&B", "", '/', "A&-B" },
		{ "café", "", '/', "caf&AOk-" },
		{ "~peter/mail/台北/日本語", "", '/', "~peter/mail/&U,BTFw-/&ZeVnLIqe-" },	/* the RFC's own example */
		{ "€ \"x\\", "", '/', "&IKw- \"x\\" },
		{ "😀", "", '/', "&2D3eAA-" },
	};
	for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
		char *got = NULL;
		assert_int_equal(folder_wire_name(cases[k].name, cases[k].prefix, cases[k].delimiter, &got, NULL), 0);
		assert_string_equal(got, cases[k].want);
		free(got);
	}
}

static void names_that_no_folder_has(void **state)
{
	(void)state;
	char longest[FOLDER_BYTES + 2];
	memset(longest, 'x', sizeof longest - 1);
	longest[sizeof longest - 1] = '\0';
	const char *const bad[] = { "", "a\r\nb", "a*", "100%", "\xff\xfe", "caf\xe9", longest };
	for (size_t k = 0; k < sizeof bad / sizeof *bad; k++) {
		char *got = NULL;
		assert_int_equal(folder_wire_name(bad[k], "", '/', &got, NULL), FAIL_CONFIG);
		assert_null(got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(names), cmocka_unit_test(names_that_no_folder_has) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
