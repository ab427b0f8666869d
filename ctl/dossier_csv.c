#include "ctl/dossier_csv.h"

#include <ctype.h>
#include <csv.h>
#include <iconv.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FIELDS 200
#define TEXT_BYTES 500		/* register.h: reg_dossiers_put */

struct reading {
	const struct dossier_csv_ops *ops;
	void *arg;
	struct error *err;
	struct csv_parser parser;
	iconv_t latin;				/* windows-1252 to UTF-8 */
	int column[MAX_FIELDS];			/* which of ours, or -1 */
	bool header;				/* it was read */
	int64_t line, row_line;			/* where we are; where the row began */
	int field;
	char *text[DOSSIER_COLUMNS];		/* owned: the row under way */
	const char *why;			/* it is refused; NULL: not */
	int r;					/* what ends the reading */
};

/* ---- one value ---- */

/* strdup as UTF-8; NULL and *why. jansson's check of UTF-8 is ours: what passes here can be sent. */
static char *utf8(struct reading *c, const char *s, size_t n, const char **why)
{
	json_t *valid = json_stringn(s, n);
	json_decref(valid);
	if (valid)
		return strndup(s, n);
	size_t room = 3 * n;	/* no character of windows-1252 takes more */
	char *ret = malloc(room + 1), *out = ret, *in = (char *)s;
	(void)iconv(c->latin, NULL, NULL, NULL, NULL);
	if (ret && iconv(c->latin, &in, &n, &out, &room) != (size_t)-1) {
		*out = '\0';
		return ret;
	}
	free(ret);
	*why = "a text that is neither UTF-8 nor windows-1252";
	return NULL;
}

static bool has_control(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s < ' ' || *s == 0x7f)
			return true;
	return false;
}

static void trim(char *s)
{
	size_t from = strspn(s, " "), n = strlen(s + from);
	while (n && s[from + n - 1] == ' ')
		n--;
	memmove(s, s + from, n);
	s[n] = '\0';
}

/* "26.04-817" is 2604817. */
static const char *digits(char *s)
{
	char *to = s;
	size_t length = strlen(s);
	if (length > 2 && strcmp(s + length - 2, ".0") == 0)
		return "the number looks like a decimal fraction (a spreadsheet made it one)";
	for (const char *p = s; *p; p++)
		if (!strchr(" .-/", *p))
			*to++ = *p;
	*to = '\0';
	size_t n = (size_t)(to - s);
	if (n == 0)
		return "no number";
	return n < 4 || n > 15 || strspn(s, "0123456789") != n ? "the number is not 4 to 15 digits" : NULL;
}

static void keep(struct reading *c, enum dossier_column column, const char *s, size_t n)
{
	const char *why = NULL;
	if (n > TEXT_BYTES)
		why = "a text over 500 bytes (a quotation mark that is not closed?)";
	else if (memchr(s, '\0', n))
		why = "a control character";
	char *text = why ? NULL : utf8(c, s, n, &why);
	if (text && has_control(text))
		why = "a control character";
	if (text)
		trim(text);
	if (text && strlen(text) > TEXT_BYTES)
		why = "a text over 500 bytes";
	if (text && !why && column == DOSSIER_NUMBER)
		why = digits(text);
	free(c->text[column]);
	c->text[column] = text;
	if (why && !c->why)
		c->why = why;
}

/* ---- the header ---- */

/* Letters only, small: "E-mail adres" is "emailadres". -1: not ours. */
static int column_of(const char *s, size_t n)
{
	static const struct { const char *name; enum dossier_column column; } names[] = {
		{ "number", DOSSIER_NUMBER }, { "dossier", DOSSIER_NUMBER }, { "dossiernummer", DOSSIER_NUMBER }, { "dossiernr", DOSSIER_NUMBER },
		{ "nummer", DOSSIER_NUMBER }, { "dossiernumber", DOSSIER_NUMBER }, { "filenumber", DOSSIER_NUMBER }, { "casenumber", DOSSIER_NUMBER },
		{ "dossierid", DOSSIER_NUMBER },
		{ "name", DOSSIER_NAME }, { "naam", DOSSIER_NAME }, { "debiteur", DOSSIER_NAME }, { "naamdebiteur", DOSSIER_NAME },
		{ "debiteurnaam", DOSSIER_NAME }, { "klant", DOSSIER_NAME }, { "klantnaam", DOSSIER_NAME }, { "achternaam", DOSSIER_NAME },
		{ "debtor", DOSSIER_NAME }, { "fullname", DOSSIER_NAME }, { "lastname", DOSSIER_NAME }, { "surname", DOSSIER_NAME },
		{ "postcode", DOSSIER_POSTCODE }, { "postalcode", DOSSIER_POSTCODE }, { "zip", DOSSIER_POSTCODE }, { "zipcode", DOSSIER_POSTCODE },
		{ "email", DOSSIER_EMAIL }, { "emailadres", DOSSIER_EMAIL }, { "emailaddress", DOSSIER_EMAIL }, { "mail", DOSSIER_EMAIL },
		{ "mailadres", DOSSIER_EMAIL },
	};
	char plain[40];
	size_t k = 0;
	for (size_t i = 0; i < n && k < sizeof plain - 1; i++)
		if (isalpha((unsigned char)s[i]))
			plain[k++] = (char)tolower((unsigned char)s[i]);
	plain[k] = '\0';
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(plain, names[i].name) == 0)
			return (int)names[i].column;
	return -1;
}

/* Of two columns of names the first counts; of two that could be the number nobody can say which is. */
static void name_column(struct reading *c, const char *s, size_t n)
{
	int column = column_of(s, n);
	for (int i = 0; i < c->field && i < MAX_FIELDS; i++) {
		if (c->column[i] == column && column == DOSSIER_NUMBER)
			c->r = error_set(c->err, FAIL_ITEM, "columns %d and %d could both be the dossier number: rename or remove one", i + 1, c->field + 1);
		if (c->column[i] == column)
			column = -1;
	}
	if (c->field < MAX_FIELDS)
		c->column[c->field] = column;
}

static void end_header(struct reading *c)
{
	c->header = true;
	for (int i = 0; i < c->field && i < MAX_FIELDS; i++)
		if (c->column[i] == DOSSIER_NUMBER)
			return;
	c->r = error_set(c->err, FAIL_ITEM, "line %lld names no column \"dossiernummer\" (or \"number\"); the first line must name the columns",
			 (long long)c->row_line);
}

/* What the header separates its names with. */
static unsigned char separator_of(const char *line)
{
	size_t best = 0;
	unsigned char ret = ',';
	static const char candidates[] = ",;\t";
	for (const char *sep = candidates; *sep; sep++) {
		size_t n = 0;
		for (const char *p = line; *p; p++)
			n += *p == *sep;
		if (n > best) {
			best = n;
			ret = (unsigned char)*sep;
		}
	}
	return ret;
}

/* ---- rows ---- */

static void on_field(void *s, size_t n, void *arg)
{
	struct reading *c = arg;
	if (!c->header)
		name_column(c, s, n);
	else if (c->field < MAX_FIELDS && c->column[c->field] >= 0)
		keep(c, (enum dossier_column)c->column[c->field], s, n);
	c->field++;
}

static void clear(struct reading *c)
{
	for (int i = 0; i < DOSSIER_COLUMNS; i++) {
		free(c->text[i]);
		c->text[i] = NULL;
	}
	c->why = NULL;
	c->field = 0;
}

static void on_row(int end, void *arg)
{
	struct reading *c = arg;
	const char *text[DOSSIER_COLUMNS];
	(void)end;
	for (int i = 0; i < DOSSIER_COLUMNS; i++)
		text[i] = c->text[i] ? c->text[i] : "";
	if (c->r == 0 && !c->header)
		end_header(c);
	else if (c->r == 0 && !c->why && !*text[DOSSIER_NUMBER])
		c->why = "no number";
	else if (c->r == 0 && !c->why)
		c->r = c->ops->row(text, c->arg, c->err);
	if (c->r == 0 && c->why)
		c->r = c->ops->refused(c->row_line, c->why, c->arg, c->err);
	clear(c);
	c->row_line = c->line + 1;
}

static int parse(struct reading *c, const char *s, size_t n)
{
	if (csv_parse(&c->parser, s, n, on_field, on_row, c) != n && c->r == 0)
		c->r = error_set(c->err, FAIL_RETRY, "line %lld: %s", (long long)c->line, csv_strerror(csv_error(&c->parser)));
	return c->r;
}

static int lines(struct reading *c, FILE *f)
{
	char *line = NULL;
	size_t room = 0;
	int64_t bytes = 0;
	for (ssize_t n; c->r == 0 && (n = getline(&line, &room, f)) >= 0;) {
		const char *from = line;
		c->line++;
		bytes += n;
		if (c->line == 1) {
			from += strncmp(line, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
			csv_set_delim(&c->parser, separator_of(from));
		}
		if (c->field == 0 && strspn(from, " \t\r\n") == strlen(from))	/* of spaces: no row */
			c->row_line = c->line + 1;
		else
			(void)parse(c, from, (size_t)n - (size_t)(from - line));
		if (c->ops->progress)
			c->ops->progress(bytes, c->arg);
	}
	free(line);
	if (c->r == 0 && ferror(f))
		c->r = error_set(c->err, FAIL_ITEM, "it cannot be read");
	return c->r;
}

int dossier_csv_read(FILE *f, const struct dossier_csv_ops *ops, void *arg, struct error *err)
{
	struct reading c = { .ops = ops, .arg = arg, .err = err, .row_line = 1, .latin = iconv_open("UTF-8", "WINDOWS-1252") };
	if (c.latin == (iconv_t)-1)
		return error_set(err, FAIL_CONFIG, "no conversion from windows-1252 is installed (libc-bin)");
	if (csv_init(&c.parser, CSV_APPEND_NULL) != 0) {
		(void)iconv_close(c.latin);
		return error_set(err, FAIL_RETRY, "out of memory");
	}
	if (lines(&c, f) == 0)
		(void)csv_fini(&c.parser, on_field, on_row, &c);
	if (c.r == 0 && !c.header)
		c.r = error_set(err, FAIL_ITEM, "it is empty: the first line must name the columns");
	csv_free(&c.parser);
	clear(&c);
	(void)iconv_close(c.latin);
	return c.r;
}
