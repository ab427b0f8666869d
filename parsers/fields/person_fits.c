/* May two names be the same person's? Each part of the shorter one must fit a part of the longer one. */
#include <string.h>

#include "parsers/fields/names.h"
#include "parsers/fields/person.h"
#include "parsers/glyph.h"

#define PARTS_MAX 10
#define FOLD_BYTES 40

static size_t parts_of(const char *name, char part[PARTS_MAX][FOLD_BYTES])
{
	size_t k = 0, n = strlen(name), p = 0, len;
	while (p < n && k < PARTS_MAX) {
		size_t start = p;
		while (p < n && name[p] != ' ' && name[p] != '-' && name[p] != '.') {
			(void)glyph_at(name, n, p, &len);
			p += len;
		}
		if (p > start) {
			glyph_fold_text(name + start, p - start, part[k], FOLD_BYTES);
			if (!names_particle(part[k]) && !names_title(part[k]))
				k++;
		}
		p++;
	}
	return k;
}

bool person_fits(const char *a, const char *b)
{
	char x[PARTS_MAX][FOLD_BYTES], y[PARTS_MAX][FOLD_BYTES];
	size_t nx = parts_of(a, x), ny = parts_of(b, y), whole = 0;
	if (nx > ny)
		return person_fits(b, a);
	bool used[PARTS_MAX] = { false };
	for (size_t i = 0; i < nx; i++) {
		size_t j = 0;
		for (; j < ny; j++) {
			bool one = strlen(x[i]) == 1 || strlen(y[j]) == 1;
			if (!used[j] && (strcmp(x[i], y[j]) == 0 || (one && x[i][0] == y[j][0])))
				break;
		}
		if (j == ny)
			return false;
		used[j] = true;
		whole += strlen(x[i]) > 1 && strlen(y[j]) > 1;
	}
	return nx > 0 && whole > 0;
}
