/* parsers/fields/recognise.h — the small recognisers that mail and letters share: each looks at one line or text and says what it holds.
 *
 * All are pure. "at"/"end" are byte offsets into s. Results are written into the caller's buffers.
 * They return 1 found, 0 not. Where several may stand in one text, call again from *end.
 */
#ifndef KLACHTD_PARSERS_FIELDS_RECOGNISE_H
#define KLACHTD_PARSERS_FIELDS_RECOGNISE_H

#include <stdbool.h>
#include <stddef.h>

#include "parsers/rules.h"

struct span { size_t at, end; };

/* Dutch postcode "1234 AB" (never SA, SD, SS); ret holds 8 bytes. */
int recognise_postcode(const char *s, size_t n, size_t from, struct span *where, char ret[8]);

/* A telephone number to E.164 ("+31612345678"; ret holds 20 bytes): 06, (0xx), +31, 0031, and foreign +numbers. Not inside IBAN or longer digit runs. */
int recognise_phone(const char *s, size_t n, size_t from, struct span *where, char ret[20]);

/* One addr-spec; ret holds 255 bytes. */
int recognise_email(const char *s, size_t n, size_t from, struct span *where, char ret[255]);

/* "Burgemeester van Meursstraat 15a", "Postbus 12", "Plein 1944 12-3": street and house number with addition, at most to the end of the line or
 * of its segment (comma, "|", ";", bullet). usual: it ends as Dutch streets do, or is a Postbus, so that it may be believed without a postcode;
 * otherwise only its place (above or before a postcode) makes it a street. rest: where the line goes on behind the number. */
struct street { struct span street, number; bool usual; };
int recognise_street(const char *s, size_t n, size_t from, struct street *ret);

/* A candidate for a dossier number: digits after separators are removed, matching a pattern of rules; label is the strongest label before it. */
enum dossier_label { LABEL_NONE, LABEL_NOT, LABEL_WEAK, LABEL_REFERENCE, LABEL_DOSSIER };	/* NOT: invoice, customer, IBAN, BSN, KvK, phone, ... */
struct dossier_candidate {
	struct span where;
	char digits[16];
	enum dossier_label label;
	bool house_style;	/* the first pattern matched */
	bool writers_own;	/* the label says it is the writer's own reference ("ons kenmerk"): ours only where the agency writes */
	bool mine, yours;	/* "mijn dossier", "uw kenmerk": beside yours, mine may be the writer's file */
	bool doubtful;		/* somebody else is named whose number it may be */
	bool date_like;		/* eight digits that can be a date as well */
	bool joined;		/* put together from several groups */
	bool tidy;		/* joined, and grouped as people group seven digits: 2604 817, 260 4817, 26 04 817 */
	struct span label_at;	/* the label's words; empty: none */
};
struct dossier_rules;	/* compiled patterns */
/* Kept, and good until other patterns are asked for. NULL: a pattern is bad (the configuration checked it) or no memory. */
const struct dossier_rules *dossier_rules_of(const struct rules *rules);
int recognise_dossier(const struct dossier_rules *d, const char *s, size_t n, size_t from, struct dossier_candidate *ret);

/* Is this a person's name as it stands on an envelope or under a letter? 0..1. */
double recognise_name(const char *s, size_t n);

/* Language of a text: "nl", "en", "de", "pl", "tr", "fr", ...; NULL when it cannot be told. Static. */
const char *recognise_language(const char *text);

/* The complaint number "K-2026-000123", also as people type it over: "K2026000123", "k 2026 000123", "klachtnummer 2026-000123" (without the K only behind
 * such a label). The number behind the year has its six digits. ret holds 16 bytes. */
int recognise_complaint_number(const char *s, size_t n, size_t from, struct span *where, char ret[16]);

#endif
