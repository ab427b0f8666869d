/* reader/rules_json.h — the "rules" object of a hello frame (docs/wire.md) to struct rules.
 *
 * Absent keys keep the scheme's defaults; a list that is there replaces the default's whole. Unknown keys are ignored.
 * Limits:  200 texts a list, 1000 bytes a text; the document limit at most 1 GB.
 * Owner:   *ret is the caller's (rules_box_free) and holds copies of everything: the JSON may go.
 * Returns: 0; FAIL_FATAL for a wrong type or value (protocol), FAIL_RETRY out of memory.
 */
#ifndef KLACHTD_READER_RULES_JSON_H
#define KLACHTD_READER_RULES_JSON_H

#include <jansson.h>

#include "base/error.h"
#include "parsers/arena.h"
#include "parsers/rules.h"

struct rules_box {
	struct rules rules;
	struct arena *arena;	/* owned */
};

int rules_box_load(const json_t *rules, struct rules_box **ret, struct error *err);
void rules_box_free(struct rules_box *b);	/* accepts NULL */

#endif
