/* The recognisers over any bytes: they stay inside the text, go forward, and what they write is what they promise. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "parsers/fields/recognise.h"

#define INPUT_MAX 4096

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void check(const struct span *w, size_t from, size_t n)
{
	assert(w->at < w->end && w->end <= n && w->end > from);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const struct dossier_rules *d;
	const char *s = (const char *)bytes;
	if (!d)
		d = dossier_rules_of(&rules_default);
	if (!d || n > INPUT_MAX)
		return 0;
	struct span w;
	char buf[255];
	struct street st;
	struct dossier_candidate c;
	for (size_t at = 0; recognise_postcode(s, n, at, &w, buf); at = w.end) {
		check(&w, at, n);
		assert(strlen(buf) == 7);
	}
	for (size_t at = 0; recognise_phone(s, n, at, &w, buf); at = w.end) {
		check(&w, at, n);
		assert(buf[0] == '+' && strlen(buf) >= 9 && strlen(buf) <= 16);
	}
	for (size_t at = 0; recognise_email(s, n, at, &w, buf); at = w.end)
		check(&w, at, n);
	for (size_t at = 0; recognise_complaint_number(s, n, at, &w, buf); at = w.end)
		check(&w, at, n);
	for (size_t at = 0; recognise_street(s, n, at, &st); at = st.number.end) {
		check(&st.street, at, n);
		check(&st.number, at, n);
	}
	for (size_t at = 0; recognise_dossier(d, s, n, at, &c); at = c.where.end) {
		check(&c.where, at, n);
		assert(strspn(c.digits, "0123456789") == strlen(c.digits) && c.digits[0]);
	}
	double score = recognise_name(s, n);
	assert(score >= 0 && score <= 1);
	return 0;
}
