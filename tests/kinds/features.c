/* tests/kinds/features: of each line {"subject", "text"} on standard input what the scales see of it, as {"tones": [...], "words": [...]}. tests/kinds/learn reads it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "parsers/arena.h"
#include "parsers/judge/kind_scale.h"
#include "parsers/judge/kind_words.h"
#include "parsers/parse.h"

static void note(const struct kind_feature *f, void *arg)
{
	char text[80];
	int n = snprintf(text, sizeof text, "%s%.*s%s%.*s", f->subject ? "S:" : "", (int)f->n, f->word, f->behind ? f->behind : "", (int)f->next_n, f->next ? f->next : "");
	json_array_append_new(arg, json_stringn_nocheck(text, (size_t)n));
}

static void note_words(const char *s, bool subject, struct arena *a, json_t *words)
{
	struct folded f;
	if (s && fold_text(s, strlen(s), a, &f) == PARSE_OK)
		kind_words_each(&f, subject, note, words);
}

static json_t *tones_of(const struct tones *t)
{
	float tone[KIND_SCALE_TONES];
	json_t *list = json_array();
	kind_scale_tones(t, tone);
	for (size_t i = 0; i < KIND_SCALE_TONES; i++)
		json_array_append_new(list, json_real((double)tone[i]));
	return list;
}

static void print_features(const char *subject, const char *text)
{
	struct arena *a = arena_new(64 << 20);
	bool reply = false;
	struct tones t;
	json_t *words = json_array();
	const char *bare = subject ? subject_bare(subject, &reply) : NULL;
	if (!a || tones_read(subject, text, a, &t) != PARSE_OK)
		exit(1);
	note_words(text, false, a, words);
	note_words(reply ? NULL : bare, true, a, words);
	json_t *o = json_pack("{s:o, s:o}", "tones", tones_of(&t), "words", words);
	json_dumpf(o, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(o);
	arena_free(a);
}

int main(void)
{
	char *line = NULL;
	size_t room = 0;
	while (getline(&line, &room, stdin) > 0) {
		json_t *o = json_loads(line, 0, NULL);
		const char *text = json_string_value(json_object_get(o, "text"));
		print_features(json_string_value(json_object_get(o, "subject")), text ? text : "");
		json_decref(o);
	}
	free(line);
	return 0;
}
