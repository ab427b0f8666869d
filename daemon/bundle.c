#include "daemon/bundle.h"

#include <stdlib.h>
#include <string.h>

#include "outbox/receipt.h"

static bool same_day(struct day a, struct day b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

void days_add(struct day d, void *days)
{
	struct days *all = days;
	for (size_t i = 0; i < all->n; i++)
		if (same_day(all->day[i], d))
			return;
	if (all->n < BUNDLE_DAYS)
		all->day[all->n++] = d;
}

struct day days_take(struct days *days)
{
	struct day d = days->day[0];
	days->n--;
	memmove(days->day, days->day + 1, days->n * sizeof *days->day);
	return d;
}

int letter_compose(const struct dispatch *d, const struct reg_receipt_row *row, int64_t dated_us, json_t **ret, struct error *err)
{
	struct receipt_agency agency;
	struct receipt r;
	dispatch_receipt(d, row, dated_us, &agency, &r);
	return receipt_print_job(dispatch_templates(d), &r, ret, err);
}

static int add(struct bundle *b, int64_t id, json_t *letter, struct error *err)
{
	int64_t *more = reallocarray(b->ids, b->n + 1, sizeof *more);
	if (more)
		b->ids = more;
	if (!more || json_array_append_new(b->letters, letter) < 0)
		return error_set(err, FAIL_RETRY, "out of memory");
	b->ids[b->n++] = id;
	return 0;
}

int bundle_gather(struct reg *reg, const struct dispatch *d, struct day day, struct bundle *ret, struct error *err)
{
	struct bundle b = { .day = day, .letters = json_array() };
	struct reg_receipt_row row = { 0 };
	int r;
	for (int64_t after = 0; (r = reg_letter_next(reg, true, after, &row, err)) == 1;) {
		json_t *letter = NULL;
		after = row.id;
		if (same_day(term_day(row.rendered_us), day) && letter_compose(d, &row, row.rendered_us, &letter, err) == 0)
			r = add(&b, row.id, letter, err);
		reg_receipt_free(&row);
		if (r < 0)
			break;
	}
	if (r == 0)
		*ret = b;
	else
		bundle_free(&b);
	return r;
}

void bundle_free(struct bundle *b)
{
	json_decref(b->letters);
	free(b->ids);
	*b = (struct bundle){ 0 };
}
