/* What is it, and what is wanted? Sentences that people write. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/fields/recognise.h"
#include "parsers/judge/judge.h"

static void judge(const char *subject, const char *own, enum kind kind, const char *wanted)
{
	struct record *r = record_new(4 << 20);
	assert_int_equal(judge_text(subject, own, &rules_default, r), PARSE_OK);
	if (r->kind != kind)
		fail_msg("\"%s\" is %s, want %s", own, kind_name(r->kind), kind_name(kind));
	if (wanted && !(r->desired_resolution && strstr(r->desired_resolution, wanted)))
		fail_msg("\"%s\" wants \"%s\", found \"%s\"", own, wanted, r->desired_resolution ? r->desired_resolution : "(null)");
	if (!wanted && r->desired_resolution)
		fail_msg("\"%s\" wants nothing, found \"%s\"", own, r->desired_resolution);
	record_free(r);
}

static void dissatisfaction_is_a_complaint_in_whatever_tone(void **state)
{
	(void)state;
	judge("Klacht", "Uw medewerker schreeuwde tegen mij. Ik wil excuses.", KIND_COMPLAINT, "Ik wil excuses.");
	judge("vraag", "Ik wil niet klagen, maar drie kwartier in de wacht staan viel me toch wat tegen.", KIND_COMPLAINT, NULL);
	judge("Bedankt!", "Fijn hoor, alweer een aanmaning voor iets wat al betaald is. Lekker bezig.", KIND_COMPLAINT, NULL);
	judge("Petje af", "Mijn complimenten: na zes weken nog steeds geen antwoord. Wat een service.", KIND_COMPLAINT, NULL);
	judge(NULL, "STOP MET BELLEN", KIND_COMPLAINT, "STOP MET BELLEN");
	judge(NULL, "ik ben niet tevreden over hoe dit gegaan is", KIND_COMPLAINT, NULL);
	judge(NULL, "Your agent was rude and hung up on me. Please refund the fees.", KIND_COMPLAINT, "Please refund the fees.");
	judge(NULL, "Ihr Mitarbeiter war unversch\xc3\xa4mt. Ich fordere eine Entschuldigung.", KIND_COMPLAINT, "Ich fordere");
	judge(NULL, "Sk\xc5\x82" "adam skarg\xc4\x99 na Pa\xc5\x84stwa pracownika. Prosz\xc4\x99 przesta\xc4\x87 dzwoni\xc4\x87.", KIND_COMPLAINT, "Prosz\xc4\x99 przesta\xc4\x87");
	judge(NULL, "zie bijlage", KIND_COMPLAINT, NULL);	/* in doubt */
}

static void praise_is_a_compliment_and_business_is_other(void **state)
{
	(void)state;
	judge("Dank", "Hartelijk dank voor de prettige afhandeling, uw collega heeft mij vriendelijk te woord gestaan.", KIND_COMPLIMENT, NULL);
	judge(NULL, "Geen klacht dit keer, maar een compliment voor mevrouw Aarts: zij dacht echt mee.", KIND_COMPLIMENT, NULL);
	judge(NULL, "Ik ben netjes geholpen door uw medewerker. Ik zat met een stapel brieven en ik wist niet waar ik moest beginnen. Zulke mensen maken het verschil.",
	      KIND_COMPLIMENT, NULL);
	judge("Betalingsregeling", "Kan ik het bedrag in 4 termijnen betalen?", KIND_OTHER, NULL);
	judge("Adreswijziging", "Per 1 mei ben ik verhuisd naar Kade 3.", KIND_OTHER, NULL);
	judge(NULL, "Hierbij het betaalbewijs, ik heb het bedrag vandaag overgemaakt.", KIND_OTHER, NULL);
	judge(NULL, "Kunt u mij een kopie van de factuur sturen? Alvast hartelijk dank voor uw hulp.", KIND_OTHER, "kopie van de factuur");
}

static void what_is_wanted_is_the_sentence_that_says_so(void **state)
{
	(void)state;
	judge(NULL, "Dit is onacceptabel. Ik verzoek u het dossier te sluiten en mij dit te bevestigen.", KIND_COMPLAINT, "Ik verzoek u het dossier te sluiten");
	judge(NULL, "Ik wil hierbij een klacht indienen. U belt te vaak. Voortaan alleen schriftelijk contact, aub.", KIND_COMPLAINT, "Voortaan alleen schriftelijk contact");
	judge(NULL, "Schande. Haal die kosten eraf en bied uw excuses aan.", KIND_COMPLAINT, "Haal die kosten eraf");
	judge(NULL, "Schande. U kunt mij overdag bereiken op 0546-812930.", KIND_COMPLAINT, NULL);
	judge(NULL, "Is het nou zo moeilijk om een vervanger te regelen? Belachelijk.", KIND_COMPLAINT, "een vervanger te regelen");
}

static void languages(void **state)
{
	(void)state;
	assert_string_equal(recognise_language("Ik heb de brief niet ontvangen en ben het er niet mee eens."), "nl");
	assert_string_equal(recognise_language("I have not received the letter and I do not agree."), "en");
	assert_string_equal(recognise_language("Ich habe den Brief nicht erhalten und bin damit nicht einverstanden."), "de");
	assert_string_equal(recognise_language("Nie otrzyma\xc5\x82" "em listu i nie zgadzam si\xc4\x99 z tym."), "pl");
	assert_string_equal(recognise_language("Mektubu almad\xc4\xb1m ve bunu kabul etmiyorum."), "tr");
	assert_string_equal(recognise_language("Je n'ai pas re\xc3\xa7u la lettre et je ne suis pas d'accord."), "fr");
	assert_null(recognise_language("2604817"));
	assert_null(recognise_language(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dissatisfaction_is_a_complaint_in_whatever_tone),
		cmocka_unit_test(praise_is_a_compliment_and_business_is_other),
		cmocka_unit_test(what_is_wanted_is_the_sentence_that_says_so),
		cmocka_unit_test(languages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
