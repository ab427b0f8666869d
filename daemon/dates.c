#include "daemon/dates.h"

#include <stdio.h>

#include "register/term.h"

void date_short(int64_t utc_us, char *ret, size_t n)
{
	static const char days[][4] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	struct day d = term_day(utc_us);
	(void)snprintf(ret, n, "%s %d %s %d", days[term_weekday(d)], d.day, months[(d.month - 1) % 12], d.year);
}
