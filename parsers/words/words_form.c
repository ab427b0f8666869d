/* Labels: a web form's mail ("Naam: ...", or the label on a line of its own with the value below), and labels that people type by hand.
 *
 * Three or more labels of different kinds make a form: then the description field alone is the sender's own text. Fewer are just lines with a label,
 * and everything else stays as it was.
 */
#include <string.h>

#include "parsers/words/words_sheet.h"

/* The whole label, folded. LABEL_OURS: fields that a form's program adds, no sign of a form by themselves. */
static const struct phrase LABELS[] = {
	{ "(uw |je |volledige |voor en achter|voor|achter|bedrijfs|familie|roep|)naam", LABEL_FIELD, 1 },
	{ "naam (klant|debiteur|indiener|klager|afzender|beller|melder|organisatie|bedrijf)", LABEL_FIELD, 1 }, { "(beller|melder|klager|debiteur|caller)", LABEL_FIELD, 1 },
	{ "naam en (voorletters|voornaam|adres)", LABEL_FIELD, 1 }, { "voorletter*", LABEL_FIELD, 1 },
	{ "tussenvoegsel*", LABEL_FIELD, 1 }, { "aanhef", LABEL_FIELD, 1 },
	{ "(dhr|mw|de heer mevrouw|geslacht)", LABEL_FIELD, 1 }, { "(uw |)adres*", LABEL_FIELD, 1 },
	{ "straat*", LABEL_FIELD, 1 }, { "straat en (huisnummer|nummer)", LABEL_FIELD, 1 },
	{ "(huisnummer*|huisnr)", LABEL_FIELD, 1 }, { "postcode*", LABEL_FIELD, 1 },
	{ "postcode (en |)(plaats|woonplaats)", LABEL_FIELD, 1 }, { "woonplaats", LABEL_FIELD, 1 },
	{ "(plaats|stad|land|provincie|toevoeging)", LABEL_FIELD, 1 },
	{ "(uw |)(telefoon*|tel|mobiel*|gsm|phone*|mobile*)", LABEL_FIELD, 1 },
	{ "telefoon* (overdag|mobiel|nummer|vast|werk)", LABEL_FIELD, 1 },
	{ "tel (overdag|mobiel|nummer|vast|werk|thuis|nr)", LABEL_FIELD, 1 }, { "(klantnummer|klantnr|polisnummer|polisnr|factuurnr|ordernr|bestelnummer)%", LABEL_FIELD, 1 },
	{ "telefoonnummer waarop ~ bereikbaar (bent|)", LABEL_FIELD, 1 },
	{ "mobiel (nummer|telefoonnummer)", LABEL_FIELD, 1 },
	{ "(phone|mobile|telephone) (number|)", LABEL_FIELD, 1 },
	{ "daytime (phone|telephone|tel)*", LABEL_FIELD, 1 }, { "daytime (phone|telephone) number", LABEL_FIELD, 1 },
	{ "(uw |je |)(e mail*|email*|mailadres|mail)", LABEL_FIELD, 1 },
	{ "(uw |je |)(e mail|email) (adres|address)", LABEL_FIELD, 1 },
	{ "(uw |)(dossier*|zaaknummer|zaak|zaaknr|kenmerk|referentie*)", LABEL_FIELD, 1 },
	{ "(dossier|zaak) (nummer|nr|no)", LABEL_FIELD, 1 },
	{ "(ons|uw|onze) (kenmerk|referentie|dossiernummer)", LABEL_FIELD, 1 },
	{ "dossiernummer indien bekend", LABEL_FIELD, 1 }, { "(nummer|nr|kenmerk) van (het|uw|je|de) (dossier|zaak|brief)", LABEL_FIELD, 1 },
	{ "(kenmerk|referentie*|zaaknummer|uw kenmerk|ons kenmerk|dossier) (of |en |)(dossiernummer|dossier|zaaknummer|kenmerk)", LABEL_FIELD, 1 },
	{ "dossiernummer (of |en |)(kenmerk|referentie*|zaaknummer)", LABEL_FIELD, 1 },
	{ "(klant|debiteur|factuur|contract|klacht)(nummer|nr)", LABEL_FIELD, 1 }, { "factuur", LABEL_FIELD, 1 },
	{ "(geboortedatum|opdrachtgever|schuldeiser|iban|rekeningnummer|bsn)", LABEL_FIELD, 1 },
	{ "(onderwerp|betreft|datum|date|subject|betreff|van|aan|from|to|cc)", LABEL_OURS, 1 },
	{ "(your |full |first |last |sur|)name", LABEL_FIELD, 1 },
	{ "(your |home |postal |street |)address", LABEL_FIELD, 1 },
	{ "(postal code|postcode|zip|zip code|city|town|country)", LABEL_FIELD, 1 },
	{ "(file|case|reference|dossier|account) (number|no|nr)", LABEL_FIELD, 1 },
	{ "(your |our |)reference", LABEL_FIELD, 1 },
	{ "(name|vorname|nachname|anschrift|strasse|plz|ort|telefon*|aktenzeichen|"
	  "geschaftszeichen)", LABEL_FIELD, 1 },
	{ "plz ort", LABEL_FIELD, 1 },
	{ "(imie|nazwisko|imie i nazwisko|adres|telefon|numer sprawy)", LABEL_FIELD, 1 },
	{ "(ad soyad|adi soyadi|telefon|dosya no|dosya numarasi)", LABEL_FIELD, 1 },
	{ "(ik schrijf namens|namens|namens wie|ik dien deze klacht in namens|indienen namens)", LABEL_FIELD, 1 },
	{ "(ip adres|ip address|ip|browser|remote ip|user agent|pagina|page url|url|bron|source url|ingezonden op|verzonden op|"
	  "submitted|form id|formulier|tijd|time)", LABEL_OURS, 1 },
	{ "(soort|type) (klacht|melding|bericht|contact|vraag|reactie)", LABEL_OURS, 1 },
	{ "(categorie|voorkeur*|akkoord*|toestemming*|privacy*|bijlage*|upload*|bestand*|captcha)", LABEL_OURS, 1 },
	{ "(privacyverklaring|voorwaarden)%", LABEL_OURS, 1 }, { "(ik ga |)akkoord%", LABEL_OURS, 1 },
	{ "(bereikbaar*|beste tijd*)%", LABEL_OURS, 1 },
	{ "(omschrijving*|beschrijving*|toelichting*|klachtomschrijving)", LABEL_DESCRIPTION, 1 },
	{ "(omschrijving|beschrijving|toelichting) (van |op |)(de |uw |je |mijn |)(klacht|klachten|situatie|probleem|"
	  "melding)", LABEL_DESCRIPTION, 1 },
	{ "(korte|uitgebreide|nadere) (omschrijving|beschrijving|toelichting)", LABEL_DESCRIPTION, 1 }, { "inhoud (van |)(uw |je |de |)(klacht|bericht)", LABEL_DESCRIPTION, 1 },
	{ "(beschrijf|omschrijf|schrijf) (hier |hieronder |kort |zo duidelijk mogelijk |)(uw|je|jouw|de) (klacht|probleem|situatie|verhaal)", LABEL_DESCRIPTION, 1 },
	{ "(beschrijf|omschrijf|vertel) ~ wat er (is gebeurd|gebeurd is|gebeurde|misging|is misgegaan|mis is gegaan)", LABEL_DESCRIPTION, 1 }, { "licht (uw|je) klacht toe", LABEL_DESCRIPTION, 1 },
	{ "(describe|tell us about) (your|the) (complaint|problem|situation)", LABEL_DESCRIPTION, 1 }, { "(please |)(describe|tell us) what (happened|went wrong)", LABEL_DESCRIPTION, 1 },
	{ "beschreiben sie (ihre beschwerde|ihr anliegen|das problem)", LABEL_DESCRIPTION, 1 },
	{ "(uw |je |mijn |de |)(klacht|klachten|klachtomschrijving|klachtbeschrijving|klachttekst|klachtinhoud|klachtdetails)", LABEL_DESCRIPTION, 1 },
	{ "(uw |je |)(bericht|boodschap|verhaal|melding|reactie|opmerking*)", LABEL_DESCRIPTION, 1 },
	{ "(uw |je |)vraag (of opmerking|of klacht|)", LABEL_DESCRIPTION, 1 },
	{ "(vraag|opmerking|vragen|opmerkingen)", LABEL_DESCRIPTION, 1 },
	{ "(vraag|vragen) (of|en) opmerking*", LABEL_DESCRIPTION, 1 },
	{ "(waar|waarover) gaat (uw|je) klacht%", LABEL_DESCRIPTION, 1 },
	{ "(wat|hoe) is er (gebeurd|misgegaan)", LABEL_DESCRIPTION, 1 },
	{ "(wat is|wat zijn) (uw|je) klacht*", LABEL_DESCRIPTION, 1 },
	{ "(your |)(message*|comment*|complaint*)", LABEL_DESCRIPTION, 1 }, { "message body", LABEL_DESCRIPTION, 1 },
	{ "(description*|details|what happened)", LABEL_DESCRIPTION, 1 },
	{ "description of ~ complaint", LABEL_DESCRIPTION, 1 }, { "nature of ~ complaint", LABEL_DESCRIPTION, 1 },
	{ "(nachricht|beschreibung|beschwerde|ihre nachricht|ihre beschwerde)", LABEL_DESCRIPTION, 1 },
	{ "(tresc|opis|opis skargi|wiadomosc|mesaj|mesajiniz|aciklama|sikayet*)", LABEL_DESCRIPTION, 1 },
	{ "(gewenste|gewenst|uw|mijn|voorgestelde) (oplossing|resultaat|uitkomst)", LABEL_RESOLUTION, 1 },
	{ "(oplossing|wens|verzoek|voorstel|wensen|gevraagd|verzocht|gewenst|mijn eis*|mijn wens*|mijn verzoek)", LABEL_RESOLUTION, 1 },
	{ "(wil|wenst|verlangt|eist)", LABEL_RESOLUTION, 1 }, { "(gewenste|gevraagde) (actie|acties|afhandeling|vervolgactie|stap)", LABEL_RESOLUTION, 1 },
	{ "wat is ~ gewenste oplossing", LABEL_RESOLUTION, 1 }, { "uw gewenste oplossing", LABEL_RESOLUTION, 1 },
	{ "gewenste oplossing van %", LABEL_RESOLUTION, 1 }, { "welke oplossing%", LABEL_RESOLUTION, 1 },
	{ "hoe (wilt|wil|kunnen) ~ (oplossen|opgelost|oplosten)", LABEL_RESOLUTION, 1 },
	{ "hoe (wilt u|wil je|kunnen wij|kunnen we|lossen wij|lossen we|maken wij|maken we|kan dit|zou u dit) %", LABEL_RESOLUTION, 1 },
	{ "wat (wilt|wil|verwacht|verlangt|zou|is|kunnen) (u|je|wij|we|uw) %", LABEL_RESOLUTION, 1 },
	{ "wat (wilt|wil|verwacht|verlangt) (u|je)", LABEL_RESOLUTION, 1 },
	{ "wat moet er ~ (gebeuren|gedaan)", LABEL_RESOLUTION, 1 }, { "wat wil ik", LABEL_RESOLUTION, 1 },
	{ "(desired|preferred|requested|wanted) (resolution|solution|outcome|result)", LABEL_RESOLUTION, 1 },
	{ "what (would|do) you (like|want|expect) %", LABEL_RESOLUTION, 1 },
	{ "(resolution|solution|remedy|remedy sought)", LABEL_RESOLUTION, 1 },
	{ "(gewunschte|erwunschte) losung", LABEL_RESOLUTION, 1 },
	{ "(oczekiwane rozwiazanie|istenen cozum|talep|talebim)", LABEL_RESOLUTION, 1 },
};
static struct phrase_set labels PHRASE_LISTED = PHRASE_SET(LABELS);

/* "[tel_overdag] => 0235514470": a program's own names. Their kind, LABEL_OURS where the name says nothing, 0 where the line is none. */
static int label_kind(const char *s, size_t n);
static int bracket_kind(const struct line *l, size_t *ret_value)
{
	const char *close = l->n > 4 && l->s[0] == '[' ? memchr(l->s, ']', l->n < 60 ? l->n : 60) : NULL;
	if (!close)
		return 0;
	size_t end = (size_t)(close - l->s), p = end + 1;
	while (p < l->n && l->s[p] == ' ')
		p++;
	if (p >= l->n || (l->s[p] != '=' && l->s[p] != '-' && l->s[p] != ':'))
		return 0;
	while (p < l->n && strchr("=->: ", l->s[p]))
		p++;
	*ret_value = p;
	int kind = label_kind(l->s + 1, end - 1);
	return kind ? kind : LABEL_OURS;
}

/* The kind of a whole text that is a label ("Naam", "Dossiernummer *", "2. Uw klacht"), or 0. */
static int label_kind(const char *s, size_t n)
{
	char folded[160];
	struct phrase_hit hits[8];
	if (n == 0 || n > 70)
		return 0;
	size_t digits = 0;	/* "2. Uw klacht"; but "2041 CC" is a postcode */
	while (digits < n && s[digits] >= '0' && s[digits] <= '9')
		digits++;
	if (digits && (digits == n || !strchr(".)-", s[digits])))
		return 0;
	while (n && strchr("0123456789.)-*# \t\"'", *s)) {
		s++;
		n--;
	}
	while (n && strchr("*:?# \t\"'", s[n - 1]))
		n--;
	if (!phrases_may_start(&labels, s, n))
		return 0;
	struct folded f = { folded, NULL, fold_into(s, n, folded, NULL) };
	if (f.n < 2)
		return 0;
	size_t found = phrases_find(&labels, &f, 0, 1, hits, 8);
	for (size_t i = 0; i < found; i++)
		if (hits[i].end == f.n)
			return LABELS[hits[i].phrase].group;
	return 0;
}

/* "Label: value", "Label\tvalue", or the bare label. *ret_value: where the value starts, l->n when there is none on this line. */
static int label_of(const struct line *l, bool bare, size_t *ret_value)
{
	static const bool ENDS[256] = { [':'] = true, ['\t'] = true, ['|'] = true, ['?'] = true, ['='] = true, ['-'] = true };
	int bracket = bracket_kind(l, ret_value);
	if (bracket)
		return bracket;
	for (size_t i = 1, end = l->n < 71 ? l->n : 71; i < end; i++) {
		/* most lines are sentences: no branch for each of their blanks */
		while (i + 1 < end && !(ENDS[(unsigned char)l->s[i]] | ((l->s[i] == ' ') & (l->s[i + 1] == ' '))))
			i++;
		if (l->s[i] == ' ' && i + 1 < l->n && l->s[i + 1] == ' ') {	/* two columns */
			size_t value = i + strspn(l->s + i, " ");
			int kind = value < l->n ? label_kind(l->s, i) : 0;
			while (value < l->n && strchr(" \t:", l->s[value]))	/* "oplossing     :" */
				value++;
			*ret_value = value;
			if (kind)
				return kind;
			i = value - 1;
			continue;
		}
		if (!ENDS[(unsigned char)l->s[i]])
			continue;
		bool arrow = l->s[i] == '=' || l->s[i] == '-';
		if (arrow && (i + 1 == l->n || l->s[i + 1] != '>'))
			continue;
		int kind = label_kind(l->s, i);
		size_t value = i + 1 + arrow;
		while (value < l->n && strchr(" \t:|*", l->s[value]))
			value++;
		if (kind && (l->s[i] != '?' || bare)) {
			*ret_value = value;
			return kind;
		}
		if (l->s[i] == ':')
			break;
	}
	*ret_value = l->n;
	return bare ? label_kind(l->s, l->n) : 0;
}

/* A line of its own that cannot be a value: "--" and everything below it, where a form's program speaks. */
static bool delimiter(const struct line *l)
{
	size_t dashes = 0;
	while (dashes < l->n && (l->s[dashes] == '-' || l->s[dashes] == '_' || l->s[dashes] == '='))
		dashes++;
	return dashes >= 2 && dashes == l->n;
}

/* Counts the labels with a colon (or tab) and bare ones; a form is three fields, or a description label and two. */
static bool is_form(const struct sheet *s)
{
	size_t n_fields = 0, n_text = 0, n_bare = 0;
	for (size_t i = 0; i < s->n; i++) {
		size_t value;
		if (!sheet_own_line(s, i))
			continue;
		int kind = label_of(&s->line[i], false, &value);
		if (kind == 0 && label_of(&s->line[i], true, &value))
			n_bare++;
		n_fields += kind == LABEL_FIELD;
		n_text += kind == LABEL_DESCRIPTION || kind == LABEL_RESOLUTION;
	}
	return n_fields >= 3 ? n_text + n_bare > 0 : (n_fields + n_text + n_bare >= 4 || (n_fields >= 2 && n_text >= 1));
}

struct filler {
	int field;		/* the label whose value is being read; 0: none yet */
	size_t label;		/* its line */
	size_t column;		/* where its value starts on it, behind two blanks or more; else 0 */
	bool filled;		/* it has a line */
	char *wanted;
	size_t wanted_n;
};

static void add_wanted(struct filler *f, const char *s, size_t n)
{
	if (f->wanted_n)
		f->wanted[f->wanted_n++] = '\n';
	memcpy(f->wanted + f->wanted_n, s, n);
	f->wanted_n += n;
	f->wanted[f->wanted_n] = 0;
}

/* A label on a line of its own and the value below it become one line, as most forms write them. */
static bool join_value(struct sheet *s, size_t label, size_t i)
{
	struct line *l = &s->line[label], *v = &s->line[i];
	size_t n = l->n;
	while (n && strchr(":? \t*", l->s[n - 1]))
		n--;
	char *joined = n ? arena_printf(s->arena, "%.*s: %.*s", (int)n, l->s, (int)(v->n < 1000 ? v->n : 1000), v->s) : NULL;
	if (!joined)
		return false;
	l->s = joined;
	l->n = strlen(joined);
	v->n = 0;
	v->role = ROLE_BLANK;
	s->fold[i].fixed = true;
	return true;
}

/* The line's text goes to the field being read. */
static void give_value(struct sheet *s, struct filler *f, size_t i)
{
	struct line *l = &s->line[i];
	if (f->field == LABEL_DESCRIPTION) {
		l->role = ROLE_OWN;
		s->fold[i].fixed = s->form;
	} else if (f->field == LABEL_RESOLUTION) {
		l->role = ROLE_FORM_LABEL;
		s->fold[i].fixed = true;
		add_wanted(f, l->s, l->n);
	} else if (s->form && f->field) {
		if (!f->filled && join_value(s, f->label, i)) {
			f->filled = true;
			return;
		}
		if (f->filled && fold_words(s->fold[i].s) > 12) {	/* no field's value is this long: text without its label */
			l->role = ROLE_OWN;
		} else {
			l->role = ROLE_FORM_LABEL;
		}
		s->fold[i].fixed = true;
	}
	f->filled = true;
}

static size_t column_of(const struct sheet *s, size_t i, size_t value)
{
	const struct line *l = &s->line[i];
	return value >= 2 && value < l->n && l->s[value - 1] == ' ' && l->s[value - 2] == ' ' ? value + s->fold[i].indent : 0;
}

/* In two columns a short line at the left edge, with nothing in the right one, is the rest of the label: "Wat wilt u dat wij   ..." / "doen?". */
static bool rest_of_label(const struct sheet *s, const struct filler *f, size_t i)
{
	const struct line *l = &s->line[i];
	return f->column && f->filled && s->fold[i].indent < 4 && l->n < f->column && i > 0 && s->line[i - 1].n > 0;
}

/* A label's line: the value on it, if any, becomes the line. */
static void take_label(struct sheet *s, struct filler *f, size_t i, int kind, size_t value)
{
	struct line *l = &s->line[i];
	*f = (struct filler){ .field = kind, .label = i, .wanted = f->wanted, .wanted_n = f->wanted_n };
	l->role = ROLE_FORM_LABEL;
	s->fold[i].fixed = true;
	if (kind == LABEL_DESCRIPTION)
		s->own_labelled = true;
	if (value >= l->n)
		return;
	f->filled = true;
	if (kind == LABEL_RESOLUTION) {
		add_wanted(f, l->s + value, l->n - value);
	} else if (kind == LABEL_DESCRIPTION) {
		l->s += value;
		l->n -= value;
		l->role = ROLE_OWN;
		s->fold[i].fixed = s->form;
	}
}

/* "Straat en nummer *    Havenkade 5": one column becomes "Straat en nummer: Havenkade 5". *value: where the value stands then. */
static bool plain_column(struct sheet *s, size_t i, size_t *value)
{
	struct line *l = &s->line[i];
	size_t name = *value;
	while (name && strchr(" *:?\t", l->s[name - 1]))
		name--;
	char *plain = arena_printf(s->arena, "%.*s: %.*s", (int)name, l->s, (int)(l->n - *value < 2000 ? l->n - *value : 2000), l->s + *value);
	if (!plain)
		return false;
	l->s = plain;
	l->n = strlen(plain);
	*value = name + 2;
	return true;
}

/* A program's own names become labels as people write them: "[tel_overdag] => 0235514470" is "tel overdag: 0235514470". */
static bool plain_label(struct sheet *s, size_t i, size_t *value)
{
	struct line *l = &s->line[i];
	const char *close = l->s[0] == '[' ? memchr(l->s, ']', l->n) : NULL;
	if (!close)
		return true;
	int name = (int)(close - l->s) - 1, rest = (int)(l->n - *value < 2000 ? l->n - *value : 2000);
	char *plain = arena_printf(s->arena, "%.*s: %.*s", name, l->s + 1, rest, l->s + *value);
	if (!plain)
		return false;
	for (char *p = plain; p < plain + name; p++)
		*p = *p == '_' ? ' ' : *p;
	if (rest == (int)(l->n - *value)) {	/* a longer value keeps its line */
		l->s = plain;
		l->n = strlen(plain);
		*value = (size_t)name + 2;
		while (l->n > *value + 0 && l->s[l->n - 1] == ' ')
			l->n--;
	}
	return true;
}

/* "Your reference: 26 34 551. Please put this on hold": behind the value the sender goes on, so the line is text. */
static bool goes_on(const struct line *l, size_t value)
{
	for (size_t i = value; i + 1 < l->n; i++)
		if (l->s[i] == '.' && l->s[i + 1] == ' ') {
			size_t words = 0;
			for (size_t k = i + 1; k < l->n; k++)
				words += l->s[k] == ' ' && k + 1 < l->n && ((l->s[k + 1] | 32) >= 'a' && (l->s[k + 1] | 32) <= 'z');
			if (words >= 4)
				return true;
		}
	return false;
}

/* Below a form's last field its program speaks: "Verzonden op 05-08-2026 vanaf https://..." */
static bool form_foot(const struct sheet *s, size_t i)
{
	static const struct phrase FEET[] = {
		{ "(verzonden|verstuurd|ingezonden|ingevuld|ontvangen|submitted|sent) (op|om|via|vanaf|on|at|from) %", 1, 1 },
		{ "(dit|deze) (bericht|formulier|e mail|mail|inzending|reactie) (is|werd|wordt) %", 1, 1 },
		{ "(je|u) (krijgt|ontvangt) (deze|dit) (mail|e mail|email|bericht|melding) %", 1, 1 }, { "(powered by|created with|gemaakt met|aangeboden door|google forms|you are receiving this|you received this) %", 1, 1 },
		{ "this (email|form|message|submission|response|notification) (was|is|has) %", 1, 1 }, { "(bekijk|beheer|view|see|manage) (alle |deze |dit |de |all |this |the |your |je |uw |)(antwoord*|inzending*|respons*|resultaten|submission*|entr*|formulier*|form*|notification*|meldingen) %", 1, 1 },
	};
	static struct phrase_set feet PHRASE_LISTED = PHRASE_SET(FEET);
	struct folded f = { s->fold[i].s, NULL, s->fold[i].n };
	struct phrase_hit hit;
	return i > 0 && s->line[i - 1].n == 0 && f.n && phrases_at(&feet, &f, 0, &hit) && fold_words(f.s) <= 24;
}

/* By hand, a label's value ends at a blank line; a field's at the end of its line. */
static void end_typed(const struct sheet *s, struct filler *f, size_t i)
{
	if (!s->form && (f->field == LABEL_FIELD || f->field == LABEL_OURS || (s->line[i].n == 0 && f->filled)))
		f->field = 0;
}

/* A question of a form that asks in sentences becomes the label that says the same. */
static int take_question(struct sheet *s, size_t i, bool interview)
{
	const char *name;
	int kind = interview ? interview_kind(s, i, &name) : 0;
	if (kind && name) {
		s->line[i].s = name;
		s->line[i].n = strlen(name);
	}
	return kind;
}

static void set_label(struct sheet *s, size_t i)
{
	s->line[i].role = ROLE_FORM_LABEL;
	s->fold[i].fixed = true;
}

/* One line of the sender's: a label, or what belongs to the field being read. */
static bool form_line(struct sheet *s, struct filler *f, size_t i, bool interview)
{
	size_t value = s->line[i].n;
	if (s->form && (delimiter(&s->line[i]) || (f->field && f->filled && form_foot(s, i))))
		f->field = 0;
	if (f->field == LABEL_RESOLUTION && f->filled && sheet_closing(s, i))	/* who typed the labels himself signs below the last one */
		f->field = 0;
	int kind = take_question(s, i, interview);
	if (kind)
		value = s->line[i].n;
	else
		kind = label_of(&s->line[i], s->form, &value);
	bool hand = !s->form && (kind == LABEL_FIELD || kind == LABEL_OURS);
	if (hand && goes_on(&s->line[i], value))
		return true;
	if (kind && s->form && !plain_label(s, i, &value))
		return false;
	/* inside a description only a line that is plainly a label ends it: one with a colon or a known question */
	if (kind && !(f->field == LABEL_DESCRIPTION && value < s->line[i].n && !s->form)) {
		size_t column = column_of(s, i, value);
		if (column && s->form && (kind == LABEL_FIELD || kind == LABEL_OURS) && !plain_column(s, i, &value))
			return false;
		take_label(s, f, i, kind, value);
		f->column = column;
	}
	else if (f->field && s->form && rest_of_label(s, f, i))
		set_label(s, i);
	else if (f->field)
		give_value(s, f, i);
	return true;
}

int form_pass(struct sheet *s)
{
	struct filler f = { 0 };
	size_t bytes = 1;
	for (size_t i = 0; i < s->n; i++)
		bytes += s->line[i].n + 1;
	bool interview = interview_is(s);
	s->form = interview || is_form(s);
	f.wanted = arena_alloc(s->arena, bytes);
	if (!f.wanted)
		return PARSE_NOMEM;
	for (size_t i = 0; i < s->n; i++) {
		end_typed(s, &f, i);
		if (sheet_own_line(s, i) && !form_line(s, &f, i, interview))
			return PARSE_NOMEM;
	}
	s->wanted = f.wanted_n ? f.wanted : NULL;
	return PARSE_OK;
}
