/* One field's value, by its first byte: a date, an address list, encoded words, parameters; and the sniffer on anything. */
#include <stdlib.h>
#include <string.h>

#include "parsers/message/addrspec.h"
#include "parsers/message/charset.h"
#include "parsers/message/charset_iconv.h"
#include "parsers/message/date.h"
#include "parsers/message/mimex.h"
#include "parsers/message/param.h"
#include "parsers/message/sniff.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void addresses(const char *s, size_t n, struct arena *a)
{
	struct mailbox_list l = { 0 };
	if (addrspec_list(s, n, a, &l) < 0)
		return;
	for (size_t i = 0; i < l.n; i++)
		if ((!l.box[i].name && !l.box[i].address) || (l.box[i].address && !addrspec_valid(l.box[i].address)))
			abort();
}

static void words(const char *s, size_t n)
{
	SINK_CLEANUP struct sink k = { .limit_bytes = 1 << 16 };
	mimex_words(s, n, &k);
	if (!utf8_valid(sink_text(&k), k.n))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static int ready;
	char date[DATE_BYTES];
	struct params p;
	int w, h;
	if (!ready)
		(void)charset_iconv_load();
	ready = 1;
	struct arena *a = arena_new(16 << 20);
	if (a && n > 0) {
		const char *s = (const char *)bytes + 1;
		if (bytes[0] == 'd' && date_parse(s, n - 1, date) && strlen(date) != 25)
			abort();
		if (bytes[0] == 'a')
			addresses(s, n - 1, a);
		if (bytes[0] == 'w')
			words(s, n - 1);
		if (bytes[0] == 'p' && param_parse(s, n - 1, a, &p) == 0)
			(void)param_get(&p, "filename", a);
		if (bytes[0] == 's' && sniff_size(bytes + 1, n - 1, &w, &h) && (w <= 0 || h <= 0))
			abort();
	}
	arena_free(a);
	return 0;
}
