#include "parsers/message/guard.h"

#include <libetpan/libetpan.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default"), used))
#define BOUNDARY_BYTES 200	/* RFC 2046 section 5.1.1 says 70 */
#define COMMENT_DEPTH 100

enum asked { BOUNDARY = 1, ENCODING = 2, COMMENT = 4, ALL = 7 };

static _Thread_local struct {
	size_t parts_left, multiparts_left;
	bool tripped;
	unsigned asked;		/* who was called: shows that libetpan comes here */
} guard;

void guard_reset(size_t parts, size_t multiparts)
{
	guard.parts_left = parts;
	guard.multiparts_left = multiparts;
	guard.tripped = false;
}

bool guard_tripped(void)
{
	return guard.tripped;
}

bool guard_works(void)
{
	static const char probe[] = "Content-Type: multipart/mixed (c); boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
	size_t i = 0;
	struct mailmime *tree = NULL;
	guard_reset(10, 10);
	guard.asked = 0;
	if (mailmime_parse(probe, strlen(probe), &i, &tree) == MAILIMF_NO_ERROR)
		mailmime_free(tree);
	return guard.asked == ALL;
}

/* Stock: strncpy with n = SIZE_MAX on boundary="\"". NULL makes the part a leaf. */
EXPORT char *mailmime_extract_boundary(struct mailmime_content *content)
{
	const char *b = mailmime_content_param_get(content, (char *)"boundary");
	guard.asked |= BOUNDARY;
	if (guard.multiparts_left == 0) {
		guard.tripped = true;
		return NULL;
	}
	guard.multiparts_left--;
	if (!b)
		return NULL;
	size_t n = strlen(b);
	if (n >= 2 && b[0] == '"' && b[n - 1] == '"') {
		b++;
		n -= 2;
	}
	while (n && (b[n - 1] == ' ' || b[n - 1] == '\t'))
		n--;
	return n == 0 || n > BOUNDARY_BYTES ? NULL : strndup(b, n);
}

static bool is_message(struct mailmime_field *f)
{
	struct mailmime_content *c = f->fld_type == MAILMIME_FIELD_TYPE ? f->fld_data.fld_content : NULL;
	return c && c->ct_type->tp_type == MAILMIME_TYPE_COMPOSITE_TYPE &&
	       c->ct_type->tp_data.tp_composite_type->ct_type == MAILMIME_COMPOSITE_TYPE_MESSAGE;
}

/* Asked once per part. A message within is called base64, which keeps libetpan from descending into it (its recursion has no bound);
 * ours parses the first such message by itself, with one. Nobody reads the encoding from libetpan's tree. */
EXPORT int mailmime_transfer_encoding_get(struct mailmime_fields *fields)
{
	int encoding = MAILMIME_MECHANISM_8BIT;
	guard.asked |= ENCODING;
	if (guard.parts_left == 0) {
		guard.tripped = true;
		return MAILMIME_MECHANISM_BASE64;
	}
	guard.parts_left--;
	for (clistiter *i = clist_begin(fields->fld_list); i; i = clist_next(i)) {
		struct mailmime_field *f = clist_content(i);
		if (is_message(f))
			return MAILMIME_MECHANISM_BASE64;
		if (f->fld_type == MAILMIME_FIELD_TRANSFER_ENCODING)
			encoding = f->fld_data.fld_encoding->enc_type;
	}
	return encoding;
}

/* The offset behind the comment at i, or 0: too deep, or it never closes in this header field. */
static size_t comment_end(const char *s, size_t n, size_t i)
{
	size_t depth = 0;
	for (; i < n; i++) {
		if (s[i] == '\\' && i + 1 < n)
			i++;
		else if (s[i] == '(' && ++depth > COMMENT_DEPTH)
			return 0;
		else if (s[i] == ')' && --depth == 0)
			return i + 1;
		else if (s[i] == '\n' && i + 1 < n && s[i + 1] != ' ' && s[i + 1] != '\t')
			return 0;
	}
	return 0;
}

/* Stock: one recursion per "(". */
EXPORT int mailimf_cfws_parse(const char *s, size_t n, size_t *ret_i)
{
	size_t i = *ret_i;
	guard.asked |= COMMENT;
	for (;;) {
		size_t j = i;
		while (mailimf_fws_parse(s, n, &j) == MAILIMF_NO_ERROR && j > i)
			i = j;
		size_t end = i < n && s[i] == '(' ? comment_end(s, n, i) : 0;
		if (!end)
			break;
		i = end;
	}
	if (i == *ret_i)
		return MAILIMF_ERROR_PARSE;
	*ret_i = i;
	return MAILIMF_NO_ERROR;
}
