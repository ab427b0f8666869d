/* register/history.h — who did what, when: appended in the transaction that is open.
 *
 * Private to register/. note is ours and never personal. from and to may be: their salted digests stay for ever, they themselves stand in a
 * table that erasure may empty; both NULL: none. complaint 0: about no complaint. An SQLite result.
 */
#ifndef KLACHTD_REGISTER_HISTORY_H
#define KLACHTD_REGISTER_HISTORY_H

#include <stdint.h>

struct reg;

int history_add(struct reg *r, int64_t complaint, const char *who, const char *what, const char *note, const char *from, const char *to);

#endif
