/* parsers/message/html.h — an HTML mail as a person sees it.
 *
 * Source:  HTML as mail software writes it, through libxml2's HTML parser used as a tokenizer (SAX: no tree, no network, no entity files).
 * Input:   UTF-8 (charset_to_utf8 first; whatever <meta> says is ignored).
 * Form:    LF lines; a row of a table on one line, cells separated by TAB (": " behind a <th>, a blank behind a cell that ends in ":"); lists
 *          with "- " or "1. "; <blockquote> and quoted mail "> " per level; <hr> "-----"; links as their text, with the address of a mailto: or tel:
 *          behind it when the text does not show it. Hidden text, styles, scripts, comments and images leave nothing.
 * Limits:  HTML_MAX_DEPTH open elements; the sink's.
 * Returns: PARSE_OK, PARSE_LIMIT (ret holds what came before), PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_HTML_H
#define KLACHTD_PARSERS_MESSAGE_HTML_H

#include <stddef.h>

#include "parsers/parse.h"
#include "parsers/sink.h"

#define HTML_MAX_DEPTH 256

int html_text(const char *s, size_t n, struct sink *ret);

/* The charset that a <meta> within the first bytes declares, into ret (at least 48 bytes); 0: none. Input: any bytes. */
int html_charset(const void *bytes, size_t n, char ret[48]);

#endif
