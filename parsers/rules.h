/* parsers/rules.h — what the reader must know of the agency to read for it. Filled once from the configuration (docs/wire.md, "hello"),
 * before the first foreign byte; borrowed by every parser.
 */
#ifndef KLACHTD_PARSERS_RULES_H
#define KLACHTD_PARSERS_RULES_H

#include <stddef.h>
#include <stdint.h>

struct rule_list {
	const char *const *text;	/* borrowed, n of them; may be NULL when n == 0 */
	size_t n;
};

struct rules {
	/* the agency's own: never taken for the complainant's */
	const char *organisation;
	struct rule_list addresses;	/* e-mail, lower case */
	struct rule_list domains;	/* lower case; a sub-domain counts as well */
	struct rule_list phones;	/* E.164 */
	const char *postal_address;	/* "Postbus 8070, 5004 GB Tilburg" */
	struct rule_list form_senders;	/* our own web form's addresses, lower case */
	const char *authserv_id;	/* whose Authentication-Results to believe; NULL: nobody's */
	/* dossier numbers */
	struct rule_list dossier_patterns;	/* PCRE2, matched after separators are removed; the first is the house style */
	/* limits; 0 is never "no limit" */
	size_t max_document_bytes;
	size_t max_parts, max_depth, max_header_bytes, max_text_bytes;
	size_t max_pages;
	int64_t received_us;		/* when the item came in, UTC µs, for range checks on dates; 0: unknown */
};

/* The scheme's own values (design: agency Pro Actief Incasso); what "klachtctl read" uses without a configuration. */
extern const struct rules rules_default;

#endif
