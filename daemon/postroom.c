#include "daemon/postroom.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "daemon/journal.h"
#include "sources/letterbox.h"

struct out {			/* a scan between the letterbox and its fate */
	struct out *next;
	struct postroom *p;
	uint64_t id;
};

struct postroom {
	struct service *s;
	const struct config_letterbox *c;
	struct letterbox *box;
	struct out *out;
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

static void say_fault(struct postroom *p, const struct error *err)
{
	struct journal_fields f = { .source = p->c->name };
	journal(EVENT_LETTERBOX_DOWN, &f, "letterbox %s: %s; scans stay where they are, trying again", p->c->name, err->text);
}

static void on_done(const struct intake_result *r, void *arg)
{
	struct out *o = arg;
	struct postroom *p = o->p;
	struct error err;
	enum letterbox_fate fate = r->fate == INTAKE_FILED ? LETTERBOX_FILED : r->fate == INTAKE_UNREADABLE ? LETTERBOX_FAILED : LETTERBOX_LATER;
	if (fate == LETTERBOX_FAILED) {
		struct journal_fields f = { .source = p->c->name, .complaint = r->label };
		journal(EVENT_SCAN_FAILED, &f, "letterbox %s: a scan could not be read, it is in failed/ with the reason beside it, and %s on the register", p->c->name,
			r->label);
	}
	if (letterbox_done(p->box, o->id, fate, r->label, "unreadable", r->reason, r->delay_us, &err) < 0)
		say_fault(p, &err);
	out_free(o);
	service_maybe_done(p->s);
}

static void on_item(struct letterbox *box, struct letterbox_item *item, void *arg)
{
	struct postroom *p = arg;
	struct out *o = calloc(1, sizeof *o);
	struct intake_item in = { .channel = "letter", .source = p->c->name, .folder = item->file, .fd = item->fd, .received_us = item->received_us,
				  .attempts = item->attempts, .done = on_done, .arg = o, .owner = p };
	struct error err;
	if (!o || intake_offer(p->s->intake, &in, &err) < 0) {
		free(o);
		if (letterbox_done(box, item->id, LETTERBOX_LATER, NULL, NULL, NULL, 10000000, &err) < 0)
			say_fault(p, &err);
	} else {
		*o = (struct out){ .next = p->out, .p = p, .id = item->id };
		p->out = o;
	}
	fd_close(&item->fd);
}

static void on_fault(struct letterbox *box, bool ok, const struct error *why, void *arg)
{
	(void)box;
	struct postroom *p = arg;
	struct journal_fields f = { .source = p->c->name };
	if (ok)
		journal(EVENT_LETTERBOX_UP, &f, "letterbox %s: works again", p->c->name);
	else
		say_fault(p, why);
}

int postroom_open(struct service *s, const struct config_letterbox *c, struct postroom **ret, struct error *err)
{
	struct postroom *p = calloc(1, sizeof *p);
	if (!p)
		return error_set(err, FAIL_RETRY, "out of memory");
	p->s = s;
	p->c = c;
	struct letterbox_options o = { .name = c->name, .directory = c->directory, .settle_us = c->settle_us, .settle_renamed_us = c->settle_renamed_us,
				       .max_bytes = (uint64_t)s->config->reader.max_document_bytes };
	int r = letterbox_open(s->event, &o, on_item, on_fault, p, &p->box, err);
	if (r < 0) {
		free(p);
		return r;
	}
	*ret = p;
	return 0;
}

void postroom_close(struct postroom *p)
{
	if (!p)
		return;
	intake_forget(p->s->intake, p);
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
	return !p->out && letterbox_idle(p->box);
}

int postroom_print_dir(const struct postroom *p)
{
	return letterbox_print_dir(p->box);
}
