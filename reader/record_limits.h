/* reader/record_limits.h — how large a record may be (klachtd-record(5)). The reader's child cuts what it writes to these (record_json.c);
 * klachtd refuses what exceeds them (record_check.c). Bytes of UTF-8, except the counts.
 */
#ifndef KLACHTD_READER_RECORD_LIMITS_H
#define KLACHTD_READER_RECORD_LIMITS_H

#define LIMIT_RECORDS 200		/* letters in one scan */
#define LIMIT_RECORDS_BYTES (16u << 20)	/* their JSON */
#define LIMIT_TOKENS 500000u		/* its brackets and commas: what bounds the memory that reading it takes */
#define LIMIT_LINE 1000			/* a name, a subject, a file name, a Message-ID */
#define LIMIT_TEXT (4u << 20)		/* description, desired resolution */
#define LIMIT_QUOTE 1000
#define LIMIT_ADDRESS 254		/* RFC 5321 section 4.5.3.1.3, erratum 1690 */
#define LIMIT_DOSSIERS 50
#define LIMIT_DIGITS 20
#define LIMIT_LIST 100			/* review, why, references, barcodes */
#define LIMIT_EVIDENCE 200
#define LIMIT_DOCUMENTS 200
#define LIMIT_PAGES 100000
#define LIMIT_SCANS 32			/* scans inside one mail that a letter reader reads */

#endif
