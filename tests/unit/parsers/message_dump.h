/* A struct message as text, for golden files and for looking at. */
#ifndef TESTS_MESSAGE_DUMP_H
#define TESTS_MESSAGE_DUMP_H

#include <stdio.h>
#include <string.h>

#include "parsers/message/message.h"

static inline void dump_text(FILE *f, const char *label, const char *text)
{
	if (!text)
		return;
	fprintf(f, "%s:\n", label);
	for (const char *p = text; *p;) {
		size_t n = strcspn(p, "\n");
		fprintf(f, "  |%.*s|\n", (int)n, p);
		p += n + (p[n] != 0);
	}
}

static inline void dump_box(FILE *f, const char *label, const struct mailbox *b)
{
	if (b->name || b->address)
		fprintf(f, "%s: [%s] <%s>\n", label, b->name ? b->name : "-", b->address ? b->address : "-");
}

static inline void dump_line(FILE *f, const char *label, const char *value)
{
	if (value)
		fprintf(f, "%s: %s\n", label, value);
}

static inline void dump_message(FILE *f, const struct message *m, const char *indent)
{
	static const char *const crypt[] = { "plain", "signed", "partly encrypted", "encrypted" };
	fprintf(f, "%smessage: %s%s\n", indent, crypt[m->crypt], m->hostile ? " hostile" : "");
	dump_box(f, "from", &m->from);
	dump_box(f, "sender", &m->sender);
	for (size_t i = 0; i < m->reply_to.n; i++)
		dump_box(f, "reply-to", &m->reply_to.box[i]);
	for (size_t i = 0; i < m->to.n; i++)
		dump_box(f, "to", &m->to.box[i]);
	for (size_t i = 0; i < m->cc.n; i++)
		dump_box(f, "cc", &m->cc.box[i]);
	dump_line(f, "subject", m->subject);
	dump_line(f, "date", m->date);
	dump_line(f, "message-id", m->message_id);
	dump_line(f, "in-reply-to", m->in_reply_to);
	for (size_t i = 0; i < m->n_references; i++)
		dump_line(f, "reference", m->references[i]);
	if (m->return_path)
		fprintf(f, "return-path: <%s>\n", m->return_path);
	dump_line(f, "report", m->report.type);
	dump_line(f, "report-id", m->report.original_message_id);
	dump_line(f, "report-recipient", m->report.final_recipient);
	dump_line(f, "report-action", m->report.action);
	dump_line(f, "report-status", m->report.status);
	dump_line(f, "report-disposition", m->report.disposition);
	fprintf(f, "text-from: %s\n", m->text_from);
	dump_text(f, "text", m->text);
	dump_text(f, "other", m->other_text);
	for (size_t i = 0; i < m->n_parts; i++) {
		const struct message_part *p = &m->parts[i];
		fprintf(f, "part: [%s] %s -> %s, %zu bytes%s", p->name ? p->name : "-", p->declared_type, p->media_type, p->n,
			p->attachment ? ", attachment" : "");
		if (p->width_px)
			fprintf(f, ", %dx%d", p->width_px, p->height_px);
		fprintf(f, "%s%s\n", p->content_id ? ", cid " : "", p->content_id ? p->content_id : "");
		dump_text(f, "part-text", p->text);
	}
	if (m->attached)
		dump_message(f, m->attached, "attached ");
}

#endif
