/* parsers/message/html_page.h — an HTML mail in the making: the text so far and the elements that are open. Private to html*.c.
 *
 * html.c hears libxml2, html_element.c knows what an element does to the text, html_page.c writes it.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_HTML_PAGE_H
#define KLACHTD_PARSERS_MESSAGE_HTML_PAGE_H

#include <libxml/HTMLparser.h>
#include <stdbool.h>
#include <stddef.h>

#include "parsers/message/html_sheet.h"
#include "parsers/message/html_style.h"
#include "parsers/sink.h"

#define HTML_ROWS_MAX 32	/* nested tables whose cells are told apart */
#define HTML_LINK_BYTES 254

enum html_tag {
	TAG_OTHER, TAG_A, TAG_BLOCK, TAG_PARAGRAPH, TAG_HEADING, TAG_BR, TAG_HR, TAG_LIST, TAG_NUMBERED, TAG_ITEM, TAG_QUOTE, TAG_PRE,
	TAG_ROW, TAG_CELL, TAG_HEAD_CELL, TAG_DEFINITION, TAG_BOLD, TAG_HIDDEN,
};

/* An open element: what must be undone at its end. */
struct html_frame {
	enum html_tag tag;
	char name[12];
	bool hidden, quoted, tight;
	unsigned counter;	/* of a numbered list */
	size_t link_from;
	char link[HTML_LINK_BYTES + 1];
};

struct html_row {
	unsigned cells;
	size_t cell_from;	/* where the cell's text begins */
	bool broken;		/* a cell had more than one line: the next begins a new one */
	bool label;		/* the cell before was a <th>, or short and bold */
	bool bold;		/* all of this cell so far was bold */
};

struct html_page {
	htmlParserCtxtPtr parser;
	struct sink *out;
	struct html_sheet sheet;
	struct html_frame *frames;	/* HTML_MAX_DEPTH + 1 of them */
	size_t depth;
	const xmlChar **atts;	/* of the element that begins; its style */
	struct html_style style;
	unsigned level, text_level, pre, bold;
	unsigned lines;		/* line ends to write before the next text: 0..2 */
	bool space, nbsp;	/* a blank waits; the line so far has only no-break blanks */
	bool cell_start;	/* nothing in this cell yet: blocks make no new line */
	const char *separator;	/* between cells */
	char marker[16];	/* of a list item, until its text comes */
	struct html_row rows[HTML_ROWS_MAX];
	size_t n_rows;
	bool limit;
};

/* html_page.c: the innermost table row, or NULL; what waits in front of the next visible character; the edge of a block, at least n line ends before what
 * follows; characters as they come. */
struct html_row *html_row_now(struct html_page *p);
void html_flush(struct html_page *p);
void html_block(struct html_page *p, unsigned n);
void html_put(struct html_page *p, const char *s, size_t n);

/* html_element.c: name begins (a frame is on top of the others for it already), the one on top ends. */
void html_element_start(struct html_page *p, const char *name, const xmlChar **atts);
void html_element_end(struct html_page *p);

#endif
