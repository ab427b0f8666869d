/* parsers/letter/letter_contact.h — telephone and e-mail on paper. Private to the letter's sender; see letter_sender.h. */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_CONTACT_H
#define KLACHTD_PARSERS_LETTER_LETTER_CONTACT_H

#include "parsers/letter/letter_find.h"

/* near: the entry of the sender's postcode, or x->e->n. PARSE_OK; PARSE_NOMEM. */
int contact_phone(const struct finder *x, size_t near, struct find *ret, bool *ret_doubt);
/* Where that found nothing: what stands behind a label, read again as digits. True: there are digits, and they still make no number. */
bool contact_phone_again(const struct finder *x, struct find *ret);
int contact_email(const struct finder *x, struct find *ret);
/* Where that found nothing: what stands behind a label with no "@", read again; never sure. True: it still makes no address. */
bool contact_email_again(const struct finder *x, struct find *ret);

#endif
