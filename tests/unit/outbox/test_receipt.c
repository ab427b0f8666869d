/* Receipts: golden files of every text in both languages (KLACHTD_UPDATE=1 writes them anew), injection attempts, templates that are wrong. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/file.h"
#include "outbox/address.h"
#include "outbox/mime.h"
#include "outbox/receipt.h"
#include "outbox/template.h"
#include "outbox/values.h"

static struct templates *templates;

static const struct receipt_agency AGENCY = {
	.organisation = "Pro Actief Incasso",
	.from = "Klachtenafdeling Pro Actief Incasso <klachten@example.nl>",
	.postal_address = "Postbus 8070, 5004 GB Tilburg",
	.phone = "013 88 93 930",
	.office_hours = "09:00-17:30",
	.dispute_body = "Kifid (www.kifid.nl)",
};
static const struct receipt_agency BARE = { .organisation = "Incasso", .from = "k@example.nl" };

static int load(void **state)
{
	(void)state;
	return clock_set_zone("Europe/Amsterdam", NULL) || templates_load(NULL, &templates, NULL);
}

static int unload(void **state)
{
	(void)state;
	templates_free(templates);
	return 0;
}

/* Everything known, and nothing known. */
static json_t *whole(void)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:{s:s, s:s, s:s, s:{s:s, s:s, s:s, s:s}}, s:[s, s], s:s, s:s, s:{s:{s:s, s:[s, s]}}}",
			 "number", "K-2026-000123", "kind", "complaint", "channel", "email", "received_at", "2026-11-20T09:15:00+01:00",
			 "answer_due", "2026-12-01T23:59:59+01:00",
			 "sender", "name", "Zoë van den Bérg", "email", "zoe@example.org", "phone", "+31612345678",
			 "address", "street", "Dorpsstraat", "house_number", "1", "postcode", "5004 GB", "city", "Tilburg",
			 "dossier_numbers", "2604817", "2604818", "description", "Jullie bellen elke dag.", "desired_resolution", "Excuses.",
			 "record", "message", "message_id", "<abc.1@mail.example.org>",
			 "references", "<first@mail.example.org>", "<second@mail.example.org>");
}

static json_t *bare(void)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:{s:n, s:s, s:n, s:n}, s:[], s:n, s:n}", "number", "K-2026-000007", "kind", "complaint",
			 "channel", "letter", "received_at", "2026-04-04T12:00:00+02:00", "answer_due", "2026-04-15T23:59:59+02:00",
			 "sender", "name", "email", "x@example.org", "phone", "address", "dossier_numbers", "description",
			 "desired_resolution");
}

static struct receipt about(const char *text, const char *language, const json_t *facts, const struct receipt_agency *agency)
{
	return (struct receipt){
		.text = text, .language = language, .to = "zoe@example.org",
		.message_id = "receipt.K-2026-000123.0123456789abcdef@example.nl", .facts = facts, .agency = agency,
		.now_us = INT64_C(1763629200) * US_PER_SECOND + INT64_C(31536000) * US_PER_SECOND,	/* 20 Nov 2026 10:00 */
	};
}

static void golden(const char *name, const char *bytes, size_t n)
{
	char path[256], *want = NULL;
	size_t want_n = 0;
	(void)snprintf(path, sizeof path, "tests/unit/outbox/data/%s.want", name);
	if (getenv("KLACHTD_UPDATE")) {
		FILE *f = fopen(path, "w");
		assert_non_null(f);
		assert_int_equal(fwrite(bytes, 1, n, f), n);
		assert_int_equal(fclose(f), 0);
		return;
	}
	assert_int_equal(file_read(path, 1 << 20, &want, &want_n, NULL), 0);
	if (want_n != n || memcmp(want, bytes, n) != 0) {
		print_error("%s differs; it now is:\n%.*s", path, (int)n, bytes);
		fail();
	}
	free(want);
}

/* What holds for every receipt, whatever is in it. */
static void well_formed(const char *mail, size_t n)
{
	size_t line = 0;
	assert_int_equal(strlen(mail), n);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)mail[i];
		assert_true(c < 127 && (c >= ' ' || c == '\r' || c == '\n'));
		assert_true(c != '\n' || (i > 0 && mail[i - 1] == '\r'));
		assert_true(c != '\r' || mail[i + 1] == '\n');
		line = c == '\n' ? 0 : line + 1;
		assert_true(line <= 998);
	}
	assert_true(n > 2 && strcmp(mail + n - 2, "\r\n") == 0);
	assert_non_null(strstr(mail, "\r\nAuto-Submitted: auto-replied\r\n"));
	assert_non_null(strstr(mail, "\r\nX-Auto-Response-Suppress: All\r\n"));
}

static char *compose(const struct receipt *r)
{
	char *mail = NULL;
	size_t n = 0;
	struct error err = { 0 };
	int k = receipt_compose(templates, r, &mail, &n, &err);
	if (k)
		fail_msg("%s", err.text);
	well_formed(mail, n);
	return mail;
}

static void every_text_in_both_languages(void **state)
{
	(void)state;
	static const char *const texts[] = { "complaint", "compliment", "other", "follow-up" }, *const languages[] = { "nl", "en" };
	for (size_t i = 0; i < 4; i++) {
		for (size_t l = 0; l < 2; l++) {
			json_t *facts = whole(), *letter = NULL;
			struct receipt r = about(texts[i], languages[l], facts, &AGENCY);
			char *mail = compose(&r), name[64];
			(void)snprintf(name, sizeof name, "%s.%s", texts[i], languages[l]);
			golden(name, mail, strlen(mail));
			assert_int_equal(receipt_letter(templates, &r, &letter, NULL), 0);
			char *dump = json_dumps(letter, JSON_INDENT(1));
			(void)snprintf(name, sizeof name, "%s.%s.letter", texts[i], languages[l]);
			golden(name, dump, strlen(dump));
			free(dump);
			json_decref(letter);
			free(mail);
			json_decref(facts);
		}
	}
}

static void what_is_missing_is_asked_for(void **state)
{
	(void)state;
	static const char *const languages[] = { "nl", "en" };
	for (size_t l = 0; l < 2; l++) {
		json_t *facts = bare();
		struct receipt r = about("complaint", languages[l], facts, &BARE);
		char *mail = compose(&r), name[64];
		(void)snprintf(name, sizeof name, "complaint-bare.%s", languages[l]);
		golden(name, mail, strlen(mail));
		free(mail);
		json_decref(facts);
	}
}

/* All texts of a letter in one string, to look for words in. */
static char *letter_text(const json_t *facts, const char *text, const struct receipt_agency *agency)
{
	struct receipt r = about(text, "nl", facts, agency);
	json_t *letter = NULL;
	struct error err = { 0 };
	if (receipt_letter(templates, &r, &letter, &err))
		fail_msg("%s", err.text);
	char *dump = json_dumps(letter, 0);
	json_decref(letter);
	return dump;
}

static void only_what_is_missing(void **state)
{
	(void)state;
	static const char *const asked[] = { "voorletters", "postcode en woonplaats", "overdag", "uw dossiernummer", "wat er is gebeurd, en",
					     "welke oplossing" };
	json_t *known = whole(), *unknown = bare();
	char *all = letter_text(known, "complaint", &AGENCY), *none = letter_text(unknown, "complaint", &AGENCY);
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		assert_null(strstr(all, asked[i]));
		assert_non_null(strstr(none, asked[i]));
	}
	assert_null(strstr(all, "Kunt u ons nog helpen"));
	assert_non_null(strstr(all, "dinsdag 1 december 2026"));
	assert_non_null(strstr(all, "06 12 34 56 78"));
	assert_non_null(strstr(none, "uw brief"));
	assert_null(strstr(all, "antwoorden"));		/* one cannot answer paper with the reply button */
	/* the description and the subject are never repeated */
	assert_null(strstr(all, "bellen elke dag"));
	assert_null(strstr(all, "Excuses"));
	free(all);
	free(none);
	/* one thing at a time */
	json_object_set_new(known, "desired_resolution", json_null());
	all = letter_text(known, "complaint", &AGENCY);
	assert_non_null(strstr(all, asked[5]));
	for (size_t i = 0; i < 5; i++)
		assert_null(strstr(all, asked[i]));
	free(all);
	json_object_set_new(known, "kind", json_string("unreadable"));
	all = letter_text(known, "complaint", &AGENCY);
	assert_non_null(strstr(all, "niet goed lezen"));
	assert_non_null(strstr(all, asked[4]));
	free(all);
	json_decref(known);
	json_decref(unknown);
}

static void facts_may_lack_anything_but_the_number(void **state)
{
	(void)state;
	json_t *facts = json_pack("{s:s}", "number", "K-2026-000001");
	static const char *const texts[] = { "complaint", "compliment", "other", "follow-up" };
	for (size_t i = 0; i < 4; i++) {
		struct receipt r = about(texts[i], "nl", facts, &BARE);
		char *mail = compose(&r);
		assert_non_null(strstr(mail, "Geachte heer, mevrouw,"));
		free(mail);
	}
	json_object_del(facts, "number");
	struct receipt r = about("complaint", "nl", facts, &BARE);
	struct error err;
	char *mail = NULL;
	size_t n;
	assert_int_equal(receipt_compose(templates, &r, &mail, &n, &err), FAIL_ITEM);
	json_object_set_new(facts, "number", json_string("K-2026-000001"));
	r.text = "no-such";
	assert_int_equal(receipt_compose(templates, &r, &mail, &n, &err), FAIL_ITEM);
	r.text = "complaint";
	r.to = "two@example.org, three@example.org";
	assert_int_equal(receipt_compose(templates, &r, &mail, &n, &err), FAIL_ITEM);
	r.to = "x@example.org";
	struct receipt_agency wrong = BARE;
	wrong.from = "nobody";
	r.agency = &wrong;
	assert_int_equal(receipt_compose(templates, &r, &mail, &n, &err), FAIL_CONFIG);
	/* every key of another type than expected */
	json_t *odd = json_pack("{s:s, s:i, s:[], s:{}, s:b, s:[i, n, {}], s:[], s:{}}", "number", "K-2026-000001", "received_at", 7,
				"answer_due", "sender", "kind", 1, "dossier_numbers", 3, "record", "message");
	struct receipt o = about("complaint", "nl", odd, &BARE);
	free(compose(&o));
	json_decref(odd);
	json_decref(facts);
}

/* No name, whatever is in it, puts a header, a tag or a link into the mail. */
static void names_cannot_inject(void **state)
{
	(void)state;
	char *huge = malloc(10241);
	memset(huge, 'x', 10240);
	huge[10240] = 0;
	const char *const hostile[] = {
		"<script>alert(1)</script>", "x\r\nBcc: victim@example.org", "x\nSubject: free money", "{name}", "${HOME}", "%s%n",
		"=?utf-8?q?=0d=0aBcc:_victim@example.org?=", "\" <other@example.org>, \"", "win 1000 euro www.evil.example", "evil.com", "Jan t.co", "x.com",
		"evil\xe3\x80\x82" "com", "http://evil.example/x", "a@b.example", "&amp;&lt;b&gt;", "<value of=\"number\"/>", "]]>", "<!--", huge,
		"\xe2\x80\xae" "gnp.exe", "\xef\xbf\xbe", "\x1b[31mred", "...", "1234567890", "a b c d e f g h i j k l m n",
	};
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		json_t *facts = whole();
		json_object_set_new(json_object_get(facts, "sender"), "name", json_string(hostile[i]));
		struct receipt r = about("complaint", "nl", facts, &AGENCY);
		char *mail = compose(&r);
		assert_null(strstr(mail, "\nBcc"));
		assert_null(strcasestr(mail, "script"));
		assert_null(strstr(mail, "evil"));
		assert_null(strstr(mail, "free money\r\n"));
		char *end = strstr(mail, "\r\n\r\n"), *to = strstr(mail, "\r\nTo: ");
		assert_true(to && to < end && strstr(to, "zoe@example.org") < end);
		assert_null(memmem(mail, (size_t)(end - mail), "other@", 6));
		int headers = 0;
		for (char *p = mail; p < end; p = strstr(p, "\r\n") + 2)
			headers += *p != ' ' && *p != '\t';
		assert_int_equal(headers, 12);		/* the same as with a name like any other */
		free(mail);
		json_decref(facts);
	}
	free(huge);
}

static void names_of_people_stay_as_they_are(void **state)
{
	(void)state;
	static const char *const good[] = {
		"Zoë van den Bérg", "J.P. de Vries", "M. O'Brien-Jansen", "Bakkerij Jansen & Zn. B.V.", "Łukasz Żółć", "Gülşen Yılmaz",
		"王小明", "محمد علي", "Jansen, P. (Piet)", "4You B.V.", "J.de Vries", "j.jansen",
	};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		char *clean = name_clean(good[i]);
		assert_string_equal(clean, good[i]);
		free(clean);
	}
	char *clean = name_clean("  Jan \t\xe2\x80\x8b\xe2\x80\xae Jansen\xf0\x9f\x98\x80 ");
	assert_string_equal(clean, "Jan Jansen");
	free(clean);
	clean = name_clean("Za\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81lgo");
	assert_string_equal(clean, "Za\xcc\x81\xcc\x81\xcc\x81lgo");
	free(clean);
	assert_null(name_clean("not \xff utf-8"));
	assert_null(name_clean(""));
	assert_null(name_clean(NULL));
}

static void same(char *got, const char *want)
{
	if (want)
		assert_string_equal(got, want);
	else
		assert_null(got);
	free(got);
}

static void dates_phones_and_hours(void **state)
{
	(void)state;
	same(date_words("2026-12-01T23:59:59+01:00", true), "dinsdag 1 december 2026");
	same(date_words("2026-12-01", false), "Tuesday 1 December 2026");
	same(date_words("2028-02-29", true), "dinsdag 29 februari 2028");
	same(date_words("2000-01-01", true), "zaterdag 1 januari 2000");
	same(date_words("2026-13-01", true), NULL);
	same(date_words("2026-1-1", true), NULL);
	same(date_words("yesterday!", true), NULL);
	same(date_words(NULL, true), NULL);
	same(phone_words("+31612345678", true), "06 12 34 56 78");
	same(phone_words("+31138893930", true), "013 889 39 30");
	same(phone_words("+31164123456", true), "0164 12 34 56");
	same(phone_words("+31612345678", false), "+31 612345678");
	same(phone_words("+4915112345678", true), "+4915112345678");
	same(phone_words("0612345678", true), NULL);
	same(phone_words("+31 6", true), NULL);
	same(phone_words("+316123456789012345", true), NULL);
	same(hours_words("09:00-17:30", true), "van 9.00 tot 17.30 uur");
	same(hours_words("09:00-17:30", false), "from 9:00 to 17:30");
	same(hours_words("ma-vr 9-17", true), "(ma-vr 9-17)");
	same(hours_words("", true), NULL);
}

static void many_dossiers_are_counted_not_listed(void **state)
{
	(void)state;
	json_t *facts = whole(), *numbers = json_array();
	for (int i = 0; i < 12; i++)
		json_array_append_new(numbers, json_sprintf("26048%02d", i));
	json_array_append_new(numbers, json_string("bad\r\nnumber"));
	json_array_append_new(numbers, json_string("26048<b>"));
	json_object_set_new(facts, "dossier_numbers", numbers);
	char *text = letter_text(facts, "complaint", &AGENCY);
	assert_non_null(strstr(text, "2604808, 2604809 en nog 2."));
	assert_null(strstr(text, "bad"));
	free(text);
	json_object_set_new(facts, "dossier_numbers", json_pack("[s]", "2604817"));
	text = letter_text(facts, "complaint", &AGENCY);
	assert_non_null(strstr(text, "dit dossiernummer: 2604817. Klopt dat"));
	free(text);
	json_decref(facts);
}

static void a_letter_knows_where_it_goes(void **state)
{
	(void)state;
	json_t *facts = whole(), *job = NULL;
	struct receipt r = about("complaint", "nl", facts, &AGENCY);
	struct error err = { 0 };
	r.to = r.message_id = NULL;
	assert_int_equal(receipt_print_job(templates, &r, &job, &err), 0);
	char *lines = json_dumps(json_object_get(job, "address_lines"), 0), *references = json_dumps(json_object_get(job, "reference_lines"), 0);
	assert_string_equal(lines, "[\"Zoë van den Bérg\", \"Dorpsstraat 1\", \"5004 GB  TILBURG\"]");
	assert_string_equal(references, "[\"Ons kenmerk: K-2026-000123\", \"Dossiernummers: 2604817 en 2604818\"]");
	assert_string_equal(json_string_value(json_object_get(job, "date_line")), "vrijdag 20 november 2026");
	assert_null(json_object_get(job, "dossier"));	/* two: neither is the one for the slip */
	assert_true(json_array_size(json_object_get(job, "paragraphs")) > 5);
	free(lines);
	free(references);
	json_decref(job);
	json_object_set_new(facts, "dossier_numbers", json_pack("[s]", "2604817"));
	json_t *sender = json_object_get(facts, "sender"), *address = json_object_get(sender, "address");
	json_object_set_new(sender, "name", json_string("<script>"));
	json_object_set_new(address, "city", json_string("'s-Gravenhage \xe2\x80\xae\nfünf"));
	assert_int_equal(receipt_print_job(templates, &r, &job, &err), 0);
	assert_string_equal(json_string_value(json_object_get(job, "dossier")), "2604817");
	lines = json_dumps(json_object_get(job, "address_lines"), 0);
	assert_string_equal(lines, "[\"Aan de bewoner van\", \"Dorpsstraat 1\", \"5004 GB  'S-GRAVENHAGE FÜNF\"]");
	free(lines);
	json_decref(job);
	json_object_set_new(address, "street", json_null());
	assert_int_equal(receipt_print_job(templates, &r, &job, &err), FAIL_ITEM);
	json_object_set_new(sender, "address", json_null());
	assert_int_equal(receipt_print_job(templates, &r, &job, &err), FAIL_ITEM);
	json_decref(facts);
}

static void only_true_message_ids_are_repeated(void **state)
{
	(void)state;
	json_t *facts = whole(), *references = json_array();
	for (int i = 0; i < 500; i++)
		json_array_append_new(references, json_sprintf("<r%d@example.org>", i));
	json_array_append_new(references, json_string("<x@y>\r\nBcc: z@example.org"));
	json_array_append_new(references, json_string("no id at all"));
	json_array_append_new(references, json_string("<a b@c>"));
	json_t *message = json_object_get(json_object_get(facts, "record"), "message");
	json_object_set_new(message, "references", references);
	struct receipt r = about("complaint", "nl", facts, &AGENCY);
	char *mail = compose(&r);
	assert_non_null(strstr(mail, "\r\nIn-Reply-To: <abc.1@mail.example.org>\r\nReferences: <r483@example.org>\r\n <r484@example.org>\r\n"));
	assert_non_null(strstr(mail, "\r\n <r499@example.org>\r\n <abc.1@mail.example.org>\r\nAuto"));
	assert_null(strstr(mail, "Bcc"));
	free(mail);
	json_object_set_new(message, "message_id", json_string("<broken"));
	mail = compose(&r);
	assert_null(strstr(mail, "In-Reply-To"));
	assert_null(strstr(mail, "References"));
	free(mail);
	/* a follow-up answers its own mail, not the first */
	json_object_set_new(facts, "message", json_pack("{s:s}", "message_id", "later@example.org"));
	mail = compose(&r);
	assert_non_null(strstr(mail, "In-Reply-To: <later@example.org>\r\nReferences: <later@example.org>\r\n"));
	free(mail);
	json_decref(facts);
}

static void addresses(void **state)
{
	(void)state;
	static const char *const good[] = { "a@b.nl", "j.p.de-vries+klacht@mail.example.co.uk", "x@localhost", "o'neil@example.org", "A_b=c@1.example" };
	static const char *const bad[] = {
		"", "a", "@b", "a@", "a@b..c", ".a@b", "a.@b", "a@-b.nl", "a@b-.nl", "a b@c", "<a@b>", "a@b>", "a@b\r\nRCPT TO:<c@d>",
		"a@[127.0.0.1]", "\"a b\"@c", "a,b@c", "a@b@c", "a@b,c@d", "é@b", "a@é", "a@b.", "a(b)@c", "a@b\t", "a@b\x7f",
	};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(receipt_address_ok(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(receipt_address_ok(bad[i]));
	assert_false(receipt_address_ok(NULL));
	char longer[300];
	memset(longer, 'a', sizeof longer);
	longer[65] = '@';
	longer[100] = 0;
	assert_false(receipt_address_ok(longer));	/* RFC 5321 section 4.5.3.1.1: 64 bytes */
	assert_true(receipt_address_ok(longer + 1));
	struct mailbox m = { 0 };
	assert_int_equal(mailbox_parse("\"Klachten, afd.\" <k@example.nl>", &m), 0);
	assert_string_equal(m.name, "Klachten, afd.");
	mailbox_free(&m);
	assert_int_equal(mailbox_parse("k@example.nl", &m), 0);
	assert_null(m.name);
	mailbox_free(&m);
	assert_int_equal(mailbox_parse("Name <k@example.nl> x", &m), -1);
	assert_int_equal(mailbox_parse("Name <k@example.nl", &m), -1);
	assert_int_equal(mailbox_parse("Name", &m), -1);
}

/* ---- templates that are wrong: file, line and what to do ---- */

static void refused(const char *xml, const char *line, const char *words)
{
	char path[] = "/tmp/klachtd-template-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write_all(fd, xml, strlen(xml), NULL), 0);
	close(fd);
	struct template *t = NULL;
	struct error err = { 0 };
	int k = template_load(path, &t, &err);
	unlink(path);
	template_free(t);
	if (!words) {
		if (k)
			fail_msg("%s", err.text);
		return;
	}
	assert_int_equal(k, FAIL_CONFIG);
	if (!strstr(err.text, path) || !strstr(err.text, line) || !strstr(err.text, words))
		fail_msg("not \"%s\" and \"%s\" but: %s", line, words, err.text);
}

#define S "<receipt><subject><value of=\"number\"/></subject>\n"

static void wrong_templates_say_where_and_what(void **state)
{
	(void)state;
	refused(S "<p>x</p></receipt>", "", NULL);
	refused(S "<p><value of=\"nummer\"/></p></receipt>", ":2:", "no such value \"nummer\"; use one of: organisation, number");
	refused(S "<p>\n<b>x</b></p></receipt>", ":3:", "no such element <b>");
	refused(S "<p><value of=\"phone\"/></p></receipt>", ":2:", "may be absent: put it in a <span if=\"phone\">");
	refused(S "<p unless=\"phone\"><value of=\"phone\"/></p></receipt>", ":2:", "may be absent");
	refused(S "<p if=\"phone\"><value of=\"phone\"/></p></receipt>", "", NULL);
	refused(S "<p if=\"telefoon\">x</p></receipt>", ":2:", "no such condition \"telefoon\"; use one of: name");
	refused(S "<p if=\"number\">x</p></receipt>", ":2:", "no such condition");
	refused(S "<p class=\"x\">x</p></receipt>", ":2:", "has no attribute \"class\"");
	refused(S "<value of=\"number\"/></receipt>", ":2:", "may not stand in <receipt>");
	refused(S "words</receipt>", ":1:", "words directly in <receipt>");
	refused(S "<p><![CDATA[x]]></p></receipt>", "", NULL);
	refused(S "<p>x</receipt>", ":2:", "mend the XML there");
	refused("<!DOCTYPE receipt [<!ENTITY x SYSTEM \"/etc/passwd\">]>" S "<p>&x;</p></receipt>", ":1:", "DOCTYPE");
	refused("<receipt><p><value of=\"number\"/></p></receipt>", ":1:", "0 <subject>");
	refused("<receipt><subject>x</subject></receipt>", ":1:", "number is never named");
	refused("<html/>", ":1:", "no such element");
	refused("<p/>", ":1:", "at the top");
	refused("", "", "mend");
	struct templates *t = NULL;
	struct error err;
	assert_int_equal(templates_load("/nonexistent", &t, &err), FAIL_CONFIG);
	assert_non_null(strstr(err.text, "/nonexistent/receipt-complaint.nl.xml"));
	assert_non_null(strstr(err.text, "copy it from"));
}

static void values_are_text_even_when_they_look_like_markup(void **state)
{
	(void)state;
	json_t *facts = whole();
	struct receipt_agency a = AGENCY;
	a.organisation = "Jansen & <Zonen> {number} &amp;";
	struct receipt r = about("complaint", "nl", facts, &a);
	char *mail = compose(&r);
	assert_non_null(strstr(mail, "Jansen &amp; &lt;Zonen&gt; {number} &amp;amp;"));
	assert_non_null(strstr(mail, "Jansen & <Zonen> {number} &amp;"));
	free(mail);
	json_decref(facts);
}

static char *header(void (*write)(FILE *, const char *, const char *), const char *text)
{
	char *ret = NULL;
	size_t n;
	FILE *f = open_memstream(&ret, &n);
	write(f, "Subject", text);
	assert_int_equal(fclose(f), 0);
	return ret;
}

static void headers_fold_and_encode(void **state)
{
	(void)state;
	same(header(mime_unstructured, "short"), "Subject: short\r\n");
	same(header(mime_unstructured, "caf\xc3\xa9"), "Subject: =?UTF-8?B?Y2Fmw6k=?=\r\n");
	same(header(mime_unstructured, "looks =?utf-8?q?encoded?="), "Subject: =?UTF-8?B?bG9va3MgPT91dGYtOD9xP2VuY29kZWQ/PQ==?=\r\n");
	same(header(mime_unstructured, "aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbb cccccccccccccccccccc dddddddddddddddddd"),
	     "Subject: aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbb cccccccccccccccccccc\r\n dddddddddddddddddd\r\n");
	char *ret = NULL;
	size_t n;
	FILE *f = open_memstream(&ret, &n);
	mime_quoted_printable(f, ".dot\nFrom here\ntrailing \n=\xc3\xa9\n0123456789012345678901234567890123456789012345678901234567890123456789012345\n");
	assert_int_equal(fclose(f), 0);
	same(ret, "=2Edot\r\n=46rom here\r\ntrailing=20\r\n=3D=C3=A9\r\n"
		  "0123456789012345678901234567890123456789012345678901234567890123456789012=\r\n345\r\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_text_in_both_languages),
		cmocka_unit_test(what_is_missing_is_asked_for),
		cmocka_unit_test(only_what_is_missing),
		cmocka_unit_test(facts_may_lack_anything_but_the_number),
		cmocka_unit_test(names_cannot_inject),
		cmocka_unit_test(names_of_people_stay_as_they_are),
		cmocka_unit_test(dates_phones_and_hours),
		cmocka_unit_test(many_dossiers_are_counted_not_listed),
		cmocka_unit_test(a_letter_knows_where_it_goes),
		cmocka_unit_test(only_true_message_ids_are_repeated),
		cmocka_unit_test(addresses),
		cmocka_unit_test(wrong_templates_say_where_and_what),
		cmocka_unit_test(values_are_text_even_when_they_look_like_markup),
		cmocka_unit_test(headers_fold_and_encode),
	};
	return cmocka_run_group_tests(tests, load, unload);
}
