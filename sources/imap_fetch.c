/* Fetching: sizes first, small mails in batches, large ones alone and straight into a memfd. */
#include "sources/imap.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "sources/imap_private.h"

#define SIZE_LINE_BYTES 512		/* one answer to a FETCH of sizes, with the FLAGS a server may add */
#define SLACK_BYTES (1u << 20)		/* RFC822.SIZE is an estimate on some servers */

/* ---- asking ---- */

typedef struct mailimap_fetch_att *att_new_fn(void);

static struct mailimap_fetch_att *att_body(void)
{
	struct mailimap_section *whole = mailimap_section_new(NULL);
	return whole ? mailimap_fetch_att_new_body_peek_section(whole) : NULL;
}

static struct mailimap_fetch_att *att_header(void)
{
	struct mailimap_section *header = mailimap_section_new_header();
	return header ? mailimap_fetch_att_new_body_peek_section_partial(header, 0, IMAP_HEADER_BYTES) : NULL;
}

static struct mailimap_fetch_type *type_of(att_new_fn *const *atts, size_t n)
{
	struct mailimap_fetch_type *type = mailimap_fetch_type_new_fetch_att_list_empty();
	for (size_t k = 0; type && k < n; k++) {
		struct mailimap_fetch_att *att = atts[k]();
		if (!att || mailimap_fetch_type_new_fetch_att_list_add(type, att) != MAILIMAP_NO_ERROR) {
			if (att)
				mailimap_fetch_att_free(att);
			mailimap_fetch_type_free(type);
			return NULL;
		}
	}
	return type;
}

/* *ret may be NULL or empty: the mails are gone. */
static int fetch(struct imap *i, const uint32_t *uids, size_t n, att_new_fn *const *atts, size_t atts_n,
		 uint64_t max_bytes, clist **ret, struct error *err)
{
	struct mailimap_set *set = imap_set(uids, n);
	struct mailimap_fetch_type *type = type_of(atts, atts_n);
	int r = MAILIMAP_ERROR_MEMORY;
	*ret = NULL;
	imap_command(i, max_bytes);
	if (set && type)
		r = i->dead ? MAILIMAP_ERROR_STREAM : mailimap_uid_fetch(i->session, set, type, ret);
	if (r != MAILIMAP_NO_ERROR)
		*ret = NULL;	/* freed by libetpan */
	if (set)
		mailimap_set_free(set);
	if (type)
		mailimap_fetch_type_free(type);
	return imap_result(i, r, REASON_PROTOCOL, "FETCH", err);
}

static void free_list(clist **list)
{
	if (*list)
		mailimap_fetch_list_free(*list);
}
#define LIST_CLEANUP __attribute__((cleanup(free_list)))

/* ---- answers ---- */

struct answer {
	uint32_t uid;			/* 0: none told */
	bool has_size;
	uint64_t bytes;
	int64_t internaldate_us;
	const struct mailimap_msg_att_body_section *body;	/* borrowed; NULL: none */
};

/* The zone is written +hhmm. A date that no calendar has is as good as none. */
static int64_t date_us(const struct mailimap_date_time *d)
{
	struct tm tm = { .tm_year = d->dt_year - 1900, .tm_mon = d->dt_month - 1, .tm_mday = d->dt_day,
			 .tm_hour = d->dt_hour, .tm_min = d->dt_min, .tm_sec = d->dt_sec };
	if (d->dt_year < 1970 || d->dt_year > 2200 || d->dt_month < 1 || d->dt_month > 12 || d->dt_day < 1 || d->dt_day > 31
	    || d->dt_hour < 0 || d->dt_hour > 23 || d->dt_min < 0 || d->dt_min > 59 || d->dt_sec < 0 || d->dt_sec > 60
	    || d->dt_zone < -2400 || d->dt_zone > 2400)
		return 0;
	int64_t t = timegm(&tm) - (d->dt_zone / 100 * 60 + d->dt_zone % 100) * 60;
	return t > 0 ? t * US_PER_SECOND : 0;
}

static struct answer read_answer(const struct mailimap_msg_att *att)
{
	struct answer a = { .uid = 0 };
	for (clistiter *c = att ? clist_begin(att->att_list) : NULL; c; c = clist_next(c)) {
		const struct mailimap_msg_att_item *item = clist_content(c);
		const struct mailimap_msg_att_static *s = item->att_type == MAILIMAP_MSG_ATT_ITEM_STATIC ? item->att_data.att_static : NULL;
		if (s && s->att_type == MAILIMAP_MSG_ATT_UID)
			a.uid = s->att_data.att_uid;
		if (s && s->att_type == MAILIMAP_MSG_ATT_RFC822_SIZE) {
			a.has_size = true;
			a.bytes = s->att_data.att_rfc822_size;
		}
		if (s && s->att_type == MAILIMAP_MSG_ATT_INTERNALDATE && s->att_data.att_internal_date)
			a.internaldate_us = date_us(s->att_data.att_internal_date);
		if (s && s->att_type == MAILIMAP_MSG_ATT_BODY_SECTION)
			a.body = s->att_data.att_body_section;
	}
	return a;
}

static bool among(const uint32_t *uids, size_t n, uint32_t uid)
{
	for (size_t k = 0; k < n; k++)
		if (uids[k] == uid)
			return true;
	return false;
}

int imap_sizes(struct imap *i, const uint32_t *uids, size_t n, struct imap_mail *mails, struct error *err)
{
	static att_new_fn *const atts[] = {
		mailimap_fetch_att_new_uid, mailimap_fetch_att_new_rfc822_size, mailimap_fetch_att_new_internaldate,
	};
	LIST_CLEANUP clist *list = NULL;
	int got = 0;
	int r = fetch(i, uids, n, atts, 3, ANSWER_BYTES + n * SIZE_LINE_BYTES, &list, err);
	for (clistiter *c = r == 0 && list ? clist_begin(list) : NULL; c && (size_t)got < n; c = clist_next(c)) {
		struct answer a = read_answer(clist_content(c));
		bool again = false;
		for (int k = 0; k < got; k++)
			again |= mails[k].uid == a.uid;
		if (a.has_size && !again && among(uids, n, a.uid))
			mails[got++] = (struct imap_mail){ .uid = a.uid, .bytes = a.bytes, .internaldate_us = a.internaldate_us };
	}
	return r == 0 ? got : r;
}

/* ---- small mails ---- */

static const struct imap_mail *asked_for(const struct imap_mail *mails, size_t n, const bool *came, uint32_t uid)
{
	for (size_t k = 0; k < n; k++)
		if (mails[k].uid == uid && !came[k])
			return &mails[k];
	return NULL;
}

/* A sealed memfd with the text of the answer; NIL is an empty one. */
static int body_fd(const struct mailimap_msg_att_body_section *body, struct error *err)
{
	bool nil = !body->sec_body_part;
	return memfd_from("mail", nil ? "" : body->sec_body_part, nil ? 0 : body->sec_length, err);
}

static int hand_out(const struct imap_mail *mail, const struct mailimap_msg_att_body_section *body,
		    imap_got_fn *got, void *arg, struct error *err)
{
	FD_CLEANUP int fd = body_fd(body, err);
	return fd < 0 ? fd : got(arg, mail, fd_take(&fd), err);
}

int imap_fetch(struct imap *i, const struct imap_mail *mails, size_t n, imap_got_fn *got, void *arg, struct error *err)
{
	static att_new_fn *const atts[] = { mailimap_fetch_att_new_uid, att_body };
	LIST_CLEANUP clist *list = NULL;
	uint32_t uids[IMAP_BATCH];
	bool came[IMAP_BATCH] = { false };
	uint64_t bytes = 0;
	int count = 0;
	for (size_t k = 0; k < n && k < IMAP_BATCH; k++) {
		uids[k] = mails[k].uid;
		bytes += mails[k].bytes;
	}
	int r = fetch(i, uids, n, atts, 2, ANSWER_BYTES + SLACK_BYTES + bytes + bytes / 2, &list, err);
	for (clistiter *c = r == 0 && list ? clist_begin(list) : NULL; c && r == 0; c = clist_next(c)) {
		struct answer a = read_answer(clist_content(c));
		const struct imap_mail *mail = a.body ? asked_for(mails, n, came, a.uid) : NULL;
		if (!mail)
			continue;	/* a flag that changed meanwhile, or a mail that nobody asked for */
		came[mail - mails] = true;
		r = hand_out(mail, a.body, got, arg, err);
		count += r == 0;
	}
	return r < 0 ? r : count;
}

/* ---- large mails and headers ---- */

struct sink {
	int fd;
	uint64_t bytes, limit_bytes;
	bool started, over, failed;
};

static bool pour(int att_type, struct mailimap_msg_att_body_section *section, const char *bytes, size_t n, void *context)
{
	struct sink *k = context;
	(void)section;
	if (att_type != MAILIMAP_MSG_ATT_BODY_SECTION)
		return true;
	k->started = true;
	k->over = k->over || n > k->limit_bytes - k->bytes;
	k->failed = k->failed || (!k->over && write_all(k->fd, bytes, n, NULL) < 0);
	k->bytes += n;
	return !k->over && !k->failed;	/* false ends the connection: there is no other way to stop a literal */
}

int imap_fetch_large(struct imap *i, const struct imap_mail *mail, uint64_t limit_bytes, int *ret_fd, struct error *err)
{
	static att_new_fn *const atts[] = { mailimap_fetch_att_new_uid, att_body };
	LIST_CLEANUP clist *list = NULL;
	FD_CLEANUP int fd = memfd_new("mail", err);
	if (fd < 0)
		return FAIL_RETRY;
	struct sink sink = { .fd = fd, .limit_bytes = limit_bytes };
	mailimap_set_msg_body_handler(i->session, pour, &sink);
	int r = fetch(i, &mail->uid, 1, atts, 2, ANSWER_BYTES + SLACK_BYTES + limit_bytes, &list, err);
	mailimap_set_msg_body_handler(i->session, NULL, NULL);
	if (sink.over || sink.failed) {
		i->dead = true;
		i->reason = REASON_LIMIT;
		return error_set(err, FAIL_RETRY, "%s: FETCH: %s", stream_peer(i->stream),
				 sink.over ? "a mail is longer than max_document" : "no memory for a mail");
	}
	if (r != 0 || !sink.started)
		return r;
	r = memfd_seal(fd, err);
	if (r == 0)
		*ret_fd = fd_take(&fd);
	return r == 0 ? 1 : r;
}

int imap_fetch_header(struct imap *i, const struct imap_mail *mail, int *ret_fd, struct error *err)
{
	static att_new_fn *const atts[] = { mailimap_fetch_att_new_uid, att_header };
	LIST_CLEANUP clist *list = NULL;
	int r = fetch(i, &mail->uid, 1, atts, 2, ANSWER_BYTES + SLACK_BYTES + IMAP_HEADER_BYTES, &list, err);
	for (clistiter *c = r == 0 && list ? clist_begin(list) : NULL; c; c = clist_next(c)) {
		struct answer a = read_answer(clist_content(c));
		if (a.uid != mail->uid || !a.body)
			continue;
		int fd = body_fd(a.body, err);
		if (fd < 0)
			return fd;
		*ret_fd = fd;
		return 1;
	}
	return r;
}
