#include "daemon/postroom.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "daemon/journal.h"
#include "sources/letterbox.h"

#define AGAIN_US (10 * US_PER_SECOND)

struct out {			/* a scan between the letterbox and its fate */
	struct out *next;
	struct postroom *p;
	uint64_t id;
};

struct postroom {
	struct service *s;
	const struct config_letterbox *c;
	struct letterbox *box;	/* NULL: its folder cannot be used now */
	sd_event_source *again;	/* then */
	struct error shut;	/* why, as last said */
	struct out *out;
	size_t growing;		/* scans that may not be whole yet */
};

static void out_free(struct out *o)
{
	for (struct out **p = &o->p->out; *p; p = &(*p)->next)
		if (*p == o) {
			*p = o->next;
			break;
		}
	free(o);
}

/* ---- what the letterbox says ---- */

static void on_fault(struct letterbox *box, enum letterbox_fault kind, const struct error *why, void *arg)
{
	(void)box;
	struct postroom *p = arg;
	struct journal_fields f = { .source = p->c->name };
	if (!why)
		journal(EVENT_LETTERBOX_UP, &f, kind == LETTERBOX_ODD ? "letterbox %s: nothing but scans lies in the folder again" : "letterbox %s: works again",
			p->c->name);
	else if (kind == LETTERBOX_ODD)
		journal(EVENT_LETTERBOX_LIMITED, &f, "%s", why->text);
	else
		journal(EVENT_LETTERBOX_DOWN, &f, "%s; scans stay where they are, trying again", why->text);
}

static void on_looked(struct letterbox *box, void *arg)
{
	struct postroom *p = arg;
	(void)box;
	service_maybe_done(p->s);
}

static void on_done(const struct intake_result *r, void *arg)
{
	struct out *o = arg;
	struct postroom *p = o->p;
	enum letterbox_fate fate = r->fate == INTAKE_FILED ? LETTERBOX_FILED : r->fate == INTAKE_UNREADABLE ? LETTERBOX_FAILED : LETTERBOX_LATER;
	if (fate == LETTERBOX_FAILED) {
		struct journal_fields f = { .source = p->c->name, .complaint = r->label };
		journal(EVENT_SCAN_FAILED, &f, "letterbox %s: a scan could not be read, it is in failed/ with the reason beside it, and %s on the register", p->c->name,
			r->label);
	}
	p->growing += r->growing;
	/* what cannot be moved now is the letterbox's fault to tell, and to try again */
	(void)letterbox_done(p->box, o->id, fate, r->label, r->code, r->reason, r->delay_us, NULL);
	out_free(o);
	service_maybe_done(p->s);
}

static void on_item(struct letterbox *box, struct letterbox_item *item, void *arg)
{
	struct postroom *p = arg;
	struct out *o = calloc(1, sizeof *o);
	struct intake_item in = { .channel = "letter", .source = p->c->name, .folder = item->file, .fd = item->fd, .received_us = item->received_us,
				  .attempts = item->attempts, .too_large = item->too_large, .done = on_done, .arg = o, .owner = p };
	struct error err;
	p->growing -= p->growing && item->attempts;
	if (!o || intake_offer(p->s->intake, &in, &err) < 0) {
		free(o);
		(void)letterbox_done(box, item->id, LETTERBOX_LATER, NULL, NULL, NULL, AGAIN_US, NULL);
	} else {
		*o = (struct out){ .next = p->out, .p = p, .id = item->id };
		p->out = o;
	}
	fd_close(&item->fd);
}

/* ---- open and close ---- */

static int open_box(struct postroom *p, struct error *err)
{
	const struct config_letterbox *c = p->c;
	struct letterbox_options o = { .name = c->name, .directory = c->directory, .settle_us = c->settle_us, .settle_renamed_us = c->settle_renamed_us,
				       .max_bytes = (uint64_t)p->s->config->reader.max_document_bytes };
	static const struct letterbox_ops ops = { .item = on_item, .fault = on_fault, .looked = on_looked };
	return letterbox_open(p->s->event, &o, &ops, p, &p->box, err);
}

static void say_shut(struct postroom *p, const struct error *why)
{
	if (strcmp(p->shut.text, why->text) != 0)
		on_fault(NULL, LETTERBOX_STOPS, why, p);
	p->shut = *why;
}

static int on_again(sd_event_source *src, uint64_t now, void *arg)
{
	struct postroom *p = arg;
	struct error still;
	(void)now;
	if (open_box(p, &still) == 0) {
		p->again = sd_event_source_disable_unref(p->again);
		on_fault(p->box, LETTERBOX_STOPS, NULL, p);
		return 0;
	}
	say_shut(p, &still);
	(void)sd_event_source_set_time_relative(src, AGAIN_US);	/* a source of ours: cannot fail */
	(void)sd_event_source_set_enabled(src, SD_EVENT_ONESHOT);
	return 0;
}

int postroom_open(struct service *s, const struct config_letterbox *c, struct postroom **ret, struct error *err)
{
	struct postroom *p = calloc(1, sizeof *p);
	struct error why;
	if (!p)
		return error_set(err, FAIL_RETRY, "out of memory");
	p->s = s;
	p->c = c;
	if (open_box(p, &why) < 0) {	/* not mounted yet, say: the mail goes on meanwhile */
		if (sd_event_add_time_relative(s->event, &p->again, CLOCK_MONOTONIC, AGAIN_US, 0, on_again, p) < 0) {
			free(p);
			return error_set(err, FAIL_RETRY, "out of memory");
		}
		say_shut(p, &why);
	}
	*ret = p;
	return 0;
}

void postroom_close(struct postroom *p)
{
	if (!p)
		return;
	intake_forget(p->s->intake, p);
	p->again = sd_event_source_disable_unref(p->again);
	letterbox_close(p->box);
	while (p->out)
		out_free(p->out);
	free(p);
}

const char *postroom_name(const struct postroom *p)
{
	return p->c->name;
}

const struct config_letterbox *postroom_config(const struct postroom *p)
{
	return p->c;
}

bool postroom_idle(const struct postroom *p)
{
	return !p->box || (!p->out && !p->growing && letterbox_idle(p->box));
}

bool postroom_deferred(const struct postroom *p)
{
	return !p->box || letterbox_deferred(p->box) > 0;
}

int postroom_print_dir(const struct postroom *p)
{
	return p->box ? letterbox_print_dir(p->box) : -1;
}
