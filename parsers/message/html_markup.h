/* parsers/message/html_markup.h — an HTML mail's markup cut down to what tells how it looks, before libxml2 sees it.
 *
 * Why:     libxml2 2.9 compares every attribute of an element with every other (quadratic), shows Outlook's "<![if]>", and keeps what nobody
 *          reads. What comes out has no comments, declarations, scripts and styles; an element keeps style, class, href, hidden, aria-hidden.
 *          What the styles hide goes into sheet.
 * Text:    nothing outside markup is dropped; a "<" that begins no tag becomes "&lt;"; a comment that never ends is text.
 * Cost:    one pass, linear.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_HTML_MARKUP_H
#define KLACHTD_PARSERS_MESSAGE_HTML_MARKUP_H

#include <stddef.h>

#include "parsers/message/html_sheet.h"
#include "parsers/sink.h"

void html_markup(const char *s, size_t n, struct sink *ret, struct html_sheet *sheet);

#endif
