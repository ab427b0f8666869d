/* parsers/fields/fields_place.h — every postal address in a view: around a postcode; a usual street with a town behind it; a foreign postcode below a street. */
#ifndef KLACHTD_PARSERS_FIELDS_FIELDS_PLACE_H
#define KLACHTD_PARSERS_FIELDS_FIELDS_PLACE_H

#include "parsers/fields/fields_inner.h"

#define PLACES_MAX 24

size_t places_find(const struct view *v, struct place ret[PLACES_MAX]);

/* fields_place_abroad.c, fields_place_bare.c: more of them, behind the n that were found; the new count. */
size_t places_abroad(const struct view *v, struct place ret[PLACES_MAX], size_t n);
size_t places_bare(const struct view *v, struct place ret[PLACES_MAX], size_t n);
/* "D-48529 Nordhorn", "50-123 Wroclaw" at the start of [from, to): fills code and city. */
bool place_foreign_code(const struct view *v, size_t from, size_t to, struct place *p);

/* The town that begins at "from", blanks and separators before it left out; empty when none does. */
struct span place_city(const struct view *v, size_t from, size_t to);

#endif
