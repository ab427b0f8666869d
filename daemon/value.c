#define PCRE2_CODE_UNIT_WIDTH 8
#include "daemon/value.h"

#include <ctype.h>
#include <errno.h>
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"

struct unit {
	const char *name;
	int64_t factor;
};

/* A number without sign; *ret_rest is what stands behind it and its blanks. */
static int number(const char *s, int64_t *ret, const char **ret_rest)
{
	if (!isdigit((unsigned char)*s))
		return -1;
	char *end;
	errno = 0;
	long long v = strtoll(s, &end, 10);
	if (errno)
		return -1;
	*ret = v;
	*ret_rest = end + strspn(end, " ");
	return 0;
}

static int scaled(const char *s, const struct unit *units, int64_t *ret)
{
	const char *rest;
	int64_t v;
	if (number(s, &v, &rest))
		return -1;
	for (; units->name; units++)
		if (strcasecmp(rest, units->name) == 0)
			return __builtin_mul_overflow(v, units->factor, ret) ? -1 : 0;
	return -1;
}

int value_int(const char *s, int64_t min, int64_t max, int64_t *ret)
{
	const char *rest;
	int64_t v;
	if (number(s, &v, &rest) || *rest || v < min || v > max)
		return -1;
	*ret = v;
	return 0;
}

int value_duration(const char *s, int64_t *ret_us)
{
	static const struct unit units[] = {
		{ "", US_PER_SECOND }, { "s", US_PER_SECOND }, { "ms", 1000 }, { "min", 60 * US_PER_SECOND },
		{ "h", 3600 * US_PER_SECOND }, { "d", US_PER_DAY }, { NULL, 0 },
	};
	return scaled(s, units, ret_us);
}

int value_bytes(const char *s, int64_t *ret)
{
	static const struct unit units[] = { { "", 1 }, { "K", 1 << 10 }, { "M", 1 << 20 }, { "G", 1 << 30 }, { NULL, 0 } };
	return scaled(s, units, ret);
}

int value_bool(const char *s, bool *ret)
{
	static const char *const yes[] = { "yes", "true", "on" }, *const no[] = { "no", "false", "off" };
	for (int i = 0; i < 3; i++) {
		bool is_yes = strcasecmp(s, yes[i]) == 0;
		if (is_yes || strcasecmp(s, no[i]) == 0) {
			*ret = is_yes;
			return 0;
		}
	}
	return -1;
}

int value_day(const char *s, struct day *ret)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	struct day d;
	int used = 0;
	if (strlen(s) != 10 || sscanf(s, "%4d-%2d-%2d%n", &d.year, &d.month, &d.day, &used) != 3 || used != 10)
		return -1;
	if (d.year < 1990 || d.year > 2200 || d.month < 1 || d.month > 12 || d.day < 1)
		return -1;
	bool leap = (d.year % 4 == 0 && d.year % 100 != 0) || d.year % 400 == 0;
	if (d.day > days[d.month - 1] + (d.month == 2 && leap))
		return -1;
	*ret = d;
	return 0;
}

int value_phone(const char *s, char ret[20])
{
	char digits[16];
	size_t n = 0;
	bool plus = *s == '+';
	for (const char *p = s + plus; *p; p++) {
		if (isdigit((unsigned char)*p) && n < sizeof digits - 1)
			digits[n++] = *p;
		else if (!strchr(" -.()/", *p))
			return -1;
	}
	digits[n] = '\0';
	if (plus && n >= 8)
		(void)snprintf(ret, 20, "+%s", digits);
	else if (!plus && n > 10 && strncmp(digits, "00", 2) == 0)
		(void)snprintf(ret, 20, "+%s", digits + 2);
	else if (!plus && n == 10 && digits[0] == '0')
		(void)snprintf(ret, 20, "+31%s", digits + 1);
	else
		return -1;
	return 0;
}

int value_domain(const char *s)
{
	if (!*s || *s == '.' || strlen(s) > 253 || strstr(s, ".."))
		return -1;
	for (; *s; s++)
		if (!isalnum((unsigned char)*s) && *s != '.' && *s != '-')
			return -1;
	return 0;
}

int value_address(const char *s)
{
	const char *at = strrchr(s, '@');
	if (!at || at == s || strlen(s) > 254 || value_domain(at + 1))
		return -1;
	for (const char *p = s; p < at; p++)
		if (!isalnum((unsigned char)*p) && !strchr("!#$%&'*+-/=?^_`{|}~.", *p))
			return -1;
	return 0;
}

int value_pattern(const char *s, char *ret_why, size_t why_n)
{
	int code;
	PCRE2_SIZE at;
	pcre2_code *p = pcre2_compile((PCRE2_SPTR)s, PCRE2_ZERO_TERMINATED, 0, &code, &at, NULL);
	if (p) {
		pcre2_code_free(p);
		return 0;
	}
	char text[120] = "";
	(void)pcre2_get_error_message(code, (PCRE2_UCHAR *)text, sizeof text);
	(void)snprintf(ret_why, why_n, "%s at character %zu", text, (size_t)at + 1);
	return -1;
}

int value_absolute(const char *s)
{
	return s[0] == '/' && !strstr(s, "/../") && strlen(s) < 4000 ? 0 : -1;
}
