/* reader/record_json.h — struct record to the JSON of klachtd-record(5).
 *
 * Every key is there; what was not found is null or []. What would break record_check() is mended here: control characters go, lines and quotes
 * are cut at their limit with "…", an address, number or date of the wrong shape becomes null.
 * Returns: a new reference, or NULL when memory ran out.
 */
#ifndef KLACHTD_READER_RECORD_JSON_H
#define KLACHTD_READER_RECORD_JSON_H

#include <jansson.h>

#include "parsers/record.h"

json_t *record_json(const struct record *r);

#endif
