#include "ctl/print.h"

#include <stdio.h>
#include <string.h>

static size_t characters(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

/* How many bytes the first so many characters have. */
static int bytes_of(const char *s, size_t chars)
{
	const char *p = s;
	for (; *p; p++)
		if (((unsigned char)*p & 0xc0) != 0x80 && chars-- == 0)
			break;
	return (int)(p - s);
}

static void cell(const char *s, int width, int last)
{
	size_t n = characters(s), w = (size_t)width;
	if (width == 0)
		fputs(s, stdout);
	else if (n > w)
		printf("%.*s\xe2\x80\xa6", bytes_of(s, w - 1), s);
	else
		printf("%s%*s", s, last ? 0 : (int)(w - n), "");
	fputs(last ? "\n" : "  ", stdout);
}

void print_cells(const struct column *columns, int n, const char *const *cells)
{
	for (int i = 0; i < n; i++)
		cell(cells[i] && *cells[i] ? cells[i] : "-", columns[i].width, i == n - 1);
}

void print_heads(const struct column *columns, int n)
{
	for (int i = 0; i < n; i++)
		cell(columns[i].title, columns[i].width, i == n - 1);
}

void print_pair(const char *label, const char *value)
{
	if (!value || !*value)
		return;
	printf("%-16s", label);
	for (const char *p = value; *p;) {
		int n = (int)strcspn(p, "\n");
		printf("%s%.*s\n", p == value ? "" : "                ", n, p);
		p += n + (p[n] == '\n');
	}
}

const char *get(const json_t *o, const char *key)
{
	return json_string_value(json_object_get(o, key));
}

const char *print_when(const char *s, char ret[40])
{
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	int y, m, d, h, min;
	if (!s || sscanf(s, "%4d-%2d-%2dT%2d:%2d", &y, &m, &d, &h, &min) != 5 || m < 1 || m > 12)
		(void)snprintf(ret, 40, "-");
	else
		(void)snprintf(ret, 40, "%2d %s %d %02d:%02d", d, months[m - 1], y, h, min);
	return ret;
}

const char *print_why(const json_t *receipt, char ret[WHY_SIZE])
{
	const char *why = get(receipt, "why"), *said = get(receipt, "smtp_text");
	long long code = json_integer_value(json_object_get(receipt, "smtp_code"));
	int n = snprintf(ret, WHY_SIZE, "%.100s", why ? why : "");
	if (code >= 400 || (code == 0 && said))
		(void)snprintf(ret + n, WHY_SIZE - (size_t)n, "%s%.0lld%s%.500s", n ? ": " : "", code, code && said ? " " : "", said ? said : "");
	return ret;
}

void print_object(const json_t *o)
{
	(void)json_dumpf(o, stdout, JSON_COMPACT | JSON_REAL_PRECISION(6));
	putchar('\n');
}
