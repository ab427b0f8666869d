/* parsers/fields/names.h — word lists about names, folded (lower case, no marks). */
#ifndef KLACHTD_PARSERS_FIELDS_NAMES_H
#define KLACHTD_PARSERS_FIELDS_NAMES_H

#include <stdbool.h>

bool names_first(const char *fold);	/* a common first name in the Netherlands */
bool names_particle(const char *fold);	/* van, der, 't, ... */
bool names_title(const char *fold);	/* mr., drs., mevrouw, ... with or without its dot */
bool names_suffix(const char *fold);	/* jr., MSc, ... */
bool names_organisation(const char *fold);	/* a word that only an organisation carries */
bool names_never(const char *fold);	/* a word that is in no name: greetings, functions, months, ... */
bool names_calling(const char *fold);	/* "klachtencoordinator", "adviseur": what somebody is, not how they are called */
bool names_place(const char *fold);	/* a place that people also write as a line of its own */

#endif
