/* parsers/fields/person_inner.h — the words of a person's name, as person_tokens.c cuts them and person.c weighs them. Nobody else includes this. */
#ifndef KLACHTD_PARSERS_FIELDS_PERSON_INNER_H
#define KLACHTD_PARSERS_FIELDS_PERSON_INNER_H

#include <stdbool.h>
#include <stddef.h>

#define TOKENS_MAX 10
#define FOLD_BYTES 40

enum part { PART_BAD, PART_TITLE, PART_INITIAL, PART_PARTICLE, PART_WORD, PART_SMALL, PART_AND, PART_SUFFIX, PART_FAMILY };

struct token {
	const char *s;
	size_t n;
	char fold[FOLD_BYTES];
	enum part part;
	bool capitals;		/* every letter is one */
	bool comma;		/* a comma follows */
	bool partner;		/* stands behind " - ": the second half of a double name */
};

/* The words at the start of s, up to where a name must end (*ret_end). last_first: one comma may stand in it ("Boer, Jan de"). */
size_t person_tokens(const char *s, size_t n, bool last_first, struct token t[TOKENS_MAX], size_t *ret_end);

#endif
