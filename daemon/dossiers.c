#include "daemon/dossiers.h"

#include <string.h>
#include <systemd/sd-daemon.h>

#include "base/file.h"

#define ALIVE_ROWS 50000	/* a million on a busy machine take longer than the watchdog waits, and are no reason to be killed */
#define ROWS_BYTES ((size_t)1 << 30)

/* Text of a place in the row: NULL for null, missing and "". */
static const char *text_at(const json_t *row, size_t i)
{
	const char *s = json_string_value(json_array_get(row, i));
	return s && *s ? s : NULL;
}

static int put(struct reg *reg, const char *line, size_t n, int64_t at, struct error *err)
{
	json_t *row = json_loadb(line, n, 0, NULL);
	struct reg_dossier d = { .number = text_at(row, 0), .name = text_at(row, 1), .postcode = text_at(row, 2), .email = text_at(row, 3) };
	int r = json_is_array(row) ? reg_dossiers_put(reg, &d, err) : 0;
	json_decref(row);
	if (r == 0)
		return error_set(err, FAIL_ITEM, "dossiers: row %lld is refused: the number is not 4 to 15 digits, or a text is over 500 bytes", (long long)at);
	return r < 0 ? r : 0;
}

static int put_all(struct reg *reg, const struct map *rows, int64_t *ret_rows, struct error *err)
{
	const char *p = (const char *)rows->bytes, *end = p + rows->n;
	int r = 0;
	for (*ret_rows = 0; p < end && r == 0; (*ret_rows)++) {
		const char *lf = memchr(p, '\n', (size_t)(end - p));
		size_t n = lf ? (size_t)(lf - p) : (size_t)(end - p);
		r = put(reg, p, n, *ret_rows + 1, err);
		if (*ret_rows % ALIVE_ROWS == ALIVE_ROWS - 1)
			(void)sd_notify(0, "WATCHDOG=1");
		p += n + (lf != NULL);
	}
	return r;
}

int dossiers_import(struct reg *reg, int rows_fd, const char *who, int64_t *ret_rows, struct error *err)
{
	MAP_CLEANUP struct map rows = { 0 };
	if (rows_fd < 0 || map_fd(rows_fd, ROWS_BYTES, &rows, err) < 0)
		return error_set(err, FAIL_ITEM, "dossiers: the rows come as a sealed memfd of at most 1 GiB");
	int r = reg_dossiers_begin(reg, err);
	if (r < 0)
		return r;
	r = rows.n ? put_all(reg, &rows, ret_rows, err) : 0;
	struct error later;
	int ended = reg_dossiers_end(reg, r == 0, who, r == 0 ? err : &later);
	return r < 0 ? r : ended;
}
