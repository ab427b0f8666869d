#include "parsers/rules.h"

#define LIST(...) { (const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *) }

/* The agency of the complaints scheme; its domains are what its own configuration would say. */
const struct rules rules_default = {
	.organisation = "Pro Actief Incasso",
	.addresses = LIST("klachten@proactief.example", "info@proactief.example", "incasso@proactief.example"),
	.domains = LIST("proactief.example"),
	.phones = LIST("+31138893930"),
	.postal_address = "Postbus 8070, 5004 GB Tilburg",
	.form_senders = LIST("website@proactief.example", "formulier@proactief.example"),
	.dossier_patterns = LIST("(?<![0-9])[0-9]{7,8}(?![0-9])"),
	.max_document_bytes = 64u << 20,
	.max_parts = 1000,
	.max_depth = 60,
	.max_header_bytes = 512u << 10,
	.max_text_bytes = 4u << 20,
	.max_pages = 200,
};
