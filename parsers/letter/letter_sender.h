/* parsers/letter/letter_sender.h — who wrote the letter: name, postal address, telephone, e-mail; and for whom.
 *
 * The recipient is told first and is never the sender. Postcode, street and city are found together, around the postcode; the name above them, at
 * a label, or under the closing, where it is most often written in full.
 * Returns: PARSE_OK; PARSE_NOMEM. What is not found is an empty find; sure says whether it may stand without review.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_SENDER_H
#define KLACHTD_PARSERS_LETTER_LETTER_SENDER_H

#include "parsers/letter/letter_find.h"

struct sender {
	struct find name, street, house_number, postcode, city, phone, email, client;
	bool name_doubt;	/* two names that cannot be one person's */
	bool address_doubt;	/* two addresses with equal claim */
	bool phone_doubt;
	bool phone_unread;	/* digits stand at a label of a telephone, and make no number */
	bool email_unread;	/* what stands at a label of an e-mail address makes none */
	bool town_doubt;	/* the town has other postcodes */
};

int sender_find(const struct finder *x, struct sender *ret);

#endif
