/* parsers/mail.h — one mail to one record: message, words, judgement and fields put together.
 *
 * mode narrows what is parsed after a first try died on it: MAIL_FULL, MAIL_NO_ATTACHMENTS (the first text part only), MAIL_HEADERS.
 * content_digest: SHA-256 over the decoded From, Date and body (one mail in two mailboxes, a server that re-renders).
 * Returns: PARSE_OK with *ret (record_free) and *ret_message (message_free; documents of the record borrow from it); else as message_parse.
 */
#ifndef KLACHTD_PARSERS_MAIL_H
#define KLACHTD_PARSERS_MAIL_H

#include "parsers/message/message.h"
#include "parsers/record.h"
#include "parsers/rules.h"

enum mail_mode { MAIL_FULL, MAIL_NO_ATTACHMENTS, MAIL_HEADERS };

int mail_read(const uint8_t *bytes, size_t n, const char *file, enum mail_mode mode, const struct rules *rules,
	      struct record **ret, struct message **ret_message, struct parse_note *note);

/* What an attached text says, as a record whose sender is only who signed it: merged into the mail's as that of an attached letter is. PARSE_OK with *ret;
 * PARSE_LIMIT, PARSE_NOMEM. */
int mail_read_text(const struct document *d, const struct rules *rules, struct record **ret);

/* The bytes over which the content digest is taken; the caller hashes. Hangs on m's arena; NULL: out of memory. */
const char *mail_digest_text(const struct message *m);

#endif
