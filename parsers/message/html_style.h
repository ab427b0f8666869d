/* parsers/message/html_style.h — what an element's style="" says that matters to a reader: is it hidden, does it stand off? */
#ifndef KLACHTD_PARSERS_MESSAGE_HTML_STYLE_H
#define KLACHTD_PARSERS_MESSAGE_HTML_STYLE_H

#include <stdbool.h>

struct html_style {
	bool hidden;		/* display:none, visibility:hidden, font-size:0, mso-hide:all, opacity:0, no height and overflow:hidden */
	bool shown;		/* display with another value */
	bool zero_height, overflow_hidden;
	bool no_margin;		/* a paragraph without a blank line behind it */
	bool no_border;		/* a blockquote that only indents */
};

/* CSS declarations as in an attribute, or NULL. */
struct html_style html_style_read(const char *declarations);

#endif
