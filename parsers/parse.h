/* parsers/parse.h — what every parser can answer. "Retry" and "tell the operator" are not thoughts a parser can have. */
#ifndef KLACHTD_PARSERS_PARSE_H
#define KLACHTD_PARSERS_PARSE_H

enum parse {
	PARSE_OK = 0,
	PARSE_BAD = -1,		/* the bytes are not what they should be */
	PARSE_LIMIT = -2,	/* a limit is exceeded: refused, never truncated */
	PARSE_NOMEM = -3,
};

struct parse_note {
	char text[200];		/* what and where, for a person; holds no foreign text */
};

#endif
