/* parsers/letter/barcode.h — QR codes and Code 128 on a page, through zbar; and what the agency's own codes mean.
 *
 * "PATCHT" (QR or Code 128) is a separator sheet. "PAI:<dossier><2 check digits>" stands on the agency's letters and reply slips; the check digits
 * are ISO/IEC 7064 MOD 97-10 over the dossier number.
 * Owner:   texts hang on the arena. Before the lock: barcode_reader_new.
 */
#ifndef KLACHTD_PARSERS_LETTER_BARCODE_H
#define KLACHTD_PARSERS_LETTER_BARCODE_H

#include <stdbool.h>
#include <stddef.h>

#include "parsers/arena.h"
#include "parsers/letter/page.h"

struct Pix;
struct barcode_reader;

#define BARCODE_MAX 16		/* a page; more are not read */
#define BARCODE_TEXT_BYTES 256	/* longer ones are not ours and not kept */

struct barcode {
	const char *text;	/* UTF-8, no control characters */
	struct box box;		/* fractions of the page as it was looked at */
};

struct barcode_reader *barcode_reader_new(void);	/* NULL: no memory */
void barcode_reader_free(struct barcode_reader *b);	/* accepts NULL */

/* grey: 8 bpp, best at about 150 dpi; closely: row by row, where a code is likely or hard to see, at twice the cost. Returns PARSE_OK with at most BARCODE_MAX in ret; PARSE_NOMEM. */
int barcode_read(struct barcode_reader *b, struct Pix *grey, bool closely, struct arena *a, struct barcode ret[BARCODE_MAX], size_t *ret_n);

bool barcode_separator(const char *text);
/* "PAI:260481735" with right check digits: the dossier number, digits only (ret holds 16 bytes). */
bool barcode_dossier(const char *text, char ret[16]);
/* ISO/IEC 7064 MOD 97-10: the two check digits (01..98 in the form 98 - r) for these digits. */
int check_digits(const char *digits);

#endif
