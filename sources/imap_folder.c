/* Folders: their names, SELECT, SEARCH, and the acknowledgement. */
#include "sources/imap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sources/imap_private.h"
#include "sources/mutf7.h"

#define EXISTS_MAX 1000000u
#define SEARCH_ROUNDS 5

/* ---- names ---- */

struct namespace {
	char prefix[FOLDER_BYTES + 1];
	char delimiter;
};

static void take_personal(const struct mailimap_namespace_data *data, struct namespace *ret)
{
	const struct mailimap_namespace_item *personal = data ? data->ns_personal : NULL;
	clistiter *first = personal ? clist_begin(personal->ns_data_list) : NULL;
	const struct mailimap_namespace_info *info = first ? clist_content(first) : NULL;
	if (!info)
		return;
	ret->delimiter = info->ns_delimiter;
	if (strlen(info->ns_prefix) <= FOLDER_BYTES)
		(void)snprintf(ret->prefix, sizeof ret->prefix, "%s", info->ns_prefix);
}

/* Without NAMESPACE, LIST "" "" tells the delimiter (RFC 3501 6.3.8). A server that tells neither
 * gets names as they are configured. */
static int ask_namespace(struct imap *i, struct namespace *ret, struct error *err)
{
	*ret = (struct namespace){ .delimiter = '\0' };
	imap_command(i, ANSWER_BYTES);
	if (imap_has(i, "NAMESPACE")) {
		struct mailimap_namespace_data *data = NULL;
		int r = imap_result(i, mailimap_namespace(i->session, &data), REASON_FOLDER, "NAMESPACE", err);
		if (r == 0)
			take_personal(data, ret);
		if (data)
			mailimap_namespace_data_free(data);
		return r == FAIL_ITEM ? 0 : r;
	}
	clist *list = NULL;
	int r = imap_result(i, mailimap_list(i->session, "", "", &list), REASON_FOLDER, "LIST", err);
	clistiter *first = r == 0 && list ? clist_begin(list) : NULL;
	if (first)
		ret->delimiter = ((struct mailimap_mailbox_list *)clist_content(first))->mb_delimiter;
	if (r == 0 && list)
		mailimap_list_result_free(list);
	return r == FAIL_ITEM ? 0 : r;
}

static int name_folders(struct imap *i, struct error *err)
{
	struct namespace ns;
	int r = ask_namespace(i, &ns, err);
	if (r == 0)
		r = folder_wire_name(i->folder, ns.prefix, ns.delimiter, &i->folder_wire, err);
	if (r == 0)
		r = folder_wire_name(i->processed, ns.prefix, ns.delimiter, &i->processed_wire, err);
	if (r == 0 && strcmp(i->folder_wire, i->processed_wire) == 0)
		r = error_set(err, FAIL_CONFIG, "%s: folder and processed_folder are the same", stream_peer(i->stream));
	if (r == FAIL_CONFIG)
		i->reason = REASON_FOLDER;
	return r;
}

/* ---- opening ---- */

/* May we add $KlachtdFiled for good? PERMANENTFLAGS with \* or with the keyword itself (RFC 3501
 * 7.1). */
static bool keyword_kept(const struct mailimap_selection_info *info)
{
	for (clistiter *c = info->sel_perm_flags ? clist_begin(info->sel_perm_flags) : NULL; c; c = clist_next(c)) {
		const struct mailimap_flag_perm *perm = clist_content(c);
		if (perm->fl_type == MAILIMAP_FLAG_PERM_ALL)
			return true;
		if (perm->fl_flag && perm->fl_flag->fl_type == MAILIMAP_FLAG_KEYWORD
		    && strcasecmp(perm->fl_flag->fl_data.fl_keyword, IMAP_KEYWORD) == 0)
			return true;
	}
	return false;
}

static int select_folder(struct imap *i, struct error *err)
{
	char doing[FOLDER_BYTES + 16];
	(void)snprintf(doing, sizeof doing, "SELECT %.200s", i->folder);
	imap_command(i, ANSWER_BYTES);
	int r = i->look_only ? mailimap_examine(i->session, i->folder_wire) : mailimap_select(i->session, i->folder_wire);
	r = imap_result(i, r, REASON_FOLDER, doing, err);
	const struct mailimap_selection_info *info = i->session->imap_selection_info;
	if (r != 0)
		return r == FAIL_ITEM ? FAIL_CONFIG : r;
	if (!info || info->sel_uidvalidity == 0)
		return imap_broken(i, "SELECT without UIDVALIDITY", err);
	if (info->sel_perm == MAILIMAP_MAILBOX_READONLY && !i->look_only) {
		i->reason = REASON_FOLDER;
		return error_set(err, FAIL_CONFIG, "%s: %.200s is read-only for this user: give it the right to move mail",
				 stream_peer(i->stream), i->folder);
	}
	i->uidvalidity = info->sel_uidvalidity;
	i->can_keyword = keyword_kept(info);
	return 0;
}

static int make_processed(struct imap *i, struct error *err)
{
	char doing[FOLDER_BYTES + 16];
	(void)snprintf(doing, sizeof doing, "CREATE %.200s", i->processed);
	imap_command(i, ANSWER_BYTES);
	int r = imap_result(i, mailimap_create(i->session, i->processed_wire), REASON_FOLDER, doing, err);
	if (r == FAIL_ITEM) {
		i->processed_missing = true;
		return 0;
	}
	imap_command(i, ANSWER_BYTES);	/* people's mail programs show what is subscribed to; a refusal costs nothing */
	if (r == 0 && imap_result(i, mailimap_subscribe(i->session, i->processed_wire), REASON_FOLDER, "SUBSCRIBE", err) == FAIL_RETRY)
		r = FAIL_RETRY;
	return r;
}

static int find_processed(struct imap *i, struct error *err)
{
	clist *list = NULL;
	imap_command(i, ANSWER_BYTES);
	int r = imap_result(i, mailimap_list(i->session, "", i->processed_wire, &list), REASON_FOLDER, "LIST", err);
	bool there = r == 0 && list && clist_begin(list);
	if (r == 0 && list)
		mailimap_list_result_free(list);
	i->processed_missing = false;
	return r == FAIL_RETRY ? r : there || i->look_only ? 0 : make_processed(i, err);
}

int imap_open_folder(struct imap *i, struct error *err)
{
	int r = name_folders(i, err);
	if (r == 0)
		r = select_folder(i, err);
	if (r == 0)
		r = find_processed(i, err);
	if (r != 0)
		return r;
	i->can_move = imap_has(i, "MOVE");
	i->can_uidplus = imap_has(i, "UIDPLUS");
	i->idle = i->idle && imap_has(i, "IDLE");
	i->reason = REASON_NONE;
	return 0;
}

/* ---- SEARCH ---- */

static int by_number(const void *a, const void *b)
{
	uint32_t x, y;
	memcpy(&x, a, sizeof x);
	memcpy(&y, b, sizeof y);
	return x < y ? -1 : x > y;
}

/* n:* answers with the last mail when n is past it (RFC 3501 6.4.8): what is below from_uid is
 * left out. */
static int take_uids(clist *found, uint32_t from_uid, uint32_t **ret, size_t *ret_n, struct error *err)
{
	size_t max = found ? (size_t)clist_count(found) : 0, n = 0, kept = 0;
	uint32_t *uids = max ? calloc(max, sizeof *uids) : NULL;
	*ret = NULL;
	*ret_n = 0;
	if (max && !uids)
		return error_set(err, FAIL_RETRY, "out of memory");
	for (clistiter *c = found ? clist_begin(found) : NULL; c && n < max; c = clist_next(c)) {
		uint32_t uid = *(uint32_t *)clist_content(c);
		if (uid >= from_uid && uid > 0)
			uids[n++] = uid;
	}
	if (n)
		qsort(uids, n, sizeof *uids, by_number);
	for (size_t k = 0; k < n; k++)
		if (k == 0 || uids[k] != uids[k - 1])
			uids[kept++] = uids[k];
	if (kept == 0) {
		free(uids);
		uids = NULL;
	}
	*ret = uids;
	*ret_n = kept;
	return 0;
}

static int search_once(struct imap *i, uint32_t from_uid, struct error *err)
{
	char command[96];
	uint32_t exists = i->session->imap_selection_info->sel_exists;
	(void)snprintf(command, sizeof command, "UID SEARCH UID %u:*%s", from_uid ? from_uid : 1,
		       i->can_keyword ? " UNKEYWORD " IMAP_KEYWORD : "");
	i->session->imap_selection_info->sel_has_exists = 0;
	imap_command(i, ANSWER_BYTES + 16 * (uint64_t)(exists < EXISTS_MAX ? exists : EXISTS_MAX));
	return imap_simple(i, command, REASON_PROTOCOL, "SEARCH", err);
}

int imap_search(struct imap *i, uint32_t from_uid, uint32_t **ret, size_t *ret_n, struct error *err)
{
	int r = 0;
	imap_command(i, ANSWER_BYTES);
	if (from_uid <= 1)	/* only NOOP makes some servers look for new mail (RFC 3501 6.1.2) */
		r = imap_simple(i, "NOOP", REASON_PROTOCOL, "NOOP", err);
	if (r != 0)
		return r;
	if (i->dead)
		return imap_result(i, MAILIMAP_ERROR_STREAM, REASON_PROTOCOL, "SEARCH", err);
	/* An EXISTS that comes with the answer may speak of a mail that the search did not see yet:
	 * IDLE would never mention it again. */
	for (int round = 0; round < SEARCH_ROUNDS; round++) {
		r = search_once(i, from_uid, err);
		if (r != 0 || !i->session->imap_selection_info->sel_has_exists)
			break;
	}
	if (r != 0)
		return r;
	const struct mailimap_response_info *info = i->session->imap_response_info;
	return take_uids(info ? info->rsp_search_result : NULL, from_uid, ret, ret_n, err);
}

/* ---- acknowledgement ---- */

static int store(struct imap *i, struct mailimap_set *set, struct mailimap_flag *flag, const char *doing, struct error *err)
{
	struct mailimap_flag_list *flags = mailimap_flag_list_new_empty();
	struct mailimap_store_att_flags *add = flags ? mailimap_store_att_flags_new_add_flags_silent(flags) : NULL;
	if (!flag || !add || mailimap_flag_list_add(flags, flag) != MAILIMAP_NO_ERROR) {
		if (flag)
			mailimap_flag_free(flag);
		if (add)
			mailimap_store_att_flags_free(add);
		else if (flags)
			mailimap_flag_list_free(flags);
		return imap_result(i, MAILIMAP_ERROR_MEMORY, REASON_FOLDER, doing, err);
	}
	imap_command(i, ANSWER_BYTES);
	int r = imap_result(i, mailimap_uid_store(i->session, set, add), REASON_FOLDER, doing, err);
	mailimap_store_att_flags_free(add);
	return r;
}

static int flag_filed(struct imap *i, struct mailimap_set *set, struct error *err)
{
	if (!i->can_keyword)	/* the register knows them; known? says so at the next start */
		return 0;
	char *name = strdup(IMAP_KEYWORD);
	struct mailimap_flag *flag = name ? mailimap_flag_new_flag_keyword(name) : NULL;
	if (!flag)
		free(name);
	return store(i, set, flag, "STORE " IMAP_KEYWORD, err);
}

static bool wanted(const uint32_t *uids, size_t n, uint32_t uid)
{
	return bsearch(&uid, uids, n, sizeof *uids, by_number);
}

/* Of what the server says it copied, only what we asked for: nothing else may get \Deleted. */
static struct mailimap_set *confirmed(const struct mailimap_set *copied, const uint32_t *uids, size_t n)
{
	struct mailimap_set *set = mailimap_set_new_empty();
	for (clistiter *c = copied ? clist_begin(copied->set_list) : NULL; set && c; c = clist_next(c)) {
		const struct mailimap_set_item *item = clist_content(c);
		for (size_t k = 0; k < n; k++)
			if (uids[k] >= item->set_first && uids[k] <= item->set_last && wanted(uids, n, uids[k]))
				(void)mailimap_set_add_single(set, uids[k]);
	}
	return set;
}

static int copy_and_remove(struct imap *i, struct mailimap_set *set, const uint32_t *uids, size_t n, struct error *err)
{
	uint32_t validity = 0;
	struct mailimap_set *from = NULL, *to = NULL;
	imap_command(i, ANSWER_BYTES);
	int r = mailimap_uidplus_uid_copy(i->session, set, i->processed_wire, &validity, &from, &to);
	r = imap_result(i, r, REASON_FOLDER, "COPY", err);
	struct mailimap_set *done = r == 0 ? confirmed(from, uids, n) : NULL;
	/* else they are gone, or the server does not say: nothing is removed */
	bool copied = done && clist_begin(done->set_list);
	if (copied)
		r = store(i, done, mailimap_flag_new_deleted(), "STORE \\Deleted", err);
	imap_command(i, ANSWER_BYTES);
	if (copied && r == 0)
		r = imap_result(i, mailimap_uid_expunge(i->session, done), REASON_FOLDER, "UID EXPUNGE", err);
	if (done)
		mailimap_set_free(done);
	if (from)
		mailimap_set_free(from);
	if (to)
		mailimap_set_free(to);
	return r;
}

/* FAIL_ITEM also when neither way is offered. */
static int move_away(struct imap *i, struct mailimap_set *set, const uint32_t *uids, size_t n, enum imap_ack *ret_how,
		     struct error *err)
{
	if (i->processed_missing || (!i->can_move && !i->can_uidplus))
		return FAIL_ITEM;
	*ret_how = i->can_move ? IMAP_MOVED : IMAP_COPIED;
	if (!i->can_move)
		return copy_and_remove(i, set, uids, n, err);
	imap_command(i, ANSWER_BYTES + 64 * n);
	return imap_result(i, mailimap_uid_move(i->session, set, i->processed_wire), REASON_FOLDER, "MOVE", err);
}

static int acknowledge_set(struct imap *i, struct mailimap_set *set, const uint32_t *uids, size_t n,
			   enum imap_ack *ret_how, struct error *err)
{
	if (i->dead)
		return imap_result(i, MAILIMAP_ERROR_STREAM, REASON_FOLDER, "MOVE", err);
	int r = move_away(i, set, uids, n, ret_how, err);
	if (r == FAIL_ITEM && !i->processed_missing && (i->can_move || i->can_uidplus)) {	/* somebody may have removed the folder */
		r = make_processed(i, err);
		if (r == 0)
			r = move_away(i, set, uids, n, ret_how, err);
	}
	if (r == FAIL_ITEM) {	/* what is filed must not be offered for ever */
		*ret_how = IMAP_FLAGGED;
		r = flag_filed(i, set, err);
	}
	return r;
}

int imap_acknowledge(struct imap *i, const uint32_t *uids, size_t n, enum imap_ack *ret_how, struct error *err)
{
	struct mailimap_set *set = imap_set(uids, n);
	if (!set)
		return error_set(err, FAIL_RETRY, "out of memory");
	int r = acknowledge_set(i, set, uids, n, ret_how, err);
	mailimap_set_free(set);
	return r;
}
