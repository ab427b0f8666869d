/* parsers/judge/auth_results.h — what a mail server found out about the sender: the value of an Authentication-Results field.
 *
 * Source:  RFC 8601 section 2.2, unfolded. Only the statements count: "dmarc=fail" in a comment or in a reason="..." is somebody's text.
 */
#ifndef KLACHTD_PARSERS_JUDGE_AUTH_RESULTS_H
#define KLACHTD_PARSERS_JUDGE_AUTH_RESULTS_H

#include <stdbool.h>
#include <stddef.h>

/* The server that speaks (authserv-id) into ret. 0: none, or longer than size. */
size_t auth_results_server(const char *value, char *ret, size_t size);

/* Does one of its statements say method=result ("dmarc", "fail")? */
bool auth_results_say(const char *value, const char *method, const char *result);

#endif
