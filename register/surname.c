#include "register/surname.h"

#include <stddef.h>
#include <string.h>

#define NAME_BYTES 512
#define WORDS_MAX 24
#define PARTS_MAX 4	/* of a double name */

struct name {
	char text[3 * NAME_BYTES + 1];	/* a hyphen becomes a word of its own */
	const char *word[WORDS_MAX];
	size_t n_words;
	const char *part[PARTS_MAX];
	size_t n_parts;
};

/* Lower case without dots and apostrophes, up to a comma: what stands in front of it is the surname. */
static void put_lower(struct name *to, const char *s)
{
	size_t k = 0;
	bool latin1 = false;	/* behind the first byte of such a letter */
	for (const char *end = s + strnlen(s, NAME_BYTES); s < end && *s != ','; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == '-' || c == '/') {
			memcpy(to->text + k, " - ", 3);
			k += 3;
		} else if (c != '.' && c != '\'') {
			bool upper = (c >= 'A' && c <= 'Z') || (latin1 && c >= 0x80 && c <= 0x9e);
			to->text[k++] = (char)(upper ? c + 0x20 : c);
		}
		latin1 = c == 0xc3;
	}
	to->text[k] = '\0';
}

static bool is_prefix(const char *word)
{
	static const char *const PREFIXES[] = { "de", "der", "den", "van", "ter", "ten", "te", "het", "t", "s", "op", "in",
						 "la", "le", "du", "di", "da", "von", "zu", "el", "al" };
	for (size_t i = 0; i < sizeof PREFIXES / sizeof *PREFIXES; i++)
		if (strcmp(word, PREFIXES[i]) == 0)
			return true;
	return false;
}

/* The last word, and what hangs on it by hyphens: "boer - de smit". */
static void find_parts(struct name *to)
{
	for (size_t i = to->n_words; i > 0 && to->n_parts < PARTS_MAX;) {
		to->part[to->n_parts++] = to->word[--i];
		while (i > 0 && is_prefix(to->word[i - 1]))
			i--;
		if (i == 0 || strcmp(to->word[i - 1], "-") != 0)
			return;
		i--;
	}
}

static void name_read(struct name *to, const char *s)
{
	char *rest = NULL;
	to->n_words = to->n_parts = 0;
	put_lower(to, s);
	for (char *w = strtok_r(to->text, " \t", &rest); w; w = strtok_r(NULL, " \t", &rest)) {
		if (to->n_words == WORDS_MAX)	/* the surname stands at the end */
			memmove(to->word, to->word + 1, --to->n_words * sizeof *to->word);
		to->word[to->n_words++] = w;
	}
	find_parts(to);
}

bool surname_shared(const char *a, const char *b)
{
	struct name x, y;
	name_read(&x, a);
	name_read(&y, b);
	for (size_t i = 0; i < x.n_parts; i++)
		for (size_t j = 0; j < y.n_parts; j++)
			if (x.part[i][0] && x.part[i][1] && strcmp(x.part[i], y.part[j]) == 0)	/* an initial is no surname */
				return true;
	return false;
}
