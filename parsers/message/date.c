#include "parsers/message/date.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define TOKENS 24

enum token_kind { TOKEN_NUMBER, TOKEN_WORD, TOKEN_TIME, TOKEN_OFFSET };

struct token {
	enum token_kind kind;
	char word[16];		/* lower case, cut */
	long number;		/* or minutes for an offset */
	int digits;
	int hour, minute, second;
};

struct moment {
	long year, month, day;
	int hour, minute, second, offset;	/* minutes */
	bool has_time, has_offset, pm, am;
};

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* At most nine digits count; more make the number absurd, which the range check finds. */
static size_t read_number(const char *s, size_t n, size_t i, struct token *t)
{
	t->number = 0, t->digits = 0;
	for (; i < n && digit(s[i]); i++, t->digits++)
		if (t->number < 100000000)
			t->number = t->number * 10 + (s[i] - '0');
	return i;
}

/* "10:00", "10:00:00", "9.15.00" (only behind a time's colon or with two dots), fractions dropped. */
static size_t read_clock(const char *s, size_t n, size_t i, struct token *t)
{
	struct token part;
	size_t j = read_number(s, n, i, &part);
	t->hour = (int)part.number, t->second = 0;
	j = read_number(s, n, j + 1, &part);
	t->minute = (int)part.number;
	if (j + 1 < n && (s[j] == ':' || s[j] == '.') && digit(s[j + 1])) {
		j = read_number(s, n, j + 1, &part);
		t->second = (int)part.number;
	}
	if (j + 1 < n && (s[j] == '.' || s[j] == ',') && digit(s[j + 1]))
		j = read_number(s, n, j + 1, &part);
	t->kind = TOKEN_TIME;
	return j;
}

/* "+0100", "+01:00", "-3", "+1" behind a time. */
static size_t read_offset(const char *s, size_t n, size_t i, struct token *t)
{
	struct token part;
	int sign = s[i] == '-' ? -1 : 1;
	size_t j = read_number(s, n, i + 1, &part);
	long minutes = part.digits <= 2 ? part.number * 60 : part.digits <= 4 ? part.number / 100 * 60 + part.number % 100 : 100000;
	if (part.digits > 2 && part.number % 100 > 59)
		minutes = 100000;
	if (part.digits <= 2 && j + 2 < n && s[j] == ':' && digit(s[j + 1])) {
		j = read_number(s, n, j + 1, &part);
		minutes += part.number;
	}
	t->kind = TOKEN_OFFSET;
	t->number = sign * minutes;
	return j;
}

static size_t skip_comment(const char *s, size_t n, size_t i)
{
	size_t depth = 0;
	for (; i < n; i++) {
		if (s[i] == '(')
			depth++;
		else if (s[i] == ')' && --depth == 0)
			return i + 1;
	}
	return n;
}

static size_t tokens_read(const char *s, size_t n, struct token *t)
{
	size_t count = 0;
	bool time_seen = false;
	for (size_t i = 0; i < n && count < TOKENS;) {
		struct token *now = &t[count];
		if (s[i] == '(') {
			i = skip_comment(s, n, i);
		} else if (digit(s[i])) {
			size_t end = read_number(s, n, i, now);
			now->kind = TOKEN_NUMBER;
			if (end + 1 < n && s[end] == ':' && digit(s[end + 1])) {
				end = read_clock(s, n, i, now);
				time_seen = true;
			}
			i = end;
			count++;
		} else if (letter(s[i]) || (unsigned char)s[i] >= 0x80) {
			size_t k = 0;
			for (; i < n && (letter(s[i]) || (unsigned char)s[i] >= 0x80); i++)
				if (k + 1 < sizeof now->word)
					now->word[k++] = (char)(letter(s[i]) ? s[i] | 32 : s[i]);
			now->word[k] = 0;
			now->kind = TOKEN_WORD;
			count++;
		} else if ((s[i] == '+' || s[i] == '-') && time_seen && i + 1 < n && digit(s[i + 1])) {
			i = read_offset(s, n, i, now);
			count++;
		} else {
			i++;
		}
	}
	return count;
}

static long month_number(const char *w)
{
	static const char *const names[12][4] = {
		{ "jan", "jän", "jän" }, { "feb" }, { "mar", "mrt", "maa", "mär" }, { "apr" }, { "may", "mei", "mai" }, { "jun" }, { "jul" },
		{ "aug" }, { "sep" }, { "oct", "okt" }, { "nov" }, { "dec", "dez" },
	};
	for (long m = 0; m < 12; m++)
		for (int k = 0; k < 4 && names[m][k]; k++)
			if (strncmp(w, names[m][k], strlen(names[m][k])) == 0)
				return m + 1;
	return 0;
}

/* RFC 5322 section 4.3, and Europe's. Military letters but Z say nothing (section 4.3 itself admits it). */
static bool zone_offset(const char *w, int *ret)
{
	static const struct { const char *name; int minutes; } zones[] = {
		{ "z", 0 }, { "ut", 0 }, { "utc", 0 }, { "gmt", 0 }, { "wet", 0 }, { "west", 60 }, { "bst", 60 }, { "cet", 60 }, { "met", 60 }, { "mez", 60 },
		{ "cest", 120 }, { "mest", 120 }, { "mesz", 120 }, { "eet", 120 }, { "eest", 180 }, { "msk", 180 }, { "trt", 180 },
		{ "est", -300 }, { "edt", -240 }, { "cst", -360 }, { "cdt", -300 }, { "mst", -420 }, { "mdt", -360 }, { "pst", -480 }, { "pdt", -420 },
		{ "akst", -540 }, { "hst", -600 }, { "jst", 540 }, { "kst", 540 }, { "hkt", 480 }, { "sgt", 480 }, { "ist", 330 },
		{ "aest", 600 }, { "aedt", 660 }, { "nzst", 720 }, { "nzdt", 780 },
	};
	for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++)
		if (strcmp(w, zones[i].name) == 0) {
			*ret = zones[i].minutes;
			return true;
		}
	return false;
}

static long full_year(const struct token *t)
{
	if (t->digits >= 4)
		return t->number;
	return t->digits == 3 ? t->number + 1900 : t->number < 50 ? t->number + 2000 : t->number + 1900;	/* section 4.3 */
}

/* Three numbers without a month's name: year first, or day and month told apart by their size (never guessed). */
static void numeric_date(const struct token *const num[3], struct moment *m)
{
	if (num[0]->digits == 4) {
		m->year = num[0]->number, m->month = num[1]->number, m->day = num[2]->number;
	} else if (num[2]->digits == 4 && num[0]->number > 12) {
		m->day = num[0]->number, m->month = num[1]->number, m->year = num[2]->number;
	} else if (num[2]->digits == 4 && (num[1]->number > 12 || num[0]->number == num[1]->number)) {
		m->month = num[0]->number, m->day = num[1]->number, m->year = num[2]->number;
	}
}

static void named_date(const struct token *const num[3], size_t n, struct moment *m)
{
	if (n < 2)
		return;
	const struct token *day = num[0], *year = num[1];
	if (day->digits >= 4)
		day = num[1], year = num[0];
	m->day = day->digits <= 3 ? day->number : 0;
	m->year = full_year(year);
}

static bool moment_from(const struct token *t, size_t n, struct moment *m)
{
	const struct token *num[3] = { NULL, NULL, NULL };
	size_t numbers = 0;
	for (size_t i = 0; i < n; i++) {
		if (t[i].kind == TOKEN_NUMBER && numbers < 3) {
			num[numbers++] = &t[i];
		} else if (t[i].kind == TOKEN_TIME && !m->has_time) {
			m->has_time = true;
			m->hour = t[i].hour, m->minute = t[i].minute, m->second = t[i].second;
		} else if (t[i].kind == TOKEN_OFFSET && !m->has_offset) {
			if (t[i].number <= -15 * 60 || t[i].number >= 15 * 60)
				return false;
			m->has_offset = true;
			m->offset = (int)t[i].number;
		} else if (t[i].kind == TOKEN_WORD) {
			if (!m->month)
				m->month = month_number(t[i].word);
			m->pm |= strcmp(t[i].word, "pm") == 0;
			m->am |= strcmp(t[i].word, "am") == 0;
			if (m->has_time && !m->has_offset)
				m->has_offset = zone_offset(t[i].word, &m->offset);
		}
	}
	if (m->month)
		named_date(num, numbers, m);
	else if (numbers == 3)
		numeric_date(num, m);
	return m->has_time && m->month && m->day;
}

static bool in_range(struct moment *m)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	if (m->pm && m->hour < 12)
		m->hour += 12;
	else if (m->am && m->hour == 12)
		m->hour = 0;
	if (m->second == 60)	/* a leap second: RFC 3339 has it, few readers have */
		m->second = 59;
	if (m->year < 1990 || m->year > 2100 || m->month < 1 || m->month > 12)
		return false;
	bool leap = m->year % 4 == 0 && (m->year % 100 != 0 || m->year % 400 == 0);
	return m->day >= 1 && m->day <= days[m->month - 1] + (m->month == 2 && leap) && m->hour < 24 && m->minute < 60 && m->second < 60;
}

int date_parse(const char *s, size_t n, char ret[DATE_BYTES])
{
	struct token t[TOKENS];
	struct moment m = { 0 };
	if (!moment_from(t, tokens_read(s, n < 512 ? n : 512, t), &m) || !in_range(&m))
		return 0;
	int off = m.offset < 0 ? -m.offset : m.offset;
	(void)snprintf(ret, DATE_BYTES, "%04u-%02u-%02uT%02u:%02u:%02u%c%02u:%02u", (unsigned)m.year % 10000, (unsigned)m.month % 100,
		       (unsigned)m.day % 100, (unsigned)m.hour % 100, (unsigned)m.minute % 100, (unsigned)m.second % 100,
		       !m.has_offset || m.offset < 0 ? '-' : '+', (unsigned)off / 60 % 100, (unsigned)off % 60);
	return 1;
}
