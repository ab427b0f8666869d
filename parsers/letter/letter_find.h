/* parsers/letter/letter_find.h — a value found on paper, with where it stands and how sure its reading is.
 *
 * A reading is sure when it is a text layer's, when every word of it was recognised with a confidence of SURE or more, or when a second reading
 * of its pixels alone holds the same letters and digits, word by word where it lost one that was read well the first time. Where the second reading failed
 * (it holds nothing of the first, and has no confidence) a first one that is nearly sure stands.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_FIND_H
#define KLACHTD_PARSERS_LETTER_LETTER_FIND_H

#include "parsers/letter/letter_label.h"
#include "parsers/letter/letter_record.h"

#define FIND_BYTES 256
#define SURE 94		/* confidence, 0..100; what is read right has 95 or 96 as a rule */

struct find {
	char value[FIND_BYTES];		/* cleaned, "" when not found */
	const struct letter_line *line;
	size_t at, end;			/* where in line->text it was read */
	double confidence;		/* 0..100, lowest of its words */
	bool sure;
	bool doubt;			/* of more than its letters: no second reading makes it sure */
	const char *from;		/* evidence.from */
};

/* What the parts of a letter's reader share. */
struct finder {
	const struct letter_context *c;
	const struct letter_text *t;
	const struct entries *e;
	struct record *r;
};

/* Fills line, at, end, confidence; sure by confidence alone. value is copied, cut at FIND_BYTES. */
void find_set(struct find *f, const struct letter_line *l, size_t at, size_t end, const char *value, size_t n, const char *from);
/* A second reading, where it is needed. Returns its text when it was recognised with more confidence than the first and differs from it by two
 * letters at most: the better reading; else NULL. */
const char *find_confirm(const struct finder *x, struct find *f);
/* The same of a postcode, whose signs are known to be four digits and two capitals. vouched: its town has it, so that less is asked of the second reading. */
void find_confirm_postcode(const struct finder *x, struct find *f, bool vouched);
/* What both do with a second reading and its confidence: does it make the value sure? *ret_better: it is the better one of two that nearly agree. */
bool find_agrees(const struct find *f, const char *second, double conf, bool *ret_better);
bool find_postcode_agrees(const struct find *f, const char *second, double conf, bool vouched);
/* A third reading, of the digits alone, that is good and finds others: the value takes them and is not sure. */
bool find_digits_differ(struct find *f, const char *third, double conf);
/* The evidence of a field; PARSE_OK, PARSE_NOMEM. */
int find_evidence(const struct finder *x, const char *field, const struct find *f);
struct evidence find_as_evidence(const struct finder *x, const struct find *f);

/* A reading of the digits alone in the pixels of bytes at..end, with nothing but digits allowed: does it hold these? */
bool find_digits_again(const struct finder *x, const struct find *f, const char *digits);

/* A copy of the same length in which letters that stand for digits (O, l, S, B, Z) are digits again, in groups that are digits otherwise. NULL: no memory. */
char *mend_digits(const char *s, size_t n, struct arena *a);
/* Letters and digits only, case kept; ret is NUL-terminated. */
size_t bare_text(const char *s, size_t n, char *ret, size_t room);

#endif
