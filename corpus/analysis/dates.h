/* dates.h - dates in a text: "14-17 September", "June 17, 2025", "17/06/2025", "17/Jun/2025",
 * "the class of '98". */
#ifndef ARAL_ANALYSIS_DATES_H
#define ARAL_ANALYSIS_DATES_H

#include "corpus/analysis/finder.h"

/* The last day of a month. */
#define DAY_MOST 31

/* Adds the date that begins with mark `i`, each of several days. The number of the mark behind it,
 * or `i` where there is none or it may be something else as well. */
size_t date_find(struct finder *finder, size_t i);

/* Adds the date of an ordinal in letters, which ends at byte `end`, and the month behind it:
 * "второго марта". `token` begins where the ordinal does, `next` is the number of the mark behind
 * that. The number of the mark behind the date; 0 where there is none. */
size_t date_find_spelled(struct finder *finder, struct token token, unsigned day, uint32_t end,
                         size_t next);

/* Adds the year that mark `i` is in short, "the class of '98"; that of a date, too. */
void date_find_short_year(struct finder *finder, size_t i);

#endif
