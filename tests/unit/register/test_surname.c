/* register/surname.h: one person's name as a file, a mail and a letter write it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "register/surname.h"

static void names_that_share_a_surname(void **state)
{
	(void)state;
	static const char *const SAME[][2] = {
		{ "De Boer, Jan", "Jan de Boer" }, { "Boer, de, J.", "J. de Boer" }, { "A. de Boer-Smit", "J. de Boer" }, { "A. de Boer - Smit", "P. Smit" },
		{ "mw. A. Boer-de Smit", "A. Boer" }, { "Jan-Willem de Boer", "J.W. de Boer" }, { "VRIES", "Jan de Vries" }, { "J. G\u00c9RARD", "Jean G\u00e9rard" },
		{ "A. in 't Veld", "Veld, in 't" }, { "Boer/Smit", "Jan Smit" },
	};
	static const char *const OTHER[][2] = {
		{ "Jan de Boer", "Jan de Vries" }, { "Jan-Willem de Boer", "P. Willem" }, { "De Boer, Jan", "P. Jan" }, { "", "" }, { ",", "Jan" }, { "-", "-" }, { "Jan B.", "Piet B." },
		{ "A. de Boer-Smit", "P. de" },
	};
	for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++)
		if (!surname_shared(SAME[i][0], SAME[i][1]) || !surname_shared(SAME[i][1], SAME[i][0]))
			fail_msg("%s and %s", SAME[i][0], SAME[i][1]);
	for (size_t i = 0; i < sizeof OTHER / sizeof *OTHER; i++)
		if (surname_shared(OTHER[i][0], OTHER[i][1]))
			fail_msg("%s is not %s", OTHER[i][0], OTHER[i][1]);
}

static void a_name_of_any_length(void **state)
{
	(void)state;
	char s[3000];
	memset(s, '-', sizeof s - 1);
	s[sizeof s - 1] = '\0';
	assert_false(surname_shared(s, "Jan"));
	for (size_t i = 0; i + 2 < sizeof s; i += 2)
		memcpy(s + i, "a ", 2);
	memcpy(s + 500, "Boer", 5);
	assert_true(surname_shared(s, "De Boer"));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(names_that_share_a_surname), cmocka_unit_test(a_name_of_any_length) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
