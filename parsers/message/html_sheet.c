#include "parsers/message/html_sheet.h"

#include <string.h>
#include <strings.h>

#include "parsers/message/html_style.h"
#include "parsers/sink.h"

#define SHEET_BYTES (256u << 10)
#define CLASSES_MAX 16		/* of one element that are looked at */

static const char blanks[] = " \t\r\n\f";

/* Without comments, and without the "<!--" and "-->" in which styles hide from programs that know none. */
static void strip(const char *css, size_t n, struct sink *ret)
{
	for (const char *p = css, *end = css + n; p < end;) {
		size_t left = (size_t)(end - p);
		if (left >= 4 && memcmp(p, "<!--", 4) == 0) {
			p += 4;
		} else if (left >= 3 && memcmp(p, "-->", 3) == 0) {
			p += 3;
		} else if (left >= 2 && memcmp(p, "/*", 2) == 0) {
			const char *close = memmem(p + 2, left - 2, "*/", 2);
			p = close ? close + 2 : end;
		} else {
			sink_putc(ret, *p ? *p : ' ');
			p++;
		}
	}
}

/* Behind an at-rule: its ";", or the end of its block with all blocks within. */
static char *skip_at_rule(char *p)
{
	int depth = 0;
	for (; *p; p++) {
		depth += (*p == '{') - (*p == '}');
		if (depth <= 0 && (*p == ';' || *p == '}'))
			return p + 1;
	}
	return p;
}

/* "p.pre" or ".pre" and nothing else. */
static bool read_selector(const char *s, size_t n, struct html_sheet_rule *ret)
{
	const char *dot = memchr(s, '.', n);
	size_t element = dot ? (size_t)(dot - s) : n, class = dot ? n - element - 1 : 0;
	if (class == 0 || class >= sizeof ret->class || element >= sizeof ret->element)
		return false;
	*ret = (struct html_sheet_rule){ "", "" };
	memcpy(ret->element, s, element == 1 && *s == '*' ? 0 : element);
	memcpy(ret->class, dot + 1, class);
	return !strpbrk(ret->element, " \t\r\n\f>+~#[:*") && !strpbrk(ret->class, " \t\r\n\f>+~#[:*.");
}

static void note(struct html_sheet *sheet, const struct html_sheet_rule *rule, bool hidden)
{
	size_t i = 0;
	while (i < sheet->n && (strcasecmp(sheet->hidden[i].element, rule->element) != 0 || strcmp(sheet->hidden[i].class, rule->class) != 0))
		i++;
	if (!hidden && i < sheet->n)
		sheet->hidden[i] = sheet->hidden[--sheet->n];
	else if (hidden && i == sheet->n && i < HTML_SHEET_RULES)
		sheet->hidden[sheet->n++] = *rule;
}

static void read_rule(struct html_sheet *sheet, const char *selectors, const char *declarations)
{
	struct html_style style = html_style_read(declarations);
	if (!style.hidden && !style.shown)
		return;
	for (const char *s = selectors; *s;) {
		struct html_sheet_rule rule;
		s += strspn(s, " \t\r\n\f,");
		size_t n = strcspn(s, ","), end = n;
		while (end && strchr(blanks, s[end - 1]))
			end--;
		if (read_selector(s, end, &rule))
			note(sheet, &rule, style.hidden);
		s += n;
	}
}

void html_sheet_read(struct html_sheet *sheet, const char *css, size_t n)
{
	SINK_CLEANUP struct sink text = { .limit_bytes = SHEET_BYTES };
	strip(css, n, &text);
	for (char *p = text.s; p && *p;) {
		p += strspn(p, blanks);
		if (*p == '@') {
			p = skip_at_rule(p);
			continue;
		}
		char *open = strchr(p, '{'), *close = open ? strchr(open, '}') : NULL;
		if (!close)
			return;
		*open = *close = '\0';
		read_rule(sheet, p, open + 1);
		p = close + 1;
	}
}

bool html_sheet_hides(const struct html_sheet *sheet, const char *element, const char *classes)
{
	const char *s = classes;
	for (size_t k = 0; sheet->n && s && *s && k < CLASSES_MAX; k++) {
		s += strspn(s, blanks);
		size_t n = strcspn(s, blanks);
		for (size_t i = 0; i < sheet->n; i++) {
			const struct html_sheet_rule *r = &sheet->hidden[i];
			if (strlen(r->class) == n && memcmp(r->class, s, n) == 0 && (!r->element[0] || strcasecmp(r->element, element) == 0))
				return true;
		}
		s += n;
	}
	return false;
}
