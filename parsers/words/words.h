/* parsers/words/words.h — whose words are these? A mail's text to lines with a role each.
 *
 * A careful reader sees at once what the sender wrote now, what is quoted, forwarded, a signature, a disclaimer or a footer.
 * Input:   message.text: UTF-8, LF, "> " per quote level (a letter's text goes in as well: it has no quotes).
 * Owner:   everything hangs on the arena given; lines point into text, which must outlive it.
 * Roles:   a line of level > 0 is ROLE_QUOTE_HEADER, ROLE_QUOTED or ROLE_BLANK, a header's level being that of the words it introduces. The head of a
 *          letter typed into a mail (addresses above the greeting) is ROLE_SIGNATURE. Where a label and own words share a line
 *          ("Klacht: jullie ..."), the line starts after the label.
 * Returns: PARSE_OK; PARSE_LIMIT (rules->max_text_bytes, WORDS_MAX_LINES); PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_WORDS_WORDS_H
#define KLACHTD_PARSERS_WORDS_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "parsers/arena.h"
#include "parsers/parse.h"
#include "parsers/rules.h"

#define WORDS_MAX_LINES 200000
#define WORDS_MAX_OLDER 100	/* entries of older */

enum role {
	ROLE_OWN,		/* what the sender wrote now */
	ROLE_GREETING,		/* "Geachte heer, mevrouw," */
	ROLE_CLOSING,		/* "Met vriendelijke groet," */
	ROLE_SIGNATURE,		/* name, address, telephone below the closing or "-- " */
	ROLE_FORM_LABEL,	/* "Naam: Jansen" of a web form or of labels typed by hand: label and value on one line */
	ROLE_QUOTE_HEADER,	/* "Op ma 2 mrt 2026 schreef ...:", "Van: ... Verzonden: ..." block lines */
	ROLE_QUOTED,		/* older words of somebody */
	ROLE_DISCLAIMER,
	ROLE_FOOTER,		/* "Verstuurd vanaf mijn iPhone", antivirus, list and form footers */
	ROLE_BLANK,
};

struct line {
	const char *s;		/* borrowed, not NUL-terminated; without quote marks and trailing blanks */
	size_t n;
	enum role role;
	int level;		/* 0: this mail; 1: the mail it answers or forwards; 2: the one before; ... */
};

struct older {			/* who wrote the words of a level > 0, from its attribution or header block; NULL where unknown */
	int level;
	const char *name, *address, *date, *subject, *to;
	bool by_sender;		/* the sender's own older mail */
	bool by_agency;		/* ours */
};

struct words {
	struct line *lines;
	size_t n;
	struct older *older;
	size_t n_older;
	const char *own;	/* what becomes description: the sender's own new words, greeting and closing left out; "" when there are none */
	const char *wanted;	/* what stands after a label such as "Gewenste oplossing:"; NULL: no such label or nothing after it */
	bool form;		/* a form's labels carry the text (three or more): own is the value of its description field */
};

/* sender may be NULL; it helps to tell the sender's older mails and the signature. */
struct mailbox;
int words_split(const char *text, const struct mailbox *sender, const struct rules *rules, struct arena *a, struct words *ret);

#endif
