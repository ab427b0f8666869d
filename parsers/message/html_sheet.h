/* parsers/message/html_sheet.h — which classes a mail's style sheets hide: rules with a selector ".class" or "element.class" and no condition.
 *
 * Source:  CSS 2 as <style> of mails has it. What "@media" and other at-rules hold depends on the screen, longer selectors on the place: they are
 *          not looked at, since hiding the sender's words is worse than showing a program's.
 * Limits:  HTML_SHEET_RULES classes; further ones are ignored.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_HTML_SHEET_H
#define KLACHTD_PARSERS_MESSAGE_HTML_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#define HTML_SHEET_RULES 32

struct html_sheet {
	struct html_sheet_rule {
		char element[12];	/* "" or "*": any */
		char class[44];
	} hidden[HTML_SHEET_RULES];
	size_t n;
};

/* One <style>'s text, added to what earlier ones said; the last word about a selector counts. */
void html_sheet_read(struct html_sheet *sheet, const char *css, size_t n);

/* Is an element of this name with this class attribute (NULL: none) hidden? */
bool html_sheet_hides(const struct html_sheet *sheet, const char *element, const char *classes);

#endif
