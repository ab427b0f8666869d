/* register/schema.h — schema.sql inside the program, cut at its lines "-- migration N".
 *
 * Private to register/.
 */
#ifndef KLACHTD_REGISTER_SCHEMA_H
#define KLACHTD_REGISTER_SCHEMA_H

#include <stddef.h>

#define SCHEMA_APPLICATION_ID 0x4b4c4148	/* "KLAH" */

/* The newest version this program knows. */
int schema_version(void);

/* The SQL of one migration (1 .. schema_version()), not NUL-terminated. */
const char *schema_migration(int version, size_t *ret_n);

#endif
