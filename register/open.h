/* register/open.h — bringing a register to a version.
 *
 * Private to register/ and its tests. 0, or as reg_open().
 */
#ifndef KLACHTD_REGISTER_OPEN_H
#define KLACHTD_REGISTER_OPEN_H

#include "register/register.h"

int reg_migrate(struct reg *r, int to, struct error *err);

#endif
