/* ctl/read.h — files to records, exactly as the daemon reads them; changes nothing. For klachtctl read and explain.
 *
 * Output:  print is called once a record, in the order of the files; a batch scan gives several records.
 * Returns: the exit code: 0 done, also when a record says "unreadable"; 1 a file could not be opened or no reader started (said on standard error, the
 *          other files are still read); 2 usage.
 */
#ifndef KLACHTD_CTL_READ_H
#define KLACHTD_CTL_READ_H

#include <jansson.h>
#include <stdbool.h>

typedef void ctl_read_print(const json_t *record);

/* verb: for what is said on standard error. argv: the files, "-" for standard input. rules: the "hello" object of docs/wire.md, or NULL for the scheme's defaults. */
int ctl_read(const char *verb, int argc, char **argv, json_t *rules, ctl_read_print *print);

#endif
