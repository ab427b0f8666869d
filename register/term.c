#include "register/term.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define US INT64_C(1000000)
#define LATEST_US (INT64_C(253370764800) * US)	/* the year 9999 */
#define SKIPPED_NAMED 5		/* days named in the explanation before "and more" */

const struct term_rules term_rules_default = {
	.acknowledge_working_days = 2,
	.answer_working_days = 7,
	.non_working_day_receipt = TERM_DAY_1,
	.good_friday = TERM_NEVER,
	.liberation_day = TERM_LUSTRUM,
};

/* Days since 1 March of the year 0: the leap day then comes last and needs no case of its own. */
static int64_t day_number(struct day d)
{
	int64_t y = d.month > 2 ? d.year : d.year - 1;
	int m = d.month > 2 ? d.month - 3 : d.month + 9;
	return y * 365 + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + d.day - 1;
}

static int month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

static struct day day_after(struct day d)
{
	if (++d.day > month_days(d.year, d.month)) {
		d.day = 1;
		if (++d.month > 12) {
			d.month = 1;
			d.year++;
		}
	}
	return d;
}

static bool same_day(struct day a, struct day b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

int term_weekday(struct day d)
{
	return (int)((day_number(d) + 2) % 7);	/* 1 March 0000 was a Wednesday */
}

/* Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
static struct day easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;
	return (struct day){ year, n / 31, n % 31 + 1 };
}

static bool switched(enum term_switch s, int year)
{
	return s == TERM_ALWAYS || (s == TERM_LUSTRUM && year % 5 == 0);
}

static const char *movable(struct day d, const struct term_rules *t)
{
	switch (day_number(d) - day_number(easter(d.year))) {
	case -2: return switched(t->good_friday, d.year) ? "Good Friday" : NULL;
	case 1: return "Easter Monday";
	case 39: return "Ascension Day";
	case 50: return "Whit Monday";
	default: return NULL;
	}
}

static const char *fixed(struct day d, const struct term_rules *t)
{
	struct day kings = { d.year, 4, 27 };
	if (term_weekday(kings) == 6)
		kings.day = 26;
	if (d.month == 1 && d.day == 1)
		return "New Year's Day";
	if (same_day(d, kings))
		return "King's Day";
	if (d.month == 5 && d.day == 5 && switched(t->liberation_day, d.year))
		return "Liberation Day";
	if (d.month == 12 && d.day == 25)
		return "Christmas Day";
	if (d.month == 12 && d.day == 26)
		return "Boxing Day";
	return NULL;
}

const char *term_holiday(struct day d, const struct term_rules *t)
{
	const char *name = fixed(d, t);
	if (!name)
		name = movable(d, t);
	for (size_t i = 0; !name && i < t->n_closed; i++)
		if (same_day(d, t->closed[i]))
			name = "closed day";
	return name;
}

bool term_working_day(struct day d, const struct term_rules *t)
{
	return term_weekday(d) < 5 && !term_holiday(d, t);
}

struct day term_day(int64_t utc_us)
{
	time_t s = (time_t)(utc_us / US - (utc_us % US < 0));
	struct tm tm;
	localtime_r(&s, &tm);
	return (struct day){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday };
}

static int64_t last_second(struct day d)
{
	struct tm tm = { .tm_year = d.year - 1900, .tm_mon = d.month - 1, .tm_mday = d.day,
			 .tm_hour = 23, .tm_min = 59, .tm_sec = 59, .tm_isdst = -1 };
	return (int64_t)mktime(&tm) * US;	/* no zone changes its clock at 23:59:59 */
}

/* ---- the explanation: one line, built while the days are counted ---- */

struct line {
	char *text;
	size_t n, size;
};

static void __attribute__((format(printf, 2, 3))) add(struct line *l, const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = vsnprintf(l->text + l->n, l->size - l->n, format, ap);
	va_end(ap);
	if (n > 0)
		l->n = l->n + (size_t)n < l->size ? l->n + (size_t)n : l->size - 1;
}

static void add_day(struct line *l, struct day d, bool weekday, int not_year)
{
	static const char weekdays[][4] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	if (weekday)
		add(l, "%s ", weekdays[term_weekday(d)]);
	add(l, "%d %s", d.day, months[d.month - 1]);
	if (d.year != not_year)
		add(l, " %d", d.year);
}

struct count {
	const struct term_rules *rules;
	struct line line;
	int year;	/* of receipt: not repeated */
	int skipped;
};

static struct day next_working_day(struct day d, struct count *c)
{
	for (d = day_after(d); !term_working_day(d, c->rules); d = day_after(d)) {
		if (term_weekday(d) >= 5 || ++c->skipped > SKIPPED_NAMED + 1)
			continue;
		if (c->skipped > SKIPPED_NAMED) {
			add(&c->line, ", more days skipped");
			continue;
		}
		add(&c->line, ", %s ", term_holiday(d, c->rules));
		add_day(&c->line, d, false, c->year);
		add(&c->line, " skipped");
	}
	return d;
}

/* Day 1. Receipt on a working day: the next working day. On any other: the first working day after, unless that is to be day 0. */
static struct day day_one(struct day received, struct count *c)
{
	struct day d = next_working_day(received, c);
	if (!term_working_day(received, c->rules) && c->rules->non_working_day_receipt == TERM_DAY_0) {
		add(&c->line, ", day 0 = ");
		add_day(&c->line, d, true, c->year);
		d = next_working_day(d, c);
	}
	add(&c->line, ", day 1 = ");
	add_day(&c->line, d, true, c->year);
	return d;
}

static void add_received(struct count *c, struct day d)
{
	const char *holiday = term_holiday(d, c->rules);
	add(&c->line, "received ");
	add_day(&c->line, d, true, 0);
	if (holiday)
		add(&c->line, " (%s)", holiday);
}

void term_compute(int64_t received_us, const struct term_rules *t, struct term *ret)
{
	struct day received = term_day(received_us < 0 ? 0 : received_us > LATEST_US ? LATEST_US : received_us);
	struct count c = { .rules = t, .line = { ret->explanation, 0, sizeof ret->explanation }, .year = received.year };
	int last = t->answer_working_days > t->acknowledge_working_days ? t->answer_working_days : t->acknowledge_working_days;
	add_received(&c, received);
	struct day d = day_one(received, &c);
	ret->acknowledge_day = ret->answer_day = d;
	for (int n = 1; n <= last; n++) {
		if (n > 1)
			d = next_working_day(d, &c);
		if (n == t->acknowledge_working_days) {
			ret->acknowledge_day = d;
			add(&c.line, ", receipt due at the end of day %d = ", n);
			add_day(&c.line, d, true, c.year);
		}
		if (n == t->answer_working_days) {
			ret->answer_day = d;
			add(&c.line, ", answer due at the end of day %d = ", n);
			add_day(&c.line, d, true, 0);
		}
	}
	ret->acknowledge_due_us = last_second(ret->acknowledge_day);
	ret->answer_due_us = last_second(ret->answer_day);
}
