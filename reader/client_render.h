/* reader/client_render.h — one run of klachtd-render for a reader's child. */
#ifndef KLACHTD_READER_CLIENT_RENDER_H
#define KLACHTD_READER_CLIENT_RENDER_H

#include <stdbool.h>
#include <stdint.h>
#include <systemd/sd-event.h>

#include "base/error.h"

enum render_end { RENDER_OK, RENDER_FAILED, RENDER_LIMIT };
const char *render_end_name(enum render_end e);		/* "ok", "failed", "limit": the words of docs/wire.md */

struct render_order {
	const char *what;	/* "info", "images", "text", "image" */
	int page, dpi;
	bool colour;
};

struct render;
typedef void render_ended(struct render *r, enum render_end end, void *arg);	/* frees r after it returns */

/* document: a memfd, opened anew so that its offset is nobody else's. *ret_pipe: the read end of its output, the caller's. */
int render_start(sd_event *event, int document, const struct render_order *o, render_ended *ended, void *arg,
		 struct render **ret, int *ret_pipe, struct error *err);
int64_t render_since_us(const struct render *r);	/* CLOCK_MONOTONIC */
void render_kill(struct render *r);			/* its end is reported as RENDER_LIMIT */
void render_free(struct render *r);			/* kills it, no callback. Accepts NULL */

#endif
