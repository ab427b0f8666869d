/* A mail in which somebody passes on another's: who complains, with whose words, and who does not pass on but complains himself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/mail.h"

#define COLLEAGUE "Debby Franken <d.franken@proactief.example>"
#define LANDLORD "Woningstichting Eigen Haard <info@eigenhaard.example>"
#define PETRA "Petra Jansen <p.jansen@eigenhaard.example>"

#define STORY "Ik heb op 3 oktober alles betaald en krijg weer een aanmaning."
#define BELOW "Dit is de derde keer, ik ben het zat.\nIk wil dat u dit dossier sluit. Mijn dossiernummer is 2612345.\n\n" \
	      "Met vriendelijke groet,\n\nAnneke de Bruijn\nLindelaan 12\n3581 AB Utrecht\n06-12345678\n"
#define INNER "Geachte heer, mevrouw,\n\n" STORY "\n" BELOW
#define MARKED(head) head "> Geachte heer, mevrouw,\n> \n> " STORY "\n> Dit is de derde keer, ik ben het zat.\n> Ik wil dat u dit dossier sluit. Mijn dossiernummer is 2612345.\n> \n" \
			  "> Met vriendelijke groet,\n> \n> Anneke de Bruijn\n> Lindelaan 12\n> 3581 AB Utrecht\n> 06-12345678\n"
#define OUTLOOK "\nVan: Anneke de Bruijn <anneke@mail.example>\nVerzonden: maandag 2 november 2026 20:14\nAan: Debby Franken\nOnderwerp: klacht\n\n"
#define ATTACHED(note) "--b\nContent-Type: text/plain; charset=utf-8\n\n" note "\n--b\nContent-Type: message/rfc822\n\nFrom: Anneke de Bruijn <anneke@mail.example>\n" \
		       "To: d.franken@proactief.example\nSubject: klacht\nContent-Type: text/plain; charset=utf-8\n\n" INNER "\n--b--\n"

static struct record *record;
static struct message *message;

static void read_as(const char *type, const char *from, const char *subject, const char *body)
{
	char bytes[6000];
	struct parse_note note;
	int n = snprintf(bytes, sizeof bytes, "From: %s\nTo: klachten@proactief.example\nSubject: %s\nContent-Type: %s\n\n%s", from, subject, type, body);
	record_free(record);
	message_free(message);
	record = NULL;
	message = NULL;
	assert_in_range(n, 1, sizeof bytes - 1);
	assert_int_equal(mail_read((const uint8_t *)bytes, (size_t)n, "x.eml", MAIL_FULL, &rules_default, &record, &message, &note), PARSE_OK);
}

static void read_mail(const char *from, const char *subject, const char *body)
{
	read_as("text/plain; charset=utf-8", from, subject, body);
}

static bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool why(const char *code)
{
	for (size_t i = 0; i < record->receipt.n_why; i++)
		if (strcmp(record->receipt.why[i].code, code) == 0)
			return true;
	return false;
}

static const char *origin(const char *field)
{
	for (size_t i = 0; i < record->n_evidence; i++)
		if (strcmp(record->evidence[i].field, field) == 0)
			return record->evidence[i].from;
	return NULL;
}

/* Anneke complains in her own words, and she is answered, or a person is asked (code): never whoever passed it on. */
static void expect_anneke(const char *what, const char *code)
{
	if (record->kind != KIND_COMPLAINT || !same(record->name, "Anneke de Bruijn") || !same(record->email, "anneke@mail.example") || !same(record->phone, "+31612345678") ||
	    !same(record->address.street, "Lindelaan") || !same(record->address.city, "Utrecht"))
		fail_msg("%s: %s of %s <%s> %s, %s %s", what, kind_name(record->kind), record->name, record->email, record->phone, record->address.street, record->address.city);
	if (!record->description || strncmp(record->description, STORY, strlen(STORY)) != 0 || strstr(record->description, "Debby") || strstr(record->description, "Anneke"))
		fail_msg("%s: the description is \"%s\"", what, record->description);
	if (!same(record->desired_resolution, "Ik wil dat u dit dossier sluit.") || record->n_dossier_numbers != 1 || !same(record->dossier_numbers[0], "2612345"))
		fail_msg("%s: wants \"%s\", %zu dossiers", what, record->desired_resolution, record->n_dossier_numbers);
	if (record->receipt.verdict != (code ? VERDICT_HOLD : VERDICT_SEND) || !same(record->receipt.to, "anneke@mail.example") || (code && !why(code)))
		fail_msg("%s: receipt %s to %s", what, verdict_name(record->receipt.verdict), record->receipt.to);
	assert_string_equal(origin("sender.name"), "forwarded");
	assert_string_equal(origin("description"), "forwarded");
	assert_string_equal(origin("dossier_numbers[0]"), "forwarded");
	assert_string_equal(origin("desired_resolution"), "forwarded");
}

static void a_colleague_passes_on_with_every_program(void **state)
{
	static const struct { const char *what, *subject, *body; } MAILS[] = {
		{ "outlook", "FW: klacht", "Hoi,\n\nKwam bij mij binnen, hoort bij jullie.\n\nGroet,\nDebby\nPro Actief Incasso\n013 88 93 930\n" OUTLOOK INNER },
		{ "outlook, not a word above", "FW: klacht", OUTLOOK INNER },
		{ "outlook, a rule above and another subject", "Voor de klachtenafdeling", "Graag oppakken.\n________________________________" OUTLOOK INNER },
		{ "outlook en", "Fw: klacht", "Please handle.\n\nDebby\n\n-----Original Message-----\nFrom: Anneke de Bruijn <anneke@mail.example>\n"
		  "Sent: Monday, November 2, 2026 8:14 PM\nTo: Debby Franken <d.franken@proactief.example>\nSubject: klacht\n\n" INNER },
		{ "outlook de", "WG: klacht", "Zur Kenntnis.\n\nVon: Anneke de Bruijn <anneke@mail.example>\nGesendet: Montag, 2. November 2026 20:14\nAn: Debby Franken\nBetreff: klacht\n\n" INNER },
		{ "gmail", "Fwd: klacht", "Voor jullie\n\n---------- Forwarded message ---------\nVan: Anneke de Bruijn <anneke@mail.example>\nDate: ma 2 nov 2026 om 20:14\n"
		  "Subject: klacht\nTo: <d.franken@proactief.example>\n\n\n" INNER },
		{ "thunderbird", "Fwd: klacht", "Graag registreren.\n\n\n-------- Doorgestuurd bericht --------\nOnderwerp: \tklacht\nDatum: \tMon, 2 Nov 2026 20:14:00 +0100\n"
		  "Van: \tAnneke de Bruijn <anneke@mail.example>\nAan: \td.franken@proactief.example\n\n\n\n" INNER },
		{ "apple", "Fwd: klacht", "Zie onder.\n\nVerstuurd vanaf mijn iPhone\n\n" MARKED("Begin doorgestuurd bericht:\n\n> Van: Anneke de Bruijn <anneke@mail.example>\n"
		  "> Datum: 2 november 2026 om 20:14:00 CET\n> Aan: d.franken@proactief.example\n> Onderwerp: klacht\n> \n") "\nGroet, Debby\n" },
		{ "samsung", "Fwd: klacht", "Zie hieronder.\n\n\n-------- Oorspronkelijk bericht --------\nVan: Anneke de Bruijn <anneke@mail.example>\nDatum: 02-11-2026 20:14 (GMT+01:00)\n"
		  "Aan: d.franken@proactief.example\nOnderwerp: klacht\n\n" INNER },
		{ "answered before", "FW: klacht", "Zie mijn antwoord.\n\nVan: Debby Franken\nVerzonden: dinsdag 3 november 2026 08:14\nAan: Anneke de Bruijn\nOnderwerp: RE: klacht\n\n"
		  "Beste mevrouw, ik zet uw klacht door.\n" OUTLOOK INNER },
		{ "through two colleagues", "FW: klacht", "Kunnen jullie dit oppakken?\n\nVan: Bas Smit\nVerzonden: dinsdag 3 november 2026 08:14\nAan: Debby Franken\n"
		  "Onderwerp: FW: klacht\n\nHoi Debby, is deze voor jou?\n" OUTLOOK INNER },
		{ "with what she answered below", "FW: Sommatie", "Voor jullie.\n" OUTLOOK INNER "\nVan: Debby Franken <d.franken@proactief.example>\nVerzonden: zondag 1 november 2026 08:14\n"
		  "Aan: Anneke de Bruijn\nOnderwerp: Sommatie\n\nU moet betalen, dossier 2699999.\nKerkplein 1, 5004 GB Tilburg\n" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof MAILS / sizeof *MAILS; i++) {
		read_mail(COLLEAGUE, MAILS[i].subject, MAILS[i].body);
		expect_anneke(MAILS[i].what, NULL);
	}
	read_mail("Incasso Pro Actief <incasso@proactief.example>", "Fwd: klacht", "Graag registreren.\n" OUTLOOK INNER);	/* not what we sent that came back */
	expect_anneke("our own mailbox", "own-domain");
}

static void a_client_passes_on_what_a_customer_wrote(void **state)
{
	(void)state;
	read_mail(LANDLORD, "FW: klacht", "Boze huurder, gaat vooral over jullie brief. Mevrouw is er erg overstuur van. Pakken jullie dit op?\n\nWoningstichting Eigen Haard\n020 1234567\nPostbus 1, 1000 AA Amsterdam\n" OUTLOOK INNER);
	expect_anneke("a desk with a note", "passed-on");
	read_mail(LANDLORD, "FW: klacht", OUTLOOK INNER);
	expect_anneke("a desk without a word", "passed-on");
	read_mail(PETRA, "FW: klacht", "Goedemorgen,\n\nHieronder een klacht van een huurder over jullie brief.\n\nMet vriendelijke groet,\nPetra Jansen\n" OUTLOOK INNER);
	expect_anneke("a person with a note", "passed-on");
	read_mail(PETRA, "FW: klacht", "Ons lid is boos over jullie mailtje, zie hieronder. Ik heb haar gezegd dat jullie reageren.\n\nPetra\n" OUTLOOK INNER);
	expect_anneke("a person who tells how the customer takes it", "passed-on");
	read_mail(PETRA, "FW: klacht", "Klant van ons, graag oppakken.\n" OUTLOOK INNER);
	expect_anneke("a person of few words", "passed-on");
	read_mail(PETRA, "FW: klacht", "Hierbij een klacht van onze huurder.\n\nVan: Info Eigen Haard <info@eigenhaard.example>\nVerzonden: dinsdag 3 november 2026 08:14\nAan: Petra Jansen\n"
		  "Onderwerp: FW: klacht\n\nPetra, dit is voor de incasso.\n" OUTLOOK INNER);
	expect_anneke("a desk to a person to us", "passed-on");
	read_mail(COLLEAGUE, "FW: klacht", "ter info\n\nVan: " PETRA "\nVerzonden: dinsdag 3 november 2026 08:14\nAan: Debby Franken\nOnderwerp: FW: klacht\n\n"
		  "Dag Debby, deze klacht van een huurder hoort bij jullie.\n" OUTLOOK INNER);
	expect_anneke("a client to a colleague to us", NULL);
}

static void an_attached_mail_is_passed_on_as_well(void **state)
{
	(void)state;
	read_as("multipart/mixed; boundary=b", COLLEAGUE, "doorsturen", ATTACHED("Zie bijlage.\n\nDebby"));
	expect_anneke("a colleague", NULL);
	read_as("multipart/mixed; boundary=b", LANDLORD, "klacht huurder", ATTACHED("Bijgaand de klacht van een huurder."));
	expect_anneke("a client", "passed-on");
	read_as("multipart/mixed; boundary=b", "Anneke de Bruijn <anneke@mail.example>", "mijn mail", ATTACHED("Deze mail stuurde ik al, nog steeds geen antwoord."));
	assert_string_equal(record->receipt.to, "anneke@mail.example");
	assert_int_equal(record->receipt.verdict, VERDICT_SEND);
	assert_non_null(strstr(record->description, "nog steeds geen antwoord"));
}

static void praise_is_passed_on_too(void **state)
{
	(void)state;
	read_mail("Tandheelkunde Centrum Zeist <balie@tandzeist.example>", "FW: bedankje", "Dit kregen wij van een patiënt, leuk om eens iets aardigs door te sturen!\n\nVan: Wil Remmers "
		  "<wil@mail.example>\nVerzonden: maandag 9 november 2026 19:20\nAan: balie@tandzeist.example\nOnderwerp: bedankje\n\nBeste tandarts,\n\nIk wil kwijt dat het incassobureau heel netjes "
		  "is geweest. De meneer had geduld met mij. Dat waardeer ik zeer.\n\nW. Remmers, dossier 2621877\n");
	assert_int_equal(record->kind, KIND_COMPLIMENT);
	assert_string_equal(record->email, "wil@mail.example");
	assert_null(strstr(record->description, "aardigs"));
	assert_int_equal(record->receipt.verdict, VERDICT_HOLD);
}

static void the_note_tells_numbers_that_the_mail_does_not(void **state)
{
	(void)state;
	read_mail(LANDLORD, "FW: klacht", "Klacht van een huurder. Uw dossier: 2655555\n\nVan: Anneke de Bruijn <anneke@mail.example>\nVerzonden: maandag 2 november 2026 20:14\n"
		  "Aan: info@eigenhaard.example\nOnderwerp: klacht\n\nHallo,\n\nJullie incassobureau blijft mij bellen, ik ben het zat.\n\nAnneke de Bruijn\n");
	assert_int_equal(record->n_dossier_numbers, 1);
	assert_string_equal(record->dossier_numbers[0], "2655555");
	assert_string_equal(origin("dossier_numbers[0]"), "body");
	assert_string_equal(record->name, "Anneke de Bruijn");
	read_mail(COLLEAGUE, "FW: aanvulling", "Hoort bij K-2026-000123.\n\nVan: Anneke de Bruijn <anneke@mail.example>\nVerzonden: maandag 2 november 2026 20:14\nAan: Debby Franken\n"
		  "Onderwerp: aanvulling\n\nHierbij nog het bankafschrift bij mijn klacht.\n\nAnneke de Bruijn\n");
	assert_int_equal(record->kind, KIND_FOLLOW_UP);
	assert_string_equal(record->complaint_number, "K-2026-000123");
	assert_string_equal(record->subject, "FW: aanvulling");
}

static void outlook_may_leave_the_address_out(void **state)
{
	(void)state;
	read_mail(COLLEAGUE, "FW: klacht", "Voor jullie.\n\nVan: Anneke de Bruijn\nVerzonden: maandag 2 november 2026 20:14\nAan: Debby Franken\nOnderwerp: klacht\n\n" INNER "anneke@mail.example\n");
	assert_string_equal(record->name, "Anneke de Bruijn");
	assert_string_equal(record->email, "anneke@mail.example");
	assert_int_equal(record->receipt.verdict, VERDICT_HOLD);
}

static void our_forms_mail_may_come_through_a_colleague(void **state)
{
	(void)state;
	read_mail(COLLEAGUE, "FW: Nieuwe inzending", "Deze kwam bij mij uit.\n\nVan: Website Pro Actief Incasso <website@proactief.example>\nVerzonden: maandag 2 november 2026 20:14\n"
		  "Aan: info@proactief.example\nOnderwerp: Nieuwe inzending\n\nNaam: Anneke de Bruijn\nTelefoon: 06-12345678\nE-mail: anneke@mail.example\nDossiernummer: 2612345\n"
		  "Klacht: Ik word steeds gebeld terwijl ik betaald heb. Schandalig.\nGewenste oplossing: Stop met bellen\n");
	assert_string_equal(record->name, "Anneke de Bruijn");
	assert_string_equal(record->email, "anneke@mail.example");
	assert_string_equal(record->desired_resolution, "Stop met bellen");
	assert_int_equal(record->receipt.verdict, VERDICT_SEND);
	assert_string_equal(record->receipt.to, "anneke@mail.example");
}

/* Who complains himself, acts for another, or shows what a third one wrote to him, remains the sender. */
static void others_remain_the_sender(void **state)
{
	static const struct { const char *what, *from, *address, *subject, *body; } MAILS[] = {
		{ "a client that complains itself", LANDLORD, "info@eigenhaard.example", "FW: klacht", "Een huurder klaagt terecht: u belde hem over een rekening die wij hebben ingetrokken.\n"
		  "Zo verliezen wij mensen. Dit is al de tweede keer deze maand, schandalig.\n" OUTLOOK INNER },
		{ "a client that is wronged as well", LANDLORD, "info@eigenhaard.example", "FW: klacht", "Een huurder van ons klaagt terecht: u belde hem over een rekening die wij al hebben ingetrokken. "
		  "Zo verliezen wij huurders. Graag voortaan eerst bij ons navragen.\n" OUTLOOK INNER },
		{ "a debtor shows what a shop wrote", "Jan Smit <jan@smit.example>", "jan@smit.example", "FW: bestelling", "Zie onder, de webshop zegt zelf dat ik niets hoef te betalen. Stop met die brieven!\n\n"
		  "Van: Sanne Vos <sanne@webshop.example>\nVerzonden: maandag 2 november 2026 20:14\nAan: jan@smit.example\nOnderwerp: bestelling\n\nU hoeft niets te betalen. Excuses.\n\nSanne Vos\n" },
		{ "the same, without a word", "Jan Smit <jan@smit.example>", "jan@smit.example", "Fwd: bestelling", "---------- Forwarded message ---------\nVan: Sanne Vos <sanne@webshop.example>\n"
		  "Date: ma 2 nov 2026 om 20:14\nSubject: bestelling\nTo: <jan@smit.example>\n\nU hoeft niets te betalen. Excuses.\n\nSanne Vos\n" },
		{ "a firm shows what its supplier wrote", "Brouwer Dakwerken <info@brouwerdakwerken.example>", "info@brouwerdakwerken.example", "FW: factuur", "Zie onderstaand. Graag sluiten.\n\n"
		  "Van: Tom Bakker <tom@leverancier.example>\nVerzonden: maandag 2 november 2026 20:14\nAan: info@brouwerdakwerken.example\nOnderwerp: factuur\n\nDe factuur is betaald.\n\nTom Bakker\n" },
		{ "a lawyer", "Mr. J. de Wit <dewit@dewitadvocaten.example>", "dewit@dewitadvocaten.example", "FW: klacht", "Namens mijn cliënte, mevrouw A. de Bruijn, stuur ik u onderstaande klacht door.\n"
		  OUTLOOK INNER },
		{ "an administrator, without a word", "Bewindvoering Het Anker <info@hetanker.example>", "info@hetanker.example", "FW: klacht", OUTLOOK INNER },
		{ "a daughter", "Lisa de Bruijn <lisa@mail.example>", "lisa@mail.example", "Fwd: klacht", "Deze mail van mijn moeder kwam terug, daarom stuur ik hem door. Zij is boos.\n" OUTLOOK INNER },
		{ "her own mail again", "Anneke de Bruijn <anneke@mail.example>", "anneke@mail.example", "FW: klacht", "Nogmaals, ik krijg geen antwoord.\n" OUTLOOK INNER },
		{ "our mail with a complaint above", "Anneke de Bruijn <anneke@mail.example>", "anneke@mail.example", "FW: Sommatie", "Ik ben het zat, dit is allang betaald.\n\nVan: Pro Actief Incasso "
		  "<incasso@proactief.example>\nVerzonden: maandag 2 november 2026 20:14\nAan: anneke@mail.example\nOnderwerp: Sommatie\n\nU moet betalen.\n" },
		{ "an answer to a customer", LANDLORD, "info@eigenhaard.example", "RE: klacht", "Wij hebben uw klacht aan het incassobureau doorgestuurd.\n" OUTLOOK INNER },
	};
	(void)state;
	for (size_t i = 0; i < sizeof MAILS / sizeof *MAILS; i++) {
		read_mail(MAILS[i].from, MAILS[i].subject, MAILS[i].body);
		if (!same(record->email, MAILS[i].address) || why("passed-on"))
			fail_msg("%s: the sender is %s", MAILS[i].what, record->email);
	}
	read_mail(COLLEAGUE, "FW: Automatisch antwoord", "Is dit voor jullie?\n\nVan: Anneke de Bruijn <anneke@mail.example>\nVerzonden: maandag 2 november 2026 20:14\nAan: Debby Franken\n"
		  "Onderwerp: Automatisch antwoord\n\nIk ben afwezig tot 12 november. Uw e-mail wordt niet doorgestuurd. Voor dringende zaken kunt u bellen met mijn collega.\n");
	assert_int_equal(record->kind, KIND_MACHINE);
	assert_int_equal(record->receipt.verdict, VERDICT_HOLD);
}

static int teardown(void **state)
{
	(void)state;
	record_free(record);
	message_free(message);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_colleague_passes_on_with_every_program),
		cmocka_unit_test(a_client_passes_on_what_a_customer_wrote),
		cmocka_unit_test(an_attached_mail_is_passed_on_as_well),
		cmocka_unit_test(praise_is_passed_on_too),
		cmocka_unit_test(the_note_tells_numbers_that_the_mail_does_not),
		cmocka_unit_test(outlook_may_leave_the_address_out),
		cmocka_unit_test(our_forms_mail_may_come_through_a_colleague),
		cmocka_unit_test(others_remain_the_sender),
	};
	return cmocka_run_group_tests(tests, NULL, teardown);
}
