/* number.h - numbers written the same in every locale. */
#ifndef ARAL_SEARCHER_NUMBER_H
#define ARAL_SEARCHER_NUMBER_H

#include "corpus/base/bytes.h"

#include <stdint.h>

/* Appends a whole number, with zeros before it where it has fewer than `digits`: "007". Lists of
 * hundreds of results are made of little else, and printf takes ten times as long. */
void append_integer(struct bytes *out, uint64_t number, unsigned digits);

/* Appends a number of less than 10^12, not negative, rounded to at most 6 decimals: "12.500000". A
 * point, whatever the locale says. */
void append_real(struct bytes *out, double number, unsigned decimals);

#endif
