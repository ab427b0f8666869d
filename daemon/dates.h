/* daemon/dates.h — days as operators read them: English names of our own, no locale. */
#ifndef KLACHTD_DAEMON_DATES_H
#define KLACHTD_DAEMON_DATES_H

#include <stddef.h>
#include <stdint.h>

/* "Tue 1 Dec 2026" in the process's zone; n >= 20. */
void date_short(int64_t utc_us, char *ret, size_t n);

#endif
