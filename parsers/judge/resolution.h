/* parsers/judge/resolution.h — what does the writer want done? The sentence that says so, in the writer's own words.
 *
 * Demands ("ik wil dat", "ik verzoek u", "stop met", "graag") in Dutch, English, German, Polish, Turkish and French. Asking for nothing but an answer counts
 * only where nothing else is asked for; where and when to reach the writer is no demand. Several demands are given together, in their order, some 200 bytes at most; where others stand between, "…" does.
 * Returns: PARSE_OK with *ret (on a, NULL: no demand) and *ret_confidence; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_JUDGE_RESOLUTION_H
#define KLACHTD_PARSERS_JUDGE_RESOLUTION_H

#include <stdbool.h>

#include "parsers/arena.h"

int resolution_find(const char *own, struct arena *a, const char **ret, double *ret_confidence);


#endif
