#include "parsers/letter/patch.h"

#include <math.h>

#define UNIT_INCH 0.08		/* a narrow bar or a space */
#define UNIT_LEAST 0.6		/* of it, and */
#define UNIT_MOST 1.8		/* times it: the resolution a file claims is not always true */
#define WIDE 2.5		/* units */
#define UNITS 10		/* of two narrow bars, two wide ones and three spaces */
#define TOLERANCE 0.35
#define RUNS 7		/* bar space bar space bar space bar */

struct scan {
	const uint8_t *bits;
	size_t n, step;
};

static bool near(double run, double expected)
{
	return fabs(run - expected) <= TOLERANCE * expected;
}

/* The last seven runs end with a bar: are they the patch? quiet: the white before the first and after the last bar. */
static bool is_patch(const double *run, double before, double after, double dpi)
{
	double unit = 0;
	for (int i = 0; i < RUNS; i++)
		unit += run[i] / UNITS;
	bool wide_first = near(run[0], WIDE * unit);
	if (before < unit || after < unit || unit < UNIT_LEAST * UNIT_INCH * dpi || unit > UNIT_MOST * UNIT_INCH * dpi)
		return false;
	for (int i = 0; i < RUNS; i++) {
		bool wide = i % 2 == 0 && ((i / 2) % 2 == 0) == wide_first;
		if (!near(run[i], wide ? WIDE * unit : unit))
			return false;
	}
	return true;
}

static bool on_line(struct scan s, double dpi)
{
	double run[RUNS + 1] = { 0 };	/* run[0]: the space before; then the seven; the newest is last */
	size_t i = 0;
	while (i < s.n) {
		bool ink = s.bits[i * s.step];
		size_t from = i;
		while (i < s.n && (bool)s.bits[i * s.step] == ink)
			i++;
		double len = (double)(i - from);
		if (!ink && is_patch(run + 1, run[0], len, dpi))
			return true;
		for (int k = 0; k < RUNS; k++)
			run[k] = run[k + 1];
		run[RUNS] = len;
	}
	return false;
}

/* Lines of a direction, every `every`-th; true when the patch stands on enough of them in a row. */
static bool along(const uint8_t *bits, size_t lines, size_t line_step, size_t n, size_t step, double dpi)
{
	size_t every = dpi / 20 < 1 ? 1 : (size_t)(dpi / 20), hits = 0;
	for (size_t i = 0; i < lines; i += every) {
		hits = on_line((struct scan){ bits + i * line_step, n, step }, dpi) ? hits + 1 : 0;
		if ((double)(hits * every) >= dpi)
			return true;
	}
	return false;
}

bool patch_t(const uint8_t *bits, size_t width, size_t height, double dpi)
{
	if (dpi < 40 || !width || !height)
		return false;
	return along(bits, width, 1, height, width, dpi) || along(bits, height, width, width, 1, dpi);
}
