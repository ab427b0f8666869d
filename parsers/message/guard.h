/* parsers/message/guard.h — three functions of libetpan, replaced while it runs: a mail must not crash its parser.
 *
 * libetpan 1.9.4 overflows its heap on boundary="\"" (CWE-787, fixed upstream in 3f14913, not in Debian 12) and its stack on nested
 * messages and on nested comments. All three go through the PLT, so a program that exports these names is asked instead:
 * link with -Wl,--export-dynamic (nm -D shows mailmime_extract_boundary, mailmime_transfer_encoding_get, mailimf_cfws_parse). Where libetpan is linked
 * statically, its own are made weak first (Makefile).
 */
#ifndef KLACHTD_PARSERS_MESSAGE_GUARD_H
#define KLACHTD_PARSERS_MESSAGE_GUARD_H

#include <stdbool.h>
#include <stddef.h>

/* Before each parse: how many parts and how many multiparts it may see. */
void guard_reset(size_t parts, size_t multiparts);
/* A limit was met since. */
bool guard_tripped(void);
/* False: the linker left one of the three out, libetpan runs unguarded; message_init() refuses then. */
bool guard_works(void);

#endif
