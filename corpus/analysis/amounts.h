/* amounts.h - numbers before a magnitude, currency, percent or unit of measure, in digits or
 * letters. */
#ifndef ARAL_ANALYSIS_AMOUNTS_H
#define ARAL_ANALYSIS_AMOUNTS_H

#include "corpus/analysis/finder.h"

/* Adds the amount, or both of a range, that begins with mark `i`; the number of the mark behind it,
 * or `i` where there is none. */
size_t amount_find(struct finder *finder, size_t i);

#endif
