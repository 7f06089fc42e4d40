/* ordinals.h - ordinals of one word or several: "twenty-second", "двадцать второй", "kedua puluh
 * dua". */
#ifndef ARAL_ANALYSIS_ORDINALS_H
#define ARAL_ANALYSIS_ORDINALS_H

#include "corpus/analysis/finder.h"

/* Adds the ordinal in letters that begins with mark `i`, all its words together, and the date that
 * it makes with a month behind it. The number of the mark behind, or `i` where there is none. */
size_t ordinal_find(struct finder *finder, size_t i);

#endif
