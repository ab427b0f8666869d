/* reader/large_pages.h — the program's own code and constants on pages of the large kind (2 MiB on x86-64).
 *
 * Each child of a zygote starts with empty page tables: every 4 KiB page that it executes or reads is looked up by the kernel anew, and on some virtual machines by the
 * host too (10 us each). A large page is one such look-up for all of them. Only where the linker gave the segments addresses of that alignment
 * (-Wl,-z,max-page-size=0x200000). Nothing depends on it: what the kernel refuses stays as it was. Nothing is moved in sanitizer builds.
 */
#ifndef KLACHTD_READER_LARGE_PAGES_H
#define KLACHTD_READER_LARGE_PAGES_H

/* Before the lock, which refuses executable mappings. */
void large_pages_program(void);

#endif
