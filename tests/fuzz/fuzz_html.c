/* An HTML body, already UTF-8 or not: what comes out is clean UTF-8 within the limit. */
#include <stdlib.h>
#include <string.h>

#include "parsers/message/charset.h"
#include "parsers/message/charset_iconv.h"
#include "parsers/message/html.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	SINK_CLEANUP struct sink utf8 = { .limit_bytes = 4 * n + 16 }, text = { .limit_bytes = 1 << 16 };
	char meta[48];
	static int ready;
	if (!ready)
		(void)charset_iconv_load();
	ready = 1;
	charset_to_utf8(html_charset(bytes, n, meta) ? meta : "", bytes, n, &utf8);
	(void)html_text(sink_text(&utf8), utf8.n, &text);
	const char *s = sink_text(&text);
	if (!utf8_valid(s, text.n) || text.n > text.limit_bytes)
		abort();
	for (size_t i = 0; i < text.n; i++)
		if (((unsigned char)s[i] < ' ' && s[i] != '\n' && s[i] != '\t') || s[i] == 0x7f)
			abort();
	return 0;
}
