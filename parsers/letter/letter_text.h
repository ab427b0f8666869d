/* parsers/letter/letter_text.h — the pages of one letter to its lines, each with the part of a letter that it stands in.
 *
 * A letter has a head (addresses, date, reference, subject), a greeting, a body, a closing and a foot (signature, sender's address). Where the greeting is
 * missing the head ends at the first line of running text; where the closing is missing the foot is what a name alone at the end looks like.
 * Owner:   everything hangs on the arena; segments and leaves are borrowed.
 * Returns: PARSE_OK; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_TEXT_H
#define KLACHTD_PARSERS_LETTER_LETTER_TEXT_H

#include "parsers/letter/leaf.h"
#include "parsers/rules.h"

enum zone { ZONE_HEAD, ZONE_GREETING, ZONE_BODY, ZONE_CLOSING, ZONE_FOOT };

struct letter_line {
	const struct segment *s;	/* borrowed */
	const struct leaf *leaf;	/* borrowed */
	const char *text;
	size_t n;
	enum zone zone;
	bool ours;		/* the agency's address: never the sender's */
	bool noise;		/* page number, mailroom stamp */
	bool quoted;		/* in an indented quotation of one of our letters */
};

struct letter_text {
	struct letter_line *line;
	size_t n;
	bool greeting, closing;	/* found as such */
};

int letter_text_make(const struct leaf *leaf, size_t n, const struct rules *rules, struct arena *a, struct letter_text *ret);

/* The body as paragraphs: lines joined, words broken at a line's end mended, an LF between paragraphs. NULL: no memory. */
const char *letter_text_body(const struct letter_text *t, struct arena *a);

/* ---- small helpers that the letter's parsers share ---- */

/* Does s begin with this (ASCII case ignored), after punctuation and white space? Returns the length up to its end, or 0. */
size_t begins(const char *s, const char *with);
/* begins(), and the next character is no letter. */
size_t begins_word(const char *s, const char *with);
/* Edit distance (Levenshtein) of two ASCII-folded byte strings, at most cap + 1. Strings longer than 200 bytes are cap + 1 apart. */
int edit_distance(const char *a, size_t an, const char *b, size_t bn, int cap);
/* Letters and digits only, lower case ASCII, other bytes as they are; ret holds room bytes, always NUL-terminated. */
size_t squeeze(const char *s, size_t n, char *ret, size_t room);
/* Does what squeeze() leaves of the needle stand in what it leaves of the text, with at most slack edits? */
bool holds_fuzzy(const char *text, size_t n, const char *needle, int slack);

#endif
