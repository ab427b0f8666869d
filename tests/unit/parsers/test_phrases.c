/* Folding and patterns; every table's index holds each of its patterns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/judge/judge_phrases.h"
#include "parsers/judge/machine_phrases.h"
#include "parsers/judge/resolution_phrases.h"
#include "parsers/parse.h"
#include "parsers/words/phrase_index.h"

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new(1 << 20);
	return arena ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const char *fold(const char *s)
{
	struct folded f;
	assert_int_equal(fold_text(s, strlen(s), arena, &f), PARSE_OK);
	assert_int_equal(strlen(f.s), f.n);
	return f.s;
}

static void folding_keeps_words_and_the_ends_of_sentences(void **state)
{
	(void)state;
	assert_string_equal(fold("Één  GROTE schande!!! Zo'n bedrijf\xe2\x80\xa6 m.v.g. Jan"), "een grote schande! zon bedrijf. mvg. jan");
	assert_string_equal(fold("Stra\xc3\x9f" "e, \xc3\x96zlem Y\xc4\xb1ld\xc4\xb1z; \xe2\x82\xac 40,00"), "strasse ozlem yildiz. 40 00");
	assert_string_equal(fold("kort\nlang"), "kort\n lang");
	assert_string_equal(fold("deze regel is lang genoeg om afgebroken te zijn en loopt\ndoor"), "deze regel is lang genoeg om afgebroken te zijn en loopt door");
	assert_string_equal(fold("!?. "), "");
	assert_string_equal(fold("\xff\xc3\xe2\x82"), "");
}

static void offsets_lead_back_to_the_source(void **state)
{
	(void)state;
	const char *s = "\xc3\x89\xc3\xa9n (schande)!";
	struct folded f;
	assert_int_equal(fold_text(s, strlen(s), arena, &f), PARSE_OK);
	const char *at = strstr(f.s, "schande");
	assert_non_null(at);
	assert_memory_equal(s + f.at[at - f.s], "schande", 7);
	assert_int_equal(f.at[f.n], strlen(s));
}

static void patterns_match_whole_words(void **state)
{
	(void)state;
	assert_non_null(phrase_match("ik wil", "ik wil dat"));
	assert_null(phrase_match("ik wil", "ik wilde"));
	assert_non_null(phrase_match("ik wil*", "ik wilde"));
	assert_non_null(phrase_match("(ik|wij) (wil|willen) dat", "wij willen dat"));
	assert_non_null(phrase_match("stop (nu |)met", "stop met"));
	assert_non_null(phrase_match("stop (nu |)met", "stop nu met"));
	assert_non_null(phrase_match("(dank (u|je)|bedankt) voor", "dank je voor"));
	assert_non_null(phrase_match("al # weken", "al 3 weken"));
	assert_null(phrase_match("al # weken", "al drie weken"));
	assert_non_null(phrase_match("niet ~ bellen", "niet meer naar mijn werk bellen"));
	assert_null(phrase_match("niet ~ bellen", "niet goed. bellen"));
	assert_null(phrase_match("niet ~ bellen", "niet een twee drie vier vijf bellen"));
}

static void a_set_finds_the_longest_of_a_group(void **state)
{
	(void)state;
	static const struct phrase table[] = { { "klacht", 1, 1 }, { "klacht indienen", 1, 3 }, { "(uw |)(naam|adres)", 2, 1 } };
	static struct phrase_set set = PHRASE_SET(table);
	struct folded f;
	struct phrase_hit hits[8];
	const char *s = "Een klacht indienen, uw naam of adres";
	assert_int_equal(fold_text(s, strlen(s), arena, &f), PARSE_OK);
	assert_int_equal(phrases_find(&set, &f, 0, f.n, hits, 8), 4);
	assert_int_equal(hits[0].phrase, 1);
	assert_int_equal(hits[1].phrase, 2);
	assert_int_equal(hits[2].phrase, 2);	/* "naam" by itself, inside "uw naam" */
	assert_int_equal(hits[3].phrase, 2);
	assert_int_equal(phrases_find(&set, &f, 0, f.n, hits, 1), 1);
}

static void the_tables_fit_the_index_and_close_their_brackets(void **state)
{
	(void)state;
	struct folded f;
	struct phrase_hit hit;
	assert_int_equal(fold_text("een", 3, arena, &f), PARSE_OK);
	(void)phrases_find(&judge_phrases, &f, 0, f.n, &hit, 1);
	assert_true(judge_phrases.index->n_entries < PHRASE_ENTRIES - 1);
	for (size_t i = 0; i < judge_phrases.n; i++) {
		int depth = 0;
		for (const char *p = judge_phrases.table[i].pattern; *p; p++) {
			depth += (*p == '(') - (*p == ')');
			assert_true(depth >= 0 && depth <= 3);
		}
		assert_int_equal(depth, 0);
	}
}

static void every_set_is_built_ahead(void **state)
{
	(void)state;
	assert_true(phrases_prepare());
	assert_non_null(judge_phrases.index);
	assert_non_null(machine_subjects.index);
	assert_non_null(resolution_phrases.index);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(folding_keeps_words_and_the_ends_of_sentences, set_up, tear_down),
		cmocka_unit_test_setup_teardown(offsets_lead_back_to_the_source, set_up, tear_down),
		cmocka_unit_test(patterns_match_whole_words),
		cmocka_unit_test_setup_teardown(a_set_finds_the_longest_of_a_group, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_tables_fit_the_index_and_close_their_brackets, set_up, tear_down),
		cmocka_unit_test(every_set_is_built_ahead),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
