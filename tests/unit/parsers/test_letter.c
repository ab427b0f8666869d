/* Letters as lines of text to records: the rules that need no picture. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "letter_paper.h"

#define HEAD "Wilma Kloosterman\nVeenkade 17\n7941 HV Meppel\ntel. 0522 - 25 31 90\n\nPro Actief Incasso\nT.a.v. de Directie\nPostbus 8070\n5004 GB Tilburg\n\nMeppel, 3 juni 2026\n\n"
#define FOOT "\n\nMet vriendelijke groet,\n\nWilma Kloosterman\n"

static int failed;

static void same(const char *what, const char *in, const char *want, const char *got)
{
	if (strcmp(want ? want : "-", got ? got : "-") == 0)
		return;
	fprintf(stderr, "%s of \"%.60s\": want %s, got %s\n", what, in, want ? want : "-", got ? got : "-");
	failed++;
}

static struct record *body(const char *words)
{
	char text[2000];
	(void)snprintf(text, sizeof text, HEAD "Dossier 2611310\n\nGeachte directie,\n\n%s" FOOT, words);
	return paper_read(text, 100, false);
}

static bool reviewed(const struct record *r, const char *code)
{
	for (size_t i = 0; i < r->n_review; i++)
		if (strcmp(r->review[i].code, code) == 0)
			return true;
	return false;
}

/* What is wanted is told by the form of a letter's last sentences. */
static void wishes(void **state)
{
	(void)state;
	static const char *const wanted[] = {
		"Wilt u de aanmaningskosten laten varen?", "Kan die toeslag er niet af?", "Ik mag u dringend verzoeken de loonbeslaglegging op te heffen.", "Meldt u mij per brief dat dit voorbij is.",
		"Mijn voorstel: ik betaal de huur en de rente gaat weg.", "Het wordt hoog tijd dat u mijn gegevens opschoont.", "Met een excuusbrief aan mijn chef ben ik tevreden.",
		"Teruggave van de reiskosten lijkt mij op zijn plaats, en een verklaring.", "Onze wens is dat u alleen nog schrijft.", "Om duidelijk te zijn: zet dit recht.", "Ik zou het waarderen als u de kosten schrapt.",
		"Waar het mij om gaat is dat de codering verdwijnt.", "Gelet hierop vertrouwen wij erop dat u de zaak afwikkelt.", "Wij doen een beroep op uw eigen gedragscode.", "I must ask you to leave my employer out of this.",
		"Het gaat erom dat mijn vader voortaan met rust gelaten wordt.", "Wat ik wel kan is vijftien euro per maand betalen.",
	};
	static const char *const told[] = {
		"Hoe haalt u het in uw hoofd?", "Kunt u nog slapen?", "Wilt u soms dat ik op straat kom te staan?", "Ik vraag me af of u zich niet schaamt.", "Met uw optreden ben ik allerminst tevreden.",
		"Mocht het weer gebeuren, dan ga ik naar de rechter.", "Belt u mij nog eens, dan doe ik aangifte.", "Uw medewerker zei: betaal nu maar gewoon.", "Ik hoop dat u beseft wat dit met mij doet.", "Daarom betaal ik niets.",
		"Mag ik u erop wijzen dat dit verboden is?", "In uw brief staat: \"Wij verzoeken u het bedrag binnen vijf dagen over te maken.\"", "U schreef: \"Wij eisen dat u vandaag nog betaalt en niet later.",
		"Ik hoop dat er iemand is die dit leest.", "PS. Wilt u mij ook zijn naam geven?", "P.S. Wilt u mij ook zijn naam geven?", "Wilt u hem dit ook maar doorgeven?", "Mag ik ook eens mijn kant vertellen?", "Mevrouw De Haan nam op en lachte.",
	};
	char words[300];
	failed = 0;
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		(void)snprintf(words, sizeof words, "U hebt mijn werkgever gebeld. Dat is een schande. %s", wanted[i]);
		struct record *r = body(words);
		same("wish", wanted[i], wanted[i], r->desired_resolution);
		record_free(r);
	}
	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		(void)snprintf(words, sizeof words, "U hebt mijn werkgever gebeld. Dat is een schande. %s", told[i]);
		struct record *r = body(words);
		same("no wish", told[i], NULL, r->desired_resolution);
		record_free(r);
	}
	assert_int_equal(failed, 0);
}

/* The wish stands behind what announces it, or behind a form's question that the writer copied; it has the form of neither an order nor a question then. */
static void answers(void **state)
{
	(void)state;
	static const struct { const char *words, *want; } rows[] = {
		{ "U rekent rente over drie weken. Mijn eis is kort. De rente op nihil.", "De rente op nihil." },
		{ "U stuurde negen brieven. Ik vraag een ding: minder papier. En zeg me of de zaak klaar is.", "Ik vraag een ding: minder papier. En zeg me of de zaak klaar is." },
		{ "U belt mij elke dag. Onze wens is de volgende: Alleen nog brieven.", "Onze wens is de volgende: Alleen nog brieven." },
		{ "U hebt tweemaal afgeschreven.\n\nWat wilt u dat wij doen? Het teveel betaalde terugstorten. En snel.", "Het teveel betaalde terugstorten. En snel." },
		{ "U hebt beslag gelegd op de auto van mijn zus. Dat is een schande.\n\n5. Welke oplossing wilt u?\nHet beslag eraf, vandaag nog.", "Het beslag eraf, vandaag nog." },
		{ "U hebt beslag gelegd op de auto van mijn zus. Dat is een schande. Wat wilt u dat wij doen? Lopen?", NULL },
		{ "U hebt beslag gelegd op de auto van mijn zus. Dat is een schande.\n\nWat wilt u dat wij doen? Moeten wij lopen?", NULL },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct record *r = body(rows[i].words);
		same("wish", rows[i].words, rows[i].want, r->desired_resolution);
		record_free(r);
	}
	assert_int_equal(failed, 0);
}

/* Who wants something undone complains, however coolly; who asks, asks. */
static void kinds(void **state)
{
	(void)state;
	static const struct { const char *words; enum kind kind; } rows[] = {
		{ "Mijn meisjesnaam staat verkeerd in uw brieven. Kunt u dat corrigeren en de verhoging intrekken?", KIND_COMPLAINT },
		{ "Ik ontving een brief over een toestel dat ik nooit heb besteld. Zou u de zaak willen afsluiten?", KIND_COMPLAINT },
		{ "Kunt u mij laten weten hoeveel ik nog moet betalen en op welk rekeningnummer?", KIND_OTHER },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct record *r = body(rows[i].words);
		if (r->kind != rows[i].kind)
			fail_msg("%s: kind %d", rows[i].words, r->kind);
		record_free(r);
	}
}

/* The client of a representative; not our employee, not the creditor, not the writer. */
static void clients(void **state)
{
	(void)state;
	static const struct { const char *subject, *words, *want; } rows[] = {
		{ "Klacht, onderbewindgestelde de heer P.G. Wevers", "Wij zijn bewindvoerder over de goederen van de heer P.G. Wevers. U blijft hem bellen, dat is onbehoorlijk.", "P.G. Wevers" },
		{ "Compliment voor mevrouw Haverkate", "Wilt u haar namens mij hartelijk bedanken? Zij was geweldig.", NULL },
		{ "Klacht over de heer Pol", "Uw medewerker was onbeschoft. Ik schrijf dit ook namens mezelf.", NULL },
		{ "Factuur van uw cliënt Zorgverzekeraar Delta", "Namens onze praktijk laat ik weten dat de nota van uw cliënt Zorgverzekeraar Delta onjuist is.", NULL },
		{ "Klacht", "Namens mijn vader, de heer K. Zijlmans, dien ik een klacht in over uw brieven.", "K. Zijlmans" },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[2000];
		(void)snprintf(text, sizeof text, HEAD "Betreft: %s\n\nGeachte directie,\n\n%s" FOOT, rows[i].subject, rows[i].words);
		struct record *r = paper_read(text, 100, false);
		same("client", rows[i].subject, rows[i].want, r->on_behalf_of);
		record_free(r);
	}
	assert_int_equal(failed, 0);
}

/* Recognition's slips in addresses and names. */
static void slips(void **state)
{
	(void)state;
	static const struct { const char *line[3], *name, *street, *number, *postcode, *city; } rows[] = {
		{ { "B. Kuyper", "Molenwerf 31=B", "1911 DB Uitgeest" }, "B. Kuyper", "Molenwerf", "31-B", "1911 DB", "Uitgeest" },
		{ { "'Ih. Wiarda", "De Dobbe 6", "8401 HK Gorredijk" }, "Th. Wiarda", "De Dobbe", "6", "8401 HK", "Gorredijk" },
		{ { "J. Kok", "Kok Meubels | Haven 9/9145 RATernaard | T 0519 58 12 33", "" }, "J. Kok", "Haven", "9", "9145 RA", "Ternaard" },
		{ { "IIse Wubbels", "Singel 4", "4207 XX Gorinchem" }, "Ilse Wubbels", "Singel", "4", "4207 XX", "Gorinchem" },
		{ { "N.D.). Wubbels", "Singel 4", "4207 XX Gorinchem" }, "N.D.J. Wubbels", "Singel", "4", "4207 XX", "Gorinchem" },
		{ { "Mevrouw B. Wubbels", "Singel 4", "4207 XX Gorinchem" }, "B. Wubbels", "Singel", "4", "4207 XX", "Gorinchem" },
		{ { ". K: Stam -", "Singel 4", "4207 XX Gorinchem" }, "K. Stam", "Singel", "4", "4207 XX", "Gorinchem" },
		{ { "|. Stam", "Singel 4", "4207 XX Gorinchem" }, "I. Stam", "Singel", "4", "4207 XX", "Gorinchem" },
		{ { "Klaas Stam de", "Singel 4", "4207 XX Gorinchem" }, "Klaas Stam", "Singel", "4", "4207 XX", "Gorinchem" },
		{ { "K. Stam", "Singel 4", "4207 XX\nGorinchem" }, "K. Stam", "Singel", "4", "4207 XX", "Gorinchem" },
		{ { "K. Stam", "Singel 4", "42/7XX Gorinchem" }, "K. Stam", "Singel", "4", "4277 XX", "Gorinchem" },
		{ { "Hans de Heer", "Singel 4", "4207 XX Gorinchem" }, "Hans de Heer", "Singel", "4", "4207 XX", "Gorinchem" },
		{ { "Marie Dominee", "Singel 4", "4207 XX Gorinchem" }, "Marie Dominee", "Singel", "4", "4207 XX", "Gorinchem" },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[2000];
		(void)snprintf(text, sizeof text, "%s\n%s\n%s\n\nPRO ACTIEF INCASSO\nT,a.v. de Directie\nPostbus 83070\n5004 GB TILBURG\n\nDossier 2611310\n\nGeachte directie,\n\nDit klopt niet.\n\nHoogachtend,\n\n%s\n",
			       rows[i].line[0], rows[i].line[1], rows[i].line[2], rows[i].line[0]);
		struct record *r = paper_read(text, 96, false);
		same("name", rows[i].line[0], rows[i].name, r->name);
		same("street", rows[i].line[1], rows[i].street, r->address.street);
		same("house number", rows[i].line[1], rows[i].number, r->address.house_number);
		same("postcode", rows[i].line[1], rows[i].postcode, r->address.postcode);
		same("city", rows[i].line[1], rows[i].city, r->address.city);
		record_free(r);
	}
	assert_int_equal(failed, 0);
}

/* A number that the form's description calls something else is no dossier, nor is one in doubt where the form says that there is none. */
static void form(void **state)
{
	(void)state;
	static const struct { const char *words; size_t numbers; bool review; } rows[] = {
		{ "Ik heb alleen een klantnummer\n\t\tvan de winkel (1180452).", 0, false }, { "Het ging om 1180452, meen ik.", 1, true },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[2000];
		(void)snprintf(text, sizeof text, "Pro Actief Incasso\nKlachtenformulier\n\nNaam\t\tG. Veldboer\nAdres\t\tKerkpad 2\nPostcode en woonplaats\t\t7631 AB Ootmarsum\nDossiernummer\t\tonbekend\n\n"
			       "Omschrijving van uw klacht\t\t%s\n\nGewenste oplossing\t\tDe kosten eraf.\n", rows[i].words);
		struct record *r = paper_read(text, 100, false);
		assert_int_equal(r->n_dossier_numbers, rows[i].numbers);
		if (rows[i].review)
			assert_true(reviewed(r, "dossier-number-unsure"));
		assert_string_equal(r->name, "G. Veldboer");
		record_free(r);
	}
}

/* Questions instead of labels, and a heading that is nobody's name. */
static void asking_form(void **state)
{
	(void)state;
	struct record *r = paper_read("KLACHTENFORMULIER\n\nAchternaam en voornaam\t\tGerda Veldboer\nStraat en nummer\t\tKerkpad 2\nPostcode en woonplaats\t\t7631 AB Ootmarsum\nDossiernummer\t\t2611310\n\n"
				      "Uw klacht\n\nDe brief lag open op de mat toen ik uit mijn werk kwam.\n\nWat moet er volgens u gebeuren?\n\nDe kosten eraf.\n", 100, false);
	assert_string_equal(r->name, "Gerda Veldboer");
	assert_string_equal(r->address.street, "Kerkpad");
	assert_string_equal(r->description, "De brief lag open op de mat toen ik uit mijn werk kwam.");
	assert_string_equal(r->desired_resolution, "De kosten eraf.");
	record_free(r);
	r = paper_read("KLACHTENFORMULIER\n\nKerkpad 2\n7631 AB Ootmarsum\n\nGeachte directie,\n\nDit klopt niet.\n", 100, false);
	assert_null(r->name);
	record_free(r);
}

/* A letter without a greeting, folded down the middle: each line is read as two, and a word on the fold is one again. */
static void fold(void **state)
{
	(void)state;
	struct record *r = paper_read("Nico Stam\nSingel 4, 4207 XX Gorinchem\n\nPro Actief Incasso\nPostbus 8070\n5004 GB Tilburg\n\nDossier 2611310\n\nDe opdracht voor het werk die u mee\vstuurde is ondertekend, maar niet\n"
				      "door mij. Mijn naam is er zelfs ver\vkeerd in gespeld, en dat klopt niet.\n\nNico Stam\n", 96, false);
	assert_string_equal(r->description, "De opdracht voor het werk die u meestuurde is ondertekend, maar niet door mij. Mijn naam is er zelfs verkeerd in gespeld, en dat klopt niet.");
	record_free(r);
	r = paper_read("Nico Stam\nSingel 4, 4207 XX Gorinchem\n\nPro Actief Incasso\nPostbus 8070\n5004 GB Tilburg\n\nDossier 2611310\n", 96, false);
	assert_true(reviewed(r, "no-own-words"));
	record_free(r);
}

/* A name with a piece that begins small: read in two, and with nothing to read it again a person must look. */
static void torn_names(void **state)
{
	(void)state;
	static const struct { const char *name; bool unsure; } rows[] = { { "Nico Bijp ost", true }, { "Nico van den Bijpost", false }, { "Nico in 't Veld", false } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[600];
		(void)snprintf(text, sizeof text, "%s\nSingel 4\n4207 XX Gorinchem\n\nPro Actief Incasso\nPostbus 8070\n5004 GB Tilburg\n\nGeachte directie,\n\nDit klopt niet.\n\nHoogachtend,\n\n%s\n", rows[i].name, rows[i].name);
		struct record *r = paper_read(text, 96, false);
		bool found = false;
		for (size_t k = 0; k < r->n_review; k++)
			found = found || (r->review[k].field && strcmp(r->review[k].field, "sender.name") == 0);
		if (found != rows[i].unsure)
			fail_msg("%s: %s", rows[i].name, r->name ? r->name : "no name");
		record_free(r);
	}
}

/* Which of several numbers is the dossier: "uw" beats "ons", plain words beat cited ones, and a court's number is none. */
static void numbers(void **state)
{
	(void)state;
	static const struct { const char *head, *words, *want; } rows[] = {
		{ "Ons dossier: 20260412\nUw dossier: 2604199", "U belt onze cliënte elke avond.", "2604199" }, { "Uw nummer: 26 00 606", "De rechter vernietigde de boete (zaaknummer 1098765 CV EXPL 26-441).", "2600606" },
		{ "Dossiernr: 2600099", "U schreef: \"uw dossier 2599999 gaat naar de deurwaarder\". Dat nummer is niet van mij.", "2600099" }, { "Klacht", "Ik ken alleen het dossiernummer 2611310 en verder niets.", "2611310" },
		{ "Uw kenmerk: 2600001", "Dit gaat ook over dossier 2600512.", "2600001 2600512" }, { "Dossiers 2601988 en 2601989", "U rekent dubbele kosten.", "2601988 2601989" },
		{ "Dossier 260/890", "Dit klopt niet.", "2607890" }, { "Uw nummer: 26 OO 606", "Dit klopt niet.", "2600606" },
		{ "Dossiernr: 2600099", "U schreef op een regel die lang genoeg is om door te lopen naar beneden: \"uw\ndossier 2599999 gaat naar de deurwaarder\". Dat is niet van mij.", "2600099" },
		{ "Kenmerk: 7711223", "In uw dossier 2604199 klopt niets.", "2604199" },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[2000], got[100] = "";
		(void)snprintf(text, sizeof text, HEAD "%s\n\nGeachte directie,\n\n%s" FOOT, rows[i].head, rows[i].words);
		struct record *r = paper_read(text, 100, false);
		for (size_t k = 0; k < r->n_dossier_numbers; k++)
			(void)snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", k ? " " : "", r->dossier_numbers[k]);
		same("dossiers", rows[i].head, rows[i].want, got);
		if (reviewed(r, "two-dossier-candidates"))
			same("review", rows[i].head, "", "two-dossier-candidates");
		record_free(r);
	}
	assert_int_equal(failed, 0);
}

#define SLIP "Antwoordstrook\nStuurt u ons nog iets over uw klacht? Doe dan deze strook erbij. Zo komt uw\npost meteen op de goede plaats.\nKlacht K-2026-000042\nDossiernummer 2611310\n\nPostbus 8070, 5004 GB Tilburg\n"
#define RECEIPT "Pro Actief Incasso, Postbus 8070, 5004 GB Tilburg\nW. Kloosterman\nVeenkade 17\n7941 HV Meppel\n\nOns kenmerk: K-2026-000042\n\nOntvangstbevestiging klacht K-2026-000042\n\nGeachte mevrouw Kloosterman,\n\n" \
	"Uw klacht staat bij ons bekend onder nummer K-2026-000042. Wilt u dit nummer noemen als\nu ons belt of schrijft?\n\nIn uw brief lazen wij dit dossiernummer: 2611310. Klopt dat nummer niet?\n\nWat gebeurt er nu?\n" \
	"Wij bellen u graag om uw klacht met u te bespreken. Belt u liever zelf? Dat kan.\n\nMet vriendelijke groet,\n\nKlachtenafdeling\nPro Actief Incasso\n"

/* A complaint's number on paper is a claim; what we printed ourselves is nobody's words. */
static void follow_ups(void **state)
{
	(void)state;
	static const struct { const char *text, *number, *name, *dossier; bool words; } rows[] = {
		{ HEAD "Uw kenmerk: K-2026-000042\n\nGeachte directie,\n\nHierbij het bewijs over dossier 2611310." FOOT, "K-2026-000042", "Wilma Kloosterman", "2611310", true },
		{ HEAD "Geachte directie,\n\nHierbij het bewijs dat ik op tijd betaalde." FOOT "\n\n\n" SLIP, "K-2026-000042", "Wilma Kloosterman", "2611310", true },
		{ HEAD "Geachte directie,\n\nHierbij het bewijs dat ik op tijd betaalde." FOOT "\f" RECEIPT, "K-2026-000042", "Wilma Kloosterman", "2611310", true },
		{ SLIP, "K-2026-000042", NULL, "2611310", false }, { RECEIPT, "K-2026-000042", NULL, "2611310", false },
		{ HEAD "Geachte directie,\n\nNa klacht K-2026-000042 moet ik helaas een nieuwe klacht indienen, over dossier 2611310." FOOT, NULL, "Wilma Kloosterman", "2611310", true },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct record *r = paper_read(rows[i].text, 100, false);
		same("number", rows[i].text, rows[i].number, r->complaint_number);
		same("name", rows[i].text, rows[i].name, r->name);
		same("dossier", rows[i].text, rows[i].dossier, r->n_dossier_numbers == 1 ? r->dossier_numbers[0] : NULL);
		assert_int_equal(r->kind, rows[i].number ? KIND_FOLLOW_UP : KIND_COMPLAINT);
		assert_int_equal(r->description != NULL, rows[i].words);
		if (!rows[i].name) {
			assert_true(reviewed(r, "no-name"));
			assert_null(r->desired_resolution);
			assert_null(r->address.street);
		}
		record_free(r);
	}
	assert_int_equal(failed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wishes), cmocka_unit_test(answers), cmocka_unit_test(kinds), cmocka_unit_test(clients), cmocka_unit_test(slips), cmocka_unit_test(form), cmocka_unit_test(asking_form), cmocka_unit_test(fold), cmocka_unit_test(torn_names), cmocka_unit_test(numbers), cmocka_unit_test(follow_ups),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
