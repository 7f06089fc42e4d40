/* date_part.h - what of a date in a text is its year, its month, or its day without the year. */
#ifndef ARAL_SEARCHER_DATE_PART_H
#define ARAL_SEARCHER_DATE_PART_H

#include "corpus/base/slice.h"

/* The bytes of `date`, as a text has it, that say the term: "Februari 2022" of "3 Februari 2022"
 * for that month, "3 Februari" for that day of any year, "2022" of "2022-02-03" for the number. All
 * of them for a whole date, and where the parts cannot be told: "03/02/2022" may begin with the
 * month. Of "February 3, 2022" the month is "February", since the year stands apart. */
struct slice date_part_of(struct slice date, struct slice term);

#endif
