/* parsers/mail_forward.h — a mail in which somebody passes on what another one wrote, opened: that other mail, as if it had come by itself.
 *
 * A colleague forwards what came to him, a client of ours a customer's complaint: who wrote the mail below (or the message/rfc822 beside) complains, and
 * the words above it are a note. Who complains himself, passes on his own or our mail, or writes for somebody else, passes nothing on.
 * Owner:   ret's texts hang on the arena given or are m's; both must outlive it.
 * Returns: PARSE_OK with ret->mail.carrier set when one was opened, NULL when not; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_MAIL_FORWARD_H
#define KLACHTD_PARSERS_MAIL_FORWARD_H

#include "parsers/message/message.h"
#include "parsers/words/words.h"

struct forwarded {
	struct message mail;	/* from, subject, text, parts of the mail passed on; carrier and note tell of the mail around it */
	struct words words;	/* of mail.text */
};

int mail_forward(const struct message *m, const struct words *w, const struct rules *rules, struct arena *a, struct forwarded *ret);

#endif
