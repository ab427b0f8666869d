#include "parsers/message/html.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "parsers/message/html_markup.h"
#include "parsers/message/html_page.h"

static void on_text(void *arg, const xmlChar *text, int length)
{
	struct html_page *p = arg;
	if (p->depth && p->frames[p->depth - 1].hidden)
		return;
	html_put(p, (const char *)text, length > 0 ? (size_t)length : 0);
	p->limit |= p->out->full;
	if (p->out->full || p->out->nomem)
		xmlStopParser(p->parser);
}

static void on_start(void *arg, const xmlChar *name, const xmlChar **atts)
{
	struct html_page *p = arg;
	if (p->depth >= HTML_MAX_DEPTH) {
		p->limit = true;
		xmlStopParser(p->parser);
		return;
	}
	p->depth++;
	html_element_start(p, (const char *)name, atts);
}

/* libxml2 closes what was left open, so ends match starts; should they ever not, the nearest open one of that name is meant. */
static void on_end(void *arg, const xmlChar *name)
{
	struct html_page *p = arg;
	size_t d = p->depth;
	while (d && strncasecmp(p->frames[d - 1].name, (const char *)name, sizeof p->frames[0].name - 1) != 0)
		d--;
	for (; d && p->depth >= d; p->depth--)
		html_element_end(p);
}

static void run_parser(struct html_page *p, const char *s, size_t n)
{
	/* characters only: no comments, no processing instructions, no entities declared by the document, no style and script text */
	htmlSAXHandler sax = { .startElement = on_start, .endElement = on_end, .characters = on_text, .ignorableWhitespace = on_text };
	htmlSAXHandler *own = p->parser->sax;
	p->parser->sax = &sax;
	p->parser->userData = p;
	xmlDocPtr doc = htmlCtxtReadMemory(p->parser, s, (int)n, NULL, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
					   HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
	xmlFreeDoc(doc);
	p->parser->sax = own;
}

int html_text(const char *s, size_t n, struct sink *ret)
{
	struct html_page p = { .out = ret };
	if (n > INT32_MAX / 6)
		return PARSE_LIMIT;
	SINK_CLEANUP struct sink markup = { .limit_bytes = 5 * n + 64 };	/* a "&" may become "&amp;" */
	html_markup(s, n, &markup, &p.sheet);
	p.limit = markup.full;
	p.frames = malloc((HTML_MAX_DEPTH + 1) * sizeof *p.frames);	/* each is filled as its element begins; most are never touched */
	p.parser = htmlNewParserCtxt();
	if (p.frames && p.parser && markup.n)
		run_parser(&p, sink_text(&markup), markup.n);
	bool nomem = !p.frames || !p.parser || ret->nomem || markup.nomem;
	if (ret->n && !nomem)
		sink_putc(ret, '\n');
	htmlFreeParserCtxt(p.parser);
	free(p.frames);
	return nomem ? PARSE_NOMEM : p.limit ? PARSE_LIMIT : PARSE_OK;
}

int html_charset(const void *bytes, size_t n, char ret[48])
{
	const char *s = bytes;
	size_t span = n < 4096 ? n : 4096;
	for (size_t i = 0; i + 13 < span; i++) {
		if (strncasecmp(s + i, "charset", 7) != 0)
			continue;
		size_t j = i + 7, w = 0;
		while (j < span && (s[j] == ' ' || s[j] == '=' || s[j] == '"' || s[j] == '\''))
			j++;
		while (j < span && w < 47 && (s[j] == '-' || s[j] == '_' || (s[j] >= '0' && s[j] <= '9') || ((s[j] | 32) >= 'a' && (s[j] | 32) <= 'z')))
			ret[w++] = s[j++];
		ret[w] = 0;
		/* the bytes are read as one-byte text here: what claims to be UTF-16 cannot be */
		if (w && strncasecmp(ret, "utf-16", 6) != 0)
			return 1;
	}
	return 0;
}
