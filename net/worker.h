/* net/worker.h — what the workers that open network connections share: the channel on fd 3, the
 * secret, the lock.
 *
 * Source:  docs/wire.md. One worker a process: the channel is WIRE_CHANNEL. Sends block: a slow
 *          klachtd slows the worker down.
 * Returns: 0 or a negative enum fail; FAIL_FATAL always means that the channel is of no use: end
 *          the process.
 */
#ifndef KLACHTD_NET_WORKER_H
#define KLACHTD_NET_WORKER_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/wire.h"
#include "net/stream.h"

#define SECRET_BYTES 65536

/* The next frame. 1 a frame (json_decref, wire_fds_close), 0 none within timeout_us (0: look only;
 * < 0: for ever). FAIL_FATAL: the channel is closed or broken. Frames that came while
 * worker_secret() waited come first. */
int worker_recv(int64_t timeout_us, json_t **ret, struct wire_fds *ret_fds, struct error *err);
/* True when a frame can be had without waiting that poll() on the channel would not tell of. */
bool worker_pending(void);

/* As worker_recv(0), but waits also for the stream: 1 a frame, 2 the stream has something to read,
 * 0 neither within timeout_us. */
int worker_recv_or_stream(struct stream *s, int64_t timeout_us, json_t **ret, struct wire_fds *ret_fds, struct error *err);

/* Sends msg and drops the caller's reference, also on failure; NULL (json_pack without memory) is
 * FAIL_FATAL. fd -1: none; it stays the caller's. */
int worker_send(json_t *msg, int fd, struct error *err);
/* {"op":"state", ...}; reason and text "" or NULL are left out, text is cleaned and cut to 300
 * bytes. */
int worker_state(const char *state, enum reason reason, const char *text, int64_t retry_us, struct error *err);

/* Asks for the secret and waits for it. *ret is NUL-terminated, without line ends at its end:
 * secret_free(). FAIL_CONFIG: there is none, or it is empty or has a NUL in it: the text says why.
 * FAIL_RETRY: no answer within a minute. */
int worker_secret(char **ret, struct error *err);
void secret_free(char **s);	/* overwrites, frees, sets NULL; accepts a pointer to NULL */
#define SECRET_CLEANUP __attribute__((cleanup(secret_free)))

/* Enters LOCK_NETWORK (base/lock.h) with the resolver's files, the certificates, libraries and
 * SASL plug-ins, and ca_file; then sends `ready` with the layers. */
int worker_lock(const char *ca_file, struct error *err);
/* True when a file the lock let through was put there anew since (resolv.conf, the CA file): a
 * rule of Landlock stands for the old one, and only a new process can read the new. To be asked
 * when resolving or a TLS handshake failed; then end the process, klachtd starts another. */
bool worker_lock_stale(void);

#endif
