/* parsers/words/words_sheet.h — what the passes of words_split() share: the lines with their folded form, and what is known so far. Private to words*.c.
 *
 * Passes, in order: sheet_fill (lines, quote marks), quote_pass (levels, attributions, header blocks), form_pass (labels), own_pass (greeting, closing,
 * signature, disclaimer, footer). A later pass never touches a line of level > 0.
 * Returns: PARSE_OK, PARSE_LIMIT, PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_WORDS_WORDS_SHEET_H
#define KLACHTD_PARSERS_WORDS_WORDS_SHEET_H

#include <stdint.h>

#include "parsers/words/phrases.h"
#include "parsers/words/words.h"

struct folded_line {
	const char *s;		/* NUL-terminated */
	uint32_t n;
	uint8_t marks;		/* quote marks at the start of the line, at most SHEET_MAX_MARKS */
	uint8_t indent;		/* blanks in front, at most SHEET_MAX_INDENT */
	bool fixed;		/* a pass has given its role for good */
};
#define SHEET_MAX_MARKS 15
#define SHEET_MAX_INDENT 255

struct sheet {
	struct arena *arena;
	const struct mailbox *sender;	/* may be NULL */
	const struct rules *rules;
	struct line *line;
	struct folded_line *fold;
	size_t n;
	struct older *older;
	size_t n_older, room_older;
	struct older spare;
	const char *wanted;
	bool form;
	bool own_labelled;	/* a description label was seen: in a form only its value is own */
};

int quote_pass(struct sheet *s);
int form_pass(struct sheet *s);
void own_pass(struct sheet *s);

/* What a form's label or question is about. LABEL_OURS: fields that its program adds. */
enum label { LABEL_FIELD = 1, LABEL_OURS, LABEL_DESCRIPTION, LABEL_RESOLUTION };
/* The kind of a whole text that is a label ("Naam", "Dossiernummer *", "2. Uw klacht"), or 0. *ret_name: the plain label that says the same; NULL: its own. */
int form_label_kind(const char *s, size_t n, const char **ret_name);
/* What a question asks for: its kind, or 0. *ret_name: the label that says the same. */
int question_kind(const char *folded, size_t n, const char **ret_name);
/* A line that asks, with its answer in the next one: its kind (enum label), or 0. *ret_name: the label that says the same. */
int interview_kind(const struct sheet *s, size_t i, const char **ret_name);
/* Does the mail ask for a name, an address and the like, and for the story, in sentences? */
bool interview_is(const struct sheet *s);

static inline bool sheet_own_line(const struct sheet *s, size_t i)
{
	return s->line[i].level == 0 && !s->fold[i].fixed && s->line[i].n > 0;
}

/* ---- words_signature.c: what the lines of a signature are made of ---- */
/* Does the text of n > 0 bytes start with a capital? */
bool sheet_upper_at(const char *s, size_t n);
/* One to six words, each with a capital or a particle of a name, no digits, no sentence. *ret_words: how many have a capital. */
bool sheet_name_shape(const struct line *l, size_t *ret_words);
/* Does a word of line i (three letters or more) stand in the sender's display name or address? */
bool sheet_shares_name(const struct sheet *s, size_t i);
/* An address, a number to call, a company's data. */
bool sheet_contact_like(const struct sheet *s, size_t i);
/* Does line i hold a word that makes a sentence of it: who says or does something? */
bool sheet_sentence_like(const struct sheet *s, size_t i);
/* Does line i carry on a sentence that the line above left open: "... over mijn / dossier 2604817"? */
bool sheet_carries_on(const struct sheet *s, size_t i);

/* "Met vriendelijke groet, Jan Jansen": is line i the phrase and at most a name behind it? */
bool sheet_closing(const struct sheet *s, size_t i);

/* How many words the folded text holds. */
size_t fold_words(const char *folded);
/* The phrases that stand for parts of a letter: which group, if any, starts line i; *ret_end is where in the folded line it ends. */
enum part { PART_NONE, PART_GREETING, PART_CLOSING, PART_CLOSING_WEAK, PART_FOOTER, PART_DISCLAIMER, PART_DISCLAIMER_WEAK, PART_BANNER, PART_FORM_FOOTER, PART_AFTER };
enum part part_at(const char *folded, size_t n, size_t *ret_end);
/* Adds up the weights of one group's phrases anywhere in a folded text. */
int part_weight(const char *folded, size_t n, enum part part);

#endif
