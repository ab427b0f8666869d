#include "daemon/parcel.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

static int compose(const struct templates *t, const struct receipt *r, const struct reg_receipt_row *row, char **ret, size_t *ret_n, struct error *err)
{
	if (!row->message)
		return receipt_compose(t, r, ret, ret_n, err);
	char *copy = malloc(row->message_n);
	if (!copy)
		return error_set(err, FAIL_RETRY, "out of memory");
	memcpy(copy, row->message, row->message_n);
	*ret = copy;
	*ret_n = row->message_n;
	return 0;
}

int parcel_make(const struct templates *t, const struct receipt *r, struct reg_receipt_row *row, struct parcel *ret, struct error *err)
{
	struct parcel p = { .fd = -1 };
	int k = compose(t, r, row, &p.message, &p.n, err);
	if (k == 0)
		p.fd = memfd_from("receipt", p.message, p.n, err);
	if (k < 0 || p.fd < 0) {
		parcel_free(&p);
		return k < 0 ? k : FAIL_RETRY;
	}
	*ret = p;
	ret->row = *row;
	*row = (struct reg_receipt_row){ 0 };
	return 0;
}

void parcel_free(struct parcel *p)
{
	reg_receipt_free(&p->row);
	free(p->message);
	p->message = NULL;
	fd_close(&p->fd);
}

struct reg_receipt_change parcel_start(const struct parcel *p, int64_t lease_until_us)
{
	return (struct reg_receipt_change){ .id = p->row.id, .state = "sending", .lease_until_us = lease_until_us, .message = p->message, .message_n = p->n,
					    .who = "klachtd" };
}
