/* register/queue.h — what waits to be written, and the turn of the loop that writes it.
 *
 * Private to register/.
 */
#ifndef KLACHTD_REGISTER_QUEUE_H
#define KLACHTD_REGISTER_QUEUE_H

#include "register/register.h"

void queue_free(struct reg *r);

/* Receipts among the waiting submissions that would be queued for this address; NULL: for any. */
int64_t queue_receipts(const struct reg *r, const char *email);

#endif
