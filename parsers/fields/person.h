/* parsers/fields/person.h — persons' names as they stand under letters and in mail headers.
 *
 * person_read() takes the name at the start of a line: titles are left out, "Last, First" is turned, capitals and small letters are mended,
 * particles, initials, double names and couples are kept as written. What follows the name must be the end of the line or a separator
 * (comma, "|", dash, bracket); *ret_end tells where it ends.
 * Limits: names of more than PERSON_BYTES or of more than 8 words are none.
 */
#ifndef KLACHTD_PARSERS_FIELDS_PERSON_H
#define KLACHTD_PARSERS_FIELDS_PERSON_H

#include <stdbool.h>
#include <stddef.h>

#define PERSON_BYTES 128

struct person {
	char name[PERSON_BYTES];	/* cleaned */
	double score;			/* 0..1: is it a person's name? */
	bool surname;			/* more than a first name or initials */
	bool first;			/* a first name written out */
	bool known;			/* its first name is a common one */
	bool couple;
};

enum person_from {
	PERSON_LINE,	/* a line of a text */
	PERSON_HEADER,	/* a display name or a form's value: "Last, First" is usual, nothing may follow */
};

int person_read(const char *s, size_t n, enum person_from from, struct person *ret, size_t *ret_end);

/* Whoever is asked for his name gives it, in one case throughout if he likes: "schutte", "j. van der meer", "YILMAZ"; but not "zie onder". */
int person_answer(const char *s, size_t n, struct person *ret);

/* "Brouwer Dakwerken V.O.F.", "Stichting Leergeld", "Pijl Advocatuur", "Klantenservice". */
bool person_is_organisation(const char *s, size_t n);

/* May both be the same person: every part of the shorter one fits the other ("Linh" and "Linh Tran", "J. de Boer" and "Jan de Boer")? */
bool person_fits(const char *a, const char *b);

#endif
