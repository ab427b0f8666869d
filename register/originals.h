/* register/originals.h — original bytes going into the register, written in pieces.
 *
 * Private to register/. A small original (one piece) is written in the transaction of its filing. A large one is prepared before, a step at a time,
 * each piece in a transaction of its own: an interrupted one is gone on with when the same bytes come again.
 */
#ifndef KLACHTD_REGISTER_ORIGINALS_H
#define KLACHTD_REGISTER_ORIGINALS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/file.h"

#define PIECE_BYTES (1 << 20)

struct reg;
struct reg_original;

struct original {
	int fd;			/* borrowed */
	char *role, *media_type;/* owned */
	int64_t bytes;
	bool stored;
	uint8_t sha256[SHA256_BYTES];
};

int original_init(struct original *o, const struct reg_original *from, struct error *err);
void original_free(struct original *o);
bool original_large(const struct original *o);

/* One step of a large original's preparation: 1 there is more to do, 0 it is stored, or a FAIL_*. */
int original_step(struct reg *r, struct original *o, struct error *err);

/* Within the transaction that is open: its row's id; writes a small one that is not there yet. */
int original_store(struct reg *r, struct original *o, int64_t *ret_id, struct error *err);

#endif
