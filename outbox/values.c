#include "outbox/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "outbox/address.h"
#include "outbox/mime.h"

#define DOSSIERS_SHOWN 10
#define DOSSIER_BYTES 32

static const char *const NAMES[VALUES] = {
	[VALUE_ORGANISATION] = "organisation", [VALUE_NUMBER] = "number", [VALUE_SALUTATION] = "salutation",
	[VALUE_AGENCY_EMAIL] = "agency-email", [VALUE_NAME] = "name", [VALUE_RECEIVED] = "received",
	[VALUE_ANSWER_DUE] = "answer-due", [VALUE_PHONE] = "phone", [VALUE_DOSSIERS] = "dossiers",
	[VALUE_AGENCY_PHONE] = "agency-phone", [VALUE_OFFICE_HOURS] = "office-hours",
	[VALUE_POSTAL_ADDRESS] = "postal-address", [VALUE_DISPUTE_BODY] = "dispute-body",
	[VALUE_ONE_DOSSIER] = "one-dossier", [VALUE_UNREADABLE] = "unreadable", [VALUE_FROM_LETTER] = "from-letter",
	[VALUE_FROM_TELEPHONE] = "from-telephone", [VALUE_BY_MAIL] = "by-mail", [VALUE_BY_POST] = "by-post",
	[VALUE_MISSING] = "missing", [VALUE_MISSING_NAME] = "missing-name", [VALUE_MISSING_ADDRESS] = "missing-address",
	[VALUE_MISSING_PHONE] = "missing-phone", [VALUE_MISSING_DOSSIER] = "missing-dossier",
	[VALUE_MISSING_DESCRIPTION] = "missing-description", [VALUE_MISSING_RESOLUTION] = "missing-resolution",
};

const char *value_name(enum value v)
{
	return (unsigned)v < VALUES ? NAMES[v] : "unknown";
}

int value_from(const char *name, size_t n, enum value *ret)
{
	for (unsigned v = 0; v < VALUES; v++) {
		if (strlen(NAMES[v]) == n && memcmp(NAMES[v], name, n) == 0) {
			*ret = (enum value)v;
			return 1;
		}
	}
	return 0;
}

void values_free(struct values *v)
{
	for (unsigned i = 0; i < VALUES; i++)
		free(v->text[i]);
	*v = (struct values){ 0 };
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Exactly n digits; -1 when there is another character among them. */
static int number_at(const char *s, size_t n)
{
	int value = 0;
	for (size_t i = 0; i < n; i++) {
		if (!digit(s[i]))
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value;
}

/* Our own names of days and months: a locale may not be installed, and the letter's language is the reader's, not the machine's. */
static const char *const DAYS[2][7] = {
	{ "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" },
	{ "zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag" },
};
static const char *const MONTHS[2][12] = {
	{ "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
	  "December" },
	{ "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
	  "december" },
};

char *date_words(const char *rfc3339, bool dutch)
{
	if (!rfc3339 || strlen(rfc3339) < 10 || rfc3339[4] != '-' || rfc3339[7] != '-')
		return NULL;
	int year = number_at(rfc3339, 4), month = number_at(rfc3339 + 5, 2), day = number_at(rfc3339 + 8, 2);
	if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31)
		return NULL;
	/* the weekday by counting March as the first month (Sakamoto) */
	static const int shift[12] = { 0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4 };
	int y = month < 3 ? year - 1 : year;
	int weekday = (y + y / 4 - y / 100 + y / 400 + shift[month - 1] + day) % 7;
	char *ret = NULL;
	return asprintf(&ret, "%s %d %s %d", DAYS[dutch][weekday], day, MONTHS[dutch][month - 1], year) < 0 ? NULL : ret;
}

/* Dutch area codes of three digits (numbering plan, geographic numbers); all others have four. */
static bool short_area(const char *national)
{
	static const char codes[] = "010 013 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 "
				    "070 071 072 073 074 075 076 077 078 079 ";
	char code[5] = { national[0], national[1], national[2], ' ', 0 };
	return strstr(codes, code) != NULL;
}

char *phone_words(const char *e164, bool dutch)
{
	size_t n = e164 ? strlen(e164) : 0;
	if (n < 8 || n > 16 || e164[0] != '+' || strspn(e164 + 1, "0123456789") != n - 1)
		return NULL;
	if (strncmp(e164, "+31", 3) != 0 || n != 12)
		return strdup(e164);
	char d[16], *ret = NULL;
	int w;
	(void)snprintf(d, sizeof d, "0%s", e164 + 3);	/* ten digits: fits */
	if (!dutch)
		return asprintf(&ret, "+31 %s", d + 1) < 0 ? NULL : ret;
	if (d[1] == '6')
		w = asprintf(&ret, "%.2s %.2s %.2s %.2s %.2s", d, d + 2, d + 4, d + 6, d + 8);
	else if (short_area(d))
		w = asprintf(&ret, "%.3s %.3s %.2s %.2s", d, d + 3, d + 6, d + 8);
	else
		w = asprintf(&ret, "%.4s %.2s %.2s %.2s", d, d + 4, d + 6, d + 8);
	return w < 0 ? NULL : ret;
}

char *hours_words(const char *hours, bool dutch)
{
	if (!hours || !*hours)
		return NULL;
	char *ret = NULL;
	int w;
	int h1 = -1, m1 = -1, h2 = -1, m2 = -1;
	if (strlen(hours) == 11 && hours[2] == ':' && hours[5] == '-' && hours[8] == ':') {
		h1 = number_at(hours, 2), m1 = number_at(hours + 3, 2);
		h2 = number_at(hours + 6, 2), m2 = number_at(hours + 9, 2);
	}
	if (h1 < 0 || m1 < 0 || h2 < 0 || m2 < 0)
		w = asprintf(&ret, "(%s)", hours);
	else if (dutch)
		w = asprintf(&ret, "van %d.%02d tot %d.%02d uur", h1, m1, h2, m2);
	else
		w = asprintf(&ret, "from %d:%02d to %d:%02d", h1, m1, h2, m2);
	return w < 0 ? NULL : ret;
}

/* ---- names ---- */

/* Characters that a name may hold. Beyond ASCII every letter is welcome: what is invisible, a direction or a picture was taken out before. */
static bool name_char(uint32_t c)
{
	if ((c >= 0x3001 && c <= 0x303f) || (c >= 0xff01 && c <= 0xff20))	/* wide punctuation: some programs take it for the narrow */
		return false;
	return c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c && c < 0x80 && strchr(" .,'-&()0123456789", (int)c));
}

/* Endings of short links, which mail programs underline wherever they see them. */
static bool link_ending(const char *s, size_t n)
{
	static const char *const endings[] = { "com", "net", "org", "info", "biz", "nl", "be", "de", "eu", "co", "io", "ly", "me", "to", "gg", "ru", "xyz", "top", "app" };
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (strlen(endings[i]) == n && strncasecmp(endings[i], s, n) == 0)
			return true;
	return false;
}

/* "evil.com", "www.evil.nl", "t.co". Initials ("J.P. de Vries", "J.de Vries", "B.V.") are not. */
static bool looks_like_link(const char *s)
{
	size_t before = 0;
	bool capital = false;
	for (; *s; s++) {
		if (*s == '.') {
			size_t after = strcspn(s + 1, " .,'&()");
			if ((before >= 3 && after >= 2) || (before && !capital && link_ending(s + 1, after)))
				return true;
			before = 0;
		} else {
			before = *s == ' ' ? 0 : before + 1;
			capital = *s >= 'A' && *s <= 'Z';
		}
	}
	return false;
}

char *name_clean(const char *name)
{
	char *clean = name ? text_clean(name) : NULL;
	if (!clean)
		return NULL;
	size_t chars = 0, words = 1, digits = 0, letters = 0;
	bool ok = true;
	for (const char *p = clean; *p;) {
		uint32_t c = utf8_next(&p);
		chars++;
		words += c == ' ';
		digits += c >= '0' && c <= '9';
		letters += c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
		ok = ok && name_char(c);
	}
	if (ok && letters >= 2 && chars <= 70 && words <= 8 && digits <= 4 && !looks_like_link(clean))
		return clean;
	free(clean);
	return NULL;
}

/* ---- facts ---- */

static const char *string_in(const json_t *object, const char *key)
{
	const char *s = json_string_value(json_object_get(object, key));
	return s && *s ? s : NULL;
}

/* "2604817", "2604817 en 2604818"; with a count of those that were not shown. */
static int dossiers_words(const json_t *numbers, bool dutch, char **ret, size_t *ret_n)
{
	size_t good = 0, n = json_array_size(numbers), size;
	const char *shown[DOSSIERS_SHOWN];
	for (size_t i = 0; i < n; i++) {
		const char *s = json_string_value(json_array_get(numbers, i));
		size_t len = s ? strlen(s) : 0;
		if (len == 0 || len > DOSSIER_BYTES ||
		    strspn(s, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-/") != len)
			continue;
		if (good < DOSSIERS_SHOWN)
			shown[good] = s;
		good++;
	}
	*ret = NULL;
	*ret_n = good;
	if (good == 0)
		return 0;
	FILE *f = open_memstream(ret, &size);
	if (!f)
		return -1;
	size_t listed = good < DOSSIERS_SHOWN ? good : DOSSIERS_SHOWN;
	const char *and = dutch ? " en " : " and ";
	for (size_t i = 0; i < listed; i++)
		fprintf(f, "%s%s", i == 0 ? "" : i + 1 == good ? and : ", ", shown[i]);
	if (good > listed)
		fprintf(f, dutch ? " en nog %zu" : " and %zu more", good - listed);
	return fclose(f) ? -1 : 0;
}

struct making {
	struct values *v;
	bool failed;
};

/* Takes s over; NULL is "not there". */
static void take(struct making *m, enum value v, char *s)
{
	free(m->v->text[v]);
	m->v->text[v] = s;
}

static void copy(struct making *m, enum value v, const char *s)
{
	char *clean = s ? text_clean(s) : NULL;
	if (clean && !*clean) {
		free(clean);
		clean = NULL;
	}
	take(m, v, clean);
}

static void when(struct making *m, enum value v, bool holds)
{
	take(m, v, holds ? strdup("") : NULL);
	m->failed = m->failed || (holds && !m->v->text[v]);
}

static void make_missing(struct making *m, const json_t *facts, const json_t *sender)
{
	const json_t *address = json_object_get(sender, "address");
	bool whole = string_in(address, "street") && string_in(address, "city");
	bool unreadable = m->v->text[VALUE_UNREADABLE];
	when(m, VALUE_MISSING_NAME, !string_in(sender, "name"));
	when(m, VALUE_MISSING_ADDRESS, !whole);
	when(m, VALUE_MISSING_PHONE, !m->v->text[VALUE_PHONE]);
	when(m, VALUE_MISSING_DOSSIER, !m->v->text[VALUE_DOSSIERS]);
	when(m, VALUE_MISSING_DESCRIPTION, unreadable || !string_in(facts, "description"));
	when(m, VALUE_MISSING_RESOLUTION, !string_in(facts, "desired_resolution"));
	bool any = false;
	for (unsigned v = VALUE_MISSING_NAME; v <= VALUE_MISSING_RESOLUTION; v++)
		any = any || m->v->text[v];
	when(m, VALUE_MISSING, any);
}

static void make_salutation(struct making *m, bool dutch)
{
	char *s = NULL;
	const char *name = m->v->text[VALUE_NAME];
	int w = name ? asprintf(&s, dutch ? "Geachte %s" : "Dear %s", name) :
		       asprintf(&s, "%s", dutch ? "Geachte heer, mevrouw" : "Dear Sir or Madam");
	take(m, VALUE_SALUTATION, w < 0 ? NULL : s);
}

static void make_from_agency(struct making *m, const struct receipt_agency *a, bool dutch)
{
	struct mailbox from = { 0 };
	copy(m, VALUE_ORGANISATION, a->organisation);
	copy(m, VALUE_AGENCY_PHONE, a->phone);
	copy(m, VALUE_POSTAL_ADDRESS, a->postal_address);
	copy(m, VALUE_DISPUTE_BODY, a->dispute_body);
	char *hours = a->office_hours ? text_clean(a->office_hours) : NULL;
	take(m, VALUE_OFFICE_HOURS, hours_words(hours, dutch));
	free(hours);
	if (a->from && mailbox_parse(a->from, &from) == 0)
		copy(m, VALUE_AGENCY_EMAIL, from.address);
	mailbox_free(&from);
}

static void make_from_facts(struct making *m, const json_t *facts, bool dutch)
{
	const json_t *sender = json_object_get(facts, "sender");
	const char *kind = string_in(facts, "kind"), *channel = string_in(facts, "channel");
	size_t dossiers = 0;
	char *words = NULL;
	copy(m, VALUE_NUMBER, string_in(facts, "number"));
	take(m, VALUE_NAME, name_clean(string_in(sender, "name")));
	take(m, VALUE_RECEIVED, date_words(string_in(facts, "received_at"), dutch));
	take(m, VALUE_ANSWER_DUE, date_words(string_in(facts, "answer_due"), dutch));
	take(m, VALUE_PHONE, phone_words(string_in(sender, "phone"), dutch));
	m->failed = m->failed || dossiers_words(json_object_get(facts, "dossier_numbers"), dutch, &words, &dossiers);
	take(m, VALUE_DOSSIERS, words);
	when(m, VALUE_ONE_DOSSIER, dossiers == 1);
	when(m, VALUE_UNREADABLE, kind && strcmp(kind, "unreadable") == 0);
	when(m, VALUE_FROM_LETTER, channel && strcmp(channel, "letter") == 0);
	when(m, VALUE_FROM_TELEPHONE, channel && strcmp(channel, "telephone") == 0);
	make_missing(m, facts, sender);
}

int values_make(const struct receipt *r, bool by_post, struct values *ret, struct error *err)
{
	struct values v = { 0 };
	struct making m = { .v = &v };
	bool dutch = !r->language || strcmp(r->language, "en") != 0;
	make_from_agency(&m, r->agency, dutch);
	make_from_facts(&m, r->facts, dutch);
	make_salutation(&m, dutch);
	when(&m, VALUE_BY_POST, by_post);
	when(&m, VALUE_BY_MAIL, !by_post);
	int k = 0;
	if (m.failed || !v.text[VALUE_SALUTATION])
		k = error_set(err, FAIL_RETRY, "receipt: no memory");
	else if (!v.text[VALUE_NUMBER])
		k = error_set(err, FAIL_ITEM, "receipt: the facts hold no complaint number");
	else if (!v.text[VALUE_ORGANISATION])
		k = error_set(err, FAIL_CONFIG, "receipt: no organisation; set [klachtd] organisation");
	else if (!v.text[VALUE_AGENCY_EMAIL])
		k = error_set(err, FAIL_CONFIG, "receipt: [smtp] from is no mail address; write: Name <local@domain>");
	if (k) {
		values_free(&v);
		return k;
	}
	*ret = v;
	return 0;
}
