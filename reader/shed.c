#include "reader/shed.h"

#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/lock.h"

static bool named(const char *path, const char *const *names)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	for (; *names; names++)
		if (strncmp(name, *names, strlen(*names)) == 0)
			return true;
	return false;
}

/* From its first page to its last. */
static int look(struct dl_phdr_info *library, size_t size, void *names)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), from = UINTPTR_MAX, to = 0;
	(void)size;
	if (!named(library->dlpi_name, names))
		return 0;
	for (size_t i = 0; i < library->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &library->dlpi_phdr[i];
		uintptr_t start = library->dlpi_addr + p->p_vaddr;
		if (p->p_type != PT_LOAD)
			continue;
		from = start < from ? start : from;
		to = start + p->p_memsz > to ? start + p->p_memsz : to;
	}
	if (from < to)
		(void)munmap((void *)(from & ~(page - 1)), to - (from & ~(page - 1)));	/* refused: it stays, as before */
	return 0;
}

void shed_libraries(const char *const *names)
{
	if (!LOCK_SANITIZED)
		(void)dl_iterate_phdr(look, (void *)(uintptr_t)names);
}
