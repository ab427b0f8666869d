/* register/surname.h — do two names, each written in its own way, share a surname?
 *
 * "De Boer, Jan", "J. de Boer" and "A. de Boer-Smit" do: "Last, First" is turned round, prefixes do not count, and of a double name either part will do.
 * Pure: texts are UTF-8 of at most a line; case is ignored for ASCII and Latin-1 letters.
 */
#ifndef KLACHTD_REGISTER_SURNAME_H
#define KLACHTD_REGISTER_SURNAME_H

#include <stdbool.h>

bool surname_shared(const char *a, const char *b);

#endif
