/* register/number.h — complaint numbers and the Message-IDs of receipts.
 *
 * Private to register/. A receipt's Message-ID is receipt.K-2026-000123.TAG@domain; TAG is four hex digits counting the receipts of that complaint
 * and twenty of HMAC-SHA256 (RFC 2104) under the register's key over number and count.
 */
#ifndef KLACHTD_REGISTER_NUMBER_H
#define KLACHTD_REGISTER_NUMBER_H

#include "register/register.h"

#define NUMBER_SIZE 16
#define RECEIPT_ID_SIZE 160
#define RECEIPTS_PER_COMPLAINT 0xffff

/* The next number of that year, in the transaction that is open. An SQLite result. */
int number_next(struct reg *r, int year, char ret[NUMBER_SIZE]);

void receipt_id_make(struct reg *r, const char *number, unsigned count, char ret[RECEIPT_ID_SIZE]);

/* Of receipt shape and with a right tag: true and the number. The register is not asked. */
bool receipt_id_parse(struct reg *r, const char *message_id, char ret_number[NUMBER_SIZE]);

#endif
