#include "reader/shed.h"

#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/lock.h"

#define RANGES 256

struct range {
	uintptr_t from, to;
	bool kept;		/* to be read */
};

/* Nothing goes before all was looked at: the linker's own name lies in the program's first page. */
struct shedding {
	const char *const *names;
	struct range range[RANGES];
	size_t n;
};

static bool named(const struct dl_phdr_info *library, const char *const *names)
{
	const char *slash = strrchr(library->dlpi_name, '/'), *name = slash ? slash + 1 : library->dlpi_name;
	for (; *names; names++)
		if (strncmp(name, *names, strlen(*names)) == 0)
			return true;
	return false;
}

static void add(struct shedding *s, uintptr_t from, uintptr_t to, bool kept)
{
	if (from < to && s->n < RANGES)
		s->range[s->n++] = (struct range){ from, to, kept };
}

/* From its first page to its last. */
static void add_whole(struct shedding *s, const struct dl_phdr_info *library)
{
	uintptr_t from = UINTPTR_MAX, to = 0;
	for (size_t i = 0; i < library->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &library->dlpi_phdr[i];
		uintptr_t start = library->dlpi_addr + p->p_vaddr;
		if (p->p_type != PT_LOAD)
			continue;
		from = start < from ? start : from;
		to = start + p->p_memsz > to ? start + p->p_memsz : to;
	}
	add(s, from, to, false);
}

/* Symbols and relocations, which linkers since binutils 2.31 put into a mapping of their own in front. */
static void add_symbols(struct shedding *s, const struct dl_phdr_info *library)
{
	const ElfW(Phdr) *p = library->dlpi_phdr, *end = p + library->dlpi_phnum;
	while (p < end && p->p_type != PT_LOAD)
		p++;
	if (p < end && p->p_offset == 0 && p->p_flags == PF_R)
		add(s, library->dlpi_addr + p->p_vaddr, library->dlpi_addr + p->p_vaddr + p->p_memsz, false);
}

/* iconv's modules write nothing once they are loaded: their data join what was made read-only after relocation. */
static void add_data(struct shedding *s, const struct dl_phdr_info *library)
{
	for (size_t i = 0; i < library->dlpi_phnum; i++) {
		const ElfW(Phdr) *p = &library->dlpi_phdr[i];
		if (p->p_type == PT_LOAD && p->p_flags & PF_W)
			add(s, library->dlpi_addr + p->p_vaddr, library->dlpi_addr + p->p_vaddr + p->p_memsz, true);
	}
}

static int look(struct dl_phdr_info *library, size_t size, void *arg)
{
	static const char *const linker[] = { "ld-linux", "linux-vdso", NULL };
	struct shedding *s = arg;
	(void)size;
	if (named(library, s->names))
		add_whole(s, library);
	else if (!named(library, linker))
		add_symbols(s, library);
	if (strstr(library->dlpi_name, "/gconv/"))
		add_data(s, library);
	return 0;
}

static bool happened;

bool shed_happened(void)
{
	return happened;
}

void shed_libraries(const char *const *names)
{
	struct shedding s = { .names = names, .n = 0 };
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	const char *now = getenv("LD_BIND_NOW");
	if (LOCK_SANITIZED || !now || !*now)	/* ld.so(8): else symbols are looked up when they are first called */
		return;
	(void)dl_iterate_phdr(look, &s);
	happened = s.n > 0;
	for (size_t i = 0; i < s.n; i++) {
		uintptr_t from = s.range[i].from & ~(page - 1);
		if (s.range[i].kept)
			(void)mprotect((void *)from, s.range[i].to - from, PROT_READ);
		else
			(void)munmap((void *)from, s.range[i].to - from);	/* refused: it stays, as before */
	}
}
