#include "parsers/fields/dossier_label.h"

#include <string.h>

#include "parsers/fields/dossier_owner.h"
#include "parsers/glyph.h"

#define LABEL_BACK 160
#define WORDS_BACK 9
#define TABLE_BACK 600
#define FOLD_BYTES 40

/* Words that say nothing about the number and may stand between it and its label. */
static const char fillers[] =
	" nr nrs no num nummer nummers number numbers numero nr. no. is was zijn are het dat dit the onder met mijn uw my your ons our en and und & of or ook te van bekend genummerd "
	"als als: t/m tm tot volgende namelijk ik u bij jullie heb heeft staat betreft betr de der den een in zie luidt a numarali nolu numaram numarasi olan moet zou ";

static const char not_exact[] =
	" kvk kvknr btw vat bsn sofi iban bic ean pgp gpg fingerprint fax tel telefoon tel. telnr mobiel gsm phone mob polis pas contract order meter track trace trace: barcode "
	"nota notanr notanummer artikel serie ticket melding student big agb rol rolnr rolnummer parket nip pesel regon konto kundennr kdnr rechnungsnr rg postcode postbus "
	"klachtnr klachtnummer k.v.k b.t.w b.s.n incassomachtiging mandaat bedrag eur euro usd id clientnummer patient patientnummer kenteken rekening giro "
	"cn cr credit bon kassabon retour deelnemer leverancier pin puk "
	"customer account invoice factuur facturen rekeningnummer imei isbn sim vin chassis lot lotnummer boete cjib beschikking beschikkingsnummer acceptgiro ";

static const char *const not_part[] = {
	"factuur", "klantn", "klantc", "klantk", "relatien", "relatiec", "invoice", "customer", "burgerservice", "polisn", "lidn", "lidmaat", "contractn", "order", "bestel", "meterst",
	"metern", "paspoort", "rijbewijs", "transactie", "betaalk", "betalingsk", "betalingsn", "acceptgiro", "track", "barcode", "zending", "pakketn", "artikeln", "serien", "abonneen",
	"abonnementsn", "debiteur", "telefoonn", "faxn", "rekeningn", "bankrek", "rolnum", "parketn", "personeel", "studentn", "ticketn", "meldings", "rechnung", "kunden", "vertrag",
	"telefon", "konto", "faktur", "fatura", "account", "policy", "booking", "boeking", "reserver", "vlucht", "klachtn", "aansluit", "volgnum", "kamer", "bonnum", "bonnr",
	"kenteken", "schade", "claimn", "meldcode", "creditn", "creditf", "kredietn", "pasnum", "pasn", "registratien", "btw-", "kvk-", "machtigingsk", "incassant", "musteri", "numer klienta", "clientn", "opdrachtn", "offerte", "retourn", "verzend", "machtiging", "verbruik", "teller", "kilometer", "stand", "saldo", "omzet", "creditnota",
};

static const char dossier_exact[] =
	" zaak zaaknr zaaknummer zaaksnummer zaken zaaknummers zaaknrs zaakno file files fileno filenr case cases caseno casenumber akte akten az aktenzeichen aktenz aktennummer "
	"geschaftszeichen aktennr dosya sprawa sprawy spraw akta dosar expediente pratica incassozaak incassozaken vorderingsnummer dos dosnr dosno dosnummer doss dossnr incassonummer incassonr ";

static const char reference_exact[] = " kenmerk kenmerknr kenm ref refnr refno refs kenmerken kenmerknummer zeichen geschaftsnr betrkenm ourref yourref uwref uref oref onsref znak uwkenmerk onskenmerk "
				      "correspondentienummer correspondentienr briefnummer briefnr sygnatura ihrzeichen unserzeichen esas ";
static const char *const reference_begins[] = { "referent", "referenz", "referenc", "referans", "referte" };

/* "klantnummer", "bonnr": what is numbered is something else, whatever it is. These compounds are ours, or too bare to tell. */
static const char *const numbered[] = { "nummer", "nummers", "numer", "numers", "nr", "nrs", "number" };
static const char numbered_ours[] = " zaak incasso vordering vorderings schuld referentie kenmerk correspondentie uw brief case file akte ";

static const char weak_exact[] =
	" nummer nr no numero number num nummers klacht complaint beschwerde brief brieven aanmaning aanmaningen sommatie sommaties vordering vorderingen incasso betreft betr inzake onderwerp re mbt m.b.t schuld "
	"letter demand claim forderung mahnung numer kwestie incassobrief incassokosten brief: debt collection aanschrijving schrijven ";

/* Levenshtein distance with a ceiling of 3; both short. */
static int distance(const char *a, size_t na, const char *b, size_t nb)
{
	unsigned char row[FOLD_BYTES + 1];
	for (size_t j = 0; j <= nb; j++)
		row[j] = (unsigned char)j;
	for (size_t i = 1; i <= na; i++) {
		unsigned char diagonal = row[0];
		row[0] = (unsigned char)i;
		for (size_t j = 1; j <= nb; j++) {
			unsigned char up = row[j], best = diagonal + (a[i - 1] != b[j - 1]);
			if (up + 1 < best)
				best = up + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			diagonal = up;
			row[j] = best;
		}
	}
	return row[nb];
}

/* "dossier" as people type it, with or without nummer, nr, no, s behind: dosier, dosiernr, dossiernumer, dossie, dosssier. */
static bool is_dossier(const char *f)
{
	size_t n = strlen(f);
	if (n < 5 || f[0] != 'd' || n >= FOLD_BYTES)
		return strstr(f, "dossier") != NULL || strstr(f, "dosier") != NULL;
	static const char *const sounds[] = { "doss", "dosi", "dosj", "dozi", "doci", "dosz", "dosch" };	/* as it is said */
	for (size_t i = 0; i < sizeof sounds / sizeof *sounds; i++)
		if (strncmp(f, sounds[i], strlen(sounds[i])) == 0)
			return true;
	for (size_t len = 5; len <= n && len <= 9; len++) {
		const char *tail = f + len;
		if (*tail && strncmp(tail, "n", 1) != 0 && strcmp(tail, "s") != 0)
			continue;
		if (distance(f, len, "dossier", 7) <= (len >= 6 ? 2 : 1))
			return true;
	}
	return false;
}

/* A compound that ends in -nummer or -nr and is none of ours: its number is no dossier. */
static bool numbers_other(const char *flat, size_t n)
{
	for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++) {
		size_t k = strlen(numbered[i]);
		if (n < k + 3 || strcmp(flat + n - k, numbered[i]) != 0)
			continue;
		char what[FOLD_BYTES];
		memcpy(what, flat, n - k);
		what[n - k] = '\0';
		return !glyph_listed(numbered_ours, what);
	}
	return false;
}

static enum dossier_label label_of(const char *f)
{
	char flat[FOLD_BYTES];	/* "dos.nr", "o/ref": without what stands between */
	size_t n = 0;
	for (const char *p = f; *p; p++)
		if (!strchr("./-&", *p))
			flat[n++] = *p;
	flat[n] = '\0';
	if (is_dossier(f) || glyph_listed(dossier_exact, flat))
		return LABEL_DOSSIER;
	if (glyph_listed(not_exact, f) || glyph_listed(not_exact, flat))
		return LABEL_NOT;
	for (size_t i = 0; i < sizeof not_part / sizeof *not_part; i++)
		if (strncmp(f, not_part[i], strlen(not_part[i])) == 0)
			return LABEL_NOT;
	if (glyph_listed(reference_exact, flat))
		return LABEL_REFERENCE;
	for (size_t i = 0; i < sizeof reference_begins / sizeof *reference_begins; i++)
		if (strncmp(flat, reference_begins[i], strlen(reference_begins[i])) == 0)
			return LABEL_REFERENCE;
	if (numbers_other(flat, n))
		return LABEL_NOT;
	return glyph_listed(weak_exact, f) ? LABEL_WEAK : LABEL_NONE;
}

/* An organisation numbers its own papers, and says "ons"; a person's "mijn kenmerk" is mostly what we gave them. */
static bool own_word(const char *f)
{
	return glyph_listed(" ons onze our unser unsere unserem nasz naszego ", f);
}

static bool mine_word(const char *f)
{
	return own_word(f) || glyph_listed(" mijn m'n my mein meine meinem moj moja moje ", f);
}

struct walk {
	const char *s;
	size_t n, number;	/* the text; where the number begins */
	size_t words;		/* words seen that are neither fillers nor numbers */
	bool parted;		/* a dash between blanks lies between: what is before it is another thought */
	bool third;		/* somebody else is named on the way: it is their number */
	struct dossier_label_found weak;
};

/* A full stop ends a sentence when a blank and no digit follows, and the word before it is no abbreviation. */
static bool sentence_end(const char *s, size_t n, size_t p)
{
	if (s[p] == '!' || s[p] == '?')
		return p + 1 >= n || s[p + 1] == ' ' || s[p + 1] == '\n';
	if (s[p] != '.' || p + 1 >= n || !(s[p + 1] == ' ' || s[p + 1] == '\n'))
		return false;
	size_t b = p;
	while (b > 0 && glyph_wordish(s[b - 1]))
		b--;
	char f[FOLD_BYTES];
	if (p - b >= FOLD_BYTES || p - b == 0)
		return true;
	glyph_fold_text(s + b, p - b, f, sizeof f);
	if (p - b >= 2 && memcmp(f + strlen(f) - 2, "nr", 2) == 0)	/* "debiteurnr." */
		return false;
	return !glyph_listed(" nr no ref dos dossnr zaaknr dossiernr dosiernr doss kenm betr tel az nrs num mw dhr mevr resp incl excl ca fact klantnr factuurnr bijv evt d m l ", f);
}

/* The word that ends at "end" (letters, digits, and "." "/" "-" inside): its start. */
static size_t word_start(const char *s, size_t end, size_t least)
{
	size_t p = end;
	while (p > least && (glyph_wordish(s[p - 1]) || (unsigned char)s[p - 1] >= 0x80 ||
			     (strchr("./-&", s[p - 1]) && p - 1 > least && (glyph_wordish(s[p - 2]) || s[p - 1] == '&'))))
		p--;
	return p;
}

/* "uw nummer": no other number of the agency's has so bare a name. */
static bool your_number(const char *s, const char *fold, size_t at, size_t least)
{
	char f[FOLD_BYTES];
	if (!glyph_listed(" nummer nr no number ", fold))
		return false;
	while (at > least && s[at - 1] == ' ')
		at--;
	size_t start = word_start(s, at, least);
	if (at - start >= FOLD_BYTES)
		return false;
	glyph_fold_text(s + start, at - start, f, sizeof f);
	return glyph_listed(" uw jullie your ", f);
}

/* "mijn kenmerk bij u is": a number that we gave, whoever says it. */
static bool with_you(const char *s, size_t from, size_t to)
{
	static const char *const us[] = { " bij u ", " bij jullie ", " bij pro ", " with you ", " bei ihnen ", " van u ", " van jullie ", " op uw brief ", " in uw brief " };
	char f[LABEL_BACK];
	if (to <= from || to - from >= sizeof f)
		return false;
	glyph_fold_text(s + from, to - from, f, sizeof f);
	for (char *p = f; *p; p++)
		*p = *p == '\n' || *p == ':' || *p == ',' ? ' ' : *p;
	for (size_t i = 0; i < sizeof us / sizeof *us; i++)
		if (strstr(f, us[i]))
			return true;
	return false;
}

/* One word of the way back. Returns true when the walk is over. */
static bool step(struct walk *w, struct span at, size_t least, struct dossier_label_found *ret)
{
	char f[FOLD_BYTES];
	size_t len = at.end - at.at;
	if (len >= FOLD_BYTES)
		return true;
	while (len > 1 && strchr(".-/", w->s[at.at + len - 1]))
		len--;
	glyph_fold_text(w->s + at.at, len, f, sizeof f);
	if (f[strspn(f, "0123456789.-/")] == '\0')	/* another number of an enumeration, or a date */
		return false;
	enum dossier_label l = label_of(f);
	if (l == LABEL_REFERENCE || l == LABEL_DOSSIER) {
		size_t b = at.at;
		while (b > least && !glyph_wordish(w->s[b - 1]) && w->s[b - 1] != '\n' && w->s[b - 1] != '.')
			b--;
		size_t start = word_start(w->s, b, least);
		glyph_fold_text(w->s + start, b - start, f, sizeof f);
		/* "mijn dossier" and "ons dossier" are mostly the agency's as well; "ons kenmerk" is the writer's */
		char label[FOLD_BYTES];
		glyph_fold_text(w->s + at.at, len, label, sizeof label);
		bool ours = glyph_listed(" o/ref onsref onskenmerk our/ref ourref oref unserzeichen o.ref ", label);
		bool here = with_you(w->s, at.end, w->number);
		ret->writers_own = !here && l == LABEL_REFERENCE && (own_word(f) || ours);
		ret->mine = !here && (mine_word(f) || ours);
		ret->yours = here || glyph_listed(" uw jullie your je ihr ihre ihrem u ", f) || glyph_listed(" u/ref uref uwref uwkenmerk yourref ihrzeichen u.ref ", label);
		if (w->third && !ret->yours) {
			ret->label = LABEL_NOT;
			ret->at = at;
			return true;
		}
	}
	if (l == LABEL_NOT || l == LABEL_DOSSIER || l == LABEL_REFERENCE) {
		bool far = (w->parted && w->words) || w->words > (strstr(f, "nr") || strstr(f, "num") ? 4u : 2u);
		ret->label = l == LABEL_NOT && far ? LABEL_NONE : l == LABEL_REFERENCE && w->words > 2 ? LABEL_WEAK : l;
		ret->at = at;
		return true;
	}
	if (l == LABEL_WEAK && w->weak.label == LABEL_NONE && w->words <= 3)
		w->weak = (struct dossier_label_found){ .label = LABEL_WEAK, .at = at, .yours = (w->words == 0 && your_number(w->s, f, at.at, least)) || with_you(w->s, at.end, w->number) };
	w->third = w->third || (w->words <= 2 && dossier_third(f));
	if (!glyph_listed(fillers, f))
		w->words++;
	return w->words > WORDS_BACK;
}

static void look_back(const char *s, size_t n, struct span number, struct dossier_label_found *ret)
{
	struct walk w = { .s = s, .n = n, .number = number.at };
	size_t least = number.at > LABEL_BACK ? number.at - LABEL_BACK : 0, p = number.at, tail = number.end;
	while (tail < n && tail - number.end < 8 && s[tail] == ' ')
		tail++;
	bool row = tail < n && s[tail] == '|';	/* the first cell of a table's row: the line above is another row */
	while (p > least) {
		char c = s[p - 1];
		if (glyph_wordish(c) || (unsigned char)c >= 0x80) {
			size_t start = word_start(s, p, least);
			if (start == p)
				start = p - 1;
			/* "nr." and "dossiernr." keep their dot out of the word */
			if (step(&w, (struct span){ start, p }, least, ret))
				break;
			p = start;
			continue;
		}
		if (c == '-' && p >= 2 && s[p - 2] == ' ' && p < n && s[p] == ' ')
			w.parted = true;
		if (sentence_end(s, n, p - 1) || c == '|' || (c == '\n' && (row || (p >= 2 && s[p - 2] == '\n'))))
			break;
		p--;
	}
	if (ret->label == LABEL_NONE && w.weak.label != LABEL_NONE)
		*ret = w.weak;
}

/* "2604817 is mijn dossiernummer", "20031187 (klantnummer)"; a label that has a number of its own behind it is that number's. */
static void look_ahead(const char *s, size_t n, struct span number, struct dossier_label_found *ret)
{
	size_t p = number.end, limit = n - p > 60 ? p + 60 : n;
	for (int words = 0; words < 6 && p < limit;) {
		if (!glyph_wordish(s[p])) {
			if (s[p] == '\n' || s[p] == '|' || s[p] == ';' || (s[p] == ',' && words == 0) || sentence_end(s, n, p))
				return;
			p++;
			continue;
		}
		size_t start = p;
		while (p < limit && (glyph_wordish(s[p]) || (unsigned char)s[p] >= 0x80))
			p++;
		char f[FOLD_BYTES];
		if (glyph_digit(s[start]) || p - start >= FOLD_BYTES)
			return;
		glyph_fold_text(s + start, p - start, f, sizeof f);
		enum dossier_label l = label_of(f);
		if (l == LABEL_DOSSIER || l == LABEL_NOT || l == LABEL_REFERENCE) {
			size_t q = p;
			while (q < n && q < p + 12 && !glyph_digit(s[q]) && s[q] != '\n')
				q++;
			bool others = q < n && q < p + 12 && glyph_digit(s[q]);
			if (!others)
				*ret = (struct dossier_label_found){ .label = l, .at = { start, p } };
			return;
		}
		if (!glyph_listed(fillers, f))
			return;
		words++;
	}
}

/* The cell that holds p of the row [row, end): its number; bars and tabs part cells. */
static size_t cell_of(const char *s, size_t row, size_t p)
{
	size_t k = 0;
	for (; row < p; row++)
		k += s[row] == '|' || s[row] == '\t';
	return k;
}

/* Cell k of the row that begins at "row" says what its column holds, when the row has no digits. */
static bool column_label(const char *s, size_t row, size_t end, size_t k, struct dossier_label_found *ret)
{
	size_t cell = 0, p = row;
	for (size_t i = row; i < end; i++)
		if (glyph_digit(s[i]))
			return false;
	for (; p < end && cell < k; p++)
		cell += s[p] == '|' || s[p] == '\t';
	if (cell < k)
		return false;
	enum dossier_label best = LABEL_NONE;
	while (p < end && s[p] != '|' && s[p] != '\t') {
		size_t start = p;
		while (p < end && (glyph_wordish(s[p]) || (unsigned char)s[p] >= 0x80 || strchr(".-/", s[p])))
			p++;
		char f[FOLD_BYTES];
		if (p > start && p - start < sizeof f) {
			glyph_fold_text(s + start, p - start, f, sizeof f);
			enum dossier_label l = label_of(f);
			if (l == LABEL_NOT || l > best)
				ret->at = (struct span){ start, p };
			best = l == LABEL_NOT || best == LABEL_NOT ? LABEL_NOT : l > best ? l : best;
			ret->yours = ret->yours || glyph_listed(" uw your jullie ", f);
		}
		p += p == start;
	}
	ret->label = best;
	return true;
}

/* A number in a table: the head of its column is its label. Only rows right above count, TABLE_BACK bytes at most. */
static void look_up(const char *s, size_t n, struct span number, struct dossier_label_found *ret)
{
	size_t least = number.at > TABLE_BACK ? number.at - TABLE_BACK : 0, row = number.at, end = number.end;
	while (row > least && s[row - 1] != '\n')
		row--;
	while (end < n && end - number.end < LABEL_BACK && s[end] != '\n')
		end++;
	size_t k = cell_of(s, row, number.at);
	if (k == 0 && cell_of(s, number.end, end) == 0)
		return;
	while (row > least + 1) {
		size_t above = row - 1;
		while (above > least && s[above - 1] != '\n')
			above--;
		if (above + 1 < row && cell_of(s, above, row - 1) == 0)	/* a blank line parts no table, a sentence does */
			return;
		struct dossier_label_found head = { .label = LABEL_NONE };
		if (above + 1 < row && column_label(s, above, row - 1, k, &head)) {
			if (head.label != LABEL_NONE)
				*ret = head;
			return;
		}
		row = above;
	}
}

/* What others keep is none of ours, however it is called; who may be another makes it doubtful. */
static void ask_owner(const char *s, size_t n, struct span number, struct dossier_label_found *ret)
{
	if (ret->label == LABEL_NOT)
		return;
	bool said = ret->label != LABEL_NONE;
	enum dossier_owner o = dossier_owner(s, n, number, said ? ret->at : (struct span){ 0, 0 }, ret->label == LABEL_REFERENCE);
	ret->doubtful = o == OWNER_MAYBE_OTHER && !ret->yours;
	if ((o == OWNER_OTHER && !ret->yours) || dossier_counted(s, n, number.end, ret->label >= LABEL_REFERENCE))
		ret->label = LABEL_NOT;
}

void dossier_label_find(const char *s, size_t n, struct span number, struct dossier_label_found *ret)
{
	*ret = (struct dossier_label_found){ .label = LABEL_NONE };
	look_back(s, n, number, ret);
	if (ret->label == LABEL_NONE || ret->label == LABEL_WEAK) {
		struct dossier_label_found ahead = { .label = LABEL_NONE };
		look_ahead(s, n, number, &ahead);
		if (ahead.label != LABEL_NONE)
			*ret = ahead;
		else
			look_up(s, n, number, ret);
	}
	ask_owner(s, n, number, ret);
}
