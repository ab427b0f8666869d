/* ctl/print.h — tables and sheets for people. Widths are counted in UTF-8 characters; a cell that is too long is cut with an ellipsis. */
#ifndef KLACHTD_CTL_PRINT_H
#define KLACHTD_CTL_PRINT_H

#include <jansson.h>

#define WHY_SIZE 640

struct column {
	const char *title;
	int width;		/* 0: the rest of the line, uncut */
};

void print_heads(const struct column *columns, int n);
void print_cells(const struct column *columns, int n, const char *const *cells);	/* NULL or "": "-" */

/* "Label      value", the label padded; further lines of value are indented. NULL or empty values are left out. */
void print_pair(const char *label, const char *value);

const char *get(const json_t *o, const char *key);		/* text of a key, or NULL */
const char *print_when(const char *rfc3339, char ret[40]);	/* " 1 Dec 2026 09:15"; "-" for NULL */
/* Why a receipt is in its state: the register's word, and what the mail server said when it refused. "" when nobody knows. */
const char *print_why(const json_t *receipt, char ret[WHY_SIZE]);
void print_object(const json_t *o);				/* a JSON object on a line of its own */

#endif
