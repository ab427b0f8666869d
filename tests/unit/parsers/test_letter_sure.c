/* When is a value on paper sure? Two readings of it, two names of one person, two addresses of one office: what is corroborated needs no review. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "parsers/letter/letter_call.h"
#include "parsers/letter/letter_find.h"
#include "tests/unit/parsers/letter_paper.h"

#define US "\n\nPro Actief Incasso\nPostbus 8070\n5004 GB Tilburg\n\n"

/* A line of words with one confidence each, parted by blanks. */
struct reading {
	struct leaf leaf;
	struct word word[8];
	size_t start[8];
	struct segment segment;
	struct letter_line line;
	struct find find;
};

static void read_as(struct reading *r, const char *value, const char *text, const double *conf)
{
	static char copy[8][64];
	*r = (struct reading){ .leaf = { .page = 1 } };
	for (const char *p = text; *p; r->segment.words++) {
		size_t n = strcspn(p, " "), i = r->segment.words;
		(void)snprintf(copy[i], sizeof copy[i], "%.*s", (int)n, p);
		r->word[i] = (struct word){ .text = copy[i], .confidence = conf[i] };
		r->start[i] = (size_t)(p - text);
		p += n + strspn(p + n, " ");
	}
	r->segment.text = text;
	r->segment.word = r->word;
	r->segment.start = r->start;
	r->line = (struct letter_line){ .s = &r->segment, .leaf = &r->leaf, .text = text, .n = strlen(text) };
	find_set(&r->find, &r->line, 0, r->line.n, value, strlen(value), "ocr");
}

static void readings(void **state)
{
	(void)state;
	static const struct { const char *value, *first; double conf[6]; const char *second; double again; bool sure; } rows[] = {
		{ "+31528264411", "(O)528 - 26 44 11", { 48, 60, 96, 96, 96 }, "(0)528 \u2014- 26 44 11", 40, true },
		{ "j.mol@huis.example", "j.mol@huis.example", { 70 }, "j\u201emo I@huis example", 40, true },
		{ "j.mol@huis.example", "j.mol@huis.example", { 70 }, "j.mo1@huis.example", 40, false },
		{ "Hereweg 110", "Hereweg 110", { 92, 80 }, "Hereweg \u00ce10", 40, true },
		{ "+31235312009", "023 531 20 O9", { 96, 96, 96, 40 }, "023 $31 20 09", 69, true },
		{ "+31235312009", "023 531 20 O9", { 96, 80, 96, 40 }, "023 $31 20 09", 69, false },
		{ "+31235312009", "023 531 20 O9", { 96, 96, 96, 40 }, "023 $31 Z0 09", 69, false },
		{ "+31235312009", "023 531 20 O9", { 96, 96, 96, 40 }, "023 531 20 08", 69, false },
		{ "Elsje Tuinstra", "Elsje Tuinstra", { 91, 93 }, "da", 26, true },
		{ "Elsje Tuinstra", "Elsje Tuinstra", { 87, 93 }, "da", 26, false },
		{ "Elsje Tuinstra", "Elsje Tuinstra", { 91, 93 }, "Elsje Tuinsma", 26, false },
		{ "Elsje Tuinstra", "Elsje Tuinstra", { 91, 93 }, "", 100, false },
		{ "Elsje Tuinstra", "Elsje Tuinstra", { 20, 93 }, "Elsje Tuinstra", 80, false },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reading r;
		bool better;
		read_as(&r, rows[i].value, rows[i].first, rows[i].conf);
		if (find_agrees(&r.find, rows[i].second, rows[i].again, &better) != rows[i].sure)
			fail_msg("\"%s\" and \"%s\": %s", rows[i].first, rows[i].second, rows[i].sure ? "not sure" : "sure");
	}
	struct reading r;
	bool better;
	read_as(&r, "Elsje Tuinstra", "Elsje Tuinstra", (const double[]){ 91, 93 });
	r.leaf.poor = true;
	assert_false(find_agrees(&r.find, "da", 26, &better));
}

static void postcodes(void **state)
{
	(void)state;
	static const struct { const char *value, *first; double conf; const char *second; double again; bool vouched, sure; } rows[] = {
		{ "9206 AJ", "9206 Aj", 56, "9206 A}", 72, false, true }, { "9206 AJ", "9206 Aj", 56, "9206 AI", 72, false, false }, { "9206 AJ", "9206 Aj", 56, "9208 AJ", 72, true, false },
		{ "5701 XD", "5701 XD", 0, "5701XD", 85, true, true }, { "5701 XD", "5701 XD", 0, "5701XD", 85, false, false }, { "5701 XD", "5701 XD", 0, "5701XD", 70, true, false },
		{ "1050 BS", "1050 BS", 60, "l0SO 85", 70, false, true },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reading r;
		double conf[] = { rows[i].conf, rows[i].conf };
		read_as(&r, rows[i].value, rows[i].first, conf);
		if (find_postcode_agrees(&r.find, rows[i].second, rows[i].again, rows[i].vouched) != rows[i].sure)
			fail_msg("\"%s\" and \"%s\": %s", rows[i].first, rows[i].second, rows[i].sure ? "not sure" : "sure");
	}
}

static void third_readings(void **state)
{
	(void)state;
	static const struct { const char *third; double conf; const char *value; } rows[] = {
		{ "9258", 95, "9258 AE" }, { "9258", 80, "9253 AE" }, { "9253", 95, "9253 AE" }, { "92 58.", 95, "9258 AE" }, { "925", 95, "9253 AE" }, { "92583", 95, "9253 AE" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reading r;
		read_as(&r, "9253 AE", "9253 AE", (const double[]){ 87, 87 });
		r.find.sure = true;
		bool differs = find_digits_differ(&r.find, rows[i].third, rows[i].conf);
		assert_string_equal(r.find.value, rows[i].value);
		assert_int_equal(differs, !r.find.sure);
		assert_int_equal(differs, strcmp(rows[i].value, "9253 AE") != 0);
	}
}

static void call_names(void **state)
{
	(void)state;
	static const char *const same[][2] = {
		{ "Kees Molenaar", "C. Molenaar" }, { "M.Th. Aalbers", "Maria Theresia Aalbers" }, { "Ch. Baas", "Christiaan Baas" }, { "A.J. (Ton) Lammertink", "Ton Lammertink" }, { "H.J. van der Berg", "Rika van der Berg" },
	};
	static const char *const others[][2] = {
		{ "Kees Molenaar", "P. Molenaar" }, { "Jan Baas", "Janneke Baas" }, { "C. Molenaar", "Kees Mulder" }, { "Ton Lammertink", "Bert Lammertink" }, { "Kees", "C." },
	};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		if (!call_fits(same[i][0], same[i][1]) || !call_fits(same[i][1], same[i][0]))
			fail_msg("%s is not %s", same[i][0], same[i][1]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (call_fits(others[i][0], others[i][1]))
			fail_msg("%s is %s", others[i][0], others[i][1]);
}

static bool reviewed(const struct record *r, const char *code)
{
	for (size_t i = 0; i < r->n_review; i++)
		if (strcmp(r->review[i].code, code) == 0)
			return true;
	return false;
}

/* The name above the address and the one under the letter; the addresses of a letterhead. */
static void two_of_a_kind(void **state)
{
	(void)state;
	static const struct { const char *block, *sign, *name, *review; } rows[] = {
		{ "Kees Molenaar\nZeeweg 210\n2224 CE Katwijk", "C. Molenaar", "Kees Molenaar", NULL }, { "Piet Molenaar\nZeeweg 210\n2224 CE Katwijk", "C. Molenaar", "C. Molenaar", "two-names" },
		{ "Ton Lammertink\nZeeweg 210\n2224 CE Katwijk", "A.J. (Ton) Lammertink", "Ton Lammertink", NULL }, { "Tekst & Redactie\nZeeweg 210\n2224 CE Katwijk", "Patricia Rombouts", "Patricia Rombouts", NULL },
		{ "F. Hoogendoom\nZeeweg 210\n2224 CE Katwijk", "F. Hoogendoorn", "F. Hoogendoorn", NULL }, { "F. Hoogendoorn\nZeeweg 210\n2224 CE Katwijk", "F. Hoogendoom", "F. Hoogendoorn", NULL },
		{ "F. Hoogendoon\nZeeweg 210\n2224 CE Katwijk", "F. Hoogendoorn", "F. Hoogendoorn", "two-names" },
		{ "Jan & Marie Visser\nZeeweg 210\n2224 CE Katwijk", "Patricia Rombouts", "Patricia Rombouts", "two-names" },
		{ "T. Blijleven\nPostbus 214, 3440 AE Woerden\nRietdijk 8, 3441 BB Woerden", "T. Blijleven", "T. Blijleven", NULL },
		{ "T. Blijleven\nHoofdweg 214, 3440 AE Woerden\nRietdijk 8, 3441 BB Woerden", "T. Blijleven", "T. Blijleven", "two-addresses" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[2000];
		(void)snprintf(text, sizeof text, "%s" US "Dossier 2611310\n\nGeachte directie,\n\nIk vind het schandalig dat u mij belt.\n\nMet vriendelijke groet,\n\n%s\n", rows[i].block, rows[i].sign);
		struct record *r = paper_read(text, 96, false);
		assert_string_equal(r->name, rows[i].name);
		if (reviewed(r, "two-names") != (rows[i].review && strcmp(rows[i].review, "two-names") == 0) ||
		    reviewed(r, "two-addresses") != (rows[i].review && strcmp(rows[i].review, "two-addresses") == 0))
			fail_msg("%s: not %s", rows[i].block, rows[i].review ? rows[i].review : "without a review");
		record_free(r);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(readings), cmocka_unit_test(postcodes), cmocka_unit_test(third_readings), cmocka_unit_test(call_names), cmocka_unit_test(two_of_a_kind) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
