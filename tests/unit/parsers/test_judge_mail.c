/* Kind and receipt verdict of whole mails: a rule of machine.h and verdict.h each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/judge/auth_results.h"
#include "parsers/mail.h"

#define PLAIN "From: Jan Jansen <jan@mail.example>\nTo: klachten@proactief.example\nSubject: Klacht\nContent-Type: text/plain; charset=utf-8\n"
#define ANGRY "Ik ben het zat: u belt mij elke dag en uw medewerker was onbeschoft.\n\nStop daarmee.\n\nJan Jansen\n"
#define NOTE "Ik ben op vakantie tot en met 9 maart. Dit is een automatisch antwoord.\n"

static struct record *record;
static struct message *message;

static void read_mail(const char *head, const char *body)
{
	char bytes[4000];
	struct parse_note note;
	int n = snprintf(bytes, sizeof bytes, "%s\n%s", head, body);
	record_free(record);
	message_free(message);
	record = NULL;
	message = NULL;
	/* the parts borrow bytes: nothing here looks at them afterwards */
	assert_int_equal(mail_read((const uint8_t *)bytes, (size_t)n, "x.eml", MAIL_FULL, &rules_default, &record, &message, &note), PARSE_OK);
}

static void expect(const char *head, const char *body, enum kind kind, enum verdict verdict, const char *code)
{
	read_mail(head, body);
	if (record->kind != kind || record->receipt.verdict != verdict)
		fail_msg("%s: %s and %s, want %s and %s", head, kind_name(record->kind), verdict_name(record->receipt.verdict), kind_name(kind), verdict_name(verdict));
	for (size_t i = 0; i < record->receipt.n_why; i++)
		if (strcmp(record->receipt.why[i].code, code) == 0)
			return;
	fail_msg("%s: the rule %s did not fire", head, code);
}

static void people_are_answered_whatever_their_servers_add(void **state)
{
	(void)state;
	expect(PLAIN, ANGRY, KIND_COMPLAINT, VERDICT_SEND, "person");
	expect(PLAIN "X-Auto-Response-Suppress: All\n", ANGRY, KIND_COMPLAINT, VERDICT_SEND, "person");
	expect(PLAIN "Auto-Submitted: no (typed by hand)\n", ANGRY, KIND_COMPLAINT, VERDICT_SEND, "person");
	expect(PLAIN "Precedence: first-class\n", ANGRY, KIND_COMPLAINT, VERDICT_SEND, "person");
	expect(PLAIN "List-Unsubscribe: <mailto:x@y.example>\n", ANGRY, KIND_COMPLAINT, VERDICT_SEND, "person");
	expect(PLAIN "X-Spam-Flag: NO\nX-Spam-Status: No, score=1\n", ANGRY, KIND_COMPLAINT, VERDICT_SEND, "person");
	assert_string_equal(record->receipt.to, "jan@mail.example");
}

static void certain_machines_are_never_answered(void **state)
{
	(void)state;
	static const char *const HEADS[][2] = {
		{ "Auto-Submitted: auto-replied\n", "auto-submitted" }, { "auto-submitted: (x) AUTO-NOTIFIED; a=b\n", "auto-submitted" },
		{ "Return-Path: <>\n", "null-return-path" }, { "X-Failed-Recipients: a@b.example\n", "failed-recipients" },
		{ "Message-ID: <receipt.K-2026-000123.abcdef@proactief.example>\n", "own-receipt" },
	};
	for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
		char head[1000];
		(void)snprintf(head, sizeof head, "%s%s", PLAIN, HEADS[i][0]);
		expect(head, ANGRY, KIND_MACHINE, VERDICT_NEVER, HEADS[i][1]);
		assert_null(record->receipt.to);
	}
	expect("From: MAILER-DAEMON@x.example\nSubject: x\n", "x", KIND_MACHINE, VERDICT_NEVER, "mail-system");
	expect("From: klachten@proactief.example\nSubject: x\n", "x", KIND_MACHINE, VERDICT_NEVER, "own-address");
}

static void doubtful_signs_hold_a_complaint_and_make_a_machine_of_a_note(void **state)
{
	(void)state;
	expect(PLAIN "Precedence: bulk\n", ANGRY, KIND_COMPLAINT, VERDICT_HOLD, "precedence");
	expect(PLAIN "List-Id: <x.example>\n", ANGRY, KIND_COMPLAINT, VERDICT_HOLD, "list-mail");
	expect("From: no-reply@mail.example\nSubject: Klacht\n", ANGRY, KIND_COMPLAINT, VERDICT_HOLD, "no-reply-sender");
	expect("From: j@proactief.example\nSubject: Klacht\n", ANGRY, KIND_COMPLAINT, VERDICT_HOLD, "own-domain");
	expect(PLAIN "Authentication-Results: mx1.proactief.example; dmarc=fail\n", ANGRY, KIND_COMPLAINT, VERDICT_HOLD, "dmarc-fail");
	expect(PLAIN "Authentication-Results: mx.elsewhere.example; dmarc=fail\n", ANGRY, KIND_COMPLAINT, VERDICT_SEND, "person");
	expect("From: jan@mail.example\nSubject: Afwezig: uw bericht\n", NOTE, KIND_MACHINE, VERDICT_HOLD, "machine-words");
	expect("From: jan@mail.example\nSubject: x\nAuto_Submitted: auto-replied\n", NOTE, KIND_MACHINE, VERDICT_HOLD, "auto-submitted-misspelt");
	expect("From: Klantenservice <noreply@mail.example>\nSubject: Uw bestelling\n", "Uw bestelling is onderweg.", KIND_MACHINE, VERDICT_HOLD, "no-reply-sender");
	expect(PLAIN "X-Spam-Flag: YES\n", "Win geld met onze loterij.", KIND_OTHER, VERDICT_HOLD, "spam");
	expect(PLAIN "X-Spam-Flag: YES\n", ANGRY "\nDossier 2604817\n", KIND_OTHER, VERDICT_HOLD, "spam");	/* whatever it says: a person sees it in review */
}

#define RESULTS "Authentication-Results: mx1.proactief.example"

static void only_what_our_server_states_about_dmarc_counts(void **state)
{
	(void)state;
	static const char *const FAIL[] = { "; dmarc=fail\n", " 1; spf=pass smtp.mailfrom=a@x.example; DMARC = Fail (p=none) header.from=x.example\n",
					    "; dkim=pass (ok; \\) dmarc=pass) header.d=x; dmarc/1=fail reason=\"x\"\n", " ;\n\tdmarc (v1) =fail\n" };
	static const char *const PASS[] = { "; dmarc=pass reason=\"was; dmarc=fail\"\n", "; dmarc=pass (or; dmarc=fail?)\n", "; dmarc=failover\n", "; xdmarc=fail\n",
					    "; dmarc=none\n", "\n", "; none\n" };
	char head[1000];
	for (size_t i = 0; i < sizeof FAIL / sizeof *FAIL; i++) {
		(void)snprintf(head, sizeof head, PLAIN RESULTS "%s", FAIL[i]);
		expect(head, ANGRY, KIND_COMPLAINT, VERDICT_HOLD, "dmarc-fail");
	}
	for (size_t i = 0; i < sizeof PASS / sizeof *PASS; i++) {
		(void)snprintf(head, sizeof head, PLAIN RESULTS "%s", PASS[i]);
		expect(head, ANGRY, KIND_COMPLAINT, VERDICT_SEND, "person");
	}
	expect(PLAIN "Authentication-Results: (ours) \"mx1.proactief.example\"; dmarc=fail\n", ANGRY, KIND_COMPLAINT, VERDICT_HOLD, "dmarc-fail");
	/* a forged form would have us write to whom the forger names */
	expect("From: website@proactief.example\nReply-To: derde@mail.example\nSubject: Klachtenformulier\n" RESULTS "; dmarc=fail\n",
	       "Naam: Jan\nDossiernummer: 2600001\nUw klacht: u belt te vaak\n", KIND_COMPLAINT, VERDICT_HOLD, "dmarc-fail");
}

/* Cut off anywhere, in a block of its own size: nothing is read behind the end. */
static void results_may_end_anywhere(void **state)
{
	(void)state;
	static const char text[] = "(a \\) b) \"mx.example\" 1; spf = pass (x \\; (y)) smtp.mailfrom=a@b; dmarc / 1 = (z) fail reason=\"q \\\" ; r\" policy.x=y";
	for (size_t n = 0; n < sizeof text; n++) {
		char server[20], *cut = strndup(text, n);
		assert_non_null(cut);
		(void)auth_results_server(cut, server, sizeof server);
		assert_int_equal(auth_results_say(cut, "dmarc", "fail"), n >= (size_t)(strstr(text, "fail") - text) + 4);
		free(cut);
	}
}

static void numbers_make_a_follow_up(void **state)
{
	(void)state;
	expect(PLAIN "In-Reply-To: <receipt.K-2026-000123.abc@proactief.example>\n", "Mijn nummer is 06-12345678.", KIND_FOLLOW_UP, VERDICT_SEND, "person");
	read_mail("From: Jan Smit <jan@mail.example>\nTo: klachten@proactief.example\nSubject: Re: Ontvangstbevestiging klacht K-2026-000123\n"
		  "In-Reply-To: <receipt.K-2026-000123.abc@proactief.example>\n", "Prima, bel maar. Donderdag ben ik vrij.\n\nJan\n\nVan: Klachten <klachten@proactief.example>\n"
		  "Verzonden: dinsdag 27 oktober 2026 15:33\nAan: jan@mail.example\nOnderwerp: Ontvangstbevestiging klacht K-2026-000123\n\nUw klacht is bij ons binnengekomen.\n");
	assert_int_equal(record->kind, KIND_FOLLOW_UP);	/* programs quote nothing */
	assert_string_equal(record->complaint_number, "K-2026-000123");
	expect("From: jan@mail.example\nSubject: Re: K-2026-000124\n", "Nog iets.", KIND_FOLLOW_UP, VERDICT_SEND, "person");
	assert_string_equal(record->complaint_number, "K-2026-000124");
	expect("From: jan@mail.example\nSubject: Automatisch antwoord: K-2026-000125\nAuto-Submitted: auto-replied\n", NOTE, KIND_MACHINE, VERDICT_NEVER, "auto-submitted");
	assert_string_equal(record->complaint_number, "K-2026-000125");
}

static void one_address_that_may_be_answered(void **state)
{
	(void)state;
	expect(PLAIN "Reply-To: thuis@mail.example\n", ANGRY, KIND_COMPLAINT, VERDICT_SEND, "person");
	assert_string_equal(record->receipt.to, "thuis@mail.example");
	expect(PLAIN "Reply-To: noreply@mail.example\n", ANGRY, KIND_COMPLAINT, VERDICT_SEND, "reply-to-refused");
	assert_string_equal(record->receipt.to, "jan@mail.example");
	expect("From: Drukkerij Van Dam <klant@drukkerij.example>\nReply-To: noreply@drukkerij.example\nSubject: Klacht\n", ANGRY, KIND_COMPLAINT, VERDICT_HOLD, "no-reply-sender");
	expect(PLAIN "Reply-To: a@mail.example, b@mail.example\n", ANGRY, KIND_COMPLAINT, VERDICT_SEND, "reply-to-many");
	assert_string_equal(record->receipt.to, "jan@mail.example");
	expect("From: website@proactief.example\nSubject: Klachtenformulier\nPrecedence: bulk\n", "Naam: Jan\nE-mailadres: jan@thuis.example\nDossiernummer: 2600001\n"
	       "Uw klacht: u belt te vaak en dat is onacceptabel\n", KIND_COMPLAINT, VERDICT_SEND, "own-form");
	assert_string_equal(record->receipt.to, "jan@thuis.example");
	assert_int_equal(record->channel, CHANNEL_FORM);
#define WANTED(text) expect("From: website@proactief.example\nSubject: Klachtenformulier\n", "Naam: Jan\nE-mailadres: jan@thuis.example\nDossiernummer: 2600001\nUw klacht: u belt te vaak en dat is onacceptabel\nGewenste oplossing: " text "\n", KIND_COMPLAINT, VERDICT_SEND, "own-form")
	WANTED("Geen. Ik wilde het even kwijt.");
	assert_null(record->desired_resolution);
	WANTED("Niets. Laat mij met rust.");
	assert_string_equal(record->desired_resolution, "Niets. Laat mij met rust.");
#define FIELDS "Naam: Jan\nE-mailadres: jan@thuis.example\nDossiernummer: 2600001\nUw klacht: u belt te vaak en dat is onacceptabel\nGewenste oplossing: (leeg)\n"
	expect("From: Pro Actief <wordpress@proactief.example>\nReply-To: jan@thuis.example\nSubject: Nieuwe inzending\n", FIELDS, KIND_COMPLAINT, VERDICT_SEND, "own-form");
	assert_string_equal(record->receipt.to, "jan@thuis.example");
	assert_null(record->desired_resolution);
	/* a site may take the very address we write from; and a service's own takes no answers, but Reply-To names whom the fields name */
	expect("From: Pro Actief <klachten@proactief.example>\nReply-To: jan@thuis.example\nSubject: Nieuwe inzending\n", FIELDS, KIND_COMPLAINT, VERDICT_SEND, "own-form");
	expect("From: Pro Actief <klachten@proactief.example>\nSubject: Nieuwe inzending\n", FIELDS, KIND_MACHINE, VERDICT_NEVER, "own-address");
	expect("From: JotForm <noreply@jotform.example>\nReply-To: jan@thuis.example\nSubject: Re: Klacht\n", FIELDS, KIND_COMPLAINT, VERDICT_SEND, "relayed-form");
	assert_string_equal(record->receipt.to, "jan@thuis.example");
	expect("From: JotForm <noreply@jotform.example>\nReply-To: ander@mail.example\nSubject: Re: Klacht\n", FIELDS, KIND_COMPLAINT, VERDICT_HOLD, "no-reply-sender");
	expect("From: JotForm <noreply@jotform.example>\nSubject: Re: Klacht\n", FIELDS, KIND_COMPLAINT, VERDICT_HOLD, "no-reply-sender");
	expect("From: Anne <a.dekkers@proactief.example>\nSubject: Klacht per telefoon\n", FIELDS, KIND_COMPLAINT, VERDICT_HOLD, "own-domain");
	expect("From: Pro Actief <wordpress@proactief.example>\nReply-To: ander@mail.example\nSubject: Nieuwe inzending\n", FIELDS, KIND_COMPLAINT, VERDICT_HOLD, "own-domain");
	expect("Subject: Klacht\n", ANGRY, KIND_COMPLAINT, VERDICT_HOLD, "no-address");
	assert_null(record->receipt.to);
	expect("From: m\u00e4x@d\u00f6main.example\nSubject: Klacht\n", ANGRY, KIND_COMPLAINT, VERDICT_HOLD, "no-address");	/* SMTPUTF8 is not spoken */
	assert_null(record->receipt.to);
}

static bool reviewed(const char *code)
{
	for (size_t i = 0; i < record->n_review; i++)
		if (strcmp(record->review[i].code, code) == 0)
			return true;
	return false;
}

#define ARMOUR "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n=abcd\n-----END PGP Message----\n"

static void armour_is_nobodys_words(void **state)
{
	(void)state;
	expect(PLAIN, "Beste,\n\n" ARMOUR, KIND_UNREADABLE, VERDICT_HOLD, "unreadable");
	assert_true(reviewed("encrypted"));
	assert_string_equal(record->name, "Jan Jansen");
	expect(PLAIN, ANGRY "Ik heb dit al vier keer gezegd, per brief en aan de telefoon, en toch gaat u ermee door. Zo behandelt u mij al maanden, "
	       "en ik vind het genoeg geweest. Hieronder staan mijn rekeningen, alleen voor u te lezen.\n\n" ARMOUR, KIND_COMPLAINT, VERDICT_SEND, "person");
	assert_true(reviewed("encrypted"));
	assert_null(strstr(record->description, "PGP"));
}

#define TWO PLAIN_HEAD "Content-Type: multipart/alternative; boundary=x\n"
#define PLAIN_HEAD "From: Jan Jansen <jan@mail.example>\nSubject: Vraag\nMIME-Version: 1.0\n"
#define PARTS(plain, html) "--x\nContent-Type: text/plain\n\n" plain "\n--x\nContent-Type: text/html\n\n" html "\n--x--\n"

static void a_stub_beside_html_is_not_the_text(void **state)
{
	(void)state;
	static const char *const STUBS[] = { "Hallo,\n", "Verzonden vanaf mijn iPhone\n", "Geachte heer, mevrouw,\n\nMet vriendelijke groet,\nJan Jansen\n" };
	char body[1000];
	for (size_t i = 0; i < sizeof STUBS / sizeof *STUBS; i++) {
		(void)snprintf(body, sizeof body, PARTS("%s", "<p>Hallo,</p><p>U belt te vaak en dat is een schande.</p>"), STUBS[i]);
		expect(TWO, body, KIND_COMPLAINT, VERDICT_SEND, "person");
		assert_string_equal(record->description, "U belt te vaak en dat is een schande.");
		assert_string_equal(record->documents[0].media_type, "text/html");
	}
	/* who only passes on what was quoted has no more to say in HTML, where the quote may not show as one */
	read_mail(TWO, PARTS("Hallo,\n\n> U belt te vaak.\n", "<p>Hallo,</p><p>U belt te vaak.</p>"));
	assert_string_equal(record->documents[0].media_type, "text/plain");
}

static int start(void **state)
{
	(void)state;
	return message_init();
}

static int stop(void **state)
{
	(void)state;
	record_free(record);
	message_free(message);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(people_are_answered_whatever_their_servers_add), cmocka_unit_test(certain_machines_are_never_answered),
		cmocka_unit_test(doubtful_signs_hold_a_complaint_and_make_a_machine_of_a_note), cmocka_unit_test(only_what_our_server_states_about_dmarc_counts), cmocka_unit_test(results_may_end_anywhere),
		cmocka_unit_test(numbers_make_a_follow_up),
		cmocka_unit_test(one_address_that_may_be_answered),
		cmocka_unit_test(armour_is_nobodys_words), cmocka_unit_test(a_stub_beside_html_is_not_the_text),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
