/* base/clock.h — the two clocks, in microseconds.
 *
 * clock_now_us() is UTC since 1970 (for the register and for people); clock_mono_us() never jumps (for time-outs).
 * Neither fails on Linux. Pure code takes the time as an argument and calls neither.
 */
#ifndef KLACHTD_BASE_CLOCK_H
#define KLACHTD_BASE_CLOCK_H

#include <stddef.h>
#include <stdint.h>

#define US_PER_SECOND INT64_C(1000000)
#define US_PER_DAY (INT64_C(86400) * US_PER_SECOND)

int64_t clock_now_us(void);
int64_t clock_mono_us(void);

/* RFC 3339 with offset in the process's local zone, whole seconds: "2026-11-02T09:15:00+01:00". n >= 32. */
void clock_rfc3339(int64_t utc_us, char *ret, size_t n);

/* 1 a zone of the tz database; 0 none; -1 the database itself is not there, nobody can tell. */
int clock_zone_known(const char *zone);
/* Makes Europe/Amsterdam (or another zone of the tz database) the local zone of the process.
 * Returns 0; FAIL_CONFIG when the zone's data is not there (package tzdata). */
struct error;
int clock_set_zone(const char *zone, struct error *err);

#endif
