/* ctl/dossier_csv.h — known dossiers from a CSV file as other programs write them.
 *
 * Source:  RFC 4180 as far as files keep to it (libcsv). The first line names the columns, in any order, in Dutch or English; the separator is what that line
 *          shows: semicolon, comma or tab. Columns that are not ours are passed over; the number must be there. UTF-8 (with or without mark)
 *          or windows-1252, told value by value. Blank lines are passed over.
 * Rows:    number (digits only: blanks, dots, dashes and slashes are taken out), name, postcode, email; trimmed; "" where there is none.
 *          Refused is what the register would refuse: not 4 to 15 digits, a text over 500 bytes; and control characters.
 * Returns: 0; FAIL_ITEM the file as a whole cannot be used (no header, unreadable); or what a callback returned.
 */
#ifndef KLACHTD_CTL_DOSSIER_CSV_H
#define KLACHTD_CTL_DOSSIER_CSV_H

#include <stdint.h>
#include <stdio.h>

#include "base/error.h"

enum dossier_column { DOSSIER_NUMBER, DOSSIER_NAME, DOSSIER_POSTCODE, DOSSIER_EMAIL, DOSSIER_COLUMNS };

struct dossier_csv_ops {	/* each returns 0 to go on, or a FAIL_* that ends the reading */
	int (*row)(const char *const text[DOSSIER_COLUMNS], void *arg, struct error *err);
	/* line: where the row begins, from 1. */
	int (*refused)(int64_t line, const char *why, void *arg, struct error *err);
	void (*progress)(int64_t bytes_read, void *arg);	/* after each line; NULL */
};

int dossier_csv_read(FILE *f, const struct dossier_csv_ops *ops, void *arg, struct error *err);

#endif
