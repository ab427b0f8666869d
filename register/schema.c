#include "register/schema.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* The compiler runs in the project's root, as every include says. The Makefile knows that schema.o depends on schema.sql. */
__asm__(".section .rodata\n"
	".hidden reg_schema_sql\n.globl reg_schema_sql\nreg_schema_sql:\n"
	".incbin \"register/schema.sql\"\n.byte 0\n"
	".text\n");
extern const char reg_schema_sql[] __attribute__((visibility("hidden")));

static const char *find(int version)
{
	char line[32];
	(void)snprintf(line, sizeof line, "\n-- migration %d\n", version);
	const char *at = strstr(reg_schema_sql, line);
	return at ? at + strlen(line) : NULL;
}

int schema_version(void)
{
	int v = 0;
	while (find(v + 1))
		v++;
	return v;
}

const char *schema_migration(int version, size_t *ret_n)
{
	const char *from = find(version), *next = find(version + 1);
	assert(from);
	*ret_n = next ? (size_t)(next - from) : strlen(from);
	return from;
}
