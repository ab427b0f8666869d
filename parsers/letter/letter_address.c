#include "parsers/letter/letter_address.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "parsers/fields/recognise.h"
#include "parsers/letter/letter_town.h"

#define ABOVE 3		/* entries above a postcode in which its street may stand */

static bool own_postcode(const char *postcode, const struct rules *rules)
{
	char a[16], own[256];
	(void)squeeze(postcode, strlen(postcode), a, sizeof a);
	(void)squeeze(rules->postal_address ? rules->postal_address : "", 255, own, sizeof own);
	return strstr(own, a) != NULL;
}

/* ---- the city behind a postcode ---- */

static bool city_particle(const char *w, size_t n)
{
	static const char *const small[] = { "aan", "den", "de", "der", "het", "op", "bij", "en", "ad", "a/d", "over", "van", "in", "'t", "t", "ten", "ter", "la" };
	for (size_t i = 0; i < sizeof small / sizeof *small; i++)
		if (strlen(small[i]) == n && strncmp(small[i], w, n) == 0)
			return true;
	return false;
}

/* "2e Exloërmond", "1e Drents Dijkje": places along a canal or a dyke are numbered. */
static bool numbered(const char *w, size_t n, const char *next)
{
	return n >= 2 && n <= 3 && isdigit((unsigned char)w[0]) && (w[n - 1] == 'e' || w[n - 1] == 'E') && *next == ' ' && isupper((unsigned char)next[1]) &&
	       islower((unsigned char)next[2]);
}

static bool city_word(const char *w, size_t n)
{
	if (n == 0 || n > 30)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!isalpha((unsigned char)w[i]) && (unsigned char)w[i] < 0x80 && !strchr("-'.", w[i]))
			return false;
	size_t k = 0;
	while (k < n && strchr("'", w[k]))
		k++;
	return k < n && (isupper((unsigned char)w[k]) || (unsigned char)w[k] >= 0x80 || (n > k + 3 && strncmp(w + k, "s-", 2) == 0 && isupper((unsigned char)w[k + 2])));
}

/* Bytes of the city's name at s + at (blanks before it are skipped into *at); 0: none. */
static size_t city_at(const char *s, size_t n, size_t *at)
{
	while (*at < n && strchr(" ,-:]).\"`*", s[*at]))
		(*at)++;
	size_t end = *at, p = *at;
	for (int words = 0; words < 6 && p < n; words++) {
		size_t from = p;
		while (p < n && s[p] != ' ' && s[p] != ',' && s[p] != '|' && s[p] != ';')
			p++;
		size_t len = p - from;
		bool stop = p < n && s[p] != ' ';
		while (len && strchr(".)", s[from + len - 1]))
			len--;
		if ((strncmp(s + from, "Tel", 3) == 0 || strncmp(s + from, "KvK", 3) == 0 || strncmp(s + from, "Mob", 3) == 0) || (len == 1 && words))
			break;
		if (city_word(s + from, len))
			end = from + len;
		else if (words == 0 && numbered(s + from, len, s + p))
			stop = false;
		else if (!(words && city_particle(s + from, len)))
			break;
		if (stop)
			break;
		p++;
	}
	return end - *at;
}

/* ---- the street before or above ---- */

static bool under(const struct letter_line *above, const struct letter_line *l)
{
	double centre = fabs((above->s->box.x0 + above->s->box.x1) - (l->s->box.x0 + l->s->box.x1)) / 2;
	return above->leaf == l->leaf && (fabs(above->s->box.x0 - l->s->box.x0) < 2 * l->s->size || centre < 2 * l->s->size) &&
	       l->s->box.y0 - above->s->box.y1 < 3.5 * l->s->size;
}

/* "131-111", "319-1II", "75-IIl": the Roman three of an upper floor, read as what it looks like. */
static void mend_floor(char *s)
{
	size_t n = strlen(s), strokes = 0;
	while (strokes < n && strchr("1Il|", s[n - 1 - strokes]))
		strokes++;
	bool roman = strokes == 3 || (strokes == 2 && memchr(s + n - 2, 'I', 2));
	if (roman && n > strokes && strchr("- ", s[n - strokes - 1]) && isdigit((unsigned char)s[0]))
		memset(s + n - strokes, 'I', strokes);
}

/* "96-11" may be a number and an "II" or "III" as well: nothing on the page tells. */
static bool floor_or_number(const char *s)
{
	size_t n = strlen(s);
	return n > 3 && strcmp(s + n - 2, "11") == 0 && strchr("- ", s[n - 3]);
}

/* t: the line's text from base on, mended */
static void set_street(struct address_found *f, const struct letter_line *l, size_t base, const char *t, const struct street *s, const char *from)
{
	find_set(&f->street, l, base + s->street.at, base + s->street.end, t + s->street.at, s->street.end - s->street.at, from);
	find_set(&f->house_number, l, base + s->number.at, base + s->number.end, t + s->number.at, s->number.end - s->number.at, from);
	mend_floor(f->house_number.value);
	f->house_number.doubt = !l->leaf->text_layer && floor_or_number(f->house_number.value);
	if (strncmp(f->street.value, "'t", 2) == 0 && isupper((unsigned char)f->street.value[2]) && strlen(f->street.value) + 1 < FIND_BYTES) {
		memmove(f->street.value + 3, f->street.value + 2, strlen(f->street.value + 2) + 1);	/* "'tHof" */
		f->street.value[2] = ' ';
	}
}

/* Without the marks at the end that part a number from what follows: strokes, bullets of any sort. */
static size_t without_marks(const char *s, size_t n)
{
	for (size_t before = n + 1; n < before;) {
		before = n;
		while (n > 0 && strchr(" /|\\-,;:+*~=_", s[n - 1]))
			n--;
		size_t word = n;
		while (word > 0 && (unsigned char)s[word - 1] >= 0x80)
			word--;
		if (word < n && word > 0 && s[word - 1] == ' ')
			n = word;
	}
	return n;
}

/* "210=C", "14~2": a hyphen behind a house number is read as what is nearly one; "11/" has lost the bar that stood there. */
static char *mend_number(const char *s, size_t n, struct arena *a)
{
	n = without_marks(s, n);
	char *r = arena_strndup(a, s, n);
	for (size_t i = 1; r && i + 1 < n; i++)
		if (strchr("=~_", r[i]) && isdigit((unsigned char)r[i - 1]) && isalnum((unsigned char)r[i + 1]))
			r[i] = '-';
	return r;
}

/* "Bernhardlaan 102 e 3743 DG": a bullet between number and postcode, read as the small round letter it looks like. Where it stands, or to. */
static size_t at_bullet(const struct letter_line *l, size_t to)
{
	size_t end = to;
	while (end > 0 && l->text[end - 1] == ' ')
		end--;
	bool lone = end > 3 && strchr("eoc", l->text[end - 1]) && l->text[end - 2] == ' ' && isdigit((unsigned char)l->text[end - 3]);
	return lone && end < to && !l->leaf->text_layer ? end - 1 : to;
}

/* Another sign stands alone further on, where a second bullet would. */
static bool more_bullets(const struct letter_line *l, size_t from)
{
	for (size_t i = from; i + 2 < l->n; i++)
		if (l->text[i] == ' ' && l->text[i + 2] == ' ' && !isdigit((unsigned char)l->text[i + 1]) && !isupper((unsigned char)l->text[i + 1]))
			return true;
	return memmem(l->text + from, l->n - from, "\u2022", 3) || memmem(l->text + from, l->n - from, "\u00b7", 2);
}

/* The last street in bytes from..to of a line; *ret_text is what it stands in. */
static bool street_within(const struct finder *x, const struct letter_line *l, size_t from, size_t to, const char **ret_text, struct street *ret)
{
	struct street s;
	const char *text = mend_number(l->text + from, to - from, x->c->arena);
	bool found = false;
	for (size_t at = 0, n = text ? strlen(text) : 0; at < n && recognise_street(text, n, at, &s); at = s.number.end) {
		*ret = s;
		*ret_text = text;
		found = true;
	}
	return found;
}

static void name_before(struct address_found *f, const struct letter_line *l, size_t from, size_t to)
{
	while (to > from && strchr(" ,;|-", l->text[to - 1]))
		to--;
	if (to - from >= 3) {
		f->name_line = l;
		f->name_at = from;
		f->name_end = to;
	}
}

static void name_above(const struct finder *x, struct address_found *f, size_t i, const struct letter_line *street)
{
	for (size_t k = i; k-- > 0 && k + ABOVE >= i && !f->name_line;) {
		const struct entry *e = &x->e->entry[k];
		if (!e->line || e->line->ours || e->line == street)
			continue;
		if (e->label == PAPER_NAME || (e->label == PAPER_NONE && under(e->line, street))) {
			f->name_line = e->line;
			f->name_at = e->at;
			f->name_end = e->line->n;
		} else if (e->label == PAPER_NONE) {
			break;
		}
	}
}

static void find_street(const struct finder *x, struct address_found *f, size_t i, size_t postcode_at)
{
	const struct entry *p = &x->e->entry[i];
	const char *text;
	struct street s;
	size_t bullet = at_bullet(p->line, postcode_at);
	if (street_within(x, p->line, p->at, bullet, &text, &s)) {
		set_street(f, p->line, p->at, text, &s, "ocr");
		f->house_number.doubt = f->house_number.doubt || (bullet < postcode_at && !more_bullets(p->line, postcode_at));
		name_before(f, p->line, p->at, p->at + s.street.at);
		if (!f->name_line)
			name_above(x, f, i, p->line);
		return;
	}
	for (size_t k = i; k-- > 0 && k + ABOVE >= i;) {
		const struct entry *e = &x->e->entry[k];
		bool label = e->label == PAPER_ADDRESS;
		if (!e->line || e->line->ours || (!label && (e->label != PAPER_NONE || !under(e->line, p->line))))
			continue;
		if (street_within(x, e->line, e->at, e->line->n, &text, &s)) {
			set_street(f, e->line, e->at, text, &s, label ? "label" : "ocr");
			name_before(f, e->line, e->at, e->at + s.street.at);
			if (!f->name_line)
				name_above(x, f, k, e->line);
			return;
		}
	}
}

/* ---- candidates ---- */

static int score_of(const struct finder *x, const struct address_found *f, size_t i)
{
	const struct entry *e = &x->e->entry[i];
	int score = e->line->zone == ZONE_BODY ? 1 : 4;
	if (e->label == PAPER_POSTCODE || e->label == PAPER_ADDRESS || e->label == PAPER_NAME)
		score += 4;
	if (f->street.value[0])
		score += 3;
	if (f->city.value[0])
		score += 1;
	/* a paragraph that mentions somebody's address: the writer's own only when the words say so */
	if (e->line->zone == ZONE_BODY && !x->e->form && e->line->s->words > 8)
		score -= 2;
	return score;
}

static bool text_has_words_before(const char *s, size_t at)
{
	size_t letters = 0;
	for (size_t i = 0; i < at; i++)
		letters += islower((unsigned char)s[i]) != 0;
	return letters > 60;
}

/* "4261 CC Wijk en" and "Aalburg" below it: a name never ends in a small word. */
static void city_goes_on(const struct finder *x, struct address_found *f, size_t i)
{
	const struct entry *e = &x->e->entry[i], *c = i + 1 < x->e->n ? &x->e->entry[i + 1] : NULL;
	const char *rest = e->line->text + f->city.end;
	size_t n = strlen(rest), first = strspn(rest, " "), last = n, at = 0;
	while (last > first && rest[last - 1] != ' ')
		last--;
	if (first >= n || !city_particle(rest + last, n - last) || !city_particle(rest + first, strcspn(rest + first, " ")))
		return;
	size_t len = c && c->line && c->label == PAPER_NONE && !c->line->ours && under(e->line, c->line) && c->line->s->gap < 1.2 ? city_at(c->line->text, c->line->n, &at) : 0;
	const char *whole = len && at + len == c->line->n ? arena_printf(x->c->arena, "%s%s %s", f->city.value, rest, c->line->text + at) : NULL;
	if (!whole)
		return;
	double below = c->line->leaf->text_layer ? 100 : segment_confidence(c->line->s, at, at + len), least = below < f->city.confidence ? below : f->city.confidence;
	find_set(&f->city, e->line, f->city.at, e->line->n, whole, strlen(whole), f->city.from);
	f->city.confidence = f->city.confidence < least ? f->city.confidence : least;
	f->city.sure = f->city.confidence >= SURE;
}

/* A postcode and its town are often parted by more than a blank. */
static bool beside(const struct letter_line *l, const struct letter_line *right)
{
	return l->leaf == right->leaf && l->s->row == right->s->row && right->s->box.x0 > l->s->box.x1 && right->s->box.x0 - l->s->box.x1 < 4 * l->s->size;
}

/* "2562 AJ" and the town on a line of its own below it, or beside it. */
static void city_below(const struct finder *x, struct address_found *f, size_t i)
{
	const struct entry *e = &x->e->entry[i], *c = i + 1 < x->e->n ? &x->e->entry[i + 1] : NULL;
	size_t at = 0;
	if (!c || !c->line || c->label != PAPER_NONE || c->line->ours || c->line->zone != e->line->zone || f->postcode.end + 2 < e->line->n)
		return;
	bool right = beside(e->line, c->line);
	if (!right && !under(e->line, c->line))
		return;
	size_t len = city_at(c->line->text, c->line->n, &at);
	if (len && at + len == c->line->n && (right || c->line->s->gap < 1.2))
		find_set(&f->city, c->line, at, at + len, c->line->text + at, len, "ocr");
}

/* "11/5345 TAOss": the bar before a postcode read as a stroke, the blank behind it lost. Same length: the blank before the letters goes behind them. */
static void mend_code(char *s, size_t n)
{
	for (size_t i = 0; i + 7 < n; i++) {
		if (strspn(s + i, "0123456789") != 4 || (i && isdigit((unsigned char)s[i - 1])))
			continue;
		if (s[i + 4] == ' ' && isupper((unsigned char)s[i + 5]) && isupper((unsigned char)s[i + 6]) && isupper((unsigned char)s[i + 7]) && islower((unsigned char)s[i + 8])) {
			memmove(s + i + 4, s + i + 5, 2);
			s[i + 6] = ' ';
		}
		bool code = isupper((unsigned char)s[i + 4 + (s[i + 4] == ' ')]) && isupper((unsigned char)s[i + 5 + (s[i + 4] == ' ')]);
		if (code && i > 1 && s[i - 1] == '/' && isalnum((unsigned char)s[i - 2]))
			s[i - 1] = '|';
	}
}

/* "48376 AN Etten-Leur": a digit too many. Where only one of the digits can go for the rest to be the town's, the others move up; same length. */
static bool mend_five(char *s, size_t n)
{
	char code[5], whole[5] = "";
	size_t found = 0, at = 0;
	for (size_t i = 0; i + 9 < n; i++) {
		if (strspn(s + i, "0123456789") != 5 || (i && !strchr(" ,|", s[i - 1])) || s[i + 5] != ' ' || !isupper((unsigned char)s[i + 6]) || !isupper((unsigned char)s[i + 7]) || s[i + 8] != ' ')
			continue;
		const char *city = s + i + 9;
		for (size_t out = 0; out < 5; out++) {
			for (size_t k = 0, to = 0; k < 5; k++)
				if (k != out)
					code[to++] = s[i + k];
			code[4] = '\0';
			if (town_fits(code, city) == TOWN_FITS && strcmp(code, whole) != 0) {
				memcpy(whole, code, sizeof whole);
				found++;
				at = i;
			}
		}
	}
	if (found == 1) {
		s[at] = ' ';
		memcpy(s + at + 1, whole, 4);
	}
	return found == 1;
}

/* "3361 B) Sliedrecht": the J read as the bracket that nothing opened. */
static void mend_bracket(char *s, size_t n)
{
	for (size_t i = 0; i + 8 < n; i++)
		if (strspn(s + i, "0123456789") == 4 && (i == 0 || !isdigit((unsigned char)s[i - 1])) && s[i + 4] == ' ' && isupper((unsigned char)s[i + 5]) &&
		    strchr(")]}", s[i + 6]) && s[i + 7] == ' ' && isupper((unsigned char)s[i + 8]) && !strpbrk(s, "([{"))
			s[i + 6] = 'J';
}

static bool post_box(const struct address_found *f)
{
	return strncasecmp(f->street.value, "postbus", 7) == 0 || strncasecmp(f->street.value, "antwoordnummer", 14) == 0;
}

/* An office's letterhead gives where it is and where its post goes: two addresses in one town, of which one is a box. Either is the sender's. */
static bool one_office(const struct address_found *a, const struct address_found *b)
{
	return a->street.value[0] && b->street.value[0] && post_box(a) != post_box(b) && strcasecmp(a->city.value, b->city.value) == 0;
}

static int candidate(const struct finder *x, size_t i, struct address_found *best, bool *ret_doubt)
{
	const struct entry *e = &x->e->entry[i];
	size_t n = e->line->n - e->at, from = 0;
	char *text = mend_digits(e->line->text + e->at, n, x->c->arena), code[8];
	struct span where;
	if (!text)
		return PARSE_NOMEM;
	mend_code(text, n);
	bool five = mend_five(text, n);
	mend_bracket(text, n);
	while (recognise_postcode(text, n, from, &where, code)) {
		struct address_found f = { .index = i, .labelled = e->label != PAPER_NONE };
		from = where.end;
		if (own_postcode(code, x->c->rules) || text_has_words_before(text, where.at))
			continue;
		find_set(&f.postcode, e->line, e->at + where.at, e->at + where.end, code, strlen(code), f.labelled ? "label" : "ocr");
		f.repaired = five || memcmp(text + where.at, e->line->text + e->at + where.at, where.end - where.at) != 0;
		size_t at = where.end, len = city_at(text, n, &at);
		if (len)
			find_set(&f.city, e->line, e->at + at, e->at + at + len, text + at, len, f.labelled ? "label" : "ocr");
		for (size_t k = i; !len && k < x->e->n && k < i + 3; k++)
			if (x->e->entry[k].label == PAPER_CITY && x->e->entry[k].line) {
				const struct entry *c = &x->e->entry[k];
				size_t c_at = c->at, c_len = city_at(c->line->text, c->line->n, &c_at);
				if (c_len)
					find_set(&f.city, c->line, c_at, c_at + c_len, c->line->text + c_at, c_len, "label");
			}
		if (!f.city.value[0])
			city_below(x, &f, i);
		else if (f.city.line == e->line)
			city_goes_on(x, &f, i);
		find_street(x, &f, i, e->at + where.at);
		f.score = score_of(x, &f, i);
		bool other = strcmp(best->postcode.value, f.postcode.value) != 0 && !one_office(best, &f);
		if (f.score > best->score) {
			*ret_doubt = best->score >= f.score - 1 && best->score > 4 && other;
			*best = f;
		} else if (f.score >= best->score - 1 && f.score > 4 && other) {
			*ret_doubt = true;
		}
	}
	return PARSE_OK;
}

/* ---- without a postcode ---- */

/* "Gorinchem, 13 juli 2026": the town is named where the date is. */
static bool dated_from(const struct finder *x, const char *city)
{
	size_t n = strlen(city);
	for (size_t i = 0; i < x->t->n; i++) {
		const struct letter_line *l = &x->t->line[i];
		if (l->zone != ZONE_BODY && l->n > n + 6 && strncasecmp(l->text, city, n) == 0 && strchr(", ", l->text[n]) && strpbrk(l->text + n, "0123456789"))
			return true;
	}
	return false;
}

/* "Haven 5" and a line with a town below it, or "Haven 5, Gorinchem"; the town must be one. */
static bool street_and_town(const struct finder *x, size_t i, struct address_found *f)
{
	const struct entry *e = &x->e->entry[i], *c = i + 1 < x->e->n ? &x->e->entry[i + 1] : NULL;
	const char *text;
	struct street s;
	size_t at;
	if (!street_within(x, e->line, e->at, e->line->n, &text, &s))
		return false;
	const struct letter_line *l = e->line;
	at = e->at + s.number.end;
	if (at >= l->n) {
		if (!c || !c->line || c->line->ours || (c->label != PAPER_NONE && c->label != PAPER_CITY) || !under(l, c->line) || c->line->s->gap > 1.2)
			return false;
		l = c->line;
		at = c->at;
	}
	size_t len = city_at(l->text, l->n, &at);
	if (len == 0 || at + len < l->n)
		return false;
	find_set(&f->city, l, at, at + len, l->text + at, len, "ocr");
	if (!town_known(f->city.value) && !dated_from(x, f->city.value))
		return false;
	set_street(f, e->line, e->at, text, &s, "ocr");
	name_before(f, e->line, e->at, e->at + s.street.at);
	if (!f->name_line)
		name_above(x, f, i, e->line);
	return true;
}

static void without_postcode(const struct finder *x, struct address_found *ret)
{
	for (size_t i = 0; i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		struct address_found f = { .index = i, .score = 1 };
		if (e->line && !e->line->ours && !e->line->quoted && !e->line->noise && e->line->zone != ZONE_BODY && (e->label == PAPER_NONE || e->label == PAPER_ADDRESS) &&
		    street_and_town(x, i, &f)) {
			*ret = f;
			return;
		}
	}
}

int address_find(const struct finder *x, struct address_found *ret, bool *ret_doubt)
{
	struct address_found best = { 0 };
	bool doubt = false;
	for (size_t i = 0; i < x->e->n; i++) {
		const struct entry *e = &x->e->entry[i];
		if (!e->line || e->line->ours || e->line->quoted || e->label == PAPER_TO || e->label == PAPER_CLIENT)
			continue;
		if (candidate(x, i, &best, &doubt) != PARSE_OK)
			return PARSE_NOMEM;
	}
	if (best.score == 0)
		without_postcode(x, &best);
	if (strncmp(best.city.value, "s-", 2) == 0 && strlen(best.city.value) + 1 < FIND_BYTES) {	/* the apostrophe was read as another mark, or not at all */
		memmove(best.city.value + 1, best.city.value, strlen(best.city.value) + 1);
		best.city.value[0] = '\'';
	}
	*ret = best;
	*ret_doubt = doubt;
	return PARSE_OK;
}
