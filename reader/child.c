#include "reader/child.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/wire.h"
#include "reader/rewind.h"

/* A child without a channel says one frame; what needs more is for one with a channel. */
static int put(struct exchange *x, const json_t *frame)
{
	return x->n_answer ? FAIL_FATAL : wire_text_of(frame, x->answer, &x->n_answer, NULL);
}

static int say(const struct zygote_order *o, json_t *frame, int fd)
{
	int r = !frame ? FAIL_RETRY : o->exchange ? put(o->exchange, frame) : wire_send(o->out, frame, &fd, fd >= 0, NULL);
	json_decref(frame);
	return r;
}

int child_document(const struct zygote_order *o, struct map *ret)
{
	if (o->exchange) {
		*ret = (struct map){ .bytes = o->exchange->document, .n = o->exchange->n };
		return 0;
	}
	if (!memfd_sealed(o->document))
		return FAIL_FATAL;
	int r = map_fd(o->document, o->rules.max_document_bytes, ret, NULL);
	if (r == 0 && !ret->n)
		ret->bytes = (const uint8_t *)"";	/* parsers are given bytes, be it none */
	return r;
}

/* SIGXCPU ends the child (setrlimit(2)); the hard limit stays that of the whole document. */
static void limit_page(void)
{
	struct rlimit l;
	struct timespec used;
	if (getrlimit(RLIMIT_CPU, &l) != 0 || clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) != 0)
		return;
	rlim_t until = (rlim_t)used.tv_sec + 1 + CHILD_PAGE_CPU_S;
	if (l.rlim_max == RLIM_INFINITY || until < l.rlim_max) {
		l.rlim_cur = until;
		(void)setrlimit(RLIMIT_CPU, &l);	/* refused: the limit of the whole document still holds */
	}
}

int child_page(const struct zygote_order *o, int page)
{
	limit_page();
	return say(o, json_pack("{s:s, s:i}", "op", "page", "page", page), -1);
}

int child_scan(const struct zygote_order *o, size_t index, const void *bytes, size_t n)
{
	if (o->exchange)
		return FAIL_FATAL;
	FD_CLEANUP int fd = memfd_from("scan", bytes, n, NULL);
	if (fd < 0)
		return fd;
	return say(o, json_pack("{s:s, s:I}", "op", "document", "index", (json_int_t)index), fd);
}

/* Most lie in the frame itself: a memfd is six system calls on both sides. */
static int say_small(const struct zygote_order *o, json_t *records, const char *outcome, const char *digest)
{
	return say(o, json_pack("{s:s, s:s, s:s?, s:O}", "op", "records", "outcome", outcome, "content_digest", digest, "records", records), -1);
}

static int say_large(const struct zygote_order *o, const json_t *records, const char *outcome, const char *digest)
{
	const char *text = json_dumps(records, JSON_COMPACT | JSON_REAL_PRECISION(6));	/* jansson's memory (frame_memory.h): it goes with the process */
	FD_CLEANUP int fd = text ? memfd_from("records", text, strlen(text), NULL) : FAIL_RETRY;
	if (fd < 0)
		return fd;
	return say(o, json_pack("{s:s, s:s, s:s?}", "op", "records", "outcome", outcome, "content_digest", digest), fd);
}

int child_records(const struct zygote_order *o, json_t *records, bool incomplete, const char *digest)
{
	const char *outcome = incomplete ? "incomplete" : "done";
	int r = records ? say_small(o, records, outcome, digest) : FAIL_RETRY;
	if (r == FAIL_ITEM && !o->exchange)	/* more than a frame holds */
		r = say_large(o, records, outcome, digest);
	return r;	/* the process ends now: freeing thousands of pieces would only cost */
}

int child_page_image(const struct zygote_order *o, const void *png, size_t n)
{
	FD_CLEANUP int fd = memfd_from("page", png, n, NULL);
	if (fd < 0)
		return fd;
	return say(o, json_pack("{s:s, s:b}", "op", "page-image", "ok", 1), fd);
}

int child_refused(const struct zygote_order *o, const char *reason)
{
	return say(o, json_pack("{s:s, s:s}", "op", "refused", "reason", reason), -1);
}
