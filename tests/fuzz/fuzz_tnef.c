/* winmail.dat, with and without its signature. */
#include <stdlib.h>
#include <string.h>

#include "parsers/message/charset.h"
#include "parsers/message/charset_iconv.h"
#include "parsers/message/tnef.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static int ready;
	struct arena *a = arena_new(16 << 20);
	struct tnef t;
	volatile uint8_t sum = 0;
	if (!ready)
		(void)charset_iconv_load();
	ready = 1;
	if (a && tnef_read(bytes, n, 100, 1 << 16, a, &t) == PARSE_OK) {
		if (t.text && !utf8_valid(t.text, strlen(t.text)))
			abort();
		for (size_t i = 0; i < t.n_files; i++)
			for (size_t k = 0; k < t.files[i].n; k++)
				sum = (uint8_t)(sum + t.files[i].bytes[k]);
	}
	arena_free(a);
	return 0;
}
