/* parsers/fields/fields_place.h — every postal address in a view: around a postcode; a usual street with a town behind it; a foreign postcode below a street. */
#ifndef KLACHTD_PARSERS_FIELDS_FIELDS_PLACE_H
#define KLACHTD_PARSERS_FIELDS_FIELDS_PLACE_H

#include "parsers/fields/fields_inner.h"

#define PLACES_MAX 24

size_t places_find(const struct view *v, struct place ret[PLACES_MAX]);

/* The town that begins at "from", blanks and separators before it left out; empty when none does. */
struct span place_city(const struct view *v, size_t from, size_t to);

#endif
