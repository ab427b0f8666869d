/* parsers/message/date.h: every shape of a date that was seen in mail, and what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/message/date.h"

static const struct { const char *in, *want; } dates[] = {
	{ "Mon, 2 Mar 2026 09:15:00 +0100", "2026-03-02T09:15:00+01:00" },
	{ " Mon,\r\n 2 Mar\r\n 2026 09:15 +0100 (MEZ (ja))", "2026-03-02T09:15:00+01:00" },
	{ "2 Mar 26 09:15:00 GMT", "2026-03-02T09:15:00+00:00" },
	{ "2 Mar 98 09:15:00 EST", "1998-03-02T09:15:00-05:00" },
	{ "2 Mar 126 09:15:00 Z", "2026-03-02T09:15:00+00:00" },
	{ "Mon Mar  2 09:15:00 2026", "2026-03-02T09:15:00-00:00" },
	{ "Mon Mar  2 09:15:00 CET 2026", "2026-03-02T09:15:00+01:00" },
	{ "Monday, 2 March 2026 09:15:00 +0100", "2026-03-02T09:15:00+01:00" },
	{ "maandag 2 maart 2026 09:15", "2026-03-02T09:15:00-00:00" },
	{ "ma 2 mrt 2026 9:15 +01:00", "2026-03-02T09:15:00+01:00" },
	{ "Mo, 2 Mär 2026 09:15:00 MESZ", "2026-03-02T09:15:00+02:00" },
	{ "2026-03-02T09:15:00.123+01:00", "2026-03-02T09:15:00+01:00" },
	{ "2026-03-02 09:15:00Z", "2026-03-02T09:15:00+00:00" },
	{ "02-Mar-2026 09:15:00 -0330", "2026-03-02T09:15:00-03:30" },
	{ "28-02-2026 09:15:00 +0100", "2026-02-28T09:15:00+01:00" },
	{ "2/28/2026 9:15 PM", "2026-02-28T21:15:00-00:00" },
	{ "28 Feb 2026 12:05 AM +0000", "2026-02-28T00:05:00+00:00" },
	{ "Sat, 31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59+00:00" },
	{ "Thu, 29 Feb 2024 10:00:00 +0000", "2024-02-29T10:00:00+00:00" },
	{ "Sun, 29 Feb 2026 10:00:00 +0000", NULL },
	{ "Mon, 31 Feb 2024 25:61:61 +9999", NULL },
	{ "Mon, 2 Mar 2026 24:00:00 +0100", NULL },
	{ "Mon, 2 Mar 2026 09:15:00 +9999", NULL },
	{ "Mon, 2 Mar 99999999999 09:15:00 +0100", NULL },
	{ "Mon, 2 Mar 1969 09:15:00 +0100", NULL },
	{ "Mon, 2 Mar 2101 09:15:00 +0100", NULL },
	{ "2/3/2026 09:15", NULL },		/* March or February: not guessed */
	{ "Mon, 2 Mar 2026", NULL },
	{ "yesterday", NULL }, { "", NULL }, { "(((((", NULL }, { ":::::", NULL },
};

static void test_dates(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
		char got[DATE_BYTES] = "none";
		size_t n = strlen(dates[i].in);
		char *exact = malloc(n ? n : 1);
		assert_non_null(exact);
		memcpy(exact, dates[i].in, n);
		int found = date_parse(exact, n, got);
		free(exact);
		if (found != (dates[i].want != NULL))
			print_error("%s\n", dates[i].in);
		assert_int_equal(found, dates[i].want != NULL);
		assert_string_equal(got, dates[i].want ? dates[i].want : "none");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_dates) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
