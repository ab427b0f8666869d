/* judge_mail(): what a mail is. Kind and verdict are two judgements: a complaint with doubtful signs is a complaint, and its receipt waits. */
#include <string.h>
#include <strings.h>

#include "parsers/fields/recognise.h"
#include "parsers/judge/judge.h"
#include "parsers/judge/judge_tone.h"
#include "parsers/judge/kind_scale.h"
#include "parsers/judge/machine.h"
#include "parsers/judge/resolution.h"
#include "parsers/judge/verdict.h"
#include "parsers/words/phrases.h"

/* ---- the complaint's number ---- */

struct number {
	char text[16];
	const char *from;	/* where it stands, for the evidence */
	const char *quote;
	double confidence;
};

static bool number_in(const char *s, size_t n, const char *from, double confidence, struct number *ret)
{
	struct span where;
	if (!s || recognise_complaint_number(s, n, 0, &where, ret->text) != 1)
		return false;
	ret->from = from;
	ret->quote = ret->text;
	ret->confidence = confidence;
	return true;
}

static bool number_in_text(const char *s, const char *from, double confidence, struct number *ret)
{
	return s && number_in(s, strlen(s), from, confidence, ret);
}

/* Message-IDs first (a reply to our receipt), then subject, own words, quoted words; in a report also what it is about; last what who passes it on says. */
static bool number_find(const struct message *m, const struct words *w, struct number *ret)
{
	if (number_in_text(m->in_reply_to, "in-reply-to", 0.99, ret))
		return true;
	for (size_t i = m->n_references; i-- > 0;)
		if (number_in_text(m->references[i], "references", 0.99, ret))
			return true;
	if (number_in_text(m->report.original_message_id, "report", 0.99, ret) || number_in_text(m->subject, "subject", 0.95, ret))
		return true;
	for (int quoted = 0; quoted < 2; quoted++)
		for (size_t i = 0; i < w->n; i++)
			if ((w->lines[i].level > 0) == quoted && number_in(w->lines[i].s, w->lines[i].n, quoted ? "quoted" : "body", quoted ? 0.85 : 0.95, ret))
				return true;
	if (m->attached && (number_in_text(m->attached->message_id, "attachment", 0.95, ret) || number_in_text(m->attached->subject, "attachment", 0.9, ret)))
		return true;
	return m->carrier && (number_in_text(m->carrier->subject, "subject", 0.9, ret) || number_in_text(m->note, "body", 0.9, ret));
}

static int note_number(struct record *r, const struct number *n)
{
	struct evidence e = { .field = "complaint_number", .from = n->from, .quote = n->quote, .confidence = n->confidence };
	r->complaint_number = arena_strdup(r->arena, n->text);
	return r->complaint_number ? record_add_evidence(r, &e) : PARSE_NOMEM;
}

/* ---- what is judged ---- */

/* The words of the sender's own older mails, where he wrote nothing new himself; else an attached mail's. */
static const char *older_words(const struct message *m, const struct words *w, struct arena *a)
{
	size_t n = 1;
	bool mine[32] = { false };
	for (size_t i = 0; i < w->n_older; i++)
		if (w->older[i].level < 32 && !w->older[i].by_agency)
			mine[w->older[i].level] = true;
	for (size_t i = 0; i < w->n; i++)
		n += w->lines[i].n + 1;
	char *text = arena_alloc(a, n), *p = text;
	for (size_t i = 0; text && i < w->n; i++) {
		const struct line *l = &w->lines[i];
		if (l->level < 1 || l->level >= 32 || !mine[l->level] || l->role == ROLE_QUOTE_HEADER)
			continue;
		memcpy(p, l->s, l->n);
		p += l->n;
		*p++ = '\n';
	}
	if (text && p == text && m->attached && !address_daemon(m->attached->from.address))
		return m->attached->text;
	return text;
}

/* "Ik wil ook een klacht indienen", beside the number of a friend's: a complaint of one's own, unless it answers our receipt. */
bool judge_complains_anew(const char *own, struct arena *a)
{
	static const struct phrase ANEW[] = {
		{ "(ook|zelf|eveneens|nu ook|nog) (een|mijn) (eigen |nieuwe |andere |tweede |)klacht (indienen|in te dienen|in|doorgeven)", 1, 1 },
		{ "(nieuwe|andere|aparte|afzonderlijke) klacht", 1, 1 },
		{ "(vriend|vriendin|kennis|collega|buurman|buurvrouw|zus|broer|buren) (van mij |) ~ (klacht|nummer|dossier)", 1, 1 },
		{ "(also|too) (want|wish|would like) to (complain|file)", 1, 1 }, { "(new|another) complaint", 1, 1 },
	};
	static struct phrase_set anew PHRASE_LISTED = PHRASE_SET(ANEW);
	struct folded f;
	struct phrase_hit hit;
	return own && fold_text(own, strnlen(own, 16384), a, &f) == PARSE_OK && phrases_find(&anew, &f, 0, f.n, &hit, 1) == 1;
}

#define PERSON 0.1		/* less likely a program's than this */
#define PERSON_QUOTING 0.6

/* An answer to a receipt that quotes nothing and has no word of an affair, a grievance or thanks to tell. */
static bool bare_answer(const struct tones *t, const struct signs *s)
{
	return (s->answers_receipt || s->loose_answer) && !s->affair && !t->dossier && t->against + t->irony < 2 && t->praise < 3 && !(t->asked && !s->programs_say);
}

/* A name that is no person's, nobody says "ik" or tells a tale, and nothing of a summons, a letter or a call of ours: services write so, of bills as well. */
static bool nobody_speaks(const struct tones *t, const struct signs *s)
{
	return s->impersonal && !t->first_person && !s->ours && !s->tale && !t->dossier && t->words >= 6 && t->against + t->irony < 4;
}

/* Do the words, against the signs, make a person's mail of it? A program may say "klacht", but not "ik ben het zat". */
static bool human(const struct tones *t, const struct signs *s)
{
	int strength = t->against + t->irony;
	bool angry = t->hard >= 4 && t->first_person;
	if (s->list_traffic)
		return false;
	if (s->automatic)
		return strength >= 4 && s->words < 2;
	if (s->passed_on && s->words < 4 && (t->first_person || strength >= 1 || s->affair))
		return true;
	if (s->noreply)
		return strength >= 3 && s->words < 3;
	if (s->bulk && !s->list && !s->words)	/* shops' and old programs' mail says bulk of everything */
		return true;
	if (s->bulk)
		return (strength >= 3 || t->ask >= 3 || t->praise + t->award >= 5) && s->words < 2;
	if (s->unsubscribe)	/* mailings speak of you, not of me */
		return s->words < 2 && (t->first_person || strength >= 4);
	/* what the text is about tells as much as its words, unless somebody complains or praises */
	bool complains = strength >= 2 && (t->first_person || s->affair), speaks = complains || t->praise >= (t->first_person ? 3 : 5) || t->dossier;
	bool asks = t->question || t->ask || t->courtesy;	/* as persons do */
	int words = !speaks && s->gist > s->words ? s->gist : s->words;
	if (words && s->service && !t->first_person)
		words += 2;
	if (bare_answer(t, s) && (words || s->programs_say || (s->loose_answer && t->words >= 6 && !asks)))
		words = words < 2 ? 2 : words + 2;
	if (nobody_speaks(t, s) && !speaks && (words || s->service || s->programs_say))
		words += words < 2 ? 2 : 1;
	/* a program's folder may be called "Klachten" */
	bool meant = (strength >= 2 && t->first_person) || t->hard + t->irony >= 2 || (s->affair && t->first_person && (t->question || s->affair >= 3 || s->answers_receipt));
	/* the subject alone speaks of a program, and the text is somebody's story: he writes about our answers */
	bool told = s->body < 2 && s->gist < 3 && t->first_person && !s->loose_answer && (t->dossier || s->affair >= 2 || (t->question && s->words < 3));
	/* "We waren op vakantie en bij terugkomst lag er een dwangbevel": told of oneself, in the past */
	told = told || (s->tale && (t->first_person || s->affair || s->ours) && words < (s->ours ? 9 : 4) && !s->loose_answer);
	told = told || (s->ours && s->body < 2 && s->gist < 3 && s->words < 4 && !s->loose_answer && !s->answers_receipt);	/* "Invoice": "Not for us, wrong company" */
	bool written = kind_program(t) < (s->quoted_answer ? PERSON_QUOTING : PERSON);	/* no program writes so, whatever single phrases say */
	return words < 2 || told || (words < 4 && (meant || t->ask >= 2 || t->praise + t->award >= 3)) || (words < 9 && angry && !s->loose_answer) || written;
}

static enum kind kind_of(const struct message *m, const struct words *w, const struct tones *t, const struct signs *s, const struct number *number, struct record *r)
{
	if (s->certain)
		return KIND_MACHINE;
	if (s->own && !w->n_older && !m->attached)	/* what we sent came back; what is quoted goes by its words */
		return KIND_MACHINE;
	if (m->crypt == MESSAGE_ENCRYPTED || (m->hostile && !*m->text))
		return KIND_UNREADABLE;
	if (s->spam)
		return KIND_OTHER;
	if (!human(t, s))
		return KIND_MACHINE;
	bool written = number && (strcmp(number->from, "subject") == 0 || strcmp(number->from, "body") == 0);
	if (number && !(written && judge_complains_anew(w->own, r->arena)))
		return KIND_FOLLOW_UP;
	return kind_weigh(t, &r->kind_confidence);
}

static int note_kind(struct record *r, const struct tones *t, const char *from)
{
	struct evidence e = { .field = "kind", .from = t->from_subject ? "subject" : from, .quote = t->quote, .confidence = r->kind_confidence };
	if (r->kind == KIND_MACHINE || r->kind == KIND_UNREADABLE)
		return PARSE_OK;
	int result = t->quote ? record_add_evidence(r, &e) : PARSE_OK;
	return result != PARSE_NOMEM && r->kind != KIND_FOLLOW_UP ? kind_review(r) : result;
}

/* "n.v.t.", "-", "(leeg)", "geen": the field was filled in because the form demanded it, or its program says that it was not. */
static bool nothing_wanted(const char *s)
{
	static const char *const EMPTY[] = { "n.v.t", "nvt", "niet van toepassing", "geen", "geen idee", "niets", "none", "n/a", "-", "--", ".", "x", "?", "weet ik niet", "geen mening",
					     "leeg", "niet ingevuld", "geen antwoord", "geen opgave", "niet opgegeven", "onbekend", "empty", "no answer", "not provided", "not specified", "blank", "null" };
	s += strspn(s, " ([<");
	size_t n = strlen(s);
	while (n && strchr(" .!\n)]>", s[n - 1]))
		n--;
	for (size_t i = 0; i < sizeof EMPTY / sizeof *EMPTY; i++)
		if (n == strlen(EMPTY[i]) && strncasecmp(s, EMPTY[i], n) == 0)
			return true;
	return n == 0;
}

/* "Geen. Houden zo.": nothing is wanted, and what is said beside that asks for nothing. Not "Niets. Laat me met rust." */
static bool declined(const char *wanted, struct arena *a)
{
	size_t n = strcspn(wanted, ".!\n");
	char first[40];
	const char *wish;
	double confidence;
	if (nothing_wanted(wanted))
		return true;
	if (n == 0 || n >= sizeof first || !wanted[n])
		return false;
	memcpy(first, wanted, n);
	first[n] = 0;
	return nothing_wanted(first) && resolution_find(wanted + n, a, &wish, &confidence) == PARSE_OK && !wish;
}

static int note_resolution(struct record *r, const struct words *w, const char *text, const char *from)
{
	struct evidence e = { .field = "desired_resolution", .from = from };
	if (r->kind == KIND_MACHINE || r->kind == KIND_UNREADABLE)
		return PARSE_OK;
	if (w->wanted && declined(w->wanted, r->arena)) {
		;
	} else if (w->wanted) {
		e.from = "label";
		e.confidence = 0.98;
		r->desired_resolution = arena_strdup(r->arena, w->wanted);
		if (!r->desired_resolution)
			return PARSE_NOMEM;
	} else if (r->kind == KIND_COMPLIMENT) {
		return PARSE_OK;	/* who praises wants nothing, unless a form's field says what */
	} else if (resolution_find(text, r->arena, &r->desired_resolution, &e.confidence) != PARSE_OK) {
		return PARSE_NOMEM;
	}
	if (r->kind == KIND_OTHER && !w->wanted && e.confidence < 0.7)	/* "Kan ik in termijnen betalen?" asks, and that is all of the mail */
		r->desired_resolution = NULL;
	e.quote = r->desired_resolution;
	return e.quote ? record_add_evidence(r, &e) : PARSE_OK;
}

static int note_unreadable(const struct message *m, struct record *r)
{
	if (m->crypt == MESSAGE_PARTLY && r->kind != KIND_MACHINE)
		return record_add_review(r, "encrypted", NULL, "A part of its text is encrypted: only a person with the key can read it.");
	if (r->kind != KIND_UNREADABLE)
		return PARSE_OK;
	return m->crypt == MESSAGE_ENCRYPTED ? record_add_review(r, "encrypted", NULL, "It is encrypted: only a person with the key can read it.") :
	       record_add_review(r, "hostile-structure", NULL, "Its structure breaks the limits: only its header was read.");
}

/* Does Reply-To name whom the form's field names? A site's program does so; a colleague who types what he heard does not. */
static bool reply_as_labelled(const struct message *m, const char *labelled)
{
	return m->reply_to.n == 1 && m->reply_to.box[0].address && strcasecmp(m->reply_to.box[0].address, labelled) == 0;
}

/* Our own web form: a configured sender; or an address of ours, be it no-reply or "wordpress@", with a form's labels that name an address to answer. What
 * comes from the very address that we write from (a site often takes "info@") is one only where Reply-To names the same. */
static bool is_form(const struct message *m, const struct words *w, const struct rules *rules, struct arena *a)
{
	const char *from = m->from.address;
	if (address_form(from, rules))
		return true;
	if (!w->form || !(address_own_domain(from, rules) || address_own(from, rules)))
		return false;
	const char *labelled = verdict_labelled(w, rules, a);
	return labelled && ((address_noreply(from) && !address_own(from, rules)) || reply_as_labelled(m, labelled));
}

/* Wufoo, Typeform, Google Forms and the like: the sender takes no answers, the fields name whom to answer, and somebody told his story in them. */
static bool passed_on(const struct message *m, const struct words *w, const struct rules *rules, struct arena *a)
{
	const char *to = m->reply_to.n == 1 ? m->reply_to.box[0].address : NULL;
	bool told = false;
	for (size_t i = 0; w->form && i < w->n; i++)
		told = told || w->lines[i].role == ROLE_FORM_LABEL;
	if (!told || !*w->own)
		return false;
	return (to && !address_noreply(to) && !address_own_domain(to, rules)) || verdict_labelled(w, rules, a);
}

/* A form's service passes on, and Reply-To names whom the fields name: that is whom to answer, whatever the service's own address takes. */
static bool relayed(const struct message *m, const struct words *w, const struct rules *rules, struct arena *a)
{
	const char *labelled = w->form && *w->own && address_noreply(m->from.address) ? verdict_labelled(w, rules, a) : NULL;
	return labelled && reply_as_labelled(m, labelled);
}

int judge_mail(const struct message *m, const struct words *w, const struct rules *rules, struct record *r)
{
	struct signs s;
	struct tones t;
	struct number number;
	bool form = is_form(m, w, rules, r->arena);
	const char *text = w->own, *from = w->form ? "form" : "body";
	if (!*text && !w->wanted && (text = older_words(m, w, r->arena)))
		from = "quoted";
	if (!text)
		return PARSE_NOMEM;
	if (m->carrier)
		from = "forwarded";
	r->channel = form ? CHANNEL_FORM : CHANNEL_EMAIL;
	r->kind_confidence = 0.99;
	bool numbered = number_find(m, w, &number);
	int result = machine_signs(m, w, rules, form, relayed(m, w, rules, r->arena), r, &s);
	s.passed_on = result == PARSE_OK && s.noreply && passed_on(m, w, rules, r->arena);
	if (result == PARSE_OK)
		result = tones_read(form ? NULL : m->subject, text, r->arena, &t);	/* a form's subject is its program's */
	if (result != PARSE_OK)
		return result;
	if (s.answers_receipt && (bare_answer(&t, &s) || (s.programs_say && t.against + t.irony < 2)))
		result = record_add_why(r, VERDICT_HOLD, "bare-answer", "It answers a receipt of ours, quotes nothing and tells nothing of an affair, or says what programs say as well.");
	if (result != PARSE_NOMEM && !form && nobody_speaks(&t, &s) && t.against + t.irony < 2)
		result = record_add_why(r, VERDICT_HOLD, "nobody-speaks", "The sender bears no person's name, and nobody speaks of himself or of an affair with us.");
	if (result == PARSE_NOMEM)
		return result;
	r->kind = kind_of(m, w, &t, &s, numbered ? &number : NULL, r);
	if (form && r->kind == KIND_OTHER && r->kind_confidence <= 0.6 && m->subject && strcasestr(m->subject, "klacht")) {
		r->kind = KIND_COMPLAINT;	/* a form for complaints, and hardly a word that it is none */
		r->kind_confidence = 0.6;
	}
	if (s.passed_on && r->kind == KIND_OTHER && r->kind_confidence <= 0.7 && w->wanted && !nothing_wanted(w->wanted)) {
		r->kind = KIND_COMPLAINT;	/* a form that asks how to put it right, and the field is filled in */
		r->kind_confidence = 0.6;
	}
	if (numbered && (r->kind == KIND_FOLLOW_UP || r->kind == KIND_MACHINE))
		result = note_number(r, &number);
	if (result != PARSE_NOMEM)
		result = note_kind(r, &t, from);
	if (result != PARSE_NOMEM)
		result = note_resolution(r, w, text, from);
	if (result != PARSE_NOMEM)
		result = note_unreadable(m, r);
	if (result != PARSE_NOMEM)
		result = verdict_read(m, w, rules, form, &s, r);
	return result == PARSE_NOMEM ? result : PARSE_OK;
}
