#include "parsers/message/param.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "parsers/message/charset.h"
#include "parsers/message/mimex.h"
#include "parsers/sink.h"

#define VALUE_BYTES 8192
#define COMMENT_BYTES 256

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t skip_blanks(const char *s, size_t n, size_t i)
{
	while (i < n && blank(s[i]))
		i++;
	return i;
}

/* Comments may nest; one that never closes is no comment. */
static size_t skip_comment(const char *s, size_t n, size_t i)
{
	size_t depth = 0;
	for (size_t j = i; j < n && j < i + COMMENT_BYTES; j++) {
		if (s[j] == '\\')
			j++;
		else if (s[j] == '(')
			depth++;
		else if (s[j] == ')' && --depth == 0)
			return j + 1;
	}
	return i;
}

/* A quoted value: backslashes removed where they quote something, so that "..\\x" in a file name of old Windows keeps its path. */
static size_t quoted_value(const char *s, size_t n, size_t i, struct sink *ret)
{
	for (i++; i < n && s[i] != '"'; i++) {
		if (s[i] == '\\' && i + 1 < n && (s[i + 1] == '"' || s[i + 1] == '\\'))
			i++;
		if (s[i] != '\r' && s[i] != '\n')
			sink_putc(ret, s[i]);
	}
	return i < n ? i + 1 : i;
}

/* An unquoted value ends at ";" and not at a blank: "filename=my file.pdf". But "text/html charset=utf-8" must not swallow the next
 * parameter, and neither must "a=b c=d": a word directly followed by "=" begins a new one. */
static size_t bare_value(const char *s, size_t n, size_t i, struct sink *ret)
{
	size_t end = i, last = i;
	bool word = false;
	for (; end < n && s[end] != ';'; end++) {
		if (blank(s[end])) {
			size_t next = skip_blanks(s, n, end), k = next;
			while (k < n && (s[k] == '*' || s[k] == '-' || (s[k] >= '0' && s[k] <= '9') || ((s[k] | 32) >= 'a' && (s[k] | 32) <= 'z')))
				k++;
			if (word && k < n && k > next && s[k] == '=')
				break;
			if (next < n && s[next] == '(' && skip_comment(s, n, next) != next)
				break;
			end = next - 1;
			continue;
		}
		word = true;
		last = end + 1;
	}
	for (; i < last; i++)
		if (s[i] != '\r' && s[i] != '\n')
			sink_putc(ret, s[i]);
	return end;
}

static void lower(char *s)
{
	for (; *s; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s += 32;
}

static size_t parse_one(const char *s, size_t n, size_t i, struct arena *a, struct params *ret, bool *nomem)
{
	SINK_CLEANUP struct sink name = { .limit_bytes = 64 }, value = { .limit_bytes = VALUE_BYTES };
	for (; i < n && s[i] != '=' && s[i] != ';'; i++) {
		if (s[i] == '(' && skip_comment(s, n, i) != i)
			i = skip_comment(s, n, i) - 1;
		else if (!blank(s[i]))
			sink_putc(&name, s[i]);
	}
	if (i < n && s[i] == '=') {
		i = skip_blanks(s, n, i + 1);
		i = i < n && s[i] == '"' ? quoted_value(s, n, i, &value) : bare_value(s, n, i, &value);
	}
	if (name.n == 0 || ret->n == PARAM_MAX)
		return i;
	char *key = sink_take(&name, a), *text = sink_take(&value, a);
	if (!key || !text) {
		*nomem = true;
		return n;
	}
	lower(key);
	ret->list[ret->n++] = (struct param){ key, text };
	return i;
}

int param_parse(const char *s, size_t n, struct arena *a, struct params *ret)
{
	SINK_CLEANUP struct sink value = { .limit_bytes = 128 };
	bool nomem = false;
	size_t i = skip_blanks(s, n, 0);
	ret->n = 0;
	/* the value itself: up to ";" or a blank; "Content-Disposition: filename=x" has none */
	size_t stop = i;
	while (stop < n && s[stop] != ';' && s[stop] != '=' && s[stop] != '(' && !(blank(s[stop]) && value.n && s[stop - 1] != '/' &&
	       (skip_blanks(s, n, stop) == n || s[skip_blanks(s, n, stop)] != '/'))) {
		if (s[stop] > ' ' && s[stop] < 0x7f && s[stop] != '"')
			sink_putc(&value, s[stop]);
		stop++;
	}
	if (stop < n && s[stop] == '=')
		value.n = 0;
	else
		i = stop;
	char *v = arena_strndup(a, sink_text(&value), value.n);
	if (!v)
		return -1;
	lower(v);
	ret->value = v;
	while (i < n) {
		size_t next = skip_blanks(s, n, i);
		if (next < n && s[next] == '(' && skip_comment(s, n, next) != next)
			i = skip_comment(s, n, next);
		else if (next < n && s[next] == ';')
			i = next + 1;
		else if (next < n)
			i = parse_one(s, n, next, a, ret, &nomem);
		else
			break;
	}
	return nomem ? -1 : 0;
}

static const char *raw(const struct params *p, const char *name)
{
	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->list[i].name, name) == 0)
			return p->list[i].value;
	return NULL;
}

/* Is anything written as RFC 2231 has it? Hardly ever. */
static bool starred(const struct params *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (strchr(p->list[i].name, '*'))
			return true;
	return false;
}

static int hex_value(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* RFC 2231 section 4: "%xx" to bytes. */
static void percent(const char *s, struct sink *ret)
{
	for (; *s; s++) {
		int high = *s == '%' ? hex_value(s[1]) : -1, low = high >= 0 ? hex_value(s[2]) : -1;
		if (low >= 0) {
			sink_putc(ret, (char)(high << 4 | low));
			s += 2;
		} else {
			sink_putc(ret, *s);
		}
	}
}

/* "charset'language'rest": charset is copied out, the rest returned. */
static const char *extended(const char *s, char charset[48])
{
	const char *one = strchr(s, '\''), *two = one ? strchr(one + 1, '\'') : NULL;
	charset[0] = 0;
	if (!two)
		return s;
	(void)snprintf(charset, 48, "%.*s", (int)(one - s < 47 ? one - s : 47), s);
	return two + 1;
}

static bool rfc2231(const struct params *p, const char *name, struct sink *ret)
{
	SINK_CLEANUP struct sink bytes = { .limit_bytes = VALUE_BYTES };
	char key[64], charset[48] = "";
	(void)snprintf(key, sizeof key, "%s*", name);
	const char *v = raw(p, key);
	if (v) {
		percent(extended(v, charset), &bytes);
	} else {
		for (unsigned i = 0; i < PARAM_MAX; i++) {
			(void)snprintf(key, sizeof key, "%s*%u*", name, i);
			const char *coded = raw(p, key);
			key[strlen(key) - 1] = 0;
			const char *plain = coded ? NULL : raw(p, key);
			if (!coded && !plain)
				break;
			if (coded)
				percent(i == 0 ? extended(coded, charset) : coded, &bytes);
			else
				sink_puts(&bytes, plain);
		}
		if (bytes.n == 0)
			return false;
	}
	charset_to_utf8(charset, sink_text(&bytes), bytes.n, ret);
	ret->nomem |= bytes.nomem;
	return true;
}

const char *param_get(const struct params *p, const char *name, struct arena *a)
{
	SINK_CLEANUP struct sink text = { .limit_bytes = VALUE_BYTES }, line = { .limit_bytes = VALUE_BYTES };
	if (!starred(p) || !rfc2231(p, name, &text)) {
		const char *v = raw(p, name);
		if (!v)
			return NULL;
		mimex_words(v, strlen(v), &text);
	}
	charset_clean_line(sink_text(&text), text.n, &line);
	line.nomem |= text.nomem;
	return sink_take(&line, a);
}
