/* parsers/fields/fields_client.h — whom the sender writes for: what fields_behalf.c (set phrases) and fields_client.c (who cares for whom) share. */
#ifndef KLACHTD_PARSERS_FIELDS_FIELDS_CLIENT_H
#define KLACHTD_PARSERS_FIELDS_FIELDS_CLIENT_H

#include "parsers/fields/fields_inner.h"

/* The longest beginning of s[at, n) that is a name: capitals, initials, particles, titles; at when there is none. */
size_t client_name_end(const char *s, size_t n, size_t at, bool *ret_title);
/* A folded word that may stand between a phrase and the name: "mijn", "moeder". */
bool client_skipped(const char *fold);
/* Sets on_behalf_of by what the sender does for another. */
bool client_found(struct reading *f);

#endif
