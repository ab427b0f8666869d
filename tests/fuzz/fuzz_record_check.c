#include <jansson.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "reader/merge.h"
#include "reader/record_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What passes must pass again after a merge with itself: the register sees merged records. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	json_t *list = NULL;
	if (record_load((const char *)data, size, &list, NULL) != 0)
		return 0;
	json_t *copy = json_deep_copy(list), *first = json_array_get(list, 0);
	for (size_t i = 0; i < 3; i++)
		merge_scan(first, i, copy);
	merge_unread(first, 0, "why");
	if (record_check(first, NULL) != 0)
		abort();
	json_decref(copy);
	json_decref(list);
	return 0;
}
