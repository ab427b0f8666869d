/* parsers/message/message.h on mails that others made: hostile ones (../shared/poison) and real test suites (../shared/corpora). None may crash or
 * take long; none may lose a From, Subject or Date that a careful person could read. Skipped, saying so, where they are not there. */
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <cmocka.h>

#include "parsers/message/charset_iconv.h"
#include "parsers/message/message.h"
#include "parsers/rules.h"

#define SECONDS_MAX 2.0

/* Beside the checkout; elsewhere with SHARED=DIR. */
static const char *shared = "../shared";

/* What a person reads in each. NULL: nothing there, or nothing that means anything. "*": only that there is one. */
static const struct expected { const char *file, *name, *address, *subject, *date; } expectations[] = {
	{ "comments300k.eml.gz", NULL, "a@b", "x", NULL },
	{ "nest10000.eml.gz", NULL, "a@b", "x", NULL },
	{ "nestmsg50000.eml.gz", NULL, "a@b", "x", NULL },
	{ "boundary-quote.eml", NULL, "a@b", NULL, NULL },
	{ "date-asctime.eml", "Max", "max@x.org", "s", "2024-01-01T10:00:00-00:00" },
	{ "date-badday.eml", "Max", "max@x.org", "s", NULL },
	{ "date-edt.eml", "Max", "max@x.org", "s", "2024-01-01T10:00:00-05:00" },
	{ "date-garbage.eml", "Max", "max@x.org", "s", NULL },
	{ "date-gmt.eml", "Max", "max@x.org", "s", "2024-01-01T10:00:00+00:00" },
	{ "date-huge.eml", "Max", "max@x.org", "s", NULL },
	{ "date-neg.eml", "Max", "max@x.org", "s", "2024-01-01T10:00:00-03:30" },
	{ "date-nozone.eml", "Max", "max@x.org", "s", "2024-01-01T10:00:00-00:00" },
	{ "date-year0.eml", "Max", "max@x.org", "s", NULL },
	{ "from-8bit-latin1.eml", "Müller", "m@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-atname.eml", "max@x.org", "max@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-brackets.eml", "[Max]", "m@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-comma.eml", "Müller, Max", "m@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-comment.eml", "Max M", "max@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-dot.eml", "Dr. Max M.", "m@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-double.eml", "Max", "a@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-empty.eml", NULL, NULL, "s", "2024-01-01T10:00:00+01:00" },
	{ "from-encaddr.eml", "Max", "m@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-enccomma.eml", "Müller, Max", "m@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-ip.eml", NULL, "a@[127.0.0.1]", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-multi.eml", NULL, "a@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-noat.eml", "Max", NULL, "s", "2024-01-01T10:00:00+01:00" },
	{ "from-noclose.eml", "Max", "m@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-nothing.eml", NULL, NULL, "s", "2024-01-01T10:00:00+01:00" },
	{ "from-qenc.eml", "Müller", "m@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-quoted.eml", "Max \"M\" x", "m@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-route.eml", NULL, "c@d.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-semi.eml", NULL, "a@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-space.eml", NULL, "max@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-spacecolon.eml", "x", NULL, "s", "2024-01-01T10:00:00+01:00" },
	{ "from-trail.eml", "Max", "m@x.org", "s", "2024-01-01T10:00:00+01:00" },
	{ "from-undisc.eml", NULL, NULL, "s", "2024-01-01T10:00:00+01:00" },
	{ "from-utf8addr.eml", "Max", "mäx@dömain.de", "s", "2024-01-01T10:00:00+01:00" },
	{ "hdr-wsfold.eml", "Max", "max@x.org", "s  x", "2024-01-01T10:00:00+01:00" },
	{ "qp-nul.eml", NULL, "a@b", "x", NULL },
	{ "subj-adj.eml", "Max", "max@x.org", "Re:üx", "2024-01-01T10:00:00+01:00" },
	{ "subj-ansi.eml", "Max", "max@x.org", "ü", "2024-01-01T10:00:00+01:00" },
	{ "subj-badb64.eml", "Max", "max@x.org", "Grüße", "2024-01-01T10:00:00+01:00" },
	{ "subj-cp-1252.eml", "Max", "max@x.org", "ü", "2024-01-01T10:00:00+01:00" },
	{ "subj-empty.eml", "Max", "max@x.org", "", "2024-01-01T10:00:00+01:00" },
	{ "subj-gb.eml", "Max", "max@x.org", "你好", "2024-01-01T10:00:00+01:00" },
	{ "subj-invalid.eml", "Max", "max@x.org", "üü x", "2024-01-01T10:00:00+01:00" },
	{ "subj-jis.eml", "Max", "max@x.org", "日本", "2024-01-01T10:00:00+01:00" },
	{ "subj-ks.eml", "Max", "max@x.org", "한국", "2024-01-01T10:00:00+01:00" },
	{ "subj-lang.eml", "Max", "max@x.org", "ü", "2024-01-01T10:00:00+01:00" },
	{ "subj-long.eml", "Max", "max@x.org", "*", "2024-01-01T10:00:00+01:00" },
	{ "subj-lower.eml", "Max", "max@x.org", "aü", "2024-01-01T10:00:00+01:00" },
	{ "subj-noend.eml", "Max", "max@x.org", "abc", "2024-01-01T10:00:00+01:00" },
	{ "subj-nul.eml", "Max", "max@x.org", "a b", "2024-01-01T10:00:00+01:00" },
	{ "subj-q-1252.eml", "Max", "max@x.org", "Preis 5€", "2024-01-01T10:00:00+01:00" },
	{ "subj-q.eml", "Max", "max@x.org", "Grüße an alle", "2024-01-01T10:00:00+01:00" },
	{ "subj-raw-cp1252.eml", "Max", "max@x.org", "Preis 5€ – „gut“", "2024-01-01T10:00:00+01:00" },
	{ "subj-raw-latin1.eml", "Max", "max@x.org", "Beschwerde über Müll", "2024-01-01T10:00:00+01:00" },
	{ "subj-raw-utf8.eml", "Max", "max@x.org", "Beschwerde über Müll", "2024-01-01T10:00:00+01:00" },
	{ "subj-space.eml", "Max", "max@x.org", "a b c", "2024-01-01T10:00:00+01:00" },
	{ "subj-split.eml", "Max", "max@x.org", "Grüxe", "2024-01-01T10:00:00+01:00" },
	{ "subj-unk.eml", "Max", "max@x.org", "abcü", "2024-01-01T10:00:00+01:00" },
	{ "subj-unk8.eml", "Max", "max@x.org", "Grüße", "2024-01-01T10:00:00+01:00" },
	{ "subj-utf7.eml", "Max", "max@x.org", "ü", "2024-01-01T10:00:00+01:00" },
};

/* These say From: Max <max@x.org>, Subject: s, and the usual date, whatever else is wrong with them. */
static const char *const as_usual[] = {
	"body-att-2047.eml", "body-att-2047fold.eml", "body-att-2047u.eml", "body-att-2231.eml",
	"body-att-2231both.eml", "body-att-2231c.eml", "body-att-comment.eml", "body-att-date.eml",
	"body-att-dispbad.eml", "body-att-dispcase.eml", "body-att-dispsemi.eml", "body-att-nameonly.eml",
	"body-att-nodisp.eml", "body-att-path.eml", "body-att-raw8.eml", "body-att-raw8u.eml", "body-att-rawl1.eml",
	"body-att-sizebad.eml", "body-att-spaces.eml", "body-b64-garbage.eml", "body-b64-nopad.eml",
	"body-b64-pad-mid.eml", "body-ct-bad1.eml", "body-ct-bad2.eml", "body-ct-bad3.eml", "body-ct-bad4.eml",
	"body-ct-bad5.eml", "body-ct-bad6.eml", "body-ct-bad7.eml", "body-ct-dup.eml", "body-ct-flowed.eml",
	"body-ct-utf8x.eml", "body-cte-8bitsemi.eml", "body-cte-unk.eml", "body-qp-bad.eml", "body-uu.eml",
	"date-2y.eml", "date-full.eml", "date-iso.eml", "date-mez.eml", "date-nosec.eml", "hdr-8bitname.eml",
	"hdr-bom.eml", "hdr-case.eml", "hdr-colononly.eml", "hdr-cr.eml", "hdr-emptyhdr.eml", "hdr-fromline.eml",
	"hdr-gtfrom.eml", "hdr-junkline.eml", "hdr-leadblank.eml", "hdr-lf.eml", "hdr-nobody.eml",
	"hdr-nospace.eml", "hdr-nul.eml", "hdr-spcolon.eml", "mid-fold.eml", "mid-irt.eml", "mid-irtfree.eml",
	"mid-long.eml", "mid-noat.eml", "mid-nobr.eml", "mid-outlook.eml", "mid-quote.eml", "mid-refs.eml",
	"mid-sp.eml", "mid-two.eml", "mp-bnd2231.eml", "mp-bndcase.eml", "mp-bndsp.eml", "mp-cte.eml",
	"mp-digest.eml", "mp-empty.eml", "mp-emptyparts.eml", "mp-epilogue.eml", "mp-fold.eml", "mp-lf.eml",
	"mp-nestnoclose.eml", "mp-nobnd.eml", "mp-noclose.eml", "mp-nomimever.eml", "mp-partjunk.eml",
	"mp-prefix.eml", "mp-quotedspecial.eml", "mp-rfc822b64.eml", "mp-trailsp.eml", "mp-unquoted.eml",
};

static uint8_t *read_all(FILE *f, size_t *n)
{
	size_t size = 1 << 16;
	uint8_t *s = malloc(size);
	assert_non_null(s);
	*n = 0;
	for (size_t k; (k = fread(s + *n, 1, size - *n, f)) > 0;) {
		*n += k;
		if (*n == size) {
			s = realloc(s, size *= 2);
			assert_non_null(s);
		}
	}
	return s;
}

static double cpu_seconds(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Parses in exact memory, so that a sanitizer sees a read behind the end. */
static int timed_parse(const char *name, uint8_t *s, size_t n, uint8_t **exact, struct message **m)
{
	struct parse_note note;
	*exact = malloc(n ? n : 1);
	assert_non_null(*exact);
	memcpy(*exact, s, n);
	double before = cpu_seconds();
	int r = message_parse(*exact, n, &rules_default, m, &note);
	double took = cpu_seconds() - before;
	if (took > SECONDS_MAX)
		print_error("%s took %.1f s\n", name, took);
	assert_true(took <= SECONDS_MAX);
	return r;
}

static bool same(const char *want, const char *got)
{
	return want && *want == '*' ? got != NULL : !want || !got ? want == got : strcmp(want, got) == 0;
}

static int check(const struct expected *e)
{
	char command[600];
	size_t n;
	struct message *m = NULL;
	uint8_t *exact;
	bool packed = strstr(e->file, ".gz");
	(void)snprintf(command, sizeof command, "%s%s/poison/%s", packed ? "gzip -dc " : "", shared, e->file);
	FILE *f = packed ? popen(command, "r") : fopen(command, "rb");
	assert_non_null(f);
	uint8_t *s = read_all(f, &n);
	(void)(packed ? pclose(f) : fclose(f));
	assert_int_equal(timed_parse(e->file, s, n, &exact, &m), PARSE_OK);
	int bad = !same(e->name, m->from.name) || !same(e->address, m->from.address) || !same(e->subject, m->subject) || !same(e->date, m->date);
	if (bad)
		print_error("%s: [%s] <%s> \"%s\" %s\n", e->file, m->from.name, m->from.address, m->subject, m->date);
	message_free(m);
	free(exact);
	free(s);
	return bad;
}

static void skip_unless(const char *file)
{
	char path[600];
	(void)snprintf(path, sizeof path, "%s/%s", shared, file);
	FILE *there = fopen(path, "r");
	if (!there) {
		print_message("skipped: %s is not there\n", path);
		skip();
	}
	(void)fclose(there);
}

static void test_poison(void **state)
{
	(void)state;
	int bad = 0;
	skip_unless("poison/README.md");
	for (size_t i = 0; i < sizeof expectations / sizeof expectations[0]; i++)
		bad += check(&expectations[i]);
	for (size_t i = 0; i < sizeof as_usual / sizeof as_usual[0]; i++)
		bad += check(&(struct expected){ as_usual[i], "Max", "max@x.org", "s", "2024-01-01T10:00:00+01:00" });
	assert_int_equal(bad, 0);
}

/* ---- the corpora: what a simple search finds in the raw header must be in the parse ---- */

static int corpora_bad, corpora_mails;

/* The value of a field within the first header block, one line. */
static bool raw_field(const uint8_t *s, size_t n, const char *name, char *ret, size_t size)
{
	const char *p = (const char *)s, *end = p + n;
	size_t k = strlen(name);
	while (p < end && *p != '\n' && *p != '\r') {
		const char *lf = memchr(p, '\n', (size_t)(end - p));
		size_t line = lf ? (size_t)(lf - p) : (size_t)(end - p);
		if (line > k && strncasecmp(p, name, k) == 0 && p[k] == ':') {
			(void)snprintf(ret, size, "%.*s", (int)(line - k - 1), p + k + 1);
			return true;
		}
		p += line + 1;
	}
	return false;
}

static int check_mail(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	/* dates that no person can read either */
	static const char *const no_date[] = { "bad_date_header2.eml", "raw_email_with_bad_date.eml" };
	char from[400] = "", subject[400] = "", date[400] = "";
	size_t n, len = strlen(path);
	struct message *m = NULL;
	uint8_t *exact;
	(void)st;
	(void)ftw;
	if (type != FTW_F || len < 4 || strcmp(path + len - 4, ".eml") != 0)
		return 0;
	FILE *f = fopen(path, "rb");
	assert_non_null(f);
	uint8_t *s = read_all(f, &n);
	(void)fclose(f);
	int r = timed_parse(path, s, n, &exact, &m);
	bool lost = r != PARSE_OK;
	corpora_mails++;
	if (r == PARSE_OK) {
		bool dated = raw_field(s, n, "Date", date, sizeof date) && strstr(date, " 20") && strchr(date, ':');
		for (size_t i = 0; i < sizeof no_date / sizeof no_date[0]; i++)
			dated = dated && !strstr(path, no_date[i]);
		lost = (raw_field(s, n, "From", from, sizeof from) && strchr(from, '@') && !m->from.address) ||
		       (raw_field(s, n, "Subject", subject, sizeof subject) && subject[strspn(subject, " \t\r")] && !(m->subject && *m->subject)) ||
		       (dated && !m->date);
	}
	if (lost) {
		print_error("%s loses something: %d, From %s, Subject %s, Date %s\n", path, r, from, subject, date);
		corpora_bad++;
	}
	message_free(m);
	free(exact);
	free(s);
	return 0;
}

static void test_corpora(void **state)
{
	(void)state;
	char path[600];
	skip_unless("corpora/README.md");
	(void)snprintf(path, sizeof path, "%s/corpora", shared);
	assert_int_equal(nftw(path, check_mail, 10, FTW_PHYS), 0);
	print_message("%d mails\n", corpora_mails);
	assert_true(corpora_mails > 500);
	assert_int_equal(corpora_bad, 0);
}

int main(void)
{
	shared = getenv("SHARED") ? getenv("SHARED") : shared;
	if (message_init() != 0 || charset_iconv_load() != 0) {
		(void)fprintf(stderr, "message_init failed\n");
		return 1;
	}
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_poison), cmocka_unit_test(test_corpora) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
