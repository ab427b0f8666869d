#include "daemon/intake.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/step.h"
#include "daemon/dates.h"
#include "daemon/decide.h"
#include "daemon/journal.h"
#include "reader/unreadable.h"

#define MAX_LETTERS 200		/* letters in one batch scan; the reader's page limit is the same */
#define GROWING_US (10 * 60 * US_PER_SECOND)
#define GROWING_TRIES 3

struct job {
	struct intake *in;
	struct job *next, *prev;
	char *channel, *source, *server, *folder;	/* owned */
	int64_t uidvalidity, uid, received_us, began_us;
	int fd, attempts;
	bool too_large, reduced;
	struct reading_job *reading;
	intake_done *done;
	void *arg;
	const void *owner;
	uint8_t sha256[SHA256_BYTES];
	char digest[65];
	json_t *records;			/* owned */
	struct decision *decisions;		/* owned, one per record */
	size_t n;
	const char *reason, *code;		/* Dutch, why the mailroom should look */
};

struct intake {
	struct reg *reg;
	struct reading *reading;
	const struct config *config;
	struct job *jobs;
	size_t n_jobs;
	void (*kick)(void *arg, bool reported);
	void *kick_arg;
	bool reader_down, breaker;
	struct error damage;	/* kind 0: none */
};

static void undecide(struct job *j)
{
	for (; j->n; j->n--)
		decision_free(&j->decisions[j->n - 1]);
	free(j->decisions);
	j->decisions = NULL;
}

static void job_free(struct job *j)
{
	struct intake *in = j->in;
	if (j->prev)
		j->prev->next = j->next;
	else
		in->jobs = j->next;
	if (j->next)
		j->next->prev = j->prev;
	in->n_jobs--;
	undecide(j);
	json_decref(j->records);
	fd_close(&j->fd);
	free(j->channel);
	free(j->source);
	free(j->server);
	free(j->folder);
	free(j);
}

static void finish(struct job *j, struct intake_result *result)
{
	intake_done *done = j->done;
	void *arg = j->arg;
	job_free(j);
	if (done)
		done(result, arg);
}

static void finish_later(struct job *j, int64_t delay_us, bool growing)
{
	struct intake_result r = { .fate = INTAKE_LATER, .delay_us = delay_us, .growing = growing };
	finish(j, &r);
}

/* ---- after the commit ---- */

static struct journal_fields fields_of(const struct job *j, const char *number, int64_t due_us)
{
	bool mail = strcmp(j->channel, "email") == 0;
	return (struct journal_fields){ .complaint = number, .channel = j->channel, .source = j->source, .mailbox = mail ? j->source : NULL,
					.uid = mail ? j->uid : 0, .due_us = due_us };
}

static const char *receipt_words(const struct reg_entry *e)
{
	switch (e->receipt) {
	case REG_RECEIPT_QUEUED: return "receipt queued";
	case REG_RECEIPT_HELD: return "receipt held for an operator";
	case REG_RECEIPT_TO_PRINT: return "receipt to be printed";
	case REG_RECEIPT_NONE: break;
	}
	return "no receipt";
}

static void say_entry(const struct job *j, const struct decision *d, const struct reg_filed_entry *f)
{
	struct journal_fields fields = fields_of(j, f->number, f->answer_due_us);
	const char *kind = f->kind ? f->kind : "";
	const char *what = strcmp(j->channel, "email") == 0 ? "mailbox" : "letterbox";
	size_t dossiers = json_array_size(json_object_get(d->entry.record, "dossier_numbers"));
	char due[80] = "";
	if (f->answer_due_us) {
		char day[40];
		date_short(f->answer_due_us, day, sizeof day);
		(void)snprintf(due, sizeof due, ", answer due %s", day);
	}
	if (d->entry.parent)
		journal(EVENT_FOLLOW_UP, &fields, "%s: further mail from %s %s added, %s", f->number, what, j->source, receipt_words(&d->entry));
	else
		journal(strcmp(kind, "unreadable") == 0 || j->too_large ? EVENT_UNREADABLE : EVENT_REGISTERED, &fields,
			"%s registered from %s %s (%s, %zu dossier%s), %s%s", f->number, what, j->source, j->too_large ? "unreadable: too large" : kind,
			dossiers, dossiers == 1 ? "" : "s", receipt_words(&d->entry), due);
	if (d->entry.receipt == REG_RECEIPT_HELD)
		journal(EVENT_RECEIPT_HELD, &fields, "%s: receipt held (%s); klachtctl receipts release %s sends it", f->number,
			d->entry.receipt_why ? d->entry.receipt_why : "verdict", f->number);
}

static void say_machine(const struct job *j, const struct decision *d, bool receipt_moved)
{
	struct journal_fields fields = fields_of(j, NULL, 0);
	journal(EVENT_MACHINE, &fields, "machine mail from mailbox %s noted, no number, no receipt%s", j->source,
		d->doubtful ? "; not certain: it is on klachtctl list --review" : "");
	if (!receipt_moved)
		return;
	char number[16] = "";
	(void)reg_receipt_id_check(j->in->reg, d->about_receipt, number);
	fields.complaint = number;
	if (strcmp(d->about_state, "bounced") == 0)
		journal(EVENT_RECEIPT_BOUNCED, &fields, "%s: the receipt came back undeliverable; klachtctl show %s tells more", number, number);
	else
		journal(EVENT_RECEIPT_DELIVERED, &fields, "%s: the receipt was delivered", number);
}

static void say_breaker(struct intake *in, bool open)
{
	if (open == in->breaker)
		return;
	in->breaker = open;
	if (open)
		journal(EVENT_BREAKER_OPEN, NULL, "over %d receipts within an hour: further ones are held; klachtctl receipts lists them, release sends them",
			in->config->receipt.max_per_hour);
	else
		journal(EVENT_BREAKER_CLOSED, NULL, "fewer than %d receipts within the last hour: receipts are queued again", in->config->receipt.max_per_hour);
}

static void label_of(const struct reg_filed *f, char *label, size_t n)
{
	size_t used = 0;
	label[0] = '\0';
	for (size_t i = 0; i < f->n_entries && used + 20 < n; i++)
		if (f->entries[i].number[0])
			used += (size_t)snprintf(label + used, n - used, "%s%s", used ? "_" : "", f->entries[i].number);
}

static int decide_all(struct job *j, struct error *err);
static int submit(struct job *j, struct error *err);

/* What the register refuses as a whole is filed with nothing but its original: no item is tried for ever. */
static int reduce(struct job *j)
{
	struct error err;
	if (j->reduced)
		return FAIL_ITEM;
	j->reduced = true;
	undecide(j);
	json_decref(j->records);
	j->digest[0] = '\0';
	j->reason = "De scan kon niet worden verwerkt. Geef de brief aan de klachtenafdeling.";
	j->code = "unreadable";
	j->records = json_pack("[o]", unreadable_record(&(struct unreadable){ .channel = j->channel, .file = j->folder, .fd = j->fd,
									      .text = "What was read cannot be put on the register: look at the original." }));
	int r = j->records ? decide_all(j, &err) : FAIL_RETRY;
	return r < 0 ? r : submit(j, &err);
}

static void not_filed(struct job *j, const struct error *why)
{
	struct journal_fields fields = fields_of(j, NULL, 0);
	if (why->kind == FAIL_FATAL)
		j->in->damage = *why;	/* the service says so, and stops */
	if (why->kind == FAIL_ITEM && reduce(j) == 0)
		return;
	journal(EVENT_ITEM_LATER, &fields, "%s: not filed: %s; it stays where it is, trying again in 60 s", j->source, why->text);
	finish_later(j, 60 * US_PER_SECOND, false);
}

static void on_filed(const struct reg_filed *f, void *arg)
{
	struct job *j = arg;
	struct intake *in = j->in;
	step("filed");
	struct intake_result result = { .fate = j->reason ? INTAKE_UNREADABLE : INTAKE_FILED, .arrival_id = f->arrival_id, .reason = j->reason,
					.code = j->code };
	bool receipts = false, reported = false;
	if (f->r < 0) {
		not_filed(j, &f->err);
		return;
	}
	if (f->r == 1) {
		struct journal_fields fields = fields_of(j, f->seen_number, 0);
		(void)snprintf(result.label, sizeof result.label, "%s", f->seen_number);
		if (!f->same_origin)
			journal(EVENT_SEEN_AGAIN, &fields, "seen again in %s: it is %s already, no number, no receipt", j->source,
				f->seen_number[0] ? f->seen_number : "noted");
		finish(j, &result);
		return;
	}
	bool breaker = false, free_again = false;
	for (size_t i = 0, k = 0; i < j->n; i++) {
		const struct decision *d = &j->decisions[i];
		if (d->arrival_only) {
			say_machine(j, d, f->receipt_moved);
			reported |= f->receipt_moved;	/* a bounced one may be a letter now */
			continue;
		}
		if (k < f->n_entries)
			say_entry(j, d, &f->entries[k++]);
		receipts |= d->entry.receipt == REG_RECEIPT_QUEUED || d->entry.receipt == REG_RECEIPT_TO_PRINT;
		breaker |= d->breaker;
		free_again |= d->entry.receipt == REG_RECEIPT_QUEUED && !d->breaker;
	}
	if (breaker || free_again)
		say_breaker(in, breaker);
	label_of(f, result.label, sizeof result.label);
	if ((receipts || reported) && in->kick)	/* before the source hears of it: --once ends when nothing is left, and this is left */
		in->kick(in->kick_arg, reported);
	finish(j, &result);
}

/* ---- deciding and submitting ---- */

static int decide_all(struct job *j, struct error *err)
{
	struct decide_context ctx = { .reg = j->in->reg, .config = j->in->config, .received_us = j->received_us, .now_us = clock_now_us(),
				      .too_large = j->too_large };
	size_t n = json_array_size(j->records);
	j->decisions = calloc(n, sizeof *j->decisions);
	if (!j->decisions || n == 0 || n > MAX_LETTERS)
		return error_set(err, FAIL_RETRY, "out of memory");
	for (; j->n < n; j->n++) {
		int r = decide(&ctx, json_array_get(j->records, j->n), &j->decisions[j->n], err);
		if (r < 0)
			return r;
	}
	return 0;
}

static int submit(struct job *j, struct error *err)
{
	struct reg_entry entries[MAX_LETTERS];
	struct reg_original original = { .fd = j->fd, .role = "item", .sha256 = j->sha256 };
	struct reg_filing f = { .received_us = j->received_us, .originals = &original, .n_originals = 1, .entries = entries };
	const json_t *message = json_object_get(json_array_get(j->records, 0), "message");
	f.origin = (struct reg_origin){ .channel = json_string_value(json_object_get(json_array_get(j->records, 0), "channel")), .account = j->source,
					.server = j->server, .folder = j->folder, .uidvalidity = j->uidvalidity, .uid = j->uid,
					.message_id = json_string_value(json_object_get(message, "message_id")),
					.content_digest = j->digest[0] ? j->digest : NULL };
	memcpy(f.origin.sha256, j->sha256, sizeof j->sha256);
	original.media_type = strcmp(j->channel, "email") == 0 ? "message/rfc822" : NULL;
	for (size_t i = 0; i < j->n; i++) {
		const struct decision *d = &j->decisions[i];
		if (!d->arrival_only) {
			entries[f.n_entries++] = d->entry;
			continue;
		}
		f.arrival_record = d->entry.record;
		f.arrival_certain = !d->doubtful;
		if (d->about_receipt[0]) {
			f.about_receipt = d->about_receipt;
			f.about_state = d->about_state;
		}
	}
	return reg_submit(j->in->reg, &f, on_filed, j, err);
}

/* ---- reading ---- */

static void say_reader(struct intake *in, bool down, const char *what)
{
	if (down == in->reader_down)
		return;
	in->reader_down = down;
	if (down)
		journal(EVENT_READER_DOWN, NULL, "no reader can be started (%s): items stay where they are, trying again every 10 s", what);
	else
		journal(EVENT_READER_UP, NULL, "the reader works again");
}

/* A cut-off scan may still be growing; one that has not changed for ten minutes is not. */
static bool may_grow(const struct job *j)
{
	return strcmp(j->channel, "letter") == 0 && j->attempts < GROWING_TRIES && clock_now_us() - j->received_us < step_limit("KLACHTD_GROWING_US", GROWING_US);
}

static void on_read(struct reading_job *rj, const struct reading_result *res, void *arg)
{
	(void)rj;
	struct job *j = arg;
	struct error err;
	j->reading = NULL;
	step("read");
	if (res->outcome == READING_UNAVAILABLE) {
		say_reader(j->in, true, res->what);
		finish_later(j, 10 * US_PER_SECOND, false);
		return;
	}
	say_reader(j->in, false, NULL);
	if (res->outcome == READING_INCOMPLETE && may_grow(j)) {
		finish_later(j, step_limit("KLACHTD_GROWING_US", GROWING_US) / GROWING_TRIES, true);
		return;
	}
	if (res->outcome == READING_POISON) {
		struct journal_fields fields = fields_of(j, NULL, 0);
		journal(EVENT_POISON, &fields, "an item from %s cost its reader %d time%s (%s): what could be read is filed, the original is kept", j->source,
			res->deaths, res->deaths == 1 ? "" : "s", res->what);
	}
	j->records = json_incref(res->records);
	if (res->content_digest)
		(void)snprintf(j->digest, sizeof j->digest, "%s", res->content_digest);
	const char *kind = json_string_value(json_object_get(json_array_get(j->records, 0), "kind"));
	if (kind && strcmp(kind, "unreadable") == 0) {
		j->reason = res->outcome == READING_INCOMPLETE ? "Het bestand is niet compleet. Scan de brief opnieuw."
			: "De scan kon niet worden gelezen. Kijk of de brief leesbaar is en scan hem zo nodig opnieuw.";
		j->code = "unreadable";
	}
	if (decide_all(j, &err) < 0 || submit(j, &err) < 0)
		not_filed(j, &err);
	step("submitted");
}

/* A scan of which only the ends are here: there is nothing to be read, a person looks at the file itself. A mail's header can be read. */
static int file_unread(struct job *j, struct error *err)
{
	j->reason = "Het bestand is te groot om te lezen. Scan de brief opnieuw, met minder pagina's of een lagere resolutie (300 dpi, zwart-wit).";
	j->code = "too-large";
	j->records = json_pack("[o]", unreadable_record(&(struct unreadable){ .channel = j->channel, .file = j->folder, .fd = j->fd,
									      .text = "The file is larger than max_document: nothing of it was read." }));
	int r = j->records ? decide_all(j, err) : error_set(err, FAIL_RETRY, "out of memory");
	return r < 0 ? r : submit(j, err);
}

int intake_offer(struct intake *in, const struct intake_item *item, struct error *err)
{
	struct job *j = calloc(1, sizeof *j);
	if (!j)
		return error_set(err, FAIL_RETRY, "out of memory");
	*j = (struct job){ .in = in, .next = in->jobs, .uidvalidity = item->uidvalidity, .uid = item->uid, .received_us = item->received_us,
			   .began_us = clock_mono_us(), .attempts = item->attempts, .too_large = item->too_large };
	j->fd = fcntl(item->fd, F_DUPFD_CLOEXEC, 3);
	j->channel = strdup(item->channel);
	j->source = strdup(item->source);
	j->server = strdup(item->server ? item->server : "");
	j->folder = strdup(item->folder);
	if (in->jobs)
		in->jobs->prev = j;
	in->jobs = j;
	in->n_jobs++;
	int r = j->fd < 0 || !j->channel || !j->source || !j->server || !j->folder ? error_set(err, FAIL_RETRY, "out of memory or descriptors") : 0;
	if (r == 0)
		r = sha256_fd(j->fd, j->sha256, NULL, err);
	if (r == 0 && j->too_large && strcmp(j->channel, "letter") == 0)
		r = file_unread(j, err);
	else if (r == 0)
		r = reading_start(in->reading, item->channel, strcmp(item->channel, "email") == 0 ? "mail.eml" : item->folder, j->fd, item->received_us,
				  on_read, j, &j->reading, err);
	if (r < 0) {
		job_free(j);
		return r;
	}
	step("offered");
	j->done = item->done;
	j->arg = item->arg;
	j->owner = item->owner;
	return 0;
}

int intake_new(struct reg *reg, struct reading *reading, const struct config *config, struct intake **ret, struct error *err)
{
	struct intake *in = calloc(1, sizeof *in);
	if (!in)
		return error_set(err, FAIL_RETRY, "out of memory");
	in->reg = reg;
	in->reading = reading;
	in->config = config;
	*ret = in;
	return 0;
}

void intake_free(struct intake *in)
{
	if (!in)
		return;
	for (struct job *j = in->jobs, *next; j; j = next) {
		next = j->next;
		if (j->reading)
			reading_cancel(j->reading);
		job_free(j);
	}
	free(in);
}

void intake_set_config(struct intake *in, const struct config *config)
{
	in->config = config;
}

void intake_forget(struct intake *in, const void *owner)
{
	for (struct job *j = in->jobs; j; j = j->next)
		if (j->owner == owner)
			j->done = NULL;
}

size_t intake_pending(const struct intake *in)
{
	return in->n_jobs;
}

bool intake_damage(const struct intake *in, struct error *ret)
{
	if (in->damage.kind)
		*ret = in->damage;
	return in->damage.kind != 0;
}

int64_t intake_oldest_us(const struct intake *in)
{
	int64_t now = clock_mono_us(), oldest = 0;
	for (const struct job *j = in->jobs; j; j = j->next)
		if (now - j->began_us > oldest)
			oldest = now - j->began_us;
	return oldest;
}

void intake_on_receipts(struct intake *in, void (*kick)(void *arg, bool reported), void *arg)
{
	in->kick = kick;
	in->kick_arg = arg;
}
