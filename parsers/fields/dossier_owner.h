/* parsers/fields/dossier_owner.h — whose number is it? "Dossiernummer bij Kifid", "zaak 7654321 bij de gemeente", "7654321 CV EXPL 26-1234".
 *
 * Others number their papers with the same words as the agency. Who is named between the label and the number, right behind the number, or with a verb
 * before the label ("Ziggo heeft zaaknummer ...") owns it. Bounded: a few words each way.
 */
#ifndef KLACHTD_PARSERS_FIELDS_DOSSIER_OWNER_H
#define KLACHTD_PARSERS_FIELDS_DOSSIER_OWNER_H

#include "parsers/fields/recognise.h"

enum dossier_owner { OWNER_UNSAID, OWNER_US, OWNER_MAYBE_OTHER, OWNER_OTHER };

/* label: where the label stands (empty: none); reference: it is a mere "kenmerk". */
enum dossier_owner dossier_owner(const char *s, size_t n, struct span number, struct span label, bool reference);

/* A court, a supplier, the police: one folded word that names somebody else who numbers papers. */
bool dossier_third(const char *fold);

/* What stands right behind makes it a court's list number, or (unless it is labelled) a quantity: "7654321 CV EXPL", "2345678 kWh". */
bool dossier_counted(const char *s, size_t n, size_t end, bool labelled);

#endif
