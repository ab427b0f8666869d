#include "base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"

static int64_t read_clock(clockid_t id)
{
	struct timespec ts;
	(void)clock_gettime(id, &ts);	/* cannot fail for these two clocks */
	return (int64_t)ts.tv_sec * US_PER_SECOND + ts.tv_nsec / 1000;
}

int64_t clock_now_us(void)
{
	return read_clock(CLOCK_REALTIME);
}

int64_t clock_mono_us(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

void clock_rfc3339(int64_t utc_us, char *ret, size_t n)
{
	time_t s = (time_t)(utc_us / US_PER_SECOND);
	struct tm tm;
	localtime_r(&s, &tm);
	long off = tm.tm_gmtoff / 60;
	(void)snprintf(ret, n, "%04d-%02d-%02dT%02d:%02d:%02d%c%02ld:%02ld", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday,
		       tm.tm_hour, tm.tm_min, tm.tm_sec, off < 0 ? '-' : '+', labs(off) / 60, labs(off) % 60);
}

#define ZONES "/usr/share/zoneinfo"

int clock_zone_known(const char *zone)
{
	char path[256];
	struct stat st;
	if (!*zone || strstr(zone, "..") || *zone == '/' || snprintf(path, sizeof path, ZONES "/%s", zone) >= (int)sizeof path)
		return 0;
	if (stat(path, &st) == 0)
		return S_ISREG(st.st_mode);
	return access(ZONES "/Europe", F_OK) == 0 ? 0 : -1;
}

int clock_set_zone(const char *zone, struct error *err)
{
	int known = clock_zone_known(zone);
	if (known == 0)
		return error_set(err, FAIL_CONFIG, "time zone \"%s\": not a name of the tz database (Europe/Amsterdam is one)", zone);
	if (known < 0)
		return error_set(err, FAIL_CONFIG, "time zone %s: " ZONES " is not there (install the package tzdata)", zone);
	setenv("TZ", zone, 1);
	tzset();
	return 0;
}
