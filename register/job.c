#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "register/filing.h"

/* A copy in which every byte that is no UTF-8 became '?': what goes out again as JSON must be text. */
static bool copy(char **ret, const char *from)
{
	if (!from)
		return true;
	char *to = strdup(from);
	if (!to)
		return false;
	for (char *p = to; *p;) {
		size_t n = 1;
		if ((unsigned char)*p >= 0x80) {
			json_t *ok = NULL;
			for (n = 4; n > 1 && !ok; n--)
				if (strnlen(p, n) == n)
					ok = json_stringn(p, n);
			n = ok ? n + 1 : 1;
			if (!ok)
				*p = '?';
			json_decref(ok);
		}
		p += n;
	}
	*ret = to;
	return true;
}

static int copy_entry(struct job_entry *to, const struct reg_entry *from, struct error *err)
{
	if (!json_is_object(from->record) || (from->review && !json_is_array(from->review)))
		return error_set(err, FAIL_ITEM, "filing: an entry without a record");
	if (from->numbered && from->parent)
		return error_set(err, FAIL_ITEM, "filing: an entry is a complaint or a follow-up, not both");
	to->record = json_incref((json_t *)from->record);
	to->review = json_incref((json_t *)from->review);
	to->first_page = from->first_page;
	to->numbered = from->numbered;
	to->terms = from->terms;
	to->receipt = from->receipt;
	if (!copy(&to->parent, from->parent) || !copy(&to->receipt_text, from->receipt_text) || !copy(&to->receipt_to, from->receipt_to) ||
	    !copy(&to->receipt_why, from->receipt_why))
		return error_set(err, FAIL_RETRY, "out of memory");
	return 0;
}

static bool copy_texts(struct job *j, const struct reg_filing *f)
{
	return copy(&j->channel, f->origin.channel) && copy(&j->account, f->origin.account) &&
	       copy(&j->server, f->origin.server ? f->origin.server : "") && copy(&j->folder, f->origin.folder) && copy(&j->message_id, f->origin.message_id) &&
	       copy(&j->content_digest, f->origin.content_digest) && copy(&j->about_receipt, f->about_receipt) &&
	       copy(&j->about_state, f->about_state);
}

static int fill(struct job *j, const struct reg_filing *f, struct error *err)
{
	j->uidvalidity = f->origin.uidvalidity;
	j->uid = f->origin.uid;
	j->received_us = f->received_us;
	memcpy(j->sha256, f->origin.sha256, sizeof j->sha256);
	j->originals = calloc(f->n_originals + 1, sizeof *j->originals);
	j->entries = calloc(f->n_entries + 1, sizeof *j->entries);
	j->filed_entries = calloc(f->n_entries + 1, sizeof *j->filed_entries);
	if (!j->originals || !j->entries || !j->filed_entries || !copy_texts(j, f))
		return error_set(err, FAIL_RETRY, "out of memory");
	if (!j->channel || !j->account || !j->folder)
		return error_set(err, FAIL_ITEM, "filing: an origin needs channel, account and folder");
	int rc = 0;
	for (size_t i = 0; !rc && i < f->n_entries; i++)
		rc = copy_entry(&j->entries[j->n_entries++], &f->entries[i], err);
	for (size_t i = 0; !rc && i < f->n_originals; i++)
		rc = original_init(&j->originals[j->n_originals++], &f->originals[i], err);
	j->arrival_record = json_incref((json_t *)f->arrival_record);
	j->arrival_certain = f->arrival_certain;
	return rc;
}

int job_new(const struct reg_filing *f, reg_done *done, void *arg, struct job **ret, struct error *err)
{
	struct job *j = calloc(1, sizeof *j);
	if (!j)
		return error_set(err, FAIL_RETRY, "out of memory");
	j->done = done;
	j->arg = arg;
	j->submitted_us = clock_mono_us();
	int rc = fill(j, f, err);
	if (rc < 0) {
		job_free(j);
		return rc;
	}
	*ret = j;
	return 0;
}

static void entry_free(struct job_entry *e)
{
	json_decref(e->record);
	json_decref(e->review);
	free(e->parent);
	free(e->receipt_text);
	free(e->receipt_to);
	free(e->receipt_why);
}

void job_free(struct job *j)
{
	if (!j)
		return;
	for (size_t i = 0; i < j->n_originals; i++)
		original_free(&j->originals[i]);
	for (size_t i = 0; i < j->n_entries; i++)
		entry_free(&j->entries[i]);
	free(j->originals);
	free(j->entries);
	free(j->filed_entries);
	json_decref(j->arrival_record);
	free(j->channel);
	free(j->account);
	free(j->server);
	free(j->folder);
	free(j->message_id);
	free(j->content_digest);
	free(j->about_receipt);
	free(j->about_state);
	free(j);
}
