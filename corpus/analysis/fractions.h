/* fractions.h - fractions in a text: "2/3", "two thirds", "sepertiga". */
#ifndef ARAL_ANALYSIS_FRACTIONS_H
#define ARAL_ANALYSIS_FRACTIONS_H

#include "corpus/analysis/finder.h"

/* Adds the fraction that begins with mark `i`; also "one third", whose second word stays an
 * ordinal. The number of the mark behind it, or `i` where there is none. */
size_t fraction_find(struct finder *finder, size_t i);

#endif
