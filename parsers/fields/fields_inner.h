/* parsers/fields/fields_inner.h — what the files behind fields.h share. Nobody else includes this.
 *
 * A view is a run of lines put together again, so that an address or a name that wraps can be read: text keeps the lines with line feeds between,
 * low is the same length in small ASCII letters with blanks for line feeds and no-break spaces, for looking up phrases.
 */
#ifndef KLACHTD_PARSERS_FIELDS_FIELDS_INNER_H
#define KLACHTD_PARSERS_FIELDS_FIELDS_INNER_H

#include <stdbool.h>
#include <stddef.h>

#include "parsers/fields/fields.h"
#include "parsers/fields/person.h"
#include "parsers/fields/recognise.h"

enum field_label {
	FIELD_NONE, FIELD_NAME, FIELD_FIRST, FIELD_PARTICLE, FIELD_LAST, FIELD_COMPANY, FIELD_STREET, FIELD_NUMBER, FIELD_ADDITION, FIELD_POSTCODE,
	FIELD_CITY, FIELD_PHONE, FIELD_MOBILE, FIELD_DAYTIME, FIELD_FAX, FIELD_EMAIL, FIELD_DOSSIER, FIELD_CLIENT, FIELD_OTHER,
	FIELD_OF, FIELD_BY,	/* "Klacht van:", "Ingediend door:": one person, or a client and who writes */
	FIELD_HEAD,		/* "Van:" above a typed letter */
};

struct view_line {
	struct span at;			/* in text */
	enum role role;
	enum field_label label;		/* "Naam: ..." */
	struct span value;		/* of the label; may lie on the next line */
	bool below;			/* under the closing or in the signature */
	bool foreign;			/* belongs to a block that is not the sender's: employer's footer, disclaimer */
	bool closing;
};

struct view {
	char *text, *low;		/* owned by the record's arena; NUL-terminated */
	size_t n;
	struct view_line *line;
	size_t n_lines;
	const char *from;		/* for evidence: NULL the sender's new words, "quoted" older ones */
	uint64_t *grams;		/* a bit per hash of three bytes that stand in low; NULL: not known */
	struct view *flow;		/* the same, byte for byte, with the lines of a wrapped paragraph made one; NULL: nothing wraps */
};
#define VIEW_GRAMS 8192

struct place {				/* a postal address that was found */
	struct span street, number, postcode, city;	/* empty: none */
	struct span whole;
	char code[12];			/* postcode as it goes into the record */
	double score;
	const char *from;
};

struct reading {
	const struct message *m;
	const struct words *w;
	const struct rules *rules;
	struct record *r;
	const struct dossier_rules *dossiers;
	struct view own, older, history;	/* level 0; the sender's own older words; everything older */
	bool form;			/* our web form sent it */
	bool service;			/* a form service or a desk that reads no answers sent it: its name is nobody's */
	bool trade;			/* a firm, or somebody whose trade it is to write for others */
	bool represents;		/* the sender writes for somebody else */
	struct span client;		/* in own.text: the client's name and what follows it in the sentence; empty: none */
	struct person header;		/* the From display name; name "" when it is no person */
	bool header_organisation;
	struct person sender;		/* as found, "" before that */
	int result;			/* PARSE_OK or the first failure */
};

/* fields_view.c */
int view_build(struct reading *f, struct view *v, int least_level, int most_level, bool by_sender);
size_t view_line_of(const struct view *v, size_t at);
struct span view_trim(const struct view *v, struct span at);
/* memmem() in [from, to) of low, n bytes of a phrase; most that are not there are told from their first and last bytes alone. */
const char *view_find(const struct view *v, size_t from, size_t to, const char *phrase, size_t n);
/* Does one of the phrases (NULL-terminated) stand, as whole words, in [from, to) of low? Returns its end, or 0. The last one wins. */
size_t view_phrase(const struct view *v, size_t from, size_t to, const char *const *phrases);
/* Start of the sentence (or line, in a block) that holds at; at most 200 bytes back. */
size_t view_sentence(const struct view *v, size_t at);
size_t view_sentence_end(const struct view *v, size_t at);
/* Value of the first line with that label, trimmed; false: none or empty. */
bool view_label(const struct view *v, enum field_label label, struct span *ret);

/* fields_label.c */
enum field_label field_label_of(const char *s, size_t n);
enum field_label field_question(const char *low, size_t n);	/* "Op welk nummer ben je overdag te bereiken?" */
bool field_closing(const char *low, size_t n, size_t *ret_rest);	/* "met vriendelijke groet, ": where the rest of the line begins */

/* fields_*.c: each fills its part of the record */
void fields_email(struct reading *f);
void fields_dossiers(struct reading *f);
void fields_behalf(struct reading *f);
void fields_name(struct reading *f);
void fields_address(struct reading *f);
void fields_phone(struct reading *f);

/* fields_service.c: "Wufoo", "Website", "... via Typeform" in From; and addresses that nobody reads. */
bool service_name(const char *name);
bool service_no_reply(const char *address);
/* "Jan Jansen via Typeform": the bytes of name before " via "; all of them when there is none. */
size_t service_person(const char *name);

/* fields_foreign.c: marks the lines of the employer's footer. Needs f->sender. */
void fields_foreign(struct reading *f, struct view *v);
/* info@, administratie@: the company writes, not one of its people. */
bool fields_company_mailbox(const struct reading *f);
/* Do both texts share a word of three letters and more, particles aside, at its beginning or inside ("brink" in "@brinkbouw.example")? */
bool fields_share_word(const char *a, size_t na, const char *b, size_t nb);

/* Record helpers; a failure ends up in f->result. */
void fields_put(struct reading *f, const char **slot, const char *s, size_t n);
void fields_evidence(struct reading *f, const char *field, const char *from, const char *quote, size_t n, double confidence);
void fields_review(struct reading *f, const char *code, const char *field, const char *text);
bool fields_ours(const struct rules *rules, const char *address);	/* an address of the agency */

#endif
