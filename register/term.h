/* register/term.h — working days and the two terms.
 *
 * Source:  the complaints scheme (answer within seven working days), Besluit kwaliteit incassodienstverlening (receipt within two working days),
 *          Algemene termijnenwet art. 3 for the list of public holidays. design section 1.
 * Units:   dates are civil days in the agency's zone, times UTC µs. A due time is the last second of its day.
 * Pure: no clock, no environment but the process's zone (clock_set_zone).
 */
#ifndef KLACHTD_REGISTER_TERM_H
#define KLACHTD_REGISTER_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct day { int year, month, day; };

enum term_day_zero { TERM_DAY_1, TERM_DAY_0 };	/* receipt on a non-working day: the first working day after is day 1 (default), or day 0 */
enum term_switch { TERM_NEVER, TERM_LUSTRUM, TERM_ALWAYS };	/* lustrum: Liberation Day in years divisible by five */

struct term_rules {
	int acknowledge_working_days, answer_working_days;	/* 2 and 7 */
	enum term_day_zero non_working_day_receipt;
	enum term_switch good_friday, liberation_day;
	const struct day *closed;	/* borrowed */
	size_t n_closed;
};
extern const struct term_rules term_rules_default;

/* The English name of the holiday, "weekend" days excluded; NULL: none. */
const char *term_holiday(struct day d, const struct term_rules *t);
bool term_working_day(struct day d, const struct term_rules *t);

struct term {
	int64_t acknowledge_due_us, answer_due_us;
	struct day acknowledge_day, answer_day;
	char explanation[400];	/* "received Sat 4 Apr 2026, Easter Monday 6 Apr skipped, day 1 = Tue 7 Apr, ..., answer due Wed 15 Apr 2026" */
};
/* A time before 1970 or after 9998, which only a broken or hostile source gives, counts as that border. */
void term_compute(int64_t received_us, const struct term_rules *t, struct term *ret);

struct day term_day(int64_t utc_us);		/* the civil day in the process's zone */
int term_weekday(struct day d);			/* 0 Monday .. 6 Sunday */

#endif
