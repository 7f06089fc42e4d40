/* decades.h - decades in a text: "the '90s", "90-е годы", "девяностые". */
#ifndef ARAL_ANALYSIS_DECADES_H
#define ARAL_ANALYSIS_DECADES_H

#include "corpus/analysis/finder.h"

/* Adds the decade that mark `i` is or begins. What else begins with the mark is looked for all the
 * same: "девяностые" is an ordinal, too. */
void decade_find(struct finder *finder, size_t i);

#endif
