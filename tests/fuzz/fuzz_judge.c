/* judge_text() and recognise_language() on any text: the first line is the subject. A demand must be words of the text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "parsers/fields/recognise.h"
#include "parsers/judge/judge.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	char *text = malloc(n + 1);
	if (!text)
		return 0;
	memcpy(text, bytes, n);
	text[n] = 0;
	char *own = strchr(text, '\n');
	if (own)
		*own++ = 0;
	struct record *r = record_new(64 << 20);
	if (r && judge_text(own ? text : NULL, own ? own : text, &rules_default, r) == PARSE_OK) {
		if (r->kind != KIND_COMPLAINT && r->kind != KIND_COMPLIMENT && r->kind != KIND_OTHER)
			abort();
		if (r->desired_resolution && strlen(r->desired_resolution) > n + 64)	/* " … " between demands that lie apart */
			abort();
		(void)recognise_language(text);
	}
	record_free(r);
	free(text);
	return 0;
}
