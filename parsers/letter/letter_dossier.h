/* parsers/letter/letter_dossier.h — dossier numbers on paper.
 *
 * The agency's own QR code is the most certain; then the label's strength; a number without a label counts only when it is the only one of the house
 * style. A number is sure when it was recognised with confidence or a second reading gives the same digits; look-alike letters are repaired only then.
 * Adds numbers, evidence and review entries to the record. Returns: PARSE_OK; PARSE_NOMEM.
 */
#ifndef KLACHTD_PARSERS_LETTER_LETTER_DOSSIER_H
#define KLACHTD_PARSERS_LETTER_LETTER_DOSSIER_H

#include "parsers/letter/letter_find.h"

int dossier_find(const struct finder *x, const struct leaf *leaf, size_t n_leaf);

#endif
