/* daemon/bundle.h — the daily bundle of letters: which days' are to be drawn anew, and what stands in one. For daemon/printing.c.
 *
 * Owner:   a bundle owns its ids and letters; bundle_free().
 */
#ifndef KLACHTD_DAEMON_BUNDLE_H
#define KLACHTD_DAEMON_BUNDLE_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

#include "daemon/dispatch.h"
#include "register/register.h"

#define BUNDLE_DAYS 64

struct days {			/* oldest first, each once */
	struct day day[BUNDLE_DAYS];
	size_t n;
};
void days_add(struct day d, void *days);	/* beyond BUNDLE_DAYS: forgotten; the letters' own files lie there */
struct day days_take(struct days *days);	/* of which there is one */

/* A letter's words, dated that day. As receipt_print_job(). */
int letter_compose(const struct dispatch *d, const struct reg_receipt_row *row, int64_t dated_us, json_t **ret, struct error *err);

struct bundle {
	struct day day;
	json_t *letters;	/* for the printer */
	int64_t *ids;		/* of those letters, for reg_letters_bundled() */
	size_t n;
};
/* The letters drawn that day that wait for the post. 0, or a FAIL_* and *ret is empty. */
int bundle_gather(struct reg *reg, const struct dispatch *d, struct day day, struct bundle *ret, struct error *err);
void bundle_free(struct bundle *b);	/* also an empty one */

#endif
