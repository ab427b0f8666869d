/* Fields of a mail whose text and headers are any bytes; the first line is the display name, the second the subject. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "parsers/fields/fields.h"

#define INPUT_MAX 8192

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static char *take_line(char **rest)
{
	char *s = *rest, *end = strchr(s, '\n');
	*rest = end ? end + 1 : s + strlen(s);
	if (end)
		*end = '\0';
	return s;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	if (n > INPUT_MAX)
		return 0;
	char *copy = malloc(n + 1), *rest = copy;
	struct record *r = record_new(4u << 20);
	struct arena *a = arena_new(4u << 20);
	if (copy && r && a) {
		memcpy(copy, bytes, n);
		copy[n] = '\0';
		struct message m = { .arena = a, .text_from = "text/plain" };
		struct words w = { 0 };
		m.from = (struct mailbox){ take_line(&rest), "jan@boer.example" };
		m.subject = take_line(&rest);
		m.text = rest;
		if (words_split(m.text, &m.from, &rules_default, a, &w) == PARSE_OK && fields_read(&m, &w, &rules_default, r) == PARSE_OK) {
			for (size_t i = 0; i < r->n_dossier_numbers; i++)
				assert(strspn(r->dossier_numbers[i], "0123456789") == strlen(r->dossier_numbers[i]));
			assert(!r->phone || r->phone[0] == '+');
			assert(!r->address.city || !strchr(r->address.city, '\n'));
			assert(!r->address.street || !strchr(r->address.street, '\n'));
		}
	}
	record_free(r);
	arena_free(a);
	free(copy);
	return 0;
}
