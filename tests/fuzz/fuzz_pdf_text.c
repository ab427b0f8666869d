/* pdf_text_parse() and the layout on any bytes: no crash, and boxes and texts that keep their promises. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "parsers/letter/layout.h"
#include "parsers/letter/pdftext.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new(64u << 20);
	struct page p;
	struct layout l;
	struct parse_note note;
	if (a && pdf_text_parse((const char *)bytes, n, &page_limits_default, a, &p, &note) == PARSE_OK) {
		for (size_t i = 0; i < p.n; i++)
			assert(p.words[i].text[0] && p.words[i].box.x1 >= p.words[i].box.x0 && p.words[i].size > 0);
		if (layout_make(&p, a, &l) == PARSE_OK)
			for (size_t i = 0; i < l.n; i++)
				assert(l.segment[i].words && strlen(l.segment[i].text));
	}
	arena_free(a);
	return 0;
}
