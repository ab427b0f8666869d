#include "parsers/letter/letter_call.h"

#include <string.h>

#include "parsers/fields/names.h"
#include "parsers/glyph.h"

#define PARTS 8
#define PART_BYTES 32

/* Folded call names, and the initials of the names that they are short for where those differ from their own. */
static const struct { const char *name, *initials; } calls[] = {
	{ "annie", "j" }, { "anneke", "j" }, { "ans", "j" }, { "bas", "s" }, { "bep", "e" }, { "bert", "alhg" }, { "bets", "e" }, { "betsy", "e" }, { "bob", "r" }, { "bram", "a" }, { "coba", "j" },
	{ "coby", "j" }, { "co", "j" }, { "dirk", "t" }, { "dora", "t" }, { "door", "t" }, { "dorus", "t" }, { "dries", "a" }, { "driek", "h" }, { "dolf", "ar" }, { "ellen", "h" }, { "els", "e" },
	{ "fien", "j" }, { "fred", "a" }, { "guus", "a" }, { "guusje", "a" }, { "gusta", "a" }, { "han", "j" }, { "hanneke", "j" }, { "hannie", "j" }, { "hans", "j" }, { "ina", "wgch" }, { "ineke", "cwg" },
	{ "janus", "a" }, { "jet", "h" }, { "jetty", "h" }, { "kees", "c" }, { "kitty", "c" }, { "klaas", "n" }, { "ko", "j" }, { "koen", "c" }, { "koos", "j" }, { "lena", "hm" }, { "leni", "hm" },
	{ "lenie", "hm" }, { "lex", "a" }, { "lies", "e" }, { "liesbeth", "e" }, { "lisa", "e" }, { "lotte", "c" }, { "mees", "b" }, { "nard", "bl" }, { "nel", "cp" }, { "nelleke", "cp" }, { "nellie", "cp" },
	{ "nelly", "cp" }, { "netty", "aj" }, { "nol", "a" }, { "nora", "e" }, { "noud", "a" }, { "pim", "w" }, { "ria", "m" }, { "rie", "m" }, { "rien", "m" }, { "riek", "h" }, { "riet", "m" }, { "rietje", "m" },
	{ "rika", "h" }, { "rikus", "h" }, { "rini", "m" }, { "rinus", "m" }, { "roel", "r" }, { "sander", "a" }, { "sien", "cf" }, { "sjaak", "j" }, { "sjaan", "aj" }, { "sjan", "aj" }, { "sjef", "j" }, { "sjors", "g" },
	{ "stien", "c" }, { "teun", "a" }, { "thea", "d" }, { "thijs", "m" }, { "ties", "m" }, { "tijs", "m" }, { "tine", "cm" }, { "tineke", "cma" }, { "tiny", "m" }, { "tinus", "m" }, { "ton", "a" }, { "tonnie", "a" },
	{ "tony", "a" }, { "toon", "a" }, { "toos", "c" }, { "trees", "t" }, { "truus", "g" }, { "trudy", "g" }, { "wies", "l" }, { "xander", "a" },
};

/* The words of a name without particles and titles, folded. */
static size_t parts_of(const char *name, char part[PARTS][PART_BYTES])
{
	size_t k = 0;
	for (const char *p = name; *p && k < PARTS;) {
		size_t n = strcspn(p, " .-()");
		if (n && n < PART_BYTES) {
			glyph_fold_text(p, n, part[k], PART_BYTES);
			k += !names_particle(part[k]) && !names_title(part[k]);
		}
		p += n + (p[n] != '\0');
	}
	return k;
}

static bool called(const char *name, char initial)
{
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		if (strcmp(calls[i].name, name) == 0)
			return strchr(calls[i].initials, initial) != NULL;
	return false;
}

/* "c" and "kees", "ch" and "christiaan", "th" and "theresia"; not "jan" and "janneke". */
static bool given_fits(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);
	if (n > m)
		return given_fits(b, a);
	bool short_form = n <= 2 || strcmp(a, "chr") == 0 || strcmp(a, "joh") == 0;
	return strcmp(a, b) == 0 || (short_form && strncmp(a, b, n) == 0) || (n == 1 && called(b, *a));
}

bool call_fits(const char *a, const char *b)
{
	char x[PARTS][PART_BYTES], y[PARTS][PART_BYTES];
	size_t nx = parts_of(a, x), ny = parts_of(b, y);
	if (nx > ny)
		return call_fits(b, a);
	if (nx < 2 || strlen(x[nx - 1]) < 3 || strcmp(x[nx - 1], y[ny - 1]) != 0)
		return false;
	bool used[PARTS] = { false };
	for (size_t i = 0; i + 1 < nx; i++) {	/* every given name of the shorter one is one of the longer one */
		size_t k = 0;
		while (k + 1 < ny && (used[k] || !given_fits(x[i], y[k])))
			k++;
		if (k + 1 >= ny)
			return false;
		used[k] = true;
	}
	return true;
}
