#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reader/rules_json.h"

static int load(const char *text, struct rules_box **ret)
{
	json_t *j = json_loads(text, 0, NULL);
	assert_non_null(j);
	int r = rules_box_load(j, ret, NULL);
	json_decref(j);
	return r;
}

static void test_defaults(void **state)
{
	struct rules_box *b = NULL;
	(void)state;
	assert_int_equal(rules_box_load(NULL, &b, NULL), 0);
	assert_string_equal(b->rules.organisation, "Pro Actief Incasso");
	assert_int_equal(b->rules.max_pages, 200);
	rules_box_free(b);
}

static void test_given(void **state)
{
	struct rules_box *b = NULL;
	(void)state;
	assert_int_equal(load("{\"organisation\": \"X\", \"addresses\": [\"a@b\", \"c@d\"], \"phones\": [], \"max_pages\": 3, \"later\": 1}", &b), 0);
	assert_string_equal(b->rules.organisation, "X");
	assert_int_equal(b->rules.addresses.n, 2);
	assert_string_equal(b->rules.addresses.text[1], "c@d");
	assert_int_equal(b->rules.phones.n, 0);
	assert_int_equal(b->rules.max_pages, 3);
	assert_int_equal(b->rules.max_parts, 1000);
	rules_box_free(b);
}

static void test_refused(void **state)
{
	struct rules_box *b = NULL;
	(void)state;
	assert_int_equal(load("[]", &b), FAIL_FATAL);
	assert_int_equal(load("{\"organisation\": 1}", &b), FAIL_FATAL);
	assert_int_equal(load("{\"addresses\": \"a\"}", &b), FAIL_FATAL);
	assert_int_equal(load("{\"addresses\": [1]}", &b), FAIL_FATAL);
	assert_int_equal(load("{\"max_pages\": 0}", &b), FAIL_FATAL);
	assert_int_equal(load("{\"max_document_bytes\": 99999999999}", &b), FAIL_FATAL);
	assert_null(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults), cmocka_unit_test(test_given), cmocka_unit_test(test_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
