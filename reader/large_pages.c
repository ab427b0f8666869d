#include "reader/large_pages.h"

#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lock.h"

#define LARGE ((uintptr_t)2 << 20)
#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25	/* Linux 6.1 */
#endif

struct range {
	uintptr_t from, to;
};

/* The linker keeps what is written out of their large pages. */
struct program {
	struct range code, constants;
};

static struct range range_of(const struct dl_phdr_info *p, const ElfW(Phdr) *h)
{
	return (struct range){ p->dlpi_addr + h->p_vaddr, p->dlpi_addr + h->p_vaddr + h->p_memsz };
}

/* The first that is told is the program itself (dl_iterate_phdr(3)). */
static int look(struct dl_phdr_info *p, size_t size, void *arg)
{
	struct program *ret = arg;
	(void)size;
	for (const ElfW(Phdr) *h = p->dlpi_phdr; h < p->dlpi_phdr + p->dlpi_phnum; h++) {
		if (h->p_type == PT_LOAD && h->p_flags == (PF_R | PF_X))
			ret->code = range_of(p, h);
		else if (h->p_type == PT_LOAD && h->p_flags == PF_R && h->p_offset)	/* the one at 0 holds symbols */
			ret->constants = range_of(p, h);
	}
	return 1;
}

/* A copy in memory takes its place: the same bytes, at no moment both writable and executable (systemd.exec(5), MemoryDenyWriteExecute). */
static void move(struct range r, int protection)
{
	size_t bytes = r.to - r.from, n = (bytes + LARGE - 1) / LARGE * LARGE;
	FD_CLEANUP int fd = r.from % LARGE == 0 && n ? memfd_new("program", NULL) : -1;
	if (fd < 0 || ftruncate(fd, (off_t)n) != 0 || pwrite(fd, (const void *)r.from, bytes, 0) != (ssize_t)bytes || memfd_seal(fd, NULL) < 0)
		return;
	if (mmap((void *)r.from, n, protection, MAP_PRIVATE | MAP_FIXED, fd, 0) != MAP_FAILED)	/* in one step, or not at all */
		(void)madvise((void *)r.from, n, MADV_COLLAPSE);
}

void large_pages_program(void)
{
	struct program p = { .code = { 0, 0 } };
	if (LOCK_SANITIZED || !dl_iterate_phdr(look, &p))
		return;
	move(p.code, PROT_READ | PROT_EXEC);
	move(p.constants, PROT_READ);
}
