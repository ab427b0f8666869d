/* reader/record_check.h — is what a reader's child sent a list of records (klachtd-record(5))? The one check between hostile bytes and the register.
 *
 * Source:  design section 4; limits of reader/record_limits.h; shapes of reader/text_check.h. Strict: an unknown key is wrong too.
 * Returns: 0; FAIL_ITEM with the key in err (never a value of the record in it); FAIL_RETRY out of memory.
 */
#ifndef KLACHTD_READER_RECORD_CHECK_H
#define KLACHTD_READER_RECORD_CHECK_H

#include <jansson.h>
#include <stddef.h>

#include "base/error.h"

/* Parses and checks a JSON array of 1..LIMIT_RECORDS records. *ret is a new reference. Memory stays within some 60 times LIMIT_TOKENS. */
int record_load(const char *bytes, size_t n, json_t **ret, struct error *err);

/* The same of a list that has been parsed already. */
int record_list_check(const json_t *list, struct error *err);
int record_check(const json_t *record, struct error *err);

#endif
