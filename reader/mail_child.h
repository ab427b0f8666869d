/* reader/mail_child.h — what the two readers of mail do with one: both programs differ only in the charsets that they have loaded.
 *
 * A mail in a charset that the program has not loaded is refused ("charset", docs/wire.md): the client gives it to the other.
 */
#ifndef KLACHTD_READER_MAIL_CHILD_H
#define KLACHTD_READER_MAIL_CHILD_H

#include "base/error.h"
#include "reader/zygote.h"

/* struct zygote's. */
int mail_child_init(const struct rules *rules, struct error *err);
int mail_child_read(const struct zygote_order *o);

#endif
