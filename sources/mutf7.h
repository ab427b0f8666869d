/* sources/mutf7.h — a folder's name as IMAP wants it.
 *
 * Source:  RFC 3501 5.1.3 (modified UTF-7, by iconv's UTF-7-IMAP), RFC 2342 (prefix and
 *          delimiter). Pure.
 * Returns: 0; FAIL_CONFIG for a name that is empty, longer than FOLDER_BYTES, no UTF-8, or holds
 *          control characters, '*' or '%'. *ret: free().
 */
#ifndef KLACHTD_SOURCES_MUTF7_H
#define KLACHTD_SOURCES_MUTF7_H

#include "base/error.h"

#define FOLDER_BYTES 255

/* "Archief/Klachten" with prefix "INBOX." and delimiter '.' -> "INBOX.Archief.Klachten". INBOX
 * stays INBOX; a name that begins with the prefix is taken as it is; '/' becomes the delimiter.
 * delimiter '\0': the server has no levels. */
int folder_wire_name(const char *name, const char *prefix, char delimiter, char **ret, struct error *err);

#endif
