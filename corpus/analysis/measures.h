/* measures.h - units of measure behind a number: "km²", "градусов Цельсия", "kilometer per jam".
 *
 * A unit that is a power of ten of another is told in that one, as a magnitude is multiplied out:
 * 2.5 GW are 2,500 MW, 500 kg half a ton, 100 hectares a square kilometre. No other is converted: a
 * mile stays a mile. Rates by the hour and second are units of their own, since who looks for 90 km
 * does not mean 90 km/h; longer ones are not told, since "barrels a day" are also "daily". */
#ifndef ARAL_ANALYSIS_MEASURES_H
#define ARAL_ANALYSIS_MEASURES_H

#include "corpus/analysis/finder.h"

/* What a number is of: a unit of measure, and to amounts.c a currency or percent as well. */
struct measure {
    const struct number_word *word; /* NULL: nothing */
    const struct number_word *rate; /* of a unit; NULL: none */
    uint32_t end;                   /* byte behind both */
    size_t next;                    /* number of the mark behind */
};

/* The raised 2 or 3 at byte `end`, "100m³", and the byte behind it in *next; 0: there is none. */
char measure_raised_digit(struct slice text, uint32_t end, size_t *next);

/* Reads the unit of measure that what was read is, with what follows it. False: it is none. */
bool measure_read(const struct finder *finder, const struct unit *unit, struct measure *measure);

#endif
