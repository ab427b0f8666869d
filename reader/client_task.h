/* reader/client_task.h — one document in one reader's child, from the "read" frame to its end, as the client sees it.
 *
 * A task holds the child's own channel: pages, requests to render, scans inside a mail, the records. Everything that comes is checked (record_check.h);
 * a frame that breaks the rules ends the child. The owner tells it when the zygote reported the child's end (task_child_ended) or is gone itself
 * (task_host_gone), and calls task_tick() some times a second: limits of time are kept there.
 */
#ifndef KLACHTD_READER_CLIENT_TASK_H
#define KLACHTD_READER_CLIENT_TASK_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <systemd/sd-event.h>

#include "base/error.h"
#include "reader/client_host.h"
#include "reader/record_limits.h"

struct task_order {
	int64_t id;
	const char *channel, *file;
	const char *mode;		/* mail; NULL: full. Letters: NULL or page-image */
	int page;			/* page-image: which, and what is framed (borrowed): docs/wire.md */
	int rotation;			/* degrees clockwise that made it upright; -1: not known */
	const json_t *boxes;
	const int *skip_pages;		/* scans */
	size_t n_skip_pages;
	bool letter, attachment;
	int64_t received_us;
	int document;			/* borrowed until the task is freed */
	int64_t page_limit_us, whole_limit_us;
	size_t max_document_bytes;
};

struct task_scan {
	size_t index;			/* in documents of the record */
	int fd;				/* sealed memfd; -1 where taken */
};

enum task_outcome {
	TASK_DONE,
	TASK_INCOMPLETE,	/* the file is cut off; records hold one unreadable record */
	TASK_BAD,		/* refused: not what it should be */
	TASK_TOO_LARGE,		/* refused: a limit of the rules */
	TASK_CHARSET,		/* refused: mail in a charset that this reader lacks */
	TASK_DIED,		/* the child died or was killed: what says how, page where */
	TASK_LOST,		/* the zygote went, which is not this document's doing */
};

struct task_result {
	enum task_outcome outcome;
	json_t *records;	/* borrowed; NULL but for DONE (of a reading) and INCOMPLETE */
	const char *digest;	/* NULL: none */
	struct task_scan *scans;/* the owner may take the fds (-1) */
	size_t n_scans;
	int image;		/* page-image: sealed memfd, the owner may take it; -1 */
	int page;		/* the last it worked on; 0 none */
	char what[120];		/* TASK_DIED */
};

struct task;
typedef void task_done(struct task *t, const struct task_result *result, void *arg);

int task_start(sd_event *event, struct host *h, const struct task_order *o, task_done *done, void *arg, struct task **ret, struct error *err);
/* Kills the child if it still runs; no callback. Not from within done: the task is freed after it. Accepts NULL. */
void task_free(struct task *t);

int64_t task_id(const struct task *t);
struct host *task_host(const struct task *t);
int64_t task_since_us(const struct task *t);	/* CLOCK_MONOTONIC of its start or its latest page */

/* Both may call done. */
void task_child_ended(struct task *t, const struct child_end *end);
void task_host_gone(struct task *t);
/* False: the child does not die of being killed: the owner ends the host. */
bool task_tick(struct task *t, int64_t now_us);

#endif
