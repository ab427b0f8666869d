/* A dropped file's bytes and name, as the letterbox looks at them: sources/container.h, sources/claim.h. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "sources/claim.h"
#include "sources/container.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_name(const uint8_t *data, size_t size)
{
	char name[CLAIM_NAME_SIZE], clean[CLAIM_NAME_SIZE], work[CLAIM_NAME_SIZE], again[CLAIM_NAME_SIZE];
	struct claim_name c, back;
	size_t n = size < sizeof name - 1 ? size : sizeof name - 1;
	memcpy(name, data, n);
	name[n] = '\0';
	(void)claim_ignores(name);
	claim_clean(name, clean);
	claim_clean(clean, again);
	assert(*clean && !strchr(clean, '/') && !strchr(clean, '\n') && !strcmp(clean, again));
	if (!claim_parse(name, &c))
		return;
	claim_format(&c, work);
	assert(claim_parse(work, &back));
	assert(back.received_us == c.received_us && back.sequence == c.sequence && back.attempts == c.attempts && !strcmp(back.name, c.name));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int fd = memfd_from("fuzz", data, size, NULL);
	if (fd < 0)
		return 0;
	(void)container_whole(fd, (int64_t)size);
	fd_close(&fd);
	try_name(data, size);
	return 0;
}
