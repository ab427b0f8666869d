/* daemon/secret.h — a password or token as a descriptor, opened anew at each login and passed to the one worker that logs in.
 *
 * Source:  systemd.exec(5) LoadCredential=: a directory "klachtd" appears as files klachtd_NAME in $CREDENTIALS_DIRECTORY.
 * Returns: an fd (owned by the caller); FAIL_CONFIG with the two places where it was looked for.
 */
#ifndef KLACHTD_DAEMON_SECRET_H
#define KLACHTD_DAEMON_SECRET_H

#include "base/error.h"

/* password_file: from the configuration, or NULL. credential: "mailbox.klachten.password", "smtp.password". */
int secret_open(const char *password_file, const char *credential, struct error *err);

#endif
