/* mail_cost FILE... — what reading a mail costs beyond libetpan's own parse and decode: CPU of both in one process, without forks.
 *
 * A line a file: bytes, libetpan's µs, mail_read()'s µs (medians of repeated runs of at least REPEAT_US together), the name. Files are read one after the other, each
 * in turns with the other program's part, so that a busy machine disturbs both alike.
 */
#include <libetpan/libetpan.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "parsers/mail.h"
#include "parsers/message/charset_iconv.h"
#include "parsers/message/guard.h"
#include "parsers/message/message.h"

#define REPEAT_US 200000
#define RUNS_MAX 201
#define FILE_BYTES (128u << 20)
#define SCANS 10000000	/* no limit of ours on what libetpan does by itself */

static double cpu_us(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

/* Every leaf's transfer encoding taken off. */
static void decode(const struct mailmime *m)
{
	if (m->mm_type == MAILMIME_MULTIPLE) {
		for (clistiter *i = clist_begin(m->mm_data.mm_multipart.mm_mp_list); i; i = clist_next(i))
			decode(clist_content(i));
	} else if (m->mm_type == MAILMIME_MESSAGE && m->mm_data.mm_message.mm_msg_mime) {
		decode(m->mm_data.mm_message.mm_msg_mime);
	} else if (m->mm_type == MAILMIME_SINGLE && m->mm_data.mm_single && m->mm_data.mm_single->dt_type == MAILMIME_DATA_TEXT) {
		const struct mailmime_data *d = m->mm_data.mm_single;
		char *text = NULL;
		size_t at = 0, n = 0;
		(void)mailmime_part_parse(d->dt_data.dt_text.dt_data, d->dt_data.dt_text.dt_length, &at, d->dt_encoding, &text, &n);
		mailmime_decoded_part_free(text);
	}
}

static void by_libetpan(const char *bytes, size_t n)
{
	struct mailmime *tree = NULL;
	size_t at = 0;
	guard_reset(SCANS, SCANS);
	if (mailmime_parse(bytes, n, &at, &tree) != MAILIMF_NO_ERROR)
		return;
	decode(tree);
	mailmime_free(tree);
}

static void by_us(const char *bytes, size_t n)
{
	struct record *r = NULL;
	struct message *m = NULL;
	struct parse_note note = { "" };
	if (mail_read((const uint8_t *)bytes, n, "mail", MAIL_FULL, &rules_default, &r, &m, &note) != PARSE_OK)
		return;
	record_free(r);
	message_free(m);
}

static int by_size(const void *a, const void *b)
{
	return (*(const double *)a > *(const double *)b) - (*(const double *)a < *(const double *)b);
}

static double timed(void (*run)(const char *, size_t), const char *bytes, size_t n)
{
	double began = cpu_us();
	run(bytes, n);
	return cpu_us() - began;
}

static void measure(const char *path, const char *bytes, size_t n)
{
	double theirs[RUNS_MAX], ours[RUNS_MAX], spent = 0;
	size_t runs = 0;
	if (n < 1u << 20)	/* what is built at first use is not the mail's */
		by_us(bytes, n);
	while (runs < RUNS_MAX && (spent < REPEAT_US || runs % 2 == 0)) {
		theirs[runs] = timed(by_libetpan, bytes, n);
		ours[runs] = timed(by_us, bytes, n);
		spent += theirs[runs] + ours[runs];
		runs++;
	}
	qsort(theirs, runs, sizeof *theirs, by_size);
	qsort(ours, runs, sizeof *ours, by_size);
	printf("%zu %.1f %.1f %s\n", n, theirs[runs / 2], ours[runs / 2], path);
	(void)fflush(stdout);
}

int main(int argc, char **argv)
{
	if (message_init() != 0 || charset_iconv_load() != 0)
		return 1;
	for (int i = 1; i < argc; i++) {
		char *bytes = NULL;
		size_t n = 0;
		if (file_read(argv[i], FILE_BYTES, &bytes, &n, NULL) < 0) {
			(void)fprintf(stderr, "%s: cannot be read\n", argv[i]);
			return 1;
		}
		measure(argv[i], bytes, n);
		free(bytes);
	}
	return 0;
}
