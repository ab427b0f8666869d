/* daemon/check.h — klachtd --check: what works, a line each on standard output. Nothing is changed: no migration, no folder made, no mail touched.
 *
 * Returns the exit status: 0 all works, 1 something does not, 2 the configuration is bad.
 */
#ifndef KLACHTD_DAEMON_CHECK_H
#define KLACHTD_DAEMON_CHECK_H

int check_run(const char *config_file);

#endif
