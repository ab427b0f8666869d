/* What somebody passes on. Who may: a colleague anything that an outsider wrote; a desk (an organisation's mailbox) what its note calls a customer's, or a
 * person's complaint or praise beside a note that has none of its own; any other person only what his note calls a customer's. A mail passed on twice is
 * opened twice: colleague to colleague, client to colleague. */
#include "parsers/mail_forward.h"

#include <string.h>
#include <strings.h>

#include "parsers/fields/person.h"
#include "parsers/fields/recognise.h"
#include "parsers/judge/judge_tone.h"
#include "parsers/judge/machine.h"
#include "parsers/words/phrases.h"

#define DEEPEST 4	/* nobody's mail is passed on more often and still read */
#define LONGEST 20000	/* lines that are opened: each step splits them anew */

enum who { WHO_NOBODY, WHO_COLLEAGUE, WHO_DESK, WHO_PERSON };

/* ---- who sends ---- */

/* A mailbox of an organisation, by its name or by what stands before the @. */
static bool is_desk(const struct mailbox *b)
{
	static const char *const LOCALS[] = { "info", "administratie", "admin", "debiteuren", "debiteurenbeheer", "debiteurenadministratie", "crediteuren", "incasso", "balie", "kantoor",
					      "klantenservice", "klantcontact", "klachten", "verhuur", "verkoop", "huur", "huurincasso", "wonen", "secretariaat", "office", "contact", "finance", "financien",
					      "boekhouding", "praktijk", "post", "mail", "accounting", "sales", "customerservice", "customercare", "complaints", "kundenservice", "buchhaltung",
					      "verwaltung", "sekretariat", "rechnungen", "ledenadministratie", "leerlingenadministratie", "zorgadministratie" };
	char local[80];
	if (b->name && *b->name && (person_is_organisation(b->name, strlen(b->name)) || recognise_name(b->name, strlen(b->name)) < 0.5))
		return true;
	if (!b->address)
		return false;
	address_local(b->address, local, sizeof local);
	for (size_t i = 0; i < sizeof LOCALS / sizeof *LOCALS; i++)
		if (strcmp(local, LOCALS[i]) == 0)
			return true;
	return address_service(b->address);
}

static enum who who_is(const struct mailbox *b, const struct rules *rules)
{
	if (address_form(b->address, rules) || address_noreply(b->address) || address_daemon(b->address) || address_device(b->address))
		return WHO_NOBODY;
	if (address_own(b->address, rules) || address_own_domain(b->address, rules))
		return WHO_COLLEAGUE;
	return is_desk(b) ? WHO_DESK : WHO_PERSON;
}

/* The letters and digits of s in lower case, to the first "stop"; ret. */
static const char *letters(const char *s, char stop, char *ret, size_t n)
{
	size_t k = 0;
	for (; *s && *s != stop && k + 1 < n; s++)
		if ((*s >= '0' && *s <= '9') || ((*s | 32) >= 'a' && (*s | 32) <= 'z'))
			ret[k++] = (char)(*s | 32);
	ret[k] = 0;
	return ret;
}

/* Do both write from one organisation? The desk is named as the domain is: a provider's is not named as its customers are. */
static bool same_house(const struct mailbox *desk, const struct mailbox *other)
{
	const char *at = desk->address ? strrchr(desk->address, '@') : NULL, *their = other->address ? strrchr(other->address, '@') : NULL;
	char name[80], domain[80];
	if (!at || !their || strcasecmp(at, their) != 0 || !desk->name)
		return false;
	letters(desk->name, 0, name, sizeof name);
	letters(at + 1, '.', domain, sizeof domain);
	return strlen(name) >= 3 && strlen(domain) >= 3 && (strstr(name, domain) || strstr(domain, name));
}

/* Somebody whose trade it is to write for others: what he passes on is his client's, and he is who is answered. */
static bool acts_for_others(const struct mailbox *b)
{
	static const char *const TRADES[] = { "bewind", "advoca", "schuldhulp", "curator", "mentor", "rechtsbij", "rechtshulp", "juridi", "juris", "notari", "legal", "lawyer", "anwalt", "budget" };
	char name[120], address[120];
	letters(b->name ? b->name : "", 0, name, sizeof name);
	letters(b->address ? b->address : "", 0, address, sizeof address);
	for (size_t i = 0; i < sizeof TRADES / sizeof *TRADES; i++)
		if (strstr(name, TRADES[i]) || strstr(address, TRADES[i]))
			return true;
	return false;
}

/* ---- what the note says ---- */

enum { SAYS_THEIRS, SAYS_PASSED, SAYS_ACTS, SAYS_ABOUT, SAYS_OURS };

#define CUSTOMER "(huurder*|huurster|verzekerde|klant|klanten|patient|patiente|debiteur|bewoner|bewoonster|cursist|deelnemer|deelneemster|student|studente|ouder|leerling|lid|leden|" \
		 "abonnee|gebruiker|consument|relatie|gast|koper|koopster|reiziger|bezoeker|inwoner|burger|schuldenaar|verzekeringnemer|customer|tenant|patient|debtor|member|" \
		 "policyholder|subscriber|resident|student|client|consumer|kunde|kundin|kunden|mieter|mieterin|patientin|versicherten|versicherte|schuldner|schuldnerin|mitglied)"

static const struct phrase NOTES[] = {
	/* whose the mail below is */
	{ "(een|onze|ons|deze|dit|die|ene|andere|mijn) " CUSTOMER, SAYS_THEIRS, 1 }, { CUSTOMER " van (ons|onze|mij)", SAYS_THEIRS, 1 }, { "(een|onze|deze|die) (boze|ontevreden|tevreden|blije|vaste|andere|woedende|oude|verontwaardigde) " CUSTOMER, SAYS_THEIRS, 1 },
	{ "(boze|ontevreden|tevreden|blije|woedende|verontwaardigde|angry|unhappy|happy|upset|verargerter|zufriedener) " CUSTOMER, SAYS_THEIRS, 1 },
	{ "(klacht|klachten|mail|mailtje|e mail|bericht|reactie|brief|compliment|bedankje|schrijven|dank|complaint|message|email|beschwerde|nachricht|lob) (van|via|over|afkomstig|from|by|von) ~ " CUSTOMER,
	  SAYS_THEIRS, 1 },
	{ "(van|via|door) (een van |)(onze|de) " CUSTOMER, SAYS_THEIRS, 1 }, { "(one of our|our|a|an|this) ~ " CUSTOMER, SAYS_THEIRS, 1 },
	{ "(einer|eines|unser*|ein|dieser) ~ " CUSTOMER, SAYS_THEIRS, 1 },
	/* that it is passed on */
	{ "(hieronder|hierbij|onderstaand*|bijgevoegd*|bijgaand*|ingesloten|anbei|nachstehend*|untenstehend*|nachfolgend*)", SAYS_PASSED, 1 },
	{ "(zie|see|siehe) (hieronder|onder|onderstaand*|bijlage|bijgevoegd*|bijgaand*|de bijlage|below|attached|attachment|unten|anhang)", SAYS_PASSED, 1 },
	{ "(doorgestuurd|doorgezonden|doorsturen|doorzenden|doorgezet|forwarding|forwarded|weitergeleitet|weiterleiten)", SAYS_PASSED, 1 }, { "door te (sturen|zenden|zetten|geven)", SAYS_PASSED, 1 },
	{ "(stuur|sturen|zend|zenden|zet|zetten|leite|leiten) ~ (door|weiter)", SAYS_PASSED, 1 }, { "passing (this|it) (on|along)", SAYS_PASSED, 1 },
	{ "(ter|zur) (behandeling|afhandeling|info|informatie|kennisname|kennisgeving|kenntnis*|bearbeitung|information)", SAYS_PASSED, 1 }, { "(fyi|tk|ter info)", SAYS_PASSED, 1 },
	{ "(ontvingen|kregen|kreeg|ontving) (wij|we|ik)", SAYS_PASSED, 1 }, { "(wij|we|ik) (ontvingen|kregen|kreeg|ontving)", SAYS_PASSED, 1 }, { "(we|i) (received|got)", SAYS_PASSED, 1 },
	{ "bij (mij|ons|me) ~ binnen*", SAYS_PASSED, 1 }, { "(hoort|horen|is|was) ~ (bij|voor) (jullie|u|jou|ons|you)", SAYS_PASSED, 1 }, { "voor jullie", SAYS_PASSED, 1 },
	{ "(pakken|pak|handelen|nemen|handel|neem|kunnen|willen|kunt|kan) (jullie|u|je) ~ (op|oppakken|af|afhandelen|over|behandelen|bekijken|reageren|antwoorden)", SAYS_PASSED, 1 },
	{ "(oppakken|afhandelen|registreren|inschrijven|opnemen|behandelen|in behandeling|beantwoorden|af te handelen|te behandelen|op te pakken)", SAYS_PASSED, 1 },
	{ "(please|kindly|can you|could you) (handle|deal|take|look|pick|reply|respond)", SAYS_PASSED, 1 },
	/* how it is with him */
	{ "(mevrouw|meneer|mijnheer|mw|mevr|dhr|de heer|hij|zij|she|her|his|frau|herr)", SAYS_ABOUT, 1 },
	/* that the sender's own house is wronged */
	{ "(wij|we) (verliezen|schrikken|schrokken|vinden|eisen|betreuren|overwegen|accepteren|willen niet|zijn niet|zijn ontevreden|zijn teleurgesteld|zijn geschrokken|zijn boos|lijden)", SAYS_OURS, 1 },
	{ "(verliezen|schrikken|schrokken|vinden|eisen|betreuren|overwegen|accepteren|lijden) (wij|we)", SAYS_OURS, 1 },
	{ "onze (reputatie|goede naam|naam|opdracht|samenwerking)", SAYS_OURS, 1 }, { "de samenwerking", SAYS_OURS, 1 }, { "(dit|dat) schaadt ons", SAYS_OURS, 1 },
	{ "(wij|we) al (hebben|hadden)", SAYS_OURS, 1 }, { "(wij|we) (hebben|hadden) ~ al ~ (ingetrokken|teruggetrokken|gevraagd|verzocht|gemeld|doorgegeven)", SAYS_OURS, 1 },
	{ "we (are losing|lose|demand|expect|find|regret)", SAYS_OURS, 1 }, { "our (reputation|name|contract)", SAYS_OURS, 1 },
	{ "wir (verlieren|fordern|erwarten|bedauern|finden)", SAYS_OURS, 1 }, { "unser* (ruf|namen)", SAYS_OURS, 1 },
	/* that the sender stands for him */
	{ "(namens|gemachtigde|volmacht|machtiging|bewindvoer*|bewind|curator|mentor|advocaat|advocate|belangenbehartiger|rechtsbijstand|schuldhulp*|on behalf of|im namen|im auftrag|lawyer|anwalt|anwaltin)", SAYS_ACTS, 1 },
	{ "(mijn|onze|zijn|haar) (client|cliente|clienten|rechthebbende|moeder|vader|ouders|zoon|dochter|broer|zus|zusje|oma|opa|partner|man|vrouw|echtgenoot|echtgenote|vriend|vriendin|buurman|"
	  "buurvrouw|tante|oom|schoonmoeder|schoonvader)", SAYS_ACTS, 1 },
	{ "my (client|mother|father|parents|son|daughter|brother|sister|partner|husband|wife|friend|neighbour)", SAYS_ACTS, 1 },
};
static struct phrase_set notes PHRASE_LISTED = PHRASE_SET(NOTES);

struct note {
	const char *text;	/* its lines, signature and greeting left out */
	bool theirs, passed, acts;	/* theirs: passed on, and a customer's */
	bool blames;		/* it has a grievance of its own, beside what is said of the mail below and of who wrote that */
};

static const char *note_text(const struct words *w, struct arena *a)
{
	size_t n = 1;
	for (size_t i = 0; i < w->n; i++)
		n += w->lines[i].n + 1;
	char *text = arena_alloc(a, n), *p = text;
	for (size_t i = 0; text && i < w->n; i++) {
		const struct line *l = &w->lines[i];
		if (l->level > 0 || (l->role != ROLE_OWN && l->role != ROLE_FORM_LABEL && l->role != ROLE_BLANK))
			continue;
		memcpy(p, l->s, l->n);
		p += l->n;
		*p++ = '\n';
	}
	if (text)
		*p = 0;
	return text;
}

static size_t sentence_end(const char *s)
{
	size_t n = 0;
	while (s[n] && !strchr(".!?", s[n]) && !(s[n] == '\n' && s[n + 1] == '\n'))
		n++;
	return s[n] ? n + 1 : n;
}

/* Sentence by sentence: one that tells of the mail below ("boze huurder, klacht over jullie brief") blames for another. */
static int note_read(const struct words *w, struct arena *a, struct note *ret)
{
	struct tones t;
	*ret = (struct note){ .text = note_text(w, a) };
	char *rest = ret->text ? arena_strdup(a, ret->text) : NULL;
	if (!rest)
		return PARSE_NOMEM;
	for (size_t at = 0, n; ret->text[at]; at += n) {
		struct folded f;
		struct phrase_hit hit[16];
		n = sentence_end(ret->text + at);
		if (fold_text(ret->text + at, n, a, &f) != PARSE_OK)
			return PARSE_NOMEM;
		size_t hits = phrases_find(&notes, &f, 0, f.n, hit, sizeof hit / sizeof *hit);
		for (size_t i = 0; i < hits; i++) {
			int says = NOTES[hit[i].phrase].group;
			ret->theirs = ret->theirs || says == SAYS_THEIRS;
			ret->passed = ret->passed || says == SAYS_PASSED;
			ret->acts = ret->acts || says == SAYS_ACTS;
			ret->blames = ret->blames || says == SAYS_OURS;
		}
		if (hits)
			memset(rest + at, ' ', n);
	}
	if (tones_read(NULL, rest, a, &t) != PARSE_OK)
		return PARSE_NOMEM;
	ret->theirs = ret->theirs && ret->passed;	/* "wij zijn een vaste klant" alone passes nothing on */
	ret->blames = ret->blames || t.against + t.irony >= 2;
	return PARSE_OK;
}

/* ---- the mail below ---- */

/* "RE: ...": an answer to the one below it, not a mail that passes it on. */
static bool answers(const char *subject)
{
	static const char *const MARKS[] = { "re:", "aw:", "antw:", "antwoord:", "odp:", "ynt:", "sv:", "re :", "re[" };
	const char *s = subject ? subject : "";
	for (s += strspn(s, " \t"); *s == '[' && strchr(s, ']'); s += strspn(s, " \t"))	/* "[EXTERN] " */
		s = strchr(s, ']') + 1;
	for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
		if (strncasecmp(s, MARKS[i], strlen(MARKS[i])) == 0)
			return true;
	return false;
}

static bool written_to(const struct message *m, const char *address)
{
	for (size_t i = 0; address && i < m->to.n + m->cc.n; i++) {
		const char *to = i < m->to.n ? m->to.box[i].address : m->cc.box[i - m->to.n].address;
		if (to && strcasecmp(to, address) == 0)
			return true;
	}
	return false;
}

/* How many '>' stand in front of the line in the text it points into. */
static size_t marks_of(const char *text, const struct line *l)
{
	size_t marks = 0;
	for (const char *p = l->s; p > text && p[-1] != '\n'; p--)
		marks += p[-1] == '>';
	return marks;
}

/* Where the head of the first older mail ends. False: it names nobody, or other words stand above it. */
static bool head_of_first(const struct words *w, size_t *ret_end)
{
	const struct older *o = w->older;
	const char *who = o->address ? o->address : o->name;
	size_t i = 0;
	while (i < w->n && w->lines[i].role != ROLE_QUOTE_HEADER) {
		if (w->lines[i].level > 0 && w->lines[i].role == ROLE_QUOTED)
			return false;
		i++;
	}
	bool named = false;
	for (; i < w->n && (w->lines[i].role == ROLE_BLANK || (w->lines[i].role == ROLE_QUOTE_HEADER && w->lines[i].level == o->level)); i++)
		named = named || (who && memmem(w->lines[i].s, w->lines[i].n, who, strlen(who)));
	*ret_end = i;
	return named;
}

/* The text from line "from" on, as it was before it was passed on: less the quote marks that it got then. */
static const char *text_below(const char *text, const struct words *w, size_t from, struct arena *a)
{
	size_t n = 1, base = 0;
	for (size_t i = from; i < w->n; i++)
		n += marks_of(text, &w->lines[i]) + w->lines[i].n + 2;
	char *copy = arena_alloc(a, n), *p = copy;
	if (!copy)
		return NULL;
	if (from < w->n)
		base = marks_of(text, &w->lines[from]);
	for (size_t i = from; i < w->n; i++) {
		size_t marks = marks_of(text, &w->lines[i]);
		if (marks < base && w->lines[i].n)	/* the note goes on below the quote */
			break;
		for (; marks > base; marks--)
			*p++ = '>';
		if (p > copy && p[-1] == '>')
			*p++ = ' ';
		memcpy(p, w->lines[i].s, w->lines[i].n);
		p += w->lines[i].n;
		*p++ = '\n';
	}
	*p = 0;
	return copy;
}

static const char *address_checked(const char *s)
{
	struct span at;
	char found[255];
	return s && recognise_email(s, strlen(s), 0, &at, found) == 1 && strcasecmp(found, s) == 0 ? s : NULL;
}

/* The mail that m answers or passes on: the first one quoted, else the one attached. *ret_there false: none, or nobody knows who wrote it. */
static int take_inner(const struct message *m, const struct words *w, const struct rules *rules, struct arena *a, struct message *ret, bool *ret_there)
{
	size_t end;
	*ret_there = true;
	if (w->n_older && head_of_first(w, &end)) {
		const struct older *o = &w->older[0];
		const char *address = address_checked(o->address);
		if (!address && o->by_sender)	/* a name alone: words_split() knows him */
			address = m->from.address;
		else if (!address && o->by_agency && rules->addresses.n)
			address = rules->addresses.text[0];
		*ret = (struct message){ .arena = m->arena, .from = { o->name, address }, .subject = o->subject, .references = m->references,
					 .n_references = m->n_references, .return_path = m->return_path, .message_id = m->message_id, .parts = m->parts, .n_parts = m->n_parts,
					 .crypt = m->crypt, .text_from = m->text_from, .text = text_below(m->text, w, end, a) };
		return ret->text ? PARSE_OK : PARSE_NOMEM;
	}
	*ret_there = m->attached;
	if (m->attached)
		*ret = *m->attached;
	return PARSE_OK;
}

/* ---- is it passed on ---- */

static bool same_box(const struct mailbox *a, const struct mailbox *b)
{
	return a->address && b->address && strcasecmp(a->address, b->address) == 0;
}

/* Does it complain or praise, and did a person write it? What a supplier wrote to his customer does neither. */
static int speaks(const struct forwarded *f, struct arena *a, bool *ret)
{
	struct tones t;
	if (tones_read(f->mail.subject, f->words.own, a, &t) != PARSE_OK)
		return PARSE_NOMEM;
	*ret = !is_desk(&f->mail.from) && (t.against + t.irony >= 2 || t.praise >= 3);
	return PARSE_OK;
}

/* A mail that may pass another one on. */
struct stage {
	struct forwarded f;
	enum who who;
	struct note note;
	const struct message *carrier;	/* the outermost */
};

/* Who sends it, and with what note? Outlook names a colleague's colleague without an address: one of his own house, then, if his note passes on as well. */
static int stage_read(struct stage *at, enum who around, const struct rules *rules, struct arena *a)
{
	const struct note *n = &at->note;
	if (note_read(&at->f.words, a, &at->note) != PARSE_OK)
		return PARSE_NOMEM;
	at->who = who_is(&at->f.mail.from, rules);
	if (around != WHO_NOBODY && !at->f.mail.from.address && (n->passed || n->theirs) && !n->blames)
		at->who = around;
	return PARSE_OK;
}

/* May its sender pass on what others wrote to him, and does he with this note? */
static bool passes_on(const struct stage *at)
{
	const struct note *n = &at->note;
	if (at->f.words.n > LONGEST)
		return false;
	if (at->who == WHO_NOBODY || at->who == WHO_COLLEAGUE)
		return at->who == WHO_COLLEAGUE;
	if (answers(at->f.mail.subject) || at->f.words.form || n->acts || n->blames || acts_for_others(&at->f.mail.from))
		return false;
	return at->who == WHO_DESK || n->theirs;
}

/* Is the inner mail another's, and he the one who complains? *ret_open: it may in turn hold one. */
static int judge_inner(const struct stage *at, const struct forwarded *inner, const struct rules *rules, struct arena *a, bool *ret_theirs, bool *ret_open)
{
	const struct mailbox *from = &inner->mail.from, *by = &at->f.mail.from;
	enum who author = who_is(from, rules);
	bool ours = author == WHO_COLLEAGUE || address_own_domain(from->address, rules) || address_own(from->address, rules);
	*ret_theirs = *ret_open = false;
	if ((!from->name && !from->address) || written_to(&at->f.mail, from->address))
		return PARSE_OK;
	if (at->who == WHO_COLLEAGUE) {	/* what our own form sent, or a colleague noted of a call, is a customer's as well */
		*ret_open = author != WHO_NOBODY;
		*ret_theirs = ours ? inner->words.form : author != WHO_NOBODY;
		return PARSE_OK;
	}
	if (ours || author == WHO_NOBODY || same_box(by, from))
		return PARSE_OK;
	*ret_open = true;
	*ret_theirs = at->note.theirs;
	if (at->who == WHO_DESK && same_house(by, from))
		*ret_theirs = false;
	else if (!at->note.theirs)
		return speaks(inner, a, ret_theirs);
	return PARSE_OK;
}

/* One mail further down: PARSE_OK with *ret_open when there is one and it may hold the next. */
static int open_next(struct stage *at, const struct rules *rules, struct arena *a, struct forwarded *ret, bool *ret_open)
{
	struct forwarded inner = { .mail = { 0 } };
	const struct message *outer = &at->f.mail;
	bool there, theirs;
	*ret_open = false;
	int result = take_inner(outer, &at->f.words, rules, a, &inner.mail, &there);
	if (result != PARSE_OK || !there)
		return result;
	inner.mail.carrier = at->carrier;
	inner.mail.note = outer->note ? arena_printf(a, "%s\n%s", outer->note, at->note.text) : at->note.text;
	if (!inner.mail.note)
		return PARSE_NOMEM;
	result = words_split(inner.mail.text, &inner.mail.from, rules, a, &inner.words);
	if (result == PARSE_OK)
		result = judge_inner(at, &inner, rules, a, &theirs, ret_open);
	if (result == PARSE_OK && theirs)
		*ret = inner;
	at->f = inner;
	return result;
}

int mail_forward(const struct message *m, const struct words *w, const struct rules *rules, struct arena *a, struct forwarded *ret)
{
	struct stage at = { .f = { .mail = *m, .words = *w }, .who = WHO_NOBODY, .carrier = m };
	bool open = (w->n_older || m->attached) && !answers(m->subject);
	int result = PARSE_OK;
	ret->mail.carrier = NULL;
	for (int depth = 0; open && depth < DEEPEST && result == PARSE_OK; depth++) {
		result = stage_read(&at, at.who, rules, a);
		if (result != PARSE_OK || !passes_on(&at))
			break;
		result = open_next(&at, rules, a, ret, &open);
	}
	return result == PARSE_NOMEM ? result : PARSE_OK;
}
