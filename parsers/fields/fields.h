/* parsers/fields/fields.h — the complainant's name, address, telephone, e-mail, dossier numbers and whom they write for, out of a mail's lines.
 *
 * fields_read() fills the sender, on_behalf_of, dossier_numbers, evidence and review entries of r. What is not found stays NULL; what was guessed
 * low is in review. Never the agency's own (rules), never an IBAN, BSN, invoice, customer or KvK number.
 * Returns: PARSE_OK, PARSE_LIMIT, PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_FIELDS_FIELDS_H
#define KLACHTD_PARSERS_FIELDS_FIELDS_H

#include "parsers/message/message.h"
#include "parsers/record.h"
#include "parsers/rules.h"
#include "parsers/words/words.h"

int fields_read(const struct message *m, const struct words *w, const struct rules *rules, struct record *r);

#endif
