#include "outbox/template.h"

#include <libxml/parser.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

struct template {
	xmlDoc *doc;
};

/* ---- loading: every element, attribute, value and condition is known before the first receipt ---- */

struct element {
	const char *name, *parents;	/* parents: names with blanks around them */
	bool text;			/* may hold words */
};
static const struct element ELEMENTS[] = {
	{ "receipt", " ", false },
	{ "subject", " receipt ", true },
	{ "heading", " receipt ", true },
	{ "p", " receipt ", true },
	{ "list", " receipt ", false },
	{ "item", " list ", true },
	{ "span", " subject heading p item span ", true },
	{ "value", " subject heading p item span ", false },
	{ "br", " p item span ", false },
};
#define DEPTH_MAX 8

struct checking {
	const char *path;
	struct error *err;
	bool here[VALUES];		/* conditions that hold where we are */
	bool number;			/* the complaint number was named */
	int subjects;
};

static int wrong(const struct checking *c, const xmlNode *n, const char *format, ...) __attribute__((format(printf, 3, 4)));
static int wrong(const struct checking *c, const xmlNode *n, const char *format, ...)
{
	char why[384];
	va_list ap;
	va_start(ap, format);
	(void)vsnprintf(why, sizeof why, format, ap);	/* cut: it is for a person */
	va_end(ap);
	return error_set(c->err, FAIL_CONFIG, "template %s:%ld: %s", c->path, xmlGetLineNo(n), why);
}

static void list_names(enum value from, enum value to, char *ret, size_t n)
{
	size_t used = 0;
	ret[0] = 0;
	for (unsigned v = from; v < to && used < n; v++)
		used += (size_t)snprintf(ret + used, n - used, "%s%s", v == from ? "" : ", ", value_name((enum value)v));
}

static const struct element *element_of(const xmlNode *n)
{
	for (size_t i = 0; i < sizeof ELEMENTS / sizeof *ELEMENTS; i++)
		if (strcmp(ELEMENTS[i].name, (const char *)n->name) == 0)
			return &ELEMENTS[i];
	return NULL;
}

static const char *attribute(const xmlNode *n, const char *name)
{
	for (const xmlAttr *a = n->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0)
			return a->children && a->children->content ? (const char *)a->children->content : "";
	return NULL;
}

/* Calls for each blank-separated name; each returns 0 to go on. */
static int each_name(const char *names, int (*each)(void *arg, const char *name, size_t n), void *arg)
{
	for (const char *p = names ? names : ""; *p;) {
		p += strspn(p, " \t\r\n");
		size_t n = strcspn(p, " \t\r\n");
		int k = n ? each(arg, p, n) : 0;
		if (k)
			return k;
		p += n;
	}
	return 0;
}

struct naming {
	struct checking *c;
	const xmlNode *node;
	bool hold;			/* if=: remember; unless=: only check */
};

static int check_condition(void *arg, const char *name, size_t n)
{
	struct naming *g = arg;
	enum value v;
	char known[320];
	if (!value_from(name, n, &v) || v < VALUE_FIRST_OPTIONAL) {
		list_names(VALUE_FIRST_OPTIONAL, VALUES, known, sizeof known);
		return wrong(g->c, g->node, "no such condition \"%.*s\"; use one of: %s", (int)(n < 40 ? n : 40), name, known);
	}
	if (g->hold)
		g->c->here[v] = true;
	return 0;
}

static int check_attributes(struct checking *c, const xmlNode *n)
{
	for (const xmlAttr *a = n->properties; a; a = a->next) {
		const char *name = (const char *)a->name;
		bool is_value = strcmp((const char *)n->name, "value") == 0;
		if (is_value ? strcmp(name, "of") != 0 : strcmp(name, "if") != 0 && strcmp(name, "unless") != 0)
			return wrong(c, n, "<%s> has no attribute \"%.40s\"; use %s", n->name, name, is_value ? "of" : "if or unless");
		if (strcmp((const char *)n->name, "receipt") == 0 || strcmp((const char *)n->name, "subject") == 0)
			return wrong(c, n, "<%s> stands always: take the condition away", n->name);
	}
	struct naming g = { .c = c, .node = n, .hold = true };
	int k = each_name(attribute(n, "if"), check_condition, &g);
	g.hold = false;
	return k ? k : each_name(attribute(n, "unless"), check_condition, &g);
}

static int check_value(struct checking *c, const xmlNode *n)
{
	const char *of = attribute(n, "of");
	enum value v;
	if (!of || !value_from(of, strlen(of), &v) || v >= VALUE_FIRST_CONDITION) {
		char known[256];
		list_names(0, VALUE_FIRST_CONDITION, known, sizeof known);
		return wrong(c, n, "no such value \"%.40s\"; use one of: %s", of ? of : "", known);
	}
	if (v >= VALUE_FIRST_OPTIONAL && !c->here[v])
		return wrong(c, n, "the value \"%s\" may be absent: put it in a <span if=\"%s\"> (or p, heading, list, item)", of, of);
	c->number = c->number || v == VALUE_NUMBER;
	return 0;
}

static int check_node(struct checking *c, const xmlNode *n, int depth);

static int check_children(struct checking *c, const xmlNode *n, const struct element *e, int depth)
{
	for (const xmlNode *child = n->children; child; child = child->next) {
		int k = 0;
		if (child->type == XML_ELEMENT_NODE)
			k = check_node(c, child, depth + 1);
		else if (child->type == XML_TEXT_NODE && !e->text && !xmlIsBlankNode((xmlNode *)child))
			k = wrong(c, n, "words directly in <%s>; put them in a <p>", n->name);
		else if (child->type != XML_TEXT_NODE && child->type != XML_COMMENT_NODE)
			k = wrong(c, n, "entities, CDATA and processing instructions have no place here: write plain words");
		if (k)
			return k;
	}
	return 0;
}

static int check_node(struct checking *c, const xmlNode *n, int depth)
{
	const struct element *e = element_of(n);
	const char *parent = n->parent && n->parent->type == XML_ELEMENT_NODE ? (const char *)n->parent->name : NULL;
	char inside[64];
	(void)snprintf(inside, sizeof inside, " %.60s ", parent ? parent : "");
	if (!e)
		return wrong(c, n, "no such element <%.40s>; use receipt, subject, heading, p, list, item, span, value, br", n->name);
	if (parent ? !strstr(e->parents, inside) : strcmp(e->name, "receipt") != 0)
		return wrong(c, n, "<%s> may not stand %s%s%s", e->name, parent ? "in <" : "at the top", parent ? parent : "",
			     parent ? ">" : "; that is <receipt>");
	if (depth > DEPTH_MAX)
		return wrong(c, n, "more than %d elements in one another", DEPTH_MAX);
	bool before[VALUES];
	memcpy(before, c->here, sizeof before);
	c->subjects += strcmp(e->name, "subject") == 0;
	int k = check_attributes(c, n);
	if (!k && strcmp(e->name, "value") == 0)
		k = check_value(c, n);
	if (!k)
		k = check_children(c, n, e, depth);
	memcpy(c->here, before, sizeof before);
	return k;
}

static int check_document(const char *path, xmlDoc *doc, struct error *err)
{
	struct checking c = { .path = path, .err = err };
	const xmlNode *root = xmlDocGetRootElement(doc);
	if (doc->intSubset || doc->extSubset)
		return wrong(&c, root, "a DOCTYPE has no place here: take it away");
	int k = check_node(&c, root, 0);
	if (!k && c.subjects != 1)
		k = wrong(&c, root, "%d <subject> elements; write exactly one", c.subjects);
	if (!k && !c.number)
		k = wrong(&c, root, "the complaint number is never named; write <value of=\"number\"/>");
	return k;
}

int template_load(const char *path, struct template **ret, struct error *err)
{
	char *bytes = NULL;
	size_t n = 0;
	int k = file_read(path, TEMPLATE_BYTES, &bytes, &n, err);
	if (k) {
		(void)error_prefix(err, "template");	/* err may be NULL */
		return k;
	}
	xmlParserCtxt *parser = xmlNewParserCtxt();
	xmlDoc *doc = parser ? xmlCtxtReadMemory(parser, bytes, (int)n, path, NULL,
						 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA) : NULL;
	if (doc) {
		k = check_document(path, doc, err);
	} else {
		const xmlError *e = parser ? xmlCtxtGetLastError(parser) : NULL;
		k = error_set(err, FAIL_CONFIG, "template %s:%d: %.200s; mend the XML there", path, e ? e->line : 0,
			      e && e->message ? e->message : "cannot be parsed");
	}
	xmlFreeParserCtxt(parser);
	free(bytes);
	struct template *t = k ? NULL : calloc(1, sizeof *t);
	if (t)
		t->doc = doc;
	else
		xmlFreeDoc(doc);
	if (!k && !t)
		k = error_set(err, FAIL_RETRY, "template %s: no memory", path);
	if (!k)
		*ret = t;
	return k;
}

void template_free(struct template *t)
{
	if (t)
		xmlFreeDoc(t->doc);
	free(t);
}

/* ---- filling ---- */

struct asking {
	const struct values *v;
	bool all, none;
};

static int ask(void *arg, const char *name, size_t n)
{
	struct asking *a = arg;
	enum value v;
	bool holds = value_from(name, n, &v) && a->v->text[v];
	a->all = a->all && holds;
	a->none = a->none && !holds;
	return 0;
}

/* if="a b": both hold; unless="a b": neither does. */
static bool stands(const xmlNode *n, const struct values *v)
{
	struct asking yes = { .v = v, .all = true }, no = { .v = v, .none = true };
	(void)each_name(attribute(n, "if"), ask, &yes);
	(void)each_name(attribute(n, "unless"), ask, &no);
	return yes.all && no.none;
}

/* The words below n: runs of white space in the source are one blank, as in HTML. */
static void gather(FILE *f, const xmlNode *n, const struct values *v, bool *gap, bool *begun)
{
	for (const xmlNode *c = n->children; c; c = c->next) {
		const char *name = (const char *)c->name, *s = NULL;
		enum value value;
		if (c->type == XML_TEXT_NODE) {
			s = (const char *)c->content;
		} else if (c->type != XML_ELEMENT_NODE || !stands(c, v)) {
			continue;
		} else if (strcmp(name, "span") == 0) {
			gather(f, c, v, gap, begun);
		} else if (strcmp(name, "br") == 0) {
			fputc('\n', f);
			*gap = *begun = false;
		} else if (value_from(attribute(c, "of"), strlen(attribute(c, "of")), &value)) {
			s = v->text[value];
		}
		for (; s && *s; s++) {
			if (strchr(" \t\r\n", *s)) {
				*gap = true;
				continue;
			}
			if (*gap && *begun)
				fputc(' ', f);
			*gap = false;
			*begun = true;
			(void)putc_unlocked(*s, f);	/* a lock for each character costs more than the text */
		}
	}
}

/* NULL: no memory. */
static char *words_of(const xmlNode *n, const struct values *v)
{
	char *ret = NULL;
	size_t size;
	FILE *f = open_memstream(&ret, &size);
	bool gap = false, begun = false;
	if (!f)
		return NULL;
	gather(f, n, v, &gap, &begun);
	if (fclose(f) == 0)
		return ret;
	free(ret);
	return NULL;
}

static int add_block(struct words *w, enum block_kind kind, const xmlNode *n, const struct values *v)
{
	struct block *blocks = reallocarray(w->blocks, w->n + 1, sizeof *blocks);
	char *text = words_of(n, v);
	if (blocks)
		w->blocks = blocks;
	if (!blocks || !text || !*text) {
		int k = !blocks || !text ? -1 : 0;
		free(text);
		return k;
	}
	w->blocks[w->n++] = (struct block){ .kind = kind, .text = text };
	return 0;
}

static int fill(struct words *w, const xmlNode *parent, const struct values *v)
{
	int k = 0;
	for (const xmlNode *n = parent->children; n && !k; n = n->next) {
		const char *name = (const char *)n->name;
		if (n->type != XML_ELEMENT_NODE || !stands(n, v))
			continue;
		if (strcmp(name, "subject") == 0) {
			w->subject = words_of(n, v);
			k = w->subject ? 0 : -1;
		} else if (strcmp(name, "list") == 0) {
			k = fill(w, n, v);	/* one level: a list holds items only */
		} else {
			k = add_block(w, strcmp(name, "heading") == 0 ? BLOCK_HEADING : strcmp(name, "item") == 0 ? BLOCK_ITEM :
				      BLOCK_PARAGRAPH, n, v);
		}
	}
	return k;
}

int template_fill(const struct template *t, const struct values *v, struct words *ret, struct error *err)
{
	struct words w = { 0 };
	if (fill(&w, xmlDocGetRootElement(t->doc), v)) {
		words_free(&w);
		return error_set(err, FAIL_RETRY, "receipt: no memory");
	}
	*ret = w;
	return 0;
}

void words_free(struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		free(w->blocks[i].text);
	free(w->blocks);
	free(w->subject);
	*w = (struct words){ 0 };
}
