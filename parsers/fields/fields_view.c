#include <ctype.h>
#include <string.h>

#include "parsers/fields/fields_inner.h"
#include "parsers/glyph.h"

#define VIEW_LINES_MAX 6000
#define VIEW_BYTES_MAX (256u << 10)	/* facts do not stand deeper; what lies behind is not looked at */

static bool wanted(const struct reading *f, const struct line *l, int least, int most, bool by_sender)
{
	if (l->level < least || l->level > most || l->role == ROLE_QUOTE_HEADER)
		return false;
	if (!by_sender)
		return true;
	for (size_t i = 0; i < f->w->n_older; i++)
		if (f->w->older[i].level == l->level)
			return f->w->older[i].by_sender;
	return false;
}

static void lower_copy(char *low, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (c == 0xc2 && i + 1 < n && (unsigned char)s[i + 1] == 0xa0) {
			low[i] = low[i + 1] = ' ';
			i++;
			continue;
		}
		low[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '\n' || c == '\t' ? ' ' : (char)c;
	}
}

/* Three bytes as a place in grams (multiplicative hashing, Knuth). */
static uint32_t gram(const char *s)
{
	uint32_t h = (uint32_t)(unsigned char)s[0] | (uint32_t)(unsigned char)s[1] << 8 | (uint32_t)(unsigned char)s[2] << 16;
	return (h * UINT32_C(0x9e3779b1)) >> 19;
}

/* Some hundred phrases are looked for in every mail, and nearly none is there: one pass over the text instead of one for each. */
static int note_grams(struct view *v, struct arena *a)
{
	v->grams = arena_alloc(a, VIEW_GRAMS / 8);
	if (!v->grams)
		return PARSE_NOMEM;
	for (size_t i = 0; i + 3 <= v->n; i++) {
		uint32_t g = gram(v->low + i);
		v->grams[g / 64] |= UINT64_C(1) << g % 64;
	}
	return PARSE_OK;
}

static bool has_gram(const struct view *v, const char *s)
{
	uint32_t g = gram(s);
	return v->grams[g / 64] >> g % 64 & 1;
}

const char *view_find(const struct view *v, size_t from, size_t to, const char *phrase, size_t n)
{
	if (from + n > to || (v->grams && n >= 3 && (!has_gram(v, phrase) || !has_gram(v, phrase + n - 3))))
		return NULL;
	return memmem(v->low + from, to - from, phrase, n);
}

/* "Naam *      Jansen", "Naam | Jansen": a wide gap or a bar behind what is a label. */
static size_t label_gap(const char *s, struct span at)
{
	size_t most = at.end - at.at < 60 ? at.end : at.at + 60;
	for (size_t p = at.at + 1; p + 1 < most; p++)
		if ((s[p] == '|' || (s[p] == ' ' && s[p + 1] == ' ')) && glyph_wordish(s[at.at])) {
			enum field_label label = field_label_of(s + at.at, p - at.at);
			return label != FIELD_NONE && label != FIELD_HEAD ? p : at.end;	/* "Van  Dijk" */
		}
	return at.end;
}

/* "Naam: Jansen", "[naam] => Jansen"; "Naam - Jansen" is too loose; a tab counts, as tables give it. */
static size_t label_colon(const char *s, struct span at)
{
	size_t most = at.end - at.at < 60 ? at.end : at.at + 60;
	for (size_t p = at.at; p < most; p++)
		if (s[p] == ':' || s[p] == '\t' || (s[p] == '>' && p > at.at && s[p - 1] == '='))
			return p;
	return at.end;
}

/* "-", "(leeg)", "n.v.t.": what a program writes, or a person types, where a field was left empty. */
static bool empty_value(const struct view *v, struct span at)
{
	static const char words[] = " leeg nvt n.v.t. n.v.t geen niet-ingevuld onbekend empty none blank null n/a ";
	char f[20];
	while (at.at < at.end && strchr("([<-_.", v->text[at.at]))
		at.at++;
	while (at.end > at.at && strchr(")]>-_", v->text[at.end - 1]))
		at.end--;
	size_t n = at.end - at.at;
	if (n == 0 || n >= sizeof f)
		return n == 0;
	for (size_t k = 0; k < n; k++)
		f[k] = v->low[at.at + k] == ' ' ? '-' : v->low[at.at + k];
	f[n] = '\0';
	return glyph_listed(words, f);
}

static void label_line(struct view *v, size_t i, bool form)
{
	struct view_line *l = &v->line[i];
	size_t colon = label_colon(v->text, l->at);
	if (colon == l->at.end && l->at.end > l->at.at)
		colon = label_gap(v->text, l->at);
	if (colon == l->at.end && form && l->at.end - l->at.at < 80) {
		l->label = field_question(v->low + l->at.at, l->at.end - l->at.at);
		if (l->label == FIELD_NONE && l->at.end - l->at.at < 40)	/* alone on its line, its answer below */
			l->label = field_label_of(v->text + l->at.at, l->at.end - l->at.at);
	}
	bool parted = colon == l->at.end && i + 1 < v->n_lines && v->line[i + 1].at.end > v->line[i + 1].at.at && v->text[v->line[i + 1].at.at] == ':';
	if (parted)	/* "Postcode\n: 6741 KK" */
		l->label = field_label_of(v->text + l->at.at, l->at.end - l->at.at);
	if (l->label != FIELD_NONE)
		l->value = (struct span){ l->at.end, l->at.end };
	if (colon == l->at.end || l->role == ROLE_BLANK)
		return;
	l->label = field_label_of(v->text + l->at.at, colon - l->at.at);
	l->value = view_trim(v, (struct span){ colon + 1, l->at.end });
	if (l->label != FIELD_NONE && l->value.at < l->value.end && empty_value(v, l->value))
		l->label = FIELD_OTHER;
}

/* The value of "Naam:" alone on its line stands on the next one that says something. */
static void label_values(struct view *v)
{
	for (size_t i = 0; i < v->n_lines; i++) {
		struct view_line *l = &v->line[i];
		if (l->label == FIELD_NONE || l->value.at < l->value.end)
			continue;
		for (size_t k = i + 1; k < v->n_lines && k < i + 3; k++) {
			if (v->line[k].label != FIELD_NONE)
				break;
			struct span t = view_trim(v, v->line[k].at);
			if (t.at < t.end) {
				l->value = t;
				break;
			}
		}
	}
}

/* A whole address, houseboat and all, may be as long as a sentence. */
static bool address_line(const struct view *v, const struct view_line *l)
{
	struct span where;
	char code[8];
	return l->at.end - l->at.at < 120 && recognise_postcode(v->text, l->at.end, l->at.at, &where, code) && !strchr(".!?", v->text[l->at.end - 1]);
}

static void mark_below(struct view *v)
{
	bool below = false;
	for (size_t i = 0; i < v->n_lines; i++) {
		struct view_line *l = &v->line[i];
		size_t rest;
		l->closing = l->role == ROLE_CLOSING ||
			     ((l->role == ROLE_OWN || l->role == ROLE_SIGNATURE || l->role == ROLE_QUOTED) && l->at.end - l->at.at < 70 && field_closing(v->low + l->at.at, l->at.end - l->at.at, &rest));
		if ((l->role == ROLE_OWN || l->role == ROLE_QUOTED) && !l->closing && l->at.end - l->at.at > 60 && !(below && address_line(v, l)))
			below = false;	/* a sentence again: the closing was none */
		if (l->closing)
			below = true;
		l->below = below || l->role == ROLE_SIGNATURE;
	}
}

/* Does line i go on in the next one? It is long, no sentence ends with it, and the next word would not have fitted. */
static bool wraps(const struct view *v, size_t i)
{
	const struct view_line *a = &v->line[i], *b = a + 1;
	if (i + 1 >= v->n_lines || a->role != b->role || (a->role != ROLE_OWN && a->role != ROLE_QUOTED) || a->label || b->label || a->closing || b->closing)
		return false;
	size_t n = a->at.end - a->at.at, word = b->at.at;
	if (n < 45 || n > 100 || b->at.at == b->at.end || strchr(".:!?;|>", v->text[a->at.end - 1]) || memchr(v->text + b->at.at, '|', b->at.end - b->at.at))
		return false;
	while (word < b->at.end && v->low[word] != ' ')
		word++;
	return n + 1 + word - b->at.at > 58;
}

/* The flow of v: what wraps in one line. */
static int flow_build(struct reading *f, struct view *v)
{
	bool any = false;
	for (size_t i = 0; i + 1 < v->n_lines && !any; i++)
		any = wraps(v, i);
	if (!any)
		return PARSE_OK;
	struct view *flow = arena_alloc(f->r->arena, sizeof *flow);
	char *text = arena_strndup(f->r->arena, v->text, v->n);
	struct view_line *line = arena_alloc(f->r->arena, (v->n_lines + 1) * sizeof *line);
	if (!flow || !text || !line)
		return PARSE_NOMEM;
	*flow = *v;
	flow->text = text;
	flow->line = line;
	flow->n_lines = 0;
	for (size_t i = 0; i < v->n_lines; i++) {
		line[flow->n_lines] = v->line[i];
		for (; wraps(v, i); i++) {
			text[v->line[i].at.end] = ' ';
			line[flow->n_lines].at.end = v->line[i + 1].at.end;
		}
		flow->n_lines++;
	}
	v->flow = flow;
	return PARSE_OK;
}

int view_build(struct reading *f, struct view *v, int least, int most, bool by_sender)
{
	size_t bytes = 0, lines = 0;
	for (size_t i = 0; i < f->w->n; i++) {
		const struct line *l = &f->w->lines[i];
		if (!wanted(f, l, least, most, by_sender))
			continue;
		bytes += l->n + 1;
		lines++;
		if (bytes > VIEW_BYTES_MAX || lines == VIEW_LINES_MAX) {
			bytes = bytes < VIEW_BYTES_MAX ? bytes : VIEW_BYTES_MAX;
			break;
		}
	}
	v->text = arena_alloc(f->r->arena, bytes + 1);
	v->low = arena_alloc(f->r->arena, bytes + 1);
	v->line = arena_alloc(f->r->arena, (lines + 1) * sizeof *v->line);
	if (!v->text || !v->low || !v->line)
		return PARSE_NOMEM;
	for (size_t i = 0; i < f->w->n && v->n_lines < lines && v->n < bytes; i++) {
		const struct line *l = &f->w->lines[i];
		if (!wanted(f, l, least, most, by_sender))
			continue;
		size_t k = l->n < bytes - v->n ? l->n : bytes - v->n - 1;	/* the last line may be cut */
		memcpy(v->text + v->n, l->s, k);
		v->line[v->n_lines++] = (struct view_line){ .at = { v->n, v->n + k }, .role = l->role };
		v->n += k;
		v->text[v->n++] = '\n';
	}
	lower_copy(v->low, v->text, v->n);
	if (note_grams(v, f->r->arena) != PARSE_OK)
		return PARSE_NOMEM;
	bool form = f->form || f->w->form || f->service || (f->m->from.address && service_no_reply(f->m->from.address));
	for (size_t i = 0; i < v->n_lines; i++)
		label_line(v, i, form);
	label_values(v);
	mark_below(v);
	return flow_build(f, v);
}

size_t view_line_of(const struct view *v, size_t at)
{
	size_t low = 0, high = v->n_lines;
	while (low + 1 < high) {
		size_t mid = (low + high) / 2;
		if (v->line[mid].at.at <= at)
			low = mid;
		else
			high = mid;
	}
	return low;
}

struct span view_trim(const struct view *v, struct span at)
{
	while (at.at < at.end && (v->low[at.at] == ' ' || strchr(":*|;,", v->low[at.at])))
		at.at++;
	while (at.end > at.at && (v->low[at.end - 1] == ' ' || strchr("*|;,", v->low[at.end - 1])))
		at.end--;
	return at;
}

size_t view_phrase(const struct view *v, size_t from, size_t to, const char *const *phrases)
{
	size_t last = 0;
	for (; *phrases; phrases++) {
		if (v->grams && (*phrases)[0] && (*phrases)[1] && (*phrases)[2] && !has_gram(v, *phrases))	/* nearly all: not even measured */
			continue;
		size_t k = strlen(*phrases);
		for (size_t p = from; p + k <= to;) {
			const char *hit = view_find(v, p, to, *phrases, k);
			if (!hit)
				break;
			p = (size_t)(hit - v->low);
			bool starts = p == 0 || !glyph_wordish(v->low[p - 1]) || !glyph_wordish(**phrases);
			bool ends = p + k >= v->n || !glyph_wordish(v->low[p + k]) || !glyph_wordish((*phrases)[k - 1]);
			if (starts && ends && p + k > last)
				last = p + k;
			p++;
		}
	}
	return last;
}

static bool sentence_stop(const struct view *v, size_t p)
{
	char c = v->text[p];
	if (c == '\n')
		return p + 1 >= v->n || v->text[p + 1] == '\n';
	if (c == '!' || c == '?')
		return true;
	if (c != '.' || p + 1 >= v->n || (v->text[p + 1] != ' ' && v->text[p + 1] != '\n'))
		return false;
	/* an initial or a short abbreviation ends no sentence */
	size_t b = p;
	while (b > 0 && glyph_wordish(v->text[b - 1]))
		b--;
	char w[16];
	if (p == b && p > 0 && strchr(")\"'", v->text[p - 1]))	/* "... 51 17 (desk). My" */
		return true;
	if (p - b <= 1 || p - b > 10)
		return p - b > 10;
	memcpy(w, v->low + b, p - b);
	w[p - b] = '\0';
	return !glyph_listed(" mr mw dhr mevr drs ir ing dr prof tel nr no str burg st fam ca evt bijv mvr hr th chr ph joh ", w);
}

size_t view_sentence(const struct view *v, size_t at)
{
	size_t least = at > 200 ? at - 200 : 0, p = at;
	while (p > least && !sentence_stop(v, p - 1))
		p--;
	return p;
}

size_t view_sentence_end(const struct view *v, size_t at)
{
	size_t most = v->n - at > 300 ? at + 300 : v->n, p = at;
	while (p < most && !sentence_stop(v, p))
		p++;
	return p;
}

bool view_label(const struct view *v, enum field_label label, struct span *ret)
{
	for (size_t i = 0; i < v->n_lines; i++)
		if (v->line[i].label == label && v->line[i].value.at < v->line[i].value.end && v->line[i].role != ROLE_DISCLAIMER) {
			*ret = v->line[i].value;
			return true;
		}
	return false;
}
