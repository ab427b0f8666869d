/* parsers/message/message.h — an Internet message to what a person sees of it.
 *
 * Source:  RFC 5322, 2045-2049, 2183, 2231, 2047, 3676 (format=flowed), 3464 (delivery status), 8098 (read receipts), 5965 (feedback),
 *          MS-OXTNEF (winmail.dat), RFC 8551 and 3156 (signed, encrypted). The tree is libetpan's; libetpan's losses are mended here.
 * Units:   texts are UTF-8 without control characters except LF and TAB (bodies); dates RFC 3339 text with the sender's own offset.
 * Limits:  rules->max_*; past one the structure counts as hostile: hostile is set, what was understood until then is kept, the rest is not.
 * Owner:   *ret belongs to the caller (message_free). Parts point into bytes or into the message's arena: bytes must outlive it.
 * Returns: PARSE_OK; PARSE_BAD when there is no header at all; PARSE_LIMIT over max_document_bytes; PARSE_NOMEM. On failure *ret is untouched.
 */
#ifndef KLACHTD_PARSERS_MESSAGE_MESSAGE_H
#define KLACHTD_PARSERS_MESSAGE_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parsers/parse.h"
#include "parsers/rules.h"

struct header {
	const char *name;	/* as written */
	const char *value;	/* unfolded, encoded words decoded */
};

struct mailbox {
	const char *name;	/* display name or NULL */
	const char *address;	/* addr-spec as written, checked to be one; or NULL when the field holds none */
};

struct mailbox_list {
	const struct mailbox *box;
	size_t n;
};

struct message_part {
	const char *name;		/* file name, cleaned of paths and control characters; NULL */
	const char *declared_type;	/* Content-Type, lower case "type/subtype" */
	const char *media_type;		/* sniffed from the bytes; the declared one where sniffing cannot tell */
	const char *content_id;		/* without <>; NULL */
	bool attachment;		/* Content-Disposition: attachment */
	int width_px, height_px;	/* images whose header says so; 0 unknown */
	const uint8_t *bytes;		/* decoded */
	size_t n;
	const char *text;		/* of a text or HTML file: as a person reads it, in the form of message.text; NULL: none, or not read */
};

enum message_crypt { MESSAGE_PLAIN, MESSAGE_SIGNED, MESSAGE_PARTLY, MESSAGE_ENCRYPTED };	/* partly: around an encrypted block stand words */

struct message {
	struct arena *arena;		/* owned */
	const struct header *headers;	/* in order */
	size_t n_headers;
	struct mailbox from, sender;
	struct mailbox_list reply_to, to, cc;
	const char *subject;		/* NULL: no such field */
	const char *message_id, *in_reply_to;	/* without <> */
	const char *const *references;
	size_t n_references;
	const char *date;		/* RFC 3339; NULL when absent, wrong or out of range */
	const char *return_path;	/* without <>: "" is the null path, NULL no such field */

	const char *text;		/* the body as a person reads it, LF lines; quoted text and HTML blockquote carry "> " per level; "" when none */
	const char *text_from;		/* "text/plain" | "text/html" | "tnef" | "none" */
	const char *other_text;		/* the alternative that was not chosen (same form), or NULL: facts may stand only there */
	const struct message_part *parts;	/* everything that is not the body: attachments, inline images */
	size_t n_parts;
	const struct message *attached;	/* a message/rfc822 inside (first one), parsed; NULL */
	const struct message *carrier;	/* the mail in which somebody passes this one on (mail_forward.h); NULL: it came by itself */
	const char *note;		/* what stands above it there; NULL likewise */

	struct {			/* multipart/report; fields NULL when absent */
		const char *type;	/* report-type, lower case, also when only the parts tell */
		const char *original_message_id, *final_recipient, *action, *status, *disposition;
	} report;
	enum message_crypt crypt;
	bool hostile;			/* a limit tripped or the structure is an attack: headers may be trusted, bodies not */
};

int message_parse(const uint8_t *bytes, size_t n, const struct rules *rules, struct message **ret, struct parse_note *note);
void message_free(struct message *m);	/* accepts NULL */

/* First field of that name (case-insensitive), or NULL; the k-th with message_header_at. */
const char *message_header(const struct message *m, const char *name);
const char *message_header_at(const struct message *m, const char *name, size_t k);

/* Once per process, before the lock: libxml2's tables. 0, or -1 when libetpan runs unguarded (guard.h). */
int message_init(void);

#endif
