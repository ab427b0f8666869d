/* ctl/read_sheet.h — a record as a sheet for a person's eyes. */
#ifndef KLACHTD_CTL_READ_SHEET_H
#define KLACHTD_CTL_READ_SHEET_H

#include <jansson.h>
#include <stdio.h>

/* record has passed record_check(): it holds no control characters but line feeds and tabs. */
void read_sheet(FILE *to, const json_t *record);

#endif
