/* reader/shed.h — libraries that a reader gets rid of before it forks.
 *
 * Our libraries bring others along, for what a reader never does: TLS, databases, unpacking. Every mapping costs each fork and each end of a child about a microsecond, and
 * foreign code is there to be misused. What is shed is not there any more (munmap(2)): a call into it ends the process, in every test. LD_BIND_NOW (base/spawn.c) has all
 * symbols looked up by then (without it nothing is shed), _exit() runs no library's goodbye, and nobody loads a library behind the lock.
 * Nothing is shed in sanitizer builds, whose reports look into every library.
 */
#ifndef KLACHTD_READER_SHED_H
#define KLACHTD_READER_SHED_H

#include <stdbool.h>

/* And of the others what only the linker needed: symbols and relocations. names: how the libraries' file names start, NULL-terminated; those that are not there are none. */
void shed_libraries(const char *const *names);
/* Has anything gone? Then dlopen() and whatever calls it would walk through libraries that are not there. */
bool shed_happened(void);

#endif
