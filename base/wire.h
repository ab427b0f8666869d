/* base/wire.h — frames between klachtd and its workers, and between klachtctl and klachtd.
 *
 * A frame is one SOCK_SEQPACKET record: one JSON object (RFC 8259) of at most WIRE_BYTES, with at most WIRE_FDS descriptors.
 * Anything larger travels as a sealed memfd. docs/wire.md lists every frame.
 *
 * Returns: wire_send: 0; FAIL_RETRY when the peer's queue is full (EAGAIN: wait for EPOLLOUT); FAIL_ITEM when the frame breaks
 *          a limit; FAIL_FATAL when the peer is gone.
 *          wire_recv: 1 a frame; 0 the peer closed; FAIL_RETRY nothing there yet (EAGAIN); FAIL_FATAL a protocol error
 *          (too large, truncated control data, no JSON object, not UTF-8): drop the peer. Received fds are close-on-exec and are
 *          closed here on every failure.
 */
#ifndef KLACHTD_BASE_WIRE_H
#define KLACHTD_BASE_WIRE_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

#define WIRE_BYTES 65536
#define WIRE_FDS 4
#define WIRE_CHANNEL 3		/* the fd on which every worker finds its channel */

struct wire_fds {
	int fd[WIRE_FDS];	/* owned by whoever holds the struct; -1 where taken */
	size_t n;
};
void wire_fds_close(struct wire_fds *fds);

/* A connected pair, both close-on-exec; ours (ret[0]) also non-blocking. */
int wire_pair(int ret[2], struct error *err);

/* Sends msg (borrowed) and fds (borrowed: the receiver gets duplicates). */
int wire_send(int sock, const json_t *msg, const int *fds, size_t n_fds, struct error *err);

/* The same in two steps: the frame as text (at most WIRE_BYTES, no NUL at the end), and text, not waiting (FAIL_RETRY), without a look at what it says. */
int wire_text_of(const json_t *msg, char text[WIRE_BYTES], size_t *ret_n, struct error *err);
int wire_send_text(int sock, const char *text, size_t n, struct error *err);

/* *ret_msg is a new reference (json_decref). */
int wire_recv(int sock, json_t **ret_msg, struct wire_fds *ret_fds, struct error *err);

/* Checked access to a received object. The first use of a wrong type is FAIL_FATAL with the key's name.
 * text: at most max bytes (UTF-8 is assured by wire_recv), no control characters except, where lines is set, line feed and tab.
 * A key that is absent or null leaves *ret as it was and is no error, unless need is set. */
int wire_text(const json_t *msg, const char *key, int need, int lines, size_t max, const char **ret, struct error *err);
int wire_int(const json_t *msg, const char *key, int need, int64_t min, int64_t max, int64_t *ret, struct error *err);
int wire_bool(const json_t *msg, const char *key, int need, int *ret, struct error *err);

#endif
