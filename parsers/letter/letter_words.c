/* The small helpers of parsers/letter/letter_text.h. */
#include "parsers/letter/letter_text.h"

#include <ctype.h>
#include <string.h>

#define LONGEST 200

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
}

static bool alnum(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

size_t begins(const char *s, const char *with)
{
	const char *p = s;
	while (*p && !alnum(*p))
		p++;
	for (; *with; with++, p++)
		if (lower(*p) != lower(*with))
			return 0;
	return (size_t)(p - s);
}

size_t begins_word(const char *s, const char *with)
{
	size_t n = begins(s, with);
	return n && !(isalpha((unsigned char)s[n]) || (unsigned char)s[n] >= 0x80) ? n : 0;
}

int edit_distance(const char *a, size_t an, const char *b, size_t bn, int cap)
{
	int row[LONGEST + 1];
	if (an > LONGEST || bn > LONGEST || (an > bn ? an - bn : bn - an) > (size_t)cap)
		return cap + 1;
	for (size_t j = 0; j <= bn; j++)
		row[j] = (int)j;
	for (size_t i = 1; i <= an; i++) {
		int diagonal = row[0];
		row[0] = (int)i;
		for (size_t j = 1; j <= bn; j++) {
			int swap = diagonal + (lower(a[i - 1]) != lower(b[j - 1]));
			int least = row[j] < row[j - 1] ? row[j] : row[j - 1];
			diagonal = row[j];
			row[j] = least + 1 < swap ? least + 1 : swap;
		}
	}
	return row[bn] > cap ? cap + 1 : row[bn];
}

size_t squeeze(const char *s, size_t n, char *ret, size_t room)
{
	size_t to = 0;
	for (size_t i = 0; i < n && s[i] && to + 1 < room; i++)
		if (alnum(s[i]))
			ret[to++] = lower(s[i]);
	ret[to] = '\0';
	return to;
}

/* Sellers: the least number of edits that make some part of text the needle. */
bool holds_fuzzy(const char *text, size_t n, const char *needle, int slack)
{
	char t[512], k[LONGEST + 1];
	int row[LONGEST + 1];
	size_t tn = squeeze(text, n, t, sizeof t), kn = squeeze(needle, strlen(needle), k, sizeof k);
	if (kn == 0)
		return false;
	for (size_t j = 0; j <= kn; j++)
		row[j] = (int)j;
	for (size_t i = 1; i <= tn; i++) {
		int diagonal = 0;
		row[0] = 0;
		for (size_t j = 1; j <= kn; j++) {
			int swap = diagonal + (t[i - 1] != k[j - 1]);
			int least = row[j] < row[j - 1] ? row[j] : row[j - 1];
			diagonal = row[j];
			row[j] = least + 1 < swap ? least + 1 : swap;
		}
		if (row[kn] <= slack)
			return true;
	}
	return false;
}
