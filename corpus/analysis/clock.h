/* clock.h - times of day: "14:30", "pukul 14.30 WIB", "2.30 pm", "в 14 часов". */
#ifndef ARAL_ANALYSIS_CLOCK_H
#define ARAL_ANALYSIS_CLOCK_H

#include "corpus/analysis/finder.h"

/* Adds the time of day that begins with mark `i`; the number of the mark behind it, or `i` where
 * there is none or it may be something else as well. */
size_t clock_find(struct finder *finder, size_t i);

#endif
