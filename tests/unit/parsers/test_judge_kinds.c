/* Complaint, compliment or other, and person or program: the texts of tests/kinds, each {"kind", "language", "subject", "text"}. Those in held.jsonl are new to the scales: they were
 * not learned from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "parsers/judge/judge.h"
#include "parsers/judge/kind_scale.h"
#include "parsers/judge/kind_words.h"
#include "parsers/parse.h"

struct score {
	size_t n, wrong, lost;	/* lost: complaints that got no number */
	size_t mistaken;	/* programs for people, people for programs */
};

static enum kind judged(const json_t *text, double *ret_confidence)
{
	struct record *r = record_new(4 << 20);
	assert_int_equal(judge_text(json_string_value(json_object_get(text, "subject")), json_string_value(json_object_get(text, "text")), &rules_default, r), PARSE_OK);
	enum kind kind = r->kind;
	*ret_confidence = r->kind_confidence;
	record_free(r);
	return kind;
}

static bool of_program(const json_t *text)
{
	struct arena *a = arena_new(4 << 20);
	struct tones t;
	assert_int_equal(tones_read(json_string_value(json_object_get(text, "subject")), json_string_value(json_object_get(text, "text")), a, &t), PARSE_OK);
	double p = kind_program(&t);
	arena_free(a);
	assert_true(p >= 0 && p <= 1);
	return p > 0.5;
}

static void judge_line(const char *line, struct score *s)
{
	json_t *text = json_loads(line, 0, NULL);
	assert_non_null(text);
	const char *want = json_string_value(json_object_get(text, "kind"));
	double confidence;
	enum kind got = judged(text, &confidence);
	bool machine = strcmp(want, "machine") == 0;
	assert_true(confidence >= 0 && confidence <= 1);
	s->n++;
	s->mistaken += of_program(text) != machine;
	if (!machine && strcmp(kind_name(got), want) != 0) {
		s->wrong++;
		s->lost += strcmp(want, "complaint") == 0;
	}
	json_decref(text);
}

static struct score judge_file(const char *path)
{
	struct score s = { 0 };
	char *line = NULL;
	size_t room = 0;
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	while (getline(&line, &room, f) > 0)
		judge_line(line, &s);
	free(line);
	(void)fclose(f);
	print_message("%s: %zu of %zu wrong, %zu complaints lost, %zu people and programs mistaken\n", path, s.wrong, s.n, s.lost, s.mistaken);
	return s;
}

static void what_was_learned_is_known(void **state)
{
	(void)state;
	glob_t files;
	assert_int_equal(glob("tests/kinds/*.jsonl", 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		if (strstr(files.gl_pathv[i], "held"))
			continue;
		struct score s = judge_file(files.gl_pathv[i]);
		assert_true(s.n >= 10 && s.wrong <= s.n / 50 && s.mistaken <= s.n / 50);
	}
	globfree(&files);
}

static void what_is_new_is_judged_as_well(void **state)
{
	(void)state;
	struct score s = judge_file("tests/kinds/held.jsonl");
	assert_true(s.n >= 250 && s.wrong <= s.n * 5 / 100 && s.lost <= s.n * 2 / 100 && s.mistaken <= s.n * 2 / 100);
}

static void a_long_text_weighs_no_more_than_a_short_one(void **state)
{
	(void)state;
	static const char ONCE[] = "Uw medewerker was onbeschoft en hing op. ";
	char *often = calloc(1000, sizeof ONCE);
	double once_sure, often_sure;
	assert_non_null(often);
	for (size_t i = 0; i < 1000; i++)
		memcpy(often + i * (sizeof ONCE - 1), ONCE, sizeof ONCE);
	json_t *a = json_pack("{s:s}", "text", ONCE), *b = json_pack("{s:s}", "text", often);
	assert_int_equal(judged(a, &once_sure), KIND_COMPLAINT);
	assert_int_equal(judged(b, &often_sure), KIND_COMPLAINT);
	assert_true(often_sure - once_sure < 0.1 && once_sure - often_sure < 0.1);
	json_decref(a);
	json_decref(b);
	free(often);
}

static void note(const struct kind_feature *f, void *arg)
{
	char *seen = arg;
	(void)sprintf(seen + strlen(seen), "%s%.*s%s%.*s ", f->subject ? "S:" : "", (int)f->n, f->word, f->behind ? f->behind : "", (int)f->next_n, f->next ? f->next : "");
}

static void the_scales_see_words_and_beginnings(void **state)
{
	(void)state;
	struct arena *a = arena_new(1 << 20);
	struct folded f;
	char seen[1000] = "";
	static const char TEXT[] = "Ik bel 06-12 n\xc3\xb3g eens! \xc3\x87\xc5\x9f\xc4\x9f\xc4\xb1l\xd0\xb0\xd0\xb1\xd0\xb2\xd0\xb3";
	assert_int_equal(fold_text(TEXT, strlen(TEXT), a, &f), PARSE_OK);
	kind_words_each(&f, false, note, seen);
	assert_non_null(strstr(seen, "ik bel ik_bel # bel_# # #_# nog #_nog eens nog_eens ! eens_! "));
	seen[0] = 0;
	assert_int_equal(fold_text("aanmaningen", 11, a, &f), PARSE_OK);
	kind_words_each(&f, true, note, seen);
	assert_string_equal(seen, "S:aanmaningen S:aanma* ");
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_learned_is_known), cmocka_unit_test(what_is_new_is_judged_as_well),
		cmocka_unit_test(a_long_text_weighs_no_more_than_a_short_one), cmocka_unit_test(the_scales_see_words_and_beginnings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
