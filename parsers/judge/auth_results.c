#include "parsers/judge/auth_results.h"

#include <string.h>
#include <strings.h>

/* Behind the text in quotation marks, or the comment, that starts at p. */
static const char *skip_quoted(const char *p)
{
	for (p++; *p && *p != '"'; p++)
		if (*p == '\\' && p[1])
			p++;
	return p + (*p == '"');
}

static const char *skip_comment(const char *p)
{
	int depth = 0;
	for (; *p; p++) {
		if (*p == '\\' && p[1])
			p++;
		else if ((depth += (*p == '(') - (*p == ')')) == 0)
			return p + 1;
	}
	return p;
}

static const char *skip_blank(const char *p)
{
	for (;;) {
		p += strspn(p, " \t\r\n");
		if (*p != '(')
			return p;
		p = skip_comment(p);
	}
}

/* Behind the next ";" that separates statements; NULL: there is none. */
static const char *next_statement(const char *p)
{
	while (*p && *p != ';')
		p = *p == '"' ? skip_quoted(p) : *p == '(' ? skip_comment(p) : p + 1;
	return *p ? p + 1 : NULL;
}

/* Is the word at *p, up to a blank or a sign of the grammar, this one? Moves on behind it. */
static bool take_word(const char **p, const char *word)
{
	const char *s = skip_blank(*p);
	size_t n = strcspn(s, " \t\r\n;=/(\"");
	*p = s + n;
	return n == strlen(word) && strncasecmp(s, word, n) == 0;
}

size_t auth_results_server(const char *value, char *ret, size_t size)
{
	const char *s = skip_blank(value);
	bool quoted = *s == '"';
	s += quoted;
	size_t n = strcspn(s, quoted ? "\"" : " \t\r\n;(");
	if (n >= size)
		return 0;
	memcpy(ret, s, n);
	ret[n] = 0;
	return n;
}

bool auth_results_say(const char *value, const char *method, const char *result)
{
	for (const char *p = next_statement(value); p; p = next_statement(p)) {
		const char *s = p;
		if (!take_word(&s, method))
			continue;
		s = skip_blank(s);
		if (*s == '/') {	/* the method's version */
			s = skip_blank(s + 1);
			s = skip_blank(s + strspn(s, "0123456789"));
		}
		if (*s++ == '=' && take_word(&s, result))
			return true;
	}
	return false;
}
