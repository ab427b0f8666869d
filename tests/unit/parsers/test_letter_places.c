/* Letters as lines of text: where the sender lives, tables above their values, for whom one writes, and what only asks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "parsers/letter/letter_town.h"
#include "tests/unit/parsers/letter_paper.h"

#define US "\n\nPro Actief Incasso\nPostbus 8070\n5004 GB Tilburg\n\n"
#define FOOT "\n\nMet vriendelijke groet,\n\nWilma Kloosterman\n"
#define HEAD "Wilma Kloosterman\nVeenkade 17\n7941 HV Meppel" US

static int failed;

static void same(const char *what, const char *row, const char *want, const char *got)
{
	if (strcmp(want ? want : "", got ? got : "") == 0)
		return;
	print_error("%s of \"%s\": \"%s\", not \"%s\"\n", what, row, got ? got : "", want ? want : "");
	failed++;
}

static const char *review_of(const struct record *r, const char *field)
{
	for (size_t i = 0; i < r->n_review; i++)
		if (r->review[i].field && strcmp(r->review[i].field, field) == 0)
			return r->review[i].code;
	return NULL;
}

static void towns(void **state)
{
	(void)state;
	static const struct { const char *postcode, *city; enum town_fit fit; } rows[] = {
		{ "8011 AB", "Zwolle", TOWN_FITS }, { "3011 AB", "Zwolle", TOWN_ELSEWHERE }, { "2561 CD", "'s-Gravenhage", TOWN_FITS }, { "2561 CD", "DEN HAAG", TOWN_FITS },
		{ "7001 AA", "Doetinchern", TOWN_UNKNOWN }, { "7001 AA", "Doetinchen", TOWN_MISREAD }, { "1251 AA", "Laren", TOWN_FITS }, { "7245 AA", "Laren", TOWN_FITS }, { "9245 AA", "Laren", TOWN_ELSEWHERE },
		{ "8077 RM", "Hulshorst", TOWN_UNKNOWN }, { "4651 BC", "Steenbergen", TOWN_FITS }, { "4851 BC", "Steenbergen", TOWN_ELSEWHERE },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (town_fits(rows[i].postcode, rows[i].city) != rows[i].fit)
			fail_msg("%s %s", rows[i].postcode, rows[i].city);
}

static void addresses(void **state)
{
	(void)state;
	static const struct { const char *block, *street, *number, *postcode, *city, *review; } rows[] = {
		{ "Wilma Kloosterman\nVeenkade 17\n7491 HV Meppel", "Veenkade", "17", "7491 HV", "Meppel", "address-uncertain" },
		{ "Wilma Kloosterman\nKerkstraat 8\n2911 BA Nieuwerkerk aan den\nIJssel", "Kerkstraat", "8", "2911 BA", "Nieuwerkerk aan den IJssel", NULL },
		{ "Wilma Kloosterman\nDorpsweg 101\nHulshorst" US "Hulshorst, 4 mei 2026", "Dorpsweg", "101", NULL, "Hulshorst", "no-address" },
		{ "Wilma Kloosterman\nOosterkade 23, Zutphen", "Oosterkade", "23", NULL, "Zutphen", "no-address" },
		{ "Stichting De Kring, Postbus 311, 8000 AH Zwolle", "Postbus", "311", "8000 AH", "Zwolle", NULL },
		{ "Wilma Kloosterman\nVeenkade 17\n72941 HV Meppel", "Veenkade", "17", "7941 HV", "Meppel", "unsure-reading" },
		{ "Wilma Kloosterman\nVeenkade 17\n77941 HV Meppel", "Veenkade", "17", "7941 HV", "Meppel", "unsure-reading" },
		{ "Wilma Kloosterman\nVeenkade 17\n79411 HV Meppel", "Veenkade", "17", "7941 HV", "Meppel", "unsure-reading" },
		{ "Wilma Kloosterman\nVeenkade 17\n79481 HV Meppel", NULL, NULL, NULL, NULL, "no-address" },
		{ "Wilma Kloosterman\nVeenkade 17\n94711 HV Ternaard", NULL, NULL, NULL, NULL, "no-address" },
		{ "Wilma Kloosterman\nVeenkade 17\n80112 HV Zwolle", NULL, NULL, NULL, NULL, "no-address" },
		{ "Wilma Kloosterman\nVeenkade 17\n7941 H) Meppel", "Veenkade", "17", "7941 HJ", "Meppel", "unsure-reading" },
		{ "Wilma Kloosterman\nZuiderdiep 12\n9571 BC 2e Exlo\u00ebrmond", "Zuiderdiep", "12", "9571 BC", "2e Exlo\u00ebrmond", NULL },
		{ "Wilma Kloosterman\nDe Wieken 3\n2691 AL s-Gravenzande", "De Wieken", "3", "2691 AL", "'s-Gravenzande", NULL },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[2000];
		(void)snprintf(text, sizeof text, "%s" US "Geachte directie,\n\nIk vind het schandalig." FOOT, rows[i].block);
		struct record *r = paper_read(text, 100, false);
		same("street", rows[i].block, rows[i].street, r->address.street);
		same("number", rows[i].block, rows[i].number, r->address.house_number);
		same("postcode", rows[i].block, rows[i].postcode, r->address.postcode);
		same("city", rows[i].block, rows[i].city, r->address.city);
		same("review", rows[i].block, rows[i].review, review_of(r, "sender.address"));
		record_free(r);
	}
	assert_int_equal(failed, 0);
}

/* A bullet between number and postcode, read as a letter: only a second one tells for certain what it is. */
static void bullets(void **state)
{
	(void)state;
	struct record *r = paper_read("Wilma Kloosterman\nVeenkade 17 e 7941 HV Meppel e 0522-123456" US "Geachte directie,\n\nIk vind het schandalig." FOOT, 96, false);
	assert_string_equal(r->address.house_number, "17");
	assert_null(review_of(r, "sender.address"));
	record_free(r);
	r = paper_read("Wilma Kloosterman\nVeenkade 17 c 7941 HV Meppel" US "Geachte directie,\n\nIk vind het schandalig." FOOT, 96, false);
	assert_string_equal(r->address.house_number, "17");
	assert_string_equal(review_of(r, "sender.address"), "unsure-reading");
	record_free(r);
}

static void phones(void **state)
{
	(void)state;
	struct record *r = paper_read("Wilma Kloosterman\nVeenkade 17\n7941 HV Meppel\nTel: 0522-12 3? 4" US "Geachte directie,\n\nIk vind het schandalig." FOOT, 96, false);
	assert_null(r->phone);
	assert_string_equal(review_of(r, "sender.phone"), "unsure-reading");
	record_free(r);
	r = paper_read("Wilma Kloosterman\nVeenkade 17, 7941 HV Meppel | T0522123456 | -wilma@klooster.example" US "Geachte directie,\n\nIk vind het schandalig." FOOT, 96, false);
	assert_string_equal(r->phone, "+31522123456");
	assert_string_equal(r->email, "wilma@klooster.example");
	record_free(r);
	r = paper_read("Wilma Kloosterman\nVeenkade 17 - 7941 HV Meppel - wilma @ kloos ter.example" US "Geachte directie,\n\nIk vind het schandalig." FOOT, 96, false);
	assert_string_equal(r->email, "wilma@klooster.example");
	record_free(r);
	r = paper_read("Wilma Kloosterman\nVeenkade 17, 7941 HV Meppel\nE-mail: wilmaeklooster.example" US "Geachte directie,\n\nIk vind het schandalig." FOOT, 96, false);
	assert_null(r->email);
	assert_string_equal(review_of(r, "sender.email"), "unsure-reading");
	record_free(r);
	r = paper_read("Wilma Kloosterman\nVeenkade 17\n7941 HV Meppel\nT 0522-123456" US "Geachte directie,\n\nIk vind het schandalig." FOOT, 12, false);	/* hardly read, yet no stain */
	assert_string_equal(r->phone, "+31522123456");
	assert_string_equal(review_of(r, "sender.phone"), "unsure-reading");
	record_free(r);
}

static void tables(void **state)
{
	(void)state;
	static const struct { const char *table, *want; } rows[] = {
		{ "Datum\tOns kenmerk\tUw kenmerk\tBetreft\n4 mei 2026\t20260417/KL\t2613377\tde heer Mol", "2613377" },
		{ "Datum\tUw kenmerk\tMijn kenmerk\tBehandeld door\n4 mei 2026\t2613377\tWK/20260504\tW. Kloosterman", "2613377" },
		{ "Uw kenmerk\tVestiging\tOns kenmerk\n2613377\tNoord\t2698765", "2613377" },
		{ "Datum\tMijn kenmerk\n4 mei 2026\tWK/20260504", "" },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[2000], got[100] = "";
		(void)snprintf(text, sizeof text, HEAD "%s\n\nGeachte directie,\n\nIk vind het schandalig." FOOT, rows[i].table);
		struct record *r = paper_read(text, 100, false);
		for (size_t k = 0; k < r->n_dossier_numbers; k++)
			(void)snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", k ? " " : "", r->dossier_numbers[k]);
		same("dossiers", rows[i].table, rows[i].want, got);
		record_free(r);
	}
	assert_int_equal(failed, 0);
}

static void kin(void **state)
{
	(void)state;
	static const struct { const char *subject, *words, *want; } rows[] = {
		{ "Betreft: G. Stam-Veen, dossier 2613377", "Ik schrijf u voor mijn moeder. U stuurt haar dreigbrieven.", "G. Stam-Veen" },
		{ "Onderwerp\tklacht, dhr. T. Huizinga\nUw kenmerk\t2613377", "Als gemachtigde bericht ik u dat uw afdeling van niets weet.", "T. Huizinga" },
		{ "Betreft: W.K. Kloosterman, dossier 2613377", "Ik ben boos. U stuurt mij dreigbrieven.", NULL },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[2000];
		(void)snprintf(text, sizeof text, HEAD "%s\n\nGeachte directie,\n\n%s" FOOT, rows[i].subject, rows[i].words);
		struct record *r = paper_read(text, 100, false);
		same("client", rows[i].subject, rows[i].want, r->on_behalf_of);
		record_free(r);
	}
	assert_int_equal(failed, 0);
}

static void questions(void **state)
{
	(void)state;
	static const struct { const char *words; enum kind kind; const char *wish; } rows[] = {
		{ "Kunt u controleren of mijn overboeking van 2 juni is verwerkt? Dank voor de moeite.", KIND_OTHER, NULL },
		{ "Graag verneem ik hoeveel er nog openstaat.", KIND_OTHER, NULL },
		{ "Ons adres is gewijzigd. Wilt u de post voortaan daarheen sturen?", KIND_OTHER, NULL },
		{ "Uw medewerker vroeg aan mijn zoon wat ik verdien. Ik vraag u mij een overzicht te sturen.", KIND_COMPLAINT, "Ik vraag u mij een overzicht te sturen." },
		{ "Mijn aanbod is zonder te lezen afgewezen. Ik vraag u opnieuw om een regeling van 15 euro per maand.", KIND_COMPLAINT, "Ik vraag u opnieuw om een regeling van 15 euro per maand." },
		{ "lk eis opheffing van het\nbeslag op mijn loon.", KIND_COMPLAINT, "Ik eis opheffing van het beslag op mijn loon." },
		{ "You took half my wages. lask you to make sure that it stops.", KIND_COMPLAINT, "I ask you to make sure that it stops." },
		{ "Mijn complimenten voor uw snelheid. Op mijn vraag is nooit gereageerd. Ik wil antwoord.", KIND_COMPLAINT, "Ik wil antwoord." },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[2000];
		(void)snprintf(text, sizeof text, HEAD "Dossier 2613377\n\nGeachte directie,\n\n%s" FOOT, rows[i].words);
		struct record *r = paper_read(text, 100, false);
		same("wish", rows[i].words, rows[i].wish, r->desired_resolution);
		if (r->kind != rows[i].kind)
			same("kind", rows[i].words, "right", "wrong");
		record_free(r);
	}
	assert_int_equal(failed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(towns), cmocka_unit_test(addresses), cmocka_unit_test(bullets), cmocka_unit_test(phones), cmocka_unit_test(tables), cmocka_unit_test(kin), cmocka_unit_test(questions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
