/* parsers/fields/dossier_label.h — which word near a number says what the number is?
 *
 * The nearest label before it in the same sentence counts (an enumeration carries it on); else one right behind it ("2604817 is mijn
 * dossiernummer"). Bounded: LABEL_BACK bytes before, a few words behind.
 */
#ifndef KLACHTD_PARSERS_FIELDS_DOSSIER_LABEL_H
#define KLACHTD_PARSERS_FIELDS_DOSSIER_LABEL_H

#include "parsers/fields/recognise.h"

struct dossier_label_found {
	enum dossier_label label;
	bool writers_own;	/* "ons kenmerk" */
	bool mine, yours;	/* "mijn dossier", "uw dossier" */
	bool doubtful;		/* it may be somebody else's */
	struct span at;
};

void dossier_label_find(const char *s, size_t n, struct span number, struct dossier_label_found *ret);

#endif
