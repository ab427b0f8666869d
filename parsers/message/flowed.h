/* parsers/message/flowed.h — plain text to the form in which bodies are kept: "> " per quote level, wrapped lines of format=flowed joined.
 *
 * Source:  RFC 3676 (flowed, DelSp, space-stuffing, "-- "); RFC 4155 (">From ").
 * Input:   clean UTF-8 with LF (charset_clean_text).
 */
#ifndef KLACHTD_PARSERS_MESSAGE_FLOWED_H
#define KLACHTD_PARSERS_MESSAGE_FLOWED_H

#include <stdbool.h>
#include <stddef.h>

#include "parsers/sink.h"

#define FLOWED_MAX_LEVEL 20

void flowed_text(const char *s, size_t n, bool flowed, bool delsp, struct sink *ret);

#endif
