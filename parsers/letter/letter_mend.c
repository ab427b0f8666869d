#include "parsers/letter/letter_mend.h"

#include <ctype.h>
#include <string.h>

#define BELOW 0.13	/* of the line's size: so far below its neighbours reaches a word with something under it */

/* "N.D.)": the bracket that closes nothing is a J. */
static bool bracket_j(const char *s, size_t n, size_t i)
{
	return strchr(")]}", s[i]) && (i == 0 || s[i - 1] == '.') && i + 1 < n && s[i + 1] == '.';
}

bool mend_initials(const char *s, size_t n, bool first)
{
	size_t capitals = 0, marks = 0;
	for (size_t i = 0; i < n; i++) {
		if (isupper((unsigned char)s[i]) || bracket_j(s, n, i))
			capitals++;
		else if (strchr(".,", s[i]) || (s[i] == ':' && n == 2))
			marks++;
		else
			return false;
	}
	return capitals >= 1 && capitals <= 6 && (marks || (capitals == 1 && first)) && !(n == 3 && memcmp(s, "IJ.", 3) == 0);
}

bool mend_title(const char *s, size_t n)
{
	static const char *const titles[] = { "dhr", "mevr", "mw", "mr", "drs", "dr", "ing", "ir", "fam", "hr", "prof" };
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		if (strlen(titles[i]) == n && strncasecmp(titles[i], s, n) == 0)
			return true;
	return false;
}

/* "'Ih.", "lh.": the bar of the T of "Th." is read apart from its stem. No Dutch initial begins so. */
static bool broken_th(const char *s, size_t n)
{
	while (n && strchr("'`\"", *s)) {
		s++;
		n--;
	}
	return n == 3 && strchr("Il1|", s[0]) && s[1] == 'h' && strchr(".,", s[2]);
}

/* "lmker", "|.", "0lga" at the word's start; "IIse", "WiIma" inside: a capital I between small letters is an l. */
static void mend_strokes(char *w, size_t len)
{
	bool stroke = len > 1 && (w[0] == 'l' || w[0] == '|') && (w[1] == '.' || w[1] == 'J' || (islower((unsigned char)w[1]) && !strchr("aeiouy", w[1])));
	if (stroke)
		w[0] = 'I';
	if (len > 1 && w[0] == '0' && isalpha((unsigned char)w[1]))
		w[0] = 'O';
	for (size_t i = 1; i + 1 < len; i++)
		if (w[i] == 'I' && isalpha((unsigned char)w[i - 1]) && islower((unsigned char)w[i + 1]))
			w[i] = 'l';
}

static size_t put_initials(char *r, const char *s, size_t len)
{
	size_t to = 0;
	for (size_t k = 0; k < len; k++) {
		bool j = bracket_j(s, len, k);
		if (j || isupper((unsigned char)s[k])) {
			r[to++] = j ? 'J' : s[k];
			r[to++] = '.';
		}
	}
	return to;
}

/* Any other word; false when what follows can have no initials: "Vitamine C," has none. */
static bool put_word(char *r, const char *s, size_t len, bool start)
{
	bool comma = start && len > 2 && s[len - 1] == ',' && mend_title(s, len - 1);	/* "Dhr, M. Jansen" */
	bool title = comma || (len && (s[len - 1] == '.' || islower((unsigned char)s[0]) || strncmp(s, "De", len) == 0 || strncmp(s, "Mevrouw", len) == 0));
	memcpy(r, s, len);
	if (comma)
		r[len - 1] = '.';
	mend_strokes(r, len);
	return start && title;
}

/* Bytes without specks at either end and without the particle that no name ends in: ". L. Kalkman -", "L. Kalkman de". */
static size_t without_specks(const char **s, size_t n)
{
	static const char *const particles[] = { "de", "der", "den", "van", "ten", "ter" };
	size_t lead = strspn(*s, " .,:;_~*") < n ? strspn(*s, " .,:;_~*") : 0;
	*s += lead;
	n -= lead;
	while (n && (strchr(" _~*", (*s)[n - 1]) || (n > 1 && (*s)[n - 2] == ' ' && strchr("-|", (*s)[n - 1]))))
		n--;
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
		size_t len = strlen(particles[i]);
		if (n > len + 3 && strncmp(*s + n - len, particles[i], len) == 0 && (*s)[n - len - 1] == ' ' && isalpha((unsigned char)(*s)[n - len - 2]))
			return n - len - 1;
	}
	return n;
}

char *mend_name(const char *s, size_t n, struct arena *a)
{
	char *r = arena_alloc(a, 2 * n + 1);
	size_t to = 0;
	n = r ? without_specks(&s, n) : 0;
	bool start = true;	/* only initials and titles so far */
	for (size_t i = 0; r && i < n;) {
		size_t len = 0;
		while (i + len < n && s[i + len] != ' ')
			len++;
		bool last = i + len >= n;
		if (start && !last && broken_th(s + i, len)) {
			memcpy(r + to, "Th.", 3);
			to += 3;
		} else if (start && !last && mend_initials(s + i, len, true)) {
			to += put_initials(r + to, s + i, len);
		} else {
			start = put_word(r + to, s + i, len, start);
			to += len;
		}
		i += len;
		if (i < n)
			r[to++] = s[i++];
	}
	return r;
}

/* ---- what hangs below ---- */

static bool hangs(const char *word)
{
	return strpbrk(word, "gjpqyJQ,;()[]{}|/@$&_") != NULL;
}

/* Where the words of a segment stand that have nothing below the line; 0: there are none. */
static double baseline(const struct segment *s, size_t but)
{
	double sum = 0;
	size_t n = 0;
	for (size_t i = 0; i < s->words; i++)
		if (i != but && !hangs(s->word[i].text) && strlen(s->word[i].text) > 1) {
			sum += s->word[i].box.y1;
			n++;
		}
	return n ? sum / (double)n : 0;
}

/* "Koc" with ink below its c and no letter that reaches there: the only c of the word has a cedilla. */
static const char *cedilla(const struct letter_line *l, size_t word)
{
	const struct word *w = &l->s->word[word];
	const char *c = strchr(w->text, 'c');
	double base = baseline(l->s, word);
	bool one = c && !strchr(c + 1, 'c') && !strpbrk(w->text, "sStT0123456789");	/* Turkish has marks below s and t as well */
	return one && base > 0 && !hangs(w->text) && w->box.y1 - base > BELOW * l->s->size ? c : NULL;
}

char *mend_name_at(const struct letter_line *l, size_t at, size_t end, struct arena *a)
{
	char *text = arena_alloc(a, 2 * (end - at) + 1);
	size_t to = 0;
	for (size_t i = at, word = 0; text && i < end; i++) {
		while (word + 1 < l->s->words && l->s->start[word + 1] <= i)
			word++;
		const char *c = l->text[i] == 'c' && !l->leaf->text_layer ? cedilla(l, word) : NULL;
		if (c && l->s->start[word] + (size_t)(c - l->s->word[word].text) == i) {
			memcpy(text + to, "\u00e7", 2);
			to += 2;
		} else {
			text[to++] = l->text[i];
		}
	}
	return text ? mend_name(text, to, a) : NULL;
}
