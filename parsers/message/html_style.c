#include "parsers/message/html_style.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

static bool zero(const char *v, size_t n)
{
	return n && v[0] == '0' && (n == 1 || (v[1] != '.' && !(v[1] >= '0' && v[1] <= '9')));
}

static bool equal(const char *s, size_t n, const char *with)
{
	return n == strlen(with) && strncasecmp(s, with, n) == 0;
}

static void declaration(const char *name, size_t k, const char *v, size_t n, struct html_style *ret)
{
	bool size = equal(name, k, "font-size"), display = equal(name, k, "display"), none = n >= 4 && strncasecmp(v, "none", 4) == 0;
	ret->shown |= display && !none;
	ret->hidden |= (display && none) ||
		(equal(name, k, "visibility") && n >= 6 && strncasecmp(v, "hidden", 6) == 0) || (equal(name, k, "mso-hide") && n >= 3 && strncasecmp(v, "all", 3) == 0) ||
		(equal(name, k, "opacity") && zero(v, n)) || (size && (zero(v, n) || (n >= 3 && strncasecmp(v, "1px", 3) == 0)));
	ret->zero_height |= (equal(name, k, "max-height") || equal(name, k, "height")) && zero(v, n);
	ret->overflow_hidden |= equal(name, k, "overflow") && n >= 6 && strncasecmp(v, "hidden", 6) == 0;
	ret->no_margin |= (equal(name, k, "margin") || equal(name, k, "margin-bottom")) && zero(v, n);
	ret->no_border |= equal(name, k, "border") && (zero(v, n) || (n >= 4 && strncasecmp(v, "none", 4) == 0));
}

struct html_style html_style_read(const char *s)
{
	struct html_style ret = { 0 };
	while (s && *s) {
		s += strspn(s, " \t\r\n;");
		size_t n = strcspn(s, ";"), k = strcspn(s, ":;");
		if (k < n) {
			size_t name = k, v = k + 1, end = n;
			while (name && (s[name - 1] == ' ' || s[name - 1] == '\n'))
				name--;
			while (v < end && (s[v] == ' ' || s[v] == '\n' || s[v] == '\t'))
				v++;
			declaration(s, name, s + v, end - v, &ret);
		}
		s += n;
	}
	ret.hidden |= ret.zero_height && ret.overflow_hidden;
	return ret;
}
