/* Whose older words are these? Quote marks, attributions ("Op ... schreef ...:"), separators ("-----Oorspronkelijk bericht-----") and
 * header blocks ("Van: ... Verzonden: ...") of the mail programs people use, in their languages.
 *
 * An attribution or block at a depth d of quote marks either stands above words with more marks (they are the next level), or has none below it: then
 * everything at that depth from there on is one level older. A block that opens a marked run tells of that run itself (Apple's forwards).
 */
#include <string.h>
#include <strings.h>

#include "parsers/message/message.h"
#include "parsers/words/words_sheet.h"

enum head { HEAD_NONE, HEAD_FROM, HEAD_DATE, HEAD_TO, HEAD_SUBJECT, HEAD_OTHER };

static const struct { const char *label; enum head head; } HEADS[] = {
	{ "van", HEAD_FROM }, { "from", HEAD_FROM }, { "von", HEAD_FROM }, { "de", HEAD_FROM }, { "od", HEAD_FROM }, { "kimden", HEAD_FROM },
	{ "gonderen", HEAD_FROM }, { "da", HEAD_FROM }, { "afzender", HEAD_FROM },
	{ "verzonden", HEAD_DATE }, { "sent", HEAD_DATE }, { "gesendet", HEAD_DATE }, { "datum", HEAD_DATE }, { "date", HEAD_DATE },
	{ "envoye", HEAD_DATE }, { "wyslano", HEAD_DATE }, { "data", HEAD_DATE }, { "gonderildi", HEAD_DATE }, { "tarih", HEAD_DATE },
	{ "verzonden op", HEAD_DATE }, { "verstuurd", HEAD_DATE }, { "inviato", HEAD_DATE }, { "enviado", HEAD_DATE }, { "gonderme tarihi", HEAD_DATE },
	{ "aan", HEAD_TO }, { "to", HEAD_TO }, { "an", HEAD_TO }, { "do", HEAD_TO }, { "kime", HEAD_TO }, { "para", HEAD_TO }, { "a", HEAD_TO },
	{ "onderwerp", HEAD_SUBJECT }, { "subject", HEAD_SUBJECT }, { "betreft", HEAD_SUBJECT }, { "betreff", HEAD_SUBJECT },
	{ "objet", HEAD_SUBJECT }, { "temat", HEAD_SUBJECT }, { "konu", HEAD_SUBJECT }, { "oggetto", HEAD_SUBJECT }, { "asunto", HEAD_SUBJECT },
	{ "cc", HEAD_OTHER }, { "bcc", HEAD_OTHER }, { "kopie", HEAD_OTHER }, { "dw", HEAD_OTHER }, { "bilgi", HEAD_OTHER },
	{ "antwoord aan", HEAD_OTHER }, { "beantwoorden", HEAD_OTHER }, { "reply to", HEAD_OTHER }, { "antwort an", HEAD_OTHER }, { "prioriteit", HEAD_OTHER },
	{ "importance", HEAD_OTHER }, { "urgentie", HEAD_OTHER }, { "bijlagen", HEAD_OTHER }, { "attachments", HEAD_OTHER }, { "gevoeligheid", HEAD_OTHER },
};

/* Lines that by themselves say: older words below. Folded, so the dashes and stars around them are gone. */
static const struct phrase SEPARATORS[] = {
	{ "(oorspronkelijk|origineel|doorgestuurd|vorig|original|forwarded|weitergeleitete|weergeleitete) (bericht|message|nachricht|e mail|mail)", 1, 1 },
	{ "ursprungliche nachricht", 1, 1 }, { "urspruengliche nachricht", 1, 1 }, { "originalnachricht", 1, 1 }, { "original mail", 1, 1 },
	{ "begin doorgestuurd bericht", 1, 1 }, { "begin forwarded message", 1, 1 }, { "anfang der weitergeleiteten (nachricht|e mail)", 1, 1 },
	{ "begin van doorgestuurd bericht", 1, 1 }, { "debut du message (transfere|reexpedie)", 1, 1 }, { "message (transfere|d origine|dorigine)", 1, 1 },
	{ "wiadomosc (oryginalna|przekazana)", 1, 1 }, { "poczatek przekazanej wiadomosci", 1, 1 }, { "przekazana wiadomosc", 1, 1 },
	{ "orijinal (ileti|mesaj)", 1, 1 }, { "iletilen (ileti|mesaj)", 1, 1 }, { "yonlendirilen (ileti|mesaj)", 1, 1 },
	{ "forwarded by", 1, 1 }, { "doorgestuurd door", 1, 1 }, { "original appointment", 1, 1 }, { "oorspronkelijke afspraak", 1, 1 },
	{ "doorgestuurde (e mail|mail)", 1, 1 }, { "beantwoord bericht", 1, 1 }, { "mensaje original", 1, 1 }, { "messaggio originale", 1, 1 },
	{ "reply message", 1, 1 }, { "antwoord bericht", 1, 1 },
};
static struct phrase_set separators PHRASE_LISTED = PHRASE_SET(SEPARATORS);

static bool blank(const struct sheet *s, size_t i)
{
	return s->line[i].n == 0;
}

static size_t next_text(const struct sheet *s, size_t i)
{
	while (i < s->n && blank(s, i))
		i++;
	return i;
}

static bool rule_line(const struct line *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++)
		if (l->s[i] == '_' || l->s[i] == '-' || l->s[i] == '=' || l->s[i] == '*')
			n++;
		else if (l->s[i] != ' ')
			return false;
	return n >= 5;
}

/* "-----Oorspronkelijk bericht-----", "Begin doorgestuurd bericht:": a few words, and dashes around or a colon behind. */
static bool separator(const struct sheet *s, size_t i)
{
	const struct line *l = &s->line[i];
	struct phrase_hit hit;
	struct folded f = { s->fold[i].s, NULL, s->fold[i].n };
	if (l->n < 8 || l->n > 100 || !phrases_at(&separators, &f, 0, &hit) || fold_words(f.s + hit.end) > 6)
		return false;
	return l->s[0] == '-' || l->s[0] == '=' || l->s[0] == '_' || l->s[0] == '*' || l->s[l->n - 1] == ':' || l->s[l->n - 1] == '-';
}

/* "Van: ..." or "*Van:* ...": which label, and where its value starts. */
static enum head head_of(const struct line *l, size_t *ret_value)
{
	const char *colon = l->n ? memchr(l->s, ':', l->n < 24 ? l->n : 24) : NULL;
	char label[64];
	if (!colon)
		return HEAD_NONE;
	size_t n = fold_into(l->s, (size_t)(colon - l->s), label, NULL);
	size_t value = (size_t)(colon - l->s) + 1;
	while (value < l->n && (l->s[value] == ' ' || l->s[value] == '\t' || l->s[value] == '*'))
		value++;
	*ret_value = value;
	for (size_t i = 0; n && i < sizeof HEADS / sizeof *HEADS; i++)
		if (strcmp(label, HEADS[i].label) == 0)
			return HEADS[i].head;
	return HEAD_NONE;
}

struct block {
	size_t end;		/* first line after it */
	const char *value[HEAD_OTHER + 1];
	size_t value_n[HEAD_OTHER + 1];
	unsigned seen;		/* bit per enum head */
};

/* The run of labels that starts at i: a value may go on in the next line, single blank lines may stand between. */
static void block_read(const struct sheet *s, size_t i, struct block *ret)
{
	unsigned loose = 0, marks = s->fold[i].marks;
	*ret = (struct block){ .end = i };
	for (size_t k = i; k < s->n && k < i + 24 && loose < 4; k++) {
		size_t value;
		if (s->fold[k].marks != marks)
			break;
		if (blank(s, k)) {
			size_t after = k + 1;
			if (after >= s->n || head_of(&s->line[after], &value) == HEAD_NONE)
				break;
			continue;
		}
		enum head h = head_of(&s->line[k], &value);
		if (h == HEAD_NONE) {
			loose++;
			continue;
		}
		if (!(ret->seen >> h & 1)) {
			ret->value[h] = s->line[k].s + value;
			ret->value_n[h] = s->line[k].n - value;
		}
		ret->seen |= 1u << h;
		ret->end = k + 1;
		loose = 0;
	}
}

static bool has_clock(const char *s, size_t n)
{
	for (size_t i = 1; i + 2 < n; i++)
		if ((s[i] == ':' || s[i] == '.') && s[i - 1] >= '0' && s[i - 1] <= '9' && s[i + 1] >= '0' && s[i + 1] <= '5' && s[i + 2] >= '0' &&
		    s[i + 2] <= '9' && (i + 3 >= n || s[i + 3] < '0' || s[i + 3] > '9'))
			return true;
	return false;
}

/* A block of a mail program, not the head of a letter that somebody typed ("Van: Jan Jansen / Aan: Pro Actief / Betreft: klacht"). */
static bool is_block(const struct block *b, bool announced)
{
	unsigned n = (unsigned)__builtin_popcount(b->seen);
	if (!(b->seen >> HEAD_FROM & 1))
		return announced && n >= 2;
	if (announced)
		return n >= 2;
	if (n < 3 || !(b->seen & (1u << HEAD_DATE | 1u << HEAD_TO)))
		return false;
	return memchr(b->value[HEAD_FROM], '@', b->value_n[HEAD_FROM]) ||
	       (b->value[HEAD_DATE] && has_clock(b->value[HEAD_DATE], b->value_n[HEAD_DATE]));
}

/* ---- attributions ---- */

static const struct phrase VERBS[] = {
	{ "schreef", 1, 1 }, { "schreven", 1, 1 }, { "(het volgende|geschreven|volgende) geschreven", 1, 1 }, { "geschreven", 1, 1 }, { "wrote", 1, 1 }, { "writes", 1, 1 },
	{ "schrieb", 1, 1 }, { "geschrieben", 1, 1 }, { "a ecrit", 1, 1 }, { "ecrit", 1, 1 }, { "napisal*", 1, 1 }, { "pisze", 1, 1 }, { "sunu yazdi", 1, 1 },
	{ "yazdi", 1, 1 }, { "escribio", 1, 1 }, { "ha scritto", 1, 1 }, { "escreveu", 1, 1 }, { "a scris", 1, 1 }, { "skrev", 1, 1 },
};
static struct phrase_set verbs PHRASE_LISTED = PHRASE_SET(VERBS);

static bool has_verb(const char *s, size_t n)
{
	struct folded f = { s, NULL, n };
	struct phrase_hit hit;
	return phrases_find(&verbs, &f, 0, n, &hit, 1) > 0;
}

static bool has_digit(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] >= '0' && s[i] <= '9')
			return true;
	return false;
}

/* The line with the colon that ends an attribution which begins at line i, or s->n: none does. */
static size_t attribution_end(const struct sheet *s, size_t i)
{
	size_t bytes = 0;
	for (size_t k = i; k < s->n && k < i + 4; k++) {
		const struct line *l = &s->line[k];
		if (l->n == 0 || s->fold[k].marks != s->fold[i].marks || (bytes += l->n) > 400)
			break;
		if (l->s[l->n - 1] == ':')
			return k;
		if (l->s[l->n - 1] == '.' || l->s[l->n - 1] == '!' || l->s[l->n - 1] == '?')
			break;
	}
	return s->n;
}

/* An attribution in lines i..ret_end-1 (at most four, the last ends with a colon). Without quoted words below it must look like a program's: an
 * address in brackets, or a time of day. */
static bool attribution(const struct sheet *s, size_t i, size_t *ret_end)
{
	size_t end = attribution_end(s, i);
	bool verb = false, digit = false, address = false, clock = false;
	for (size_t k = i; end < s->n && k <= end; k++) {
		const struct line *l = &s->line[k];
		verb = verb || has_verb(s->fold[k].s, s->fold[k].n);
		digit = digit || has_digit(l->s, l->n);
		address = address || memchr(l->s, '@', l->n);
		clock = clock || has_clock(l->s, l->n);
	}
	if (!verb)
		return false;
	size_t below = next_text(s, end + 1);
	*ret_end = end + 1;
	if (below < s->n && s->fold[below].marks > s->fold[i].marks)
		return digit || address || end == i;
	return below < s->n && digit && (address || clock) && fold_words(s->fold[i].s) >= 3;
}

/* ---- who wrote them ---- */

static bool ends_with_domain(const char *address, const struct rule_list *domains)
{
	const char *at = strrchr(address, '@');
	for (size_t i = 0; at && i < domains->n; i++) {
		size_t n = strlen(at + 1), d = strlen(domains->text[i]);
		if (n >= d && strcasecmp(at + 1 + n - d, domains->text[i]) == 0 && (n == d || at[n - d] == '.'))
			return true;
	}
	return false;
}

static bool folded_holds(struct arena *a, const char *s, const char *what)
{
	struct folded f, w;
	if (!s || !what || !*what || fold_text(s, strlen(s), a, &f) != PARSE_OK || fold_text(what, strlen(what), a, &w) != PARSE_OK || !w.n)
		return false;
	return strstr(f.s, w.s) != NULL;
}

static bool is_agency(const struct sheet *s, const struct older *o)
{
	for (size_t i = 0; o->address && i < s->rules->addresses.n; i++)
		if (strcasecmp(o->address, s->rules->addresses.text[i]) == 0)
			return true;
	if (o->address)
		return ends_with_domain(o->address, &s->rules->domains);
	return folded_holds(s->arena, o->name, s->rules->organisation) ||
	       (o->name && strchr(o->name, ' ') && folded_holds(s->arena, s->rules->organisation, o->name));
}

static bool is_sender(const struct sheet *s, const struct older *o)
{
	if (!s->sender)
		return false;
	if (o->address && s->sender->address)
		return strcasecmp(o->address, s->sender->address) == 0;
	return o->name && s->sender->name && (folded_holds(s->arena, s->sender->name, o->name) || folded_holds(s->arena, o->name, s->sender->name));
}

/* "Pro Actief Incasso <x@y>", "x@y", "Jan [mailto:x@y]" to name and address. */
static void take_mailbox(struct arena *a, const char *s, size_t n, struct older *o)
{
	const char *at = memchr(s, '@', n), *end = s + n, *from, *to;
	if (at) {
		static const char STOP[] = " \t<>[]()\",;:*";
		for (from = at; from > s && !strchr(STOP, from[-1]); from--)
			;
		for (to = at; to < end && *to && !strchr(STOP, *to); to++)
			;
		if (from < at && to > at + 1)
			o->address = arena_strndup(a, from, (size_t)(to - from));
		end = from;
		while (end > s && strchr(" \t<[(\"'*", end[-1]))
			end--;
		if (end - s >= 8 && strncasecmp(end - 7, "mailto:", 7) == 0)
			end -= 7;
	}
	while (end > s && strchr(" \t<[(\"'*", end[-1]))
		end--;
	while (s < end && strchr(" \t\"'*", *s))
		s++;
	if (end > s)
		o->name = arena_strndup(a, s, (size_t)(end - s));
}

/* Past WORDS_MAX_OLDER the authors are read but not kept: no thread is that long. */
static struct older *add_older(struct sheet *s, int level)
{
	if (s->n_older == WORDS_MAX_OLDER) {
		s->spare = (struct older){ .level = level };
		return &s->spare;
	}
	if (s->n_older == s->room_older) {
		size_t room = s->room_older ? 2 * s->room_older : 8;
		void *more = arena_grow(s->arena, s->older, s->n_older * sizeof *s->older, room * sizeof *s->older);
		if (!more)
			return NULL;
		s->older = more;
		s->room_older = room;
	}
	struct older *o = &s->older[s->n_older++];
	*o = (struct older){ .level = level };
	return o;
}

static int note_block(struct sheet *s, const struct block *b, int level)
{
	struct older *o = add_older(s, level);
	if (!o)
		return PARSE_NOMEM;
	if (b->value[HEAD_FROM])
		take_mailbox(s->arena, b->value[HEAD_FROM], b->value_n[HEAD_FROM], o);
	o->date = b->value_n[HEAD_DATE] ? arena_strndup(s->arena, b->value[HEAD_DATE], b->value_n[HEAD_DATE]) : NULL;
	o->to = b->value_n[HEAD_TO] ? arena_strndup(s->arena, b->value[HEAD_TO], b->value_n[HEAD_TO]) : NULL;
	o->subject = b->value_n[HEAD_SUBJECT] ? arena_strndup(s->arena, b->value[HEAD_SUBJECT], b->value_n[HEAD_SUBJECT]) : NULL;
	o->by_agency = is_agency(s, o);
	o->by_sender = !o->by_agency && is_sender(s, o);
	return PARSE_OK;
}

/* The author in "Op 3 mrt 2026 om 10:12 schreef Jan Jansen <jan@x>:" stands behind the verb, else in front of it. */
static int note_attribution(struct sheet *s, size_t i, size_t end, int level)
{
	struct older *o = add_older(s, level);
	const char *from = s->line[i].s, *to = s->line[end - 1].s + s->line[end - 1].n - 1;
	static const char *const BEHIND[] = { "schreef ", "schrieb ", "heeft " };
	if (!o)
		return PARSE_NOMEM;
	char *joined = arena_strndup(s->arena, from, (size_t)(to - from));
	if (!joined)
		return PARSE_NOMEM;
	for (char *p = joined; *p; p++)
		if (*p == '\n' || *p == '\r' || *p == '>')
			*p = *p == '>' && p > joined && p[-1] != '\n' && p[-1] != ' ' ? '>' : ' ';
	const char *who = joined, *p;
	for (size_t k = 0; k < sizeof BEHIND / sizeof *BEHIND; k++)
		if ((p = strcasestr(joined, BEHIND[k])) && p[strlen(BEHIND[k])] && strncmp(p + strlen(BEHIND[k]), "op ", 3) != 0)
			who = p + strlen(BEHIND[k]);
	size_t n = strlen(who);
	if ((p = strstr(who, " het volgende")))
		n = (size_t)(p - who);
	if (who == joined) {	/* "On Tue, 3 Mar 2026 at 10:12, Jan <x@y> wrote:": behind the last comma before the address or verb */
		const char *stop = strcasestr(joined, " wrote"), *at = strrchr(joined, '@');
		if (!stop)
			stop = strcasestr(joined, " schreef");
		n = stop ? (size_t)(stop - joined) : n;
		for (const char *q = joined; q + 2 <= joined + n && (!at || q < at); q++)
			if (*q == ',' && q[1] == ' ')
				who = q + 2;
		n -= (size_t)(who - joined);
	}
	take_mailbox(s->arena, who, n, o);
	if (o->name && has_digit(o->name, strlen(o->name)) && !o->address)
		o->name = NULL;
	o->by_agency = is_agency(s, o);
	o->by_sender = !o->by_agency && is_sender(s, o);
	return PARSE_OK;
}

/* ---- the pass ---- */

struct depth {
	int extra[SHEET_MAX_MARKS + 1];	/* levels added at each depth by unmarked older mails */
	bool opened[SHEET_MAX_MARKS + 1];	/* an attribution told of this depth already, or words of it were read */
};

static int level_of(const struct depth *d, unsigned marks)
{
	int level = (int)marks;
	for (unsigned k = 0; k <= marks; k++)
		level += d->extra[k];
	return level;
}

static void set_head(struct sheet *s, size_t from, size_t to, int level)
{
	for (; from < to; from++) {
		s->line[from].level = level;
		s->line[from].role = s->line[from].n ? ROLE_QUOTE_HEADER : ROLE_BLANK;
		s->fold[from].fixed = true;
	}
}

static int take_block(struct sheet *s, struct depth *d, size_t i, size_t head, const struct block *b)
{
	unsigned marks = s->fold[i].marks;
	if (marks == 0 || d->opened[marks])
		d->extra[marks]++;
	d->opened[marks] = true;
	int level = level_of(d, marks);
	set_head(s, i, b->end > head ? b->end : head, level);
	return b->seen ? note_block(s, b, level) : PARSE_OK;
}

/* The lines i.. that head older words; *ret_next is the first line after them, i when they are none. */
static int head_at(struct sheet *s, struct depth *d, size_t i, size_t *ret_next)
{
	struct block b = { .end = i };
	unsigned marks = s->fold[i].marks;
	size_t value, end, text = i;
	bool rule = rule_line(&s->line[i]), said = separator(s, i);
	*ret_next = i;
	if (rule || said) {
		text = next_text(s, i + 1);
		if (text < s->n && rule && separator(s, text)) {
			said = true;
			text = next_text(s, text + 1);
		}
	}
	if (said && text < s->n && s->fold[text].marks > marks) {	/* "Begin doorgestuurd bericht:" above a marked mail: its own block tells the rest */
		set_head(s, i, i + 1, level_of(d, s->fold[text].marks));
		*ret_next = i + 1;
		return PARSE_OK;
	}
	if (text < s->n && s->fold[text].marks == marks && head_of(&s->line[text], &value) != HEAD_NONE)
		block_read(s, text, &b);
	if (is_block(&b, said || rule) || (said && next_text(s, i + 1) < s->n)) {
		if (!is_block(&b, true))
			b = (struct block){ .end = i + 1 };
		*ret_next = b.end > i ? b.end : i + 1;
		return take_block(s, d, i, i + 1, &b);
	}
	if (!rule && attribution(s, i, &end)) {
		size_t below = next_text(s, end);
		bool marked = below < s->n && s->fold[below].marks > marks;
		if (marked)
			d->opened[s->fold[below].marks] = true;
		else
			d->extra[marks]++;
		int level = level_of(d, marked ? marks + 1 : marks);
		set_head(s, i, end, level);
		*ret_next = end;
		return note_attribution(s, i, end, level);
	}
	return PARSE_OK;
}

int quote_pass(struct sheet *s)
{
	struct depth d = { 0 };
	for (size_t i = 0, next; i < s->n; i = next) {
		unsigned marks = s->fold[i].marks;
		next = i + 1;
		if (blank(s, i)) {
			s->line[i].level = level_of(&d, marks);
			continue;
		}
		for (unsigned k = marks + 1; k <= SHEET_MAX_MARKS; k++) {
			d.extra[k] = 0;
			d.opened[k] = false;
		}
		int r = head_at(s, &d, i, &next);
		if (r != PARSE_OK)
			return r;
		if (next > i)
			continue;
		next = i + 1;
		d.opened[marks] = marks > 0;
		s->line[i].level = level_of(&d, marks);
		if (s->line[i].level > 0)
			s->line[i].role = ROLE_QUOTED;
	}
	return PARSE_OK;
}
