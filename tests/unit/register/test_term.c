/* The working-day calendar: the complaints scheme's seven working days, the law's two. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"
#include "register/term.h"

static int amsterdam(void **state)
{
	(void)state;
	return clock_set_zone("Europe/Amsterdam", NULL);
}

/* ---- holidays: Easter as printed in almanacs, the rest follows from the calendar ---- */

static const struct { int year, easter_month, easter_day, kings_day; } almanac[] = {
	{ 2024, 3, 31, 27 }, { 2025, 4, 20, 26 }, { 2026, 4, 5, 27 }, { 2027, 3, 28, 27 }, { 2028, 4, 16, 27 },
	{ 2029, 4, 1, 27 }, { 2030, 4, 21, 27 }, { 2031, 4, 13, 26 }, { 2032, 3, 28, 27 }, { 2033, 4, 17, 27 },
	{ 2034, 4, 9, 27 }, { 2035, 3, 25, 27 },
};

/* Every holiday of 2024-2035 in full, as the government's lists give them (without New Year and Christmas, which never move). */
static const struct { const char *name; int days[12][2]; } moving[] = {
	{ "Easter Monday", { { 4, 1 }, { 4, 21 }, { 4, 6 }, { 3, 29 }, { 4, 17 }, { 4, 2 }, { 4, 22 }, { 4, 14 }, { 3, 29 }, { 4, 18 }, { 4, 10 }, { 3, 26 } } },
	{ "King's Day", { { 4, 27 }, { 4, 26 }, { 4, 27 }, { 4, 27 }, { 4, 27 }, { 4, 27 }, { 4, 27 }, { 4, 26 }, { 4, 27 }, { 4, 27 }, { 4, 27 }, { 4, 27 } } },
	{ "Ascension Day", { { 5, 9 }, { 5, 29 }, { 5, 14 }, { 5, 6 }, { 5, 25 }, { 5, 10 }, { 5, 30 }, { 5, 22 }, { 5, 6 }, { 5, 26 }, { 5, 18 }, { 5, 3 } } },
	{ "Whit Monday", { { 5, 20 }, { 6, 9 }, { 5, 25 }, { 5, 17 }, { 6, 5 }, { 5, 21 }, { 6, 10 }, { 6, 2 }, { 5, 17 }, { 6, 6 }, { 5, 29 }, { 5, 14 } } },
};

static const char *expected(struct day d)
{
	if (d.month == 1 && d.day == 1)
		return "New Year's Day";
	if (d.month == 12 && d.day == 25)
		return "Christmas Day";
	if (d.month == 12 && d.day == 26)
		return "Boxing Day";
	if (d.month == 5 && d.day == 5 && (d.year == 2025 || d.year == 2030 || d.year == 2035))
		return "Liberation Day";
	for (size_t i = 0; i < sizeof moving / sizeof moving[0]; i++)
		if (moving[i].days[d.year - 2024][0] == d.month && moving[i].days[d.year - 2024][1] == d.day)
			return moving[i].name;
	return NULL;
}

static struct day from_tm(const struct tm *tm)
{
	return (struct day){ tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday };
}

static void every_day_of_2024_to_2035(void **state)
{
	(void)state;
	struct tm tm = { .tm_year = 124, .tm_mday = 1, .tm_hour = 12 };
	for (; timegm(&tm), tm.tm_year < 136; tm.tm_mday++) {
		struct day d = from_tm(&tm);
		const char *got = term_holiday(d, &term_rules_default), *want = expected(d);
		if ((got == NULL) != (want == NULL) || (got && strcmp(got, want)))
			fail_msg("%d-%02d-%02d: %s, not %s", d.year, d.month, d.day, got ? got : "-", want ? want : "-");
		assert_int_equal(term_weekday(d), (tm.tm_wday + 6) % 7);
		assert_int_equal(term_working_day(d, &term_rules_default), tm.tm_wday % 6 != 0 && !want);
	}
}

static void good_friday_is_two_days_before_easter_when_switched_on(void **state)
{
	(void)state;
	struct term_rules t = term_rules_default;
	t.good_friday = TERM_ALWAYS;
	for (size_t i = 0; i < sizeof almanac / sizeof almanac[0]; i++) {
		struct tm tm = { .tm_year = almanac[i].year - 1900, .tm_mon = almanac[i].easter_month - 1,
				 .tm_mday = almanac[i].easter_day - 2, .tm_hour = 12 };
		timegm(&tm);
		assert_string_equal(term_holiday(from_tm(&tm), &t), "Good Friday");
		assert_null(term_holiday(from_tm(&tm), &term_rules_default));
		assert_int_equal(almanac[i].kings_day, moving[1].days[i][1]);
	}
	t.good_friday = TERM_LUSTRUM;
	assert_null(term_holiday((struct day){ 2026, 4, 3 }, &t));
	assert_string_equal(term_holiday((struct day){ 2030, 4, 19 }, &t), "Good Friday");
}

static void liberation_day_has_three_switches(void **state)
{
	(void)state;
	struct term_rules t = term_rules_default;
	static const struct { enum term_switch s; bool in_2025, in_2026; } cases[] = {
		{ TERM_NEVER, false, false }, { TERM_LUSTRUM, true, false }, { TERM_ALWAYS, true, true },
	};
	for (size_t i = 0; i < 3; i++) {
		t.liberation_day = cases[i].s;
		assert_int_equal(term_working_day((struct day){ 2025, 5, 5 }, &t), !cases[i].in_2025);
		assert_int_equal(term_working_day((struct day){ 2026, 5, 5 }, &t), !cases[i].in_2026);
	}
}

static void closed_days_are_no_working_days(void **state)
{
	(void)state;
	static const struct day closed[] = { { 2027, 12, 24 }, { 2026, 11, 25 } };
	struct term_rules t = term_rules_default;
	t.closed = closed;
	t.n_closed = 2;
	assert_false(term_working_day((struct day){ 2027, 12, 24 }, &t));
	assert_string_equal(term_holiday((struct day){ 2026, 11, 25 }, &t), "closed day");
	assert_true(term_working_day((struct day){ 2026, 12, 24 }, &t));
}

/* ---- terms ---- */

static int64_t local(int year, int month, int day, int hour, int minute, int second)
{
	struct tm tm = { .tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day, .tm_hour = hour, .tm_min = minute,
			 .tm_sec = second, .tm_isdst = -1 };
	return (int64_t)mktime(&tm) * US_PER_SECOND;
}

/* The rule once more, as slow as a person with a wall calendar: walk noon by noon, cross off, count. */
static time_t slow_due(time_t received, int days, const struct term_rules *t)
{
	struct tm tm;
	localtime_r(&received, &tm);
	tm.tm_hour = 12, tm.tm_min = 0, tm.tm_sec = 0, tm.tm_isdst = -1;
	mktime(&tm);
	bool on_working_day = term_working_day(from_tm(&tm), t);
	int to_count = days + (!on_working_day && t->non_working_day_receipt == TERM_DAY_0);
	while (to_count) {
		tm.tm_mday++, tm.tm_hour = 12, tm.tm_isdst = -1;
		mktime(&tm);
		if (term_working_day(from_tm(&tm), t))
			to_count--;
	}
	tm.tm_hour = 23, tm.tm_min = 59, tm.tm_sec = 59, tm.tm_isdst = -1;
	return mktime(&tm);
}

static void compare_a_year(int year, const struct term_rules *t)
{
	for (int64_t us = local(year, 1, 1, 0, 0, 0); us < local(year + 1, 1, 1, 0, 0, 0); us += 37 * 60 * US_PER_SECOND) {
		struct term got;
		term_compute(us, t, &got);
		time_t s = (time_t)(us / US_PER_SECOND);
		assert_int_equal(got.acknowledge_due_us, (int64_t)slow_due(s, t->acknowledge_working_days, t) * US_PER_SECOND);
		assert_int_equal(got.answer_due_us, (int64_t)slow_due(s, t->answer_working_days, t) * US_PER_SECOND);
		assert_true(got.answer_due_us > us);
		assert_non_null(strstr(got.explanation, "answer due"));
	}
}

static void a_years_worth_of_receipts_under_every_switch(void **state)
{
	(void)state;
	static const struct day closed[] = { { 2030, 12, 24 }, { 2026, 12, 31 }, { 2026, 1, 2 } };
	struct term_rules t = term_rules_default;
	compare_a_year(2026, &t);
	compare_a_year(2030, &t);
	t.non_working_day_receipt = TERM_DAY_0;
	compare_a_year(2026, &t);
	t.good_friday = t.liberation_day = TERM_ALWAYS;
	t.closed = closed;
	t.n_closed = 3;
	compare_a_year(2026, &t);
	t.acknowledge_working_days = 5;
	t.answer_working_days = 30;
	compare_a_year(2030, &t);
	t.answer_working_days = 1;	/* an answer sooner than the receipt is a strange rule, but it is the operator's */
	compare_a_year(2026, &t);
}

static void check(int64_t us, const char *acknowledge, const char *answer)
{
	struct term got;
	char text[40];
	term_compute(us, &term_rules_default, &got);
	clock_rfc3339(got.acknowledge_due_us, text, sizeof text);
	assert_string_equal(text, acknowledge);
	clock_rfc3339(got.answer_due_us, text, sizeof text);
	assert_string_equal(text, answer);
}

static void dates_counted_by_hand(void **state)
{
	(void)state;
	/* Saturday before Easter Monday: Tuesday is day 1 */
	check(local(2026, 4, 4, 10, 0, 0), "2026-04-08T23:59:59+02:00", "2026-04-15T23:59:59+02:00");
	/* an ordinary Monday */
	check(local(2026, 11, 23, 9, 0, 0), "2026-11-25T23:59:59+01:00", "2026-12-02T23:59:59+01:00");
	/* Friday a second before midnight, and a second later */
	check(local(2026, 11, 20, 23, 59, 59), "2026-11-24T23:59:59+01:00", "2026-12-01T23:59:59+01:00");
	check(local(2026, 11, 21, 0, 0, 0), "2026-11-24T23:59:59+01:00", "2026-12-01T23:59:59+01:00");
	/* over the turn of the year: 25, 26 (a Saturday) and 1 January fall out */
	check(local(2026, 12, 24, 16, 0, 0), "2026-12-29T23:59:59+01:00", "2027-01-06T23:59:59+01:00");
	/* on New Year's Day itself */
	check(local(2027, 1, 1, 12, 0, 0), "2027-01-05T23:59:59+01:00", "2027-01-12T23:59:59+01:00");
}

static void days_on_which_the_clock_changes(void **state)
{
	(void)state;
	/* 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00, so 02:30 comes twice. Both are Sundays. */
	check(local(2026, 3, 29, 1, 59, 59), "2026-03-31T23:59:59+02:00", "2026-04-08T23:59:59+02:00");
	check(local(2026, 3, 29, 3, 0, 0), "2026-03-31T23:59:59+02:00", "2026-04-08T23:59:59+02:00");
	int64_t first = (int64_t)1792888200 * US_PER_SECOND;	/* 25 Oct 2026 00:30 UTC = 02:30 summer time */
	check(first, "2026-10-27T23:59:59+01:00", "2026-11-03T23:59:59+01:00");
	check(first + 3600 * US_PER_SECOND, "2026-10-27T23:59:59+01:00", "2026-11-03T23:59:59+01:00");
	/* a term that runs over the change */
	check(local(2026, 3, 26, 12, 0, 0), "2026-03-30T23:59:59+02:00", "2026-04-07T23:59:59+02:00");
	/* 23:30 UTC is the next day here */
	struct day d = term_day((int64_t)1782862200 * US_PER_SECOND);	/* 30 Jun 2026 23:30 UTC */
	assert_int_equal(d.month, 7);
	assert_int_equal(d.day, 1);
}

static void the_explanation_names_what_was_skipped(void **state)
{
	(void)state;
	struct term got;
	term_compute(local(2026, 4, 4, 10, 0, 0), &term_rules_default, &got);
	assert_string_equal(got.explanation, "received Sat 4 Apr 2026, Easter Monday 6 Apr skipped, day 1 = Tue 7 Apr, "
			    "receipt due at the end of day 2 = Wed 8 Apr, answer due at the end of day 7 = Wed 15 Apr 2026");
	term_compute(local(2026, 12, 24, 10, 0, 0), &term_rules_default, &got);
	assert_string_equal(got.explanation, "received Thu 24 Dec 2026, Christmas Day 25 Dec skipped, day 1 = Mon 28 Dec, receipt due "
			    "at the end of day 2 = Tue 29 Dec, New Year's Day 1 Jan 2027 skipped, answer due at the end of day 7 = Wed 6 Jan 2027");
	term_compute(local(2026, 5, 25, 10, 0, 0), &term_rules_default, &got);
	assert_non_null(strstr(got.explanation, "received Mon 25 May 2026 (Whit Monday), day 1 = Tue 26 May"));
	struct term_rules t = term_rules_default;
	t.non_working_day_receipt = TERM_DAY_0;
	term_compute(local(2026, 11, 21, 10, 0, 0), &t, &got);
	assert_non_null(strstr(got.explanation, ", day 0 = Mon 23 Nov, day 1 = Tue 24 Nov"));
}

static void a_long_closure_still_explains_itself(void **state)
{
	(void)state;
	struct day closed[28];
	for (int i = 0; i < 28; i++)
		closed[i] = (struct day){ 2027, 2, i + 1 };
	struct term_rules t = term_rules_default;
	t.closed = closed;
	t.n_closed = 28;
	struct term got;
	term_compute(local(2027, 1, 29, 10, 0, 0), &t, &got);
	assert_non_null(strstr(got.explanation, "more days skipped"));
	assert_non_null(strstr(got.explanation, "answer due at the end of day 7 = Tue 9 Mar 2027"));
}

static void absurd_times_give_a_term_all_the_same(void **state)
{
	(void)state;
	static const int64_t times[] = { INT64_MIN, -1, 0, INT64_MAX, INT64_MAX / 2 };
	for (size_t i = 0; i < sizeof times / sizeof times[0]; i++) {
		struct term got;
		term_compute(times[i], &term_rules_default, &got);
		assert_true(got.answer_due_us > got.acknowledge_due_us && got.acknowledge_due_us > 0);
		(void)term_day(times[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_of_2024_to_2035),
		cmocka_unit_test(good_friday_is_two_days_before_easter_when_switched_on),
		cmocka_unit_test(liberation_day_has_three_switches),
		cmocka_unit_test(closed_days_are_no_working_days),
		cmocka_unit_test(a_years_worth_of_receipts_under_every_switch),
		cmocka_unit_test(dates_counted_by_hand),
		cmocka_unit_test(days_on_which_the_clock_changes),
		cmocka_unit_test(the_explanation_names_what_was_skipped),
		cmocka_unit_test(a_long_closure_still_explains_itself),
		cmocka_unit_test(absurd_times_give_a_term_all_the_same),
	};
	return cmocka_run_group_tests(tests, amsterdam, NULL);
}
