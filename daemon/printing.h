/* daemon/printing.h — the conductor of receipts by post: takes letters that wait from the register, has klachtd-printer draw them, lays the PDFs in print/
 * below the first letterbox's folder, and notes that they lie there. A person prints, posts, and says "klachtctl printed".
 *
 * Order:   draw, write durably (daemon/print_file.h), note. Whatever dies in between: the letter is drawn again and replaces its own file.
 * Bundle:  brieven-YYYY-MM-DD.pdf holds the letters of that day that wait for the post, in order of number; it is made anew when one comes or goes, and
 *          removed with its last: a letter must not go out twice because yesterday's bundle still lay there. The letters' own files stay.
 * Printer: started when there is work, gone after a minute without. Nothing is drawn while receipts wait (send = no).
 */
#ifndef KLACHTD_DAEMON_PRINTING_H
#define KLACHTD_DAEMON_PRINTING_H

#include "daemon/service.h"

struct printing;

/* After the sources and the dispatcher. Returns 0; FAIL_RETRY no memory. */
int printing_open(struct service *s, struct printing **ret, struct error *err);
void printing_close(struct printing *p);	/* accepts NULL */

void printing_kick(struct printing *p);		/* letters may wait; accepts NULL */
void printing_changed(struct printing *p);	/* a person, or a report, decided about letters: the bundles must follow; accepts NULL */
bool printing_idle(const struct printing *p);	/* --once: nothing to draw, or no way to */
bool printing_deferred(const struct printing *p);	/* --once: letters wait for a fault to go */

#endif
