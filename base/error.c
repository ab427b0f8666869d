#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int error_set(struct error *err, enum fail kind, const char *format, ...)
{
	if (!err)
		return kind;
	va_list ap;
	va_start(ap, format);
	err->kind = kind;
	(void)vsnprintf(err->text, sizeof err->text, format, ap);	/* a long text is cut: it is for a person */
	va_end(ap);
	for (char *p = err->text; *p; p++)
		if ((unsigned char)*p < ' ' || *p == 127)
			*p = ' ';
	return kind;
}

int error_prefix(struct error *err, const char *format, ...)
{
	if (!err)
		return FAIL_FATAL;
	char was[sizeof err->text];
	memcpy(was, err->text, sizeof was);
	va_list ap;
	va_start(ap, format);
	int n = vsnprintf(err->text, sizeof err->text, format, ap);
	va_end(ap);
	if (n >= 0 && (size_t)n < sizeof err->text)
		(void)snprintf(err->text + n, sizeof err->text - (size_t)n, ": %s", was);
	return err->kind;
}

const char *fail_name(enum fail kind)
{
	switch (kind) {
	case FAIL_ITEM: return "item";
	case FAIL_RETRY: return "retry";
	case FAIL_CONFIG: return "config";
	case FAIL_FATAL: return "fatal";
	}
	return "unknown";
}
