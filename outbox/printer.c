/* klachtd-printer: letters as PDF (docs/wire.md "klachtd <-> klachtd-printer"). It shapes citizens' names: so it is locked in, and reads fonts only. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lock.h"
#include "base/spawn.h"
#include "base/wire.h"
#include "outbox/letter.h"
#include "outbox/mime.h"

#define LETTER_BYTES (1024 * 1024)	/* of JSON */
#define BUNDLE_BYTES (16 * 1024 * 1024)
#define BUNDLE_LETTERS 1000
#define LINE_BYTES 1024			/* of one line of an address or reference */
#define TEXT_BYTES (16 * 1024)		/* of one paragraph */
#define STRINGS (LETTER_ADDRESS_LINES + LETTER_REFERENCE_LINES + LETTER_TEXTS + 16)

/* The cleaned texts of one letter. */
struct pool {
	char *text[STRINGS];	/* owned */
	size_t n;
};

static void pool_free(struct pool *p)
{
	while (p->n)
		free(p->text[--p->n]);
}

/* LF stays, every line between is cleaned. NULL: no text, or too long. */
static const char *pool_add(struct pool *p, const json_t *v, size_t limit_bytes)
{
	const char *s = json_string_value(v);
	if (!s || json_string_length(v) > limit_bytes || p->n == STRINGS)
		return NULL;
	char *ret = calloc(1, strlen(s) + 1), *w = ret;
	while (ret && *s) {
		size_t n = strcspn(s, "\n");
		char *line = strndup(s, n), *clean = line ? text_clean(line) : NULL;
		if (clean)
			w = stpcpy(w, clean);
		s += n;
		if (*s) {
			*w++ = '\n';
			s++;
		}
		free(line);
		free(clean);
	}
	if (ret)
		p->text[p->n++] = ret;
	return ret;
}

/* ---- frames ---- */

struct printer {
	json_t *start;			/* owned */
	struct pool head_texts;
	struct letter_head head;
};

static int send_json(json_t *m, int fd, struct error *err)
{
	int k;
	if (!m)
		return error_set(err, FAIL_FATAL, "no memory");
	while ((k = wire_send(WIRE_CHANNEL, m, &fd, fd >= 0, err)) == FAIL_RETRY) {
		struct pollfd p = { WIRE_CHANNEL, POLLOUT, 0 };
		(void)poll(&p, 1, -1);	/* whatever it says, the next send tells */
	}
	json_decref(m);
	return k;
}

/* 1 a frame, 0 the end. */
static int receive(json_t **ret, struct wire_fds *fds, struct error *err)
{
	int k;
	while ((k = wire_recv(WIRE_CHANNEL, ret, fds, err)) == FAIL_RETRY) {
		struct pollfd p = { WIRE_CHANNEL, POLLIN, 0 };
		(void)poll(&p, 1, -1);
	}
	return k;
}

static int read_start(struct printer *p, struct error *err)
{
	const char *op = json_string_value(json_object_get(p->start, "op"));
	if (!op || strcmp(op, "start") != 0)
		return error_set(err, FAIL_FATAL, "protocol: the first frame is not start");
	p->head.organisation = pool_add(&p->head_texts, json_object_get(p->start, "organisation"), LINE_BYTES);
	p->head.postal_address = pool_add(&p->head_texts, json_object_get(p->start, "postal_address"), LINE_BYTES);
	p->head.phone = pool_add(&p->head_texts, json_object_get(p->start, "phone"), LINE_BYTES);
	if (!p->head.organisation)
		p->head.organisation = "";
	return 0;
}

static int enter_and_tell(struct error *err)
{
	static const char *const fonts[] = { "/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/var/cache/fontconfig",
					     "/etc/localtime", "/usr/share/zoneinfo", NULL };
	static const struct lock_limits limits = { .cpu_s = 300, .memory_bytes = 1UL << 30, .open_files = 256, .memfd_bytes = 64UL << 20 };
	struct lock_layers layers = { 0 };
	int k = lock_enter(&(struct lock){ .profile = LOCK_DRAW, .read_paths = fonts }, &layers, err);
	k = k ? k : lock_limits(&limits, err);
	if (k)
		return k;
	json_t *standing = json_array();
	if (layers.landlock)
		json_array_append_new(standing, json_string("landlock"));
	if (layers.seccomp)
		json_array_append_new(standing, json_string("seccomp"));
	return send_json(json_pack("{s:s, s:o}", "op", "ready", "sandbox", standing), -1, err);
}

/* ---- a letter ---- */

struct lines {
	const char *line[LETTER_ADDRESS_LINES + LETTER_REFERENCE_LINES];
	size_t n;
};

/* Lines that are empty once cleaned are left out; one that is no text or too long spoils the letter: it may be the street. */
static int take_lines(struct pool *p, const json_t *array, size_t max, struct lines *ret)
{
	size_t i;
	json_t *v;
	json_array_foreach(array, i, v) {
		const char *s = pool_add(p, v, LINE_BYTES);
		if (!s || (*s && ret->n == max))
			return -1;
		if (*s)
			ret->line[ret->n++] = s;
	}
	return 0;
}

static int take_texts(struct pool *p, const json_t *array, struct letter_text *ret, size_t *ret_n)
{
	size_t i;
	json_t *v;
	json_array_foreach(array, i, v) {
		struct letter_text t = { .kind = LETTER_PARAGRAPH };
		const json_t *heading = json_object_get(v, "heading"), *item = json_object_get(v, "item");
		t.kind = heading ? LETTER_HEADING : item ? LETTER_ITEM : LETTER_PARAGRAPH;
		t.text = pool_add(p, heading ? heading : item ? item : v, TEXT_BYTES);
		if (!t.text || *ret_n == LETTER_TEXTS)
			return -1;
		ret[(*ret_n)++] = t;
	}
	return 0;
}

static int add_letter(const struct printer *p, const json_t *m, struct letter_book *book, unsigned *pages, struct error *err)
{
	static struct letter_text texts[LETTER_TEXTS];
	struct pool pool = { .n = 0 };
	struct lines address = { .n = 0 }, references = { .n = 0 };
	const char *language = json_string_value(json_object_get(m, "language"));
	struct letter l = { .head = &p->head, .texts = texts, .address_lines = address.line, .reference_lines = references.line };
	unsigned n = 0;
	int k = 0;
	l.dutch = !language || strcmp(language, "en") != 0;
	l.number = pool_add(&pool, json_object_get(m, "number"), 64);
	l.date_line = pool_add(&pool, json_object_get(m, "date_line"), LINE_BYTES);
	l.dossier = pool_add(&pool, json_object_get(m, "dossier"), 32);
	if (!l.number)
		l.number = "";
	if (take_lines(&pool, json_object_get(m, "address_lines"), LETTER_ADDRESS_LINES, &address) ||
	    take_lines(&pool, json_object_get(m, "reference_lines"), LETTER_REFERENCE_LINES, &references) ||
	    take_texts(&pool, json_object_get(m, "paragraphs"), texts, &l.n_texts))
		k = error_set(err, FAIL_ITEM, "letter: a line that is no text, too long, or one too many");
	l.n_address_lines = address.n;
	l.n_reference_lines = references.n;
	k = k ? k : letter_book_add(book, &l, &n, err);
	*pages += n;
	pool_free(&pool);
	return k;
}

/* One letter (letters NULL: job itself), or all of a bundle. */
static int draw_letters(const struct printer *p, const json_t *job, const json_t *letters, char **ret, size_t *ret_n, unsigned *pages, struct error *err)
{
	struct letter_book *book = NULL;
	size_t n = letters ? json_array_size(letters) : 1;
	if (n == 0 || n > BUNDLE_LETTERS)
		return error_set(err, FAIL_ITEM, "bundle: 1 to %d letters", BUNDLE_LETTERS);
	int k = letter_book_new(&book, err);
	for (size_t i = 0; !k && i < n; i++)
		k = add_letter(p, letters ? json_array_get(letters, i) : job, book, pages, err);
	k = k ? k : letter_book_finish(book, ret, ret_n, err);
	letter_book_free(book);
	return k;
}

static int draw(const struct printer *p, const json_t *m, char **ret, size_t *ret_n, unsigned *ret_pages, struct error *err)
{
	const char *kind = json_string_value(json_object_get(m, "kind"));
	*ret_pages = 0;
	if (kind && strcmp(kind, "separator-sheet") == 0) {
		*ret_pages = 1;
		return letter_separator_sheet(&p->head, ret, ret_n, err);
	}
	const json_t *letters = kind && strcmp(kind, "bundle") == 0 ? json_object_get(m, "letters") : NULL;
	return draw_letters(p, m, letters, ret, ret_n, ret_pages, err);
}

/* The frame itself, or the object in its memfd. New reference, or NULL. */
static json_t *job_of(json_t *m, const struct wire_fds *fds, struct error *err)
{
	MAP_CLEANUP struct map map = { 0 };
	const char *kind = json_string_value(json_object_get(m, "kind"));
	bool bundle = kind && strcmp(kind, "bundle") == 0;
	if (fds->n == 0)
		return json_incref(m);
	if (map_fd(fds->fd[0], bundle ? BUNDLE_BYTES : LETTER_BYTES, &map, err))
		return NULL;
	json_t *job = json_loadb((const char *)map.bytes, map.n, JSON_REJECT_DUPLICATES, NULL);
	if (!json_is_object(job)) {
		json_decref(job);
		(void)error_set(err, FAIL_ITEM, "letter: no JSON object");
		return NULL;
	}
	return job;
}

static int on_print(const struct printer *p, json_t *m, const struct wire_fds *fds, struct error *err)
{
	struct error why = { 0 };
	int64_t id = 0;
	char *pdf = NULL;
	size_t n = 0;
	unsigned pages = 0;
	int k = wire_int(m, "id", 1, 0, INT64_MAX, &id, err);
	if (k)
		return k;
	json_t *job = job_of(m, fds, &why);
	FD_CLEANUP int out = -1;
	if (job && draw(p, job, &pdf, &n, &pages, &why) == 0)
		out = memfd_from("letter", pdf, n, &why);
	json_decref(job);
	free(pdf);
	if (out >= 0)
		return send_json(json_pack("{s:s, s:I, s:i}", "op", "printed", "id", (json_int_t)id, "pages", (int)pages), out, err);
	return send_json(json_pack("{s:s, s:I, s:s}", "op", "failed", "id", (json_int_t)id, "text", why.text), -1, err);
}

static int serve(const struct printer *p, struct error *err)
{
	for (;;) {
		json_t *m = NULL;
		struct wire_fds fds = { .n = 0 };
		int k = receive(&m, &fds, err);
		if (k != 1)
			return k;
		const char *op = json_string_value(json_object_get(m, "op"));
		if (op && strcmp(op, "print") == 0)
			k = on_print(p, m, &fds, err);
		else
			k = error_set(err, FAIL_FATAL, "protocol: unknown op");
		wire_fds_close(&fds);
		json_decref(m);
		if (k)
			return k;
	}
}

int main(int argc, char **argv)
{
	struct printer p = { .start = NULL };
	struct wire_fds fds = { .n = 0 };
	struct error err = { 0 };
	spawned_or_explain(argc, argv, "draws letters (PDF)");
	signal(SIGTERM, SIG_IGN);	/* the end of the channel is the order to stop */
	signal(SIGINT, SIG_IGN);
	int k = receive(&p.start, &fds, &err);
	wire_fds_close(&fds);
	if (k == 1)
		k = read_start(&p, &err);
	else
		k = -1;
	if (!k)
		k = enter_and_tell(&err);
	if (!k)
		(void)serve(&p, &err);	/* only ever ends with the channel */
	pool_free(&p.head_texts);
	json_decref(p.start);
	return 0;
}
