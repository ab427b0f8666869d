/* Priorities mean something: err wakes a person, warning is looked at today, notice is the day's work, info and debug are silence. Whoever changes one changes
 * this table, and the operators' nights. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <syslog.h>

#include <cmocka.h>

#include "daemon/journal.h"

static const struct { int priority; const char *names; } documented[] = {
	{ LOG_CRIT, " register-lost " },
	{ LOG_ERR, " config-bad cannot-start sandbox-missing receipt-failed breaker-open mailbox-down login-refused certificate smtp-down letterbox-down "
		   "worker-died reader-down register-stalled " },
	{ LOG_WARNING, " unreadable poison item-later receipt-held receipt-uncertain receipt-bounced uidvalidity scan-failed mailbox-limited letterbox-limited letters-wait overdue " },
	{ LOG_NOTICE, " started stopped reloaded waiting registered follow-up machine-mail receipt-sent receipt-print receipt-operator breaker-closed letters-go dossiers-imported "
		      "mailbox-up smtp-up letterbox-up worker-up reader-up register-ok " },
	{ LOG_INFO, " seen-again receipt-retry receipt-delivered " },
	{ LOG_DEBUG, " debug " },
};

static bool named(const char *names, const char *name)
{
	const char *at = strstr(names, name);
	return at && at[-1] == ' ' && at[strlen(name)] == ' ';
}

static void every_event_has_the_priority_it_is_documented_with(void **state)
{
	(void)state;
	for (int e = 0; e < EVENTS; e++) {
		const char *name = journal_event_name((enum event)e);
		int priority = -1;
		for (size_t i = 0; i < sizeof documented / sizeof *documented; i++)
			if (named(documented[i].names, name))
				priority = documented[i].priority;
		if (priority != journal_priority((enum event)e))
			fail_msg("%s: priority %d, documented %d", name, journal_priority((enum event)e), priority);
	}
}

static void every_event_has_an_id_of_its_own(void **state)
{
	(void)state;
	for (int a = 0; a < EVENTS; a++) {
		assert_int_equal(strlen(journal_message_id((enum event)a)), 32);
		for (int b = 0; b < a; b++) {
			assert_string_not_equal(journal_message_id((enum event)a), journal_message_id((enum event)b));
			assert_string_not_equal(journal_event_name((enum event)a), journal_event_name((enum event)b));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_event_has_the_priority_it_is_documented_with),
		cmocka_unit_test(every_event_has_an_id_of_its_own),
	};
	return cmocka_run_group_tests_name("journal", tests, NULL, NULL);
}
