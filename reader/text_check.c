#include "reader/text_check.h"

#include <string.h>

#include "reader/record_limits.h"

#define DIGITS "0123456789"
#define LOWER "abcdefghijklmnopqrstuvwxyz"

size_t text_forbidden(const char *s, size_t n, bool lines)
{
	const unsigned char *p = (const unsigned char *)s;
	if (n == 0)
		return 0;
	if (p[0] < ' ' || p[0] == 127)
		return lines && (p[0] == '\n' || p[0] == '\t') ? 0 : 1;
	if (n >= 2 && p[0] == 0xc2 && p[1] < 0xa0)
		return 2;	/* C1 */
	if (n >= 3 && p[0] == 0xe2 && p[1] == 0x80 && p[2] >= 0xa8 && p[2] <= 0xae)
		return 3;	/* U+2028-202E: separators and direction overrides, which make a line lie */
	if (n >= 3 && p[0] == 0xe2 && p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9)
		return 3;	/* U+2066-2069: direction isolates */
	return 0;
}

bool text_plain(const char *s, size_t n, bool lines)
{
	for (size_t i = 0; i < n; i++)
		if (text_forbidden(s + i, n - i, lines))
			return false;
	return true;
}

/* atext and dots of a local part, or what RFC 6531 adds; never quoted: nobody who complains has such an address, attackers do. */
static bool local_char(unsigned char c)
{
	return c >= 0x80 || (c > ' ' && c < 127 && !strchr("()<>[]:;@\\,\"", c));
}

static bool domain_char(unsigned char c)
{
	return c >= 0x80 || (c && strchr(DIGITS LOWER "ABCDEFGHIJKLMNOPQRSTUVWXYZ.-_", c));
}

bool text_address(const char *s)
{
	const char *at = strchr(s, '@');
	size_t n = strlen(s);
	if (!at || at == s || !at[1] || n > LIMIT_ADDRESS || at - s > 64 || s[0] == '-' || !text_plain(s, n, false))
		return false;
	for (const char *p = s; p < at; p++)
		if (!local_char((unsigned char)*p))
			return false;
	for (const char *p = at + 1; *p; p++)
		if (!domain_char((unsigned char)*p) || (*p == '.' && (p[1] == '.' || p == at + 1)))
			return false;
	return true;
}

bool text_phone(const char *s)
{
	return s[0] == '+' && s[1] != '0' && strlen(s) >= 8 && text_digits(s + 1, 15);
}

bool text_digits(const char *s, size_t max)
{
	size_t n = strlen(s);
	return n > 0 && n <= max && strspn(s, DIGITS) == n;
}

/* Each character of form stands for itself, but 9 for a digit. */
static bool shaped(const char *s, const char *form)
{
	for (; *form; s++, form++)
		if (*form == '9' ? !(*s >= '0' && *s <= '9') : *s != *form)
			return false;
	return *s == '\0';
}

bool text_complaint_number(const char *s)
{
	return shaped(s, "K-9999-999999");
}

bool text_code(const char *s)
{
	size_t n = strlen(s);
	return n > 0 && n <= 60 && strspn(s, LOWER DIGITS "-") == n;
}

bool text_field(const char *s)
{
	size_t n = strlen(s);
	return n > 0 && n <= 60 && strspn(s, LOWER DIGITS "_.[]") == n;
}

bool text_language(const char *s)
{
	size_t n = strlen(s);
	return (n == 2 || n == 3) && strspn(s, LOWER) == n;
}

bool text_date(const char *s)
{
	return shaped(s, "9999-99-99T99:99:99Z") || shaped(s, "9999-99-99T99:99:99+99:99") || shaped(s, "9999-99-99T99:99:99-99:99");
}

bool text_sha256(const char *s)
{
	return strlen(s) == 64 && strspn(s, DIGITS "abcdef") == 64;
}
