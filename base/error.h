/* base/error.h — what went wrong, named by what the caller must do.
 *
 * Owner:   struct error belongs to the caller, usually on the stack; nothing in it is allocated.
 * Use:     return error_set(err, FAIL_RETRY, "imap %s: select: %s", host, why);
 *          err may be NULL where the caller wants only the kind.
 */
#ifndef KLACHTD_BASE_ERROR_H
#define KLACHTD_BASE_ERROR_H

enum fail {
	FAIL_ITEM = -1,		/* this item is bad: file it as unreadable, go on with the next */
	FAIL_RETRY = -2,	/* nothing is lost: try again later */
	FAIL_CONFIG = -3,	/* the operator must act: say which, and with what remedy */
	FAIL_FATAL = -4,	/* stop: going on would make it worse */
};

struct error {
	enum fail kind;
	char text[512];		/* one line, UTF-8, no line feed; never a citizen's name, address or text */
};

/* Fills *err and returns kind. */
int error_set(struct error *err, enum fail kind, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Puts "context: " in front of the text that is there; returns err->kind. */
int error_prefix(struct error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

const char *fail_name(enum fail kind);

#endif
