/* outbox/letter.h — a letter on paper: A4 as PDF, for a window envelope; and the sheet that separates letters in a scanner.
 *
 * Source:  NEN 1026 and ISO 269 for the envelopes. The window is 90 x 35 mm, 20 mm from the left and 20 mm from the bottom edge of a DL (110 x 220) or C5/6
 *          (114 x 229) envelope. The sheet is folded in three, and slides in it: 11 or 15 mm up and down, 10 or 19 mm to the side. What stands
 *          22 to 91 mm from the left and 59 to 79 mm from the top of the sheet is in the window wherever it slides: there the address is put.
 *          Drawn with pango and cairo; fonts are found by fontconfig.
 * Trust:   all texts are UTF-8 without control characters (outbox/mime.h text_clean); what they say is a citizen's. Long ones are cut or wrapped.
 * Owner:   everything in struct letter is borrowed. *ret: free().
 * Returns: 0; FAIL_ITEM too many lines or pages, or nobody to send it to; FAIL_RETRY no memory; FAIL_CONFIG no font.
 */
#ifndef KLACHTD_OUTBOX_LETTER_H
#define KLACHTD_OUTBOX_LETTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define LETTER_ADDRESS_LINES 5
#define LETTER_REFERENCE_LINES 8
#define LETTER_TEXTS 200
#define LETTER_PAGES 20

enum letter_kind { LETTER_PARAGRAPH, LETTER_HEADING, LETTER_ITEM };
struct letter_text {
	enum letter_kind kind;
	const char *text;		/* LF: a new line */
};

struct letter_head {
	const char *organisation, *postal_address, *phone;	/* "" or NULL: left out */
};

struct letter {
	const struct letter_head *head;
	bool dutch;
	const char *number;		/* of the complaint */
	const char *date_line;
	const char *dossier;		/* its only dossier number: a reply slip with its QR code is added; NULL: none */
	const char *const *address_lines;
	size_t n_address_lines;
	const char *const *reference_lines;
	size_t n_reference_lines;
	const struct letter_text *texts;
	size_t n_texts;
};

/* Several letters in one PDF, each beginning on a page of its own and numbering its own pages. A letter that fails may have left pages behind:
 * the book is then only good for freeing. */
struct letter_book;
int letter_book_new(struct letter_book **ret, struct error *err);
int letter_book_add(struct letter_book *b, const struct letter *l, unsigned *ret_pages, struct error *err);
int letter_book_finish(struct letter_book *b, char **ret, size_t *ret_n, struct error *err);	/* once, after at least one letter */
void letter_book_free(struct letter_book *b);	/* accepts NULL */

/* A book of one. */
int letter_draw(const struct letter *l, char **ret, size_t *ret_n, unsigned *ret_pages, struct error *err);
int letter_separator_sheet(const struct letter_head *head, char **ret, size_t *ret_n, struct error *err);

#endif
