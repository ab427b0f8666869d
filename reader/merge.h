/* reader/merge.h — the record of a mail, and what was read in the scans (by a letter reader) and texts attached to it, made one record.
 *
 * The mail's own words go first: a field the body has is never touched. A field it lacks is taken from the scan, its evidence from "attachment" with the
 * document named; dossier numbers only when the body has none (then of all scans). The document's pages, text_from and confidence are filled in; reviews of
 * the scan are joined where they are about the whole or about a field that was taken.
 * Owner:   mail is changed in place and stays a valid record (record_check.h) within the limits; records is borrowed.
 */
#ifndef KLACHTD_READER_MERGE_H
#define KLACHTD_READER_MERGE_H

#include <jansson.h>
#include <stddef.h>

/* records: what was made of documents[index]. An index that is not there is ignored. */
void merge_scan(json_t *mail, size_t index, const json_t *records);

/* documents[index] could not be read: a review entry that says why (no foreign text). */
void merge_unread(json_t *mail, size_t index, const char *why);

/* A review entry for the whole record. */
void merge_review(json_t *record, const char *code, const char *text);

#endif
