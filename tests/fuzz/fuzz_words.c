/* words_split() on any text: the first line is the sender ("name<address"), the rest the text. Every line must lie within what it may. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "parsers/message/message.h"
#include "parsers/parse.h"
#include "parsers/words/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	char *text = malloc(n + 1), *line = text;
	if (!text)
		return 0;
	memcpy(text, bytes, n);
	text[n] = 0;
	char *body = strchr(text, '\n'), *address = strchr(text, '<');
	struct mailbox sender = { 0 };
	if (body) {
		*body++ = 0;
		if (address && address < body) {
			*address = 0;
			sender.address = address + 1;
		}
		sender.name = line;
	}
	struct arena *a = arena_new(64 << 20);
	struct words w;
	if (a && words_split(body ? body : text, &sender, &rules_default, a, &w) == PARSE_OK) {
		size_t sum = strlen(w.own);
		for (size_t i = 0; i < w.n; i++) {
			if (w.lines[i].n && memchr(w.lines[i].s, '\n', w.lines[i].n))
				abort();
			if (w.lines[i].level < 0 || (w.lines[i].level > 0 && w.lines[i].role == ROLE_OWN))
				abort();
		}
		if (sum > n + 2 * w.n)
			abort();
	}
	arena_free(a);
	free(text);
	return 0;
}
