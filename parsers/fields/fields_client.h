/* parsers/fields/fields_client.h — whom the sender writes for: what fields_behalf.c (set phrases) and fields_client.c (who cares for whom) share. */
#ifndef KLACHTD_PARSERS_FIELDS_FIELDS_CLIENT_H
#define KLACHTD_PARSERS_FIELDS_FIELDS_CLIENT_H

#include "parsers/fields/fields_inner.h"

/* The longest beginning of s[at, n) that is a name: capitals, initials, particles, titles; at when there is none. */
size_t client_name_end(const char *s, size_t n, size_t at, bool *ret_title);
/* A folded word that may stand between a phrase and the name: "mijn", "moeder". */
bool client_skipped(const char *fold);
/* Past words that may stand between a phrase at "at" and the name: "mijn 88-jarige moeder, ". */
size_t client_skip(const struct view *v, size_t at, size_t to);
/* The client, a person or a firm, whose name begins at "at", or behind words that may stand before it, and ends before "to"; sure: the phrase before it
 * leaves no doubt. Sets on_behalf_of. */
bool client_at(struct reading *f, const struct view *v, size_t at, size_t to, bool sure);
/* The name that ends at "end" is said to be the agency's or another's: "Kees Bos van uw kantoor". */
bool client_of_others(const struct view *v, size_t end);

#define CLIENT_HITS_MAX 200

struct client_hit { int group; size_t at, end; };	/* a set phrase, in own.text */

struct hunt {
	struct reading *f;
	const struct view *v;
	struct client_hit *hit;	/* on the arena */
	size_t n;
};

/* Finds the set phrases; a failure ends up in f->result. */
void client_listen(struct reading *f, struct hunt *ret);
/* Each sets on_behalf_of: behind "namens" and its like; by what the sender does for another; behind "namens" under the letter. */
bool client_said(struct hunt *h);
bool client_cared(struct hunt *h);
bool client_signed(struct hunt *h);
/* Does the signature tell that it is the sender's trade to write for others? */
bool client_professional(const struct hunt *h);

#endif
